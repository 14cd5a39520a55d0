"""What runs labs and programs for a front that waits: all is done in the call that asks for it.

What takes long says how far it is; what a program shows while it is being written is worked out when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tutor.course.labs import LAB_ERRORS
from tutor.course.sketch import Draws
from tutor.lab import Lab, Pending, Result, Values
from tutor.program import Job as ProgramJob
from tutor.program import Ran
from tutor.session.runner import (
    FINISHED,
    DirectRunner,
    Failure,
    Job,
    Programs,
    TakeResult,
    TakeShare,
    TakeSketch,
)

Outcome = TypeVar("Outcome")

LOOK_EVERY = 0.1
"""Seconds between two looks at how far something is that runs elsewhere."""


class _Later:
    """A sketch that is worked out when somebody wants to know of it."""

    def __init__(self, sketching: Draws, source: str, then: TakeSketch) -> None:
        self.sketching = sketching
        self.source = source
        self.then = then
        self.is_wanted = True

    def cancel(self) -> None:
        """Let nobody be called back any more."""
        self.is_wanted = False

    def supersede(self) -> None:
        """Let nobody be called back any more."""
        self.is_wanted = False


class WaitingRunner(DirectRunner):
    """Runs what is asked for, and says on the way how far it is."""

    def __init__(self, programs: Callable[[], Programs], further: TakeShare, look: Callable[[], None]) -> None:
        """Make it; `programs` makes what runs programs, when the first is to be run, and `further` is told how much of
        long work is done. Meanwhile, `look` lets an interrupt through that has come."""
        super().__init__(run_program=self._run)
        self._make_programs = programs
        self._programs: Programs | None = None
        self._further = further
        self.look = look
        """lets an interrupt through that has come"""
        self._later: _Later | None = None

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:  # noqa: ARG002
        known = self.known(lab, values)
        if known is not None:
            then(known)
        elif lab.elsewhere is not None:
            outcome = self._waited(lab.elsewhere.start(lab, values, with_share=True))
            if isinstance(outcome, Result):
                self.keep(lab, values, outcome)
                then(outcome)
            else:
                then(Failure(outcome))
        else:
            self._prepare(lab, values)
            then(self.run(lab, values))
        return FINISHED

    def _prepare(self, lab: Lab, values: Values) -> None:
        """Do the long part of the work."""
        if lab.prepare is None:
            return
        try:
            for done in lab.prepare(**values):
                self.look()
                self._further(done)
        except LAB_ERRORS:
            # Running the lab says what is wrong, and where.
            return

    def _run(self, job: ProgramJob) -> Ran:
        if self._programs is None:
            self._programs = self._make_programs()
        return self._waited(self._programs.start(job))

    def _waited(self, pending: Pending[Outcome]) -> Outcome:
        try:
            while (outcome := pending.outcome(LOOK_EVERY)) is None:
                self.look()
                self._tell(pending.share)
        except KeyboardInterrupt:
            pending.stop()
            raise
        return outcome

    def _tell(self, share: float | None) -> None:
        if share is not None:
            self._further(share)

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Job:
        self._later = _Later(sketching, source, then)
        return self._later

    def draw(self) -> None:
        """Work out what a program shows, where that was wanted and is not worked out yet."""
        later, self._later = self._later, None
        if later is not None and later.is_wanted:
            sketch = later.sketching.draw(later.source, self._run)
            later.then(sketch)

    def close(self) -> None:
        if self._programs is not None:
            self._programs.close()
