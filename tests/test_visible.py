"""What a terminal would obey is shown, and nothing else changes."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.visible import visible, visible_lines

OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

WRITING = "가장 좋은 ₘ H(x) = Wx — 👩\u200d👧 é e\u0301 \u00a0\u3000\u00ad\ufeff"
ANYTHING = st.text(st.one_of(st.characters(), st.characters(categories=["Cc", "Cs", "Cf", "Zl", "Zp"])))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;cm0=\x07", r"\x1b]52;c;cm0=\x07"),
        ("a\x9b31mb", r"a\x9b31mb"),
        ("\u202eevil", r"\u202eevil"),
        ("\u2067a\u2069\u200f\u061c", r"\u2067a\u2069\u200f\u061c"),
        ("one\u2028two\u2029", r"one\u2028two\u2029"),
        ("\x00\x7f\x85", r"\x00\x7f\x85"),
        ("half \udcff of one", r"half \udcff of one"),
        ("a\tb\nc\rd", r"a\tb\nc\rd"),
        (WRITING, WRITING),
        (r"\x1b written out", r"\x1b written out"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    assert shown == visible(text)


def test_each_character_of_unicode_is_shown_or_stays() -> None:
    """The oracle is Unicode's own category: of what it calls control, surrogate or separator of lines all is shown, of
    format characters those that turn the direction of writing, and no other character changes."""
    turning = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        category = unicodedata.category(character)
        marks = category == "Cf" and code in (0x61C, 0x200E, 0x200F)
        turns = category == "Cf" and unicodedata.bidirectional(character) in turning
        shown = category in ("Cc", "Cs", "Zl", "Zp") or marks or turns
        assert shown == (visible(character) != character), hex(code)


@given(ANYTHING)
def test_whatever_a_text_holds_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    assert not OBEYED.search(visible(text))
    assert OBEYED.sub("", text) == re.sub(r"\\(x..|u....|[tnr])", "", visible(text)) or "\\" in text
    assert visible(text) == visible(visible(text))
    visible(text).encode("utf-8")


@given(ANYTHING)
def test_lines_stay_lines_and_their_tabs_tabs(text: str) -> None:
    shown = visible_lines(text)
    assert not OBEYED.search(shown.replace("\n", "").replace("\t", ""))
    assert [visible(piece) for piece in re.split("[\n\t]", text)] == re.split("[\n\t]", shown)
    assert re.findall("[\n\t]", text) == re.findall("[\n\t]", shown)
