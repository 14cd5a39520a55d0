"""Samples in a plane for a network to part: four shapes, with noise, always the same for one seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from tutor.lab import Board, Spot
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

REACH = 1.6
"""What a map of the plane shows of each input, to both sides of 0."""


EDGE = 1.55
"""How far out a sample lies at most."""


class Samples(NamedTuple):
    """Samples to learn from, and others of the same kind to be tried on."""

    X: Array
    """(m, 2)"""
    y: Array
    """(m, 1), 0 or 1"""
    X_test: Array
    y_test: Array


Shape = Callable[[int, float, np.random.Generator], tuple[Array, Array]]


def _by_turns(count: int) -> Array:
    """Return labels 0, 1, 0, 1, … as (count, 1)."""
    return (np.arange(count) % 2)[:, None].astype(float)


def xor(count: int, noise: float, random: np.random.Generator) -> tuple[Array, Array]:
    """Return points in four quadrants: y = 1 where x1 and x2 have different signs."""
    X = random.uniform(-1.3, 1.3, (count, 2))
    X += 0.08 * np.sign(X)
    y = (X[:, 0] * X[:, 1] < 0).astype(float)[:, None]
    return X + random.normal(size=X.shape) * noise / 2, y


def rings(count: int, noise: float, random: np.random.Generator) -> tuple[Array, Array]:
    """Return points on two rings, one inside the other: y = 1 inside."""
    y = _by_turns(count)
    radius = np.where(y[:, 0] == 1, 0.45, 1.1) + random.normal(size=count) * noise / 2
    angle = random.uniform(0, 2 * np.pi, count)
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1), y


def spirals(count: int, noise: float, random: np.random.Generator) -> tuple[Array, Array]:
    """Return points on two arms that turn around each other."""
    y = _by_turns(count)
    along = np.sqrt(random.uniform(0.02, 1, count))
    angle = along * 1.5 * 2 * np.pi + np.pi * y[:, 0]
    X = 1.25 * np.stack([along * np.cos(angle), along * np.sin(angle)], axis=1)
    return X + random.normal(size=X.shape) * noise / 4, y


def blobs(count: int, noise: float, random: np.random.Generator) -> tuple[Array, Array]:
    """Return points around two places: y = 1 at the upper right."""
    y = _by_turns(count)
    return np.where(y == 1, 0.6, -0.6) + random.normal(size=(count, 2)) * (0.15 + 0.8 * noise), y


SHAPES: Mapping[str, Shape] = {"xor": xor, "rings": rings, "spirals": spirals, "blobs": blobs}


@lru_cache(maxsize=32)
def samples(shape: str, noise: float, seed: int, count: int) -> Samples:
    """Return `count` samples to learn from and as many to be tried on.

    What noise would push off the map stays at its edge, so that each sample that is learnt from is seen.
    """
    random = np.random.default_rng(seed)
    X, y = SHAPES[shape](count, noise, random)
    X_test, y_test = SHAPES[shape](count, noise, random)
    return Samples(np.clip(X, -EDGE, EDGE), y, np.clip(X_test, -EDGE, EDGE), y_test)


KEPT_BACK = 4
"""Of so many points of a class that a learner puts, the last one is there to be tried on."""


@lru_cache(maxsize=32)
def own_samples(points: str) -> Samples:
    """Return the points on a board as samples: of each class every fourth, in the order in which they were put, is kept
    back to be tried on."""
    kept: tuple[list[Spot], list[Spot]] = ([], [])
    counts = [0, 0]
    for spot in Board.read(points):
        counts[spot.kind] += 1
        kept[counts[spot.kind] % KEPT_BACK == 0].append(spot)
    rows, rows_test = (np.array(spots, dtype=float).reshape(-1, 3) for spots in kept)
    return Samples(rows[:, :2], rows[:, 2:], rows_test[:, :2], rows_test[:, 2:])
