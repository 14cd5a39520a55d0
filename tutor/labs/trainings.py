"""A training of any small network, as far as anybody has watched it."""

from __future__ import annotations

import math
from functools import lru_cache
from threading import Lock

import numpy as np

from tutor.lab import Past
from tutor.labs.epochs import Epochs
from tutor.labs.samples import Samples, own_samples, samples
from tutor.namedtuple import NamedTuple
from tutor.nn import deep
from tutor.nn.deep import ACTIVATIONS, Network

EPOCHS_A_FRAME = 20
COUNT = 60
"""Samples to learn from, and as many to be tried on."""
DATA_SEED = 5
OWN = "own"
"""The data that a learner puts on the plane."""


class Setting(NamedTuple):
    """What may be changed while a training runs."""

    activation: str
    rate: float
    batch: int
    """samples an update is made from; 0 for all of them"""
    l2: float


class Frame(NamedTuple):
    """One moment of a training."""

    net: Network
    loss: float
    """on the samples to learn from"""
    test_loss: float
    """on the others; nan where there are none"""


class Training:
    """A training, as far as anybody has watched it, from a network or from a moment of another training on."""

    def __init__(self, data: Samples, setting: Setting, frames: list[Frame], seed: int) -> None:
        self._data, self._setting = data, setting
        self._frames = list(frames)
        # Which batches follow depends on where it goes on, so that a fork is the same however one came to it.
        self._random = np.random.default_rng((seed, len(frames)))
        self._lock = Lock()
        self._epochs: Epochs | None = None

    def until(self, frame: int) -> list[Frame]:
        """Return the frames from 0 to `frame`, training those that are not there yet."""
        with self._lock:
            while len(self._frames) <= frame:
                self._frames.append(frame_of(self._next(), self._data, self._setting))
            return self._frames[: frame + 1]

    def _next(self) -> Network:
        data, setting = self._data, self._setting
        if self._epochs is None:
            # Made once it is wanted: of most trainings nobody asks for more than is there.
            net, samples = self._frames[-1].net, (data.X, data.y)
            self._epochs = Epochs([net], *samples, setting.activation, [setting.rate], [setting.l2])
        for _ in range(EPOCHS_A_FRAME):
            batches = list(deep.shuffled(len(data.X), setting.batch, self._random)) if setting.batch else ()
            self._epochs.epoch(batches)
        return self._epochs.nets()[0]


def frame_of(net: Network, data: Samples, setting: Setting) -> Frame:
    """Return the moment at which a network stands."""
    activation = ACTIVATIONS[setting.activation]
    losses = (
        deep.loss(deep.forward(net, X, activation)[-1], y) if len(X) else math.nan
        for X, y in ((data.X, data.y), (data.X_test, data.y_test))
    )
    return Frame(net, *losses)


class Kind(NamedTuple):
    """What a training begins with; with any other it is another training."""

    data: str
    noise: float
    seed: int
    sizes: tuple[int, ...]
    points: str = ""
    """those of the learner, where they are the data"""

    @property
    def samples(self) -> Samples:
        """The samples to learn from, and those to be tried on."""
        return own_samples(self.points) if self.data == OWN else samples(self.data, self.noise, DATA_SEED, COUNT)


def begun(kind: Kind, settings: tuple[tuple[int, Setting], ...]) -> Training:
    """Return a new training with these settings, each from a frame on, the first from frame 0."""
    data = kind.samples
    start, setting = settings[-1]
    if start == 0:
        frames = [frame_of(deep.start(kind.seed, kind.sizes), data, setting)]
    else:
        frames = training(kind, settings[:-1]).until(start)
    return Training(data, setting, frames, kind.seed)


training = lru_cache(maxsize=8)(begun)
"""Returns the training with these settings: the last eight are kept as far as they have gone, each up to a megabyte."""


def settings_of(now: Setting, past: str) -> tuple[tuple[int, Setting], ...]:
    """Return from which frame on there was which setting."""
    starts, found = 0, []
    for until, were in Past.read(past):
        found.append((starts, setting_of(**were)))
        starts = until
    return (*found, (starts, now))


def setting_of(activation: str, rate: str, batch: str, l2: str) -> Setting:
    """Return a setting as its choices say it."""
    return Setting(activation, float(rate), int(batch), float(l2))


def can_be_parted(has: Samples) -> bool:
    """Return whether there is a sample of both kinds to learn from."""
    return len(set(has.y.ravel().tolist())) == 2
