"""What is said to a guess: whether it was right, near or off, each in words of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.host import FakeHost
from tests.trusted import standing_course
from tutor.chart.palette import MONOCHROME
from tutor.learner.attempts import During
from tutor.render.look import Look
from tutor.render.question import after
from tutor.render.said import said_lines
from tutor.session.answering import Answering
from tutor.session.host import Occasion

TOUR = Path(__file__).parents[1] / "tour"


@pytest.mark.parametrize(
    ("response", "en", "ko"),
    [
        ("6", "◆ You guessed 6. Well seen!", "◆ 예측: 6. 정확히 맞혔습니다!"),
        ("6.2", "◆ You guessed 6.2. It is 6.0. Nearly!", "◆ 예측: 6.2, 실제 값: 6.0. 거의 맞혔습니다!"),
        ("11", "◆ You guessed 11. It is 6.0.", "◆ 예측: 11, 실제 값: 6.0"),
    ],
)
def test_a_guess_is_called_right_near_or_neither(response: str, en: str, ko: str) -> None:
    found = {question.id: question for _, _, question in standing_course(TOUR).all_questions()}
    answering = Answering(found["guess-height"], FakeHost([]), Occasion("line", During.LESSON))
    answering.start(lambda _: None)
    answering.respond(response)
    for language, words in (("en", en), ("ko", ko)):
        lines = said_lines(after(answering, language), 100, Look(MONOCHROME, language))
        assert words in ["".join(segment.text for segment in line).rstrip() for line in lines]
