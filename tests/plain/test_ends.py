"""The end of the course, practice from one slip, and what a lesson is about, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DAY, NOW
from tests.learner.samples import attempt
from tests.plain.dialogue import LESSONS, attempts_in, hold, wrong_with
from tests.plain.script import lines_for
from tests.trusted import standing_course
from tutor.course.outline import LessonOutline, load_outline
from tutor.learner.calibration import LEAST
from tutor.learner.paths import record_path
from tutor.learner.store import Store


def lesson(name: str) -> LessonOutline:
    found = load_outline(LESSONS).lesson(name)
    assert found is not None
    return found


def answered_last(home: Path, *more: str, language: str = "en") -> str:
    """Return what is said after the last lesson of the course was answered right, to what is typed then."""
    last = standing_course(LESSONS).lessons[-1]
    lines = [*lines_for([last])][:-1]
    said = hold([*lines, *more], home, "--at", last.id, language=language).said
    # What is said after the last question, and to all that follows.
    return said[said.rindex("\n> " + next(line for line in reversed(lines) if line) + "\n") if not more else 0 :]


@pytest.mark.parametrize(
    ("language", "heading", "tells"),
    [
        ("en", "The end of the course: ", "Enter tells the end of the course"),
        ("ko", "강좌를 마치며: ", "엔터를 치면 지금까지 만든 것과 아는 것을"),
    ],
)
def test_the_last_lesson_leads_to_the_end_of_the_course(
    language: str, heading: str, tells: str, tmp_path: Path
) -> None:
    said = answered_last(tmp_path, "", "", language=language)
    before, page = said.split(f"\n{heading}")
    assert tells in before
    assert heading not in before
    assert [] == wrong_with(page)
    inputs = {"en": "inputs = all four, scale = standardised", "ko": "입력 = 넷 모두, 눈금 = 표준화"}[language]
    for part in (inputs, "tutor mine -o mine.py", "163", "tutor recap all end.md"):
        assert part in page
    assert {"en": "Lesson 15, missed: ", "ko": "강의 15, missed: "}[language] in page
    # Nothing of it depends on seeing it, and Enter then leads to the lessons.
    assert not set("●◕◐◆○←→✓·") & set(page.split("\n>")[0])
    assert {"en": "15. A test on real data: done, 7 steps", "ko": "15. 실제 데이터로 보는 시험: 마침, 7단계"}[
        language
    ] in page


def test_the_end_can_be_told_by_a_command_once_it_was_reached(tmp_path: Path) -> None:
    assert "That is told once the last lesson is done." in hold(["closing"], tmp_path, "--at", "perceptron/2").after(
        "closing"
    )
    answered_last(tmp_path)
    for typed, language in (("closing", "en"), ("마무리", "ko")):
        dialogue = hold([typed, ""], tmp_path, "--at", "perceptron/2", language=language)
        assert "mine.py" in dialogue.after(typed)
        assert {"en": "“closing” tells", "ko": "“마무리”"}[language] in dialogue.after("")


def slipped(home: Path) -> None:
    """Keep that a factor was left out three times in the weighted sum, and then none."""
    sum_ = next(one for _, _, one in standing_course(LESSONS).all_questions() if one.id == "weighted-sum")
    with Store.open(record_path({"TUTOR_HOME": str(home)}, ""), clock=lambda: NOW) as store:
        for variant, mistake in enumerate(["slip:left-out"] * 3 + [""]):
            store.record(
                attempt(
                    sum_.id, not mistake, NOW + variant, uid=f"{variant:032x}", lesson="perceptron", kind=sum_.kind,
                    revision=sum_.revision, variant=variant % len(sum_.variants), mistake=mistake,
                )
            )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "practise", "offer", "asks"),
    [
        ("en", "practise", "Worth a short practice: something left out. “practise” begins it.", "weighted sum?"),
        (
            "ko",
            "연습",
            "짧게 연습해 볼 만한 것: 항이나 인수를 빠뜨림. “연습”을 치면 시작합니다.",
            "가중합은 얼마인가요?",
        ),
    ],
)
def test_a_slip_that_came_up_three_times_is_offered_and_practised(
    language: str, practise: str, offer: str, asks: str, tmp_path: Path
) -> None:
    slipped(tmp_path)
    lines = ["progress", "review", "stop", "review", "next", practise, "1000", "next", "", practise]
    dialogue = hold(lines, tmp_path, language=language, now=NOW + 40 * DAY)
    assert offer in dialogue.after("progress")
    assert {"en": "Due today: 1, about 1 min. “review” asks them.", "ko": "오늘 복습할 것: 1문제, 약 1분. “복습”을"}[
        language
    ] in dialogue.after("progress")
    # At the end of a review, too.
    assert offer in next(turn for turn in dialogue.turns if turn.startswith("> next"))
    asked, over = [turn for turn in dialogue.turns if turn.startswith(f"> {practise}")]
    assert asks in asked
    assert {"en": "Practice: something left out", "ko": "연습: 항이나 인수를 빠뜨림"}[language] in asked
    assert {"en": "No slip has come up often enough", "ko": "연습할 만큼 자주 나온 실수가 없습니다"}[language] in over
    assert [("1000", "practice")] == [
        (one.response, str(one.during)) for one in attempts_in(tmp_path) if one.response == "1000"
    ]


def test_progress_tells_how_sure_one_was(tmp_path: Path) -> None:
    last = standing_course(LESSONS).lessons[-1]
    hold([*lines_for([last])], tmp_path, "--at", last.id)
    told = hold(["progress"], tmp_path).after("progress")
    guesses = sum(one.sure == 75 for one in attempts_in(tmp_path))
    assert 0 < guesses < LEAST
    assert f"“fairly sure”: {guesses} so far." in told
    assert f"{guesses} of {guesses} predictions right." in told
    assert "  7 right so far" in told


def test_what_a_lesson_is_about_is_told_with_what_it_needs_and_its_skills(tmp_path: Path) -> None:
    outline = lesson("xor")
    dialogue = hold(["about 2", "about xor", "about", "about 99"], tmp_path, now=NOW)
    told = " ".join(dialogue.after("about 2").split())
    assert outline.goal.in_("en") in told
    assert f"What it is for: {outline.purpose.in_('en')}" in told
    assert "What it needs: 1 The perceptron." in told
    assert "How well you know it: not begun." in told
    assert "Pressed flat: not answered yet. It rests on: The plane, folded." in told
    assert dialogue.after("about 2").split("\n")[1:] == dialogue.after("about xor").split("\n")[1:]
    assert "Say which lesson" in dialogue.after("about")
    assert "Say which lesson" in dialogue.after("about 99")


def test_who_comes_back_hears_first_what_is_due_and_where_they_were(tmp_path: Path) -> None:
    hold(["-3.5", "", "map"], tmp_path, "--at", "perceptron/2")
    assert "Nothing is due today." in hold(["map"], tmp_path).after("map")
    later = hold(["map"], tmp_path, now=NOW + 30 * DAY).after("map")
    lines = later.split("\n")
    due = next(at for at, line in enumerate(lines) if line.startswith("Due today: 1,"))
    were = next(at for at, line in enumerate(lines) if line.startswith("You were at: lesson 1, The perceptron, "))
    assert due < were < next(at for at, line in enumerate(lines) if line.startswith("1. "))
