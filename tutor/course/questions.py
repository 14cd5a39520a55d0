"""What a question is, and what every kind of question shares.

A question's answer is a readout of a lab wherever it is a number or an array, so it is never typed by hand. A response
is one string, whatever the kind, so that it can be stored and shown again: "4.67" (number), "1" or "0,2" (options,
counted from 0 in the author's order, however they were shown), "2,0,1" (items of an order, likewise),
"[[1, 2], [3, 4]]" (array), "softmax" (blank), '{"w1": 1.0, "b": -0.5}' (the sliders of a setting), a program (code).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Literal

from tutor.course.entry import Entry
from tutor.course.messages.questions import WHICH_VARIANT
from tutor.course.proof import Claim, PrepareLab, RunLab
from tutor.course.prose import Place, Prose, in_words
from tutor.course.sketch import Filming, Sketching
from tutor.course.slips.gaps import Part, gapped, part_of
from tutor.course.tolerance import Tolerance
from tutor.dataclass import dataclass
from tutor.lab import Lab, LabFailedError, Result, Values
from tutor.language import Localised, Text
from tutor.namedtuple import NamedTuple
from tutor.program import Call, Fault, Job, Ran, RunProgram
from tutor.working import Working

Words = Localised[Prose]
"""Prose in every language of the course."""

Need = Literal["number", "array", "truth", "value"]
"""What a referenced value has to be; a value is any of them, or a text."""

ResultOf = Callable[[Lab, Values], Result]
"""Gives what a lab gives at values that it takes: by running it, or from what it gave before (`Labs.result`)."""


def run_afresh(lab: Lab, values: Values) -> Result:
    """Return what `lab` gives at `values`."""
    return lab(**values)


def no_programs(job: Job) -> Ran:  # noqa: ARG001
    """Say that programs cannot be run here: whoever asks questions that need it brings what runs them."""
    return Ran((), Fault("start"))


def words_of(text: Text, **values: object) -> Words:
    """Return a text of the interface as prose in every language it speaks."""
    return prose_of(Localised({language: text(language, **values) for language in text.variants}))


def prose_of(lines: Localised[str]) -> Words:
    """Return a line as prose in every language it is in."""
    return Localised({language: in_words(line) for language, line in lines.variants.items()})


class Feedback(NamedTuple):
    """What a learner hears after a response."""

    right: bool
    say: Words | None = None
    """why this response is right or wrong; None where nothing particular is known about it"""
    mistake: str = ""
    """the recognised mistake, by a stable name ("sum_of_squares", "option-2", "slip:sign"), for the record"""
    arithmetic: Callable[[], Working | None] = lambda: None
    """looks for what leads to the response, which takes longer than to grade it: for whoever shows it"""

    @property
    def yours(self) -> Working | None:
        """The arithmetic that leads to the response, where that is known."""
        return self.arithmetic()


class Derived(NamedTuple):
    """A wrong response that can be derived from how the answer is worked out."""

    response: str
    """as a learner would type it"""
    cause: str
    cost: float
    """how unlikely it is"""
    is_right: bool
    """whether it comes to the answer, so that nothing can be heard in it"""


class Unreadable(NamedTuple):
    """A response that cannot be read as an answer: refused kindly, and no attempt."""

    say: str
    """what can be read, in the learner's language"""


class Guess(NamedTuple):
    """A number that the learner committed to, about one readout."""

    readout: str
    """the readout or an entry of it, as a drawing places it: "cost", "p[0]" """
    value: float
    truth: float


@dataclass(frozen=True)
class Reference:
    """A readout or a parameter, or one entry of it: `cost`, `p[0]`, `Y[1,2]`."""

    name: str
    index: tuple[int, ...] = ()
    place: Place | None = None

    def __str__(self) -> str:
        return self.name + (f"[{','.join(map(str, self.index))}]" if self.index else "")

    def of(self, asked: Asked) -> object:
        """Return the value: a readout first, then a parameter.

        Raises:
            LookupError: there is no such name or entry. A loaded course has been checked for that.
        """
        return look_up(self.name, self.index, asked.values, asked.result)


def look_up(name: str, index: tuple[int, ...], values: Mapping[str, object], result: Result | None) -> object:
    """Return a readout's or a parameter's value, or one entry of it.

    Raises:
        LookupError: there is no such name, or no such entry.
    """
    if result is not None and name in result.readouts:
        value: object = result.readouts[name].value
    else:
        value = values[name]
    for at in index:
        if isinstance(value, str) or not hasattr(value, "__getitem__"):
            raise LookupError(f"{name} has fewer dimensions")
        value = value[at]
    return value


