"""A host for answering without a session, and runners that answer later or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.learner.samples import START, numbered
from tutor.course.questions import Asked, Question
from tutor.course.sketch import Draws, Sketch
from tutor.lab import Lab, Values
from tutor.learner.attempts import Attempt
from tutor.program import Fault
from tutor.session.answering import Answering
from tutor.session.runner import DirectRunner, Failure, Job, Runner, TakeGrade, TakeResult, TakeShare, TakeSketch
from tutor.session.visit import Visit


@dataclass
class FakeHost:
    """Keeps attempts in a list; its clock stands still until it is moved."""

    made: list[Attempt] = field(default_factory=list)
    runner: Runner = field(default_factory=DirectRunner)
    now: int = START
    language: str = "en"
    new_uid: Callable[[], str] = field(default_factory=numbered)
    course_id: str = "deep-learning"
    is_asked_how_sure: bool = False
    drafts: dict[tuple[str, str], str] = field(default_factory=dict)

    def clock(self) -> int:
        return self.now

    def attempts(self) -> Sequence[Attempt]:
        return tuple(self.made)

    def record(self, attempt: Attempt) -> None:
        self.made.append(attempt)

    def asks_how_sure(self) -> bool:
        return self.is_asked_how_sure

    def mine(self, question: Question) -> str:  # noqa: ARG002
        return ""

    def draft(self, lesson: str, question: Question) -> str:
        return self.drafts.get((lesson, question.id), "")

    def keep_draft(self, lesson: str, question: Question, text: str) -> None:
        self.drafts[lesson, question.id] = text


@dataclass
class Told:
    """A front that takes note of what it is told."""

    labs: list[Visit] = field(default_factory=list)
    questions: list[Answering] = field(default_factory=list)
    sketches: list[Answering] = field(default_factory=list)

    def lab_changed(self, visit: Visit) -> None:
        self.labs.append(visit)

    def question_changed(self, visit: Visit, answering: Answering) -> None:  # noqa: ARG002
        self.questions.append(answering)

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:  # noqa: ARG002
        self.sketches.append(answering)


@dataclass
class Waiting:
    """Work that is done when a test says so."""

    finish: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True

    def supersede(self) -> None:
        self.cancelled = True


class SlowRunner(Runner):
    """Answers when `catch_up` is called, in the order asked; what was cancelled meanwhile is never heard of."""

    def __init__(self, direct: DirectRunner | None = None) -> None:
        self.waiting: list[Waiting] = []
        self._direct = direct or DirectRunner()

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:
        if share is not None:
            share(0.5)
        return self._later(lambda: then(self._direct.run(lab, values)))

    def grade(self, asked: Asked, response: str, language: str, then: TakeGrade, share: TakeShare | None = None) -> Job:
        if share is not None and asked.question.RUNS_PROGRAMS:
            share(0.5)
        return self._later(lambda: self._direct.grade(asked, response, language, then) and None)

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:
        return self._later(lambda: self._direct.sketch(sketching, source, then) and None)

    def _later(self, finish: Callable[[], None]) -> Job:
        self.waiting.append(Waiting(finish))
        return self.waiting[-1]

    def catch_up(self) -> None:
        """Answer everything that was asked, and what is asked because of that."""
        while self.waiting:
            work = self.waiting.pop(0)
            if not work.cancelled:
                work.finish()


class FailingRunner(Runner):
    """Never gives anything."""

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:  # noqa: ARG002
        then(Failure(f"{lab.name} is out of order"))
        return Waiting(lambda: None)

    def grade(
        self,
        asked: Asked,  # noqa: ARG002
        response: str,  # noqa: ARG002
        language: str,  # noqa: ARG002
        then: TakeGrade,
        share: TakeShare | None = None,  # noqa: ARG002
    ) -> Job:
        then(Failure("nobody is there to grade"))
        return Waiting(lambda: None)

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:  # noqa: ARG002
        then(Sketch(fault=Fault("start")))
        return Waiting(lambda: None)
