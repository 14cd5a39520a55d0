"""Trainings side by side: those of one shape are one computation with stacked arrays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

import numpy as np

from tutor.labs.epochs import Epochs
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.nn.deep import Layer, Network


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
        """What trainings have in common that can be stacked."""
        return tuple(layer.W.shape for layer in self.net), self.activation, self.X.shape

    @property
    def samples(self) -> Hashable:
        """What it is trained on. They are few, and are compared as they are."""
        return self.X.tobytes(), self.y.tobytes()

    @property
    def state(self) -> Hashable:
        """What goes on in the same way: of two that have come to the same numbers only one has to be trained."""
        return self.sort, self.samples, self.rate, tuple(array.tobytes() for layer in self.net for array in layer)


class Together:
    """Trainings that go on side by side."""

    def __init__(self, trainings: Sequence[Training]) -> None:
        different = {one.state: one for one in trainings}
        together: dict[Hashable, list[Hashable]] = defaultdict(list)
        for state, one in different.items():
            together[one.sort].append(state)
        self._states = [one.state for one in trainings]
        self._groups = [(states, _epochs_of([different[state] for state in states])) for states in together.values()]

    def later(self, epochs: int) -> list[Network]:
        """Return the network of each training so many epochs later."""
        found: dict[Hashable, Network] = {}
        for states, group in self._groups:
            for _ in range(epochs):
                group.epoch()
            found.update(zip(states, group.nets(), strict=True))
        return [found[state] for state in self._states]


def _epochs_of(alike: Sequence[Training]) -> Epochs:
    """Return trainings of one sort, to go on with."""
    X, y = alike[0].X, alike[0].y
    if len({one.samples for one in alike}) > 1:
        X, y = np.stack([one.X for one in alike]), np.stack([one.y for one in alike])
    return Epochs([one.net for one in alike], X, y, alike[0].activation, [one.rate for one in alike])


def stacked(nets: Sequence[Network]) -> Network:
    """Return networks of one shape as one whose arrays count them along their first axis."""
    return tuple(
        Layer(np.stack([layer.W for layer in layers]), np.stack([layer.b for layer in layers]))
        for layers in zip(*nets, strict=True)
    )
