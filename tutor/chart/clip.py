"""Cutting lines at the edges of the chart, before anything is drawn.

plotext aborts the process on a NaN, raises on an infinity and stalls on a point far outside: what it is given comes
out of here, finite and inside.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from tutor.dataclass import dataclass
from tutor.nn.arrays import Array

MOST_POINTS = 1_200
"""A stroke is thinned to this many points: more than a terminal has room for, fewer than make plotext slow."""

MOST_DASHES = 5_000
"""A dashed stroke has at most this many dashes: enough for sixty lines right across a wide terminal."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Stroke:
    """Points in cells, joined by straight lines except where `starts` says that a new piece begins."""

    x: Array
    y: Array
    starts: Mask


Ends = tuple[Array, Array, Array, Array]
"""Both ends of segments, in cells: x0, y0, x1, y1."""

EMPTY = Stroke(np.empty(0), np.empty(0), np.empty(0, dtype=np.bool_))


def cut(x0: Array, y0: Array, x1: Array, y1: Array, width: float, height: float) -> tuple[Array, Array, Mask]:
    """Cut the segments from (x0, y0) to (x1, y1) at the edges of the rectangle 0.5..width-0.5 x 0.5..height-0.5.

    Liang and Barsky (1984): on the segment p + t·d, each edge allows a range of t; what is left is inside.

    Returns:
        t_in, t_out (where each segment enters and leaves, 0 to 1) and whether anything of it is inside.
    """
    inside = np.isfinite((x0, y0, x1, y1)).all(axis=0)
    slack = 1e-6
    with np.errstate(all="ignore"):
        # By edge: left, right, below, above.
        across, up = x1 - x0, y1 - y0
        direction = np.array((-across, across, -up, up))
        distance = np.array((x0 - 0.5, width - 0.5 - x0, y0 - 0.5, height - 0.5 - y0)) + slack
        t = distance / direction
        enter = np.fmax.reduce(np.where(direction < 0, t, 0.0))
        leave = np.fmin.reduce(np.where(direction > 0, t, 1.0))
        outside = ((direction == 0) & (distance < 0)).any(axis=0)
    return enter, leave, inside & ~outside & (enter <= leave)


def segments(ends: Ends, width: int, height: int) -> Stroke:
    """Return segments cut at the edges; each is a piece of its own."""
    if len(ends[0]) == 0:
        return EMPTY
    if not all(map(_lies_inside, ends, (width, height, width, height))):
        ends = _cut_off(ends, width, height)
    x0, y0, x1, y1 = ends
    x, y = np.array((x0, x1)).T.ravel(), np.array((y0, y1)).T.ravel()
    # No longer than a terminal can show.
    return fewer_segments(Stroke(x, y, np.arange(len(x)) % 2 == 0), MOST_POINTS)


def _cut_off(ends: Ends, width: int, height: int) -> Ends:
    """Return what of the segments lies inside, to the last rounding error."""
    t_in, t_out, inside = cut(*ends, width, height)
    x0, y0, x1, y1, t_in, t_out = (values[inside] for values in (*ends, t_in, t_out))
    most_x, most_y = max(width - 0.5, 0.5), max(height - 0.5, 0.5)
    return (
        np.clip(_along(x0, x1, t_in), 0.5, most_x),
        np.clip(_along(y0, y1, t_in), 0.5, most_y),
        np.clip(_along(x0, x1, t_out), 0.5, most_x),
        np.clip(_along(y0, y1, t_out), 0.5, most_y),
    )


def selected(ends: Ends, which: Mask) -> Ends:
    """Return the segments that `which` is true for."""
    x0, y0, x1, y1 = ends
    return x0[which], y0[which], x1[which], y1[which]


def _along(start: Array, end: Array, t: Array) -> Array:
    # Weighted this way a cut at t = 1 is the end point itself, not one rounding beside it.
    return start * (1 - t) + end * t


def polyline(x: Array, y: Array, width: int, height: int) -> Stroke:
    """Return the line through (x, y), in cells, cut at the edges and broken where a point has no place (NaN).

    A point between two gaps is kept as a piece of one point.
    """
    x, y = _fewer(x, y, width)
    if len(x) > 1 and _lies_inside(x, width) and _lies_inside(y, height):
        # Most lines, and in one piece.
        return Stroke(x, y, np.arange(len(x)) == 0)
    known = np.isfinite(x) & np.isfinite(y)
    joined = known[:-1] & known[1:]
    alone = known.copy()
    alone[:-1] &= ~joined
    alone[1:] &= ~joined
    starts, ends = (np.concatenate([np.flatnonzero(joined) + at, np.flatnonzero(alone)]) for at in (0, 1))
    pieces = segments((x[starts], y[starts], x[ends], y[ends]), width, height)
    if len(pieces.x) < 3:
        return pieces
    # A piece that begins where the last one ended goes on from there.
    goes_on = np.zeros(len(pieces.x), dtype=np.bool_)
    goes_on[1:] = pieces.starts[1:] & (pieces.x[1:] == pieces.x[:-1]) & (pieces.y[1:] == pieces.y[:-1])
    starts = pieces.starts & ~goes_on
    keep = ~goes_on
    return Stroke(pieces.x[keep], pieces.y[keep], starts[keep])


def _lies_inside(values: Array, size: int) -> bool:
    """Return whether all values are finite and between the edges."""
    return bool(((values >= 0.5) & (values <= size - 0.5)).all())


