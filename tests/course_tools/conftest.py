"""The example course of the authoring guide, and copies of it that a test can break."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.course.running import run_here
from tests.linting import lint_course, lint_screens
from tests.trusted import in_both, reading_of, whole_labs_run_once
from tutor.cli import run
from tutor.cli.world import World
from tutor.course.finding import Finding
from tutor.program import RunProgram

TUNING = Path(__file__).parent.parent / "courses" / "tuning"


@pytest.fixture
def tuning(tmp_path: Path) -> Path:
    """A copy of the example course."""
    return Path(shutil.copytree(TUNING, tmp_path / "tuning"))


def linted(
    course: Path, *, run_labs: bool = True, run_program: RunProgram = run_here, on_screen: bool = True
) -> tuple[Finding, ...]:
    """Return everything that `tutor check` finds wrong with a course, or all but what is wrong on screen."""
    with whole_labs_run_once():
        reading = reading_of(course, run_labs=run_labs, strict=True)
        screens = lint_screens(reading, run_program) if on_screen else ()
        return in_both((*lint_course(reading, run_program), *screens))


@dataclass
class Terminal(io.StringIO):
    """A standard input at a terminal, with what is typed on it."""

    typed: str = ""

    def __post_init__(self) -> None:
        super().__init__(self.typed)

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Tutor = Callable[..., Said]


@pytest.fixture
def tutor(tmp_path: Path) -> Tutor:
    """Run a command with a data folder of its own: `tutor("check", path, typed="y")`."""

    def command(*arguments: object, typed: str | None = None, **environ: str) -> Said:
        out, err = io.StringIO(), io.StringIO()
        world = World(
            {"TUTOR_HOME": str(tmp_path / "home"), "LANG": "en_GB.UTF-8"} | environ,
            io.StringIO() if typed is None else Terminal(typed),
            out,
            err,
            lambda: 1_767_225_600_000,
        )
        return Said(run([str(one) for one in arguments], world), out.getvalue(), err.getvalue())

    return command
