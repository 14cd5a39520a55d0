"""A canvas of arrays shows what cells written one by one would, and is read out in few pieces."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tutor.chart.canvas import Canvas

WIDTH, HEIGHT = 9, 3
STYLES = (Style(), Style(color="red"), Style(bgcolor="blue"), Style(color="red", bgcolor="green"), Style(reverse=True))
TEXTS = st.text(st.sampled_from(" ab─⠿가힣e\u0301"), min_size=1, max_size=6)
PUTS = st.lists(st.tuples(st.integers(-2, WIDTH), st.integers(-1, HEIGHT), TEXTS, st.sampled_from(STYLES)), max_size=12)

Cell = tuple[str, Style]


def one_by_one(puts: list[tuple[int, int, str, Style]]) -> list[list[Cell]]:
    """Return the cells after all was written, "" in the right half of a wide character: character by character."""
    cells: list[list[Cell]] = [[(" ", STYLES[0])] * WIDTH for _ in range(HEIGHT)]

    def write(x: int, row: list[Cell], text: str, style: Style) -> None:
        for at, beside in ((x, x - 1), (x + 1, x + 1)):
            if at < WIDTH and row[at][0] == "":
                row[beside] = " ", row[beside][1]
        ground = row[x][1].bgcolor
        row[x] = text, style if style.bgcolor or not ground else Style(bgcolor=ground) + style

    for x, y, text, style in puts:
        row = cells[y] if 0 <= y < HEIGHT else [(" ", STYLES[0])] * WIDTH
        for character in text:
            size = cell_len(character)
            if not size and 0 < x <= WIDTH and row[x - 1][0]:
                row[x - 1] = row[x - 1][0] + character, row[x - 1][1]
            if size and x >= 0 and x + size <= WIDTH:
                write(x, row, character, style)
                if size == 2:
                    write(x + 1, row, " ", style)
                    row[x + 1] = "", row[x + 1][1]
            x += size
    return cells


def seen(character: str, style: Style) -> tuple[object, ...]:
    """Return what is seen of a cell: of a blank no ink."""
    return (character, style) if character != " " else (" ", style.bgcolor, style.reverse)


@given(PUTS)
def test_what_is_written_stands_as_if_written_one_by_one(puts: list[tuple[int, int, str, Style]]) -> None:
    canvas = Canvas(WIDTH, HEIGHT)
    for x, y, text, style in puts:
        canvas.put(x, y, text, style)
    for line, row in zip(canvas.lines(), one_by_one(puts), strict=True):
        shown = [seen(one, style) for text, style in row if text for one in text]
        assert shown == [seen(one, style or STYLES[0]) for text, style, _ in line for one in text]
        assert WIDTH == sum(cell_len(text) for text, _, _ in line)


@given(PUTS, st.integers(0, 2**32 - 1))
def test_thousands_of_cells_at_once_are_the_same_cells_one_by_one(
    puts: list[tuple[int, int, str, Style]], seed: int
) -> None:
    chance = np.random.default_rng(seed)
    at_once, singly = Canvas(WIDTH, HEIGHT), Canvas(WIDTH, HEIGHT)
    for x, y, text, style in puts:
        at_once.put(x, y, text, style)
        singly.put(x, y, text, style)
    style, (x, y) = STYLES[chance.integers(len(STYLES))], chance.integers(-2, 3, 2).tolist()
    codes = np.where(chance.random((HEIGHT, WIDTH)) < 0.4, 0x2801 + chance.integers(0, 255, (HEIGHT, WIDTH)), 0)
    at_once.block(x, y, codes, style)
    for down, across in np.argwhere(codes).tolist():
        if x + across >= 0:
            singly.put(x + across, y + down, chr(codes[down, across]), style)
    assert singly.lines() == at_once.lines()


def test_blanks_go_with_what_stands_beside_them() -> None:
    red, green = Style(color="red"), Style(color="green")
    canvas = Canvas(8, 1)
    canvas.put(1, 0, "a", red)
    canvas.put(3, 0, "b", red)
    canvas.put(6, 0, "c", green)
    assert [(" a b  ", red), ("c ", green)] == [(text, style) for text, style, _ in canvas.lines()[0]]
