"""The course as a dialogue line by line: on what is typed and shown in this process."""

from __future__ import annotations

import argparse
import gc
import shlex
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.cli.languages import course_language
from tutor.cli.open import close, place_of, start_values, state_in
from tutor.cli.programs import programs_for
from tutor.cli.world import DONE, FAILED, World
from tutor.course.outline import Outline
from tutor.learner.notices import StoreNotice
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.plain.desk import Desk, Ear, Progress
from tutor.plain.front import Front
from tutor.plain.runner import WaitingRunner
from tutor.plain.voice import Voice
from tutor.session.session import Session

WIDTH = 80
"""Cells of a line where nobody says how many there are."""


def open_plainly(
    options: argparse.Namespace, course: Outline, store: Store, start: tuple[str, str] | None, world: World
) -> int:
    """Hold the dialogue where the learner left off, until nothing more is typed."""
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
    runner = WaitingRunner(partial(programs_for, course.folder, options, world), progress.further)

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
    ear = Ear(world.stdin.readline, voice, is_typed=is_typed)
    desk = Desk(session, voice, ear, runner, _editing(editor) if editor and is_typed else None)
    front = Front(desk, progress, lambda given: place_of(given, course))
    place = StepPlace(*start) if start is not None else session.last_place()
    try:
        session.tell(store.take_notice())
        front.run(place, start_values(state_in(options.at or "")))
        store.keep_safe()
    finally:
        session.close()
        is_saved = close(store, world)
    return DONE if is_saved else FAILED


def _editing(command: str) -> Callable[[str, str], str | None]:
    """Return what opens a text in the learner's editor and waits until it is closed."""

    def edit(name: str, text: str) -> str | None:
        try:
            words = shlex.split(command)
        except ValueError:
            # A quotation mark is left open.
            words = command.split()
        try:
            with TemporaryDirectory(prefix="tutor-") as folder:
                path = Path(folder) / f"{name}.py"
                path.write_text(text, encoding="utf-8")
                subprocess.run([*words, str(path)], check=False)
                return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        except OSError:
            return None

    return edit
