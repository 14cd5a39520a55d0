"""Letting go of what functions remember of their calls (`lru_cache`)."""

from __future__ import annotations

import sys


def forget(package: str) -> None:
    """Let go of what the functions of a package remember, those of its modules too: what is asked for again is worked
    out again."""
    for name, module in [*sys.modules.items()]:
        if f"{name}.".startswith(f"{package}."):
            for known in [*vars(module).values()]:
                if hasattr(known, "cache_clear"):
                    known.cache_clear()
