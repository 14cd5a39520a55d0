"""`tutor mine [-o FILE]`: all functions that a learner has written right, in one Python file."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.consent import add_trust
from tutor.cli.courses import agreed_course
from tutor.cli.languages import can_speak
from tutor.cli.pages import add_yes, hand_over
from tutor.cli.record import opened_record
from tutor.cli.world import DONE, WRONG_USE, World, course_folder
from tutor.learner.days import Calendar

HELP = messages.CLI_MINE


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=messages.CLI_MINE_FILE(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    add_yes(parser, language)
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Write the file, or print it."""
    from tutor.learner.mine import mine_of
    from tutor.learner.progress import attempts_at

    folder = course_folder(options.course)
    course = agreed_course(folder, world, trust=options.trust)
    if course is None or not can_speak(options.lang, course.languages, world):
        return WRONG_USE
    with opened_record(options, world) as store:
        attempts = attempts_at(course, store.attempts(course.id))
        page = mine_of(course, attempts, Calendar(), options.lang or world.language)
    if not page:
        # On the other stream: what is read as Python stays empty.
        world.complain(messages.MINE_NOTHING)
        return DONE
    return hand_over(page, options.output, world, yes=options.yes)
