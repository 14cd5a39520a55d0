"""`tutor PATH --watch`: the app follows the author's files, at the same step with the same parameters."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tutor.course.model import Course, CourseError, Finding
from tutor.course.outline import Outline, load_outline
from tutor.figure import Role
from tutor.learner.store import Store
from tutor.render.wrap import wrapped
from tutor.session.engine import Engine
from tutor.ui import messages
from tutor.ui.app import TutorApp
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.too_small import TooSmallScreen
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

LOOK_EVERY = 0.4
"""Seconds between two looks at the files."""

Fingerprint = frozenset[tuple[str, int, int]]
"""Every file of a course, with when it was changed last and how long it is."""


def fingerprint(folder: Path) -> Fingerprint:
    """Return the state of the files in a course's folder. Hidden files and editors' copies do not count."""
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in files:
            if name.startswith(".") or name.endswith("~"):
                continue
            path = Path(root) / name
            try:
                state = path.stat()
            except OSError:
                # Between the listing and the look it was moved away.
                continue
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return frozenset(found)


@dataclass
class Watch:
    """Knows what the files of a course looked like last."""

    folder: Path
    look: Callable[[Path], Fingerprint] = fingerprint
    _seen: Fingerprint = field(init=False)

    def __post_init__(self) -> None:
        self._seen = self.look(self.folder)

    def changed(self) -> bool:
        """Return whether anything has changed since the last time this was asked."""
        before, self._seen = self._seen, self.look(self.folder)
        return self._seen != before


class FindingsText(Lines):
    """What is wrong, each finding with its place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self._findings = findings

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        lines: list[list[Segment]] = []
        for finding in self._findings:
            style = look.role(Role.LOSS, bold=True) if finding.severe else look.strong
            lines.append([Segment("✗ " if finding.severe else "· ", style), Segment(str(finding.place), look.strong)])
            lines += [[Segment("  "), Segment(row, look.ink)] for row in wrapped(finding.message, max(width - 2, 2))]
            lines.append([])
        return [*lines, *([Segment(row, look.quiet)] for row in wrapped(messages.WATCH_GOES(look.language), width))]


class FindingsScreen(ModalScreen[None]):
    """A panel over the last good version of the course. It goes by itself when the files are mended."""

    BINDINGS = [bind("escape,q", "dismiss", "KEY_CLOSE", display="esc")]

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = tuple(findings)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide") as dialog:
            dialog.border_title = messages.WATCH_BROKEN(look_of(self).language)
            yield FindingsText(self.findings)
        yield KeyLine()


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
                    self._waiting = await asyncio.to_thread(_load, self._watch.folder)
                except CourseError as error:
                    self._waiting = None
                    self._show(error.findings)
            # Behind the message that the terminal is too small, nothing moves.
            if self._waiting is not None and not isinstance(self.screen, TooSmallScreen):
                outline, course = self._waiting
                self._waiting = None
                self.change_course(outline, Engine(outline, course))

    def _show(self, findings: Sequence[Finding]) -> None:
        shown = FindingsScreen(findings)
        if isinstance(self.screen, FindingsScreen):
            self.switch_screen(shown)
        else:
            self.push_screen(shown)


def _load(folder: Path) -> tuple[Outline, Course]:
    # Imported here, in the thread: see `tutor.session.engine`.
    from tutor.course.loader import load_course

    return load_outline(folder), load_course(folder)
