"""Where a question is asked and in what, and what answering it needs of the session around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tutor.course.questions import Question
from tutor.learner.attempts import Attempt, Clock, During, NewUid
from tutor.learner.review import Memory
from tutor.namedtuple import NamedTuple
from tutor.session.runner import Runner


class Host(Protocol):
    """What answering needs of the session that it is part of."""

    @property
    def runner(self) -> Runner:
        """What runs labs and grades responses."""

    @property
    def clock(self) -> Clock:
        """The time in milliseconds since 1970, UTC."""

    @property
    def new_uid(self) -> NewUid:
        """Names for attempts and visits."""

    @property
    def language(self) -> str:
        """The learner's language."""

    @property
    def course_id(self) -> str:
        """The course that asks."""

    def attempts(self) -> Sequence[Attempt]:
        """Return what the learner answered in the course so far, in order."""

    def record(self, attempt: Attempt) -> None:
        """Keep an attempt at once."""

    def asks_how_sure(self) -> bool:
        """Return whether the learner wants to be asked how sure they are of a prediction."""

    def mine(self, question: Question) -> str:
        """Return the learner's earlier programs that a response to a question can import; "" for none."""

    def draft(self, lesson: str, question: Question) -> str:
        """Return what the learner has written for a question of a lesson so far; "" where that is nothing."""

    def keep_draft(self, lesson: str, question: Question, text: str) -> None:
        """Keep what the learner has written for a question of a lesson."""


class Occasion(NamedTuple):
    """Where and in what a question is asked."""

    lesson: str
    during: During
    memory: Memory | None = None
    """in a review, how well the question is known"""
    skill: tuple[str, ...] = ()
    """the ids of the questions that ask for the same skill, this one among them; () where that is known of none"""
