"""Whatever a course, a record and a learner hold, a terminal is told nothing by it, and Textual neither."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.strip import Strip

from tests.ordeal.mutants import HOSTILE, OBEYED, PAYLOADS, hostile_course
from tests.trusted import outline_in, reading_of, standing_course
from tests.walks import some_now
from tutor.learner.attempts import Attempt, random_uid
from tutor.learner.notices import NoticeKind, StoreNotice
from tutor.learner.store import Store
from tutor.ui.harmless import VisibleLines, plain
from tutor.ui.screens.findings import FindingsScreen
from tutor.ui.screens.sitting import SittingScreen
from tutor.ui.widgets.question import Entry

from .conftest import NOON, TOUR, OpenApp, Walk

BLACK = Color(0, 0, 0)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which every text is hostile."""
    return hostile_course(TOUR, tmp_path_factory.mktemp("hostile") / "course")


def drawn(walk: Walk) -> list[Strip]:
    """Return the screen as it goes to the terminal, once it is harmless."""
    strips = [Strip.join([strip]) for strip in walk.app.screen._compositor.render_strips()]
    for strip in strips:
        for text, style, control in strip:
            assert not control
            assert not OBEYED.search(text) and "\n" not in text and "\t" not in text, text
            assert style is None or not OBEYED.search(style.link or ""), style.link
        assert strip.cell_length <= walk.app.size.width
    return strips


async def see(walk: Walk, *keys: str) -> str:
    """Press keys and return what is seen, which is harmless."""
    text = await walk.seen(*keys)
    drawn(walk)
    assert walk.app.is_running
    return text


def answered(store: Store, course: Path) -> None:
    """Put hostile answers and notes into a record."""
    whole = standing_course(course)
    for lesson, step, question in whole.all_questions():
        store.record(
            Attempt(
                random_uid(), whole.id, lesson.id, question.id, question.kind, question.revision,
                0, HOSTILE, False, NOON - 1000, seconds=2.0, mistake=HOSTILE,
            )
        )  # fmt: skip
        store.save_note(whole.id, lesson.id, step.id, f"note {HOSTILE}\nof two lines")


@some_now("language", ["en", "ko"], ["en"])
async def test_no_screen_of_a_hostile_course_tells_the_terminal_anything(
    open_app: OpenApp, hostile: Path, store: Store, language: str
) -> None:
    answered(store, hostile)
    outline = outline_in(hostile)
    async with open_app(course=outline, language=language, notices=True) as walk:
        assert r"\x1b]52;c;" in await see(walk)
        await see(walk, "question_mark")
        await see(walk, "escape", "s")
        await see(walk, "escape", "g")
        for key in ("right", "right", "right", "right"):
            await see(walk, key)
        await see(walk, "escape", "v")
        for key in ("enter", "escape"):
            if isinstance(walk.app.screen, SittingScreen):
                await see(walk, key)
        assert r"\x1b]52;c;" in await see(walk, "slash")
        await see(walk, *"line")
        await see(walk, "escape", "ctrl+p")
        await see(walk, *"line")
        await see(walk, "escape")
        walk.app.tell(StoreNotice(NoticeKind.FULL, Path(HOSTILE)))
        walk.app.screen.notify(f"[/] [@click=app.exit]{HOSTILE}")
        assert "[@click=app.exit]" in (await see(walk)).replace("\n", "")
        await walk.resize(60, 18)
        drawn(walk)


@some_now("size", [(120, 36), (60, 18)], [(120, 36)])
async def test_no_step_of_a_hostile_course_tells_the_terminal_anything(
    open_app: OpenApp, hostile: Path, size: tuple[int, int]
) -> None:
    outline = outline_in(hostile)
    for lesson in outline.lessons:
        async with open_app(course=outline, at=(lesson.id, lesson.steps[0].id), size=size, resume=False) as walk:
            for _ in lesson.steps:
                await see(walk, "tab", "enter", "c")
                await see(walk, "escape", "h", "ctrl+pagedown")


async def test_what_a_learner_types_is_shown_and_not_obeyed(open_app: OpenApp) -> None:
    async with open_app(at=("line", "write")) as walk:
        await walk.tab_to_entry()
        entry = walk.app.focused
        assert isinstance(entry, Entry)
        entry.value = f"word{HOSTILE}"
        assert r"word\x1b]52;c;" in await see(walk)
        await see(walk, "enter")


async def test_findings_about_a_course_that_is_being_written_are_harmless(open_app: OpenApp, hostile: Path) -> None:
    from tests.linting import lint_course

    findings = lint_course(reading_of(hostile))
    assert findings
    async with open_app() as walk:
        await walk.app.push_screen(FindingsScreen(findings))
        assert "control-character" in str(findings) and "U+001B" in await see(walk)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_line_keeps_its_cells_whatever_it_holds(text: str) -> None:
    segments = [Segment("a가", Style(bold=True)), Segment(text, Style(link=f"https://example.org/{text}"))]
    shown = VisibleLines().apply(segments, BLACK)
    assert Segment.get_line_length(segments) == Segment.get_line_length(shown)
    assert not any(
        OBEYED.search(segment.text) or (segment.style and OBEYED.search(segment.style.link or "")) for segment in shown
    )


def test_a_line_that_holds_nothing_of_the_kind_is_left_alone() -> None:
    segments = [Segment("H(x) = Wx — 가나 ⠿ ●", Style(bold=True))]
    assert segments is VisibleLines().apply(segments, BLACK)
    linked = [Segment("a page", Style(link="https://example.org/가"))]
    assert linked == VisibleLines().apply(linked, BLACK)


@pytest.mark.parametrize("text", PAYLOADS)
def test_what_goes_into_a_frame_is_no_markup(text: str) -> None:
    title = plain(text)
    assert isinstance(title, Content) and not title.spans and not OBEYED.search(title.plain)


UI = Path(__file__).parent.parent.parent / "tutor" / "ui"


def test_no_screen_hands_textual_a_text_that_it_would_read_as_markup() -> None:
    """A frame's title goes through `plain`; widgets that read markup (Static, Label, Button, tooltips) are not used."""
    for file in sorted(UI.rglob("*.py")):
        code = file.read_text(encoding="utf-8")
        assert [] == re.findall(r"\.border_(?:sub)?title = (?!plain\()[^\n]*", code), file
        assert [] == re.findall(r"\b(?:Static|Label|Button|Markdown|OptionList|DataTable|Tooltip)\(", code), file
        assert [] == re.findall(r"\.tooltip = |_context_|from_markup", code), file
