"""What a lab is: a pure function from parameters to a result.

A parameter is declared once, on the lab; its control, keys, validation and documentation derive from that. An animation
is a lab drawn at step 0, 1, 2, … of a `Timeline` parameter.

    @lab(W=Slider(0.0, low=-1, high=3, step=0.05), reads=(losses.mean_squared_error,))
    def mse(W: float) -> Result:
        ...
"""

from __future__ import annotations

import inspect
import math
import numbers
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from tutor.figure import Drawing, Role
from tutor.language import Text, say
from tutor.working import Working

Value = float | int | bool | str | tuple[float, ...]
"""What a parameter can be set to."""

Values = Mapping[str, Value]
"""From the names of parameters to what they are set to."""


class ParameterError(ValueError):
    """A value that a parameter cannot take. The message says what it takes instead."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """What all kinds of parameter share."""

    label: Text | str = ""
    """What stands beside the control; empty for the parameter's own name."""
    role: Role = Role.MODEL
    """Its colour, in the formula, in the sentence, on the slider and in the chart."""
    help: Text | str = ""
    """One sentence on what moving it does."""


@dataclass(frozen=True)
class Slider(Parameter):
    """A number from `low` to `high`, moved in `step`s: arrows, ten at once with Shift or PageUp/Down, or typed."""

    default: float
    low: float = field(kw_only=True)
    high: float = field(kw_only=True)
    step: float = field(kw_only=True)
    format: str = field(default="", kw_only=True)
    """A Python format ("+.2f"); empty for as many decimals as the step has."""

    def check(self, value: object) -> float:
        """Return `value` as a float inside the limits.

        A typed value need not be a multiple of the step.

        Raises:
            ParameterError: it is no finite number, or outside low..high.
        """
        number = _finite(value)
        if not self.low - 1e-12 <= number <= self.high + 1e-12:
            raise ParameterError(f"{number:g} is outside {self.low:g} to {self.high:g}")
        return number

    def moved(self, value: float, steps: int) -> float:
        """Return `value` moved by `steps`, kept on the grid low, low + step, … and inside the limits."""
        cells = (value - self.low) / self.step
        # From between two grid points, the first step goes to the nearer one in that direction.
        start = math.floor(cells + 1e-9) if steps > 0 else math.ceil(cells - 1e-9)
        target = self.low + (start + steps) * self.step
        return round(min(max(target, self.low), self.high), 10)

    def say(self, value: float) -> str:
        """Return `value` as the control shows it."""
        return format(value, self.format or f".{decimals_of(self.step)}f")


@dataclass(frozen=True)
class Choice(Parameter):
    """One of several named options."""

    default: str
    options: Mapping[str, Text | str] = field(kw_only=True)
    """From the value a lab sees to the words a learner sees."""

    def check(self, value: object) -> str:
        """Return `value`, which must be a key of `options`.

        Raises:
            ParameterError: it is none of the options.
        """
        if value not in self.options:
            raise ParameterError(f"{value!r} is none of {', '.join(self.options)}")
        return str(value)


@dataclass(frozen=True)
class Toggle(Parameter):
    """On or off."""

    default: bool = False

    def check(self, value: object) -> bool:
        """Return `value`, which must be true or false.

        Raises:
            ParameterError: it is neither.
        """
        if not isinstance(value, bool):
            raise ParameterError(f"{value!r} is neither true nor false")
        return value


@dataclass(frozen=True)
class Vector(Parameter):
    """Several sliders of one kind: the eight predicted probabilities of a table."""

    default: tuple[float, ...]
    low: float = field(kw_only=True)
    high: float = field(kw_only=True)
    step: float = field(kw_only=True)
    names: Sequence[Text | str] = field(kw_only=True)
    """One name an entry, in the order of `default`."""
    format: str = field(default="", kw_only=True)

    def check(self, value: object) -> tuple[float, ...]:
        """Return `value` as a tuple of as many numbers as the default has, each inside the limits.

        Raises:
            ParameterError: the length is another, or an entry is no number between the limits.
        """
        if not isinstance(value, list | tuple) or len(value) != len(self.default):
            raise ParameterError(f"{value!r} is not a list of {len(self.default)} numbers")
        return tuple(self.entry(0).check(item) for item in value)

    def entry(self, index: int) -> Slider:
        """Return the slider of one entry."""
        return Slider(
            self.default[index],
            low=self.low,
            high=self.high,
            step=self.step,
            format=self.format,
            label=self.names[index],
            role=self.role,
        )


