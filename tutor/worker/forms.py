"""Forms: how a thing is turned into data and back, checked field by field on both sides.

A form packs a value into what JSON knows, and unpacks what came into a value, or says what is wrong and where
("drawings[0].layers[2].x"). What is unpacked was written by a course: nothing in it is believed.
"""

from __future__ import annotations

import dataclasses
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from tutor.language import Text
from tutor.worker import messages
from tutor.worker.wire import MalformedError

LONGEST_TEXT = 20_000
LARGEST = 1 << 63
FORMAT = re.compile(r"[-+ ]?#?0?\d{0,2}[,_]?(\.\d{1,2})?[bcdeEfFgGnosxX%]?")
"""The formats of numbers that are taken: none that makes a line of a million digits."""
LANGUAGE = re.compile(r"[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8}){0,3}")


def wrong(at: str, what: object, wanted: Text) -> MalformedError:
    """Return the error for a part that is not what it should be."""
    return MalformedError(messages.IS_WHERE, at=at, found=brief(what), wanted=wanted)


def brief(what: object) -> Text | str:
    """Return a few words on a value, whatever it is: nothing of a course's own is called for it."""
    if what is None or (isinstance(what, bool | int | float) and abs(what) < LARGEST):
        return repr(what)
    if isinstance(what, str):
        return repr(what[:40]) if len(what) <= 40 else messages.LONG_TEXT.filled(count=len(what))
    return messages.OF_TYPE.filled(type=type(what).__name__[:40])


class Form(ABC):
    """How one kind of thing is packed and unpacked."""

    @abstractmethod
    def pack(self, value: Any, at: str) -> Any:
        """Return a value as data.

        Raises:
            MalformedError: it is not of this kind.
        """

    @abstractmethod
    def unpack(self, data: Any, at: str) -> Any:
        """Return what the data stands for.

        Raises:
            MalformedError: it is not of this kind.
        """


class Plain(Form):
    """A thing that is its own data: the same check on both sides."""

    def __init__(self, check: Callable[[Any], bool], wanted: Text) -> None:
        self._check = check
        self._wanted = wanted

    def pack(self, value: Any, at: str) -> Any:
        value = native(value)
        if not self._check(value):
            raise wrong(at, value, self._wanted)
        return value

    def unpack(self, data: Any, at: str) -> Any:
        if not self._check(data):
            raise wrong(at, data, self._wanted)
        return data


def native(value: Any) -> Any:
    """Return a number of NumPy's, and a text or number of a derived class, as Python's own; all else as it is."""
    if isinstance(value, np.generic):
        value = value.item()
    for kind in (str, float, int):
        if isinstance(value, kind) and type(value) is not kind and not isinstance(value, bool):
            return kind(value)
    return value


def is_text(value: Any) -> bool:
    """Return whether a value is a text of bearable length that can be written."""
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and is_writable(value)


