"""Answering: the one place where a response becomes a grade, an attempt in the record, and something to hear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, NamedTuple

from tutor.course.entry import Entry, Options, Typed, Written
from tutor.course.questions import Asked, Feedback, Question, Unreadable
from tutor.course.sketch import Drawings, Filming, Sketch, Sketching
from tutor.lab import Result, Values
from tutor.language import Text, say
from tutor.learner.attempts import Attempt, During
from tutor.learner.calibration import Sureness, claim_of
from tutor.learner.review import Memory
from tutor.session.asking import Asking, next_variant, open_round
from tutor.session.host import Host
from tutor.session.messages import STOPPED
from tutor.session.runner import FINISHED, Failure, Grade, Job

MISSES = 2
"""After so many, the working is laid beside the learner's own, where that is known."""

Help = Literal["hint", "reveal", "again", "working"]
"""One more hint; the answer; the question afresh, with other numbers; how its answer is worked out."""


class Occasion(NamedTuple):
    """Where and in what a question is asked."""

    lesson: str
    during: During
    memory: Memory | None = None
    """in a review, how well the question is known"""


class Held(NamedTuple):
    """A prediction that was made, and is not compared with the truth before its learner has said how sure they are."""

    response: str
    feedback: Feedback
    said_of: Asked
    at: int


