"""The controls of a lab: one line a parameter, one widget for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.reactive import var
from textual.timer import Timer

from tutor.lab import Choice, Slider, Timeline, Toggle, Value, Values
from tutor.render.controls import Panel, columns_of, control_lines
from tutor.session import controls
from tutor.session.controls import LARGE_STEPS, Movable, Row
from tutor.session.film import Film, other_speed
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

TYPED = "0123456789.,-−０１２３４５６７８９．，－"
"""What begins a value that is typed, in half the width or in full."""
LONGEST_TYPED = 16


class Controls(Lines, can_focus=True):
    """Sliders, choices, toggles and timelines. ↑ ↓ go from one to the next, ← → move it, digits type a value."""

    BINDINGS = [
        bind("left", "move(-1)", "KEY_MOVE", display="← →"),
        bind("right", "move(1)", ""),
        bind("shift+left", "move_large(-1)", "KEY_MOVE_LARGE", display="⇧← ⇧→", shown=False),
        bind("pagedown", "move_large(-1)", ""),
        bind("shift+right,pageup", "move_large(1)", ""),
        bind("home", "to_end(False)", "KEY_ENDS", display="home end", shown=False),
        bind("end", "to_end(True)", ""),
        bind("up", "row(-1)", "KEY_OTHER_CONTROL", display="↑ ↓"),
        bind("down", "row(1)", ""),
        bind("space", "space", "KEY_PLAY"),
        bind("left_square_bracket", "speed(-1)", "KEY_SPEED", display="[ ]", shown=False),
        bind("right_square_bracket", "speed(1)", ""),
        bind("u,backspace", "undo", "KEY_UNDO", shown=False),
        bind("r", "reset", "KEY_RESET", shown=False),
        bind("enter", "accept", "KEY_ACCEPT"),
        bind("escape", "cancel", "KEY_CANCEL"),
    ]

    cursor: var[int] = var(0)
    playing: var[bool] = var(False)
    speed: var[float] = var(1.0)
    typing: var[str | None] = var(None)
    """what has been typed so far, or None while nothing is typed"""
    refused: var[bool] = var(False)
    """what was typed is no value of this control"""

    def __init__(self, clock: Callable[[], float], *, id: str | None = None) -> None:  # noqa: A002
        """Make controls without a lab; `clock` gives seconds."""
        super().__init__(id=id)
        self._clock = clock
        self._moved: Movable | None = None
        self._rows: tuple[Row, ...] = ()
        self._film: Film | None = None
        self._timer: Timer | None = None
        self._ticks_every = 0.0
        """seconds between two frames of the film"""
        self._played_to = 0
        """where the film has put its timeline last"""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines on screen."""
        return self._rows

    def show(self, moved: Movable | None, rows: Sequence[Row] | None = None) -> None:
        """Show the controls of a visit's lab, those beside its picture or `rows`, or of a film."""
        self.stop()
        self._moved = moved
        self._rows = tuple(rows) if rows is not None else moved.rows if moved is not None else ()
        self.set_reactive(Controls.typing, None)
        self.cursor = 0
        self.can_focus = self.display = bool(self._rows)
        self.update_lines()

    @property
    def _values(self) -> Values:
        return self._moved.values if self._moved is not None else {}

    @property
    def row_(self) -> Row | None:
        """The row that the cursor is on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    @property
    def _played(self) -> Row | None:
        """The timeline that Space plays: the one under the cursor, or from a slider the only one there is."""
        row = self.row_
        if row is None or isinstance(row.parameter, Timeline):
            return row
        if not isinstance(row.parameter, Slider):
            return None
        return next((other for other in self._rows if isinstance(other.parameter, Timeline)), None)

    # -- what keys do ---------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        row = self.row_
        if row is None:
            return False
        parameter = row.parameter
        if self.typing is not None:
            return action in ("accept", "cancel")
        match action:
            case "accept" | "cancel":
                return False
            case "move" | "to_end":
                return True
            case "move_large":
                return isinstance(parameter, Slider | Timeline)
            case "row":
                return len(self._rows) > 1
            case "space":
                return isinstance(parameter, Toggle | Choice) or self._played is not None
            case "speed":
                return self._played is not None
            case "undo":
                return self._moved is not None and self._moved.can_undo
            case "reset":
                return self._moved is not None and self._moved.can_reset
        return True

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        row = self.row_
        if row is None:
            return ""
        if action == "space":
            if self._played is not None:
                return "KEY_PAUSE" if self.playing else "KEY_PLAY"
            return "KEY_FLIP" if isinstance(row.parameter, Toggle) else "KEY_NEXT_OPTION"
        return ""

    def action_move(self, steps: int) -> None:
        self._change(lambda row: controls.moved(row, self._values, steps))

    def action_move_large(self, steps: int) -> None:
        self._change(lambda row: controls.moved(row, self._values, steps * LARGE_STEPS))

    def action_to_end(self, last: bool) -> None:
        self._change(lambda row: controls.to_end(row, self._values, last=last))

    def action_row(self, steps: int) -> None:
        if 0 <= self.cursor + steps < len(self._rows):
            self.cursor += steps
        else:
            self.scroll_around(steps)

    def action_space(self) -> None:
        if self._played is None:
            self.action_move(1)
        elif self.playing:
            self.stop()
        else:
            self.play()

    def action_speed(self, steps: int) -> None:
        self.speed = other_speed(self.speed, steps)
        if self._film is not None:
            self._film = self._film.at_speed(self.speed, self._clock())

    def action_undo(self) -> None:
        self.stop()
        if self._moved is not None:
            self._moved.undo()

    def action_reset(self) -> None:
        self.stop()
        if self._moved is not None:
            self._moved.reset()

    def _change(self, change: Callable[[Row], dict[str, Value]]) -> None:
        row = self.row_
        if row is not None:
            if not self._runs_on(row):
                self.stop()
            self._move(row, change(row))

    def _runs_on(self, row: Row) -> bool:
        """Whether the film plays on while a row is moved."""
        return self._moved is not None and self._moved.runs and not isinstance(row.parameter, Timeline)

    def _move(self, row: Row, values: Values) -> None:
        # Whoever watches what is moved shows the new values, here as well, so that all of it is one frame.
        if self._moved is not None:
            self._moved.move(values, row)

    # -- typing a value -------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        row = self.row_
        if row is None or not isinstance(row.parameter, Slider | Timeline):
            return
        if self.typing is None:
            if event.character and event.character in TYPED:
                self.stop()
                self.refused = False
                self.typing = event.character
                event.stop()
                event.prevent_default()
            return
        if event.key == "backspace":
            self.typing = self.typing[:-1] or None
        elif self.check_consume_key(event.key, event.character):
            self.typing = (self.typing + (event.character or ""))[:LONGEST_TYPED]
        else:
            return
        self.refused = False
        event.stop()
        event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Return whether a key is typed: while a value is, as in every entry, all that can be printed."""
        return self.typing is not None and character is not None and character.isprintable()

    def action_accept(self) -> None:
        row = self.row_
        if row is None or self.typing is None:
            return
        values = controls.typed(row, self._values, self.typing)
        if values is None:
            self.refused = True
        else:
            self.typing = None
            self._move(row, values)

    def action_cancel(self) -> None:
        self.typing = None

    def on_blur(self) -> None:
        self.typing = None

    # -- playing --------------------------------------------------------------------------------------------------

    def play(self) -> None:
        """Play the timeline, from its start where it stands at the end."""
        row = self._played
        if row is None or not isinstance(row.parameter, Timeline):
            return
        if row.value(self._values) == row.parameter.last:
            self._move(row, row.put(self._values, 0))
            if look_of(self).motion == "none":
                return
        elif look_of(self).motion == "none":
            self._move(row, row.put(self._values, row.parameter.last))
            return
        step = int(row.value(self._values))  # type: ignore[arg-type]
        self._film = Film(row.parameter, self._clock(), step, self.speed)
        self._played_to = step
        self.playing = True
        self._keep_time()

    def _keep_time(self) -> None:
        """Have a frame as often as is wanted now."""
        every = look_of(self).frame_time
        if self._timer is not None and every != self._ticks_every:
            self._timer.stop()
            self._timer = None
        if self._timer is None:
            self._ticks_every = every
            self._timer = self.set_interval(every, self._tick)

    def stop(self) -> None:
        """Stop playing."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._film = None
        self.playing = False

    def _tick(self) -> None:
        row, film = self._played, self._film
        if row is None or film is None:
            self.stop()
            return
        at = int(row.value(self._values))  # type: ignore[arg-type]
        if at != self._played_to:
            # It was put elsewhere meanwhile: with other data it begins anew.
            film = self._film = Film(film.timeline, self._clock(), at, self.speed)
        step = self._played_to = film.step_at(self._clock())
        self._move(row, row.put(self._values, step))
        if step >= film.timeline.last:
            self.stop()
        else:
            self._keep_time()

    # -- the mouse ------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= len(self._rows):
            return
        self.cursor = offset.y
        self._drag_to(offset.x)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button and self.app.mouse_captured is self:
            row = self.row_
            if row is not None and isinstance(row.parameter, Slider | Timeline):
                self._drag_to(event.x - self.gutter.left)

    def on_mouse_up(self) -> None:
        if self.app.mouse_captured is self:
            self.release_mouse()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseScrollUp | events.MouseScrollDown, steps: int) -> None:
        """Move the row under the pointer, as ← and → do; with Shift or Ctrl the wheel scrolls, as elsewhere."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y >= len(self._rows) or event.shift or event.ctrl:
            return
        # At the end of a row too: a page that begins to scroll then would take the row from under the pointer.
        event.stop()
        event.prevent_default()
        self.cursor = offset.y
        self.typing = None
        self.action_move(steps)

    def _drag_to(self, x: int) -> None:
        columns = columns_of(self._panel, self.content_size.width, look_of(self))
        if columns.left <= x < columns.left + columns.track:
            share = (x - columns.left) / max(columns.track - 1, 1)
            self._change(lambda row: controls.at_share(row, self._values, share))

    # -- what it looks like ---------------------------------------------------------------------------------------

    def watch_cursor(self) -> None:
        self.stop()
        self.typing = None
        self.update_lines()
        self.refresh_bindings()

    def watch_playing(self) -> None:
        self.update_lines()
        self.refresh_bindings()

    def watch_typing(self) -> None:
        self.update_lines()
        self.refresh_bindings()

    def watch_refused(self) -> None:
        self.update_lines()

    def watch_speed(self) -> None:
        self.update_lines()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.update_lines()

    @property
    def _panel(self) -> Panel:
        return Panel(
            self._rows,
            self._values,
            self.cursor if self.has_focus else None,
            self.playing,
            self.speed,
            self.typing,
            self.refused,
        )

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return control_lines(self._panel, width, look_of(self))
