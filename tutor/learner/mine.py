"""Everything that a learner has written right, as one file that runs by itself."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.model import Course
from tutor.course.programs.together import Piece, file_of
from tutor.course.questions import Question
from tutor.learner import messages
from tutor.learner.attempts import Attempt, latest_right
from tutor.learner.days import Calendar


def mine_of(course: Course, attempts: Sequence[Attempt], calendar: Calendar, language: str) -> str:
    """Return the file; "" where nothing was written right yet.

    The programs stand in the order of the lessons. What they import and the learner has not written is there as the
    course has it. `attempts` are those that count in the course (`progress.attempts_at`), in order.
    """
    right = latest_right(attempts)
    questions = {question.id: question for _, _, question in course.all_questions()}
    wanted = {name for name in right if name in questions and questions[name].RUNS_PROGRAMS}
    if not wanted:
        return ""
    used = _with_used(wanted, questions)
    pieces = [
        _piece(f"{lesson.number} · {lesson.title.in_(language)}", question, right.get(question.id), calendar, language)
        for lesson, _, question in course.all_questions()
        if question.id in used
    ]
    title = course.title.in_(language)
    return file_of(
        [piece for piece in pieces if piece is not None], messages.MINE_HEAD(language, course=title).split("\n")
    )


def _with_used(names: set[str], questions: dict[str, Question]) -> set[str]:
    """Return the questions and all whose programs theirs import."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in questions and name not in found:
            found.add(name)
            waiting.extend(questions[name].uses)
    return found


def _piece(place: str, question: Question, made: Attempt | None, calendar: Calendar, language: str) -> Piece | None:
    asked = question.ask(made.variant if made is not None else 0)
    call = question.call(asked)
    if call is None:
        return None
    if made is None:
        return Piece(question.answer_code(asked), call, (place, messages.MINE_NOT_YET(language)), is_own=False)
    day = calendar.day(made.at).isoformat()
    return Piece(made.response, call, (place, messages.MINE_RIGHT_ON(language, day=day)))
