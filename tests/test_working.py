"""Workings: what they come to, how they are written, what they are made of, and how they are edited."""

import math
import re

import numpy as np
import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tutor.lab import Readout
from tutor.working import (
    COUNT,
    DEEPEST,
    DIFFERENCE,
    QUOTIENT,
    SUM,
    Expression,
    call,
    close,
    count_of,
    exp,
    formula,
    given,
    largest,
    ln,
    mean_of,
    size_of,
    step,
    sum_of,
    then,
    tidy,
    titled,
    weighted,
    where_above,
)
from tutor.written import substituted

POINTS = ((1, 1), (2, 2), (3, 3))
"""The deck's three points."""


def cost(weight: float) -> Expression:
    W = given(weight, "W")
    return (step(sum_of(close(W * x - y) ** 2 for x, y in POINTS)) / len(POINTS)).to(".2f")


@pytest.mark.parametrize(
    ("weight", "written", "value"),
    [
        (0, "((0·1-1)² + (0·2-2)² + (0·3-3)²) / 3 = 14/3 = 4.67", 14 / 3),
        (1, "((1·1-1)² + (1·2-2)² + (1·3-3)²) / 3 = 0/3 = 0.00", 0),
        (2, "((2·1-1)² + (2·2-2)² + (2·3-3)²) / 3 = 14/3 = 4.67", 14 / 3),
    ],
)
def test_the_deck_s_three_costs_are_written_as_the_deck_writes_them(weight: float, written: str, value: float) -> None:
    assert (written, pytest.approx(value)) == (substituted(cost(weight)), float(cost(weight)))


def test_a_neuron_puts_brackets_round_a_negative_factor_and_term_alone() -> None:
    neuron = weighted([(given(0.5, "w1"), given(1, "x1")), (given(-1, "w2"), given(2, "x2"))], given(-0.3, "b"))
    assert "0.5·1 + (-1)·2 + (-0.3) = -1.8" == substituted(neuron)
    assert ["w1", "x1", "w2", "x2", "b"] == list(neuron.parts())


def test_binary_cross_entropy_of_a_cat_keeps_its_second_term() -> None:
    p = given(0.3, "p")
    q = (1 - p).named()
    loss = then(-(0 * ln(p) + 1 * ln(q)), -ln(q)).to(".3f")
    assert "-(0·ln 0.3 + 1·ln 0.7) = -ln 0.7 = 0.357" == substituted(loss)
    assert pytest.approx(-math.log(0.7)) == loss.value


def test_softmax_shows_the_sum_it_divides_by() -> None:
    powers = [exp(given(z)).named(form=".2f") for z in (3, 1, 0)]
    share = powers[0] / step(sum_of(powers), ".2f")
    # 20.09 + 2.72 + 1.00 would be 23.81.
    assert "20.086 / (20.086 + 2.718 + 1.000) = 20.086/23.80 = 0.844" == substituted(share.to(".3f"))
    assert "20.086 / (20.086 + 2.718 + 1.000) = 20.086/23.804 = 0.8438" == substituted(share.to(".4f"))


def test_a_slope_is_the_mean_of_error_times_x() -> None:
    W = given(0, "W")
    slope = (step(sum_of((W * x - y) * x for x, y in POINTS)) / 3).to(".2f")
    assert "((0·1 - 1)·1 + (0·2 - 2)·2 + (0·3 - 3)·3) / 3 = -14/3 = -4.67" == substituted(slope)


