"""Walking over the words of a text that point at its picture."""

from __future__ import annotations

from tutor.course.markdown import parse_markdown
from tutor.course.prose import Prose
from tutor.course.source import Findings, Source
from tutor.session.pointing import Pointing


def prose(text: str) -> Prose:
    return parse_markdown(text, Source("lesson.en.md", text), Findings())


TEXT = prose("[One](#a) and [**two**](#b), and [one](#a) again.\n\n- [Three](#c)")


def parts_while(pointing: Pointing, *steps: int) -> list[str]:
    found = []
    for step in steps:
        pointing.walk(step)
        found.append(pointing.part)
    return found


def test_one_key_walks_from_word_to_word_and_round_and_the_other_back() -> None:
    pointing = Pointing()
    pointing.show(TEXT)
    assert "" == pointing.part
    assert ["a", "b", "a", "c", "a"] == parts_while(pointing, 1, 1, 1, 1, 1)
    assert ["c", "a", "b"] == parts_while(pointing, -1, -1, -1)


def test_from_none_the_way_back_begins_at_the_last_word() -> None:
    pointing = Pointing()
    pointing.show(TEXT)
    assert ["c", "a"] == parts_while(pointing, -1, -1)


def test_a_text_that_is_shown_again_keeps_its_place_and_another_begins_with_none() -> None:
    pointing = Pointing()
    pointing.show(TEXT)
    pointing.reach(2)
    pointing.show(TEXT)
    assert ("b", 2) == (pointing.part, pointing.number)
    pointing.show(prose("[Else](#b)."))
    assert ("", 0) == (pointing.part, pointing.number)


def test_where_no_words_point_nothing_is_reached() -> None:
    pointing = Pointing()
    pointing.show(prose("Plain words, and [a page](https://example.org)."))
    assert not pointing.has_words
    assert ["", ""] == parts_while(pointing, 1, -1)
    pointing.reach(1)
    assert 0 == pointing.number
