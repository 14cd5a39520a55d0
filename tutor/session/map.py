"""The course map as data: what each lesson is for, what it needs, how far it is, and where the learner was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal

from tutor.course.outline import LessonOutline, Outline
from tutor.learner.progress import Progress, StepPlace
from tutor.learner.skills import skills_of
from tutor.learner.standing import Known
from tutor.namedtuple import NamedTuple

if TYPE_CHECKING:
    from tutor.learner.plan import Portion
    from tutor.session.session import Session


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
    purpose: str = ""
    """what it is for"""
    step_title: str = ""
    """what the step is called that "continue" goes to"""
    needs: tuple[str, ...] | None = None
    """the lessons on which it rests, "8 The cost function" each; None where that is not known yet"""

    @property
    def begun(self) -> bool:
        """Whether a step of it was opened."""
        return any(mark != "unseen" for mark in self.marks)

    @property
    def back(self) -> date | None:
        """When something of it comes back for review; None where nothing does, or that is not known yet."""
        return min((known.due for _, known in self.skills if known.due is not None), default=None)


class Overview(NamedTuple):
    """The course and how far its learner is, at one moment."""

    course: Outline
    entries: tuple[Entry, ...]
    """the lines of the map, in the language of the moment"""
    answered: bool
    """a question was answered"""
    portion: Portion | None
    """what today's review asks, once that is known"""
    playground: StepPlace | None
    """the step where one plays, once it was reached"""
    today: date
    was_there: bool
    """whether "continue" leads where the learner was"""

    @property
    def returning(self) -> bool:
        """Whether the learner has been here before."""
        return any(entry.begun for entry in self.entries)


def overview_of(session: Session, language: str) -> Overview:
    """Return what the course map shows. What comes back and what rests on what is in it once there is a schedule."""
    progress, schedule = session.progress(), session.schedule
    place = session.next_place(progress)
    needs: Mapping[str, tuple[str, ...]] | None = None
    back: dict[str, date] = {}
    if schedule is not None:
        needs = schedule.lessons_below
        back = {name: memory.due for name, memory in schedule.memories.items()}
    return Overview(
        session.course,
        entries_of(session.course, progress, place, language, needs, back),
        answered=any(lesson.tried for lesson in progress.lessons.values()),
        portion=schedule.today_portion() if schedule is not None else None,
        playground=session.playground,
        today=session.calendar.day(session.clock()),
        was_there=place is not None and place == session.last_place(),
    )


def entries_of(
    course: Outline,
    progress: Progress,
    place: tuple[str, str] | None,
    language: str,
    needs: Mapping[str, tuple[str, ...]] | None = None,
    back: Mapping[str, date] | None = None,
) -> tuple[Entry, ...]:
    """Return the map's lines, in the order of the course.

    `place` is the (lesson, step) that "continue" goes to; `needs` goes from a lesson to those on which it rests, `back`
    from a question to the day on which it comes back.
    """
    entries: list[Entry] = []
    names = {lesson.id: f"{lesson.number} {lesson.title.in_(language)}" for lesson in course.lessons}
    for lesson in course.lessons:
        learnt = progress.lessons[lesson.id]
        is_current = place is not None and place[0] == lesson.id
        step = place[1] if is_current and place is not None else ""
        number = learnt.steps.index(step) if step in learnt.steps else 0
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
                step=number + 1,
                questions=learnt.total,
                closed=sum(question.is_closed for question in learnt.questions),
                done=learnt.is_done,
                current=is_current,
                skills=_skills(lesson, learnt.skills, language, back or {}),
                purpose=lesson.purpose.in_(language),
                step_title=lesson.steps[number].title.in_(language),
                needs=None if needs is None else tuple(names[below] for below in needs.get(lesson.id, ())),
            )
        )
    return tuple(entries)


def _skills(
    lesson: LessonOutline, known: Mapping[str, Known], language: str, back: Mapping[str, date]
) -> tuple[tuple[str, Known], ...]:
    return tuple(
        (
            skill.title.in_(language),
            known[skill.step]._replace(due=min((back[name] for name in skill.questions if name in back), default=None)),
        )
        for skill in skills_of(lesson)
    )
