"""What readouts and a result's table look like, as plain text."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from tutor.lab import Readout, Result, Table
from tutor.language import Text
from tutor.render.readouts import ReadoutPanel, changed_readouts, readout_lines
from tutor.render.table import table_lines
from tutor.working import given

from .lines import EN, look_in, text_of

RESULT = Result(
    {
        "cost": Readout.of(((given(1) + 4 + 9) / 3).to(".2f")),
        "slope": Readout(-2.333, Text(en="the slope", ko="기울기")),
        "hidden": Readout(1.0),
    },
    shows=("cost", "slope", "absent"),
    note=Text(en="The line is below all of the points.", ko="직선이 모든 점보다 아래에 있습니다."),
)


def drawn(panel: ReadoutPanel, width: int, language: str = "en") -> list[str]:
    return text_of(readout_lines(panel, width, look_in(language)))


def test_readouts_stand_side_by_side_and_go_on_below_where_there_is_no_room() -> None:
    # "cost 4.67" is 9 cells, "the slope −2.33" 15, and 3 between them.
    panel = ReadoutPanel(replace(RESULT, note=""))
    assert ["cost 4.67 · the slope −2.33"] == drawn(panel, 27)
    assert ["cost 4.67", "the slope −2.33"] == drawn(panel, 26)
    assert ["cost 4.67 · 기울기 −2.33"] == drawn(panel, 25, "ko")


def test_a_note_follows_broken_to_the_width() -> None:
    assert ["The line is below all of", "the points."] == drawn(ReadoutPanel(RESULT), 27)[1:]


def test_unfolded_each_stands_with_its_working_and_without_one_with_its_value() -> None:
    panel = ReadoutPanel(replace(RESULT, note=""), unfolded=True)
    assert ["cost = (1 + 4 + 9) / 3", "       = 4.67", "the slope = −2.33"] == drawn(panel, 23)


def test_what_is_still_to_be_guessed_is_not_told() -> None:
    assert ["cost ? · the slope ?"] == drawn(ReadoutPanel(RESULT, veiled=True), 27)
    assert ["cost ? · the slope ?"] == drawn(ReadoutPanel(RESULT, unfolded=True, veiled=True), 27)


def test_what_reads_differently_has_changed_and_stands_out() -> None:
    readouts = {**RESULT.readouts, "cost": Readout(4.672), "slope": Readout(-2.4), "hidden": Readout(2.0)}
    later = replace(RESULT, readouts=readouts)
    assert {"slope"} == changed_readouts(RESULT, later)
    assert not changed_readouts(None, later)
    (line,) = readout_lines(ReadoutPanel(replace(later, note=""), changed={"slope"}), 40, EN)
    assert ["−2.40"] == [part.text for part in line if part.style is not None and part.style.reverse]


TABLE = Table(
    ("x", "y", Text(en="which", ko="어느 것")),
    (("1", "-2.5", "first"), ("10", "3.0", "second")),
    lit_rows=frozenset({1}),
    footer=("11", "0.5", "sum"),
)


def test_numbers_of_a_table_line_up_at_the_right_and_words_at_the_left() -> None:
    assert [
        "  x     y  which",
        "  1  −2.5  first",
        "▸10   3.0  second",
        " ────────────────",
        " 11   0.5  sum",
    ] == text_of(table_lines(TABLE, 40, EN))


def test_columns_close_up_where_there_is_less_room() -> None:
    assert "  x    y which" == text_of(table_lines(TABLE, 15, EN))[0]


def test_a_row_that_is_lit_says_so_without_colour() -> None:
    _, first, second, *_ = table_lines(TABLE, 40, EN)
    bold = [all(part.style is not None and part.style.bold for part in row[1:]) for row in (first, second)]
    assert [False, True] == bold


def test_a_table_is_as_wide_in_korean_as_its_cells_take() -> None:
    header, *_ = text_of(table_lines(TABLE, 40, look_in("ko")))
    assert "  x     y  어느 것" == header
    assert 18 == cell_len(header)


def test_of_a_table_that_nobody_could_read_the_beginning_is_drawn_and_the_rest_is_counted() -> None:
    rows = tuple(tuple(f"{row}.{column}" for column in range(100)) for row in range(1_000))
    table = Table(tuple(f"c{column}" for column in range(100)), rows, footer=("sum",) * 100)
    lines = text_of(table_lines(table, 80, EN))
    # A header, sixty rows, what is left out, a rule and the footer.
    assert 1 + 60 + 1 + 1 + 1 == len(lines)
    assert "59.29" in lines[60]
    assert "… and 940 more rows" == lines[61].strip()
    assert not any(".30" in line for line in lines)
