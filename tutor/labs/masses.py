"""Masses in breasts, told by four numbers about their cells: a look at them, three sets of them, a network's inputs.

See data/README.md for where the numbers come from.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tutor.figure import Axis, Figure, Points, Role
from tutor.lab import Choice, Readout, Result, lab
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

NAMES = {
    "radius": Text(en="radius", ko="반지름"),
    "texture": Text(en="texture", ko="질감"),
    "smoothness": Text(en="smoothness", ko="매끄러움"),
    "concave": Text(en="concave points", ko="오목한 점"),
}
"""The columns, in the order of the file."""
CUTS = (0.5, 0.75)
"""Up to which share of each kind it is the training set, and the validation set; the rest is the test set."""
BENIGN, MALIGNANT = Text(en="benign", ko="양성"), Text(en="malignant", ko="악성")


class Masses(NamedTuple):
    """Some of the masses."""

    X: Array
    """(m, 4), the columns of `NAMES`"""
    y: Array
    """(m, 1): 1 is malignant, 0 benign"""


class Sets(NamedTuple):
    """The masses in three sets."""

    training: Masses
    validation: Masses
    test: Masses


@lru_cache(maxsize=1)
def masses() -> Masses:
    """Return all 569 of them."""
    with (Path(__file__).parent / "data" / "masses.csv").open(encoding="utf-8") as file:
        rows = np.loadtxt(file, delimiter=",", skiprows=1)
    return Masses(rows[:, :-1], rows[:, -1:])


@lru_cache(maxsize=16)
def sets(split: int) -> Sets:
    """Return the masses in three sets, drawn at random, always the same for one number.

    The two kinds are as frequent in each of them as in all.
    """
    X, y = masses()
    random = np.random.default_rng(split)
    parts: tuple[list[npt.NDArray[np.intp]], ...] = ([], [], [])
    for kind in (0, 1):
        rows = random.permutation(np.flatnonzero(y[:, 0] == kind))
        for part, some in zip(parts, np.split(rows, [round(cut * len(rows)) for cut in CUTS]), strict=True):
            part.append(some)
    return Sets(*(Masses(X[rows], y[rows]) for rows in map(np.concatenate, parts)))


@lru_cache(maxsize=32)
def inputs_of(split: int, names: tuple[str, ...], *, standardised: bool) -> Sets:
    """Return the three sets with some of the columns, raw or standardised.

    The mean and the standard deviation are those of the training set in all three: nothing else is known before.
    """
    columns = [list(NAMES).index(name) for name in names]
    found = Sets(*(Masses(one.X[:, columns], one.y) for one in sets(split)))
    if not standardised:
        return found
    mean, deviation = found.training.X.mean(axis=0), found.training.X.std(axis=0)
    return Sets(*(Masses((one.X - mean) / deviation, one.y) for one in found))


@lab(
    across=Choice("radius", options=NAMES, label=Text(en="across", ko="가로"), role=Role.GIVEN),
    up=Choice("texture", options=NAMES, label=Text(en="up", ko="세로"), role=Role.GIVEN),
)
def look(across: str, up: str) -> Result:
    """All 569 masses by two of their four numbers."""
    X, y = masses()
    names = list(NAMES)
    one, other = X[:, names.index(across)], X[:, names.index(up)]
    ill = y[:, 0] == 1
    count, malignant = len(y), int(ill.sum())
    readouts = {
        "count": Readout(count, Text(en="masses", ko="종양"), "d", role=Role.GIVEN),
        "malignant": Readout(malignant, MALIGNANT, "d", role=Role.GIVEN),
        "benign": Readout(count - malignant, BENIGN, "d", role=Role.GIVEN),
        "always_benign": Readout(
            1 - malignant / count,
            Text(en="right with 'benign' for all", ko="모두 양성이라고 할 때의 정확도"),
            ".1%",
            role=Role.RIGHT,
            code="benign / count",
        ),
        "always_malignant": Readout(malignant / count, format=".1%"),
        "to_one": Readout(malignant / (count - malignant), format=".1%"),
        "half": Readout(0.5, format=".1%"),
        **{f"mean_{name}": Readout(float(X[:, at].mean()), format=".3g") for at, name in enumerate(names)},
    }
    alt = Text(
        en=f"{count} masses by {NAMES[across]('en')} and {NAMES[up]('en')}. Malignant ones lie mostly where both are "
        "large; the two kinds overlap in between.",
        ko=f"종양 {count}개의 {NAMES[across]('ko')} × {NAMES[up]('ko')}. 두 수가 큰 쪽에 악성이 많고, "
        "가운데에서는 두 종류가 겹칩니다.",
    )
    figure = Figure(
        (
            Points(one[~ill], other[~ill], Role.MODEL, BENIGN, "○"),
            Points(one[ill], other[ill], Role.LOSS, MALIGNANT, "●"),
        ),
        alt,
        Axis(NAMES[across], *_reach(one)),
        Axis(NAMES[up], *_reach(other)),
    )
    return Result(readouts, (figure,), shows=("count", "malignant", "benign"))


def _reach(values: Array) -> tuple[float, float]:
    room = float(np.ptp(values)) * 0.03
    return float(values.min()) - room, float(values.max()) + room
