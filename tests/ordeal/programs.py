"""A round judges or draws one program: right, wrong, mutated, no text at all, or made to do all that it should not."""

from __future__ import annotations

import contextlib
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest import SkipTest

from tests.course.exercises import OWN, PROGRAMS, key_of
from tests.ordeal._frame import in_turn
from tests.worker.learner import PATIENCE
from tests.worker.test_programs_hostile import BOMBS, processes, until_at_most
from tutor.chart.drawing import draw
from tutor.chart.palette import MONOCHROME
from tutor.course.kinds.code import CodeQuestion
from tutor.course.loader import load_course
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.judge import verdict
from tutor.course.programs.key import Key
from tutor.course.questions import Feedback
from tutor.language import INTERFACE_LANGUAGES
from tutor.program import LONGEST_SOURCE, Job, Ran
from tutor.render.look import Look
from tutor.render.said import Saying, said_lines
from tutor.role import Role
from tutor.visible import first_obeyed
from tutor.worker.programs import Programs

ROUNDS = 2_000
HURRIED = 0.5
"""Seconds that a program may run that perhaps does not end by itself."""
WITHIN = 120.0
"""Seconds within which there is an answer, however often a program was run for it and however slow the machine is."""
AT_REST = 3
"""Processes between two programs: the zygote, the desk, and one that waits."""
ODD = (
    "\0", "\x07", "\x1b]0;x\x07", "\x1b[2J", "\x7f", "\x85", "\x9b2J", "\r", "\f", "\t", "\v", "\u2028", "\u202e",
    "\u2066", "\u200b", "\ufeff", "\ud800", "\udcff", "\U0010ffff", "ㄱ", "한글", "Ｗ", "é", "´", "“", "`", "``", "{",
    "{W}", "{0.__class__}", "%s", "\\", "'", '"""', "#", ";", ":", "...", "___", "(" * 300, "[" * 99, "-" * 3000,
    "not " * 999, "9" * 5000, "1_0", "0x", "2W", "^", "**", "**9**9", "@", "//0", "/0", "<-", "==", ":=", "lambda: ",
    "yield ", "await ", "async ", "del ", "return ", "global W\n", "import os\n", "from . import x\n", "try:\n",
    "from mine import *\n", "while True: pass\n", "class ", "else:\n", " if ", " for x in ", ".T", ".mean()", ".mean",
    ".sum(axis=1)", ".reshape(-1, 1)", "[0]", "[::-1]", "[9]", "[None]", "np.nan", "np.inf", "None", "1j", "'x'",
    "print(", "input()", "exit()", "np.", "math.", "X", "W", "Y", "[]", "{}", "True", "1e999", "-1", "0", "    ", "\n",
)  # fmt: skip
"""What is put into a program."""
VALUES = (
    "None", "'x'", "'\\x1b[2J'", "'한글' * 50", "b'x'", "True", "1j", "10**400", "5e-324", "print", "lambda: 0",
    "range(3)", "np.nan", "np.inf", "-1e308", "np.bool_(True)", "np.int8(127)", "np.float32(3)", "np.ma.masked",
    "np.datetime64('2020')", "[]", "{}", "{'a': 1}", "(1, 2)", "[[1], [2, 3]]", "[1, 'a', None]", "(np.ones(3), 'x')",
    "[np.ones(2)] * 3", "np.array([])", "np.zeros((0, 3))", "np.zeros((2, 2, 2))", "np.zeros((50, 50))",
    "np.ones(1000)", "np.arange(5000.0)", "np.array('x')", "np.array([1j])", "np.array([None])",
    "np.array([True, False])", "np.array([np.nan, 1, np.inf])", "np.array([1e308, -1e308])", "np.full((3, 2), np.nan)",
    "np.random.rand(3, 3) * 1e300",
)  # fmt: skip
"""What a function gives back that should give numbers."""
SIZES = ((1, 1), (20, 6), (58, 10), (118, 32))


class LateError(Exception):
    """There was no answer within its limits."""


