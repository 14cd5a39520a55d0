"""What a session holds on to: the lesson that is open, and what its labs remember."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trusted import outline_in, standing_course
from tests.ui.conftest import TOUR
from tutor.labs import xor_training
from tutor.learner.store import Store
from tutor.session.runner import DirectRunner
from tutor.session.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session in the short course, all of which is read."""
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store:
        yield Session(
            outline_in(TOUR), store, clock=lambda: 0, language="en", runner=DirectRunner, tell=print,
            loaded=standing_course(TOUR),
        )  # fmt: skip


def test_what_labs_remember_goes_when_another_lesson_is_opened_and_not_before(session: Session) -> None:
    session.lesson("line")
    training = xor_training.training(1, 2, "tanh", 0.5)
    session.whole_course()
    session.lesson("line")
    assert xor_training.training(1, 2, "tanh", 0.5) is training
    session.lesson("film")
    assert xor_training.training(1, 2, "tanh", 0.5) is not training
