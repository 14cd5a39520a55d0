from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.learner.samples import MINUTE, START, Doubling, attempt, doubling, numbered
from tutor.course.questions import Unreadable
from tutor.learner.attempts import Attempt, During
from tutor.session.asking import LONGEST_SECONDS, Asking, Stage, begin, resume


def asked(
    question: Doubling, attempts: Sequence[Attempt] = (), now: int = START, during: During = During.LESSON
) -> Asking:
    return begin(question, attempts, course="deep-learning", lesson="cost", during=during, new_uid=numbered(), now=now)


def resumed(question: Doubling, attempts: Sequence[Attempt], now: int = START) -> Asking:
    return resume(question, attempts, course="deep-learning", lesson="cost", new_uid=numbered(), now=now, language="en")


def answered(asking: Asking, response: str, now: int = START) -> tuple[Asking, Attempt]:
    result = asking.respond(response, "en", now)
    assert not isinstance(result, Unreadable)
    return result


def test_a_right_response_ends_the_question_and_becomes_an_attempt():
    asking, made = answered(asked(doubling()), "2", START + 5_000)
    assert Stage.RIGHT == asking.stage
    assert asking.is_over
    expected = Attempt(
        uid=f"{1:032x}",
        course="deep-learning",
        lesson="cost",
        question="double",
        kind="number",
        revision="r1",
        variant=0,
        response="2",
        right=True,
        at=START + 5_000,
        seconds=5.0,
    )
    assert expected == made


def test_a_wrong_response_leaves_it_open_with_the_same_numbers_and_names_the_mistake():
    asking, made = answered(asked(doubling()), "1")
    assert (Stage.OPEN, 1, 0) == (asking.stage, asking.tries, asking.asked.variant)
    assert "itself" == made.mistake
    asking, made = answered(asking, "2", START + 3_000)
    assert (Stage.RIGHT, 2, 3.0) == (asking.stage, asking.tries, made.seconds)


def test_what_cannot_be_read_is_no_attempt():
    asking = asked(doubling())
    assert Unreadable("A number, please.") == asking.respond("about two", "en", START)
    assert Unreadable("숫자를 입력해 주세요.") == asking.respond("둘쯤", "ko", START)
    assert 0 == asking.tries


def test_hints_come_one_at_a_time_and_are_counted():
    asking = asked(doubling())
    assert () == asking.hints
    asking = asking.hint()
    assert ["Add it to itself."] == [hint.in_("en").source for hint in asking.hints]
    asking = asking.hint().hint().hint()
    assert (2, False) == (len(asking.hints), asking.can_hint)
    _, made = answered(asking, "2")
    assert 2 == made.hints


def test_the_answer_is_revealed_only_after_an_honest_response():
    asking = asked(doubling())
    assert not asking.can_reveal
    with pytest.raises(ValueError, match="cannot be revealed"):
        asking.reveal(START)
    asking, _ = answered(asking, "7")
    asking, made = asking.reveal(START + 9_000)
    assert (Stage.REVEALED, "7", 1) == (asking.stage, asking.response, asking.tries)
    assert (True, False, "", 9.0) == (made.revealed, made.right, made.response, made.seconds)
    with pytest.raises(ValueError, match="is over"):
        asking.respond("2", "en", START)


def test_trying_again_is_a_new_problem_and_starts_again_from_the_first():
    asking, _ = answered(asked(doubling()), "2")
    variants = []
    for _ in range(3):
        asking = asking.try_again(START)
        variants.append(asking.asked.variant)
        assert (Stage.OPEN, 0, 0, None) == (asking.stage, asking.tries, asking.hints_shown, asking.feedback)
        asking, _ = answered(asking, asking.question.right_response(asking.asked))
    assert [1, 2, 0] == variants


def test_it_cannot_be_tried_again_before_it_was_answered():
    with pytest.raises(ValueError, match="cannot be asked again"):
        asked(doubling()).try_again(START)


def test_a_prediction_is_one_guess_right_or_wrong():
    asking, made = answered(asked(doubling("predict")), "50")
    assert (Stage.PREDICTED, "50", False) == (asking.stage, asking.response, asking.can_try_again)
    assert made.is_guess
    assert made.closes


