"""Proves a course: the content half of `tutor check`. How it lies on a screen is the interface's half."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint import messages
from tutor.course.lint.alone import lint_alone
from tutor.course.lint.answers import lint_question
from tutor.course.lint.characters import lint_characters
from tutor.course.lint.folder import lint_folder
from tutor.course.lint.kinds import FINDING_KINDS
from tutor.course.lint.laboratories import labs_used, lint_lab, lint_lives
from tutor.course.lint.lints import Lint, labs_of
from tutor.course.lint.pointers import lint_pointers
from tutor.course.lint.predictions import lint_prediction, lint_told
from tutor.course.lint.terms import lint_terms
from tutor.course.lint.texts import lint_texts
from tutor.course.loader import Reading
from tutor.course.model import Course, Step
from tutor.course.questions import Asked, Question, no_programs, programs_used
from tutor.course.source import Findings, suggestion
from tutor.language import Text
from tutor.program import RunProgram

__all__ = ["FINDING_KINDS", "lints_of_course"]


def lints_of_course(reading: Reading, run_program: RunProgram = no_programs) -> Iterator[Lint]:
    """Yield what proves the content of a course.

    Where its labs may be run, every question is answered as a learner would, and every lab run at the ends of its
    parameters; else only the files and the texts are looked at.

    Args:
        run_program: runs the programs of questions that are answered with one; without it that is a finding.
    """
    yield Lint(frozenset(), partial(_lint_files, reading))
    course = reading.course
    if course is None or reading.outline is None:
        return
    labs = reading.labs if reading.runs_labs else None
    earlier: dict[str, Question] = {}
    for _, step, question in course.all_questions():
        yield Lint(
            labs_of(step, step.questions), partial(_lint_asked, reading, step, question, dict(earlier), run_program)
        )
        earlier[question.id] = question
    for lesson in course.lessons:
        for step in lesson.steps:
            yield Lint(labs_of(step, ()), partial(_lint_step, course, step, labs))
    for used in labs_used(course) if labs is not None else ():
        yield Lint(frozenset([used.lab.name]), partial(lint_lab, used, reading.labs, course.languages))


def _lint_files(reading: Reading, findings: Findings) -> None:
    """Note what shows when nothing is run: as the files were read, and between the texts of a course."""
    findings.found.extend(reading.findings)
    course, outline = reading.course, reading.outline
    if outline is not None:
        lint_characters(outline, reading.lessons, findings)
    if course is None or outline is None:
        return
    lint_folder(outline, reading.lessons, findings)
    for lesson in course.lessons:
        lint_texts(lesson, outline.files, findings)
    lint_terms(course, outline.files, findings)
    _lint_former_ids(course, findings)


def _lint_asked(
    reading: Reading,
    step: Step,
    question: Question,
    earlier: Mapping[str, Question],
    run_program: RunProgram,
    findings: Findings,
) -> None:
    """Answer a question, of which `earlier` are those before it."""
    _lint_prediction(step, question, findings)
    _lint_uses(question, earlier, findings)
    lint_alone(question, findings)
    if reading.runs_labs and reading.course is not None:
        lint_prediction(step, question, reading.labs, findings)
        lint_told(step, question, reading.labs, findings)
        mine = programs_used(question, earlier, {})
        lint_question(question, reading.course.languages[0], reading.labs, findings, run_program, mine)


def _lint_step(course: Course, step: Step, labs: Labs | None, findings: Findings) -> None:
    """Note what of a step does not fit its lab; without labs, as far as that is known."""
    lint_pointers(step, labs, findings)
    _lint_trains(course, step, labs, findings)
    if labs is not None:
        lint_lives(step, labs, findings)


def _lint_former_ids(course: Course, findings: Findings) -> None:
    """Note a former id that another question has: attempts would be counted for both."""
    names = {question.id for _, _, question in course.all_questions()}
    for _, _, question in course.all_questions():
        for name in question.was:
            if name in names:
                place = question.place or Place("", 1)
                findings.error(place, "repeated-id", messages.FORMER_ID_TAKEN, name=name)
            names.add(name)


def _lint_uses(question: Question, earlier: Mapping[str, Question], findings: Findings) -> None:
    """Note a question that uses what is written in no question before it."""
    programs = [name for name, one in earlier.items() if one.RUNS_PROGRAMS]
    for name in question.uses:
        if name not in programs:
            place, near = question.place or Place("", 1), suggestion(name, programs)
            findings.error(place, "unknown-question", messages.USES_NO_EXERCISE, name=name, nearest=near)


def _lint_trains(course: Course, step: Step, labs: Labs | None, findings: Findings) -> None:
    """Note a lab on which no program of the learner's can be trained, though its step says so."""
    use = step.lab
    if use is None or not use.trains:
        return
    questions = {question.id: question for _, _, question in course.all_questions()}
    question, place = questions.get(use.trains), use.place or Place("", 1)
    if question is None or not question.RUNS_PROGRAMS:
        known = [name for name, one in questions.items() if one.RUNS_PROGRAMS]
        near = suggestion(use.trains, known)
        findings.error(place, "unknown-question", messages.TRAINS_NO_EXERCISE, name=use.trains, nearest=near)
    elif labs is not None:
        result = labs.run(use.lab, use.values)
        asked = None if isinstance(result, Text) else Asked(question, 0, use.values, result)
        if asked is not None and question.training(asked) is None:
            lab, name = use.lab.name, use.trains
            findings.error(place, "wrong-value", messages.NOTHING_TO_TRAIN, lab=lab, name=name)


def _lint_prediction(step: Step, question: Question, findings: Findings) -> None:
    """Note a prediction whose answer stands in the text above it."""
    if not question.single_try or step.lab is None:
        return
    answers = {(reference.name, reference.index) for reference, need in list(question.references())[:1] if need}
    for prose in step.prose.variants.values():
        for live in prose.lives():
            if any(live.name == name and live.index in ((), index) for name, index in answers):
                findings.warn(
                    live.place or question.place or Place("", 1),
                    "prediction-shown",
                    messages.SHOWN_BEFORE,
                    name=live.name,
                    id=question.id,
                )
