"""Grades that need a lab in another process: it is asked as long as the grade is wanted, and let be when it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast
from weakref import ref

import pytest

from tutor.course.questions import Asked, Feedback
from tutor.lab import Lab, Readout, Result, Slider, Values
from tutor.language import Text
from tutor.session.elsewhere import ElsewhereRunner
from tutor.session.runner import Failure, Grade, TakeShare

RESULT = Result({"y": Readout(2.0)})
BROKEN = Text(en="it is broken", ko="고장입니다")


@dataclass
class FakePending:
    """A result that comes after some looks."""

    looks: float
    outcome_then: Result | Text
    look: Callable[[], None] = lambda: None
    share: float | None = None
    is_stopped: bool = False

    def outcome(self, seconds: float | None) -> Result | Text | None:  # noqa: ARG002
        self.look()
        self.looks -= 1
        return self.outcome_then if self.looks < 0 else None

    def stop(self) -> None:
        self.is_stopped = True


@dataclass
class FakeElsewhere:
    """Where a lab is: what is started there is what a test has put ready."""

    pending: FakePending
    started: list[Values] = field(default_factory=list)

    def start(self, lab: Lab, values: Values, **_: bool) -> FakePending:  # noqa: ARG002
        self.started.append(values)
        return self.pending


class Doubled:
    """A question whose grading runs its lab."""

    RUNS_PROGRAMS = False

    def __init__(self, lab: Lab) -> None:
        self.lab = lab

    def grade(self, asked: Asked, response: str, language: str) -> Feedback:  # noqa: ARG002
        y = asked.result_of(self.lab, {"x": 1.0}).readouts["y"].value
        return Feedback(float(response) == y)

    def asked_at(self, asked: Asked, response: str) -> Asked:  # noqa: ARG002
        return asked


class Room:
    """A runner whose threads and callbacks run when the test says so."""

    def __init__(self, pending: FakePending) -> None:
        self.work: list[Callable[[], None]] = []
        self.calls: list[Callable[[], None]] = []
        self.is_over = False
        self.elsewhere = FakeElsewhere(pending)
        self.lab = Lab("it:it", None, {"x": Slider(1.0, low=0, high=2, step=1)}, elsewhere=cast("Any", self.elsewhere))
        self.runner = ElsewhereRunner(
            clock=lambda: 0.0,
            later=self.calls.append,
            background=self.work.append,
            call_soon=self.calls.append,
            programs=lambda: pytest.fail("no program is run"),
            is_over=lambda: self.is_over,
        )
        self.told: list[Grade | Failure] = []

    def grade(self, response: str, share: TakeShare | None = None) -> Any:
        asked = Asked(cast("Any", Doubled(self.lab)), 0, {"x": 1.0}, None)
        return self.runner.grade(asked, response, "en", self.told.append, share)

    def go_on(self) -> None:
        """Do what waits in threads, then what they call back."""
        for waiting in (self.work, self.calls):
            while waiting:
                waiting.pop(0)()


@pytest.mark.parametrize(("response", "right"), [("2", True), ("3", False)])
def test_a_grade_waits_for_the_lab_and_the_lab_is_not_stopped(response: str, right: bool) -> None:
    pending = FakePending(3, RESULT)
    room = Room(pending)
    room.grade(response)
    assert [] == room.told
    room.go_on()
    (told,) = room.told
    assert isinstance(told, Grade)
    assert isinstance(told.feedback, Feedback)
    assert right is told.feedback.right
    assert not pending.is_stopped
    # The result is at hand now, and nothing is started for it again.
    room.grade(response)
    room.go_on()
    assert 1 == len(room.elsewhere.started)
    assert 2 == len(room.told)


def test_a_grade_that_nobody_wants_any_more_stops_the_lab_and_is_not_told() -> None:
    pending = FakePending(float("inf"), RESULT)
    room = Room(pending)
    job = room.grade("2")
    pending.look = lambda: job.cancel()
    room.go_on()
    assert pending.is_stopped
    assert [] == room.told


def test_when_all_is_over_nothing_is_waited_for() -> None:
    pending = FakePending(float("inf"), RESULT)
    room = Room(pending)
    room.grade("2")
    room.is_over = True
    room.go_on()
    assert pending.is_stopped


def test_a_lab_that_fails_makes_a_failure_of_the_grade() -> None:
    pending = FakePending(1, BROKEN)
    room = Room(pending)
    room.grade("2")
    room.go_on()
    assert [Failure(BROKEN)] == room.told
    assert not pending.is_stopped


def test_what_was_told_how_far_it_is_is_let_go_with_the_work() -> None:
    """The thread goes on to wait for other work."""

    class Shown:
        def tell(self, share: float) -> None:
            raise AssertionError(share)

    room, shown = Room(FakePending(1, RESULT)), Shown()
    gone = ref(shown)
    room.grade("2", shown.tell)
    room.go_on()
    assert 1 == len(room.told)
    room.told.clear()
    del shown
    assert gone() is None
