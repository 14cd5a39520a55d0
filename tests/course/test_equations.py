"""Whatever a lesson or a question prints as an equation holds when its numbers are worked out again as they stand."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.live import prose_text
from tutor.course.model import Lesson

LESSONS = standing_course(Path(__file__).parents[2] / "lessons").lessons
LEFT, RIGHT = r"(?<![\w·²)(])([\d.·+−/()²³\- ]*[\d)²³])", r"([−-]?\d+(?:\.\d+)?)(?![\w²³]|\.\d|[ ]?[·/+(])"
PYTHON = str.maketrans({"−": "-", "·": "*"})


def texts_of(lesson: Lesson, language: str) -> Iterator[str]:
    """Yield every text with its numbers in: of each step as it opens, of each question in all its variants."""
    for step in lesson.steps:
        lab = step.lab.lab if step.lab else None
        values = lab.check(step.lab.values) if lab and step.lab else {}
        yield prose_text(step.prose.in_(language), values, lab(**values) if lab else None, language)
        for question in step.questions:
            for asked in map(question.ask, range(len(question.variants))):
                for text in question.texts():
                    yield prose_text(text.in_(language), asked.values, asked.result, language)


def equations(text: str) -> Iterator[tuple[float, str]]:
    """Yield what some arithmetic comes to, and the number that is printed behind the next =."""
    for left, right in re.findall(rf"{LEFT} = {RIGHT}", text):
        python = left.strip().translate(PYTHON).replace("²", "**2").replace("³", "**3")
        balanced = python.count("(") == python.count(")") and python[0] not in "*/+)"  # no function's name was before
        if balanced and re.search(r"[*/+]|\d -|\)-", python):
            yield eval(python), right.translate(PYTHON)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_equation_that_is_printed_holds_as_it_stands(language: str) -> None:
    met = 0
    for lesson in LESSONS:
        for text in texts_of(lesson, language):
            for value, printed in equations(text):
                met += 1
                places = len(printed.partition(".")[2])
                assert abs(value - float(printed)) <= 0.5 * 0.1**places + 1e-9, (lesson.id, text)
    assert met >= 100
