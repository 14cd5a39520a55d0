"""A visit to a step: its lab and its questions, with a runner that answers at once, later, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.learner.tour import tour
from tests.session.host import FailingRunner, FakeHost, SlowRunner, Told
from tutor.course.model import Step
from tutor.lab import Lab, Readout, Result, Slider, Values, lab
from tutor.learner.attempts import During
from tutor.session.asking import Phase
from tutor.session.host import Occasion
from tutor.session.runner import SLICE, DirectRunner, Failure, Job, SlicingRunner, TakeResult, TakeShare
from tutor.session.visit import Visit


def step(name: str) -> Step:
    return next(step for lesson in tour().lessons for step in lesson.steps if step.id == name)


def visit_to(name: str, host: FakeHost | None = None, told: Told | None = None, left: Values | None = None) -> Visit:
    there = step(name)
    occasion = Occasion("line", During.LESSON)
    return Visit(host or FakeHost(), there.lab, there.questions, occasion, told or Told(), left)


def height(visit: Visit) -> float:
    assert visit.result is not None
    return float(visit.result.readouts["height"].value)


def test_moving_gives_a_new_result_in_the_same_call_and_tells_of_it():
    told = Told()
    visit = visit_to("move", told=told)
    assert ([], 2.0) == (told.labs, height(visit))
    visit.move({"k": 1.5})
    assert ([visit], 3.0) == (told.labs, height(visit))
    visit.move({"k": 1.5})
    assert [visit] == told.labs


def test_a_run_of_moves_of_one_control_is_taken_back_as_one_and_so_is_a_reset():
    visit = visit_to("move")
    (row,) = visit.rows
    assert (False, False) == (visit.can_undo, visit.can_reset)
    visit.move({"k": 1.5}, row)
    visit.move({"k": 2.0}, row)
    visit.reset()
    assert (1.0, 2.0) == (visit.values["k"], height(visit))
    visit.undo()
    assert 2.0 == visit.values["k"]
    visit.undo()
    assert ({"k": 1.0}, False) == (dict(visit.values), visit.can_undo)


def test_a_visit_goes_on_with_what_the_lab_was_left_at():
    visit = visit_to("move", left={"k": 3.0})
    assert (6.0, True) == (height(visit), visit.can_reset)


def test_until_a_prediction_is_made_the_lab_is_veiled_and_cannot_be_moved():
    visit = visit_to("guess")
    answering = visit.prediction
    assert answering is not None
    assert ((), True) == (visit.rows, visit.is_veiled)
    assert {"height"} <= visit.withheld
    before = dict(visit.values)
    visit.move({**before, "k": 4.0})
    assert before == dict(visit.values)
    visit.respond(answering, "4")
    assert (None, False, Phase.PREDICTED) == (
        visit.prediction,
        visit.is_veiled,
        answering.asking and answering.asking.phase,
    )
    assert (before, frozenset()) == (dict(visit.values), visit.withheld)
    assert [("height", 4.0)] == [(guess.readout, guess.value) for guess in visit.guesses]


def test_a_guess_is_seen_while_it_is_typed():
    told = Told()
    visit = visit_to("guess", told=told)
    answering = visit.prediction
    assert answering is not None
    visit.guess(answering, "5")
    assert [5.0] == [guess.value for guess in visit.guesses]
    visit.guess(answering, "")
    assert () == visit.guesses
    assert 2 == len(told.labs)


def test_a_setting_is_answered_with_the_sliders_and_outdated_when_they_move():
    visit = visit_to("set")
    (answering,) = visit.answerings
    visit.respond(answering)
    assert answering.first_right is False
    visit.move({**visit.values, "k": 1.5})
    assert answering.is_outdated
    visit.respond(answering)
    assert not answering.is_outdated
    visit.help(answering, "reveal")
    assert answering.is_over
    assert {**visit.values, "k": 3.5} == dict(visit.values)


def test_in_a_lesson_sliders_stay_where_they_are_when_a_question_is_asked_again():
    """They belong to the step there, and what was moved can still be taken back."""
    visit = visit_to("set")
    (answering,) = visit.answerings
    visit.respond(answering)
    visit.help(answering, "reveal")
    visit.help(answering, "again")
    assert not answering.is_over
    assert (3.5, True) == (visit.values["k"], visit.can_undo)


# -- a runner that answers later --------------------------------------------------------------------------------------


def test_what_is_asked_for_last_is_what_comes():
    runner, told = SlowRunner(), Told()
    visit = visit_to("move", FakeHost(runner=runner), told)
    assert visit.result is None
    assert visit.answerings[0].asking is None
    visit.move({"k": 1.5})
    visit.move({"k": 2.0})
    assert 0.5 == visit.share
    runner.catch_up()
    assert (4.0, {"k": 2.0}, None) == (height(visit), dict(visit.result_values), visit.share)
    assert 1 == sum(one.result is not None and one.share is None for one in told.labs[-1:])


def test_a_response_is_graded_later_once_and_the_numbers_come_before_it():
    runner, host = SlowRunner(), FakeHost()
    host.runner = runner
    visit = visit_to("move", host)
    (answering,) = visit.answerings
    visit.respond(answering, "3")
    assert (host.made, answering.is_waiting) == ([], False)
    runner.catch_up()
    visit.respond(answering, "7")
    visit.respond(answering, "3")
    assert answering.is_waiting
    runner.catch_up()
    assert ["3"] == [made.response for made in host.made]
    assert not answering.is_waiting


def test_a_visit_that_was_left_hears_no_more():
    runner, told = SlowRunner(), Told()
    visit = visit_to("move", FakeHost(runner=runner), told)
    visit.leave()
    told.labs.clear()
    runner.catch_up()
    assert ([], []) == (told.labs, told.questions)


@pytest.mark.parametrize("name", ["move", "guess", "set", "choose", "write"])
def test_a_runner_that_fails_is_said_and_loses_nothing(name: str):
    host = FakeHost(runner=FailingRunner())
    visit = visit_to(name, host)
    assert (visit.use is None) == (visit.failed == "")
    for answering in visit.answerings:
        visit.respond(answering, "1")
        visit.help(answering, "hint")
        visit.help(answering, "reveal")
        assert answering.failed or answering.refused
        assert not answering.is_over
    visit.reset()
    visit.undo()
    assert [] == host.made


def slowly(k: float) -> Iterator[float]:  # noqa: ARG001
    yield from (0.25, 0.5, 0.75, 1.0)


@lab(k=Slider(1.0, low=0, high=4, step=0.5), prepare=slowly)
def slow(k: float) -> Result:
    return Result({"k": Readout(k)})


def test_long_work_is_done_in_slices_and_superseded_by_what_comes_later():
    now: list[float] = [0.0]
    later: list[Callable[[], None]] = []

    def clock() -> float:
        now[0] += SLICE
        return now[0]

    runner = SlicingRunner(clock=clock, later=later.append)
    heard: list[Result | Failure] = []
    shares: list[float] = []
    first = runner.result(slow, {"k": 2.0}, heard.append, shares.append)
    assert ([], [0.25], 1) == (heard, shares, len(later))
    first.cancel()
    later.pop()()
    assert ([], []) == (heard, later)
    runner.result(slow, {"k": 2.5}, heard.append, lambda _: None).supersede()
    later.pop()()
    assert ([], []) == (heard, later)
    runner.result(slow, {"k": 3.0}, heard.append, shares.append)
    while later:
        later.pop()()
    assert [0.25, 0.25, 0.5, 0.75, 1.0] == shares
    (result,) = heard
    assert isinstance(result, Result)
    assert 3.0 == result.readouts["k"].value


# -- a runner whose caller does not wait ------------------------------------------------------------------------------


class GivenUp(DirectRunner):
    """Answers at once, unless somebody has it given up."""

    is_given_up = False

    def result(self, lab: Lab, values: Values, then: TakeResult, share: TakeShare | None = None) -> Job:
        if self.is_given_up:
            raise KeyboardInterrupt
        return super().result(lab, values, then, share)


def test_a_move_that_is_given_up_has_not_been_and_can_be_made_again():
    runner = GivenUp()
    visit = visit_to("move", FakeHost(runner=runner))
    visit.move({"k": 1.5})
    for change in (lambda: visit.move({"k": 2.0}), visit.undo, visit.reset):
        runner.is_given_up = True
        with pytest.raises(KeyboardInterrupt):
            change()
        runner.is_given_up = False
        assert (1.5, 3.0, 1, True) == (visit.values["k"], height(visit), visit.moves, visit.can_undo)
    visit.move({"k": 2.0})
    assert (2.0, 4.0) == (visit.values["k"], height(visit))
    visit.undo()
    visit.undo()
    assert (1.0, 2.0, False) == (visit.values["k"], height(visit), visit.can_undo)


def test_a_question_that_is_put_again_and_given_up_is_as_it_was():
    runner = GivenUp()
    visit = visit_to("move", FakeHost(runner=runner))
    (answering,) = visit.answerings
    visit.respond(answering, "3")
    before = answering.asking, dict(answering.values)
    assert answering.is_over
    runner.is_given_up = True
    with pytest.raises(KeyboardInterrupt):
        visit.help(answering, "again")
    runner.is_given_up = False
    assert before == (answering.asking, dict(answering.values))
    visit.help(answering, "again")
    assert not answering.is_over
