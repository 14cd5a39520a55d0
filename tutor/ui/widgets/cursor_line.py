"""The line in which a learner puts points of their own on the plane of a lab: by keys, or typed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.render.cursor import cursor_lines
from tutor.session.cursor import LARGE_STEPS, Cursor
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

LONGEST_TYPED = 40


class CursorLine(Lines, can_focus=True):
    """Moves a cursor over a plane, and puts points there."""

    BINDINGS = [
        bind("left", "go(-1, 0)", "KEY_POINT_GO", display="← → ↑ ↓"),
        bind("right", "go(1, 0)", ""),
        bind("up", "go(0, 1)", ""),
        bind("down", "go(0, -1)", ""),
        bind("shift+left", f"go({-LARGE_STEPS}, 0)", "KEY_POINT_GO_FAR", display="⇧← …", shown=False),
        bind("shift+right", f"go({LARGE_STEPS}, 0)", ""),
        bind("shift+up", f"go(0, {LARGE_STEPS})", ""),
        bind("shift+down", f"go(0, {-LARGE_STEPS})", ""),
        bind("1", "put(1)", "KEY_POINT_PUT", display="1 0"),
        bind("0", "put(0)", ""),
        bind("escape,o", "leave", "KEY_POINT_LEAVE", display="esc"),
        bind("backspace,delete", "remove", "KEY_POINT_REMOVE", display="⌫"),
        bind("space", "turn", "KEY_POINT_TURN", shown=False),
        bind("enter", "enter", "KEY_POINT_TYPE"),
        bind("u", "undo", "KEY_UNDO", shown=False),
    ]

    typing: var[str | None] = var(None)
    """what has been typed of a point so far, or None while nothing is"""
    refused: var[bool] = var(False)
    """what was typed is no point"""

    @dataclass
    class Moved(Message):
        """The cursor is elsewhere."""

    @dataclass
    class Left(Message):
        """No more points are to be put."""

    def __init__(self) -> None:
        """Make it without a cursor."""
        super().__init__()
        self.cursor: Cursor | None = None
        self._rows = 2

    def on_mount(self) -> None:
        self.display = False

    def show(self, cursor: Cursor | None, rows: int = 2) -> None:
        """Show a cursor, in as many rows as the controls had whose place it takes; nothing with None."""
        self.cursor, self._rows = cursor, rows
        self.set_reactive(CursorLine.typing, None)
        self.display = cursor is not None
        self.update_lines()

    # -- what keys do -------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if self.cursor is None:
            return False
        if self.typing is not None:
            return action in ("enter", "leave")
        return action != "remove" or self.cursor.here is not None

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        if self.typing is None:
            return ""
        return {"enter": "KEY_ACCEPT", "leave": "KEY_CANCEL"}.get(action, "")

    def action_go(self, across: int, up: int) -> None:
        if self.cursor is not None:
            self.cursor.go(across, up)
            self._moved()

    def action_put(self, kind: int) -> None:
        if self.cursor is not None:
            self.cursor.put(kind)
            self._moved()

    def action_remove(self) -> None:
        if self.cursor is not None:
            self.cursor.remove()
            self._moved()

    def action_turn(self) -> None:
        if self.cursor is not None:
            self.cursor.turn()
            self._moved()

    def action_undo(self) -> None:
        if self.cursor is not None:
            self.cursor.undo()
            self._moved()

    def action_enter(self) -> None:
        """Begin to type a point, or put the one that was typed."""
        if self.cursor is None:
            return
        if self.typing is None:
            self.refused = False
            self.typing = ""
        elif self.cursor.type(self.typing):
            # Whoever types one point types others.
            self.typing = ""
            self._moved()
        else:
            self.refused = True

    def action_leave(self) -> None:
        if self.typing is not None:
            self.typing = None
        else:
            self.post_message(self.Left())

    def _moved(self) -> None:
        self.update_lines()
        self.refresh_bindings()
        self.post_message(self.Moved())

    # -- typing -------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if self.typing is None:
            return
        if event.key == "backspace":
            self.typing = self.typing[:-1]
        elif self.check_consume_key(event.key, event.character):
            self.typing = (self.typing + (event.character or ""))[:LONGEST_TYPED]
        else:
            return
        self.refused = False
        event.stop()
        event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Return whether a key is typed: while a point is, all that can be printed."""
        return self.typing is not None and character is not None and character.isprintable()

    # -- what it looks like -------------------------------------------------------------------------------------------

    def watch_typing(self) -> None:
        self.update_lines()
        self.refresh_bindings()

    def watch_refused(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.cursor is None:
            return []
        lines = cursor_lines(self.cursor, self.typing, width, look_of(self), refused=self.refused)
        return [*lines, *([] for _ in range(self._rows - len(lines)))]