@dataclass(frozen=True)
class Timeline(Parameter):
    """A whole number from 0 to `last` that can be played, paused, stepped and scrubbed back."""

    default: int = 0
    last: int = field(kw_only=True)
    per_second: float = field(default=10.0, kw_only=True)
    """Steps a second when it plays at its usual speed."""
    unit: Text | str = field(default="", kw_only=True)
    """What one step is: "epoch", "update"."""

    def check(self, value: object) -> int:
        """Return `value` as a whole number from 0 to `last`.

        Raises:
            ParameterError: it is not whole, or outside.
        """
        number = _finite(value)
        if number != int(number) or not 0 <= number <= self.last:
            raise ParameterError(f"{value!r} is no whole number from 0 to {self.last}")
        return int(number)


AnyParameter = Slider | Choice | Toggle | Vector | Timeline


@dataclass(frozen=True, eq=False)
class Readout:
    """A named value of a result."""

    value: Any
    """A number, an array, a truth value or a word."""
    label: Text | str = ""
    """What a learner calls it; empty for its name."""
    format: str = ".2f"
    """How it is written where nothing else is asked for (each number of an array)."""
    working: Working | None = None
    """How the value is worked out: of a number, or of each entry of a short array. Made by `of`."""
    role: Role = Role.MODEL

    @classmethod
    def of(
        cls,
        working: Working,
        label: Text | str = "",
        format: str = ".2f",  # noqa: A002 (the field's own name)
        role: Role = Role.MODEL,
    ) -> Readout:
        """Return a readout whose value is that of its working: a tuple of expressions gives an array."""
        value = tuple(entry.value for entry in working) if isinstance(working, tuple) else working.value
        return cls(value, label, format, working, role)


@dataclass(frozen=True, eq=False)
class Table:
    """A table beside a figure."""

    columns: tuple[Text | str, ...]
    rows: tuple[tuple[Text | str, ...], ...]
    """Cells are words or numbers already written out; numbers line up at the right."""
    roles: tuple[Role | None, ...] = ()
    """One a column: what its cells are; () for none."""
    lit_rows: frozenset[int] = frozenset()
    """The rows that stand out."""
    footer: tuple[Text | str, ...] = ()
    """A last row apart from the others (a sum, a mean), or ()."""


@dataclass(frozen=True, eq=False)
class Result:
    """What a lab gives back."""

    readouts: Mapping[str, Readout]
    drawings: tuple[Drawing, ...] = ()
    """At most two: side by side or one above the other, as there is room."""
    table: Table | None = None
    shows: tuple[str, ...] = ()
    """The readouts to list under the drawings; the others can still be used in prose and in questions."""
    note: Text | str = ""
    """One sentence on what is special here: "the cost grows without limit"."""


class Source(NamedTuple):
    """A function as it stands in its file, to be read."""

    module: str
    """the name of its module: "tutor.nn.losses", "labs.cost" """
    name: str
    text: str


class LabFailedError(Exception):
    """A lab gives nothing at these values."""

    def __init__(self, words: Text | str) -> None:
        super().__init__(say(words, "en"))
        self.words = words
        """why"""


