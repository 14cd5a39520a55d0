"""What a key, a click and a typed number do to a lab's parameters."""

from __future__ import annotations

import pytest

from tutor.lab import Choice, Lab, Readout, Result, Slider, Timeline, Toggle, Vector, lab
from tutor.session.controls import at_share, moved, rows_of, share_of, to_end, typed, value_words


@lab(
    W=Slider(0.0, low=-1, high=3, step=0.05),
    kind=Choice("tanh", options={"sigmoid": "sigmoid", "tanh": "tanh"}),
    bias=Toggle(True),
    p=Vector((0.9, 0.1), low=0, high=1, step=0.01, names=("ID1", "ID2")),
    step=Timeline(0, last=12),
)
def everything(W: float, kind: str, bias: bool, p: tuple[float, ...], step: int) -> Result:
    """A lab with one parameter of each kind, whose result is what they are set to."""
    return Result({"all": Readout((W, kind, bias, p, step))})


LAB: Lab = everything
START = LAB.check({})
ROWS = {f"{row.name}{'' if row.index is None else row.index}": row for row in rows_of(LAB, tuple(LAB.parameters))}


def test_a_vector_has_one_row_an_entry_in_the_order_asked_for() -> None:
    assert ["W", "kind", "bias", "p0", "p1", "step"] == list(ROWS)
    assert ["p", "p", "W"] == [row.name for row in rows_of(LAB, ("p", "W"))]


def test_a_row_wears_its_own_name_or_the_label_it_was_given() -> None:
    assert "W" == ROWS["W"].label("ko")
    assert "ID2" == ROWS["p1"].label("en")


@pytest.mark.parametrize(
    ("row", "steps", "expected"),
    [
        ("W", 1, 0.05),
        ("W", -1, -0.05),
        ("W", 10, 0.5),
        ("W", 1000, 3),
        ("W", -1000, -1),
        ("kind", 1, "sigmoid"),
        ("kind", -1, "sigmoid"),
        ("bias", 1, False),
        ("p0", 5, 0.95),
        ("p1", -1000, 0.0),
        ("step", 3, 3),
        ("step", -3, 0),
        ("step", 100, 12),
    ],
)
def test_keys_move_by_steps_and_stay_inside_the_limits(row: str, steps: int, expected: object) -> None:
    assert expected == ROWS[row].value(moved(ROWS[row], START, steps))


def test_moving_one_entry_of_a_vector_leaves_the_others() -> None:
    assert (0.9, 0.11) == moved(ROWS["p1"], START, 1)["p"]


def test_a_value_typed_between_two_steps_goes_to_the_neighbour_on_the_grid() -> None:
    values = typed(ROWS["W"], START, "0.57")
    assert values is not None
    assert 0.57 == values["W"]
    assert 0.6 == moved(ROWS["W"], values, 1)["W"]
    assert 0.55 == moved(ROWS["W"], values, -1)["W"]


@pytest.mark.parametrize(
    ("text", "expected"), [("1.5", 1.5), ("−0.5", -0.5), ("2,25", 2.25), (" 3 ", 3.0), ("1e-1", 0.1)]
)
def test_a_typed_number_is_read_as_people_write_it(text: str, expected: float) -> None:
    values = typed(ROWS["W"], START, text)
    assert values is not None
    assert expected == values["W"]


@pytest.mark.parametrize("text", ["", "-", "abc", "3.01", "-2", "nan", "inf", "1e999", "1.2.3"])
def test_what_is_no_number_inside_the_limits_is_refused(text: str) -> None:
    assert typed(ROWS["W"], START, text) is None


def test_a_timeline_takes_whole_numbers_only() -> None:
    assert typed(ROWS["step"], START, "2.5") is None
    values = typed(ROWS["step"], START, "7")
    assert values is not None
    assert 7 == values["step"]


@pytest.mark.parametrize(
    ("row", "first", "last"),
    [("W", -1, 3), ("kind", "sigmoid", "tanh"), ("bias", False, True), ("p0", 0, 1), ("step", 0, 12)],
)
def test_home_and_end_go_to_the_ends(row: str, first: object, last: object) -> None:
    assert first == ROWS[row].value(to_end(ROWS[row], START, last=False))
    assert last == ROWS[row].value(to_end(ROWS[row], START, last=True))


@pytest.mark.parametrize(("share", "expected"), [(0.0, -1), (0.25, 0.0), (0.5, 1.0), (1.0, 3), (-4, -1), (9, 3)])
def test_a_click_on_the_track_lands_on_the_grid(share: float, expected: float) -> None:
    values = at_share(ROWS["W"], START, share)
    assert expected == values["W"]
    assert min(max(share, 0), 1) == pytest.approx(share_of(ROWS["W"], values))


def test_values_read_with_as_many_decimals_as_the_step_and_a_true_minus() -> None:
    assert "−0.50" == value_words(ROWS["W"], {**START, "W": -0.5}, "en")
    assert "0 / 12" == value_words(ROWS["step"], START, "en")
    assert "켬" == value_words(ROWS["bias"], START, "ko")
