"""What a learner types, read as numbers, shapes and arrays.

A text that can be meant in two ways ("1,125" is 1125 or 1.125) has two readings, and is right where one of them is.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

LONGEST = 200
"""Characters; nobody types a longer number or array by hand."""

_LIKE = str.maketrans(
    {
        "\u2212": "-",  # minus sign
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2044": "/",  # fraction slash
        "\u2215": "/",
        "\u00f7": "/",
        "\u00d7": "x",
        "\u00b7": "x",
        "\u066a": "%",
        "\u3001": ",",
    }
)

_WIDE = re.compile("[\u3000\uff00-\uffef]")
_UNSIGNED = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?"
_NUMBER = re.compile(rf"[-+]?{_UNSIGNED}")
_POWER = re.compile(rf"(?P<sign>[-+]?)(?:(?P<factor>{_UNSIGNED})[x*])?10\^(?P<power>[-+]?[0-9]{{1,4}})")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]*,[0-9]+(?:[eE][-+]?[0-9]{1,4})?")
_DECIMAL = re.compile(r"^[=≈]?[-+]?[0-9]*(?:[.,]([0-9]*))?$")
_MIXED = re.compile(r"(?P<sign>[-+]?)\s*(?P<whole>[0-9]{1,15})\s+(?P<above>[0-9]{1,15})\s*/\s*(?P<below>[0-9]{1,15})")
_KOREAN_FRACTION = re.compile(r"([0-9]{1,15})\s*분의\s*([0-9]{1,15})")
_AND = re.compile(r"([0-9])\s*(?:and|와|과)\s*([0-9]+\s*/)")
_SPACED_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:\s[0-9]{3})+(?![0-9])")
_TWO_NUMBERS = re.compile(r"[0-9,]\s+[0-9]")


def normalised(text: str) -> str:
    """Return `text` in NFC, with full-width forms, kinds of minus and of slash written as on a plain keyboard."""
    text = unicodedata.normalize("NFC", text[: 10 * LONGEST])
    # Not NFKC throughout: it would turn 2² into 22.
    narrow = "".join(
        unicodedata.normalize("NFKC", c) if "\uff00" <= c <= "\uffef" or c == "\u3000" else c for c in text
    )
    return narrow.translate(_LIKE).strip()


def read_numbers(text: str, *, percent: bool = False) -> tuple[float, ...]:
    """Return the numbers that `text` can mean, the likeliest first; () where it is no finite number.

    Takes mixed numbers (`4 2/3`, `4⅔`, `4와 3분의 2`). Two numbers beside each other are none.

    Args:
        percent: asked in percent, so that 15 and 15% are both 0.15. A fraction is a share, and so can be a bare number
            up to 1: 0.15 is 0.15 or 0.0015.
    """
    text = _spelled_fractions(normalised(text)).removeprefix("=").removeprefix("≈").strip()
    if not text or len(text) > LONGEST:
        return ()
    marked = text.endswith("%")
    if marked:
        text = text[:-1].rstrip()
    numbers = (*_mixed_numbers(text), *_spaced_numbers(text))
    if marked:
        readings = [number / 100 for number in numbers]
    elif percent and "/" in text:
        readings = [number if abs(number) <= 1 else number / 100 for number in numbers]
    elif percent:
        shares = [number for number in numbers if abs(number) <= 1]
        readings = [*shares, *(number / 100 for number in numbers)]
    else:
        readings = list(numbers)
    return tuple(dict.fromkeys(number for number in readings if math.isfinite(number)))


@lru_cache(maxsize=8)
def decimals_of(text: str) -> int | None:
    """Return with how many decimals a number is written; None where it is a fraction, a power or none."""
    text = "".join(normalised(text).removesuffix("%").split())
    if _GROUPED.fullmatch(text):
        return len(text.partition(".")[2])
    match = _DECIMAL.search(text)
    return len(match[1] or "") if match is not None else None


@lru_cache(maxsize=8)  # a number is held against what hundreds of slips lead to
def digits_of(text: str) -> int:
    """Return how many significant digits a number is written with."""
    return len(re.sub(r"[^0-9]", "", normalised(text)).lstrip("0"))


def _spelled_fractions(text: str) -> str:
    """Return `text` with ⅔ and 3분의 2 written as 2/3, and nothing but a space between a whole number and those."""
    parts = [unicodedata.normalize("NFKC", c).translate(_LIKE) if _is_fraction(c) else "" for c in text]
    text = "".join(f" {part}" if part else c for part, c in zip(parts, text, strict=True))
    text = _KOREAN_FRACTION.sub(r"\2/\1", text)
    return _AND.sub(r"\1 \2", text).strip()


def _is_fraction(character: str) -> bool:
    return unicodedata.decomposition(character).startswith("<fraction>") and character != "\u215f"


def _mixed_numbers(text: str) -> tuple[float, ...]:
    """Return a whole number with a proper fraction behind it, or ()."""
    match = _MIXED.fullmatch(text)
    if match is None or not 0 < int(match["above"]) < int(match["below"]):
        return ()
    size = int(match["whole"]) + int(match["above"]) / int(match["below"])
    return (-size if match["sign"] == "-" else size,)


def _spaced_numbers(text: str) -> tuple[float, ...]:
    """Return what a text can mean in which spaces part groups of three digits, or nothing."""
    text = _SPACED_GROUPS.sub(lambda match: "".join(match[0].split()), text)
    return () if _TWO_NUMBERS.search(text) else _plain_numbers("".join(text.split()))


def _plain_numbers(text: str) -> tuple[float, ...]:
    """Return what a text without spaces and percent sign can mean."""
    if text.count("/") == 1:
        above, below = (_plain_numbers(part) for part in text.split("/"))
        return tuple(a / b for a in above for b in below if b != 0)
    if _NUMBER.fullmatch(text):
        return (float(text),)
    if match := _POWER.fullmatch(text):
        return (float(match["sign"] + "1") * float(match["factor"] or 1) * float("1e" + match["power"]),)
    readings = []
    if _GROUPED.fullmatch(text):
        readings.append(float(text.replace(",", "")))
    if _DECIMAL_COMMA.fullmatch(text):
        reading = float(text.replace(",", "."))
        # "0,125" can only be a decimal comma; "1,125" can be either, and thousands are likelier.
        if text.lstrip("-+").startswith("0"):
            return (reading,)
        readings.append(reading)
    return tuple(readings)


Nested = tuple["Nested | float", ...]
"""An array as nested tuples, all of one length at each depth."""

_TOKEN = re.compile(r"[\[\];\n]|,|[^\[\];\n,\s]+")
_NUMPY = re.compile(r"(?:np\.|numpy\.)?array\s*\((.*?)(?:,\s*dtype\s*=\s*[\w.]+\s*)?\)", re.DOTALL)
_TIGHT_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_DEEPEST = 4


class RaggedError(ValueError):
    """Rows of different lengths are no array."""


def read_arrays(text: str) -> tuple[Nested, ...]:
    """Return the arrays that `text` can mean; () where it is none.

    Takes `[[1, 2], [3, 4]]`, `1 2; 3 4`, rows on lines, NumPy's own spelling. A row without brackets can be one of one
    dimension or the only row of two; a column likewise. A comma between two digits can part two numbers, or be the
    point of one: `1,5 2` is three numbers or two.

    Raises:
        RaggedError: the rows differ in length.
    """
    text = normalised(text)
    if not text or len(text) > 10 * LONGEST:
        return ()
    if match := _NUMPY.fullmatch(text):
        text = match[1]
    text = text.translate(str.maketrans("(){}", "[][]"))
    found: list[Nested] = []
    ragged = False
    for spelling in dict.fromkeys((text, _TIGHT_COMMA.sub(".", text))):
        try:
            found += _arrays(_TOKEN.findall(spelling))
        except RaggedError:
            ragged = True
    if ragged and not found:
        raise RaggedError
    return tuple(dict.fromkeys(found))


def _arrays(tokens: list[str]) -> tuple[Nested, ...]:
    """Return the arrays that numbers, brackets and what parts them can mean.

    Raises:
        RaggedError: the rows differ in length.
    """
    if "[" in tokens or "]" in tokens:
        array = _bracketed(tokens)
        if array is None and tokens[0] == "[" and tokens[-1] == "]":
            # Each row in brackets of its own, and none around them.
            array = _bracketed(["[", *tokens, "]"])
        if array is None:
            return ()
        if tokens.count("[") == 1 and len(shape_of(array)) == 2 and shape_of(array)[1] == 1:
            return (array, entries_of(array))
        shape_of(array)
        return (array,)
    rows = _rows(tokens)
    if not rows:
        return ()
    if any(len(row) != len(rows[0]) for row in rows):
        raise RaggedError
    if len(rows) == 1:
        return (rows[0], (rows[0],))
    if len(rows[0]) == 1:
        return (tuple(rows), tuple(row[0] for row in rows))
    return (tuple(rows),)


def _rows(tokens: list[str]) -> list[Nested] | None:
    """Return rows parted by semicolons and line ends; None where an entry is no number."""
    rows: list[list[float]] = [[]]
    for token in tokens:
        if token in ";\n":
            rows.append([])
        elif token != ",":
            numbers = read_numbers(token)
            if not numbers:
                return None
            rows[-1].append(numbers[0])
    return [tuple(row) for row in rows if row]


def _bracketed(tokens: list[str]) -> Nested | None:
    """Return what stands in brackets; None where they do not match or an entry is no number."""
    open_lists: list[list[Nested | float]] = []
    split: list[list[Nested]] = []
    whole: Nested | None = None
    for token in tokens:
        if token == "[":
            if whole is not None or len(open_lists) == _DEEPEST:
                return None
            open_lists.append([])
            split.append([])
        elif not open_lists:
            if token not in ",\n":
                return None
        elif token == "]":
            items, rows = open_lists.pop(), split.pop()
            # "[1 2; 3 4]": the semicolon parts rows inside one pair of brackets.
            done: Nested = (*rows, tuple(items)) if rows else tuple(items)
            if open_lists:
                open_lists[-1].append(done)
            else:
                whole = done
        elif token == ";":
            if open_lists[-1] and isinstance(open_lists[-1][0], float):
                split[-1].append(tuple(open_lists[-1]))
                open_lists[-1].clear()
        elif token not in ",\n":
            numbers = read_numbers(token)
            if not numbers:
                return None
            open_lists[-1].append(numbers[0])
    return whole if not open_lists else None


def shape_of(array: Nested | float) -> tuple[int, ...]:
    """Return the shape of an array of nested tuples.

    Raises:
        RaggedError: the rows differ in length.
    """
    if not isinstance(array, tuple):
        return ()
    shapes = {shape_of(item) for item in array}
    if len(shapes) > 1:
        raise RaggedError
    return (len(array), *(shapes.pop() if shapes else ()))


def entries_of(array: Nested | float) -> tuple[float, ...]:
    """Return the entries of an array of nested tuples, row by row."""
    if not isinstance(array, tuple):
        return (array,)
    return tuple(entry for item in array for entry in entries_of(item))


def write_array(array: Nested | float) -> str:
    """Return an array of nested tuples as `[[1, 2], [3, 4]]`, each number as short as it can be."""
    if not isinstance(array, tuple):
        return str(int(array)) if array == int(array) and abs(array) < 1e15 else repr(array)
    return f"[{', '.join(map(write_array, array))}]"


def read_shape(text: str) -> tuple[int, ...] | None:
    """Return a shape: `3x2`, `3×2`, `(3, 2)`, `3, 2`, `(3,)`, `3`, `()`; None where it is none."""
    text = normalised(text)
    if len(text) > LONGEST:
        return None
    inner = re.sub(r"^[(\[]|[)\]]$", "", text).strip()
    if not inner:
        return () if text else None
    parts = re.split(r"\s*[,x*X]\s*|\s+by\s+|\s+", inner.removesuffix(",").strip())
    if not all(re.fullmatch(r"[0-9]{1,6}", part) for part in parts):
        return None
    return tuple(map(int, parts))
