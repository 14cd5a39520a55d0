"""A parameter of a lab: declared once; its control, keys, validation and documentation derive from that."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from tutor import messages
from tutor.dataclass import dataclass
from tutor.figure import Role
from tutor.language import SaidError, Text
from tutor.namedtuple import NamedTuple

Value = float | int | bool | str | tuple[float, ...]
"""What a parameter can be set to."""

Values = Mapping[str, Value]
"""From the names of parameters to what they are set to."""


class ParameterError(SaidError, ValueError):
    """A value that a parameter cannot take. The words, without a full stop, say what it takes instead."""

    words: Text

    def __init__(self, words: Text, /, **values: object) -> None:
        super().__init__(words.filled(**values))


class DeclarationError(SaidError, TypeError):
    """A lab that cannot be declared like this."""

    words: Text

    def __init__(self, words: Text, /, **values: object) -> None:
        super().__init__(words.filled(**values))


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
    """A number from `low` to `high`, moved in `step`s: arrows, ten at once with Shift or PageUp/Down, or typed; a whole
    one where its limits and its step are."""

    default: float
    low: float = field(kw_only=True)
    high: float = field(kw_only=True)
    step: float = field(kw_only=True)
    format: str = field(default="", kw_only=True)
    """A Python format ("+.2f"); empty for as many decimals as the step has."""

    def check(self, value: object) -> float:
        """Return `value` as a float inside the limits.

        A typed value need not be a multiple of the step. Where limits and step are whole, the slider counts something:
        it shows no decimals, and takes the nearest whole number.

        Raises:
            ParameterError: it is no finite number, or outside low..high.
        """
        number = _finite(value)
        if not self.low - 1e-12 <= number <= self.high + 1e-12:
            raise ParameterError(messages.OUTSIDE, number=number, low=self.low, high=self.high)
        return float(round(number)) if self.counts else number

    @property
    def counts(self) -> bool:
        """Whether it counts something: its limits and its step are whole, and so is whatever it is set to."""
        return all(float(end).is_integer() for end in (self.low, self.high, self.step))

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
        if not isinstance(value, str) or value not in self.options:
            raise ParameterError(messages.NONE_OF, value=value, options=", ".join(self.options))
        return value


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
            raise ParameterError(messages.NO_TRUTH, value=value)
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
            raise ParameterError(messages.NO_VECTOR, value=value, count=len(self.default))
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
            raise ParameterError(messages.NO_STEP, value=value, last=self.last)
        return int(number)


class Span(NamedTuple):
    """What some parameters were up to a step of a timeline."""

    until: int
    were: Mapping[str, str]


@dataclass(frozen=True)
class Past(Parameter):
    """What choices were at earlier steps of a timeline, where they may change while it runs: "40:rate=0.3;90:rate=1" is
    a rate of 0.3 up to step 40, of 1 up to step 90, and from there on the present one.

    No control moves it. It is kept by whoever moves the others: `after_move`.
    """

    default: str = ""
    of: str = field(kw_only=True)
    """the timeline"""
    keeps: tuple[str, ...] = field(kw_only=True)
    """the choices that may change while it runs; with any other change it begins anew"""

    def check(self, value: object) -> str:
        """Return `value`, which must be written as above, its steps growing.

        Raises:
            ParameterError: it is not.
        """
        if not isinstance(value, str) or len(value) > LONGEST_PAST or not re.fullmatch(_PAST, value):
            raise ParameterError(messages.PAST_WRITTEN, value=value)
        steps = [span.until for span in self.read(value)]
        if steps != sorted(set(steps)):
            raise ParameterError(messages.PAST_GOES_BACK, value=value)
        if any(set(span.were) != set(self.keeps) for span in self.read(value)):
            raise ParameterError(messages.PAST_OTHER_NAMES, value=value, names=", ".join(self.keeps))
        return value

    @staticmethod
    def read(value: str) -> list[Span]:
        """Return the spans in `value`."""
        parts = (part.partition(":") for part in value.split(";") if part)
        return [Span(int(until), dict(pair.split("=", 1) for pair in were.split(","))) for until, _, were in parts]

    def after_move(self, name: str, before: Values, after: Values) -> Values:
        """Return `after` with what one parameter of `before` to `after` has changed for the past, which is `name`."""
        changed = [one for one in after if after[one] != before[one]]
        if len(changed) != 1 or changed[0] in (self.of, name):
            # Going back in time changes nothing, and whatever sets several at once knows what it does.
            return after
        if changed[0] not in self.keeps:
            return {**after, self.of: 0, name: ""}
        now, spans = int(before[self.of]), self.read(str(before[name]))  # type: ignore[arg-type]
        kept = [span for span in spans if span.until <= now]
        if now > 0 and not (kept and kept[-1].until == now):
            were = next((span.were for span in spans if span.until > now), {one: before[one] for one in self.keeps})
            kept.append(Span(now, {one: str(were[one]) for one in self.keeps}))
        written = ";".join(
            f"{span.until}:" + ",".join(f"{one}={span.were[one]}" for one in self.keeps) for span in kept
        )
        return {**after, name: written if len(written) <= LONGEST_PAST else before[name]}


_PAIR = "[A-Za-z0-9_]+=[A-Za-z0-9_.+-]+"
_SPAN = rf"\d{{1,7}}:{_PAIR}(?:,{_PAIR})*"
_PAST = f"(?:{_SPAN}(?:;{_SPAN})*)?"
LONGEST_PAST = 2_000
"""Characters of what a past says: more than anybody changes by hand."""


class Spot(NamedTuple):
    """A point of one of two classes."""

    x: float
    y: float
    kind: int
    """0 or 1"""


@dataclass(frozen=True)
class Board(Parameter):
    """Points of two classes, 0 and 1, that a learner puts on the figure that `takes` them, by keys, by mouse or typed:
    "1:0.5,-0.3;0:0.2,0.8" is a point of class 1 at (0.5, -0.3) and one of class 0 at (0.2, 0.8).

    No control moves it: a key leads to the plane.
    """

    default: str = ""
    low: float = field(kw_only=True)
    """the least of both coordinates"""
    high: float = field(kw_only=True)
    step: float = field(kw_only=True)
    """between two places where a point can be"""
    of: str = field(default="", kw_only=True)
    """the choice that says whether the points are used; "" where they always are"""
    option: str = field(default="", kw_only=True)
    """what that choice is set to when a point is put"""

    def check(self, value: object) -> str:
        """Return `value` with every point at the nearest place where one can be.

        Raises:
            ParameterError: it is not written as above, holds too many points, one outside, or two at one place.
        """
        if not isinstance(value, str) or len(value) > LONGEST_BOARD or not re.fullmatch(_BOARD, value):
            quoted = repr(value[:40] if isinstance(value, str) else value)[:60]
            raise ParameterError(messages.BOARD_WRITTEN, value=quoted)
        spots = self.read(value)
        if len(spots) > MOST_SPOTS:
            raise ParameterError(messages.BOARD_FULL, count=len(spots), most=MOST_SPOTS)
        for spot in spots:
            for number in (spot.x, spot.y):
                if not self.low - 1e-9 <= number <= self.high + 1e-9:
                    raise ParameterError(messages.OUTSIDE, number=number, low=self.low, high=self.high)
        placed = [Spot(self.nearest(x), self.nearest(y), kind) for x, y, kind in spots]
        if len({(spot.x, spot.y) for spot in placed}) < len(placed):
            raise ParameterError(messages.BOARD_TWICE)
        return self.write(placed)

    def nearest(self, number: float) -> float:
        """Return the coordinate nearest to a number that a point can have."""
        steps = round((min(max(number, self.low), self.high) - self.low) / self.step)
        return round(min(self.low + steps * self.step, self.high), 9) + 0.0

    @staticmethod
    def read(value: str) -> list[Spot]:
        """Return the points in `value`, in the order in which they were put."""
        parts = (re.split("[:,]", part) for part in value.split(";") if part)
        return [Spot(float(x), float(y), int(kind)) for kind, x, y in parts]

    @staticmethod
    def write(spots: Sequence[Spot]) -> str:
        """Return points as they are written."""
        return ";".join(f"{kind}:{x:.9g},{y:.9g}" for x, y, kind in spots)

    def after_move(self, name: str, before: Values, after: Values) -> Values:
        """Return `after` with the points in use, where a move has changed them; `name` is theirs."""
        is_put = bool(self.of) and after[name] not in (before[name], "")
        return {**after, self.of: self.option} if is_put else after


_COORDINATE = r"-?[0-9]{1,4}(?:\.[0-9]{1,9})?"
_SPOT = f"[01]:{_COORDINATE},{_COORDINATE}"
_BOARD = f"(?:{_SPOT}(?:;{_SPOT})*)?"
MOST_SPOTS = 100
"""Points on one plane."""
LONGEST_BOARD = 2_000
"""Characters of what so many points are written in."""

AnyParameter = Slider | Choice | Toggle | Vector | Timeline | Past | Board


def prove(name: str, parameter: AnyParameter) -> None:
    """See that a parameter takes its own default, and can be moved and written.

    Raises:
        DeclarationError: it cannot.
    """
    try:
        parameter.check(parameter.default)
        if isinstance(parameter, Vector) and len(parameter.names) != len(parameter.default):
            entries, names = len(parameter.default), len(parameter.names)
            raise ParameterError(messages.MORE_OR_FEWER_NAMES, entries=entries, names=names)
        if isinstance(parameter, Timeline) and not parameter.per_second > 0:
            raise ParameterError(messages.NO_SPEED)
        sliders = [parameter] if isinstance(parameter, Slider) else []
        if isinstance(parameter, Board):
            sliders = [Slider(parameter.low, low=parameter.low, high=parameter.high, step=parameter.step)]
            parameter.check(parameter.write([Spot(parameter.low, parameter.high, 1)]))
        if isinstance(parameter, Vector) and parameter.default:
            sliders = [parameter.entry(0)]
        for slider in sliders:
            if not _finite(slider.step) > 0:
                raise ParameterError(messages.NO_STRIDE)
            slider.say(slider.moved(slider.default, 1))
    except (ParameterError, ValueError, ArithmeticError) as error:
        why = error.words if isinstance(error, SaidError) else error
        raise DeclarationError(messages.CONTRADICTS_ITSELF, name=name, error=why) from error


def decimals_of(step: float) -> int:
    """Return how many decimals it takes to write `step` (0.05 -> 2, 1 -> 0); at most 6."""
    for decimals in range(6):
        if math.isclose(round(step, decimals), step, rel_tol=1e-9):
            return decimals
    return 6


def _finite(value: object) -> float:
    # Most are of these types, and an abstract one takes long to ask.
    if type(value) not in (float, int) and (isinstance(value, bool) or not isinstance(value, numbers.Real)):
        raise ParameterError(messages.NOT_NUMBER, value=value)
    try:
        number = float(value)  # type: ignore[arg-type]
    except OverflowError:
        raise ParameterError(messages.TOO_LARGE_NUMBER) from None
    if not math.isfinite(number):
        raise ParameterError(messages.NOT_FINITE, value=value)
    return number
