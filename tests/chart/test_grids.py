"""How products, stretched arrays and turned letters look, as text. Each test says what a person should look for."""

from __future__ import annotations

import numpy as np
import pytest
from rich.segment import Segment

from tutor.chart.drawing import draw, natural_size
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.figure import Polygon, Polygons, Product, Role, Stretch
from tutor.language import Text

ALT = Text(en="What is seen.", ko="보이는 것입니다.")
X = np.array([[1.0, 2.0, 0.0], [3.0, 1.0, 2.0]])
W = np.array([[4.0, 2.0, 3.0, 1.0], [1.0, 2.0, 5.0, 1.0], [1.0, 2.0, 2.0, 5.0]])
PALETTES = pytest.mark.parametrize("palette", [DARK, DARK_16, MONOCHROME])


def lines_of(drawing: Product | Stretch | Polygons, width: int, height: int, palette: Palette = DARK) -> list[str]:
    return ["".join(part.text for part in line).rstrip() for line in draw(drawing, width, height, palette, "en")]


def reversed_texts(drawn: list[list[Segment]]) -> list[str]:
    return [
        part.text.strip()
        for line in drawn
        for part in line
        if part.style is not None and part.style.reverse and part.text.strip()
    ]


def product(terms: int = 2) -> Product:
    known = frozenset({(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1)})
    shops = tuple(f"shop {at}" for at in range(1, 5))
    return Product(X, W, ALT, ("X", "W", "Y"), (1, 2), terms, known, "so far: 14", ("Ann", "Ben"), shops)


def misfit() -> Product:
    return Product(np.ones((2, 2)), np.full((3, 2), 7.0), ALT, meeting=(0, 1))


def test_a_row_runs_right_a_column_runs_down_and_their_cell_fills() -> None:
    """The row of Ben is pointed right, the column of shop 3 down; the corner has two of the three products."""
    assert [
        "                                   shop 1  shop 2  shop 3  shop 4",
        "                                  ┌───────┬───────┬───────┬───────┐",
        "                    3 · 3 =  9    │   4   │   2   │   3   │   1   │  W (3, 4)",
        "                                  ├───────┼───────┼───────┼───────┤",
        "                    1 · 5 =  5    │   1   │   2   │   5   │   1   │",
        "                                  ├───────┼───────┼───────┼───────┤",
        "                                  │   1   │   2   │   2   │   5   │",
        "                                  └───────┴───────┴───────┴───────┘",
        "                      X (2, 3)                        ▼",
        "     ┌───────┬───────┬───────┐    ┌───────┬───────┬───────┬───────┐",
        " Ann │   1   │   2   │   0   │    │   6   │   6   │  13   │   3   │  Y (2, 4)",
        "     ├───────┼───────┼───────┤    ├───────┼───────┼───────┼───────┤",
        " Ben │   3   │   1   │   2   │━━━▶│  15   │  12   │  14   │   ·   │",
        "     └───────┴───────┴───────┘    └───────┴───────┴───────┴───────┘",
        "                                  so far: 14",
    ] == lines_of(product(), 78, 15)


def test_a_wide_stage_has_higher_cells_and_holds_most_of_its_rows() -> None:
    lines = lines_of(product(), 118, 24)
    assert len([line for line in lines if line]) >= 20
    assert max(map(len, lines)) >= 90


@PALETTES
def test_what_meets_stands_out_in_every_palette(palette: Palette) -> None:
    """The newest pair of numbers and the cell they go into are reversed; a finished cell is not."""
    assert ["5", "1", "14"] == reversed_texts(draw(product(), 78, 15, palette, "en"))


def test_what_finds_no_partner_is_marked_and_nothing_comes_out() -> None:
    lines = lines_of(misfit(), 78, 15)
    assert 1 == sum("? · 7  ✗" in line for line in lines)
    assert 4 == sum(line.count("    ?    ") for line in lines if "┆" in line)
    veiled = lines_of(
        Product(np.ones((2, 2)), np.full((3, 2), 7.0), ALT, meeting=(0, 1), reveals=True).veiled(), 78, 15
    )
    assert not any("✗" in line or "┆" in line for line in veiled)


def test_a_small_screen_has_brackets_and_on_a_smaller_one_the_matrices_stand_in_lines() -> None:
    assert any("Ben ⎣" in line for line in lines_of(product(), 78, 10))
    assert any("Ann │ 1  │" in line for line in lines_of(product(), 55, 20)), "without the names of the shops"
    assert any(line.startswith("=  ⎡  6   6  13  3 ⎤") for line in lines_of(product(), 40, 14))
    assert ["3", "3  1  2", "5", "2", "18"] == reversed_texts(draw(product(3), 40, 14, MONOCHROME, "en"))


def test_nothing_moves_while_a_shape_changes_inside_its_room() -> None:
    def edges(rows: int) -> set[int]:
        note = "a sentence " * 4 * rows
        kept = Product(np.ones((rows, 2)), np.ones((2, 3)), ALT, meeting=(0, 0), terms=2, note=note, room=(4, 4, 4))
        lines = lines_of(kept, 118, 24)
        return {lines[at].index("━") for at in range(24) if "━" in lines[at]} | {
            100 + at for at in range(24) if "━" in lines[at]
        }

    assert edges(1) == edges(2) == edges(4)


