"""The app: one learner, one course, full-screen. It knows the look and which screen is on; screens do the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual import events
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.notifications import SeverityLevel
from textual.screen import Screen

from tutor.course.finding import CourseError
from tutor.course.outline import Outline
from tutor.learner.attempts import Clock
from tutor.learner.days import Calendar
from tutor.learner.notices import StoreNotice
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.render.rung import Rung
from tutor.session.map import overview_of
from tutor.session.session import Session
from tutor.ui import messages
from tutor.ui.closing import ClosingApp
from tutor.ui.covering import CoveringApp
from tutor.ui.glossary import GlossaryApp
from tutor.ui.harmless import HarmlessApp
from tutor.ui.keys import as_bound, bind, live_keys
from tutor.ui.looking import LookingApp
from tutor.ui.screens.base import HEIGHTS, WIDTHS, TutorScreen
from tutor.ui.screens.home import HomeScreen
from tutor.ui.sittings import SittingsApp
from tutor.ui.terminal.app import SUSPEND
from tutor.ui.widgets.course_map import CourseMap
from tutor.ui.widgets.key_line import bindings_on

if TYPE_CHECKING:
    from tutor.course.model import Course
    from tutor.parameter import Values
    from tutor.session.runner import Programs, Runner
    from tutor.ui.terminal.reading import Widths

IDLE_AFTER = 120_000
"""Milliseconds without a key after which the learner counts as elsewhere."""


class TutorApp(SittingsApp, ClosingApp, GlossaryApp, LookingApp, CoveringApp, HarmlessApp):
    """The tutor, full-screen. Everything it needs is handed in; nothing is shared with another app of the process.

    Under whatever lies over it there is one screen: the course map, or a lesson. What shows lessons, sittings and
    dialogs is imported when the first one is opened, for the map waits for none of it.
    """

    CSS_PATH = "tutor.tcss"
    TITLE = "tutor"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    BINDINGS = [
        bind("question_mark", "help", "KEY_HELP"),
        bind("l", "switch_language", "KEY_LANGUAGE"),
        bind("s", "settings", "KEY_SETTINGS", shown=False),
        bind("v", "review", "KEY_REVIEW", shown=False),
        bind("g", "progress", "KEY_PROGRESS", shown=False),
        bind("slash", "search", "KEY_SEARCH", shown=False),
        bind("ctrl+p", "command_palette", "KEY_PALETTE", shown=False),
        bind("ctrl+q", "quit", "KEY_QUIT", shown=False, priority=True),
        bind("ctrl+z", SUSPEND, "KEY_TO_SHELL", shown=False),
        bind("ctrl+c", "copy_or_quit", "KEY_COPY_OR_QUIT", shown=False, priority=True),
    ]

    def __init__(
        self,
        course: Outline,
        store: Store,
        *,
        clock: Clock,
        language: str,
        theme: str = "dark",
        terminal: Rung = Rung(),  # noqa: B008 - it is a tuple, and nobody can change it
        choices: Mapping[str, str] | None = None,
        start: tuple[str, str] | None = None,
        start_values: Values | None = None,
        resume: bool = True,
        calendar: Calendar | None = None,
        loaded: Course | None = None,
        runner: Runner | None = None,
        programs: Callable[[], Programs] | None = None,
        editor_command: str = "",
    ) -> None:
        """Make an app for one learner.

        `terminal` is what the terminal can show, `choices` what was chosen of that by name.
        `clock` gives milliseconds since 1970, UTC; `calendar` says which day that is, by default in local time.
        `start` is a lesson and a step to open, and `start_values` what its lab is set to then; without it, and with
        `resume`, the app opens where the learner was today; after a night at the course map, which says what is due and
        where they were. `loaded` is the course
        where it is loaded already: several apps can share it. `runner` runs the labs; by default our own run here, and
        a course's own in another process, as do programs: `programs` makes what runs them, when there is the first one
        to be run. `editor_command` is the learner's own editor, "" where they have named none.
        """
        super().__init__(language=language, theme=theme, terminal=terminal, choices=choices or {})
        self.clock = clock
        self._calendar = calendar or Calendar()
        self._runner = runner
        self._programs = programs
        self.editor_command = editor_command
        self._start = StepPlace(*start) if start is not None else None
        self._start_values = start_values or {}
        self._resume = resume
        self._last_input = clock()
        self.session = self._session_of(course, store, loaded)

    def _session_of(self, course: Outline, store: Store, loaded: Course | None) -> Session:
        return Session(
            course,
            store,
            clock=self.clock,
            language=self.look.language,
            runner=self._make_runner,
            tell=self.tell,
            calendar=self._calendar,
            loaded=loaded,
        )

    def _make_runner(self) -> Runner:
        from tutor.ui.running import runner_for

        return self._runner or runner_for(self, self.clock, self.session.course.own, self._programs)

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen, whole: the lesson that is wanted or was left, or the course map."""
        place = self._start or (self.session.place_left_today() if self._resume else None)
        screen = self._screen_at(place, values=self._start_values)
        # Textual lets a screen be switched that was pushed, and its first one never was.
        screen._push_result_callback(screen, None)
        return screen

    def _screen_at(self, place: StepPlace | None, left: str = "", values: Values | None = None) -> TutorScreen:
        """Return the screen of a lesson, or of the course map where there is no such lesson or none is wanted.

        `left` is the lesson that is left for it, `values` what its lab is to be set to.
        """
        if place is not None and self.session.course.lesson(place.lesson) is not None:
            from tutor.ui.screens.lesson import LessonScreen

            try:
                lesson = self.session.lesson(place.lesson)
            except CourseError as error:
                text = error.told(self.look.language)
                self.call_later(self.notify, text, severity="error", timeout=30, markup=False)
            else:
                step = place.step or self.session.step_left(place.lesson)
                return LessonScreen(self.session, lesson, step, is_active=self.is_active, values=values)
        return HomeScreen(lambda: overview_of(self.session, self.look.language), left)

    def on_mount(self) -> None:
        self.session.tell(self.session.store.take_notice())

    def on_widths(self, event: Widths) -> None:
        if self.fit_widths(event.cells):
            self.draw_again()

    # -- where the learner is -----------------------------------------------------------------------------------------

    def go_to(self, place: StepPlace | None) -> None:
        """Show a step, or the course map, in place of whatever is shown."""
        from tutor.ui.forgetting import forget_what_is_gone, make_room

        while len(self.screen_stack) > 1:
            self.pop_screen()
        left = self.screen_stack[0]
        make_room(left)
        self.switch_screen(self._screen_at(place, left.of_lesson if isinstance(left, TutorScreen) else ""))
        self.cover(self.size)
        self.set_timer(0.4, partial(forget_what_is_gone, self, left))

    def on_tutor_screen_go_to(self, event: TutorScreen.GoTo) -> None:
        self.go_to(event.place)

    def _arrive(self, place: StepPlace | None) -> None:
        """Go where a screen that is gone leads; nowhere, where it leads nowhere."""
        if place is not None:
            self.call_later(self.go_to, place)

    def on_course_map_opened(self, event: CourseMap.Opened) -> None:
        self.go_to(StepPlace(event.lesson, ""))

    def on_home_screen_painted(self, event: HomeScreen.Painted) -> None:
        if self.session.schedule is None:
            self.run_worker(self._count_due(event.screen))

    async def _count_due(self, home: HomeScreen) -> None:
        """Find out what is due and show it, unless the learner has gone on meanwhile."""
        if await self._schedule_or_notice() is not None and not home.was_left:
            home.fill()

    def change_course(self, course: Outline, loaded: Course) -> None:
        """Go on with the course as its files are now, at the same step; what lay above the lesson is closed."""
        from tutor.ui.screens.lesson import LessonScreen

        for screen in self.screen_stack:
            if isinstance(screen, TutorScreen):
                screen.keep_position()
        self.session.close()
        self.session = self._session_of(course, self.session.store, loaded)
        below = self.screen_stack[0]
        place: StepPlace | None = None
        if isinstance(below, LessonScreen):
            place, number = below.place
            lesson = course.lesson(place.lesson)
            if lesson is not None:
                ids = [step.id for step in lesson.steps]
                # A step that was renamed or deleted: the one that stands in its place.
                place = place if place.step in ids else StepPlace(place.lesson, ids[min(number, len(ids) - 1)])
        self.go_to(place)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End. However the end came, how the open step is left is kept first."""
        for screen in self.screen_stack:
            if isinstance(screen, TutorScreen):
                screen.keep_position()
        super().exit(result, return_code, message)
        self.session.close()

    def is_active(self) -> bool:
        """Return whether a key was pressed or the mouse used lately."""
        return self.clock() - self._last_input < IDLE_AFTER

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self._last_input = self.clock()
        await super().on_event(self._as_bound(event) if isinstance(event, events.Key) else event)

    def _as_bound(self, event: events.Key) -> events.Key:
        """Return the key that is meant: where nothing is typed, 바 and Q are the key q, if that does something."""
        focused = self.focused if self.screen_stack else None
        is_typed = focused is not None and focused.check_consume_key(event.key, event.character)
        if is_typed or not self.screen_stack:
            return event
        return as_bound(event, lambda: self.screen.active_bindings)

    def tell(self, notice: StoreNotice) -> None:
        """Show trouble with the record; the lesson goes on."""
        severity: SeverityLevel = "information" if notice.saved else "warning"
        self.notify(notice.say(self.look.language), severity=severity, timeout=12, markup=False)

    # -- actions --------------------------------------------------------------------------------------------------

    def action_help(self) -> None:
        from tutor.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(tuple(live_keys(bindings_on(self.screen)))))

    def action_switch_language(self) -> None:
        self.set_look(language=self.next_language)

    def action_progress(self) -> None:
        from tutor.ui.screens.progress import ProgressScreen

        if not isinstance(self.screen, ProgressScreen):
            self.push_screen(ProgressScreen(self.schedule, self.session.store), self._arrive)

    def action_search(self) -> None:
        from tutor.ui.screens.search import SearchScreen

        whole_course = partial(asyncio.to_thread, self.session.whole_course)
        self.push_screen(SearchScreen(whole_course, self.session.store), self._arrive)

    def action_copy_or_quit(self) -> None:
        # In an editor, whose text is a document, ^c never means to leave.
        writes = hasattr(self.focused, "document")
        selected = getattr(self.focused, "selected_text", "") if writes else self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        elif not writes:
            self.exit()

    def action_command_palette(self) -> None:
        from tutor.ui.screens.palette import Commands, Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette([Commands], placeholder=messages.PALETTE_SEARCH(self.look.language)))

    async def _run_if_there(self, action: str, owner: DOMNode) -> None:
        """Do what a screen, or something on it, offered to do, if it was not left meanwhile."""
        if owner is self or (owner.is_attached and owner.screen in self.screen_stack):
            await self.run_action(action, owner)

    def commands_on(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield a command for everything a key can do now, every lesson, and every setting."""
        from tutor.ui.screens.palette import commands

        return commands(
            live_keys(bindings_on(screen)),
            self.session.course.lessons,
            self.look.language,
            do=partial(self.call_later, self._run_if_there),
            open_lesson=lambda lesson: self.go_to(StepPlace(lesson, "")),
            set_look=self.set_look,
        )
