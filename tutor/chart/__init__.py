"""From a drawing to text of a given size: `draw` is pure, and knows no widget."""

from tutor.chart.drawing import draw, natural_size
from tutor.chart.palette import DARK, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Palette
from tutor.chart.plot import warm_up

__all__ = ["DARK", "DARK_16", "LIGHT", "LIGHT_16", "MONOCHROME", "Palette", "draw", "natural_size", "warm_up"]
