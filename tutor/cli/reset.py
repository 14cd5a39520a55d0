"""`tutor reset [LESSON]`: forget the answers of a question, a lesson or the whole course, and `--undo` it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli import messages
from tutor.cli.consent import YES, add_trust, agreed_code
from tutor.cli.courses import course_of, known_outline
from tutor.cli.nearest import did_you_mean
from tutor.cli.places import complain_of_place, place_of
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder, record_of
from tutor.learner.notices import StoreNotice
from tutor.learner.store import Store

if TYPE_CHECKING:
    from tutor.course.model import Course

HELP = messages.CLI_RESET


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("lesson", nargs="?", metavar="LESSON", help=messages.CLI_RESET_LESSON(language))
    what.add_argument("--question", metavar="ID", help=messages.CLI_RESET_QUESTION(language))
    what.add_argument("--undo", action="store_true", help=messages.CLI_UNDO(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--yes", action="store_true", help=messages.CLI_YES(language))
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Ask, make a backup, forget."""
    path = record_of(options, world)
    if options.undo:
        return _undo(path, world)
    course = known_outline(course_folder(options.course), world)
    lesson_id = ""
    questions: tuple[str, ...] = ()
    what = course.title.in_(world.language)
    if options.lesson:
        place = place_of(options.lesson, course)
        lesson = course.lesson(place[0]) if place is not None else None
        if lesson is None:
            complain_of_place(options.lesson, course, world)
            return WRONG_USE
        lesson_id, what = lesson.id, lesson.title.in_(world.language)
    if options.question:
        own = agreed_code(course.folder, world, trust=options.trust)
        if own is None:
            return WRONG_USE
        questions = _names_of(options.question, course_of(course.folder, own, world))
        if not questions:
            world.complain(messages.NO_SUCH_QUESTION, given=options.question)
            names = [question.id for _, _, question in course.all_questions()]
            if near := did_you_mean(options.question, names, world.language):
                world.complain(near)
            return WRONG_USE
        what = questions[0]
    if not path.exists():
        world.say(messages.NO_RECORD, path=path)
        return DONE
    if not options.yes and not _agreed(world, what):
        world.say(messages.NOTHING_CHANGED)
        return FAILED
    with Store.open(path, clock=world.clock) as store:
        done = store.reset(course.id, lesson=lesson_id, questions=questions)
    if isinstance(done, StoreNotice):
        world.complain(done.say(world.language))
        return FAILED
    world.say(messages.RESET_DONE, what=what, count=done.attempts, backup=done.backup)
    return DONE


def _undo(path: Path, world: World) -> int:
    if not path.exists():
        world.say(messages.NOTHING_TO_UNDO)
        return DONE
    with Store.open(path, clock=world.clock) as store:
        done = store.undo_reset()
    if done is None:
        world.say(messages.NOTHING_TO_UNDO)
        return DONE
    notice = done if isinstance(done, StoreNotice) else done.notice
    if notice is not None:
        world.complain(notice.say(world.language))
        return FAILED
    if not isinstance(done, StoreNotice):
        world.say(messages.UNDONE, count=done.new)
    return DONE


def _names_of(question: str, course: Course) -> tuple[str, ...]:
    """Return the id of a question and those it had before, under which answers may be stored; () for an unknown one."""
    from tutor.learner.skills import former_ids

    return former_ids(course, question)


def _agreed(world: World, what: str) -> bool:
    return world.ask(messages.RESET_QUESTION, what=what).lower() in YES
