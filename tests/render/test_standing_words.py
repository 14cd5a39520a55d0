"""How well something is known, and how sure one was, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tutor.figure import Line, Mark
from tutor.learner.calibration import Calibration, Level, Sureness
from tutor.learner.standing import Known, Standing
from tutor.render.calibration import facts, figure, missing, sentence
from tutor.render.standing import STANDING_MARKS, known_words, lesson_words

TODAY = date(2026, 1, 1)  # a Thursday
TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("known", "en", "ko"),
    [
        (Known(), "not answered yet", "아직 답하지 않음"),
        (Known(Standing.SHAKY), "met, not yet right without help", "답했지만 아직 도움 없이 맞히지 못함"),
        (
            Known(Standing.SHAKY, was_right=True, due=TOMORROW),
            "right before; wrong or with help the last time; comes back tomorrow",
            "전에는 맞혔지만 지난번에는 틀렸거나 도움을 받음, 내일 다시 나옴",
        ),
        (Known(Standing.SHAKY, 1, left=2), "not asked in full yet: 2 to come", "아직 다 묻지 않음: 남은 질문 2개"),
        (Known(Standing.RIGHT, 1, due=TOMORROW), "right once; comes back tomorrow", "한 번 맞힘, 내일 다시 나옴"),
        (Known(Standing.RIGHT, 2, 2), "right twice over 2 days", "2일에 걸쳐 두 번 맞힘"),
        (
            Known(Standing.RIGHT, 2, 3, due=TODAY - timedelta(days=4)),
            "right twice over 3 days; comes back today",
            "3일에 걸쳐 두 번 맞힘, 오늘 다시 나옴",
        ),
        (
            Known(Standing.LEARNT, 3, 12, due=TOMORROW),
            "right three times over 12 days: learnt",
            "12일에 걸쳐 세 번 맞힘: 익힘",
        ),
        (
            Known(Standing.LEARNT, 11, 400),
            "right 11 times over 400 days: learnt",
            "400일에 걸쳐 11번 맞힘: 익힘",
        ),
    ],
)
def test_how_well_something_is_known_is_said_in_words(known: Known, en: str, ko: str) -> None:
    assert [en, ko] == [known_words(known, TODAY, language) for language in ("en", "ko")]


def test_every_standing_has_a_mark_of_its_own() -> None:
    assert set(Standing) == set(STANDING_MARKS)
    assert len(Standing) == len({mark for mark, _ in STANDING_MARKS.values()})


def test_a_lesson_is_known_by_its_skills() -> None:
    learnt, right, unseen = Known(Standing.LEARNT, 3, 13), Known(Standing.RIGHT, 1), Known()
    assert "not begun" == lesson_words([unseen, unseen], 0, 5, "en")
    assert "2 of 5 steps done; nothing answered yet" == lesson_words([unseen, unseen], 2, 5, "en")
    assert "● 1 learnt · ◕ 2 right so far · ○ 1 not answered" == lesson_words(
        [right, learnt, unseen, right], 2, 5, "en"
    )
    assert "익힘: 모든 것을 일주일 넘게 간격을 두고 도움 없이 세 번 맞힘" == lesson_words([learnt, learnt], 5, 5, "ko")


CALIBRATION = Calibration(
    (Level(Sureness.GUESS, 2, 1, 0.4), Level(Sureness.FAIRLY, 16, 16, 0.75), Level(Sureness.SURE, 10, 7, 0.95))
)


def test_how_right_one_is_is_said_by_word_with_what_that_tells() -> None:
    assert "When you say “sure”, you are right 7 times of 10." == sentence(CALIBRATION, "en")
    assert "“확신”이라고 했을 때 10번 중 7번 맞았습니다." == sentence(CALIBRATION, "ko")
    sure, fairly = facts(CALIBRATION, "en")
    assert sure.endswith("The word stands for 95%: you are surer than you are right.")
    assert fairly.endswith("The word stands for 75%: you know more than you say.")
    assert ("“a guess”: 2 so far. From 5 on it shows here how often you are right then.",) == (
        missing(CALIBRATION, "en")
    )


def test_with_few_answers_it_is_said_how_many_it_takes() -> None:
    few = Calibration((Level(Sureness.GUESS), Level(Sureness.FAIRLY), Level(Sureness.SURE, 4, 4, 0.95)))
    assert sentence(few, "en").startswith("“sure”: 4 so far. From 5 on")
    assert figure(few) is None
    none = Calibration(tuple(Level(word) for word in Sureness))
    assert sentence(none, "en").startswith("After a prediction you can say how sure you are.")


def test_the_chart_sets_how_right_against_how_sure() -> None:
    drawn = figure(CALIBRATION)
    assert drawn is not None
    diagonal, *marks = drawn.layers
    assert isinstance(diagonal, Line)
    assert list(diagonal.x) == list(diagonal.y) == [0, 100]
    points = [(round(mark.x), round(mark.y)) for mark in marks if isinstance(mark, Mark)]
    assert [(75, 100), (95, 70)] == points
    assert "you are right 7 times of 10" in drawn.alt("en")
    assert "10번 중 7번" in drawn.alt("ko")
