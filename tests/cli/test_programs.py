"""Where the system holds no program, the owner of a shared account is asked, and a course has to be trusted."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tutor.cli.programs import programs_for
from tutor.cli.world import World, course_folder, real_world
from tutor.program import Case, Fault, Job

from .conftest import Tutor

FALLING = Path(__file__).parent.parent / "courses" / "falling"
DOUBLE = Job("def double(x): return 2 * x", "double", (Case({}, ((np.float64(3.0),),)),), seconds=300.0)

Why = Callable[..., Fault | None]


@pytest.fixture
def why() -> Why:
    """Return why a program is not run: `why(folder, learner="mina", trust=True, TUTOR_PROGRAMS="yes")`."""

    def found(folder: Path, *, learner: str = "", trust: bool = False, **environ: str) -> Fault | None:
        real = real_world()
        world = World(environ, real.stdin, real.stdout, real.stderr, real.clock)
        options = argparse.Namespace(learner=learner or None, trust=trust)
        with contextlib.closing(programs_for(folder, options, world)) as programs:
            return programs.run(DOUBLE).fault

    return found


@pytest.fixture
def unheld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system have no Landlock and no seccomp."""
    monkeypatch.setattr("tutor.worker.guards.are_active", lambda _guards: False)


@pytest.mark.usefixtures("unheld")
def test_on_a_shared_account_the_owner_of_the_machine_is_asked(why: Why) -> None:
    built_in = course_folder(None)
    assert why(built_in) is None
    assert Fault("start", "Unguarded") == why(built_in, learner="mina")
    assert Fault("start", "Unguarded") == why(built_in, learner="mina", trust=True)
    assert Fault("start", "Unguarded") == why(built_in, learner="mina", TUTOR_PROGRAMS="no")
    assert why(built_in, learner="mina", TUTOR_PROGRAMS="yes") is None


@pytest.mark.usefixtures("unheld")
def test_what_a_course_from_elsewhere_brings_along_has_to_be_trusted(why: Why) -> None:
    assert Fault("start", "Untrusted") == why(FALLING)
    assert Fault("start", "Untrusted") == why(FALLING, learner="mina", TUTOR_PROGRAMS="yes")
    assert why(FALLING, trust=True) is None


def test_where_the_system_holds_programs_nobody_is_asked(why: Why, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.worker.guards.are_active", lambda _guards: True)
    assert why(FALLING, learner="mina") is None


@pytest.mark.usefixtures("unheld")
def test_a_check_on_a_shared_account_says_that_nobody_knows_whether_an_exercise_is_fair(tutor: Tutor) -> None:
    said = tutor("check", "--trust", "--learner", "mina", FALLING)
    assert 0 == said.code
    assert "Programs cannot be run here" in said.out
    assert "Nothing to mend." in tutor("check", "--trust", "--learner", "mina", FALLING, TUTOR_PROGRAMS="yes").out
