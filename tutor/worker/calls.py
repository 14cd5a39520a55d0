"""The forms of calls by the thousand, as a picture makes them: their arguments, and what they give.

They go column by column. Each alone, they are texts and objects by the ten thousand on the tutor's side; what is made
meanwhile and stays comes to lie between these, so that their memory does not become free again.
"""

from __future__ import annotations

import base64
import binascii
import math
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, overload

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
"""of an argument, or of what is given back, that goes together with those of the other calls"""


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


class Alike(Sequence[Returned]):
    """What calls gave back that changed nothing, each put together when it is asked for.

    Fifteen thousand calls of a film are three megabytes of objects, and their numbers a tenth of one.
    """

    def __init__(self, values: Sequence[Any] | np.ndarray[Any, Any]) -> None:
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, at: int) -> Returned: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Returned]: ...

    def __getitem__(self, at: int | slice) -> Returned | Sequence[Returned]:
        return Alike(self._values[at]) if isinstance(at, slice) else Returned(self._values[at])

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, tuple | Alike) else NotImplemented

    def __repr__(self) -> str:
        return repr(tuple(self))


class Given(Many):
    """What calls gave back, one after the other; see `together`."""

    def __init__(self, returned: Form) -> None:
        super().__init__(returned, MOST_CALLS)

    def pack(self, value: Any, at: str) -> Any:
        return together(super().pack(value, at))

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, dict):
            return super().unpack(data, at)
        if len(data) != 1:
            raise wrong(at, data, messages.A_LIST)
        ((kind, content),) = data.items()
        if kind == "floats":
            return Alike(_floats_in(content, at, MOST_CALLS))
        if kind == "nothing" and type(content) is int and 1 < content <= MOST_CALLS:
            return (Returned(None),) * content
        if kind == "rows":
            rows = unpack_array(content, at)
            if rows.ndim > 1 and len(rows) <= MOST_CALLS:
                return Alike(rows)
        raise wrong(at, data, messages.A_LIST)


def together(calls: list[Any]) -> Any:
    """Return what calls gave back, each packed, as it is sent: floats alone go together, and so do arrays of one shape.

    Of calls that all gave back nothing, as a function does that is still to be written, only their number goes.
    """
    values = [value for value, _ in calls]
    if len(calls) < 2 or any(changed for _, changed in calls):
        return calls
    if all(type(value) is float for value in values):
        return {"floats": _packed_floats(values)}
    if all(value is None for value in values):
        return {"nothing": len(values)}
    rows = _packed_rows(values)
    return calls if rows is None else {"rows": rows}


def _packed_rows(values: Sequence[Any]) -> Any:
    """Return arrays, each packed, as one that has them as its rows; None where they do not fit into one."""
    arrays = [value["array"] for value in values if isinstance(value, dict) and "array" in value]
    if len(arrays) < len(values):
        return None
    kind, shape = arrays[0]["kind"], arrays[0]["shape"]
    alike = all((array["kind"], array["shape"]) == (kind, shape) for array in arrays)
    if not alike or not 0 < len(shape) <= MOST_DIMENSIONS or len(arrays) * math.prod(shape) > MOST_ENTRIES:
        return None
    content = b"".join(base64.b64decode(array["data"]) for array in arrays)
    return {"kind": kind, "shape": [len(arrays), *shape], "data": base64.b64encode(content).decode("ascii")}


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
