"""How much is heard: for each question, the wrong responses that can be derived, and which of them meet something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tutor.course.kinds.array import ArrayQuestion
from tutor.course.kinds.number import NumberQuestion
from tutor.course.model import Course
from tutor.course.questions import Asked, Feedback
from tutor.course.slips.hearing import LIKELY_GUESS, Derived
from tutor.lab import LabFailedError

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


class Heard(NamedTuple):
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


def survey(course: Course, language: str) -> Iterator[Heard]:
    """Yield how much is heard at each question that is answered with a number or an array."""
    for _, _, question in course.all_questions():
        if isinstance(question, NumberQuestion | ArrayQuestion):
            try:
                yield _at(question, question.ask(0), language)
            except LabFailedError:
                continue


def _at(question: NumberQuestion | ArrayQuestion, asked: Asked, language: str) -> Heard:
    by_response: dict[str, list[Derived]] = {}
    for derived in sorted(question.slips(asked), key=lambda one: one.slip.cost):
        if derived.slip.cost <= (LIKELY_GUESS if question.single_try else LIKELY):
            by_response.setdefault(derived.response, []).append(derived)
    heard, missed, collisions = 0, [], []
    slips = {response: found for response, found in by_response.items() if not found[0].is_right}
    for response, found in by_response.items():
        causes = tuple(dict.fromkeys(str(one.slip.cause) for one in found))
        if found[0].is_right:
            collisions.append(Collision(response, ("=", *causes)))
        elif len(causes) > 1:
            collisions.append(Collision(response, causes))
    for response in slips:
        feedback = question.grade(asked, response, language)
        if isinstance(feedback, Feedback) and (feedback.right or feedback.mistake not in VAGUE):
            heard += 1
        else:
            missed.append(response)
    return Heard(question.id, len(slips), heard, tuple(missed), tuple(collisions))
