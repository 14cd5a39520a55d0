"""An interrupt comes at any moment at which Python looks for one: the dialogue goes on, whichever it is."""

from __future__ import annotations

import dis
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType, SimpleNamespace
from typing import Any

import pytest

from tests.plain import dialogue
from tests.plain.dialogue import Typed, hold
from tutor.plain import front, runner
from tutor.plain.runner import WaitingRunner
from tutor.program import Job
from tutor.session import lesson
from tutor.session.visit import Visit

TURNS = 120
"""More than there are moments between a line and the next."""
LOOKS = ("RESUME", "JUMP_BACKWARD", "PRECALL", "CALL")
"""What the instructions begin with at which Python looks whether there was a signal."""


@cache
def looks_in(code: CodeType) -> frozenset[int]:
    """Return where in a function Python looks for signals."""
    return frozenset(
        one.offset
        for one in dis.get_instructions(code)
        if one.opname.startswith(LOOKS) and not one.opname.endswith("NO_INTERRUPT")
    )


class Interrupts:
    """Interrupts the first function it sees after a line: at the first moment, then at the second, and so on."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._turn = 0
        self._left = 0
        self.came: list[str] = []
        """the instructions at which one came"""

    def begin(self, frame: FrameType | None) -> None:
        """Let the next interrupt come one moment later after the line than the last, in what called for it as well."""
        self._turn += 1
        self._left = self._turn
        while frame is not None:
            frame.f_trace = self(frame, "call", None)
            frame = frame.f_back
        sys.settrace(self)

    def end(self) -> None:
        """Let none come any more."""
        self._left = 0

    def __call__(self, frame: FrameType, event: str, _: Any) -> Interrupts | None:
        """Trace a function, as `sys.settrace` asks."""
        if frame.f_code.co_filename != self._file:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and self._left and frame.f_lasti in looks_in(frame.f_code):
            self._left -= 1
            if not self._left:
                self.came.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
                raise KeyboardInterrupt
        return self


@pytest.fixture
def traced() -> Iterator[None]:
    """Let a test trace what it calls."""
    before = sys.gettrace()
    yield
    sys.settrace(before)


@pytest.fixture
def interrupts(traced: None, monkeypatch: pytest.MonkeyPatch) -> Interrupts:  # noqa: ARG001
    """Interrupt what comes of each line "question"."""
    interrupts = Interrupts(front.__file__)

    class Interrupted(Typed):
        def readline(self, size: int = -1, /) -> str:
            line = super().readline(size)
            interrupts.end()
            if line == "question\n":
                interrupts.begin(sys._getframe(1))
            return line

    monkeypatch.setattr(dialogue, "Typed", Interrupted)
    return interrupts


def test_an_interrupt_at_any_moment_of_a_turn_leaves_a_question_and_the_dialogue_goes_on(
    interrupts: Interrupts, tmp_path: Path
) -> None:
    held = hold([line for _ in range(TURNS) for line in ("question", "zzz")], tmp_path, "--at", "perceptron/2")
    answered = held.said.count("Ctrl+C once more ends.")
    assert (0, TURNS) == (held.code, held.said.count("zzz is unknown here."))
    # They came at each moment of the way from the first to the last, and the last turns were over before.
    assert len(set(interrupts.came)) > 5
    assert len(interrupts.came) == answered < TURNS
    assert held.said.endswith("Everything is saved.\n")


class Endless:
    """A program without an end."""

    share = None
    is_stopped = False

    def __init__(self, interrupts: Interrupts) -> None:
        self._interrupts = interrupts

    def outcome(self, _: float | None) -> None:
        if sys.gettrace() is None:
            self._interrupts.begin(sys._getframe(1))

    def stop(self) -> None:
        self._interrupts.end()
        self.is_stopped = True


@pytest.mark.usefixtures("traced")
def test_an_interrupt_at_any_moment_stops_the_program_that_runs() -> None:
    interrupts = Interrupts(runner.__file__)
    for _ in range(TURNS):
        sys.settrace(None)
        endless = Endless(interrupts)
        programs: Any = SimpleNamespace(start=lambda _, running=endless: running)
        waiting = WaitingRunner(lambda programs=programs: programs, lambda _: None)  # type: ignore[misc]
        drawing: Any = SimpleNamespace(draw=lambda source, run: run(Job(source, "f", ())))
        waiting.sketch(drawing, "while True: pass", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            waiting.draw()
        assert endless.is_stopped
    assert TURNS == len(interrupts.came)
    assert len(set(interrupts.came)) > 1


def test_who_interrupts_the_way_to_a_step_stays_where_they_were(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    looks = iter((False, True, False))

    class Interrupted(Visit):
        def __init__(self, *given: Any) -> None:
            if next(looks):
                raise KeyboardInterrupt
            super().__init__(*given)

    monkeypatch.setattr(lesson, "Visit", Interrupted)
    held = hold(["next", "", "question", "next", ""], tmp_path, "--at", "perceptron/2")
    interrupted, gone = (turn for turn in held.turns if turn.startswith(">\n"))
    assert "Ctrl+C once more ends." in interrupted
    assert "What is the weighted sum?" in held.after("question")
    assert "Step 3 of 13" in gone
