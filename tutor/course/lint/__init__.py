"""Proves a course: the content half of `tutor check`. How it lies on a screen is the interface's half."""

from __future__ import annotations

from pathlib import Path

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint.answers import check_question
from tutor.course.lint.folder import check_folder
from tutor.course.lint.kinds import FINDING_KINDS
from tutor.course.lint.laboratories import check_labs
from tutor.course.lint.texts import Files, check_texts
from tutor.course.loader import read_with
from tutor.course.model import Course, Finding, Step
from tutor.course.questions import Question
from tutor.course.source import Findings

__all__ = ["FINDING_KINDS", "check_course"]


def check_course(path: Path, *, run_labs: bool = True) -> tuple[Finding, ...]:
    """Return everything that is wrong with the course in the folder `path`, in the order of files and lines.

    Args:
        run_labs: answer every question as a learner would, and run every lab at the ends of its parameters. Without it,
            only the files and the texts are read.
    """
    findings = Findings()
    labs = Labs(path, strict=True, runs_own=run_labs)
    course = read_with(labs, findings, run_labs=run_labs)
    if course is None:
        return findings.sorted()
    check_folder(path, findings)
    files = Files(path)
    for lesson in course.lessons:
        check_texts(lesson, course, files, findings)
    _check_former_ids(course, findings)
    for _, step, question in course.all_questions():
        _check_prediction(step, question, findings)
        if run_labs:
            check_question(question, course.languages[0], labs, findings)
    if run_labs:
        check_labs(course, labs, findings)
    return findings.sorted()


def _check_former_ids(course: Course, findings: Findings) -> None:
    """Note a former id that another question has: attempts would be counted for both."""
    names = {question.id for _, _, question in course.all_questions()}
    for _, _, question in course.all_questions():
        for name in question.was:
            if name in names:
                findings.error(
                    question.place or Place("", 1), "repeated-id", f"{name!r} in 'was' is the id of a question."
                )
            names.add(name)


def _check_prediction(step: Step, question: Question, findings: Findings) -> None:
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
                    f"{live.name!r} is what {question.id!r} asks to predict. Show it in a later step.",
                )
