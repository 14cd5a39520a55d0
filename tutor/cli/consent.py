"""Asks once before the Python in a course from elsewhere is run: opening a course is like opening a notebook."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path

from tutor.cli import messages
from tutor.cli.world import World, course_folder
from tutor.course.consent import RECORD_NAME, Change, Consents
from tutor.course.finding import CourseError
from tutor.course.owncode import HOME, OwnCode, read_own_code, spelled
from tutor.foreign import ForeignCode, digests_of
from tutor.learner.paths import home_folder

YES = ("y", "yes", "ㅛ", "네", "예")
LOG_NAME = "labs.log"
"""Where authors find the whole story of a lab that came to nothing, beside the records."""
MOST_FILES = 8
"""Files named in the question."""
MOST_LINES = 40
"""Lines of changed source shown above the question."""

_PLAIN = re.compile(r"[\w./-]{1,80}")
_CHANGED = {"added": messages.LABS_ADDED, "removed": messages.LABS_REMOVED, "changed": messages.LABS_CHANGED}


def add_trust(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare `--trust`."""
    parser.add_argument("--trust", action="store_true", help=messages.CLI_TRUST(language))


def agreed_code(folder: Path, world: World, *, trust: bool) -> OwnCode | None:
    """Return the Python that the course in `folder` brings along, to be run as it is now; None without a consent.

    It is read once: these very bytes are asked about, remembered and run. The built-in course has none, and one without
    modules of its own needs no consent. With `trust` it is given without a question.

    Raises:
        CourseError: something among it is never run, so that nothing was asked.
    """
    if not is_foreign(folder):
        return OwnCode()
    own = read_own_code(folder)
    if own.refused:
        raise CourseError(own.findings)
    own.workshop.log = home_folder(world.environ) / LOG_NAME
    own.workshop.clock = world.clock
    return own if agrees(own.code, world, trust=trust) else None


def agrees(code: ForeignCode, world: World, *, trust: bool) -> bool:
    """Return whether `code` may be run, asking where that is not known yet."""
    consents = consents_of(world)
    if consents.covers(code):
        with suppress(OSError):
            # Known by its content: should it change where it lies now, that can be shown.
            consents.add(code)
        return True
    if not trust and not _asked(code, consents.changes(code), world):
        return False
    remember(code, world)
    return True


def is_foreign(folder: Path) -> bool:
    """Return whether a course is another one than the built-in."""
    return folder.resolve() != course_folder(None).resolve()


def consents_of(world: World) -> Consents:
    """Return what was agreed to before."""
    return Consents(home_folder(world.environ) / RECORD_NAME)


def remember(code: ForeignCode, world: World) -> None:
    """Remember that exactly this may be run."""
    consents = consents_of(world)
    try:
        consents.add(code)
    except OSError as error:
        # The consent holds for this time; it will be asked for again.
        world.complain(messages.CANNOT_WRITE, path=error.filename or consents.path, why=error.strerror or error)


def with_written(code: ForeignCode, files: Mapping[str, str]) -> ForeignCode:
    """Return `code` with the modules among files that were just written, by their paths inside the course's folder.

    It is not read again: what came there from elsewhere meanwhile is not agreed to.
    """
    home = f"{HOME}/"
    written = {
        name.removeprefix(home).removesuffix(".py"): text.encode("utf-8")
        for name, text in files.items()
        if name.startswith(home)
    }
    return code._replace(modules=tuple(sorted({**dict(code.modules), **written}.items())))


def _asked(code: ForeignCode, changes: Sequence[Change], world: World) -> bool:
    folder = spelled(str(Path(code.folder).parent))
    if changes:
        world.complain(messages.LABS_HAVE_CHANGED, folder=folder)
        for line in _said(changes, world.language):
            world.complain(line)
    else:
        names = [_named(file) for file in digests_of(code)]
        more = messages.LABS_MORE(world.language, count=len(names) - MOST_FILES) if len(names) > MOST_FILES else ""
        world.complain(messages.LABS_WARNING, folder=folder, files=", ".join(filter(None, [*names[:MOST_FILES], more])))
    world.complain(messages.LABS_RUN_APART)
    if not world.stdin.isatty():
        world.complain(messages.LABS_NEED_TRUST)
        return False
    # Asked on the standard error, because the standard output may be going into a file.
    return world.ask(messages.LABS_QUESTION, on_stderr=True).lower() in YES


def _said(changes: Sequence[Change], language: str) -> Iterator[str]:
    """Yield which files changed, and as much of how as fits above a question."""
    # What can run comes first.
    ordered = sorted(changes, key=lambda change: change.old is None and change.new is None)
    for change in ordered[:MOST_FILES]:
        yield f"  {_CHANGED[change.what](language, file=_named(change.file))}"
    if len(ordered) > MOST_FILES:
        yield f"  {messages.LABS_MORE(language, count=len(ordered) - MOST_FILES)}"
    lines = list(islice(chain.from_iterable(_difference_of(change, language) for change in ordered), 10 * MOST_LINES))
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield messages.LABS_MORE_LINES(language, count=len(lines) - MOST_LINES)


def _difference_of(change: Change, language: str) -> Iterator[str]:
    lines = change.lines()
    if not change.is_known and change.what == "changed" and change.new is not None:
        lines = iter([messages.LABS_NOT_KEPT(language)])
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield f"{_named(change.file)}:"
        yield f"  {line}"


def _named(file: str) -> str:
    """Return a file's name so that it can be told from the words around it."""
    return file if _PLAIN.fullmatch(file) else f'"{spelled(file)[:200]}"'
