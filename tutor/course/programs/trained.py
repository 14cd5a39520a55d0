"""The map of a network that a learner's function has made: what it says over the plane of its samples.

What comes back is data, so that whatever is no network of the wanted shapes has no map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from tutor.course.programs.messages import pictures as messages
from tutor.figure import Drawing, Figure, Heat, Panels
from tutor.labs.plane import grid
from tutor.nn import mlp
from tutor.nn.arrays import Array
from tutor.nn.mlp import MLP

CELLS = 48
"""of the map, both ways"""
_PARTS = 4
"""arrays that a network of one hidden layer has"""


def network_map(value: Any, wanted: Any, drawings: Sequence[Drawing]) -> Figure | None:
    """Return the map of the network in `value`, under the lab's own drawing of the samples; that one without a map
    where there is no network as large as the one in `wanted`. None where none is wanted, or no plane is drawn."""
    truth = network_in(wanted)
    samples = next(_figures_in(drawings), None)
    if truth is None or len(truth.W1) != 2 or samples is None:
        return None
    across, up = samples.x, samples.y
    if across.low is None or across.high is None or up.low is None or up.high is None:
        return None
    mine = network_in(value)
    if mine is None or mine.W1.shape != truth.W1.shape:
        return replace(samples, alt=messages.NO_NETWORK_ALT)
    window = (across.low, across.high), (up.low, up.high)
    with np.errstate(all="ignore"):
        p = mlp.forward(mine, grid(*window, CELLS), mlp.HIDDEN_ACTIVATIONS["sigmoid"]).p
    heat = Heat(p.reshape(CELLS, CELLS), *window, label="p")
    return replace(
        samples,
        layers=(heat, *(layer for layer in samples.layers if not isinstance(layer, Heat))),
        alt=messages.YOUR_NETWORK_ALT.filled(across=across.label, up=up.label),
        title=messages.YOUR_NETWORK,
    )


def _figures_in(drawings: Sequence[Drawing]) -> Iterator[Figure]:
    for drawing in drawings:
        if isinstance(drawing, Panels):
            yield from _figures_in(drawing.parts)
        elif isinstance(drawing, Figure):
            yield drawing


def network_in(value: Any) -> MLP | None:
    """Return the network among the parts of a value: W1, b1, W2 and b2 in a row, with finite numbers; else None."""
    if not isinstance(value, tuple | list):
        return None
    found = (_network_of(value[at : at + _PARTS]) for at in range(len(value) - _PARTS + 1))
    return next((one for one in found if one is not None), None)


def _network_of(parts: Sequence[Any]) -> MLP | None:
    arrays = [_numbers_in(part) for part in parts]
    W1, b1, W2, b2 = arrays
    if W1 is None or b1 is None or W2 is None or b2 is None or W1.ndim != 2:
        return None
    units = W1.shape[1]
    if b1.shape not in ((units,), (1, units)) or W2.shape not in ((units, 1), (units,)) or b2.size != 1:
        return None
    return MLP(W1, b1.reshape(1, units), W2.reshape(units, 1), b2.reshape(1, 1))


def _numbers_in(part: Any) -> Array | None:
    try:
        array = np.asarray(part)
    except (TypeError, ValueError):
        return None
    return array.astype(float) if array.dtype.kind in "biuf" and np.isfinite(array).all() else None
