"""The review: from the course map through its questions and back."""

from __future__ import annotations

import asyncio

import pytest

from tutor.course.entry import Options, Typed
from tutor.learner.attempts import During
from tutor.learner.schedule import Schedule
from tutor.learner.store import Store
from tutor.ui.keys import JAMO
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.sitting import SittingScreen
from tutor.ui.screens.waiting import WaitingLines, WaitingScreen
from tutor.ui.widgets.controls import Controls

from .answers import answered_during, course, record
from .conftest import OpenApp, Walk


async def through(walk: Walk, *, right: bool = True) -> None:
    """Answer the present question of the review as its kind asks for."""
    screen = walk.app.screen
    assert isinstance(screen, SittingScreen)
    assert screen.sitting.answering is not None
    asking = screen.sitting.answering.asking
    assert asking is not None
    entry = asking.question.entry(asking.asked)
    if isinstance(entry, Typed):
        await walk.type(asking.question.right_response(asking.asked) if right else "99")
    elif isinstance(entry, Options) and entry.mode == "one":
        await walk.press(*["down"] * (1 if right else 0))
    await walk.press("enter")


class Gated:
    """A schedule that comes when it is let through."""

    def __init__(self, walk: Walk) -> None:
        self.passed = asyncio.Event()
        self._schedule = walk.app.session.make_schedule()
        walk.app.schedule = self.comes  # type: ignore[method-assign]

    async def comes(self) -> Schedule:
        await self.passed.wait()
        return self._schedule


