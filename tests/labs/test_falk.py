"""Products by Falk's scheme, against sums worked out term by term."""

import itertools

import numpy as np
import pytest

from tutor.figure import Product
from tutor.labs.falk import LAST, repair, shop

X = [[1, 2, 0], [3, 1, 2]]
W = [[4, 2, 3, 1], [1, 2, 5, 1], [1, 2, 2, 5]]


def scheme(**values: int) -> Product:
    (drawing,) = shop(**values).drawings
    assert isinstance(drawing, Product)
    return drawing


@pytest.mark.parametrize("part", range(1, LAST + 1))
def test_every_part_adds_one_product_to_the_cell_where_row_and_column_meet(part: int) -> None:
    order = [(i, j, k) for i in range(2) for j in range(4) for k in range(3)]
    i, j, k = order[part - 1]
    drawing = scheme(part=part)
    assert (i, j) == drawing.meeting
    assert k + 1 == drawing.terms
    done = sum(X[i][at] * W[at][j] for at in range(k + 1))
    arithmetic, _, total = str(drawing.note("en")).partition(": ")[2].partition(" = ")
    assert done == int(total) == eval(arithmetic.replace("·", "*").replace(" + …", ""))
    assert ("…" in arithmetic) == (k < 2)
    whole = {(a, b) for a, b, c in order[:part] if c == 2}
    assert whole == drawing.known


def test_before_the_first_product_nothing_is_known() -> None:
    drawing = scheme(part=0)
    assert (0, frozenset()) == (drawing.terms, drawing.known)


def test_a_veiled_scheme_shows_what_meets_and_no_sum() -> None:
    veiled = scheme(part=21).veiled()
    assert (1, 2) == veiled.meeting
    assert (0, frozenset(), "", False) == (veiled.terms, veiled.known, veiled.note, veiled.told)


def test_what_each_slip_gives_by_hand() -> None:
    readouts = shop(eggs=2, part=21).readouts
    by_hand = {
        "in_shop_3": 3 * 3 + 1 * 5 + 2 * 2,
        "of_ann": 1 * 3 + 2 * 5 + 0 * 2,
        "prices_alone": 3 + 5 + 2,
        "all_added": (3 + 1 + 2) + (3 + 5 + 2),
        "turned_round": 2 * 3 + 1 * 5 + 3 * 2,
        "in_shop_2": 3 * 2 + 1 * 2 + 2 * 2,
        "in_shop_4": 3 * 1 + 1 * 1 + 2 * 5,
    }
    assert by_hand == {name: readouts[name].value for name in by_hand}
    assert len(by_hand) == len(set(by_hand.values()))


def test_only_three_eggs_make_ben_pay_twenty_in_shop_3() -> None:
    totals = {eggs: 3 * 3 + 5 + 2 * eggs for eggs in range(7)}
    for eggs, total in totals.items():
        readouts = shop(eggs=eggs).readouts
        assert (total == 20) == readouts["pays_exactly"].value == (eggs == 3)
        assert (total > 20) == readouts["too_much"].value
        assert (6 + 2 + 2 * eggs == 20) == readouts["pays_in_shop_2"].value


def test_shapes_fit_exactly_where_numpy_says_so_and_what_is_left_over_is_the_difference() -> None:
    for a, b, c, d in itertools.product(range(1, 5), repeat=4):
        result = repair(a_rows=a, a_columns=b, b_rows=c, b_columns=d)
        (drawing,) = result.drawings
        assert isinstance(drawing, Product)
        try:
            expected = (np.ones((a, b)) @ np.ones((c, d))).shape
        except ValueError as error:
            assert str(error) in str(drawing.note)
            assert not result.readouts["fits"].value
        else:
            assert expected == (a, d)
            assert result.readouts["fits"].value
            assert (expected == (2, 3)) == result.readouts["C_is_2x3"].value
        assert abs(b - c) == result.readouts["left_over"].value
        assert drawing.fits == (b == c)


def test_two_moves_mend_the_shapes_and_one_does_not() -> None:
    start = {"a_rows": 3, "a_columns": 2, "b_rows": 4, "b_columns": 3}
    assert not repair(**start).readouts["C_is_2x3"].value
    one_move = [{**start, name: value} for name in ("a_rows", "a_columns", "b_rows") for value in range(1, 5)]
    assert not any(repair(**values).readouts["C_is_2x3"].value for values in one_move)
    assert repair(**{**start, "a_rows": 2, "a_columns": 4}).readouts["C_is_2x3"].value
