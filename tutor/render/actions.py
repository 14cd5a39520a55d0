"""Things to do, side by side, on as many lines as they take."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.language import Text, say
from tutor.namedtuple import NamedTuple
from tutor.render.clickable import Clickable, Span
from tutor.render.look import Look
from tutor.render.wrap import shortened
from tutor.role import Role

POINTER = "▸ "
GAP = 2


class Action(NamedTuple):
    """One thing to do."""

    name: str
    words: Text | str
    letter: str = ""
    message: str = ""
    """the name of the message for the last line of the screen; "" for "choose" """
    leads_on: bool = False
    """it goes somewhere else: it is written with an arrow, and what is done on the spot in brackets"""


def action_lines(actions: Sequence[Action], chosen: int | None, width: int, look: Look) -> Clickable:
    """Return the things to do in `width` cells; `chosen` is the one that Enter does, None where none is."""
    lines: list[list[Segment]] = [[]]
    spans: list[Span] = []
    at = 0
    for number, action in enumerate(actions):
        words = say(action.words, look.language)
        words = f"→ {words}" if action.leads_on else f"[{words}]"
        letter = f" {action.letter}" if action.letter else ""
        if at and at + cell_len(POINTER) + cell_len(words) + cell_len(letter) > width:
            lines.append([])
            at = 0
        words = shortened(words, max(width - at - cell_len(POINTER) - cell_len(letter), 1))
        lines[-1] += [
            Segment(POINTER if number == chosen else " " * cell_len(POINTER), look.role(Role.MODEL, bold=True)),
            Segment(words, look.strong + Style(reverse=number == chosen or None)),
            Segment(letter, look.quiet),
        ]
        end = at + cell_len(POINTER) + cell_len(words) + cell_len(letter)
        lines[-1].append(Segment(" " * min(GAP, width - end)))
        spans.append(Span(number, len(lines) - 1, at, end))
        at = end + GAP
    return Clickable(lines, spans)
