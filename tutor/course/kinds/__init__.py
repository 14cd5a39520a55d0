"""The kinds of question: each file here is one, named as it is, with all that others ask of it (`Question`, `Kind`)."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tutor.course.kinds.draft import Kind


class _Kinds(Mapping[str, type[Kind]]):
    """From the `kind:` of a question to its class, whose file is imported when the first question of that kind is read:
    a lesson asks in a few ways."""

    def __getitem__(self, name: str) -> type[Kind]:
        if name not in _names(*__path__):
            raise KeyError(name)
        values = vars(importlib.import_module(f"{__name__}.{name}")).values()
        of_it = (value for value in values if isinstance(value, type) and issubclass(value, Kind))
        return next(kind for kind in of_it if vars(kind).get("KIND") == name)

    def __iter__(self) -> Iterator[str]:
        return iter(_names(*__path__))

    def __len__(self) -> int:
        return len(_names(*__path__))


@lru_cache(maxsize=2)
def _names(*folders: str) -> tuple[str, ...]:
    return tuple(file.name for file in pkgutil.iter_modules(folders) if file.name != "draft")


KINDS = _Kinds()
"""Every kind."""
