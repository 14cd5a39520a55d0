"""The tutor's side: asks for pieces of foreign work and gets what came of them, checked.

Nothing is started before something is asked for. What a piece comes to is an answer or a `Trouble`, never an exception
of the course's, and never later than its limit.
"""

from __future__ import annotations

import contextlib
import math
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from tutor.foreign import ForeignCode
from tutor.lab import Result, Value, Values
from tutor.language import say
from tutor.worker import messages
from tutor.worker.answers import Found, Trouble, checked, labs_in, printable, result_in, trouble_in
from tutor.worker.forked import Desk, Zygote
from tutor.worker.forms import is_finite, wrong
from tutor.worker.limits import Guards, Limits
from tutor.worker.plain import Plain
from tutor.worker.process import STARTS_WITHIN, GoneError, Hand, Processes
from tutor.worker.wire import MalformedError, Reader


class Worker:
    """Does the work of one course's own Python, elsewhere."""

    def __init__(
        self,
        code: ForeignCode,
        *,
        zygote: Zygote | None = None,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        guards: Guards = Guards(),  # noqa: B008
        is_eager: bool = False,
    ) -> None:
        """Make it; nothing is started yet. `code` is what is run, whatever its files say meanwhile.

        Several workers can share a `zygote`, so that NumPy is imported once. After a piece of work a process waits for
        the next one where that costs little; if the worker `is_eager`, everywhere.
        """
        self.code = code
        self.limits = limits
        self.zygote = zygote or Zygote()
        self._is_eager = is_eager
        self._processes = processes_for(code, limits, guards, self.zygote)
        self._spare: Hand | None = None
        self._kept: dict[str, Hand] = {}
        self._imported: dict[str, None] = {}
        self._broken: dict[str, Trouble] = {}
        self._lock = threading.RLock()

    def labs_of(self, module: str) -> Found | Trouble:
        """Return the labs of a module, which is imported in the worker."""
        if module in self._broken:
            return self._broken[module]
        with self._lock:
            self._imported.setdefault(module)
        answer = self._finished(self.piece({"do": "describe", "module": module}, module))
        found = answer if isinstance(answer, Trouble) else checked(labs_in, answer)
        if isinstance(found, Trouble):
            with self._lock:
                self._imported.pop(module, None)
                self._broken[module] = found
        return found

    def run(self, module: str, lab: str, values: Values, *, keep: bool = True) -> Result | Trouble:
        """Return what a lab gives, and wait for it."""
        found = self.start(module, lab, values, keep=keep).result(None)
        assert found is not None
        return found

    def start(
        self,
        module: str,
        lab: str,
        values: Mapping[str, Value],
        *,
        strict: bool = False,
        keep: bool = False,
        prepare: bool = False,
    ) -> Piece:
        """Start to work out what a lab gives at `values`, every parameter among them.

        Args:
            strict: a warning counts as a failure.
            keep: the next run of the same lab may be in the same process: what it keeps between runs is still there.
            prepare: say on the way how much is done, where the lab can.
        """
        request = {
            "do": "run",
            "module": module,
            "lab": lab,
            "values": dict(values),
            "strict": strict,
            "prepare": prepare,
        }
        return self.piece(request, module, f"{module}:{lab}:{strict}" if keep else "")

    def begin_anew(self) -> None:
        """End all that was started; what is asked for next starts it again."""
        self.close()

    def close(self) -> None:
        """End all that was started."""
        with self._lock:
            self._spare = None
            self._kept.clear()
            self._processes.close()

    def piece(
        self, request: Mapping[str, Any], module: str = "", keep: str = "", *, seconds: float | None = None
    ) -> Piece:
        """Ask for a piece of work.

        Args:
            module: what a process needs to have imported for it.
            keep: a process that has done a piece of work with this name does the next one.
            seconds: how long it may take, where that is not as the limits say.
        """
        seconds = self.limits.seconds if seconds is None else seconds
        asked = {**request, "seconds": seconds}
        return Piece(self, keep, seconds, lambda: self._asked(asked, module, keep))

    def prepare(self) -> None:
        """Let a process wait for the next piece of work; nobody waits for that."""
        with self._lock, contextlib.suppress(GoneError):
            if self._spare is None:
                self._spare = self._processes.hand(self._imported)

    def _asked(self, request: Mapping[str, Any], module: str, keep: str) -> Hand | Trouble:
        """Return a process that was asked: the one that did the like before, one that waits, or a new one.

        Those that waited may be gone by now.
        """
        for _ in range(TRIALS):
            try:
                with self._lock:
                    hand = self._kept.pop(keep, None) or self._taken_spare(module)
                    if hand is None:
                        hand = self._processes.hand(self._imported)
                hand.send(request)
            except GoneError as error:
                trouble = Trouble("start", str(error), words=error.words)
                continue
            return hand
        return trouble

    def _taken_spare(self, module: str) -> Hand | None:
        """Return the process that waits for work, if it has the module."""
        hand, self._spare = self._spare, None
        if hand is not None and module and module not in hand.modules:
            hand.end()
            return None
        return hand

    def done_with(self, hand: Hand, keep: str) -> None:
        """Take a process back that has done its piece of work well."""
        with self._lock:
            if keep and keep not in self._kept:
                while len(self._kept) >= KEPT:
                    self._kept.pop(next(iter(self._kept))).end()
                self._kept[keep] = hand
                return
            self.end(hand)

    def end(self, hand: Hand) -> None:
        """End a process, and let another wait in its place."""
        with self._lock:
            hand.end()
            if self._processes.is_open and (self._processes.forks or self._is_eager):
                self.prepare()

    def _finished(self, piece: Piece) -> dict[str, Any] | Trouble:
        answer = piece.answer(None)
        assert answer is not None
        return answer


