"""Every question stands by itself: what points at its step is found, and so is a value that the answer needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import course_in
from tutor.course.questions import Question

from .conftest import linted
from .test_kinds import QUIZ, all_of, replace

NUMBER_EN = "The A swings {{ a }} times a second. How many times does the string {{ keys }} keys above it swing?"
NUMBER_KO = "A는 1초에 {{ a }}번 떨립니다. A에서 {{ keys }}건반 위의 현은 몇 번 떨리나요?"
WORD_EN, WORD_KO = "Twelve keys up, a string swings twice as fast", "열두 건반 위에서 현은 두 배 빨리 떨립니다"
SLIDER_EN, SLIDER_KO = "Set the slider to the key that swings", "A가 두 번 떨리는 동안 세 번 떨리는 건반에"
HINT_EN, HINT_KO = "One key up multiplies by", "한 건반 올라갈 때마다"
FIFTH_EN = "Powers of 3 are odd and powers of 2 are even"


def kinds(course: Path) -> list[str]:
    return [finding.kind for finding in linted(course)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the text of the step
        (NUMBER_EN, f"See the table above. {NUMBER_EN}"),
        (NUMBER_EN, f"As shown below, the A is fixed. {NUMBER_EN}"),
        (NUMBER_KO, f"위의 표를 보세요. {NUMBER_KO}"),
        (NUMBER_KO, f"표는 아래에 있습니다. {NUMBER_KO}"),
        (FIFTH_EN, f"See the formula above. {FIFTH_EN}"),
        # its picture
        (WORD_EN, f"Look at the chart. {WORD_EN}"),
        (WORD_EN, f"In the picture you saw it. {WORD_EN}"),
        (WORD_KO, f"그래프에서 읽으세요. {WORD_KO}"),
        (HINT_EN, f"Move the slider. {HINT_EN}"),
        (HINT_KO, f"슬라이더를 움직이세요. {HINT_KO}"),
        # another step, another question
        (HINT_EN, f"You saw it in the last step. {HINT_EN}"),
        (HINT_KO, f"앞 단계에서 보았습니다. {HINT_KO}"),
        (SLIDER_EN, f"As before: {SLIDER_EN}"),
        (WORD_EN, f"Now with a word. {WORD_EN}"),
        (WORD_KO, f"이번에는 말로 답하세요. {WORD_KO}"),
        (SLIDER_EN, f"And now: {SLIDER_EN}"),
        # what nobody has named
        (WORD_EN, f"On this piano. {WORD_EN}"),
        (WORD_EN, f"Here there are keys. {WORD_EN}"),
        (WORD_KO, f"이 피아노입니다. {WORD_KO}"),
    ],
)
def test_what_points_at_the_step_is_found(tuning: Path, old: str, new: str) -> None:
    replace(QUIZ, old, new)(tuning)
    assert ["needs-its-step"] == kinds(tuning)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NUMBER_EN, f"Somebody plays a piano. This piano is tuned. {NUMBER_EN}"),
        (NUMBER_EN, f"A piano and this piano's A are tuned. {NUMBER_EN}"),
        (NUMBER_EN, f"The A is above 200. {NUMBER_EN}"),
        (NUMBER_EN, f"Then it is known by now. {NUMBER_EN}".replace("Then it", "It")),
        (NUMBER_KO, f"피아노가 있습니다. 이 피아노는 조율했습니다. {NUMBER_KO}"),
        (NUMBER_KO, f"A는 0.5 위에 있습니다. {NUMBER_KO}"),
        # The sliders and their picture are there, wherever it is asked.
        (SLIDER_EN, f"On this piano and on the chart: {SLIDER_EN}"),
        # What is said to a response may lead on.
        (FIFTH_EN, f"The next step tells more. {FIFTH_EN}"),
        # A prediction has its step with it.
        ("How many times a second does the string", "Now look at the chart. How many times a second does the string"),
    ],
)
def test_what_a_review_shows_or_says_itself_is_left_alone(tuning: Path, old: str, new: str) -> None:
    replace(QUIZ, old, new)(tuning)
    assert [] == kinds(tuning)


def test_a_question_with_its_picture_may_speak_of_it(tuning: Path) -> None:
    old = "Twelve fifths up should be the same key"
    replace(QUIZ, old, f"In this picture two notes beat. {old}")(tuning)
    assert ["needs-its-step"] == kinds(tuning)
    replace(QUIZ, "  lab: pitch:beats\n  options:", "  lab: pitch:beats\n  picture: true\n  options:")(tuning)
    assert [] == kinds(tuning)


def test_a_picture_needs_a_lab(tuning: Path) -> None:
    replace(QUIZ, "  lab: pitch:beats\n  options:", "  picture: true\n  options:")(tuning)
    assert "no-lab" in kinds(tuning)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("The A swings {{ a }} times a second. How", "How", "a = 440"),
        ("A는 1초에 {{ a }}번 떨립니다. ", "", "a = 440"),
        ("the string {{ keys }} keys above it", "the string above it", "read alike in 'en'"),
        ("A에서 {{ keys }}건반 위의 현은", "위의 현은", "read alike in 'ko'"),
    ],
)
def test_a_value_that_the_answer_needs_and_nobody_gives_is_found(tuning: Path, old: str, new: str, named: str) -> None:
    text = (tuning / QUIZ).read_text(encoding="utf-8")
    at = text.index("- id: keys-up")
    assert old in text[at:]
    (tuning / QUIZ).write_text(text[:at] + text[at:].replace(old, new, 1), encoding="utf-8")
    # That one language shows what the other does not is found as well.
    (finding,) = [one for one in linted(tuning) if one.kind != "languages-drift"]
    assert "given-missing" == finding.kind
    assert named in finding.message


def test_a_value_may_be_given_in_a_rounded_form_or_by_what_it_comes_to(tuning: Path) -> None:
    """440 as 440.0, and 2^(3/12) by its own value in place of the keys that it is made of."""
    all_of(
        replace(QUIZ, "The A swings {{ a }} times", "The A swings {{ a:.1f }} times"),
        replace(QUIZ, "A는 1초에 {{ a }}번", "A는 1초에 {{ a:.1f }}번"),
    )(tuning)
    assert [] == kinds(tuning)


def question(course: Path, name: str) -> Question:
    return next(one for _, _, one in course_in(course).all_questions() if one.id == name)


def test_a_picture_is_read(tuning: Path) -> None:
    assert not question(tuning, "all-pure").picture
    replace(QUIZ, "  lab: pitch:beats\n  options:", "  lab: pitch:beats\n  picture: true\n  options:")(tuning)
    assert question(tuning, "all-pure").picture
