"""Every step of every lesson as lines: nothing of it is cut off in the narrowest column of either layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment

from tests.trusted import standing_lesson
from tests.walks import in_turn, some_now
from tutor.course.entry import Options
from tutor.course.live import fill
from tutor.course.model import Step
from tutor.course.outline import load_outline
from tutor.course.prose import CodeBlock, Live, Prose, Words
from tutor.course.questions import Question
from tutor.language import INTERFACE_LANGUAGES, Localised
from tutor.render.look import Look
from tutor.render.page import question_lines
from tutor.render.prose.layout import Fill, lay_out
from tutor.render.room import Room
from tutor.render.title import title_lines

from .lines import look_in, text_of

COURSE = load_outline(Path(__file__).parent.parent.parent / "lessons")
NAMES = [lesson.id for lesson in COURSE.lessons]
NARROWEST = (Room(60, 36), Room(100, 36))
"""Stacked from 60 columns on, side by side from 100."""
SCROLL_BAR = 1
"""Columns that it takes where a step does not fit its screen."""


def texts_of(question: Question) -> Sequence[Localised[Prose]]:
    """Return the texts to choose from or to put in order, in all languages."""
    entry = question.entry(question.ask(0))
    return entry.texts if isinstance(entry, Options) else ()


def says_of(step: Step, language: str) -> Fill:
    """Return what the live values of a step say at the values that it begins with."""
    lab = step.lab.lab if step.lab is not None else None
    values = step.lab.values if step.lab is not None else {}
    result = lab(**values) if lab is not None else None

    def said(live: Live, in_mathematics: bool) -> str:
        return fill(live, values, result, language, lab=lab, setting="math" if in_mathematics else "prose")

    return said


def step_lines(step: Step, width: int, look: Look) -> list[Sequence[Segment]]:
    """Return a step from its title to its last option."""
    lines: list[Sequence[Segment]] = [*title_lines(step.title.in_(look.language), "", width, look)]
    lines += lay_out(step.prose.in_(look.language), width, says_of(step, look.language), {}, look.palette)
    for question in step.questions:
        lines += question_lines(question.ask(0), width, look, Room(120, 36))
    return lines


def words_of(prose: Prose) -> Iterator[str]:
    """Yield the words of a text as an author wrote them, without live values and formulas."""
    for inline in prose.inlines():
        if isinstance(inline, Words):
            yield from inline.text.split()
    for block in prose.blocks:
        if isinstance(block, CodeBlock):
            for part in block.parts:
                if isinstance(part, str):
                    yield from part.split()


def words_on(step: Step, language: str) -> Iterator[str]:
    """Yield the words that a step must show: its title, its text, its questions and their options."""
    yield from step.title.in_(language).split()
    yield from words_of(step.prose.in_(language))
    for question in step.questions:
        yield from words_of(question.prompt.in_(language))
        for text in texts_of(question):
            yield from words_of(text.in_(language))


@some_now(("name", "language"), product(NAMES, INTERFACE_LANGUAGES), in_turn(NAMES, INTERFACE_LANGUAGES))
def test_no_word_of_a_step_is_cut_off(name: str, language: str) -> None:
    look = look_in(language)
    for step in standing_lesson(COURSE.folder, name).steps:
        for room in NARROWEST:
            width = room.text_width(step) - SCROLL_BAR
            shown = text_of(step_lines(step, width, look))
            assert [] == [line for line in shown if cell_len(line) > width], f"{step.id} is wider than {width}"
            # Where a line was broken does not count.
            run = "".join("".join(shown).split())
            lost = [word for word in words_on(step, language) if word not in run]
            assert [] == lost, f"{step.id} at {width} columns loses {lost}:\n" + "\n".join(shown)
