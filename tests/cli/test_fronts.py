"""Which front opens: decided from what is known before anything is drawn."""

from __future__ import annotations

import pytest

from tests.cli.conftest import TOUR, Tutor
from tutor.cli.terminal.fronts import front_for

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environ", "choices", "is_plain"),
    [
        (XTERM, {}, False),
        ({}, {}, False),
        ({"TERM": "linux"}, {}, False),
        ({"TERM": "vt220"}, {}, False),
        ({"TERM": "dumb"}, {}, True),
        ({"TERM": "unknown"}, {}, True),
        ({"TERM": "vt100"}, {}, True),
        ({"TERM": "vt52"}, {}, True),
        ({"TERM": "adm3a"}, {}, True),
        ({**XTERM, "ACCESSIBLE": "1"}, {}, True),
        ({**XTERM, "ACCESSIBLE": "no"}, {}, True),
        ({**XTERM, "ACCESSIBLE": ""}, {}, False),
        (XTERM, {"plain": True}, True),
        (XTERM, {"setting": "plain"}, True),
        (XTERM, {"setting": "full"}, False),
        (XTERM, {"setting": "plain", "full": True}, False),
        ({"TERM": "dumb"}, {"full": True}, False),
        ({**XTERM, "ACCESSIBLE": "1"}, {"full": True}, False),
        ({**XTERM, "ACCESSIBLE": "1"}, {"setting": "full"}, True),
        (XTERM, {"has_terminal": False}, True),
        (XTERM, {"has_terminal": False, "setting": "full"}, True),
    ],
)
def test_the_front_is_chosen(environ: dict[str, str], choices: dict[str, object], is_plain: bool) -> None:
    given = {"has_terminal": True, **choices}
    assert is_plain == front_for(environ, **given).is_plain  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["vt100", "vt52", "vt102", "adm3a"])
def test_whose_terminal_is_too_old_is_told_why_in_one_line(name: str) -> None:
    why = front_for({"TERM": name}, has_terminal=True).why
    assert why is not None
    assert all(name in text and "\n" not in text for text in why.variants.values())
    assert front_for({"TERM": "dumb"}, has_terminal=True).why is None
    assert front_for({"TERM": name}, has_terminal=True, plain=True).why is None


def test_the_full_screen_cannot_be_had_without_a_terminal(tutor: Tutor) -> None:
    said = tutor(TOUR, "--full", "--trust")
    assert 2 == said.code
    assert "needs a terminal" in said.err


def test_one_cannot_ask_for_both(tutor: Tutor) -> None:
    assert 2 == tutor(TOUR, "--full", "--plain").code