@pytest.mark.parametrize(
    ("working", "written"),
    [
        (given(2) * 3 + 1, "2·3 + 1 = 7"),
        (given(2) * (given(3) + 1), "2·(3 + 1) = 8"),
        ((given(6) - 1) - (given(3) - 1), "6 - 1 - (3 - 1) = 3"),
        (given(12) / (given(2) * 3), "12 / (2·3) = 2"),
        (given(12) / 2 / 3, "12 / 2 / 3 = 2"),
        (given(12) / (given(6) / 3), "12 / (6 / 3) = 6"),
        (given(2) * (given(6) / 3), "2·(6 / 3) = 4"),
        (given(-2) ** 2, "(-2)² = 4"),
        (-(given(2) ** 2), "-2² = -4"),
        ((given(2) * 3) ** 10, "(2·3)¹⁰ = 60466176"),
        (2 ** close(given(7) / 12), "2^(7/12) = 1.5"),
        (-given(-1) / 2, "-(-1) / 2 = 0.5"),
        (1 - given(-1), "1 - (-1) = 2"),
        (given(-1) - 1, "-1 - 1 = -2"),
        (given(1) + -given(2), "1 + (-2) = -1"),
        (size_of(given(-6)), "|-6| = 6"),
        (largest(0, given(-1.5)), "max(0, -1.5) = 0"),
        (call("sin", math.sin, 0), "sin(0) = 0"),
        (where_above(given(-1.2), 0, 1, 0, "y"), "-1.2 ≤ 0, y = 0"),
        (where_above(given(2), 0, formula(given(2, "x")), 0), "2 > 0: x = 2"),
        (count_of([1, 2, 3, 6]), "1, 2, 3, 6"),
        (titled("W", given(2) - 1), "W: 2 - 1 = 1"),
        (given(7), "7"),
    ],
)
def test_brackets_stand_only_where_they_are_needed(working: Expression, written: str) -> None:
    assert written == substituted(working)


def test_a_working_of_an_array_is_one_an_entry() -> None:
    readout = Readout.of((titled("W", given(2) - 1), titled("b", given(1) + 1)))
    assert ((1, 2), "W: 2 - 1 = 1; b: 1 + 1 = 2") == (readout.value, substituted(readout.working))


def test_names_come_before_numbers_in_a_formula() -> None:
    h = (1 / (1 + exp(given(-1)))).named("h", 2)
    assert "h·(1 - h) = 0.73·(1 - 0.73) = 0.2" == substituted(formula(h * (1 - h)))


def test_a_readout_of_its_own_is_one_number_inside_another_and_keeps_its_working() -> None:
    z = (given(2, "w") * given(3, "x")).named("z")
    y = z + 1
    assert ("6 + 1 = 7", ["z"]) == (substituted(y), list(y.parts()))
    assert ("2·3 = 6", ["w", "x"]) == (substituted(z), list(z.parts()))
    assert {"w", "x", "z"} <= {node.name for node in y.walk()}


def test_numbers_that_do_not_give_the_result_as_they_stand_get_another_sign() -> None:
    assert "0.333·3 = 1" == substituted(given(1 / 3) * 3)
    assert "0.33·3 ≈ 1" == substituted((given(1 / 3) * 3).to(".6f").to(5))
    assert "0.1 + 0.2 = 0.3" == substituted((given(0.1) + given(0.2)).to(15))


ROUNDED = st.floats(-9, 9, allow_nan=False).map(lambda x: x or 0.0)


@for_all(st.lists(st.tuples(ROUNDED, ROUNDED), min_size=1, max_size=3), st.integers(0, 4))
def test_numbers_have_as_many_places_as_it_takes_to_check_the_result_and_at_most_two_more(
    pairs: list[tuple[float, float]], places: int
) -> None:
    working = weighted([(given(a, form=2), given(b, form=2)) for a, b in pairs]).to(places)
    result = round(sum(a * b for a, b in pairs), places)
    text = substituted(working)
    for more in (0, 1, 2):
        printed = sum(float(f"{a:.{2 + more}f}") * float(f"{b:.{2 + more}f}") for a, b in pairs)
        if abs(round(printed, places) - result) < 0.1**places / 2:
            break
    else:
        more = 0
        assert "≈" in text or abs(printed - sum(a * b for a, b in pairs)) < 1e-8
    if "=" in text:
        left, _, right = text.rpartition(" = ")
        assert abs(eval(left.replace("·", "*")) - float(right)) <= 0.5 * 0.1**places + 1e-9
    longest = max((len(one) - 1 for one in re.findall(r"\.\d+", re.split(" [=≈] ", text)[0])), default=0)
    assert longest <= 2 + more


def test_dust_of_binary_floats_is_rounded_away_where_it_is_asked_for() -> None:
    assert 0.3 == tidy(given(0.1) + given(0.2)).value != (given(0.1) + given(0.2)).value


