"""The wait of every test of a screen: it ends when all is done and drawn, not before, and says what never ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tutor.ui import drive
from tutor.ui.show import screen_text


@pytest.fixture(autouse=True)
def frames() -> None:
    """Let every frame be drawn."""


class Board(App[None]):
    """Shows a word, and does what it is told to when a key is pressed."""

    def __init__(self, act: Callable[[Board], Awaitable[None] | None]) -> None:
        super().__init__()
        self._act = act
        self.released = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Static("before", markup=False)

    def write(self, text: str) -> None:
        self.query_one(Static).update(text)

    async def on_key(self) -> None:
        if (more := self._act(self)) is not None:
            await more


def at_once(app: Board) -> None:
    app.write("after")


def once_drawn_twice(app: Board) -> None:
    app.call_after_refresh(app.call_after_refresh, app.write, "after")


def by_way_of_many_messages(app: Board, left: int = 500) -> None:
    if left:
        app.call_later(by_way_of_many_messages, app, left - 1)
    else:
        app.write("after")


def a_moment_later(app: Board) -> None:
    app.set_timer(0.005, lambda: app.write("after"))


def from_a_worker_with_a_thread(app: Board) -> None:
    async def work() -> None:
        await asyncio.to_thread(time.sleep, 0.05)
        app.write("after")

    app.run_worker(work())


async def while_the_message_is_handled(app: Board) -> None:
    await asyncio.to_thread(time.sleep, 0.05)
    app.write("after")


async def in_a_widget_that_is_new(app: Board) -> None:
    await app.mount(Static("after"))
    await app.query(Static).first().remove()


@pytest.mark.parametrize(
    "act",
    [
        at_once,
        once_drawn_twice,
        by_way_of_many_messages,
        a_moment_later,
        from_a_worker_with_a_thread,
        while_the_message_is_handled,
        in_a_widget_that_is_new,
    ],
    ids=lambda act: act.__name__,
)
async def test_what_a_key_does_is_done_and_drawn_when_the_wait_ends(
    act: Callable[[Board], Awaitable[None] | None],
) -> None:
    app = Board(act)
    async with app.run_test(size=(20, 3)):
        await drive.settled(app)
        assert "before" == screen_text(app).strip()
        await drive.press(app, "x")
        assert "after" == screen_text(app).strip()


async def test_the_screen_has_the_new_size_when_the_wait_ends() -> None:
    app = Board(at_once)
    async with app.run_test(size=(20, 3)):
        await drive.resize(app, 30, 7)
        assert 7 == len(screen_text(app).splitlines())
        await drive.resize(app, 20, 2)
        assert 2 == len(screen_text(app).splitlines())


async def for_ever(app: Board) -> None:
    while not app.released.is_set():
        await asyncio.sleep(0)


async def test_what_goes_on_elsewhere_in_the_loop_is_not_waited_for() -> None:
    waited, seen = asyncio.Event(), asyncio.Event()

    async def is_busy() -> None:
        other = Board(for_ever)
        async with other.run_test():
            other.post_message(drive.key_event("x"))
            waited.set()
            await seen.wait()
            other.released.set()

    async def is_driven() -> None:
        one = Board(at_once)
        async with one.run_test(size=(20, 3)):
            await waited.wait()
            await drive.press(one, "x")
            assert "after" == screen_text(one).strip()
            seen.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(is_busy())
        group.create_task(is_driven())


def drawn_for_ever(app: Board) -> None:
    if not app.released.is_set():
        app.call_after_refresh(drawn_for_ever, app)


def a_worker_that_hangs(app: Board) -> None:
    async def hang() -> None:
        await app.released.wait()

    app.run_worker(hang(), name="that hangs")


async def a_handler_that_hangs(app: Board) -> None:
    await app.released.wait()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (drawn_for_ever, "ready|message"),
        (for_ever, "handling a message: Board"),
        (a_worker_that_hangs, "that hangs"),
        (a_handler_that_hangs, "handling a message: Board"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
async def test_a_wait_that_would_have_no_end_says_what_for(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[Board], Awaitable[None] | None], said: str
) -> None:
    app = Board(act)
    async with app.run_test():
        await drive.settled(app)
        with monkeypatch.context() as hasty, pytest.raises(drive.NeverSettledError, match=said):
            hasty.setattr(drive, "PATIENCE", 0.1)
            await drive.press(app, "x")
        app.released.set()
        await drive.settled(app)


async def test_an_error_of_the_app_is_raised_where_it_is_waited_for() -> None:
    def fails(_: Board) -> None:
        raise RuntimeError("broken")

    app = Board(fails)
    with pytest.raises(RuntimeError, match="broken"):
        async with app.run_test():
            with pytest.raises(RuntimeError, match="broken"):
                await drive.press(app, "x")


async def test_an_app_that_has_ended_is_not_waited_for() -> None:
    app = Board(lambda app: app.exit())
    async with app.run_test():
        await drive.press(app, "x")
        assert app.return_code == 0
