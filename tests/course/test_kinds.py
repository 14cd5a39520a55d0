"""Questions of every kind: what is right, what is wrong, and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.trusted import course_in
from tutor.course.entry import Options, Sliders, Typed
from tutor.course.kinds.array import ArrayQuestion
from tutor.course.kinds.blank import BlankQuestion
from tutor.course.kinds.choice import ChoiceQuestion
from tutor.course.kinds.choices import ChoicesQuestion
from tutor.course.kinds.number import NumberQuestion
from tutor.course.kinds.order import OrderQuestion
from tutor.course.kinds.setting import SettingQuestion
from tutor.course.labs import Labs
from tutor.course.lint.answers import lint_question
from tutor.course.live import prose_text
from tutor.course.model import Course
from tutor.course.proof import Note, Wrong
from tutor.course.questions import Asked, Desk, Feedback, Guess, Question, Reference, Unreadable, words_of
from tutor.course.source import Files, Findings
from tutor.course.tolerance import Tolerance
from tutor.figure import Axis, Figure, Place
from tutor.lab import Choice, Lab, Readout, Result, Slider, Timeline, Values, lab
from tutor.language import Text
from tutor.written import substituted

from .conftest import SMALL
from .test_loader import GATE, QUIZ
from .test_loader import replace as change

LAST_OPTION = """
    - text: {en: "a common illness", ko: "흔한 병"}
      say: {en: "It can: many are ill.", ko: "흔하면 됩니다."}"""


def question(course: Course, name: str) -> Question:
    return next(question for _, _, question in course.all_questions() if question.id == name)


def said(asked: Asked, response: str, language: str = "en") -> tuple[bool | None, str, str]:
    """Return (right, what is said, the mistake); right is None for what cannot be read."""
    feedback = asked.grade(response, language)
    if isinstance(feedback, Unreadable):
        return None, feedback.say, ""
    text = prose_text(feedback.say.in_(language), {}, None, language) if feedback.say is not None else ""
    return feedback.right, text, feedback.mistake


def test_the_right_response_is_right_for_every_kind_and_every_variant(course: Course) -> None:
    kinds = set()
    for _, _, one in course.all_questions():
        kinds.add(one.kind)
        for variant in range(len(one.variants)):
            asked = one.ask(variant)
            for language in ("en", "ko"):
                feedback = asked.grade(one.right_response(asked), language)
                assert isinstance(feedback, Feedback)
                assert feedback.right, (one.id, variant)
                assert one.spell(asked, one.right_response(asked), language)
    assert {"number", "predict", "choice", "choices", "array", "order", "blank", "setting"} == kinds


def entered(one: Question) -> str:
    """Return in a few words how a question is entered."""
    match one.entry(one.ask(0)):
        case Typed(hint, letters, nudges):
            return f"typed: {hint('en')}{', letters' if letters else ''}{', nudges' if nudges else ''}"
        case Options(mode, texts):
            return f"{mode} of {len(texts)}"
        case Sliders(show):
            return f"sliders: {', '.join(show)}"


def test_each_kind_says_how_it_is_entered(course: Course) -> None:
    assert {
        "how-worried": ("typed: within 2 percentage points, nudges", True),
        "by-hand": ("typed: to two decimals", False),
        "the-table": ("typed: rows after semicolons: 1 2; 3 4", False),
        "the-shape": ("typed: a shape, as in 2 x 3", False),
        "in-order": ("order of 3", False),
        "which-cannot": ("one of 3", False),
        "which-can": ("many of 3", False),
        "rule-name": ("typed: a word or a symbol, letters", False),
        "where-to": ("one of 2", True),
        "make-and": ("sliders: w1, w2, b", False),
    } == {one.id: (entered(one), one.single_try) for _, _, one in course.all_questions()}
    assert ["make-and"] == [one.id for _, _, one in course.all_questions() if one.ON_SLIDERS]


def test_how_hard_it_is_to_get_right_by_luck(course: Course) -> None:
    assert {
        "how-worried": 0,
        "where-to": 0,
        "which-cannot": 1,
        "which-can": 2,
        "in-order": 3,
        "rule-name": 3,
        "make-and": 4,
        "the-table": 4,
        "the-shape": 4,
        "by-hand": 4,
    } == {one.id: one.weight for _, _, one in course.all_questions()}


def test_only_a_number_has_a_working_a_guess_and_a_readout_to_keep_secret(course: Course) -> None:
    by_hand = question(course, "by-hand").ask(0)
    working = by_hand.question.working(by_hand)
    assert working is not None
    assert "60 / (60 + 90.0) = 0.40" == substituted(working)
    assert Guess("chance", -0.4, 0.4) == by_hand.question.guess(by_hand, "-0.4")
    worried = question(course, "how-worried").ask(0)
    assert pytest.approx(("chance", 0.15, 9 / 58.5)) == worried.question.guess(worried, "15")
    assert worried.question.guess(worried, "a lot") is None
    numbers = {"by-hand", "how-worried"}
    for _, _, one in course.all_questions():
        asked = one.ask(0)
        assert ("chance" if one.id in numbers else "") == one.withheld
        if one.id not in numbers:
            assert (None, None) == (one.working(asked), one.guess(asked, one.right_response(asked)))


def test_an_answer_is_told_as_it_reads_in_the_lesson_and_in_percent_as_it_is_typed(course: Course) -> None:
    told = {one.id: one.spell_answer(one.ask(0), "en") for _, _, one in course.all_questions()}
    assert {
        "how-worried": "15.38%",
        "by-hand": "40.0%",
        "the-table": "[[90, 90], [10, 810]]",
        "the-shape": "2x2",
        "in-order": "picture people → count letters → divide",
        "which-cannot": "finding more ill people",
        "which-can": "fewer false alarms · a common illness",
        "rule-name": "Bayes'",
        "where-to": "up",
        "make-and": "w1 = 1, w2 = 1, b = −1.5",
    } == told


def test_a_guess_is_nudged_by_small_steps_from_the_middle_of_its_axis(course: Course) -> None:
    worried, by_hand = question(course, "how-worried"), question(course, "by-hand")
    # Percent: from 0 to 100 in steps of 1. Without a place on a drawing a number goes from 0 to 10 in steps of 0.1.
    assert ["50%", "51%", "47%", "-1%"] == [
        worried.nudged(worried.ask(0), *at) for at in (("", 1), ("50", 1), ("50%", -3), ("0", -1))
    ]
    assert ["5", "5.10", "0.10"] == [by_hand.nudged(by_hand.ask(0), *at) for at in (("x", -1), ("5", 1), ("2/5", -3))]


@pytest.mark.parametrize(
    ("limits", "first", "next_one"),
    [
        # A whole axis: its middle, then a step of a round number, about a fortieth of it.
        ((-1.0, 7.0), "3", "3.10"),
        ((20.0, 60.0), "40", "41"),
        # Half an axis, or one that is turned round, is none: from 0 to 10.
        ((None, 7.0), "5", "5.10"),
        ((20.0, None), "5", "5.10"),
        ((60.0, 20.0), "5", "5.10"),
    ],
)
def test_a_guess_begins_in_the_middle_of_the_axis_that_its_answer_lies_on(
    course: Course, limits: tuple[float | None, float | None], first: str, next_one: str
) -> None:
    by_hand = question(course, "by-hand")
    assert isinstance(by_hand, NumberQuestion)
    asked = by_hand.ask(0)
    assert asked.result is not None
    for axis in ("x", "y"):
        drawn = Figure(
            (),
            Text(en="Nothing.", ko="없습니다."),
            **{axis: Axis("", *limits)},
            places={str(by_hand.answer): Place(axis)},
        )
        at = asked._replace(result=replace(asked.result, drawings=(drawn,)))
        assert first == by_hand.nudged(at, "", 1)
        assert next_one == by_hand.nudged(at, first, 1)


def test_a_chosen_option_is_marked_and_at_the_end_the_right_one(course: Course) -> None:
    one, some = question(course, "which-cannot").ask(0), question(course, "which-can").ask(0)
    assert {1: False} == one.question.marks(one, "1", over=False)
    assert {1: False, 0: True} == one.question.marks(one, "1", over=True)
    # Of several, a mark on one would tell which of them is wrong.
    assert [{}, {}, {0: True, 1: True}] == [some.question.marks(some, text, over=True) for text in ("0", "0,2", "1,0")]
    order = question(course, "in-order").ask(0)
    assert {} == order.question.marks(order, "0,2,1", over=True)


def test_what_is_said_to_a_setting_speaks_of_the_sliders_as_they_were_set(course: Course) -> None:
    gate, blank = question(course, "make-and").ask(0), question(course, "rule-name").ask(0)
    at = gate.question.asked_at(gate, '{"w1": 1, "w2": 1, "b": 0}')
    assert (1, True) == (at.values["w1"], bool(Reference("is_or").of(at)))
    assert gate is gate.question.asked_at(gate, "?")
    assert blank is blank.question.asked_at(blank, "Bayes")


@given(response=st.text(max_size=30))
@example(response="0\x1f")
def test_no_response_makes_grading_fail(course: Course, response: str) -> None:
    for _, _, one in course.all_questions():
        asked = one.ask(0)
        assert isinstance(asked.grade(response, "ko"), Feedback | Unreadable)
        assert isinstance(one.spell(asked, response, "ko"), str)


# number


def test_a_number_is_right_within_the_tolerance_and_in_each_spelling(course: Course) -> None:
    by_hand = question(course, "by-hand")
    assert isinstance(by_hand, NumberQuestion)
    asked = by_hand.ask(0)
    # 60 found of 60 + 90 alarms.
    assert 0.4 == pytest.approx(by_hand.truth(asked))
    for text in ("0.4", ".4", "0,4", "2/5", "60/150", "4e-1", " 0.40 ", "40%", "0.405", "0.395", "０．４"):
        assert (True, "", "") == said(asked, text), text
    for text in ("0.4051", "0.3949", "4", "-0.41"):
        assert said(asked, text)[0] is False, text


def test_a_recognised_wrong_number_meets_its_explanation_in_every_variant(course: Course) -> None:
    by_hand = question(course, "by-hand")
    for variant, joint in enumerate(("0.06", "0.14", "0.24")):
        assert (False, "That is the share of everyone.", "joint") == said(by_hand.ask(variant), joint)
    assert (False, "그 값은 전체 가운데의 비율입니다.", "joint") == said(by_hand.ask(0), "0.06", "ko")


def test_any_other_wrong_number_hears_which_way_or_that_the_sign_is_lost(course: Course) -> None:
    asked = question(course, "by-hand").ask(0)
    assert (False, "Not yet: the answer is smaller than 0.9.", "") == said(asked, "0.9")
    assert (False, "Not yet: the answer is larger than 0.23.", "") == said(asked, "0.23")
    assert (False, "Not yet: the answer is positive. Look at the signs.", "") == said(asked, "-3")
    # 0.396 is right within the tolerance: of its sign alone one can be sure, not of its size.
    for text in ("-0.4", "-0.396"):
        say = "With the other sign it would be right. Look at the sign once more."
        assert (False, say, "sign_lost") == said(asked, text)
    assert (False, "아직 아닙니다. 답은 0.9보다 작습니다.", "") == said(asked, "0.9", "ko")


def test_a_right_number_rounded_too_far_or_cut_off_hears_that_it_is_the_right_one(course: Course) -> None:
    # 140 found of 140 + 80 alarms: 7/11 = 0.6363…; 240 of 240 + 70: 0.774…
    asked = question(course, "by-hand").ask(1)
    say = "That is the right number to one decimal, but it is wanted to two decimals."
    assert (False, say, "rounded") == said(asked, "0.6")
    ko = "소수 첫째 자리까지 맞는 수입니다. 다만 더 정확하게 적어야 합니다. 필요한 정확도: 소수 둘째 자리까지."
    assert (False, ko, "rounded") == said(asked, "0,6", "ko")
    say = "Those are the first digits of the right number, cut off. Round it: it is wanted to two decimals."
    last = question(course, "by-hand").ask(2)
    assert (True, "", "") == said(last, "0.77")
    assert (False, say, "rounded") == said(replaced(asked, 0.6385), "0.63")
    # One digit proves nothing, and half a unit is rounded up.
    assert "rounded" != said(asked, "1")[2]
    assert "rounded" != said(replaced(asked, 0.45), "0.4")[2]
    assert "rounded" == said(replaced(asked, 0.45), "0.5")[2]
    assert "rounded" == said(replaced(asked, 1017.9), "1018")[2]


def replaced(asked: Asked, answer: float) -> Asked:
    """Return the question with another answer."""
    assert asked.result is not None
    readouts = {**asked.result.readouts, "chance": replace(asked.result.readouts["chance"], value=answer)}
    return asked._replace(result=replace(asked.result, readouts=readouts))


@pytest.mark.parametrize(
    ("response", "english", "korean"),
    [
        (
            "1",
            "Do you mean 100% or 1%? Write it with its % sign.",
            "100%인가요, 1%인가요? % 기호를 붙여서 적어 주세요.",
        ),
        (
            "-1.0",
            "Do you mean −100% or −1%? Write it with its % sign.",
            "−100%인가요, −1%인가요? % 기호를 붙여서 적어 주세요.",
        ),
    ],
)
@pytest.mark.parametrize("answer", [1.0, 0.01, 0.5])
def test_a_bare_1_is_asked_about_whether_it_is_right_or_not(
    course: Course, response: str, english: str, korean: str, answer: float
) -> None:
    asked = replaced(question(course, "how-worried").ask(0), answer)
    assert (None, english, "") == said(asked, response)
    assert (None, korean, "") == said(asked, response, "ko")
    assert [None] * 2 != [said(asked, response + sign)[0] for sign in ("%", "00%")]


def test_a_fraction_of_a_percent_is_asked_about_only_where_one_can_be_meant(course: Course) -> None:
    worried = question(course, "how-worried")
    assert isinstance(worried, NumberQuestion)
    # To a whole percent, 0.2 is the share: what is said tells how it was read.
    assert (False, "Not yet: the answer is smaller than 30%.", "") == said(worried.ask(0), "0.3")
    fine = replace(worried, tolerance=Tolerance(0.0005))
    say = fine.grade(worried.ask(0), "0.2", "en")
    assert Unreadable("Do you mean 20% or 0.2%? Write it with its % sign.") == say
    assert isinstance(fine.grade(worried.ask(0), "1/5", "en"), Feedback)


def test_what_is_no_number_costs_no_attempt(course: Course) -> None:
    for text in ("", "a lot", "1/0", "nan"):
        right, say, _ = said(question(course, "by-hand").ask(0), text)
        assert right is None
        assert "4.67" in say


def test_percent_is_taken_with_and_without_its_sign(course: Course) -> None:
    asked = question(course, "how-worried").ask(0)
    # 9 found of 9 + 49.5 alarms.
    for text in ("15", "15%", "15.4", "0.154", "2/13"):
        assert said(asked, text)[0] is True, text
    assert (False, "That is how often the test finds the ill.", "sensitivity") == said(asked, "90")
    assert "15%" in said(asked, "?")[1]


@pytest.mark.parametrize(
    ("tolerance", "percent", "english", "korean"),
    [
        (Tolerance(0.05), False, "to one decimal", "소수 첫째 자리까지"),
        (Tolerance(0.005), False, "to two decimals", "소수 둘째 자리까지"),
        (Tolerance(0.0005), False, "to three decimals", "소수 셋째 자리까지"),
        (Tolerance(0.00005), False, "to four decimals", "소수 넷째 자리까지"),
        (Tolerance(0.5), False, "within 0.5", "오차 0.5 이내"),
        (Tolerance(0.02), False, "within 0.02", "오차 0.02 이내"),
        (Tolerance(0.0), False, "exactly", "정확한 값"),
        (Tolerance(0.0, 0.01), False, "within 1%", "오차 1% 이내"),
        (Tolerance(0.005), True, "to a whole percent", "1% 단위까지"),
        (Tolerance(0.0005), True, "to a tenth of a percent", "0.1% 단위까지"),
        (Tolerance(0.02), True, "within 2 percentage points", "오차 2%p 이내"),
    ],
)
def test_a_tolerance_is_told_in_words(tolerance: Tolerance, percent: bool, english: str, korean: str) -> None:
    assert (english, korean) == tuple(map(tolerance.words(percent=percent), ("en", "ko")))


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_an_answer_rounded_as_the_tolerance_says_is_right(answer: float, decimals: int) -> None:
    tolerance = Tolerance(0.5 * 10**-decimals)
    assert decimals == tolerance.decimals()
    assert tolerance.covers(answer, float(f"{answer:.{decimals}f}"))


@given(st.floats(-1e6, 1e6), st.sampled_from([0.0, 0.5, 0.005, 1e-6]), st.booleans())
def test_the_right_number_as_a_learner_would_type_it_is_right(
    course: Course, answer: float, width: float, percent: bool
) -> None:
    by_hand = question(course, "by-hand")
    assert isinstance(by_hand, NumberQuestion)
    asked = by_hand.ask(0)
    assert asked.result is not None
    readouts = {**asked.result.readouts, "chance": replace(asked.result.readouts["chance"], value=answer)}
    asked = asked._replace(result=replace(asked.result, readouts=readouts))
    one = replace(by_hand, tolerance=Tolerance(width), percent=percent)
    feedback = one.grade(asked, one.right_response(asked), "en")
    assert isinstance(feedback, Feedback)
    assert feedback.right, one.right_response(asked)


# choice, choices


def shown(one: Question, variant: int) -> tuple[int, ...]:
    """Return the order in which a question's options are shown at first."""
    entry = one.entry(one.ask(0)._replace(variant=variant))
    assert isinstance(entry, Options)
    return entry.shown


