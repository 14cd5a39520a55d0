"""What an exercise asks of a program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tutor.course.finding import Place
from tutor.course.prose import Prose
from tutor.dataclass import dataclass
from tutor.language import Localised
from tutor.namedtuple import NamedTuple
from tutor.program import SECONDS


class Slip(NamedTuple):
    """A wrong program that is recognised by what it computes, and what to say to it."""

    source: str
    """the program; "" where the slip is a readout"""
    readout: str
    """the readout of the lab that a wrong program gives instead; "" where the slip is a program"""
    say: Localised[Prose]
    name: str
    """a stable name, for the record"""
    place: Place | None = None


class Drawn(NamedTuple):
    """How what the learner writes is drawn."""

    readout: str
    """what the function computes, as it is labelled: a readout of the lab"""
    along: tuple[str, ...]
    """the arguments along which it is drawn: one makes a curve, two make a plane"""
    walks: bool = False
    """the function is called again with what it gave back, and its way is drawn along the readout's curve"""


@dataclass(frozen=True, eq=False, kw_only=True)
class Exercise:
    """A function to write. Its arguments, and the names given to it, have their values by name: from a set of data,
    else from the lab's readouts and parameters as the question sets them."""

    function: str
    arguments: tuple[str, ...]
    given: tuple[str, ...]
    """names that the program finds as its own, besides `np`"""
    data: tuple[Mapping[str, Any], ...]
    """further data that right code must get right as well"""
    solution: str
    also: tuple[str, ...]
    """other right programs"""
    slips: tuple[Slip, ...]
    starter: str
    blanks: str
    """the same program with gaps, "___" each; "" where there is none"""
    drawn: Drawn | None = None
    seconds: float = SECONDS
    film: str = ""
    """the argument or given name along which the picture is a film, from 0 to its value; "" where it is none"""
    uses: tuple[str, ...] = ()
    """the ids of earlier exercises whose functions the program can import, from a module called `mine`"""
