"""In the worker: the modules of a course, imported from the bytes that were agreed to."""

from __future__ import annotations

import types

from tutor.foreign import ForeignCode, file_of, import_foreign

PACKAGE = "labs"
"""What the modules of a course are a package of, as one reads it above their source."""


class Course:
    """The Python of one course, in the process that runs it."""

    def __init__(self, code: ForeignCode) -> None:
        self.code = code
        self.loaded: dict[str, None] = {}
        """the modules that were asked for, whether or not they could be imported"""
        self._names = {file_of(code, name): name for name, _ in code.modules}

    def load(self, name: str) -> types.ModuleType:
        """Return a module, imported the first time.

        Raises:
            BaseException: whatever its code raises.
        """
        self.loaded.setdefault(name)
        return import_foreign(self.code, name)

    def name_of(self, file: str) -> str:
        """Return the name of the module in a file, or "" where the file is none of the course's."""
        return self._names.get(file, "")

    def shown_name(self, module: str) -> str:
        """Return the name of a module as it is shown: "labs.cost", "tutor.nn.losses"."""
        package, _, name = module.rpartition(".")
        return f"{PACKAGE}.{name}" if package.startswith("tutor_foreign_") else module
