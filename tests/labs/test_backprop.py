"""One update by hand, against derivatives written out with plain Python floats, and the gradient check."""

import math

import pytest

from tutor.labs.backprop import AGAIN, check, one_update
from tutor.labs.backprop_workings import PLACES
from tutor.written import substituted

ROWS = {"00": 0, "01": 1, "10": 1, "11": 0}


def sigma(z):
    return 1 / (1 + math.exp(-z))


def loss_of(numbers, x1, x2, y):
    n = numbers
    h1 = sigma(n["w11"] * x1 + n["w21"] * x2 + n["b11"])
    h2 = sigma(n["w12"] * x1 + n["w22"] * x2 + n["b12"])
    p = sigma(n["v1"] * h1 + n["v2"] * h2 + n["b21"])
    return -math.log(p if y == 1 else 1 - p)


@pytest.mark.parametrize("row", ROWS)
def test_every_slope_and_update_of_a_row(row):
    alpha = 0.7
    readouts = one_update(row=row, alpha=alpha).readouts
    old = {name: readouts[name].value for name in PLACES}
    x1, x2, y = float(row[0]), float(row[1]), ROWS[row]
    assert readouts["loss"].value == pytest.approx(loss_of(old, x1, x2, y), abs=1e-12)
    for name in PLACES:
        up, down = ({**old, name: old[name] + by} for by in (1e-6, -1e-6))
        slope = (loss_of(up, x1, x2, y) - loss_of(down, x1, x2, y)) / 2e-6
        assert readouts[f"d{name}"].value == pytest.approx(slope, abs=1e-8)
        assert readouts[f"new_{name}"].value == pytest.approx(old[name] - alpha * slope, abs=1e-8)
    new = {name: readouts[f"new_{name}"].value for name in PLACES}
    assert readouts["new_loss"].value == pytest.approx(loss_of(new, x1, x2, y), abs=1e-12)


def test_the_hidden_values_of_the_row_1_0_are_the_ones_of_the_lesson_on_activations():
    readouts = one_update(row="10").readouts
    assert (round(readouts["h1"].value, 3), round(readouts["h2"].value, 3)) == (0.731, 0.881)
    assert substituted(readouts["z1"].working) == "1.5·1 + (-1)·0 + (-0.5) = 1"
    assert substituted(readouts["delta"].working) == "0.37 - 1 = -0.63"


def test_an_update_at_rate_1_makes_the_loss_of_its_own_row_smaller():
    for row in ROWS:
        assert one_update(row=row, alpha=1.0).readouts["less"].value


@pytest.mark.parametrize("part", range(12))
def test_on_the_way_back_each_edge_says_its_slope_once_that_is_known(part):
    """Forward are the parts 0 to 4. At part 6 the output's slopes are known, at 9 the others; 10 is the update."""
    (network,) = one_update(part=part).drawings
    slopes = [edge.name for edge in network.edges if edge.name.startswith("∂")]
    known = ["∂w11", "∂w21", "∂w12", "∂w22", "∂v1", "∂v2"] if part == 9 else ["∂v1", "∂v2"] if 6 <= part < 9 else []
    assert known == slopes


def test_a_weight_from_an_input_of_0_has_no_slope():
    readouts = one_update(row="10").readouts
    assert readouts["dw21"].value == 0.0
    assert readouts["dw22"].value == 0.0
    assert readouts["dw11"].value != 0.0


def test_a_part_shows_only_what_is_worked_out_by_then():
    def hidden_values(part):
        return [node.value is not None for node in one_update(part=part).drawings[0].columns[1]]

    assert hidden_values(0) == [False, False]
    assert hidden_values(1) == [True, False]
    assert hidden_values(2) == [True, True]
    loss = [one_update(part=part).drawings[0].columns[3][0].value for part in (3, 4)]
    assert loss[0] is None
    assert loss[1] == pytest.approx(one_update().readouts["loss"].value)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("alpha", [0.1, 1.0, 5.0])
@pytest.mark.parametrize("part", range(AGAIN + 1))
def test_the_values_in_the_picture_are_those_that_the_numbers_on_its_edges_give(row, alpha, part):
    network = one_update(row=row, alpha=alpha, part=part).drawings[0]
    w11, w21, w12, w22, v1, v2, _ = (edge.weight for edge in network.edges)
    if part in range(6, 10):  # the slopes are on the edges
        assert all(node.name.startswith("δ") or node.value is not None for node in network.columns[1])
        return
    readouts = one_update(row=row, alpha=alpha).readouts
    names = ("b11", "b12", "b21")
    b11, b12, b21 = (readouts[name if part < 10 else f"new_{name}"].value for name in names)
    x1, x2 = float(row[0]), float(row[1])
    h1, h2 = sigma(w11 * x1 + w21 * x2 + b11), sigma(w12 * x1 + w22 * x2 + b12)
    p = sigma(v1 * h1 + v2 * h2 + b21)
    truth = {"h1": h1, "h2": h2, "p": p, "L": -math.log(p if ROWS[row] else 1 - p)}
    for column in network.columns[1:]:
        for node in column:
            if node.name in truth and node.value is not None:
                assert node.value == pytest.approx(truth[node.name], abs=1e-9), node.name
    empty = [node.value is None for column in network.columns[1:] for node in column]
    if part in (0, 10):
        assert all(empty)
    if part == AGAIN:
        assert not any(empty)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_table_worked_out_by_hand_comes_to_its_last_column(row):
    off = 0
    for tenths in range(1, 51):
        for _, now, slope, after in one_update(row=row, alpha=tenths / 10, part=AGAIN).table.rows:
            off += abs(float(now) - tenths / 10 * float(slope) - float(after)) > 0.0005 + 1e-9
    assert off <= 2  # of 450, next to the middle between two places


def test_every_part_says_in_both_languages_what_happens():
    for part in range(AGAIN + 1):
        result = one_update(part=part)
        assert set(result.note.variants) == {"en", "ko"}
        assert set(result.drawings[0].alt.variants) == {"en", "ko"}


@pytest.mark.parametrize("name", PLACES)
def test_backpropagation_agrees_with_the_measurement_for_every_number(name):
    readouts = check(number_of=name, digits=5).readouts
    assert readouts["agree"].value
    assert readouts["apart"].value < 1e-9


@pytest.mark.parametrize("name", PLACES)
def test_a_forgotten_slope_shows_in_the_hidden_numbers_and_only_there(name):
    assert check(number_of=name, digits=5, mistake=True).readouts["agree"].value == (name in ("v1", "v2", "b21"))


def test_the_measurement_gets_better_and_then_drowns_in_rounding():
    apart = [check(digits=digits).readouts["apart"].value for digits in range(1, 13)]
    best = apart.index(min(apart))
    assert 3 <= best <= 7
    assert apart[0] > 100 * apart[1] * 0.9
    assert apart[-1] > 1000 * apart[best]
