"""Walks over terminals, states, files: the plain run goes a part of each, the long run the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import product
from typing import Any

import pytest

from tutor.language import INTERFACE_LANGUAGES


def some_now(
    names: str | tuple[str, ...],
    every: Iterable[Any],
    now: int | Collection[Any],
    ids: Iterable[str] | Callable[[Any], object] | None = None,
) -> pytest.MarkDecorator:
    """Return what has a test take each of the values, most of them in the long run only.

    Args:
        names: of one parameter; or of several, of which each value is a tuple.
        every: its values.
        now: those that the plain run takes; or a number n: the first and every n-th after it.
        ids: as of `pytest.mark.parametrize`.

    Raises:
        ValueError: the plain run would take none, or one that is no value.
    """
    values = list(every)
    early = values[::now] if isinstance(now, int) else list(now)
    if not early or any(one not in values for one in early):
        raise ValueError(f"{now!r} of {values!r}")
    taken = [one if isinstance(names, tuple) else (one,) for one in values]
    marks = [() if one in early else pytest.mark.walk for one in values]
    cases = [pytest.param(*each, marks=mark) for each, mark in zip(taken, marks, strict=True)]
    return pytest.mark.parametrize(names, cases, ids=ids)


def in_turn(every: Iterable[Any], others: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return each with one of the others: the first with the first, the second with the second, and round."""
    return [(one, others[number % len(others)]) for number, one in enumerate(every)]


def on_screens(*sizes: tuple[int, int]) -> pytest.MarkDecorator:
    """Return what has a test take each `size` in each `language`; in the plain run each in one of them."""
    every = [*product(sizes, INTERFACE_LANGUAGES)]
    names = [f"{columns}x{rows}-{language}" for (columns, rows), language in every]
    return some_now(("size", "language"), every, in_turn(sizes, INTERFACE_LANGUAGES), ids=names)
