"""A line of things to do: ← → choose one, Enter does it, and its letter does it from anywhere nearby."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.language import Text, say
from tutor.role import Role
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

POINTER = "▸ "


@dataclass(frozen=True)
class Action:
    """One thing to do."""

    name: str
    words: Text | str
    letter: str = ""
    message: str = ""
    """the name of the message for the last line of the screen; "" for "choose" """


class ActionRow(Lines, can_focus=True):
    """Things to do, side by side, on as many lines as they take."""

    BINDINGS = [
        bind("enter,space", "press", "KEY_CHOOSE", display="enter"),
        bind("left", "move(-1)", "KEY_OTHER", display="← →", shown=False),
        bind("right", "move(1)", ""),
    ]

    actions: var[tuple[Action, ...]] = var(())
    chosen: var[int] = var(0)

    @dataclass
    class Pressed(Message):
        """A thing to do was chosen."""

        row: ActionRow
        name: str

        @property
        def control(self) -> ActionRow:
            """The row."""
            return self.row

    def __init__(self, actions: tuple[Action, ...] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.set_reactive(ActionRow.actions, actions)
        self._spans: list[tuple[int, int, int]] = []
        """of each thing to do: its line, and where it begins and ends there"""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "move":
            return 0 <= self.chosen + int(str(parameters[0])) < len(self.actions)
        return bool(self.actions)

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        if action == "press" and self.actions:
            return self.actions[self.chosen].message
        return ""

    def action_press(self) -> None:
        self.post_message(self.Pressed(self, self.actions[self.chosen].name))

    def action_move(self, steps: int) -> None:
        self.chosen += steps

    def on_mount(self) -> None:
        self.display = bool(self.actions)

    def watch_actions(self) -> None:
        self.chosen = min(self.chosen, max(len(self.actions) - 1, 0))
        self.display = bool(self.actions)
        self.update_lines()

    def watch_chosen(self) -> None:
        self.update_lines()
        self.refresh_bindings()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for number, (line, start, end) in enumerate(self._spans):
            if line == offset.y and start <= offset.x < end:
                self.chosen = number
                self.action_press()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        lines: list[list[Segment]] = [[]]
        self._spans = []
        at = 0
        for number, action in enumerate(self.actions):
            chosen = self.has_focus and number == self.chosen
            words = say(action.words, look.language)
            words = f"[{words}]" if action.letter or action.message == "KEY_CHECK" else f"→ {words}"
            letter = f" {action.letter}" if action.letter else ""
            if at and at + cell_len(POINTER) + cell_len(words) + cell_len(letter) > width:
                lines.append([])
                at = 0
            room = max(width - at - 3, 1)
            words = words if cell_len(words) <= room else set_cell_size(words, room - 1) + "…"
            pointer = POINTER if chosen else " " * cell_len(POINTER)
            style = look.strong + Style(reverse=chosen or None)
            lines[-1] += [Segment(pointer, look.role(Role.MODEL, bold=True)), Segment(words, style)]
            lines[-1] += [Segment(letter, look.quiet), Segment("  ")]
            size = cell_len(pointer) + cell_len(words) + cell_len(letter)
            self._spans.append((len(lines) - 1, at, at + size))
            at += size + 2
        return lines
