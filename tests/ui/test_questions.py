"""Answering: guess first, be wrong without harm, be helped, try again. One test a flow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import outline_in, standing_course
from tests.walks import on_screens, some_now
from tutor.figure import Figure, Mark, Role
from tutor.learner.store import Store
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.entry import Entry
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.option_rows import OptionRows
from tutor.ui.widgets.reader import Reader
from tutor.ui.widgets.readouts import Readouts, ResultTable
from tutor.ui.widgets.step_title import StepTitle

from .answers import record
from .conftest import OpenApp, Walk


def guesses_on_chart(walk: Walk) -> list[tuple[float, float]]:
    """Return where the learner's own marks stand on the chart."""
    drawing = walk.app.screen.query(Chart).first().drawing
    assert isinstance(drawing, Figure)
    return [(layer.x, layer.y) for layer in drawing.layers if isinstance(layer, Mark) and layer.role is Role.GUESS]


async def test_until_a_prediction_is_made_nothing_gives_the_answer_away(open_app: OpenApp) -> None:
    async with open_app(at=("line", "guess")) as walk:
        before = await walk.seen()
        assert "height ?" in before
        assert "6.0" not in before
        assert "── line" not in before
        assert walk.app.screen.query_one(LabPanel).controls.rows == ()


async def test_a_typed_guess_stays_on_the_chart_beside_the_truth(open_app: OpenApp) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to("enter answer")
        typed = await walk.seen(*"4")
        assert [(2.0, 4.0)] == guesses_on_chart(walk)
        assert "◆" in typed
        revealed = await walk.seen("enter")
        assert "It is 3·2 = 6." in revealed
        assert "── line" in revealed
        assert "height 6.0" in revealed
        assert [(2.0, 4.0)] == guesses_on_chart(walk)


async def test_a_guess_is_nudged_with_arrows_and_moves_on_the_chart(open_app: OpenApp) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to("enter answer")
        await walk.press("up")
        (first,) = guesses_on_chart(walk)
        await walk.press("up", "up")
        (higher,) = guesses_on_chart(walk)
        await walk.press("down")
        (between,) = guesses_on_chart(walk)
        assert first[1] < between[1] < higher[1]
        assert {2.0} == {first[0], higher[0], between[0]}
        await walk.press("enter")
        assert [between] == guesses_on_chart(walk)


async def test_what_is_typed_after_a_nudge_is_the_guess_and_no_more_of_the_last_one(open_app: OpenApp) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to_entry()
        await walk.press("up", "4")
        assert [(2.0, 4.0)] == guesses_on_chart(walk)
        # Whoever goes to its end mends it: 4.10 becomes 4.15.
        await walk.press("up", "end", "backspace", "5")
        assert [(2.0, 4.15)] == guesses_on_chart(walk)


@on_screens((120, 36), (100, 24), (80, 24), (60, 18))
async def test_after_a_guess_the_truth_is_on_screen_at_every_size(
    open_app: OpenApp, size: tuple[int, int], language: str
) -> None:
    async with open_app(at=("line", "guess"), size=size, language=language) as walk:
        await walk.tab_to_entry()
        screen = await walk.seen("4", "enter")
        assert_lab_is_seen(walk)
        assert ("You guessed 4. It is 6" if language == "en" else "예측: 4, 실제 값: 6") in " ".join(screen.split())


LESSONS = Path(__file__).parent.parent.parent / "lessons"
PREDICTED = [
    (lesson.id, step.id)
    for lesson in standing_course(LESSONS).lessons
    for step in lesson.steps
    if step.lab is not None and not step.lab.hidden and any(question.single_try for question in step.questions)
]
NOW = {("gradient-descent", "too-far"), ("perceptron", "bias-moves")}
"""Those that are tried now; all others in the long run."""


