"""Answering one question: grades, hints, reveals, new numbers, and coming back to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.learner.samples import MINUTE, START, Doubling, attempt, doubling
from tests.session.host import FakeHost
from tutor.learner.attempts import Attempt, During
from tutor.learner.calibration import Sureness
from tutor.session.answering import Answering
from tutor.session.asking import LONGEST_SECONDS, Asking, Phase
from tutor.session.host import Occasion


class Learner:
    """Someone who answers one question, with what they answered before."""

    def __init__(
        self, question: Doubling, before: Sequence[Attempt] = (), *, during: During = During.LESSON, now: int = START
    ) -> None:
        self.host = FakeHost(list(before), now=now)
        self.answering = Answering(question, self.host, Occasion("cost", during))
        self.answering.start(lambda _: None)

    @property
    def asking(self) -> Asking:
        assert self.answering.asking is not None
        return self.answering.asking

    def answer(self, response: str, now: int = START) -> Attempt:
        self.host.now = now
        before = len(self.host.made)
        self.answering.respond(response)
        assert before + 1 == len(self.host.made)
        return self.host.made[-1]

    def reveal(self, now: int = START) -> Attempt:
        self.host.now = now
        self.answering.reveal()
        return self.host.made[-1]


def test_a_right_response_ends_the_question_and_becomes_an_attempt():
    learner = Learner(doubling())
    made = learner.answer("2", START + 5_000)
    assert (Phase.RIGHT, True) == (learner.asking.phase, learner.answering.is_over)
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
    learner = Learner(doubling())
    made = learner.answer("1")
    assert (Phase.OPEN, 1, 0) == (learner.asking.phase, learner.asking.tries, learner.asking.asked.variant)
    assert "itself" == made.mistake
    made = learner.answer("2", START + 3_000)
    assert (Phase.RIGHT, 2, 3.0) == (learner.asking.phase, learner.asking.tries, made.seconds)


@pytest.mark.parametrize(("language", "said"), [("en", "A number, please."), ("ko", "숫자를 입력해 주세요.")])
def test_what_cannot_be_read_is_refused_and_no_attempt(language: str, said: str):
    learner = Learner(doubling())
    learner.host.language = language
    learner.answering.respond("about two")
    assert (said, 0, []) == (learner.answering.refused, learner.asking.tries, learner.host.made)
    learner.answer("2")
    assert "" == learner.answering.refused


def test_whoever_asks_for_help_reads_the_help_and_no_more_what_could_not_be_read():
    learner = Learner(doubling())
    learner.answering.respond("about two")
    learner.answering.hint()
    assert (1, "") == (learner.asking.hints_shown, learner.answering.refused)


def test_hints_come_one_at_a_time_and_are_counted():
    learner = Learner(doubling())
    assert () == learner.asking.hints
    learner.answering.hint()
    assert ["Add it to itself."] == [hint.in_("en").source for hint in learner.asking.hints]
    for _ in range(3):
        learner.answering.hint()
    assert (2, False) == (len(learner.asking.hints), learner.answering.can("hint"))
    assert 2 == learner.answer("2").hints


def test_the_answer_is_revealed_only_after_an_honest_response():
    learner = Learner(doubling())
    assert not learner.answering.can("reveal")
    learner.answering.reveal()
    assert (Phase.OPEN, []) == (learner.asking.phase, learner.host.made)
    learner.answer("7")
    made = learner.reveal(START + 9_000)
    assert (Phase.REVEALED, "7", 1) == (learner.asking.phase, learner.asking.response, learner.asking.tries)
    assert (True, False, "", 9.0) == (made.revealed, made.right, made.response, made.seconds)


def test_what_comes_after_the_end_is_no_response():
    learner = Learner(doubling())
    learner.answer("2")
    learner.answering.respond("3")
    assert (1, "2") == (len(learner.host.made), learner.asking.response)


def test_trying_again_is_a_new_problem_and_starts_again_from_the_first():
    learner = Learner(doubling())
    learner.answer("2")
    variants = []
    for _ in range(3):
        learner.answering.again()
        asking = learner.asking
        variants.append(asking.asked.variant)
        assert (Phase.OPEN, 0, 0, None) == (asking.phase, asking.tries, asking.hints_shown, asking.feedback)
        learner.answer(asking.question.right_response(asking.asked))
    assert [1, 2, 0] == variants


def test_it_cannot_be_tried_again_before_it_was_answered():
    learner = Learner(doubling())
    before = learner.asking
    learner.answering.again()
    assert before is learner.asking


def test_a_prediction_is_one_guess_right_or_wrong():
    learner = Learner(doubling("predict"))
    made = learner.answer("50")
    assert (Phase.PREDICTED, "50") == (learner.asking.phase, learner.asking.response)
    assert not learner.answering.can("again")
    assert made.is_guess
    assert made.closes


def test_asking_later_takes_the_numbers_after_the_last_ones():
    earlier = [attempt("double", variant=1), attempt("another", variant=2)]
    assert 2 == Learner(doubling(), earlier, during=During.REVIEW).asking.asked.variant
    assert 0 == Learner(doubling(), [attempt("double", variant=2)], during=During.REVIEW).asking.asked.variant


@pytest.mark.parametrize("responses", [["2"], ["1"], ["7", "1"], ["7", "1", "2"], ["7", "reveal"]])
@pytest.mark.parametrize("kind", ["number", "predict"])
def test_a_restart_finds_the_question_as_it_was_left(kind: str, responses: list[str]):
    question = doubling(kind)
    learner = Learner(question)
    for response in responses:
        if not learner.answering.is_over:
            learner.answering.hint()
            if response == "reveal":
                learner.reveal()
            else:
                learner.answer(response)
    left, again = learner.asking, Learner(question, learner.host.made).asking
    for name in ("phase", "tries", "hints_shown", "response", "hints"):
        assert getattr(left, name) == getattr(again, name), name
    assert left.asked.variant == again.asked.variant
    assert left.feedback is not None
    assert again.feedback is not None
    assert left.feedback.mistake == again.feedback.mistake
    assert (left.feedback.say is None) == (again.feedback.say is None)


def test_a_question_that_was_renamed_keeps_its_answers_and_its_place_among_the_numbers():
    renamed = replace(doubling(), id="twice", was=("double", "two-fold"))
    before = [attempt("double", True, variant=1, response="4"), attempt("another", variant=2)]
    assert Phase.RIGHT is Learner(renamed, before).asking.phase
    assert 2 == Learner(renamed, before, during=During.REVIEW).asking.asked.variant


def test_testing_out_is_answered_once_and_shown_nothing_before():
    learner = Learner(doubling(), during=During.TEST_OUT)
    assert not learner.answering.can("hint")
    made = learner.answer("7")
    assert (Phase.MISSED, True, During.TEST_OUT) == (learner.asking.phase, learner.answering.is_over, made.during)
    assert not learner.answering.can("reveal")
    assert not learner.answering.can("again")
    other = Learner(doubling(), during=During.TEST_OUT)
    other.answer("2")
    assert Phase.RIGHT is other.asking.phase


def test_a_restart_in_the_middle_of_a_second_round_keeps_only_that_round():
    attempts = [
        attempt("double", True, variant=0, response="2"),
        attempt("double", False, variant=1, response="2", hints=1),
    ]
    asking = Learner(doubling(), attempts).asking
    assert (Phase.OPEN, 1, 1, 1) == (asking.phase, asking.tries, asking.hints_shown, asking.asked.variant)


def test_a_review_leaves_the_lesson_as_it_was():
    attempts = [attempt("double", True, response="2"), attempt("double", False, variant=1, during=During.REVIEW)]
    assert Phase.RIGHT == Learner(doubling(), attempts).asking.phase


def test_a_question_that_is_graded_in_another_way_now_is_asked_afresh():
    asking = Learner(doubling(revision="r2"), [attempt("double", True, response="2")]).asking
    assert (Phase.OPEN, 0, 1) == (asking.phase, asking.tries, asking.asked.variant)


def test_a_grade_stays_what_it_was():
    asking = Learner(doubling(), [attempt("double", True, response="zwei")]).asking
    assert asking.feedback is not None
    assert (Phase.RIGHT, True) == (asking.phase, asking.feedback.right)


def test_time_away_and_a_clock_set_back_do_not_count():
    assert LONGEST_SECONDS == Learner(doubling()).answer("2", START + 90 * MINUTE).seconds
    assert 0.0 == Learner(doubling()).answer("2", START - MINUTE).seconds


# -- how sure ---------------------------------------------------------------------------------------------------------


def asked_how_sure(question: Doubling, during: During = During.LESSON) -> Learner:
    learner = Learner(question, during=during)
    learner.host.is_asked_how_sure = True
    return learner


def test_a_prediction_waits_for_how_sure_before_it_is_compared():
    learner = asked_how_sure(doubling("predict"))
    learner.host.now = START + 5_000
    learner.answering.respond("3")
    assert ([], False, 0) == (learner.host.made, learner.answering.is_over, learner.asking.tries)
    learner.host.now = START + 60_000
    learner.answering.say_how_sure(Sureness.FAIRLY)
    (made,) = learner.host.made
    # It took as long as to predict, and not as long as to say how sure.
    assert ("3", False, 75, START + 5_000, 5.0) == (made.response, made.right, made.sure, made.at, made.seconds)
    assert Phase.PREDICTED is learner.asking.phase
    learner.answering.say_how_sure(Sureness.SURE)
    assert 1 == len(learner.host.made)


def test_nothing_need_be_said_and_leaving_says_nothing():
    for leave in (Answering.leave, Answering.leave_unsaid, lambda one: one.say_how_sure(None)):
        learner = asked_how_sure(doubling("predict"))
        learner.answering.respond("3")
        leave(learner.answering)
        assert [0] == [made.sure for made in learner.host.made]
        assert learner.answering.is_over


def test_until_it_is_said_another_prediction_takes_its_place_and_what_cannot_be_read_is_none():
    learner = asked_how_sure(doubling("predict"))
    learner.answering.respond("three")
    assert learner.answering.held is None
    learner.answering.respond("3")
    learner.answering.respond("2")
    learner.answering.say_how_sure(Sureness.SURE)
    assert [("2", True, 95)] == [(made.response, made.right, made.sure) for made in learner.host.made]


def test_only_a_prediction_in_a_lesson_is_asked_about_and_only_where_that_is_wanted():
    for question, during in (
        (doubling(), During.LESSON),
        (doubling("predict"), During.TEST_OUT),
        (doubling("predict"), During.REVIEW),
    ):
        learner = asked_how_sure(question, during)
        learner.answer("2")
        assert learner.answering.held is None
    assert 0 == Learner(doubling("predict")).answer("2").sure
