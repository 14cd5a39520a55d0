"""The course map: every lesson on a line with its progress, and what the chosen one is about."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.learner.standing import Standing
from tutor.render import messages
from tutor.render.days import day_words
from tutor.render.header import STEP_SIGNS
from tutor.render.look import Look
from tutor.render.standing import STANDING_MARKS, lesson_words
from tutor.render.wrap import shortened, wrapped
from tutor.role import Role
from tutor.session.map import Entry

_AROUND = 11
"""Cells of a line that are neither title nor marks: pointer, number, state, the air between."""


def map_lines(entries: Sequence[Entry], chosen: int, width: int, look: Look, *, focused: bool) -> list[list[Segment]]:
    """Return a line for every lesson; their marks, one a step, begin below each other."""
    longest = max((len(entry.marks) for entry in entries), default=0)
    return [
        _entry_line(entry, number == chosen, longest, width, look, focused=focused)
        for number, entry in enumerate(entries)
    ]


def _entry_line(entry: Entry, chosen: bool, longest: int, width: int, look: Look, *, focused: bool) -> list[Segment]:
    room = width - longest - _AROUND
    title = shortened(entry.title, max(room - 1, 8))
    state = "✓" if entry.done else "▶" if entry.current else " "
    role = Role.RIGHT if entry.done else Role.MODEL
    return [
        Segment("▸ " if chosen else "  ", look.role(Role.MODEL, bold=True)),
        Segment(f"{entry.number:>2}  ", look.quiet),
        Segment(title, (look.strong if chosen else look.ink) + Style(underline=chosen and focused)),
        Segment(" " * max(room - cell_len(title), 1)),
        *(Segment(STEP_SIGNS[mark], look.quiet if mark == "unseen" else look.role(role)) for mark in entry.marks),
        Segment(" " * (longest - len(entry.marks))),
        Segment(f"  {state}", look.role(role, bold=True)),
    ]


def summary_lines(entry: Entry, today: date, width: int, look: Look, *, tall: bool) -> list[list[Segment]]:
    """Return what a lesson is for, what it needs, and how well it is known.

    Where there is room (`tall`) also what can be done after it, and its skills.
    """
    language = look.language
    lines: list[list[Segment]] = []
    if tall:
        facts = [
            messages.STEPS(language, steps=len(entry.marks)),
            messages.QUESTIONS_DONE(language, done=entry.closed, total=entry.questions),
        ]
        if entry.pages:
            facts.append(messages.PAGES(language, pages=entry.pages))
        lines += [[Segment(row, look.strong)] for row in wrapped(f"{entry.number} · {entry.title}", width)]
        lines += [[Segment(row, look.ink)] for row in wrapped(entry.goal, width)]
        lines += [[Segment(row, look.quiet)] for row in wrapped(" · ".join(facts), width)]
    said = (
        (messages.IS_FOR(language), entry.purpose),
        (messages.NEEDS(language), _needs_words(entry, language)),
        (messages.STANDS(language), stands_words(entry, today, language)),
    )
    column = max(cell_len(label) for label, _ in said) + 2
    for label, words in said:
        for number, row in enumerate(wrapped(words, width - column)):
            name = set_cell_size("" if number else label, column)
            lines.append([Segment(name, look.quiet), Segment(row, look.ink)])
    return [*lines, *(_skill_lines(entry, width, look) if tall else [])]


def _needs_words(entry: Entry, language: str) -> str:
    if entry.needs is None:
        # The line is there already, so that nothing moves when it is known.
        return "…"
    return " · ".join(entry.needs) or messages.NEEDS_NOTHING(language)


def stands_words(entry: Entry, today: date, language: str, *, marked: bool = True) -> str:
    """Return how well a lesson is known, and when something of it comes back; each count with its mark if `marked`."""
    done = sum(mark == "done" for mark in entry.marks)
    words = lesson_words((known for _, known in entry.skills), done, len(entry.marks), language, marked=marked)
    if entry.back is None:
        return words
    return messages.NEXT_REVIEW(language, words=words, day=day_words(max(entry.back, today), today, language))


def _skill_lines(entry: Entry, width: int, look: Look) -> list[list[Segment]]:
    """Return the skills of a lesson in two columns, each with the mark of how well it is known."""
    rows = math.ceil(len(entry.skills) / 2)
    column = width // 2
    lines: list[list[Segment]] = []
    for row in range(rows):
        beside = [(wrapped(title, column - 4), one.standing) for title, one in entry.skills[row::rows]]
        for part in range(max(len(words) for words, _ in beside)):
            line: list[Segment] = []
            for words, standing in beside:
                mark, role = STANDING_MARKS[standing]
                known = standing is not Standing.UNSEEN
                line.append(Segment(f"{mark} " if part == 0 else "  ", look.role(role)))
                said = words[part] if part < len(words) else ""
                line.append(Segment(set_cell_size(said, column - 2), look.ink if known else look.quiet))
            lines.append(line)
    return lines
