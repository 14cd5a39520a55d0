"""What a slip is: a number that a certain oversight leads to, and how that is said."""

from __future__ import annotations

from tutor.course.slips.causes import Cause
from tutor.course.typed import Nested
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working


class Common(NamedTuple):
    """A piece as it is called in every term: by its names, without an index."""

    piece: Expression


class Named(NamedTuple):
    """A number as it is called, without its value."""

    piece: Expression


Piece = Expression | Common | Named | Text | str
"""What a sentence names: a piece of the working, or words."""


class Claim(NamedTuple):
    """What a slip says of its number, to be read behind the number: "leaves out b = 0.5"."""

    text: Text
    """English: a verb and what follows; Korean: what stands before 값"""
    pieces: tuple[tuple[str, Piece], ...] = ()
    once: bool = False
    """whether it is so in one place only, of several that are alike"""


class Slip(NamedTuple):
    """A wrong number and what it comes of."""

    cause: Cause
    claims: tuple[Claim, ...]
    """one; two where two oversights have to come together"""
    cost: float
    """how unlikely it is; small is likely"""
    value: float | Nested
    working: Working | None = None
    """the learner's arithmetic, where it is that of a working"""


def claim(text: Text, **pieces: Piece) -> Claim:
    """Return what is said, with the pieces that it names."""
    return Claim(text, tuple(pieces.items()))
