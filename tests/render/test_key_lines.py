"""The last line of a screen, and the help that lists all keys."""

from __future__ import annotations

from rich.cells import cell_len

from tutor.language import INTERFACE_LANGUAGES
from tutor.render.help import ROLE_WORDS, help_lines
from tutor.render.key_line import Key, key_line
from tutor.role import Role

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

KEYS = (
    Key("left", "← →", "move"),
    Key("space", "space", "play"),
    Key("tab", "tab", "next part"),
    Key("w", "w", "working"),
    Key("c", "c", "code"),
    Key("question_mark", "?", "help"),
    Key("escape", "esc", "home"),
)


def test_keys_stand_side_by_side_each_with_what_it_does() -> None:
    assert ["← → move  space play  tab next part  w working  c code  ? help  esc home"] == text_of(
        key_line(KEYS, 80, EN).lines
    )


def test_the_middle_gives_way_and_what_is_nearest_and_the_ways_out_stay() -> None:
    assert ["← → move  space play  ? help  esc home"] == text_of(key_line(KEYS, 40, EN).lines)
    assert ["esc home"] == text_of(key_line(KEYS, 9, EN).lines)
    assert [""] == text_of(key_line((), 40, EN).lines)


def test_the_key_with_which_one_goes_on_is_the_last_of_the_middle_to_give_way() -> None:
    keys = (*KEYS[:2], Key("enter", "enter", "check my setting"), *KEYS[2:])
    assert ["← → move  space play  enter check my setting  ? help  esc home"] == text_of(key_line(keys, 62, EN).lines)
    assert ["← → move  enter check my setting  ? help  esc home"] == text_of(key_line(keys, 60, EN).lines)
    assert ["enter check my setting  ? help  esc home"] == text_of(key_line(keys, 45, EN).lines)
    assert ["? help  esc home"] == text_of(key_line(keys, 36, EN).lines)


@every_width
def test_a_click_on_a_key_or_its_words_finds_that_key_and_beside_it_none(width: int) -> None:
    found = key_line(KEYS, width, EN)
    [line] = text_of(found.lines)
    assert cell_len(line) <= width
    for number, key in enumerate(KEYS):
        words = f"{key.keys} {key.words}"
        if words in line:
            start = line.index(words)
            assert {number} == {found.thing_at(x, 0) for x in range(start, start + len(words))}
            assert number != found.thing_at(start + len(words), 0)
    assert found.thing_at(0, 1) is None


@every_width
@every_language
def test_help_lists_every_key_under_where_it_works_and_every_mark_with_its_meaning(width: int, language: str) -> None:
    look = look_in(language)
    lines = help_lines(KEYS[:5], KEYS[5:], width, look)
    meanings = [words(language) for words in ROLE_WORDS.values()]
    assert_fits(lines, width, *(key.words for key in KEYS), *meanings)
    shown = text_of(lines)
    assert "  ← →    move" in shown
    assert "  esc  home" in shown
    assert shown.index("  c      code") < shown.index("") < shown.index("  esc  home")
    for role, words in ROLE_WORDS.items():
        assert f"  {look.palette.marks[role]}  {words(language)}" in shown


def test_help_explains_every_role_that_has_a_meaning_of_its_own() -> None:
    assert set(Role) - set(ROLE_WORDS) <= {Role.QUIET}
    assert all(set(INTERFACE_LANGUAGES) <= set(words.variants) for words in ROLE_WORDS.values())


def test_help_without_keys_of_its_own_still_says_what_works_everywhere() -> None:
    assert "어디서나" in text_of(help_lines((), KEYS[5:], 64, KO))
