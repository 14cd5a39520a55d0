"""What stands under the picture of a stage: one thing at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.host import FakeHost, Told
from tests.trusted import course_in
from tutor.course.model import Step
from tutor.learner.attempts import During
from tutor.session.answering import Answering
from tutor.session.host import Occasion
from tutor.session.stage import Stage
from tutor.session.visit import Visit

FALLING = Path(__file__).parent.parent / "courses" / "falling"


@pytest.fixture(scope="module")
def throw() -> Step:
    (lesson,) = course_in(FALLING).lessons
    (found,) = (step for step in lesson.steps if step.is_stage)
    return found


class Learner:
    """One learner at a stage."""

    def __init__(self, step: Step) -> None:
        self.visit = Visit(
            FakeHost(), step.lab, step.questions, Occasion("free-fall", During.LESSON), told := Told(), None
        )
        self.told = told
        self.stage = Stage(self.visit)
        self.guess, self.goal = self.visit.answerings

    def throw(self, **values: float) -> None:
        """Move sliders, one after the other, and look again at what stands under the picture."""
        for row in self.visit.rows:
            for name in values.keys() & {row.name}:
                self.visit.move({**self.visit.values, name: values[name]}, row)
                self.stage.moved()

    @property
    def seen(self) -> tuple[Answering | None, bool, Answering | None, bool]:
        """What stands open, whether there are controls, the task, and whether all is done."""
        return self.stage.open, self.stage.is_played, self.stage.task, self.stage.is_done


def test_the_guess_stands_there_first_and_until_what_is_said_to_it_was_read(throw: Step) -> None:
    learner = Learner(throw)
    assert (learner.guess, False, None, False) == learner.seen
    assert not learner.stage.can_go_on
    learner.visit.respond(learner.guess, "0")
    assert (learner.guess, False, None, False) == learner.seen
    assert learner.stage.can_go_on
    learner.stage.go_on()
    assert (None, True, learner.goal, False) == learner.seen


def test_what_is_said_to_a_setting_stands_beside_the_controls_until_they_are_moved(throw: Step) -> None:
    learner = Learner(throw)
    learner.visit.respond(learner.guess, "1")
    learner.stage.go_on()
    learner.throw(angle=50)
    learner.visit.respond(learner.goal)
    assert (learner.goal, True, learner.goal, False) == learner.seen
    learner.throw(angle=51)
    assert (None, True, learner.goal, False) == learner.seen
    learner.throw(angle=58, speed=18)
    learner.visit.respond(learner.goal)
    assert learner.goal.is_over
    assert (learner.goal, True, None, True) == learner.seen
    learner.throw(angle=45)
    assert (None, True, None, True) == learner.seen


def test_who_comes_back_finds_the_controls_and_not_what_was_said_long_ago(throw: Step) -> None:
    learner = Learner(throw)
    learner.visit.respond(learner.guess, "1")
    assert (None, True, learner.goal, False) == (
        (again := Stage(learner.visit)).open,
        again.is_played,
        again.task,
        again.is_done,
    )


def test_moves_are_counted_from_where_it_began_and_one_slider_pushed_on_is_one(throw: Step) -> None:
    learner = Learner(throw)
    learner.visit.respond(learner.guess, "1")
    visit = learner.visit
    visit.reset()
    start = visit.moves
    counted = []
    for values in ({"angle": 40}, {"angle": 41}, {"speed": 16}, {"angle": 42}):
        learner.throw(**values)
        counted.append(visit.moves - start)
    assert [1, 1, 2, 3] == counted
    visit.undo()
    assert 2 == visit.moves - start
    visit.reset()
    assert 0 == visit.moves


@pytest.mark.parametrize(("detour", "right"), [(0, True), (1, True), (2, False), (4, False)])
def test_a_task_with_few_moves_takes_no_more(throw: Step, detour: int, right: bool) -> None:
    """Two sliders have to be moved, and three moves are allowed."""
    learner = Learner(throw)
    learner.visit.respond(learner.guess, "1")
    learner.visit.reset()
    for number in range(detour):
        learner.throw(**({"angle": 70 + number} if number % 2 == 0 else {"speed": 20 + number}))
    # Whoever has just moved the angle goes on with it, which is no move more.
    learner.throw(angle=58)
    learner.throw(speed=18)
    learner.visit.respond(learner.goal)
    asking = learner.goal.asking
    assert asking is not None
    assert asking.feedback is not None
    assert right is asking.feedback.right
    if not right:
        assert asking.feedback.say is not None
        assert f"it took {learner.visit.moves} moves, and 3 are enough" in asking.feedback.say.in_("en").source
        assert f"{learner.visit.moves}번 움직였습니다" in asking.feedback.say.in_("ko").source
