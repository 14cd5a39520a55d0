"""A program that is being written: sketched at every letter, judged when asked, kept as a draft."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from tests.programs_here import run_here
from tests.trusted import standing_course
from tutor.course.entry import Written
from tutor.course.model import Lesson, Step
from tutor.course.questions import Feedback
from tutor.course.sketch import Sketch
from tutor.figure import Figure
from tutor.learner.attempts import During
from tutor.learner.review import Memory
from tutor.program import Fault, Job, Ran
from tutor.session.elsewhere import ElsewhereRunner
from tutor.session.host import Occasion
from tutor.session.runner import DirectRunner, Grade
from tutor.session.visit import Visit

from .host import FakeHost, SlowRunner, Told

FALLING = Path(__file__).parent.parent / "courses" / "falling"
RIGHT = "def fall(t):\n    return g * t**2 / 2\n"
WRONG = "def fall(t):\n    return g * t\n"
BROKEN = "def fall(t):\n    return g * (\n"


@cache
def lesson() -> Lesson:
    return standing_course(FALLING).lessons[0]


def visit_to(step: Step, host: FakeHost, told: Told | None = None, during: During = During.LESSON) -> Visit:
    return Visit(host, step.lab, step.questions, Occasion(lesson().id, during), told or Told())


def writing(host: FakeHost | None = None, told: Told | None = None, during: During = During.LESSON) -> Visit:
    host = host or FakeHost(runner=DirectRunner(run_program=run_here))
    return visit_to(lesson().steps[0], host, told, during)


def test_what_is_wanted_is_drawn_before_the_first_letter() -> None:
    visit = writing()
    answering = visit.writing
    assert answering is not None
    assert isinstance(answering.entry, Written)
    assert answering.entry.starter == answering.written
    assert visit.sketch is not None
    assert isinstance(visit.sketch.drawing, Figure)
    assert 1 == len(visit.sketch.drawing.layers)


def test_every_change_is_drawn_and_none_is_an_attempt() -> None:
    host, told = FakeHost(runner=DirectRunner(run_program=run_here)), Told()
    visit = writing(host, told)
    assert visit.writing is not None
    for end in range(12, len(WRONG) + 1):
        visit.write(visit.writing, WRONG[:end])
    assert [] == host.made
    assert [] == told.questions
    assert len(WRONG) + 1 - 12 == len(told.sketches)
    assert visit.sketch is not None
    assert isinstance(visit.sketch.drawing, Figure)
    assert 2 == len(visit.sketch.drawing.layers)


def test_while_it_cannot_be_run_the_last_picture_stays() -> None:
    visit = writing()
    assert visit.writing is not None
    visit.write(visit.writing, RIGHT)
    before = visit.sketch
    visit.write(visit.writing, BROKEN)
    assert before is not None
    assert not before.is_old
    assert visit.sketch is not None
    assert visit.sketch.is_old
    assert before.drawing is visit.sketch.drawing
    visit.write(visit.writing, WRONG)
    assert not visit.sketch.is_old


def test_a_draft_that_is_broken_from_the_start_stands_beside_what_is_wanted() -> None:
    host = FakeHost(runner=DirectRunner(run_program=run_here))
    host.keep_draft(lesson().id, lesson().questions[0], BROKEN)
    visit = writing(host)
    assert visit.sketch is not None
    assert visit.sketch.is_old
    assert isinstance(visit.sketch.drawing, Figure)


def test_only_when_it_is_asked_for_it_is_judged() -> None:
    host = FakeHost(runner=DirectRunner(run_program=run_here))
    visit = writing(host)
    answering = visit.writing
    assert answering is not None
    visit.write(answering, WRONG)
    visit.respond(answering, WRONG)
    assert [(WRONG, False)] == [(attempt.response, attempt.right) for attempt in host.made]
    visit.write(answering, RIGHT)
    visit.respond(answering, RIGHT)
    assert answering.is_over
    assert [False, True] == [attempt.right for attempt in host.made]
    visit.help(answering, "again")
    assert not answering.is_over
    assert RIGHT == answering.written


def test_a_program_that_was_right_is_heard_again_when_it_is_given_again() -> None:
    host = FakeHost(runner=DirectRunner(run_program=run_here))
    visit = writing(host)
    answering = visit.writing
    assert answering is not None
    for program, right in ((RIGHT, True), (WRONG, False), (RIGHT, True)):
        visit.respond(answering, program)
        assert right is answering.is_over
    assert [True, False, True] == [attempt.right for attempt in host.made]


def test_judging_takes_a_while_and_is_said_to() -> None:
    runner, told = SlowRunner(DirectRunner(run_program=run_here)), Told()
    host = FakeHost(runner=runner)
    visit = writing(host, told)
    runner.catch_up()
    answering = visit.writing
    assert answering is not None
    told.questions.clear()
    visit.respond(answering, RIGHT)
    assert answering.is_waiting
    assert answering in told.questions
    runner.catch_up()
    assert not answering.is_waiting
    assert answering.is_over


def test_of_several_sketches_only_the_last_is_heard_of() -> None:
    runner, told = SlowRunner(DirectRunner(run_program=run_here)), Told()
    visit = writing(FakeHost(runner=runner), told)
    runner.catch_up()
    told.sketches.clear()
    answering = visit.writing
    assert answering is not None
    for source in (WRONG, BROKEN, RIGHT):
        visit.write(answering, source)
    runner.catch_up()
    assert 1 == len(told.sketches)
    assert visit.sketch is not None
    assert visit.sketch.fault is None


def test_a_visit_that_was_left_hears_of_no_sketch() -> None:
    runner, told = SlowRunner(DirectRunner(run_program=run_here)), Told()
    visit = writing(FakeHost(runner=runner), told)
    runner.catch_up()
    told.sketches.clear()
    assert visit.writing is not None
    visit.write(visit.writing, RIGHT)
    visit.leave()
    runner.catch_up()
    assert [] == told.sketches


# -- drafts -----------------------------------------------------------------------------------------------------------


def test_what_was_written_is_there_when_the_learner_comes_back() -> None:
    host = FakeHost(runner=DirectRunner(run_program=run_here))
    visit = writing(host)
    assert visit.writing is not None
    visit.keep_drafts()
    assert {} == host.drafts
    visit.write(visit.writing, BROKEN)
    visit.keep_drafts()
    again = writing(host)
    assert again.writing is not None
    assert BROKEN == again.writing.written


def test_what_was_answered_stands_there_where_no_draft_is_kept() -> None:
    host = FakeHost(runner=DirectRunner(run_program=run_here))
    visit = writing(host)
    assert visit.writing is not None
    visit.respond(visit.writing, WRONG)
    again = writing(host)
    assert again.writing is not None
    assert WRONG == again.writing.written


def test_a_review_begins_afresh_and_leaves_the_draft_of_the_lesson_alone() -> None:
    host = FakeHost(runner=DirectRunner(run_program=run_here))
    host.keep_draft(lesson().id, lesson().questions[0], RIGHT)
    visit = writing(host, during=During.REVIEW)
    answering = visit.writing
    assert answering is not None
    assert RIGHT != answering.written
    visit.write(answering, WRONG)
    visit.leave()
    assert [RIGHT] == list(host.drafts.values())


def test_asked_again_in_a_review_a_program_stands_as_it_was_and_is_drawn_so() -> None:
    host, told = FakeHost(runner=DirectRunner(run_program=run_here)), Told()
    visit = writing(host, told, during=During.REVIEW)
    answering = visit.writing
    assert answering is not None
    visit.write(answering, RIGHT)
    visit.respond(answering, RIGHT)
    visit.help(answering, "again")
    assert not answering.is_over
    assert RIGHT == answering.written
    assert visit.sketch is not None
    assert not visit.sketch.is_old


def test_in_a_review_the_starter_is_the_program_with_one_blank_until_it_is_well_known() -> None:
    step, day = lesson().steps[0], date(2026, 1, 1)
    for reviews, stability, begun in (
        (1, 3.0, "def fall(t):\n    return ___\n"),
        (4, 60.0, "def fall(t):\n    ...\n"),
    ):
        memory = Memory("write-fall", lesson().id, day, day, stability, 5.0, reviews, 0)
        host = FakeHost(runner=DirectRunner(run_program=run_here))
        visit = Visit(host, None, step.questions, Occasion(lesson().id, During.REVIEW, memory), Told())
        answering = visit.writing
        assert answering is not None
        assert begun == answering.written
        visit.respond(answering, begun)
        assert [] == host.made
        visit.respond(answering, begun.replace("___", "g * t * t / 2").replace("...", "return g * t * t / 2"))
        assert [True] == [attempt.right for attempt in host.made]


# -- programs that run elsewhere --------------------------------------------------------------------------------------


@dataclass
class Running:
    """A program that runs until it is told to end, or at once."""

    ran: Ran | None
    shares: list[float] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def share(self) -> float | None:
        return self.shares[0] if self.shares else None

    def outcome(self, seconds: float | None) -> Ran | None:
        if len(self.shares) > 1:
            self.shares.pop(0)
            return None
        if self.ran is None:
            self.stopped.wait(seconds)
        return self.ran

    def stop(self) -> None:
        self.stopped.set()


@dataclass
class ProgramsHere:
    """Where programs run: an endless one is one that says so."""

    started: list[Running] = field(default_factory=list)
    is_closed: bool = False
    shares: Sequence[float] = ()

    def start(self, job: Job) -> Running:
        self.started.append(Running(None if "while True" in job.source else run_here(job), list(self.shares)))
        return self.started[-1]

    def close(self) -> None:
        self.is_closed = True


@dataclass
class Desk:
    """Where a runner's callbacks are called: in the test, one after the other."""

    calls: queue.SimpleQueue[Callable[[], None]] = field(default_factory=queue.SimpleQueue)
    programs: ProgramsHere = field(default_factory=ProgramsHere)
    made: int = 0

    def runner(self) -> ElsewhereRunner:
        def make() -> ProgramsHere:
            self.made += 1
            return self.programs

        return ElsewhereRunner(
            clock=lambda: 0.0,
            later=self.calls.put,
            background=lambda work: threading.Thread(target=work).start(),
            call_soon=self.calls.put,
            programs=make,
        )


