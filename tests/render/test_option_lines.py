"""Options: what is answered, what moves, what they look like."""

from __future__ import annotations

from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from tutor.render.options import Options, option_lines
from tutor.render.wrap import wrapped
from tutor.role import Role

from .lines import EN, assert_fits, every_language, every_width, look_in, text_of

FRUIT = ("an apple", "two pears, of which one is so ripe that it has to be eaten before the evening comes", "plums")
과일 = ("사과 하나", "배 두 개, 그 가운데 하나는 너무 익어서 저녁이 되기 전에 먹어야 합니다", "자두")


def texts(_: int, option: int, width: int, words: tuple[str, ...] = FRUIT) -> list[list[Segment]]:
    return [[Segment(text)] for text in wrapped(words[option], width)]


def shown(options: Options, width: int = 40, *, focused: bool = True) -> list[str]:
    return text_of(option_lines(options, texts, width, EN, focused=focused).lines)


ONE = Options("one", (2, 0, 1))
MANY = Options("many", (0, 1, 2))
ORDER = Options("order", (1, 2, 0))


def test_one_of_several_has_a_circle_and_the_cursor_a_pointer_while_it_has_the_focus() -> None:
    assert [
        "  1 ○ plums",
        "▸ 2 ○ an apple",
        "  3 ○ two pears, of which one is so ripe",
        "      that it has to be eaten before the",
        "      evening comes",
    ] == shown(ONE.at(1))
    assert [] == [line for line in shown(ONE.at(1), focused=False) if "▸" in line]


def test_what_was_right_and_wrong_is_marked_at_the_option_wherever_it_stands() -> None:
    marked = shown(ONE._replace(marks={0: Role.LOSS, 2: Role.RIGHT}))
    assert ["▸ 1 ✓ plums", "  2 ✗ an apple"] == marked[:2]


def test_ticks_are_taken_back_and_answered_by_number() -> None:
    ticked = MANY.at(2).chosen().at(0).chosen()
    assert "0,2" == ticked.response
    assert ["▸ 1 ■ an apple", "  2 □ two pears, of which one is so ripe"] == shown(ticked)[:2]
    assert "2" == ticked.chosen().response


def test_nothing_is_answered_with_what_nobody_chose() -> None:
    assert ("", "", "") == (ONE.at(1).response, MANY.at(1).response, ORDER.at(1).response)
    chosen = ONE.at(1).chosen()
    assert "0" == chosen.response
    assert ["  1 ○ plums", "▸ 2 ● an apple"] == shown(chosen)[:2]
    assert "1" == chosen.at(2).chosen().response
    assert "1,2,0" == ORDER.chosen().response


def test_what_is_lifted_goes_with_the_cursor_as_far_as_there_are_rows() -> None:
    lifted = ORDER._replace(lifted=True)
    assert "▸ 1 ↕ two pears, of which one is so ripe" == shown(lifted)[0]
    assert (2, 1, 0) == lifted.carried(1).order
    assert 1 == lifted.carried(1).cursor
    assert lifted is lifted.carried(-1)
    assert "2,1,0" == lifted.carried(1).response


def test_a_response_given_before_stands_again() -> None:
    assert 1 == ONE.answered("0").cursor
    # It was wrong, or there would be no more to choose: Enter does not answer with it once more.
    assert "" == ONE.at(1).chosen().answered("0").response
    assert frozenset({0, 2}) == MANY.answered("0,2").ticked
    assert (2, 0, 1) == ORDER.answered("2,0,1").order
    assert ORDER is ORDER.answered("2,0")
    assert ONE == ONE.answered("")


@given(st.permutations(range(6)), st.lists(st.tuples(st.integers(0, 5), st.integers(-3, 3))))
def test_carrying_loses_no_item(order: list[int], moves: list[tuple[int, int]]) -> None:
    options = Options("order", tuple(order))
    for row, steps in moves:
        before = options.at(row)
        options = before.carried(steps)
        assert sorted(order) == sorted(options.order)
        assert before.order[row] == options.order[options.cursor]


def test_a_click_on_any_line_of_an_option_means_that_option() -> None:
    found = option_lines(MANY, texts, 40, EN, focused=False)
    assert [0, 1, 1, 1, 2] == [found.thing_at(39, line) for line in range(5)]
    assert found.thing_at(0, 5) is None


@every_width
@every_language
def test_no_word_of_an_option_is_cut_off(width: int, language: str) -> None:
    words = FRUIT if language == "en" else 과일
    in_words = partial(texts, words=words)
    found = option_lines(MANY, in_words, width, look_in(language), focused=True)
    assert_fits(found.lines, width, *words)