def test_every_option_has_its_own_explanation(course: Course) -> None:
    asked = question(course, "which-cannot").ask(0)
    assert [
        (True, "Right.", ""),
        (False, "It can: fewer false alarms than ill.", "option-2"),
        (False, "It can: many are ill.", "option-3"),
    ] == [said(asked, text) for text in ("0", "1", "2")]
    for text in ("", "3", "0,1", "x", "-1", "٢"):
        assert said(asked, text)[0] is None, text


def test_several_options_are_right_together(course: Course) -> None:
    asked = question(course, "which-can").ask(0)
    assert (True, "Yes, this.\nAnd this.", "") == said(asked, "0,1")
    assert (True, "Yes, this.\nAnd this.", "") == said(asked, "1, 0")
    assert (False, "Paper changes nothing.", "option-3") == said(asked, "0,1,2")
    assert (False, "Think of the well.", "missed-1") == said(asked, "1")
    assert (False, "What you chose is right, and something is still missing.", "missed-2") == said(asked, "0")
    assert said(asked, "")[0] is None


def test_options_are_shuffled_only_where_the_author_asks(course: Course) -> None:
    shuffled, fixed = question(course, "which-cannot"), question(course, "which-can")
    assert isinstance(shuffled, ChoiceQuestion) and isinstance(fixed, ChoicesQuestion)
    assert {(0, 1, 2)} == {shown(fixed, variant) for variant in range(20)}
    orders = [shown(shuffled, variant) for variant in range(40)]
    assert 6 == len(set(orders))
    assert orders == [shown(shuffled, variant) for variant in range(40)]


