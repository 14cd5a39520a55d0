"""In the worker: modules that are no files, which a learner's program can import."""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Self, cast

import numpy as np

from tutor.worker.progress import Progress, compiled

if TYPE_CHECKING:
    from importlib.abc import Loader


class Imported:
    """Finds and loads them; each has NumPy as `np`, as a program has."""

    def __init__(self, sources: Mapping[str, str], progress: Progress, *, says_share: bool) -> None:
        """Make it; where it `says_share`, their loops say to `progress` how far they are."""
        self._sources = sources
        self._progress = progress
        self._says_share = says_share

    def __enter__(self) -> Self:
        """Let them be found by `import`."""
        sys.meta_path.insert(0, self)
        return self

    def __exit__(self, *error: object) -> None:
        """Let nobody find them any more."""
        self.forget()
        sys.meta_path.remove(self)

    def forget(self) -> None:
        """See to it that they are run again when they are imported next."""
        for name in self._sources:
            sys.modules.pop(name, None)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the protocol's
        target: types.ModuleType | None = None,  # noqa: ARG002 - the protocol's
    ) -> ModuleSpec | None:
        """Return how to load one of them, or None for any other."""
        return ModuleSpec(fullname, cast("Loader", self)) if fullname in self._sources else None

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python to make an empty module."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a module's source."""
        module.__dict__.update(np=np, **self._progress.names)
        source, file = self._sources[module.__name__], f"<{module.__name__}>"
        code = compiled(source, file, says_share=self._says_share)
        exec(code, module.__dict__)
