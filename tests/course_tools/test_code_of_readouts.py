"""The code that a lab gives for its readouts is run, and has to give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.running import run_here
from tests.linting import lint_screens
from tests.trusted import reading_of
from tutor.course.finding import Finding
from tutor.program import Fault, Job, Ran

from .conftest import linted

LAB = "labs/pitch.py"
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