# array


def test_an_array_is_right_in_each_spelling(course: Course) -> None:
    table = question(course, "the-table")
    assert isinstance(table, ArrayQuestion)
    asked = table.ask(0)
    assert ((90.0, 90.0), (10.0, 810.0)) == table.truth(asked)
    for text in ("[[90, 90], [10, 810]]", "90 90; 10 810", "90 90\n10 810", "[90 90; 10 810.4]"):
        assert (True, "", "") == said(asked, text), text


def test_a_wrong_array_hears_its_mistake_its_shape_or_its_first_wrong_entry(course: Course) -> None:
    asked = question(course, "the-table").ask(0)
    assert (False, "Rows and columns are exchanged.", "turned") == said(asked, "90 10; 90 810")
    assert (False, "That has all its numbers in one row.", "slip:exchanged") == said(asked, "90 90 10 810")
    assert (False, "Look at the shape first: yours is (4,), the answer has another one.", "shape") == said(
        asked, "90 91 10 810"
    )
    assert (False, "The first number that is not right yet: −11, at row 2, column 1.", "entry") == said(
        asked, "90 90; -11 8"
    )
    assert (False, "아직 맞지 않는 첫 숫자는 2행 1열의 −11입니다.", "entry") == said(asked, "90 90; -11 8", "ko")
    assert said(asked, "1 2; 3")[0] is None
    assert said(asked, "x")[0] is None


