"""`tutor progress`: the pages of the progress screen as text, or everything as JSON."""

from __future__ import annotations

import argparse

from tutor.cli import messages
from tutor.cli.consent import add_trust
from tutor.cli.courses import agreed_course
from tutor.cli.languages import can_speak
from tutor.cli.record import opened_record
from tutor.cli.world import DONE, WRONG_USE, World, course_folder
from tutor.learner.days import Calendar
from tutor.render.messages import NO_RECORD_YET
from tutor.visible import visible

HELP = messages.CLI_PROGRESS
WIDTH = 80


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("course", nargs="?", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--json", action="store_true", help=messages.CLI_JSON(language))
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Print what the record says."""
    # Imported here, because these compute and draw, and other commands must not wait for that.
    from tutor.chart.palette import MONOCHROME
    from tutor.learner.schedule import Schedule
    from tutor.learner.survey import as_entry, survey_of
    from tutor.render.look import Look
    from tutor.render.progress import PAGES

    folder = course_folder(options.course)
    course = agreed_course(folder, world, trust=options.trust)
    if course is None or not can_speak(options.lang, course.languages, world):
        return WRONG_USE
    with opened_record(options, world) as store:
        schedule = Schedule(course, store, clock=world.clock, calendar=Calendar())
        schedule.refresh()
        survey = survey_of(schedule, store.visits(course.id))
    if options.json:
        world.print_data(as_entry(survey, world.language))
        return DONE
    world.say(visible(course.title.in_(world.language)))
    if not survey.days:
        world.say(NO_RECORD_YET)
        return DONE
    begun = [at for at, lesson in enumerate(survey.lessons) if lesson.steps_done or lesson.seconds]
    for page in PAGES:
        world.say(f"\n== {page.title(world.language)}\n")
        # Of one lesson the skills are listed: the last that was begun.
        for line in page.lines(survey, begun[-1] if begun else 0, WIDTH, Look(MONOCHROME, world.language)):
            world.say(visible("".join(segment.text for segment in line)).rstrip())
    return DONE
