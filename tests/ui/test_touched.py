"""What is made for a frame: what has changed on the screen, and no more, as Textual would draw it."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tests.walks import some_now
from tutor.ui.terminal.gate import GatedScreen
from tutor.ui.terminal.touched import TouchedCompositor, divided

SIZE = (60, 20)


class Field(Widget):
    """Some rows in which every cell is another one."""

    DEFAULT_CSS = "Field { height: 7; width: 1fr; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.asked: list[int] = []

    def render(self) -> str:
        return "\n".join(f"{self.id} 가{y} " * 9 for y in range(7))

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked += crop.line_range
        return super().render_lines(crop)


class Fields(GatedScreen[None]):
    """Fields beside each other, more below them than there is room for, and one that lies over them."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            for side in "ab":
                with VerticalScroll(can_focus=False):
                    for number in range(4):
                        yield Field(id=f"{side}{number}")
        yield Field(id="over")


class Screened(App[None]):
    """An app with nothing but these."""

    CSS = """
    Fields { layers: under over; }
    #over { layer: over; width: 11; height: 4; offset: 27 5; }
    """

    def get_default_screen(self) -> Fields:
        return Fields()


@pytest.fixture
def frames() -> None:
    """Frames are drawn as Textual draws them."""


@contextmanager
def textual_alone() -> Iterator[None]:
    """Draw as Textual does without what is made of it here."""
    names = ("render_partial_update", "_render_chops")
    with mock.patch.multiple(TouchedCompositor, **{name: getattr(Compositor, name) for name in names}):
        yield


def drawn(app: App[Any], regions: set[Region]) -> str:
    """Return what is written for some cells that have changed."""
    own = app.screen._compositor
    own._dirty_regions = set(regions)
    update = own.render_partial_update()
    assert isinstance(update, ChopsUpdate)
    assert not own._dirty_regions
    return update.render_segments(app.console)


@some_now("seed", range(20), 4)
async def test_any_cells_and_all_of_them_are_drawn_as_textual_draws_them(seed: int) -> None:
    chance = random.Random(seed)
    app = Screened()
    async with app.run_test(size=SIZE) as pilot:
        for side in app.screen.query(VerticalScroll):
            side.scroll_to(y=chance.randrange(9), animate=False)
        await pilot.pause()
        regions = set()
        for _ in range(chance.randrange(1, 9)):
            x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
            regions.add(Region(x, y, chance.randint(1, SIZE[0] - x), chance.randint(1, min(SIZE[1] - y, 4))))
        own = drawn(app, regions), app.screen._compositor.render_strips()
        with textual_alone():
            assert own == (drawn(app, regions), app.screen._compositor.render_strips())


async def test_only_what_has_changed_is_asked_for() -> None:
    app = Screened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        fields = {field.id: field for field in app.screen.query(Field)}
        for field in fields.values():
            field.asked.clear()
        fields["a1"].refresh(Region(2, 3, 5, 1), Region(2, 5, 5, 1))
        await pilot.pause()
        assert {name: field.asked for name, field in fields.items() if field.asked} == {"a1": [3, 4, 5]}


@pytest.mark.parametrize("ends", [[3], [1, 3], [2], [3, 5], [5], []])
def test_a_row_is_divided_as_textual_divides_it_and_none_keeps_itself(ends: list[int]) -> None:
    row = Strip([Segment("a"), Segment("bc")])
    known = sys.getrefcount(row)
    assert Strip([*row]).divide(ends) == divided(row, ends)
    assert known == sys.getrefcount(row)
