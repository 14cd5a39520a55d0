"""Drive an app without a person: press its keys, resize it, and wait until all that follows is done and drawn.

What Textual and asyncio keep to themselves is read here and nowhere else.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from textual import events
from textual._context import active_app
from textual.app import App
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump

PATIENCE = 60.0
"""Seconds after which an app that still does not stand still is given up."""
SOON = 0.01
"""Seconds within which what a clock will call counts as due: Textual tells a screen of its new size after 1/120."""


class NeverSettledError(Exception):
    """An app did not come to rest."""


async def press(app: App[Any], *keys: str) -> None:
    """Press keys, by Textual's names or as characters, and wait after each until what it does is done and drawn.

    Raises:
        NeverSettledError: see `settled`.
    """
    for key in keys:
        app.post_message(key_event(key))
        await settled(app)


async def resize(app: App[Any], columns: int, rows: int) -> None:
    """Give the terminal another size, and wait until the screen fits it.

    Raises:
        NeverSettledError: see `settled`.
    """
    size = Size(columns, rows)
    assert app._driver is not None
    app._driver._size = size
    app.post_message(events.Resize(size, size))
    await settled(app)


async def settled(app: App[Any]) -> None:
    """Wait until nothing is ready to run, nothing waits to be drawn and nothing runs elsewhere, or the app has ended.

    A screen is drawn at once here, not at the next of its sixty moments a second.

    Raises:
        NeverSettledError: something still goes on after `PATIENCE` seconds; it says what.
    """
    loop: Any = asyncio.get_running_loop()
    give_up = loop.time() + PATIENCE
    await asyncio.sleep(0)
    while not app._exit:
        if app._exception is not None:
            raise app._exception
        pause = 0.0
        # Threads put more there at any moment: what is ready is asked of a copy.
        if not any(_is_of(app, call) for call in list(loop._ready)):
            screens = _to_draw(app)
            for screen in screens:
                screen._on_timer_update()
            if not screens:
                if next(_going_on(app, loop), None) is None:
                    return
                # Whatever runs in a thread or waits for a clock gets the time that it needs.
                pause = 0.001
        if loop.time() > give_up:
            what = "; ".join(_going_on(app, loop)) or f"ready: {list(loop._ready)}"
            raise NeverSettledError(f"after {PATIENCE:g} seconds still {what}")
        await asyncio.sleep(pause)


def _going_on(app: App[Any], loop: Any) -> Iterator[str]:
    """Yield in words what the app does or is about to do, though nothing of it is ready to run now."""
    for pump in (app, *app._registry):
        if not _is_idle(pump):
            yield f"handling a message: {pump}"
    for worker in app.workers:
        if not worker.is_finished:
            yield f"running: {worker}"
    if not app._animator._complete_event.is_set():
        yield "moving: an animation"
    for call in loop._scheduled:
        if not call.cancelled() and call.when() <= loop.time() + SOON and _is_of(app, call):
            yield f"about to be called: {call}"


def _is_of(app: App[Any], call: Any) -> bool:
    """Return whether what a loop will call belongs to no other app: several may share the loop."""
    return call._context.get(active_app, app) is app


def _is_idle(pump: MessagePump) -> bool:
    """Return whether a pump that runs waits for a message; while it handles one, or has one, it does not."""
    if not pump._running:
        return True
    ready: Any = pump._message_queue.ready_event
    # Each pump is asked, again and again: a generator for each took half of the time.
    for waiter in ready._waiters:  # noqa: SIM110
        if not waiter.done():
            return True
    return False


def _to_draw(app: App[Any]) -> list[Any]:
    """Return the screens that can be seen and are not drawn as they are now."""
    return [
        screen
        for screen in (*app._background_screens, app.screen)
        if screen._update_timer._active.is_set() or (screen is app.screen and screen._layout_required)
    ]


def key_event(key: str) -> events.Key:
    """Return what a terminal says when a key is pressed."""
    if len(key) == 1:
        return events.Key(key if key.isalnum() else _character_to_key(key), key)
    character = None
    with suppress(KeyError):
        character = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    return events.Key(key, character)
