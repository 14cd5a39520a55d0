"""XOR's labs against logic and the deck."""

import itertools

import pytest

from tutor.figure import Network
from tutor.labs.xor import gates, layers, network, one_line, switches
from tutor.written import substituted

LOGIC = {
    "AND": lambda a, c: a and c,
    "OR": lambda a, c: a or c,
    "NAND": lambda a, c: not (a and c),
    "NOR": lambda a, c: not (a or c),
}


def test_the_searched_best_is_three_of_four_and_no_setting_beats_it() -> None:
    assert 3 == one_line().readouts["best"].value
    quarters = (-2, -1.3, -0.5, 0, 0.4, 1, 2)
    assert 3 == max(
        one_line(w1=w1, w2=w2, b=b).readouts["right"].value for w1, w2, b in itertools.product(quarters, repeat=3)
    )


def test_where_three_rows_are_right_the_fourth_is_wrong_at_one_one_as_the_proof_says() -> None:
    result = one_line(w1=1, w2=0.8, b=-0.5)
    assert "1·1 + 0.8·1 + (-0.5) = 1.3" == substituted(result.readouts["total_11"].working)
    assert ["✓", "✓", "✓", "×"] == [row[-1] for row in result.table.rows]


def test_xor_and_xnor_are_recognised_for_every_choice_of_gates() -> None:
    for first, second, last in itertools.product(LOGIC, repeat=3):
        truth = tuple(
            bool(LOGIC[last](LOGIC[first](a, c), LOGIC[second](a, c)))
            for a, c in itertools.product((False, True), repeat=2)
        )
        readouts = gates(first=first, second=second, last=last).readouts
        assert (truth == (False, True, True, False)) == readouts["is_xor"].value
        assert (truth == (True, False, False, True)) == readouts["is_xnor"].value
        assert (len(set(truth)) == 1) == readouts["is_constant"].value


def test_the_fold_leaves_three_different_places() -> None:
    assert 3 == gates(first="NAND", second="OR", last="AND").readouts["places"].value
    # Where (1, 0) and (1, 1) land.
    assert [[1, 1], [0, 1]] == gates(first="NAND", second="OR", last="AND").readouts["lands"].value.tolist()


@pytest.mark.parametrize(("x1", "x2"), list(itertools.product((0, 1), repeat=2)))
def test_the_network_gives_xor_and_writes_its_sums(x1: int, x2: int) -> None:
    result = network(x1=x1, x2=x2)
    assert (x1 != x2) == result.readouts["y"].value
    for place in (1, 2):
        sum_of_inputs, neuron = result.readouts[f"sum_{place}"], result.readouts[f"s{place}"]
        left, _, right = substituted(sum_of_inputs.working).partition(" = ")
        assert pytest.approx(float(right)) == eval(left.replace("·", "*"))
        assert (float(right) > 0) == neuron.value
        sign = ">" if neuron.value else "≤"
        assert f"{left} = {right}; {right} {sign} 0: {neuron.value:.0f}" == substituted(neuron.working)


def test_a_network_is_deep_from_two_hidden_layers_on() -> None:
    assert "perceptron" in layers(hidden=0).note.in_("en")
    assert "MLP" in layers(hidden=1).note.in_("en")
    assert "DNN" in layers(hidden=2).note.in_("en")


def test_the_drawing_has_one_edge_a_weight() -> None:
    for hidden, units, inputs in itertools.product(range(4), range(1, 5), range(1, 5)):
        result = layers(hidden=hidden, units=units, inputs=inputs)
        (drawing,) = result.drawings
        assert isinstance(drawing, Network)
        assert result.readouts["weights"].value == len(drawing.edges)
        assert result.readouts["parameters"].value == result.readouts["weights"].value + sum(
            len(column) for column in drawing.columns[1:]
        )


@pytest.mark.parametrize(("x1", "x2"), list(itertools.product((False, True), repeat=2)))
def test_two_switches_light_the_lamp_when_exactly_one_is_up(x1: bool, x2: bool) -> None:
    result = switches(x1=x1, x2=x2)
    assert (x1 is not x2) == result.readouts["y"].value
    assert result.drawings[0].alt("en") == network(x1=float(x1), x2=float(x2)).drawings[0].alt("en")
