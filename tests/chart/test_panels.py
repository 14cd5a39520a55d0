"""Drawings that make one picture: side by side where there is room, one above the other where not."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.chart.drawing import draw, natural_size
from tutor.chart.palette import MONOCHROME
from tutor.figure import VEILED_ALT, Axis, Figure, Line, Matrices, Matrix, Network, Node, Panels, Pixels, figures_in
from tutor.language import Text

ALT = Text(en="A picture.", ko="그림.")
ENDS = np.array([0.0, 1.0])
FULL, EMPTY = (Pixels(np.full((1, 1), value), ALT) for value in (1.0, 0.0))
CURVE = Figure((Line(ENDS, ENDS, reveals=True), Line(ENDS, ENDS)), ALT, Axis("x", 0, 1), Axis("y", 0, 1))


def text_of(panels: Panels, width: int, height: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in draw(panels, width, height, MONOCHROME, "en")]


@pytest.mark.parametrize(("width", "height"), [(118, 24), (78, 15), (62, 8), (61, 8), (30, 8), (9, 4), (3, 2), (1, 1)])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_picture_fills_its_room_exactly(width: int, height: int, count: int) -> None:
    lines = text_of(Panels((CURVE, FULL, EMPTY)[:count], ALT), width, height)
    assert [width] * height == [len(line) for line in lines]


def test_parts_stand_beside_each_other_in_their_shares_and_under_each_other_in_a_narrow_room() -> None:
    both = Panels((FULL, EMPTY), ALT, shares=(1, 3))
    wide = text_of(both, 82, 8)
    inked = [place for line in wide for place, character in enumerate(line) if character != " "]
    # A quarter of the 80 columns that the gap of two leaves.
    assert max(inked) < 20
    narrow = text_of(both, 40, 8)
    assert any(line.strip() for line in narrow[:4])
    assert not any(line.strip() for line in narrow[4:])


def test_under_each_other_they_take_the_room_of_all_of_them() -> None:
    (_, one), (_, two) = natural_size(FULL, 40, "en"), natural_size(Panels((FULL, FULL), ALT), 40, "en")
    assert 2 * one == two


def test_what_gives_an_answer_away_is_veiled_in_every_part() -> None:
    matrices = Matrices((Matrix(np.ones((2, 2)), "A"), "=", Matrix(np.ones((2, 1)), "B", reveals=True)), ALT, note="1")
    network = Network(((Node("x", 1.0), Node("h", 2.0, reveals=True)),), (), ALT)
    veiled = Panels((CURVE, matrices, network, FULL), ALT).veiled()
    curve, table, nodes, image = veiled.parts
    assert VEILED_ALT == veiled.alt
    assert isinstance(curve, Figure)
    assert 1 == len(curve.layers)
    assert isinstance(table, Matrices)
    assert "" == table.note
    (known, _, unknown) = table.parts
    assert isinstance(known, Matrix)
    assert isinstance(unknown, Matrix)
    assert (frozenset(), {(0, 0), (1, 0)}) == (known.unknown, unknown.unknown)
    assert isinstance(nodes, Network)
    assert [1.0, None] == [node.value for node in nodes.columns[0]]
    assert FULL is image
    assert [curve] == list(figures_in(veiled))


def test_what_gives_nothing_away_stays_as_it_is() -> None:
    plain = Matrices((Matrix(np.ones((2, 2)), "A"),), ALT, note="1")
    assert plain is plain.veiled()
    open_ = Network(((Node("x", 1.0),),), (), ALT)
    assert open_ is open_.veiled()


def test_a_matrix_that_gives_an_answer_away_is_veiled_cell_by_cell_and_no_further() -> None:
    assert {(0, 0), (0, 1), (0, 2)} == Matrix(np.arange(3.0), reveals=True).veiled().unknown
    assert {(0, 0), (0, 1), (1, 0), (1, 1)} == Matrix(np.ones((2, 2)), reveals=True).veiled().unknown
    assert frozenset() == Matrix(np.ones((2, 2))).veiled().unknown
