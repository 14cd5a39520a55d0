"""A review and testing out: questions away from their steps, answered as they are in a lesson."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.learner.samples import DAY, MINUTE, START
from tests.learner.test_review import CALENDAR
from tests.learner.tour import TOUR, answer, tour
from tests.session.host import FakeHost, Told
from tests.trusted import outline_in
from tutor.course.entry import Sliders
from tutor.learner.attempts import Attempt, During
from tutor.learner.progress import attempts_at
from tutor.learner.review import graded_attempts
from tutor.learner.store import Store
from tutor.render.messages import FINISH, SEE_WHERE_TAUGHT
from tutor.render.sitting import actions
from tutor.session import sitting as sittings
from tutor.session.answering import Occasion
from tutor.session.asking import Asking, Phase
from tutor.session.runner import DirectRunner
from tutor.session.session import Session
from tutor.session.sitting import Review, Sitting, lab_for
from tutor.session.visit import Visit

LONG_AGO = START - 400 * DAY


class Learner:
    """Someone in a session of the short course."""

    def __init__(self, store: Store) -> None:
        self.told = Told()
        self.session = Session(
            outline_in(TOUR),
            store,
            clock=lambda: START + len(store.attempts()),
            language="en",
            runner=DirectRunner,
            tell=lambda notice: pytest.fail(str(notice)),
            calendar=CALENDAR,
            loaded=tour(),
        )

    def review(self, *due: str) -> Review:
        """A review of these questions, answered long ago, and of nothing else."""
        for name in due:
            self.session.record(answer(name, at=LONG_AGO))
        return Review(self.session, self.session.make_schedule(), self.told)

    @property
    def made(self) -> list[Attempt]:
        return [attempt for attempt in self.session.attempts() if attempt.at >= START]


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with contextmanager(_opened)(tmp_path) as found:
        yield found


def _opened(folder: Path) -> Iterator[Learner]:
    with Store.open(folder / "record.sqlite3", clock=lambda: START) as store:
        yield Learner(store)


def present(sitting: Sitting) -> Asking:
    assert sitting.answering is not None
    assert sitting.answering.asking is not None
    return sitting.answering.asking


def respond(sitting: Sitting, *, right: bool) -> None:
    assert sitting.visit is not None
    assert sitting.answering is not None
    asking = present(sitting)
    entry = sitting.answering.entry
    if right and isinstance(entry, Sliders):
        sitting.visit.move({**sitting.visit.values, **entry.example})
    sitting.visit.respond(sitting.answering, asking.question.right_response(asking.asked) if right else "0")
    assert sitting.answering.first_right is not None


def name(sitting: Sitting) -> str | None:
    return sitting.answering.question.id if sitting.answering is not None else None


def test_a_review_goes_through_its_questions_and_counts_them(learner: Learner):
    sitting = learner.review("height-at", "one-of-three")
    first = name(sitting)
    assert 2 == sitting.left
    respond(sitting, right=True)
    assert {first: True} == sitting.results
    sitting.go_on()
    assert {"height-at", "one-of-three"} == {first, name(sitting)}
    respond(sitting, right=True)
    sitting.go_on()
    assert (None, None, None, 0) == (sitting.answering, sitting.visit, sitting.place, sitting.left)
    assert {"height-at": True, "one-of-three": True} == sitting.results
    assert {During.REVIEW} == {attempt.during for attempt in learner.made}


def test_a_wrong_one_comes_back_with_other_numbers_until_it_is_right(learner: Learner):
    sitting = learner.review("height-at", "one-of-three", "missing-word")
    while name(sitting) != "height-at":
        sitting.go_on()
    respond(sitting, right=False)
    assert sitting.may_return
    # Tried again at once with the same numbers, and right then: it was wrong at first all the same.
    respond(sitting, right=True)
    first = learner.made[0].variant
    sitting.go_on()
    seen = []
    while (now := name(sitting)) is not None:
        seen.append(now)
        respond(sitting, right=True)
        sitting.go_on()
    assert "height-at" == seen[-1]
    assert first != learner.made[-1].variant
    assert {False, True} >= set(sitting.results.values())
    assert sitting.results["height-at"] is False


def test_a_review_brings_new_numbers(learner: Learner):
    assert 1 == present(learner.review("height-at")).asked.variant


def test_a_review_ends_when_it_has_taken_half_as_long_again_as_its_minutes(learner: Learner):
    now = [START]
    learner.session.clock = lambda: now[0]
    sitting = learner.review("height-at", "one-of-three", "missing-word")
    now[0] += 8 * MINUTE
    respond(sitting, right=False)
    assert sitting.may_return and sitting.goes_on
    sitting.go_on()
    last = name(sitting)
    now[0] += 7 * MINUTE
    respond(sitting, right=False)
    # That makes fifteen minutes of a sitting of ten. Nothing says that it comes again; where it is taught is offered.
    assert not sitting.may_return and not sitting.goes_on
    offered = [action.words for action in actions(sitting)]
    assert FINISH in offered and SEE_WHERE_TAUGHT in offered
    sitting.go_on()
    assert (None, 0) == (name(sitting), sitting.left)
    # What was not asked is still due, and asked by whoever wants to.
    sitting.schedule.refresh()
    due = {memory.question for memory in sitting.schedule.due()}
    assert due and last not in due and set(sitting.results).isdisjoint(due)
    assert () == sitting.schedule.today_portion().questions
    sitting.begin_another()
    assert {name(sitting)} == due


def test_no_time_limit_ends_what_is_not_a_review(learner: Learner):
    now = [START]
    learner.session.clock = lambda: now[0]
    lesson = learner.session.lesson("line")
    sitting = sittings.TestOut(learner.session, lesson, learner.told)
    count = sitting.left
    for _ in range(count):
        assert sitting.left > 0
        now[0] += 10 * MINUTE
        respond(sitting, right=True)
        assert sitting.goes_on == (sitting.left > 1)
        sitting.go_on()
    assert count == len(sitting.results)


def test_skipping_leaves_a_question_as_it_was(learner: Learner):
    sitting = learner.review("height-at", "one-of-three")
    skipped = name(sitting)
    sitting.go_on()
    assert skipped != name(sitting)
    assert ([], {}) == (learner.made, sitting.results)


def test_what_was_put_off_does_not_return_and_is_due_in_a_week(learner: Learner):
    sitting = learner.review("height-at")
    respond(sitting, right=False)
    until = sitting.snooze()
    assert sitting.schedule.today + timedelta(days=7) == until
    assert (None, {"height-at": False}) == (sitting.answering, sitting.results)
    assert {"height-at": until} == learner.session.store.snoozed("tour")


def test_hints_answers_and_new_numbers_are_there_as_in_a_lesson(learner: Learner):
    sitting = learner.review("height-at")
    visit, answering = sitting.visit, sitting.answering
    assert visit is not None
    assert answering is not None
    visit.help(answering, "hint")
    respond(sitting, right=False)
    visit.help(answering, "reveal")
    assert learner.made[-1].revealed
    visit.help(answering, "again")
    assert (Phase.OPEN, 2) == (present(sitting).phase, present(sitting).asked.variant)
    assert [1] == [attempt.hints for attempt in learner.made if not attempt.revealed]


def test_what_cannot_be_read_costs_nothing(learner: Learner):
    sitting = learner.review("height-at")
    assert sitting.visit is not None
    assert sitting.answering is not None
    sitting.visit.respond(sitting.answering, "?")
    assert sitting.answering.refused
    assert ({}, []) == (sitting.results, learner.made)


def test_testing_out_asks_one_question_a_skill_once_and_without_hints(learner: Learner):
    lesson = learner.session.lesson("line")
    sitting = sittings.TestOut(learner.session, lesson, learner.told)
    assert sum(bool(step.questions) for step in lesson.steps) == sitting.left
    first = name(sitting)
    assert sitting.answering is not None
    assert not sitting.answering.can("hint")
    while (now := name(sitting)) is not None:
        respond(sitting, right=now != first)
        assert not sitting.may_return
        sitting.go_on()
    assert [first] == [question for question, right in sitting.results.items() if not right]
    assert {During.TEST_OUT} == {attempt.during for attempt in learner.made}
    assert all(attempt.closes for attempt in learner.made)
    assert sitting.first_missed.step == next(step.id for step in lesson.steps if step.questions)


def test_sliders_that_answer_a_question_go_back_to_its_beginning_when_it_is_asked_again(learner: Learner):
    sitting = learner.review("make-steep")
    visit, answering = sitting.visit, sitting.answering
    assert visit is not None
    assert answering is not None
    assert visit.use is not None
    start = dict(visit.values)
    respond(sitting, right=False)
    visit.help(answering, "reveal")
    assert start != dict(visit.values)
    visit.help(answering, "again")
    assert dict(answering.values) == dict(visit.values)


def test_each_time_a_question_is_asked_counts_once_for_the_schedule(learner: Learner):
    sitting = learner.review("height-at")
    respond(sitting, right=False)
    respond(sitting, right=True)
    sitting.go_on()
    respond(sitting, right=True)
    graded = graded_attempts(attempts_at(tour(), learner.made), CALENDAR)
    assert [False, True] == [attempt.right for attempt in graded]


def test_a_question_with_its_picture_brings_its_lab_along_and_nothing_to_move_but_its_films(learner: Learner):
    """Away from its step the lab is there, set to the question's own numbers; without `picture` it is not."""
    lesson = tour().lessons[0]
    step, question = next((step, one) for step in lesson.steps for one in step.questions if one.id == "height-at")
    asked = replace(question, picture=True)
    host, occasion = FakeHost(), Occasion(lesson.id, During.REVIEW)
    assert Visit(host, lab_for(question, step), (question,), occasion, learner.told).use is None
    visit = Visit(host, lab_for(asked, step), (asked,), occasion, learner.told)
    assert visit.use is not None
    assert (question.lab, question.values_of(0), ()) == (visit.use.lab, visit.values, visit.rows)
    assert visit.drawings


