"""What is drawn in which colour: under each picture stands, cell by cell, what its ink says.

Look for: what is given, the model and what is right apart; in the colour of a loss nothing but errors and what went
wrong; rules, axes and what came before quiet; what is spoken of just now in capitals, which are bold.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.segment import Segment
from rich.style import Style
from syrupy.assertion import SnapshotAssertion

from tests.every_lab import LABS
from tutor.chart.drawing import draw
from tutor.chart.palette import DARK
from tutor.lab import Value
from tutor.role import Role

LETTERS = {DARK.style(role).color: role[0] for role in Role} | {DARK.style(Role.GUESS).color: "u"}
"""The first of each role's name; of a guess the second."""
WIDE, NARROW = (60, 14), (30, 8)
PICTURES: dict[str, tuple[str, dict[str, Value], tuple[int, int]]] = {
    "contours, and errors": ("boiling:scales", {}, WIDE),
    "bars": ("categorical:animals", {}, WIDE),
    "bars of a loss": ("categorical:animals", {"z": (4.0, 4.0, 4.0), "truth": "2", "columns": "loss"}, WIDE),
    "slopes, layer by layer": ("saturation:chain", {}, WIDE),
    "network with a threshold": ("perceptron:neuron", {"x1": -1.0, "w1": -2.0, "b": -2.0}, WIDE),
    "cards": ("deltas:chain", {"v2": 3.0, "b12": 4.0, "part": 4}, WIDE),
    "network going back": ("backprop:one_update", {"part": 3, "alpha": 4.4}, WIDE),
    "network with a loss, listed": ("backprop:one_update", {}, NARROW),
    "loss of a training": ("diagnosis:train", {}, WIDE),
    "hops": ("hollow:hollow", {}, WIDE),
    "half a plane": ("half_planes:sides", {}, WIDE),
    "two orders": ("matrices:order", {}, WIDE),
    "network": ("layers:network", {}, WIDE),
    "network, listed": ("layers:network", {}, NARROW),
    "product": ("falk:repair", {}, WIDE),
    "product of two numbers": ("falk:repair", dict.fromkeys(("a_rows", "a_columns", "b_rows", "b_columns"), 1.0), WIDE),
    "product, done": ("falk:shop", {"eggs": 6.0, "part": 24}, WIDE),
    "residuals": ("cost:one_sample", {}, WIDE),
    "squares": ("squares:squares", {}, WIDE),
    "stretch": ("broadcasting:stretch", {}, WIDE),
    "pixels": ("strokes:strokes", {}, WIDE),
    "matrices": ("arrays:transpose", {}, WIDE),
    "two batches": ("batches:mini_batch", {}, WIDE),
    "shares, and ends": ("xor_training:survey", {}, WIDE),
}


def letter(style: Style | None) -> str:
    """Return what a colour says: a role, a level of a surface, or plain ink."""
    if style is None or style.color is None:
        return "."
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
    lab, values, size = PICTURES[name]
    drawn = [
        line
        for drawing in LABS[lab](**values).drawings
        for lines in (draw(drawing, *size, DARK, "en"),)
        for line in lines
    ]
    rows = [(("".join(part.text for part in line)).rstrip(), "".join(inks(line)).rstrip()) for line in drawn]
    assert snapshot == "\n".join(f"{text}\n{ink}" if ink else text for text, ink in rows)
