"""Text of which lines are taken away, all at once, when there were more than fit."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from tests.programs_here import run_here
from tests.trusted import outline_in
from tutor.session.runner import DirectRunner
from tutor.ui.widgets.editor import Editor

from .conftest import OpenApp, Walk

FALLING = Path(__file__).parent.parent / "courses" / "falling"
LINES = "\n".join(f"line {number}" for number in range(40))


async def text_after(walk: Walk, *keys: str) -> str:
    await walk.press(*keys)
    await walk.seen()
    area = walk.app.focused
    assert isinstance(area, TextArea)
    assert area.document.line_count > area.cursor_location[0]
    return area.text


async def typed_and_undone(walk: Walk) -> None:
    await walk.settled()
    area = walk.app.focused
    assert isinstance(area, TextArea)
    begun = area.text
    area.history.checkpoint()
    area.replace(LINES, (0, 0), area.document.end, maintain_selection_offset=False)
    area.history.checkpoint()
    assert LINES == await text_after(walk)
    assert begun == await text_after(walk, "ctrl+z")
    assert LINES == await text_after(walk, "ctrl+y")
    assert "" == await text_after(walk, "f7", "backspace")
    assert LINES == await text_after(walk, "ctrl+z")
    assert "a" == await text_after(walk, "f7", "a")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_in_a_note(open_app: OpenApp, size: tuple[int, int]) -> None:
    async with open_app(at=("film", "end"), size=size) as walk:
        await walk.press("e")
        await typed_and_undone(walk)


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_in_a_program(open_app: OpenApp, size: tuple[int, int]) -> None:
    runner = DirectRunner(run_program=run_here)
    async with open_app(at=("free-fall", "fall"), course=outline_in(FALLING), runner=runner, size=size) as walk:
        walk.app.screen.query_one(Editor).focus()
        await typed_and_undone(walk)


async def test_of_edits_that_are_undone_and_redone_several_at_once_no_line_is_miscounted(open_app: OpenApp) -> None:
    """What Textual counts anew from the whole text is what it has kept count of."""
    async with open_app(at=("film", "end"), size=(80, 24)) as walk:
        await walk.press("e")
        await walk.settled()
        area = walk.app.focused
        assert isinstance(area, TextArea)
        for seed in range(400):
            chance = random.Random(seed)
            area.load_text("x\ny\nz")
            for _ in range(12):
                match chance.randrange(6):
                    case 0:
                        area.undo()
                    case 1:
                        area.redo()
                    case 2:
                        area.replace("p\nq\nr", *two_places(area, chance), maintain_selection_offset=False)
                    case 3:
                        area.delete(*two_places(area, chance), maintain_selection_offset=False)
                    case _:
                        place, _ = two_places(area, chance)
                        area.insert(chance.choice("a\n"), place, maintain_selection_offset=False)
                kept = area.wrapped_document
                anew = WrappedDocument(area.document, kept._width, kept._tab_width)
                assert anew.height == kept.height, seed
                assert anew._wrap_offsets == kept._wrap_offsets, seed
                assert anew._offset_to_line_info == kept._offset_to_line_info, seed
                assert anew._line_index_to_offsets == kept._line_index_to_offsets, seed


def two_places(area: TextArea, chance: random.Random) -> list[tuple[int, int]]:
    """Return two places in a text, the earlier first."""
    rows = [chance.randrange(area.document.line_count) for _ in range(2)]
    return sorted((row, chance.randrange(len(area.document.get_line(row)) + 1)) for row in rows)
