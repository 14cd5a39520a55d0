"""A heard slip in a session: what the record keeps, and when the two workings are laid beside each other."""

from __future__ import annotations

from pathlib import Path

from tests.session.host import FakeHost
from tests.trusted import standing_course
from tutor.course.slips.causes import Cause, cause_of
from tutor.learner.attempts import During
from tutor.session.answering import Answering
from tutor.session.asking import Phase
from tutor.session.host import Occasion

LESSONS = Path(__file__).parents[2] / "lessons"


def begin(name: str, during: During = During.LESSON) -> tuple[Answering, FakeHost]:
    found = {question.id: question for _, _, question in standing_course(LESSONS).all_questions()}
    host = FakeHost()
    answering = Answering(found[name], host, Occasion("perceptron", during))
    answering.start(lambda _: None)
    return answering, host


def phase(answering: Answering) -> Phase:
    assert answering.asking is not None
    return answering.asking.phase


def test_the_record_keeps_the_cause_of_a_wrong_number() -> None:
    answering, host = begin("full-neuron")
    answering.respond("1.2")
    assert ["slip:left-out"] == [attempt.mistake for attempt in host.made]
    assert Cause.LEFT_OUT is cause_of(host.made[0].mistake)


def test_the_two_workings_are_there_for_the_asking_and_end_the_question() -> None:
    answering, host = begin("full-neuron")
    assert not answering.can("working")
    answering.respond("1.2")
    assert answering.can("working") and not answering.is_over
    answering.unfold()
    assert (True, Phase.REVEALED) == (answering.is_unfolded, phase(answering))
    assert [False, True] == [attempt.revealed for attempt in host.made]
    # Other numbers come at once.
    answering.again()
    assert (False, Phase.OPEN, 1) == (answering.is_unfolded, phase(answering), answering.asking.asked.variant)  # type: ignore[union-attr]


def test_they_come_by_themselves_at_the_second_miss_where_the_slip_is_known() -> None:
    answering, _ = begin("full-neuron")
    answering.respond("0.1")
    answering.respond("1.2")
    assert (True, Phase.REVEALED) == (answering.is_unfolded, phase(answering))
    answering, _ = begin("full-neuron")
    answering.respond("1.2")
    answering.respond("1234.5")
    assert (False, Phase.OPEN) == (answering.is_unfolded, phase(answering))


def test_testing_out_is_not_helped() -> None:
    answering, _ = begin("full-neuron", During.TEST_OUT)
    answering.respond("1.2")
    assert (Phase.MISSED, False) == (phase(answering), answering.is_unfolded)


def test_what_the_picture_shows_is_told_from_what_was_asked() -> None:
    answering, host = begin("one-weight")
    assert answering.asking is not None and answering.question.lab is not None
    # The one layer of the lab as it is at first has the bias 1.5·(-1) - 2.
    answering.respond("-3.5", answering.question.lab())
    assert "slip:other-quantity" == host.made[0].mistake
