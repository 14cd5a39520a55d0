"""A line of things to do: ← → choose one, Enter does it, and its letter does it from anywhere nearby."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.render.actions import Action, action_lines
from tutor.render.clickable import NOTHING, Clickable
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


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
        self._shown: Clickable = NOTHING
        self._drawn = actions

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
        number = self._shown.thing_at(*offset) if offset is not None else None
        # A click can come before what has changed is drawn, and is not meant for that.
        if number is not None and self._drawn == self.actions:
            self.chosen = number
            self.action_press()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        self._drawn = self.actions
        self._shown = action_lines(self.actions, self.chosen if self.has_focus else None, width, look_of(self))
        return self._shown.lines
