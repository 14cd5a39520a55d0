"""Trainings side by side: those that differ in nothing but their numbers are one computation with stacked arrays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np

from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS, Layer, Network


class Training(NamedTuple):
    """A network, and how it is trained."""

    net: Network
    X: Array
    y: Array
    activation: str
    rate: float
    """below 0 where the update goes up the slope"""

    @property
    def sort(self) -> Hashable:
        """What trainings have in common that can be stacked. Their samples are few, and are compared as they are."""
        shapes = tuple(layer.W.shape for layer in self.net)
        return shapes, self.activation, self.X.shape, self.X.tobytes(), self.y.tobytes()

    @property
    def state(self) -> Hashable:
        """What goes on in the same way: of two that have come to the same numbers only one has to be trained."""
        return self.sort, self.rate, tuple(array.tobytes() for layer in self.net for array in layer)


def later(trainings: Sequence[Training], epochs: int) -> list[Network]:
    """Return the network of each training so many epochs later."""
    states = [one.state for one in trainings]
    together: dict[Hashable, list[Hashable]] = defaultdict(list)
    different = dict(zip(states, trainings, strict=True))
    for state, one in different.items():
        together[one.sort].append(state)
    found: dict[Hashable, Network] = {}
    for alike in together.values():
        some = [different[state] for state in alike]
        rate = np.array([one.rate for one in some])[:, np.newaxis, np.newaxis]
        net, X, y, activation = stacked([one.net for one in some]), some[0].X, some[0].y, some[0].activation
        for _ in range(epochs):
            net = deep.epoch(net, X, y, ACTIVATIONS[activation], rate)
        for at, state in enumerate(alike):
            found[state] = tuple(Layer(layer.W[at], layer.b[at]) for layer in net)
    return [found[state] for state in states]


def stacked(nets: Sequence[Network]) -> Network:
    """Return networks of one shape as one whose arrays count them along their first axis."""
    return tuple(
        Layer(np.stack([layer.W for layer in layers]), np.stack([layer.b for layer in layers]))
        for layers in zip(*nets, strict=True)
    )
