"""What tells an answer before it is given: in a hint, and in what is read before a prediction."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.course.telling import as_the_answer, in_a_row, in_this_order, set_to, stated, worked_out

from .conftest import linted
from .test_kinds import EN, KO, LAB, QUIZ, Break, all_of, append, replace

HINT_EN, HINT_KO = "One key up multiplies by {{ step:.4f }}.", "한 건반 올라갈 때마다 {{ step:.4f }}배가 됩니다."
OPTION = '    - text: {en: "No, the fifths arrive a little too high.", ko: "아니요, 5도 쪽이 조금 높습니다."}'
SHAPE = """
- id: both
  kind: array
  prompt: {en: "What are 3 and 2, each doubled?", ko: "3과 2를 두 배로 하면?"}
  lab: pitch:scale
  answer: pair
  hints: [{en: "HINT_EN", ko: "HINT_KO"}]
"""
ORDER = """
- id: rising
  kind: order
  prompt: {en: "Put them in order, low first.", ko: "낮은 것부터 놓으세요."}
  items: [{en: "the root", ko: "으뜸음"}, {en: "the fifth", ko: "딸림음"}, {en: "the octave", ko: "옥타브"}]
  hints: [{en: "HINT_EN", ko: "HINT_KO"}]
  otherwise: {en: "Count keys.", ko: "건반을 세어 보세요."}
