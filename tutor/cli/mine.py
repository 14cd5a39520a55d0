"""`tutor mine [-o FILE]`: all functions that a learner has written right, in one Python file."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.consent import YES, add_trust, agreed_code
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder, record_of, write_page
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
    from tutor.course.loader import load_course
    from tutor.learner.mine import mine_of
    from tutor.learner.progress import attempts_at

    folder = course_folder(options.course)
    own = agreed_code(folder, world, trust=options.trust)
    if own is None:
        return WRONG_USE
    course = load_course(folder, own=own)
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
    if options.output is None:
        world.print(page)
        return DONE
    return _write(options.output, page, world)


def _write(target: Path, page: str, world: World) -> int:
    if target.exists():
        if not world.stdin.isatty():
            world.complain(messages.FILE_IS_THERE, path=target)
            return FAILED
        if world.ask(messages.REPLACE_FILE, path=target).lower() not in YES:
            world.say(messages.NOTHING_CHANGED)
            return FAILED
    try:
        write_page(target, page)
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=target, why=error.strerror or error)
        return FAILED
    world.say(messages.WRITTEN, path=target)
    return DONE
