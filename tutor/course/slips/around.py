"""Slips that are read off the lab: another of its numbers, or what it gives at values that were not asked for."""

from __future__ import annotations

import numbers
import re
from collections.abc import Iterator, Mapping

from tutor.course.questions import Asked
from tutor.course.slips import messages
from tutor.course.slips.causes import Cause
from tutor.course.slips.saying import Speaker
from tutor.course.slips.slip import Claim, claim
from tutor.lab import Choice, Lab, LabFailedError, Result, Slider, Timeline, Toggle, Values
from tutor.language import INTERFACE_LANGUAGES, MINUS, Text, say
from tutor.namedtuple import NamedTuple
from tutor.written import number

MOST_RUNS = 40
"""How often a lab is run for the slips of one number."""
LEAST_ENTRY = 12
"""A small whole number stands in every array: that it is an entry of one says nothing."""
MOST_ENTRIES = 24
"""Entries of an array in which one looks for a number."""
_SIZES = re.compile(r"\((\d+,(?:\s*\d+(?:,\s*\d+)*)?)\)")


class Beside(NamedTuple):
    """Something else that the lab shows or would show."""

    cause: Cause
    claim: Claim
    cost: float
    value: object
    name: str = ""
    """the readout that it is, at other values too"""
    values: Values | None = None
    """at which values, where they are others than were asked for"""


def quantities(speaker: Speaker) -> Iterator[Beside]:
    """Yield the lab's other numbers and arrays that a learner can name, and the entries of its arrays."""
    asked = speaker.asked
    result = asked.result
    readouts = result.readouts if result is not None else {}
    for name, readout in readouts.items():
        if name == speaker.answer or isinstance(readout.value, bool) or not (readout.label or len(name) <= 3):
            continue
        what = Text(**{language: speaker.name(name, language) for language in INTERFACE_LANGUAGES})
        shown = result is not None and name in result.shows
        said = claim(messages.IS_QUANTITY, what=what, asked=_asked(speaker))
        if not isinstance(readout.value, str):
            yield Beside(Cause.QUANTITY, said, 11 if shown else 16, readout.value, name)
            yield from _entries(name, what, readout.value)
    for name, value in asked.values.items():
        if isinstance(value, numbers.Real) and not isinstance(value, bool) and name not in readouts:
            yield Beside(Cause.QUANTITY, claim(messages.IS_GIVEN, what=_called(speaker, name)), 15, float(value))


def _asked(speaker: Speaker) -> Text:
    """Return how what was asked for is called, where that has a label."""
    result = speaker.asked.result
    label = result.readouts[speaker.answer].label if result and speaker.answer in result.readouts else ""
    if not label:
        return messages.ASKED
    return Text(**{language: speaker.name(speaker.answer, language) for language in INTERFACE_LANGUAGES})


def _called(speaker: Speaker, name: str) -> Text:
    return Text(**{language: speaker.name(name, language) for language in INTERFACE_LANGUAGES})


def _entries(name: str, what: Text, value: object) -> Iterator[Beside]:
    """Yield the entries of an array of one or two dimensions, and its rows and columns."""
    rows = value.tolist() if hasattr(value, "tolist") else value
    if not isinstance(rows, list | tuple):
        return
    flat = [entry for row in rows for entry in (row if isinstance(row, list | tuple) else [row])]
    if len(flat) > MOST_ENTRIES or not all(isinstance(entry, numbers.Real) for entry in flat):
        return
    for at, row in enumerate(rows):
        for across, entry in enumerate(row if isinstance(row, list | tuple) else [row]):
            place = f"[{at}, {across}]" if isinstance(row, list | tuple) else f"[{at}]"
            said = claim(messages.IS_ENTRY, place=place, what=what)
            if abs(entry) > LEAST_ENTRY or entry != round(entry):
                yield Beside(Cause.NEIGHBOUR, said, 15, entry, name)


def shown(speaker: Speaker) -> Iterator[Beside]:
    """Yield what the picture on the screen says, which often has other numbers than the question."""
    picture = speaker.asked.shown
    for name, readout in (picture.readouts if picture is not None else {}).items():
        if isinstance(readout.value, bool | str) or not (readout.label or name == speaker.answer):
            continue
        own = speaker.asked.result.readouts.get(name) if speaker.asked.result is not None else None
        if own is not None and _same(own.value, readout.value):
            continue
        what = readout.label or messages.THE_ANSWER
        said = claim(messages.IS_SHOWN, what=what if isinstance(what, Text) else Text(en=what, ko=what))
        yield Beside(Cause.QUANTITY, said, 12 if name == speaker.answer else 14, readout.value)


def _same(one: object, other: object) -> bool:
    return repr(one) == repr(other)


def elsewhere(speaker: Speaker, *, thoroughly: bool) -> Iterator[Beside]:
    """Yield what the lab gives at neighbouring values.

    Args:
        thoroughly: also with signs turned and values exchanged, which a working says better where there is one.
    """
    asked, lab = speaker.asked, speaker.asked.question.lab
    if lab is None or lab.function is None or lab.prepare is not None:
        return
    ways = [*_steps(lab, asked.values, speaker)]
    if thoroughly:
        ways += _turned(lab, asked.values, speaker)
    ways += _defaults(lab, asked.values, speaker)
    ways += _variants(asked, speaker)
    for cause, said, cost, values in ways[:MOST_RUNS]:
        result = _run(asked, lab, values)
        if result is not None and speaker.answer in result.readouts:
            yield Beside(cause, said, cost, result.readouts[speaker.answer].value, speaker.answer, values)


