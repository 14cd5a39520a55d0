"""What is said to a wrong number: it is true of that number, and worked out here once more from the sentence alone."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.trusted import standing_course, standing_lesson
from tutor.course.kinds.number import NumberQuestion
from tutor.course.live import prose_text
from tutor.course.questions import Asked, Feedback, Question
from tutor.course.slips.causes import Cause, cause_of
from tutor.course.slips.hearing import candidates, working_of
from tutor.course.slips.saying import exact, speaker_of
from tutor.course.slips.slip import Slip
from tutor.course.slips.unfolding import side_by_side
from tutor.working import Expression
from tutor.written import arithmetic

LESSONS = Path(__file__).parents[2] / "lessons"


@cache
def questions() -> dict[str, Question]:
    return {question.id: question for _, _, question in standing_course(LESSONS).all_questions()}


def said(name: str, response: str, language: str = "en") -> str:
    asked = questions()[name].ask(0)
    feedback = asked.grade(response, language)
    assert isinstance(feedback, Feedback) and feedback.say is not None and not feedback.right
    return prose_text(feedback.say.in_(language), asked.values, asked.result, language)


@pytest.mark.parametrize(
    ("name", "response", "sentence"),
    [
        # w = (-2, 0.5), x = (2, 1): -2·2 + 0.5·1
        ("weighted-sum", "-4", "−4 is (−2)·2, a number on the way."),
        ("weighted-sum", "-1.5", "−1.5 leaves out x in every term."),
        ("weighted-sum", "-4.5", "−4.5 takes off 0.5·1 where it is added."),
        # -0.5·1.5 + 1.5·1 - 0.3
        ("full-neuron", "1.2", "1.2 leaves out (−0.5)·1.5."),
        # 2x + 1 on (1, 1), (2, 2), (3, 3): (4 + 9 + 16) / 3
        ("by-hand", "14.5", "14.5 divides by 2 in place of 3."),
        ("by-hand", "3.11", "3.11 takes the root at the end."),
        # 1 / (1 + e): one divided by each of the two
        (
            "sigmoid-by-hand",
            "1.37",
            "One way to get there: 1.37 has 1 / 1 + 1 / exp(−(−1)) in place of 1 / (1 + exp(−(−1))).",
        ),
        ("sum-at-h211", "1.75", "1.75 loses the minus of b21 = −1."),
        ("next-weight", "-0.225", "−0.225 has (2.5 − 7)·0.05 in place of 2.5 − 0.05·7."),
        ("next-weight", "6.875", "6.875 exchanges W = 2.5 and slope = 7."),
        ("which-term", "0.097", "0.097 takes log₁₀ where ln stands."),
        ("softmax-by-hand", "50.6", "50.6 is in percent, a hundred times as large."),
        ("whole-row", "5 13 22", "At row 1, column 3: One way to get there: 22 has 1 + 6 in place of 1·6."),
        ("transpose-it", "5 3; 9 1; 2 4; 6 1", "That has the columns in the opposite order."),
        ("both-after", "[1.333, 1.3]", "At position 2: 1.3 adds 0.1·3 where it is taken off."),
        ("shape-of-product", "4x3x3x2", "That puts the shapes of a and b behind each other."),
    ],
)
def test_a_wrong_number_hears_what_it_comes_of(name: str, response: str, sentence: str) -> None:
    assert sentence == said(name, response)


def test_it_is_said_in_korean_as_well() -> None:
    assert "1.2는 (−0.5)·1.5 항을 뺀 값입니다." == said("full-neuron", "1.2", "ko")
    assert "6.875는 W = 2.5, 기울기 = 7 둘의 자리를 서로 바꾼 값입니다." == said("next-weight", "6.875", "ko")


def test_two_that_are_as_likely_are_both_said_and_what_is_random_is_not() -> None:
    expected = "4 may be two things: it leaves out the factor h(−2), or it leaves out b1 = −3."
    assert expected == said("through-the-bend", "4")
    assert "Not yet: the answer is negative. Look at the signs." == said("weighted-sum", "1234.5")


def test_what_may_as_well_have_come_about_otherwise_is_only_said_to_be_possible() -> None:
    # -0.4 in two digits: a product for a sum is one way of many to it.
    sentence = "−0.4 has 0.8·(0.5·(−1)·1) in place of 0.8 + 0.5·(−1)·1."
    assert f"One way to get there: {sentence}" == said("new-w1", "-0.4")
    assert said("new-w1", "-0.4", "ko").startswith("이렇게 해도 나오는 값입니다. −0.4는 ")
    # What a number is stays true however it came about.
    assert "0.50 is α itself." == said("new-w1", "0.50")


def test_a_short_number_that_the_lab_has_somewhere_is_not_taken_for_it() -> None:
    # Twelve entries have six divisors; 2 is how many eleven have, and of much else.
    assert "Not yet: the answer is larger than 2." == said("how-many-row-counts", "2")


def test_the_record_keeps_the_cause() -> None:
    asked = questions()["full-neuron"].ask(0)
    feedback = asked.grade("1.2", "en")
    assert isinstance(feedback, Feedback)
    assert "slip:left-out" == feedback.mistake
    assert (Cause.LEFT_OUT, Cause.SIGN, None, None) == tuple(
        map(cause_of, ("slip:left-out", "sign_lost", "total_crossed", "slip:none"))
    )


# -- the claims, worked out again --------------------------------------------------------------------------------------

VALUES = st.integers(-40, 40).filter(bool).map(lambda tenths: tenths / 20)
NUMBER = r"−?\d+(?:\.\d+)?"


LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def worked_out(text: str) -> float:
    """Return what arithmetic as it is printed comes to, by Python."""
    text = re.sub(r"\w+ = ", "", text).replace("−", "-").replace("·", "*").replace("^", "**").replace("ln(", "log(")
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda raised: "**" + raised[0].translate(LOWERED), text)
    text = re.sub(r"ln ([\d.]+)", r"log(\1)", text)
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text)
    names = {"exp": math.exp, "log": math.log, "max": max, "abs": abs, "h": lambda x: max(x, 0.0)}
    return float(eval(text, {"__builtins__": {}}, names))


def neuron(values: Mapping[str, float]) -> float:
    return values["w1"] * values["x1"] + values["w2"] * values["x2"] + values["b"]


def recomputed(sentence: str, values: dict[str, float], expected: float) -> float | None:
    """Return the number that a sentence on the weighted sum w1·x1 + w2·x2 + b speaks of; None for one unknown here."""
    claim = sentence.removeprefix("N ").removesuffix(".")
    terms = [values["w1"] * values["x1"], values["w2"] * values["x2"], values["b"]]
    named = rf"([\w ]+) = {NUMBER}"
    if match := re.fullmatch(r"leaves out ([wx]) in every term", claim):
        return neuron({**values, f"{match[1]}1": 1.0, f"{match[1]}2": 1.0})
    if match := re.fullmatch(rf"leaves out the factor {named}", claim):
        return neuron({**values, match[1]: 1.0})
    if match := re.fullmatch(rf"leaves out {named}", claim):
        return neuron({**values, match[1]: 0.0})
    if match := re.fullmatch(r"leaves out (.*·.*)", claim):
        return neuron(values) - worked_out(match[1])
    if match := re.fullmatch(rf"(?:loses the minus of|turns the sign of) {named}", claim):
        return neuron({**values, match[1]: -values[match[1]]})
    if match := re.fullmatch(r"turns the sign of ([wx]) in every term", claim):
        return neuron({**values, **{f"{match[1]}{at}": -values[f"{match[1]}{at}"] for at in (1, 2)}})
    if claim == "loses every minus":
        return neuron({name: abs(value) for name, value in values.items()})
    if match := re.fullmatch(r"takes off w·x in every term, where it is added", claim):
        return values["b"] - terms[0] - terms[1]
    if match := re.fullmatch(rf"takes off (?:{named}|(.*)) where it is added", claim):
        return neuron(values) - 2 * (values[match[1]] if match[1] else worked_out(match[2]))
    if match := re.fullmatch(rf"counts (?:{named}|(.*)) twice", claim):
        return neuron(values) + (values[match[1]] if match[1] else worked_out(match[2]))
    if match := re.fullmatch(rf"exchanges {named} and {named}", claim):
        return neuron({**values, match[1]: values[match[2]], match[2]: values[match[1]]})
    if match := re.fullmatch(rf"has {named} in place of {named}", claim):
        return neuron({**values, match[2]: values[match[1]]})
    if match := re.fullmatch(r"takes 1 − (\w+) for \1", claim):
        return neuron({**values, match[1]: 1 - values[match[1]]})
    if match := re.fullmatch(r"takes 1 − ([wx]) for \1 each time", claim):
        return neuron({**values, **{f"{match[1]}{at}": 1 - values[f"{match[1]}{at}"] for at in (1, 2)}})
    if match := re.fullmatch(r"has (.*) in place of (.*)", claim):
        wrong, right = match.groups()
        return neuron(values) - worked_out(right) + worked_out(wrong)
    if match := re.fullmatch(r"has (.*) for (.*): a digit slipped there", claim):
        return neuron(values) - worked_out(match[2]) + worked_out(match[1])
    if claim == "adds where w·x is multiplied, in every term":
        return sum(values[name] for name in ("w1", "w2", "x1", "x2", "b"))
    if match := re.fullmatch(rf"is (minus )?(?:{named}|(\w+)|([^,]*))(?: itself|, a number on the way.*)", claim):
        name = match[2] or match[3]
        return (values[name] if name else worked_out(match[4])) * (-1 if match[1] else 1)
    if match := re.fullmatch(r"is just (.*)", claim):
        return worked_out(re.sub(rf"{named}", lambda one: f"({values[one[1]]})", match[1]))
    if match := re.fullmatch(rf"rounds ({NUMBER}) to ({NUMBER}) on the way", claim):
        old, new = worked_out(match[1]), worked_out(match[2])
        # Of several numbers that are alike, any one may be meant.
        ways = [neuron({**values, name: new}) for name, value in values.items() if abs(value - old) < 1e-9]
        return min([*ways, neuron(values) - old + new], key=lambda way: abs(way - expected))
    at_the_end = {
        "has its sign turned at the end": -neuron(values),
        "is doubled at the end": 2 * neuron(values),
        "is halved at the end": neuron(values) / 2,
        "is squared once more at the end": neuron(values) ** 2,
        "goes through a ReLU at the end": max(0.0, neuron(values)),
        "goes through a sigmoid at the end": 1 / (1 + math.exp(-neuron(values))),
        "takes the root at the end": math.sqrt(abs(neuron(values))),
        "is what is left over to 1": 1 - neuron(values),
        "is in percent, a hundred times as large": 100 * neuron(values),
        "is a hundredth: divided by 100 as if it were in percent": neuron(values) / 100,
        "has the point one place too far right": 10 * neuron(values),
        "has the point one place too far left": neuron(values) / 10,
    }
    if claim.startswith("stands on its head") and neuron(values):
        return 1 / neuron(values)
    return at_the_end.get(claim)


@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(VALUES, VALUES, VALUES, VALUES, VALUES)
def test_each_claim_about_a_weighted_sum_comes_to_its_number(
    w1: float, w2: float, x1: float, x2: float, b: float
) -> None:
    question = questions()["full-neuron"]
    assert isinstance(question, NumberQuestion)
    asked = question.ask(0)
    values = {"w1": w1, "w2": w2, "x1": x1, "x2": x2, "b": b}
    lab = asked.question.lab
    assert lab is not None
    asked = asked.at(lab.check({**asked.values, **{name: clamped(lab, name, one) for name, one in values.items()}}))
    values = {name: float(asked.values[name]) for name in (*values, "theta")}  # type: ignore[arg-type]
    values["θ"] = values.pop("theta")
    values["output y"] = float(neuron(values) > values["θ"])
    understood = unknown = 0
    for slip, sentence in sentences(asked, question):
        assert isinstance(slip.value, float)
        number = recomputed(sentence, values, slip.value)
        if number is None:
            unknown += "what comes out" not in sentence and " not weighted sum" not in sentence
            continue
        understood += 1
        # Numbers stand in a sentence with some decimals.
        assert math.isclose(number, slip.value, rel_tol=0.01, abs_tol=0.02), (sentence, number, slip.value)
    assert understood > 8 * unknown, (understood, unknown)


def clamped(lab: object, name: str, value: float) -> float:
    parameter = lab.parameters[name]  # type: ignore[attr-defined]
    return min(max(value, parameter.low), parameter.high)


def sentences(asked: Asked, question: NumberQuestion) -> list[tuple[Slip, str]]:
    """Return the slips of a question with what is said of each."""
    speaker = speaker_of(asked, question.answer.name, (question.truth(asked),), question.tolerance)
    found = []
    for slip in candidates(speaker, working_of(question.working(asked))):
        told = speaker.sentence("N", [slip])
        if told is not None and isinstance(slip.value, float) and math.isfinite(slip.value):
            found.append((slip, told.in_("en")))
    return found


@pytest.mark.parametrize(
    ("name", "least"),
    [("by-hand", 20), ("slope-here", 20), ("softmax-by-hand", 15), ("sigmoid-by-hand", 8), ("loss-of-one", 8)],
)
def test_what_is_said_to_stand_in_place_of_a_piece_gives_the_number_when_it_is_written_there(
    name: str, least: int
) -> None:
    question = questions()[name]
    assert isinstance(question, NumberQuestion)
    tested = 0
    for variant in range(len(question.variants)):
        asked = question.ask(variant)
        working = working_of(question.working(asked))
        assert isinstance(working, Expression)
        whole = arithmetic(exact(working)).replace("-", "−")
        for slip, sentence in sentences(asked, question):
            match = re.fullmatch(r"N has (.*) in place of (.*)\.", sentence)
            if match is None or " = " in sentence or whole.count(match[2]) != 1:
                continue
            number = worked_out(whole.replace(match[2], f"({match[1]})"))
            assert isinstance(slip.value, float)
            assert math.isclose(number, slip.value, rel_tol=0.01, abs_tol=0.01), (whole, sentence, number, slip.value)
            tested += 1
    assert tested >= least


@pytest.mark.parametrize("name", ["full-neuron", "by-hand", "sigmoid-by-hand", "next-weight", "three-by-hand"])
def test_nothing_that_is_said_holds_the_answer(name: str) -> None:
    question = questions()[name]
    assert isinstance(question, NumberQuestion)
    for variant in range(len(question.variants)):
        asked = question.ask(variant)
        truth = abs(question.truth(asked))
        if truth == round(truth):
            continue
        prompt = prose_text(question.prompt.in_("en"), asked.values, asked.result, "en")
        for _, sentence in sentences(asked, question):
            numbers = [float(one) for one in re.findall(r"\d+(?:\.\d+)?", sentence)]
            assert not any(abs(one - truth) < 1e-4 * truth for one in numbers) or f"{truth:g}" in prompt, sentence


def test_a_slip_that_comes_to_the_answer_is_not_said() -> None:
    question = questions()["full-neuron"]
    assert isinstance(question, NumberQuestion)
    asked = question.ask(0)
    truth = question.right_response(asked)
    assert asked.grade(truth, "en") == Feedback(True)


# -- two workings ------------------------------------------------------------------------------------------------------


def both(name: str, response: str) -> list[tuple[str, str, bool]]:
    asked = questions()[name].ask(0)
    feedback = asked.grade(response, "en")
    right = asked.question.working(asked)
    assert isinstance(feedback, Feedback) and feedback.yours is not None and right is not None
    return [tuple(line) for line in side_by_side(feedback.yours, right)]  # type: ignore[misc]


def test_two_workings_part_at_the_line_that_differs() -> None:
    assert [
        ("2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7", "2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7", False),
        ("3 − 1 = 2, 5 − 2 = 3, 7 − 3 = 4", "3 − 1 = 2, 5 − 2 = 3, 7 − 3 = 4", False),
        ("2² = 4, 3² = 9, 4² = 16", "2² = 4, 3² = 9, 4² = 16", False),
        ("4 + 9 + 16 = 29", "4 + 9 + 16 = 29", False),
        ("", "29 / 3 = 9.67", True),
    ] == both("by-hand", "29")
    assert [("2.5 + 0.05·7 = 2.85", "2.5 − 0.05·7 = 2.15", True)] == both("next-weight", "2.85")


@pytest.mark.parametrize(
    ("name", "response"),
    [("full-neuron", "1.2"), ("by-hand", "4.83"), ("slope-here", "-1.87"), ("sigmoid-by-hand", "1.37")],
)
def test_the_learners_arithmetic_comes_to_the_number_that_was_typed(name: str, response: str) -> None:
    feedback = questions()[name].ask(0).grade(response, "en")
    assert isinstance(feedback, Feedback) and feedback.yours is not None and not isinstance(feedback.yours, tuple)
    number = worked_out(arithmetic(feedback.yours).replace("-", "−"))
    assert f"{float(response):.2f}" == f"{number:.2f}"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("shape-at-the-end", "(2,)", "이것은 W1의 형상입니다."),
        ("shape-of-product", "2", "이것은 길이 하나를 빠뜨린 형상입니다."),
        ("shape-of-product", "8", "이것은 길이를 곱한(수의 개수인) 값입니다."),
        ("whole-row", "(4,)", "이것은 X의 행마다 더한 값입니다."),
    ],
)
def test_a_wrong_shape_is_called_a_shape_in_korean_and_a_wrong_number_a_number(
    name: str, typed: str, said: str
) -> None:
    question = next(
        one for one in standing_lesson(Path(__file__).parents[2] / "lessons", "matrices").questions if one.id == name
    )
    heard = question.ask(0).grade(typed, "ko")
    assert isinstance(heard, Feedback)
    assert heard.say is not None
    assert said == str(getattr(heard.say.in_("ko"), "source", heard.say.in_("ko")))
