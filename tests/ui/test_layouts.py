"""What is laid out and drawn, and how often: a step opens in one go, and nothing jumps while a control moves."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import product
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from tests.walks import some_now
from tutor.course.entry import Written
from tutor.course.outline import load_outline
from tutor.learner.progress import StepPlace
from tutor.session import controls
from tutor.session.visit import Visit
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.lines import Lines

from .conftest import LESSONS, OpenApp, Walk

COURSE = load_outline(LESSONS)
SIZES = [(120, 36), (80, 24)]


@pytest.fixture(autouse=True)
def frames() -> None:
    """Let every frame be drawn."""


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count layouts (scrolling is none), drawings of charts that are seen, and key lines."""
    found: Counter[str] = Counter()
    lay_out, draw, key_line = Screen._refresh_layout, Chart.lines, KeyLine.lines

    def counting_layout(self: Screen[Any], size: Any = None, scroll: bool = False) -> None:
        found["layouts"] += not scroll
        lay_out(self, size, scroll)

    def counting_chart(self: Chart, width: int, height: int) -> Any:
        found["drawings"] += bool(height and self.drawing is not None)
        return draw(self, width, height)

    def counting_keys(self: KeyLine, width: int, height: int) -> Any:
        found["key lines"] += 1
        return key_line(self, width, height)

    monkeypatch.setattr(Screen, "_refresh_layout", counting_layout)
    monkeypatch.setattr(Chart, "lines", counting_chart)
    monkeypatch.setattr(KeyLine, "lines", counting_keys)
    return found


def lesson_on(walk: Walk) -> LessonScreen:
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


async def settled(screen: LessonScreen) -> None:
    """Wait until a step stands, at the pace at which Textual draws: to draw at once would draw more often."""
    for _ in range(1000):
        await asyncio.sleep(0.01)
        if not screen.is_settling:
            break
    # What comes too often comes now.
    await asyncio.sleep(0.1)


def guessed(visit: Visit) -> None:
    """Make the prediction that a lab waits for."""
    prediction = visit.prediction
    if prediction is not None and prediction.asking is not None:
        visit.respond(prediction, prediction.question.right_response(prediction.asking.asked))


@some_now("name", ["perceptron", "cost", "matrices"], ["perceptron"])
async def test_a_step_opens_with_one_layout_one_drawing_a_chart_and_one_line_of_keys(
    open_app: OpenApp, count: Counter[str], name: str
) -> None:
    async with open_app(at=(name, ""), course=COURSE) as walk:
        screen = lesson_on(walk)
        for number in range(1, len(screen.open.lesson.steps)):
            had_bar = screen.reader.show_vertical_scrollbar
            count.clear()
            screen.open_step(number)
            await settled(screen)
            charts = sum(chart.drawing is not None and chart.region.height > 0 for chart in screen.query(Chart))
            if any(isinstance(one.entry, Written) for one in screen.open.visit.answerings):
                # An editor is made when it is first needed, and its picture comes when the program has run.
                await walk.settled()
                continue
            # A scroll bar that comes or goes takes a column, and everything is laid out anew.
            layouts = 1 if had_bar == screen.reader.show_vertical_scrollbar else 2
            assert layouts >= count["layouts"] > 0, (number, count)
            assert charts == count["drawings"], (number, count)
            # On a busy machine the focus may arrive a frame after the rest.
            assert 1 <= count["key lines"] <= 2, (number, count)


