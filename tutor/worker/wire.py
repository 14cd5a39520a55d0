"""Messages between the tutor and a worker: frames of JSON, bounded, and nothing in them but data.

A frame is four bytes of length and so many bytes of UTF-8. Whoever reads one that was written by a course gets either
plain Python data or a `MalformedError`; what the data means is for `forms` to check.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

from tutor.language import SaidError, Text
from tutor.worker import messages

MOST_BYTES = 8 << 20
"""The longest message. A heat map of a whole screen takes a hundredth of that."""

LENGTH = struct.Struct("!I")


class MalformedError(SaidError, ValueError):
    """What came back is no message, or not the message that was due. The words say what is wrong, and where."""

    words: Text

    def __init__(self, words: Text, /, **values: object) -> None:
        super().__init__(words.filled(**values))


def frame(message: object) -> bytes:
    """Return a message as it is sent.

    Raises:
        MalformedError: it is too long.
    """
    payload = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    if len(payload) > MOST_BYTES:
        raise MalformedError(messages.LONG_MESSAGE, count=len(payload), most=MOST_BYTES)
    return LENGTH.pack(len(payload)) + payload


def parsed(payload: bytes) -> Any:
    """Return the data of a message.

    Raises:
        MalformedError: it is no JSON, or nested too deeply to be read.
    """
    try:
        return json.loads(payload.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise MalformedError(messages.NO_MESSAGE, why=str(error)[:100]) from None


class Reader:
    """Puts frames together from whatever pieces the bytes come in."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> list[Any]:
        """Return the messages that are complete with these bytes.

        Raises:
            MalformedError: one is too long, or no message.
        """
        self._held += data
        found: list[Any] = []
        while len(self._held) >= LENGTH.size:
            (length,) = LENGTH.unpack_from(self._held)
            if length > MOST_BYTES:
                raise MalformedError(messages.ANNOUNCED, count=length, most=MOST_BYTES)
            end = LENGTH.size + length
            if len(self._held) < end:
                break
            payload = bytes(self._held[LENGTH.size : end])
            del self._held[:end]
            found.append(parsed(payload))
        return found


def read_exactly(read: Callable[[int], bytes], count: int) -> bytes | None:
    """Return so many bytes, or None where the other side has gone."""
    data = bytearray()
    while len(data) < count:
        more = read(min(count - len(data), 1 << 20))
        if not more:
            return None
        data += more
    return bytes(data)


def read_message(read: Callable[[int], bytes]) -> Any:
    """Return the next message, or None where the other side has gone.

    Raises:
        MalformedError: it is too long, or no message.
    """
    head = read_exactly(read, LENGTH.size)
    if head is None:
        return None
    (length,) = LENGTH.unpack(head)
    if length > MOST_BYTES:
        raise MalformedError(messages.ANNOUNCED, count=length, most=MOST_BYTES)
    payload = read_exactly(read, length)
    return None if payload is None else parsed(payload)
