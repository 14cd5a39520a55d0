"""A round draws what one lab of the built-in course gives at random or extreme values, at any size, under 100 ms."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests import every_lab
from tests.ordeal._drawing import Task, in_children, told
from tests.ordeal.figures import LANGUAGES, PALETTES
from tutor.figure import Figure
from tutor.lab import AnyParameter, Board, Choice, Past, Slider, Spot, Timeline, Toggle, Value, Vector
from tutor.language import Text

ROUNDS = 2_000
SIZES = ((1, 1), (20, 6), (44, 12), (60, 18), (72, 18), (90, 24), (118, 32), (200, 50), (300, 100))
NOTHING = Figure((), Text(en="A lab without a figure."))


LABS = {name: every_lab.LABS[name] for name in sorted(every_lab.LABS)}


def value_of(parameter: AnyParameter, chance: random.Random) -> Value:
    """Return a value of a parameter: either end, or anything between."""

    def number(low: float, high: float) -> float:
        return chance.choice((low, high, chance.uniform(low, high), chance.uniform(low, high)))

    match parameter:
        case Slider(low=low, high=high):
            return number(low, high)
        case Vector(low=low, high=high, default=default):
            return tuple(number(low, high) for _ in default)
        case Choice(options=options):
            return chance.choice(list(options))
        case Toggle():
            return chance.random() < 0.5
        case Timeline(last=last):
            return chance.choice((0, last, chance.randint(0, last)))
        case Past(default=default):
            return default
        case Board():
            places = {(parameter.nearest(number(-2, 2)), parameter.nearest(number(-2, 2))) for _ in range(9)}
            return Board.write([Spot(x, y, chance.randint(0, 1)) for x, y in sorted(places)])


def task(seed: int) -> Task:
    """Return what the round of a seed draws: the labs in turn, one drawing of each."""
    chance = random.Random(seed)
    lab = list(LABS.values())[seed % len(LABS)]
    values = {name: value_of(parameter, chance) for name, parameter in lab.parameters.items()}
    drawing = chance.choice(lab(**values).drawings or (NOTHING,))
    where = f"{lab.name} {values}"
    return Task(drawing, chance.choice(SIZES), chance.choice(PALETTES), chance.choice(LANGUAGES), where)


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Draw what `count` labs give, in children; return what aborted, raised, overflowed or took too long."""
    return told(in_children(count, seed, tell, task))