_Way = tuple[Cause, Claim, float, Values]


def _steps(lab: Lab, values: Mapping[str, object], speaker: Speaker) -> Iterator[_Way]:
    """Yield the step before and after, the other choices, the next of what is counted."""
    for name, parameter in lab.parameters.items():
        value = values[name]
        match parameter:
            case Timeline():
                for by, text, cost in ((-1, messages.IS_EARLIER, 9.0), (1, messages.IS_LATER, 10.0)):
                    if 0 <= int(value) + by <= parameter.last:  # type: ignore[call-overload]
                        yield Cause.STEP, claim(text), cost, {**values, name: int(value) + by}  # type: ignore
            case Choice():
                for other in [one for one in parameter.options if one != value][:6]:
                    yield _with(speaker, values, {name: other}, Cause.NEIGHBOUR, 15)
            case Toggle():
                yield _with(speaker, values, {name: not value}, Cause.NEIGHBOUR, 15)
            case Slider() if parameter.counts:
                for by in (-1, 1):
                    if parameter.low <= float(value) + by <= parameter.high:  # type: ignore[arg-type]
                        yield _with(speaker, values, {name: float(value) + by}, Cause.NEIGHBOUR, 15)  # type: ignore
            case _:
                pass


def _turned(lab: Lab, values: Mapping[str, object], speaker: Speaker) -> Iterator[_Way]:
    """Yield signs turned, values left out, and two in each other's place."""
    sliders = {name: one for name, one in lab.parameters.items() if isinstance(one, Slider)}
    for name, slider in sliders.items():
        value = float(values[name])  # type: ignore[arg-type]
        if value and slider.low <= -value <= slider.high:
            yield _with(speaker, values, {name: -value}, Cause.SIGN, 12)
        if value and slider.low <= 0 <= slider.high:
            yield _with(speaker, values, {name: 0.0}, Cause.LEFT_OUT, 15)
        if slider.low <= 1 <= slider.high and value != 1:
            yield _with(speaker, values, {name: 1.0}, Cause.LEFT_OUT, 16)
    names = list(sliders)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            first, second = float(values[one]), float(values[other])  # type: ignore[arg-type]
            if first != second and _takes(sliders[one], second) and _takes(sliders[other], first):
                yield _with(speaker, values, {one: second, other: first}, Cause.EXCHANGED, 13)
    choices = [name for name, one in lab.parameters.items() if isinstance(one, Choice)]
    for at, one in enumerate(choices):
        for other in choices[at + 1 :]:
            yield _with(speaker, values, {one: values[other], other: values[one]}, Cause.EXCHANGED, 14)


def _defaults(lab: Lab, values: Mapping[str, object], speaker: Speaker) -> Iterator[_Way]:
    """Yield what the lab gives where one of its sliders stands as it is at first."""
    for name, parameter in lab.parameters.items():
        if isinstance(parameter, Slider) and values[name] != parameter.default:
            yield _with(speaker, values, {name: parameter.default}, Cause.NEIGHBOUR, 17)


def _takes(slider: Slider, value: float) -> bool:
    return slider.low <= value <= slider.high


def _variants(asked: Asked, speaker: Speaker) -> Iterator[_Way]:
    """Yield the question's other sets of numbers."""
    for variant in range(len(asked.question.variants)):
        values = asked.question.values_of(variant)
        if variant != asked.variant:
            changed = {name: value for name, value in values.items() if value != asked.values[name]}
            yield _with(speaker, asked.values, changed, Cause.NEIGHBOUR, 26, messages.IS_AT)


def _with(
    speaker: Speaker,
    values: Mapping[str, object],
    new: Mapping[str, object],
    cause: Cause,
    cost: float,
    text: Text = messages.IS_WITH,
) -> _Way:
    setting = Text(
        **{
            language: ", ".join(
                f"{speaker.name(name, language)} = {_said(speaker, name, value, language)}"
                for name, value in new.items()
            )
            for language in INTERFACE_LANGUAGES
        }
    )
    return cause, claim(text, setting=setting), cost, {**values, **new}  # type: ignore[dict-item]


def _said(speaker: Speaker, name: str, value: object, language: str) -> str:
    lab = speaker.asked.question.lab
    parameter = lab.parameters[name] if lab is not None else None
    if isinstance(parameter, Choice):
        return say(parameter.options[str(value)], language)
    if isinstance(value, tuple):
        return f"({', '.join(number(one, 4) for one in value)})".replace("-", MINUS)
    if isinstance(value, numbers.Real) and not isinstance(value, bool):
        return number(float(value), 4).replace("-", MINUS)
    return str(value)


def _run(asked: Asked, lab: Lab, values: Values) -> Result | None:
    """Return what the lab gives at other values; None where it takes or gives none."""
    try:
        return asked.result_of(lab, lab.check(values))
    except (LabFailedError, ArithmeticError, ValueError, LookupError):
        return None


def shapes_shown(speaker: Speaker) -> Iterator[tuple[Text, tuple[float, ...]]]:
    """Yield the shapes that the lab shows: of an array that it names, or written "(2, 3)"."""
    result = speaker.asked.result
    for name, readout in (result.readouts if result is not None else {}).items():
        if name == speaker.answer:
            continue
        if hasattr(readout.value, "shape") and len(readout.value.shape) and (readout.label or len(name) <= 2):
            yield _called(speaker, name), tuple(map(float, readout.value.shape))
        elif isinstance(readout.value, str) and (match := _SIZES.fullmatch(readout.value)):
            yield _called(speaker, name), tuple(float(size) for size in match[1].split(",") if size.strip())
