"""A function to write: a few lines of NumPy, judged by what they compute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Written
from tutor.course.fields import ID, Field, Flag, ListOf, Number, OneLine, ReadoutName, Record, Words
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.programs.authored import read_exercise
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.fields import Data, Draws, Piece, Program
from tutor.course.proof import Claim, Meets, Right, Wrong
from tutor.course.questions import Asked, Desk, Feedback, Need, Question, Reference, Unreadable
from tutor.course.questions import Words as Localised
from tutor.course.sketch import Sketching
from tutor.program import LONGEST_SOURCE, Case, Job, Ran


@dataclass(frozen=True, eq=False, kw_only=True)
class CodeQuestion(Question, Kind):
    """A function that the learner writes."""

    KIND: ClassVar[str] = "code"
    WEIGHT: ClassVar[int] = 5
    RUNS_PROGRAMS: ClassVar[bool] = True
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "solution",
            Program(),
            "a right program; the function that it defines last is the one to write",
            required=True,
        ),
        Field("also", ListOf(Program()), "other right programs"),
        Field("given", ListOf(OneLine()), "readouts and parameters that the program finds as its own"),
        Field("data", ListOf(Data()), "further data that right code must get right as well"),
        Field("starter", Program(), "what the editor begins with; without it the first line of the function"),
        Field("blanks", Program(), "the easier form: the solution with `___` for pieces of it"),
        Field(
            "mistakes",
            ListOf(
                Record(
                    (
                        Field("instead", Piece(), "a piece of the solution, …"),
                        Field("write", Piece(), "… and what a wrong program has in its place"),
                        Field("code", Program(), "a wrong program"),
                        Field("answer", ReadoutName(), "a readout that a wrong program gives"),
                        Field("say", Words(), "what leads to this and why it is wrong", required=True),
                    ),
                    "a mistake",
                )
            ),
            "wrong programs that are recognised by what they compute",
        ),
        Field("draws", Draws(), "the readout that the function computes, and the arguments along which it is drawn"),
        Field("walks", Flag(), "the function is called again with what it gave back, and its way is drawn"),
        Field("seconds", Number(0.1, 60), "how long a program may run; without it 0.8"),
        Field("while_typing", Data(), "arguments for the picture while typing, where the exercise takes long"),
        Field("uses", ListOf(ID), "earlier exercises whose functions the program can import from `mine`"),
    )

    exercise: Exercise

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> CodeQuestion | None:
        """Return the question; None where nobody could do the exercise."""
        exercise = read_exercise(given, draft.place, draft.reader.findings)
        if exercise is None:
            return None
        decides = {"solution": exercise.solution, "given": exercise.given, "data": exercise.data}
        return cls(**draft.shared(decides), exercise=exercise)

    def entry(self, asked: Asked) -> Written:  # noqa: ARG002
        """Return what the editor begins with."""
        return Written(self.exercise.starter, self.exercise.blanks)

    def sketching(self, asked: Asked) -> Sketching:
        """Return how a program is drawn while it is written."""
        # Whoever never opens such a question has no need of it.
        from tutor.course.programs.sketch import ProgramSketching

        return ProgramSketching(self.exercise, self.lab, asked.values, asked.result)

    def names(self, asked: Asked) -> Mapping[str, Any]:
        """Return what the lab has by name: its readouts, and its parameters as the question sets them."""
        readouts = asked.result.readouts if asked.result is not None else {}
        return {**asked.values, **{name: readout.value for name, readout in readouts.items()}}

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about a program."""
        if not response.strip() or len(response) > LONGEST_SOURCE:
            return Unreadable(messages.NO_PROGRAM(language))
        wanted = asked.run_program(self._job(asked, self.exercise.solution))
        ran = asked.run_program(self._job(asked, response))
        if ran.fault is not None and ran.fault.kind == "start":
            return Unreadable(messages.NO_PROGRAMS_RUN(language))
        if _same(ran, wanted):
            return Feedback(True)
        for slip in self.exercise.slips:
            if slip.source and _same(ran, asked.run_program(self._job(asked, slip.source))):
                return Feedback(False, slip.say, slip.name)
        return Feedback(False)

    def _job(self, asked: Asked, source: str) -> Job:
        names = self.names(asked)
        cases = []
        for data in ({}, *self.exercise.data):
            values = {**names, **data}
            if all(name in values for name in (*self.exercise.arguments, *self.exercise.given)):
                given = {name: _value(values[name]) for name in self.exercise.given}
                cases.append(Case(given, (tuple(_value(values[name]) for name in self.exercise.arguments),)))
        return Job(source, self.exercise.function, tuple(cases), {}, self.exercise.seconds)

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the author's solution."""
        return self.exercise.solution

    def references(self) -> Iterator[tuple[Reference, Need]]:
        """Yield the readouts that wrong programs give."""
        yield from ()

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (slip.say for slip in self.exercise.slips)

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:  # noqa: ARG002
        """Yield that every right program is taken, and that the others are told apart."""
        yield Right(self.exercise.also)
        yield Wrong(tuple(text for text in (self.exercise.starter, self.exercise.blanks) if text))
        for slip in self.exercise.slips:
            if slip.source:
                yield Meets((slip.source,), slip.say, slip.name, slip.place)


def _value(value: Any) -> Any:
    import numpy as np

    return np.array(value) if isinstance(value, tuple | list) else value


def _same(one: Ran, other: Ran) -> bool:
    import numpy as np

    def values(ran: Ran) -> list[Any]:
        return [call.value for case in ran.returned for call in case]

    ours, theirs = values(one), values(other)
    if one.fault is not None or other.fault is not None or len(ours) != len(theirs):
        return False
    try:
        return all(np.shape(a) == np.shape(b) and np.allclose(a, b) for a, b in zip(ours, theirs, strict=True))
    except (TypeError, ValueError):
        return False
