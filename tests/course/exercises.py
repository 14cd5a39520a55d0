"""Exercises that programs are judged by in tests, with nothing from their authors about wrong ones."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tests.course.running import run_here
from tutor.course.programs.exercise import Drawn, Exercise
from tutor.course.programs.key import Key

DATA = Path(__file__).parent / "data"
PROGRAMS: dict[str, dict[str, Any]] = json.loads((DATA / "programs.json").read_text(encoding="utf-8"))

X, Y = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.0])
OTHER = {"X": [1, 2, 4], "Y": [2, 3, 5]}
INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TABLE = np.array([[1.0, 20.0, 0.3], [2.0, 35.0, 0.1], [4.0, 26.0, 0.9], [7.0, 41.0, 0.4]])

OWN = {
    "sigmoid_slope": "def sigmoid_slope(z):\n    s = 1/(1 + np.exp(-z))\n    return s*(1 - s)\n",
    "neuron": "def neuron(x, w, b):\n    return 1.0 if x @ w + b > 0 else 0.0\n",
    "product": "def product(A, B):\n    return A @ B\n",
    "standardise": "def standardise(X):\n    return (X - X.mean(axis=0))/X.std(axis=0)\n",
    "gradients": "def gradients(W, b):\n    e = W*X + b - Y\n    return (e*X).mean(), e.mean()\n",
}
"""The solutions of exercises that programs.json has not."""


def exercise(
    function: str, arguments: str, given: str = "", *, data: tuple[dict[str, Any], ...] = (), **more: Any
) -> Exercise:
    """Return an exercise with the solution that goes by its name."""
    known = PROGRAMS.get(function, {})
    return Exercise(
        function=function,
        arguments=tuple(arguments.split()),
        given=tuple(given.split()),
        data=data,
        solution=known.get("solution") or OWN[function],
        also=(),
        slips=more.pop("slips", ()),
        starter=f"def {function}({', '.join(arguments.split())}):\n    ...\n",
        blanks="",
        **more,
    )


@cache
def key_of(name: str) -> Key:
    """Return the key of one of the exercises."""
    make = {
        "cost": lambda: Key.of(
            exercise("cost", "W", "X Y", data=(OTHER,), drawn=Drawn("cost", ("W",))),
            {"W": 0.5, "X": X, "Y": Y},
            run_here,
            ranges={"W": (-1.0, 3.0)},
        ),
        "bce": lambda: Key.of(
            exercise("bce", "y p", data=({"y": [0, 1, 0, 0, 1], "p": [0.3, 0.6, 0.2, 0.9, 0.8]},)),
            {"y": np.array([1.0, 0.0, 1.0, 0.0]), "p": np.array([0.9, 0.2, 0.6, 0.4])},
            run_here,
        ),
        "step": lambda: Key.of(
            exercise("step", "W rate", "X Y", data=(OTHER,), drawn=Drawn("cost", ("W",), walks=True)),
            {"W": 0.5, "rate": 0.1, "X": X, "Y": Y},
            run_here,
            ranges={"W": (-1.0, 3.0), "rate": (0.01, 0.4)},
        ),
        "layer": lambda: Key.of(
            exercise("layer", "X W b", data=({"X": [[2, 1]], "W": [[1, 0, -1], [0.5, 1, 2]], "b": [0, 1, 0.5]},)),
            {"X": INPUTS, "W": np.array([[1.0, -2.0], [0.5, 1.5]]), "b": np.array([-0.3, 0.8])},
            run_here,
        ),
        "softmax": lambda: Key.of(
            exercise("softmax", "z", data=({"z": [[1000, 1001, 999], [-5, 0, 5]]},)),
            {"z": np.array([[2.0, 1.0, 0.1], [0.5, 2.5, 1.0], [1.0, 1.5, -2.0], [3.0, 0.0, 0.0]])},
            run_here,
        ),
        "sigmoid_slope": lambda: Key.of(
            exercise("sigmoid_slope", "z", drawn=Drawn("slope", ("z",))),
            {"z": 0.5},
            run_here,
            ranges={"z": (-6.0, 6.0)},
        ),
        "neuron": lambda: Key.of(
            exercise(
                "neuron",
                "x w b",
                data=(
                    {"x": [1, 0], "w": [0.5, -1], "b": -0.2},
                    {"x": [0, 1], "w": [0.5, -1], "b": -0.2},
                    {"x": [0, 0], "w": [2, 1], "b": 0.7},
                ),
            ),
            {"x": np.array([1.0, 1.0]), "w": np.array([1.0, 1.0]), "b": -1.5},
            run_here,
        ),
        "product": lambda: Key.of(
            exercise("product", "A B", data=({"A": [[1, 2], [3, 4], [5, 6]], "B": [[1, 0, 2, 1], [0, 3, 1, 2]]},)),
            {"A": np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), "B": np.array([[1.0, 2.0], [0.0, 1.0], [2.0, 0.0]])},
            run_here,
        ),
        "standardise": lambda: Key.of(
            exercise("standardise", "X", data=({"X": [[1, 2], [3, 8], [8, 5]]},)), {"X": TABLE}, run_here
        ),
        "gradients": lambda: Key.of(
            exercise("gradients", "W b", "X Y", data=(OTHER,)),
            {"W": 0.5, "b": 0.2, "X": X, "Y": Y},
            run_here,
            ranges={"W": (-1.0, 3.0), "b": (-2.0, 2.0)},
        ),
    }
    return make[name]()
