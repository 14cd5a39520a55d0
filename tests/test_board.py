"""Points of two classes on a plane, as a parameter: how they are written, what is refused, what a move of them does."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.lab import Board, Choice, ParameterError, Past, Result, Spot, Timeline, Values, lab
from tutor.parameter import LONGEST_BOARD, MOST_SPOTS

BOARD = Board(low=-1.5, high=1.5, step=0.1)
PLACES = [round(-1.5 + 0.1 * number, 1) for number in range(31)]

spots = st.lists(
    st.builds(Spot, st.sampled_from(PLACES), st.sampled_from(PLACES), st.integers(0, 1)),
    max_size=MOST_SPOTS,
    unique_by=lambda spot: (spot.x, spot.y),
)


@given(spots)
def test_points_come_back_as_they_were_written(given_spots: list[Spot]) -> None:
    written = Board.write(given_spots)
    assert written == BOARD.check(written)
    assert given_spots == Board.read(BOARD.check(written))
    assert len(written) <= LONGEST_BOARD


def test_a_text_says_each_point_with_its_class_first() -> None:
    assert [Spot(0.5, -0.3, 1), Spot(0.2, 0.8, 0)] == Board.read("1:0.5,-0.3;0:0.2,0.8")
    assert "1:0.5,-0.3;0:0.2,0.8" == Board.write([Spot(0.5, -0.3, 1), Spot(0.2, 0.8, 0)])


@pytest.mark.parametrize(
    ("given_text", "taken"),
    [("1:0.52,-0.28", "1:0.5,-0.3"), ("0:-0.04,0.04", "0:0,0"), ("1:1.5,-1.5", "1:1.5,-1.5"), ("", "")],
)
def test_a_point_goes_to_the_nearest_place(given_text: str, taken: str) -> None:
    assert taken == BOARD.check(given_text)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1:0,0;0:0,0", "at the same place"),
        ("1:0.01,0;0:0.02,0", "at the same place"),
        ("1:1.6,0", "1.6 is outside -1.5 to 1.5"),
        ("2:0,0", "is not written as in '1:0.5,-0.3;0:0.2,0.8'"),
        ("1:0,0;", "is not written as"),
        ("1:nan,0", "is not written as"),
        ("1:1e1,0", "is not written as"),
        ("1:٣,0", "is not written as"),
        ("__import__('os').system('true')", "is not written as"),
        ("\x1b[2J", "is not written as"),
        (5, "is not written as"),
        (("1:0,0",), "is not written as"),
        pytest.param(";".join(f"1:0.{number:03},0" for number in range(400)), "is not written as", id="long"),
        pytest.param(
            ";".join(f"1:{x},{y}" for x in PLACES[:11] for y in PLACES[:10]), "110 points are more than 100", id="many"
        ),
    ],
    ids=repr,
)
def test_whatever_says_no_points_is_refused_and_the_message_is_short(value: object, why: str) -> None:
    with pytest.raises(ParameterError) as refused:
        BOARD.check(value)
    assert why in str(refused.value)
    assert len(str(refused.value)) < 120


@given(st.text(max_size=60) | st.integers() | st.none() | st.floats() | st.lists(st.text(max_size=5)))
def test_anything_is_taken_or_refused_and_what_is_taken_stays(value: object) -> None:
    try:
        taken = BOARD.check(value)
    except ParameterError:
        return
    assert taken == BOARD.check(taken)


@given(spots)
def test_no_reader_of_json_takes_points_for_a_number(given_spots: list[Spot]) -> None:
    """A line to share says a word as it is."""
    with pytest.raises(ValueError):
        json.loads(Board.write(given_spots))


@lab(
    data=Choice("rings", options={"rings": "rings", "own": "own"}),
    rate=Choice("1", options={"1": "1", "3": "3"}),
    frame=Timeline(last=9),
    past=Past(of="frame", keeps=("rate",)),
    own=Board(low=-1, high=1, step=0.5, of="data", option="own"),
)
def trained(data: str, rate: str, frame: int, past: str, own: str) -> Result:  # noqa: ARG001
    return Result({})


def after(before: Values, **values: object) -> Values:
    return trained.after_move(before, {**before, **values})  # type: ignore[dict-item]


def test_a_point_that_is_put_is_used_and_the_film_begins_anew() -> None:
    running = {**trained.check({}), "frame": 5, "past": "3:rate=1"}
    now = after(running, own="1:0,0")
    assert ("own", "1:0,0", 0, "") == (now["data"], now["own"], now["frame"], now["past"])
    assert "rings" == after(now, data="rings")["data"]
    assert "own" == after(now, own="")["data"]


def test_a_line_that_says_only_points_puts_them_to_use_and_one_that_says_more_is_obeyed() -> None:
    start = trained.check({})
    assert "own" == after(start, own="1:0,0")["data"]
    there = after(start, own="1:0,0", data="own", frame=4)
    assert 4 == there["frame"]


@pytest.mark.parametrize(
    "board",
    [
        Board(low=-1, high=1, step=0.5, of="rate", option="own"),
        Board(low=-1, high=1, step=0.5, of="frame", option="own"),
        Board(low=-1, high=1, step=0.5, of="nothing", option="own"),
    ],
    ids=repr,
)
def test_points_that_are_used_where_no_choice_says_so_contradict_the_lab(board: Board) -> None:
    def function(rate: str, frame: int, own: str) -> None: ...

    with pytest.raises(TypeError, match="it names none"):
        lab(rate=Choice("1", options={"1": "1"}), frame=Timeline(last=1), own=board)(function)  # type: ignore[arg-type]
