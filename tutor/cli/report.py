"""`tutor report DIR|FILE...`: what a class did, question by question."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.cells import cell_len

from tutor.cli import messages
from tutor.cli.consent import add_trust
from tutor.cli.courses import agreed_course
from tutor.cli.pages import STREAM, readable
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder
from tutor.language import Text
from tutor.learner.attempts import Attempt
from tutor.learner.notices import StoreNotice
from tutor.learner.paths import SQLITE, learner_of, unusable
from tutor.learner.report import QuestionReport, Report, as_csv, report_of
from tutor.learner.store import Store
from tutor.learner.transfer import FORMAT, TransferError, read_export
from tutor.visible import visible

HELP = messages.CLI_REPORT
WRONG_WIDTH = 48
"""Cells for the commonest wrong answer: what a learner typed can be as long as they liked."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("records", nargs="+", metavar="DIR|FILE", type=Path, help=messages.CLI_REPORT_FILES(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_REPORT_COURSE(language))
    parser.add_argument("--csv", action="store_true", help=messages.CLI_CSV(language))
    parser.add_argument("--no-names", action="store_true", help=messages.CLI_NO_NAMES(language))
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Print the report."""
    from tutor.learner.progress import attempts_at

    folder = course_folder(options.course)
    course = agreed_course(folder, world, trust=options.trust)
    if course is None:
        return WRONG_USE
    records = [(name, attempts_at(course, attempts)) for name, attempts in _records(options.records, world)]
    if not records:
        world.complain(messages.REPORT_NOTHING)
        # A folder into which nobody has put a record yet is a class of none.
        if not all(path.is_dir() and not any(_records_in(path)) for path in options.records):
            return FAILED
    order = [question.id for _, _, question in course.all_questions()]
    report = report_of(records, order, with_names=not options.no_names)
    if options.csv:
        world.print(as_csv(report))
    else:
        for line in lines_of(report, world.language):
            world.say(line)
    return DONE


def _records(paths: Sequence[Path], world: World) -> Iterator[tuple[str, tuple[Attempt, ...]]]:
    """Yield the name and the attempts of each record; what is none is left out, with a word."""
    for path in paths:
        with readable(path, world) as here:
            for file in _records_in(here) if here.is_dir() else [here]:
                shown = path if path == STREAM else file
                try:
                    is_store = _head(file).startswith(SQLITE)
                    yield _of_store(file, world) if is_store else _of_export(file)
                except TransferError as error:
                    world.complain(error.at(shown).say(world.language))
                except (OSError, _NoRecordError):
                    world.complain(messages.REPORT_SKIPPED, path=shown)


def _records_in(folder: Path) -> Iterator[Path]:
    """Yield the records below a folder: exports and stores, without the copies that a store keeps beside it."""
    for file in sorted(entry for entry in folder.rglob("*") if entry.is_file() and ".sqlite3." not in entry.name):
        with suppress(OSError):
            head = _head(file)
            if head.startswith(SQLITE) or f'"format": "{FORMAT}"'.encode() in head:
                yield file


def _head(file: Path) -> bytes:
    if unusable(file) is not None:
        # Opening a pipe would wait for its other end.
        raise _NoRecordError
    with file.open("rb") as opened:
        return opened.read(64)


class _NoRecordError(Exception):
    """A database that is no record."""


def _of_export(file: Path) -> tuple[str, tuple[Attempt, ...]]:
    exported = read_export(file)
    return exported.learner or file.stem, exported.attempts


def _of_store(file: Path, world: World) -> tuple[str, tuple[Attempt, ...]]:
    # Read into a record of our own, so that a teacher's look changes nothing in the learner's.
    with TemporaryDirectory() as folder, Store.open(Path(folder) / file.name, clock=world.clock) as store:
        if isinstance(store.restore(file), StoreNotice):
            raise _NoRecordError
        return learner_of(file) or file.parent.name, store.attempts()


# -- as text ----------------------------------------------------------------------------------------------------------


def lines_of(report: Report, language: str) -> Iterator[str]:
    """Yield the report as a table of questions and one of learners."""
    yield messages.REPORT_LEARNERS(language, count=len(report.learners))
    yield ""
    headings: tuple[Text, ...] = (
        messages.REPORT_QUESTION,
        messages.REPORT_TRIED,
        messages.REPORT_RIGHT_FIRST,
        messages.REPORT_RIGHT,
        messages.REPORT_HINTS,
        messages.REPORT_REVEALED,
        messages.REPORT_WRONG,
    )
    rows = [
        (
            f"{entry.lesson}/{entry.question}",
            str(entry.tried),
            f"{entry.right_first} ({100 * entry.right_first // entry.tried}%)",
            str(entry.right),
            str(entry.hints),
            str(entry.revealed),
            _wrong(entry, language),
        )
        for entry in report.questions
    ]
    yield from _table([tuple(heading(language) for heading in headings), *rows], left=(0, 6))
    yield ""
    people = (messages.REPORT_LEARNER, messages.REPORT_TRIED, messages.REPORT_RIGHT, messages.REPORT_ATTEMPTS)
    learners = [(one.learner, str(one.tried), str(one.right), str(one.attempts)) for one in report.learners]
    yield from _table([tuple(heading(language) for heading in people), *learners], left=(0,))


def _wrong(entry: QuestionReport, language: str) -> str:
    if not entry.wrong_learners:
        return ""
    response = entry.wrong_response
    response = response if cell_len(response) <= WRONG_WIDTH else response[: WRONG_WIDTH - 1] + "…"
    if entry.mistake:
        return messages.REPORT_WRONG_IS(language, response=response, count=entry.wrong_learners, mistake=entry.mistake)
    return messages.REPORT_WRONG_OTHER(language, response=response, count=entry.wrong_learners)


def _table(rows: Sequence[tuple[str, ...]], left: tuple[int, ...]) -> Iterator[str]:
    """Yield rows in columns; the columns in `left` are words, the others numbers."""
    rows = [tuple(map(visible, row)) for row in rows]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = []
        for column, cell in enumerate(row):
            space = " " * (widths[column] - cell_len(cell))
            cells.append(cell + space if column in left else space + cell)
        yield "  ".join(cells).rstrip()
