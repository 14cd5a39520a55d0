"""What is said to a program, in every language of the interface: what stands between backticks is code.

One variant beside the other, so that they cannot drift apart: a test finds a missing one, and one without a reader.
"""