def test_who_reads_before_answering_comes_back_to_the_same_question(learner: Learner):
    sitting = learner.review("height-at", "one-of-three")
    asked, left = name(sitting), sitting.left
    again = Review.begun(sitting, learner.session, sitting.schedule, learner.told)
    assert (sitting, asked, left) == (again, name(again), again.left)
    respond(again, right=True)
    assert {asked: True} == again.results


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ("height-at", "1000"),
        ("make-steep", None),
        ("one-of-three", "0"),
        ("some-of-three", "0"),
        ("in-order", "2,1,0"),
        ("missing-word", "circle"),
        ("the-pair", "[7, 8]"),
    ],
)
def test_after_a_wrong_response_of_any_kind_one_reads_and_goes_on(
    learner: Learner, asked: str, wrong: str | None
) -> None:
    """What leads to the step is offered; the review goes on after it, and the question comes again."""
    other = "one-of-three" if asked != "one-of-three" else "height-at"
    sitting = learner.review(asked, other)
    while name(sitting) != asked:
        respond(sitting, right=True)
        sitting.go_on()
    assert sitting.visit is not None and sitting.answering is not None
    entry = sitting.answering.entry
    response = wrong if wrong is not None else entry.response(sitting.visit.values, 1)  # type: ignore[union-attr]
    sitting.visit.respond(sitting.answering, response)
    assert sitting.answering.first_right is False
    assert "read_step" in [action.name for action in actions(sitting)]
    lesson, step = sitting.place or (None, None)
    assert lesson is not None and step is not None and asked in [question.id for question in step.questions]
    again = Review.begun(sitting, learner.session, sitting.schedule, learner.told)
    assert again is sitting
    following = [name(again)]
    while (following[-1]) is not None:
        respond(again, right=True)
        again.go_on()
        following.append(name(again))
    assert asked in following
    assert again.results[asked] is False
