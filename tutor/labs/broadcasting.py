"""Two arrays stretched to one shape: which numbers are there, and which are only copies."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tutor.figure import Role, Stretch
from tutor.lab import Choice, Readout, Result, Timeline, lab
from tutor.labs.matrices import shape_words
from tutor.language import Text
from tutor.nn import arrays as nn
from tutor.nn.arrays import Array
from tutor.working import given
from tutor.written import number

SHAPES: Mapping[str, tuple[int, ...]] = {
    "3x4": (3, 4),
    "3x1": (3, 1),
    "4x1": (4, 1),
    "1x4": (1, 4),
    "len3": (3,),
    "len4": (4,),
    "len2": (2,),
    "scalar": (),
}
GOAL = (3, 4)
SHAPE_WORDS = {name: shape_words(shape) for name, shape in SHAPES.items()}
ROOM = (4, 4)
"""The largest rows and columns that any two of them give."""
ADDED = 4
"""The part in which the sum is there; in the ones before, copies are made."""


def _filled(shape: tuple[int, ...], unit: float) -> Array:
    """Return an array with the numbers 1, 2, 3, … times `unit` in it."""
    return np.asarray(unit * np.arange(1.0, np.prod(shape) + 1).reshape(shape))


@lab(
    left=Choice("4x1", options=SHAPE_WORDS, label=Text(en="shape of A", ko="A의 형상"), role=Role.GIVEN),
    right=Choice("len3", options=SHAPE_WORDS, label=Text(en="shape of B", ko="B의 형상")),
    part=Timeline(
        ADDED,
        last=ADDED,
        per_second=1,
        label=Text(en="stretching", ko="늘이기"),
        help=Text(en="One copy after the other, and then the sum.", ko="하나씩 되풀이하고, 마지막에 더합니다."),
    ),
    reads=(nn.broadcast_shape,),
)
def stretch(left: str, right: str, part: int) -> Result:
    """Stretch two arrays to one shape, one copy after the other, and add them; or hear why NumPy will not."""
    a, b = SHAPES[left], SHAPES[right]
    A, B = _filled(a, 1.0), _filled(b, 10.0)
    C = nn.or_error(lambda: np.asarray(A + B))
    shape = nn.broadcast_shape(a, b)
    a_words, b_words = shape_words(a), shape_words(b)
    note: Text | str
    if isinstance(C, str) or shape is None:
        note = f"ValueError: {C}"
        alt = Text(en=f"{a_words} + {b_words} does not fit.", ko=f"{a_words} + {b_words}: 맞지 않습니다.")
        cells = 0
    else:
        c = shape_words(shape)
        cells = int(C.size)
        note = _last_cell(A, B, C) if part == ADDED else _so_far(part)
        ghosts = 2 * cells - A.size - B.size
        alt = Text(
            en=f"A {a_words} and B {b_words} are stretched to {c} with {ghosts} ghosts; {note('en')}",
            ko=f"A {a_words}, B {b_words}: {c}로 늘어납니다. 유령 {ghosts}개. {note('ko')}",
        )
    drawing = Stretch(A, B, alt, copies=min(part, ADDED - 1), added=part == ADDED, note=note, room=ROOM, reveals=True)
    ghosts_of_a, ghosts_of_b = (max(cells - array.size, 0) for array in (A, B))
    stretched = bool(ghosts_of_a) and bool(ghosts_of_b)
    readouts = {
        "a": Readout(a_words),
        "b": Readout(b_words),
        "shape_text": Readout(
            shape_words(shape) if shape is not None else "✗",
            Text(en="shape of A + B", ko="A + B의 형상"),
            code="" if shape is None else f"(np.ones({a}) + np.ones({b})).shape",
        ),
        "ghosts": Readout.of(
            (given(cells) - A.size) + (given(cells) - B.size) if cells else given(0), Text(en="ghosts", ko="유령"), "g"
        ),
        "ghosts_of_a": Readout(ghosts_of_a, format="g"),
        "ghosts_of_b": Readout(ghosts_of_b, format="g"),
        "cells": Readout(cells, format="g"),
        "numbers": Readout(int(A.size + B.size), format="g"),
        "misfit": Readout(shape is None),
        "reached": Readout(shape == GOAL and stretched),
        "one_sided": Readout(shape == GOAL and not stretched),
        "turned": Readout(shape == GOAL[::-1]),
    }
    return Result(readouts, (drawing,), shows=("shape_text", "ghosts"))


def _last_cell(A: Array, B: Array, C: Array) -> Text:
    """Return how the last cell of the sum is made."""
    one, other = (number(float(array.ravel()[-1])) for array in (A, B))
    total = number(float(C.ravel()[-1]))
    return Text(
        en=f"Added cell by cell; the last one: {one} + {other} = {total}",
        ko=f"같은 칸끼리 더합니다. 마지막 칸: {one} + {other} = {total}",
    )


def _so_far(part: int) -> Text:
    if not part:
        return Text(en="As they are: nothing is repeated yet.", ko="있는 그대로입니다. 아직 되풀이하지 않았습니다.")
    return Text(
        en=f"Copy {part}: where there is a 1, the array is repeated.",
        ko=f"{part}번째 되풀이: 1인 곳에서 배열을 되풀이합니다.",
    )
