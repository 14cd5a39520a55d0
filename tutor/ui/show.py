"""A screen without a terminal: what it says as text, or as an SVG picture. Snapshots, READMEs and pipes use this."""

from __future__ import annotations

import re
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.cells import cell_len
from textual._context import visible_screen_stack
from textual.app import App

from tutor.course.outline import Outline
from tutor.dataclass import dataclass
from tutor.lab import Values
from tutor.learner.store import Store
from tutor.program import Job, Ran
from tutor.render.rung import Rung
from tutor.session.runner import DirectRunner, Programs
from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.running import own_programs
from tutor.ui.screens.lesson import LessonScreen

SHOWN_AT = 1_767_225_600_000
"""The moment at which a picture is taken: midnight UTC before the first of January 2026, always the same."""


@dataclass(frozen=True)
class Shot:
    """One screen."""

    text: str
    svg: str


async def shoot(
    course: Outline,
    place: tuple[str, str] | None,
    *,
    size: tuple[int, int],
    language: str,
    theme: str = "dark",
    terminal: Rung = Rung(),  # noqa: B008 - it is a tuple, and nobody can change it
    values: Values | None = None,
    press: tuple[str, ...] = (),
    record: Path | None = None,
) -> Shot:
    """Return a step of a lesson, or the course map, as a learner who has answered nothing sees it.

    `values` sets parameters of the step's lab; `press` are keys to press first. With a `record`, it is seen as
    its learner sees it at the moment of the last answer in it; the record itself is not touched.
    """
    programs: list[Programs] = []
    at_the_end = ExitStack()

    def run_program(job: Job) -> Ran:
        # Most steps have no program.
        if not programs:
            programs.append(own_programs())
            at_the_end.callback(programs[0].close)
        ran = programs[0].start(job).outcome(None)
        assert ran is not None
        return ran

    with (
        TemporaryDirectory() as folder,
        Store.open(Path(folder) / "record.sqlite3", clock=lambda: SHOWN_AT) as store,
        at_the_end,
    ):
        if record is not None:
            store.restore(record)
        moment = max((attempt.at for attempt in store.attempts()), default=SHOWN_AT)
        app = TutorApp(
            course,
            store,
            clock=lambda: moment,
            language=language,
            theme=theme,
            terminal=terminal._replace(motion="reduced"),
            start=place,
            resume=False,
            # A picture waits for whatever it shows.
            runner=DirectRunner(run_program=run_program),
        )
        async with app.run_test(size=size):
            await drive.settled(app)
            if values and isinstance(app.screen, LessonScreen):
                app.screen.set_values(values)
                await drive.settled(app)
            await drive.press(app, *press)
            return Shot(screen_text(app), _wide(app.export_screenshot(title=course.title.in_(language))))


def screen_text(app: App[Any]) -> str:
    """Return what is on screen now, line by line, without the spaces at the ends of lines."""
    # What lies under a dialog shows through. Textual remembers it for whoever drew last, which may be another task.
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    return "\n".join(lines) + "\n"


_TEXT = re.compile(r'(<text [^>]*textLength=")([\d.]+)("[^>]*>)([^<]*)(</text>)')


def _wide(svg: str) -> str:
    """Return rich's picture with Korean at its width: rich counts characters where it should count cells."""

    def mend(found: re.Match[str]) -> str:
        start, length, middle, content, end = found.groups()
        text = unescape(content)
        true_length = float(length) / max(len(text), 1) * cell_len(text)
        return f"{start}{true_length:.1f}{middle}{content}{end}"

    return _TEXT.sub(mend, svg)
