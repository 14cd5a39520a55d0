"""The labs of the built-in course, one topic a file."""

from __future__ import annotations

import sys

from tutor.digest import load_hashes

# NumPy's random numbers come with what makes secret ones. Nothing that a lab draws is secret.
load_hashes()


def forget() -> None:
    """Let go of what labs remember of their trainings and their data: what is asked for again is worked out again."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(f"{__name__}."):
            for known in vars(module).values():
                if hasattr(known, "cache_clear"):
                    known.cache_clear()
