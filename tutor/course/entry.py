"""How a response is entered: typed, chosen among options, written as a program, or set with sliders.

A front needs to know no more of a kind. A question says it with `Question.entry`; a front branches on which it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal

from tutor.course.prose import Paragraph, Prose, Words
from tutor.lab import Values
from tutor.language import Localised, Text
from tutor.namedtuple import NamedTuple

MOVES = "#moves"
"""The name of the count of moves in a response: no parameter can have it."""

Mode = Literal["one", "many", "order"]
"""One of the options, any of them, or all of them in an order."""

_BETWEEN = " → "
"""Between the fixed words of a place and the text that stands there."""


class Typed(NamedTuple):
    """It is typed in one line, which is the response."""

    hint: Text
    """what the empty entry says: how near is near enough, or what can be typed"""
    letters: bool = True
    """whether letters can be part of it; where they cannot, a letter may be a key"""
    nudges: bool = False
    """whether it is a guess that arrows move up and down (`Question.nudged`) and that shows on the chart meanwhile"""


class Options(NamedTuple):
    """Options are chosen or put in order; the response is their numbers, from 0 as the author wrote them: "2,0,1"."""

    mode: Mode
    texts: tuple[Localised[Prose], ...]
    """the options, as the author wrote them"""
    shown: tuple[int, ...]
    """the order in which they are shown at first"""
    heads: tuple[Localised[Prose], ...] = ()
    """for an order, what stands fixed at each place, such as the terms whose meanings move; () for nothing"""

    def row(self, place: int, option: int) -> Localised[Prose]:
        """Return what a place says while `option` stands there: the place's own words, if it has any, and its text."""
        text = self.texts[option]
        if not self.heads:
            return text
        head = self.heads[place]
        languages = dict.fromkeys((*head.variants, *text.variants))
        return Localised({language: _joined(head.in_(language), text.in_(language)) for language in languages})


class Written(NamedTuple):
    """A program is written, in several lines; its source is the response."""

    starter: str
    """what the editor begins with"""
    blanks: str = ""
    """the easier form: the program with gaps, "___" each; "" where there is none"""


class Sliders(NamedTuple):
    """The lab's sliders are set; the response is what they are set to."""

    show: tuple[str, ...]
    """the parameters that the learner sets, in order"""
    example: Values
    """a setting that works, to put on the sliders when the answer is revealed"""
    moves: int = 0
    """the most moves that it may take; 0 where they do not count"""

    def response(self, values: Mapping[str, object], moves: int = 0) -> str:
        """Return the lab's values as a response, and where they count, how many moves it took."""
        given = {name: values[name] for name in self.show if name in values}
        return json.dumps({**given, MOVES: moves} if self.moves else given)


Entry = Typed | Options | Written | Sliders


def _joined(head: Prose, text: Prose) -> Prose:
    """Return two runs of words as one."""
    inlines = (*head.inlines(), Words(_BETWEEN), *text.inlines())
    return Prose((Paragraph(inlines),), f"{head.source}{_BETWEEN}{text.source}", text.place)
