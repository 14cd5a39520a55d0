"""`tutor PATH --watch`: the app follows the author's files, at the same step with the same parameters."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tutor.course.finding import CourseError, Finding
from tutor.course.loader import load_course
from tutor.course.model import Course
from tutor.course.outline import Outline, load_outline
from tutor.course.owncode import OwnCode, read_own_code
from tutor.course.watch import Watch
from tutor.learner.store import Store
from tutor.ui.app import TutorApp
from tutor.ui.screens.findings import FindingsScreen
from tutor.ui.screens.too_small import TooSmallScreen

LOOK_EVERY = 0.4
"""Seconds between two looks at the files."""


class WatchingApp(TutorApp):
    """The tutor for whoever is writing the course."""

    def __init__(
        self, course: Outline, store: Store, *, watch: Watch, look_every: float = LOOK_EVERY, **rest: Any
    ) -> None:
        """As `TutorApp`; `watch` says whether the files have changed, and is asked every `look_every` seconds."""
        super().__init__(course, store, **rest)
        self._watch = watch
        self._look_every = look_every
        self._looking = asyncio.Lock()
        self._waiting: tuple[Outline, Course] | None = None

    def on_mount(self) -> None:
        self.set_interval(self._look_every, lambda: self.run_worker(self.look_again()))

    async def look_again(self) -> None:
        """See whether the files have changed, and show what they are now or what is wrong with them."""
        if self._looking.locked():
            return
        async with self._looking:
            if await asyncio.to_thread(self._watch.changed):
                try:
                    self._waiting = await asyncio.to_thread(_load, self._watch.folder, self.session.course.own)
                except CourseError as error:
                    self._waiting = None
                    self._show(error.findings)
            # Behind the message that the terminal is too small, nothing moves.
            if self._waiting is not None and not isinstance(self.screen, TooSmallScreen):
                outline, course = self._waiting
                self._waiting = None
                self.change_course(outline, course)

    def _show(self, findings: Sequence[Finding]) -> None:
        shown = FindingsScreen(findings)
        if isinstance(self.screen, FindingsScreen):
            self.switch_screen(shown)
        else:
            self.push_screen(shown)


def _load(folder: Path, before: OwnCode | None) -> tuple[Outline, Course]:
    # Whoever watches a course writes it: what is saved runs as it is saved.
    own = read_own_code(folder)
    if before is not None:
        own = own._replace(workshop=before.workshop.with_code(own.code))
    return load_outline(folder, own=own), load_course(folder, own=own)