class Runner:
    """Runs the programs of all rounds, and gives each as long as it is told to."""

    def __init__(self, programs: Programs) -> None:
        self.programs = programs
        self.seconds = PATIENCE
        self.said: list[str] = []
        """what the programs of this round printed, and what is told of why they failed"""
        self._keys: dict[str, Key] = {}

    def __call__(self, job: Job) -> Ran:
        ran = self.programs.run(job._replace(seconds=self.seconds))
        self.said.append(ran.printed)
        if ran.fault is not None:
            self.said += (ran.fault.type, ran.fault.message, *ran.fault.names)
        return ran

    def key(self, name: str) -> Key:
        """Return the key of an exercise; what its own programs give is worked out in peace, and once."""
        if name not in self._keys:
            self.seconds = PATIENCE
            key = replace(key_of(name), run=self)
            assert key.wanted and key.mutants and key.twice_changed is not None  # all of its own programs are run now
            self._keys[name] = key
        return self._keys[name]


# -- programs ---------------------------------------------------------------------------------------------------------


def solved(name: str) -> list[str]:
    """Return right programs of an exercise."""
    known = PROGRAMS.get(name)
    return [known["solution"], *known["right"]] if known is not None else [OWN[name]]


def wrong(name: str) -> list[str]:
    """Return wrong programs of an exercise."""
    return list(PROGRAMS[name]["wrong"]) if name in PROGRAMS else []


def disguised(source: str, chance: random.Random) -> str:
    """Return a program that gives the same, written a little differently."""
    odd = "".join(one for one in chance.choices(ODD, k=3) if one.isprintable())
    return chance.choice((
        f"# {odd}\n\n{source}",
        f"import numpy as np\nimport math\n{source}\n\n\n",
        source.replace("\n", "\n\n"),
        source.replace("    ", "\t"),
        f"{source}\nprint({odd!r}, {chr(chance.randrange(0x20))!r})\n",
        f"def helper():\n    return {odd!r}\n\n{source}",
    ))  # fmt: skip


def mutated(source: str, chance: random.Random) -> str:
    """Return a program with a few pieces left out, doubled, exchanged or put in."""
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        at = chance.randrange(len(source) + 1)
        end = min(at + chance.choice((1, 1, 2, 5, 20)), len(source))
        match chance.randrange(5):
            case 0:
                source = source[:at] + source[end:]
            case 1:
                source = source[:at] + source[at:end] * 2 + source[end:]
            case 2:
                lines = source.splitlines(keepends=True)
                chance.shuffle(lines)
                source = "".join(lines)
            case 3:
                source = source[:at] + chance.choice(ODD) + source[end:]
            case _:
                source = source[:at] + chance.choice(ODD) + source[at:]
    return source[:LONGEST_SOURCE]


def garbage(chance: random.Random) -> str:
    """Return bytes of any kind, as an editor that keeps what it cannot read would give them."""
    return chance.randbytes(chance.choice((1, 9, 80, 2000))).decode("utf-8", "surrogateescape")


def bomb(name: str, chance: random.Random) -> str:
    """Return what does everything that it should not, before or in the function of an exercise."""
    source = BOMBS[chance.choice(list(BOMBS))][0].replace("def f(W)", f"def {name}(*_)").replace("f(W)", f"{name}(0)")
    return f"{source}\n{chance.choice(solved(name))}" if chance.random() < 0.5 else source


@cache
def exercises() -> tuple[CodeQuestion, ...]:
    """Return the exercises of the built-in course that take no time."""
    course = load_course(Path(__file__).parents[2] / "lessons")
    found = (question for _, _, question in course.all_questions() if isinstance(question, CodeQuestion))
    return tuple(question for question in found if question.exercise.seconds <= 1)


def odd_value(exercise: Exercise, chance: random.Random) -> str:
    """Return a program that gives back what is no number, or another thing at each call."""
    head = f"def {exercise.function}({', '.join(exercise.arguments)}):"
    if chance.random() < 0.5:
        return f"{head}\n    return {chance.choice(VALUES)}\n"
    values = ", ".join(chance.choices(VALUES, k=3))
    return f"import random\nrandom.seed({chance.randrange(99)})\n{head}\n    return random.choice([{values}])\n"


