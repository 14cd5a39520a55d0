"""The course map as data: how far each lesson is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tutor.course.outline import Outline
from tutor.learner.progress import Progress
from tutor.learner.skills import skills_of
from tutor.learner.standing import Known


class Entry(NamedTuple):
    """One line of the map."""

    lesson: str
    number: int
    title: str
    goal: str
    pages: str
    marks: tuple[Literal["done", "visited", "unseen"], ...]
    """one a step, in order"""
    step: int
    """the step that "continue" goes to, from 1"""
    questions: int
    closed: int
    """how many questions were answered, predicted or revealed"""
    done: bool
    current: bool
    """the lesson that "continue" goes to"""
    skills: tuple[tuple[str, Known], ...] = ()
    """the title of each skill, and how well it is known"""

    @property
    def begun(self) -> bool:
        """Whether a step of it was opened."""
        return any(mark != "unseen" for mark in self.marks)


def entries_of(course: Outline, progress: Progress, place: tuple[str, str] | None, language: str) -> tuple[Entry, ...]:
    """Return the map's lines, in the order of the course. `place` is the (lesson, step) that "continue" goes to."""
    entries: list[Entry] = []
    for lesson in course.lessons:
        learnt = progress.lessons[lesson.id]
        is_current = place is not None and place[0] == lesson.id
        step = place[1] if is_current and place is not None else ""
        entries.append(
            Entry(
                lesson=lesson.id,
                number=lesson.number,
                title=lesson.title.in_(language),
                goal=lesson.goal.in_(language),
                pages=lesson.deck,
                marks=tuple(
                    "done" if name in learnt.done else "visited" if name in learnt.visited else "unseen"
                    for name in learnt.steps
                ),
                step=learnt.steps.index(step) + 1 if step in learnt.steps else 1,
                questions=learnt.total,
                closed=sum(question.is_closed for question in learnt.questions),
                done=learnt.is_done,
                current=is_current,
                skills=tuple((skill.title.in_(language), learnt.skills[skill.step]) for skill in skills_of(lesson)),
            )
        )
    return tuple(entries)
