"""Search hits, settings, code, findings, and the message of a terminal that is too small."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from rich.cells import cell_len

from tutor.chart.palette import DARK, LIGHT, MONOCHROME, Palette
from tutor.course.finding import Finding, Place
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Text
from tutor.nn import losses
from tutor.render.findings import finding_lines
from tutor.render.look import Look
from tutor.render.search import ROWS, hit_lines
from tutor.render.settings import Setting, setting_lines
from tutor.render.source import source_lines, source_of, sources_of
from tutor.render.too_small import too_small_lines
from tutor.session.search import Hit, Kind, Passage, hit_of

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

TEXT = "The cost is the mean of the squared errors, and it is least where the line lies nearest to the points."
COST = Passage(Kind.STEP, "cost", "points", "8 · Three points, one line", TEXT)
NOTE = Passage(Kind.NOTE, "cost", "points", "8 · 점 셋, 직선 하나", "비용은 오차를 제곱해 평균을 낸 것, " * 4)


# -- search -----------------------------------------------------------------------------------------------------------


def test_a_hit_says_where_it_leads_and_what_stands_around_what_was_found() -> None:
    assert [
        "▸   8 · Three points, one line",
        "    …is the mean of the squared errors,…",
        "  ✎ 8 · 점 셋, 직선 하나",
        "    비용은 오차를 제곱해 평균을 낸 것, …",
    ] == text_of(hit_lines((hit_of(COST, ["squared"]), hit_of(NOTE)), 0, 40, EN))


def test_what_was_found_stands_out_without_colour() -> None:
    _, snippet = hit_lines((hit_of(COST, ["squared"]),), 0, 72, EN)
    assert ["squared"] == [part.text for part in snippet if part.style is not None and part.style.underline]


@every_width
@pytest.mark.parametrize("word", ["오차를", "평균을", "낸"])
def test_every_hit_takes_its_lines_and_what_was_found_is_seen_whole(width: int, word: str) -> None:
    hits = (hit_of(NOTE, [word]), hit_of(COST), Hit(COST, "가" * 30, word, "나" * 90))
    lines = hit_lines(hits, 1, width, KO)
    assert ROWS * len(hits) == len(lines)
    assert_fits(lines, width)
    assert word in text_of(lines)[1]
    assert word in text_of(lines)[5]


# -- settings ---------------------------------------------------------------------------------------------------------

SETTINGS = (
    Setting("language", Text(en="language", ko="언어"), {"en": Text(en="English"), "ko": Text(en="한국어")}),
    Setting("motion", Text(en="motion", ko="움직임"), {"on": Text(en="on", ko="켬"), "off": Text(en="off", ko="끔")}),
)


def test_a_setting_shows_what_it_can_be_and_what_it_is() -> None:
    lines = setting_lines(SETTINGS, {"language": "ko", "motion": "on"}, 1, 60, KO)
    assert ["  1 언어     ○ English   ● 한국어", "", "▸ 2 움직임   ● 켬   ○ 끔"] == text_of(lines)
    assert_fits(lines, 40)


# -- code -------------------------------------------------------------------------------------------------------------


@lab(W=Slider(1.0, low=0, high=2, step=0.5), reads=(losses.mean_squared_error,))
def a_lab(W: float) -> Result:
    """A lab that reads a function of the mathematics."""
    return Result({"W": Readout(W)})


def test_the_mathematics_is_read_before_the_lab() -> None:
    assert ["mean_squared_error", "a_lab"] == [source.name for source in sources_of(a_lab)]
    assert source_of(losses.mean_squared_error) in Path(losses.__file__).read_text(encoding="utf-8")


def test_a_source_stands_at_the_left_edge() -> None:
    class Inner:
        def method(self) -> int:
            return 1

    assert source_of(Inner.method).startswith("def method")
    assert inspect.getsource(Inner.method).startswith("        def")


@every_width
@pytest.mark.parametrize("palette", [DARK, LIGHT, MONOCHROME], ids=["dark", "light", "no colours"])
def test_code_is_whole_at_every_width_and_without_colours_where_none_are_wanted(width: int, palette: Palette) -> None:
    source = source_of(losses.mean_squared_error)
    lines = source_lines(source, width, Look(palette, "en"))
    assert_fits(lines, width)
    assert "".join(source.split()) == "".join("".join(text_of(lines)).split())
    colours = {part.style.color for line in lines for part in line if part.style is not None}
    assert (colours <= {None}) is (palette is MONOCHROME)


# -- findings ---------------------------------------------------------------------------------------------------------

FOUND = (
    Finding(
        Place("08-the-cost-function/lesson.en.md", 12, 4),
        Text(
            en="There is no readout 'csot'. Did you mean 'cost'?", ko="'csot'라는 측정값이 없습니다. 혹시 'cost'인가요?"
        ),
    ),
    Finding(Place("course.yaml", 3), Text(en="It says nothing.", ko="빈 파일입니다."), severe=False),
)


@every_width
@every_language
def test_each_finding_has_its_place_its_words_and_a_mark_of_how_bad_it_is(width: int, language: str) -> None:
    lines = finding_lines(FOUND, width, look_in(language))
    assert_fits(lines, width, *(finding.words(language) for finding in FOUND))
    shown = text_of(lines)
    assert shown[0].startswith("✗ 08-the-cost-function/lesson.en.md:12")
    assert "· course.yaml:3:1" in shown


# -- too small --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [(59, 17), (40, 10), (20, 5), (8, 3), (1, 1), (3, 0)])
@every_language
def test_what_is_too_small_says_the_size_it_has_and_needs_as_far_as_there_is_room(
    room: tuple[int, int], language: str
) -> None:
    lines = text_of(too_small_lines(room, (60, 18), room, look_in(language)))
    assert len(lines) <= max(room[1], 1)
    assert all(cell_len(line) <= max(room[0], 2) for line in lines)
    if room[0] >= 20:
        words = " ".join(" ".join(lines).split())
        assert f"{room[0]}×{room[1]}" in words
        assert "60×18" in words


def test_the_message_stands_in_the_middle() -> None:
    lines = text_of(too_small_lines((59, 17), (60, 18), (59, 17), EN))
    above = next(number for number, line in enumerate(lines) if line)
    assert abs(above - (17 - len(lines))) <= 1
    left = [len(line) - len(line.lstrip()) for line in lines if line]
    assert all(
        abs(2 * indent + cell_len(line.strip()) - 59) <= 1 for indent, line in zip(left, lines[above:], strict=True)
    )