@pytest.mark.parametrize(
    "working", [given(1) / 0, ln(given(-1)), given(-8) ** 0.5, given(0) ** -1], ids=["division", "ln", "root", "power"]
)
def test_arithmetic_without_an_answer_is_no_number_rather_than_an_error(working: Expression) -> None:
    assert math.isnan(working.value)
    assert substituted(working).endswith("nan")


def test_what_no_float_holds_is_infinite() -> None:
    assert math.inf == exp(given(1000)).value == (given(1e200) ** 2).value
    assert -math.inf == ln(given(0)).value


def test_a_number_of_numpy_on_either_side_makes_an_expression() -> None:
    x = np.float64(2)
    workings = (x * given(3), given(3) * x, x - given(3), x / given(4), x + given(1), x ** given(3))
    assert {Expression} == set(map(type, workings))
    assert [6, 6, -1, 0.5, 3, 8] == [working.value for working in workings]


def test_a_slip_is_an_edit_of_the_tree() -> None:
    def last_term_left_out(node: Expression) -> Expression:
        return sum_of(node.operands[:-1]) if node.operator is SUM else node

    def not_divided(node: Expression) -> Expression:
        return node.operands[0] if node.operator is QUOTIENT else node

    def sign_turned(node: Expression) -> Expression:
        return sum_of(node.operands) if node.operator is DIFFERENCE else node

    right = cost(2)
    slips = [right.edited(edit) for edit in (last_term_left_out, not_divided, sign_turned)]
    assert [5 / 3, 14, 42] == [pytest.approx(slip.value) for slip in slips]
    assert "((2·1+1)² + (2·2+2)² + (2·3+3)²) / 3 = 126/3 = 42.00" == substituted(slips[-1])
    assert pytest.approx(14 / 3) == right.value


NUMBERS = st.integers(-9, 9).map(lambda whole: given(whole, form=0))


def grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        pairs.map(lambda p: p[0] + p[1]),
        pairs.map(lambda p: p[0] - p[1]),
        pairs.map(lambda p: p[0] * p[1]),
        pairs.map(lambda p: p[0] / p[1]),
        inner.map(lambda x: x**2),
        inner.map(lambda x: -x),
        inner.map(close),
    )


@for_all(st.recursive(NUMBERS, grown, max_leaves=12))
def test_any_tree_read_back_as_arithmetic_comes_to_its_value(working: Expression) -> None:
    text = substituted(working.to(".17g")).split(" = ")[0].split(" ≈ ")[0]
    python = text.replace("·", "*").replace("²", "**2")
    try:
        read_back = float(eval(python))
    except (ZeroDivisionError, OverflowError):
        assert math.isnan(working.value) or math.isinf(working.value)
    else:
        assert read_back == pytest.approx(working.value, rel=1e-9, abs=1e-9)


@for_all(st.recursive(NUMBERS, grown, max_leaves=12))
def test_an_edit_that_changes_nothing_gives_the_same_value_and_text(working: Expression) -> None:
    same = working.edited(lambda node: node)
    assert (substituted(working), pytest.approx(working.value, nan_ok=True)) == (substituted(same), same.value)


def test_counting_is_no_sum() -> None:
    assert (COUNT, 3) == (count_of([5, 6, 7]).operator, count_of([5, 6, 7]).value)
    assert 6 == mean_of([5, 6, 7]).value


def test_a_working_made_in_a_long_loop_forgets_what_lies_too_deep_to_be_read() -> None:
    x = given(0.5, "x")
    for _ in range(10_000):
        x = x * 0.5 + 1
    assert DEEPEST >= x.depth
    assert 2.0 == x.value
    assert substituted(x).endswith("= 2")
    assert 0 < sum(1 for _ in x.walk()) < 10 * DEEPEST


def test_of_a_working_of_thousands_of_terms_the_result_is_told() -> None:
    x = given(1, "x")
    total = sum_of([x * k for k in range(5_000)])
    for k in range(5_000):
        total = total + k
    assert "… = 24995000" == substituted(total)
