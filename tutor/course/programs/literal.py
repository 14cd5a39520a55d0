"""Values as they are written in Python."""

from __future__ import annotations

import base64
import textwrap
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np

from tutor.nn.arrays import Array

MOST_WRITTEN = 300
"""Entries of an array that is written number by number; a larger one is packed."""
WIDTH = 100
"""Characters of a line, as far as numbers can be parted."""
PLAIN_TYPES = ("float64", "int64", "bool")
"""The types that an array of such numbers has by itself."""

UNPACKED = """\
def _unpacked(text, kind, shape):
    \"""Return an array that is too long to be written number by number.\"""
    numbers = np.frombuffer(zlib.decompress(base64.b64decode(text)), kind)
    return numbers.reshape(shape).copy()
"""
"""What packed arrays need, after `import base64` and `import zlib`."""


def literal(value: Any) -> str:
    """Return a value as a program finds it, in Python; it may have several lines, the later ones indented."""
    match value:
        case np.ndarray():
            return _array(value)
        case np.generic():
            return literal(value.item())
        case bool() | None | str():
            return repr(value)
        case float() if not np.isfinite(value):
            return f"float({str(value)!r})"
        case tuple():
            return f"({''.join(f'{literal(one)}, ' for one in value).rstrip()})"
        case list():
            return f"[{', '.join(literal(one) for one in value)}]"
        case Mapping():
            return f"{{{', '.join(f'{literal(key)}: {literal(one)}' for key, one in value.items())}}}"
    return repr(value)


def _array(array: Array) -> str:
    kind = str(array.dtype)
    if array.size > MOST_WRITTEN and array.dtype.kind in "biuf":
        packed = base64.b64encode(zlib.compress(np.ascontiguousarray(array).tobytes(), 9)).decode()
        lines = "\n".join(f'    "{line}"' for line in textwrap.wrap(packed, WIDTH - 6))
        return f'_unpacked(\n{lines},\n    "{kind}",\n    {array.shape},\n)'
    rest = "" if kind in PLAIN_TYPES else f", dtype={kind!r}"
    if array.size == 0:
        return f"np.zeros({array.shape}{rest})"
    whole = f"np.array({literal(array.tolist())}{rest})"
    if len(whole) <= WIDTH - 20 or array.ndim == 0:
        return whole
    rows = [literal(row) for row in array.tolist()]
    if array.shape[1:] in ((), (1,)):
        # A line each would be long for a column.
        rows = [", ".join(rows)]
    lines = "".join(f"{_wrapped(row)},\n" for row in rows)
    return f"np.array([\n{lines}]{rest})"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False)
