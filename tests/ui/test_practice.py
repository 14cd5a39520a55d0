"""Practice from one cause: where it is offered, its questions, how it ends."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.trusted import outline_in, standing_course
from tests.walks import on_screens
from tutor.course.slips.causes import Cause
from tutor.learner.attempts import Attempt, During, random_uid
from tutor.learner.store import Store
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.progress import ProgressScreen
from tutor.ui.screens.sitting import SittingScreen

from .answers import DAY
from .conftest import LESSONS, NOON, OpenApp, Walk
from .test_snapshots import TextFile

SLIPPED = ("full-neuron", "next-weight", "one-cell")
SIZES = [(120, 36), (80, 24)]


@pytest.fixture
def slipped(store: Store) -> Store:
    """A record in which a sign was lost three times, today."""
    for lesson, _, question in standing_course(LESSONS).all_questions():
        if question.id in SLIPPED:
            asked = question.ask(0)
            for right in (False, True):
                response = question.right_response(asked) if right else "77"
                names = ("deep-learning", lesson.id, question.id, question.kind, question.revision)
                mistake = "" if right else "slip:sign"
                store.record(Attempt(random_uid(), *names, 0, response, right, NOON - DAY // 24, mistake=mistake))
    return store


async def answer(walk: Walk, *, right: bool) -> None:
    screen = walk.app.screen
    assert isinstance(screen, SittingScreen)
    assert screen.sitting.answering is not None and screen.sitting.answering.asking is not None
    asking = screen.sitting.answering.asking
    await walk.type(asking.question.right_response(asking.asked) if right else "77")
    await walk.press("enter")


@on_screens(*SIZES)
async def test_the_page_of_what_is_hard_leads_to_a_practice(
    open_app: OpenApp, snapshot: SnapshotAssertion, slipped: Store, size: tuple[int, int], language: str
) -> None:
    """Look for: one line under the causes, and Enter named in the last line; then what the practice is, and its end."""
    async with open_app(course=outline_in(LESSONS), size=size, language=language) as walk:
        await walk.press("g", "left")
        assert isinstance(walk.app.screen, ProgressScreen)
        screens = [await walk.seen(), await walk.seen("enter")]
        assert isinstance(walk.app.screen, SittingScreen)
        for _ in SLIPPED:
            await answer(walk, right=True)
            await walk.press("enter")
        screens.append(await walk.seen())
        await walk.press("enter")
        assert isinstance(walk.app.screen, HomeScreen)
        again = await walk.seen("g", "left", "enter")
        assert isinstance(walk.app.screen, ProgressScreen)
        assert ("Worth a short practice" if language == "en" else "짧게 연습") not in again
        assert snapshot(extension_class=TextFile) == "\n".join(screens)
    made = [(one.question, one.right) for one in slipped.attempts() if one.during is During.PRACTICE]
    assert sorted((name, True) for name in SLIPPED) == sorted(made)


async def test_a_review_that_is_over_leads_there_too(open_app: OpenApp, slipped: Store) -> None:
    async with open_app(course=outline_in(LESSONS)) as walk:
        end = await walk.seen("v")
        assert "Nothing is due today." in end
        assert "→ practise: a sign lost or turned" in end
        screen = await walk.seen("right", "enter")
        assert "Practice: a sign lost or turned" in screen
        assert "Questions: 3." in screen
        await walk.press("k", "k", "k", "enter")
        # Whoever skipped all of it has practised nothing.
        assert "→ practise: a sign lost or turned" in await walk.seen("v")
    assert not any(one.during is During.PRACTICE for one in slipped.attempts())


async def test_a_slip_that_comes_up_there_counts_anew(open_app: OpenApp, slipped: Store) -> None:
    async with open_app(course=outline_in(LESSONS)) as walk:
        await walk.press("v", "right", "enter")
        screen = walk.app.screen
        assert isinstance(screen, SittingScreen)
        for number in range(len(SLIPPED)):
            asking = screen.sitting.answering.asking if screen.sitting.answering is not None else None
            assert asking is not None
            if number:
                await answer(walk, right=True)
            else:
                right = float(asking.question.right_response(asking.asked))
                await walk.type(f"{-right:g}")
                assert "✗" in await walk.seen("enter")
                await walk.tab_to("▸ → Next question")
            await walk.press("enter")
        end = await walk.seen()
        assert "2 of 3 right at the first try." in end
        assert "The slip came up here too, times: 1." in end
    assert {f"practised:deep-learning:{Cause.SIGN}"} <= set(slipped.settings())


async def test_who_has_no_weak_spot_is_offered_nothing(open_app: OpenApp) -> None:
    async with open_app() as walk:
        assert "practise" not in await walk.seen("v")
        await walk.press("escape", "g", "left", "enter")
        assert isinstance(walk.app.screen, ProgressScreen)
