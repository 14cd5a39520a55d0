"""What is drawn in which colour: under each picture stands, cell by cell, what its ink says.

Look for: what is given, the model and what is right apart; in the colour of a loss nothing but errors and what went
wrong; rules, axes and what came before quiet; what is spoken of just now in capitals, which are bold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from rich.segment import Segment
from rich.style import Style
from syrupy.assertion import SnapshotAssertion

from tests.every_lab import LABS
from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, MONOCHROME, Palette
from tutor.lab import Value
from tutor.role import Role

LETTERS = {DARK.style(role).color: role[0] for role in Role} | {DARK.style(Role.GUESS).color: "u"}
"""The first of each role's name; of a guess the second."""
WIDE, FULL, NARROW = (60, 14), (118, 24), (30, 8)


class Picture(NamedTuple):
    """A lab at some values, how large its drawings are, and what colours there are."""

    lab: str
    values: dict[str, Value] = {}
    size: tuple[int, int] = WIDE
    palette: Palette = DARK


SIDES = ("a_rows", "a_columns", "b_rows", "b_columns")
PICTURES = {
    "bars": Picture("categorical:animals"),
    "bars of a loss": Picture("categorical:animals", {"z": (4.0, 4.0, 4.0), "truth": "2", "columns": "loss"}),
    "bars with names": Picture("activations:softmax"),
    "cards": Picture("deltas:chain", {"v2": 3.0, "b12": 4.0, "part": 4}),
    "cards, in full": Picture("deltas:chain", {"v2": 3.0, "b12": 4.0, "part": 4}, FULL),
    "contours, and errors": Picture("boiling:scales"),
    "half a plane": Picture("half_planes:sides"),
    "hops": Picture("hollow:hollow"),
    "loss of a training": Picture("diagnosis:train"),
    "matrices": Picture("arrays:transpose"),
    "network": Picture("layers:network"),
    "network going back": Picture("backprop:one_update", {"part": 3, "alpha": 4.4}),
    "network with a loss, listed": Picture("backprop:one_update", size=NARROW),
    "network with a threshold": Picture("perceptron:neuron", {"x1": -1.0, "w1": -2.0, "b": -2.0}),
    "network, listed": Picture("layers:network", size=NARROW),
    "pixels": Picture("strokes:strokes"),
    "planes": Picture("playground:train", {"units": 3.0}, FULL),
    "planes, listed": Picture("playground:train", {"units": 3.0}),
    "product": Picture("falk:repair"),
    "product of two numbers": Picture("falk:repair", dict.fromkeys(SIDES, 1.0)),
    "product, done": Picture("falk:shop", {"eggs": 6.0, "part": 24}),
    "residuals": Picture("cost:one_sample"),
    "shares, and ends": Picture("xor_training:survey"),
    "slopes that are flat": Picture("saturation:chain", {"kind": "relu", "x": -6.0}, FULL),
    "slopes that fade": Picture("saturation:chain", {"x": 5.0}, FULL),
    "slopes, layer by layer": Picture("saturation:chain"),
    "squares": Picture("squares:squares"),
    "stretch": Picture("broadcasting:stretch"),
    "stretch, not told": Picture("broadcasting:stretch", {"part": 0}),
    "two batches": Picture("batches:mini_batch"),
    "two orders": Picture("matrices:order"),
    "without colour, a loss": Picture("xor_training:train", {"frame": 40}, palette=MONOCHROME),
    "without colour, half a plane": Picture("half_planes:sides", palette=MONOCHROME),
    "without colour, two curves": Picture("activations:curve", palette=MONOCHROME),
}


def letter(style: Style | None) -> str:
    """Return what a colour says: a role, a level of a surface, or plain ink; without colours, the weight."""
    if style is None or style.color is None:
        return "b" if style is not None and style.bold else "d" if style is not None and style.dim else "."
    said = LETTERS.get(style.color, "." if style.color == DARK.style().color else "#")
    return said.upper() if style.bold else said


def inks(line: list[Segment]) -> Iterator[str]:
    """Yield what each cell of a line says."""
    for text, style, _ in line:
        for character in text:
            seen = character.strip() or (style is not None and (style.reverse or style.bgcolor is not None))
            yield letter(style) if seen else " "


@pytest.mark.parametrize("name", PICTURES)
def test_everything_in_a_picture_has_the_colour_of_what_it_is(name: str, snapshot: SnapshotAssertion) -> None:
    lab, values, size, palette = PICTURES[name]
    drawn = [line for drawing in LABS[lab](**values).drawings for line in draw(drawing, *size, palette, "en")]
    rows = [("".join(part.text for part in line).rstrip(), "".join(inks(line)).rstrip()) for line in drawn]
    assert snapshot == "\n".join(f"{text}\n{ink}" if ink else text for text, ink in rows)
