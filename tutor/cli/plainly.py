"""The course as a dialogue line by line: on what is typed and shown in this process."""

from __future__ import annotations

import argparse
import gc
import shutil
from contextlib import closing
from functools import partial
from io import TextIOWrapper

from tutor.cli.languages import course_language
from tutor.cli.programs import programs_for
from tutor.cli.world import World
from tutor.course.outline import Outline
from tutor.lab import Values
from tutor.learner.notices import StoreNotice
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.plain.desk import Desk, Ear, Progress
from tutor.plain.editor import editing
from tutor.plain.front import Front, PlaceOf
from tutor.plain.interrupts import Interrupts
from tutor.plain.runner import WaitingRunner
from tutor.plain.voice import Voice
from tutor.session.session import Session

WIDTH = 80
"""Cells of a line where nobody says how many there are."""


def open_plainly(
    options: argparse.Namespace,
    course: Outline,
    store: Store,
    world: World,
    *,
    start: tuple[str, str] | None,
    values: Values,
    place_of: PlaceOf,
) -> None:
    """Hold the dialogue at `start`, or where the learner left off, until nothing more is typed.

    `values` is what the lab there is set to at first; `place_of` reads the name of a lesson and a step.
    """
    gc.enable()
    is_typed = world.stdin.isatty()
    if isinstance(world.stdin, TextIOWrapper):
        # What is no text is no reason to end.
        world.stdin.reconfigure(errors="replace")

    def write(text: str) -> None:
        world.print(text)
        world.flush()

    def columns() -> int:
        return shutil.get_terminal_size((WIDTH, 24)).columns if world.stdout.isatty() else WIDTH

    voice = Voice(write, columns)
    desk: Desk
    progress = Progress(lambda: desk)
    interrupts = Interrupts()
    runner = WaitingRunner(partial(programs_for, course.folder, options, world), progress.further, interrupts.look)

    def tell(notice: StoreNotice) -> None:
        desk.say(notice.say(desk.language))

    language = course_language(course, options.lang, world, store.settings().get("language", ""))
    session = Session(
        course,
        store,
        clock=world.clock,
        language=language or world.language,
        runner=lambda: runner,
        tell=tell,
    )
    editor = world.environ.get("VISUAL") or world.environ.get("EDITOR") or ""
    ear = Ear(interrupts.awaited_in(world.stdin.readline), voice, is_typed=is_typed)
    desk = Desk(session, voice, ear, runner, editing(editor) if editor and is_typed else None)
    front = Front(desk, progress, place_of)
    place = StepPlace(*start) if start is not None else session.place_left_today()
    with interrupts, closing(session):
        session.tell(store.take_notice())
        front.run(place, values)
        store.keep_safe()
