"""Questions about the words of a course, made from its glossary: the word for a meaning, and the meaning of a word.

Beside the right answer stand three near ones: words of the same part of the course that mean something else for sure. A
word that another one is explained with is not among them, for a sigmoid is an activation function, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from tutor.course import messages
from tutor.course.glossary import Term
from tutor.course.kinds.choice import ChoiceQuestion, Option
from tutor.course.kinds.draft import digest
from tutor.course.model import Course, Lesson, Step
from tutor.course.naming import naming_of
from tutor.course.prose import Block, Paragraph, Prose, Words
from tutor.course.questions import Words as InEachLanguage
from tutor.language import Localised
from tutor.namedtuple import NamedTuple

OPTIONS = 4
ORDERS = 6
"""In so many orders the options stand, one after the other time."""


class WordQuestion(NamedTuple):
    """A question about a word, and where the word is taught."""

    lesson: Lesson
    step: Step
    question: ChoiceQuestion
    before: str
    """the id of the question that has to be known before this one is asked; "" for none"""


def word_questions(course: Course) -> tuple[WordQuestion, ...]:
    """Return the questions that a course's glossary gives, in the order of its terms: two for each term.

    There is none about a term whose sentence has its name in it, or that has too few near ones.
    """
    return tuple(_questions(course))


def _questions(course: Course) -> Iterator[WordQuestion]:
    taken = {question.id for _, _, question in course.all_questions()}
    steps = {(lesson.id, step.id): (lesson, step) for lesson in course.lessons for step in lesson.steps}
    named = {term: _named_in(term, course.glossary) for term in course.glossary}
    for term in course.glossary:
        others = _near(term, course, named)
        place = steps.get((term.lesson, term.step))
        if term in named[term] or len(others) < OPTIONS - 1 or place is None:
            continue
        written = term.name.in_("en")
        name = "-".join(re.findall(r"[a-z0-9]+", written.lower())) or digest({"term": written})
        which, what = f"word-{name}", f"meaning-{name}"
        if taken.isdisjoint((which, what)):
            yield WordQuestion(*place, _which_word(which, term, others), "")
            yield WordQuestion(*place, _what_meaning(what, term, others), which)


def _named_in(term: Term, terms: tuple[Term, ...]) -> frozenset[Term]:
    """Return the terms that stand in a term's sentence, in any language."""
    return frozenset(
        found.term
        for language, prose in term.means.variants.items()
        for found in naming_of(terms, language).in_prose(prose)
    )


def _near(term: Term, course: Course, named: dict[Term, frozenset[Term]]) -> tuple[Term, ...]:
    """Return the terms nearest to one: those that share a word with it, then those that stand near it."""
    order = {lesson.id: lesson.number for lesson in course.lessons}
    first = course.languages[0]
    words = set(_words(term.name.in_(first)))
    at = course.glossary.index(term)
    fair = [
        (number, other)
        for number, other in enumerate(course.glossary)
        if other is not term
        and other not in named[term]
        and term not in named[other]
        and other.name.in_(first) not in term.alike
        and term.name.in_(first) not in other.alike
    ]

    def distance(one: tuple[int, Term]) -> tuple[bool, int, int]:
        # What is taught later is no fair choice, but at the very beginning there is little else.
        number, other = one
        is_later = order.get(other.lesson, 0) > order.get(term.lesson, 0)
        return is_later, -len(words & set(_words(other.name.in_(first)))), abs(number - at)

    fair.sort(key=distance)
    return tuple(other for _, other in fair[: OPTIONS - 1])


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s-]+", name.casefold()))


def _which_word(name: str, term: Term, others: Sequence[Term]) -> ChoiceQuestion:
    """Return the question which word a sentence explains; a wrong one is told what it means itself."""
    asked = _in_each(term, lambda language: (_line(messages.WHICH_WORD(language)), *term.means.in_(language).blocks))
    right = Option(_name(term), _full(term, with_formula=True), right=True)
    wrong = (Option(_name(other), _full(other, with_formula=False)) for other in others)
    return _choice(name, asked, (right, *wrong), term)


def _what_meaning(name: str, term: Term, others: Sequence[Term]) -> ChoiceQuestion:
    """Return the question what a word means; a wrong sentence is told which word it explains."""
    asked = _in_each(term, lambda language: (_line(messages.WHAT_MEANING(language), term.name.in_(language)),))
    right = Option(term.means, _full(term, with_formula=True), right=True)
    wrong = (Option(other.means, _other_meaning(other)) for other in others)
    return _choice(name, asked, (right, *wrong), term)


def _choice(name: str, asked: InEachLanguage, options: tuple[Option, ...], term: Term) -> ChoiceQuestion:
    return ChoiceQuestion(
        id=name,
        kind=ChoiceQuestion.KIND,
        prompt=asked,
        lab=None,
        variants=({},) * ORDERS,
        hints=(),
        explain=None,
        revision=digest({"word": term.name.in_("en")}),
        place=term.place,
        options=options,
        shuffle=True,
    )


def _full(term: Term, *, with_formula: bool) -> InEachLanguage:
    """Return a term with what it means, and its formula."""

    def blocks(language: str) -> tuple[Block, ...]:
        sentence = term.means.in_(language).inlines()
        formula = term.formula.blocks if term.formula is not None and with_formula else ()
        return (Paragraph((Words(term.name.in_(language), strong=True), Words(": "), *sentence)), *formula)

    return _in_each(term, blocks)


def _name(term: Term) -> InEachLanguage:
    return _in_each(term, lambda language: (_line(term.name.in_(language)),))


def _other_meaning(term: Term) -> InEachLanguage:
    return _in_each(term, lambda language: (_line(messages.OTHER_MEANING(language), term.name.in_(language)),))


def _in_each(term: Term, blocks: Callable[[str], tuple[Block, ...]]) -> InEachLanguage:
    """Return blocks as prose in each language that a term has."""
    said = term.means
    return Localised(
        {language: Prose(blocks(language), said.in_(language).source, term.place) for language in term.name.variants}
    )


def _line(text: str, strong: str = "") -> Paragraph:
    """Return a line of words; the last of them may stand out."""
    return Paragraph((Words(f"{text} "), Words(strong, strong=True)) if strong else (Words(text),))
