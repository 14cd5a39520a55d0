"""`tutor mine [-o FILE]`: all functions that a learner has written right, in one Python file."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.consent import YES, add_trust, agreed_course
from tutor.cli.pages import hand_over
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder, record_of
from tutor.learner.days import Calendar
from tutor.learner.store import Store

HELP = messages.CLI_MINE


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=messages.CLI_MINE_FILE(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Write the file, or print it."""
    from tutor.learner.mine import mine_of
    from tutor.learner.progress import attempts_at

    folder = course_folder(options.course)
    course = agreed_course(folder, world, trust=options.trust)
    if course is None:
        return WRONG_USE
    path = record_of(options, world)
    page = ""
    if path.exists():
        with Store.open(path, clock=world.clock) as store:
            page = mine_of(
                course, attempts_at(course, store.attempts(course.id)), Calendar(), options.lang or world.language
            )
            notice = store.take_notice()
        if notice is not None:
            world.complain(notice.say(world.language))
    if not page:
        # On the other stream: what is read as Python stays empty.
        world.complain(messages.MINE_NOTHING)
        return DONE
    target: Path | None = options.output
    if target is not None and target.exists():
        # It may be one that the learner has gone on with.
        if not world.stdin.isatty():
            world.complain(messages.FILE_IS_THERE, path=target)
            return FAILED
        if world.ask(messages.REPLACE_FILE, path=target).lower() not in YES:
            world.say(messages.NOTHING_CHANGED)
            return FAILED
    return hand_over(page, target, world)
