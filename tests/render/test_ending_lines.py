"""The lines at the end of a lesson."""

from __future__ import annotations

from datetime import date

import pytest

from tests.learner.tour import answer, tour
from tutor.learner.ending import ending_of
from tutor.render.ends.ending import LONGEST_LINE, ending_lines, task_action

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

TODAY = date(2026, 2, 25)
LONG = "A slope is what a small step costs or gains, and I forget its sign when I am in a hurry."


def ended(*attempts: object, words: str = ""):
    return ending_of(tour().lessons[0], attempts, {}, words, TODAY)  # type: ignore[arg-type]


@every_width
@every_language
def test_the_end_fits_any_width_and_says_the_learner_s_own_words_whole(width: int, language: str) -> None:
    end = ended(answer("guess-height", right=False, response="20"), words=LONG)
    assert_fits(ending_lines(end, width, look_in(language)), min(width, LONGEST_LINE), LONG)


def test_a_wrong_belief_stands_beside_the_truth_and_a_right_one_alone() -> None:
    wrong = " ".join(text_of(ending_lines(ended(answer("guess-height", right=False, response="20")), 72, EN)))
    assert "You said: 20. It was: 6." in wrong
    right = " ".join(text_of(ending_lines(ended(answer("guess-height")), 72, EN)))
    assert "So it was." in right
    assert "It was:" not in right
    none = text_of(ending_lines(ended(), 72, KO))
    assert not [line for line in none if "예측" in line]


def test_the_way_to_the_task_is_there_until_it_was_done_alone() -> None:
    end = ended()
    assert end.task is not None
    name = end.task[1].id
    assert ["alone"] == [action.name for action in task_action(end)]
    assert () == task_action(ended(answer(name)))
    assert "✓" == text_of(ending_lines(ended(answer(name)), 72, EN))[1][0]


@pytest.mark.parametrize(("words", "said"), [("", "e writes it down"), (LONG, "What you say now: A slope")])
def test_without_a_note_the_key_that_writes_one_is_named(words: str, said: str) -> None:
    assert said in " ".join(text_of(ending_lines(ended(words=words), 72, EN)))
