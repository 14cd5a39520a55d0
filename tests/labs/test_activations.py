"""The activation labs against the deck, the workings they write, and hand-worked figures."""

import math
import re

import pytest

from tutor.labs.activations import NAMES, USUAL_A, compare, curve, neuron, sigmoid, softmax, value_and_slope
from tutor.labs.saturation import chain, dead
from tutor.written import substituted


def test_the_decks_figures_and_where_its_second_one_comes_from() -> None:
    readouts = sigmoid(x=1).readouts
    assert "0.731" == f"{readouts['h'].value:.3f}"
    assert 0.88 == readouts["at_two_cut"].value
    assert "0.8808" == f"{readouts['at_two'].value:.4f}"
    assert "1 / (1 + exp(-1)) = 1 / (1 + 0.367879) = 0.7311" == substituted(readouts["h"].working)


def test_the_sum_comes_before_the_activation() -> None:
    readouts = neuron(x1=1, x2=2, w11=0.5, w21=-1, b=1, kind="sigmoid").readouts
    assert -0.5 == readouts["y"].value
    assert "0.5·1 + (-1)·2 + 1 = -0.5" == substituted(readouts["y"].working)
    assert pytest.approx(1 / (1 + math.exp(0.5))) == readouts["h"].value


@pytest.mark.parametrize("kind", list(NAMES))
@pytest.mark.parametrize("x", [-6, -2, -0.3, 0, 0.7, 6])
def test_every_working_ends_in_its_value(kind: str, x: float) -> None:
    result = curve(kind=kind, x=x, a=0.1)
    for name in ("h", "slope"):
        readout = result.readouts[name]
        shown = re.split("[:=≈]", substituted(readout.working))[-1]
        assert pytest.approx(readout.value, abs=5e-5) == float(shown)


def test_the_table_lists_all_functions_with_value_and_slope() -> None:
    result = compare(x=-2)
    assert len(NAMES) == len(result.table.rows)
    by_name = {row[0] if isinstance(row[0], str) else row[0]("en"): row[1:] for row in result.table.rows}
    assert ("0.1192", "0.1050") == by_name["sigmoid"]
    assert ("-0.0455", "-0.0852") == by_name["GELU"]  # -2·0.022750 and 0.022750 - 2·0.053991
    assert ("-0.0200", "0.0100") == by_name["leaky ReLU (a = 0.01)"]
    assert {"leaky", "parametric", "elu"} == set(USUAL_A)


def test_a_step_is_drawn_as_two_pieces_so_that_its_jump_is_no_slope() -> None:
    lines = [layer for layer in value_and_slope("step", 1, 0).layers if getattr(layer, "label", "") == "h(x)"]
    assert {0.0} == set(lines[0].y)


def test_softmax_by_hand() -> None:
    result = softmax(z1=1, z2=0, z3=0)
    assert pytest.approx(math.e / (math.e + 2)) == result.readouts["p1"].value
    working = result.readouts["p1"].working
    assert "exp(1) / (exp(1) + exp(0) + exp(0)) = 2.7183 / 4.7183 = 0.5761" == substituted(working)
    assert "1" == result.table.footer[-1]


def test_five_sigmoid_layers_leave_a_thousandth_at_best() -> None:
    readouts = chain(kind="sigmoid", x=0, layers=5).readouts
    assert 0.25**5 == readouts["arrives"].value
    assert not readouts["vanished"].value
    assert chain(kind="sigmoid", x=3, layers=3).readouts["vanished"].value
    assert 1 == chain(kind="relu", x=1, layers=10).readouts["arrives"].value


def test_a_relu_is_dead_when_no_sample_lifts_its_sum_above_0() -> None:
    assert dead(w=1, b=-3).readouts["dead"].value  # the largest sample gives 3 - 3 = 0, which is not above 0
    assert not dead(w=1, b=-2.9).readouts["dead"].value
    assert 5 == dead(w=1, b=-3, kind="leaky").readouts["moved"].value
    assert "Dead" in dead(w=0, b=0).note("en")