def stretched(**values: object) -> Stretch:
    given: dict[str, object] = {"copies": 3, "added": True, "note": "there", "room": (4, 4), **values}
    return Stretch(np.arange(1.0, 5)[:, None], np.array([10.0, 20.0, 30.0]), ALT, **given)  # type: ignore[arg-type]


def test_ghosts_have_broken_lines_and_the_shapes_lie_over_each_other_from_the_right() -> None:
    """Only the first column of A and the first row of B have whole lines; a length that is missing is (1)."""
    assert [
        "      A  (4, 1)     4   (1)    there",
        "      B  (3,)      (1)   3",
        "  ─────────────────────────",
        "  A + B  (4, 3)     4    3",
        "",
        "  A  (4, 1)                 B  (3,)                   A + B  (4, 3)",
        "  ┌────┬╌╌╌╌┬╌╌╌╌┐          ┌────┬────┬────┐          ┌────┬────┬────┐",
        "  │ 1  │ 1  ┆ 1  ┆          │ 10 │ 20 │ 30 │          │ 11 │ 21 │ 31 │",
        "  ├────┼╌╌╌╌┼╌╌╌╌┤          ├────┼────┼────┤          ├────┼────┼────┤",
        "  │ 2  │ 2  ┆ 2  ┆          ┆ 10 ┆ 20 ┆ 30 ┆          │ 12 │ 22 │ 32 │",
        "  ├────┼╌╌╌╌┼╌╌╌╌┤       +  ├╌╌╌╌┼╌╌╌╌┼╌╌╌╌┤       =  ├────┼────┼────┤",
        "  │ 3  │ 3  ┆ 3  ┆          ┆ 10 ┆ 20 ┆ 30 ┆          │ 13 │ 23 │ 33 │",
        "  ├────┼╌╌╌╌┼╌╌╌╌┤          ├╌╌╌╌┼╌╌╌╌┼╌╌╌╌┤          ├────┼────┼────┤",
        "  │ 4  │ 4  ┆ 4  ┆          ┆ 10 ┆ 20 ┆ 30 ┆          │ 14 │ 24 │ 34 │",
        "  └────┴╌╌╌╌┴╌╌╌╌┘          └╌╌╌╌┴╌╌╌╌┴╌╌╌╌┘          └────┴────┴────┘",
    ] == lines_of(stretched(), 78, 15)


@PALETTES
def test_without_rules_a_copy_is_in_brackets_in_every_palette(palette: Palette) -> None:
    lines = lines_of(stretched(), 78, 10, palette)
    assert any("⎡ 1   (1)  (1) ⎤" in line and "⎡ 10   20   30 ⎤" in line for line in lines)
    assert any("⎢ 2   (2)  (2) ⎥" in line and "⎢(10) (20) (30)⎥" in line for line in lines)


def test_copies_come_one_after_the_other_and_nothing_else_moves() -> None:
    counts = [sum(line.count("╌╌╌╌") for line in lines_of(stretched(copies=n, added=False), 78, 15)) for n in range(4)]
    assert counts == sorted(set(counts))
    assert lines_of(stretched(copies=0, added=False), 78, 15)[5].startswith("  A  (4, 1)                 B  (3,)")


def test_at_its_best_an_array_has_one_row_inside_each_cell() -> None:
    """Four rows of the shapes, an empty one, the names; then 4 rows of numbers between 5 rules."""
    pair = stretched()
    assert (78, 4 + 1 + 1 + 9) == natural_size(pair, 78, "en")
    lines = lines_of(pair, 78, 15)
    assert lines[0] and lines[-1]


def test_shapes_that_do_not_fit_are_marked_at_the_lengths_that_quarrel() -> None:
    pair = Stretch(np.ones((4, 2)), np.array([10.0, 20.0, 30.0]), ALT, copies=1, note="no")
    lines = lines_of(pair, 78, 15)
    assert "A + B  ✗          4    ✗" in [line.strip() for line in lines]
    assert not any("╌" in line for line in lines)
    drawn = [part for line in draw(pair, 78, 15, DARK, "en") for part in line]
    quarrelling = [part.style for part in drawn if part.text.strip() in ("✗", "A + B  ✗")]
    assert len(quarrelling) > 2 and {DARK.style(Role.LOSS, bold=True)} == set(quarrelling)


SQUARE = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


@pytest.mark.parametrize("size", [(118, 24), (78, 15), (52, 9)])
def test_a_square_is_as_high_as_it_is_wide(size: tuple[int, int]) -> None:
    """A cell is half as wide as it is high: a square takes twice as many columns as rows, to a cell."""
    square = Polygon(*SQUARE.T, "one")
    pair = Polygons((square, Polygon(*SQUARE.T, "two", "below")), ALT, reach=1.5)
    lines = lines_of(pair, *size)
    full = [line.count("⣿") for line in lines]
    rows = sum(count > 0 for count in full)
    assert abs(max(full) / 2 - 2 * rows) <= 2.5
    assert "one" in lines[0]
    assert "below" in lines[-1]


@pytest.mark.parametrize("size", [(60, 3), (9, 20)])
def test_where_shapes_would_be_too_low_or_too_narrow_their_sentence_stands(size: tuple[int, int]) -> None:
    pair = Polygons((Polygon(*SQUARE.T, "one"), Polygon(*SQUARE.T, "two")), ALT, reach=1.5)
    said = " ".join(line.strip() for line in lines_of(pair, *size)).split()
    assert ["What", "is", "seen."] == said
