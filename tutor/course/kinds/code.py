"""A function to write: a few lines of NumPy, judged by what they compute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Written
from tutor.course.fields import ID, Field, Flag, ListOf, Number, ReadoutName, Record, Words
from tutor.course.finding import Place
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.messages import questions as for_authors
from tutor.course.programs.authored import read_exercise
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.fields import Data, Draws, Piece, Program
from tutor.course.programs.lines import code_lines, in_one_line, line_told
from tutor.course.proof import Claim, Note
from tutor.course.questions import Asked, Desk, Feedback, Need, Question, Reference, Unreadable
from tutor.course.questions import Words as Localised
from tutor.course.sketch import Filming, Sketching
from tutor.dataclass import dataclass
from tutor.lab import Slider, Timeline
from tutor.language import say
from tutor.program import LONGEST_SOURCE, MINE, Call, RunProgram

if TYPE_CHECKING:
    from tutor.course.programs.key import Key

MOST_KEYS = 16
"""Learners and variants for whom the exercise's own programs need not be run again."""


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
            for_authors.CODE_SOLUTION,
            required=True,
        ),
        Field("also", ListOf(Program()), for_authors.CODE_ALSO),
        Field("given", ListOf(ReadoutName()), for_authors.CODE_GIVEN),
        Field("data", ListOf(Data()), for_authors.CODE_DATA),
        Field("starter", Program(), for_authors.CODE_STARTER),
        Field("blanks", Program(), for_authors.CODE_BLANKS),
        Field(
            "mistakes",
            ListOf(
                Record(
                    (
                        Field("instead", Piece(), for_authors.CODE_INSTEAD),
                        Field("write", Piece(), for_authors.CODE_WRITE),
                        Field("code", Program(), for_authors.CODE_WRONG),
                        Field("answer", ReadoutName(), for_authors.CODE_WRONG_READOUT),
                        Field("say", Words(), for_authors.MISTAKE_SAY, required=True),
                    ),
                    for_authors.A_MISTAKE,
                )
            ),
            for_authors.CODE_MISTAKES,
        ),
        Field("draws", Draws(), for_authors.CODE_DRAWS),
        Field("walks", Flag(), for_authors.CODE_WALKS),
        Field("seconds", Number(0.1, 60), for_authors.CODE_SECONDS),
        Field("film", ReadoutName(), for_authors.CODE_FILM),
        Field("uses", ListOf(ID), for_authors.CODE_USES),
    )

    exercise: Exercise
    places: Mapping[str, Place]
    """where "solution", "starter", "blanks", "film", "also-1", …, "data-1", … stand"""
    reads: tuple[tuple[Reference, Need], ...]
    """the readouts and parameters that it rests on"""
    _keys: dict[tuple[int, RunProgram, str], Key] = field(default_factory=dict)
    """what its own programs give, by variant and by who runs them"""

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> CodeQuestion | None:
        """Return the question; None where nobody could do the exercise."""
        authored = read_exercise(given, draft.lab, draft.place, draft.reader.findings)
        if authored is None:
            return None
        exercise = authored.exercise
        decides = {"solution": code_lines(exercise.solution), "given": exercise.given, "data": exercise.data}
        return cls(
            **draft.shared(decides),
            exercise=exercise,
            places=authored.places,
            reads=authored.reads,
        )

    def entry(self, asked: Asked) -> Written:  # noqa: ARG002
        """Return what the editor begins with."""
        return Written(self.exercise.starter, self.exercise.blanks)

    def entry_again(self, asked: Asked, reviews: int, stability: float) -> Written:
        """Return the solution with one blank, each time in another line; once it is well known, what it began with."""
        # Whoever never reviews a program has no need of it.
        from tutor.course.programs.again import with_one_blank

        begun = with_one_blank(self.exercise, reviews, stability)
        return Written(begun) if begun else self.entry(asked)

    def sketching(self, asked: Asked) -> Sketching:
        """Return how a program is drawn while it is written."""
        # Whoever never opens such a question has no need of it.
        from tutor.course.programs.sketch import ProgramSketching

        modules = {MINE: asked.mine} if asked.mine else {}
        return ProgramSketching(self.exercise, self.lab, asked, self.names(asked), modules)

    def training(self, asked: Asked) -> Filming | None:
        """Return what films a training of the learner's on the readouts and parameters of a lab by their names."""
        # Whoever never plays with a program of their own has no need of it.
        from tutor.course.programs.training_film import NETWORK, TrainingFilm

        readouts = asked.result.readouts if asked.result is not None else {}
        names = {**asked.values, **{name: readout.value for name, readout in readouts.items()}}
        arguments = [name for name in self.exercise.arguments if name != self.exercise.film]
        if not self.exercise.film or not {*NETWORK, "X", "y"} <= set(arguments) <= set(names):
            return None
        drawings = asked.result.drawings if asked.result is not None else ()
        return TrainingFilm(self.exercise, names, {MINE: asked.mine} if asked.mine else {}, drawings)

    def names(self, asked: Asked) -> Mapping[str, Any]:
        """Return what a program's arguments and given names get their values from: the lab's readouts and parameters.

        Where the lab does not have all of them, the first set of data stands in.
        """
        readouts = asked.result.readouts if asked.result is not None else {}
        names = {**asked.values, **{name: readout.value for name, readout in readouts.items()}}
        entries = (reference for reference, _ in self.reads if reference.index)
        names |= {str(reference): reference.of(asked) for reference in entries}
        names |= {name: round(names[name]) for name in self._counted}
        wanted = (*self.exercise.arguments, *self.exercise.given)
        if self.exercise.data and any(name not in names for name in wanted):
            return {**names, **self.exercise.data[0]}
        return names

    @property
    def ranges(self) -> Mapping[str, tuple[float, float]]:
        """The lowest and the highest value of each argument that is moved in the lab."""
        parameters = self.lab.parameters if self.lab is not None else {}
        found: dict[str, tuple[float, float]] = {}
        for name in self.exercise.arguments:
            match parameters.get(name):
                case Slider(low=low, high=high):
                    found[name] = (round(low), round(high)) if name in self._counted else (low, high)
                case Timeline(last=last):
                    found[name] = 0, last
        return found

    @property
    def _counted(self) -> tuple[str, ...]:
        """The sliders that count something: a program finds whole numbers there, as `range` wants them."""
        parameters = self.lab.parameters if self.lab is not None else {}
        return tuple(name for name, one in parameters.items() if isinstance(one, Slider) and one.counts)

    @property
    def uses(self) -> tuple[str, ...]:
        """The ids of earlier exercises."""
        return self.exercise.uses

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about a program."""
        # Whoever never writes a program has no need of what judges one.
        from tutor.course.programs.faults import NotRunError
        from tutor.course.programs.judge import verdict
        from tutor.course.programs.key import BrokenExerciseError
        from tutor.course.programs.reading import open_blank

        if not response.strip() or code_lines(response) == code_lines(self.exercise.starter):
            return Unreadable(messages.NO_PROGRAM(language, function=self._to_write))
        if line := open_blank(response):
            return Unreadable(messages.BLANK_IS_OPEN(language, line=line))
        if len(response) > LONGEST_SOURCE:
            return Unreadable(messages.LONG_PROGRAM(language, most=LONGEST_SOURCE))
        try:
            return verdict(self._key(asked), response)
        except NotRunError as error:
            return Unreadable(say(error.words, language))
        except (BrokenExerciseError, LookupError):
            return Unreadable(messages.NO_VERDICT(language))

    @property
    def _to_write(self) -> str:
        """The name of the function that the starter leaves to the learner."""
        from tutor.course.programs.reading import Spot, parse, unfilled_function

        tree = parse(self.exercise.starter)
        left = "" if isinstance(tree, Spot) else unfilled_function(tree)
        return left or self.exercise.function

    def _key(self, asked: Asked) -> Key:
        """Return what the exercise's own programs give, worked out once for those who ask one after the other.

        Raises:
            LookupError: an argument or a given name has no value.
        """
        from tutor.course.programs.key import Key

        which = (asked.variant, asked.run_program, asked.mine)
        key = self._keys.get(which)
        if key is None:
            modules = {MINE: asked.mine} if asked.mine else {}
            key = Key.of(self.exercise, self.names(asked), asked.run_program, ranges=self.ranges, modules=modules)
            while len(self._keys) >= MOST_KEYS:
                self._keys.pop(next(iter(self._keys)), None)
            self._keys[which] = key
        return key

    def spell(self, asked: Asked, response: str, language: str) -> str:  # noqa: ARG002
        """Return a short program in one line, of a longer one what it defines."""
        return in_one_line(response, self.exercise.function)

    def call(self, asked: Asked) -> Call:
        """Return the function at work on the lab's own data, as it is tried there first.

        Raises:
            LookupError: an argument or a given name has no value.
        """
        from tutor.course.programs.cases import cases_of

        own = cases_of(self.exercise, self.names(asked), self.ranges)[0]
        arguments = zip(self.exercise.arguments, own.calls[0], strict=True)
        return Call(self.exercise.function, dict(arguments), own.given)

    def answer_code(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the author's solution."""
        return self.exercise.solution

    def as_code(self, response: str) -> str:
        """Return the program."""
        return response

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:  # noqa: ARG002
        """Return the line of the solution, or what a review blanks in it, that a hint has and the prompt has not."""
        # Whoever never reviews a program has no need of it.
        from tutor.course.programs.again import piece_told

        line = line_told(self.exercise.solution, hint)
        if line:
            return "" if line_told(line, prompt) else line
        piece = piece_told(self.exercise, hint)
        return "" if piece and "".join(piece.split()) in "".join(prompt.split()) else piece

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the author's solution."""
        return self.exercise.solution

    def references(self) -> Iterator[tuple[Reference, Need]]:
        """Yield what the exercise has from its lab."""
        yield from self.reads

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (slip.say for slip in self.exercise.slips)

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield what does not hold: of the right programs, of the wrong ones, and of the data that tells them apart."""
        from tutor.course.programs.proof import Proof

        try:
            key = self._key(desk.asked)
        except LookupError as error:
            words = for_authors.HAS_NO_VALUE.filled(error=error)
            yield Note("unknown-name", words, self.places.get("solution"))
            return
        yield from Proof(self.exercise, self.places, key, desk).claims()
