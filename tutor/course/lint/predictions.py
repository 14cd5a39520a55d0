"""Predictions: what gives the answer away is withheld until the guess, and shown after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint import messages
from tutor.course.lint.drawings import reveals
from tutor.course.live import prose_text
from tutor.course.model import Step
from tutor.course.questions import Question
from tutor.course.source import Findings, nearest
from tutor.course.typed import read_numbers
from tutor.course.validate import question_contexts, step_context
from tutor.figure import figures_in
from tutor.lab import Result
from tutor.language import MINUS, Text, say

_DECIMAL = re.compile(rf"(?<![\w.])[{MINUS}-]?\d+\.\d+(?![\w.])")


def lint_prediction(step: Step, question: Question, labs: Labs, findings: Findings) -> None:
    """Note a number to predict that nothing shows afterwards, and a guess that has no place on the figure."""
    use = step.lab
    if not question.single_try or use is None or use.hidden or question.lab is None:
        return
    if question.lab.name != use.lab.name:
        return
    result = labs.run(question.lab, question.values_of(0))
    if not isinstance(result, Result) or not result.drawings:
        return
    # Among options each has its own answer, and it is for the lab to bear it out in its own time.
    answer = next((reference for reference, need in question.references() if need), None)
    if answer is None:
        return
    place = question.place or Place("", 1)
    explained = question.explain.variants.values() if question.explain is not None else ()
    told = [live.name for prose in explained for live in prose.lives()]
    if answer.name not in (*result.shows, *told) and not reveals(result.drawings):
        findings.warn(
            place,
            "nothing-revealed",
            messages.NOTHING_SHOWS,
            answer=str(answer),
            lab=use.lab.name,
        )
    named = dict.fromkeys(_places(result))
    if named and str(answer) not in named and nearest(str(answer), named):
        findings.warn(place, "nothing-revealed", messages.NO_PLACE_FOR_GUESS, answer=str(answer))


def _places(result: Result) -> Iterator[str]:
    for drawing in result.drawings:
        for figure in figures_in(drawing):
            yield from figure.places


def lint_told(step: Step, question: Question, labs: Labs, findings: Findings) -> None:
    """Note a text that is read before a prediction is made, and tells what it asks for.

    That are the text of its step, what stands over and in the drawing while it is veiled, and what is said at the
    questions before it. A value that stands there by its name is `_lint_prediction`'s.
    """
    if not question.single_try:
        return
    asked = next((asked for asked, _ in question_contexts(question, labs, Findings())), None)
    if asked is None:
        return
    for language, prose in question.prompt.variants.items():
        prompt = prose_text(prose, asked.values, asked.result, language, lab=question.lab)
        told = [(question.told(asked, text, prompt, language), place) for text, place in _read(step, language, labs)]
        told += [
            (question.told(asked, text, prompt, language), place)
            for text, place in _said_before(step, question, language, labs)
        ]
        if step.lab is not None and not step.lab.hidden and asked.result is not None:
            answer = read_numbers(question.spell_answer(asked, language))
            captions = [caption for drawing in asked.result.drawings for caption in _captions(drawing.veiled())]
            told += [(_reads(answer, say(caption, language)), step.lab.place) for caption in captions]
        for found, place in told:
            if found:
                findings.warn(
                    place or question.place or Place("", 1),
                    "prediction-shown",
                    messages.READ_BEFORE,
                    found=found,
                    id=question.id,
                )
                break


def _read(step: Step, language: str, labs: Labs) -> Iterator[tuple[str, Place | None]]:
    """Yield the text of a step as it reads, with its place."""
    context, prose = step_context(step, labs, Findings()), step.prose.variants.get(language)
    if context is not None and prose is not None:
        yield prose_text(prose, context.values, context.result, language, lab=context.lab), prose.place


def _said_before(step: Step, question: Question, language: str, labs: Labs) -> Iterator[tuple[str, Place | None]]:
    """Yield what is read and said at the questions that a step asks before this one."""
    for earlier in takewhile(lambda one: one is not question, step.questions):
        for asked, _ in question_contexts(earlier, labs, Findings()):
            for prose in (text.variants[language] for text in earlier.texts() if language in text.variants):
                read = prose_text(prose, asked.values, asked.result, language, lab=earlier.lab)
                yield read, prose.place
            break


def _captions(part: object) -> Iterator[Text | str]:
    """Yield the words that stand over a drawing and its parts."""
    if isinstance(part, tuple):
        for one in part:
            yield from _captions(one)
        return
    yield from (words for name in ("title", "caption", "note") if (words := getattr(part, name, "")))
    for name in ("parts", "rows", "columns"):
        yield from _captions(getattr(part, name, ()))


def _reads(answer: Sequence[float], caption: str) -> str:
    """Return a decimal fraction of a caption that is the answer: that is a result. A whole number can be a name."""
    for number in _DECIMAL.findall(caption):
        decimals = len(number.partition(".")[2])
        value = float(number.replace(MINUS, "-"))
        if any(abs(value - one) <= 0.5 * 10.0**-decimals for one in answer[:1]):
            return str(number)
    return ""
