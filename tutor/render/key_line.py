"""The last line of every screen: what can be pressed now."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from tutor.namedtuple import NamedTuple
from tutor.render.clickable import Clickable, Span
from tutor.render.look import Look

GAP = 2
LASTING = 2
"""So many keys at the end stay: those of every screen, help and the way home."""

GOES_ON = "enter"


class Key(NamedTuple):
    """A key that can be pressed now."""

    key: str
    """the name by which it is pressed"""
    keys: str
    """as written on screen, with its companion: "← →" """
    words: str
    """what it does"""


def key_line(keys: Sequence[Key], width: int, look: Look) -> Clickable:
    """Return the keys on one line of `width` cells; each can be clicked."""
    line: list[Segment] = []
    spans: list[Span] = []
    at = 0
    for number in _fitting(keys, width):
        key = keys[number]
        if line:
            line.append(Segment(" " * GAP))
            at += GAP
        line += [Segment(key.keys, look.strong), Segment(f" {key.words}", look.quiet)]
        end = at + _size(key)
        spans.append(Span(number, 0, at, end))
        at = end
    return Clickable([line], spans)


def _size(key: Key) -> int:
    return cell_len(key.keys) + 1 + cell_len(key.words)


def _fitting(keys: Sequence[Key], width: int) -> list[int]:
    """Return the numbers of the keys that stay in `width` cells.

    The screen's own (help, home) stay at the end; what is nearest the finger stands first, so the middle gives way,
    and in it Enter last: with it one goes on.
    """
    kept = list(range(len(keys)))
    while len(kept) > 1 and sum(_size(keys[number]) for number in kept) + GAP * (len(kept) - 1) > width:
        middle = kept[:-LASTING] or kept[:1]
        kept.remove(next((number for number in reversed(middle) if keys[number].key != GOES_ON), middle[-1]))
    return kept
