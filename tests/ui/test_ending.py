"""The end of a lesson on its last step."""

from __future__ import annotations

from datetime import UTC
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from tests.learner.tour import answer, tour
from tests.walks import some_now
from tutor.learner.attempts import During
from tutor.learner.days import Calendar
from tutor.learner.ending import task_of
from tutor.learner.store import Store
from tutor.session.marks import Marks
from tutor.ui.onward import ending_at
from tutor.ui.screens.sitting import SittingScreen

from .answers import answered_during
from .conftest import NOON, OpenApp, StillClock

LESSON = tour().lessons[0]
LAST = (LESSON.id, LESSON.steps[-1].id)
TITLE = {"en": "At the end of this lesson", "ko": "이 강의를 마치며"}


@some_now(("size", "language"), product([(120, 36), (80, 24)], ["en", "ko"]), 3)
async def test_the_end_stands_under_the_last_step_and_no_other(
    open_app: OpenApp, size: tuple[int, int], language: str
) -> None:
    async with open_app(at=LAST, size=size, language=language) as walk:
        screen = await walk.seen(*["pagedown"] * 3)
        assert TITLE[language] in screen
        assert {"en": "[do it alone]", "ko": "[혼자 해 보기]"}[language] in screen
        await walk.press("p")
        assert TITLE[language] not in await walk.seen(*["pagedown"] * 3)


@pytest.mark.parametrize(
    ("number", "open_question", "stage", "ends"),
    [(5, None, None, True), (4, None, None, False), (5, object(), None, False), (5, None, object(), False)],
)
def test_a_lesson_ends_once_all_of_its_last_step_is_answered_and_never_on_a_stage(
    store: Store, clock: StillClock, number: int, open_question: object, stage: object, ends: bool
) -> None:
    session: Any = SimpleNamespace(
        course_id="tour", attempts=lambda: (), schedule=None, marks=Marks(store, "tour"), clock=clock,
        calendar=Calendar(UTC),
    )  # fmt: skip
    lesson: Any = SimpleNamespace(lesson=LESSON, number=number, visit=SimpleNamespace(first_open=open_question))
    assert ends is (ending_at(session, lesson, stage) is not None)  # type: ignore[arg-type]


async def test_the_task_is_asked_without_help_and_then_it_was_done(open_app: OpenApp, store: Store) -> None:
    task = task_of(LESSON)
    assert task is not None
    async with open_app(at=LAST) as walk:
        await walk.tab_to("▸ → ")
        screen = await walk.seen("right", "enter")
        assert isinstance(walk.app.screen, SittingScreen)
        assert "Alone, without help: A line" in screen
        assert "1 left" in screen
        assert "[hint]" not in screen
        assert [task[1].id] == [one.question.id for one in (walk.app.screen.sitting.answering,) if one is not None]
        store.record(answer(task[1].id, at=NOON + 1, during=During.TEST_OUT))
        screen = await walk.seen("escape", *["pagedown"] * 3)
        assert "[do it alone]" not in screen
        assert "You have done it alone" in screen
    assert [(task[1].id, True)] == answered_during(store, During.TEST_OUT)


async def test_a_note_on_the_last_step_is_what_one_says_now(open_app: OpenApp) -> None:
    async with open_app(at=LAST) as walk:
        await walk.press("e")
        await walk.type("it goes up by k")
        assert "What you say now: it goes up by k" in await walk.seen("escape", *["pagedown"] * 3)
