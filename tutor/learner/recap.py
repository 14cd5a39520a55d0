"""A page of one's own about a lesson, in Markdown: its three lines, its formulas, one's own answers, its code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tutor.course.live import Setting, fill
from tutor.course.model import Course, Lesson, Step
from tutor.course.prose import Code, CodeBlock, DisplayFormula, Live, Prose
from tutor.course.questions import Feedback, Question
from tutor.lab import Lab, Result
from tutor.learner import messages
from tutor.learner.attempts import Attempt, latest_right, rounds
from tutor.learner.listing import listings, reads_of

RECAP = "recap"
"""The id of the step that sums a lesson up; without one, the last step does."""

_LIVE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_POINTING = re.compile(r"\[([^\[\]]*)\]\(#[^()\s]*\)")


def recap_of(course: Course, lesson: Lesson, attempts: Sequence[Attempt], language: str) -> str:
    """Return the page. `attempts` are those that count in the course (`progress.attempts_at`), in order.

    A question that was not answered yet is asked on the page, and nothing of its answer told.
    """
    by_question: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        by_question.setdefault(attempt.question, []).append(attempt)
    parts = [
        f"# {lesson.number} · {lesson.title.in_(language)}",
        lesson.goal.in_(language),
        *_summary(lesson, language),
        *_formulas(lesson, language),
        *_questions(lesson, by_question, language),
        *_code(lesson, language),
        "---",
        messages.RECAP_FROM(language, course=course.title.in_(language)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _summary(lesson: Lesson, language: str) -> Iterator[str]:
    place = lesson.step_index(RECAP)
    step = lesson.steps[len(lesson.steps) - 1 if place is None else place]
    yield f"## {step.title.in_(language)}"
    yield _step_text(step, step.prose.in_(language), language)


def _formulas(lesson: Lesson, language: str) -> Iterator[str]:
    seen: set[str] = set()
    for step in lesson.steps:
        found = []
        for block in step.prose.in_(language).blocks:
            if isinstance(block, DisplayFormula):
                values, result, lab = _lab_of(step)
                text = "".join(
                    part if isinstance(part, str) else fill(part, values, result, language, lab=lab, setting="math")
                    for part in block.formula.parts
                ).strip()
                if text not in seen:
                    seen.add(text)
                    found.append(f"$$\n{text}\n$$")
        if found:
            if len(found) == len(seen):
                yield f"## {messages.RECAP_FORMULAS(language)}"
            yield f"### {step.title.in_(language)}"
            yield from found


def _questions(lesson: Lesson, by_question: Mapping[str, Sequence[Attempt]], language: str) -> Iterator[str]:
    if lesson.questions:
        yield f"## {messages.RECAP_QUESTIONS(language)}"
    for number, question in enumerate(lesson.questions, 1):
        yield _question(number, question, by_question.get(question.id, ()), language)


def _question(number: int, question: Question, attempts: Sequence[Attempt], language: str) -> str:
    """Return a question with the learner's own answers of the last time it was asked, and the explanation."""
    last_round = rounds(attempts)[-1] if attempts else []
    asked = question.ask(last_round[0].variant if last_round else 0)

    def text(prose: Prose) -> str:
        return markdown_of(prose, asked.values, asked.result, language, question.lab)

    lines = [f"**{number}.** {text(question.prompt.in_(language))}", ""]
    if not last_round:
        return "\n".join([*lines, f"- *{messages.RECAP_NOT_ANSWERED(language)}*"])
    for attempt in last_round:
        if attempt.revealed:
            code = question.answer_code(asked) or question.as_code(question.right_response(asked))
            answer = question.spell(asked, question.right_response(asked), language)
            told = messages.A_RIGHT_PROGRAM(language) if code else messages.ANSWER_IS(language, answer=answer)
            lines += [f"- {told}", *_program(code)]
            continue
        mark = "✓" if attempt.right else "✗"
        # To hear once more what a program does, it would have to run.
        said = asked.grade(attempt.response, language) if not question.RUNS_PROGRAMS else None
        why = ""
        if not attempt.right and isinstance(said, Feedback) and said.say is not None:
            why = f" {text(said.say.in_(language))}"
        code = question.as_code(attempt.response)
        if code:
            lines += [f"- {mark}{why}", *_program(code)]
            continue
        lines.append(f"- {mark} {question.spell(asked, attempt.response, language)}{'.' if why else ''}{why}")
    own = latest_right(attempts).get(question.id) if question.answer_code(asked) else None
    if own is not None and own not in last_round:
        lines += [f"- {messages.RECAP_OWN_PROGRAM(language)}", *_program(own.response)]
    if last_round[-1].closes and question.explain is not None:
        lines += ["", text(question.explain.in_(language))]
    return "\n".join(lines)


def _program(source: str) -> Iterator[str]:
    """Yield the lines of a program as a block inside an item of a list."""
    if source:
        longest = max((len(run) for run in re.findall("`+", source)), default=0)
        fence = "`" * max(3, longest + 1)
        yield from ("", f"  {fence}python", *(f"  {line}".rstrip() for line in source.splitlines()), f"  {fence}", "")


def _code(lesson: Lesson, language: str) -> Iterator[str]:
    labs = [step.lab.lab for step in lesson.steps if step.lab is not None]
    found = listings([function for lab in labs for function in reads_of(lab)])
    if found:
        yield f"## {messages.RECAP_CODE(language)}"
        yield messages.RECAP_CODE_RUNS(language)
    for listing in found:
        yield f"### {', '.join(f'`{name}`' for name in listing.functions)}"
        yield f"```python\n{listing.code}```"


# -- live values in Markdown ------------------------------------------------------------------------------------------


def _step_text(step: Step, prose: Prose, language: str) -> str:
    values, result, lab = _lab_of(step)
    return markdown_of(prose, values, result, language, lab)


def _lab_of(step: Step) -> tuple[Mapping[str, object], Result | None, Lab | None]:
    if step.lab is None:
        return {}, None, None
    return step.lab.values, step.lab.lab(**step.lab.values), step.lab.lab


def markdown_of(
    prose: Prose, values: Mapping[str, object], result: Result | None, language: str, lab: Lab | None
) -> str:
    """Return the Markdown that `prose` was parsed from, with its live values filled in."""
    said = iter([fill(live, values, result, language, lab=lab, setting=how) for live, how in _lives(prose)])
    text = _LIVE.sub(lambda found: next(said, found.group()), prose.source).strip()
    # There is no picture here for words to point at.
    return _POINTING.sub(r"\1", text)


def _lives(prose: Prose) -> Iterator[tuple[Live, Setting]]:
    """Yield the live values in reading order, which is that of the source, each with what stands around it."""
    in_formulas = {id(part) for formula in prose.formulas() for part in formula.parts}
    in_code = {id(part) for inline in prose.inlines() if isinstance(inline, Code) for part in inline.parts}
    in_code |= {id(part) for block in prose.blocks if isinstance(block, CodeBlock) for part in block.parts}
    for live in prose.lives():
        yield live, "math" if id(live) in in_formulas else "code" if id(live) in in_code else "prose"
