"""What is run for a front that waits: how far long work is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tutor.course.sketch import Sketch
from tutor.lab import Pending, Readout, Result, Slider, lab
from tutor.plain.desk import Progress
from tutor.plain.runner import WaitingRunner
from tutor.program import Job, Ran
from tutor.session.runner import Failure, Programs


class Running:
    """A program that runs for three looks, and says how far it is."""

    def __init__(self, interrupted: bool) -> None:
        self.looks = 0
        self.is_stopped = False
        self._interrupted = interrupted

    @property
    def share(self) -> float | None:
        return self.looks / 3

    def outcome(self, seconds: float | None) -> Ran | None:  # noqa: ARG002 - as a program is asked
        self.looks += 1
        if self._interrupted:
            raise KeyboardInterrupt
        return Ran(()) if self.looks == 3 else None

    def stop(self) -> None:
        self.is_stopped = True


class OnePlace(Programs):
    def __init__(self, pending: Running) -> None:
        self.pending = pending

    def start(self, job: Job) -> Pending[Ran]:  # noqa: ARG002
        return self.pending

    def close(self) -> None:
        return


class Drawing:
    """Draws what a program gives by running it."""

    def draw(self, source: str, run: object) -> Sketch:
        run(Job(source, "f", ()))  # type: ignore[operator]
        return Sketch(printed=source)


def no_look() -> None:
    """No interrupt has come."""


def test_a_lab_that_takes_long_says_how_far_it_is() -> None:
    def prepare(k: float) -> Iterator[float]:  # noqa: ARG001 - it is called as the lab is
        yield from (0.25, 0.5, 1.0)

    @lab(prepare=prepare, k=Slider(1.0, low=0, high=2, step=1))
    def slow(k: float) -> Result:
        return Result({"k": Readout(k)})

    shares: list[float] = []
    told: list[Result | Failure] = []
    runner = WaitingRunner(lambda: pytest.fail("no program is run"), shares.append, no_look)
    runner.result(slow, {"k": 2.0}, told.append)
    assert [0.25, 0.5, 1.0] == shares
    # What is known is told at once.
    runner.result(slow, {"k": 2.0}, told.append)
    assert [2.0, 2.0] == [one.readouts["k"].value for one in told if isinstance(one, Result)]
    assert 3 == len(shares)


def test_what_a_program_shows_is_worked_out_when_it_is_asked_for() -> None:
    shares: list[float] = []
    shown: list[Sketch] = []
    runner = WaitingRunner(lambda: OnePlace(Running(interrupted=False)), shares.append, no_look)
    runner.sketch(Drawing(), "one", shown.append).cancel()
    runner.draw()
    assert [] == shown
    runner.sketch(Drawing(), "two", shown.append)
    assert [] == shown
    runner.draw()
    runner.draw()
    assert ["two"] == [sketch.printed for sketch in shown]
    assert [1 / 3, 2 / 3] == shares


def test_an_interrupt_stops_the_program_that_runs() -> None:
    pending = Running(interrupted=True)
    runner = WaitingRunner(lambda: OnePlace(pending), lambda _: None, no_look)
    runner.sketch(Drawing(), "one", lambda _: None)
    with pytest.raises(KeyboardInterrupt):
        runner.draw()
    assert pending.is_stopped


def test_long_work_says_how_far_it_is_on_lines_of_its_own_and_seldom() -> None:
    now = [0.0]
    said: list[str] = []

    class Told:
        def say(self, _: object, percent: int) -> None:
            said.append(f"{percent} at {now[0]:g}")

        def seconds(self) -> float:
            return now[0]

    progress = Progress(lambda: Told())  # type: ignore[arg-type,return-value]
    progress.begin()
    for tenth in range(1, 201):
        now[0] = tenth / 10
        progress.further(tenth / 200)
    assert ["10 at 2", "20 at 4"] == said[:2]
    assert 10 == len(said)
    progress.begin()
    progress.further(1.0)
    assert 10 == len(said)
