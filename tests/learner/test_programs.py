"""A response of several lines: kept, carried and shown whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.learner.attempts import Attempt, During
from tutor.learner.recap import recap_of
from tutor.learner.report import as_csv, report_of
from tutor.learner.store import Store
from tutor.learner.transfer import export, import_into
from tutor.program import LONGEST_SOURCE

from .samples import DAY, START, attempt

FALLING = Path(__file__).parent.parent / "courses" / "falling"
WRONG = "def fall(t):\n    # ```\n\treturn '떨어진 거리' and g * t\n"


@pytest.fixture(scope="module")
def course() -> Course:
    return standing_course(FALLING)


def written(response: str, right: bool = False, **others: object) -> Attempt:
    return attempt("write-fall", right, response=response, course="falling", lesson="free-fall", kind="code", **others)


def test_a_program_is_kept_and_carried_to_another_machine_as_it_was_written(tmp_path: Path) -> None:
    longest = (WRONG * (LONGEST_SOURCE // len(WRONG) + 1))[:LONGEST_SOURCE]
    made = [written(WRONG), written(longest, at=START + 1)]
    with (
        Store.open(tmp_path / "one", clock=lambda: START) as one,
        Store.open(tmp_path / "two", clock=lambda: START) as two,
    ):
        for each in made:
            one.record(each)
        export(one, tmp_path / "mine.jsonl")
        import_into(two, tmp_path / "mine.jsonl")
        assert (
            [WRONG, longest] == [each.response for each in one.attempts()] == [each.response for each in two.attempts()]
        )


def test_a_page_of_ones_own_has_every_program_in_lines_of_its_own(course: Course) -> None:
    made = [written(WRONG), written("def fall(t):\n    return g * t**2 / 2", right=True, at=START + 1)]
    page = recap_of(course, course.lessons[0], made, "en")
    assert "- ✗\n\n  ````python\n  def fall(t):\n      # ```\n  \treturn '떨어진 거리' and g * t\n  ````\n" in page
    assert "- ✓\n\n  ```python\n  def fall(t):\n      return g * t**2 / 2\n  ```\n" in page


def test_what_was_written_right_stays_on_the_page_whatever_became_of_a_review(course: Course) -> None:
    right = "def fall(t):\n    return g * t * t / 2"
    filled = "def fall(t):\n    return g * t**2 / 2"
    made = [
        written(right, right=True),
        written(WRONG, at=START + DAY, during=During.REVIEW),
        written(filled, right=True, at=START + DAY + 1, during=During.REVIEW),
    ]
    page = recap_of(course, course.lessons[0], made, "en")
    block = "- My program, which was right:\n\n  ```python\n  def fall(t):\n      return g * t * t / 2\n  ```\n"
    assert block in page
    assert 1 == page.count("g * t * t / 2")
    assert "My program" not in recap_of(course, course.lessons[0], made[:1], "en")


def test_a_revealed_program_is_on_the_page_too(course: Course) -> None:
    page = recap_of(course, course.lessons[0], [written("", revealed=True)], "ko")
    assert "- 맞는 프로그램:\n\n  ```python\n  def fall(t):\n      return g * t**2 / 2\n  ```\n" in page


def test_in_a_report_it_takes_one_row() -> None:
    report = report_of([("Mina", [written(WRONG, mistake="speed")])])
    assert ("def fall(t): # ``` return '떨어진 거리' and g * t", "speed") == (
        report.questions[0].wrong_response,
        report.questions[0].mistake,
    )
    assert 2 == len(as_csv(report).splitlines())
