"""An interactive tutor for the terminal."""

__version__ = "0.1.0"
DISTRIBUTION = "guess-first"
"""What it is installed as: the name `tutor` is another project's there."""
