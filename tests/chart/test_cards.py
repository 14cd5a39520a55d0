"""How a network of cards looks, as text. Each test says what a person should look for."""

from __future__ import annotations

import pytest

from tutor.chart import dots
from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.figure import Edge, Network, Node, Role
from tutor.language import Text

ALT = Text(en="What is seen.", ko="보이는 것입니다.")


def net(weight: float = 1.5, *, z: float | None = 1.0, note: str = "", **values: object) -> Network:
    inputs = (Node("x1", 1.0, Role.GIVEN), Node("x2", 0.0, Role.GIVEN))
    unit = Node("h1", None if z is None else 0.731, bias=-0.5, sum=z, active=True)
    edges = (Edge((0, 0), (1, 0), weight, active=True), Edge((0, 1), (1, 0), -1.0))
    given: dict[str, object] = {"note": note, **values}
    return Network((inputs, (unit,)), edges, ALT, ("input", "hidden"), **given)  # type: ignore[arg-type]


def lines_of(network: Network, width: int = 50, height: int = 12, palette: Palette = DARK) -> list[str]:
    return ["".join(part.text for part in line).rstrip() for line in draw(network, width, height, palette, "en")]


def inked(lines: list[str]) -> int:
    """Return how many dots of braille there are."""
    return sum(
        (ord(character) - 0x2800).bit_count() for line in lines for character in line if dots.is_braille(character)
    )


def test_a_card_has_its_bias_its_sum_and_what_it_passes_on_and_its_edges_their_weights() -> None:
    lines = lines_of(net(note="1.5·1 − 0.5 = 1"))
    text = "\n".join(lines)
    for piece in ("input", "hidden", "━h1━", "┃b   −0.500 ┃", "┃z   +1.000 ┃", "┃a   +0.731 ┃", "+1.50", "−1.00", "▶"):
        assert piece in text, piece
    assert "▶ 1.5·1 − 0.5 = 1" in [line.strip() for line in lines[-2:]]


def test_an_edge_grows_wider_with_its_weight_and_is_gone_at_none() -> None:
    widths = [inked(lines_of(net(weight))) for weight in (0.0, 0.5, 1.0, 1.5, 2.0)]
    assert widths == sorted(set(widths))


def test_a_negative_weight_is_broken_and_takes_fewer_dots() -> None:
    whole, broken = (inked(lines_of(net(weight))) for weight in (1.5, -1.5))
    assert 0.4 < (broken - inked(lines_of(net(0.0)))) / (whole - inked(lines_of(net(0.0)))) < 0.8


@pytest.mark.parametrize("palette", [DARK, DARK_16, MONOCHROME])
def test_without_colour_the_present_card_has_heavy_rules_and_a_silent_one_a_mark(palette: Palette) -> None:
    silent = Node("h2", 0.0, bias=0.5, sum=-1.0, state="silent")
    network = net()
    both = Network((network.columns[0], (*network.columns[1], silent)), network.edges, ALT)
    text = "\n".join(lines_of(both, 60, 14, palette))
    assert "┏━h1━" in text
    assert "╭─h2─" in text
    assert "0.000✗│" in text
    assert " silent " in text


def test_cards_stand_where_they_stand_whatever_their_numbers_are() -> None:
    def frame(z: float | None, weight: float) -> list[tuple[int, int]]:
        lines = lines_of(net(weight, z=z))
        return [(y, x) for y, line in enumerate(lines) for x, character in enumerate(line) if character in "┏┓┗┛┃╭╮╰╯│"]

    assert frame(None, 0.5) == frame(1.0, -88.25) == frame(-1234.5, 2.0) == frame(1e300, 0.0)


def test_a_sentence_that_grows_longer_moves_no_card() -> None:
    tops = [
        [y for y, line in enumerate(lines_of(net(note=note), 60, 14)) if "h1" in line]
        for note in ("short", "so long that it has to be broken between two lines, as arithmetic often is")
    ]
    assert tops[0] == tops[1]


def test_on_the_way_back_the_deltas_have_a_line_and_the_edges_their_slopes() -> None:
    network = net(letters=("b", "z", "a", "δ"), backward=True)
    unit = Node("h1", 0.731, bias=-0.5, sum=1.0, delta=-0.124, active=True)
    edges = (Edge((0, 0), (1, 0), 1.5, active=True, gradient=-0.34), network.edges[1])
    back = Network((network.columns[0], (unit,)), edges, ALT, letters=network.letters, backward=True, note="δ")
    text = "\n".join(lines_of(back))
    assert "┃δ   −0.124 ┃" in text
    assert "∂−0.34" in text
    assert "◀ δ" in text
    assert 2 == text.count("◀")


@pytest.mark.parametrize("size", [(20, 12), (50, 3), (9, 3)])
def test_where_cards_do_not_fit_the_circles_or_a_list_stand(size: tuple[int, int]) -> None:
    lines = lines_of(net(), *size)
    assert size[1] == len(lines)
    assert not any("┏" in line for line in lines)