class Answering:
    """One question put to a learner, from the first look at it on."""

    def __init__(self, question: Question, host: Host, occasion: Occasion) -> None:
        """Make it; `start` puts the question."""
        self.question = question
        self.occasion = occasion
        self.asking: Asking | None = None
        """how far the question has come; None while its numbers are still computed, or cannot be"""
        self.values: Values = {}
        """every parameter of the question's lab, as it is asked"""
        self.refused = ""
        """why the last response is no answer, in the learner's language"""
        self.failed: Text | str = ""
        """why the question cannot be put"""
        self.is_waiting = False
        """a response is being graded"""
        self.share: float | None = None
        """how much of the program that is the response has run, from 0 to 1, as far as that is known"""
        self.is_outdated = False
        """the sliders that the last response was have been moved since"""
        self.held: Held | None = None
        """the prediction of which it is asked how sure the learner is"""
        self.is_unfolded = False
        """the answer's working is on show"""
        self.is_recalled = False
        """whether what has changed is what was said to a response of long ago"""
        self.first_right: bool | None = None
        """whether the first response of this answering was right"""
        self.written = ""
        """the program as it stands, where one is written"""
        self.sketch: Sketch | None = None
        """what the program gives as it stands; where it cannot be run, still with the picture of the last that could"""
        self.frame: int | None = None
        """where in the film of the program the learner is; None as long as they have not moved in it"""
        self._host = host
        self._job: Job = FINISHED
        self._sketch_job: Job = FINISHED
        self._sketching: Sketching | None = None
        self._rests = True
        """nothing is being typed"""
        self._film: Literal["", "due", "coming"] = ""
        """whether the program as it stands has been drawn and can be filmed, or is being filmed"""
        self._kept_draft = ""
        self._changed: Callable[[Answering], None] = _nobody
        self._sketched: Callable[[Answering], None] = _nobody

    @property
    def entry(self) -> Entry | None:
        """How the question is answered; None before it could be put."""
        if self.asking is None:
            return None
        memory = self.occasion.memory
        if memory is None:
            return self.question.entry(self.asking.asked)
        return self.question.entry_again(self.asking.asked, memory.reviews, memory.stability)

    @property
    def takes_letters(self) -> bool:
        """Whether every letter that is typed belongs to the answer, so that none can be a shortcut meanwhile."""
        return isinstance(self.entry, Typed) and self.entry.letters and not self.is_over

    @property
    def is_judged_as_written(self) -> bool:
        """Whether what is said is about the program as it stands."""
        asking = self.asking
        return asking is not None and asking.feedback is not None and asking.response == self.written

    @property
    def is_over(self) -> bool:
        """Whether no more response is taken."""
        return self.asking is not None and self.asking.is_over

    def can(self, what: Help) -> bool:
        """Return whether the learner can be helped in this way now."""
        asking = self.asking
        if asking is None:
            return False
        match what:
            case "hint":
                return asking.can_hint
            case "reveal":
                return asking.can_reveal
            case "again":
                return asking.is_over and asking.can_try_again
            case "working":
                return (asking.is_over or asking.can_compare) and self.question.working(asking.asked) is not None

    def start(self, changed: Callable[[Answering], None], sketched: Callable[[Answering], None] | None = None) -> None:
        """Put the question, from now on telling `changed` of everything that comes of it, and `sketched` of sketches.

        In a lesson it goes on where the learner left it; elsewhere, and the first time, it has the next numbers.
        """
        self._sketched = sketched or _nobody
        attempts = self._host.attempts()
        before = open_round(self.question, attempts) if self.occasion.during is During.LESSON else []
        self._put(before[0].variant if before else next_variant(self.question, attempts), before)
        self._changed = changed

    # -- what the learner does ----------------------------------------------------------------------------------------

    def respond(self, response: str, shown: Result | None = None) -> None:
        """Take a response. One that cannot be read as an answer is refused and costs nothing.

        `shown` is what the lab on the screen gives at the moment, from which a number may have been read off.
        """
        if self.asking is None or self.asking.is_over:
            return
        self._job.cancel()
        self.held = None
        if self._film == "coming":
            # Who asks for a verdict does not wait for a film.
            self._sketch_job.cancel()
            self._film = "due"
        self.is_waiting, self.share = True, None
        self._job = self._host.runner.grade(
            self.asking.asked._replace(shown=shown),
            response,
            self._host.language,
            partial(self._graded, response),
            self._further,
        )
        if self.is_waiting and self.question.RUNS_PROGRAMS:
            # That takes long enough to be said.
            self._changed(self)

    def say_how_sure(self, sureness: Sureness | None) -> None:
        """Take how sure the learner is of the prediction they made, None for no word; now the truth may be seen."""
        if self.held is not None:
            self._take_held(sureness)
            self._changed(self)

    def leave_unsaid(self) -> None:
        """Keep a prediction of which nothing was said: it counts as it was made. Nobody is told."""
        self._take_held(None)

    def _take_held(self, sureness: Sureness | None) -> None:
        held, self.held = self.held, None
        if held is not None:
            options = len(self.entry.texts) if isinstance(self.entry, Options) else 0
            self._take(held, claim_of(sureness, options) if sureness is not None else 0)

    def _take(self, held: Held, sure: int = 0) -> None:
        """Take a graded response, and keep the attempt."""
        assert self.asking is not None
        self.asking, attempt = self.asking.graded(held.response, held.feedback, held.said_of, held.at, sure)
        if self.first_right is None:
            self.first_right = attempt.right
        self._host.record(attempt)

    def stop(self) -> None:
        """Wait no more for the grade of a response: it is no attempt."""
        if self.is_waiting:
            self._job.cancel()
            self.is_waiting = False
            self.refused = say(STOPPED, self._host.language)
            self._changed(self)
            self.rest()

    def write(self, source: str) -> None:
        """Take the program as it stands now: it is sketched, and it is no attempt."""
        if source != self.written:
            self.written = source
            self._rests = False
            self._draw_sketch()

    @property
    def filming(self) -> Filming | None:
        """What makes the film of the program; None where there is none of it."""
        return self._sketching.filming if self._sketching is not None else None

    @property
    def pictures(self) -> Drawings:
        """What the program gives: all of it, or as far as the learner has gone in its film."""
        if self.sketch is None:
            return ()
        has_frame = self.frame is not None and self.frame < len(self.sketch.frames)
        return self.sketch.frames[self.frame] if has_frame else self.sketch.drawings  # type: ignore[index]

    def rest(self) -> None:
        """Take it that nothing is typed for a moment: there is time to make the film of the program."""
        self._rests = True
        if self._film == "due" and self.filming is not None:
            self._film = "coming"
            self._sketch_job = self._host.runner.sketch(self.filming, self.written, self._take_film)

    def go_to_frame(self, frame: int) -> None:
        """Go to a moment of the program's film."""
        self.frame = frame
        self._sketched(self)

    def keep_draft(self) -> None:
        """Keep the program as it stands, where it has changed. What is written away from the lesson is not kept."""
        if self.written != self._kept_draft and self.occasion.during is During.LESSON:
            self._kept_draft = self.written
            self._host.keep_draft(self.occasion.lesson, self.question, self.written)

    def hint(self) -> None:
        """Show one more hint, where there is one."""
        if self.asking is not None:
            self.asking = self.asking.hint()
            self._changed(self)

    def reveal(self) -> None:
        """Show the answer, after at least one honest response."""
        if self.asking is not None and self.asking.can_reveal:
            self._job.cancel()
            self.is_waiting = False
            self.asking, attempt = self.asking.reveal(self._host.clock())
            self._host.record(attempt)
            self._changed(self)

    def again(self) -> None:
        """Ask the question afresh, with the next numbers."""
        if self.asking is not None and self.asking.can_try_again:
            self._put(self.asking.asked.variant + 1)

    def unfold(self) -> None:
        """Show the working of the answer, or fold it again. Before the question is over, that reveals the answer."""
        self.is_unfolded = not self.is_unfolded
        if self.is_unfolded and not self.is_over:
            self.reveal()
        else:
            self._changed(self)

    def outdate(self) -> None:
        """Take back what was said to a setting of the sliders: they have been moved."""
        if self.asking is not None and not self.asking.is_over and self.asking.tries and not self.is_outdated:
            self.is_outdated = True
            self._changed(self)

    def leave(self) -> None:
        """Hear no more of what was asked of the runner."""
        self._job.cancel()
        self._sketch_job.cancel()
        self.is_waiting = False
        self.leave_unsaid()

    # -- what the runner answers --------------------------------------------------------------------------------------

    def _put(self, variant: int, before: Sequence[Attempt] = ()) -> None:
        self._job.cancel()
        self.asking, self.held, self.refused, self.failed = None, None, "", ""
        self.is_waiting = self.is_outdated = self.is_unfolded = False
        self.values = self.question.values_of(variant)
        if self.question.lab is None:
            self._asked(variant, before, None)
        else:
            self._job = self._host.runner.result(self.question.lab, self.values, partial(self._asked, variant, before))

    def _asked(self, variant: int, before: Sequence[Attempt], result: Result | Failure | None) -> None:
        if isinstance(result, Failure):
            self.failed = result.reason
            self._changed(self)
            return
        variants, mine = len(self.question.variants), self._host.mine(self.question)
        asked = Asked(self.question, variant % variants, self.values, result, mine=mine)
        now = self._host.clock()
        asking = Asking(
            asked, self._host.course_id, self.occasion.lesson, self.occasion.during, self._host.new_uid, now
        )
        self.asking = asking.resumed(before, now)
        last = next((attempt for attempt in reversed(before) if not attempt.revealed), None)
        if isinstance(entry := self.entry, Written):
            self._begin_writing(entry)
        self._changed(self)
        if last is not None:
            self._job = self._host.runner.grade(asked, last.response, self._host.language, self._recalled)

    def _begin_writing(self, entry: Written) -> None:
        """Begin with what was written last, which away from the lesson would give the answer away."""
        assert self.asking is not None
        if self.occasion.during is During.LESSON:
            draft = self._host.draft(self.occasion.lesson, self.question)
            self._kept_draft = draft
            self.written = self.written or draft or self.asking.response or entry.starter
        else:
            self.written = self.written or entry.starter
        self._kept_draft = self._kept_draft or self.written
        self._sketching = self.question.sketching(self.asking.asked)
        self._draw_sketch()

    def _draw_sketch(self) -> None:
        self._sketch_job.cancel()
        self.frame, self._film = None, ""
        if self._sketching is not None:
            self._sketch_job = self._host.runner.sketch(self._sketching, self.written, self._take_sketch)

    def _take_sketch(self, sketch: Sketch) -> None:
        if sketch.fault is not None and self._sketching is not None:
            before = self.sketch.drawings if self.sketch is not None else ()
            sketch = sketch._replace(drawings=before or self._sketching.alone())
        self.sketch = sketch
        self._film = "" if sketch.is_old else "due"
        self._sketched(self)
        if self._rests and not self.is_waiting:
            self.rest()

    def _take_film(self, film: Sketch) -> None:
        self._film = ""
        if self.sketch is not None and film.frames:
            self.sketch = self.sketch._replace(frames=film.frames)
            self._sketched(self)

    def _recalled(self, grade: Grade | Failure) -> None:
        """Take what is said to a response of long ago."""
        if self.asking is not None and isinstance(grade, Grade):
            self.asking = self.asking.said(*grade)
            self.is_recalled = True
            self._changed(self)
            self.is_recalled = False

    def _further(self, share: float) -> None:
        """Take how much of a response has run; a hundredth more is worth saying."""
        if self.is_waiting and (self.share is None or round(share * 100) > round(self.share * 100)):
            self.share = share
            self._changed(self)

    def _graded(self, response: str, grade: Grade | Failure) -> None:
        self.is_waiting = False
        if self.asking is None:
            return
        match grade:
            case Failure(reason):
                self.refused = say(reason, self._host.language)
            case Grade(Unreadable(words)):
                self.refused = words
            case Grade(Feedback() as feedback, asked):
                held = Held(response, feedback, asked, self._host.clock())
                self.refused = ""
                self.is_outdated = False
                is_prediction = self.question.single_try and self.occasion.during is During.LESSON
                if is_prediction and self._host.asks_how_sure():
                    self.held = held
                else:
                    self._take(held)
                if self.asking.tries >= MISSES and self.asking.can_compare and len(self.question.variants) > 1:
                    # There are other numbers to try.
                    self.unfold()
        self._changed(self)
        self.rest()


def _nobody(answering: Answering) -> None:
    """Tell nobody: before it has started, there is nobody to tell."""
