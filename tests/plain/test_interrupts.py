"""Ctrl+C comes at any moment at which Python looks for it: it is heard, nothing is torn, and the dialogue goes on."""

from __future__ import annotations

import dis
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType, SimpleNamespace
from typing import Any

import pytest

from tests.plain import dialogue
from tests.plain.dialogue import Typed, hold
from tutor.labs import xor_training
from tutor.nn import mlp
from tutor.plain import front, lab, runner
from tutor.plain.interrupts import Interrupts
from tutor.plain.lab import new_sentences
from tutor.plain.runner import WaitingRunner
from tutor.program import Job
from tutor.session import lesson
from tutor.session.visit import Visit

TURNS = 60
"""More than there are moments in the front between a line and the next."""
LOOKS = ("RESUME", "JUMP_BACKWARD", "PRECALL", "CALL")
"""What the instructions begin with at which Python looks whether there was a signal."""
ONCE_MORE = "Ctrl+C once more ends."


@cache
def looks_in(code: CodeType) -> frozenset[int]:
    """Return where in a function Python looks for signals."""
    return frozenset(
        one.offset
        for one in dis.get_instructions(code)
        if one.opname.startswith(LOOKS) and not one.opname.endswith("NO_INTERRUPT")
    )


class Presses:
    """Presses Ctrl+C in the functions of some files: at the first moment after a line, then at a later one."""

    def __init__(self, *files: str, stride: int = 1) -> None:
        self._files = files
        self._stride = stride
        self._turn = 0
        self._left = 0
        self.came: list[str] = []
        """the lines at which one came"""

    def begin(self, frame: FrameType | None) -> None:
        """Let the next one come later after the line than the last, in what called for it as well."""
        self._turn += 1
        self._left = self._turn * self._stride
        while frame is not None:
            frame.f_trace = self(frame, "call", None)
            frame = frame.f_back
        sys.settrace(self)

    def end(self) -> None:
        """Let none come any more."""
        self._left = 0

    def __call__(self, frame: FrameType, event: str, _: Any) -> Presses | None:
        """Trace a function, as `sys.settrace` asks."""
        if frame.f_code.co_filename not in self._files:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and self._left and frame.f_lasti in looks_in(frame.f_code):
            self._left -= 1
            if not self._left:
                self.came.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
                signal.raise_signal(signal.SIGINT)
        return self


@pytest.fixture(autouse=True)
def traced() -> Iterator[None]:
    """Let a test trace what it calls."""
    before = sys.gettrace()
    yield
    sys.settrace(before)


@pytest.fixture
def presses_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Presses], Presses]:
    """Press in what comes of the lines that begin with a word."""

    def pressing(word: str, presses: Presses) -> Presses:
        class Pressed(Typed):
            def readline(self, size: int = -1, /) -> str:
                line = super().readline(size)
                presses.end()
                if line.startswith(word):
                    presses.begin(sys._getframe(1))
                return line

        monkeypatch.setattr(dialogue, "Typed", Pressed)
        return presses

    return pressing


def test_at_any_moment_of_a_turn_the_turn_is_finished_and_the_question_left(
    presses_after: Callable[[str, Presses], Presses], tmp_path: Path
) -> None:
    presses = presses_after("question", Presses(front.__file__))
    held = hold([line for _ in range(TURNS) for line in ("question", "zzz")], tmp_path, "--at", "perceptron/2")
    assert (0, TURNS) == (held.code, held.said.count("zzz is unknown here."))
    assert [] == [turn for turn in held.turns if turn.startswith("> question") and "to two decimals." not in turn]
    # They came at each moment of the way from the first to the last, and the last turns were over before.
    assert len(set(presses.came)) > 5
    assert len(presses.came) == held.said.count(ONCE_MORE) < TURNS
    assert held.said.endswith("Everything is saved.\n")


def test_in_the_middle_of_a_training_no_number_is_another_for_it(
    presses_after: Callable[[str, Presses], Presses], tmp_path: Path
) -> None:
    lines = [f"frame = {frame}" for frame in range(8, 72, 4)]
    calm = hold(lines, tmp_path / "calm", "--at", "xor-training/2")
    xor_training.training.cache_clear()
    presses = presses_after("frame", Presses(xor_training.__file__, mlp.__file__, stride=23))
    pressed = hold([*lines, "zzz", lines[-1]], tmp_path / "pressed", "--at", "xor-training/2")
    assert len(set(presses.came)) > 5
    assert ONCE_MORE in pressed.said
    (trained,) = (line for line in calm.turns[-1].split("\n") if line.startswith("epoch: "))
    assert "epoch: 1360; loss: 0." in trained
    assert trained in pressed.turns[-1].split("\n")


def test_a_film_that_is_told_stops_at_its_next_moment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def pressing(*given: Any) -> Iterator[str]:
        signal.raise_signal(signal.SIGINT)
        yield from new_sentences(*given)

    monkeypatch.setattr(lab, "new_sentences", pressing)
    film = hold(["play", "step 0"], tmp_path, "--at", "cost/7").after("play")
    assert "step = 10 / 80 steps." in film
    assert 1 == film.count(" / 80 steps.")
    assert film.endswith(f"{ONCE_MORE}\n")


class Endless:
    """A program without an end."""

    share = None
    is_stopped = False

    def __init__(self, presses: Presses) -> None:
        self._presses = presses

    def outcome(self, _: float | None) -> None:
        if sys.gettrace() is None:
            self._presses.begin(sys._getframe(1))

    def stop(self) -> None:
        self._presses.end()
        self.is_stopped = True


def test_at_any_moment_the_program_that_runs_is_stopped() -> None:
    presses = Presses(runner.__file__)
    for _ in range(TURNS):
        sys.settrace(None)
        endless = Endless(presses)
        programs: Any = SimpleNamespace(start=lambda _, running=endless: running)
        drawing: Any = SimpleNamespace(draw=lambda source, run: run(Job(source, "f", ())))
        with Interrupts() as interrupts:
            waiting = WaitingRunner(lambda programs=programs: programs, lambda _: None, interrupts.look)  # type: ignore[misc]
            waiting.sketch(drawing, "while True: pass", lambda _: None)
            with pytest.raises(KeyboardInterrupt):
                waiting.draw()
        assert endless.is_stopped
    assert TURNS == len(presses.came)
    assert len(set(presses.came)) > 1


def test_who_presses_on_the_way_to_a_step_stays_where_they_were(
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


def test_a_second_one_that_nobody_has_looked_for_is_heard_at_once() -> None:
    with Interrupts() as interrupts:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        # Both are over.
        interrupts.look()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_one_that_came_before_a_line_is_heard_with_it_and_one_while_it_is_typed_at_once() -> None:
    with Interrupts() as interrupts:
        read = interrupts.awaited_in(lambda: signal.raise_signal(signal.SIGINT) or "line")  # type: ignore[func-returns-value]
        with pytest.raises(KeyboardInterrupt):
            read()
        calm = interrupts.awaited_in(lambda: "line")
        assert "line" == calm()
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            calm()
        assert "line" == calm()


def test_where_it_is_ignored_it_stays_so() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import signal\n"
         "from tutor.plain.interrupts import Interrupts\n"
         "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
         "with Interrupts() as interrupts:\n"
         "    signal.raise_signal(signal.SIGINT)\n"
         "    interrupts.look()\n"
         "print('ignored')"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "ignored\n" == done.stdout
