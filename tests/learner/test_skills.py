from __future__ import annotations

from tutor.course.loader import load_outline
from tutor.learner.attempts import During
from tutor.learner.progress import outline_of, progress_of
from tutor.learner.skills import former_ids, questions_to_test_out, skills_of
from tutor.learner.standing import Known, Standing

from .samples import attempt
from .tour import TOUR, tour

OUTLINE = {"cost": {"read": [], "one": ["a", "b"], "two": ["c"], "end": []}}


def test_a_step_that_asks_is_a_skill_by_its_title():
    lesson = tour().lessons[0]
    skills = skills_of(lesson)
    assert ["move", "guess", "set", "choose", "write"] == [skill.step for skill in skills]
    assert ("one-of-three", "some-of-three") == skills[3].questions
    assert "고르기" not in {skill.title.in_("en") for skill in skills}
    assert "Choose" == skills[3].title.in_("en")
    # The outline, which is all that a home screen knows at first, gives the same.
    assert skills_of(load_outline(TOUR).lessons[0]) == tuple(
        type(skill)(skill.lesson, skill.step, other.title, skill.questions)
        for skill, other in zip(skills, load_outline(TOUR).lessons[0].steps, strict=False)
    )
    assert () == skills_of(tour().lessons[1])


def test_a_test_out_asks_each_skill_once_and_what_is_hard_to_get_by_luck():
    asked = [question.id for question in questions_to_test_out(tour().lessons[0])]
    assert ["height-at", "guess-height", "make-steep", "some-of-three", "the-pair"] == asked


def test_what_was_right_in_a_test_out_is_right_once_without_a_visit():
    made = [attempt("b", True, during=During.TEST_OUT)]
    cost = progress_of(OUTLINE, made).lessons["cost"]
    assert {"one": Known(Standing.RIGHT, 1, 1), "two": Known()} == cost.skills
    assert {"one"} == cost.done
    assert not cost.is_done


def test_a_lesson_whose_every_skill_was_shown_is_done():
    made = [attempt("b", True, during=During.TEST_OUT), attempt("c", True, during=During.TEST_OUT)]
    assert progress_of(OUTLINE, made).lessons["cost"].is_done
    # One skill shown in a test-out, the other learnt in its step.
    made = [attempt("b", True, during=During.TEST_OUT), attempt("c", True)]
    assert progress_of(OUTLINE, made, {("cost", "two")}).lessons["cost"].is_done


def test_a_prediction_that_came_true_in_a_test_out_spares_the_step_and_shows_nothing_learnt():
    made = [attempt("c", True, kind="predict", during=During.TEST_OUT), attempt("b", True, during=During.TEST_OUT)]
    cost = progress_of(OUTLINE, made).lessons["cost"]
    assert cost.is_done
    assert {"one": Known(Standing.RIGHT, 1, 1), "two": Known(Standing.PREDICTED)} == cost.skills
    wrong = progress_of(OUTLINE, [made[0]._replace(right=False)]).lessons["cost"]
    assert set() == wrong.done


def test_a_lesson_that_was_only_read_is_done_step_by_step():
    made = [attempt("a"), attempt("b"), attempt("c")]
    cost = progress_of(OUTLINE, made, {("cost", "one"), ("cost", "two")}).lessons["cost"]
    assert {"one", "two"} == cost.done
    assert not cost.is_done


def test_help_or_a_wrong_answer_in_a_test_out_shows_nothing():
    for made in (attempt("b", False, during=During.TEST_OUT), attempt("b", True, hints=1, during=During.TEST_OUT)):
        cost = progress_of(OUTLINE, [made]).lessons["cost"]
        assert set() == cost.done
        assert Standing.SHAKY is cost.skills["one"].standing


def test_a_skill_that_was_shown_is_shaky_once_a_question_of_it_goes_wrong():
    made = [attempt("b", True, during=During.TEST_OUT), attempt("a", False, during=During.REVIEW)]
    cost = progress_of(OUTLINE, made).lessons["cost"]
    assert Standing.SHAKY is cost.skills["one"].standing
    assert {"one"} == cost.done


def test_skills_are_as_well_known_as_their_weakest_question():
    cost = progress_of(OUTLINE, [attempt("a"), attempt("c")]).lessons["cost"]
    assert {"one": Known(Standing.SHAKY, 1, 1, left=1), "two": Known(Standing.RIGHT, 1, 1)} == cost.skills
    assert {"one": ("a", "b"), "two": ("c",)} == cost.asked


def test_the_tour_s_outline_and_course_give_the_same_progress():
    assert outline_of(tour()) == outline_of(load_outline(TOUR))


def test_a_question_is_found_under_its_present_id_only_where_the_course_asks_it():
    assert ("height-at",) == former_ids(tour(), "height-at")
    assert () == former_ids(tour(), "nothing")
