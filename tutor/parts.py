"""What a word of a text can point at: the named parts of a drawing, and which of them stands out."""

from __future__ import annotations

from tutor.dataclass import dataclass

# The parts that drawings of one kind all have, and that need no name of their own.

EDGES, STATES = "edges", "states"
"""Of a network: what joins its units, and what those wear through which no slope comes."""
ROW, COLUMN, CELL, TERMS, LOST = "row", "column", "cell", "terms", "lost"
"""Of a product: what meets, where, the products that are added up there, and the numbers that find no partner."""
SHAPES, GHOSTS, SUM = "shapes", "ghosts", "sum"
"""Of stretched arrays: their shapes over each other, the copies, and what comes of adding them."""
FACTORS, LEFT, TAKEN, GOAL = "factors", "left", "taken", "goal"
"""Of a chain of factors: these, what is left after each, what each took, and the height to stay above."""
NOTES = "notes"
"""Of the surfaces of units: what stands behind their names."""
MARKS = "marks"
"""Of an image: the pixels that wear a mark."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Parted:
    """A drawing with parts that have names."""

    part: str = ""
    """what a word of a text calls the whole of it"""
    pointed: str = ""
    """the name of the part that stands out, while all else steps back; "" while nothing is pointed at"""
