"""How much is heard: for each question, the wrong responses that can be derived, and which of them meet something."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.course.model import Course
from tutor.course.questions import Asked, Derived, Feedback, Question
from tutor.course.slips.hearing import LIKELY_GUESS
from tutor.lab import LabFailedError
from tutor.namedtuple import NamedTuple

LIKELY = 20.0
"""A slip that costs more is not one that has to be heard."""
ENOUGH = 0.9
"""The share of derived slips that has to meet something specific."""
VAGUE = frozenset({"", "entry", "shape", "dimensions"})
"""Under these names the record keeps what says no more than where a response is wrong, or in which direction."""


class Collision(NamedTuple):
    """Two things that are the same number."""

    response: str
    what: tuple[str, ...]
    """the causes that lead to it, the likeliest first; "=" is the answer itself"""


class Listening(NamedTuple):
    """How much is heard at one question, with its first numbers."""

    question: str
    slips: int
    heard: int
    missed: tuple[str, ...]
    """the responses that meet nothing specific"""
    collisions: tuple[Collision, ...]

    @property
    def share(self) -> float:
        """The share of the slips that meet something specific."""
        return self.heard / self.slips if self.slips else 1.0


def survey(course: Course, language: str) -> Iterator[Listening]:
    """Yield how much is heard at each question that is answered with a number or an array."""
    for _, _, question in course.all_questions():
        try:
            asked = question.ask(0)
        except LabFailedError:
            continue
        derived = list(question.slips(asked))
        if derived:
            yield _at(question, asked, derived, language)


def _at(question: Question, asked: Asked, found: list[Derived], language: str) -> Listening:
    by_response: dict[str, list[Derived]] = {}
    for derived in sorted(found, key=lambda one: one.cost):
        if derived.cost <= (LIKELY_GUESS if question.single_try else LIKELY):
            by_response.setdefault(derived.response, []).append(derived)
    heard, missed, collisions = 0, [], []
    slips = [response for response, alike in by_response.items() if not alike[0].is_right]
    for response, alike in by_response.items():
        causes = tuple(dict.fromkeys(one.cause for one in alike))
        if alike[0].is_right:
            collisions.append(Collision(response, ("=", *causes)))
        elif len(causes) > 1:
            collisions.append(Collision(response, causes))
    for response in slips:
        feedback = question.grade(asked, response, language)
        if isinstance(feedback, Feedback) and (feedback.right or feedback.mistake not in VAGUE):
            heard += 1
        else:
            missed.append(response)
    return Listening(question.id, len(slips), heard, tuple(missed), tuple(collisions))
