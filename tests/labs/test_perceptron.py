"""The perceptron's labs against the deck and hand-worked figures."""

import itertools

import numpy as np
import pytest

from tutor.figure import Line, Network
from tutor.labs.perceptron import LOOKS, gate, learn, neuron, without_bias
from tutor.written import substituted


def test_the_sum_is_written_out_as_on_paper() -> None:
    result = neuron(x1=1, x2=2, w1=0.5, w2=-1, b=0.3, theta=0)
    assert result.readouts["total"].value == pytest.approx(-1.2)
    assert "0.5·1 + (-1)·2 + 0.3 = -1.2" == substituted(result.readouts["total"].working)
    assert "-1.2 ≤ 0, y = 0" == substituted(result.readouts["y"].working)


def test_the_network_is_the_decks_drawing_with_the_bias_as_an_input_of_1() -> None:
    (network,) = neuron().drawings
    assert isinstance(network, Network)
    assert ["x1", "x2", "1"] == [node.name for node in network.columns[0]]
    assert ["w1", "w2", "b"] == [edge.name for edge in network.edges[:3]]


def test_before_the_bias_is_introduced_nothing_shows_it() -> None:
    result = without_bias(x1=1, x2=2, w1=0.5, w2=-1, theta=-2)
    (network,) = result.drawings
    assert ["x1", "x2"] == [node.name for node in network.columns[0]]
    assert ["w1", "w2"] == [edge.name for edge in network.edges[:2]]
    assert "0.5·1 + (-1)·2 = -1.5" == substituted(result.readouts["total"].working)
    assert 1 == result.readouts["y"].value


@pytest.mark.parametrize(
    ("setting", "truth"),
    [
        ({"w1": 1, "w2": 1, "b": -1.5}, "is_and"),
        ({"w1": 1, "w2": 1, "b": -0.5}, "is_or"),
        ({"w1": -1, "w2": -1, "b": 1.5}, "is_nand"),
        ({"w1": -1, "w2": -1, "b": 0.5}, "is_nor"),
        ({"w1": 0.5, "w2": 0.5, "theta": 0.7}, "is_and"),
        ({"w1": 1, "w2": 0, "b": 0}, "copies_an_input"),
        ({"w1": 0, "w2": 0, "b": 1}, "always_1"),
        ({"w1": 0, "w2": 0, "b": 0}, "always_0"),
    ],
)
def test_a_gate_is_recognised(setting: dict[str, float], truth: str) -> None:
    truths = ("is_and", "is_or", "is_nand", "is_nor", "copies_an_input", "always_1", "always_0")
    readouts = gate(**{"b": 0, "theta": 0, **setting}).readouts
    assert [truth] == [name for name in truths if readouts[name].value]


def test_a_sum_exactly_on_the_threshold_does_not_fire_in_the_truth_table() -> None:
    result = gate(w1=1, w2=1, b=0, theta=1)
    assert [0, 0, 0, 1] == result.readouts["y"].value.tolist()
    assert result.readouts["on_the_threshold"].value


def test_the_boundary_passes_where_the_sum_equals_the_threshold_at_every_setting() -> None:
    ends = (-2, -0.3, 0, 1.7, 2)
    for w1, w2, b, theta in itertools.product(ends, ends, (-2, 0, 0.4), (-2, 0, 1)):
        (figure,) = gate(w1=w1, w2=w2, b=b, theta=theta).drawings
        for line in (layer for layer in figure.layers if isinstance(layer, Line)):
            np.testing.assert_allclose(w1 * line.x + w2 * line.y + b, theta, atol=1e-9)


def test_the_crossing_is_theta_minus_b_over_w1_and_has_no_place_where_there_is_none() -> None:
    assert 0.5 == gate(w1=2, w2=1, b=-1, theta=0).readouts["crossing"].value
    assert {} == gate(w1=0).drawings[0].places


def test_learning_and_by_hand() -> None:
    # From 0: the row (1, 1) comes out 0 and should be 1, so w1, w2 and b each gain 0.5.
    result = learn(target="AND", alpha=0.5, look=4)
    assert [0.5, 0.5, 0.5] == [result.readouts[name].value for name in ("w1", "w2", "b")]
    assert "w1: 0 + 0.5·1·1 = 0.5" == substituted(result.readouts["w1"].working)
    assert frozenset({0, 1, 2}) == result.table.lit_rows


def test_and_is_learned_for_good_while_xor_never_is() -> None:
    assert 4 == learn(target="AND", alpha=0.5, look=18).readouts["right"].value
    last = learn(target="AND", alpha=0.5, look=LOOKS).readouts
    assert learn(target="AND", alpha=0.5, look=18).readouts["changes"].value == last["changes"].value
    assert all(learn(target="XOR", alpha=0.5, look=look).readouts["right"].value < 4 for look in range(LOOKS + 1))


def test_the_learning_rate_alone_does_not_change_the_boundary_when_starting_from_zero() -> None:
    for look in range(LOOKS + 1):
        slow, fast = (learn(target="NAND", alpha=alpha, look=look).readouts for alpha in (0.25, 1))
        assert [4 * slow[name].value for name in ("w1", "w2", "b")] == [fast[name].value for name in ("w1", "w2", "b")]


def test_the_neuron_gives_its_inputs_and_weights_as_rows_too() -> None:
    readouts = neuron(x1=1, x2=2, w1=0.5, w2=-1, b=0.3, theta=0).readouts
    x, w = readouts["x"].value, readouts["w"].value
    assert ([1, 2], [0.5, -1]) == (x.tolist(), w.tolist())
    assert readouts["total"].value == pytest.approx(np.dot(x, w) + 0.3)
