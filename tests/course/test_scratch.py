"""A program that nobody judges: what it prints, and what its last line gives."""

from __future__ import annotations

import pytest

from tests.programs_here import run_here
from tutor.course.programs.scratch import Scratch, telling_last
from tutor.program import Job, Ran


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 1", "2"),
        ("x = 3\nx**2\n\n# that is all\n", "9"),
        ("import numpy as np\nnp.array([1, 2]) * 3", "[3 6]"),
        ("import numpy as np\nnp.float64(0.5)", "0.5"),
        ("'가' ; '나' + '다'", "나다"),
        ("sum([\n    1,\n    2,\n])", "3"),
        ("x = 3", ""),
        ("None", ""),
        ("print(1)", ""),
        ("", ""),
        ("# nothing", ""),
        ("def f():\n    return 1\n\n\nf()", "1"),
    ],
)
def test_the_value_of_the_last_line_is_told(source: str, value: str) -> None:
    sketch = Scratch().draw(source, run_here)
    assert sketch.fault is None
    assert value == sketch.value


def test_a_program_runs_once() -> None:
    assert "once\n" == Scratch().draw("print('once')", run_here).printed


@pytest.mark.parametrize("source", ["x = (3", "\0", "x = 3\n  y", "(" * 500])
def test_what_is_no_python_is_run_as_it_stands(source: str) -> None:
    assert source == telling_last(source)


def test_lines_keep_their_numbers() -> None:
    source = "x = 1\n\nx + y\n"
    sketch = Scratch().draw(source, run_here)
    assert sketch.fault is not None
    assert 3 == sketch.fault.line
    assert sketch.say is not None


def test_what_was_added_is_none_of_the_learners() -> None:
    def fails_late(job: Job) -> Ran:
        ran = run_here(job._replace(source="x"))
        assert ran.fault is not None
        return ran._replace(fault=ran.fault._replace(line=9))

    sketch = Scratch().draw("x = 1\n", fails_late)
    assert sketch.fault is not None
    assert 1 == sketch.fault.line
