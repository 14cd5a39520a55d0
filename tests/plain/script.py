"""What a learner types who answers every question of a course right, and the same answers given without a front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tutor.course.entry import Options, Sliders, Written
from tutor.course.model import Lesson
from tutor.course.questions import Asked, Question
from tutor.lab import Values
from tutor.learner.attempts import Attempt


def lines_for(lessons: Sequence[Lesson]) -> Iterator[str]:
    """Yield the lines that lead through some lessons, from the first step of the first to the end of the last."""
    for lesson in lessons:
        for step in lesson.steps:
            values = step.lab.values if step.lab is not None else {}
            for question in step.questions:
                asked = question.ask(0)
                if question.single_try and question.lab is not None:
                    # The lab opens where the guess was made.
                    values = asked.values
                answered, values = lines_to_answer(question, asked, values)
                yield from answered
                if question.single_try:
                    # How sure one is, in one of three words.
                    yield "2"
                yield ""
            if not step.questions:
                yield ""


def lines_to_answer(question: Question, asked: Asked, values: Values) -> tuple[list[str], Values]:
    """Return what is typed to answer a question, and what the lab of the step is set to afterwards."""
    entry = question.entry(asked)
    match entry:
        case Options():
            numbers = question.right_response(asked).split(",")
            return [" ".join(str(entry.shown.index(int(number)) + 1) for number in numbers)], values
        case Written():
            program = [line for line in question.right_response(asked).splitlines() if line.strip()]
            return [*program, "", "run"], values
        case Sliders(example=example):
            # A film that has run already keeps what it was run with: it begins anew.
            anew = ["frame = 0"] if question.lab is not None and question.lab.runs and values.get("frame") else []
            return [*anew, *_settings(values, example), "check"], {**values, **example}
        case _:
            return ["; ".join(question.right_response(asked).splitlines())], values


def _settings(values: Values, example: Values) -> Iterator[str]:
    for name, value in example.items():
        before = values.get(name)
        if isinstance(value, tuple):
            entries = before if isinstance(before, tuple) else (None,) * len(value)
            for at, (one, other) in enumerate(zip(entries, value, strict=True)):
                if one != other:
                    yield f"{name}[{at}] = {other}"
        elif value != before or name == "frame":
            yield f"{name} = {('on' if value else 'off') if isinstance(value, bool) else value}"


def made(attempts: Sequence[Attempt]) -> list[tuple[object, ...]]:
    """Return what of attempts does not hang on when they were made."""
    return [
        (one.course, one.lesson, one.question, one.kind, one.revision, one.variant, one.response, one.right,
         one.mistake, one.hints, one.revealed, one.during, one.sure)
        for one in attempts
    ]  # fmt: skip
