"""Words with what they mean, as lines."""

from __future__ import annotations

import pytest

from tests.learner.tour import LESSONS
from tests.trusted import standing_course
from tests.walks import some_now
from tutor.render.glossary import definition_lines
from tutor.render.look import Look
from tutor.session.glossary import Definition, definitions_of

from .lines import EN, KO, assert_fits, every_width, text_of

COURSE = standing_course(LESSONS)


def words(language: str, *names: str) -> tuple[Definition, ...]:
    found = definitions_of(COURSE.glossary, COURSE, language)
    return tuple(one for one in found if not names or one.term.name.in_("en") in names)


def test_the_chosen_word_has_its_formula_and_where_it_is_taught() -> None:
    shown = definition_lines(words("en", "error", "epoch"), 1, 60, EN)
    assert [
        "  epoch  에포크 · 에폭 · 세대",
        "    One look at all the samples of the training set.",
        "▸ error  오차 · 오류값",
        "    What was predicted minus what is true.",
        "",
        "      H(x) − y",
        "",
        "    → 8 · Which app do you trust?",
    ] == text_of(shown.lines)
    assert (0, 2, 8) == shown.starts
    assert [0, 0, 1, 1, None] == [shown.at(line) for line in (0, 1, 2, 7, 8)]


@every_width
@pytest.mark.parametrize("look", [EN, KO], ids=["en", "ko"])
@some_now("step", [10, 3], [10])
def test_every_word_fits_and_names_itself(look: Look, width: int, step: int) -> None:
    """Some words now, more of them in the long run."""
    every = words(look.language)
    for chosen in range(0, len(every), step):
        shown = definition_lines(every, chosen, width, look)
        assert_fits(shown.lines, width)
        headings = [text_of(shown.lines)[start] for start in shown.starts[:-1]]
        assert all(heading[2:].startswith(one.name) for heading, one in zip(headings, every, strict=True))


def test_nothing_to_show_has_no_lines() -> None:
    shown = definition_lines((), 0, 40, EN)
    assert ([], (0,), None) == (shown.lines, shown.starts, shown.at(0))
