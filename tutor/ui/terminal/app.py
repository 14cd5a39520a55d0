"""An app that copes with its terminal: it leaves it as it was, pauses and comes back, and fails without a mess."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import ref

from textual import constants, events, on
from textual.app import App, SuspendNotSupported
from textual.dom import DOMNode
from textual.driver import Driver
from textual.timer import Timer
from textual.worker import WorkerFailed

SUSPEND = "suspend_process"
"""Textual's name of the action that pauses the program."""
STANDS_SOON = 0.002
"""Seconds after which a key that came before its screen did looks for it again."""


class TerminalApp(App[None]):
    """An app in a terminal, as far as that has nothing to do with what it shows."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._keys: deque[events.Key | events.Paste] = deque()
        """keys and pastes that have come: the one that is being handled, and those after it"""
        self._way: list[ref[DOMNode]] = []
        """what is still to hear of what the last of them has said; it may be gone"""

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver where there is one, unless Textual's environment asks for another."""
        if sys.platform == "win32" or constants.DRIVER is not None:
            return super().get_driver_class()
        from tutor.ui.terminal.driver import TerminalDriver

        return TerminalDriver

    # -- time ---------------------------------------------------------------------------------------------------------

    def set_timer(self, *arguments: Any, **options: Any) -> Timer:
        """As in Textual, but what is to be done once is done, however late.

        Textual leaves out what the machine held up for the whole delay: of a new size, a hundredth of a second.
        """
        timer = super().set_timer(*arguments, **options)
        timer._skip = False
        return timer

    # -- keys ---------------------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._keys.append(event)
            if len(self._keys) == 1:
                await self._take_key()
        else:
            await super().on_event(event)

    async def _take_key(self) -> None:
        if self.screen_stack and not self.screen.is_mounted:
            # There is nothing on it yet for which it could be meant.
            self.set_timer(STANDS_SOON, self._take_key)
            return
        if self._hears_first():
            return
        self._way = [ref(node) for node in self._way_up()]
        await self._typed(self._keys[0])
        # What it has put off comes before the next one: where the focus goes, above all.
        self.call_later(self._key_is_done)

    async def _key_is_done(self) -> None:
        self._keys.popleft()
        if self._keys:
            await self._take_key()

    def _way_up(self) -> list[DOMNode]:
        """Return what hears of what the focus says before this app does, one after the other: a screen is the last."""
        reached = (self.focused or self.screen) if self.screen_stack else self
        return [node for node in reached.ancestors_with_self if node is not self]

    def _hears_first(self) -> bool:
        """Return whether what the last key has said is still on its way up: the next key is taken once it has come.

        Where it has led to another screen, that may go on from there, as from a dialog that was closed.
        """
        way = [node for known in self._way if (node := known()) is not None]
        if way and self.screen_stack and way[-1] is not self.screen:
            way += self._way_up()
        while way and any(map(_has_messages, (self, *way))):
            node = way.pop(0)
            self._way = [ref(above) for above in way]
            if node.call_later(self.call_later, self._take_key):
                return True
        return False

    async def _typed(self, event: events.Key | events.Paste) -> None:
        """Do what a key means, or take in a paste, before anything is made of the next one.

        Textual hands a key from one widget's queue to the next until somebody wants it, and the next key at the same
        time: a letter, which the first widget takes, would come before a backspace that was pressed earlier.
        """
        self.app_focus = True
        if isinstance(event, events.Key) and await self._check_bindings(event.key, priority=True):
            return
        event._set_forwarded()
        event.bubble = False  # type: ignore[misc]  # what follows does it, in its turn
        node: DOMNode | None = self.focused or self.screen
        while node is not None and node is not self:
            with node._context():
                await node._dispatch_message(event)
            if event._stop_propagation or not (node.is_parent_active and node.is_attached):
                return
            event.prevent_default(prevent=False)
            node = node.parent
        await super().on_event(event)

    # -- a fault ------------------------------------------------------------------------------------------------------

    @property
    def fault(self) -> Exception | None:
        """What made the app end, where that was no wish of anybody: for whoever runs it, to be told and kept."""
        error = self._exception
        while isinstance(error, WorkerFailed):
            error = error.error if isinstance(error.error, Exception) else None
        return error

    def fail(self, error: Exception) -> None:
        """End because of a fault that Textual does not see: in a task, or in a thread of ours."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own prints the error, with the value of every variable on the way. An error may also say how it is
        # to be printed, in a way that nobody has checked.
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    async def _shutdown(self) -> None:
        try:
            await super()._shutdown()
        finally:
            self.give_back_terminal()
            if self._driver is not None:
                # What was written last is on its way in a thread that would end with the program.
                self._driver.close()

    def give_back_terminal(self) -> None:
        """Leave the terminal as it was, at once, where that has not been done."""
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back()

    # -- a pause ------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == SUSPEND:
            return sys.platform != "win32" and self._driver is not None and self._driver.can_suspend
        return super().check_action(action, parameters)

    @contextmanager
    def lent_terminal(self) -> Iterator[None]:
        """Leave the terminal to another program for a while. Textual does so only where a shell could wake this one.

        Raises:
            SuspendNotSupported: there is no terminal to be lent.
        """
        driver = self._driver
        if driver is None or driver.is_headless or not isinstance(driver, self.get_driver_class()):
            raise SuspendNotSupported
        self._suspend_signal()
        driver.suspend_application_mode()
        try:
            with driver.no_automatic_restart():
                yield
        finally:
            driver.resume_application_mode()
            self._resume_signal()
            self.draw_again()

    @on(Driver.SignalResume)
    def draw_again(self) -> None:
        """Draw everything: what was there is gone from the terminal, or stands elsewhere than it was meant to."""
        gate = getattr(self._driver, "gate", None)
        if gate is not None:
            gate.sheet.forget()
        for screen in self.screen_stack:
            screen.refresh(layout=True)


def _has_messages(node: DOMNode) -> bool:
    # One that Textual has looked at, whether it makes the one before it needless, is in no queue.
    return bool(node.message_queue_size) or node._pending_message is not None
