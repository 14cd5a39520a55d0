"""What the lessons say to a number, where the thought behind it is known: never what belongs to another thought."""

from __future__ import annotations

from functools import cache
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest

from tests.trusted import standing_course
from tutor.course.kinds.number import NumberQuestion
from tutor.course.questions import Asked, Feedback, Question

LESSONS = Path(__file__).parents[2] / "lessons"


@cache
def questions() -> dict[str, Question]:
    return {question.id: question for _, _, question in standing_course(LESSONS).all_questions()}


def heard(name: str, response: str, variant: int = 0) -> tuple[bool, str]:
    """Return (right, the mistake that is recognised)."""
    feedback = questions()[name].ask(variant).grade(response, "en")
    assert isinstance(feedback, Feedback), feedback
    return feedback.right, feedback.mistake


@pytest.mark.parametrize(
    ("name", "response"),
    [
        # Near a mistake within the generosity to a guess, and from another thought.
        ("how-many-updates", "1"),
        ("how-many-updates", "8"),
        ("of-a-hundred", "99"),
        ("five-layers", "0.0313"),  # a slope of 1/2, five times
    ],
)
def test_a_guess_near_the_number_of_a_mistake_is_not_taken_for_it(name: str, response: str) -> None:
    assert (False, "") == heard(name, response)


@pytest.mark.parametrize(
    ("name", "response", "mistake"),
    [
        ("how-many-updates", "5", "even_strides"),
        ("of-a-hundred", "100", "seeds"),
        ("five-layers", "1.25", "times_layers"),
        ("five-layers", "0.004", "one_layer_short"),  # 1/256
        ("ten-times-less", "1.6", "loss_at_ten_times"),
        ("ten-times-less", "1.7", "loss_10"),  # -log10(0.02)
        ("how-much-for-the-cat", "88", "first_of_two"),  # e³ / (e³ + e)
        ("how-much-for-the-cat", "0.75", "first_by_division"),
        ("pressure-by-eye", "1013", "sea_level"),
        ("pressure-by-eye", "1018", "highest"),
        ("loss-of-one", "3.24", "loss_without_x"),  # (0.2 - 2)²
    ],
)
def test_the_number_of_a_mistake_is_recognised(name: str, response: str, mistake: str) -> None:
    assert (False, mistake) == heard(name, response)


def test_where_the_answer_and_a_mistake_round_alike_only_what_is_sure_is_said() -> None:
    # e / (e³ + e + e²) = 0.0900…, and e / (e³ + e²) = 0.0989…
    assert (False, "rounded") == heard("second-share", "0.1", 3)
    assert (False, "second_over_rest") == heard("second-share", "0.099", 3)


def test_a_second_stride_as_long_as_the_first_is_no_lost_sign() -> None:
    # From 2.5 by 7·0.45 to -0.65 and as far again; the answer is -0.65 + 7.7·0.45 = 2.815.
    assert (False, "with_first_slope") == heard("after-two", "-3.8", 1)
    assert (False, "sign_lost") == heard("after-two", "-2.815", 1)
    # -2.24 to one decimal.
    assert (False, "rounded") == heard("after-two", "-2.2", 0)


@pytest.mark.parametrize(("name", "response"), [("how-many-updates", "20"), ("of-a-hundred", "75")])
def test_what_a_wrong_thought_guesses_is_not_right(name: str, response: str) -> None:
    # 1 / α; three rows of four.
    assert not heard(name, response)[0]


def test_a_sentence_is_true_of_both_thoughts_that_lead_to_its_number() -> None:
    # -5 is 2·(-2) - 1, and each fee times its own rate as well; 0 is a ReLU at the end, and stopping at the ReLU.
    for name, response, says in (
        ("one-fee", "-5", "The second fee is taken last"),
        ("through-the-bend", "0", "The second one still makes"),
        ("evenings", "2", "How many evenings have both?"),
    ):
        feedback = questions()[name].ask(0).grade(response, "en")
        assert isinstance(feedback, Feedback) and feedback.say is not None
        assert says in feedback.say.in_("en").source


