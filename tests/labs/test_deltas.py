"""The way back on cards, against slopes measured by nudging one number."""

import itertools
import math

import pytest

from tutor.figure import Edge, Network, Node
from tutor.labs.deltas import chain

SETTINGS = list(itertools.product([-3, -2, -0.5, 0, 3], [-4, -1, 0.5, 4]))
NUMBERS = {"w11": 1.5, "w21": -1.0, "b11": -0.5, "w12": 1.5, "w22": -1.0, "v1": 1.0, "b21": 0.5}


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def loss(numbers: dict[str, float], **nudge: float) -> float:
    """The loss of the row (1, 0), whose answer is 1; a nudge is added to a number, or to a unit's sum."""
    n = {name: value + nudge.get(name, 0.0) for name, value in numbers.items()}
    h1 = sigmoid(n["w11"] * 1 + n["w21"] * 0 + n["b11"] + nudge.get("z1", 0.0))
    h2 = sigmoid(n["w12"] * 1 + n["w22"] * 0 + n["b12"] + nudge.get("z2", 0.0))
    return -math.log(sigmoid(n["v1"] * h1 + n["v2"] * h2 + n["b21"] + nudge.get("z", 0.0)))


def measured(numbers: dict[str, float], name: str) -> float:
    small = 1e-5
    return (loss(numbers, **{name: small}) - loss(numbers, **{name: -small})) / (2 * small)


def drawn(v2: float = -2, b12: float = 0.5, part: int = 4) -> Network:
    (drawing,) = chain(v2=v2, b12=b12, part=part).drawings
    assert isinstance(drawing, Network)
    return drawing


def nodes(network: Network) -> dict[str, Node]:
    return {node.name: node for column in network.columns for node in column}


def edges(network: Network) -> dict[str, Edge]:
    return {edge.name: edge for edge in network.edges}


@pytest.mark.parametrize(("v2", "b12"), SETTINGS)
def test_every_delta_and_every_slope_is_what_a_nudge_measures(v2: float, b12: float) -> None:
    numbers = NUMBERS | {"v2": v2, "b12": b12}
    network = drawn(v2, b12)
    for name, unit in (("h1", "z1"), ("h2", "z2"), ("p", "z")):
        assert measured(numbers, unit) == pytest.approx(nodes(network)[name].delta, abs=1e-8)
    for name, edge in edges(network).items():
        assert numbers[name] == edge.weight
        assert measured(numbers, name) == pytest.approx(edge.gradient, abs=1e-8)
    assert loss(numbers) == pytest.approx(chain(v2=v2, b12=b12).readouts["loss"].value)


def test_one_layer_a_step_from_the_output_back() -> None:
    known = []
    for part in range(5):
        network = drawn(part=part)
        deltas = [name for name, node in nodes(network).items() if node.delta is not None]
        slopes = sorted(name for name, edge in edges(network).items() if edge.gradient is not None)
        known.append((deltas, slopes))
        assert network.backward == (part > 0)
    before, behind = ["v1", "v2"], ["v1", "v2", "w11", "w12", "w21", "w22"]
    assert [
        ([], []),
        (["p"], []),
        (["p"], before),
        (["h1", "h2", "p"], before),
        (["h1", "h2", "p"], behind),
    ] == known


def test_a_veiled_unit_keeps_its_value_and_hides_its_delta() -> None:
    veiled = nodes(drawn(part=3).veiled())
    assert (None, None) == (veiled["h1"].delta, veiled["h2"].delta)
    assert sigmoid(2.0) == pytest.approx(veiled["h2"].value)
    assert veiled["p"].delta is not None


@pytest.mark.parametrize(("v2", "b12"), SETTINGS)
def test_a_unit_is_marked_as_saturated_where_its_sigmoid_is_flat(v2: float, b12: float) -> None:
    h2 = sigmoid(1.5 + b12)
    flat = h2 * (1 - h2) < 0.02
    assert flat == bool(nodes(drawn(v2, b12))["h2"].state)
    readouts = chain(v2=v2, b12=b12).readouts
    delta2 = measured(NUMBERS | {"v2": v2, "b12": b12}, "z2")
    found = [readouts[name].value for name in ("reached", "turned", "saturated", "thin")]
    assert [delta2 > 0.3, delta2 < 0, flat, abs(v2) < 1] == found


def test_the_goal_takes_both_sliders() -> None:
    def delta2(v2: float, b12: float) -> float:
        return measured(NUMBERS | {"v2": v2, "b12": b12}, "z2")

    assert 0.1322 == pytest.approx(delta2(-2, 0.5), abs=1e-4)
    assert not any(delta2(v / 2, 0.5) > 0.3 for v in range(-6, 7))
    assert not any(delta2(-2, b / 2) > 0.3 for b in range(-8, 9))
    assert delta2(-3, -1) > 0.3
