"""What a teacher sees of several learners' records: for each question who tried it, and what went wrong."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tutor.learner.attempts import Attempt, rounds
from tutor.namedtuple import NamedTuple
from tutor.visible import visible

_NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
_FORMULA = re.compile(rf"""(?:^|;)[\s"']*(?=[=+\-@＝＋－＠])(?!{_NUMBER}\s*(?:;|$))""")
"""Before what a spreadsheet takes for a formula, and is no number: a response is whatever a learner typed."""


class QuestionReport(NamedTuple):
    """What became of one question among all learners."""

    lesson: str
    question: str
    tried: int
    """how many learners answered it"""
    right_first: int
    """how many were right with their very first response and without a hint"""
    right: int
    """how many were right at some time"""
    revealed: int
    """how many asked to see the answer"""
    hints: int
    """how many hints were read, by all of them together"""
    wrong_response: str
    """the commonest wrong response; empty where there was none"""
    wrong_learners: int
    """how many learners gave it"""
    mistake: str
    """the recognised mistake in it (`Feedback.mistake`); empty where it was not recognised"""


class LearnerReport(NamedTuple):
    """What one learner did."""

    learner: str
    """the name, or a number where names are left out"""
    tried: int
    """how many questions"""
    right: int
    """how many of them right at some time"""
    attempts: int
    seconds: float


class Report(NamedTuple):
    """What a class did."""

    questions: tuple[QuestionReport, ...]
    """in the order of the course; what it does not ask any more at the end"""
    learners: tuple[LearnerReport, ...]


def report_of(
    records: Iterable[tuple[str, Sequence[Attempt]]], order: Sequence[str] = (), *, with_names: bool = True
) -> Report:
    """Return the report over several records, each a learner's name and attempts in the order they were made.

    Records of the same name are one learner's, and an attempt in several of them counts once. `order` lists the
    course's questions. Without names, learners are numbered in the order of their names.
    """
    by_learner: defaultdict[str, dict[str, Attempt]] = defaultdict(dict)
    for name, attempts in records:
        by_learner[name].update((attempt.uid, attempt) for attempt in attempts)
    learners, by_question = [], defaultdict[str, list[list[Attempt]]](list)
    for number, name in enumerate(sorted(by_learner), start=1):
        made = sorted(by_learner[name].values(), key=lambda attempt: (attempt.turn, attempt.uid))
        questions: defaultdict[str, list[Attempt]] = defaultdict(list)
        for attempt in made:
            questions[attempt.question].append(attempt)
        for question, tries in questions.items():
            by_question[question].append(tries)
        learners.append(
            LearnerReport(
                learner=name if with_names else str(number),
                tried=len(questions),
                right=sum(_was_right(tries) for tries in questions.values()),
                attempts=len(made),
                seconds=sum(attempt.seconds for attempt in made),
            )
        )
    rank = {question: number for number, question in enumerate(order)}
    asked = sorted(by_question, key=lambda question: (rank.get(question, len(rank)), question))
    return Report(tuple(_question_report(question, by_question[question]) for question in asked), tuple(learners))


def as_csv(report: Report) -> str:
    """Return the questions of a report as CSV, one row each, with a heading."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(QuestionReport._fields)
    for entry in report.questions:
        writer.writerow(_cell(getattr(entry, name)) for name in QuestionReport._fields)
    return table.getvalue()


def _was_right(attempts: Iterable[Attempt]) -> bool:
    return any(attempt.right for attempt in attempts)


def _question_report(question: str, by_learner: Sequence[Sequence[Attempt]]) -> QuestionReport:
    # A recognised mistake is the same in every variant, whatever numbers it leads to; other responses are as spelled.
    learners_with: Counter[tuple[str, str]] = Counter()
    spellings: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tries in by_learner:
        wrong = [attempt for attempt in tries if not attempt.right and not attempt.revealed]
        keys = {attempt: (attempt.mistake, "" if attempt.mistake else _spelled(attempt)) for attempt in wrong}
        # Once a learner: someone who insists on a wrong answer does not make it common.
        learners_with.update(set(keys.values()))
        for key, spelling in {(keys[attempt], _spelled(attempt)) for attempt in wrong}:
            spellings[key][spelling] += 1
    commonest, count, response = ("", ""), 0, ""
    if learners_with:
        # Of equals a recognised one, and then the first in order, so that a report never wavers.
        commonest, count = min(learners_with.items(), key=lambda entry: (-entry[1], not entry[0][0], entry[0]))
        response, _ = min(spellings[commonest].items(), key=lambda entry: (-entry[1], entry[0]))
    return QuestionReport(
        lesson=by_learner[-1][-1].lesson,
        question=question,
        tried=len(by_learner),
        right_first=sum(tries[0].right and not tries[0].hints for tries in by_learner),
        right=sum(map(_was_right, by_learner)),
        revealed=sum(any(attempt.revealed for attempt in tries) for tries in by_learner),
        hints=sum(max(attempt.hints for attempt in asked) for tries in by_learner for asked in rounds(tries)),
        wrong_response=response,
        wrong_learners=count,
        mistake=commonest[0],
    )


def _spelled(attempt: Attempt) -> str:
    return " ".join(attempt.response.split())


def _cell(value: object) -> object:
    """Return a cell that a spreadsheet takes for what it is, a text or a number (OWASP, "CSV Injection").

    On one line, and with tabs shown, no part of it is a cell of its own; but a semicolon ends a cell in some countries.
    """
    return _FORMULA.sub(r"\g<0>'", visible(value)) if isinstance(value, str) else value
