"""Lines: as wide as they may be, one after the other."""

from __future__ import annotations

import pytest

from tests.plain.dialogue import wrong_with
from tutor.plain.voice import Voice


def said(width: int, *texts: str, lead: str = "", language: str = "en") -> str:
    written: list[str] = []
    voice = Voice(written.append, lambda: width)
    for text in texts:
        voice.say(text, lead, language)
    return "".join(written)


def test_a_paragraph_stands_in_behind_its_lead() -> None:
    assert "- alpha beta gamma\n  delta\n" == said(20, "alpha beta gamma delta", lead="- ")


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_over_the_width_in_korean_and_for_words_without_an_end(width: int) -> None:
    text = said(width, "가나다라 " * 40, "x" * 300, "미분한값" * 50, language="ko")
    assert [] == wrong_with(text, width)


def test_code_keeps_its_spaces_and_a_long_line_goes_on_further_in() -> None:
    written: list[str] = []
    Voice(written.append, lambda: 24).code("def f(x):\n    return  x + 1000000000000\n")
    assert "  def f(x):\n      return  x + 1000\n        000000000\n" == "".join(written)


def test_parts_are_an_empty_line_apart_and_never_two() -> None:
    written: list[str] = []
    voice = Voice(written.append, lambda: 80)
    voice.part()
    voice.say("one")
    voice.part()
    voice.part()
    voice.say("two")
    assert "one\n\ntwo\n" == "".join(written)
