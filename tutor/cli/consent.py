"""Asks once before the Python in a course from elsewhere is run: opening a course is like opening a notebook."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.world import World, course_folder
from tutor.course.consent import RECORD_NAME, Consents, digest_of, lab_files
from tutor.learner.paths import home_folder

YES = ("y", "yes", "ㅛ", "네", "예")


def add_trust(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare `--trust`."""
    parser.add_argument("--trust", action="store_true", help=messages.CLI_TRUST(language))


def may_run(folder: Path, world: World, *, trust: bool) -> bool:
    """Return whether the labs of the course in `folder` may be run, asking where that is not known yet.

    The built-in course and one without labs of its own need no consent. With `trust` it is given without a question.
    """
    if not is_foreign(folder):
        return True
    try:
        digest = digest_of(folder)
    except OSError as error:
        world.complain(messages.LABS_UNREADABLE, path=error.filename, why=error.strerror or error)
        return False
    if not digest or consents_of(world).covers(digest):
        return True
    if not trust and not _agreed(folder, world):
        return False
    remember(folder, world)
    return True


def is_foreign(folder: Path) -> bool:
    """Return whether a course is another one than the built-in."""
    return folder.resolve() != course_folder(None).resolve()


def consents_of(world: World) -> Consents:
    """Return what was agreed to before."""
    return Consents(home_folder(world.environ) / RECORD_NAME)


def remember(folder: Path, world: World) -> None:
    """Remember that the labs in `folder`, as they are now, may be run."""
    consents = consents_of(world)
    try:
        digest = digest_of(folder)
        if digest and not consents.covers(digest):
            consents.add(digest, folder)
    except OSError as error:
        # The consent holds for this time; it will be asked for again.
        world.complain(messages.CANNOT_WRITE, path=error.filename or consents.path, why=error.strerror or error)


def _agreed(folder: Path, world: World) -> bool:
    names = [str(file.relative_to(folder)) for file in lab_files(folder)]
    world.complain(messages.LABS_WARNING, folder=folder, files=", ".join(names[:5]) + (", …" if names[5:] else ""))
    if not world.stdin.isatty():
        world.complain(messages.LABS_NEED_TRUST)
        return False
    # Asked on the standard error, because the standard output may be going into a file.
    print(messages.LABS_QUESTION(world.language), end=" ", file=world.stderr, flush=True)
    return world.stdin.readline().strip().lower() in YES
