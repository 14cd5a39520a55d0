"""Finds labs by name, first in the course's own labs/, then in tutor.labs, and runs them.

A course's own labs are Python from someone else's folder: whatever goes wrong in them becomes a finding.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import importlib.util
import pkgutil
import sys
import types
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path

from tutor import labs as built_in
from tutor.course.finding import Place
from tutor.course.source import Files, Findings, inside, is_folder, suggestion
from tutor.lab import Lab, ParameterError, Result, Value, Values

LAB_ERRORS: tuple[type[BaseException], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    StopIteration,
    SyntaxError,
    SystemExit,
    TypeError,
    ValueError,
    Warning,
)
"""What Python code can raise: any of it in a lab is told to the author of the course."""


class _NoTraceLoader(SourceFileLoader):
    """Loads a lab from its source, always the newest, and leaves no __pycache__ in the course's folder."""

    def get_code(self, fullname: str) -> types.CodeType:
        """Return the compiled source."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


class _CourseFinder:
    """Imports the modules of courses' labs/ folders, for a lab may import its neighbour."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: types.ModuleType | None = None,  # noqa: ARG002 - the protocol's
    ) -> ModuleSpec | None:
        """Return how to load a module of a course's labs, or None for any other."""
        if not fullname.startswith(_PREFIX) or not path:
            return None
        file = Path(path[0]) / f"{fullname.rpartition('.')[2]}.py"
        if not file.is_file():
            return None
        return importlib.util.spec_from_file_location(fullname, file, loader=_NoTraceLoader(fullname, str(file)))


_PREFIX = "tutor_course_labs_"

Setting = tuple[str, tuple[tuple[str, Value], ...]]
"""A lab by name, and what its parameters are set to."""


@cache
def _built_in() -> frozenset[str]:
    """Return the names of the modules in tutor.labs."""
    return frozenset(module.name for module in pkgutil.iter_modules(built_in.__path__) if not module.ispkg)


class LabFailedError(Exception):
    """A lab gives nothing at these values. The message says why."""


@dataclass
class Labs:
    """The labs that a course can name. Each is run once for the same values: its result, frozen, is kept."""

    files: Files
    """the course's files"""
    strict: bool = False
    """a warning counts as a failure; for lint alone, since Python's warnings belong to the whole process"""
    runs_own: bool = True
    """False: the Python in the course's labs/ is read but never run, so none of its labs can be had"""
    _results: dict[Setting, Result | str] = field(default_factory=dict)
    """what the labs gave, or why they gave nothing"""

    @cached_property
    def _own(self) -> str:
        """The name of a package over the course's labs/, new whenever a file in it is; "" where there is none."""
        home = inside(self.files.folder, "labs")
        if home is None or not is_folder(home):
            return ""
        digest = hashlib.sha256(str(home.resolve()).encode("utf-8", "surrogateescape"))
        for file in sorted(home.glob("*.py")):
            state = file.lstat()
            digest.update(f"{file.name}:{state.st_mtime_ns}:{state.st_size}".encode())
        name = _PREFIX + digest.hexdigest()[:16]
        if name not in sys.modules:
            package = types.ModuleType(name)
            package.__path__ = [str(home)]
            sys.modules[name] = package
            if not any(isinstance(finder, _CourseFinder) for finder in sys.meta_path):
                sys.meta_path.insert(0, _CourseFinder())
        return name

    def modules(self) -> tuple[str, ...]:
        """Return the names of the modules that can hold labs."""
        own = [file.stem for file in (self.files.folder / "labs").glob("*.py")] if self._own else []
        return tuple(dict.fromkeys([*own, *_built_in()]))

    def find(self, name: str, place: Place, findings: Findings) -> Lab | None:
        """Return the lab `module:function`, or None with a finding."""
        module_name, _, function = name.partition(":")
        own_file = inside(self.files.folder, f"labs/{module_name}.py")
        if own_file is None:
            findings.error(place, "outside", f"labs/{module_name}.py leads out of the course's folder.")
            return None
        full = ""
        if self._own and own_file.is_file():
            full = f"{self._own}.{module_name}"
        elif module_name in _built_in():
            full = f"{built_in.__name__}.{module_name}"
        if not full:
            findings.error(
                place,
                "unknown-lab",
                f"There is no module of labs {module_name!r}. {suggestion(module_name, self.modules())}",
            )
            return None
        if not self.runs_own and full.startswith(_PREFIX):
            _read_only(self.files, module_name, function, place, findings)
            return None
        try:
            module = importlib.import_module(full)
        except LAB_ERRORS as error:
            findings.error(_error_place(error, own_file, place), "broken-lab", f"labs/{module_name}.py: {_said(error)}")
            return None
        lab = getattr(module, function, None)
        if not isinstance(lab, Lab):
            names = [key for key, value in vars(module).items() if isinstance(value, Lab) and not key.startswith("_")]
            findings.error(
                place, "unknown-lab", f"{module_name!r} has no lab {function!r}. {suggestion(function, names)}"
            )
            return None
        return lab

    def run(self, lab: Lab, values: Values) -> Result | str:
        """Return what `lab` gives at `values`, or a sentence that says why it gives nothing."""
        try:
            checked = lab.check(values)
        except ParameterError as error:
            return str(error)
        setting = (f"{lab.function.__module__}:{lab.name}", tuple(checked.items()))
        if setting not in self._results:
            self._results[setting] = run_lab(lab, checked, strict=self.strict)
        return self._results[setting]

    def result(self, lab: Lab, values: Values) -> Result:
        """Return what `lab` gives at `values`.

        Raises:
            LabFailedError: it gives nothing there.
        """
        result = self.run(lab, values)
        if isinstance(result, str):
            raise LabFailedError(result)
        return result


