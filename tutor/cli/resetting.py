"""`tutor reset [LESSON]`: forget the answers of a lesson or of the whole course, after a question, with a backup."""

from __future__ import annotations

import argparse

from tutor import messages
from tutor.cli.opening import place_of
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder, record_of
from tutor.course.outline import load_outline
from tutor.learner.notices import StoreNotice
from tutor.learner.store import Store

HELP = messages.CLI_RESET


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("lesson", nargs="?", metavar="LESSON", help=messages.CLI_RESET_LESSON(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--yes", action="store_true", help=messages.CLI_YES(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Ask, make a backup, forget."""
    course = load_outline(course_folder(options.course))
    lesson = None
    if options.lesson:
        place = place_of(options.lesson, course)
        lesson = course.lesson(place[0]) if place is not None else None
        if lesson is None:
            known = ", ".join(one.id for one in course.lessons)
            world.complain(messages.NO_SUCH_LESSON, given=options.lesson, known=known)
            return WRONG_USE
    path = record_of(options, world)
    if not path.exists():
        world.say(messages.NOTHING_TO_RESET, path=path)
        return DONE
    what = lesson.title.in_(world.language) if lesson is not None else course.title.in_(world.language)
    if not options.yes and not _agreed(world, what):
        world.say(messages.NOTHING_CHANGED)
        return FAILED
    with Store.open(path, clock=world.clock) as store:
        done = store.reset(course.id, lesson=lesson.id if lesson is not None else "")
    if isinstance(done, StoreNotice):
        world.complain(done.say(world.language))
        return FAILED
    world.say(messages.RESET_DONE, what=what, count=done.attempts, backup=done.backup)
    return DONE


def _agreed(world: World, what: str) -> bool:
    print(messages.RESET_QUESTION(world.language, what=what), end=" ", file=world.stdout, flush=True)
    return world.stdin.readline().strip().lower() in ("y", "yes", "ㅛ", "네", "예")
