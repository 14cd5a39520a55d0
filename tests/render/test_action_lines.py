"""Things to do, side by side."""

from __future__ import annotations

from tutor.language import Text
from tutor.render.actions import Action, action_lines

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

HINT = Action("hint", Text(en="hint", ko="힌트"), "h", "KEY_HINT")
REVEAL = Action("reveal", Text(en="show the answer", ko="답 보기"), "a", "KEY_REVEAL")
NEXT = Action("next", Text(en="Next: three points, one line", ko="다음: 점 셋, 직선 하나"), leads_on=True)
CHECK = Action("check", "check my setting", message="KEY_CHECK")
ALL = (HINT, REVEAL, CHECK, NEXT)


def test_what_is_done_on_the_spot_stands_in_brackets_and_what_leads_on_has_an_arrow() -> None:
    assert ["  [hint] h    [show the answer] a    [check my setting]    → Next: three points, one line"] == text_of(
        action_lines(ALL, None, 100, EN).lines
    )


def test_the_chosen_one_has_a_pointer_and_stands_out_without_colour() -> None:
    found = action_lines((HINT, REVEAL), 1, 72, KO)
    assert ["  [힌트] h  ▸ [답 보기] a"] == text_of(found.lines)
    assert ["[답 보기]"] == [part.text for part in found.lines[0] if part.style is not None and part.style.reverse]


def test_what_does_not_fit_goes_to_the_next_line_and_a_click_finds_it_there() -> None:
    found = action_lines(ALL, None, 40, EN)
    assert [
        "  [hint] h    [show the answer] a",
        "  [check my setting]",
        "  → Next: three points, one line",
    ] == text_of(found.lines)
    assert 0 == found.thing_at(9, 0)
    assert 1 == found.thing_at(14, 0)
    assert 3 == found.thing_at(4, 2)
    assert found.thing_at(38, 1) is None


def test_one_that_is_longer_than_the_line_ends_in_three_dots() -> None:
    assert ["  → Next: three poi…"] == text_of(action_lines((NEXT,), None, 20, EN).lines)


@every_width
@every_language
def test_nothing_is_cut_off_and_nothing_is_wider(width: int, language: str) -> None:
    found = action_lines(ALL, 2, width, look_in(language))
    assert_fits(found.lines, width, *(str(action.words) for action in (CHECK,)), NEXT.words(language))  # type: ignore[operator]
