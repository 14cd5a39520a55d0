"""An app whose words can be asked for where they stand, and that leads back from where they are taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.course.finding import CourseError
from tutor.course.outline import GLOSSARY
from tutor.course.source import is_there
from tutor.learner.progress import StepPlace
from tutor.namedtuple import NamedTuple
from tutor.ui.keys import bind
from tutor.ui.screens.base import TutorScreen
from tutor.ui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from tutor.course.model import Step
    from tutor.session.session import Session


class WayBack(NamedTuple):
    """Where the learner was before they went to see where a word is taught."""

    place: StepPlace | None
    """a step, or None for the course map"""
    led_to: str
    """the lesson that they went to"""


class GlossaryApp(TerminalApp):
    """Lists the words on the step that is open, and all of them."""

    BINDINGS = [
        bind("d", "glossary", "KEY_GLOSSARY", shown=False),
    ]

    session: Session
    _ways_back: tuple[WayBack, ...] = ()

    def go_to(self, place: StepPlace | None) -> None:
        """Show a step, or the course map, in place of whatever is shown."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "glossary" and not is_there(self.session.course.folder / GLOSSARY):
            return False
        if action == "go_back" and not self._can_go_back:
            return False
        return super().check_action(action, parameters)

    @property
    def _below(self) -> TutorScreen | None:
        """The course map or the lesson under whatever lies over it."""
        below = self.screen_stack[0] if self.screen_stack else None
        return below if isinstance(below, TutorScreen) else None

    @property
    def _can_go_back(self) -> bool:
        below = self._below
        return below is not None and bool(self._ways_back) and self._ways_back[-1].led_to == below.of_lesson

    def action_glossary(self) -> None:
        from tutor.session.glossary import Definition, definitions_of, terms_on
        from tutor.ui.screens.glossary import GlossaryScreen

        if isinstance(self.screen, GlossaryScreen):
            return
        course = self.session.course
        try:
            terms = self.session.glossary
        except CourseError as error:
            self.notify(error.told(self.session.language), severity="error", timeout=30, markup=False)
            return
        language = course.language_for(self.session.language)
        whole = definitions_of(terms, course, language)
        here: tuple[Definition, ...] = ()
        place = self._place if self.screen is self._below else None
        step = self._step_at(place)
        if place is not None and step is not None:
            known = {one.term: one for one in whole}
            here = tuple(known[term] for term in terms_on(place, step, terms, course, language))
        self.push_screen(GlossaryScreen(here, whole), self._follow)

    @property
    def _place(self) -> StepPlace | None:
        """Where the learner is: a step, or None for the course map."""
        below = self._below
        if below is None or not below.of_lesson:
            return None
        below.keep_position()
        return self.session.last_place()

    def _step_at(self, place: StepPlace | None) -> Step | None:
        """Return the step at a place."""
        if place is None:
            return None
        lesson = self.session.lesson(place.lesson)
        number = lesson.step_index(place.step)
        return lesson.steps[number] if number is not None else None

    def _follow(self, place: StepPlace | None) -> None:
        """Go where a word is taught, and remember where from; nowhere, where it is here or no word was chosen."""
        here = self._place
        if place in (None, here):
            return
        way = WayBack(here, place.lesson)
        self._ways_back = (*(self._ways_back if self._can_go_back else ()), way)
        self.call_later(self.go_to, place)

    def action_go_back(self) -> None:
        *before, way = self._ways_back
        self._ways_back = tuple(before)
        self.go_to(way.place)