# -- what comes of it -------------------------------------------------------------------------------------------------


def obeyed_in(feedback: Feedback) -> str:
    """Return a character that a terminal would obey in what is shown of a verdict, or ""."""
    if feedback.say is None:
        return ""
    for language in INTERFACE_LANGUAGES:
        saying = Saying("✗", Role.LOSS, feedback.say.in_(language), lambda *_: "")
        lines = said_lines((saying,), 60, Look(MONOCHROME, language))
        for line in lines:
            if found := first_obeyed("".join(segment.text for segment in line), layout=False):
                return found
    return ""


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Let nothing take longer.

    Raises:
        LateError: it did.
    """

    def late(*_: object) -> None:
        raise LateError(f"no answer within {seconds:g} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def drawn(question: CodeQuestion, source: str, runner: Runner, chance: random.Random) -> None:
    """Draw a program as it is drawn while it is written."""
    sketching = question.sketching(question.ask(0))
    films = () if sketching.filming is None else sketching.filming.draw(source, runner).frames
    for drawings in (sketching.draw(source, runner).drawings, sketching.alone(), *films):
        for drawing in drawings:
            draw(drawing, *chance.choice(SIZES), MONOCHROME, chance.choice(INTERFACE_LANGUAGES))


def judged(key: Key, source: str, *, right: bool | None) -> str:
    """Judge a program; return what is wrong with the verdict, or ""."""
    feedback = verdict(key, source)
    if right is not None and feedback.right != right:
        return f"judged {'right' if feedback.right else 'wrong'}, as {feedback.mistake!r}"
    obeyed = obeyed_in(feedback)
    return f"a terminal would obey {obeyed!a}" if obeyed else ""


def play(runner: Runner, seed: int) -> str:
    """Judge or draw one program; return what is wrong with how that went, or ""."""
    chance = random.Random(seed)
    name = chance.choice([*PROGRAMS, *OWN])
    key, question = runner.key(name), None
    right: bool | None = None
    match chance.choices(("right", "wrong", "mutated", "garbage", "bomb", "drawn"), (15, 15, 40, 10, 10, 10))[0]:
        case "right":
            source, right = disguised(chance.choice(solved(name)), chance), True
        case "wrong" if wrong(name):
            source, right = chance.choice(wrong(name)), False
        case "bomb":
            source = bomb(name, chance)
        case "garbage":
            source = garbage(chance)
        case "drawn":
            question = chance.choice(exercises())
            name, exercise = question.id, question.exercise
            source = mutated(exercise.solution, chance) if chance.random() < 0.3 else odd_value(exercise, chance)
        case _:
            source = mutated(chance.choice([*solved(name), *wrong(name)]), chance)
    # What is known to end by itself is not held to a time.
    runner.seconds = HURRIED if right is None else PATIENCE
    runner.said.clear()
    what = ""
    try:
        with limited(WITHIN if right is None else 2 * PATIENCE):
            if question is not None:
                drawn(question, source, runner, chance)
            else:
                what = judged(key, source, right=right)
            until_at_most(AT_REST, processes)
    except Exception:  # noqa: BLE001 - whatever it is, it is what this looks for
        what = traceback.format_exc(limit=-3).rstrip()
    if obeyed := first_obeyed("\n".join(runner.said)):
        what = what or f"a terminal would obey {obeyed!a}"
    return what and f"seed {seed}: {name} {source[:400]!a}\n{what}"


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play so many rounds; return what failed, and what remained after the last."""
    if sys.platform != "linux":
        raise SkipTest("the limits are those of Linux")
    began = time.monotonic()
    with contextlib.closing(Programs()) as programs:
        runner = Runner(programs)
        failed = in_turn(lambda number: play(runner, number), count, seed, tell)
    try:
        with limited(WITHIN):
            until_at_most(0, processes)
    except LateError:
        failed.append(f"seed {seed + count - 1}, or before: processes remain: {sorted(processes())}")
    print(f"{1000 * (time.monotonic() - began) / max(count, 1):.0f} ms a program")
    return failed
