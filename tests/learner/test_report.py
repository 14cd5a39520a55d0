from __future__ import annotations

import csv
import io

from tutor.learner.attempts import Attempt
from tutor.learner.report import LearnerReport, QuestionReport, as_csv, report_of

from .samples import attempt


def wrong(response: str, mistake: str = "", question: str = "half", variant: int = 0) -> Attempt:
    return attempt(question, False, response=response, mistake=mistake, variant=variant)


MINA = [wrong("14", "sum"), wrong("14", "sum"), attempt("half", hints=2), attempt("two")]
JUN = [attempt("half")]
SEO = [wrong("28", "sum", variant=1), wrong("9"), attempt("half", False, revealed=True, response="")]
ANA = [wrong(" 9 "), attempt("half", hints=1, variant=1)]


def test_a_question_is_reported_over_all_learners():
    report = report_of([("Mina", MINA), ("Jun", JUN), ("Seo", SEO), ("Ana", ANA)], ["two", "half"])
    expected = QuestionReport(
        lesson="cost",
        question="half",
        tried=4,
        right_first=1,
        right=3,
        revealed=1,
        hints=3,
        wrong_response="14",
        wrong_learners=2,
        mistake="sum",
    )
    assert ["two", "half"] == [entry.question for entry in report.questions]
    assert expected == report.questions[1]
    assert ("", 0, "") == (
        report.questions[0].wrong_response,
        report.questions[0].wrong_learners,
        report.questions[0].mistake,
    )


def test_a_mistake_that_was_not_recognised_is_reported_as_it_was_typed():
    report = report_of([("Seo", SEO), ("Ana", ANA), ("Li", [wrong("9")])])
    assert ("9", 3, "") == (
        report.questions[0].wrong_response,
        report.questions[0].wrong_learners,
        report.questions[0].mistake,
    )


def test_learners_are_listed_by_name_or_by_number():
    records = [("Mina", MINA), ("Jun", JUN)]
    assert (LearnerReport("Jun", 1, 1, 1, 12.5), LearnerReport("Mina", 2, 2, 4, 50.0)) == report_of(records).learners
    assert ["1", "2"] == [entry.learner for entry in report_of(records, with_names=False).learners]


def test_two_records_of_one_learner_are_one_and_count_an_attempt_once():
    report = report_of([("Mina", MINA), ("Mina", [*MINA[:2], attempt("two")])])
    assert (1, 5) == (len(report.learners), report.learners[0].attempts)
    assert [1, 1] == [entry.tried for entry in report.questions]


def test_no_records_make_an_empty_report():
    assert ((), ()) == (report_of([]).questions, report_of([]).learners)
    assert 1 == len(as_csv(report_of([])).splitlines())


def test_the_csv_reads_back_and_no_cell_is_a_formula():
    attempts = [wrong("=1+1"), attempt("two", False, response="-4.67", mistake=""), wrong('say "a, b"', question="q3")]
    rows = list(csv.DictReader(io.StringIO(as_csv(report_of([("Mina", attempts)])))))
    assert ["'=1+1", 'say "a, b"', "-4.67"] == [row["wrong_response"] for row in rows]
    assert ["half", "q3", "two"] == [row["question"] for row in rows]
    assert list(QuestionReport._fields) == list(rows[0])
