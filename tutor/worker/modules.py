"""In the worker: imports the modules of a course from the bytes that were agreed to, whatever its files say meanwhile."""

from __future__ import annotations

import importlib
import importlib.util
import linecache
import sys
import types
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path

PACKAGE = "labs"
"""What the modules of a course are a package of, as one reads it above their source."""
_INTERNAL = "tutor_course_labs"


class CourseModules:
    """The Python of one course: a finder and loader of its modules, for a lab may import its neighbour."""

    def __init__(self, modules: Mapping[str, bytes], folder: Path) -> None:
        self._modules = dict(modules)
        self.folder = folder
        self._files = {str(folder / "labs" / f"{name}.py"): name for name in self._modules}

    def install(self) -> None:
        """Let `import` find them, and tracebacks and `inspect` their lines."""
        package = types.ModuleType(_INTERNAL)
        package.__path__ = [str(self.folder / "labs")]
        sys.modules[_INTERNAL] = package
        sys.meta_path.insert(0, self)
        for file, name in self._files.items():
            text = self._modules[name].decode("utf-8", "replace")
            # Without a time, so that nobody looks whether the file has changed.
            linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)

    def load(self, name: str) -> types.ModuleType:
        """Return a module, imported the first time.

        Raises:
            ImportError: the course has no such module; and whatever its code raises.
        """
        return importlib.import_module(f"{_INTERNAL}.{name}")

    def has(self, name: str) -> bool:
        """Return whether a module is imported already."""
        return f"{_INTERNAL}.{name}" in sys.modules

    def name_of(self, file: str) -> str:
        """Return the name of the module in a file, or "" where the file is none of the course's."""
        return self._files.get(file, "")

    # -- what Python's import asks for --------------------------------------------------------------------------------

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - the protocol's
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Return how to load a module of the course, or None for any other."""
        package, _, name = fullname.rpartition(".")
        if package != _INTERNAL or name not in self._modules:
            return None
        file = str(self.folder / "labs" / f"{name}.py")
        # Without `origin` as a location Python would neither show a file nor look for one.
        return importlib.util.spec_from_file_location(fullname, file, loader=self)

    def create_module(self, spec: ModuleSpec) -> types.ModuleType | None:  # noqa: ARG002
        """Leave making the module to Python."""
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a module's code."""
        name = module.__name__.rpartition(".")[2]
        file = str(self.folder / "labs" / f"{name}.py")
        exec(compile(self._modules[name], file, "exec", dont_inherit=True), module.__dict__)


def shown_name(module: str) -> str:
    """Return the name of a module as it is shown: "labs.cost", "tutor.nn.losses"."""
    return PACKAGE + module.removeprefix(_INTERNAL) if module.startswith(_INTERNAL) else module
