"""Whether a program is right, and what its mistake is.

In this order: it cannot be read; it cannot run; it computes something recognised; else a call that shows it is wrong.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tutor.course.programs.compare import Values, all_same, are_flat, same, values_of
from tutor.course.programs.counterexample import Call, counterexample, not_finite, wrong_calls
from tutor.course.programs.faults import failed
from tutor.course.programs.key import Key
from tutor.course.programs.messages import computed, unrunnable
from tutor.course.programs.oversights import likely_oversight, listed, lost_result, sure_oversight, unused_names
from tutor.course.programs.reading import Function, Spot, function_in, parse, unfilled_line
from tutor.course.programs.recognise import (
    by_author,
    by_dependence,
    by_first_only,
    by_known_function,
    by_mutant,
    by_relation,
    by_structure,
    by_two_changes,
    one_of_several,
)
from tutor.course.programs.results import unusable
from tutor.course.programs.style import praise
from tutor.course.programs.syntax import before_reading, why_unreadable
from tutor.course.programs.words import followed_by, wrong
from tutor.course.questions import Feedback


def verdict(key: Key, source: str) -> Feedback:
    """Return what to tell the learner about a program.

    Raises:
        NotRunError: it could not be run, through no fault of its own.
        BrokenExerciseError: the solution itself does not run.
    """
    exercise = key.exercise
    # Where no program can be run, none is wrong: not even one that cannot be read.
    wanted = key.wanted
    unwritten = before_reading(source, exercise.function)
    if unwritten is not None:
        return unwritten
    tree = parse(source)
    if isinstance(tree, Spot):
        return why_unreadable(source, tree)
    job = key.job(source)
    ran = key.run(job)
    unfilled = _unfilled(tree)
    if ran.fault is not None:
        said = failed(exercise, job, key.run, ran.fault)
        if unfilled is not None:
            return unfilled
        only_elsewhere = ran.fault.kind == "raised" and ran.returned and len(ran.returned[0]) == len(key.cases[0].calls)
        return followed_by(said, unrunnable.ON_OTHER_DATA) if only_elsewhere else said
    values = values_of(ran.returned)
    changed = tuple(dict.fromkeys(name for case in ran.returned for call in case for name in call.changed))
    if all_same(wanted, values, key.scale):
        return _changes(changed) if changed else praise(exercise, tree)
    if changed and same(wanted[0][0], values[0][0], key.scale):
        return _changes(changed)
    if unfilled is not None:
        return unfilled
    return why_wrong(key, values, source, tree)


def why_wrong(key: Key, values: Values, source: str, tree: ast.Module) -> Feedback:
    """Return what to say to a program that runs and gives wrong values."""
    function = function_in(tree, key.exercise.function)
    found = unusable(key, values, source, function) or by_author(key, values)
    if found is None:
        calls = wrong_calls(key, values)
        found = next(_recognised(key, values, source, tree, function, calls), None) or counterexample(key, calls)
    return found


def _unfilled(tree: ast.Module) -> Feedback | None:
    line = unfilled_line(tree)
    return wrong("starter", unrunnable.STARTER_LEFT.filled(line=line)) if line else None


def _changes(names: tuple[str, ...]) -> Feedback:
    return wrong("changed", unrunnable.CHANGED.filled(found=listed(names)))


def _recognised(
    key: Key, values: Values, source: str, tree: ast.Module, function: Function | None, calls: tuple[Call, ...]
) -> Iterator[Feedback]:
    """Yield what is known of a wrong program, the surest and most telling first."""
    if len(calls) < sum(map(len, values)):
        # The formula is right elsewhere, so it is the size of the numbers that it cannot take.
        yield from _some(not_finite(key, calls, source))
    if function is not None:
        yield from _some(sure_oversight(tree, function))
    yield from _some(by_structure(key, values))
    is_flat = are_flat(values) and not are_flat(key.wanted)
    yield from _some(by_relation(key, values, tree, is_flat=is_flat))
    if function is not None:
        yield from _some(lost_result(function))
    if not is_flat:
        yield from _some(by_known_function(key, values))
    if function is not None:
        unused = unused_names(tree, function, key.exercise, key.names_needed)
        if unused:
            said = computed.UNUSED if len(unused) == 1 else computed.UNUSED_SEVERAL
            yield wrong("unused", said.filled(names=listed(unused)))
    if is_flat:
        yield from _some(by_dependence(key, values))
    yield from _some(by_mutant(key, values))
    if function is not None:
        yield from _some(likely_oversight(function, key.exercise))
    yield from _some(not_finite(key, calls, source))
    yield from _some(by_first_only(key, values))
    yield from _some(by_dependence(key, values))
    yield from _some(one_of_several(key, values))
    yield from _some(by_two_changes(key, values))


def _some(found: Feedback | None) -> Iterator[Feedback]:
    if found is not None:
        yield found
