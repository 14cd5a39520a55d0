"""Answering exists once: the same response to the same numbers hears the same in a lesson, a review and testing out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.learner.samples import attempt
from tests.session.host import FakeHost, Told
from tests.trusted import standing_lesson
from tests.walks import in_turn, some_now
from tutor.chart.palette import MONOCHROME
from tutor.course.entry import Sliders
from tutor.course.model import Lesson, Step
from tutor.course.outline import load_outline
from tutor.course.proof import Meets, Wrong
from tutor.course.questions import Desk, Question, ResultOf
from tutor.lab import Lab, Result, Values
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.attempts import During
from tutor.render.look import Look
from tutor.render.question import after, marks_of
from tutor.render.said import said_lines
from tutor.role import Role
from tutor.session.answering import Answering
from tutor.session.host import Occasion
from tutor.session.runner import DirectRunner
from tutor.session.sitting import lab_for
from tutor.session.visit import Visit

LESSONS = load_outline(Path(__file__).parent.parent.parent / "lessons")
WIDTH = 72
COMPARED = (During.LESSON, During.REVIEW, During.TEST_OUT)


class Heard(NamedTuple):
    """What came of a first response."""

    right: bool
    mistake: str
    said: str
    marks: dict[int, Role]
    asked: dict[str, object]
    values_said_of: dict[str, object]
    refused: str


class Remembering(DirectRunner):
    """Keeps every result: a response is given in three places, and in each the lab stands as in the others."""

    def keep(self, lab: Lab, values: Values, result: Result) -> None:
        self._latest[lab, tuple(values.items())] = result

    def result_of(self, lab: Lab, values: Values) -> Result:
        found = self.run(lab, lab.check(values))
        assert isinstance(found, Result), found
        return found


def visit_in(
    during: During,
    lesson: Lesson,
    step: Step,
    question: Question,
    variant: int,
    language: str,
    runner: DirectRunner,
) -> Visit:
    """Put one question with one set of numbers: those after the ones asked in a review long ago."""
    before = [attempt(question.id, variant=variant - 1, during=During.REVIEW)] if variant else []
    host = FakeHost(before, runner, language=language)
    use = step.lab if during is During.LESSON else lab_for(question, step)
    return Visit(host, use, (question,), Occasion(lesson.id, during), Told())


def heard_in(visit: Visit, response: str | Values, language: str) -> Heard:
    (answering,) = visit.answerings
    if isinstance(response, str):
        # Not through the visit, which knows the picture beside the question: only there can a number be read off it.
        answering.respond(response)
    else:
        visit.move({**visit.values, **response})
        visit.respond(answering)
    return said_to(answering, language)


def said_to(answering: Answering, language: str) -> Heard:
    asking = answering.asking
    assert asking is not None
    lines = said_lines(after(answering, language), WIDTH, Look(MONOCHROME, language))
    feedback = asking.feedback
    return Heard(
        right=feedback is not None and feedback.right,
        mistake=feedback.mistake if feedback is not None else "",
        said="\n".join("".join(segment.text for segment in line).rstrip() for line in lines),
        marks=marks_of(asking),
        asked=dict(asking.asked.values),
        values_said_of=dict(asking.said_of.values) if asking.said_of is not None else {},
        refused=answering.refused,
    )


def responses_to(question: Question, variant: int, result_of: ResultOf) -> Iterator[str | Values]:
    """Yield what is right, what every recognised mistake gives, some guesses, and what cannot be read."""
    asked = question.ask(variant, result_of)
    entry = question.entry(asked)
    if isinstance(entry, Sliders):
        assert question.lab is not None
        yield {name: asked.values[name] for name in entry.show}  # type: ignore[misc]
        yield entry.example
        return
    yield question.right_response(asked)
    yield "?!"
    for claim in question.prove(Desk(asked, "en", result_of)):
        if isinstance(claim, Meets | Wrong):
            yield from claim.responses[:1]


NAMES = [lesson.id for lesson in LESSONS.lessons]


@some_now(("name", "language"), product(NAMES, INTERFACE_LANGUAGES), in_turn(NAMES[::2], INTERFACE_LANGUAGES))
def test_a_response_hears_the_same_wherever_it_is_given(name: str, language: str) -> None:
    lesson = standing_lesson(LESSONS.folder, name)
    runner = Remembering()
    compared = 0
    for step in lesson.steps:
        for question in step.questions:
            for variant in range(len(question.variants)):
                for response in responses_to(question, variant, runner.result_of):
                    found = {
                        during: heard_in(
                            visit_in(during, lesson, step, question, variant, language, runner), response, language
                        )
                        for during in COMPARED
                    }
                    here = f"{question.id}, variant {variant + 1}, {response!r}"
                    assert found[During.LESSON] == found[During.REVIEW], here
                    _compare_testing_out(found[During.LESSON], found[During.TEST_OUT], here)
                    compared += 1
    assert compared >= len(lesson.questions)


@pytest.mark.parametrize("during", During)
@pytest.mark.parametrize(("language", "says"), [("en", "Do you mean 100% or 1%?"), ("ko", "100%인가요, 1%인가요?")])
def test_what_can_be_meant_in_two_ways_is_asked_about_and_costs_no_attempt(
    during: During, language: str, says: str
) -> None:
    lesson = standing_lesson(LESSONS.folder, "categorical-cross-entropy")
    step, question = next((step, one) for step in lesson.steps for one in step.questions if one.id == "softmax-of-two")
    visit = visit_in(during, lesson, step, question, 0, language, DirectRunner())
    heard = heard_in(visit, "1", language)
    assert says in heard.refused
    (answering,) = visit.answerings
    assert answering.asking is not None
    assert (0, False) == (answering.asking.tries, answering.is_over)
    assert "certain" == heard_in(visit, "100%", language).mistake
    assert 1 == answering.asking.tries


def _compare_testing_out(lesson: Heard, tested: Heard, here: str) -> None:
    """Testing out asks once: what was missed is over, so the answer and its explanation stand below as well."""
    if lesson.right or lesson.refused or lesson.said == tested.said:
        assert lesson == tested, here
        return
    assert lesson._replace(said="", marks={}) == tested._replace(said="", marks={}), here
    assert lesson.marks.items() <= tested.marks.items() or not lesson.marks, here
    first, rest = lesson.said.split("\n")[0], lesson.said.split("\n")[1:]
    assert rest == tested.said.split("\n")[1 : 1 + len(rest)], here
    assert first == tested.said.split("\n")[0] or not lesson.mistake, here
