"""The kinds of question: each file here is one, with all that others ask of it (`Question`, `Kind`)."""

from __future__ import annotations

import importlib
import pkgutil

from tutor.course.kinds.draft import Kind


def find_kinds() -> dict[str, type[Kind]]:
    """Return the kinds that the files of this package hold, by name."""
    found: dict[str, type[Kind]] = {}
    for file in pkgutil.iter_modules(__path__, f"{__name__}."):
        module = importlib.import_module(file.name)
        for value in vars(module).values():
            is_kind = isinstance(value, type) and issubclass(value, Kind) and "KIND" in vars(value)
            if is_kind and value.__module__ == file.name:
                found[value.KIND] = value
    return found


KINDS = find_kinds()
"""From the `kind:` of a question to its class."""
