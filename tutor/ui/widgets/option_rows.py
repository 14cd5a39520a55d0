"""Options to choose from: one, several, or all of them in an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.render.clickable import NOTHING, Clickable
from tutor.render.options import LayOut, Mode, Options, option_lines
from tutor.role import Role
from tutor.ui.keys import UNLISTED, bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class OptionRows(Lines, can_focus=True):
    """Choosing is one thing, answering another: ↑ ↓, digits and Space choose, and Enter answers with what was chosen.

    Of one to choose the cursor takes the choice along; of several, Space ticks; in an order, Space lifts and drops.
    """

    BINDINGS = [
        bind("up", "move(-1)", "KEY_CHOOSE", display="↑ ↓"),
        bind("down", "move(1)", ""),
        bind("space", "choose", "KEY_TICK"),
        bind("enter", "answer", "KEY_ANSWER"),
        bind("shift+up", "carry(-1)", "KEY_MOVE_ITEM", display="⇧↑ ⇧↓", shown=False),
        bind("shift+down", "carry(1)", ""),
    ]

    options: var[Options] = var(Options("one", ()))

    @dataclass
    class Answered(Message):
        """The learner answered."""

        response: str
        """numbers of options, from 0, separated by commas; "" where none was chosen"""

    def __init__(self, is_said: Callable[[str], bool]) -> None:
        """Make it without options; `is_said` tells whether something is said to an answer already."""
        super().__init__()
        self._is_said = is_said
        self._lay_out_option: LayOut = _nothing
        self._shown: Clickable = NOTHING

    def show(self, mode: Mode, order: Sequence[int], lay_out: LayOut) -> None:
        """Show other options, in this order at first."""
        self._lay_out_option = lay_out
        self.options = Options(mode, tuple(order))

    def mark(self, marks: dict[int, Role]) -> None:
        """Mark options as chosen rightly or wrongly; `marks` is by the option's own number."""
        self.options = self.options._replace(marks=marks)

    def put(self, response: str) -> None:
        """Show a response that was given before."""
        self.options = self.options.answered(response)

    @property
    def is_idle(self) -> bool:
        """Whether Enter would only repeat the last answer, to which something is said: it was pressed twice."""
        return self._repeats(self.options)

    def _repeats(self, options: Options) -> bool:
        # What was wrong is no longer chosen, where there is one to choose.
        is_chosen = options.mode == "one" and options.response != ""
        return not is_chosen and self._is_said(options.response)

    # -- keys -----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "carry" or self.options.mode == "order"

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        if action == "answer":
            return UNLISTED if self.is_idle else ""
        if action == "choose":
            # With one to choose, Space does what the arrows do, which is named already.
            return {"one": UNLISTED, "many": "KEY_TICK", "order": "KEY_MOVE_ITEM"}[self.options.mode]
        if action.startswith("move") and self.options.mode != "one":
            # The partner of a pair has no name of its own.
            return "" if action != "move(-1)" else "KEY_MOVE_ITEM" if self.options.lifted else "KEY_OTHER_OPTION"
        return ""

    def action_move(self, steps: int) -> None:
        options = self.options
        if options.lifted:
            self.action_carry(steps)
        elif options.has_row(options.cursor + steps):
            moved = options.at(options.cursor + steps)
            self.options = moved.chosen() if options.mode == "one" else moved
        else:
            self.scroll_around(steps)

    def action_carry(self, steps: int) -> None:
        self.options = self.options.carried(steps)

    def action_choose(self) -> None:
        self.options = self.options.chosen()

    def action_answer(self) -> None:
        self.options = self.options._replace(lifted=False)
        self.post_message(self.Answered(self.options.response))

    def _choose(self, row: int) -> None:
        """Go to a row and choose what stands there; an item of an order is only gone to, to be lifted or carried."""
        options = self.options._replace(lifted=False).at(row)
        self.options = options if options.mode == "order" else options.chosen()

    def on_key(self, event: events.Key) -> None:
        # A digit chooses that option.
        if event.character is not None and event.character.isdecimal():
            row = int(event.character) - 1
            if self.options.has_row(row):
                event.stop()
                self._choose(row)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = self._shown.thing_at(*offset) if offset is not None else None
        # A click can come before other options are drawn, which may be fewer.
        if row is not None and self.options.has_row(row):
            self._choose(row)

    def watch_options(self, before: Options, after: Options) -> None:
        self.update_lines()
        if before.lifted != after.lifted or self._repeats(before) != self._repeats(after):
            self.refresh_bindings()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        self._shown = option_lines(self.options, self._lay_out_option, width, look_of(self), focused=self.has_focus)
        return self._shown.lines


def _nothing(row: int, option: int, width: int) -> list[list[Segment]]:  # noqa: ARG001
    return []
