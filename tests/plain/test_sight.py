"""What a lesson says can be followed by somebody who does not see its pictures and has no keys to press."""

from __future__ import annotations

import re

import pytest

from tests.plain.dialogue import LESSONS
from tests.trusted import standing_course

SIGHT = {
    "en": r"\b([Oo]n the (left|right)(?!-)|Left is|Right is|sliders?|arrow keys|(lower|upper) picture|grey line"
    r"|red strokes?|[Pp]ress \*\*space)\b",
    "ko": r"왼쪽(은|에는|의 \[)|오른쪽(은|에는|의 \[)|슬라이더|화살표로|(아래|위) 그림|회색 선|붉은|스페이스\*{0,2}를"
    r"|space\*\*를|화면",
}
"""What was said of where a picture stands, of its colours, and of the keys of the full screen."""
OF_TEXTS = ("X on the left, W on the right", "worked out on the right.", "work on the left side, fail on the right")
"""Said of something that is written in a line and read in one, or of the line of numbers."""


@pytest.mark.parametrize("language", SIGHT)
def test_no_text_of_a_lesson_hangs_on_where_a_picture_stands_or_on_a_key(language: str) -> None:
    found = []
    for lesson in standing_course(LESSONS).lessons:
        texts = [step.prose for step in lesson.steps]
        texts += [text for question in lesson.questions for text in question.texts()]
        for text in texts:
            source = text.in_(language).source
            for of_text in OF_TEXTS:
                source = source.replace(of_text, "")
            found += [(lesson.id, one[0], source[max(0, one.start() - 30) : one.end() + 30])
                      for one in re.finditer(SIGHT[language], source)]  # fmt: skip
    assert [] == found
