"""What the controls look like, as plain text."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tutor.chart.palette import DARK, MONOCHROME
from tutor.lab import Choice, Readout, Result, Slider, Timeline, Toggle, lab
from tutor.language import Text
from tutor.render.controls import Panel, columns_of, control_lines
from tutor.render.look import Look
from tutor.session.controls import rows_of


@lab(
    W=Slider(0.0, low=-1, high=3, step=0.5),
    h=Choice("tanh", options={"step": Text(en="step", ko="계단"), "tanh": "tanh"}),
    bias=Toggle(True, label=Text(en="with bias", ko="편향")),
    epoch=Timeline(3, last=12, unit=Text(en="epochs", ko="에포크")),
)
def one_of_each(W: float, h: str, bias: bool, epoch: int) -> Result:
    """A lab with one control of each kind."""
    return Result({"all": Readout((W, h, bias, epoch))})


PANEL = Panel(rows_of(one_of_each, ("W", "h", "bias", "epoch")), one_of_each.check({}), chosen=0)


def text(panel: Panel, width: int, language: str = "en") -> list[str]:
    return ["".join(part.text for part in line) for line in control_lines(panel, width, Look(DARK, language))]


def test_a_track_has_its_knob_where_the_value_is_and_values_line_up_at_the_right() -> None:
    # 2 pointer + 9 label + 2 gap + 23 track + 2 gap + 14 value = 52; both are a quarter of the way: cell 6 of 0 to 22.
    assert [
        "▸ W          " + "━" * 6 + "●" + "─" * 16 + "  " + "0.0".rjust(14),
        "  h          ○step  ●tanh",
        "  with bias  ■ on",
        "  epoch      " + "━" * 6 + "●" + "─" * 16 + "  " + "3 / 12 epochs".rjust(14),
    ] == [line.rstrip() for line in text(PANEL, 52)]


def test_units_give_way_to_a_track_that_can_be_aimed_at() -> None:
    *_, epoch = text(PANEL, 44)
    assert "  epoch      " + "━" * 5 + "●" + "─" * 16 + "  " + "3 / 12".rjust(7) == epoch


def test_options_that_do_not_fit_show_the_chosen_one_between_arrows() -> None:
    assert "  h         ‹ tanh ›" == text(PANEL, 24)[1].rstrip()


def test_a_film_that_plays_says_so_and_how_fast() -> None:
    *_, epoch = text(PANEL._replace(playing=True, speed=4.0), 56)
    assert "▶" in epoch
    assert epoch.endswith("3 / 12 epochs ×4")


def test_what_is_typed_stands_beside_what_can_be() -> None:
    assert "▸ W          2.▏  −1 … 3 · enter" == text(PANEL._replace(typed="2."), 52)[0].rstrip()
    refused = text(PANEL._replace(typed="9", refused=True), 60, "ko")[0]
    assert refused.rstrip().endswith("9▏  ✗ −1 … 3 사이의 수만 됩니다")


@pytest.mark.parametrize("width", range(20, 90, 7))
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("palette", [DARK, MONOCHROME], ids=["dark", "no colours"])
def test_every_line_is_as_wide_as_asked(width: int, language: str, palette: object) -> None:
    look = Look(palette, language)  # type: ignore[arg-type]
    columns = columns_of(PANEL, width, look)
    expected = columns.left + columns.rest
    for panel in (PANEL, PANEL._replace(typed="1"), PANEL._replace(chosen=None)):
        assert {expected} == {sum(cell_len(part.text) for part in line) for line in control_lines(panel, width, look)}
