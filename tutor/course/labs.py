"""Finds labs by name, first among the course's own, then in tutor.labs, and runs them.

A course's own labs are Python from someone else's folder: none of it runs but what is handed in as agreed to, and
whatever goes wrong in it becomes a finding.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from tutor import labs as built_in
from tutor.course.finding import Place
from tutor.course.lablines import line_of
from tutor.course.messages import labs as messages
from tutor.course.owncode import OwnCode, read_own_code
from tutor.course.source import Files, Findings, suggestion
from tutor.dataclass import dataclass
from tutor.foreign import ForeignCode, is_module_name, text_of
from tutor.lab import Complaint, Lab, LabFailedError, ParameterError, Result, Value, Values, setting_words
from tutor.language import Text
from tutor.syntax import parsed

if TYPE_CHECKING:
    from tutor.worker.answers import Trouble

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


Setting = tuple[Lab, tuple[tuple[str, Value], ...]]
"""A lab, and what its parameters are set to."""


@cache
def _built_in() -> frozenset[str]:
    """Return the names of the modules in tutor.labs."""
    return frozenset(module.name for module in pkgutil.iter_modules(built_in.__path__) if not module.ispkg)


@dataclass
class Labs:
    """The labs that a course can name. Each is run once for the same values: its result, frozen, is kept."""

    files: Files
    """the course's files"""
    own: OwnCode | None = None
    """the course's own Python, where somebody agreed to run it; None: it is read, and none of it runs"""
    strict: bool = False
    """a warning counts as a failure; for lint alone, since Python's warnings belong to the whole process"""
    only_reads: bool = False
    """what does not run is left out without a word, as far as it is good"""
    _results: dict[Setting, Result | Text] = field(default_factory=dict)
    """what the labs gave, or why they gave nothing"""
    _places: dict[str, Place] = field(default_factory=dict)
    """where in the course's own Python that was, by the sentence that says why, in English"""

    @cached_property
    def found(self) -> OwnCode:
        """The course's own Python, whether it may run or not."""
        return self.own if self.own is not None else read_own_code(self.files.folder)

    @cached_property
    def _sources(self) -> dict[str, bytes]:
        return dict(self.found.code.modules)

    def modules(self) -> tuple[str, ...]:
        """Return the names of the modules that can hold labs."""
        return tuple(dict.fromkeys([*self._sources, *sorted(_built_in())]))

    def find(self, name: str, place: Place, findings: Findings) -> Lab | None:
        """Return the lab `module:function`, or None with a finding."""
        module_name, _, function = name.partition(":")
        if not is_module_name(module_name):
            findings.error(
                place,
                "lab-name",
                messages.NO_MODULE_NAME,
                module=module_name,
                nearest=suggestion(module_name, self.modules()),
            )
            return None
        if module_name in self._sources:
            return self._find_own(module_name, function, place, findings)
        if module_name in _built_in():
            module = importlib.import_module(f"{built_in.__name__}.{module_name}")
            labs = {key: value for key, value in vars(module).items() if isinstance(value, Lab)}
            return _lab_in(labs, module_name, function, place, findings)
        near = suggestion(module_name, self.modules())
        findings.error(place, "unknown-lab", messages.NO_MODULE, module=module_name, nearest=near)
        return None

    def _find_own(self, module_name: str, function: str, place: Place, findings: Findings) -> Lab | None:
        code = self.found.code
        if self.own is None or self.own.refused:
            _read_only(code, module_name, function, place, findings)
            if not self.only_reads and not self.found.refused:
                # No command comes here: each asks, or only reads.
                findings.error(place, "unknown-lab", messages.NOT_AGREED, module=module_name)
            return None
        found = self.own.workshop.labs_of(module_name)
        if isinstance(found, Mapping):
            return _lab_in(found, module_name, function, place, findings)
        file = f"labs/{found.module or module_name}.py"
        at = Place(file, found.line, found.column) if found.line else place
        why = _import_trouble(found, self.own)
        findings.error(at, "broken-lab", messages.MODULE_FAILS, module=module_name, why=why)
        return None

    def place_of(self, lab: Lab, text: str) -> Place | None:
        """Return where a text stands in the file of a lab, at its first line where it does not; None in no own file."""
        module = lab.name.partition(":")[0]
        if module not in self._sources:
            return None
        lines = self._sources[module].decode("utf-8", "replace").split("\n")
        found = next((number for number, line in enumerate(lines, 1) if text in line), 1)
        return Place(f"labs/{module}.py", found)

    def written_at(self, lab: Lab, part: str = "") -> Place | None:
        """Return where a lab, or a part of its result, is written; None where it is no lab of the course's own.

        Args:
            lab: the lab.
            part: "readouts.step": of its names, the last one that is written there counts.
        """
        module, _, function = lab.name.partition(":")
        if module not in self._sources or lab.elsewhere is None:
            return None
        return Place(f"labs/{module}.py", line_of(self.source_of(lab), function, part))

    def source_of(self, lab: Lab) -> str:
        """Return the module in which a lab of the course's own is written; "" for any other."""
        return self._sources.get(lab.name.partition(":")[0], b"").decode("utf-8", "replace")

    def tell(self, why: Text, place: Place, findings: Findings) -> None:
        """Note why a lab gives nothing: where that is known, once for each line of the course's own Python.

        Args:
            why: what `run` said.
            place: where the lab is used.
            findings: where to note it.
        """
        own = self._places.get(why("en"))
        told = [one.place for one in findings.found if one.kind == "broken-lab"]
        if own is None or own not in told:
            findings.error(own or place, "broken-lab", why)

    def run(self, lab: Lab, values: Values) -> Result | Text:
        """Return what `lab` gives at `values`, or a sentence that says why it gives nothing."""
        try:
            checked = lab.check(values)
        except ParameterError as error:
            return error.words
        setting = (lab, tuple(checked.items()))
        if setting not in self._results:
            found = run_lab(lab, checked, strict=self.strict)
            if not isinstance(found, Result):
                own = self._place_in(found, lab) if isinstance(found, Complaint) else None
                if own is not None:
                    self._places[found("en")] = own
            self._results[setting] = found
        return self._results[setting]

    def prepare(self, lab: Lab, settings: Sequence[Values]) -> None:
        """Do what many settings of a lab have in common at once, where the lab can. What fails, its run will say."""
        wanted = [lab.check(values) for values in settings]
        missing = [values for values in wanted if (lab, tuple(values.items())) not in self._results]
        if lab.together is not None and missing:
            with suppress(*LAB_ERRORS), _warnings(strict=self.strict):
                lab.together(missing)

    def run_all(self, lab: Lab, settings: Iterable[Values]) -> Iterator[tuple[Values, Result | Text]]:
        """Yield what `lab` gives at each of some settings that it takes, as `run` does."""
        every = tuple(settings)
        self.prepare(lab, every)
        for values in every:
            yield values, self.run(lab, values)

    def _place_in(self, complaint: Complaint, lab: Lab) -> Place | None:
        if complaint.line and complaint.module in self._sources:
            return Place(f"labs/{complaint.module}.py", complaint.line)
        return self.written_at(lab, complaint.part)

    def result(self, lab: Lab, values: Values) -> Result:
        """Return what `lab` gives at `values`.

        Raises:
            LabFailedError: it gives nothing there.
        """
        result = self.run(lab, values)
        if isinstance(result, Text):
            raise LabFailedError(result)
        return result


