"""Options to choose from: one, several, or all of them in an order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.course.entry import Mode
from tutor.figure import Role
from tutor.render.look import Look
from tutor.render.options import INDENT
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.key_line import UNLISTED
from tutor.ui.widgets.lines import Lines

LayOut = Callable[[int, int, int], list[list[Segment]]]
"""(place, option, width) -> what the place says while the option stands there, laid out"""


class OptionRows(Lines, can_focus=True):
    """↑ ↓ go through the options; Enter answers. With several, Space ticks; in an order, Space lifts and drops."""

    BINDINGS = [
        bind("up", "move(-1)", "KEY_CHOOSE", display="↑ ↓"),
        bind("down", "move(1)", ""),
        bind("space", "space", "KEY_TICK"),
        bind("enter", "answer", "KEY_ANSWER"),
        bind("shift+up", "carry(-1)", "KEY_MOVE_ITEM", display="⇧↑ ⇧↓", shown=False),
        bind("shift+down", "carry(1)", ""),
    ]

    cursor: var[int] = var(0)

    @dataclass
    class Answered(Message):
        """The learner answered."""

        response: str
        """numbers of options, from 0, separated by commas"""

    def __init__(self, mode: Mode, order: Sequence[int], lay_out: LayOut) -> None:
        super().__init__()
        self._mode: Mode = mode
        self._order = list(order)
        self._lay_out_option = lay_out
        self._ticked: set[int] = set()
        self._lifted = False
        self._marks: dict[int, Role] = {}
        self._tops: list[int] = []

    def mark(self, marks: dict[int, Role]) -> None:
        """Mark options as chosen rightly or wrongly; `marks` is by the option's own number."""
        self._marks = marks
        self.update_lines()

    def put(self, response: str) -> None:
        """Show a response that was given before."""
        numbers = [int(part) for part in response.split(",") if part.strip().isdigit()]
        if self._mode == "order" and sorted(numbers) == sorted(self._order):
            self._order = numbers
        elif self._mode == "many":
            self._ticked = set(numbers)
        elif numbers and numbers[0] in self._order:
            self.cursor = self._order.index(numbers[0])
        self.update_lines()

    # -- keys -----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "carry" or self._mode == "order"

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        if action == "space":
            # With one to choose, Space does what Enter does, which is named already.
            return {"one": UNLISTED, "many": "KEY_TICK", "order": "KEY_MOVE_ITEM"}[self._mode]
        return "KEY_MOVE_ITEM" if action == "move" and self._lifted else ""

    def action_move(self, steps: int) -> None:
        if self._lifted:
            self.action_carry(steps)
        elif 0 <= self.cursor + steps < len(self._order):
            self.cursor += steps
        else:
            self.scroll_around(steps)

    def action_carry(self, steps: int) -> None:
        target = self.cursor + steps
        if 0 <= target < len(self._order):
            self._order.insert(target, self._order.pop(self.cursor))
            self.cursor = target
            self.update_lines()

    def action_space(self) -> None:
        if self._mode == "one":
            self.action_answer()
        elif self._mode == "many":
            self._tick(self._order[self.cursor])
        else:
            self._lifted = not self._lifted
            self.update_lines()
            self.refresh_bindings()

    def action_answer(self) -> None:
        self._lifted = False
        numbers = {
            "one": [self._order[self.cursor]],
            "many": sorted(self._ticked),
            "order": self._order,
        }[self._mode]
        self.post_message(self.Answered(",".join(map(str, numbers))))

    def _tick(self, option: int) -> None:
        self._ticked ^= {option}
        self.update_lines()

    def on_key(self, event: events.Key) -> None:
        # A digit goes to that option; with one to choose it answers at once.
        if event.character is None or not event.character.isdigit():
            return
        place = int(event.character) - 1
        if not 0 <= place < len(self._order):
            return
        event.stop()
        self.cursor = place
        if self._mode == "one":
            self.action_answer()
        elif self._mode == "many":
            self._tick(self._order[place])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self._tops:
            return
        self.cursor = max(place for place, top in enumerate(self._tops) if top <= max(offset.y, 0))
        if self._mode == "one":
            self.action_answer()
        elif self._mode == "many":
            self._tick(self._order[self.cursor])

    def watch_cursor(self) -> None:
        self.update_lines()
        self.refresh_bindings()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self.update_lines()

    # -- what it looks like ---------------------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        lines: list[list[Segment]] = []
        self._tops = []
        for place, option in enumerate(self._order):
            self._tops.append(len(lines))
            text = self._lay_out_option(place, option, max(width - INDENT, 8))
            for number, row in enumerate(text or [[]]):
                lead = self._lead(look, place, option) if number == 0 else [Segment(" " * INDENT)]
                lines.append([*lead, *row])
        return lines

    def _lead(self, look: Look, place: int, option: int) -> list[Segment]:
        chosen = self.has_focus and place == self.cursor
        pointer = "▸" if chosen else " "
        role = self._marks.get(option)
        if role is not None:
            mark, style = ("✓" if role is Role.RIGHT else "✗"), look.role(role, bold=True)
        elif self._mode == "many":
            mark, style = ("■" if option in self._ticked else "□"), look.ink
        elif self._mode == "order":
            mark, style = ("↕" if chosen and self._lifted else " "), look.role(Role.MODEL, bold=True)
        else:
            mark, style = "○", look.ink
        number = look.strong if chosen else look.quiet
        return [
            Segment(f"{pointer} ", look.role(Role.MODEL, bold=True)),
            Segment(f"{place + 1} ", number + Style(reverse=chosen and self._lifted)),
            Segment(f"{mark} ", style),
        ]
