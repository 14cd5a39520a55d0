"""The widget: as tall as its text at its width, and repainting only what changed."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Offset, Region
from textual.selection import Selection

from tutor.chart.palette import DARK, LIGHT
from tutor.course.prose import Live, LiveWords, Paragraph, Prose, Words
from tutor.figure import Role
from tutor.render.look import Look
from tutor.ui import drive
from tutor.ui.widgets import prose
from tutor.ui.widgets.prose import ProseView

W = Live("W")
TEXT = "The line goes through the points."
PROSE = Prose(
    (
        Paragraph((Words(TEXT),)),
        Paragraph((Words("W is "), LiveWords(W), Words(" now."))),
        Paragraph((Words("그리고 끝입니다."),)),
    )
)


class OneText(App[None]):
    """An app with nothing but one text, as wide as the terminal."""

    def __init__(self, *, motion: bool = False) -> None:
        super().__init__()
        self.look = Look(DARK, "en", "full" if motion else "reduced")
        self.values = {"W": "1.00"}

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield ProseView()

    def on_mount(self) -> None:
        self.view.show(PROSE, lambda live, _in_mathematics: self.values[live.name], {"W": Role.MODEL})

    @property
    def view(self) -> ProseView:
        return self.query_one(ProseView)

    def text(self) -> list[str]:
        return [self.view.render_line(y).text.rstrip() for y in range(self.view.size.height)]


async def test_its_height_follows_its_width() -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)):
        assert [TEXT, "", "W is 1.00 now.", "", "그리고 끝입니다."] == app.text()
        await drive.resize(app, 20, 20)
        assert ["The line goes", "through the points.", "", "W is 1.00 now.", "", "그리고 끝입니다."] == app.text()
        await drive.resize(app, 60, 20)
        assert 5 == app.view.size.height


async def test_a_live_value_repaints_its_line_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)):
        repainted: list[Region] = []
        monkeypatch.setattr(app.view, "refresh", lambda *regions, **_: repainted.extend(regions))
        app.values["W"] = "2.50"
        app.view.refresh_values()
        assert "W is 2.50 now." == app.text()[2]
        assert [2] == [region.y for region in repainted]
        repainted.clear()
        app.view.refresh_values()
        assert [] == repainted


async def test_a_value_that_changed_stands_out_for_a_while_if_there_is_motion(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(prose, "_STANDS_OUT", drive.SOON / 2)
    app = OneText(motion=True)
    async with app.run_test(size=(60, 20)):
        assert [] == standing_out(app)
        app.values["W"] = "2.50"
        app.view.refresh_values()
        assert ["2.50"] == standing_out(app)
        await drive.settled(app)
        assert [] == standing_out(app)


async def test_without_motion_nothing_stands_out() -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)):
        app.values["W"] = "2.50"
        app.view.refresh_values()
        assert [] == standing_out(app)


def standing_out(app: OneText) -> list[str]:
    return [
        segment.text
        for y in range(app.view.size.height)
        for segment in app.view.render_line(y)
        if segment.style and segment.style.reverse
    ]


async def test_one_view_serves_one_step_after_another() -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)):
        app.view.show(Prose((Paragraph((Words("Another."),)),)), lambda _live, _in_mathematics: "", {})
        await drive.settled(app)
        assert ["Another."] == app.text()


async def test_the_text_wears_the_colours_of_the_look_of_the_moment() -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)):
        assert DARK.style().color == colour_of_first_word(app)
        app.look = Look(LIGHT, "en")
        app.view.update_lines()
        assert LIGHT.style().color == colour_of_first_word(app)


def colour_of_first_word(app: OneText) -> object:
    style = next(iter(app.view.render_line(0))).style
    return style.color if style else None


async def test_text_can_be_selected_over_several_lines() -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)):
        selection = Selection.from_offsets(Offset(9, 0), Offset(3, 4))
        assert ("goes through the points.\n\nW is 1.00 now.\n\n그리고", "\n") == app.view.get_selection(selection)
        app.screen.selections = {app.view: selection}
        await drive.settled(app)
        style = app.screen.get_component_rich_style("screen--selection")
        chosen = [s.text for s in app.view.render_line(4) if s.style and s.style.bgcolor == style.bgcolor]
        assert ["그리고"] == chosen


async def test_text_is_selected_with_the_mouse() -> None:
    app = OneText()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.mouse_down(ProseView, offset=(4, 0))
        await pilot.hover(ProseView, offset=(8, 0))
        await pilot.mouse_up(ProseView, offset=(8, 0))
        await drive.settled(app)
        assert "line" in (app.screen.get_selected_text() or "")
