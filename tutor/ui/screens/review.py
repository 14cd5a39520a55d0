"""The review: what is due today, in mixed order."""

from __future__ import annotations

from datetime import timedelta

from tutor.figure import Role
from tutor.learner.attempts import During
from tutor.learner.review import mixed
from tutor.learner.schedule import Schedule
from tutor.learner.statistics import forecast
from tutor.render.actions import Action
from tutor.render.days import date_words, day_words
from tutor.render.text_lines import TextLine
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.sitting import SittingScreen

SNOOZE_DAYS = 7
LOOK_AHEAD = 60
"""Days in which the next review is looked for."""


class ReviewScreen(SittingScreen):
    """Asks what is due. A wrong one returns in the same sitting; any may be skipped or put off."""

    BINDINGS = [
        bind("z", "snooze", "KEY_SNOOZE"),
    ]

    during = During.REVIEW

    def chosen_questions(self, schedule: Schedule) -> tuple[str, ...]:
        """Return what is due, in the order of the day: the same when the review is opened again."""
        return mixed(schedule.due(), seed=schedule.today.toordinal())

    def heading(self, language: str) -> str:
        """Return "Review"."""
        return messages.REVIEW_TITLE(language)

    def welcome(self, language: str) -> str:  # noqa: ARG002 - a check says something
        """Return nothing: a review begins with its first question."""
        return ""

    def ways_round(self, *, answered: bool) -> tuple[Action, ...]:
        """Return skipping, and putting the question off."""
        snooze = Action("snooze", messages.SNOOZE, "z", "KEY_SNOOZE")
        return (*super().ways_round(answered=answered), snooze)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "snooze":
            return self.sitting is not None and self.sitting.asking is not None
        return super().check_action(action, parameters)

    def action_snooze(self) -> None:
        """Put the question off for a week."""
        sitting, schedule = self.sitting, self.tutor.reviews.ready
        if sitting is None or sitting.asking is None or schedule is None:
            return
        until = schedule.today + timedelta(days=SNOOZE_DAYS)
        app = self.tutor
        app.tell(app.store.snooze(app.course.id, sitting.asking.question.id, until))
        language = look_of(self).language
        self.notify(messages.SNOOZED(language, day=date_words(until, language)))
        sitting.put_off()
        self.after_leaving()

    def ending(self, language: str) -> tuple[TextLine, ...]:
        """Return how it went, and when the next review is."""
        schedule = self.tutor.reviews.ready
        results = self.sitting.results if self.sitting is not None else {}
        if schedule is None:
            return ()
        still_due = len(schedule.due())
        lines = []
        if results:
            score = messages.REVIEW_DONE(language, right=sum(results.values()), asked=len(results))
            lines.append(TextLine(score, Role.RIGHT, strong=True, lead="✓"))
        if still_due:
            lines.append(TextLine(messages.REVIEW_STILL_DUE(language, count=still_due)))
        else:
            done = messages.REVIEW_ALL_DONE if results else messages.REVIEW_NONE
            lines.append(TextLine(done(language)))
        tomorrow = schedule.today + timedelta(days=1)
        for day, count in forecast(schedule.memories.values(), tomorrow, LOOK_AHEAD):
            if count and not still_due:
                words = day_words(day, schedule.today, language)
                lines.append(TextLine(messages.REVIEW_NEXT(language, day=words, count=count), Role.QUIET))
                break
        return (*lines, TextLine(""))