ENDLESS = "def fall(t):\n    while True:\n        pass\n"


def test_nothing_is_started_before_the_first_sketch_and_all_ends_with_the_runner() -> None:
    desk = Desk()
    runner = desk.runner()
    found: list[Sketch] = []
    question = lesson().questions[0]
    asked = question.ask(0)
    sketching = question.sketching(asked)
    assert sketching is not None
    runner.close()
    assert 0 == desk.made
    runner.sketch(sketching, RIGHT, found.append)
    desk.calls.get()()
    assert [None] == [sketch.fault for sketch in found]
    assert 1 == desk.made
    runner.close()
    assert desk.programs.is_closed


def test_the_newest_program_wins_over_one_that_does_not_end() -> None:
    desk = Desk()
    runner = desk.runner()
    found: list[Sketch] = []
    question = lesson().questions[0]
    sketching = question.sketching(question.ask(0))
    assert sketching is not None
    runner.sketch(sketching, ENDLESS, found.append)
    runner.sketch(sketching, RIGHT, found.append)
    while not found:
        desk.calls.get()()
    assert [None] == [sketch.fault for sketch in found]
    assert all(pending.ran is not None or pending.stopped.is_set() for pending in desk.programs.started)


def test_a_response_is_judged_in_the_background_unless_nobody_waits_for_it() -> None:
    desk = Desk()
    runner = desk.runner()
    found: list[object] = []
    asked = lesson().questions[0].ask(0)
    waiting = runner.grade(asked, ENDLESS, "en", found.append)
    waiting.cancel()
    runner.grade(asked, RIGHT, "en", found.append)
    while not found:
        desk.calls.get()()
    (grade,) = found
    assert isinstance(grade, Grade)
    assert grade.feedback == Feedback(True)


