"""The end of a lesson as the record has it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tutor.course.model import Lesson
from tutor.learner.ending import Ending, ending_of
from tutor.learner.progress import attempts_on

if TYPE_CHECKING:
    from tutor.learner.attempts import Attempt
    from tutor.session.session import Session


def ending(session: Session, lesson: Lesson) -> Ending:
    """Return how a lesson ends for the learner of a session.

    Where the schedule is not there yet, each question comes back by its own answers alone: for what rests on what, the
    whole course would have to be read.
    """
    from tutor.learner.review import memory_of

    attempts = attempts_on(session.course_id, lesson.questions, session.attempts())
    if session.schedule is not None:
        memories = session.schedule.memories
    else:
        by_question: defaultdict[str, list[Attempt]] = defaultdict(list)
        for attempt in attempts:
            if not attempt.is_guess:
                by_question[attempt.question].append(attempt)
        memories = {name: memory_of(made, session.calendar) for name, made in by_question.items()}
    words = session.marks.note_on(lesson.id, lesson.steps[-1].id)
    return ending_of(lesson, attempts, memories, words, session.calendar.day(session.clock()))
