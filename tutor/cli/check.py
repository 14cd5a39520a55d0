"""`tutor check [PATH]`: proves a course, in its content and on screen."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli import messages
from tutor.cli.consent import add_trust, agreed_code
from tutor.cli.findings import finding_line
from tutor.cli.programs import programs_for
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder
from tutor.course.model import Course, CourseError, Finding

if TYPE_CHECKING:
    from tutor.course.loader import Reading
    from tutor.course.owncode import OwnCode
    from tutor.worker.programs import Programs

HELP = messages.CLI_CHECK

GROUPS_EACH = 8
"""A process is started for so many groups of lints at least: it takes as long as a few of them."""

Write = Callable[[Sequence[Finding], Path, World], None]


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("course", nargs="?", metavar="PATH", help=messages.CLI_COURSE(language))
    parser.add_argument("--format", choices=FORMATS, default="text", help=messages.CLI_FORMAT(language))
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help=messages.CLI_CHECK_JSON(language)
    )
    parser.add_argument("--strict", action="store_true", help=messages.CLI_STRICT(language))
    parser.add_argument("--no-labs", action="store_true", help=messages.CLI_NO_LABS(language))
    parser.add_argument("--slips", action="store_true", help=messages.CLI_SLIPS(language))
    parser.add_argument(
        "--processes", type=int, choices=range(1, 17), metavar="N", help=messages.CLI_PROCESSES(language)
    )
    add_trust(parser, language)
    parser.epilog = messages.CLI_CHECK_CODES(language)


def run(options: argparse.Namespace, world: World) -> int:
    """Print every finding; return 0 where there is none that counts, else 1."""
    folder = course_folder(options.course)
    own = None
    if not options.no_labs:
        # What is refused is among the findings, and of such a course nothing runs.
        with suppress(CourseError):
            own = agreed_code(folder, world, trust=options.trust)
            if own is None:
                world.complain(messages.CHECK_WITHOUT_LABS)
                return WRONG_USE
    # Imported here because these bring NumPy along, which takes longer than `--help` should.
    from concurrent.futures.process import BrokenProcessPool

    from tutor.course.loader import read_course

    began = world.clock()
    with _nothing_let_go():
        reading = read_course(
            folder,
            own=own,
            run_labs=own is not None,
            strict=True,
            tracked=lambda lessons: world.tracked(lessons, len(lessons), messages.CHECK_READS),
        )
        if options.slips:
            return _tell_slips(reading.course, world) if reading.course is not None else FAILED
        programs = programs_for(folder, options, world, keeps=True)
        try:
            findings = _proved(reading, programs, own, options.processes, world, began)
        except BrokenProcessPool:
            world.complain(messages.CHECK_BROKE_OFF)
            return WRONG_USE
    FORMATS[options.format](findings, folder, world)
    counted = [finding for finding in findings if finding.severe or options.strict]
    return FAILED if counted else DONE


def _proved(
    reading: Reading, programs: Programs, own: OwnCode | None, most: int | None, world: World, began: int
) -> tuple[Finding, ...]:
    """Prove a course in so many processes at most (None: as many as are worth it), and return what is wrong with it.

    `began`: when by the clock the waiting began.

    Raises:
        BrokenProcessPool: something has ended one of them.
    """
    from tutor.cli.processes import at_once, found_by
    from tutor.course.lint import lints_of_course
    from tutor.course.lint.lints import grouped
    from tutor.course.source import Findings
    from tutor.render.lint import lints_of_screens

    groups = grouped([*lints_of_course(reading, programs.run), *lints_of_screens(reading, programs.run)])
    processes = max(min(most or at_once(), len(groups) if most else len(groups) // GROUPS_EACH), 1)
    started = ExitStack()
    started.callback(programs.close)
    if processes > 1 and own is not None:
        # What runs the Python of a course answers only the process that has started it: each starts its own.
        own.workshop.close()
        started.callback(own.workshop.close)
    # What is not written yet would be written by each of them.
    world.flush()
    # Whoever gives up while the bar is drawn ends the processes as well: what is raised would keep them at work.
    with closing(found_by(groups, processes, started.close)) as found:
        tracked = world.tracked(found, len(groups), messages.CHECK_GOES_ON, since=began)
        return Findings([one for some in tracked for one in some]).sorted()


@contextmanager
def _nothing_let_go() -> Iterator[None]:
    """Look for no garbage meanwhile: what a proof makes it keeps, and to walk all of it again and again takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _tell_slips(course: Course, world: World) -> int:
    """Print how much is heard in wrong numbers; return 0 where that is enough."""
    from tutor.course.lint.slips import ENOUGH, survey

    slips = heard = 0
    for one in survey(course, world.language):
        slips, heard = slips + one.slips, heard + one.heard
        world.say(messages.SLIPS_OF, question=one.question, heard=one.heard, slips=one.slips, share=f"{one.share:.0%}")
        for response in one.missed:
            world.say(messages.SLIP_MISSED, response=response)
        for response, what in one.collisions:
            world.say(messages.SLIP_COLLIDES, response=response, what=" · ".join(what))
    share = heard / slips if slips else 1.0
    world.say(messages.SLIPS_IN_ALL, heard=heard, slips=slips, share=f"{share:.0%}")
    return DONE if share >= ENOUGH else FAILED


def shown_path(folder: Path, file: str) -> str:
    """Return a file of the course as one would name it from here, so that an editor can open it."""
    path = Path(os.path.normpath(folder / file)).absolute()
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _as_text(findings: Sequence[Finding], folder: Path, world: World) -> None:
    for finding in findings:
        place = finding.place
        at = f"{shown_path(folder, place.file)}:{place.line}:{place.column}"
        world.say(finding_line(finding, at, world.language))
    errors = sum(finding.severe for finding in findings)
    if findings:
        world.say(messages.CHECK_FOUND, errors=errors, warnings=len(findings) - errors)
    else:
        world.say(messages.CHECK_CLEAN)


def _as_json(findings: Sequence[Finding], folder: Path, world: World) -> None:
    errors = sum(finding.severe for finding in findings)
    found = [
        {
            "file": shown_path(folder, finding.place.file),
            "line": finding.place.line,
            "column": finding.place.column,
            "severity": "error" if finding.severe else "warning",
            "kind": finding.kind,
            "message": finding.words(world.language),
        }
        for finding in findings
    ]
    answer = {"format": 1, "errors": errors, "warnings": len(findings) - errors, "findings": found}
    world.print_data(answer)


def _as_annotations(findings: Sequence[Finding], folder: Path, world: World) -> None:
    """Write GitHub's workflow commands: `::error file=…,line=…,col=…,title=…::message`."""
    for finding in findings:
        place = finding.place
        file = _escaped(shown_path(folder, place.file)).replace(":", "%3A").replace(",", "%2C")
        world.say(
            f"::{'error' if finding.severe else 'warning'} file={file},line={place.line},col={place.column},"
            f"title={finding.kind}::{_escaped(finding.words(world.language))}"
        )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


FORMATS: dict[str, Write] = {"text": _as_text, "json": _as_json, "github": _as_annotations}
"""From what `--format` takes to what writes it."""
