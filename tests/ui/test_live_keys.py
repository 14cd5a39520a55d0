"""Which keys are live, from what is bound: without an app."""

from __future__ import annotations

from tutor.language import INTERFACE_LANGUAGES
from tutor.render.key_line import Key
from tutor.ui import messages
from tutor.ui.keys import JAMO, UNLISTED, Bound, letter_of, live_keys, text_of


def names(*bindings: Bound[str]) -> list[str]:
    return [key.keys for key in live_keys(bindings)]


HELP = Bound("question_mark", "?", "help", "KEY_HELP", "app", everywhere=True)
LEFT = Bound("left", "← →", "move(-1)", "KEY_MOVE", "slider")
RIGHT = Bound("right", "→", "move(1)", "", "slider")


def test_what_is_bound_is_live_in_the_order_of_its_bindings_a_pair_named_once() -> None:
    assert ["← →", "?"] == names(LEFT, RIGHT, HELP)


def test_what_cannot_be_done_now_is_not_live() -> None:
    assert ["?"] == names(LEFT._replace(enabled=False), HELP)


def test_what_textual_binds_itself_and_what_goes_unnamed_is_not_listed() -> None:
    assert [] == names(
        Bound("ctrl+a", "ctrl+a", "select_all", "Select all", "entry"),
        Bound("space", "space", "space", UNLISTED, "options"),
        Bound("x", "x", "nothing", "KEY_OF_NOTHING", "options"),
    )


def test_several_keys_of_one_action_are_one_key_and_another_owner_has_its_own() -> None:
    question = Bound("question_mark", "?", "help", "KEY_HELP", "dialog")
    assert ["?"] == names(HELP, HELP._replace(key="f1", keys="f1"))
    assert ["?", "?"] == names(HELP, question)


def test_a_live_key_says_all_that_is_drawn_of_it_in_every_language() -> None:
    [left, _] = live_keys((LEFT, HELP._replace(shown=False)))
    for language in INTERFACE_LANGUAGES:
        assert Key("left", "← →", messages.KEY_MOVE(language)) == left.in_(language)
    assert ("move(-1)", "slider", True, False) == (left.action, left.owner, left.shown, left.everywhere)


def test_a_message_is_known_by_its_name_alone() -> None:
    assert messages.KEY_HELP == text_of("KEY_HELP")
    assert text_of("") is None
    assert text_of("annotations") is None
    assert text_of("Text") is None


def test_a_key_is_known_by_whatever_it_types() -> None:
    # Worked out by hand on the two-set keyboard: ㅂ is on q, ㄴ on s, ㅎ on g, ㅗ on h, ㅜ on n, ㅡ on m.
    for typed, letter in {
        "ㅂ": "q", "바": "q", "박": "q", "빠": "q", "ㅃ": "q", "ㅄ": "q", "나": "s", "호": "g", "ㅗ": "h", "ㅘ": "h",
        "ㅟ": "n", "ㅢ": "m", "ㄳ": "r", "ㅖ": "p", "ᄇ": "q", "Q": "q", "ｑ": "q", "Ｑ": "q", "q": "q",
    }.items():  # fmt: skip
        assert letter == letter_of(typed), typed
    for nothing in ("", "1", "?", "é", "漢", "✓", "あ"):
        assert letter_of(nothing) is None, nothing


def test_every_syllable_is_the_key_it_was_begun_with() -> None:
    # Unicode orders syllables by their first consonant, 588 to each.
    firsts = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
    plain = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
    for code in range(0xAC00, 0xD7A4):
        first = firsts[(code - 0xAC00) // 588]
        assert JAMO[str(letter_of(chr(code)))] == plain.get(first, first)
