"""What holds foreign code on this system: a promise against accidents and careless courses, not against an attacker."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from tutor.worker import landlock, messages, seccomp
from tutor.worker.limits import Guards


def held_by(language: str, guards: Guards = Guards()) -> Iterator[str]:  # noqa: B008 - frozen
    """Yield in words what holds it, as far as the system has it."""
    yield messages.OWN_PROCESS(language)
    yield messages.LIMITS(language) if hasattr(os, "fork") else messages.TIME_LIMIT(language)
    if sys.platform != "linux":
        return
    if guards.landlock and landlock.version():
        yield f"Landlock {landlock.version()}"
    if guards.seccomp and seccomp.is_available():
        yield "seccomp"
