"""Runs every lab of a course at the ends of its parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint.characters import lint_strings
from tutor.course.live import LiveError, write
from tutor.course.model import Course, LabUse, Step
from tutor.course.source import Findings, suggestion
from tutor.course.validate import Context, validate_lives
from tutor.lab import AnyParameter, Board, Choice, Lab, Past, Result, Slider, Timeline, Toggle, Value, Values, Vector
from tutor.language import Text


def lint_labs(course: Course, labs: Labs, findings: Findings) -> None:
    """Run every lab that the course uses, at the ends of its parameters, and look at what it gives."""
    used: dict[str, tuple[Lab, Place]] = {}
    for _, step in _steps(course):
        if step.lab is not None:
            used.setdefault(step.lab.lab.name, (step.lab.lab, step.lab.place or Place("", 1)))
    for _, _, question in course.all_questions():
        if question.lab is not None:
            used.setdefault(question.lab.name, (question.lab, question.place or Place("", 1)))
    for lab, place in used.values():
        _lint_texts(lab.parameters, lab, course.languages, place, findings)
        for values in at_the_ends(lab, lab.check({}), tuple(lab.parameters)):
            result = labs.run(lab, values)
            if isinstance(result, str):
                findings.error(place, "broken-lab", result)
            else:
                _lint_result(result, lab, course.languages, place, findings)
    for _, step in _steps(course):
        if step.lab is not None:
            _lint_step(step, step.lab, labs, findings)


def _steps(course: Course) -> Iterator[tuple[str, Step]]:
    for lesson in course.lessons:
        for step in lesson.steps:
            yield lesson.id, step


def _lint_step(step: Step, use: LabUse, labs: Labs, findings: Findings) -> None:
    """See that a step's live values are there wherever its sliders can go."""
    for values in at_the_ends(use.lab, use.values, use.show):
        result = labs.run(use.lab, values)
        if isinstance(result, Result):
            validate_lives([step.prose], Context(use.lab, values, result), findings)


def at_the_ends(lab: Lab, start: Values, names: Sequence[str]) -> Iterator[dict[str, Value]]:
    """Yield settings with one parameter at an end, then with all of them there."""
    for name in names:
        for value in ends(lab.parameters[name]):
            yield {**start, name: value}
    if len(names) > 1:
        for at in (0, -1):
            yield {**start, **{name: ends(lab.parameters[name])[at] for name in names}}


def ends(parameter: AnyParameter) -> tuple[Value, ...]:
    """Return the outermost values of a parameter, or all of its options."""
    match parameter:
        case Slider(low=low, high=high):
            return (low, high)
        case Choice(options=options):
            return tuple(options)
        case Toggle():
            return (False, True)
        case Vector(default=default, low=low, high=high):
            return ((low,) * len(default), (low, *(high,) * (len(default) - 1)), (high,) * len(default))
        case Timeline(last=last):
            return (0, last)
        case Past(default=default):
            return (default,)
        case Board(low=low, high=high):
            return ("", parameter.check(f"1:{low:f},{low:f};0:{high:f},{high:f}"))


def _lint_result(result: Result, lab: Lab, languages: tuple[str, ...], place: Place, findings: Findings) -> None:
    for name in result.shows:
        if name not in result.readouts:
            findings.error(
                place,
                "bad-result",
                f"{lab.name} shows {name!r}, which is no readout. {suggestion(name, result.readouts)}",
            )
    for name, readout in result.readouts.items():
        try:
            if name in result.shows:
                write(readout.value, readout.format, languages[0])
        except LiveError as error:
            findings.error(place, "bad-result", f"The readout {name!r} of {lab.name}: {error}")
    if len(result.drawings) > 2:
        findings.error(place, "bad-result", f"{lab.name} gives {len(result.drawings)} drawings; a screen holds two.")
    for drawing in result.drawings:
        if not all(drawing.alt.in_(language).strip() for language in languages):
            findings.error(
                place, "bad-result", f"A drawing of {lab.name} has no `alt`, the sentence that says what it shows."
            )
    table = result.table
    if table is not None and any(
        len(row) != len(table.columns) for row in (*table.rows, table.footer or table.columns)
    ):
        findings.error(place, "bad-result", f"A row of the table of {lab.name} has another length than its header.")
    _lint_texts(result, lab, languages, place, findings)


def _lint_texts(thing: object, lab: Lab, languages: tuple[str, ...], place: Place, findings: Findings) -> None:
    """Note a text of a lab that is missing in a language of the course, or holds what a terminal would obey."""
    lint_strings(_strings(thing), lab.name, place, findings)
    for text in _texts(thing):
        for language in languages:
            if language not in text.variants:
                findings.warn(
                    place,
                    "missing-translation",
                    f"The text {text.in_(language)!r} of {lab.name} is missing in {language!r}.",
                )


def _strings(thing: object) -> Iterator[str]:
    """Yield every string inside a result or a parameter, in every language."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Text):
        yield from thing.variants.values()
    elif isinstance(thing, Mapping):
        for name, value in thing.items():
            yield from _strings(name)
            yield from _strings(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _strings(value)
    else:
        for name in getattr(thing, "__dataclass_fields__", ()):
            yield from _strings(getattr(thing, name))


def _texts(thing: object) -> Iterator[Text]:
    """Yield every text inside a result or a parameter."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from _texts(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from _texts(value)
    else:
        for name in getattr(thing, "__dataclass_fields__", ()):
            yield from _texts(getattr(thing, name))
