"""Attempts and questions to test with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from tutor.course.entry import Typed
from tutor.course.proof import Claim, Right
from tutor.course.prose import Paragraph, Prose, Words
from tutor.course.questions import Asked, Desk, Feedback, Question, Unreadable
from tutor.dataclass import dataclass
from tutor.language import Localised, Text
from tutor.learner.attempts import Attempt, During
from tutor.learner.days import Calendar
from tutor.learner.review import Memory, memory_of

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
START = 1_772_000_000_000  # 25 February 2026, 06:13 UTC


def numbered() -> Callable[[], str]:
    numbers: Iterator[int] = count(1)
    return lambda: f"{next(numbers):032x}"


_uid = numbered()


def attempt(question: str = "cost-at-a-glance", right: bool = True, at: int = START, **others: Any) -> Attempt:
    entries: dict[str, Any] = {
        "uid": _uid(),
        "course": "deep-learning",
        "lesson": "cost",
        "kind": "number",
        "revision": "r1",
        "variant": 0,
        "response": "4.67",
        "seconds": 12.5,
        "mistake": "" if right else "sum_of_squares",
        "during": During.LESSON,
    }
    return Attempt(question=question, right=right, at=at, **(entries | others))


def words(text: str) -> Localised[Prose]:
    return Localised({"en": Prose((Paragraph((Words(text),)),), source=text)})


@dataclass(frozen=True, eq=False)
class Doubling(Question):
    """Asks for twice the `x` of its variant."""

    def entry(self, asked: Asked) -> Typed:  # noqa: ARG002
        return Typed(Text(en="a number", ko="수"), letters=False)

    def prove(self, desk: Desk) -> Iterator[Claim]:
        yield Right((f" {self.right_response(desk.asked)} ",))

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        try:
            number = float(response)
        except ValueError:
            return Unreadable("A number, please." if language == "en" else "숫자를 입력해 주세요.")
        x = float(str(asked.values["x"]))
        if number == 2 * x:
            return Feedback(True, words("Twice as much."))
        if number == x:
            return Feedback(False, words("That is the number itself."), mistake="itself")
        return Feedback(False)

    def right_response(self, asked: Asked) -> str:
        return str(2 * float(str(asked.values["x"])))


def doubling(kind: str = "number", revision: str = "r1", numbers: tuple[float, ...] = (1, 2, 3)) -> Doubling:
    return Doubling(
        id="double",
        kind=kind,
        single_try=kind == "predict",
        prompt=words("Twice {{ x }}?"),
        lab=None,
        variants=tuple({"x": x} for x in numbers),
        hints=(words("Add it to itself."), words("Or multiply.")),
        explain=None,
        revision=revision,
    )


def memories_of(attempts: Iterable[Attempt], calendar: Calendar) -> dict[str, Memory]:
    """Return the memory of every question that was answered, by its id.

    `attempts` are in the order in which they were made, under the questions' present names (`attempts.current`).
    """
    by_question: defaultdict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        by_question[attempt.question].append(attempt)
    return {question: memory_of(made, calendar) for question, made in by_question.items()}
