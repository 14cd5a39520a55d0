"""The scene of a program's picture: with which arguments it is called while it is being written, and where that lies.

Every argument has its value by its name, as where it is judged: from the lab as the question sets it. Along what is
drawn, it is called at many places.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from tutor.course.programs.exercise import Exercise
from tutor.lab import Lab, Slider, Timeline, Toggle, Vector
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.program import Case, Job

CURVE_POINTS = 61
PLANE_SIDE = 25
STEPS = 25
"""of a function that is called again and again"""
MOST_CALLS = 8
"""in a table of calls"""
PLACES = 5
"""of a slider in a table of calls"""
AIR = 0.15
"""Share of a range that is left free around data"""

_WALK = """


def {walk}({arguments}):
    way = [{along}]
    for _ in range({steps}):
        {along} = {function}({arguments})
        way.append({along})
    return way
"""


class Grid(NamedTuple):
    """Places along one name."""

    name: str
    places: Array
    counts: bool = False
    """a program finds whole numbers there, as `range` wants them"""

    def value(self, place: Any) -> float | int:
        """Return a place as a program is given it."""
        return round(place) if self.counts else float(place)


class Scene(NamedTuple):
    """What a program is called with for its picture."""

    along: tuple[Grid, ...]
    """one grid makes a curve, two a plane; () for single calls"""
    calls: tuple[tuple[Any, ...], ...]
    labels: tuple[str, ...] = ()
    """of single calls: how each is written; () where there is one that needs no words"""
    walks: bool = False
    at_once: bool = False
    """one call with all places of a curve gives all of it"""


def scene_of(exercise: Exercise, lab: Lab | None, names: Mapping[str, Any]) -> Scene:
    """Return the scene of an exercise, with the values of its names."""
    drawn = exercise.drawn
    if drawn is not None and drawn.walks:
        return Scene(_grids(drawn.along[:1], lab, names), (_arguments(exercise, names),), walks=True)
    if drawn is not None and set(drawn.along) <= set(exercise.arguments):
        grids = _grids(drawn.along, lab, names)
        value = names.get(drawn.along[0])
        if len(grids) == 1 and isinstance(value, np.ndarray) and value.ndim == 1:
            if len(value) == 2:
                return _over_vector(exercise, drawn.along[0], names)
            return Scene(grids, (_arguments(exercise, {**names, drawn.along[0]: grids[0].places}),), at_once=True)
        places = itertools.product(*(grid.places for grid in reversed(grids)))
        calls = tuple(
            _arguments(
                exercise, {**names, **{grid.name: grid.value(at) for grid, at in zip(grids, place[::-1], strict=True)}}
            )
            for place in places
        )
        return Scene(grids, calls)
    return _table_of_calls(exercise, lab, names)


def job_of(scene: Scene, exercise: Exercise, names: Mapping[str, Any], source: str, modules: Mapping[str, str]) -> Job:
    """Return what is run of a program for the picture."""
    given = {name: names[name] for name in exercise.given if name in names}
    function = exercise.function
    if scene.walks:
        # Called from within the program, it needs no run of its own for each step.
        arguments = ", ".join(exercise.arguments)
        walk = f"way_of_{function}"
        along = scene.along[0].name
        source += _WALK.format(walk=walk, arguments=arguments, along=along, function=function, steps=STEPS)
        function = walk
    return Job(source, function, (Case(given, scene.calls),), modules, exercise.seconds)


def _arguments(exercise: Exercise, names: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(names.get(name, 0.0) for name in exercise.arguments)


def _grids(along: tuple[str, ...], lab: Lab | None, names: Mapping[str, Any]) -> tuple[Grid, ...]:
    count = CURVE_POINTS if len(along) == 1 else PLANE_SIDE
    return tuple(Grid(name, _places(name, lab, names, count), _counts(name, lab)) for name in along)


def _counts(name: str, lab: Lab | None) -> bool:
    parameter = lab.parameters.get(name) if lab is not None else None
    return isinstance(parameter, Timeline) or (isinstance(parameter, Slider) and parameter.counts)


def _places(name: str, lab: Lab | None, names: Mapping[str, Any], count: int) -> Array:
    """Return the places along a parameter's whole way, or, of another name, around its values."""
    parameter = lab.parameters.get(name) if lab is not None else None
    match parameter:
        case Slider() if parameter.counts:
            return np.array(sorted(set(np.linspace(parameter.low, parameter.high, count).round().tolist())))
        case Slider() | Vector():
            return np.linspace(parameter.low, parameter.high, count)
        case Timeline():
            return np.array(sorted(set(np.linspace(0, parameter.last, count).round().tolist())))
        case Toggle():
            return np.array([0.0, 1.0])
    values = _numbers(names.get(name, 0.0))
    return _around(values, count) if len(values) else np.linspace(-1.0, 1.0, count)


def _around(values: Array, count: int) -> Array:
    low, high = float(values.min()), float(values.max())
    air = AIR * (high - low) or 1.0
    # What is never negative (a length, a share) may have no meaning below zero.
    start = low / 2 if low > 0 > low - air else low - air
    return np.linspace(start, high + air, count)


def _numbers(value: Any) -> Array:
    """Return the finite numbers in a value, one after the other; none where it holds anything else."""
    try:
        found: Array = np.ravel(np.asarray(value, dtype=float))
    except (TypeError, ValueError):
        return np.zeros(0)
    return found[np.isfinite(found)]


def _over_vector(exercise: Exercise, name: str, names: Mapping[str, Any]) -> Scene:
    """Return the plane over both entries of one argument."""
    points = _numbers(names.get("X", names[name]))
    first, second = (points[0::2], points[1::2]) if points.size % 2 == 0 and points.size > 2 else (points, points)
    grids = (Grid(f"{name}₁", _around(first, PLANE_SIDE)), Grid(f"{name}₂", _around(second, PLANE_SIDE)))
    calls = tuple(
        _arguments(exercise, {**names, name: np.array([a, b])}) for b in grids[1].places for a in grids[0].places
    )
    return Scene(grids, calls)


def _table_of_calls(exercise: Exercise, lab: Lab | None, names: Mapping[str, Any]) -> Scene:
    """Return single calls: at several places of each argument that can be moved, as far as they stay few."""
    choices = [
        [names.get(name, 0.0)] if name == exercise.film else list(_choices(name, lab, names))
        for name in exercise.arguments
    ]
    moved = [len(one) > 1 for one in choices]
    while any(moved) and np.prod([len(one) for one in choices]) > MOST_CALLS:
        last = max(number for number, one in enumerate(moved) if one)
        choices[last], moved[last] = [names.get(exercise.arguments[last], 0.0)], False
    if not any(moved):
        return Scene((), (_arguments(exercise, names),))
    calls = tuple(itertools.product(*choices))
    shown = [number for number, one in enumerate(moved) if one]
    labels = tuple(", ".join(f"{_plain(call[number]):g}" for number in shown) for call in calls)
    return Scene((), calls, tuple(f"{exercise.function}({label})" for label in labels))


def _choices(name: str, lab: Lab | None, names: Mapping[str, Any]) -> Iterator[Any]:
    parameter = lab.parameters.get(name) if lab is not None else None
    match parameter:
        case Slider() if parameter.counts:
            yield from dict.fromkeys(map(round, np.linspace(parameter.low, parameter.high, PLACES).tolist()))
        case Slider():
            yield from np.linspace(parameter.low, parameter.high, PLACES).tolist()
        case Toggle():
            yield from (False, True)
        case _:
            yield names.get(name, 0.0)


def _plain(value: Any) -> float:
    return float(value)
