"""How a course lies on a screen: the second half of `tutor check`.

Every step is laid out at 120x36, where it should fit, and at 80x24, where it scrolls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.cells import cell_len

from tutor.course.finding import Finding
from tutor.course.labs import Labs
from tutor.course.loader import Reading
from tutor.course.model import Course, Lesson
from tutor.course.prose import (
    Block,
    Bullets,
    DisplayFormula,
    Formula,
    Heading,
    Inline,
    Live,
    Paragraph,
    Place,
    Prose,
    ProseTable,
    Quote,
)
from tutor.course.questions import Question
from tutor.course.source import Findings
from tutor.course.validate import question_contexts, step_context
from tutor.language import Text
from tutor.render.measure import Scene, cut_texts, heading_room, lab_height, next_words, step_height
from tutor.render.prose.inlines import Fill
from tutor.render.prose.mathematics import MathematicsError, display_box, inline_runs
from tutor.render.prose.tex import MARK, MARK_END
from tutor.render.question import asked_fill
from tutor.render.room import Room

WIDE, NARROW = Room(120, 36), Room(80, 24)
"""The screens that a course is checked at."""

SCREEN_KINDS: Mapping[str, Text] = {
    "mathematics": Text(en="TeX that cannot be laid out", ko="그릴 수 없는 TeX 수식"),
    "too-tall": Text(en="a step that does not fit a screen of 120x36", ko="120x36 화면 하나에 들어가지 않는 단계"),
    "lab-too-tall": Text(
        en="a lab that is cut at 120x36, or a part of it that is taller than a screen of 80x24",
        ko="120x36에서 잘리는 실험, 또는 80x24 화면보다 긴 그 일부",
    ),
    "cut-text": Text(en="a text that is cut at 120x36 or 80x24", ko="120x36이나 80x24에서 잘리는 글"),
}
"""The kinds of finding of this half, and what they mean, for the authoring guide."""


def lint_screens(reading: Reading) -> tuple[Finding, ...]:
    """Return what is wrong with a course on screen, in the order of files and lines.

    What could not be read is left out: the other half of `tutor check` says why. Where labs may not be run, only steps
    and questions without a lab are laid out.
    """
    findings = Findings()
    course = reading.course
    for lesson in course.lessons if course is not None else ():
        assert course is not None
        _lint_lesson(course, lesson, reading.labs, findings, run_labs=reading.runs_labs)
    return findings.sorted()


def _lint_lesson(course: Course, lesson: Lesson, labs: Labs, findings: Findings, *, run_labs: bool) -> None:
    for language in course.languages:
        _lint_title(lesson, language, findings)
        for number, step in enumerate(lesson.steps):
            if step.lab is not None and not run_labs:
                continue
            context = step_context(step, labs, Findings())
            # A step that names a lab which cannot be had has live values about which nothing is known.
            if context is None or (context.lab is None and any(step.prose.in_(language).lives())):
                continue
            scene = Scene(lesson, number, language, context.values, context.result)
            _lint_mathematics(step.prose.in_(language), scene.fill(), findings)
            runnable = all(question.lab is None or run_labs for question in step.questions)
            _lint_scene(scene, findings, with_height=runnable)
            for question in step.questions:
                if question.lab is None or run_labs:
                    _lint_question(question, language, labs, findings)


def _lint_title(lesson: Lesson, language: str, findings: Findings) -> None:
    title = f"{lesson.number} · {lesson.title.in_(language)}"
    room = heading_room(lesson, NARROW, language)
    if cell_len(title) > room:
        findings.warn(
            Place(f"{lesson.folder}/lesson.{language}.md", 1),
            "cut-text",
            f"At {NARROW} the title {lesson.title.in_(language)!r} is cut: beside the marks of {len(lesson.steps)} "
            f"steps there is room for {room - cell_len(title) + cell_len(lesson.title.in_(language))} columns.",
        )


def _lint_scene(scene: Scene, findings: Findings, *, with_height: bool) -> None:
    step = scene.step
    here = step.prose.in_(scene.language).place or step.place or Place("", 1)
    if with_height and (height := step_height(scene, WIDE)) > WIDE.height:
        findings.warn(
            Place(here.file, max(here.line - 1, 1)),
            "too-tall",
            f"At {WIDE} this step is {height} lines long; the screen holds {WIDE.height}. Shorten it, or split it.",
        )
    for room in (WIDE, NARROW):
        words = next_words(scene)
        if cell_len(words) > room.text_width(step) - 3:
            following = scene.lesson.steps[scene.number + 1]
            findings.warn(
                following.place or here,
                "cut-text",
                f"At {room} the title {following.title.in_(scene.language)!r} is cut where the step before leads on "
                "to it. Make it shorter.",
            )
        if step.lab is None:
            continue
        place = step.lab.place or here
        needed = lab_height(scene, room)
        if needed > room.lab_height:
            findings.warn(
                place,
                "lab-too-tall",
                f"At {room} {'' if room.beside else 'a part of '}{step.lab.lab.name} takes {needed} rows; "
                f"{room.lab_height} can be seen at once. "
                "Show fewer parameters (`show:`), fewer readouts, or a smaller table or drawing.",
            )
        for what, text in cut_texts(scene, room):
            findings.warn(place, "cut-text", f"At {room} {what} of {step.lab.lab.name} is cut: {text}.")


def _lint_question(question: Question, language: str, labs: Labs, findings: Findings) -> None:
    for asked, _ in question_contexts(question, labs, Findings()):
        says = asked_fill(asked, language)
        for text in question.texts():
            _lint_mathematics(text.in_(language), says, findings)


def _lint_mathematics(prose: Prose, fill: Fill, findings: Findings) -> None:
    """Note every formula that is no TeX which can be laid out."""
    for formula, displayed in _formulas(prose.blocks):
        tex, starts = _filled(formula, fill)
        try:
            if displayed:
                display_box(tex, WIDE.columns)
            else:
                inline_runs(tex)
        except MathematicsError as error:
            place = _place_in(formula, starts, error.column, displayed=displayed) or prose.place or Place("", 1)
            findings.error(place, "mathematics", f"This formula cannot be laid out: {error}")


def _formulas(blocks: Iterable[Block]) -> Iterator[tuple[Formula, bool]]:
    """Yield every formula, and whether it is displayed on lines of its own."""

    def of(inlines: Iterable[Inline]) -> Iterator[tuple[Formula, bool]]:
        yield from ((inline, False) for inline in inlines if isinstance(inline, Formula))

    for block in blocks:
        match block:
            case DisplayFormula(formula):
                yield formula, True
            case Paragraph(inlines) | Heading(_, inlines):
                yield from of(inlines)
            case Bullets(items, _):
                for item in items:
                    yield from _formulas(item)
            case Quote(inner):
                yield from _formulas(inner)
            case ProseTable(_, header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from of(cell)


def _filled(formula: Formula, fill: Fill) -> tuple[str, list[int]]:
    """Return a formula's TeX with its values in it, marked, and where each of its parts starts there."""
    tex, starts, number = "", [], 0
    for part in formula.parts:
        starts.append(len(tex))
        if isinstance(part, Live):
            tex += f"{MARK}{number}:{fill(part, True)}{MARK_END}"
            number += 1
        else:
            tex += part
    return tex, starts


def _place_in(formula: Formula, starts: list[int], column: int, *, displayed: bool) -> Place | None:
    """Return where in the file a formula goes wrong, as nearly as that is known."""
    start = formula.place
    if start is None or not start.file.endswith(".md"):
        # In YAML, escapes and quotes move the columns.
        return start
    at = max(number for number, begin in enumerate(starts) if begin < column) if column > 0 and starts else 0
    lives = [part for part in formula.parts[: at + 1] if isinstance(part, Live)]
    if lives:
        return lives[-1].place or start
    before = str(formula.parts[0])[: column - 1] if formula.parts else ""
    line, _, last = before.rpartition("\n")
    if "\n" in before:
        return Place(start.file, start.line + line.count("\n") + 1, len(last) + 1)
    # An inline formula's place is that of its dollar sign.
    return Place(start.file, start.line, start.column + len(before) + (0 if displayed else 1))
