"""What authors get wrong in a lab: told once, at the lab's own line, and never as a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.walks import some_now

from .conftest import linted

LAB = "labs/pitch.py"
RETURN = 'return Result(readouts, (figure,), shows=("frequency", "ratio"))'
STEP = '"step": Readout(STEP, format=".4f"),'
ALT = """alt=Text(
            en=f"Swings a second over keys. {keys:g} keys above A there are {frequency:.0f}.",
            ko=f"건반에 따른 1초 동안의 진동 수. A에서 {keys:g}건반 위에서는 {frequency:.0f}번입니다.",
        ),"""
LINE = "Line(every, A * STEP**every, reveals=True)"
POINTS = "Points(np.array([0, 12]), np.array([A, 2 * A])),"


class Slip(NamedTuple):
    """A slip, the line it is told at (by what stands there), and a piece of what is said."""

    old: str
    new: str
    at: str
    said: str
    kind: str = "broken-lab"


SLIPS = {
    "a bare number for a readout": Slip(STEP, '"step": STEP,', '"step": STEP,', "a Readout should be"),
    "a plain string for alt": Slip(ALT, 'alt="The keys.",', 'alt="The keys."', "Text(en=…)"),
    "no alt": Slip(ALT, "", "figure = Figure(", "'alt'"),
    "drawings that are no tuple": Slip(RETURN, RETURN.replace("(figure,)", "figure"), "return Result(", "(one,)"),
    "a mark where a drawing belongs": Slip(
        RETURN, RETURN.replace("(figure,)", "(Mark(1, 2),)"), "return Result(", "a Figure with this Mark in it"
    ),
    "a figure where a layer belongs": Slip(
        "Mark(keys, frequency, reveals=True),",
        'Figure((), alt=Text(en="a", ko="b")),',
        "figure = Figure(",
        "one of Line, Points",
    ),
    "a list for a text": Slip(
        'x=Axis(Text(en="keys above A", ko="A에서 올라간 건반")', 'x=Axis(["keys"]', "x=Axis(", "a text"
    ),
    "nothing given back": Slip(RETURN, "Result(readouts, (figure,))", "def scale(", "returns nothing"),
    "something else given back": Slip(RETURN, "return frequency", "def scale(", "but a lab returns a Result"),
    "readouts without names": Slip(RETURN, "return Result([*readouts.values()], (figure,))", "def scale(", "names"),
    "one name for several": Slip(RETURN, 'return Result(readouts, shows="frequency")', "return Result(", "(one,)"),
    "a default out of range": Slip("Slider(0, low=0", "Slider(30, low=0", "@lab(keys=", "30 is outside 0 to 24"),
    "a range turned round": Slip("low=0, high=24", "low=24, high=0", "@lab(keys=", "'keys'"),
    "a step of nothing": Slip("high=24, step=1", "high=24, step=0", "@lab(keys=", "step"),
    "an argument of another name": Slip("def scale(keys: float)", "def scale(key: float)", "@lab(keys=", "['keys']"),
    "a name mistyped": Slip("working.value\n", "working.valu\n", "working.valu", "valu"),
    "series of unequal length": Slip(LINE, LINE.replace("every,", "every[1:],", 1), "figure = Figure(", "[24, 25]"),
    "a name that no text can say": Slip(
        STEP, f'"my step": Readout(1.0), {STEP}', '"my step"', "'my step'", "bad-result"
    ),
    "a name given twice": Slip(STEP, f'"step": Readout(3.0),\n        {STEP}', 'format=".4f"', "twice", "bad-result"),
    "a place for no readout": Slip(
        '"frequency": Place', '"frequncy": Place', '"frequncy"', "'frequency'", "bad-result"
    ),
    "bars beside a line": Slip(
        POINTS, 'Bars(("a", "b"), np.array([1.0, 2.0])),', "figure = Figure(", "Line would be left out", "not-drawn"
    ),
    "a surface of other heights": Slip(
        POINTS, "Heat(np.full((4, 4), 5.0), (0, 24), (0, 2000)),", "def scale(", "z_range", "not-drawn"
    ),
    "two surfaces": Slip(
        POINTS, "*[Heat(np.ones((4, 4)), (0, 24), (0, 2000))] * 2,", "figure = Figure(", "only the last", "not-drawn"
    ),
    "a line of no numbers": Slip(LINE, "Line(every, every * np.nan)", "figure = Figure(", "finite", "not-drawn"),
    "a readout that is never the same": Slip(
        STEP, f'"luck": Readout(np.random.default_rng().random()),\n        {STEP}', '"luck"', "run again", "impure-lab"
    ),
}  # fmt: skip


PYTHON_SAYS = frozenset({"a name mistyped", "no alt"})
"""Slips of which Python says in its own words what is wrong."""


def slipped(course: Path, slip: Slip) -> str:
    """Make a slip in the lab of a course, and return the lab."""
    file = course / LAB
    text = file.read_text(encoding="utf-8").replace("Axis, Figure, Line,", "Axis, Bars, Figure, Heat, Line,")
    assert slip.old in text
    text = text.replace(slip.old, slip.new, 1)
    file.write_text(text, encoding="utf-8")
    return text


@some_now("name", SLIPS, 2)
def test_a_slip_is_told_once_at_its_own_line(tuning: Path, name: str) -> None:
    slip = SLIPS[name]
    lines = slipped(tuning, slip).split("\n")
    findings = [one for one in linted(tuning) if one.kind == slip.kind]
    [found] = [one for one in findings if slip.said in one.message]
    assert found.place.file == LAB
    assert slip.at in lines[found.place.line - 1], f"{found.place.line}: {lines[found.place.line - 1]}"
    assert "\n" not in found.message
    assert name in PYTHON_SAYS or not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", found.words("ko")), found.words("ko")
    assert len(findings) == 1, "\n".join(map(str, findings))


def test_a_lab_is_tried_between_its_ends(tuning: Path) -> None:
    # Right at 0 and at 24, and wherever the lesson and its questions set it.
    given = (0, 2, 3, 5, 7, 8, 10, 24)
    slipped(tuning, Slip("every = np.arange(25)", f"every = np.arange(25) if keys in {given} else 1 / 0", "", ""))
    [found] = linted(tuning)
    assert (found.kind, "ZeroDivisionError" in found.message, found.place.file) == ("broken-lab", True, LAB)
