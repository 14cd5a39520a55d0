"""All of a course, lesson by lesson: as it was read at an earlier start, or as its files are now.

No lab runs: this is for a course that has been proved. What reads files is imported where something was not kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tutor.course.finding import CourseError, Finding
from tutor.course.glossary import Term
from tutor.course.kept import TERMS
from tutor.course.model import Course, Lesson
from tutor.course.outline import Outline

Part = TypeVar("Part")


def one_lesson(outline: Outline, lesson_id: str) -> Lesson:
    """Return a lesson.

    Raises:
        CourseError: its files are broken.
        KeyError: there is no such lesson.
    """

    def read() -> Lesson:
        from tutor.course.loader import load_lesson

        return load_lesson(outline, lesson_id, run_labs=False)

    return _kept_or_read(outline, lesson_id, Lesson, read)


def all_terms(outline: Outline) -> tuple[Term, ...]:
    """Return the terms of a course.

    Raises:
        CourseError: their file is broken.
    """

    def read() -> tuple[Term, ...]:
        from tutor.course.loader import load_glossary

        return load_glossary(outline)

    return _kept_or_read(outline, TERMS, tuple, read)


def _kept_or_read(outline: Outline, name: str, kind: type[Part], read: Callable[[], Part]) -> Part:
    kept = outline.kept
    found = kept.get(name, kind) if kept is not None else None
    if found is None:
        found = read()
        if kept is not None:
            kept.keep(name, found)
    return found


def put_together(outline: Outline, lesson_of: Callable[[str], Lesson], terms: Callable[[], tuple[Term, ...]]) -> Course:
    """Return a course of lessons by their ids, and of its terms.

    Raises:
        CourseError: one of them is broken; holds every finding of all.
    """
    findings: list[Finding] = []
    lessons: list[Lesson] = []
    glossary: tuple[Term, ...] = ()
    try:
        glossary = terms()
    except CourseError as error:
        findings.extend(error.findings)
    for known in outline.lessons:
        try:
            lessons.append(lesson_of(known.id))
        except CourseError as error:
            findings.extend(error.findings)
    if findings:
        raise CourseError(tuple(findings))
    return Course(
        outline.id,
        outline.title,
        outline.languages,
        tuple(lessons),
        outline.folder,
        outline.description,
        outline.said,
        glossary,
    )


def whole_course(outline: Outline) -> Course:
    """Return all of a course.

    Raises:
        CourseError: its files are broken.
    """
    return put_together(outline, lambda name: one_lesson(outline, name), lambda: all_terms(outline))