def test_entries_rounded_too_far_hear_that_they_are_right(course: Course) -> None:
    table = question(course, "the-table")
    assert isinstance(table, ArrayQuestion)
    asked = table.ask(0)
    assert asked.result is not None
    readouts = {
        **asked.result.readouts,
        "table": replace(asked.result.readouts["table"], value=[[4 / 3, 2], [0.25, 5]]),
    }
    asked = asked._replace(result=replace(asked.result, readouts=readouts))
    fine = replace(table, tolerance=Tolerance(0.005))
    feedback = fine.grade(asked, "1.3 2; 0.3 5", "en")
    assert isinstance(feedback, Feedback) and feedback.say is not None
    assert (False, "rounded") == (feedback.right, feedback.mistake)
    assert (
        "Those are the right numbers, but rounded too far: they are wanted to two decimals."
        in feedback.say.in_("en").source
    )
    for text in ("1 2; 0.3 5", "1.3 2; 0.2 5", "1.3 2; 0.3 6", "-1.3 2; 0.3 5"):
        other = fine.grade(asked, text, "en")
        assert isinstance(other, Feedback) and other.mistake == "entry", text


def test_a_shape_is_typed_in_several_ways(course: Course) -> None:
    asked = question(course, "the-shape").ask(0)
    for text in ("2x2", "2×2", "(2, 2)", "2, 2", "[2,2]"):
        assert said(asked, text)[0] is True, text
    assert (False, "That has a length of 1 too many.", "slip:too-far") == said(asked, "2x2x1")
    assert (False, "Count the dimensions first: you wrote 3 of them.", "dimensions") == said(asked, "2x2x7")
    assert (
        False,
        "That has length number 2 right; the other is not a length of the answer.",
        "slip:exchanged",
    ) == said(asked, "3x2")
    assert said(asked, "2.5x1")[0] is None


