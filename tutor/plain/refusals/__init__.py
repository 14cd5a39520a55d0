"""What is said where a command cannot be followed now: why, and what can be done instead."""