@pytest.mark.parametrize("size", [(80, 24), (60, 18)], ids=str)
@some_now("place", PREDICTED, NOW, ids="/".join)
async def test_after_a_guess_in_any_lesson_the_lab_is_on_screen_and_space_leaves_it_there(
    open_app: OpenApp, place: tuple[str, str], size: tuple[int, int]
) -> None:
    async with open_app(at=place, size=size, course=outline_in(LESSONS)) as walk:
        for _ in range(4):
            await walk.press("enter")
            if isinstance(walk.app.focused, Entry | OptionRows):
                break
        # As a number 15, of which nobody asks whether it is meant in percent; else the first option.
        await walk.press("1", "5", "enter")
        assert 1 == len(walk.app.session.store.attempts())
        assert_lab_is_seen(walk)
        step = walk.app.screen.query_one(StepTitle).title
        playable = "space play" in await walk.seen()
        await walk.press("space")
        assert step == walk.app.screen.query_one(StepTitle).title
        if playable:
            assert_lab_is_seen(walk)


def assert_lab_is_seen(walk: Walk) -> None:
    """Assert that every row of the lab's first drawing is on screen, or of its table where it has none."""
    reader = walk.app.screen.query_one(Reader)
    shown = next(
        one for one in (*reader.query(Chart), reader.query_one(ResultTable), reader.query_one(Readouts)) if one.display
    )
    if shown.region.height > reader.region.height:
        # Parts of a picture one above the other are more than a small screen holds: then it is full of them.
        assert reader.region.intersection(shown.region).height >= reader.region.height - 3, f"{shown.region}"
        return
    assert reader.region.contains_region(shown.region), f"{shown.region} in {reader.region}"


async def test_there_is_one_guess_and_it_is_still_there_after_a_restart(open_app: OpenApp) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to("enter answer")
        after = await walk.seen("4", "enter")
        assert "try again" not in after
    async with open_app() as walk:
        assert "It is 3·2 = 6." in await walk.seen()
        assert [(2.0, 4.0)] == guesses_on_chart(walk)


async def test_a_wrong_number_meets_its_own_explanation_then_help_then_the_right_answer(
    open_app: OpenApp, store: Store
) -> None:
    async with open_app(at=("line", "move")) as walk:
        fresh = await walk.tab_to("enter answer")
        assert "show the answer" not in fresh
        wrong = await walk.seen("1", "full_stop", "5", "enter")
        assert "That is k itself. Go two steps to the right." in wrong
        worked = await walk.seen("h")
        assert "1.5·2 = ___" in worked
        assert "Each step to the right goes up by k." not in worked
        hinted = await walk.seen("h")
        assert "Each step to the right goes up by k." in hinted
        assert "Add k to itself." not in hinted
        assert "Add k to itself." in await walk.seen("h")
        assert "[hint]" not in await walk.seen()
        right = await walk.seen("backspace", "backspace", "backspace", "3", "enter")
        assert "✓ Right." in right
        assert "Two steps of k: 1.5·2 = 3." in right
        assert "How high is it?" in await walk.seen("enter")
    kept = [(attempt.question, attempt.response, attempt.right, attempt.hints) for attempt in store.attempts("tour")]
    assert [("height-at", "1.5", False, 0), ("height-at", "3", True, 3)] == kept