def run_lab(lab: Lab, values: Values, *, strict: bool = False) -> Result | str:
    """Return what `lab` gives, or a sentence that says why it gives nothing.

    Args:
        strict: a warning counts as a failure. It changes what warnings do in the whole process meanwhile.
    """
    # Imported here: whoever finds labs need not wait for it, and a lab has imported it already.
    import numpy as np

    try:
        with _failing_warnings() if strict else np.errstate(all="ignore"):
            result: object = lab(**values)
    except LAB_ERRORS as error:
        return f"{lab.name} fails at {_at(values)}: {_said(error)}"
    if not isinstance(result, Result):
        return f"{lab.name} returns {type(result).__name__}, but a lab returns a Result."
    return result


@contextmanager
def _failing_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def _read_only(files: Files, module_name: str, function: str, place: Place, findings: Findings) -> None:
    """Note what can be known of a lab without running it: whether its module is Python, and has such a function."""
    source = files.read(f"labs/{module_name}.py", findings)
    if source is None:
        return
    try:
        tree = ast.parse(source.text)
    except SyntaxError as error:
        at = Place(source.file, max(error.lineno or 1, 1), max(error.offset or 1, 1))
        findings.error(at, "broken-lab", f"{source.file}: {_said(error)}")
        return
    except (ValueError, RecursionError, MemoryError) as error:
        findings.error(Place(source.file, 1), "broken-lab", f"{source.file}: {_said(error)}")
        return
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    if function not in names:
        findings.error(place, "unknown-lab", f"{module_name!r} has no lab {function!r}. {suggestion(function, names)}")


def _at(values: Values) -> str:
    return ", ".join(f"{name} = {value}" for name, value in values.items()) or "its only setting"


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:300]}".rstrip(": ")


def _error_place(error: BaseException, file: Path, otherwise: Place) -> Place:
    """Return where in the lab's own file the error arose, as far as that can be told."""
    name = f"labs/{file.name}"
    if isinstance(error, SyntaxError) and error.filename == str(file) and error.lineno:
        return Place(name, error.lineno, max(error.offset or 1, 1))
    trace = error.__traceback__
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(file):
            line = trace.tb_lineno
        trace = trace.tb_next
    return Place(name, line) if line else otherwise
