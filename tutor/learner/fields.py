"""What one field of a record may hold.

Whoever writes into a record goes through here: what is read from an export or from a file, which can hold anything, is
refused with the field's name where it is no such value; what the tutor itself gives is brought within the same bounds,
so that whatever is written can be read again.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.lab import Value

LAST_MOMENT = 253_370_764_800_000 - 1
"""in milliseconds since 1970: the end of 9998, the last year of which Python can tell the days in every time zone"""

LAST_TURN = 10**15
"""No place in the order of a record is later than this: it is beyond every moment, and far from where SQLite's numbers
end."""

LONGEST_NAME = 500
LONGEST_WORD = 2_000
"""Characters of a parameter's value: all that a lab is set to at earlier steps, or all points on a plane."""
LONGEST_TEXT = 1_000_000
"""in characters, of what a learner wrote"""
MOST = 10**9
"""of whatever is counted"""
LONGEST_STAY = 10.0**12
"""in seconds; so many of them can be added up"""
MOST_VALUES = 1_000
"""how many parameters, and how many numbers in one"""
LARGEST_WHOLE = 2**53
"""of a parameter: whole numbers beyond it are no longer told apart as floating-point numbers"""
SHOWN = 60
"""characters that a message quotes of a value"""
TEXTS = ("response", "text", "value", "parameters")
"""the fields that hold what a learner wrote or set; every other text names something"""


class RecordError(ValueError):
    """Something that claims to be part of a record and cannot be. The message says what is wrong with it."""


def text_in(entry: Mapping[str, object], name: str) -> str:
    """Return the text under `name`, whatever characters it holds; half a surrogate pair becomes a question mark.

    Raises:
        RecordError: there is none, it is no text, or it is too long. So do the functions below.
    """
    value = entry.get(name)
    if not isinstance(value, str):
        raise RecordError(f"{name} is {_found(entry, name)} instead of text")
    if len(value) > LONGEST_TEXT:
        raise RecordError(f"{name} is {len(value)} characters long, more than {LONGEST_TEXT}")
    return writable(value)


def name_in(entry: Mapping[str, object], name: str, *, may_be_empty: bool = False) -> str:
    """Return the text under `name`, which names something: it is short and holds no control characters."""
    value = entry.get(name)
    if not isinstance(value, str):
        raise RecordError(f"{name} is {_found(entry, name)} instead of text")
    if len(value) > LONGEST_NAME:
        raise RecordError(f"{name} is {len(value)} characters long, more than {LONGEST_NAME}")
    if not value and not may_be_empty:
        raise RecordError(f"{name} is empty")
    # Printable ASCII, which nearly all names are, is told at once.
    if not (value.isascii() and value.isprintable()):
        odd = next(filter(_is_control, value), "")
        if odd:
            raise RecordError(f"{name} holds the control character U+{ord(odd):04X}")
    return value


def count_in(entry: Mapping[str, object], name: str, most: int = MOST) -> int:
    """Return the whole number under `name`, from 0 to `most`."""
    value = entry.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise RecordError(f"{name} is {_found(entry, name)} instead of a whole number from 0 to {most}")
    return value


def turn_in(entry: Mapping[str, object], name: str) -> int:
    """Return the place in an order under `name`: any whole number that SQLite keeps, from 0."""
    return count_in(entry, name, 2**63 - 1)


def moment_in(entry: Mapping[str, object], name: str) -> int:
    """Return the time under `name`, in milliseconds since 1970, UTC, before the year 9999."""
    moment = count_in(entry, name, 2**63 - 1)
    if moment > LAST_MOMENT:
        raise RecordError(f"{name} is {moment}, after the year 9998")
    return moment


def number_in(entry: Mapping[str, object], name: str) -> float:
    """Return the number under `name`, which is not negative and no more than `LONGEST_STAY`."""
    value = entry.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= LONGEST_STAY:
        raise RecordError(f"{name} is {_found(entry, name)} instead of a number from 0 to {LONGEST_STAY:.0f}")
    return float(value)


def truth_in(entry: Mapping[str, object], name: str) -> bool:
    """Return the truth value under `name`; it may be 0 or 1, as SQLite keeps it."""
    value = entry.get(name)
    if not isinstance(value, int) or value not in (0, 1):
        raise RecordError(f"{name} is {_found(entry, name)} instead of true or false")
    return bool(value)


def values_in(entry: Mapping[str, object], name: str) -> dict[str, Value]:
    """Return the values of parameters that the text under `name` holds as JSON."""
    written = text_in(entry, name)
    try:
        values = json.loads(written)
    # A deeply nested text exhausts the parser.
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{name} are no JSON: {shown(error)}") from error
    if not isinstance(values, dict):
        raise RecordError(f"{name} are {shown(written)} instead of a JSON object")
    if len(values) > MOST_VALUES:
        raise RecordError(f"{name} are {len(values)}, more than {MOST_VALUES}")
    found: dict[str, Value] = {}
    for key, value in values.items():
        known = _value_of(value)
        if known is None or len(key) > LONGEST_NAME:
            raise RecordError(f"{shown(value)} is no value of a parameter")
        found[writable(key)] = known
    return found


def _value_of(value: object) -> Value | None:
    """Return what can be the value of a parameter as it is one; None for anything else."""
    if isinstance(value, list | tuple):
        numbers = [_number(entry) for entry in value[: MOST_VALUES + 1]]
        found = tuple(float(number) for number in numbers if number is not None)
        return found if len(found) == len(value) <= MOST_VALUES else None
    if isinstance(value, str):
        return writable(value) if len(value) <= LONGEST_WORD else None
    return _number(value)


def _number(value: object) -> int | float | None:
    if isinstance(value, int):
        return value if abs(value) <= LARGEST_WHOLE else None
    return value if isinstance(value, float) and math.isfinite(value) else None


def _found(entry: Mapping[str, object], name: str) -> str:
    return shown(entry[name]) if name in entry else "missing"


def shown(value: object) -> str:
    """Return what a message quotes of a value: not all of it where it is long, and nothing that a terminal obeys."""
    if isinstance(value, int) and abs(value) >= 10**SHOWN:
        # Python refuses to write out thousands of digits.
        return "a huge number"
    text = value[: SHOWN + 1] if isinstance(value, str) else value
    words = str(text) if isinstance(value, Exception) else ascii(text) if _has_control(str(text)) else repr(text)
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")


def _has_control(text: str) -> bool:
    return any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in text)


# -- what the tutor itself gives --------------------------------------------------------------------------------------


def writable(text: str) -> str:
    """Return a text as a UTF-8 file can hold it: a terminal can hand over half a surrogate pair."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def bounded(name: str, value: object) -> object:
    """Return what is written for the field `name` that the tutor gave: within the bounds of what is read."""
    if isinstance(value, str) and name in TEXTS:
        return writable(value[:LONGEST_TEXT])
    if isinstance(value, str):
        if value.isascii() and value.isprintable() and len(value) <= LONGEST_NAME:
            return value
        return "".join("?" if _is_control(sign) else sign for sign in value[:LONGEST_NAME])
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return min(max(value, 0.0), LONGEST_STAY) if math.isfinite(value) else 0.0
    if isinstance(value, int):
        most = {"at": LAST_MOMENT, "turn": LAST_TURN, "right": 1, "revealed": 1, "sure": 100}.get(name, MOST)
        return min(max(value, 0), most)
    if isinstance(value, Mapping):
        kept = {str(key): _value_of(entry) for key, entry in value.items()}
        return json.dumps({key: entry for key, entry in kept.items() if entry is not None}, ensure_ascii=False)
    return value