async def test_the_answer_is_shown_only_after_an_honest_try(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("enter answer")
        assert "The answer is" not in await walk.seen("a")
        await walk.press("7", "enter")
        shown = await walk.seen("a")
        assert "The answer is 3" in shown
        assert "Two steps of k" in shown


async def test_trying_again_asks_with_other_numbers(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        assert "when k = 1.5?" in " ".join((await walk.seen()).split())
        await walk.tab_to("enter answer")
        await walk.press("3", "enter")
        await walk.tab_to("▸ [try again]")
        again = await walk.seen("enter")
        assert "k = 2.5?" in again
        assert "✓ Right." not in again
        await walk.tab_to("enter answer")
        assert "✓ Right." in await walk.seen("5", "enter")


async def test_what_is_no_answer_is_refused_kindly_and_costs_nothing(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("enter answer")
        refused = await walk.seen("1", "minus", "minus", "enter")
        assert "I cannot read that as a number." in refused
        assert () == store.attempts("tour")


async def test_each_wrong_option_says_why_and_a_digit_chooses_and_enter_answers(
    open_app: OpenApp, store: Store
) -> None:
    async with open_app(at=("line", "choose")) as walk:
        await walk.tab_to("▸ 1 ○")
        assert "Choose one of the options first." in await walk.seen("enter")
        chosen = await walk.seen("3")
        assert "▸ 3 ● eleven" in chosen
        assert "Only when written side by side." not in chosen
        # There is a way back: by a digit, by the arrows.
        assert "▸ 1 ● one" in await walk.seen("1")
        assert "▸ 2 ● two" in await walk.seen("down")
        assert "▸ 1 ● one" in await walk.seen("up")
        assert () == store.attempts("tour")
        wrong = await walk.seen("enter")
        assert "Then the other one was lost." in wrong
        assert "▸ 1 ✗ one" in wrong
        # What was wrong is not answered a second time by another Enter.
        assert 1 == len(store.attempts("tour"))
        await walk.press("enter")
        assert 1 == len(store.attempts("tour"))
        assert "Only when written side by side." in await walk.seen("3", "enter")
        assert "Two it is." in await walk.seen("2", "enter")
    assert [False, False, True] == [made.right for made in store.attempts("tour")]


async def test_enter_pressed_twice_is_no_second_miss_and_takes_nothing_back_that_was_said(
    open_app: OpenApp, store: Store
) -> None:
    async with open_app(at=("line", "choose")) as walk:
        await walk.tab_to("▸ 1 ○")
        await walk.press("1", "enter")
        assert "Then the other one was lost." in await walk.seen("enter")
        await walk.press("2", "enter")
        await walk.tab_to("▸ 1 □")
        await walk.press("3", "enter")
        assert "One more is even." in await walk.seen("enter")
    assert 3 == len(store.attempts("tour"))
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to_entry()
        wrong = await walk.seen("9", "enter")
        assert wrong == await walk.seen("enter", "enter")
        assert 4 == len(store.attempts("tour"))
        # Whoever types the same once more means it.
        await walk.press("9", "enter")
    assert 5 == len(store.attempts("tour"))


async def test_from_reading_on_enter_answers_nothing_that_was_not_chosen(open_app: OpenApp, store: Store) -> None:
    for step in ("move", "guess", "choose", "write", "set"):
        async with open_app(at=("line", step), size=(80, 24)) as walk:
            for _ in range(3):
                await walk.press("enter")
    # A setting may be checked as it stands, by its own button.
    assert {"make-steep"} >= {made.question for made in store.attempts("tour")}


async def test_several_options_are_ticked_and_answered_together(open_app: OpenApp) -> None:
    async with open_app(at=("line", "choose")) as walk:
        await walk.tab_to("▸ 1")
        await walk.press("2", "enter")
        await walk.tab_to("▸ 1 □")
        assert "Choose at least one of the options first." in await walk.seen("enter")
        assert "One more is even." in await walk.seen("3", "enter")
        assert "Five leaves one over." in await walk.seen("2", "1", "enter")
        answered = await walk.seen("2", "enter")
        assert "✓" in answered
        assert "Next: Write" in answered


async def test_an_order_is_put_right_item_by_item(open_app: OpenApp) -> None:
    async with open_app(at=("line", "write")) as walk:
        await walk.tab_to("▸ 1")
        wanted = ["one mouse", "two cats", "three cows"]

        async def order() -> list[str]:
            lines = (await walk.seen()).splitlines()
            return [item for line in lines for item in wanted if item in line]

        for place, item in enumerate(wanted):
            await walk.press(*["up"] * len(wanted))
            at = (await order()).index(item)
            await walk.press(*["down"] * at, *["shift+up"] * (at - place))
        assert wanted == await order()
        assert 0 == len(walk.app.session.store.attempts())
        assert "✓ Right." in await walk.seen("enter")


async def test_a_word_and_an_array_are_typed_with_all_their_letters(open_app: OpenApp) -> None:
    async with open_app(at=("line", "write")) as walk:
        await walk.tab_to_entry()
        assert "Where do both axes meet?" in await walk.seen(*"hello", "enter")
        await walk.press(*["backspace"] * 5)
        assert "✓ Right." in await walk.seen(*"Origin", "enter")
        await walk.tab_to_entry()
        assert 2 == (await walk.seen(*"[2, 4]") and await walk.seen("enter")).count("✓ Right.")


async def test_an_order_is_answered_only_once_something_was_moved(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "write")) as walk:
        await walk.tab_to("▸ 1")
        assert "Put every item in its place first." in await walk.seen("enter")
        assert () == store.attempts("tour")
        await walk.press("space", "down", "space", "enter")
    assert 1 == len(store.attempts("tour"))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_sliders_are_set_and_enter_answers_with_them_over_and_over(
    open_app: OpenApp, store: Store, size: tuple[int, int]
) -> None:
    async with open_app(at=("line", "set"), size=size) as walk:
        await walk.tab_to("▸ k")
        assert "enter continue" in await walk.seen()
        assert "enter check my setting" in await walk.seen("left")
        wrong = await walk.seen("enter")
        assert "Still nearly flat." in wrong
        # The hands are still on the slider, and one more Enter answers nothing twice.
        assert isinstance(walk.app.focused, Controls)
        before = len(store.attempts("tour"))
        again = await walk.seen(*["right"] * 4)
        assert "▸ k" in again
        assert "Steeper, but not yet steep." in await walk.seen("enter")
        assert before + 1 == len(store.attempts("tour"))
        await walk.press("left", "u", "h")
        assert isinstance(walk.app.focused, Controls)
    assert not any(made.right for made in store.attempts("tour"))


async def test_tab_goes_from_the_sliders_to_their_check_to_what_is_next(open_app: OpenApp) -> None:
    async with open_app(at=("line", "set")) as walk:
        await walk.tab_to("▸ k")
        await walk.press("left", "enter")
        assert "▸ [check my setting]" in await walk.seen("tab")
        assert "▸ → Next" in await walk.seen("tab")
        assert "▸ [check my setting]" in await walk.seen("shift+tab")
        assert "▸ k" in await walk.seen("shift+tab")


async def test_typing_replaces_what_was_answered_before(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to_entry()
        await walk.press("7", "enter", "8", "enter", "h", "9", "enter")
        await walk.press("shift+tab")
        await walk.tab_to_entry()
        assert "✓ Right." in await walk.seen("3", "enter")
    assert ["7", "8", "9", "3"] == [made.response for made in store.attempts("tour")]


async def test_what_was_wiped_out_does_not_come_back_with_a_hint(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to_entry()
        await walk.press("7", "enter", "backspace", "h", "3", "enter")
        assert "✓ Right." in await walk.seen()


async def test_where_a_word_is_typed_no_letter_is_offered_as_a_key(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "write"), size=(120, 40)) as walk:
        await walk.tab_to_entry()
        wrong = await walk.seen(*"halt", "enter")
        assert "[show the answer]" in wrong
        assert "[show the answer] a" not in wrong
        last = wrong.rstrip("\n").splitlines()[-1]
        assert not {" w ", " c ", " h ", " a ", " ? ", " l "} & {f" {word} " for word in last.split() if len(word) == 1}
    record(store, "missing-word")
    async with open_app() as walk:
        asked = await walk.seen("v")
        assert "[skip]" in asked
        assert "[skip] k" not in asked
        assert "[not this week] z" not in asked


async def test_a_setting_of_the_sliders_is_checked_where_they_stand(open_app: OpenApp) -> None:
    async with open_app(at=("line", "set")) as walk:
        await walk.tab_to("▸ [check my setting]")
        assert "Still nearly flat." in await walk.seen("enter")
        await walk.tab_to("▸ k")
        await walk.press(*["right"] * 4)
        await walk.tab_to("▸ [check my setting]")
        assert "Steeper, but not yet steep." in await walk.seen("enter")
        await walk.tab_to("▸ k")
        await walk.press("end")
        await walk.tab_to("▸ [check my setting]")
        assert "✓ Right." in await walk.seen("enter")
