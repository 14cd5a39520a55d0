"""Runs the labs of a lesson and sees that every live value and every answer is there."""

from __future__ import annotations

import math
import numbers
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import replace

from tutor.course.labs import Labs
from tutor.course.live import LiveError, resolve
from tutor.course.messages import labs as messages
from tutor.course.model import Lesson, Step
from tutor.course.prose import Live, LiveWords, Place, Prose
from tutor.course.questions import Asked, Need, Question, Reference, look_up
from tutor.course.source import Findings, suggestion
from tutor.lab import Lab, Result, Values
from tutor.language import Localised, Text
from tutor.namedtuple import NamedTuple


class Context(NamedTuple):
    """What live values are filled in from."""

    lab: Lab | None
    values: Values
    result: Result | None


NOTHING = Context(None, {}, None)


def validate_lesson(lesson: Lesson, labs: Labs, findings: Findings, *, without: Collection[str] = ()) -> Lesson:
    """Run every lab of a lesson where the lesson sets it, and note what is missing or fails.

    Returns the lesson without the labs that fail and the questions that cannot be graded.

    Args:
        without: ids of steps whose lab could not be read, so that nothing is known about their live values.
    """
    _run_together(lesson, labs, without)
    steps: list[Step] = []
    for step in lesson.steps:
        context = None if step.id in without else step_context(step, labs, findings)
        if context is not None:
            validate_lives([step.prose], context, findings)
        good = tuple(question for question in step.questions if validate_question(question, labs, findings))
        steps.append(replace(step, lab=step.lab if context is not None else None, questions=good))
    return replace(lesson, steps=tuple(steps))


def _run_together(lesson: Lesson, labs: Labs, without: Collection[str]) -> None:
    """Run those labs of a lesson that can do much at once, wherever the lesson sets them."""
    settings: dict[Lab, list[Values]] = {}
    for step in lesson.steps:
        if step.lab is not None and step.id not in without:
            settings.setdefault(step.lab.lab, []).append(step.lab.values)
        for question in step.questions:
            if question.lab is not None:
                settings.setdefault(question.lab, []).extend(map(question.lab.check, question.variants))
    for lab, every in settings.items():
        if lab.together is not None:
            deque(labs.run_all(lab, every), maxlen=0)


def step_context(step: Step, labs: Labs, findings: Findings) -> Context | None:
    """Return what a step's live values come from; None where its lab fails, with a finding."""
    if step.lab is None:
        return NOTHING
    result = labs.run(step.lab.lab, step.lab.values)
    if isinstance(result, Text):
        labs.tell(result, step.lab.place or Place("", 1), findings)
        return None
    return Context(step.lab.lab, step.lab.values, result)


def question_contexts(question: Question, labs: Labs, findings: Findings) -> Iterable[tuple[Asked, Context]]:
    """Yield the question as asked in each variant, with what its live values come from."""
    if question.lab is None:
        yield from ((Asked(question, variant, given, None), NOTHING) for variant, given in enumerate(question.variants))
        return
    settings = [question.lab.check(given) for given in question.variants]
    for variant, (values, result) in enumerate(labs.run_all(question.lab, settings)):
        if isinstance(result, Text):
            labs.tell(result, question.place or Place("", 1), findings)
        else:
            yield Asked(question, variant, values, result, labs.result), Context(question.lab, values, result)


def validate_question(question: Question, labs: Labs, findings: Findings) -> bool:
    """Run a question's lab for each variant, and return whether its answers are there in all of them.

    Live values that cannot be filled in are noted as well, but a question can be asked without them.
    """
    variants = 0
    good = True
    for asked, context in question_contexts(question, labs, findings):
        variants += 1
        validate_lives(question.texts(), context, findings)
        for reference, need in question.references():
            good = _validate_reference(reference, need, asked, findings) and good
    return good and variants == len(question.variants)


def validate_lives(texts: Iterable[Localised[Prose]], context: Context, findings: Findings) -> None:
    """Note every live value that cannot be filled in."""
    for text in texts:
        for language, prose in text.variants.items():
            for live in prose.lives():
                place = live.place or prose.place or Place("", 1)
                if context.lab is None:
                    findings.error(place, "no-lab", messages.LIVE_WITHOUT_LAB, live=live.source)
                    continue
                try:
                    resolve(live, context.values, context.result, language, lab=context.lab)
                except LiveError as error:
                    findings.error(place, error.kind, error.words)
            if language != "ko":
                _refuse_particles(prose, language, findings)


def _refuse_particles(prose: Prose, language: str, findings: Findings) -> None:
    for inline in prose.inlines():
        live: Live | None = inline.live if isinstance(inline, LiveWords) else None
        if live is not None and live.particle:
            place = live.place or prose.place or Place("", 1)
            findings.error(place, "bad-live", messages.NOT_KOREAN, found=live.particle, language=language)


def _validate_reference(reference: Reference, need: Need, asked: Asked, findings: Findings) -> bool:
    """Note what is wrong with a value that grading looks at, and return whether it can be graded."""
    place = reference.place or asked.question.place or Place("", 1)
    readouts = asked.result.readouts if asked.result is not None else {}
    if asked.question.lab is None:
        findings.error(place, "no-lab", messages.READOUT_WITHOUT_LAB, reference=reference)
        return False
    if reference.name not in readouts and reference.name not in asked.values:
        near, lab = suggestion(reference.name, [*readouts, *asked.values]), asked.question.lab.name
        findings.error(place, "unknown-name", messages.NO_READOUT_OF, name=reference.name, lab=lab, nearest=near)
        return False
    try:
        value = look_up(reference.name, reference.index, asked.values, asked.result)
    except LookupError:
        index = list(reference.index)
        findings.error(place, "bad-index", messages.NO_ENTRY, name=reference.name, index=index)
        return False
    problem = _problem(value, need)
    if problem is not None:
        number = asked.variant + 1
        findings.error(place, "bad-answer", messages.NO_ANSWER_IN, reference=reference, problem=problem, number=number)
    return problem is None


def _problem(value: object, need: Need) -> Text | None:
    """Return why `value` cannot be an answer of this need, or None."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if need == "value" and isinstance(value, str | bool | numbers.Number):
        return None
    if need == "truth":
        return None if isinstance(value, bool) else messages.NO_TRUTH_VALUE
    if need == "number":
        if isinstance(value, bool) or not isinstance(value, numbers.Real):
            return messages.NO_NUMBER_VALUE
        return None if math.isfinite(value) else messages.NOT_FINITE_VALUE
    if not isinstance(value, list | tuple):
        return messages.NO_ARRAY_VALUE if need == "array" else messages.NO_VALUE_AT_ALL
    if need == "value":
        return None
    entries = list(_entries(value))
    if not all(isinstance(entry, numbers.Real) and math.isfinite(entry) for entry in entries):
        return messages.NO_FINITE_ARRAY
    return None


def _entries(value: object) -> Iterable[object]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _entries(item)
    else:
        yield value
