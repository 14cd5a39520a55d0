"""Pointing at a part of a drawing, drawing by drawing: what stands out is that part, and nothing else changes."""

from __future__ import annotations

import numpy as np
import pytest
from rich.style import Style

from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.figure import (
    Bars,
    Chain,
    Drawing,
    Edge,
    Figure,
    Guide,
    Heat,
    Hops,
    Line,
    Mark,
    Matrices,
    Matrix,
    Network,
    Node,
    Panels,
    Pixels,
    Points,
    Polygon,
    Polygons,
    Product,
    Role,
    Segments,
    Side,
    Squares,
    Stretch,
    Tangent,
    Tile,
    Tiles,
)
from tutor.language import Text
from tutor.pointing import parts_of, pointed

ALT = Text(en="a picture", ko="그림")
AT = np.array([0.0, 1.0])
SURFACE = np.add.outer(np.linspace(0, 1, 8), np.linspace(0, 1, 8)) / 2

FIGURE = Figure(
    (
        Heat(SURFACE, (0, 1), (0, 1), part="surface", edge="border"),
        Side(1.0, 0.0, 0.5, part="side"),
        Squares(np.array([0.1]), np.array([0.1]), np.array([0.5]), part="squares"),
        Line(AT, AT, Role.MODEL, "line", part="line"),
        Segments(np.array([0.2]), np.array([0.9]), np.array([0.8]), np.array([0.9]), part="level"),
        Points(np.array([0.3]), np.array([0.6]), part="points"),
        Tangent(0.7, 0.3, 0.5, label="steep", part="tangent"),
        Guide("x", 0.9, label="here", part="guide"),
        Hops(AT / 2, AT / 2, name="A", lane=True, label="walker", part="walk"),
        Mark(0.6, 0.8, label="best", part="mark"),
    ),
    ALT,
    title="All layers",
)
BARS = Figure((Bars(("one", "two"), np.array([1.0, -2.5]), part="bars"), Guide("y", 0.5, part="goal")), ALT)
CARDS = Network(
    (
        (Node("x", 1.0, Role.GIVEN),),
        (Node("h1", 0.5, bias=0.5, sum=0.5), Node("h2", 0.0, bias=-1.0, sum=-0.5, state="silent")),
    ),
    (Edge((0, 0), (1, 0), 1.5, "w1"), Edge((0, 0), (1, 1), -0.5, "w2")),
    ALT,
)
PLAIN_NETWORK = Network(
    ((Node("x"),), (Node("h1"), Node("h2"))),
    (Edge((0, 0), (1, 0), 1.5, "w1"), Edge((0, 0), (1, 1), -0.5, "w2")),
    ALT,
)
SURFACES = Tiles(((Tile(SURFACE, "h1", "+1.0"), Tile(SURFACE, "h2", "−1.0")),), ALT, title="units")
DRAWINGS: dict[str, Drawing] = {
    "figure": FIGURE,
    "bars": BARS,
    "cards": CARDS,
    "network": PLAIN_NETWORK,
    "matrices": Matrices((Matrix(np.eye(2), "A"), "·", Matrix(np.ones((2, 2)), "B")), ALT),
    "pixels": Pixels(SURFACE, ALT, marked=frozenset({(1, 1)})),
    "product": Product(np.ones((2, 3)), np.ones((3, 2)), ALT, meeting=(0, 1), terms=2, known=frozenset({(0, 0)})),
    "misfit": Product(np.ones((2, 3)), np.ones((2, 2)), ALT, meeting=(0, 1)),
    "stretch": Stretch(np.ones((3, 1)), np.ones(2), ALT, copies=2, added=True),
    "chain": Chain(np.array([0.3, 0.3]), ALT, "layer", goal=0.1),
    "tiles": SURFACES,
    "polygons": Polygons((Polygon(np.array([0, 1, 1]), np.array([0, 0, 1]), "one", part="shape"),), ALT),
    "panels": Panels((BARS, SURFACES), ALT),
}
PALETTES = {"many": DARK, "few": DARK_16, "none": MONOCHROME}
SIZE = (100, 26)


def cells(drawing: Drawing, palette: Palette) -> list[tuple[str, Style]]:
    lines = draw(drawing, *SIZE, palette, "en")
    return [(character, style or Style.null()) for line in lines for text, style, _ in line for character in text]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=DRAWINGS)
def test_each_part_stands_out_and_no_character_changes(drawing: Drawing, palette: Palette) -> None:
    plain = cells(drawing, palette)
    assert parts_of(drawing)
    looks = set()
    for part in parts_of(drawing):
        found = cells(pointed(drawing, part), palette)
        assert [character for character, _ in plain] == [character for character, _ in found]
        bold = [at for at, (character, style) in enumerate(found) if style.bold and character.strip()]
        assert bold, part
        looks.add(tuple(style for _, style in found))
    assert len(looks) == len(parts_of(drawing)), "two parts look the same"


def lit(drawing: Drawing, part: str) -> str:
    """Return the characters that stand out, without colours: those turned round."""
    return "".join(character for character, style in cells(pointed(drawing, part), MONOCHROME) if style.reverse)


def test_what_stands_out_is_what_the_part_has_drawn() -> None:
    assert {"▼", "1", "┃"} >= set(lit(DRAWINGS["product"], "column")) - {" "} >= {"▼", "1"}
    assert "✗silent" == lit(CARDS, "states").replace(" ", "")
    assert "b+0.500b−1.000" == lit(CARDS, "b").replace(" ", "")
    assert "best" in lit(FIGURE, "mark")
    assert "0.30.3" == lit(DRAWINGS["chain"], "factors").replace("×", "")
    assert "+1.0−1.0" == lit(SURFACES, "notes")
    assert {"h1", "h2"} == {lit(CARDS, name)[2:4] for name in ("h1", "h2")}


def test_what_a_drawing_has_not_leaves_it_as_it_is() -> None:
    for drawing in DRAWINGS.values():
        assert pointed(drawing, "nothing like that") is drawing
        assert pointed(drawing, "") is drawing


def test_in_a_picture_of_several_drawings_the_others_step_back() -> None:
    panels = DRAWINGS["panels"]
    found = cells(pointed(panels, "h1"), MONOCHROME)
    assert all(style.dim for character, style in found if character in "onetw")


def test_a_part_that_is_withheld_is_not_there_to_be_pointed_at() -> None:
    figure = Figure((Line(AT, AT, part="given"), Line(AT, 1 - AT, reveals=True, part="answer")), ALT)
    assert ("given", "answer") == parts_of(figure)
    assert ("given",) == parts_of(figure.veiled())
    assert ("factors",) == parts_of(Chain(AT + 0.5, ALT, reveals=True).veiled())
    assert "ghosts" not in parts_of(Stretch(np.ones((3, 1)), np.ones(2), ALT, copies=2, reveals=True).veiled())


def test_a_whole_drawing_can_be_a_part() -> None:
    left = Figure((Line(AT, AT),), ALT, title="left", part="left")
    right = Figure((Line(AT, AT),), ALT, title="right", part="right")
    assert "left" == lit(Panels((left, right), ALT), "left")
    found = cells(pointed(Panels((left, right), ALT), "left"), MONOCHROME)
    assert all(style.bold for character, style in found if character in "lef")
    assert all(style.dim for character, style in found if character in "righ")
