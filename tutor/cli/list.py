"""`tutor list`: the lessons, their steps and how far the learner is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tutor.cli import messages
from tutor.cli.world import DONE, World, course_folder, record_of
from tutor.course.outline import load_outline
from tutor.learner.attempts import Outcome
from tutor.learner.progress import outline_of, progress_of
from tutor.learner.store import Store
from tutor.visible import visible

HELP = messages.CLI_LIST


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("course", nargs="?", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--steps", action="store_true", help=messages.CLI_STEPS(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Print a line a lesson: its number, its id, how many steps are done, its title."""
    course = load_outline(course_folder(options.course))
    path = record_of(options, world)
    attempts: Sequence[Outcome] = ()
    visited: frozenset[tuple[str, str]] = frozenset()
    # Looking at a list is no reason to begin a record.
    if path.exists():
        with Store.open(path, clock=world.clock) as store:
            attempts, visited = store.outcomes(course.id), store.visited(course.id)
            notice = store.take_notice()
        if notice is not None:
            world.complain(notice.say(world.language))
    progress = progress_of(outline_of(course), attempts, visited)
    widest = max((len(lesson.id) for lesson in course.lessons), default=0)
    for lesson in course.lessons:
        learnt = progress.lessons[lesson.id]
        done = f"{len(learnt.done)}/{len(learnt.steps)}"
        title = visible(lesson.title.in_(world.language))
        world.say(f"{lesson.number:>2}  {lesson.id:<{widest}}  {done:>5}  {title}")
        if options.steps:
            for step in lesson.steps:
                mark = "●" if step.id in learnt.done else "◐" if step.id in learnt.visited else "○"
                world.say(f"      {mark} {step.id}: {visible(step.title.in_(world.language))}")
    return DONE
