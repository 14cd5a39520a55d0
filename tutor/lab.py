"""What a lab is: a pure function from parameters to a result.

A parameter is declared once, on the lab; its control, keys, validation and documentation derive from that. An animation
is a lab drawn at step 0, 1, 2, … of a `Timeline` parameter.

    @lab(W=Slider(0.0, low=-1, high=3, step=0.05), reads=(losses.mean_squared_error,))
    def mse(W: float) -> Result:
        ...
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from tutor import messages
from tutor.dataclass import dataclass
from tutor.figure import Drawing, Role
from tutor.language import SaidError, Text
from tutor.namedtuple import NamedTuple
from tutor.parameter import AnyParameter as AnyParameter
from tutor.parameter import Board as Board
from tutor.parameter import Choice as Choice
from tutor.parameter import DeclarationError as DeclarationError
from tutor.parameter import Parameter as Parameter
from tutor.parameter import ParameterError as ParameterError
from tutor.parameter import Past as Past
from tutor.parameter import Slider as Slider
from tutor.parameter import Spot as Spot
from tutor.parameter import Timeline as Timeline
from tutor.parameter import Toggle as Toggle
from tutor.parameter import Value as Value
from tutor.parameter import Values as Values
from tutor.parameter import Vector as Vector
from tutor.parameter import decimals_of as decimals_of
from tutor.parameter import prove
from tutor.working import Working


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
    code: str = ""
    """How the value is worked out in Python, for a learner to run, where there is no working or it reads better: one
    expression of parameters and other readouts by name, NumPy as `np`, and functions that the lab `reads`."""

    @classmethod
    def of(
        cls,
        working: Working,
        label: Text | str = "",
        format: str = ".2f",  # noqa: A002 (the field's own name)
        role: Role = Role.MODEL,
        code: str = "",
    ) -> Readout:
        """Return a readout whose value is that of its working: a tuple of expressions gives an array."""
        value = tuple(entry.value for entry in working) if isinstance(working, tuple) else working.value
        return cls(value, label, format, working, role, code)


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


class LabFailedError(SaidError):
    """A lab gives nothing at these values; the words say why."""


class Complaint(Text):
    """What is said of a lab that gives nothing, and where that is in a course's own Python, as far as it is known."""

    def __init__(self, words: Text, module: str = "", line: int = 0, part: str = "") -> None:
        """Say `words` of a lab.

        Args:
            words: what happened.
            module: the module where it happened last, or "".
            line: the line there, from 1, or 0.
            part: the part of a result that is not what it should be: "result.readouts.step", or "".
        """
        super().__init__(**words.variants)
        object.__setattr__(self, "module", module)
        object.__setattr__(self, "line", line)
        object.__setattr__(self, "part", part)

    module: str
    line: int
    part: str


Outcome = TypeVar("Outcome", covariant=True)


class Pending(Protocol[Outcome]):
    """What is worked out in another process: a lab's result, or what a program does."""

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1; None where that is not known."""

    def outcome(self, seconds: float | None) -> Outcome | None:
        """Return what came of it, waiting so long at most (None: until then); None if it is not there yet."""

    def stop(self) -> None:
        """End it: nobody wants it any more."""


class Elsewhere(Protocol):
    """Another process, where a lab runs whose function is not in this one."""

    def start(
        self, lab: Lab, values: Values, *, strict: bool = False, one_of_many: bool = False, with_share: bool = False
    ) -> Pending[Result | Text]:
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
    together: Callable[[Sequence[Values]], None] | None = None
    """Does the long part of the work for many settings at once, where that takes less time than one after another."""
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
                raise ParameterError(
                    messages.UNKNOWN_PARAMETER, lab=self.name, name=name, names=", ".join(self.parameters)
                )
        checked: dict[str, Value] = {}
        for name, parameter in self.parameters.items():
            try:
                checked[name] = parameter.check(values.get(name, parameter.default))
            except ParameterError as error:
                raise ParameterError(messages.OF_PARAMETER, name=name, error=error.words) from error
        return checked

    def after_move(self, before: Values, after: Values) -> Values:
        """Return `after` with whatever else has changed by a move from `before`: what was set at earlier steps, and
        whether the points on a board are in use."""
        # Of the past one move is one change.
        for kind in (Past, Board):
            for name, parameter in self.parameters.items():
                if isinstance(parameter, kind):
                    after = parameter.after_move(name, before, after)
        return after

    @property
    def board(self) -> tuple[str, Board] | None:
        """The points that a learner can put on its plane, with their name; None where it takes none."""
        return next(((name, one) for name, one in self.parameters.items() if isinstance(one, Board)), None)

    @property
    def runs(self) -> bool:
        """Whether its settings can be changed while its timeline plays."""
        return any(isinstance(parameter, Past) for parameter in self.parameters.values())


def lab(
    *,
    reads: Sequence[Callable[..., Any]] = (),
    prepare: Callable[..., Iterator[float]] | None = None,
    together: Callable[[Sequence[Values]], None] | None = None,
    **parameters: AnyParameter,
) -> Callable[[Callable[..., Result]], Lab]:
    """Declare the function below as a lab with these parameters (of the same names as its arguments).

    Raises:
        DeclarationError: the function's arguments and the declared parameters differ, or one contradicts itself.
    """

    def declare(function: Callable[..., Result]) -> Lab:
        arguments = list(inspect.signature(function).parameters)
        if arguments != list(parameters):
            name, declared = function.__name__, list(parameters)
            raise DeclarationError(messages.OTHER_ARGUMENTS, name=name, arguments=arguments, declared=declared)
        for name, parameter in parameters.items():
            prove(name, parameter)
        if message := contradiction(parameters):
            raise DeclarationError(message)
        lab_name = f"{function.__module__.rpartition('.')[2]}:{function.__name__}"
        return Lab(lab_name, function, dict(parameters), tuple(reads), prepare, together)

    return declare


def contradiction(parameters: Mapping[str, AnyParameter]) -> Text | None:
    """Return why some parameters cannot belong to one lab, or None: a past or a board names others than there are."""
    for name, parameter in parameters.items():
        if isinstance(parameter, Past) and not (
            isinstance(parameters.get(parameter.of), Timeline)
            and all(isinstance(parameters.get(one), Choice) for one in parameter.keeps)
        ):
            return messages.NO_CHOICES_TO_KEEP.filled(name=name)
        if isinstance(parameter, Board) and parameter.of:
            choice = parameters.get(parameter.of)
            if not isinstance(choice, Choice) or parameter.option not in choice.options:
                return messages.NO_CHOICE_FOR_POINTS.filled(name=name)
    return None


def setting_words(values: Values) -> Text | str:
    """Return what a lab is set to, for whoever has to find it: "W = 2, b = 0"."""
    return ", ".join(f"{name} = {value}" for name, value in values.items()) or messages.ONLY_SETTING
