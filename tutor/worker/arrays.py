"""The forms of numbers in bulk: arrays, and the values of readouts."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from tutor.language import Text
from tutor.worker import messages
from tutor.worker.forms import Form, is_number, is_text, native, wrong
from tutor.worker.wire import MalformedError

MOST_ENTRIES = 250_000
"""Numbers in one array: more than the dots of any screen."""
MOST_ITEMS = 10_000
"""Entries of one list of a readout."""
DEEPEST = 6
"""How far lists of a readout may be nested."""


class Numbers(Form):
    """An array of numbers."""

    def __init__(self, dimensions: Sequence[int]) -> None:
        self._dimensions = tuple(dimensions)

    def pack(self, value: Any, at: str) -> Any:
        array = value if type(value) is np.ndarray else _array(value, at)
        if array.ndim not in self._dimensions:
            raise MalformedError(messages.DIMENSIONS, at=at, count=array.ndim, wanted=self._wanted)
        return pack_array(array, at)

    def unpack(self, data: Any, at: str) -> Any:
        array = unpack_array(data, at)
        if array.ndim not in self._dimensions:
            raise MalformedError(messages.DIMENSIONS, at=at, count=array.ndim, wanted=self._wanted)
        return array

    @property
    def _wanted(self) -> Text | str:
        wanted: Text | str = str(self._dimensions[0])
        for other in self._dimensions[1:]:
            wanted = messages.EITHER.filled(one=wanted, other=other)
        return wanted


def _array(value: Any, at: str) -> np.ndarray[Any, Any]:
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise wrong(at, value, messages.ARRAY_OF_NUMBERS) from None


def pack_array(array: np.ndarray[Any, Any], at: str) -> Any:
    """Return an array of numbers or truth values as data."""
    if array.dtype.kind not in "biuf" or array.dtype.itemsize > 8:
        raise MalformedError(messages.OF_NUMBERS, at=at, kind=array.dtype)
    if array.size > MOST_ENTRIES or array.ndim > 4:
        raise MalformedError(messages.LARGE_ARRAY, at=at, shape=array.shape, most=MOST_ENTRIES)
    little = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
    shape = list(array.shape)
    return {"kind": little.dtype.str, "shape": shape, "data": base64.b64encode(little.tobytes()).decode("ascii")}


def unpack_array(data: Any, at: str) -> np.ndarray[Any, Any]:
    """Return the array that the data stands for; it cannot be written to."""
    if not isinstance(data, dict) or set(data) != {"kind", "shape", "data"}:
        raise wrong(at, data, messages.AN_ARRAY)
    kind, shape, content = data["kind"], data["shape"], data["data"]
    if not isinstance(kind, str) or re.fullmatch(r"[<|](b1|[iu][1248]|f[248])", kind) is None:
        raise wrong(at, kind, messages.KIND_OF_NUMBER)
    if not isinstance(shape, list) or len(shape) > 4 or not all(type(side) is int and side >= 0 for side in shape):
        raise wrong(at, shape, messages.A_SHAPE)
    try:
        dtype = np.dtype(kind)
    except TypeError:
        raise wrong(at, kind, messages.KIND_OF_NUMBER) from None
    # Each side as well: with a side of 0 the others could be of any size.
    if max(shape, default=0) > MOST_ENTRIES or math.prod(shape) > MOST_ENTRIES:
        raise MalformedError(messages.LARGE_ARRAY, at=at, shape=str(shape)[:60], most=MOST_ENTRIES)
    if not isinstance(content, str) or len(content) > 8 * (MOST_ENTRIES + 2) * 4 // 3 + 4:
        raise wrong(at, content, messages.NUMBERS_OF_ARRAY)
    try:
        raw = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise MalformedError(messages.GARBLED, at=at) from None
    if len(raw) != math.prod(shape) * dtype.itemsize:
        raise MalformedError(messages.BYTES_FOR, at=at, count=len(raw), shape=shape)
    found: np.ndarray[Any, Any]
    if dtype.kind == "b":
        found = (np.frombuffer(raw, np.uint8) != 0).reshape(shape)
        return found
    # In one object: a view would keep the bytes, and each array on the way. Thousands of arrays come at a time.
    found = np.array(np.frombuffer(raw, dtype).reshape(shape), dtype.newbyteorder("="))
    found.setflags(write=False)
    return found


class Value(Form):
    """What a readout can be: a number, a truth value, a word, an array, or a short list of those."""

    def pack(self, value: Any, at: str, depth: int = 0) -> Any:
        value = native(value)
        if isinstance(value, bool) or is_number(value) or is_text(value):
            return value
        if isinstance(value, np.ndarray):
            if value.dtype.kind == "U":
                return self.pack(value.tolist(), at, depth)
            return {"array": pack_array(np.asarray(value), at)}
        if isinstance(value, tuple | list) and depth < DEEPEST:
            if len(value) > MOST_ITEMS:
                raise MalformedError(messages.AT_MOST_ENTRIES, at=at, count=len(value), most=MOST_ITEMS)
            name = "tuple" if isinstance(value, tuple) else "list"
            return {name: [self.pack(item, f"{at}[{number}]", depth + 1) for number, item in enumerate(value)]}
        raise wrong(at, value, messages.READOUT_VALUE)

    def unpack(self, data: Any, at: str, depth: int = 0) -> Any:
        if isinstance(data, bool) or is_number(data) or is_text(data):
            return data
        if isinstance(data, dict) and len(data) == 1 and depth < DEEPEST:
            ((kind, content),) = data.items()
            if kind == "array":
                return unpack_array(content, at)
            if kind in ("tuple", "list") and isinstance(content, list) and len(content) <= MOST_ITEMS:
                items = [self.unpack(item, f"{at}[{number}]", depth + 1) for number, item in enumerate(content)]
                return tuple(items) if kind == "tuple" else items
        raise wrong(at, data, messages.READOUT_VALUE)


VALUE = Value()
