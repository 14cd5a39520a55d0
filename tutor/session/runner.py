"""The one seam for work that takes time: results of labs, and grades of responses.

A session asks a runner and is called back. The built-in course answers in the same call; another runner may answer
later, be told that newer values are on their way, or fail. Whoever asks copes with all three.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Protocol

from tutor.course.labs import LAB_ERRORS, run_lab
from tutor.course.questions import Asked, Feedback, Unreadable, no_programs
from tutor.course.sketch import Draws, Sketch
from tutor.lab import Lab, LabFailedError, Pending, Result, Value, Values
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.program import Job as ProgramJob
from tutor.program import Ran, RunProgram

KEPT = 16
"""How many of the latest results are at hand: a step's lab and its questions often ask for the same."""
SLICE = 0.008
"""Seconds of a long computation between two looks at the keyboard."""


class Failure(NamedTuple):
    """Why there is no result, or no grade."""

    reason: Text | str


class Grade(NamedTuple):
    """What to tell the learner about a response."""

    feedback: Feedback | Unreadable
    asked: Asked
    """the question with the lab as what is said speaks of it"""


TakeResult = Callable[[Result | Failure], None]
TakeGrade = Callable[["Grade | Failure"], None]
TakeSketch = Callable[[Sketch], None]
TakeShare = Callable[[float], None]
"""Told how much of long work is done, from 0 to 1."""


class Job(Protocol):
    """Work that was asked for."""

    def cancel(self) -> None:
        """Let nobody be called back any more. Work that is done already has no effect."""

    def supersede(self) -> None:
        """Newer work comes instead: as `cancel`, but what is done within a moment may be told before the newer."""


class Programs(Protocol):
    """Another process, where what learners write is run."""

    def start(self, job: ProgramJob) -> Pending[Ran]:
        """Start a program."""

    def close(self) -> None:
        """End whatever runs."""


class Runner(ABC):
    """Runs labs, grades responses, and sketches what programs give."""

    @abstractmethod
    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:
        """Call `then` with what `lab` gives at `values`, every parameter among them; `share` while that takes long."""

    @abstractmethod
    def grade(self, asked: Asked, response: str, language: str, then: TakeGrade, share: TakeShare | None = None) -> Job:
        """Call `then` with what to tell the learner about a response.

        `share` is called while a program that is one takes long, and with 1 when it has run and is judged.
        """

    @abstractmethod
    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:
        """Call `then` with the sketch of a program."""

    def close(self) -> None:
        """End whatever runs elsewhere."""
        return


class Finished:
    """Work that was done in the call that asked for it."""

    def cancel(self) -> None:
        """Do nothing: it is done."""

    def supersede(self) -> None:
        """Do nothing: it is done."""


FINISHED = Finished()


class DirectRunner(Runner):
    """Answers at once, in the same call: for a course whose Python is trusted and quick."""

    def __init__(self, *, run_program: RunProgram = no_programs) -> None:
        """Make it; `run_program` runs what learners write, and waits for it."""
        self._run_program = run_program
        self._latest: OrderedDict[tuple[Lab, tuple[tuple[str, Value], ...]], Result] = OrderedDict()
        self._lock = Lock()

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:  # noqa: ARG002
        then(self.run(lab, values))
        return FINISHED

    def grade(
        self,
        asked: Asked,
        response: str,
        language: str,
        then: TakeGrade,
        share: TakeShare | None = None,  # noqa: ARG002
    ) -> Job:
        asked = asked._replace(result_of=self._result_of, run_program=self._run_program)
        then(self._grade(asked, response, language))
        return FINISHED

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:
        then(sketching.draw(source, self._run_program))
        return FINISHED

    def _grade(self, asked: Asked, response: str, language: str) -> Grade | Failure:
        try:
            feedback = asked.grade(response, language)
            return Grade(
                feedback, asked if isinstance(feedback, Unreadable) else asked.question.asked_at(asked, response)
            )
        except LabFailedError as error:
            return Failure(error.words)

    def _result_of(self, lab: Lab, values: Values) -> Result:
        found = self.run(lab, values)
        if isinstance(found, Failure):
            raise LabFailedError(found.reason)
        return found

    def run(self, lab: Lab, values: Values) -> Result | Failure:
        """Return what a lab gives; for values asked for a moment ago, the same result."""
        known = self.known(lab, values)
        if known is not None:
            return known
        found = run_lab(lab, values)
        if not isinstance(found, Result):
            return Failure(found)
        self.keep(lab, values, found)
        return found

    def known(self, lab: Lab, values: Values) -> Result | None:
        """Return what a lab gave a moment ago."""
        key = (lab, tuple(values.items()))
        with self._lock:
            if key in self._latest:
                self._latest.move_to_end(key)
            return self._latest.get(key)

    def keep(self, lab: Lab, values: Values, result: Result) -> None:
        """Have a result at hand for a while."""
        with self._lock:
            self._latest[lab, tuple(values.items())] = result
            if len(self._latest) > KEPT:
                self._latest.popitem(last=False)


class Slices:
    """Long work in slices; between two of them, others have their turn."""

    def __init__(
        self, work: Iterator[float], share: TakeShare, finish: Callable[[], None], *, clock: Clock, later: Later
    ) -> None:
        self._work = work
        self._share = share
        self._finish = finish
        self._clock = clock
        self._later = later
        self._stopped = False

    def cancel(self) -> None:
        """Leave the rest of the work undone."""
        self._stopped = True

    def supersede(self) -> None:
        """Leave the rest of the work undone."""
        self._stopped = True

    def go_on(self) -> None:
        """Work for one slice, and see to it that the next one follows."""
        if self._stopped:
            return
        until = self._clock() + SLICE
        try:
            for done in self._work:
                if self._clock() >= until:
                    self._share(done)
                    self._later(self.go_on)
                    return
        except LAB_ERRORS:
            # Running the lab says what is wrong, and where.
            pass
        self._stopped = True
        self._finish()


Clock = Callable[[], float]
"""Gives seconds that only grow."""
Later = Callable[[Callable[[], None]], object]
"""Calls something as soon as whatever waits has had its turn."""


class SlicingRunner(DirectRunner):
    """Answers at once where a lab is quick, and does the long part of the others in slices."""

    def __init__(self, *, clock: Clock, later: Later, for_programs: Callable[[], Runner] | None = None) -> None:
        """Make it; `for_programs` makes the runner for what learners write, when there is something to be run."""
        super().__init__()
        self._clock = clock
        self._later = later
        self._make_for_programs = for_programs
        self._for_programs: Runner | None = None

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:
        if lab.prepare is None or share is None:
            return super().result(lab, values, then)
        work = Slices(
            lab.prepare(**values), share, lambda: then(self.run(lab, values)), clock=self._clock, later=self._later
        )
        work.go_on()
        return work

    def grade(self, asked: Asked, response: str, language: str, then: TakeGrade, share: TakeShare | None = None) -> Job:
        other = self._runner_for_programs if asked.question.RUNS_PROGRAMS else None
        return (other.grade if other else super().grade)(asked, response, language, then, share)

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:
        other = self._runner_for_programs
        return (other.sketch if other else super().sketch)(sketching, source, then)

    @property
    def _runner_for_programs(self) -> Runner | None:
        if self._for_programs is None and self._make_for_programs is not None:
            self._for_programs = self._make_for_programs()
        return self._for_programs

    def close(self) -> None:
        if self._for_programs is not None:
            self._for_programs.close()
