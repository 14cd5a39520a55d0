"""What is said of a wrong number in which nothing is heard: each claim recomputed from the tree by other means."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor import working as tree
from tutor.course.slips import messages
from tutor.course.slips.hearing import working_of
from tutor.course.slips.limits import WrongNumber, limit_of
from tutor.course.tolerance import Tolerance
from tutor.course.typed import digits_of
from tutor.language import Text
from tutor.working import Expression, count_of, exp, largest, mean_of, size_of, sum_of, weighted
from tutor.working import given as number

from .test_wrong_numbers import comes_to

EXACT = Tolerance(0.005)
SMALL = st.integers(-5, 5).map(float) | st.floats(-5, 5).map(lambda one: round(one, 2))


def said(working: Expression | None, typed: str, truth: float) -> tuple[str, bool] | None:
    """Return what is said in English, and whether it says where the answer lies."""
    root = working_of(working)
    assert root is None or isinstance(root, Expression)
    found = limit_of(WrongNumber(float(typed), digits_of(typed), truth, EXACT), root)
    if found is None:
        return None
    assert {"en", "ko"} == set(found.words.variants)
    return found.words("en"), found.says_where


W, X, B = number(0.5, "W"), number(-3.0, "x"), number(0.25, "b")
SIGMOID = 1 / (1 + exp(-(W * X + B)))
SHARE = exp(W) / (exp(W) + exp(X) + exp(B))
SQUARES = mean_of([(W * X - 1) ** 2, (W - 2) ** 2, (B + 4) ** 2])
SUM = weighted([(W, X), (2, B)], 0.75)


@pytest.mark.parametrize(
    ("working", "typed", "words", "says_where"),
    [
        (SIGMOID, "1.2", messages.SIGMOID_IS_BETWEEN, True),
        (SIGMOID, "-0.3", messages.SIGMOID_IS_BETWEEN, True),
        (SIGMOID.named("h"), "7", messages.SIGMOID_IS_BETWEEN, True),
        (SHARE, "1.5", messages.SHARE_IS_BETWEEN, True),
        (SQUARES, "-2.5", messages.SQUARES_ARE_NOT_NEGATIVE, True),
        (sum_of([X**2, W**2]), "-1", messages.SQUARES_ARE_NOT_NEGATIVE, True),
        (mean_of([size_of(X), size_of(W)]), "-1.5", messages.SIZES_ARE_NOT_NEGATIVE, True),
        (exp(X) + exp(W), "-1", messages.POWERS_ARE_POSITIVE, True),
        (largest(0, X), "-3", messages.MAX_IS_NOT_NEGATIVE, True),
        (mean_of([W, X, B]), "0.6", messages.MEAN_IS_BELOW, True),
        (mean_of([W, X, B]), "-3.1", messages.MEAN_IS_ABOVE, True),
        (number(0.731), "731", messages.OTHER_POINT, True),
        (number(0.731), "0.000731", messages.OTHER_POINT, True),
        (W * X, "4.2", messages.IS_NEGATIVE, True),
        (W - X, "-4.2", messages.IS_POSITIVE, True),
        (number(3) * 4 + number(-2), "9.5", messages.IS_WHOLE, False),
        (count_of([W, X]), "2.5", messages.IS_WHOLE, False),
        (number(2.5), "40", messages.TEN_TIMES, True),
        (number(7.5), "0.4", messages.A_TENTH, True),
        (number(-7.5), "-0.4", messages.A_TENTH, False),
        (number(7.5), "7.4", messages.IS_NEAR, False),
        (SUM, "90", None, False),
    ],
)
def test_what_the_answer_has_to_be_is_said(
    working: Expression, typed: str, words: Text | None, says_where: bool
) -> None:
    wanted = words("en") if words is not None else messages.FARTHER_THAN_A_TERM("en", count=3)
    # The sum is negative; where it is turned, it is farther than a term as well.
    working = working + 3 if working is SUM else working
    wanted = wanted.replace("3 terms", "4 terms")
    assert (wanted, says_where) == said(working, typed, working.value)


@pytest.mark.parametrize(
    ("working", "typed"),
    [
        (SIGMOID, "0.9"),
        (SQUARES, "12.1"),
        (W * X, "-4.2"),
        (mean_of([W, X, B]), "-0.4"),
        (number(0.5), "5"),
        (number(3) * 4, "13"),
        (W + X + 3, "1.5"),
        (None, "3"),
    ],
)
def test_of_what_can_be_nothing_is_said(working: Expression | None, typed: str) -> None:
    assert said(working, typed, 2.0 if working is None else working.value) is None


# -- every claim, recomputed -------------------------------------------------------------------------------------------

LEAF = st.one_of(
    SMALL.map(lambda one: number(one, "w")), SMALL.map(number), st.integers(1, 4).map(lambda one: number(one, "m"))
)


def _over(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=4)
    return st.one_of(
        several.map(sum_of),
        several.map(mean_of),
        several.map(count_of),
        several.map(lambda made: largest(0, *made)),
        parts.map(lambda one: one**2),
        parts.map(size_of),
        parts.map(lambda one: one.named("part")),
        parts.map(lambda one: 1 / (1 + exp(-one))),
        several.map(lambda made: exp(made[0]) / sum_of(map(exp, made))),
        st.tuples(parts, parts).map(lambda pair: pair[0] * pair[1]),
        st.tuples(parts, parts).map(lambda pair: pair[0] - pair[1]),
    )


TREES = st.recursive(LEAF, _over, max_leaves=12)

# What a sentence claims of the answer and of the number that was typed.
CLAIMS: dict[str, Callable[[float, float], bool]] = {
    messages.SIGMOID_IS_BETWEEN("en"): lambda truth, typed: 0 <= truth <= 1 and not 0 <= typed <= 1,
    messages.SHARE_IS_BETWEEN("en"): lambda truth, typed: 0 <= truth <= 1 and not 0 <= typed <= 1,
    messages.SQUARES_ARE_NOT_NEGATIVE("en"): lambda truth, typed: truth >= 0 > typed,
    messages.SIZES_ARE_NOT_NEGATIVE("en"): lambda truth, typed: truth >= 0 > typed,
    messages.POWERS_ARE_POSITIVE("en"): lambda truth, typed: truth >= 0 > typed,
    messages.MAX_IS_NOT_NEGATIVE("en"): lambda truth, typed: truth >= 0 > typed,
    messages.MEAN_IS_BELOW("en"): lambda truth, typed: truth < typed,
    messages.MEAN_IS_ABOVE("en"): lambda truth, typed: truth > typed,
    messages.IS_NEGATIVE("en"): lambda truth, typed: truth < 0 < typed,
    messages.IS_POSITIVE("en"): lambda truth, typed: truth > 0 > typed,
    messages.IS_WHOLE("en"): lambda truth, typed: truth == round(truth) and typed != round(typed),
    messages.TEN_TIMES("en"): lambda truth, typed: abs(typed) > 10 * abs(truth) and truth * typed > 0,
    messages.A_TENTH("en"): lambda truth, typed: 10 * abs(typed) < abs(truth) and truth * typed > 0,
    messages.IS_NEAR("en"): lambda truth, typed: abs(typed - truth) < 0.05 * abs(truth),
    messages.OTHER_POINT("en"): lambda truth, typed: _same_digits(truth, typed),
}


def _same_digits(truth: float, typed: float) -> bool:
    apart = math.log10(abs(typed / truth))
    return round(apart) != 0 and abs(typed / 10 ** round(apart) - truth) <= EXACT.abs + 1e-9


@settings(max_examples=600, deadline=None)
@given(working=TREES, wrong=SMALL | st.floats(-60, 60).map(lambda one: round(one, 1)))
def test_each_claim_is_true_of_the_answer_and_untrue_of_the_number(working: Expression, wrong: float) -> None:
    truth = comes_to(working)
    if not math.isfinite(truth) or EXACT.covers(truth, wrong):
        return
    found = said(working, f"{wrong:g}", truth)
    if found is None:
        return
    words, _ = found
    if words in CLAIMS:
        assert CLAIMS[words](truth, wrong), (words, truth, wrong)
        return
    root = working_of(working)
    assert isinstance(root, Expression)
    while root.operator is tree.NAMED:
        root = root.operands[0]
    terms = [comes_to(term) for term in root.operands]
    assert words == messages.FARTHER_THAN_A_TERM("en", count=len(terms))
    for at, term in enumerate(terms):
        rest = sum(terms[:at]) + sum(terms[at + 1 :])
        # Left out, doubled, or with its sign turned, each lies nearer to the answer than the number does.
        assert all(abs(one - truth) < abs(wrong - truth) for one in (rest, rest + 2 * term, rest - term))
