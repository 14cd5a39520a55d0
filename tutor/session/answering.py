"""Answering: the one place where a response becomes a grade, an attempt in the record, and something to hear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, get_args

from tutor.course.entry import Entry, Typed, Written
from tutor.course.questions import Asked, Feedback, Question, Unreadable
from tutor.lab import Result, Values
from tutor.language import Text, say
from tutor.learner.attempts import Attempt, During
from tutor.learner.calibration import Sureness
from tutor.learner.shown import Shown
from tutor.session.asking import Asking, next_variant, open_round
from tutor.session.drafting import Drafting
from tutor.session.fading import Fading
from tutor.session.held import Held
from tutor.session.host import Host, Occasion
from tutor.session.messages import STOPPED
from tutor.session.runner import FINISHED, Failure, Grade, Job

MISSES = 2
"""After so many, the working is laid beside the learner's own, where that is known."""

Help = Literal["hint", "reveal", "again", "working"]
"""What helps next; the answer; the question afresh, with other numbers; how its answer is worked out."""


class Answering(Drafting):
    """One question put to a learner, from the first look at it on."""

    def __init__(self, question: Question, host: Host, occasion: Occasion) -> None:
        """Make it; `start` puts the question."""
        super().__init__(question, host, occasion)
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
        self.fading = Fading(question, occasion.skill)
        """what helps, and whether that is offered"""
        self._job: Job = FINISHED
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
                return self.fading.can_help(asking)
            case "reveal":
                return asking.can_reveal
            case "again":
                return asking.is_over and asking.can_try_again
            case "working":
                return (asking.is_over or asking.can_compare) and self.question.working(asking.asked) is not None

    @property
    def response(self) -> str:
        """The last response, to the question or to the part of it that is asked by itself."""
        part = self.fading.part
        if part is not None and part.response:
            return part.response
        return self.asking.response if self.asking is not None else ""

    def is_said_already(self, response: str) -> bool:
        """Return whether to give a response would give the last one again, to which something is said now.

        A key that was pressed once too often does that. To choose nothing takes nothing back either.
        """
        if self.asking is None or not self.asking.tries or self.refused or self.is_outdated or self.is_waiting:
            return False
        if self.fading.asks_part:
            return self.fading.part is not None and response == self.fading.part.response != ""
        return response in (self.asking.response, "")

    def offers(self, what: Help) -> bool:
        """Return whether a way to help is offered, and not only there for the asking."""
        if what == "hint" and self.asking is not None:
            return self.fading.offers_help(self.asking)
        return self.can(what)

    @property
    def offered(self) -> tuple[tuple[Help, str], ...]:
        """The ways to help that are offered, each with the name of what it gives now: "gap" for a hint."""
        if self.asking is None:
            return ()
        names: dict[Help, str] = {"hint": self.fading.next_help(self.asking)}
        helps: tuple[Help, ...] = get_args(Help)
        return tuple((what, names.get(what, what)) for what in helps if self.offers(what))

    def start(self, changed: Callable[[Answering], None], sketched: Callable[[Answering], None] | None = None) -> None:
        """Put the question, from now on telling `changed` of everything that comes of it, and `sketched` of sketches.

        In a lesson it goes on where the learner left it; elsewhere, and the first time, it has the next numbers.
        """
        self._sketched = sketched or _nobody
        attempts = self._host.attempts()
        before = open_round(self.question, attempts) if self.occasion.during is During.LESSON else []
        self.fading.begin(attempts, before)
        self._put(before[0].variant if before else next_variant(self.question, attempts), before)
        self._changed = changed

    # -- what the learner does ----------------------------------------------------------------------------------------

    def respond(self, response: str, shown: Result | None = None) -> None:
        """Take a response. One that cannot be read as an answer is refused and costs nothing.

        `shown` is what the lab on the screen gives at the moment, from which a number may have been read off.
        """
        if self.asking is None or self.asking.is_over:
            return
        if self.fading.asks_part:
            self.fading.respond(response)
            self._changed(self)
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
            self._take(self.held, self.held.claim(sureness, self.entry))
            self._changed(self)

    def leave_unsaid(self) -> None:
        """Keep a prediction of which nothing was said: it counts as it was made. Nobody is told."""
        if self.held is not None:
            self._take(self.held)

    def _take(self, held: Held, sure: int = 0) -> None:
        """Take a graded response, and keep the attempt."""
        assert self.asking is not None
        self.held = None
        self.asking, attempt = self.asking.graded(held.response, held.feedback, held.said_of, held.at, sure)
        if self.first_right is None:
            self.first_right = attempt.right
        self._record(attempt)
        self.fading.look_for_part(self.asking)

    def stop(self) -> None:
        """Wait no more for the grade of a response: it is no attempt."""
        if self.is_waiting:
            self._job.cancel()
            self.is_waiting = False
            self.refused = say(STOPPED, self._host.language)
            self._changed(self)
            self.rest()

    def hint(self) -> None:
        """Help a little more, where that can be: by a part to begin with, a hint, the working with a gap."""
        if self.asking is not None:
            self.asking = self.fading.help(self.asking)
            # What could not be read is over with: what is said now is the help.
            self.refused = ""
            self._changed(self)

    def reveal(self) -> None:
        """Show the answer, after at least one honest response."""
        if self.asking is not None and self.asking.can_reveal:
            self._job.cancel()
            self.is_waiting = False
            self.asking, attempt = self.asking.reveal(self._host.clock())
            self._record(attempt)
            self._changed(self)

    def again(self) -> None:
        """Ask the question afresh, with the next numbers."""
        if self.asking is not None and self.asking.can_try_again:
            self.fading.begin(self._host.attempts())
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
        earlier = self.asking, self.values
        self.asking, self.held, self.refused, self.failed = None, None, "", ""
        self.is_waiting = self.is_outdated = self.is_unfolded = False
        self.values = self.question.values_of(variant)
        if self.question.lab is None:
            self._asked(variant, before, None)
            return
        try:
            self._job = self._host.runner.result(self.question.lab, self.values, partial(self._asked, variant, before))
        except KeyboardInterrupt:
            # Whoever waited for it has given it up: what was asked before is asked still.
            self.asking, self.values = earlier
            raise

    def _asked(self, variant: int, before: Sequence[Attempt], result: Result | Failure | None) -> None:
        if isinstance(result, Failure):
            self.failed = result.reason
            self._changed(self)
            return
        variants, mine = len(self.question.variants), self._host.mine(self.question)
        asked = Asked(self.question, variant % variants, self.values, result, mine=mine)
        host, (lesson, during, *_) = self._host, self.occasion
        now, is_first = host.clock(), self.fading.shown is Shown.NOTHING
        asking = Asking(asked, host.course_id, lesson, during, host.new_uid, now, gap=asked.gapped, gap_first=is_first)
        self.asking = asking.resumed(before, now)
        self.fading.look_for_part(self.asking)
        last = next((attempt for attempt in reversed(before) if not attempt.revealed), None)
        if isinstance(entry := self.entry, Written):
            self._begin_writing(entry)
        self._changed(self)
        if last is not None:
            self._job = self._host.runner.grade(asked, last.response, self._host.language, self._recalled)

    def _tell_sketched(self) -> None:
        self._sketched(self)

    def _record(self, attempt: Attempt) -> None:
        self.fading.take(attempt)
        self._host.record(attempt)

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