"""


def told(course: Path) -> list[str]:
    return [one.message for one in linted(course) if one.kind in ("hint-tells", "prediction-shown")]


def hinted(en: str, ko: str) -> Break:
    return all_of(replace(QUIZ, HINT_EN, en), replace(QUIZ, HINT_KO, ko))


def asked(question: str, en: str, ko: str) -> Break:
    """Ask one more question, with these hints."""
    return all_of(
        append(QUIZ, question.replace("HINT_EN", en).replace("HINT_KO", ko)),
        replace(EN, "- keys-up\n", f"- keys-up\n- {question.split()[2]}\n"),
        replace(KO, "- keys-up\n", f"- keys-up\n- {question.split()[2]}\n"),
        replace(LAB, '"a": Readout(A, format="g")', '"a": Readout(A, format="g"), "pair": Readout((6, 4), format="g")'),
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        # of a number: what is stated, and what is worked out (3, 5, 8 and 10 keys above 440 are 523.25, …)
        (hinted("It is 523.25 for one of them.", "배입니다."), "523.25"),
        (hinted("Some.", "하나는 523.25번입니다."), "523.25"),
        (hinted("Try 440 · 1.189207.", "배입니다."), "440 · 1.189207"),
        (hinted("Some.", "440 × 1.189207을 해 보세요."), "440 × 1.189207"),
        # of an array and of an order
        (asked(SHAPE, "You get [6, 4].", "그만큼입니다."), "6, 4"),
        (asked(SHAPE, "Double them.", "[6, 4]가 됩니다."), "6, 4"),
        (asked(ORDER, "First the root, then the fifth, then the octave.", "낮은 것부터."), "the root → the fifth"),
        (asked(ORDER, "Count.", "으뜸음, 딸림음, 옥타브입니다."), "으뜸음 → 딸림음"),
    ],
)
def test_a_hint_that_tells_is_found(tuning: Path, change: Break, says: str) -> None:
    change(tuning)
    found = told(tuning)
    assert found
    assert all(says in message for message in found)


@pytest.mark.parametrize(
    "change",
    [
        hinted("Try 440 · 1.06.", "배입니다."),
        hinted("Between 3 and 10 keys it is 2 times at most.", "3에서 10 사이입니다."),
        asked(SHAPE, "Twice 3 is more than 5.", "3의 두 배입니다."),
        asked(SHAPE, "First 4, 6 comes later.", "4, 6은 거꾸로입니다."),
        asked(ORDER, "The octave comes after the fifth, the root before.", "옥타브, 딸림음, 으뜸음의 반대입니다."),
    ],
)
def test_a_hint_that_only_helps_is_left_alone(tuning: Path, change: Break) -> None:
    change(tuning)
    assert [] == told(tuning)


def test_a_hint_for_sliders_may_name_a_number_and_not_all_of_them(tuning: Path) -> None:
    old = "  show: [keys]\n  example"
    replace(QUIZ, old, '  show: [keys]\n  hints: [{en: "Look at 7 / 12.", ko: "절반을 넘습니다."}]\n  example')(tuning)
    assert [] == told(tuning)
    replace(QUIZ, "Look at 7 / 12.", "Bring keys near 7.")(tuning)
    assert [] == told(tuning)
    replace(QUIZ, "Bring keys near 7.", "Bring keys to 7.")(tuning)
    (found,) = told(tuning)
    assert "keys = 7" in found


def test_a_short_option_is_told_where_the_hint_calls_it_the_answer(tuning: Path) -> None:
    replace(QUIZ, OPTION, OPTION.replace("No, the fifths arrive a little too high.", "Too high."))(tuning)
    replace(
        QUIZ,
        "  lab: pitch:beats\n  options:",
        '  lab: pitch:beats\n  hints: [{en: "Not too high a wall.", ko: "네."}]\n  options:',
    )(tuning)
    assert [] == told(tuning)
    replace(QUIZ, "Not too high a wall.", "The right one is: too high.")(tuning)
    (found,) = told(tuning)
    assert "Too high" in found


# -- predictions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (EN, "Press a key", "It will swing 1760 times. Press a key", "1760"),
        (KO, "{{ octave }}번입니다.", "{{ octave }}번입니다. 두 옥타브면 1760번입니다.", "1760"),
        (EN, "Press a key", "It is 440 · 4 then. Press a key", "440 · 4"),
        (LAB, "return Result(", "return Result(", ""),
    ],
)
def test_what_gives_a_prediction_away_is_found(tuning: Path, file: str, old: str, new: str, says: str) -> None:
    replace(file, old, new)(tuning)
    found = told(tuning)
    assert bool(says) == bool(found), found
    assert all(says in message for message in found)


def test_what_an_earlier_question_says_gives_a_prediction_away(tuning: Path) -> None:
    both = all_of(*(replace(file, "- two-octaves\n", "- what-doubles\n- two-octaves\n") for file in (EN, KO)))
    rest = all_of(*(replace(file, "```quiz\n- what-doubles\n```", "") for file in (EN, KO)))
    all_of(rest, both)(tuning)
    assert [] == told(tuning)
    replace(QUIZ, "A fifth is seven keys up, and about 3/2.", "A fifth is no octave: two of those make 1760.")(tuning)
    (found,) = told(tuning)
    assert "1760" in found


def test_a_caption_over_a_veiled_drawing_gives_a_prediction_away(tuning: Path) -> None:
    old = '        alt=Text(\n            en=f"Swings a second'
    replace(LAB, old, f'        title=Text(en="1760.0 a second", ko="1초에 1760.0"),\n{old}')(tuning)
    found = told(tuning)
    assert found
    assert all("1760.0" in message for message in found)


# -- the rules themselves, against hand-made tables --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("The sum is 3.", "en", "3"),
        ("h = 3, so it fires", "en", "3"),
        ("That gives 3", "en", "3"),
        ("It comes to −3.", "en", "−3"),
        ("합은 3입니다.", "ko", "3"),
        ("h = 3", "ko", "3"),
        ("Divide by 3.", "en", ""),
        ("the 3 rows", "en", ""),
        ("It is 3 times the other.", "en", ""),
        ("It is 3 · 4.", "en", ""),
        ("It is 3.5.", "en", ""),
        ("3으로 나눕니다.", "ko", ""),
        ("줄 3개를 봅니다.", "ko", ""),
    ],
)
def test_a_small_number_tells_where_it_is_stated(text: str, language: str, number: str) -> None:
    assert number == stated(text, language, lambda one: abs(one) == 3)


@pytest.mark.parametrize(
    ("text", "value", "found"),
    [
        ("Take 1 / 4.", 0.25, True),
        ("(2 − 0.5) · 3", 4.5, True),
        ("2 × (−3) + 1", -5.0, True),
        ("(14/3)·(W − 1)", 14 / 3, False),
        ("1 / (1 + exp(-z))", 1.0, False),
        ("2 - x", 2.0, False),
        ("3 · 0 / 0", 0.0, False),
    ],
)
def test_arithmetic_tells_where_it_comes_to_the_answer(text: str, value: float, found: bool) -> None:
    assert found == bool(worked_out(text, lambda one: abs(one - value) < 1e-9))


def test_lists_orders_settings_and_words() -> None:
    assert in_a_row("shape (4, 2)", (4, 2), lambda one, other: one == other)
    assert not in_a_row("4 rows of 2", (4, 2), lambda one, other: one == other)
    assert not in_a_row("(2, 4)", (4, 2), lambda one, other: one == other)
    assert in_this_order("a, then b.", ("a.", "b."))
    assert not in_this_order("b, then a.", ("a.", "b."))
    assert set_to("Bring W to −0.5.", ["W"], -0.5)
    assert set_to("W를 2로", ["W"], 2.0)
    assert not set_to("W1 = 2", ["W"], 2.0)
    assert not set_to("W = 2.5", ["W"], 2.0)
    assert as_the_answer("The answer is no.", "en", "No.")
    assert as_the_answer("답은 아니요", "ko", "아니요")
    assert not as_the_answer("No idea?", "en", "No.")
