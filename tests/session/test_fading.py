"""Help that fades in a session: what it is at first, whether it is offered, a part by itself and the way back."""

from __future__ import annotations

from pathlib import Path

from tests.learner.samples import attempt
from tests.session.host import FakeHost
from tests.trusted import standing_course
from tutor.chart.palette import MONOCHROME
from tutor.learner.attempts import Attempt, During
from tutor.render.look import Look
from tutor.render.question import after
from tutor.render.said import said_lines
from tutor.session.answering import Answering
from tutor.session.asking import Phase
from tutor.session.host import Occasion

LESSONS = Path(__file__).parents[2] / "lessons"
SKILL = ("full-neuron", "its-sister")


def begin(*before: Attempt, name: str = "full-neuron", during: During = During.LESSON) -> tuple[Answering, FakeHost]:
    found = {question.id: question for _, _, question in standing_course(LESSONS).all_questions()}
    host = FakeHost(list(before))
    answering = Answering(found[name], host, Occasion("perceptron", during, skill=SKILL))
    answering.start(lambda _: None)
    return answering, host


def said(answering: Answering, language: str = "en") -> str:
    lines = said_lines(after(answering, language), 100, Look(MONOCHROME, language))
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def next_help(answering: Answering) -> str:
    assert answering.asking is not None
    return answering.fading.next_help(answering.asking)


def known(question: str = "its-sister", **others: object) -> Attempt:
    return attempt(question, during=During.LESSON, **others)  # type: ignore[arg-type]


def test_a_beginner_is_offered_the_working_with_a_gap_and_then_a_hint() -> None:
    answering, host = begin()
    assert (True, "gap") == (answering.offers("hint"), next_help(answering))
    assert "" == said(answering)
    answering.hint()
    assert "→ The working, but for its last number:\n  (−0.5)·1.5 + 1.5·1 + (−0.3) = ___" == said(answering)
    assert "hint" == next_help(answering)
    answering.hint()
    assert said(answering).endswith("→ When θ is exactly the sum, what is y?")
    assert not answering.can("hint")
    answering.respond("0.45")
    assert [(True, 2)] == [(made.right, made.hints) for made in host.made]


def test_who_has_shown_something_gets_the_hint_first_and_the_working_after_it() -> None:
    answering, _ = begin(known())
    assert (True, "hint") == (answering.offers("hint"), next_help(answering))
    answering.hint()
    assert "→ When θ is exactly the sum, what is y?" == said(answering)
    assert "gap" == next_help(answering)
    answering.hint()
    assert said(answering).endswith("= ___")


def test_who_can_do_it_alone_is_offered_nothing_before_the_first_miss_and_gets_it_for_the_asking() -> None:
    answering, _ = begin(known(), known())
    assert (True, False, "hint") == (answering.can("hint"), answering.offers("hint"), next_help(answering))
    answering.respond("7")
    assert answering.offers("hint")
    answering, _ = begin(known(), known())
    answering.hint()
    answering.hint()
    assert said(answering).endswith("= ___")


def test_coming_back_finds_the_help_that_was_there() -> None:
    answering, host = begin()
    answering.hint()
    answering.respond("7")
    again, _ = begin(*host.made)
    assert said(again).startswith("→ The working")
    assert "hint" == next_help(again)


def test_other_numbers_are_asked_with_the_help_that_follows_from_what_was_shown() -> None:
    answering, _ = begin()
    answering.respond("0.45")
    answering.again()
    assert (True, "hint") == (answering.offers("hint"), next_help(answering))
    assert answering.asking is not None
    answering.respond(answering.question.right_response(answering.asking.asked))
    answering.again()
    assert not answering.offers("hint")


def test_testing_out_is_not_helped() -> None:
    answering, _ = begin(during=During.TEST_OUT)
    assert not answering.can("hint")


# -- a part ------------------------------------------------------------------------------------------------------------


def stuck() -> tuple[Answering, FakeHost]:
    """Someone who has left out the first term twice, has seen the right working, and is asked with other numbers."""
    answering, host = begin(known())
    answering.respond("1.2")
    assert not answering.fading.part_offered
    answering.respond("1.2")
    assert answering.asking is not None and answering.asking.phase is Phase.REVEALED
    answering.again()
    return answering, host


def test_wrong_twice_in_the_same_way_is_offered_the_part_that_went_wrong() -> None:
    answering, host = stuck()
    assert (True, "part") == (answering.offers("hint"), next_help(answering))
    assert "· Twice the same slip. It may help to do just a part first." == said(answering)
    assert "· 같은 실수를 두 번 했습니다. 일부만 먼저 계산해 볼 수 있습니다." == said(answering, "ko")
    # x = (1.5, 0.5), w = (-2, 0.5), b = 0.7
    answering.hint()
    assert "→ First just this part:\n  (−2)·1.5 = ___" == said(answering)
    before = len(host.made)
    answering.respond("-3")
    assert before == len(host.made), "what is answered to a part is no attempt"
    assert "✓ (−2)·1.5 = −3\n→ Now the whole again:\n  (−3) + 0.5·0.5 + 0.7 = ___" == said(answering)
    answering.respond("-2.05")
    assert (True, 1) == (host.made[-1].right, host.made[-1].hints)


def test_it_is_not_forced() -> None:
    answering, host = stuck()
    answering.respond("-2.05")
    assert (True, 0) == (host.made[-1].right, host.made[-1].hints)


def test_a_part_that_stays_wrong_is_told_and_leads_on() -> None:
    answering, _ = stuck()
    answering.hint()
    answering.respond("three")
    assert said(answering).endswith("· I cannot read that as a number. Write it like 4.67, -2, 14/3 or 1e-3.")
    answering.respond("3")
    assert said(answering).endswith("✗ Not yet: the answer is smaller than 3.")
    answering.respond("-4")
    assert said(answering).startswith("= (−2)·1.5 = −3\n→ Now the whole again:")
    answering.respond("-2.05")
    assert answering.is_over


def test_the_hints_are_there_beside_the_part() -> None:
    answering, host = stuck()
    answering.hint()
    assert answering.can("hint")
    answering.hint()
    answering.respond("-3")
    answering.respond("7")
    assert 2 == host.made[-1].hints