def thoughts(asked: Asked) -> dict[str, float]:
    """Return the numbers to which wrong thoughts lead that the question need not know, from its numbers alone."""
    values = {name: value for name, value in asked.values.items() if isinstance(value, float)}
    match asked.question.id:
        case "weighted-sum" | "full-neuron":
            x1, x2, w1, w2 = (values[name] for name in ("x1", "x2", "w1", "w2"))
            b = values.get("b", 0.0)
            numbers = {
                "sums multiplied": (x1 + x2) * (w1 + w2) + b,
                "difference": w1 * x1 - w2 * x2 + b,
                "first product": w1 * x1 + b,
                "second product": w2 * x2 + b,
                "product of products": w1 * x1 * w2 * x2,
                "second weight forgotten": w1 * x1 + x2 + b,
                "first weight forgotten": x1 + w2 * x2 + b,
                "minus lost": abs(w1 * x1) + abs(w2 * x2) + b,
            }
            crossed = w2 * x1 + w1 * x2
            return numbers | ({"crossed, no bias": crossed, "crossed, bias off": crossed - b} if b else {})
        case "y1-by-hand":
            x = np.array([values[name] for name in ("x1", "x2", "x3")])
            products = np.array([0.5, 1, -0.5]) * x
            numbers = {"minus lost": np.abs(products).sum() + 0.5, "no minus in w": np.array([0.5, 1, 0.5]) @ x + 0.5}
            some = {f"only {at}": products[list(at)].sum() for n in (1, 2) for at in combinations(range(3), n)}
            return numbers | some | {f"{name} + b": number + 0.5 for name, number in some.items()}
        case "sum-at-h211":
            x = np.array([values[name] for name in ("x1", "x2", "x3")])
            y = np.array([[0.5, 1, -0.5], [-1, 0.5, 1]]) @ x + (0.5, -0.5)
            h, w = np.maximum(y, 0), np.array([1, 0.5])
            return {
                "sums, no bias": w @ y,
                "sizes": w @ abs(y) - 1,
                "no weights": h.sum() - 1,
                "bias turned": w @ h + 1,
            }
        case "one-cell":
            x = np.array([values[name] for name in ("x1", "x2", "x3")])
            # W read along its rows, and W upside down; one of the inputs.
            return {
                "rows": np.array([1, -1, 2]) @ x,
                **{f"x{at + 1}": x[at] for at in range(3)},
                **({"upside down": np.array([-1, 2, 1]) @ x} if values["neuron"] == 1 else {}),
            }
        case "through-the-bend":
            w1, b1, w2, b2, x = (values[name] for name in ("w1", "b1", "w2", "b2", "x"))
            inner = w1 * x + b1
            return {
                "inner": inner,
                "size": -inner,
                "size, through": -w2 * inner + b2,
                "w1·x": w1 * x,
                "linear": w2 * inner,
            }
        case "new-w1":
            return {"α": values["alpha"], "-α": -values["alpha"], "w1·(1 - α)": values["w1"] * (1 - values["alpha"])}
    return {}


@pytest.mark.parametrize(
    "name", ["weighted-sum", "full-neuron", "y1-by-hand", "sum-at-h211", "one-cell", "through-the-bend", "new-w1"]
)
def test_no_wrong_thought_leads_to_the_answer_and_a_lost_minus_to_nothing_else(name: str) -> None:
    question = questions()[name]
    assert isinstance(question, NumberQuestion)
    for variant in range(len(question.variants)):
        asked = question.ask(variant)
        for thought, number in thoughts(asked).items():
            feedback = asked.grade(repr(float(number)), "en")
            assert isinstance(feedback, Feedback)
            assert not feedback.right, (name, variant, thought)
            if thought == "minus lost":
                assert feedback.mistake in ("", "total_without_minus", "slip:sign"), (name, variant, feedback.mistake)


def test_where_two_inputs_land_tells_all_gates_apart() -> None:
    # A gate's answers to (1, 0) and (1, 1), worked out by its name.
    said = {"AND": (0, 1), "OR": (1, 1), "NAND": (1, 0), "NOR": (0, 0)}
    question = questions()["where-it-lands"]
    for variant in range(len(question.variants)):
        asked = question.ask(variant)
        first, second = str(asked.values["first"]), str(asked.values["second"])
        right = [
            (one, other)
            for one, other in product(said, repeat=2)
            if heard(
                "where-it-lands", "; ".join(f"{a} {b}" for a, b in zip(said[one], said[other], strict=True)), variant
            )[0]
        ]
        assert [(first, second)] == right


def test_no_question_of_a_number_has_one_answer_twice() -> None:
    for question in questions().values():
        if isinstance(question, NumberQuestion):
            truths = [question.truth(question.ask(variant)) for variant in range(len(question.variants))]
            for one, other in combinations(truths, 2):
                assert abs(one - other) > question.tolerance.width(one), question.id
