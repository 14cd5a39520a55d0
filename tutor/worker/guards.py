"""What holds foreign code on this system: a promise against accidents and careless courses, not against an attacker."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from tutor.program import Refusal
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


def refusal_of(
    *,
    is_shared: bool,
    is_allowed: bool,
    is_trusted: bool = True,
    guards: Guards = Guards(),  # noqa: B008 - frozen
) -> Refusal | None:
    """Return why programs are not run here, or None where they may be.

    Where the system itself holds them they can do no harm. Elsewhere, whoever has an account alone could run a program
    of their own without the tutor. On an account that several learners share it could reach what is another's: there
    the machine's owner is asked. The programs that a course from elsewhere brings along, as right and as wrong ones,
    are Python like any other of it.

    Args:
        is_shared: several learners work on this account, or somebody lets others in who have none.
        is_allowed: the machine's owner has said that programs may run all the same.
        is_trusted: the course is the built-in one, or all of it may run.
    """
    if are_active(guards):
        return None
    if is_shared and not is_allowed:
        return "Unguarded"
    return None if is_trusted else "Untrusted"
