"""What a terminal that is too small says."""

from __future__ import annotations

import pytest

from tutor.render.messages import TOO_SMALL
from tutor.render.too_small import too_small_lines

from .lines import every_language, look_in, text_of


@every_language
@pytest.mark.parametrize("size", [(20, 5), (30, 8), (59, 18), (14, 3), (100, 2), (7, 1)])
def test_it_says_as_many_whole_sentences_as_there_is_room_for(size: tuple[int, int], language: str) -> None:
    width, height = size
    lines = text_of(too_small_lines(size, (60, 18), size, look_in(language)))
    assert len(lines) <= height
    whole = TOO_SMALL(language, width=width, height=height, least_width=60, least_height=18)
    said = " ".join(" ".join(lines).split())
    assert said in (whole.replace("\n", " "), whole.split("\n")[0], "60×18")
    if size == (59, 18):
        assert said == whole.replace("\n", " ")
