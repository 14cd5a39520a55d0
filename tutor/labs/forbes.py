"""Seventeen measurements of James Forbes, 1857: at what temperature water boils, and the pressure of the air there.

See data/README.md for the source.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from tutor.nn.arrays import Array

HPA_IN_AN_INCH = 33.863886
"""1 inch of mercury in hectopascal (at 0 °C)."""


@lru_cache(maxsize=1)
def measurements() -> tuple[Array, Array]:
    """Return the boiling points in °C and the pressures in hPa, (17,) each; the file has them in °F and inches."""
    with (Path(__file__).parent / "data" / "forbes.csv").open(encoding="utf-8") as file:
        fahrenheit, inches = np.loadtxt(file, delimiter=",", skiprows=1, unpack=True)
    return (fahrenheit - 32) / 1.8, inches * HPA_IN_AN_INCH