async def test_a_step_opens_and_what_stands_then_is_not_drawn_once_more(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither because the focus comes to what there is to do, nor because a widget says that it has another size."""
    found: Counter[str] = Counter()
    rows, layout, style = Widget.render_lines, Screen._on_layout, Stylesheet.apply

    def counting_rows(self: Widget, crop: Region) -> Any:
        found[type(self).__name__] += 1
        return rows(self, crop)

    async def counting_words(self: Screen[Any], message: Any) -> None:
        found["words"] += 1
        await layout(self, message)

    def counting_styles(self: Stylesheet, node: DOMNode, **more: Any) -> None:
        found["styled"] += isinstance(node, Lines)
        style(self, node, **more)

    monkeypatch.setattr(Stylesheet, "apply", counting_styles)
    monkeypatch.setattr(Widget, "render_lines", counting_rows)
    monkeypatch.setattr(Screen, "_on_layout", counting_words)
    async with open_app(at=("cost", ""), course=COURSE) as walk:
        screen = lesson_on(walk)
        seen = set()
        for number in range(1, len(screen.open.lesson.steps)):
            had_focus, had_bar = screen.focused, screen.reader.show_vertical_scrollbar
            found.clear()
            screen.open_step(number)
            await settled(screen)
            if any(isinstance(one.entry, Written) for one in screen.open.visit.answerings):
                await walk.settled()
                continue
            if had_bar != screen.reader.show_vertical_scrollbar:
                continue
            seen.add(had_focus is screen.focused)
            assert found["StepTitle"] <= 1 == found["ProseView"], (number, found)
            assert found["Chart"] == sum(chart.region.height > 0 for chart in screen.query(Chart)), (number, found)
            # A widget has not asked for a layout by itself that the step needs anyway.
            assert found["words"] == 0, number
        assert seen == {True, False}
        while not isinstance(screen.focused, Lines):
            await walk.press("tab")
            await walk.settled()
        found.clear()
        await walk.press("tab")
        await walk.settled()
        assert found["ProseView"] == found["StepTitle"] == found["styled"] == 0 < found["KeyLine"], found


LESSONS_OF_ALL_KINDS = ("cost", "xor-training", "matrices", "gradient-descent")


@some_now(("name", "size"), product(LESSONS_OF_ALL_KINDS, SIZES), [("cost", SIZES[1])], ids=str)
async def test_nothing_is_laid_out_anew_while_a_control_moves_where_it_has_been(
    open_app: OpenApp, count: Counter[str], name: str, size: tuple[int, int]
) -> None:
    """A text that grows by a line for the first time makes room for it once, and keeps it."""
    async with open_app(at=(name, ""), course=COURSE, size=size) as walk:
        screen = lesson_on(walk)
        for number in range(len(screen.open.lesson.steps)):
            if number:
                screen.open_step(number)
            visit = screen.open.visit
            guessed(visit)
            await walk.settled()
            for row in visit.rows:
                start = dict(visit.values)
                for again in (False, True):
                    count.clear()
                    for last in (True, False):
                        visit.move(controls.to_end(row, visit.values, last=last), row)
                        await walk.settled()
                    visit.move(start, row)
                    await walk.settled()
                    assert not again or 0 == count["layouts"], (number, row.name)


async def test_however_often_the_keys_change_before_a_frame_they_are_said_once(
    open_app: OpenApp, count: Counter[str]
) -> None:
    async with open_app(at=("line", "move")) as walk:
        count.clear()
        with walk.app.batch_update():
            for _ in range(5):
                walk.app.screen.refresh_bindings()
                await asyncio.sleep(0.01)
            assert 0 == count["key lines"]
        walk.app.screen.refresh()
        await walk.settled()
        assert 1 == count["key lines"]


async def test_a_size_that_the_screen_has_already_is_laid_out_once_at_most(
    open_app: OpenApp, count: Counter[str]
) -> None:
    async with open_app(at=("line", "move")) as walk:
        count.clear()
        await walk.resize(*SIZES[0])
        assert count["layouts"] <= 1
        await walk.resize(*SIZES[1])
        assert count["layouts"] > 0


@some_now("key", ["tab", "s", "question_mark", "g", "d", "c", "slash", "e"], 3)
async def test_what_stands_on_a_new_screen_is_styled_as_it_comes_and_not_all_of_it_again(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    anew = []
    restyle = DOMNode.update_node_styles

    def counting(self: DOMNode, animate: bool = True) -> None:
        if isinstance(self, Screen):
            anew.append(self)
        restyle(self, animate)

    monkeypatch.setattr(DOMNode, "update_node_styles", counting)
    async with open_app(at=("line", "move")) as walk:
        for place in (StepPlace("film", ""), None, StepPlace("line", "move")):
            assert [] == anew
            walk.app.go_to(place)
            await walk.settled()
        await walk.press(key)
        widgets = list(walk.app.screen.walk_children(with_self=True))
        before = [dict(one.styles.base._rules) for one in widgets]
        restyle(walk.app.screen, animate=False)
        assert before == [dict(one.styles.base._rules) for one in widgets]


@some_now("size", SIZES, [SIZES[1]], ids=str)
async def test_what_is_drawn_of_a_new_step_stays_where_it_is(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Where a scroll bar comes or goes, the step is drawn once there is room for it, or none needed."""
    drawn: list[tuple[int, Region]] = []
    draw = Compositor.render_update

    def drawing(self: Compositor, *given: Any, **more: Any) -> Any:
        if self is screen._compositor:
            drawn.append((screen.open.number, screen.reader.panel.region))
        return draw(self, *given, **more)

    async with open_app(at=("perceptron", ""), course=COURSE, size=size) as walk:
        screen = lesson_on(walk)
        monkeypatch.setattr(Compositor, "render_update", drawing)
        bars = set()
        for number in [*range(1, len(screen.open.lesson.steps)), 0]:
            had_bar = screen.reader.show_vertical_scrollbar
            drawn.clear()
            screen.open_step(number)
            await settled(screen)
            if any(isinstance(one.entry, Written) for one in screen.open.visit.answerings):
                await walk.settled()
                continue
            bars.add((had_bar, screen.reader.show_vertical_scrollbar))
            assert {screen.reader.panel.region} == {region for at, region in drawn if at == number}, (number, drawn)
        assert size == SIZES[0] or {(False, True), (True, False)} <= bars


async def test_the_first_that_is_drawn_of_a_screen_has_room_for_its_bar(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: list[int] = []
    draw = Compositor.render_update

    def drawing(self: Compositor, *given: Any, **more: Any) -> Any:
        widths.extend(widget.region.width for widget in self.widgets if isinstance(widget, LabPanel))
        return draw(self, *given, **more)

    monkeypatch.setattr(Compositor, "render_update", drawing)
    step = COURSE.lesson("perceptron").steps[2]
    async with open_app(at=("perceptron", step.id), course=COURSE, size=SIZES[1]) as walk:
        await walk.settled()
        reader = lesson_on(walk).reader
        assert reader.show_vertical_scrollbar
        assert {reader.panel.region.width} == set(widths)
