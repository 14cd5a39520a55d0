"""Keys and clicks that come too fast, at the wrong moment, or at a size at which nothing can be seen."""

from __future__ import annotations

import asyncio
import itertools
from functools import partial
from types import SimpleNamespace
from typing import Any, cast

import pytest
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.widgets._toast import Toast

from tests.ordeal.keys import TOUR, one_round
from tests.walks import some_now
from tutor.course.model import Course
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.ui import drive
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.help import HelpScreen
from tutor.ui.screens.home import CourseTitle, HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.palette import CommandRows, Palette
from tutor.ui.screens.progress import ProgressScreen
from tutor.ui.screens.search import ROWS, Hits, SearchScreen
from tutor.ui.screens.sitting import SittingScreen
from tutor.ui.screens.too_small import TooSmallScreen
from tutor.ui.terminal.reading import TerminalReader
from tutor.ui.widgets.lines import Lines

from .answers import record
from .conftest import OpenApp, Walk


def send(walk: Walk, data: bytes) -> None:
    """Let the terminal send bytes, all at once."""
    driver = walk.app._driver
    assert driver is not None
    for message in TerminalReader().feed(data):
        driver.process_message(message)


async def test_clicks_beside_the_palette_that_come_fast_close_it_and_nothing_else(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press("ctrl+p")
        assert isinstance(walk.app.screen, Palette)
        send(walk, b"\x1b[<0;1;23M\x1b[<0;1;23m" * 3)
        assert "Start here" in await walk.seen()
        assert 1 == len(walk.app.screen_stack)


async def test_a_click_that_comes_when_the_window_has_grown_smaller_is_no_fault(open_app: OpenApp) -> None:
    async with open_app(size=(120, 36)) as walk:
        await walk.press("ctrl+p")
        palette = walk.app.screen
        await walk.resize(80, 24)
        palette.post_message(events.Click(palette, 80, 28, 0, 0, 1, False, False, False, 80, 28))
        assert "esc close" in await walk.seen()
        palette.post_message(events.Click(palette, 1, 22, 0, 0, 1, False, False, False, 1, 22))
        assert "Start here" in await walk.seen()


async def before_it_stands(walk: Walk, step: str) -> LessonScreen:
    """Open a step of the first lesson, and return its screen at once."""
    await walk.settled()
    walk.app.go_to(StepPlace("line", step))
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


@pytest.mark.parametrize("key", ["tab", "enter", "k", "l"])
async def test_a_key_that_comes_before_its_screen_stands_waits_for_it(open_app: OpenApp, key: str) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.settled()
        walk.app.post_message(drive.key_event(key))
        walk.app.on_home_screen_test_out(HomeScreen.TestOut("line"))
        assert isinstance(walk.app.screen, SittingScreen)
        assert {"k": "4 left", "l": "5개 남음"}.get(key, "5 left") in await walk.seen()


async def test_a_screen_that_does_not_stand_yet_will_show_itself_as_all_looks_then(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await before_it_stands(walk, "guess")
        walk.app.set_look(language="ko")
        shown = await walk.seen()
        assert "직선" in shown and "예측" in shown
        assert shown == await walk.seen("l", "l")


async def test_what_is_computed_before_a_screen_stands_is_shown_once_it_does(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        screen = await before_it_stands(walk, "move")
        visit = screen.open.visit
        screen.lab_changed(visit)
        screen.question_changed(visit, visit.answerings[0])
        screen.sketch_changed(visit, visit.answerings[0])
        assert "At k = 1.0 its height over x = 2 is 2.0" in " ".join((await walk.seen()).split())


async def test_questions_that_were_made_just_now_are_shown_a_moment_later(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        screen = await before_it_stands(walk, "move")
        while not screen.has_begun:
            await asyncio.sleep(0)
        screen.open_step(4)
        reader = screen.reader
        assert not all(view.is_mounted for view in reader.questions.children)
        for answering in screen.open.visit.answerings:
            screen.question_changed(screen.open.visit, answering)
            screen.sketch_changed(screen.open.visit, answering)
        walk.app.set_look(language="ko")
        screen.on_resize()
        reader.focus_first()
        for _ in screen.open.visit.answerings:
            reader.action_forward()
        assert "세 가지" in await walk.seen()
        assert len(reader.questions.views) == 3
        assert await walk.seen() == await walk.seen("l", "l")


@some_now(
    "opens", ["a lesson", "a test", "progress", "search", "help", "settings", "command_palette"], ["a lesson", "search"]
)
async def test_a_screen_that_is_left_before_it_stands_is_no_fault(open_app: OpenApp, opens: str) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.settled()
        for beats in range(16):
            match opens:
                case "a lesson":
                    walk.app.go_to(StepPlace("line", "guess"))
                case "a test":
                    walk.app.on_home_screen_test_out(HomeScreen.TestOut("line"))
                case action:
                    await walk.app.run_action(action)
            for _ in range(beats):
                await asyncio.sleep(0)
            walk.app.go_to(None)
            await walk.settled()
            assert isinstance(walk.app.screen, HomeScreen)
            assert 1 == len(walk.app.screen_stack)


async def test_a_window_may_go_on_growing_smaller_before_that_is_said(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.settled()
        walk.app.cover(Size(50, 10))
        walk.app.cover(Size(40, 9))
        assert isinstance(walk.app.screen, TooSmallScreen)
        walk.app.cover(Size(80, 24))
        assert "Start here" in await walk.seen()


@pytest.mark.parametrize("what", ["press", "let go", "drag"])
async def test_what_was_taken_away_and_is_still_drawn_can_be_clicked(open_app: OpenApp, what: str) -> None:
    async with open_app(size=(80, 24), notices=True) as walk:
        walk.app.notify("One moment.", timeout=60)
        assert "One moment." in await walk.seen()
        screen, toast = walk.app.screen, walk.app.screen.query_one(Toast)
        place = toast.region.offset + Offset(2, 1)
        if what != "press":
            screen._forward_event(clicked(events.MouseDown, place))
        await toast.remove()
        match what:
            case "press":
                screen._forward_event(clicked(events.MouseDown, place))
            case "let go":
                screen._forward_event(clicked(events.MouseUp, place))
            case "drag":
                screen._forward_event(clicked(events.MouseMove, place + Offset(1, 0)))
        assert "Start here" in await walk.seen("escape")


def clicked(kind: type[events.MouseEvent], place: Offset) -> events.MouseEvent:
    """Return what the mouse says at a place on the screen."""
    return kind(None, *place, 0, 0, 1, False, False, False, *place)


async def test_what_is_found_when_the_palette_was_left_is_no_fault(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press("ctrl+p")
        palette = walk.app.screen
        assert isinstance(palette, Palette)
        later: list[str] = []
        palette.set_timer(0.001, lambda: later.append("here"))
        while not later:
            await asyncio.sleep(0.001)
        await walk.press("escape")
        assert "Start here" in await walk.seen()
        palette._gather_commands("film")
        palette._list_visible = not palette._list_visible
        await palette._watch__show_busy()
        palette._unless_left(later.append, "gone")
        assert "Start here" in await walk.seen()
        assert ["here"] == later


@pytest.mark.parametrize("opens", ["enter", "v", "g"])
async def test_a_command_of_a_screen_that_was_left_meanwhile_is_no_fault(
    open_app: OpenApp, store: Store, opens: str
) -> None:
    record(store, "height-at", "missing-word")
    async with open_app(size=(80, 24)) as walk:
        screen = (await walk.seen(opens)) and walk.app.screen
        calls = [one.callback for one in walk.app.commands_on(screen)]
        theirs = [call for call in calls if isinstance(call, partial) and screen in call.args]
        assert theirs
        walk.app.go_to(None)
        await walk.settled()
        for call in theirs:
            call()
            await walk.settled()
        assert isinstance(walk.app.screen, HomeScreen)


async def test_a_command_that_is_chosen_several_times_at_once_is_done_once(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press("ctrl+p")
        await walk.type("한국어")
        send(walk, b"\r\r\r")
        await walk.settled()
        assert "ko" == walk.app.look.language
        assert 1 == len(walk.app.screen_stack)


async def test_a_screen_that_is_left_twice_at_once_does_not_take_the_one_below(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.press("s", "?")
        covered, opened = walk.app.screen_stack[-2:]
        covered.dismiss()
        assert opened is walk.app.screen
        opened.dismiss()
        opened.dismiss()
        await walk.settled()
        assert covered is walk.app.screen


@pytest.mark.parametrize("slow", ["the schedule", "the course", "its words"])
async def test_what_arrives_for_a_screen_that_is_being_taken_down_is_let_go(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    arrived = asyncio.Event()

    async def at_the_last_moment(answer: Any) -> Any:
        while any(isinstance(widget, Lines) for widget in screen.walk_children()):
            await asyncio.sleep(0)
        arrived.set()
        return answer

    async with open_app(at=("line", "move")) as walk:
        session = walk.app.session
        course, schedule = session.whole_course(), session.make_schedule()

        async def course_at_once() -> Course:
            return course

        screen: SearchScreen | ProgressScreen
        if slow == "the schedule":
            screen = ProgressScreen(lambda: at_the_last_moment(schedule), session.store)
        elif slow == "the course":
            screen = SearchScreen(lambda: at_the_last_moment(course), session.store)
        else:
            screen = SearchScreen(course_at_once, session.store)
            monkeypatch.setattr(asyncio, "to_thread", lambda *_: at_the_last_moment(()))
        await walk.app.push_screen(screen)
        screen.dismiss()
        await arrived.wait()
        assert "enter continue" in await walk.seen()


async def test_keys_that_come_faster_than_they_are_handled_take_effect_in_their_order(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to_entry()
        send(walk, b"7\x7f3\x1b[D5\x1b[F\x1b[200~.0\x1b[201~\x1b[H\x1b[3~\r")
        # 7, nothing, 3, 53, 53.0, and without the first 3.0.
        assert "✓ Right" in await walk.seen()


async def test_a_tab_that_comes_before_a_step_is_laid_out_is_not_taken_back(open_app: OpenApp) -> None:
    async with open_app(at=("line", "long")) as walk:
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        assert screen.reader is screen.focused
        screen.open_step(1)
        screen.action_part(-1)
        await walk.settled()
        assert screen.reader.next_row is screen.focused


async def test_several_tabs_at_once_go_as_far_as_one_after_the_other(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        first = walk.app.focused
        await walk.press("tab", "tab")
        there = walk.app.focused
        await walk.press("shift+tab", "shift+tab")
        assert first is walk.app.focused
        send(walk, b"\t\t")
        await walk.settled()
        assert there is walk.app.focused
        assert first is not there


async def test_a_new_size_arrives_however_long_the_machine_holds_the_program_up(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = itertools.count(step=0.1)
    async with open_app(at=("line", "move")) as walk:
        # Between any two looks at the clock, ten times as long as a new size waits for goes by.
        monkeypatch.setattr("textual._time.get_time", lambda: next(moments))
        await walk.resize(80, 24)
        assert walk.app.screen.has_class("-stacked")


async def test_two_sizes_at_once_come_to_rest_at_the_true_one(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.press("s", "?")
        shown = await walk.seen()
        for screen in walk.app.screen_stack * 2:
            for size in (Size(80, 24), Size(120, 36), Size(100, 30)):
                screen.post_message(events.Resize(size, size))
                screen.post_message(events.Callback(callback=lambda: None))
        assert shown == await walk.seen()
        assert {Size(120, 36)} == {screen.size for screen in walk.app.screen_stack}


async def test_while_the_terminal_is_too_small_nothing_opens_and_then_all_is_as_it_was(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        before = await walk.seen()
        await walk.resize(40, 10)
        await walk.press("?", "s", "g", "v", "slash", "ctrl+p")
        assert isinstance(walk.app.screen, TooSmallScreen)
        assert before == await walk.seen_at(120, 36)


async def test_what_opens_while_the_terminal_is_too_small_lies_under_the_cover(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.resize(40, 10)
        walk.app.push_screen(HelpScreen(()))
        assert "needs 60×18" in await walk.seen()
        assert "What the keys do here" in await walk.seen_at(120, 36)
        await walk.press("escape")
        assert isinstance(walk.app.screen, LessonScreen)


async def test_a_step_that_is_opened_while_the_terminal_is_too_small_is_covered_as_well(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.resize(40, 10)
        walk.app.go_to(None)
        assert "needs 60×18" in await walk.seen()
        assert "A short tour" in await walk.seen_at(120, 36)


@pytest.mark.parametrize("digit", "²٣３")
async def test_a_digit_of_another_kind_is_no_number_of_a_lesson_that_there_is_not(
    open_app: OpenApp, digit: str
) -> None:
    async with open_app() as walk:
        send(walk, digit.encode())
        assert "Start here" in await walk.seen()


@pytest.mark.parametrize("seed", range(2))
def test_keys_clicks_and_pastes_at_random_neither_end_the_app_nor_keep_it_from_answering(seed: int) -> None:
    assert "" == one_round(seed, events=80, folders=(TOUR,))


async def test_what_has_more_lines_in_a_high_terminal_has_fewer_at_once_in_a_low_one(open_app: OpenApp) -> None:
    # Under another screen it hears of no new size; with lines of before for one width and of now for the next, it
    # would be laid out for ever, with and without the bar beside it.
    async with open_app(size=(80, 40)) as walk:
        title = walk.app.screen.query_one(CourseTitle)
        high = title.get_content_height(title.size, title.size, 50)
        walk.app._size = Size(80, 24)
        assert title.get_content_height(title.size, title.size, 50) < high


async def test_what_was_left_for_after_the_next_frame_is_let_go_with_its_screen(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.press("g")
        left = walk.app.screen
        assert isinstance(left, TutorScreen)
        done: list[str] = []
        left.dismiss()
        left.call_after_refresh(done.append, "done")
        await walk.settled()
        assert [] == done


def click_at(x: int, y: int) -> events.Click:
    """Return a click at a place of whatever it is given to."""
    return cast("events.Click", SimpleNamespace(get_content_offset=lambda _: Offset(x, y), stop=lambda: None))


async def test_a_click_on_what_is_no_longer_there_does_nothing(open_app: OpenApp, store: Store) -> None:
    """A click may come between a change and its drawing: what was drawn there is not what is there now."""
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to_entry()
        await walk.press("7", "enter")
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        (view,) = screen.reader.questions.views
        row = view.row
        last = max(span.start for span in row._shown.spans if span.line == 0)
        assert 1 < len(row.actions)
        with screen.drawn_once():
            row.actions = row.actions[:1]
            row.on_click(click_at(last, 0))
            row.on_click(click_at(row._shown.spans[0].start, 0))
        await walk.settled()
        assert not any(attempt.revealed for attempt in store.attempts())
    async with open_app(at=("line", "choose")) as walk:
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        options = screen.reader.questions.views[0].options
        last = max(span.line for span in options._shown.spans)
        with screen.drawn_once():
            options.options = options.options._replace(order=options.options.order[:1])
            options.on_click(click_at(4, last))
        assert 0 == options.options.cursor


async def test_what_was_clicked_is_opened_though_something_else_is_found_meanwhile(open_app: OpenApp) -> None:
    async with open_app() as walk:
        await walk.press("/", *"line")
        hits = walk.app.screen.query_one(Hits)
        clicked = hits.hits[-1]
        hits.on_click(click_at(0, ROWS * (len(hits.hits) - 1)))
        hits.hits = ()
        await walk.settled()
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        assert (clicked.passage.lesson, clicked.passage.step) == (screen.open.lesson.id, screen.open.step.id)


async def test_a_page_of_a_palette_without_room_is_none(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press("ctrl+p")
        walk.app.screen.query_one("#--container").display = False
        await walk.press("s", "pagedown", "pageup", "down")
        assert "q quit" in await walk.seen("escape")


async def test_a_click_on_a_command_that_is_no_longer_found_does_nothing(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press("ctrl+p", *"film")
        rows = walk.app.screen.query_one(CommandRows)

        async def click(option: int) -> str:
            x, y = rows.region.x + 1, rows.region.y + 1
            style = Style(meta={"option": option})
            rows.post_message(events.Click(rows, 1, 1, 0, 0, 1, False, False, False, x, y, style))
            return await walk.seen()

        assert "esc close" in await click(rows.option_count)
        assert "esc close" not in await click(0)
