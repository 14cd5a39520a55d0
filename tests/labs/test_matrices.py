"""The labs on products of matrices against the deck and NumPy."""

import itertools

import numpy as np
import pytest

from tutor.figure import Matrices, Matrix, Polygons
from tutor.labs.matrices import BASKETS, LETTER, WEIGHTS, batch, deck, network, order, sample, shapes
from tutor.written import substituted


def test_the_decks_row_and_its_arithmetic() -> None:
    readouts = deck(x1=1, x2=2).readouts
    assert [[5, 11, 17]] == readouts["Y"].value.tolist()
    assert "1·3 + 2·4 = 11" == substituted(readouts["y2"].working)


def test_the_timeline_lights_one_row_one_column_and_one_cell() -> None:
    (drawing,) = deck(x1=1, x2=2, cell=2).drawings
    assert isinstance(drawing, Matrices)
    X, W, Y = (part for part in drawing.parts if isinstance(part, Matrix))
    assert {(0, 0), (0, 1)} == X.lit
    assert {(0, 1), (1, 1)} == W.lit
    assert {(0, 1)} == Y.lit
    assert {(0, 2)} == Y.unknown
    assert "row 1, column 2: 1·3 + 2·4 = 11" == drawing.note("en")


@pytest.mark.parametrize("n", [1, 3, 5])
def test_every_cell_of_a_batch_is_written_out_right(n: int) -> None:
    Y = BASKETS[:n] @ WEIGHTS
    assert Y.tolist() == batch(n=n).readouts["Y"].value.tolist()
    for cell in range(1, 2 * n + 1):
        note = drawn(n, cell).note("en").replace("−", "-")
        left, _, right = note.partition(": ")[2].partition(" = ")
        assert Y.flat[cell - 1] == float(right) == eval(left.replace("·", "*"))


def drawn(n: int, cell: int) -> Matrices:
    (drawing,) = batch(n=n, cell=cell).drawings
    assert isinstance(drawing, Matrices)
    return drawing


def test_a_timeline_past_the_last_cell_stays_on_it() -> None:
    assert drawn(1, 2).note("en") == drawn(1, 10).note("en")


@pytest.mark.parametrize(("x", "neuron", "expected"), [((4, 1, 3), 1, 3), ((5, 4, 1), 2, -2), ((1, 5, 2), 2, 5)])
def test_one_sample_through_one_neuron_worked_out_by_hand(x: tuple[int, ...], neuron: int, expected: int) -> None:
    readouts = sample(x1=x[0], x2=x[1], x3=x[2], neuron=neuron).readouts
    assert expected == readouts["value"].value
    assert not (np.array(x) == BASKETS).all(axis=1).any()


def test_shapes_fit_exactly_where_numpy_says_so() -> None:
    for a_rows, a_columns, b_rows, b_columns in itertools.product((1, 2, 5), repeat=4):
        result = shapes(a_rows=a_rows, a_columns=a_columns, b_rows=b_rows, b_columns=b_columns)
        try:
            expected = (np.ones((a_rows, a_columns)) @ np.ones((b_rows, b_columns))).shape
        except ValueError as error:
            assert f"ValueError: {error}" == result.note
            assert "(size 3 is different from 2)" in result.readouts["refusal"].value
            assert not result.readouts["fits"].value
        else:
            assert expected == tuple(result.readouts["shape"].value)
            assert result.readouts["fits"].value


def test_the_decks_shapes_three_by_two_times_two_by_four() -> None:
    assert [3, 4] == shapes(a_rows=3, a_columns=2, b_rows=2, b_columns=4).readouts["shape"].value.tolist()


def test_stretching_and_turning_commute_only_when_stretching_evenly() -> None:
    for p, q in itertools.product(range(-3, 4), repeat=2):
        readouts = order(p=p, q=q).readouts
        assert (p == q) == readouts["same"].value
        assert (p == -q != 0) == readouts["opposite"].value
    assert [[0, -1], [2, 0]] == order(p=2, q=1).readouts["BA"].value.tolist()


def letters(**values: float) -> Polygons:
    (drawing,) = order(**values).drawings
    assert isinstance(drawing, Polygons)
    return drawing


def test_the_letter_ends_where_the_products_send_its_points() -> None:
    """A quarter turn clockwise sends (x, y) to (y, -x); the letter is 0.6 wide and 1 high."""
    _, stretched_first, turned_first = letters(p=2, q=1).parts
    by_hand = [(y, -2 * x) for x, y in LETTER.tolist()], [(2 * y, -x) for x, y in LETTER.tolist()]
    for part, points in zip((stretched_first, turned_first), by_hand, strict=True):
        np.testing.assert_allclose(np.array(points), np.stack([part.x, part.y], axis=1), atol=1e-12)
    assert [1.0, 1.2] == [round(float(np.ptp(side)), 9) for side in (stretched_first.x, stretched_first.y)]
    assert [2.0, 0.6] == [round(float(np.ptp(side)), 9) for side in (turned_first.x, turned_first.y)]


def test_the_letter_starts_as_it_is_and_half_way_one_move_is_done() -> None:
    for part in letters(p=2, q=1, moment=0).parts:
        np.testing.assert_allclose(LETTER, np.stack([part.x, part.y], axis=1))
    _, stretched, turned = letters(p=2, q=1, moment=12).parts
    np.testing.assert_allclose(LETTER * [2, 1], np.stack([stretched.x, stretched.y], axis=1))
    np.testing.assert_allclose(LETTER[:, ::-1] * [1, -1], np.stack([turned.x, turned.y], axis=1), atol=1e-12)


def test_a_veiled_letter_keeps_its_names_and_tells_no_product() -> None:
    letter, *moved = letters(p=2, q=1).veiled().parts
    assert len(LETTER) == len(letter.x)
    assert all(len(part.x) == 0 and not part.caption and part.name for part in moved)


def test_a_batch_keeps_its_first_dimension_to_the_end() -> None:
    assert ("(32, 3)", "(3, 2)", "(32, 2)") == network(n=32).table.rows[0][1:]
    assert ("(32, 2)", "(2, 1)", "(32, 1)") == network(n=32).table.rows[2][1:]


@pytest.mark.parametrize("n", [1, 3, 5])
def test_the_batch_gives_both_factors_of_its_product(n: int) -> None:
    readouts = batch(n=n).readouts
    X, W, Y = (readouts[name].value for name in ("X", "W", "Y"))
    np.testing.assert_array_equal(Y, np.einsum("ij,jk->ik", X, W))
