"""Text broken into rows, and shortened to one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.render.prose.flow import Piece, flow
from tutor.render.wrap import shortened, wrapped


def test_lines_break_at_spaces_and_count_korean_as_two_cells() -> None:
    assert ["one two", "three"] == wrapped("one two three", 8)
    assert ["비용 함수", "입니다"] == wrapped("비용 함수 입니다", 9)
    assert ["abcd", "efgh", "i"] == wrapped("abcdefghi", 4)
    assert [] == wrapped("", 10)


@given(st.text(alphabet="ab 가나 ", max_size=60), st.integers(2, 20))
def test_no_row_is_wider_than_asked_and_no_letter_is_lost(text: str, width: int) -> None:
    rows = wrapped(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join(text.split()) == "".join("".join(rows).split())


@given(st.text(alphabet="ab 가나", max_size=30), st.integers(1, 40))
def test_a_shortened_text_fits_begins_as_it_did_and_says_that_it_goes_on(text: str, width: int) -> None:
    short = shortened(text, width)
    assert cell_len(short) <= width
    if short != text:
        assert cell_len(text) > width
        assert short.endswith("…")
        assert text.startswith(short[:-1].rstrip())


def test_a_name_is_not_torn_from_its_value() -> None:
    said = "scale = standardised, units = 3, α = 0.3, 학습 = 100"
    for width in range(24, 60):
        rows = wrapped(said, width)
        assert said == " ".join(rows)
        assert all(not row.startswith("=") and not row.endswith("=") for row in rows)
    # What is longer than a row is still broken somewhere.
    assert max(map(cell_len, wrapped(said, 10))) <= 10


def test_lines_that_are_asked_for_again_are_as_they_were_whatever_became_of_the_first() -> None:
    pieces = [Piece("one two three", Style(bold=True))]
    first = flow(pieces, 8)
    first[0].append(Segment("!"))
    again = flow(pieces, 8)
    assert ["one two", "three"] == ["".join(segment.text for segment in line) for line in again]
    assert ["one", "two", "three"] == ["".join(segment.text for segment in line) for line in flow(pieces, 5)]
    plain = flow([Piece("one two three", Style())], 8)
    assert {Style()} == {segment.style for line in plain for segment in line}
