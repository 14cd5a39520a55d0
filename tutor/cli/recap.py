"""`tutor recap LESSON [FILE]`: a page of one's own about a lesson, or about all of the course, in Markdown."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli import messages
from tutor.cli.consent import add_trust
from tutor.cli.courses import agreed_course, known_outline
from tutor.cli.languages import course_language
from tutor.cli.pages import add_yes, hand_over
from tutor.cli.places import complain_of_place, place_of
from tutor.cli.record import opened_record
from tutor.cli.world import FAILED, WRONG_USE, World, course_folder
from tutor.learner.days import Calendar

if TYPE_CHECKING:
    from tutor.course.model import Course
    from tutor.learner.store import Store

HELP = messages.CLI_RECAP
ALL = "all"
"""In place of a lesson: the last page of the course."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("lesson", metavar="LESSON", help=messages.CLI_RECAP_LESSON(language))
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, help=messages.CLI_RECAP_FILE(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    add_yes(parser, language)
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Write the page, with the learner's own answers where there is a record."""
    from tutor.learner.progress import attempts_at
    from tutor.learner.recap import recap_of

    folder = course_folder(options.course)
    outline = known_outline(folder, world)
    language = course_language(outline, options.lang, world)
    if language is None:
        return WRONG_USE
    place = place_of(options.lesson, outline)
    if place is None and options.lesson != ALL:
        complain_of_place(options.lesson, outline, world)
        return WRONG_USE
    course = agreed_course(folder, world, trust=options.trust)
    if course is None:
        return WRONG_USE
    with opened_record(options, world) as store:
        if place is None:
            page = _closing_page(course, store, world, language)
        else:
            lesson = course.lesson(place[0])
            if lesson is None:
                return FAILED
            page = recap_of(course, lesson, attempts_at(course, store.attempts(course.id)), language)
    return hand_over(page, options.file, world, yes=options.yes)


def _closing_page(course: Course, store: Store, world: World, language: str) -> str:
    from tutor.learner.closing import closing_of
    from tutor.learner.schedule import Schedule
    from tutor.learner.survey import survey_of
    from tutor.render.ends.closing import closing_markdown

    schedule = Schedule(course, store, clock=world.clock, calendar=Calendar())
    schedule.refresh()
    survey = survey_of(schedule, store.visits(course.id))
    return closing_markdown(closing_of(survey, course, schedule.attempts), language)
