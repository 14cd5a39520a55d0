"""The app: one learner, one course. It knows the look, the record and which screen is on; screens do the rest."""

from __future__ import annotations

import asyncio
import importlib
import sys
import traceback
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from tutor.course.finding import CourseError
from tutor.course.outline import Outline
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.attempts import Attempt, Clock
from tutor.learner.days import Calendar
from tutor.learner.notices import StoreNotice
from tutor.learner.places import Position, Visit
from tutor.learner.progress import Progress, StepPlace, next_place, outline_of, progress_of
from tutor.learner.store import Store
from tutor.render.home import Due
from tutor.render.look import Look
from tutor.session.engine import Engine
from tutor.session.map import entries_of
from tutor.session.marks import Marks
from tutor.session.reviews import Reviews
from tutor.ui import messages
from tutor.ui.keys import bind, live_keys
from tutor.ui.screens.arriving import ArrivingScreen
from tutor.ui.screens.base import LEAST_HEIGHT, LEAST_WIDTH, TutorScreen
from tutor.ui.screens.home import HomeScreen, Overview
from tutor.ui.screens.too_small import TooSmallMessage, TooSmallScreen
from tutor.ui.theme import THEMES, Colours, palette_of, textual_theme
from tutor.ui.widgets.course_map import CourseMap
from tutor.ui.widgets.key_line import bindings_on

if TYPE_CHECKING:
    from tutor.ui.screens.settings import SettingRows

IDLE_AFTER = 120_000
"""Milliseconds without a key after which the learner counts as elsewhere."""
HEAD_START = 0.03
"""Seconds that the first paint has to reach the terminal, before anything is loaded in a thread beside it."""
LESSON_SCREEN = "tutor.ui.screens.lesson"
"""Imported after the first paint, as every screen but the course map: it takes longer than all that comes before."""
THEME_WORDS = (messages.THEME_DARK, messages.THEME_LIGHT, messages.THEME_PLAIN)


