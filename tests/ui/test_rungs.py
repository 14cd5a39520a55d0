"""The full screen on the lower rungs: every cell of it, whatever lies on top, and what is chosen while it runs."""

from __future__ import annotations

import unicodedata

import pytest

from tests.console_font import PC
from tests.walks import some_now
from tutor.chart.palette import Maths, contrast
from tutor.course.outline import load_outline
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.render.rung import FRAMES, Colours, Rung, palette_of
from tutor.stand_ins import Marks
from tutor.ui.theme import _variables, textual_theme
from tutor.ui.widgets.controls import Controls

from .conftest import LESSONS, OpenApp, Walk

KNOWN = {"ascii": set(map(chr, range(0x20, 0x7F))), "blocks": PC}
COURSE = load_outline(LESSONS)
VISITS: dict[str, tuple[tuple[str, str] | None, tuple[str, ...]]] = {
    "the map": (None, ()),
    "the search": (None, ("slash", "c", "o")),
    "a formula": (("cost", "cost-of-all"), ()),
    "a sum": (("layers", "forward"), ()),
    "a program": (("cost", "write"), ("enter", "x")),
    "settings": (("cost", "two-apps"), ("s",)),
    "help": (("cost", "two-apps"), ("question_mark",)),
    "words": (("cost", "two-apps"), ("d",)),
    "progress": (("cost", "two-apps"), ("g",)),
    "the code": (("cost", "two-apps"), ("c",)),
    "commands": (("cost", "two-apps"), ("ctrl+p",)),
}


def unknown(screen: str, marks: Marks) -> set[str]:
    """Return the characters of a screen that the terminal has not; letters of a language are the text's own."""
    others = {*screen} - KNOWN[marks] - {"\n"}
    return {character for character in others if unicodedata.category(character) != "Lo"}


@some_now(
    ("marks", "colours", "language"),
    [("blocks", "8", "ko"), ("blocks", "8", "en"), ("ascii", "none", "en"), ("ascii", "none", "ko")],
    [("ascii", "none", "ko")],
)
async def test_no_cell_of_the_screen_holds_what_the_terminal_has_not(
    open_app: OpenApp, language: str, marks: Marks, colours: Colours
) -> None:
    opened = open_app(course=COURSE, language=language, marks=marks, maths="ascii", colours=colours, size=(80, 24))
    async with opened as walk:
        shown = set()
        for name, (at, keys) in VISITS.items():
            walk.app.go_to(StepPlace(*at) if at is not None else None)
            await walk.settled()
            screen = await walk.seen(*keys)
            assert set() == unknown(screen, marks), f"{name}:\n{screen}"
            shown.add(screen)
        assert len(VISITS) == len(shown)


def _colours_sent(walk: Walk) -> set[str]:
    """Return the kinds of the colours that are on the screen."""
    strips = walk.app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour is not None]
    return {colour.type.name for colour in colours}


async def test_what_is_chosen_in_the_settings_is_seen_at_once_and_remembered(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "move")) as walk:
        assert "┤" in await walk.seen()
        assert "TRUECOLOR" in _colours_sent(walk)
        # The language and the theme come first, then the colours, the marks, the mathematics and the motion.
        await walk.press("s", "down", "down", "left", "down", "left", "down", "left", "down", "left", "escape")
        screen = await walk.seen()
        assert set() == unknown(screen, "ascii"), screen
        assert {"DEFAULT"} >= _colours_sent(walk)
        wanted = {"colours": "none", "marks": "ascii", "maths": "ascii", "motion": "full"}
        assert wanted == {name: store.settings()[name] for name in wanted}
        await walk.press("s", "down", "down", "right", "down", "right", "escape")
        assert "┤" in await walk.seen()
        assert "TRUECOLOR" in _colours_sent(walk)
        assert "auto" == store.settings()["colours"]


@pytest.mark.parametrize(("maths", "formula"), [("unicode", "²"), ("ascii", "^2")])
async def test_mathematics_is_written_as_was_chosen(open_app: OpenApp, maths: Maths, formula: str) -> None:
    async with open_app(course=COURSE, at=("cost", "cost-of-all"), maths=maths) as walk:
        assert formula in await walk.seen()


async def test_an_empty_no_color_is_no_wish(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with open_app(at=("line", "move")) as walk:
        await walk.settled()
        assert "TRUECOLOR" in _colours_sent(walk)


async def test_without_motion_a_film_goes_to_its_end_at_once_and_back(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play")) as walk:
        walk.app.set_look(motion="none")
        await walk.tab_to("▸ frame")
        at_the_end = await walk.seen("space")
        assert "▶" not in at_the_end
        assert at_the_end == await walk.seen("end")
        at_the_start = await walk.seen("space")
        assert at_the_start == await walk.seen("home")


async def frames_of_film(walk: Walk, *, every: float) -> tuple[int, float, str]:
    """Play a film with a frame every so many seconds: return how many there were, how long it took, its last picture.

    Raises:
        AssertionError: another time is kept.
    """
    controls = walk.app.screen.query_one(Controls)
    await walk.press("space")
    began, count = walk.clock.now, 0
    while controls.playing:
        assert controls._timer is not None
        assert every == controls._timer._interval
        walk.clock.pass_seconds(every)
        controls._tick()
        count += 1
    return count, (walk.clock.now - began) / 1000, await walk.seen()


async def test_a_film_lasts_as_long_in_fewer_frames_and_ends_with_the_same_picture(
    open_app: OpenApp, store: Store
) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        ends = set()
        for frames in FRAMES:
            walk.app.set_look(frames=frames)
            count, seconds, end = await frames_of_film(walk, every=1 / int(frames))
            # Forty steps, ten a second; the clock counts whole milliseconds.
            assert 4 * int(frames) == pytest.approx(count, abs=2)
            assert 4.0 == pytest.approx(seconds, abs=0.1)
            ends.add(end)
        assert 1 == len(ends)
        assert "has walked 40 steps" in ends.pop()
        assert FRAMES[-1] == store.settings()["frames"]


async def test_while_a_film_plays_it_can_be_given_fewer_frames(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        controls = walk.app.screen.query_one(Controls)
        await walk.press("space")
        walk.app.set_look(frames="5")
        controls._tick()
        assert controls._timer is not None
        assert 1 / 5 == controls._timer._interval


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_text_of_a_theme_can_be_read_on_every_ground_that_it_stands_on(theme: str) -> None:
    palette = palette_of(theme, Rung())
    values = textual_theme(palette, theme).to_color_system().generate() | _variables(palette)
    pairs = [
        (text, ground)
        for text in ("foreground", "quiet", "primary", "secondary", "accent", "success", "warning", "error")
        for ground in ("background", "surface", "panel")
    ]
    pairs += [
        ("block-cursor-foreground", "block-cursor-background"),
        ("input-cursor-foreground", "input-cursor-background"),
    ]
    for text, ground in pairs:
        assert contrast(values[text], values[ground]) >= 4.5, (text, ground)
