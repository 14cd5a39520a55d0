"""What tests of screens share: a short course, a clock that stands still, an app to drive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from tests.trusted import outline_in, standing_course
from tutor.chart.palette import Maths
from tutor.course.outline import Outline
from tutor.lab import Values
from tutor.learner.store import Store
from tutor.render.rung import Colours, Rung
from tutor.session.runner import Runner
from tutor.session.session import SURE_SETTING
from tutor.stand_ins import Marks
from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.show import screen_text
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.question import Entry

TOUR = Path(__file__).parent.parent / "tour"
LESSONS = Path(__file__).parent.parent.parent / "lessons"
NOON = 1_767_268_800_000
"""Midday UTC on the first of January 2026, in milliseconds."""


@dataclass
class StillClock:
    """A clock in milliseconds that moves only when it is told to."""

    now: int = NOON

    def __call__(self) -> int:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        """Let time pass."""
        self.now += round(seconds * 1000)


@dataclass
class Walk:
    """A running app, what to press it with, and what it shows."""

    app: TutorApp
    pilot: Pilot[None]
    clock: StillClock

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until all is done. Nothing is drawn: see `seen`."""
        await drive.press(self.app, *keys)

    async def type(self, text: str) -> None:
        """Press the keys of `text`."""
        await self.press(*text)

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await drive.resize(self.app, columns, rows)

    async def settled(self) -> None:
        """Wait until the screen stands still."""
        await drive.settled(self.app)

    async def seen(self, *keys: str) -> str:
        """Press keys, if any, and return the screen as text once it stands still."""
        await (self.press(*keys) if keys else self.settled())
        return screen_text(self.app)

    async def seen_at(self, columns: int, rows: int) -> str:
        """Give the terminal another size, and return the screen."""
        await self.resize(columns, rows)
        return await self.seen()

    async def tab_to(self, sign: str) -> str:
        """Press tab until the screen shows `sign`, which is how something that has the focus looks, and return it."""
        await self.settled()
        for _ in range(16):
            if sign in self._at_the_focus() and sign in (text := await self.seen()):
                return text
            await self.press("tab")
        raise AssertionError(f"no tab leads to {sign!r}; the screen is:\n{await self.seen()}")

    def _at_the_focus(self) -> str:
        """Return what has the focus, and the keys: the rest of the screen takes longer to draw."""
        screen = self.app.screen
        drawn = [*([screen.focused] if screen.focused is not None else []), *screen.query(KeyLine)]
        strips = [strip for one in drawn for strip in one.render_lines(Region(0, 0, *one.outer_size))]
        return "\n".join(strip.text for strip in strips)

    async def tab_to_entry(self) -> None:
        """Press tab until something is typed into."""
        await drive.settled(self.app)
        for _ in range(15):
            if isinstance(self.app.focused, Entry):
                return
            await drive.press(self.app, "tab")
        raise AssertionError(f"no tab leads to an entry; the screen is:\n{await self.seen()}")


OpenApp = Callable[..., AbstractAsyncContextManager[Walk]]


@pytest.fixture(scope="session")
def tour() -> Outline:
    """The short course that has one of everything."""
    return outline_in(TOUR)


@pytest.fixture
def clock() -> StillClock:
    """A clock that stands still at noon."""
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Iterator[Store]:
    """A fresh record, of a learner who does not want to be asked how sure they are."""
    with Store.open(tmp_path / "record.sqlite3", clock=clock) as fresh:
        fresh.save_setting(SURE_SETTING, "off")
        yield fresh


@pytest.fixture(autouse=True)
def frames(unseen_frames: None) -> None:
    """Draw a screen when a test looks at it; modules that test frames draw them all."""


@pytest.fixture
def open_app(tour: Outline, store: Store, clock: StillClock) -> OpenApp:
    """Open the app on the short course: `async with open_app(at=("line", "move")) as walk`."""

    @asynccontextmanager
    async def opened(
        *,
        at: tuple[str, str] | None = None,
        values: Values | None = None,
        size: tuple[int, int] = (120, 36),
        language: str = "en",
        theme: str = "dark",
        colours: Colours = "truecolor",
        marks: Marks = "braille",
        maths: Maths = "unicode",
        record: Store | None = None,
        course: Outline | None = None,
        resume: bool = True,
        notices: bool = False,
        runner: Runner | None = None,
    ) -> AsyncIterator[Walk]:
        app = TutorApp(
            course or tour,
            record or store,
            clock=clock,
            language=language,
            theme=theme,
            terminal=Rung(colours, marks, maths, "reduced"),
            start=at,
            start_values=values,
            resume=resume,
            runner=runner,
            loaded=standing_course((course or tour).folder),
        )
        async with app.run_test(size=size, notifications=notices) as pilot:
            await drive.settled(app)
            yield Walk(app, pilot, clock)

    return opened
