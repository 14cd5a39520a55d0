"""Hands a page or a file to the learner: on the standard output, or in a file, where none is replaced unasked."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.cli import messages
from tutor.cli.consent import YES
from tutor.cli.world import DONE, FAILED, World, write_page
from tutor.learner.transfer import LARGEST
from tutor.learner.whole import whole_file

STREAM = Path("-")
"""In place of a file: the standard output where one is written, the standard input where one is read."""


def add_yes(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare `--yes`, for a command that writes a file."""
    parser.add_argument("--yes", action="store_true", help=messages.CLI_REPLACE(language))


def may_write(target: Path, world: World, *, yes: bool) -> bool:
    """Return whether a file may be written: it is new, or a person or `yes` says that the one there may go."""
    try:
        is_there = target.is_file()
    except OSError:
        # To write it says why.
        is_there = False
    if yes or not is_there:
        # A folder fails when it is written; a device or a pipe loses nothing.
        return True
    if not world.stdin.isatty():
        world.complain(messages.FILE_IS_THERE, path=target)
        return False
    # Asked on the standard error, because the standard output may be going into a file.
    if world.ask(messages.REPLACE_FILE, on_stderr=True, path=target).lower() in YES:
        return True
    world.complain(messages.NOTHING_CHANGED)
    return False


def hand_over(page: str, target: Path | None, world: World, *, yes: bool) -> int:
    """Print a page, or write it to a file and say so; return the exit code."""
    if target is None or target == STREAM:
        world.print(page)
        return DONE
    if not may_write(target, world, yes=yes):
        return FAILED
    try:
        write_page(target, page)
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=target, why=error.strerror or error)
        return FAILED
    world.say(messages.WRITTEN, path=target)
    return DONE


@contextmanager
def written(target: Path, world: World) -> Iterator[Path]:
    """Give a path to write to; what is there in the end is written to a file, or for `-` printed byte for byte.

    Raises:
        OSError: it cannot be written.
    """
    if target != STREAM:
        with whole_file(target) as partial:
            yield partial
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "-"
        yield file
        world.print_file(file)


@contextmanager
def readable(given: Path, world: World) -> Iterator[Path]:
    """Give a file that can be read at any place: the given one, or for `-` what comes in on the standard input."""
    if given != STREAM:
        yield given
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "-"
        world.read_into(file, LARGEST + 1)
        yield file
