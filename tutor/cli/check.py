"""`tutor check [PATH]`: proves a course, in its content and on screen."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from tutor.cli import messages
from tutor.cli.consent import add_trust, agreed_code
from tutor.cli.findings import finding_line
from tutor.cli.programs import programs_for
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder
from tutor.course.model import Course, CourseError, Finding

HELP = messages.CLI_CHECK

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
    from tutor.course.lint import lint_course
    from tutor.course.loader import read_course
    from tutor.render.lint import lint_screens

    reading = read_course(folder, own=own, run_labs=own is not None, strict=True)
    if options.slips:
        return _tell_slips(reading.course, world) if reading.course is not None else FAILED
    with closing(programs_for(folder, options, world)) as programs:
        proved = (*lint_course(reading, programs.run), *lint_screens(reading, programs.run))
    findings = sorted(
        proved,
        key=lambda one: (one.place.file, one.place.line, one.place.column, one.kind, one.message),
    )
    FORMATS[options.format](findings, folder, world)
    counted = [finding for finding in findings if finding.severe or options.strict]
    return FAILED if counted else DONE


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