def run_lab(lab: Lab, values: Values, *, strict: bool = False) -> Result | Text:
    """Return what `lab` gives, or a sentence that says why it gives nothing.

    Args:
        strict: a warning counts as a failure. It changes what warnings do in the whole process meanwhile.
    """
    if lab.elsewhere is not None:
        found = lab.elsewhere.start(lab, values, strict=strict, one_of_many=True).outcome(None)
        return found if found is not None else Text(en="")
    try:
        with _warnings(strict=strict):
            result: object = lab(**values)
    except LAB_ERRORS as error:
        return messages.FAILS_AT.filled(lab=lab.name, at=setting_words(values), said=_said(error))
    if not isinstance(result, Result):
        return messages.RETURNS_OTHER.filled(lab=lab.name, type=type(result).__name__)
    return result


@contextmanager
def _warnings(*, strict: bool) -> Iterator[None]:
    """Let warnings be failures, or nothing."""
    # Imported here: whoever finds labs need not wait for it, and a lab has imported it already.
    import numpy as np

    if not strict:
        with np.errstate(all="ignore"):
            yield
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def _lab_in(labs: Mapping[str, Lab], module_name: str, function: str, place: Place, findings: Findings) -> Lab | None:
    if function in labs:
        return labs[function]
    _no_lab(module_name, function, [key for key in labs if not key.startswith("_")], place, findings)
    return None


def _no_lab(module: str, name: str, names: Iterable[str], place: Place, findings: Findings) -> None:
    near = suggestion(name, names)
    findings.error(place, "unknown-lab", messages.NO_LAB, module=module, name=name, nearest=near)


def _import_trouble(trouble: Trouble, own: OwnCode) -> Text | str:
    """Return why a module cannot be imported."""
    said = trouble.words or trouble.said
    match trouble.kind:
        case "time":
            return messages.IMPORT_TIME.filled(seconds=own.workshop.worker.limits.seconds)
        case "ended":
            return messages.IMPORT_ENDED.filled(said=said or messages.IMPORT_ENDED_SOMEHOW)
        case "start":
            return messages.IMPORT_START.filled(said=said)
        case _:
            return said


def _read_only(code: ForeignCode, module_name: str, function: str, place: Place, findings: Findings) -> None:
    """Note what can be known of a lab without running it: whether its module is Python, and has such a function."""
    file = f"labs/{module_name}.py"

    def broken(at: Place, error: Exception) -> None:
        findings.error(at, "broken-lab", messages.MODULE_FAILS, module=module_name, why=_said(error))

    try:
        tree = parsed(text_of(dict(code.modules)[module_name]))
    except SyntaxError as error:
        at = Place(file, max(error.lineno or 1, 1), max(error.offset or 1, 1))
        broken(at, error)
        return
    except (ValueError, RecursionError, MemoryError) as error:
        broken(Place(file, 1), error)
        return
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    if function not in names:
        _no_lab(module_name, function, names, place, findings)


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:300]}".rstrip(": ")
