"""What stands for a character: in ASCII, and in the font of a PC's console."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.chart.palette import MARKS
from tutor.stand_ins import SAMPLES, Marks, shown_in

PC = {
    *bytes(range(0x20, 0x7F)).decode("ascii"),
    *bytes(range(0x80, 0xFF)).decode("cp437"),
    *"☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼",
    # The kernel's table shows these with the glyphs of ♦, ► and ◄.
    *"◆▶◀",
}
"""Code page 437 as Python knows it, with what it shows of control characters."""
DRAWN = "".join(
    map(chr, (*range(0x2190, 0x2200), *range(0x2300, 0x23B0), *range(0x2500, 0x2600), *range(0x2800, 0x2900)))
)


@pytest.mark.parametrize("character", sorted(set("".join(MARKS.values()) + "○◐▸◂✗✕□■▲▼◇◉⚑✎‹›…·−⎡⎛⎨╱▎▏▒⇧⌫")))
def test_a_mark_is_shown_in_what_there_is_in_as_many_cells(character: str) -> None:
    assert shown_in(character, "ascii").isascii()
    assert shown_in(character, "blocks") in PC
    assert character == shown_in(character, "braille")
    assert "A" != unicodedata.east_asian_width(shown_in(character, "dots"))
    for marks in ("ascii", "blocks", "dots"):
        assert 1 == len(shown_in(character, marks))


@pytest.mark.parametrize("marks", ["blocks", "dots", "ascii"])
def test_the_marks_of_the_roles_and_of_options_stay_apart(marks: Marks) -> None:
    assert len(set(MARKS.values())) == len({shown_in(mark, marks) for mark in MARKS.values()})
    for together in ("●○◐", "●○◆", "■□", "✓✗◆", "▲■●", "━─", "╌┈─", "▸●"):
        assert len(together) == len({shown_in(mark, marks) for mark in together}), together


@pytest.mark.parametrize("marks", ["blocks", "ascii"])
def test_what_is_drawn_keeps_its_cells_and_letters_stay_letters(marks: Marks) -> None:
    known = PC if marks == "blocks" else set(map(chr, range(0x20, 0x7F)))
    assert set(shown_in(DRAWN, marks)) <= known
    for text in ("비용 함수", "Überraschung", "코스트(cost)"):
        assert text == shown_in(text, marks)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Cf"]), max_size=20),
    st.sampled_from(["blocks", "dots", "ascii"]),
)
def test_a_text_is_as_wide_as_before(text: str, marks: Marks) -> None:
    alone = [character for character in text if cell_len(character) > 0]
    assert [cell_len(character) for character in alone] == [cell_len(shown_in(character, marks)) for character in alone]


@pytest.mark.parametrize("cell", ["⠿", "⣀", "✓", "▸", "가", "한"])
def test_what_unicode_gives_a_width_is_drawn_where_the_others_take_two_cells(cell: str) -> None:
    assert cell == shown_in(cell, "dots")


@pytest.mark.parametrize(
    ("kept", "drawn", "typed"),
    [
        ("─", "│┤└─", "●█→α×"),
        ("█", "▀▄█", "─●"),
        ("→", "←→↑↓", "─●"),
        ("α", "ασΣ", "×●"),
        ("×", "×·²±", "…√"),
        ("●", "●○◆", "─█"),
    ],
)
def test_of_each_group_that_is_drawn_in_one_cell_all_are_kept(kept: str, drawn: str, typed: str) -> None:
    assert drawn == shown_in(drawn, "dots", kept)
    assert shown_in(typed, "dots", kept).isascii()
    assert all(unicodedata.east_asian_width(one) == "A" for one in drawn + typed + "".join(SAMPLES[:-1]))


def dots(*rows: str) -> str:
    """Return the cell of braille with these dots, drawn as "x." from the top row down."""
    # ISO/TR 11548-1: dots 1, 2, 3 and 7 down the left, 4, 5, 6 and 8 down the right.
    left, right = (0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80)
    code = sum(left[y] * (row[0] == "x") + right[y] * (row[1] == "x") for y, row in enumerate(rows))
    return chr(0x2800 + code)


@pytest.mark.parametrize(
    ("cell", "typed", "block"),
    [
        (dots("..", "..", "..", ".."), " ", " "),
        (dots("..", "..", "..", "xx"), "_", "▄"),
        (dots("..", "xx", "..", ".."), "-", "▀"),
        (dots("xx", "..", "..", ".."), '"', "▀"),
        (dots("x.", "x.", "x.", "x."), "|", "▌"),
        (dots(".x", ".x", ".x", ".x"), "|", "▐"),
        (dots(".x", ".x", "x.", "x."), "/", None),
        (dots("x.", "x.", ".x", ".x"), "\\", None),
        (dots("..", "..", "..", "x."), ".", "▄"),
        (dots("x.", "..", "..", ".."), "'", "▀"),
        (dots("xx", "xx", "xx", "xx"), "#", "█"),
    ],
)
def test_a_piece_of_a_curve_keeps_its_place_and_its_slope(cell: str, typed: str, block: str | None) -> None:
    assert typed == shown_in(cell, "ascii")
    if block is not None:
        assert block == shown_in(cell, "blocks")


def test_no_dot_is_lost() -> None:
    for marks in ("ascii", "blocks"):
        assert " " not in {shown_in(chr(code), marks) for code in range(0x2801, 0x2900)}  # type: ignore[arg-type]