class Pending(Protocol):
    """A result that is worked out in another process."""

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1; None where that is not known."""

    def outcome(self, seconds: float | None) -> Result | Text | None:
        """Return the result or why there is none, waiting so long at most (None: until then); None if not there yet."""

    def stop(self) -> None:
        """Let it be: nobody wants it any more."""


class Elsewhere(Protocol):
    """Another process, where a lab runs whose function is not in this one."""

    def start(
        self, lab: Lab, values: Values, *, strict: bool = False, one_of_many: bool = False, with_share: bool = False
    ) -> Pending:
        """Start to work out what the lab gives there at `values`, every parameter among them.

        Args:
            strict: a warning counts as a failure.
            one_of_many: others follow, which may be worked out in the same process.
            with_share: say on the way how much is done.
        """


@dataclass(frozen=True, eq=False)
class Lab:
    """A lab: its parameters and the pure function behind them."""

    name: str
    """"module:function", as a lesson names it."""
    function: Callable[..., Result] | None
    """None where its code is not ours and runs elsewhere."""
    parameters: Mapping[str, AnyParameter]
    reads: tuple[Callable[..., Any], ...] = ()
    """The mathematics behind it, which a learner can open and read; the lab's own function comes after them."""
    prepare: Callable[..., Iterator[float]] | None = None
    """Does the long part of the work for given parameters in slices of a few milliseconds, yielding the share done
    (0 to 1). Calling the lab without it gives the same result, only later."""
    elsewhere: Elsewhere | None = None
    """Where its function is, and `prepare`, if they are not here."""
    sources: tuple[Source, ...] = ()
    """What to read of it where its functions are not here: the mathematics first."""

    def __call__(self, **values: Value) -> Result:
        """Return the result at the given parameters; those not given take their defaults.

        Raises:
            ParameterError: a name is unknown, or a value cannot be taken.
            LabFailedError: it runs elsewhere, and gives nothing there.
        """
        checked = self.check(values)
        if self.function is not None:
            return self.function(**checked)
        assert self.elsewhere is not None
        found = self.elsewhere.start(self, checked, one_of_many=True).outcome(None)
        if not isinstance(found, Result):
            raise LabFailedError(found or "")
        return found

    def check(self, values: Values) -> dict[str, Value]:
        """Return a value for every parameter, in the order of declaration: the given one, or the default.

        Raises:
            ParameterError: as `__call__`.
        """
        for name in values:
            if name not in self.parameters:
                raise ParameterError(f"{self.name} has no parameter {name!r}: it has {', '.join(self.parameters)}")
        checked: dict[str, Value] = {}
        for name, parameter in self.parameters.items():
            try:
                checked[name] = parameter.check(values.get(name, parameter.default))
            except ParameterError as error:
                raise ParameterError(f"{name}: {error}") from error
        return checked


def lab(
    *,
    reads: Sequence[Callable[..., Any]] = (),
    prepare: Callable[..., Iterator[float]] | None = None,
    **parameters: AnyParameter,
) -> Callable[[Callable[..., Result]], Lab]:
    """Declare the function below as a lab with these parameters (of the same names as its arguments).

    Raises:
        TypeError: the function's arguments and the declared parameters differ.
    """

    def declare(function: Callable[..., Result]) -> Lab:
        arguments = list(inspect.signature(function).parameters)
        if arguments != list(parameters):
            raise TypeError(f"{function.__name__} takes {arguments} but declares {list(parameters)}")
        name = f"{function.__module__.rpartition('.')[2]}:{function.__name__}"
        return Lab(name, function, dict(parameters), tuple(reads), prepare)

    return declare


def setting_words(values: Values) -> str:
    """Return what a lab is set to, for whoever has to find it: "W = 2, b = 0"."""
    return ", ".join(f"{name} = {value}" for name, value in values.items()) or "its only setting"


def decimals_of(step: float) -> int:
    """Return how many decimals it takes to write `step` (0.05 -> 2, 1 -> 0); at most 6."""
    for decimals in range(6):
        if math.isclose(round(step, decimals), step, rel_tol=1e-9):
            return decimals
    return 6


def _finite(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise ParameterError(f"{value!r} is no number")
    number = float(value)
    if not math.isfinite(number):
        raise ParameterError(f"{value!r} is no finite number")
    return number
