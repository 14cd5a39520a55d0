"""Floats by the thousand as data: the calls of a picture, and what they give.

Each alone, they are texts and objects by the ten thousand, on both sides; what is made meanwhile and stays comes to lie
between these, so that their memory does not become free again.
"""

from __future__ import annotations

import base64
import binascii
from array import array
from collections.abc import Iterable
from typing import Any

from tutor.worker import messages
from tutor.worker.forms import wrong
from tutor.worker.wire import MalformedError


def pack_floats(floats: Iterable[float]) -> str:
    """Return floats as data."""
    return base64.b64encode(array("d", floats)).decode("ascii")


def unpack_floats(data: Any, at: str, most: int) -> array[float]:
    """Return the floats that the data stands for, so many at most."""
    floats = array("d")
    if not isinstance(data, str) or len(data) > (most * floats.itemsize + 2) // 3 * 4:
        raise wrong(at, data, messages.NUMBERS_OF_ARRAY)
    try:
        floats.frombytes(base64.b64decode(data, validate=True))
    except (binascii.Error, ValueError):
        raise MalformedError(messages.GARBLED, at=at) from None
    return floats