def test_how_far_a_response_is_is_told_and_of_what_it_is_compared_with_is_not() -> None:
    desk = Desk(programs=ProgramsHere(shares=(0.0, 0.25, 0.25, 0.75)))
    runner = desk.runner()
    shares: list[float] = []
    found: list[object] = []
    runner.grade(lesson().questions[0].ask(0), RIGHT, "en", found.append, shares.append)
    while not found:
        desk.calls.get()()
    assert [0.25, 0.75, 1.0] == shares
    assert len(desk.programs.started) > 1


def test_a_response_that_is_stopped_is_no_attempt_and_the_next_one_is_heard() -> None:
    runner, told = SlowRunner(DirectRunner(run_program=run_here)), Told()
    host = FakeHost(runner=runner)
    visit = writing(host, told)
    runner.catch_up()
    answering = visit.writing
    assert answering is not None
    visit.respond(answering, WRONG)
    assert answering.is_waiting
    assert 0.5 == answering.share
    told.questions.clear()
    answering.stop()
    assert not answering.is_waiting
    assert [answering] == told.questions
    assert "Stopped. It was not judged." == answering.refused
    runner.catch_up()
    assert [] == host.made
    answering.stop()
    visit.respond(answering, RIGHT)
    runner.catch_up()
    assert [True] == [attempt.right for attempt in host.made]
    assert "" == answering.refused


def test_what_cannot_be_run_at_all_is_said_as_a_fault() -> None:
    visit = writing(FakeHost())
    assert visit.sketch is not None
    assert visit.sketch.fault == Fault("start")
    assert visit.sketch.drawing is None
