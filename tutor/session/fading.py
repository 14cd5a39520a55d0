"""Help that fades: what helps next in one question, and whether it is offered unasked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from tutor.course.questions import Question
from tutor.course.slips.gaps import Part
from tutor.learner.attempts import Attempt
from tutor.learner.shown import Shown, is_stuck, shown_in
from tutor.session.asking import Asking, attempts_of
from tutor.session.part import AskedPart


class Fading:
    """What a learner has shown in the skill of a question, and the help that follows from it.

    A beginner is offered the working with a gap before the hints; whoever has shown something, the hints, and the
    working after them; whoever can do it alone, nothing before the first miss, though all is there for the asking.
    """

    def __init__(self, question: Question, skill: Collection[str]) -> None:
        """Make it for a question; `skill` are the ids of all that ask for the same."""
        self._question = question
        self._skill = skill or (question.id,)
        self._made: list[Attempt] = []
        """the attempts at the question so far"""
        self._slipped_at: int | None = None
        """the number of the part at which the learner went wrong last"""
        self.shown = Shown.NOTHING
        """what was shown before the question was put"""
        self.part: AskedPart | None = None
        """the part that is asked by itself, or was"""
        self.part_offered: Part | None = None
        """the part that could be, for whoever was wrong twice in the same way"""

    def begin(self, attempts: Sequence[Attempt], before: Collection[Attempt] = ()) -> None:
        """Look at what was shown before the question is put; `before` are the attempts that it goes on with."""
        self.shown = shown_in(one for one in attempts if one.question in self._skill and one not in before)
        self._made = attempts_of(self._question, attempts)
        self.part = self.part_offered = None

    def take(self, attempt: Attempt) -> None:
        """Take in another attempt at the question."""
        self._made.append(attempt)

    def look_for_part(self, asking: Asking) -> None:
        """Look for a part to offer to whoever was wrong twice in the same way; it is offered once."""
        self.part_offered = None
        if not asking.may_help or not is_stuck(self._made):
            return
        yours = asking.feedback.yours if asking.feedback is not None else None
        found = asking.asked.part(yours, self._slipped_at)
        if found is not None:
            self._slipped_at, part = found
            self.part_offered = part if self.part is None else None

    def help(self, asking: Asking) -> Asking:
        """Help a little more; return the asking from here on."""
        if self.part_offered is None:
            return asking.hint()
        self.part, self.part_offered = AskedPart(self.part_offered), None
        return asking._replace(parts=asking.parts + 1)

    def can_help(self, asking: Asking) -> bool:
        """Return whether there is more to help with, short of the answer."""
        return asking.can_hint or self.part_offered is not None

    def offers_help(self, asking: Asking) -> bool:
        """Return whether that is offered. Whoever can do without asks for it, or misses first."""
        return self.can_help(asking) and (
            self.shown is not Shown.ALONE or asking.tries > 0 or self.part_offered is not None
        )

    def next_help(self, asking: Asking) -> Literal["part", "gap", "hint"]:
        """Return what it is: a part of the question to begin with, the working with a gap, or a hint."""
        if self.part_offered is not None:
            return "part"
        return "gap" if asking.gap_is_next else "hint"

    @property
    def asks_part(self) -> bool:
        """Whether it is the part that is answered now."""
        return self.part is not None and not self.part.is_over

    def respond(self, response: str) -> None:
        """Take a response to the part. It is no attempt."""
        if self.part is not None:
            self.part = self.part.after(response)
