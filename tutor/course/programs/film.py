"""The film of a program: its function is called with one thing after the other, from 0 up, and each call is drawn.

It is a training that one watches, or a fall: whatever goes on from step to step. Every frame is a call of its own, so
that it shows what the program gives there, and not what it might have given on the way to somewhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any, overload

import numpy as np

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.messages import pictures as messages
from tutor.course.programs.picture import numbers_of
from tutor.course.programs.scene import Scene
from tutor.course.sketch import Drawings, Sketch
from tutor.lab import Timeline
from tutor.language import Text
from tutor.program import Case, Job, RunProgram

MOST_FRAMES = 50
"""after the first"""
MOST_CALLS = 15_000
"""In a film whose every frame takes many calls, as a plane does, there are fewer frames."""
SECONDS = 5.0
"""How long a film plays."""


class ProgramFilm:
    """Makes the films of the programs of one exercise."""

    def __init__(
        self,
        exercise: Exercise,
        scene: Scene,
        names: Mapping[str, Any],
        label: Text | str,
        modules: Mapping[str, str],
        pictures: Callable[[Sequence[Any], Sequence[Any]], Drawings],
    ) -> None:
        """Prepare it; nothing is run before the first film.

        `names` are the values of arguments and given names, and `label` is what a learner calls the one along which the
        film goes. `pictures` draws what a program gave at a frame, beside what is wanted there.
        """
        self._exercise = exercise
        self._scene = scene
        self._names = names
        self._modules = modules
        self._pictures = pictures
        self._places = places_of(names[exercise.film], len(scene.calls))
        last, step = len(self._places) - 1, self._places[1] - self._places[0]
        unit = messages.FRAMES.filled(step=step, along=label) if step > 1 else label
        self._timeline = Timeline(last, last=last, per_second=max(last / SECONDS, 2.0), label=messages.FILM, unit=unit)
        self._wanted: tuple[Sequence[Any], ...] | None = None

    @property
    def timeline(self) -> Timeline:
        """The steps of a film."""
        return self._timeline

    def draw(self, source: str, run: RunProgram) -> Sketch:
        """Return the sketch of a program with its film; without one where it, or the solution, cannot be run now."""
        if self._wanted is None:
            self._wanted = self._run(self._exercise.solution, run)
        if self._wanted is None:
            return Sketch()
        yours = self._wanted if source == self._exercise.solution else self._run(source, run)
        if yours is None:
            return Sketch()
        frames = Frames(self._pictures, yours, self._wanted)
        return Sketch(frames[-1], frames=frames)

    def _run(self, source: str, run: RunProgram) -> tuple[Sequence[Any], ...] | None:
        """Return what a program gives at every frame."""
        ran = run(film_job(self._exercise, self._scene, self._names, source, self._modules, self._places))
        if ran.fault is not None:
            return None
        values = (returned.value for case in ran.returned for returned in case)
        calls = len(self._scene.calls)
        frames = iter(lambda: list(islice(values, calls)), [])
        # What is called at many places is drawn as numbers: as such, a film is a tenth as large.
        is_drawn = calls > 1 and self._scene.along
        return tuple(numbers_of(frame, calls) if is_drawn else frame for frame in frames)  # type: ignore[misc]


class Frames(Sequence[Drawings]):
    """The drawings of a film, each made when it is looked at: a map is two thousand numbers, and the network nine."""

    def __init__(
        self,
        pictures: Callable[[Sequence[Any], Sequence[Any]], Drawings],
        yours: Sequence[Sequence[Any]],
        wanted: Sequence[Sequence[Any]],
    ) -> None:
        """Prepare them: `pictures` draws a frame from what a program gave at it, and what is wanted there."""
        self._pictures = pictures
        self._given = tuple(zip(yours, wanted, strict=True))
        self._last: tuple[int, Drawings] | None = None

    def __len__(self) -> int:
        return len(self._given)

    @overload
    def __getitem__(self, at: int) -> Drawings: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Drawings]: ...

    def __getitem__(self, at: int | slice) -> Drawings | Sequence[Drawings]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(len(self))[at])
        number = range(len(self))[at]
        # Who draws a frame on screen asks for it more than once, and knows it again by being the same.
        if self._last is None or self._last[0] != number:
            self._last = number, self._pictures(*self._given[number])
        return self._last[1]


def can_be_filmed(value: Any) -> bool:
    """Return whether a film can go from 0 up to a value: a whole number, and not 0."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool) and int(value) > 0


def film_job(
    exercise: Exercise,
    scene: Scene,
    names: Mapping[str, Any],
    source: str,
    modules: Mapping[str, str],
    places: Sequence[int],
) -> Job:
    """Return what is run of a program for its film: the calls of its picture, at each place."""
    given = {name: names[name] for name in exercise.given if name in names}
    if exercise.film in exercise.arguments:
        at = exercise.arguments.index(exercise.film)
        calls = tuple((*call[:at], place, *call[at + 1 :]) for place in places for call in scene.calls)
        cases: tuple[Case, ...] = (Case(given, calls),)
    else:
        cases = tuple(Case({**given, exercise.film: place}, scene.calls) for place in places)
    return Job(source, exercise.function, cases, modules, exercise.seconds)


def places_of(last: int, calls: int) -> tuple[int, ...]:
    """Return where the frames of a film are: from 0 to `last`, evenly, as many as it may have of so many calls each."""
    most = max(min(MOST_FRAMES, MOST_CALLS // calls - 1), 1)
    least = -(-last // most)
    # A step that comes out even is worth some frames.
    step = next((step for step in range(least, 2 * least) if last % step == 0), least)
    places = range(0, last, step)
    return (*places, int(last))