def is_writable(text: str) -> bool:
    """Return whether a text can be written: there is no half of a character in it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def is_number(value: Any) -> bool:
    """Return whether a value is a number that fits into 64 bits; infinities and nan are numbers as well."""
    if isinstance(value, bool):
        return False
    return isinstance(value, float) or (isinstance(value, int) and -LARGEST <= value < LARGEST)


def is_finite(value: Any) -> bool:
    """Return whether a value is a finite number."""
    return is_number(value) and math.isfinite(value)


TEXT = Plain(is_text, messages.A_TEXT_OF.filled(most=LONGEST_TEXT))
NAME = Plain(lambda value: is_text(value) and 0 < len(value) <= 200, messages.A_NAME)
FLAG = Plain(lambda value: isinstance(value, bool), messages.TRUE_OR_FALSE)
NUMBER = Plain(is_number, messages.A_NUMBER)
FINITE = Plain(is_finite, messages.A_FINITE_NUMBER)
INDEX = Plain(lambda value: isinstance(value, int) and is_number(value) and value >= 0, messages.AN_INDEX)
FORMATTING = Plain(lambda value: isinstance(value, str) and FORMAT.fullmatch(value) is not None, messages.A_FORMAT)


class Words(Form):
    """A text, or one text a language."""

    def pack(self, value: Any, at: str) -> Any:
        if isinstance(value, Text):
            return {"in": {str(code): TEXT.pack(text, at) for code, text in value.variants.items()}}
        return TEXT.pack(value, at)

    def unpack(self, data: Any, at: str) -> Any:
        if isinstance(data, str):
            return TEXT.unpack(data, at)
        if not isinstance(data, dict) or list(data) != ["in"] or not isinstance(data["in"], dict):
            raise wrong(at, data, messages.A_TEXT)
        variants = data["in"]
        if not 0 < len(variants) <= 20:
            raise wrong(at, len(variants), messages.LANGUAGES_TO)
        for code, text in variants.items():
            if LANGUAGE.fullmatch(code) is None:
                raise wrong(at, code, messages.A_LANGUAGE)
            TEXT.unpack(text, at)
        return Text(**variants)


WORDS = Words()


class Sentence(Words):
    """What is said to somebody, and so in each language."""

    def pack(self, value: Any, at: str) -> Any:
        if not isinstance(value, Text):
            raise wrong(at, value, messages.TEXT_IN_EACH_BY)
        return super().pack(value, at)

    def unpack(self, data: Any, at: str) -> Any:
        if isinstance(data, str):
            raise wrong(at, data, messages.TEXT_IN_EACH)
        return super().unpack(data, at)


SENTENCE = Sentence()


class Maybe(Form):
    """A thing, or None."""

    def __init__(self, form: Form) -> None:
        self._form = form

    def pack(self, value: Any, at: str) -> Any:
        return None if value is None else self._form.pack(value, at)

    def unpack(self, data: Any, at: str) -> Any:
        return None if data is None else self._form.unpack(data, at)


class OneOf(Form):
    """A member of an enumeration, or one of some words."""

    def __init__(self, options: Sequence[str], make: Callable[[str], Any] = str) -> None:
        self._options = frozenset(map(str, options))
        self._make = make

    def pack(self, value: Any, at: str) -> Any:
        if not isinstance(value, str) or str(value) not in self._options:
            raise wrong(at, value, messages.ONE_OF.filled(names=", ".join(sorted(self._options))))
        return str(value)

    def unpack(self, data: Any, at: str) -> Any:
        return self._make(self.pack(data, at))


class Many(Form):
    """Some things of one kind, as a tuple or as whatever `make` makes of them."""

    def __init__(self, form: Form, most: int, *, least: int = 0, make: Callable[[Any], Any] = tuple) -> None:
        self._form = form
        self._most = most
        self._least = least
        self._make = make

    def pack(self, value: Any, at: str) -> Any:
        if isinstance(value, np.ndarray):
            value = value.tolist()
        if not isinstance(value, tuple | list | frozenset | set | range):
            raise wrong(at, value, messages.SEVERAL)
        items = sorted(value) if isinstance(value, frozenset | set) else list(value)
        self._count(items, at)
        return [self._form.pack(item, f"{at}[{number}]") for number, item in enumerate(items)]

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, list):
            raise wrong(at, data, messages.A_LIST)
        self._count(data, at)
        return self._make(self._form.unpack(item, f"{at}[{number}]") for number, item in enumerate(data))

    def _count(self, items: Sequence[Any], at: str) -> None:
        if not self._least <= len(items) <= self._most:
            raise MalformedError(messages.ENTRIES, at=at, count=len(items), least=self._least, most=self._most)


class Pair(Form):
    """Two things of one kind."""

    def __init__(self, form: Form) -> None:
        self._many = Many(form, 2, least=2)

    def pack(self, value: Any, at: str) -> Any:
        return self._many.pack(value, at)

    def unpack(self, data: Any, at: str) -> Any:
        return self._many.unpack(data, at)


class Named(Form):
    """From names to things of one kind, in their order."""

    def __init__(self, form: Form, most: int, *, least: int = 0) -> None:
        self._form = form
        self._most = most
        self._least = least

    def pack(self, value: Any, at: str) -> Any:
        if not isinstance(value, Mapping):
            raise wrong(at, value, messages.NAMES_WITH)
        return [[NAME.pack(name, at), self._form.pack(item, f"{at}.{name}")] for name, item in value.items()]

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, list) or not self._least <= len(data) <= self._most:
            raise wrong(at, data, messages.NAMES_WITH_TO.filled(least=self._least, most=self._most))
        found: dict[str, Any] = {}
        for entry in data:
            if not isinstance(entry, list) or len(entry) != 2:
                raise wrong(at, entry, messages.A_NAME_WITH)
            name = NAME.unpack(entry[0], at)
            found[name] = self._form.unpack(entry[1], f"{at}.{name[:40]}")
        return found


class Record(Form):
    """A frozen dataclass or a named tuple, every field with a form of its own."""

    def __init__(
        self, made: type[Any], fields: Mapping[str, Form], check: Callable[[Any], Text | None] = lambda _: None
    ) -> None:
        """`check` returns what is wrong with the whole, though each field is right, or None.

        Raises:
            TypeError: the class has other fields.
        """
        is_tuple = issubclass(made, tuple)
        names = set(made._fields if is_tuple else (field.name for field in dataclasses.fields(made)))
        if names != set(fields):
            raise TypeError(f"{made.__name__} has the fields {sorted(names)}, not {sorted(fields)}")
        self.made = made
        self._fields = dict(fields)
        self._check = check

    def pack(self, value: Any, at: str) -> Any:
        if type(value) is not self.made:
            raise wrong(at, value, messages.A_THING.filled(type=self.made.__name__))
        packed = [form.pack(getattr(value, name), f"{at}.{name}") for name, form in self._fields.items()]
        self._whole(value, at)
        return packed

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, list) or len(data) != len(self._fields):
            raise wrong(at, data, messages.FIELDS_OF.filled(count=len(self._fields), type=self.made.__name__))
        found = {
            name: form.unpack(item, f"{at}.{name}")
            for (name, form), item in zip(self._fields.items(), data, strict=True)
        }
        value = self.made(**found)
        self._whole(value, at)
        return value

    def _whole(self, value: Any, at: str) -> None:
        problem = self._check(value)
        if problem is not None:
            raise MalformedError(messages.AT, at=at, what=problem)


class Union(Form):
    """One of several records, told apart by the names of their classes."""

    def __init__(self, *records: Record) -> None:
        self._records = {record.made.__name__: record for record in records}

    def pack(self, value: Any, at: str) -> Any:
        record = self._records.get(type(value).__name__)
        if record is None:
            raise wrong(at, value, messages.ONE_OF.filled(names=", ".join(self._records)))
        return [record.made.__name__, record.pack(value, at)]

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, list) or len(data) != 2 or not isinstance(data[0], str):
            raise wrong(at, data, messages.ONE_OF.filled(names=", ".join(self._records)))
        record = self._records.get(data[0])
        if record is None:
            raise wrong(at, data[0], messages.ONE_OF.filled(names=", ".join(self._records)))
        return record.unpack(data[1], at)