def test_values_typed_for_a_shape_and_a_shape_for_values_are_named(course: Course) -> None:
    asked = question(course, "the-shape").ask(0)
    values = "That reads like an array's values. What is asked is its shape: how long it is along each axis, as in 3x2."
    for text in ("[[90, 90], [10, 810]]", "2.5", "[-5, 13]", "1 2; 3 4"):
        assert (None, values, "") == said(asked, text), text
    assert (False, values, "values") == said(asked, "[5, 13, 21]")
    table = question(course, "the-table").ask(0)
    assert (None, "That is a shape. What is asked is the array's values, as in 1 2; 3 4.", "") == said(table, "2x2")


def test_commas_that_can_be_decimal_are_asked_about(course: Course) -> None:
    table = question(course, "the-table").ask(0)
    for text in ("90,4 90; 10 810", "90,4 90,1; 10,2 810,3", "90,4; 90,1; 10,2; 810,3"):
        assert said(table, text)[0] is (text.count(";") == 1), text
    right, say, _ = said(table, "90,4,90,1,10,2,810,3")
    assert right is None and "decimal comma" in say
    assert "소수점" in said(table, "90,4,90,1,10,2,810,3", "ko")[1]


# order, blank


def test_an_order_is_right_or_hears_what_came_too_early(course: Course) -> None:
    order = question(course, "in-order")
    assert isinstance(order, OrderQuestion)
    asked = order.ask(0)
    assert (True, "", "") == said(asked, "0,1,2")
    assert (False, "What would you divide?", "3-before-2") == said(asked, "0,2,1")
    assert (False, "People come first.", "") == said(asked, "1,0,2")
    for text in ("", "0,1", "0,1,1", "0,1,3"):
        assert said(asked, text)[0] is None, text
    assert "picture people → divide → count letters" == order.spell(asked, "0,2,1", "en")
    assert all(shown(order, variant) != (0, 1, 2) for variant in range(50))


