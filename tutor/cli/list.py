"""`tutor list`: the lessons, their steps and how far the learner is."""

from __future__ import annotations

import argparse

from tutor.cli import messages
from tutor.cli.courses import known_outline
from tutor.cli.languages import can_speak
from tutor.cli.record import opened_record
from tutor.cli.world import DONE, WRONG_USE, World, course_folder
from tutor.course.outline import LessonOutline, Outline
from tutor.learner.progress import LessonProgress, Progress, outline_of, progress_of
from tutor.visible import visible

HELP = messages.CLI_LIST


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("course", nargs="?", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--steps", action="store_true", help=messages.CLI_STEPS(language))
    parser.add_argument("--json", action="store_true", help=messages.CLI_JSON(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Print a line a lesson: its number, its id, how many steps are done, its title; or everything as JSON."""
    course = known_outline(course_folder(options.course), world)
    if not can_speak(options.lang, course.languages, world):
        return WRONG_USE
    with opened_record(options, world) as store:
        progress = progress_of(outline_of(course), store.outcomes(course.id), store.visited(course.id))
    if options.json:
        world.print_data(as_entry(course, progress, world.language))
        return DONE
    widest = max((len(lesson.id) for lesson in course.lessons), default=0)
    for lesson in course.lessons:
        learnt = progress.lessons[lesson.id]
        done = f"{len(learnt.done)}/{len(learnt.steps)}"
        title = visible(lesson.title.in_(world.language))
        world.say(f"{lesson.number:>2}  {lesson.id:<{widest}}  {done:>5}  {title}")
        if options.steps:
            for step in lesson.steps:
                mark = MARKS[mark_of(step.id, learnt)]
                world.say(f"      {mark} {step.id}: {visible(step.title.in_(world.language))}")
    return DONE


MARKS = {"done": "●", "begun": "◐", "new": "○"}
"""From how far a step is to its mark."""


def mark_of(step: str, learnt: LessonProgress) -> str:
    """Return how far a step of a lesson is: done, begun or new."""
    return "done" if step in learnt.done else "begun" if step in learnt.visited else "new"


def as_entry(course: Outline, progress: Progress, language: str) -> dict[str, object]:
    """Return the lessons as they are written to JSON."""
    return {
        "format": 1,
        "course": course.id,
        "title": course.title.in_(language),
        "languages": list(course.languages),
        "lessons": [_lesson(lesson, progress.lessons[lesson.id], language) for lesson in course.lessons],
    }


def _lesson(lesson: LessonOutline, learnt: LessonProgress, language: str) -> dict[str, object]:
    return {
        "lesson": lesson.id,
        "number": lesson.number,
        "title": lesson.title.in_(language),
        "steps": len(learnt.steps),
        "done": len(learnt.done),
        "outline": [
            {"step": step.id, "title": step.title.in_(language), "mark": mark_of(step.id, learnt)}
            for step in lesson.steps
        ],
    }
