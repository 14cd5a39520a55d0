"""Programs as learners write them, and jobs that run them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tutor.program import Case, Job

WRITTEN = json.loads((Path(__file__).parents[1] / "course" / "data" / "programs.json").read_text(encoding="utf-8"))
"""By exercise: a solution, other right programs, and wrong ones."""
PATIENCE = 300.0
"""Seconds for a program that ends by itself, however slow the machine is."""
X, Y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 7.0])
GIVEN: Mapping[str, Mapping[str, Any]] = {"cost": {"X": X, "Y": Y}, "step": {"X": X, "Y": Y}}
CALLS: Mapping[str, tuple[tuple[Any, ...], ...]] = {
    "cost": ((0.0,), (1.0,), (2.5,)),
    "bce": ((np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.6])),),
    "step": ((0.0, 0.1), (2.0, 0.05)),
    "layer": ((np.arange(12.0).reshape(4, 3) / 6 - 1, np.arange(6.0).reshape(3, 2) / 3 - 1, np.array([0.5, -0.5])),),
    "softmax": ((np.array([[1.0, 2.0, 3.0], [0.5, 0.0, -1.0]]),),),
}


def job_for(exercise: str, source: str) -> Job:
    """Return the job that runs a program of an exercise."""
    return Job(source, exercise, (Case(GIVEN.get(exercise, {}), CALLS[exercise]),), seconds=PATIENCE)


def job(source: str, *calls: tuple[Any, ...], function: str = "f", **fields: Any) -> Job:
    """Return the job that calls a function of a program so, in one case."""
    given = fields.pop("given", {})
    return Job(source, function, (Case(given, calls or ((),)),), **{"seconds": PATIENCE, **fields})
