"""Search through a course: its terms, the prose of its steps, the prompts of its questions, the learner's own notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from enum import StrEnum
from functools import lru_cache

from tutor.course.live import prose_text
from tutor.course.model import Course, Lesson, Step
from tutor.dataclass import dataclass
from tutor.lab import Lab, LabFailedError, Result, Values
from tutor.learner.places import Bookmark, Note
from tutor.namedtuple import NamedTuple
from tutor.session.glossary import Definition, nearness
from tutor.session.words import folded, holds, pattern

MOST_HITS = 50
BEFORE = 24
"""Characters of a snippet before what was found."""
LONGEST_SNIPPET = 160


class Kind(StrEnum):
    """What a passage is."""

    TERM = "term"
    STEP = "step"
    QUESTION = "question"
    NOTE = "note"
    BOOKMARK = "bookmark"


@dataclass(frozen=True)
class Passage:
    """A text that can be found, and the step to which it leads."""

    kind: Kind
    lesson: str
    step: str
    title: str
    """the lesson's number and the step's title ("8 · Three points, one line")"""
    text: str
    """on one line"""
    sought: str = ""
    """further names by which it is found, as they are compared"""
    folded: str = field(init=False, repr=False)
    """all of it as it is compared: without capitals, each letter written in one way"""

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", folded(f"{self.title} {self.text} {self.sought}"))


class Hit(NamedTuple):
    """A passage that was found, with the piece of it to show."""

    passage: Passage
    before: str
    found: str
    """the first of the words that were looked for, as it stands in the text; empty where it stands in the title"""
    after: str


@lru_cache(maxsize=2)
def passages_of(course: Course, language: str, formula: Callable[[str], str] = str) -> tuple[Passage, ...]:
    """Return everything in the course that can be found in one language, in the order of the course.

    Every lab of the course is run once for this, and not again when it is searched again, in two languages by turns.
    `formula` writes a formula, given as TeX, as it is read.
    """
    found: list[Passage] = []
    for lesson in course.lessons:
        for step in lesson.steps:
            title = title_of(lesson, step, language)
            values = step.lab.values if step.lab is not None else {}
            lab = step.lab.lab if step.lab is not None else None
            result = _result(lab, values) if lab is not None else None
            text = prose_text(step.prose.in_(language), values, result, language, lab=lab, formula=formula)
            found.append(Passage(Kind.STEP, lesson.id, step.id, title, _one_line(text)))
            for question in step.questions:
                asked = question.shown(0)
                prompt = question.prompt.in_(language)
                text = prose_text(prompt, asked.values, asked.result, language, lab=question.lab, formula=formula)
                found.append(Passage(Kind.QUESTION, lesson.id, step.id, title, _one_line(text)))
    return tuple(found)


def term_passages(
    definitions: Iterable[Definition], language: str, formula: Callable[[str], str] = str
) -> tuple[Passage, ...]:
    """Return the terms of a course as passages, found by any of their names in any language."""
    return tuple(
        Passage(
            Kind.TERM,
            one.place.lesson,
            one.place.step,
            " · ".join((one.name, *one.others)),
            _one_line(prose_text(one.means, {}, None, language, formula=formula)),
            one.sought,
        )
        for one in definitions
    )


def _result(lab: Lab, values: Values) -> Result | None:
    try:
        return lab(**values)
    except LabFailedError:
        return None


def kept_passages(
    course: Course, notes: Iterable[Note], bookmarks: Iterable[Bookmark], language: str
) -> tuple[Passage, ...]:
    """Return what the learner wrote and marked, the latest first. What stood on a step that is gone leads nowhere."""
    titles = {
        (lesson.id, step.id): title_of(lesson, step, language) for lesson in course.lessons for step in lesson.steps
    }
    made = [(note.turn, Kind.NOTE, note.lesson, note.step, _one_line(note.text)) for note in notes]
    made += [(mark.turn, Kind.BOOKMARK, mark.lesson, mark.step, "") for mark in bookmarks]
    return tuple(
        Passage(kind, lesson, step, titles[lesson, step], text)
        for _, kind, lesson, step, text in sorted(made, reverse=True)
        if (lesson, step) in titles
    )


def title_of(lesson: Lesson, step: Step, language: str) -> str:
    """Return how a step is called outside of its lesson."""
    return f"{lesson.number} · {step.title.in_(language)}"


def search(passages: Sequence[Passage], query: str) -> tuple[Hit, ...]:
    """Return the passages that hold every word of `query` (`holds`): terms by their names first, then titles, then
    notes, then in order of the course.
    """
    words = folded(query).split()
    if not words:
        return ()
    found = [passage for passage in passages if holds(passage.folded, words)]
    found.sort(key=lambda passage: _rank(passage, words))
    return tuple(hit_of(passage, words) for passage in found[:MOST_HITS])


def _rank(passage: Passage, words: Sequence[str]) -> int:
    title = folded(passage.title)
    if passage.kind is Kind.TERM:
        return nearness(passage.sought, " ".join(words)) if holds(passage.sought, words) else 5
    if passage.kind is Kind.STEP and holds(title, words):
        return 3
    return 4 if passage.kind in (Kind.NOTE, Kind.BOOKMARK) else 5


def hit_of(passage: Passage, words: Sequence[str] = ()) -> Hit:
    """Return a passage with the piece around the first of the words that stands in its text."""
    # Found again in the text as it is written: folding can change how long it is.
    places = [place for word in words if (place := re.search(pattern(word), passage.text, re.IGNORECASE))]
    if not places:
        return Hit(passage, "", "", passage.text[:LONGEST_SNIPPET])
    place = min(places, key=lambda found: found.start())
    start = max(place.start() - BEFORE, 0)
    if start:
        # Begin with a whole word where there is one.
        space = passage.text.find(" ", start, place.start())
        start = space + 1 if space >= 0 else start
    before = ("…" if start else "") + passage.text[start : place.start()]
    return Hit(passage, before, place.group(), passage.text[place.end() : start + LONGEST_SNIPPET])


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