def _fewer(x: Array, y: Array, width: int) -> tuple[Array, Array]:
    """Return a line of fewer points that looks the same in braille (two dots a cell across, four down).

    Of a long curve from left to right the lowest and the highest point of each column of dots are kept; of any other
    line the points that do not fall on the dot of the one before.
    """
    if len(x) <= 2:
        return x, y
    with np.errstate(invalid="ignore"):
        dot_x, dot_y = np.floor(x * 2), np.floor(y * 4)
    if len(x) > 4 * width and np.all(np.isfinite(x) & np.isfinite(y)) and np.all(np.diff(x) >= 0):
        column_starts = np.flatnonzero(np.concatenate([[True], dot_x[1:] != dot_x[:-1]]))
        sizes = np.diff(np.append(column_starts, len(x)))
        kept = [np.array([0, len(x) - 1])]
        for extreme in (np.minimum, np.maximum):
            # The first point of each column that is its lowest, or its highest.
            there = np.flatnonzero(y == np.repeat(extreme.reduceat(y, column_starts), sizes))
            kept.append(there[np.unique(dot_x[there], return_index=True)[1]])
        keep = _ascending(np.concatenate(kept))
    else:
        moved = (dot_x[1:] != dot_x[:-1]) | (dot_y[1:] != dot_y[:-1])
        keep = np.flatnonzero(np.concatenate([[True], moved]))
        if keep[-1] != len(x) - 1:
            keep = np.append(keep, len(x) - 1)
    if len(keep) > MOST_POINTS:
        keep = keep[np.linspace(0, len(keep) - 1, MOST_POINTS).astype(int)]
    return x[keep], y[keep]


def _ascending(numbers: npt.NDArray[np.int_]) -> npt.NDArray[np.int_]:
    """Return each of the numbers once. NumPy's own loads masked arrays, a megabyte, to ask whether these are some."""
    ordered = np.sort(numbers)
    is_new = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    return ordered[np.flatnonzero(is_new)]


def fewer_segments(stroke: Stroke, most: int) -> Stroke:
    """Return `most` of the segments of a stroke that is made of nothing else, evenly chosen."""
    if len(stroke.x) <= 2 * most:
        return stroke
    pairs = np.linspace(0, len(stroke.x) // 2 - 1, most).astype(int)
    chosen = np.stack([2 * pairs, 2 * pairs + 1], axis=1).ravel()
    return Stroke(stroke.x[chosen], stroke.y[chosen], stroke.starts[chosen])


def fewer_points(stroke: Stroke, most: int) -> Stroke:
    """Return a line with about `most` of its points: of so many that follow each other the lowest and the highest."""
    if len(stroke.x) <= most:
        return stroke
    group = np.arange(len(stroke.x)) * max(most // 2, 1) // len(stroke.x)
    firsts = np.flatnonzero(np.diff(group, prepend=-1))
    by_height = np.lexsort((stroke.y, group))
    lasts = np.append(firsts[1:], len(group)) - 1
    keep = _ascending(np.concatenate([by_height[firsts], by_height[lasts]]))
    # A gap between two points that are kept is still one.
    piece = np.cumsum(stroke.starts)[keep]
    return Stroke(stroke.x[keep], stroke.y[keep], np.diff(piece, prepend=0) > 0)


def dashed(stroke: Stroke, on: int, off: int) -> Stroke:
    """Return `stroke` broken into dashes of `on` braille dots, with gaps of `off` (a cell is two dots by four).

    Where these would be more than `MOST_DASHES`, both are made longer.
    """
    if len(stroke.x) == 0:
        return EMPTY
    lengths = np.hypot(np.diff(stroke.x) * 2, np.diff(stroke.y) * 4)
    longer = max(1, math.ceil(lengths[~stroke.starts[1:]].sum() / ((on + off) * MOST_DASHES)))
    on, off = on * longer, off * longer
    period = on + off
    # Along all pieces in one go, each a step apart from the one before, so that no dash reaches from one to another.
    travelled = np.concatenate([[0.0], np.cumsum(np.where(stroke.starts[1:], 1.0, lengths))])
    firsts = np.flatnonzero(stroke.starts)
    lasts = np.append(firsts[1:], len(stroke.x)) - 1
    counts = np.ceil((travelled[lasts] - travelled[firsts] + 1e-9) / period).astype(int)
    offsets = np.cumsum(counts) - counts
    dash = np.arange(int(counts.sum()))
    begins = np.repeat(travelled[firsts], counts) + (dash - np.repeat(offsets, counts)) * period
    ends = np.minimum(begins + on, np.repeat(travelled[lasts], counts))
    # The corners inside a dash.
    piece = np.cumsum(stroke.starts) - 1
    own = np.minimum(np.floor((travelled - travelled[firsts][piece]) / period).astype(int), counts[piece] - 1)
    own += offsets[piece]
    corners = (travelled > begins[own]) & (travelled < ends[own])
    at = np.concatenate([begins, travelled[corners], ends])
    of = np.concatenate([dash, own[corners], dash])
    order = np.lexsort((at, of))
    at, of = at[order], of[order]
    starts = np.concatenate([[True], of[1:] != of[:-1]])
    return Stroke(np.interp(at, travelled, stroke.x), np.interp(at, travelled, stroke.y), starts)
