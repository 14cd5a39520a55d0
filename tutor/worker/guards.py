"""What holds foreign code on this system: a promise against accidents and careless courses, not against an attacker."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from tutor.language import Text
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


def are_active(guards: Guards = Guards()) -> bool:  # noqa: B008 - frozen
    """Return whether the system itself keeps what runs elsewhere from files, sockets and other processes."""
    return guards.landlock and landlock.version() > 0 and guards.seccomp and seccomp.is_available()


def no_programs_because(*, is_shared: bool, is_allowed: bool, guards: Guards = Guards()) -> Text | None:  # noqa: B008
    """Return why programs of learners are not run here, or None where they may be.

    Whoever has an account alone could run the same program without the tutor. On an account that several learners share
    a program could reach what is another's, unless the system keeps it from that; there the machine's owner is asked.

    Args:
        is_shared: several learners work on this account, or somebody lets others in who have none.
        is_allowed: the machine's owner has said that programs may run all the same.
    """
    return messages.NO_PROGRAMS if is_shared and not is_allowed and not are_active(guards) else None