def test_a_missing_word_is_right_whatever_its_case_spaces_hyphens_and_language(course: Course) -> None:
    blank = question(course, "rule-name")
    assert isinstance(blank, BlankQuestion)
    asked = blank.ask(0)
    for text in ("bayes", " BAYES' ", "베이즈", "베이스", "ba-yes", "Ｂａｙｅｓ", "베이즈"):
        assert (True, "", "") == said(asked, text), text
    for text in ("Bayes.", "bayes。", '"Bayes"', "the Bayes", "Bayes function", "베이즈 함수", "베이즈함수."):
        assert (True, "", "") == said(asked, text), text
    for text in ("laplace", "Laplace.", "Laplace function"):
        assert (False, "He came later.", "Laplace") == said(asked, text), text
    assert (False, "A reverend found it.", "") == said(asked, "Newton")
    assert said(asked, "  ")[0] is None


@pytest.mark.parametrize(
    "word", ["np.dot", "X.shape", "e.g.", "U.S.", "etc.", "3.14", ".5", ".", "…", "·", "ẋ", "İzmir", "kapı", "ΐ", "ﬁ"]
)
def test_a_word_with_a_dot_or_without_one_proves_itself(course: Course, word: str) -> None:
    blank = question(course, "rule-name")
    assert isinstance(blank, BlankQuestion)
    dotted = replace(blank, accept={"en": (word,)}, mistakes=()).ask(0)
    for text in (word, word.upper(), f" {word} "):
        assert (True, "", "") == said(dotted, text), text
    assert said(dotted, "kap")[0] is False


# setting


def test_any_setting_that_works_is_right(course: Course) -> None:
    gate = question(course, "make-and")
    assert isinstance(gate, SettingQuestion)
    asked = gate.ask(0)
    for text in ('{"w1": 1, "w2": 1, "b": -1.5}', '{"w1": 0.5, "w2": 0.5, "b": -0.5}', '{"w1": 1, "w2": 1, "b": -1}'):
        assert (True, "", "") == said(asked, text), text
    assert (False, "That is OR: one input is enough for it.", "is_or") == said(asked, '{"w1": 1, "w2": 1, "b": 0}')
    assert (False, "Look at the row (1, 1) first.", "") == said(asked, "{}")
    for text in ("", "[]", "3", '{"w1": 99}', '{"w1": "x"}', "[" * 5000):
        assert said(asked, text)[0] is None, text
    assert "w1 = 1, w2 = 1, b = −1.5" == gate.spell(asked, gate.right_response(asked), "en")
    assert '{"w1": 2.0, "w2": 0.0, "b": 1.0}' == gate.entry(asked).response(
        {"w1": 2.0, "w2": 0.0, "b": 1.0, "strict": True}
    )


