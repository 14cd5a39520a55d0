"""A review, a practice, or testing out of a lesson, as a dialogue: one question after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tutor.learner.causes import CauseCount
from tutor.learner.progress import StepPlace
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.lab import LabTalk
from tutor.plain.question import QuestionTalk
from tutor.plain.refusals.why import Here
from tutor.plain.signs import parted
from tutor.plain.talk import Talk
from tutor.render.causes import WORDS
from tutor.render.days import date_words
from tutor.render.messages import SNOOZED
from tutor.render.sitting import above, below, heading
from tutor.render.step import visit_fill
from tutor.session.sitting import Review, Sitting, TestOut

Leave = Callable[[StepPlace | None], None]
"""Leaves the sitting, for a step or for where one was before."""


def offer_practice(desk: Desk, weak: Sequence[CauseCount]) -> None:
    """Say which slip is worth a short practice, where one came up often."""
    for one in weak[:1]:
        desk.say(messages.PRACTISE_IT, cause=desk.words(WORDS[one.cause]), word=Command.PRACTISE.word(desk.language))


class SittingTalk(Talk):
    """One sitting."""

    def __init__(self, desk: Desk, sitting: Sitting, leave: Leave) -> None:
        """Begin with its present question."""
        self._desk = desk
        self._leave = leave
        self._question: QuestionTalk | None = None
        self._lab: LabTalk | None = None
        self.sitting = sitting

    def arrive(self) -> None:
        """Say what this is, and put the first question."""
        self._desk.voice.part()
        self._desk.say(heading(self.sitting, self._desk.language))
        self._ask()

    def _ask(self) -> None:
        """Put the present question, or say how the sitting went."""
        sitting, desk = self.sitting, self._desk
        visit, answering, place = sitting.visit, sitting.answering, sitting.place
        self._question = self._lab = None
        desk.voice.part()
        for line in above(sitting, desk.language):
            desk.say(parted(line.text))
        if visit is None or answering is None or place is None:
            desk.say(messages.ENTER_BACK)
            self._say_another()
            return
        lesson, step = place
        self._lab = LabTalk(desk, visit, StepPlace(lesson.id, step.id))
        if answering.question.single_try:
            desk.read(step.prose.in_(desk.language), visit_fill(visit, desk.language))
        if self._lab.is_shown:
            self._lab.state()
        head = messages.LEFT_OF(desk.language, count=sitting.left)
        self._question = QuestionTalk(desk, visit, answering, self._lab, head)
        self._question.ask()

    def _say_another(self) -> None:
        desk = self._desk
        match self.sitting:
            case Review(schedule=schedule):
                if schedule.due():
                    desk.say(messages.ANOTHER_REVIEW, word=Command.REVIEW.word(desk.language))
                offer_practice(desk, schedule.weak_spots())
            case TestOut():
                desk.say(messages.TO_WHAT_WAS_MISSED, word=Command.TAUGHT.word(desk.language))

    @property
    def takes_all(self) -> bool:
        return self._question is not None and self._question.takes_all

    def set(self, line: str) -> bool:
        return self._lab is not None and self._lab.take(line)

    def take(self, line: str) -> bool:
        question = self._question
        if not line.strip():
            if question is None:
                self._leave(None)
            elif question.answering.is_over or question.answering.asking is None:
                self._go_on()
            else:
                question.say_how()
                self._desk.say(messages.OR_SKIP, word=self.typed(Command.NEXT, self._desk.language))
            return True
        taken = (question is not None and question.take(line)) or (self._lab is not None and self._lab.take(line))
        if taken:
            self._after()
        return taken

    def _after(self) -> None:
        """Say what follows on what was said to a response."""
        question, desk = self._question, self._desk
        if question is None or not question.answering.asking or not question.answering.asking.tries:
            return
        for line in below(self.sitting, desk.language):
            desk.say(line.text)
        if question.answering.is_over:
            desk.say(messages.ENTER_ON)

    def _go_on(self) -> None:
        self.sitting.go_on()
        self._ask()

    def here(self) -> Here:
        sitting, desk = self.sitting, self._desk
        is_review = isinstance(sitting, Review)
        return Here(
            sitting.visit, sitting.answering, is_sitting=True, is_review=is_review, has_editor=desk.edit is not None
        )

    def say_how(self) -> None:
        if self._question is not None and self._question.answering.asking is not None:
            self._question.say_how()

    def say_slash(self) -> None:
        if self._question is not None:
            self._question.say_slash()

    def leave_question(self) -> bool:
        question = self._question
        if question is None or question.answering.is_over:
            return False
        question.answering.stop()
        self.sitting.go_on()
        self._ask()
        return True

    def doing(self) -> Doing:
        sitting = self.sitting
        found: dict[Command, Callable[[str], None]] = {Command.STOP: lambda _: self._leave(None)}
        if self._question is None:
            if isinstance(sitting, Review) and sitting.schedule.due():
                found[Command.REVIEW] = lambda _: self._another(sitting)
            if isinstance(sitting, TestOut):
                found[Command.TAUGHT] = lambda _: self._leave(sitting.first_missed)
            return found
        found[Command.NEXT] = lambda _: self._go_on()
        found[Command.TAUGHT] = lambda _: self._taught()
        if isinstance(sitting, Review):
            found[Command.LATER] = lambda _: self._later(sitting)
            if sitting.may_change_length:
                found[Command.MINUTES] = lambda _: self._change_length(sitting)
        if self._lab is not None:
            found |= self._lab.doing()
        found |= self._question.doing()
        for command in (Command.CHECK, Command.ANSWER, Command.RUN, Command.WORKING):
            if command in found:
                found[command] = self._then(found[command])
        return found

    def _then(self, do: Callable[[str], None]) -> Callable[[str], None]:
        def done(rest: str) -> None:
            do(rest)
            self._after()

        return done

    def _another(self, review: Review) -> None:
        review.begin_another()
        self._ask()

    def _taught(self) -> None:
        """Leave for the step that asks the present question."""
        if self.sitting.place is not None:
            lesson, step = self.sitting.place
            self._leave(StepPlace(lesson.id, step.id))

    def _later(self, review: Review) -> None:
        until = review.snooze()
        if until is not None:
            language = self._desk.language
            self._desk.say(SNOOZED, day=date_words(until, language))
            self._ask()

    def _change_length(self, review: Review) -> None:
        review.change_length()
        self._ask()

    def leave(self) -> None:
        if self.sitting.visit is not None:
            self.sitting.visit.leave()