MOST_BEGINNINGS = 2
"""Times that the clock is set for one piece of work: for the import before it, and for itself."""
TRIALS = 4
"""Times that something is asked before it is given up, if each time nobody even begins with it."""
KEPT = 3
"""Processes that wait for the next run of the same lab."""


class Piece:
    """A piece of work that was asked for."""

    def __init__(self, worker: Worker, keep: str, seconds: float, ask: Callable[[], Hand | Trouble]) -> None:
        self.share: float | None = None
        """how much of it is done, as far as it says"""
        self.printed = ""
        """what was printed on the way to the result"""
        self._worker = worker
        self._keep = keep
        self._seconds = seconds
        self._ask = ask
        self._hand: Hand | None = None
        self._answer: dict[str, Any] | Trouble | None = None
        self._trials = 0
        self._begun = 0
        self._until = time.monotonic() + STARTS_WITHIN
        self._ask_anew()

    def _ask_anew(self) -> None:
        self._reader = Reader()
        found = self._ask()
        if isinstance(found, Trouble):
            self._hand, self._answer = None, found
        else:
            self._hand = found

    def result(self, seconds: float | None) -> Result | Trouble | None:
        """Return the result of a lab or what went wrong, waiting so long at most; None where it is not there yet."""
        answer = self.answer(seconds)
        if answer is None or isinstance(answer, Trouble):
            return answer
        found: Result | Trouble = checked(result_in, answer)
        return found

    def answer(self, seconds: float | None) -> dict[str, Any] | Trouble | None:
        """Return the answer as it came, waiting so long at most (None: until it is there); None where it is not yet."""
        until = math.inf if seconds is None else time.monotonic() + seconds
        while self._answer is None:
            assert self._hand is not None
            data = self._hand.receive(min(until, self._until) - time.monotonic())
            if data is not None:
                self._take(data)
            if self._answer is not None:
                break
            # Also where something has come: whoever tells how far he is without end is not to be waited for.
            if time.monotonic() >= self._until:
                self._fail(self._out_of_time())
            elif time.monotonic() >= until:
                break
        return self._answer

    def stop(self) -> None:
        """End it: nobody wants it any more."""
        if self._hand is not None and self._answer is None:
            self._worker.end(self._hand)
            self._hand = None
            self._answer = Trouble("ended", messages.NOT_WANTED("en"), words=messages.NOT_WANTED)

    def _take(self, data: bytes) -> None:
        if not data:
            self._trials += 1
            if self._begun or self._trials >= TRIALS:
                self._fail(self._ended())
            else:
                # Something else had ended the processes that this one came from; it is not to blame.
                self._ask_anew()
            return
        assert self._hand is not None
        try:
            for message in self._reader.feed(data):
                if isinstance(message, dict) and message.get("is") == "share":
                    share = message.get("share")
                    if isinstance(share, int | float) and is_finite(share):
                        self.share = min(max(float(share), 0.0), 1.0)
                    continue
                if message == {"is": "begun"} and self._begun < MOST_BEGINNINGS:
                    self._begun += 1
                    self._until = time.monotonic() + self._seconds + self._worker.limits.grace
                    continue
                if not self._begun:
                    # It was kept, and says more to what it was asked before.
                    self._hand.end()
                    self._take(b"")
                    return
                if not isinstance(message, dict):
                    raise wrong("answer", message, messages.AN_ANSWER)
                if message.get("is") == "error":
                    self._fail(trouble_in(message))
                else:
                    self._succeed(message)
                return
        except MalformedError as error:
            self._fail(Trouble("wrong", str(error), words=messages.NO_ANSWER.filled(what=error.words)))

    def _succeed(self, message: dict[str, Any]) -> None:
        self._answer = message
        assert self._hand is not None
        self.printed = printable(self._hand.output())
        self._worker.done_with(self._hand, self._keep)
        self._hand = None

    def _fail(self, trouble: Trouble) -> None:
        assert self._hand is not None
        printed = self._hand.output()
        self._worker.end(self._hand)
        self._hand = None
        story = trouble.story + (f"\nIt printed:\n{printable(printed)}" if printed else "")
        self._answer = trouble._replace(story=story)

    def _ended(self) -> Trouble:
        """Return what to say of a process that has ended without an answer."""
        assert self._hand is not None
        fate = self._hand.fate()
        story = f"Its process ended without an answer{fate and ': '}{say(fate, 'en')}."
        return Trouble("ended", say(fate, "en"), story=story, words=fate)

    def _out_of_time(self) -> Trouble:
        """Return what to say of work that did not even answer when its time was up."""
        assert self._hand is not None
        self._hand.end()
        if not self._begun or not self._hand.fate():
            # It is not only deaf to its alarm: what starts and ends processes is stuck.
            self._worker.begin_anew()
        return Trouble("time", story="It was ended: it did not answer when its time was up.")


def processes_for(code: ForeignCode, limits: Limits, guards: Guards, zygote: Zygote) -> Processes:
    """Return what starts hands for a course, in the best way that the system has; nothing is started yet."""
    modules = {name: source.hex() for name, source in code.modules}
    course = {"folder": code.folder, "modules": modules, "limits": limits, "guards": guards}
    return Desk(course, zygote) if guards.fork and sys.platform == "linux" else Plain(course)
