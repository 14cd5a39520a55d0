"""Where a number, an array or a word is typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.message import Message
from textual.reactive import Reactive, var
from textual.widgets import Input

from tutor.dataclass import dataclass
from tutor.ui.keys import UNLISTED, bind

COMPACT = "-textual-compact"
"""Textual's class of an entry without a border."""


class Entry(Input):
    """One line to type an answer in."""

    BINDINGS = [
        bind("enter", "submit", "KEY_ANSWER"),
        bind("up", "nudge(1)", "KEY_NUDGE", display="↑ ↓"),
        bind("down", "nudge(-1)", ""),
    ]

    @dataclass
    class Nudged(Message):
        """The guess is to go up or down a little."""

        steps: int

    compact: Reactive[bool] = Reactive(True, toggle_class=COMPACT)
    """As in Textual, but from the beginning: it would style an entry twice before that stands anywhere."""
    is_typed_in: var[bool] = var(False)
    """Something was typed since the last answer, the same again at least."""

    def __init__(self, is_said: Callable[[str], bool]) -> None:
        """Make an empty line; `is_said` tells whether something is said to an answer already."""
        super().__init__(compact=True, select_on_focus=False, classes=COMPACT)
        self._is_said = is_said
        self.cursor_blink = False
        self.letters = True
        """letters can be part of an answer; where they cannot, a letter is a key"""
        self.nudges = False
        """arrows move the guess"""
        self.given = ""
        """what was answered last: when it is tried again, typing replaces it"""

    @property
    def is_idle(self) -> bool:
        """Whether Enter would only repeat the last answer, to which something is said: it was pressed twice."""
        return not self.is_typed_in and self._is_said(self.value)

    def watch_is_typed_in(self) -> None:
        self.refresh_bindings()

    def select_given(self) -> None:
        """Select what was answered last, where that is what stands here."""
        if self.given and self.value == self.given:
            self.select_all()

    def on_focus(self) -> None:
        self.select_given()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "nudge":
            return self.nudges
        return super().check_action(action, parameters)

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        return UNLISTED if action == "submit" and self.is_idle else ""

    def action_nudge(self, steps: int) -> None:
        self.post_message(self.Nudged(steps))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return not self._is_shortcut(character) and super().check_consume_key(key, character)

    def _is_shortcut(self, character: str | None) -> bool:
        """Whether a key means something else: where an answer is made of digits, letters do, and ? asks for help."""
        if self.letters or not character:
            return False
        return character == "?" or (character.isalpha() and character not in "eExX")

    async def _on_key(self, event: events.Key) -> None:
        if self._is_shortcut(event.character):
            # Textual calls the handlers of all base classes in turn, and Input's would type the letter.
            event.prevent_default()
        elif event.is_printable:
            self.is_typed_in = True
