"""The words of the course that a review asks beside what is due, now and then: never more, and never by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tutor.course.model import Lesson, Step
from tutor.course.questions import Question
from tutor.course.vocabulary import WordQuestion, word_questions
from tutor.learner.attempts import Attempt, current
from tutor.learner.review import Memory, due_questions, memory_of
from tutor.learner.schedule import Schedule
from tutor.session.session import Session

WORD_AFTER = 5
"""A word comes after so many other questions."""

Item = tuple[Lesson, Step, Question]


def words_to_ask(session: Session, schedule: Schedule, *, wanted: int) -> list[Item]:
    """Return so many questions about words, or fewer: those that are due, then new ones, in the course's order.

    A word is new once the learner has been where it is taught. First it is asked for by its meaning, and the other way
    round once that was right.
    """
    if not wanted:
        return []
    questions = {one.question.id: one for one in word_questions(schedule.course)}
    attempts = _attempts_at(session, questions)
    memories = {name: memory_of(made, schedule.calendar) for name, made in attempts.items()}
    snoozed = session.store.snoozed(session.course_id)
    due = [memory.question for memory in due_questions(memories, schedule.today, snoozed)]
    new = (name for name in _new(questions, memories, session) if snoozed.get(name, schedule.today) <= schedule.today)
    chosen = [questions[name] for name in (*due, *new)][:wanted]
    return [(one.lesson, one.step, one.question) for one in chosen]


def _attempts_at(session: Session, questions: dict[str, WordQuestion]) -> dict[str, list[Attempt]]:
    revisions = {name: one.question.revision for name, one in questions.items()}
    found: defaultdict[str, list[Attempt]] = defaultdict(list)
    for attempt in current(session.attempts(), revisions=revisions):
        found[attempt.question].append(attempt)
    return found


def _new(questions: dict[str, WordQuestion], memories: dict[str, Memory], session: Session) -> Iterator[str]:
    visited = session.store.visited(session.course_id)
    for name, one in questions.items():
        if name in memories or (one.lesson.id, one.step.id) not in visited:
            continue
        known = memories.get(one.before)
        if not one.before or (known is not None and known.reviews > known.lapses):
            yield name


def among(asked: Sequence[Item], words: Sequence[Item]) -> list[Item]:
    """Return questions with a word after every few of them."""
    found: list[Item] = []
    waiting = list(words)
    for number, item in enumerate(asked, 1):
        found.append(item)
        if waiting and number % WORD_AFTER == 0:
            found.append(waiting.pop(0))
    return found