async def test_while_the_record_is_read_that_is_said_and_keys_are_heard(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at")
    async with open_app(at=("line", "move")) as walk:
        gated = Gated(walk)
        await walk.app.run_action("review")
        waiting = walk.app.screen
        assert isinstance(waiting, WaitingScreen)
        [said] = WaitingLines.lines(waiting.query_one(WaitingLines), 80, 24)
        assert "One moment: your record is being read." == "".join(part.text for part in said)
        # What is opened meanwhile stays in front, and the review waits for it.
        walk.app.action_help()
        helped = walk.app.screen
        gated.passed.set()
        await walk.settled()
        assert helped is walk.app.screen
        await walk.press("escape")
        assert isinstance(walk.app.screen, SittingScreen)
        await walk.press("escape")
        assert isinstance(walk.app.screen, LessonScreen)


async def test_whoever_does_not_wait_for_the_record_is_not_led_to_the_review_later(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        gated = Gated(walk)
        await walk.app.run_action("review")
        assert isinstance(walk.app.screen, WaitingScreen)
        await walk.app.screen.dismiss()
        gated.passed.set()
        await walk.settled()
        assert isinstance(walk.app.screen, LessonScreen)


async def test_home_says_how_much_is_due_and_for_how_long(open_app: OpenApp, store: Store) -> None:
    """Three questions of twenty seconds each are a minute, and the two that are likely wrong come back: two."""
    record(store, "height-at", "one-of-three", "missing-word")
    async with open_app() as walk:
        assert "Due today: 3, about 2 min (v)" in await walk.seen()
        await walk.press("l")
        assert "오늘 복습할 것: 3문제, 약 2분 (v)" in await walk.seen()


async def test_someone_who_has_answered_nothing_is_not_told_of_reviews(open_app: OpenApp) -> None:
    async with open_app() as walk:
        assert "Review" not in await walk.seen()


async def test_what_was_answered_today_is_not_due_today(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at", days_ago=0)
    async with open_app() as walk:
        assert "Nothing is due today." in await walk.seen()
        screen = await walk.seen("v")
        assert "Nothing is due today." in screen
        assert "Next review: " in screen
        await walk.press("enter")
        assert isinstance(walk.app.screen, HomeScreen)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
async def test_a_review_is_answered_with_the_keyboard_alone(
    open_app: OpenApp, store: Store, size: tuple[int, int]
) -> None:
    record(store, "height-at", "one-of-three", "missing-word")
    async with open_app(size=size) as walk:
        await walk.press("v")
        for left in (3, 2, 1):
            assert f"{left} left" in await walk.seen()
            await through(walk)
            await walk.press("enter")
        screen = await walk.seen()
        assert "3 of 3 right at the first try." in screen
        assert "That was all for today." in screen
        await walk.press("enter")
        assert "Nothing is due today." in await walk.seen()
    assert {("height-at", True), ("one-of-three", True), ("missing-word", True)} == set(
        answered_during(store, During.REVIEW)
    )


async def test_the_review_can_be_reached_and_left_without_a_letter(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at")
    async with open_app() as walk:
        await walk.press("tab", "enter")
        assert isinstance(walk.app.screen, SittingScreen)
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)


async def test_a_wrong_one_returns_with_other_numbers(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at", "one-of-three")
    async with open_app() as walk:
        await walk.press("v")
        first = await walk.seen()
        if "How high is the line" not in first:
            await through(walk)
            await walk.press("enter")
        assert "when k = 2.5?" in await walk.seen()  # the variant after that of the lesson
        await through(walk, right=False)
        screen = await walk.seen()
        assert "✗" in screen
        assert "This one comes back once more" in screen
        await walk.press("tab", "tab", "enter")
        while "when k = 3.5?" not in await walk.seen():
            await through(walk)
            await walk.press("enter")
        await through(walk)
        screen = await walk.seen("enter")
        assert "1 of 2 right at the first try." in screen


async def test_a_question_is_skipped_or_put_off_and_stays_in_the_record(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at", "one-of-three")
    async with open_app() as walk:
        await walk.press("v", "k")
        assert "1 left" in await walk.seen()
        await walk.press("z")
        screen = await walk.seen()
        assert "Left of today's: 1." in screen
        assert 1 == len(store.snoozed("tour"))
        await walk.press("escape")
        assert "Due today: 1, about 1 min (v)" in await walk.seen()
    assert [] == answered_during(store, During.REVIEW)


async def test_the_letters_work_under_a_korean_input_method(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at", "one-of-three")
    async with open_app() as walk:
        await walk.press(JAMO["v"], JAMO["k"])
        assert "1 left" in await walk.seen()


async def test_a_setting_is_made_with_its_sliders(open_app: OpenApp, store: Store) -> None:
    record(store, "make-steep")
    async with open_app() as walk:
        await walk.press("v")
        assert "Move k until the line is steep." in await walk.seen()
        await walk.press("end", "enter", "enter")
        assert "✓" in await walk.seen()
    assert [("make-steep", True)] == answered_during(store, During.REVIEW)


async def test_sliders_are_set_checked_and_set_again_and_tab_leads_from_them_to_their_check(
    open_app: OpenApp, store: Store
) -> None:
    for size in ((120, 36), (80, 24)):
        record(store, "make-steep", days_ago=40)
        async with open_app(size=size) as walk:
            await walk.press("v")
            assert "enter check my setting" in await walk.seen("left")
            assert "Still nearly flat." in await walk.seen("enter")
            assert isinstance(walk.app.focused, Controls)
            assert "▸ [check my setting]" in await walk.seen("tab")
            assert "▸ → " in await walk.seen("tab")
            await walk.press("shift+tab", "shift+tab")
            assert isinstance(walk.app.focused, Controls)
            await walk.press("escape")
        store.reset("tour")


async def test_options_are_chosen_and_then_answered(open_app: OpenApp, store: Store) -> None:
    record(store, "one-of-three")
    async with open_app() as walk:
        await walk.press("v")
        assert "● eleven" in await walk.seen("3")
        assert "● two" in await walk.seen("2")
        assert [] == answered_during(store, During.REVIEW)
        assert "Two it is." in await walk.seen("enter")
    assert [("one-of-three", True)] == answered_during(store, During.REVIEW)


async def test_a_prediction_stands_under_the_text_it_is_made_from_and_its_lab_waits(
    open_app: OpenApp, store: Store
) -> None:
    async with open_app() as walk:
        screen = await walk.seen("t", "tab", "k")
        assert "How high is the line over x = 2?" in screen
        assert "Your guess first" in screen
        await walk.type("6")
        screen = await walk.seen("enter")
        assert "Your guess first" not in screen
        assert "Well seen!" in screen
    assert [("guess-height", True)] == answered_during(store, During.TEST_OUT)


async def test_no_prediction_comes_back(open_app: OpenApp, store: Store) -> None:
    record(store, "guess-height", right=False)
    async with open_app() as walk:
        assert "Nothing is due today." in await walk.seen("v")


async def test_a_question_leads_to_the_step_that_teaches_it(open_app: OpenApp, store: Store) -> None:
    record(store, "missing-word")
    async with open_app() as walk:
        await walk.press("v", "tab")
        screen = await walk.seen("o")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "Three ways to answer without a slider." in screen


async def test_hints_are_given_and_the_language_is_switched_in_the_middle(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at")
    async with open_app() as walk:
        await walk.press("v", "h")
        assert "Each step to the right goes up by k." in await walk.seen()
        screen = await walk.seen("l")
        assert "오른쪽으로 한 걸음마다 k만큼 올라갑니다." in screen
        assert "1개 남음" in screen
        assert "[건너뛰기] k" in screen


def all_that_returns() -> tuple[str, ...]:
    """Everything of the short course that a review asks."""
    return tuple(question.id for _, _, question in course().all_questions() if not question.single_try)


async def change_length(walk: Walk) -> str:
    """Take another length: by its letter, or by a click where letters would be typed."""
    screen = await walk.seen()
    if "min] m" in screen:
        return await walk.seen("m")
    row = next(number for number, line in enumerate(screen.splitlines()) if "[take" in line)
    await walk.pilot.click(offset=(screen.splitlines()[row].index("[take") + 2, row))
    return await walk.seen()


async def test_a_sitting_is_as_long_as_is_wanted_and_the_rest_waits(open_app: OpenApp, store: Store) -> None:
    record(store, *all_that_returns(), seconds=150.0)
    async with open_app() as walk:
        assert "about 10 min. Waiting for the days after:" in await walk.seen("v")
        assert "about 20 min" in await change_length(walk)
        five = await change_length(walk)
        # Two of two and a half minutes would be five, did not each come back now and then.
        assert "Questions: 1, about " in five
        assert "[take 10 min]" in five
        await through(walk)
        assert "[take" not in await walk.seen()
    assert "5" == store.settings()["review"]


async def test_who_was_wrong_sees_where_it_was_taught_and_comes_back(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at", "one-of-three")
    async with open_app() as walk:
        await walk.press("v")
        if "How high is the line" not in await walk.seen():
            await through(walk)
            await walk.press("enter")
        await through(walk, right=False)
        assert "→ see where this was taught" in await walk.seen()
        await walk.press("tab", "tab", "o")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "Move it" in await walk.seen()
        back = await walk.seen("v")
        assert isinstance(walk.app.screen, SittingScreen)
        assert "✗ 1" in back


async def test_more_is_there_for_the_asking_once_today_s_minutes_are_done(open_app: OpenApp, store: Store) -> None:
    """Each takes eight minutes, so that one is all that fits today."""
    record(store, *all_that_returns(), seconds=480.0)
    async with open_app() as walk:
        assert "1 left" in await walk.seen("v")
        record(store, "height-at", days_ago=0, seconds=600.0, during=During.REVIEW)
        await walk.press("escape")
        assert "Today's review is done." in await walk.seen()
        assert "1 left" in await walk.seen("v")
        end = await walk.seen("k")
        assert "That is enough for today." in end
        assert "Another 10 minutes" in end
        await walk.press("right", "enter")
        assert "1 left" in await walk.seen()
