"""The glossary against the lessons: a term used before it is taught, one that nothing uses, one that its step lacks."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.course.finding import Place
from tutor.course.glossary import Term
from tutor.course.lint import messages
from tutor.course.lint.texts import heading_of
from tutor.course.model import Course, Lesson, Step
from tutor.course.naming import Found, naming_of
from tutor.course.source import Files, Findings, place_near


def lint_terms(course: Course, files: Files, findings: Findings) -> None:
    """Note where the terms of a course and its texts do not agree, in every language."""
    steps = [(lesson.id, step) for lesson in course.lessons for step in lesson.steps]
    order = {(lesson, step.id): number for number, (lesson, step) in enumerate(steps)}
    for language in course.languages if course.glossary else ():
        used: set[Term] = set()
        in_their_step: set[Term] = set()
        for here, (lesson, step) in enumerate(steps):
            told: set[Term] = set()
            for found, start in _named_in(course, step, language):
                term = found.term
                used.add(term)
                if (term.lesson, term.step) == (lesson, step.id):
                    in_their_step.add(term)
                elif here < order[term.first] and term not in told and _counts(found, language):
                    told.add(term)
                    _note_early(found, start, course, files, findings)
        for term in course.glossary:
            if language in term.name.variants:
                _note_unused(term, language, used, in_their_step, findings)


def _named_in(course: Course, step: Step, language: str) -> Iterator[tuple[Found, Place]]:
    """Yield the terms in the title and the texts of a step and of its questions, with where each text begins."""
    naming = naming_of(course.glossary, language)
    if language in step.title.variants:
        heading = heading_of(step, language)
        yield from ((found._replace(mentioned=True), heading) for found in naming.in_text(step.title.in_(language)))
    for text in (step.prose, *(text for question in step.questions for text in question.texts())):
        prose = text.variants.get(language)
        if prose is not None and prose.place is not None:
            yield from ((found, prose.place) for found in naming.in_prose(prose))


def _counts(found: Found, language: str) -> bool:
    """Return whether this is a use of the term: not an ordinary word, nor one that is only spoken of."""
    return not found.mentioned and found.name not in found.term.everyday.in_(language)


def _note_early(found: Found, start: Place, course: Course, files: Files, findings: Findings) -> None:
    term = found.term
    lesson = course.lesson(term.first[0])
    assert lesson is not None
    findings.warn(
        place_near(found.text, start, files),
        "term-early",
        messages.TERM_EARLY,
        found=found.text,
        taught=_taught(lesson, term),
    )


def _taught(lesson: Lesson, term: Term) -> str:
    return f"{lesson.folder} ({term.first[1]})"


def _note_unused(term: Term, language: str, used: set[Term], in_their_step: set[Term], findings: Findings) -> None:
    names = ", ".join(map(repr, term.names_in(language)))
    if term not in used:
        findings.warn(term.place, "term-unused", messages.TERM_UNUSED, language=language, names=names)
    elif term not in in_their_step:
        step = f"{term.lesson}/{term.step}"
        findings.warn(term.place, "term-step", messages.STEP_LACKS_TERM, step=step, language=language, names=names)
