"""Whatever fails in a running app ends it with a fault that is told elsewhere; nothing is printed by the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.app import App

from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.screens.help import HelpScreen

from .conftest import OpenApp, Walk


class BrokenError(Exception):
    """What the tests raise; it says in its own way how it wants to be printed."""

    def __rich__(self) -> str:
        return "[red]printed without being asked[/red]"


def broken(*_: object, **__: object) -> None:
    """Fail."""
    raise BrokenError("this is meant")


async def broken_later() -> None:
    """Fail in a moment."""
    await asyncio.sleep(0)
    broken()


def in_a_key(walk: Walk) -> None:
    walk.app.action_help = broken  # type: ignore[method-assign]
    walk.app.post_message(drive.key_event("?"))


def in_a_timer(walk: Walk) -> None:
    walk.app.set_timer(0.001, broken)


def in_a_worker(walk: Walk) -> None:
    walk.app.run_worker(broken_later())


def in_a_thread_of_a_worker(walk: Walk) -> None:
    walk.app.run_worker(broken, thread=True)


def in_compose(walk: Walk) -> None:
    screen = HelpScreen(())
    screen.compose = broken  # type: ignore[method-assign, assignment]
    walk.app.push_screen(screen)


def in_what_was_left_for_later(walk: Walk) -> None:
    walk.app.call_later(broken)


@pytest.mark.parametrize(
    "fails",
    [in_a_key, in_a_timer, in_a_worker, in_a_thread_of_a_worker, in_compose, in_what_was_left_for_later],
    ids=lambda one: one.__name__,
)
async def test_a_fault_anywhere_ends_the_app_and_prints_nothing(
    open_app: OpenApp, fails: Callable[[Walk], None], capsys: pytest.CaptureFixture[str]
) -> None:
    app: App[None] | None = None
    with pytest.raises(Exception, match=r"this is meant|BrokenError"):
        async with open_app() as walk:
            app = walk.app
            fails(walk)
            await asyncio.wait_for(app._exception_event.wait(), None)
    assert isinstance(app, TutorApp)
    assert isinstance(app.fault, BrokenError)
    assert 1 == app.return_code
    assert ("", "") == capsys.readouterr()
