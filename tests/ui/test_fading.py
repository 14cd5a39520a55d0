"""Help on screen: the working with a gap for a beginner, nothing unasked for whoever can, a part by itself."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from tests.trusted import outline_in
from tests.walks import on_screens
from tutor.learner.store import Store
from tutor.ui.widgets.entry import Entry

from .answers import record
from .conftest import LESSONS, OpenApp
from .test_snapshots import TextFile


def first_question(screen: str) -> str:
    """Return what a screen shows of the first question: how far it scrolls to it depends on the machine."""
    lines = [line.partition("│")[0].rstrip(" ▁▂▃▄▅▆▇") for line in screen.splitlines()]
    starts = [number for number, line in enumerate(lines) if line.startswith("  ? ")]
    return "\n".join(lines[starts[0] : starts[1]])


SIZES = [(120, 36), (80, 24)]


async def test_what_is_offered_follows_from_what_was_shown(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "move")) as walk:
        assert "[working with a gap] h" in await walk.seen()
    record(store, "height-at")
    async with open_app() as walk:
        assert "[hint] h" in await walk.seen("v")
    record(store, "height-at", days_ago=29)
    async with open_app() as walk:
        screen = await walk.seen("v")
        assert "[hint]" not in screen
        assert "working with a gap" not in screen
        # It is there for the asking, and in the row after a miss.
        assert "Each step to the right goes up by k." in await walk.seen("h")
        assert "[hint] h" in await walk.seen("9", "enter")


async def test_help_is_reached_without_a_letter(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ [working with a gap]")
        assert "1.5·2 = ___" in await walk.seen("enter")
        assert "[hint] h" in await walk.seen()


@on_screens(*SIZES)
async def test_a_part_by_itself_and_the_way_back(
    open_app: OpenApp, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    """Look for: one line says that a part may help; the part with its gap; then the whole with the part filled in."""
    place = ("perceptron", "quiz")
    async with open_app(at=place, course=outline_in(LESSONS), size=size, language=language) as walk:
        await walk.tab_to_entry()
        await walk.press("1", "full_stop", "2", "enter", "1", "full_stop", "2", "enter", "r")
        await walk.tab_to_entry()
        screens = [await walk.seen(), await walk.seen("h")]
        await walk.press("minus", "3", "enter")
        screens.append(await walk.seen())
        # What was typed for the part is replaced by what is typed for the whole.
        assert isinstance(walk.app.focused, Entry)
        await walk.press("minus", "2", "full_stop", "0", "5")
        assert "-2.05" == walk.app.focused.value
        screens.append(await walk.seen("enter"))
        assert "✓" in screens[-1]
        assert snapshot(extension_class=TextFile) == "\n".join(map(first_question, screens))
