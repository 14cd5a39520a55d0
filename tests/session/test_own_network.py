"""A training of the learner's in the playground: which one it is, where there is none, and going about in its film."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.course.running import run_here
from tests.session.host import SlowRunner
from tests.trusted import standing_course
from tutor.course.loader import load_outline
from tutor.course.programs.training_film import FRAMES
from tutor.course.questions import Question
from tutor.learner.attempts import Attempt, During
from tutor.learner.store import Store
from tutor.session.host import Occasion
from tutor.session.own_film import FRAME
from tutor.session.own_network import OwnNetwork
from tutor.session.runner import DirectRunner, Runner
from tutor.session.session import Session
from tutor.session.visit import Visit

from .host import Told

LESSONS = Path(__file__).parent.parent.parent / "lessons"
NOW = 1_767_268_800_000
TWICE = "def train(X, y, W1, b1, W2, b2, rate, epochs):\n    return [], W1, b1, W2, b2 + epochs\n"


def question(name: str = "write-train") -> Question:
    return next(one for _, _, one in standing_course(LESSONS).all_questions() if one.id == name)


def written(source: str, at: int = NOW, right: bool = True) -> Attempt:
    made = question()
    return Attempt(f"a{at}", "deep-learning", "xor-training", made.id, "code", made.revision, 0, source, right, at)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: NOW) as fresh:
        yield fresh


def session_with(store: Store, runner: Runner) -> Session:
    return Session(
        load_outline(LESSONS),
        store,
        clock=lambda: NOW,
        language="en",
        runner=lambda: runner,
        tell=lambda _: None,
        loaded=standing_course(LESSONS),
    )


def playing(session: Session) -> Visit:
    """Return a visit to the playground whose guess is made."""
    lesson = standing_course(LESSONS).lesson("xor-training")
    assert lesson is not None
    step = next(one for one in lesson.steps if one.id == "playground")
    visit = Visit(session, step.lab, (), Occasion(lesson.id, During.LESSON), Told())
    if isinstance(session.runner, SlowRunner):
        session.runner.catch_up()
    return visit


def network(store: Store, runner: Runner | None = None) -> tuple[OwnNetwork, list[int]]:
    session = session_with(store, runner or DirectRunner(run_program=run_here))
    told: list[int] = []
    return OwnNetwork(session, playing(session), lambda: told.append(1)), told


def test_without_a_training_of_ones_own_it_says_where_one_is_written(store: Store) -> None:
    own, _ = network(store)
    assert "lesson 13, step “Your own training”" in own.says.in_("en").source
    assert "강의 13의 “" in own.says.in_("ko").source
    assert () == own.rows
    assert () == own.pictures
    assert {} == own.values


def test_what_was_wrong_is_none_and_the_latest_right_one_is_filmed(store: Store) -> None:
    made = question()
    store.record(written("wrong", NOW, right=False))
    own, _ = network(store)
    assert () == own.rows
    store.record(written(made.right_response(made.ask(0)), NOW + 1))
    store.record(written(TWICE, NOW + 2))
    own, _ = network(store)
    first, second = own.pictures
    own.move({FRAME: 0})
    assert own.pictures != (first, second)
    # This one adds its epochs to the last bias: nothing is likelier than 1 in the end.
    assert first.layers[0].z.min() > 0.99


def test_one_goes_about_in_its_film(store: Store) -> None:
    store.record(written(TWICE))
    own, told = network(store)
    (row,) = own.rows
    assert {FRAME: FRAMES} == own.values
    own.move(row.put(own.values, 3))
    assert {FRAME: 3} == own.values
    assert 1 == len(told)


def test_while_it_is_made_there_is_nothing_to_be_seen_and_it_can_be_left(store: Store) -> None:
    store.record(written(TWICE))
    runner = SlowRunner(DirectRunner(run_program=run_here))
    own, told = network(store, runner)
    assert "is training it" in own.says.in_("en").source
    assert () == own.pictures
    (work,) = runner.waiting
    own.leave()
    assert work.cancelled
    assert not told
    work.finish()
    assert told
    assert own.pictures


def test_a_film_that_ends_early_stands_at_its_last_picture(store: Store) -> None:
    store.record(written("def train(X, y, W1, b1, W2, b2, rate, epochs):\n    return [], W1 * 1e200, b1, W2, b2\n"))
    own, _ = network(store)
    assert {FRAME: 1} == own.values
    last = own.pictures
    own.move({FRAME: FRAMES})
    assert last == own.pictures
    assert "The film ends there" in own.says.in_("en").source