# revision


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "changes"),
    [
        ("by-hand", QUIZ, "How likely is illness?", "How likely is it?", False),
        ("by-hand", QUIZ, "Picture a thousand", "Imagine a thousand", False),
        ("by-hand", QUIZ, "That is the share of everyone", "The share of all", False),
        ("by-hand", QUIZ, "{abs: 0.005}", "{abs: 0.05}", True),
        ("by-hand", QUIZ, "[0.1, 0.2, 0.3]", "[0.1, 0.2, 0.25]", True),
        ("by-hand", QUIZ, "false_alarm: 0.1}", "false_alarm: 0.10}", False),
        ("how-worried", QUIZ, "answer: chance", "answer: joint", True),
        ("which-cannot", QUIZ, "fewer false alarms", "less alarm", False),
        ("which-cannot", QUIZ, LAST_OPTION, "", True),
        ("rule-name", QUIZ, "Bayes]", "Bayesian]", True),
        ("make-and", GATE, "example: {w1: 1, w2: 1, b: -1.5}", "example: {w1: 2, w2: 2, b: -2}", False),
        ("make-and", GATE, "at: {w1: 0,", "at: {w1: 1,", True),
    ],
)
def test_a_revision_changes_with_what_decides_and_not_with_a_text(
    course: Course, folder: Path, name: str, file: str, old: str, new: str, changes: bool
) -> None:
    before = question(course, name).revision
    assert 12 == len(before)
    change(file, old, new)(folder)
    assert changes is (question(course_in(folder), name).revision != before)


def test_a_wrong_number_that_nothing_is_heard_in_hears_what_the_author_says_to_any_other(course: Course) -> None:
    other = words_of(Text(en="Look again.", ko="다시 보세요."))
    asked = replace(question(course, "by-hand"), otherwise=other).ask(0)  # type: ignore[type-var]
    assert (False, "Look again.", "") == said(asked, "-98765.4")
    assert (False, "다시 보세요.", "") == said(asked, "-98765.4", "ko")


