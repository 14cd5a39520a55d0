"""The code that a lab gives for its readouts is run, and has to give them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.course.running import run_here
from tests.trusted import reading_of
from tutor.course.finding import Finding
from tutor.course.lint.places import places_of
from tutor.course.model import LabUse
from tutor.lab import Readout, Result, Slider, lab
from tutor.program import Fault, Job, Ran
from tutor.render.lint import lint_screens
from tutor.render.lint_code import _results

from .conftest import linted

LAB = "labs/pitch.py"
FAR = Slider(2, low=0, high=9, step=1)
WHOLE = '"a": Readout(A, format="g")'


def with_code(course: Path, code: str) -> int:
    """Give the readout `a` a code; return its line."""
    path = course / LAB
    text = path.read_text(encoding="utf-8").replace(WHOLE, f'"a": Readout(A, format="g", code="{code}")', 1)
    path.write_text(text, encoding="utf-8")
    return next(number for number, line in enumerate(text.splitlines(), 1) if "code=" in line)


@pytest.mark.parametrize("code", ["440", "2 * 220 + 0 * keys", "np.array([220, 220]).sum()", "440.0"])
def test_code_that_gives_the_readout_is_good(tuning: Path, code: str) -> None:
    with_code(tuning, code)
    assert () == linted(tuning)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2 * 221", "gives 442, not 440"),
        ("0 * keys", "gives 0, not 440"),
        ("[440, 440]", "gives [440, 440], not 440"),
        ("440 / 0", "fails: ZeroDivisionError: division by zero"),
        ("nowhere", "becomes no short program"),
        ("440 +", "becomes no short program"),
    ],
)
def test_code_that_does_not_is_found_once_in_the_file_of_its_lab(tuning: Path, code: str, said: str) -> None:
    line = with_code(tuning, code)
    (found,) = linted(tuning)
    assert ("code-differs", True, LAB, line) == (found.kind, found.severe, found.place.file, found.place.line)
    assert found.message.startswith(f"The code of the readout 'a' of pitch:scale {said}")


def test_where_no_programs_run_no_code_is_proved(tuning: Path) -> None:
    def refused(job: Job) -> Ran:  # noqa: ARG001
        return Ran((), Fault("start", "Untrusted"))

    found: tuple[Finding, ...] = lint_screens(reading_of(tuning), refused)
    with_code(tuning, "2 * 221")
    assert found == lint_screens(reading_of(tuning), refused)
    assert found == lint_screens(reading_of(tuning, run_labs=False), run_here)


def _worked_out(far: float) -> Iterator[float]:  # noqa: ARG001 - as the lab below
    yield 1.0


def _far(far: float) -> Result:
    return Result({"far": Readout(far, code="far")})


def test_a_lab_with_long_work_to_do_is_looked_at_where_it_is_tried_anyway(tuning: Path) -> None:
    at: list[set[object]] = []
    for declared in (lab(far=FAR)(_far), lab(prepare=_worked_out, far=FAR)(_far)):
        use = LabUse(declared, {"far": 3.0}, show=("far",))
        at.append({values["far"] for values, _ in _results(use, reading_of(tuning).labs)})
    quick, long = at
    assert {3.0, 0.0, 9.0} == quick
    assert {3.0, *(values["far"] for values in places_of(declared))} == long
    assert FAR.default in long - quick
