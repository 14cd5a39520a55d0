"""Frames over a slow line: none is made before the last was taken, and what is there in the end is all there is."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

import pyte
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.widget import Widget

from tutor.ui.show import screen_text
from tutor.ui.terminal.gate import Gate, GatedScreen

SIZE = (60, 20)
NARROW = [12_000.0] * 8
"""What eight answers over a narrow line have told."""


class SlowDriver(HeadlessDriver):
    """A terminal that reads a byte only when the test says so."""

    def __init__(self, app: App[Any], **given: Any) -> None:
        super().__init__(app, **given)
        self.now = 0.0
        self.gate = Gate(self, clock=lambda: self.now, erases=True)
        self.unread: deque[str | None] = deque()
        """what was written; None is a question"""
        self.screen = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self.screen)

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.unread.append(self.gate.passing(data))

    def ask(self) -> None:
        self.unread.append(None)
        self.gate.asked()

    def is_busy(self) -> bool:
        return False

    def read(self, width: float = 20_000.0) -> bool:
        """Read up to the next question and answer it; return whether there was one."""
        while self.unread:
            data = self.unread.popleft()
            if data is None:
                self.gate.answered()
                return True
            self.now += len(data) / width
            self._stream.feed(data)
        return False

    @property
    def questions(self) -> int:
        """How many frames it has not read."""
        return self.unread.count(None)


class Row(Widget):
    """A line of text that changes without a new layout."""

    DEFAULT_CSS = "Row { height: 1; }"

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.text = text

    def render(self) -> str:
        return self.text

    def update(self, text: str) -> None:
        """Show another text."""
        self.text = text
        self.refresh()


class First(GatedScreen[None]):
    """Rows of text, and some that come and go."""

    def compose(self) -> ComposeResult:
        for number in range(SIZE[1] - 4):
            yield Row(f"row {number} " + "·" * 40, id=f"row{number}")


class Rows(App[None]):
    """An app of one screen of rows."""

    def get_driver_class(self) -> type[SlowDriver]:
        return SlowDriver

    def get_default_screen(self) -> First:
        return First()

    def change(self, row: int, value: int) -> None:
        self.screen.query_one(f"#row{row}", Row).update(f"row {row} = {value} " + "▒" * (value % 37))

    def toggle(self, row: int) -> None:
        widget = self.screen.query_one(f"#row{row}")
        widget.display = not widget.display


@pytest.fixture(autouse=True)
def frames() -> None:
    """Let every frame be drawn."""


@pytest.fixture(autouse=True)
def slow_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual takes the driver of its tests from there."""
    monkeypatch.setattr("textual.drivers.headless_driver.HeadlessDriver", SlowDriver)


def driver_of(app: App[Any]) -> SlowDriver:
    assert isinstance(app._driver, SlowDriver)
    return app._driver


async def quiet() -> None:
    """Let the app do what it has to do; it draws sixty times a second."""
    for _ in range(4):
        await asyncio.sleep(1 / 60)


async def read_all(app: App[Any]) -> None:
    """Read and answer until nothing more comes."""
    driver = driver_of(app)
    still = 0
    while still < 2:
        still = 0 if driver.read() else still + 1
        await quiet()


def shown(app: App[Any]) -> str:
    """What the terminal shows."""
    return "".join(line.rstrip() + "\n" for line in driver_of(app).screen.display)


async def test_while_a_frame_is_not_taken_no_other_is_made_and_then_one_shows_all_that_changed() -> None:
    app = Rows()
    async with app.run_test(size=SIZE):
        await read_all(app)
        driver = driver_of(app)
        driver.gate.line._widths.extend(NARROW)
        app.change(1, 1)
        await quiet()
        assert 1 == driver.questions
        for value in range(2, 30):
            app.change(1, value)
            app.change(value % 10, value)
            await asyncio.sleep(0.005)
        await quiet()
        # As much as the line itself holds may be on the way.
        assert driver.questions <= 2
        driver.read()
        await quiet()
        assert driver.questions <= 2
        await read_all(app)
        assert screen_text(app) == shown(app)


async def test_what_changes_just_before_an_answer_is_drawn_as_well() -> None:
    app = Rows()
    async with app.run_test(size=SIZE):
        await read_all(app)
        row = app.screen.query_one("#row3")
        app.change(3, 3)
        for _ in range(20):
            if row in app.screen._dirty_widgets:
                break
            await asyncio.sleep(0)
        assert row in app.screen._dirty_widgets
        # The answer comes before the next of the sixty moments a second.
        app.screen.draw_soon()  # type: ignore[attr-defined]
        await read_all(app)
        assert "row 3 = 3" in shown(app)


async def test_what_was_cut_at_the_edge_of_a_smaller_terminal_is_drawn_over() -> None:
    """The terminal has its new size already when another frame of the old one comes."""
    app = Rows()
    async with app.run_test(size=SIZE) as pilot:
        await read_all(app)
        columns = SIZE[0] // 2
        driver_of(app).screen.resize(columns=columns)
        app.change(2, 36)
        await read_all(app)
        await pilot.resize_terminal(columns, SIZE[1])
        await read_all(app)
        assert screen_text(app) == shown(app)


async def test_what_would_take_long_goes_out_in_pieces_and_no_row_twice_before_the_others_once() -> None:
    app = Rows()
    async with app.run_test(size=SIZE):
        await read_all(app)
        driver = driver_of(app)
        driver.gate.line._widths.extend(NARROW)
        seen: set[int] = set()
        for value in range(40, 52):
            for row in range(16):
                app.change(row, value)
            await quiet()
            text = "".join(part for part in driver.unread if part)
            assert len(text.encode()) < 4_000
            driver.read()
            seen |= {row for row in range(16) if f"row {row} = {value}" in shown(app)}
        assert set(range(16)) == seen
        await read_all(app)
        assert screen_text(app) == shown(app)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(["change", "change", "read", "read", "wait", "toggle", "push", "pop"]), st.integers(0, 15)
        ),
        min_size=10,
        max_size=30,
    )
)
async def test_whatever_changes_and_however_late_it_is_taken_the_last_state_arrives(
    acts: list[tuple[str, int]],
) -> None:
    app = Rows()
    async with app.run_test(size=SIZE):
        await quiet()
        driver_of(app).gate.line._widths.extend(NARROW)
        for count, (act, number) in enumerate(acts):
            match act:
                case "change" if len(app.screen_stack) == 1:
                    app.change(number, count)
                case "toggle" if len(app.screen_stack) == 1:
                    app.toggle(number)
                case "read":
                    driver_of(app).read(width=10 ** (3 + number / 4))
                case "push" if len(app.screen_stack) == 1:
                    await app.push_screen(First())
                case "pop" if len(app.screen_stack) == 2:
                    await app.pop_screen()
            # Now and then an answer comes before the screen has been told of all that changed, or before it draws.
            for _ in range(number % 5):
                await asyncio.sleep(0)
            if act == "wait":
                await asyncio.sleep(1 / 60)
        await read_all(app)
        assert screen_text(app) == shown(app)
