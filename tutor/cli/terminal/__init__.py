"""Which front a terminal is given, and what it is shown."""
