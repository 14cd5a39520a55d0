"""The rows of a widget are those that Textual makes, and made once."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.app import App, ComposeResult

from tutor.ui.terminal.rows import GroundRows, PaddedRows
from tutor.ui.widgets.lines import Lines
from tutor.ui.widgets.stack import Stack

STYLES = [
    "",
    "padding: 0 1;",
    "padding: 1 2 0 3; background: red;",
    "padding-right: 2; height: 9;",
    "border-left: solid blue; padding: 0 1;",
    "border-top: solid blue; height: 8;",
    "border: round green; height: 7;",
    "outline: solid green;",
    "padding: 1; opacity: 50%; background: #402040;",
    "text-opacity: 40%;",
    "hatch: cross green;",
    "tint: blue 30%;",
]


class Words(Lines):
    """Five lines, one of them wide."""

    def lines(self, width: int, height: int) -> list[list[Segment]]:  # noqa: ARG002
        return [[Segment(f"가{y} word " * y, Style(bold=y == 2))] for y in range(5)]


class Column(App[None]):
    """Words in a column, both with the same styles."""

    def __init__(self, style: str) -> None:
        self.CSS = f"Words, Stack {{ {style} }}\nWords {{ width: 30; }}"
        super().__init__()

    def compose(self) -> ComposeResult:
        with Stack():
            yield Words()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the rows that Textual makes, by what they are made for."""
    found: Counter[str] = Counter()
    make = StylesCache.render_line

    def counting(self: StylesCache, *given: Any) -> Any:
        found[type(self).__name__] += 1
        return make(self, *given)

    monkeypatch.setattr(StylesCache, "render_line", counting)
    return found


@pytest.mark.parametrize("style", STYLES)
async def test_rows_are_those_that_textual_makes(style: str) -> None:
    app = Column(style)
    async with app.run_test(size=(40, 16)):
        for widget, ours in ((app.query_one(Words), PaddedRows), (app.query_one(Stack), GroundRows)):
            assert isinstance(widget._styles_cache, ours)
            crop = widget.size.region if style == "" else widget.outer_size.region
            usual, rows = StylesCache().render_widget(widget, crop), ours().render_widget(widget, crop)
            assert len(usual) == crop.height > 4
            assert [list(strip) for strip in usual] == [list(strip) for strip in rows]
            assert [strip.cell_length for strip in usual] == [strip.cell_length for strip in rows]


async def test_a_line_with_nothing_but_padding_is_a_row_as_it_is(made: Counter[str]) -> None:
    app = Column("padding: 1 2;")
    async with app.run_test(size=(40, 16)):
        words = app.query_one(Words)
        made.clear()
        assert len(PaddedRows().render_widget(words, words.outer_size.region)) == 7
        # The padding above and below.
        assert made == {"PaddedRows": 2}


async def test_the_rows_of_an_empty_ground_are_made_once(made: Counter[str]) -> None:
    app = Column("border-left: solid blue; height: 16;")
    async with app.run_test(size=(40, 16)):
        stack = app.query_one(Stack)
        made.clear()
        assert len(GroundRows().render_widget(stack, stack.outer_size.region)) == 16
        # The first, the last, and one between them.
        assert made == {"GroundRows": 3}
