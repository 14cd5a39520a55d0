"""The forms of calls by the thousand, as a picture makes them: their arguments, and what they give.

They go column by column. Each alone, they are texts and objects by the ten thousand on the tutor's side; what is made
meanwhile and stays comes to lie between these, so that their memory does not become free again.
"""

from __future__ import annotations

import base64
import binascii
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from tutor.program import Returned
from tutor.worker import messages
from tutor.worker.arrays import MOST_ENTRIES, VALUE, pack_array, unpack_array
from tutor.worker.forms import Form, Many, wrong
from tutor.worker.wire import MalformedError

MOST_CALLS = 20_000
"""Calls in one case: a picture has no more cells."""
MOST_ARGUMENTS = 50
MOST_DIMENSIONS = 3
"""of an argument that goes together with those of the other calls"""


class Calls(Many):
    """The arguments of calls. Where each call has as many, they go by column."""

    def __init__(self) -> None:
        super().__init__(Many(VALUE, MOST_ARGUMENTS), MOST_CALLS)

    def pack(self, value: Sequence[tuple[Any, ...]], at: str) -> Any:
        widths = {len(call) for call in value}
        if len(value) < 2 or len(widths) > 1 or not 0 < max(widths) <= MOST_ARGUMENTS:
            return super().pack(value, at)
        self._count(value, at)
        return {"count": len(value), "columns": [_packed_column(column, at) for column in zip(*value, strict=True)]}

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, dict):
            return super().unpack(data, at)
        count, columns = data.get("count"), data.get("columns")
        if set(data) != {"count", "columns"} or type(count) is not int or not isinstance(columns, list):
            raise wrong(at, data, messages.A_LIST)
        if not 1 < count <= MOST_CALLS or not 0 < len(columns) <= MOST_ARGUMENTS:
            raise wrong(at, data, messages.A_LIST)
        return tuple(zip(*(_column_in(column, count, at) for column in columns), strict=True))


class Given(Many):
    """What calls gave back, one after the other; see `together`."""

    def __init__(self, returned: Form) -> None:
        super().__init__(returned, MOST_CALLS)

    def pack(self, value: Any, at: str) -> Any:
        return together(super().pack(value, at))

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, dict):
            return super().unpack(data, at)
        if set(data) != {"floats"}:
            raise wrong(at, data, messages.A_LIST)
        return tuple(map(Returned, _floats_in(data["floats"], at, MOST_CALLS)))


def together(calls: list[Any]) -> Any:
    """Return what calls gave back, each packed, as it is sent: floats alone go together."""
    if len(calls) > 1 and all(type(value) is float and not changed for value, changed in calls):
        return {"floats": _packed_floats(value for value, _ in calls)}
    return calls


def _packed_column(values: Sequence[Any], at: str) -> dict[str, Any]:
    """Return one argument of all calls as data."""
    first = values[0]
    if all(value is first for value in values):
        return {"same": VALUE.pack(first, at)}
    if all(type(value) is float for value in values):
        return {"floats": _packed_floats(values)}
    if _are_rows(values):
        return {"rows": pack_array(np.stack(values), at)}
    return {"each": [VALUE.pack(value, at) for value in values]}


def _are_rows(values: Sequence[Any]) -> bool:
    """Return whether values are arrays of numbers that fit into one."""
    first = values[0]
    if type(first) is not np.ndarray or first.dtype.kind not in "biuf" or not 0 < first.ndim <= MOST_DIMENSIONS:
        return False
    alike = all(type(one) is np.ndarray and (one.shape, one.dtype) == (first.shape, first.dtype) for one in values)
    return alike and len(values) * first.size <= MOST_ENTRIES


def _column_in(data: Any, count: int, at: str) -> Sequence[Any]:
    """Return one argument of so many calls."""
    if not isinstance(data, dict) or len(data) != 1:
        raise wrong(at, data, messages.A_LIST)
    ((kind, content),) = data.items()
    found: Sequence[Any] = ()
    if kind == "same":
        found = [VALUE.unpack(content, at)] * count
    elif kind == "floats":
        found = _floats_in(content, at, count)
    elif kind == "each" and isinstance(content, list):
        found = [VALUE.unpack(one, at) for one in content]
    elif kind == "rows":
        rows = unpack_array(content, at)
        found = list(rows) if rows.ndim > 1 else ()
    if len(found) != count:
        raise wrong(at, data, messages.A_LIST)
    return found


def _packed_floats(floats: Iterable[float]) -> str:
    return base64.b64encode(array("d", floats)).decode("ascii")


def _floats_in(data: Any, at: str, most: int) -> array[float]:
    """Return the floats that the data stands for, so many at most."""
    floats = array("d")
    if not isinstance(data, str) or len(data) > (most * floats.itemsize + 2) // 3 * 4:
        raise wrong(at, data, messages.NUMBERS_OF_ARRAY)
    try:
        floats.frombytes(base64.b64decode(data, validate=True))
    except (binascii.Error, ValueError):
        raise MalformedError(messages.GARBLED, at=at) from None
    return floats
