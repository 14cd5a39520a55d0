"""The relay of cards against the deck's network, worked out unit by unit with plain numbers."""

import itertools

import pytest

from tutor.figure import Network, Node
from tutor.labs.cards import relay

SETTINGS = list(itertools.product([-1, 0, 1, 2.5, 3], [-2, -1, -0.5, 0]))


def by_hand(w111: float, b21: float) -> dict[str, tuple[float, float]]:
    """The sum of every unit, and what it passes on."""
    x1, x2, x3 = 1.0, 0.5, 2.0
    sums = {"h111": 0.5 * x1 + 1.0 * x2 - 0.5 * x3 + 0.5, "h112": -1.0 * x1 + 0.5 * x2 + 1.0 * x3 - 0.5}
    h111, h112 = max(0.0, sums["h111"]), max(0.0, sums["h112"])
    sums |= {"h211": w111 * h111 + 0.5 * h112 + b21, "h212": -0.5 * h111 + 1.0 * h112 + 0.5}
    h211, h212 = max(0.0, sums["h211"]), max(0.0, sums["h212"])
    sums["O1"] = 1.5 * h211 - 1.0 * h212 + 0.5
    return {name: (y, y if name == "O1" else max(0.0, y)) for name, y in sums.items()}


def nodes(w111: float, b21: float, unit: int) -> dict[str, Node]:
    (drawing,) = relay(w111=w111, b21=b21, unit=unit).drawings
    assert isinstance(drawing, Network)
    assert drawing.has_cards
    return {node.name: node for column in drawing.columns for node in column}


@pytest.mark.parametrize(("w111", "b21"), SETTINGS)
def test_every_card_shows_its_sum_and_what_it_passes_on(w111: float, b21: float) -> None:
    cards = nodes(w111, b21, 5)
    for name, (y, passed) in by_hand(w111, b21).items():
        assert (y, passed) == (pytest.approx(cards[name].sum), pytest.approx(cards[name].value))
        assert bool(cards[name].state) == (name != "O1" and y <= 0)
    readouts = relay(w111=w111, b21=b21).readouts
    out, h211 = by_hand(w111, b21)["O1"][1], by_hand(w111, b21)["h211"][1]
    assert [out > 1, h211 == 0, h211 > 0 and out <= 1] == [
        readouts[name].value for name in ("passes", "silent", "too_small")
    ]


@pytest.mark.parametrize("unit", range(6))
def test_cards_fill_one_after_the_other_from_left_to_right(unit: int) -> None:
    cards = nodes(1, -1, unit)
    order = ["h111", "h112", "h211", "h212", "O1"]
    assert order[:unit] == [name for name in order if cards[name].value is not None]
    assert [order[unit - 1]] * (unit > 0) == [name for name, card in cards.items() if card.active]


def test_the_next_card_is_veiled_with_its_sum_and_keeps_its_bias() -> None:
    (drawing,) = relay(unit=3).drawings
    assert isinstance(drawing, Network)
    veiled = {node.name: node for column in drawing.veiled().columns for node in column}
    assert (None, None, "", -1.0) == tuple(getattr(veiled["h211"], name) for name in ("value", "sum", "state", "bias"))
    assert 0.5 == veiled["h111"].value
    assert not drawing.veiled().note


def test_what_each_slip_gives_by_hand() -> None:
    readouts = relay(w111=1, b21=-1, unit=3).readouts
    values = [readouts[name].value for name in ("h211", "y211", "without_bias", "other_unit", "O1")]
    assert [0, -0.125, 0.875, 1.0, -0.5] == values


def test_the_soup_passes_with_two_sliders_and_with_neither_alone() -> None:
    passes = {(w, b) for w, b in SETTINGS if relay(w111=w, b21=b).readouts["passes"].value}
    assert (1, -1) not in passes
    assert not any(by_hand(w / 2, -1)["O1"][1] > 1 for w in range(-2, 7))
    assert not any(by_hand(1, b / 2)["O1"][1] > 1 for b in range(-4, 1))
    assert by_hand(2, 0)["O1"][1] > 1
