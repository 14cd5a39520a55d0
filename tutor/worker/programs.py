"""The tutor's side: runs the programs that learners write, each in a process of its own, unless it keeps one.

Nothing is started before the first of them. What comes of one is a `Ran`, never an exception, and never later than its
limit; whatever ran it knows no answers.
"""

from __future__ import annotations

import re
from typing import Any

from tutor.foreign import ForeignCode
from tutor.program import LONGEST_SOURCE, Fault, Job, Ran, Refusal
from tutor.worker import messages
from tutor.worker.answers import Trouble, printable
from tutor.worker.forked import Zygote
from tutor.worker.forms import is_writable, wrong
from tutor.worker.limits import Guards, Limits
from tutor.worker.values import JOB, RAN
from tutor.worker.wire import MalformedError
from tutor.worker.worker import Piece, Worker

LIMITS = Limits(grace=0.25)
"""A learner who types on is not to wait for what does not end."""
_WHERE = re.compile(r'File "<program>", line (\d{1,6})\b')


class Programs:
    """Runs programs for one learner."""

    def __init__(
        self,
        *,
        refusal: Refusal | None = None,
        zygote: Zygote | None = None,
        limits: Limits = LIMITS,
        guards: Guards = Guards(),  # noqa: B008 - frozen
        keeps: bool = False,
    ) -> None:
        """Make it; nothing is started yet.

        Where it `keeps` a process, the next program is run in it as well, unless the one before has left something
        behind: it takes a tenth of the time, where there are many and nobody waits between them.

        With a `refusal` (see `tutor.worker.guards.refusal_of`) no program is run, and that is what comes of each. A
        `zygote` can be shared with the worker of a course, so that NumPy is imported once; it is then not ended here.
        """
        self._refusal = refusal
        self._keep = "program" if keeps else ""
        self._own_zygote = zygote is None
        self._zygote = zygote or Zygote()
        self._worker = Worker(ForeignCode(), zygote=self._zygote, limits=limits, guards=guards, is_eager=True)

    def prepare(self) -> None:
        """Start what the first program needs, without waiting for it: it takes as long as to import NumPy."""
        if self._refusal is None:
            self._worker.prepare()

    def start(self, job: Job) -> Running:
        """Start a program."""
        refused = self._refused(job)
        if refused is not None:
            return Running(job, refused)
        try:
            request = {"do": "program", "job": JOB.pack(job, "job")}
        except MalformedError as error:
            return Running(job, Ran((), Fault("start", "MalformedError", str(error))))
        return Running(job, self._worker.piece(request, keep=self._keep, seconds=job.seconds))

    def run(self, job: Job) -> Ran:
        """Run a program and wait for it: a `tutor.program.RunProgram`."""
        ran = self.start(job).outcome(None)
        assert ran is not None
        return ran

    def close(self) -> None:
        """End all that was started; the next program would start it again."""
        self._worker.close()
        if self._own_zygote:
            self._zygote.close()

    def _refused(self, job: Job) -> Ran | None:
        """Return what comes of a program that need not be run for that."""
        if self._refusal is not None:
            return Ran((), Fault("start", self._refusal))
        if len(job.source) > LONGEST_SOURCE:
            return Ran((), Fault("syntax", "TooLong", f"{len(job.source)} characters; at most {LONGEST_SOURCE}"))
        for number, line in enumerate(job.source.split("\n"), 1):
            if not is_writable(line):
                return Ran((), Fault("syntax", "UnicodeError", "half of a character", number))
        return None


class Running:
    """A program that is being run."""

    def __init__(self, job: Job, piece: Piece | Ran) -> None:
        self._job = job
        self._piece = piece if isinstance(piece, Piece) else None
        self._ran = piece if isinstance(piece, Ran) else None

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1, as far as its calls and its outermost loop over a range say."""
        return self._piece.share if self._piece is not None else None

    def outcome(self, seconds: float | None) -> Ran | None:
        """Return what came of it, waiting so long at most (None: until it is there); None where it is not yet."""
        if self._ran is None:
            assert self._piece is not None
            answer = self._piece.answer(seconds)
            if answer is not None:
                self._ran = self._told(answer) if isinstance(answer, Trouble) else self._ran_in(answer)
        return self._ran

    def stop(self) -> None:
        """Let it be: nobody wants it any more."""
        if self._piece is not None and self._ran is None:
            self._piece.stop()

    def _ran_in(self, answer: dict[str, Any]) -> Ran:
        """Return what a worker tells of the program."""
        try:
            if set(answer) != {"is", "ran"} or answer["is"] != "ran":
                raise wrong("answer", answer.get("is"), messages.WHAT_CAME)
            ran: Ran = RAN.unpack(answer["ran"], "ran")
            _check(ran, self._job)
        except MalformedError as error:
            return Ran((), Fault("wrong", message=str(error)))
        return ran._replace(printed=printable(ran.printed), fault=ran.fault and _printable(ran.fault))

    def _told(self, trouble: Trouble) -> Ran:
        """Return what to say of a program whose process did not tell."""
        line = 0
        if trouble.kind == "time":
            # In a long call of C it heard no alarm. Python said on stderr where that was, the innermost first.
            found = _WHERE.search(trouble.story)
            line = min(int(found[1]), self._job.source.count("\n") + 1) if found else 0
        return Ran((), Fault(trouble.kind, message=trouble.said, line=line))


def _check(ran: Ran, job: Job) -> None:
    """See that what came of a program fits what was asked for.

    Raises:
        MalformedError: there are calls or cases too many, or too few though nothing went wrong.
    """
    asked = [len(case.calls) for case in job.cases]
    found = [len(calls) for calls in ran.returned]
    complete = found == asked if ran.fault is None else len(found) <= len(asked)
    if not complete or any(one > of for one, of in zip(found, asked, strict=False)):
        raise MalformedError(messages.CALLS, found=found[:9], asked=asked[:9])


def _printable(fault: Fault) -> Fault:
    return fault._replace(
        type=printable(fault.type),
        message=printable(fault.message),
        names=tuple(printable(name) for name in fault.names),
    )
