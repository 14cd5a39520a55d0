"""The questions of a visit, one under the other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from textual.app import ComposeResult

from tutor.session.answering import Answering
from tutor.session.visit import Visit
from tutor.ui.widgets.question import QuestionView
from tutor.ui.widgets.stack import Stack


class Questions(Stack):
    """The questions of a visit. Their views serve one visit after the other: to mount others would take time."""

    DEFAULT_CSS = """
    Questions { height: auto; }
    """

    def __init__(self, count: int, clock: Callable[[], float]) -> None:
        """Make room for so many questions at a time; `clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._count = count
        self._shown = 0
        """how many of the views hold a question of the visit"""

    def compose(self) -> ComposeResult:
        for _ in range(self._count):
            yield QuestionView(self._clock)

    def make_room(self, most: int) -> None:
        """Make room for more questions, unseen until they are shown."""
        more = [QuestionView(self._clock) for _ in range(most - self._count)]
        for view in more:
            view.display = False
        if more:
            self._count = most
            self.mount_all(more)

    def show(self, visit: Visit | None) -> None:
        """Show the questions of a visit; none where there is none."""
        answerings = visit.answerings if visit is not None else ()
        self.display = bool(answerings)
        self._shown = len(answerings)
        self.make_room(len(answerings))
        for view, answering in zip_longest(self.query(QuestionView), answerings):
            view.display = answering is not None
            if answering is not None and visit is not None:
                view.show(visit, answering)

    @property
    def views(self) -> tuple[QuestionView, ...]:
        """The views of the visit's questions, in order; all are on screen but for those that a stage keeps closed.

        One that was made just now comes a moment later: there is nothing on it yet.
        """
        return tuple(view for view in self._views if view.is_mounted)

    @property
    def _views(self) -> tuple[QuestionView, ...]:
        # Asked for at every key: what lies inside of them need not be looked through.
        return tuple(view for view in self.children if isinstance(view, QuestionView))[: self._shown]

    def open_only(self, answering: Answering | None) -> None:
        """Show one question and no other; None for none at all."""
        for view in self._views:
            view.display = view.answering is answering
        self.display = answering is not None

    def let_prompts_be_elsewhere(self, are_elsewhere: bool) -> None:
        """Leave out the prompts of what the sliders answer: they stand above the picture of a stage."""
        for view in self._views:
            view.let_prompt_be_elsewhere(are_elsewhere and view.is_on_sliders)

    def view_of(self, answering: Answering | None) -> QuestionView | None:
        """Return the view of a question, or None where it is not on screen."""
        return next((view for view in self.views if view.answering is answering), None)