def test_asking_later_takes_the_numbers_after_the_last_ones():
    question = doubling()
    earlier = [attempt("double", variant=1), attempt("another", variant=2)]
    assert 2 == asked(question, earlier, during=During.REVIEW).asked.variant
    assert 0 == asked(question, [attempt("double", variant=2)]).asked.variant


@pytest.mark.parametrize("responses", [["2"], ["1"], ["7", "1"], ["7", "1", "2"], ["reveal-after", "7"]])
@pytest.mark.parametrize("kind", ["number", "predict"])
def test_a_restart_finds_the_question_as_it_was_left(kind: str, responses: list[str]):
    question = doubling(kind)
    asking, attempts = asked(question), []
    for response in responses[-1:] if responses[0] == "reveal-after" else responses:
        if asking.is_over:
            break
        asking, made = answered(asking.hint(), response)
        attempts.append(made)
    if responses[0] == "reveal-after" and asking.can_reveal:
        asking, made = asking.reveal(START)
        attempts.append(made)
    again = resumed(question, attempts, START)
    left = replace(asking, since=START)
    for name in ("stage", "tries", "hints_shown", "response", "since", "hints"):
        assert getattr(left, name) == getattr(again, name), name
    assert left.asked.variant == again.asked.variant
    assert left.feedback is not None
    assert again.feedback is not None
    assert left.feedback.mistake == again.feedback.mistake


def test_a_question_that_was_renamed_keeps_its_answers_and_its_place_among_the_numbers():
    renamed = replace(doubling(), id="twice", was=("double", "two-fold"))
    before = [attempt("double", True, variant=1, response="4"), attempt("another", variant=2)]
    assert Stage.RIGHT is resumed(renamed, before).stage
    assert 2 == asked(renamed, before, during=During.REVIEW).asked.variant
    assert "twice" == asked(renamed, before).question.id


def test_a_check_is_answered_once_and_shown_nothing_before():
    asking = asked(doubling(), during=During.TEST_OUT)
    assert not asking.can_hint
    asking, made = answered(asking, "7")
    assert (Stage.MISSED, True, During.TEST_OUT) == (asking.stage, asking.is_over, made.during)
    assert not asking.can_reveal
    assert not asking.can_try_again
    with pytest.raises(ValueError, match="cannot be asked again"):
        asking.try_again(START)
    assert Stage.RIGHT is answered(asked(doubling(), during=During.TEST_OUT), "2")[0].stage


def test_a_restart_in_the_middle_of_a_second_round_keeps_only_that_round():
    question = doubling()
    attempts = [
        attempt("double", True, variant=0, response="2"),
        attempt("double", False, variant=1, response="2", hints=1),
    ]
    asking = resumed(question, attempts)
    assert (Stage.OPEN, 1, 1, 1) == (asking.stage, asking.tries, asking.hints_shown, asking.asked.variant)


def test_a_review_leaves_the_lesson_as_it_was():
    question = doubling()
    attempts = [attempt("double", True, response="2"), attempt("double", False, variant=1, during=During.REVIEW)]
    assert Stage.RIGHT == resumed(question, attempts).stage


def test_a_question_that_is_graded_in_another_way_now_is_asked_afresh():
    asking = resumed(doubling(revision="r2"), [attempt("double", True, response="2")])
    assert (Stage.OPEN, 0, 1) == (asking.stage, asking.tries, asking.asked.variant)


def test_a_grade_stays_what_it_was():
    asking = resumed(doubling(), [attempt("double", True, response="zwei")])
    assert asking.feedback is not None
    assert (Stage.RIGHT, True) == (asking.stage, asking.feedback.right)


def test_time_away_and_a_clock_set_back_do_not_count():
    _, made = answered(asked(doubling()), "2", START + 90 * MINUTE)
    assert made.seconds == LONGEST_SECONDS
    _, made = answered(asked(doubling()), "2", START - MINUTE)
    assert 0.0 == made.seconds
