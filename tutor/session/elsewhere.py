"""A runner for labs and programs that run in another process: quick results in the same call, others when they come.

One result is worked out at a time, and the newest that is wanted comes next. What a visit has moved on from is still
told if it comes within a moment, so that a held key and a film show something on the way. Programs are run one at a
time as well: of several sketches only the newest is wanted.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, local

from tutor.course.labs import run_lab
from tutor.course.questions import Asked
from tutor.course.sketch import Draws, Sketch
from tutor.lab import Lab, LabFailedError, Pending, Result, Values
from tutor.language import Text
from tutor.program import Fault, Ran
from tutor.program import Job as ProgramJob
from tutor.session.runner import (
    FINISHED,
    Clock,
    Failure,
    Grade,
    Job,
    Later,
    Programs,
    SlicingRunner,
    TakeGrade,
    TakeResult,
    TakeShare,
    TakeSketch,
)

AT_ONCE = 0.008
"""Seconds that a result is waited for in the call that asks: a screen that is drawn once is better than twice."""
LOOK_EVERY = 0.02
"""Seconds between two looks whether a result is wanted still."""
LOOK_OFTEN = 0.005
"""Seconds between two looks whether a program is wanted still: the next letter may have been typed."""
GRACE = 0.25
"""Seconds in which a result that was moved on from may still come."""

UNWANTED = Ran((), Fault("start"))
"""What is made of a program that nobody waits for any more; nobody is told of it."""

Background = Callable[[Callable[[], None]], object]
"""Does something in a thread."""


class _Wanted:
    """A result that is wanted, or a grade."""

    def __init__(self) -> None:
        self.is_cancelled = False
        self.is_superseded = False

    def cancel(self) -> None:
        """Let nobody be called back any more."""
        self.is_cancelled = True

    def supersede(self) -> None:
        """Let nobody be called back any more but soon."""
        self.is_superseded = True


class _Response(_Wanted):
    """A grade that is wanted, and who wants to know how far the program is that is the response."""

    def __init__(self, response: str, share: TakeShare | None) -> None:
        super().__init__()
        self.response = response
        self.share = share
        self.has_run = False
        """it is compared now, with the same program perhaps"""


class _Run(_Wanted):
    def __init__(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None) -> None:
        super().__init__()
        self.lab = lab
        self.values = values
        self.then = then
        self.share = share


class ElsewhereRunner(SlicingRunner):
    """Runs labs where they are, here or elsewhere, and never keeps whoever asks waiting for one that is elsewhere."""

    def __init__(
        self,
        *,
        clock: Clock,
        later: Later,
        background: Background,
        call_soon: Later,
        programs: Callable[[], Programs],
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        """Make it.

        `clock` and `later` are as a `SlicingRunner` takes them. `background` does something in a thread, and
        `call_soon` calls something, from a thread, where the others are called. `programs` makes what runs programs,
        when the first one is to be run. Once `is_over`, nothing is wanted.
        """
        super().__init__(clock=clock, later=later)
        self._is_over = is_over
        self._background = background
        self._call_soon = call_soon
        self._make_programs = programs
        self._programs: Programs | None = None
        self._one_program = Lock()
        """held while a program runs"""
        self._here = local()
        """in a thread: what it works for"""
        self._sketch: _Wanted = _Wanted()
        self._waiting: deque[_Run] = deque()
        self._is_running = False

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:
        if lab.elsewhere is None:
            return super().result(lab, values, then, share)
        known = self.known(lab, values)
        if known is not None:
            then(known)
            return FINISHED
        run = _Run(lab, values, then, share)
        self._waiting.append(run)
        self._go_on()
        return run

    def _go_on(self) -> None:
        """Work out what is wanted, as long as it takes no time."""
        while self._waiting and not self._is_running:
            run = self._waiting.popleft()
            if run.is_cancelled or run.is_superseded:
                continue
            self._is_running = True
            assert run.lab.elsewhere is not None
            pending = run.lab.elsewhere.start(run.lab, run.values, with_share=run.share is not None)
            outcome = pending.outcome(AT_ONCE)
            if outcome is None:
                self._background(lambda run=run, pending=pending: self._wait(run, pending))  # type: ignore[misc]
            else:
                self._finished(run, outcome)

    def _wait(self, run: _Run, pending: Pending[Result | Text]) -> None:
        """Wait for a result in a thread, as long as it is wanted."""
        began, told = self._clock(), None
        outcome: Result | Text | None = None
        while outcome is None:
            outcome = pending.outcome(LOOK_EVERY)
            if run.is_cancelled or self._is_over() or (run.is_superseded and self._clock() - began > GRACE):
                break
            if outcome is None and run.share is not None and pending.share not in (None, told):
                told = pending.share
                self._call_soon(lambda share=pending.share: self._tell_share(run, share))  # type: ignore[misc]
        if outcome is None:
            pending.stop()
        self._call_soon(lambda: self._finished(run, outcome))

    @staticmethod
    def _tell_share(run: _Run | _Response, share: float) -> None:
        if run.share is not None and not (run.is_cancelled or run.is_superseded):
            run.share(share)

    def _finished(self, run: _Run, outcome: Result | Text | None) -> None:
        self._is_running = False
        found = Failure(outcome) if isinstance(outcome, Text) else outcome
        if isinstance(found, Result):
            self.keep(run.lab, run.values, found)
        if found is not None and not run.is_cancelled:
            run.then(found)
        self._go_on()

    def grade(self, asked: Asked, response: str, language: str, then: TakeGrade, share: TakeShare | None = None) -> Job:
        lab = asked.question.lab
        if not asked.question.RUNS_PROGRAMS and (lab is None or lab.elsewhere is None):
            return super().grade(asked, response, language, then, share)
        wanted = _Response(response, share)

        def result_of(lab: Lab, values: Values) -> Result:
            return self._result_while(wanted, lab, values)

        def work() -> None:
            with self._working_for(wanted):
                grade = self._grade(
                    asked._replace(result_of=result_of, run_program=self._run_while_wanted), response, language
                )
            self._call_soon(lambda: tell(grade))

        def tell(grade: Grade | Failure) -> None:
            if not wanted.is_cancelled:
                then(grade)

        self._background(work)
        return wanted

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:
        self._sketch.cancel()
        self._sketch = wanted = _Wanted()

        def work() -> None:
            with self._working_for(wanted):
                sketch = sketching.draw(source, self._run_while_wanted)
            self._call_soon(lambda: tell(sketch))

        def tell(sketch: Sketch) -> None:
            if not wanted.is_cancelled:
                then(sketch)

        self._background(work)
        return wanted

    @contextmanager
    def _working_for(self, wanted: _Wanted) -> Iterator[None]:
        """Know in this thread what it works for, and no longer: the thread outlives whoever wants it."""
        self._here.wanted = wanted
        try:
            yield
        finally:
            del self._here.wanted

    def _run_while_wanted(self, job: ProgramJob) -> Ran:
        """Return what comes of a program, as long as what this thread works for is wanted.

        It is the same for all that this runner grades: what an exercise's own programs give is worked out once for it.
        """
        wanted: _Wanted = self._here.wanted
        with self._one_program:
            if wanted.is_cancelled or self._is_over():
                return UNWANTED
            if self._programs is None:
                self._programs = self._make_programs()
            pending = self._programs.start(job)
            ran: Ran | None = None
            told: float | None = None
            while ran is None and not (wanted.is_cancelled or self._is_over()):
                ran = pending.outcome(LOOK_OFTEN)
                share = pending.share
                if ran is None and share is not None and share != told:
                    told = share
                    self._tell_share_of(wanted, job, share)
            if ran is None:
                pending.stop()
        if ran is not None:
            self._tell_share_of(wanted, job, 1.0)
        return ran or UNWANTED

    def _tell_share_of(self, wanted: _Wanted, job: ProgramJob, share: float) -> None:
        """Tell how much of a response is done: of what it is compared with nobody is told."""
        if isinstance(wanted, _Response) and not wanted.has_run and job.source == wanted.response:
            wanted.has_run = share == 1.0
            self._call_soon(lambda: self._tell_share(wanted, share))

    def close(self) -> None:
        self._sketch.cancel()
        if self._programs is not None:
            self._programs.close()
            self._programs = None

    def _result_while(self, wanted: _Wanted, lab: Lab, values: Values) -> Result:
        """Return what a lab gives, in a thread, as long as that is wanted."""
        found: Result | Text | str | Failure | None = self.known(lab, values)
        if found is None and lab.elsewhere is not None:
            pending = lab.elsewhere.start(lab, values, one_of_many=True)
            while found is None and not (wanted.is_cancelled or self._is_over()):
                found = pending.outcome(LOOK_EVERY)
            if found is None:
                pending.stop()
        elif found is None:
            found = run_lab(lab, values)
        if isinstance(found, Result):
            self.keep(lab, values, found)
            return found
        raise LabFailedError(found.reason if isinstance(found, Failure) else found or "")
