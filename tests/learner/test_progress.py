from __future__ import annotations

import pytest

from tutor.learner.attempts import During, current
from tutor.learner.progress import StepPlace, next_place, progress_of
from tutor.learner.standing import Known, Standing

from .samples import DAY, START, attempt

OUTLINE = {
    "cost": {"start": ["guess"], "by-hand": ["half", "two"], "end": []},
    "xor": {"gates": ["and"], "end": []},
}
ALL_OF_COST = {("cost", "start"), ("cost", "by-hand"), ("cost", "end")}


def test_a_new_learner_has_everything_before_them():
    progress = progress_of(OUTLINE, [])
    cost = progress.lessons["cost"]
    assert (0, 0, 3, (), 0.0) == (cost.right, cost.tried, cost.total, cost.shaky, cost.share)
    assert 0.0 == progress.share
    assert StepPlace("cost", "start") == next_place(progress, None)


def test_a_lesson_is_counted_by_questions_and_by_steps():
    attempts = [
        attempt("guess", False, kind="predict"),
        attempt("half", False),
        attempt("half", True),
        attempt("two", False),
    ]
    progress = progress_of(OUTLINE, attempts, ALL_OF_COST)
    cost = progress.lessons["cost"]
    assert (1, 3, 3) == (cost.right, cost.tried, cost.total)
    # One came right, but only after a wrong guess.
    assert ("half", "two") == cost.shaky
    assert {"start", "end"} == cost.done
    assert ALL_OF_COST == {("cost", step) for step in cost.visited}
    assert (2 / 3, 2 / 5) == (cost.share, progress.share)


def test_a_question_is_shaky_when_its_last_response_was_wrong_or_needed_help():
    def standing(*attempts):
        return progress_of(OUTLINE, attempts).lessons["cost"].questions[1].standing

    assert Standing.UNSEEN == standing()
    assert Standing.SHAKY == standing(attempt("half", False), attempt("half", True))
    assert Standing.RIGHT == standing(attempt("half", False), attempt("half", True, at=START + DAY))
    assert Standing.LEARNT == standing(*(attempt("half", at=START + days * DAY) for days in (0, 1, 8)))
    assert Standing.SHAKY == standing(attempt("half", True), attempt("half", False, during=During.REVIEW))
    assert Standing.SHAKY == standing(attempt("half", True, hints=1))
    assert Standing.SHAKY == standing(attempt("half", False), attempt("half", False, revealed=True))


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("during", During)
def test_a_prediction_shows_nothing_learnt_and_nothing_shaky(right: bool, during: During):
    guess = attempt("guess", right, kind="predict", during=during)
    cost = progress_of(OUTLINE, [guess], ALL_OF_COST).lessons["cost"]
    assert () == cost.shaky
    assert Standing.PREDICTED is cost.questions[0].standing
    assert Known(Standing.PREDICTED) == cost.skills["start"]
    assert "start" in cost.done


def test_three_wrong_predictions_leave_nothing_learnt():
    outline = {"cost": {name: [name] for name in ("a", "b", "c")}}
    made = [attempt(name, False, kind="predict") for name in "abc"]
    progress = progress_of(outline, made, {("cost", name) for name in "abc"})
    assert {Known(Standing.PREDICTED)} == set(progress.lessons["cost"].skills.values())


def test_beside_an_answer_a_prediction_counts_for_nothing():
    outline = {"cost": {"start": ["guess", "half"]}}
    guess = attempt("guess", False, kind="predict")
    for made, standing in (
        ([guess], Standing.PREDICTED),
        ([guess, attempt("half")], Standing.RIGHT),
        ([guess, attempt("half", False)], Standing.SHAKY),
        ([attempt("half"), guess], Standing.RIGHT),
    ):
        assert standing is progress_of(outline, made).lessons["cost"].skills["start"].standing


def test_a_revealed_question_closes_its_step():
    attempts = [attempt("half", True), attempt("two", False), attempt("two", False, revealed=True)]
    progress = progress_of(OUTLINE, attempts, {("cost", "by-hand")})
    assert {"by-hand"} == progress.lessons["cost"].done
    assert 1 == progress.lessons["cost"].questions[2].tries


def test_several_questions_together_are_known_as_well_as_the_weakest():
    cost = progress_of(OUTLINE, [attempt("half", True)]).lessons["cost"]
    assert Known(Standing.RIGHT, 1, 1) == cost.known(["half"])
    assert Known(Standing.SHAKY, 1, 1, left=1) == cost.known(["half", "two"])
    assert Known() == cost.known(["two"])
    assert Known() == cost.known([])


def test_going_on_is_where_the_learner_was():
    progress = progress_of(OUTLINE, [], {("cost", "start"), ("cost", "by-hand")})
    assert StepPlace("cost", "by-hand") == next_place(progress, ("cost", "by-hand"))


def test_going_on_from_the_end_of_a_finished_lesson_is_the_next_lesson():
    attempts = [attempt(name) for name in ("guess", "half", "two")]
    progress = progress_of(OUTLINE, attempts, ALL_OF_COST)
    assert progress.lessons["cost"].is_done
    assert StepPlace("xor", "gates") == next_place(progress, ("cost", "end"))
    assert StepPlace("cost", "start") == next_place(progress, ("cost", "start"))


def test_going_on_from_a_step_that_is_gone_is_the_first_open_one():
    progress = progress_of(OUTLINE, [], {("cost", "end")})
    assert StepPlace("cost", "start") == next_place(progress, ("cost", "removed"))
    assert StepPlace("cost", "start") == next_place(progress, ("removed", "start"))


def test_going_on_wraps_round_to_what_was_left_out_and_ends():
    everything = {(lesson, step) for lesson, steps in OUTLINE.items() for step in steps}
    attempts = [attempt(name) for name in ("guess", "half", "and")]
    progress = progress_of(OUTLINE, attempts, everything)
    assert StepPlace("cost", "by-hand") == next_place(progress, ("xor", "end"))
    progress = progress_of(OUTLINE, [*attempts, attempt("two")], everything)
    assert next_place(progress, ("xor", "end")) is None
    assert 1.0 == progress.share


def test_renaming_keeps_what_was_answered_and_another_grading_does_not():
    attempts = [attempt("old-half", True), attempt("two", True, revision="r0"), attempt("gone", True)]
    kept = list(current(attempts, revisions={"half": "r1", "two": "r1"}, renamed={"old-half": "half"}))
    assert ["half"] == [entry.question for entry in kept]
    cost = progress_of(OUTLINE, kept).lessons["cost"]
    assert [Standing.UNSEEN, Standing.RIGHT, Standing.UNSEEN] == [entry.standing for entry in cost.questions]