def test_the_arithmetic_of_a_foreseen_mistake_is_looked_for_once_and_only_when_somebody_asks(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(NumberQuestion, "_arithmetic", lambda *given: looked.append(given[3]))
    one = question(course, "by-hand")
    asked = one.ask(0)
    assert isinstance(one, NumberQuestion)
    wrong = f"{one.mistakes[0].answer.of(asked):.4f}"
    feedback = asked.grade(wrong, "en")
    assert isinstance(feedback, Feedback)
    assert (one.mistakes[0].say, []) == (feedback.say, looked)
    assert (None, None, [wrong]) == (feedback.yours, feedback.yours, looked)


def test_several_options_are_proven_by_leaving_each_right_one_out(course: Course) -> None:
    one = question(course, "which-can")
    asked = one.ask(0)
    right = one.right_response(asked).split(",")
    left_out = [",".join(other for other in right if other != missing) for missing in right]
    claims = list(one.prove(Desk(asked, "en", lambda lab, values: lab(**values))))
    assert 2 <= len(right)
    assert left_out == [claim.responses[0] for claim in claims if isinstance(claim, Wrong)][-len(right) :]


@lab(
    way=Choice("one", options={"one": "one", "other": "other"}),
    wide=Slider(2, low=0, high=9, step=1),
    frame=Timeline(3, last=8),
    trap=Choice("none", options=dict.fromkeys(("none", "low", "high", "first", "last"), "trap")),
)
def trapped(way: str, wide: float, frame: int, trap: str) -> Result:
    """Right with one way; with the other at an end alone, and which end that is the trap says."""
    ends = {"low": wide == 0, "high": wide == 9, "first": frame == 0, "last": frame == 8}
    return Result({"right": Readout(wide > 2 if way == "one" else ends.get(trap, False))})


@pytest.mark.parametrize("trap", ["none", "low", "high", "first", "last"])
def test_the_only_way_is_tried_at_both_ends_of_a_slider_and_of_a_timeline(course: Course, trap: str) -> None:
    standing = next(one for _, _, one in course.all_questions() if isinstance(one, SettingQuestion))
    one = replace(
        standing,
        lab=trapped,
        variants=({"trap": trap},),
        answer=Reference("right"),
        show=("way", "wide", "frame"),
        example={"way": "one", "wide": 5.0},
        only="way",
        mistakes=(),
        moves=0,
    )
    ran: list[tuple[object, ...]] = []
    ahead: list[tuple[object, ...]] = []

    def run(lab: Lab, values: Values) -> Result:
        ran.append(tuple(lab.check(values).items()))
        return lab(**values)

    def prepare(lab: Lab, settings: Sequence[Values]) -> None:
        assert [] == ran
        ahead.extend(tuple(lab.check(values).items()) for values in settings)

    found = [claim.kind for claim in one.prove(Desk(one.ask(0), "en", run, prepare)) if isinstance(claim, Note)]
    assert ([] if trap == "none" else ["another-way"]) == found
    assert set(ran) <= set(ahead)


@lab(
    far=Slider(2, low=0, high=30, step=1),
    wide=Slider(2, low=0, high=30, step=1),
    frame=Timeline(3, last=8),
)
def walked(far: float, wide: float, frame: int) -> Result:
    """Right somewhere inside."""
    return Result({"right": Readout(far + wide == frame), "never": Readout(value=False)})


def of_film(course: Course, film: Lab, *mistakes: str, **example: float) -> SettingQuestion:
    """Return a question about a lab of a film with two sliders, whose mistakes are readouts."""
    standing = next(one for _, _, one in course.all_questions() if isinstance(one, SettingQuestion) and one.mistakes)
    return replace(
        standing,
        lab=film,
        variants=({},),
        answer=Reference("right"),
        show=("far", "wide", "frame"),
        example={"far": 5.0, "wide": 3.0, **example},
        only="",
        mistakes=tuple(standing.mistakes[0]._replace(answer=Reference(name)) for name in mistakes),
        moves=0,
    )


def test_a_mistake_is_looked_for_in_the_moments_of_a_film_then_at_the_ends_of_all_sliders(course: Course) -> None:
    one = of_film(course, walked, "never")
    ran: list[dict[str, object]] = []

    def run(lab: Lab, values: Values) -> Result:
        ran.append({name: value for name, value in values.items() if {**lab.check({}), **one.example}[name] != value})
        return lab(**values)

    assert ["mistake-unheard"] == [
        claim.kind for claim in one.prove(Desk(one.ask(0), "en", run)) if isinstance(claim, Note)
    ]
    moments = [0, 8, *(frame for frame in range(1, 8) if frame != 3)]
    first = [change for change in ran if change][: len(moments) + 4]
    assert [{"frame": frame} for frame in moments] == first[:-4]
    assert [{"far": 0}, {"wide": 0}, {"far": 30}, {"wide": 30}] == first[-4:]


def _worked_out(far: float, wide: float, frame: int) -> Iterator[float]:  # noqa: ARG001 - as the lab below
    yield 1.0


@lab(
    prepare=_worked_out,
    far=Slider(20, low=0, high=30, step=1),
    wide=Slider(2, low=0, high=30, step=1),
    frame=Timeline(3, last=8),
)
def long_walked(far: float, wide: float, frame: int) -> Result:
    """Right at its end, and seen to be wrong before: what is wide at once, what is near only from some moment on."""
    readouts = {"right": far + wide == frame, "wide": wide == 30, "near": far == 0 and frame == 8, "early": frame == 1}
    return Result({name: Readout(value) for name, value in readouts.items()})


@pytest.mark.parametrize(("mistakes", "moments"), [(("wide",), {0}), (("wide", "near"), {0, 8})])
def test_what_takes_long_is_first_looked_at_where_nothing_has_to_be_worked_out(
    course: Course, mistakes: tuple[str, ...], moments: set[int]
) -> None:
    one = of_film(course, long_walked, *mistakes, frame=8)
    ran: list[object] = []

    def run(lab: Lab, values: Values) -> Result:
        ran.append(values["frame"])
        return lab(**values)

    assert [] == [claim for claim in one.prove(Desk(one.ask(0), "en", run)) if isinstance(claim, Note)]
    assert moments <= set(ran)
    if len(mistakes) == 1:
        assert moments == set(ran)


def test_of_what_takes_long_no_later_moment_is_worked_out_for_a_mistake_that_shows_before(course: Course) -> None:
    one = of_film(course, long_walked, "early", frame=3)
    ran: list[object] = []

    def run(lab: Lab, values: Values) -> Result:
        ran.append(values["frame"])
        return lab(**values)

    assert [] == [claim for claim in one.prove(Desk(one.ask(0), "en", run)) if isinstance(claim, Note)]
    assert {0, 1} == set(ran)


def test_what_proves_a_question_asks_whether_a_response_is_right_and_derives_nothing(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    responses = ("0", "1", "-1", "0.84", "84%", "1,5", "2/3", "", "x", "[1, 2]", "0,1", "1,0", "2x3")
    asked = [one.ask(variant) for _, _, one in course.all_questions() for variant in range(len(one.variants))]
    for one in asked:
        for response in (*responses, one.question.right_response(one)):
            graded = one.grade(response, "en")
            wanted = isinstance(graded, Feedback) and graded.right
            assert wanted is one.question.is_right(one, response, "en"), (one.question.id, response)
    derived: list[str] = []
    monkeypatch.setattr(NumberQuestion, "_hear", lambda *given: derived.append(given[2]))
    for one in asked:
        if one.question.KIND == "number":
            lint_question(one.question, "en", Labs(Files(SMALL)), Findings())
    assert [] == derived
