"""A line that says what a lab is set to, and what it says when it is read again."""

from __future__ import annotations

import pytest

from tests.session.test_visit import visit_to
from tutor.labs import playground
from tutor.session.sharing import fitting, state_of, value_of, values_in


def test_a_line_says_what_was_moved_and_nothing_else() -> None:
    visit = visit_to("move")
    assert "" == state_of(visit)
    visit.move({"k": 1.5})
    assert "k=1.5" == state_of(visit)


@pytest.mark.parametrize(
    ("pair", "value"),
    [
        ("W=2", 2),
        ("W=-0.25", -0.25),
        ("h=tanh", "tanh"),
        ("on=true", True),
        ("p=[0.9,0.1]", (0.9, 0.1)),
        ("past=40:rate=1,l2=0", "40:rate=1,l2=0"),
        ("empty=", ""),
        ("deep=" + "[" * 100_000, "[" * 100_000),
    ],
)
def test_a_value_is_read_as_what_it_looks_like(pair: str, value: object) -> None:
    assert (pair.partition("=")[0], value) == value_of(pair)


def test_a_whole_state_comes_back_as_it_was() -> None:
    lab = playground.train
    start = lab.check({})
    there = lab.check(
        {
            "data": "xor",
            "noise": 0.30000000000000004,
            "layers": "2",
            "units": 8.0,
            "l2": "0.003",
            "frame": 60,
            "past": "40:activation=tanh,rate=1,batch=0,l2=0",
        }
    )
    line = "&".join(
        f"{name}={value}" for name, value in {**there, "noise": 0.3}.items() if value != start[name] or name == "units"
    )
    back = lab.check(fitting(values_in(line), start))
    assert {**there, "noise": 0.3} == back


@pytest.mark.parametrize("line", ["", "&", "&&"])
def test_an_empty_line_says_nothing(line: str) -> None:
    assert {} == values_in(line)
