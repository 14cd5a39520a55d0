"""A program that is told as the answer stands in lines of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.learner.samples import attempt
from tests.session.host import FakeHost, Told
from tests.trusted import standing_course
from tutor.chart.palette import MONOCHROME
from tutor.learner.attempts import During
from tutor.render.look import Look
from tutor.render.question import after
from tutor.render.said import said_lines
from tutor.session.host import Occasion
from tutor.session.visit import Visit

FALLING = Path(__file__).parent.parent / "courses" / "falling"


@pytest.mark.parametrize(("language", "told"), [("en", "= A program that is right:"), ("ko", "= 맞는 프로그램:")])
@pytest.mark.parametrize("width", [72, 30])
def test_the_answer_is_told_line_by_line(language: str, told: str, width: int) -> None:
    step = standing_course(FALLING).lessons[0].steps[0]
    (question,) = step.questions
    before = attempt(question.id, False, response="def fall(t): 0", revision=question.revision, lesson="free-fall")
    host, occasion = FakeHost([before], language=language), Occasion("free-fall", During.LESSON)
    visit = Visit(host, step.lab, step.questions, occasion, Told())
    (answering,) = visit.answerings
    answering.reveal()
    lines = said_lines(after(answering, language), width, Look(MONOCHROME, language))
    texts = ["".join(segment.text for segment in line).rstrip() for line in lines]
    at = texts.index(told)
    code = [text.strip(" │") for text in texts[at + 1 :] if text.strip(" │")]
    assert ["def fall(t):", "return g * t**2 / 2"] == code[:2]
