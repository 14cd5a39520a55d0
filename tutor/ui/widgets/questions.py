"""The questions of a step, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Vertical
from textual.widget import AwaitMount

from tutor.session.asking import Asking
from tutor.ui.widgets.question import QuestionView


class Questions(Vertical):
    """The questions of a step."""

    DEFAULT_CSS = """
    Questions { height: auto; }
    """

    def show(self, askings: Sequence[Asking]) -> AwaitMount:
        """Show these questions instead of those before; what comes back can be awaited until they are there."""
        self.remove_children()
        self.display = bool(askings)
        return self.mount_all(QuestionView(asking) for asking in askings)

    @property
    def views(self) -> tuple[QuestionView, ...]:
        """The questions on screen, in order."""
        return tuple(self.query(QuestionView))

    def first_open(self) -> QuestionView | None:
        """Return the first question that still takes a response."""
        return next((view for view in self.views if not view.asking.is_over), None)