@dataclass(frozen=True, eq=False, kw_only=True)
class Question(ABC):
    """A question as its author wrote it. The kinds derive from it, and say here all that others ask of them."""

    WEIGHT: ClassVar[int] = 1
    """how hard it is to get right by luck: one of some options 1, a number 4"""
    RUNS_PROGRAMS: ClassVar[bool] = False
    """whether a response is a program, so that grading takes a while"""
    ON_SLIDERS: ClassVar[bool] = False
    """whether it is answered with the sliders of the step's lab, which then has to be the question's own"""

    id: str
    kind: str
    prompt: Words
    lab: Lab | None
    variants: tuple[Values, ...]
    """parameters of the lab, one set a variant; at least one (an empty one where there is no lab)"""
    hints: tuple[Words, ...]
    explain: Words | None
    revision: str
    """a digest of what decides whether a response is right; mending a typo in the prompt keeps it"""
    was: tuple[str, ...] = ()
    """ids it had before, under which attempts may be stored"""
    place: Place | None = None
    single_try: bool = False
    """whether there is one guess only: what is asked is shown right after"""
    picture: bool = False
    """whether its lab is shown beside it where it is asked away from its step"""

    @property
    def weight(self) -> int:
        """How hard it is to get right by luck. A guess asks for a feeling rather than for knowledge."""
        return 0 if self.single_try else self.WEIGHT

    @property
    def withheld(self) -> str:
        """The readout that a lab must not show while the question is an open prediction; "" for none."""
        return ""

    def values_of(self, variant: int) -> Values:
        """Return every parameter of the lab as one variant sets it; `variant` counts on past the last."""
        values = self.variants[variant % len(self.variants)]
        return values if self.lab is None else self.lab.check(values)

    def ask(self, variant: int, result_of: ResultOf = run_afresh) -> Asked:
        """Return the question put with one set of numbers; `variant` counts on past the last from the first."""
        values = self.values_of(variant)
        asked = Asked(self, variant % len(self.variants), values, None, result_of)
        return asked if self.lab is None else asked.at(values)

    def shown(self, variant: int) -> Asked:
        """Return the question as `ask` does, to be read and not answered: where its lab fails, without a result."""
        try:
            return self.ask(variant)
        except LabFailedError:
            return Asked(self, variant % len(self.variants), self.values_of(variant), None)

    # -- what every kind has to say -----------------------------------------------------------------------------------

    @abstractmethod
    def entry(self, asked: Asked) -> Entry:
        """Return how a response is entered."""

    @abstractmethod
    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about `response`."""

    def is_right(self, asked: Asked, response: str, language: str) -> bool:
        """Return whether `response` is right, as `grade` has it, for whoever does not ask what is said to it."""
        feedback = self.grade(asked, response, language)
        return isinstance(feedback, Feedback) and feedback.right

    @abstractmethod
    def right_response(self, asked: Asked) -> str:
        """Return a response that is right, as a learner would give it."""

    @abstractmethod
    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield what has to hold for the question to be fair, beside that the right response is right."""

    # -- what most kinds need not say ---------------------------------------------------------------------------------

    def entry_again(self, asked: Asked, reviews: int, stability: float) -> Entry:  # noqa: ARG002 - kinds use them
        """Return how a response is entered in a review.

        Args:
            asked: the question.
            reviews: how many times it was graded before.
            stability: days until the chance of recalling it has fallen to 90%.
        """
        return self.entry(asked)

    def spell(self, asked: Asked, response: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return a response in words: an option's text, a number as it was typed."""
        return response.strip()

    def spell_answer(self, asked: Asked, language: str) -> str:
        """Return the answer as it reads where it is told."""
        return self.spell(asked, self.right_response(asked), language)

    def working(self, asked: Asked) -> Working | None:  # noqa: ARG002 - kinds use it
        """Return how the answer is worked out, or None where that is not known."""
        return None

    @property
    def near(self) -> Tolerance | None:
        """How near a number has to be that is worked out; None where the answer is none, or a guess."""
        return None

    def marks(self, asked: Asked, response: str, *, over: bool) -> Mapping[int, bool]:  # noqa: ARG002 - kinds use them
        """Return which options to mark as right (True) or wrong after `response`, by their numbers.

        `over` says that no more response is taken, so that the answer may be told.
        """
        return {}

    def guess(self, asked: Asked, response: str) -> Guess | None:  # noqa: ARG002 - kinds use them
        """Return the number that a prediction commits to, to stand beside the truth; None where it is none."""
        return None

    def nudged(self, asked: Asked, typed: str, steps: int) -> str:  # noqa: ARG002 - kinds use them
        """Return the guess typed so far, moved up or down by `steps`; only where the entry says that it `nudges`."""
        return typed

    def sketching(self, asked: Asked) -> Sketching | None:  # noqa: ARG002 - kinds use it
        """Return how a program is drawn while it is written; None where the response is no program."""
        return None

    def slips(self, asked: Asked) -> Iterator[Derived]:  # noqa: ARG002 - kinds use it
        """Yield the wrong responses that can be derived from how the answer is worked out."""
        yield from ()

    def training(self, asked: Asked) -> Filming | None:  # noqa: ARG002 - kinds use it
        """Return what films a program of the learner's that trains a network, on what the lab of `asked` gives; None
        where that is no such program, or the lab does not have what it takes."""
        return None

    def asked_at(self, asked: Asked, response: str) -> Asked:  # noqa: ARG002 - kinds use it
        """Return the question with the lab as what is said to `response` speaks of it."""
        return asked

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the part of a hint that is the answer, or "". Both texts have their values filled in."""
        return ""

    def same_answer(self, one: Asked, other: Asked) -> bool:  # noqa: ARG002 - kinds use them
        """Return whether two variants, which ask for different numbers, have one answer: remembering it is enough."""
        return False

    @property
    def uses(self) -> tuple[str, ...]:
        """The ids of earlier questions whose programs a response can import."""
        return ()

    def call(self, asked: Asked) -> Call | None:  # noqa: ARG002 - kinds use it
        """Return how the program that is the response is called; None where the response is no program."""
        return None

    def answer_code(self, asked: Asked) -> str:  # noqa: ARG002 - kinds use it
        """Return the answer as a program of several lines, to stand by itself; "" where it is none."""
        return ""

    def as_code(self, response: str) -> str:  # noqa: ARG002 - kinds use it
        """Return a response as lines of Python, to stand by themselves; "" where it is none."""
        return ""

    def texts(self) -> Iterator[Words]:
        """Yield every text of the question that a learner can meet."""
        yield self.prompt
        yield from self.hints
        if self.explain is not None:
            yield self.explain

    def references(self) -> Iterator[tuple[Reference, Need]]:
        """Yield every readout or parameter the grading looks at, with what it has to be; the answer first."""
        yield from ()


class Asked(NamedTuple):
    """A question put with one set of numbers."""

    question: Question
    variant: int
    values: Mapping[str, object]
    """every parameter of the lab, the author's value or the default"""
    result: Result | None
    result_of: ResultOf = run_afresh
    """how to get what its lab gives at other values"""
    run_program: RunProgram = no_programs
    """how to run what a learner wrote"""
    shown: Result | None = None
    """what the lab on the screen gives, which may be set otherwise or be another one"""
    mine: str = ""
    """the programs of the questions that its own `uses`, as one: a response can import it under this name"""

    def at(self, values: Values) -> Asked:
        """Return the question with its lab at these values, which the lab takes."""
        assert self.question.lab is not None
        return self._replace(values=values, result=self.result_of(self.question.lab, values))

    def grade(self, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about `response`."""
        return self.question.grade(self, response, language)

    @property
    def gapped(self) -> tuple[str, ...]:
        """How the answer is worked out, line by line, with a gap where it stands; () where that cannot be shown."""
        near = self.question.near
        return () if near is None else gapped(self.question.working(self), near, self._given)

    def part(self, yours: Working | None, at: int | None) -> tuple[int, Part] | None:
        """Return a part of how the answer is worked out, to be asked by itself, with its number; None for none.

        Args:
            yours: the learner's own arithmetic, where that is known.
            at: the number of the part at which they went wrong with other values.
        """
        near = self.question.near
        return None if near is None else part_of(self.question.working(self), yours, near, self._given, at)

    @property
    def _given(self) -> frozenset[float]:
        """The numbers that the lab is set to: they stand in the question."""
        found: set[float] = set()
        for value in self.values.values():
            # A parameter is a number, several of them, or a word.
            found |= set(value) if isinstance(value, tuple) else {value} if isinstance(value, int | float) else set()
        return frozenset(found)

    @property
    def variant_words(self) -> Text:
        """Which variant it is, for a finding; "" where there is only one."""
        return WHICH_VARIANT.filled(number=self.variant + 1) if self.question.variants[1:] else Text(en="")


class Desk(NamedTuple):
    """What a kind proves a question on."""

    asked: Asked
    language: str
    """the first language of the course"""
    run: RunLab
    """what a lab gives at some values, remembered; a sentence where it gives nothing"""
    prepare: PrepareLab = lambda lab, settings: None  # noqa: ARG005 - nothing to be done beforehand


def programs_used(question: Question, known: Mapping[str, Question], written: Mapping[str, str]) -> str:
    """Return the programs that a response to `question` can import, as one.

    Args:
        known: the questions of the course, by id.
        written: by id, what the learner has written; for another one its author's answer stands in.
    """
    used = (known[name] for name in question.uses if name in known and known[name].RUNS_PROGRAMS)
    return "\n\n".join(written.get(one.id) or one.right_response(_unasked(one)) for one in used)


def _unasked(question: Question) -> Asked:
    """Return a question for whose answer no lab has to run, which a program is."""
    return Asked(question, 0, question.values_of(0), None)
