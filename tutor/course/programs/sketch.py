"""How a program is drawn while it is being written: it is run for its picture, and so is the solution, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tutor.course.programs import picture
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.faults import NotRunError, failed
from tutor.course.programs.film import ProgramFilm, can_be_filmed
from tutor.course.programs.messages import pictures as messages
from tutor.course.programs.messages import unreadable, unrunnable
from tutor.course.programs.reading import Spot, open_blank, parse, unfilled_line
from tutor.course.programs.scene import job_of, scene_of
from tutor.course.programs.trained import network_map
from tutor.course.programs.words import said
from tutor.course.questions import Asked, Words, words_of
from tutor.course.sketch import Drawings, Filming, Sketch
from tutor.figure import Drawing, Network
from tutor.lab import Lab, LabFailedError
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.program import Fault, Job, Ran, RunProgram


class ProgramSketching:
    """Draws the programs of one exercise, as one question asks it."""

    def __init__(
        self, exercise: Exercise, lab: Lab | None, asked: Asked, names: Mapping[str, Any], modules: Mapping[str, str]
    ) -> None:
        """Prepare it: nothing is run before the first sketch.

        `names` are the values of arguments and given names; `modules` are what programs can import.
        """
        self._exercise = exercise
        self._lab = lab
        self._asked = asked
        self._names: dict[str, Any] = {name: _as_given(value) for name, value in names.items()}
        self._modules = modules
        self._scene = scene_of(exercise, lab, self._names)
        readouts = asked.result.readouts if asked.result is not None else {}
        drawn = exercise.drawn
        self._label: Text | str = drawn.readout if drawn is not None else exercise.function
        if drawn is not None and drawn.readout in readouts:
            self._label = readouts[drawn.readout].label or drawn.readout
        self._filmed: Text | str = exercise.film
        if exercise.film in readouts:
            self._filmed = readouts[exercise.film].label or exercise.film
        self._filming: ProgramFilm | None = None
        if exercise.film and can_be_filmed(self._names.get(exercise.film)):
            self._filming = ProgramFilm(exercise, self._scene, self._names, self._filmed, modules, self._frame)
        self._wanted: tuple[Any, ...] | None = None
        self._heights: Array | None = None

    def draw(self, source: str, run: RunProgram) -> Sketch:
        """Return the sketch of a program."""
        if self._wanted is None:
            wanted = run(self._job(self._exercise.solution))
            if wanted.fault is not None:
                # It could not be run now (the tutor is short of memory, or moves on): the next sketch tries again.
                return Sketch(fault=wanted.fault, say=self._why(self._exercise.solution, wanted.fault, run))
            self._wanted = _values(wanted)
        blank = open_blank(source)
        if blank:
            return _unfinished(unreadable.BLANK_LEFT.filled(line=blank))
        ran = run(self._job(source))
        fault = ran.fault
        if fault is not None and fault.kind == "raised":
            tree = parse(source)
            dots = 0 if isinstance(tree, Spot) else unfilled_line(tree)
            if dots:
                return _unfinished(unrunnable.STARTER_LEFT.filled(line=dots), ran.printed)
        if fault is None:
            return Sketch(self._drawings(_values(ran), self._wanted), ran.printed)
        if fault.line > (lines := source.rstrip().count("\n") + 1):
            # What was added to it for its picture is none of the learner's.
            fault = fault._replace(line=lines, column=0)
        return Sketch((), ran.printed, fault, self._why(source, fault, run))

    def _why(self, source: str, fault: Fault, run: RunProgram) -> Words | None:
        """Return why a program could not be run, in the words of a verdict."""
        try:
            return failed(self._exercise, self._job(source)._replace(source=source), run, fault).say
        except NotRunError as error:
            return words_of(error.words) if isinstance(error.words, Text) else None

    @property
    def filming(self) -> Filming | None:
        """What makes the films of its programs; None where the exercise has none."""
        return self._filming

    def alone(self) -> Drawings:
        """Return the picture of what is wanted, with nothing of the learner's; () before the first sketch."""
        return () if self._wanted is None else self._drawings((), self._wanted)

    def _job(self, source: str) -> Job:
        return job_of(self._scene, self._exercise, self._names, source, self._modules)

    def _frame(self, yours: Sequence[Any], wanted: Sequence[Any]) -> Drawings:
        """Return a frame of a film. What is listed on the way there is drawn beside all that is wanted."""
        whole = self._wanted
        return self._drawings(yours, whole if whole is not None and picture.long_row(whole) is not None else wanted)

    def _drawings(self, yours: Sequence[Any], wanted: Sequence[Any]) -> Drawings:
        """Return what is drawn: of a network that was made on the way its map first."""
        drawing = self._drawing(yours, wanted)
        found = (self._map(yours, wanted), drawing) if self._exercise.film and not self._scene.along else (drawing,)
        return tuple(one for one in found if one is not None)

    def _map(self, yours: Sequence[Any], wanted: Sequence[Any]) -> Drawing | None:
        drawings = self._asked.result.drawings if self._asked.result is not None else ()
        return network_map(yours[0] if yours else None, wanted[0] if wanted else None, drawings)

    def _drawing(self, yours: Sequence[Any], wanted: Sequence[Any]) -> Drawing | None:
        scene, label = self._scene, self._label
        if scene.walks:
            return picture.walk(scene, yours, wanted, self._curve_below(), label)
        match len(scene.along):
            case 1 if scene.at_once:
                return picture.curve(scene, picture.entries_of(yours), picture.entries_of(wanted), label)
            case 1:
                return picture.curve(scene, yours, wanted, label)
            case 2:
                return picture.plane(scene, yours, wanted, label)
        drawings = self._asked.result.drawings if self._asked.result is not None else ()
        on_nodes = (picture.nodes(scene, one, yours, wanted) for one in drawings if isinstance(one, Network))
        return next((one for one in on_nodes if one is not None), None) or picture.cells(
            scene, yours, wanted, self._filmed or messages.PLACE
        )

    def _curve_below(self) -> Array:
        """Return the readout along the way, as the lab gives it."""
        if self._heights is None:
            grid, drawn = self._scene.along[0], self._exercise.drawn
            assert drawn is not None
            self._heights = np.array([self._height(grid.name, place, drawn.readout) for place in grid.places])
        return self._heights

    def _height(self, name: str, place: float, readout: str) -> float:
        if self._lab is None or name not in self._lab.parameters:
            return np.nan
        values: dict[str, Any] = {**self._asked.values, name: float(place)}
        try:
            result = self._asked.at(values).result
        except LabFailedError:
            return np.nan
        assert result is not None
        return float(picture.numbers_of([result.readouts[readout].value], 1)[0])


def _unfinished(words: Text, printed: str = "") -> Sketch:
    """Return the sketch of a program in which something is still to be filled in: that is no error."""
    return Sketch((), printed, Fault("unfinished"), said(words))


def _as_given(value: Any) -> Any:
    """Return a value as a program is given it: several numbers are an array."""
    return np.array(value) if isinstance(value, tuple | list) else value


def _values(ran: Ran) -> tuple[Any, ...]:
    return tuple(returned.value for case in ran.returned for returned in case)
