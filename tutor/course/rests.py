"""Which skill rests on which: derived from what their labs compute, and from what the course's author says beside it.

A skill is a step that asks something. Its labs name the mathematics that they read. Whichever step first asks for a
function teaches it; a later step rests on that one if its own labs read the function, or one that calls it: a cost is
made of predictions, a gradient of errors. What the labs do not know (a layer is several neurons), `rests` in
course.yaml adds, and what they get wrong it denies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tutor.course.model import Lesson, Step
from tutor.course.said import Said, StepName
from tutor.lab import Lab

Function = tuple[str, str]
"""A function by its module and its name."""
Rests = Mapping[StepName, tuple[StepName, ...]]
"""From a step to the steps on which it rests, in the order of the course."""


def rests_of(lessons: Iterable[Lesson], said: Mapping[StepName, Said]) -> Rests:
    """Return on which earlier steps each step rests that asks something."""
    steps = {(lesson.id, step.id): _functions(step) for lesson in lessons for step in lesson.steps if _asks(step)}
    order = {name: number for number, name in enumerate(steps)}
    taught: dict[Function, StepName] = {}
    for name, (functions, _) in steps.items():
        for function in functions:
            taught.setdefault(function, name)
    found: dict[StepName, tuple[StepName, ...]] = {}
    for name, (functions, called) in steps.items():
        own = said.get(name, Said())
        below = {taught[function] for function in functions | called if function in taught} | own.on
        earlier = {other for other in below - own.apart if order.get(other, len(order)) < order[name]}
        found[name] = tuple(sorted(earlier, key=order.__getitem__))
    return found


def _asks(step: Step) -> bool:
    """Return whether a step asks for something that can be known: a prediction alone is none."""
    return any(not question.single_try for question in step.questions)


def _functions(step: Step) -> tuple[set[Function], set[Function]]:
    """Return the functions that a step's labs read, and those that they call."""
    labs: dict[str, Lab] = {question.lab.name: question.lab for question in step.questions if question.lab is not None}
    if step.lab is not None:
        labs[step.lab.lab.name] = step.lab.lab
    read: set[Function] = set()
    called: set[Function] = set()
    for lab in labs.values():
        read |= {(source.module, source.name) for source in lab.sources}
        read |= {_name(function) for function in lab.reads}
        for function in lab.reads:
            called |= {_name(other) for other in called_by(function)}
    return read, called


def _name(function: Callable[..., Any]) -> Function:
    return function.__module__, function.__name__


def called_by(function: Callable[..., Any]) -> Iterator[FunctionType]:
    """Yield the functions of its own and of imported modules that a function names, by its compiled code."""
    if not isinstance(function, FunctionType):
        return
    names = set(_names_in(function.__code__))
    for name in names:
        named = function.__globals__.get(name)
        if isinstance(named, FunctionType) and named is not function:
            yield named
        elif isinstance(named, ModuleType):
            yield from (found for one in names if isinstance(found := vars(named).get(one), FunctionType))


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def lessons_below(rests: Rests) -> Mapping[str, tuple[str, ...]]:
    """Return on which other lessons the skills of each lesson rest, in the order of the course.

    What one of them rests on itself goes without saying, and is left out.
    """
    direct: dict[str, dict[str, None]] = {}
    for (lesson, _), below in rests.items():
        direct.setdefault(lesson, {}).update({other: None for other, _ in below if other != lesson})
    everything: dict[str, set[str]] = {}
    for lesson, others in direct.items():
        # A lesson rests on earlier ones only.
        everything[lesson] = set(others).union(*(everything[other] for other in others))
    order = list(direct)
    return {
        lesson: tuple(sorted(set(others).difference(*(everything[other] for other in others)), key=order.index))
        for lesson, others in direct.items()
    }
