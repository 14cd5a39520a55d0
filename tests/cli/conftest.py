"""Runs commands as a shell would, each test with a data folder of its own."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.cli import run
from tutor.cli.world import World
from tutor.course.model import Course
from tutor.learner.attempts import Attempt, random_uid
from tutor.learner.paths import record_path
from tutor.learner.store import Store

TOUR = Path(__file__).parent.parent / "tour"
NOW = 1_767_268_800_000
"""Midday UTC on the first of January 2026, in milliseconds."""
DAY = 24 * 3600 * 1000


class Stream(io.TextIOWrapper):
    """A stream that leads into a pipe or comes out of one: text, or byte for byte."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="utf-8", newline="", write_through=True)

    @property
    def held(self) -> bytes:
        """What was written."""
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue()


class Terminal(Stream):
    """What is typed at a terminal, or written on it."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str
    raw: bytes = b""
    """the standard output, byte for byte"""


Tutor = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The data folder."""
    return tmp_path / "home"


@pytest.fixture
def tutor(home: Path) -> Tutor:
    """Run a command: `tutor("list", TOUR, typed="y")`."""

    def command(*arguments: object, typed: str | bytes = "", at_terminal: bool = False, **environ: str) -> Said:
        stream = Terminal if at_terminal else Stream
        out, err = Stream(), stream()
        variables = {"TUTOR_HOME": str(home), "LANG": "en_GB.UTF-8", "USER": "mina"} | environ
        come_in = typed.encode() if isinstance(typed, str) else typed
        world = World(variables, stream(come_in), out, err, lambda: NOW)
        code = run([str(one) for one in arguments], world)
        return Said(code, out.held.decode("utf-8", "replace"), err.held.decode("utf-8"), out.held)

    return command


@pytest.fixture(scope="session")
def course() -> Course:
    """The short course, whole."""
    return standing_course(TOUR)


Answer = Callable[..., Attempt]


@pytest.fixture
def answer(home: Path, course: Course) -> Answer:
    """Put an answer into a learner's record."""

    def record(
        name: str, *, learner: str = "", right: bool = True, response: str = "0", mistake: str = "", hints: int = 0
    ) -> Attempt:
        lesson, question = next((a, b) for a, _, b in course.all_questions() if b.id == name)
        asked = question.ask(0)
        made = Attempt(
            random_uid(),
            course.id,
            lesson.id,
            name,
            question.kind,
            question.revision,
            0,
            question.right_response(asked) if right else response,
            right,
            NOW - 3 * DAY,
            seconds=20.0,
            mistake=mistake,
            hints=hints,
        )
        with Store.open(record_path({"TUTOR_HOME": str(home)}, learner), clock=lambda: NOW) as store:
            store.record(made)
        return made

    return record
