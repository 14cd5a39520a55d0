"""What was shown in a skill, and whether somebody is stuck: from attempts alone."""

from __future__ import annotations

import pytest

from tests.learner.samples import attempt
from tutor.learner.attempts import Attempt
from tutor.learner.shown import Shown, is_stuck, shown_in

RIGHT, WRONG, HINTED, REVEALED, GUESSED = "right", "wrong", "hinted", "revealed", "guessed"


def made(*outcomes: str, question: str = "a") -> list[Attempt]:
    how = {
        RIGHT: {},
        WRONG: {"right": False},
        HINTED: {"hints": 1},
        REVEALED: {"right": False, "revealed": True},
        GUESSED: {"kind": "predict"},
    }
    return [attempt(question, **how[outcome]) for outcome in outcomes]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcomes", "shown"),
    [
        ((), Shown.NOTHING),
        ((WRONG,), Shown.NOTHING),
        ((GUESSED, GUESSED), Shown.NOTHING),
        ((RIGHT,), Shown.SOME),
        ((HINTED, HINTED), Shown.SOME),
        ((WRONG, RIGHT), Shown.SOME),
        ((RIGHT, RIGHT), Shown.ALONE),
        ((HINTED, RIGHT), Shown.ALONE),
        ((RIGHT, RIGHT, WRONG), Shown.SOME),
        ((RIGHT, RIGHT, WRONG, RIGHT), Shown.SOME),
        ((RIGHT, RIGHT, WRONG, RIGHT, RIGHT), Shown.ALONE),
        ((RIGHT, RIGHT, HINTED), Shown.SOME),
        ((RIGHT, RIGHT, WRONG, REVEALED), Shown.NOTHING),
    ],
)
def test_help_fades_with_what_was_shown_and_comes_back(outcomes: tuple[str, ...], shown: Shown) -> None:
    assert shown is shown_in(made(*outcomes))


def test_all_questions_of_the_skill_count_in_the_order_of_the_record() -> None:
    assert Shown.ALONE is shown_in([*made(RIGHT), *made(RIGHT, question="b")])
    assert Shown.SOME is shown_in([*made(RIGHT), *made(RIGHT, question="b"), *made(WRONG)])


@pytest.mark.parametrize(
    ("mistakes", "stuck"),
    [
        ((), False),
        (("slip:sign",), False),
        (("slip:sign", "slip:sign"), True),
        # The same cause by another name.
        (("slip:sign", "sign_lost"), True),
        (("slip:sign", "slip:left-out"), False),
        (("slip:sign", "slip:left-out", "slip:sign"), True),
        (("k_itself", "k_itself"), True),
        # Nothing was heard: that is no way.
        (("", ""), False),
        (("slip:sign", "slip:sign", ""), False),
        (("slip:sign", "right", "slip:sign"), False),
        (("slip:sign", "revealed", "slip:sign"), True),
    ],
)
def test_twice_in_the_same_way_since_the_last_right_answer_is_stuck(mistakes: tuple[str, ...], stuck: bool) -> None:
    special = {"right": attempt("a"), "revealed": attempt("a", right=False, revealed=True)}
    assert stuck is is_stuck(special.get(one) or attempt("a", right=False, mistake=one) for one in mistakes)