class TutorApp(App[None]):
    """The tutor, full-screen. Everything it needs is handed in; nothing is shared with another app of the process."""

    CSS_PATH = "tutor.tcss"
    TITLE = "tutor"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (100, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]

    BINDINGS = [
        bind("question_mark", "help", "KEY_HELP"),
        bind("l", "switch_language", "KEY_LANGUAGE"),
        bind("s", "settings", "KEY_SETTINGS", shown=False),
        bind("v", "review", "KEY_REVIEW", shown=False),
        bind("g", "progress", "KEY_PROGRESS", shown=False),
        bind("slash", "search", "KEY_SEARCH", shown=False),
        bind("ctrl+p", "command_palette", "KEY_PALETTE", shown=False),
        bind("ctrl+q", "quit", "KEY_QUIT", shown=False, priority=True),
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
        colours: Colours = "many",
        motion: bool = True,
        start: tuple[str, str] | None = None,
        resume: bool = True,
        calendar: Calendar | None = None,
        engine: Engine | None = None,
    ) -> None:
        """Make an app for one learner.

        `clock` gives milliseconds since 1970, UTC; `calendar` says which day that is, by default in local time.
        `start` is a lesson and a step to open; without it, and with `resume`, the app opens where the record says the
        learner was, or at the course map. `engine` may hold the course loaded already: several apps can share one.
        """
        # A terminal with few colours or none keeps its own: Textual would turn them into RGB, under NO_COLOR too.
        super().__init__(ansi_color=None if colours == "many" else True)
        self.course = course
        self.engine = engine or Engine(course)
        self.store = store
        self.clock = clock
        self._calendar = calendar or Calendar()
        self.reviews = Reviews(self.engine, store, clock=clock, calendar=self._calendar)
        self.marks = Marks(store, course.id)
        self._colours: Colours = colours
        self._theme_name = theme
        self.look = Look(palette_of(theme, colours), language, motion)
        self._start = start
        self._resume = resume
        self._last_input = clock()
        self._apply_theme()
        self._styled_for = self.theme
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[object]:
        return HomeScreen(self._overview)  # type: ignore[return-value]

    def on_mount(self) -> None:
        start = self._start
        if start is None and self._resume:
            position = self.store.position(self.course.id)
            if position is not None and self.course.lesson(position.lesson) is not None:
                start = (position.lesson, position.step)
        if start is not None:
            self._arrive_at(*start)
        self.tell(self.store.take_notice())
        self.call_after_refresh(self.run_worker, self._load_all)

    def _arrive_at(self, lesson_id: str, step_id: str) -> None:
        """Open a lesson as the first screen: its frame at once, and the rest when what shows lessons is imported."""
        lesson = self.course.lesson(lesson_id)
        if lesson is None or LESSON_SCREEN in sys.modules:
            self.open_lesson(lesson_id, step_id)
            return
        self.push_screen(ArrivingScreen(lesson, step_id))
        self.call_after_refresh(self.run_worker, self._open_when_imported(lesson_id, step_id))

    async def _open_when_imported(self, lesson_id: str, step_id: str) -> None:
        await asyncio.sleep(HEAD_START)
        await asyncio.to_thread(importlib.import_module, LESSON_SCREEN)
        self.open_lesson(lesson_id, step_id)

    async def _load_all(self) -> None:
        await asyncio.sleep(HEAD_START)
        try:
            await self.reviews.load()
        except CourseError as error:
            self.notify(str(error), severity="error", timeout=30)
            return
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.fill()

    # -- where the learner is -------------------------------------------------------------------------------------

    def open_lesson(self, lesson_id: str, step_id: str = "") -> None:
        """Open a lesson at a step; without one, where the learner left it."""
        lesson = self.course.lesson(lesson_id)
        if lesson is None:
            return
        if not step_id:
            position = self.store.position(self.course.id, lesson_id)
            step_id = position.step if position is not None else ""
        from tutor.ui.screens.lesson import LessonScreen

        screen = LessonScreen(lesson, step_id)
        if isinstance(self.screen, LessonScreen | ArrivingScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def change_course(self, course: Outline, engine: Engine) -> None:
        """Go on with the course as its files are now, at the same step; what lay above the lesson is closed."""
        from tutor.ui.screens.lesson import LessonScreen

        while not isinstance(self.screen, HomeScreen | LessonScreen):
            self.pop_screen()
        before = self.screen
        self.course, self.engine = course, engine
        self.reviews = Reviews(engine, self.store, clock=self.clock, calendar=self._calendar)
        if isinstance(before, LessonScreen):
            before.keep_position()
            lesson_id, step_id, number = before.place
            lesson = course.lesson(lesson_id)
            if lesson is None:
                self.pop_screen()
            else:
                ids = [step.id for step in lesson.steps]
                # A step that was renamed or deleted: the one that stands in its place.
                self.open_lesson(lesson_id, step_id if step_id in ids else ids[min(number, len(ids) - 1)])
        self.run_worker(self._load_all())

    def progress(self) -> Progress:
        """Return what became of the course so far. Questions graded in another way since count once all is loaded."""
        schedule = self.reviews.ready
        attempts = schedule.attempts if schedule is not None else self.store.outcomes(self.course.id)
        return progress_of(outline_of(self.course), attempts, self.store.visited(self.course.id))

    def _overview(self) -> Overview:
        """Return what the course map shows."""
        progress = self.progress()
        schedule = self.reviews.ready
        return Overview(
            self.course,
            entries_of(self.course, progress, self.next_place(progress), self.look.language),
            answered=any(lesson.tried for lesson in progress.lessons.values()),
            due=Due(len(schedule.due()), schedule.minutes()) if schedule is not None else None,
        )

    def _go_to(self, place: StepPlace | None) -> None:
        """Open the place that a screen has handed back, once that screen is gone."""
        if place is not None:
            self.call_later(self.open_lesson, place.lesson, place.step)

    def on_course_map_opened(self, event: CourseMap.Opened) -> None:
        self.open_lesson(event.lesson)

    def on_home_screen_test_out(self, event: HomeScreen.TestOut) -> None:
        # Imported here, because what asks and grades takes longer than the map to paint.
        from tutor.ui.screens.check import CheckScreen

        lesson = self.course.lesson(event.lesson)
        if lesson is not None:
            self.push_screen(CheckScreen(lesson))

    def next_place(self, progress: Progress) -> StepPlace | None:
        """Return where "continue" goes."""
        position = self.store.position(self.course.id)
        return next_place(progress, (position.lesson, position.step) if position is not None else None)

    def record(self, attempt: Attempt) -> None:
        """Keep an attempt at once."""
        self.tell(self.store.record(attempt))

    def keep_position(self, position: Position) -> None:
        """Keep how a step was left."""
        self.tell(self.store.save_position(position))

    def keep_visit(self, visit: Visit) -> None:
        """Keep that the learner is, or was, at a step, and for how long."""
        self.tell(self.store.save_visit(visit))

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End. However the end came, how the open step is left is kept first."""
        for screen in self.screen_stack:
            if isinstance(screen, TutorScreen):
                screen.keep_position()
        super().exit(result, return_code, message)

    @property
    def is_active(self) -> bool:
        """Whether a key was pressed or the mouse used lately."""
        return self.clock() - self._last_input < IDLE_AFTER

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self._last_input = self.clock()
        await super().on_event(event)

    def tell(self, notice: StoreNotice | None) -> None:
        """Show trouble with the record; the lesson goes on."""
        if notice is not None:
            self.notify(
                notice.say(self.look.language), severity="information" if notice.saved else "warning", timeout=12
            )

    # -- look -----------------------------------------------------------------------------------------------------

    def set_look(self, *, language: str | None = None, theme: str | None = None, motion: bool | None = None) -> None:
        """Change language, colours or motion, everywhere and at once, and remember it."""
        if theme is not None:
            self._theme_name = theme
        self.look = Look(
            palette_of(self._theme_name, self._colours),
            language or self.look.language,
            self.look.motion if motion is None else motion,
        )
        chosen = {"language": language, "theme": theme, "motion": None if motion is None else "on" if motion else "off"}
        for name, value in chosen.items():
            if value is not None:
                self.tell(self.store.save_setting(name, value))
        self._apply_theme()
        for screen in self.screen_stack:
            changed = getattr(screen, "look_changed", None)
            if changed is not None:
                changed()

    def _apply_theme(self) -> None:
        theme = textual_theme(self.look.palette, self._theme_name)
        self.register_theme(theme)
        self.theme = theme.name

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew where the theme has changed. It has not when Textual asks for this at the start."""
        if self.theme != self._styled_for:
            self._styled_for = self.theme
            super().refresh_css(animate)

    def _fatal_error(self) -> None:
        """Say what a learner needs to know, and where the fault is. Textual would print every variable on the way."""
        self.bell()
        self.panic(Text(f"{messages.CRASHED(self.look.language)}\n\n{traceback.format_exc()}"))

    # -- actions --------------------------------------------------------------------------------------------------

    def action_help(self) -> None:
        from tutor.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(tuple(live_keys(bindings_on(self.screen)))))

    def action_switch_language(self) -> None:
        languages = INTERFACE_LANGUAGES
        at = languages.index(self.look.language) if self.look.language in languages else -1
        self.set_look(language=languages[(at + 1) % len(languages)])

    def action_review(self) -> None:
        from tutor.ui.screens.review import ReviewScreen
        from tutor.ui.screens.sitting import SittingScreen

        if not isinstance(self.screen, SittingScreen):
            self.push_screen(ReviewScreen())

    def action_progress(self) -> None:
        from tutor.ui.screens.progress import ProgressScreen

        if not isinstance(self.screen, ProgressScreen):
            self.push_screen(ProgressScreen(self.reviews.load, self.store), self._go_to)

    def action_search(self) -> None:
        from tutor.ui.screens.search import SearchScreen

        self.push_screen(SearchScreen(self.engine.whole_course, self.store), self._go_to)

    def action_settings(self) -> None:
        from tutor.ui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            motion = "on" if self.look.motion else "off"
            values = {"language": self.look.language, "theme": self._theme_name, "motion": motion}
            self.push_screen(SettingsScreen(values))

    def on_setting_rows_changed(self, event: SettingRows.Changed) -> None:
        match event.name:
            case "language":
                self.set_look(language=event.value)
            case "theme":
                self.set_look(theme=event.value)
            case "motion":
                self.set_look(motion=event.value == "on")

    def action_copy_or_quit(self) -> None:
        selected = self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            self.exit()

    def action_command_palette(self) -> None:
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(CommandPalette(placeholder=messages.PALETTE_SEARCH(self.look.language)))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield a command for everything a key can do now, every lesson, and every setting."""
        from tutor.ui.widgets.question import QuestionView

        language = self.look.language
        for key in live_keys(bindings_on(screen)):
            if key.action != "command_palette" and isinstance(key.owner, App | Screen | QuestionView):
                yield SystemCommand(
                    key.message(language),
                    key.keys,
                    lambda key=key: self.call_later(self.run_action, key.action, key.owner),
                )
        for lesson in self.course.lessons:
            title = messages.LESSON_COMMAND(language, number=lesson.number, title=lesson.title.in_(language))
            yield SystemCommand(title, lesson.goal.in_(language), lambda lesson=lesson: self.open_lesson(lesson.id))
        for theme, words in zip(THEMES, THEME_WORDS, strict=True):
            name = messages.THEME_COMMAND(language, name=words(language))
            yield SystemCommand(name, "", lambda theme=theme: self.set_look(theme=theme))
        for motion, words in ((True, messages.MOTION_ON), (False, messages.MOTION_OFF)):
            name = messages.MOTION_COMMAND(language, name=words(language))
            yield SystemCommand(name, "", lambda motion=motion: self.set_look(motion=motion))

    # -- size -----------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        # The app's own size is still the one before.
        too_small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        covered = isinstance(self.screen, TooSmallScreen)
        if too_small and not covered:
            self.push_screen(TooSmallScreen())
        elif covered and not too_small:
            self.pop_screen()
        elif covered:
            self.screen.query_one(TooSmallMessage).update_lines()
