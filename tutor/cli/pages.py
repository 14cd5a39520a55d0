"""Hands a page to the learner: on the terminal, or in a file."""

from __future__ import annotations

from pathlib import Path

from tutor.cli import messages
from tutor.cli.world import DONE, FAILED, World, write_page


def hand_over(page: str, target: Path | None, world: World) -> int:
    """Print a page, or write it to a file and say so; return the exit code."""
    if target is None:
        world.print(page)
        return DONE
    try:
        write_page(target, page)
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=target, why=error.strerror or error)
        return FAILED
    world.say(messages.WRITTEN, path=target)
    return DONE
