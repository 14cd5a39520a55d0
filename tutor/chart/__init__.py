"""From a drawing to text of a given size: `draw` is pure, and knows no widget.

What draws brings NumPy along, and that takes longer to import than a first screen takes to paint: so these names are
looked up when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from tutor.chart.palette import DARK, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Palette

if TYPE_CHECKING:
    from tutor.chart.drawing import draw, natural_size
    from tutor.chart.plot import warm_up

__all__ = ["DARK", "DARK_16", "LIGHT", "LIGHT_16", "MONOCHROME", "Palette", "draw", "natural_size", "warm_up"]

_LATE = {"draw": "tutor.chart.drawing", "natural_size": "tutor.chart.drawing", "warm_up": "tutor.chart.plot"}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_LATE[name]), name)
