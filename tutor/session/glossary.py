"""The words of a course: all of them, those on a step, and those that are looked for, as a learner reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tutor.course.glossary import Term
from tutor.course.live import prose_text
from tutor.course.model import Course, Step
from tutor.course.naming import naming_of
from tutor.course.outline import Outline
from tutor.course.prose import Prose
from tutor.dataclass import dataclass
from tutor.learner.progress import StepPlace
from tutor.session.words import folded, holds


@dataclass(frozen=True, eq=False)
class Definition:
    """A term as it is read in one language."""

    term: Term
    name: str
    others: tuple[str, ...]
    """its other names: in this language, then those that it has in other languages alone"""
    means: Prose
    formula: Prose | None
    place: StepPlace
    """the step that teaches it"""
    taught: str
    """how that step is called: "8 · One sample, one loss" """
    sought: str
    """its names as they are compared (`sought_in`)"""
    sentence: str
    """what it is, as it is compared"""


def definitions_of(terms: Iterable[Term], course: Outline | Course, language: str) -> tuple[Definition, ...]:
    """Return terms as they are read in a language, in the order of the alphabet."""
    titles = {
        (lesson.id, step.id): f"{lesson.number} · {step.title.in_(language)}"
        for lesson in course.lessons
        for step in lesson.steps
    }
    found = (_definition(term, titles[term.lesson, term.step], language) for term in terms)
    return tuple(sorted(found, key=lambda one: folded(one.name)))


def _definition(term: Term, taught: str, language: str) -> Definition:
    name, *others = dict.fromkeys((*term.names_in(language), *term.all_names))
    means = term.means.in_(language)
    return Definition(
        term,
        name,
        tuple(others),
        means,
        term.formula,
        StepPlace(term.lesson, term.step),
        taught,
        sought_in(term.all_names),
        folded(prose_text(means, {}, None, language)),
    )


def sought_in(names: Iterable[str]) -> str:
    """Return names as they are compared, a line each: with a space for each hyphen, and without any."""
    return "".join(f"\n{spaced}\n{''.join(spaced.split())}" for spaced in map(_spaced, names))


def nearness(sought: str, query: str) -> int:
    """Return how near the names in `sought` come to what is sought: 0 it is one, 1 one begins with it, 2 neither."""
    spaced = _spaced(query)
    forms = (spaced, "".join(spaced.split()))
    if any(f"\n{form}\n" in f"{sought}\n" for form in forms):
        return 0
    return 1 if any(f"\n{form}" in sought for form in forms) else 2


def _spaced(name: str) -> str:
    return " ".join(re.split(r"[\s-]+", folded(name))).strip()


def terms_on(place: StepPlace, step: Step, terms: tuple[Term, ...], course: Outline, language: str) -> tuple[Term, ...]:
    """Return the terms that stand on a step, in reading order: in its title, its text and what its questions ask.

    A name that is also an ordinary word counts from the step on that explains its term.
    """
    naming = naming_of(terms, language)
    steps = [(lesson.id, one.id) for lesson in course.lessons for one in lesson.steps]
    here = steps.index((place.lesson, place.step))
    found = list(naming.in_text(step.title.in_(language)))
    for text in (step.prose, *(question.prompt for question in step.questions)):
        found += naming.in_prose(text.in_(language))
    return tuple(
        dict.fromkeys(
            one.term
            for one in found
            if one.name not in one.term.everyday.in_(language) or steps.index(one.term.first) <= here
        )
    )


def matching(definitions: Sequence[Definition], query: str) -> tuple[Definition, ...]:
    """Return the definitions that hold every word of `query`: in a name first, then in the sentence."""
    words = _spaced(query).split()
    named = [one for one in definitions if holds(one.sought, words)]
    told = [one for one in definitions if one not in named and holds(one.sentence, words)]
    return (*sorted(named, key=lambda one: nearness(one.sought, query)), *told)
