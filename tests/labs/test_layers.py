"""The labs of the layered network: the deck's names, and workings that add up."""

import numpy as np
import pytest

from tutor.figure import Network
from tutor.labs.layers import NODES, WIRES, names, network
from tutor.written import substituted

DECK = {
    "w11 w12 w21 w22 w31 w32 b11 b12": (0, 1),
    "w111 w112 w121 w122 b21 b22": (1, 2),
    "w211 w221 b31": (2, 3),
}


def test_every_name_of_the_deck_is_an_edge_between_the_right_columns() -> None:
    columns = {wire.name: (wire.source[0], wire.target[0]) for wire in WIRES}
    assert {name: ends for some, ends in DECK.items() for name in some.split()} == columns


@pytest.mark.parametrize(
    ("edge", "words"),
    [("w21", "x2 → h111"), ("w32", "x3 → h112"), ("w121", "h112 → h211"), ("b22", "1 → h212"), ("w221", "h212 → O1")],
)
def test_an_index_reads_from_then_to(edge: str, words: str) -> None:
    assert words == names(edge=edge).readouts["from_to"].value


def test_parameters_and_sums_are_counted_as_on_paper() -> None:
    readouts = names().readouts
    assert (5, 12, 17) == tuple(readouts[name].value for name in ("neurons", "weights", "parameters"))


@pytest.mark.parametrize("kind", ["relu", "step", "linear"])
def test_every_working_adds_up(kind: str) -> None:
    for x in ((1, 0.5, 2), (-1, -1, 1), (-2, 3, 0.5)):
        readouts = network(x1=x[0], x2=x[1], x3=x[2], kind=kind, node=5).readouts
        for name in (*NODES, "y1", "y2", "y211"):
            products, _, rest = substituted(readouts[name].working).partition(" = ")
            total = float(rest.split(",")[0])
            assert pytest.approx(eval(products.replace("·", "*")), abs=1e-3) == total
            assert pytest.approx(readouts[name].value, abs=1e-3) == float(rest.rsplit("= ", 1)[-1])


def test_the_timeline_lights_one_node_after_the_other_and_hides_the_rest() -> None:
    for node in range(len(NODES) + 1):
        result = network(node=node)
        (drawing,) = result.drawings
        assert isinstance(drawing, Network)
        hidden_and_output = [n for column in drawing.columns[1:] for n in column if n.name != "1"]
        assert node == sum(n.value is not None for n in hidden_and_output)
        assert list(NODES[node - 1 : node] if node else ()) == [n.name for n in hidden_and_output if n.active]
        assert node * 2 == sum(cell != "·" for row in result.table.rows for cell in row[1:])


def test_only_the_edges_into_the_lit_node_carry_numbers() -> None:
    (drawing,) = network(node=3).drawings
    assert [1.0, 0.5, -1.0] == [edge.weight for edge in drawing.edges if edge.weight is not None]


def test_inputs_that_silence_both_first_neurons_leave_the_output_alone() -> None:
    outputs = {network(x1=x1, x2=-2, x3=0).readouts["O1"].value for x1 in (1.5, 2, 2.5)}
    assert 1 == len(outputs)
    assert network(x1=2, x2=-2, x3=0).readouts["both_silent"].value
    assert network(x1=-1, x2=-1, x3=0.5).readouts["one_silent"].value
    assert not network(x1=1, x2=0.5, x3=2).readouts["one_silent"].value


@pytest.mark.parametrize("kind", ["relu", "step", "sigmoid", "linear"])
def test_the_first_layer_as_arrays_is_the_one_that_is_drawn(kind: str) -> None:
    readouts = network(x1=1.5, x2=-2, x3=3, kind=kind).readouts
    X, W, b = (readouts[name].value for name in ("X", "W", "b"))
    assert ((1, 3), (3, 2), (2,)) == (X.shape, W.shape, b.shape)
    sums = np.einsum("ij,jk->ik", X, W) + b
    np.testing.assert_allclose(sums, [[readouts["y1"].value, readouts["y2"].value]])
