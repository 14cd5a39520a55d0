"""A stage: a step whose picture takes the whole width, with one thing at a time under it.

A question stands where the controls will be until the learner has committed to an answer and has read what is said to
it. Then the lab is played with, and the question that its sliders answer is the task.
"""

from __future__ import annotations

from tutor.session.answering import Answering
from tutor.session.visit import Visit


class Stage:
    """What stands under the picture of a stage."""

    def __init__(self, visit: Visit) -> None:
        """Begin with the first open question."""
        self._visit = visit
        self._heard = {answering: _said(answering) for answering in visit.answerings if answering.is_over}
        """of each question, how much of what is said to it has been read"""

    @property
    def open(self) -> Answering | None:
        """The question that stands open; None while the lab is played with and nothing is said to that."""
        for answering in self._visit.answerings:
            has_news = _said(answering) != self._heard.get(answering, 0)
            if answering.question.ON_SLIDERS:
                if has_news and not answering.is_outdated:
                    return answering
                if not answering.is_over:
                    return None
            elif has_news or not answering.is_over:
                return answering
        return None

    @property
    def is_played(self) -> bool:
        """Whether the controls are there: nothing stands open, or only what was said to a setting of them."""
        return self.open is None or self.open.question.ON_SLIDERS

    @property
    def task(self) -> Answering | None:
        """What there is to reach with the controls; None where that is reached, or comes later."""
        if not self.is_played:
            return None
        return next((one for one in self._visit.answerings if one.question.ON_SLIDERS and not one.is_over), None)

    @property
    def can_go_on(self) -> bool:
        """Whether what is said to an answer stands where the controls will be, until it is read."""
        return self.open is not None and self.open.is_over and not self.is_played

    @property
    def is_done(self) -> bool:
        """Whether there is nothing more to answer here."""
        return self.is_played and all(answering.is_over for answering in self._visit.answerings)

    def go_on(self) -> None:
        """Take what is said to the open question as read."""
        if self.open is not None:
            self._heard[self.open] = _said(self.open)

    def moved(self) -> None:
        """The lab was moved: what was said to a setting is no longer about what is seen."""
        if self.is_played:
            self.go_on()


def _said(answering: Answering) -> int:
    """Return how much has been said to a question so far: to responses, in helping, with the answer."""
    asking = answering.asking
    if asking is None:
        return 0
    part = answering.fading.part
    of_part = part.misses + part.is_over if part is not None else 0
    return asking.tries + asking.hints_shown + asking.parts + of_part + asking.is_over + answering.is_unfolded
