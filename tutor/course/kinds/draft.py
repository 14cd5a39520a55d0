"""What every kind of question is built from."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from tutor.course.fields import Field, Reader
from tutor.course.finding import Place
from tutor.course.questions import Question, Words
from tutor.digest import sha256
from tutor.lab import Lab, Values
from tutor.namedtuple import NamedTuple


class Draft(NamedTuple):
    """The fields that all kinds share, read."""

    id: str
    kind: str
    prompt: Words
    lab: Lab | None
    lab_name: str
    variants: tuple[Values, ...]
    hints: tuple[Words, ...]
    explain: Words | None
    was: tuple[str, ...]
    place: Place
    reader: Reader

    def shared(self, decides: Mapping[str, object]) -> dict[str, Any]:
        """Return the shared fields of a `Question`.

        Args:
            decides: what of this kind decides whether a response is right, in plain values.
        """
        return {
            "id": self.id,
            "kind": self.kind,
            "prompt": self.prompt,
            "lab": self.lab,
            "variants": self.variants,
            "hints": self.hints,
            "explain": self.explain,
            "was": self.was,
            "place": self.place,
            "revision": digest({"kind": self.kind, "lab": self.lab_name, "vary": self.variants, **decides}),
        }


class Kind(ABC):
    """A kind of question: its name, the fields it adds, and how it is built from them."""

    KIND: ClassVar[str]
    """what stands after `kind:`; a class that states it is found by being in a file of this package"""
    FIELDS: ClassVar[tuple[Field, ...]]
    ONE_OF: ClassVar[tuple[str, ...]] = ()
    """fields of which a question has exactly one; the class builds none that has more or fewer"""

    @classmethod
    @abstractmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> Question | None:
        """Return the question, or None with findings."""


def digest(decides: Mapping[str, object]) -> str:
    """Return 12 hexadecimal digits that change when what decides changes; 1 and 1.0 are the same."""

    def alike(value: object) -> object:
        match value:
            case bool() | str() | None:
                return value
            case int() | float():
                return f"{value:.12g}"
            case Mapping():
                return {str(key): alike(item) for key, item in value.items()}
            case list() | tuple():
                return [alike(item) for item in value]
            case _:
                return str(value)

    text = json.dumps(alike(decides), sort_keys=True, ensure_ascii=True)
    return sha256(text.encode("ascii")).hexdigest()[:12]
