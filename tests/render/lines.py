"""What tests of lines share: lines as text, and the widths and languages that each is drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from tutor.chart.palette import DARK
from tutor.language import INTERFACE_LANGUAGES
from tutor.render.look import Look

WIDTHS = (40, 72, 100)
EN, KO = (Look(DARK, language) for language in ("en", "ko"))

every_width = pytest.mark.parametrize("width", WIDTHS)
every_language = pytest.mark.parametrize("language", INTERFACE_LANGUAGES)


def look_in(language: str) -> Look:
    """Return a dark look in a language."""
    return Look(DARK, language)


def text_of(lines: Iterable[Sequence[Segment]]) -> list[str]:
    """Return lines as text, without the spaces at their ends."""
    return ["".join([text for text, _, _ in line]).rstrip() for line in lines]


def assert_fits(lines: Iterable[Sequence[Segment]], width: int, *words: str) -> None:
    """Assert that no line is wider than `width`, and that every word of `words` is there whole."""
    shown = text_of(lines)
    assert [] == [line for line in shown if cell_len(line) > width]
    assert [] == [word for text in words for word in text.split() if not any(word in line for line in shown)]
