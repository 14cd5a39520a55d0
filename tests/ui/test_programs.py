"""A program is written on the full screen: live, without words; words come when they are asked for."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import events

from tests.programs_here import run_here
from tests.trusted import outline_in
from tests.walks import on_screens, some_now
from tutor.course.questions import Asked
from tutor.learner.attempts import During
from tutor.learner.store import Store
from tutor.session.runner import FINISHED, DirectRunner, Job, TakeGrade, TakeShare
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.reader import Reader
from tutor.ui.widgets.said import Said
from tutor.ui.widgets.writing import Writing
from tutor.worker.programs import Programs

from .conftest import LESSONS, OpenApp, Walk
from .test_snapshots import TextFile

FALLING = Path(__file__).parent.parent / "courses" / "falling"
FALL, SWING = ("free-fall", "fall"), ("free-fall", "swing")
SIZES = [(120, 36), (80, 24), (60, 18)]

OpenProgram = Callable[..., AbstractAsyncContextManager[Walk]]


@pytest.fixture
def open_program(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> OpenProgram:
    """Open the app on a step with a program, the editor in focus. A hand rests only when a test says so."""
    monkeypatch.setattr("tutor.ui.widgets.writing.REST", 3600.0)

    @asynccontextmanager
    async def opened(at: tuple[str, str] | None = FALL, **options: object) -> AsyncIterator[Walk]:
        options = {"runner": DirectRunner(run_program=run_here), **options}
        async with open_app(at=at, course=outline_in(FALLING), **options) as walk:
            if at is not None:
                await to_editor(walk)
            yield walk

    return opened


async def to_editor(walk: Walk) -> None:
    for _ in range(10):
        await walk.settled()
        if isinstance(walk.app.focused, Editor):
            return
        await walk.press("tab")
    raise AssertionError(f"no tab leads to an editor; the screen is:\n{await walk.seen()}")


def editor_of(walk: Walk) -> Editor:
    return walk.app.screen.query_one(Editor)


def picture(walk: Walk) -> str:
    """Return the live chart as text."""
    charts = [chart for chart in walk.app.screen.query(Chart) if chart.id not in ("first", "second") and chart.display]
    (chart,) = charts
    return "\n".join("".join(segment.text for segment in line) for line in chart.lines(*chart.content_size))


async def rest(walk: Walk) -> str:
    """Let the hand rest, and return the screen."""
    walk.app.screen.query_one(Writing).rest()
    return await walk.seen()


async def write(walk: Walk, source: str) -> str:
    """Put a program in place of the one that stands there, as a paste does, and return the screen."""
    await walk.press("f7")
    walk.app.post_message(events.Paste(source))
    return await walk.seen()


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_where_programs_may_not_run_the_step_says_why_and_counts_no_attempt(
    open_app: OpenApp, store: Store, language: str
) -> None:
    runner = DirectRunner(run_program=Programs(refusal="Unguarded").run)
    async with open_app(at=FALL, course=outline_in(FALLING), language=language, runner=runner) as walk:
        await to_editor(walk)
        assert "TUTOR_PROGRAMS=yes" in await walk.seen()
        assert "wanted" not in picture(walk)
        for source in ("def fall(t):\n    return g * t**2 / 2", "def fall(t"):
            await write(walk, source)
            shown = await walk.seen("ctrl+r")
            assert "TUTOR_PROGRAMS=yes" in shown
            assert "✗" not in shown
            assert "✓" not in shown
    assert () == store.attempts()


# -- live -------------------------------------------------------------------------------------------------------------


@some_now("size", SIZES, [SIZES[2]], ids=str)
async def test_the_curve_follows_every_letter_without_a_word(
    open_program: OpenProgram, store: Store, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as walk:
        assert "wanted" not in picture(walk)
        seen = set()
        for key in "return g * t":
            await walk.press("space" if key == " " else key)
            seen.add(picture(walk))
        assert "yours" in picture(walk)
        assert len(seen) > 2
        assert "✗" not in await walk.seen()
        assert () == store.attempts()
        wrong = await walk.seen("ctrl+r")
        assert "✗" in wrong
        assert [False] == [attempt.right for attempt in store.attempts()]
        assert ["def fall(t):\n    return g * t\n"] == [attempt.response for attempt in store.attempts()]


async def test_prompt_editor_chart_verdict_and_keys_stand_together_on_a_small_terminal(
    open_program: OpenProgram,
) -> None:
    async with open_program(size=(80, 24)) as walk:
        await walk.type("return g")
        shown = await walk.seen("ctrl+r")
        for part in ("Write fall(t)", "return g", "metres fallen", "0.0", "✗ ", "^r run and judge"):
            assert part in shown


async def test_a_broken_program_leaves_the_last_curve_dimmed_and_the_error_waits_until_the_hand_rests(
    open_program: OpenProgram,
) -> None:
    async with open_program() as walk:
        await walk.type("return g * t")
        before = picture(walk)
        shown = await walk.seen("(")
        assert before == picture(walk)
        chart = walk.app.screen.query("#sketch Chart").first(Chart)
        assert chart.dimmed
        assert "Line 2" not in shown
        assert 0 == editor_of(walk).fault_line
        assert "Line 2: the bracket ( is opened and never closed." in await rest(walk)
        assert 2 == editor_of(walk).fault_line
        assert "Line 2" not in await walk.seen("backspace")
        assert not chart.dimmed


async def test_what_a_program_prints_is_shown(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        assert "› printed 9.81" in await write(walk, "print(g)\ndef fall(t):\n    return g")
        shown = await write(walk, "print('one\\ntwo\\nthree\\nfour')\ndef fall(t):\n    return g")
        assert "two" not in shown.split("four")[1]
        assert "three" in shown


async def test_hangul_in_code_is_named_at_once(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        assert "Korean input is on" in await walk.seen("ㄱ")
        assert "Korean input is on" not in await write(walk, "def fall(t):\n    return g  # 중력")
    async with open_program(language="ko") as walk:
        # In place of all that was kept of what was written before.
        assert "한글 입력 상태입니다" in await walk.seen("f7", "ㄱ")


class SlowRunner(DirectRunner):
    """Sketches at once, and never comes to an end with a grade."""

    def __init__(self) -> None:
        super().__init__(run_program=run_here)
        self.shares: list[TakeShare] = []

    def grade(
        self,
        asked: Asked,  # noqa: ARG002
        response: str,  # noqa: ARG002
        language: str,  # noqa: ARG002
        then: TakeGrade,  # noqa: ARG002
        share: TakeShare | None = None,
    ) -> Job:
        if share is not None:
            self.shares.append(share)
        return FINISHED


@pytest.mark.parametrize("key", ["ctrl+r", "escape"])
async def test_how_far_a_long_program_is_is_shown_and_it_can_be_stopped(
    open_program: OpenProgram, store: Store, key: str
) -> None:
    runner = SlowRunner()
    async with open_program(size=(80, 24), runner=runner) as walk:
        before = await walk.seen(*"return g * t")
        assert "stop running" not in before
        shown = await walk.seen("ctrl+r")
        assert "· running …" in shown
        assert "^r esc stop running" in shown
        assert "^r run and judge" not in shown
        runner.shares[0](0.42)
        assert "· running ━━━━━─────── 42%" in await walk.seen()
        runner.shares[0](1.0)
        assert "· it has run; comparing …" in await walk.seen()
        stopped = await walk.seen(key)
        assert "· Stopped. It was not judged." in stopped
        assert "^r run and judge" in stopped
        assert editor_of(walk).has_focus
        assert () == store.attempts()


async def test_a_long_program_can_be_stopped_from_beside_the_editor_too(open_program: OpenProgram) -> None:
    async with open_program(runner=SlowRunner()) as walk:
        await walk.press("ctrl+r")
        walk.app.screen.query_one("QuestionView ActionRow", ActionRow).focus()
        shown = await walk.seen()
        assert "[stop running]" in shown
        assert "esc stop running" in shown
        assert "Stopped. It was not judged." in await walk.seen("escape")


async def test_a_program_that_runs_draws_nobody_back_to_it(open_program: OpenProgram) -> None:
    runner = SlowRunner()
    async with open_program(size=(80, 24), runner=runner) as walk:
        await walk.press("ctrl+r")
        await walk.settled()
        reader = walk.app.screen.query_one(Reader)
        reader.focus()
        await walk.press("pageup")
        scrolled = reader.scroll_y
        runner.shares[0](0.42)
        await walk.settled()
        assert reader.has_focus
        assert scrolled == reader.scroll_y


@pytest.mark.parametrize("size", [(80, 24), (60, 18)], ids=str)
async def test_why_a_program_cannot_run_is_said_once_and_to_its_end(
    open_program: OpenProgram, size: tuple[int, int]
) -> None:
    source = "def fall(t):\n    return gravity * t**2 / 2"
    async with open_program(size=size) as walk:
        await write(walk, source)
        resting = await rest(walk)
        assert "│ Line 2" in resting
        judged = await walk.seen("ctrl+r")
        assert 1 == judged.count("Line 2")
        assert "✗ Line 2" in judged
        said = walk.app.screen.query_one("QuestionView .after", Said)
        assert said.region.bottom <= walk.app.screen.query_one(Reader).region.bottom
        await walk.press("space")
        assert "│ Line 2" in await rest(walk)


# -- keys -------------------------------------------------------------------------------------------------------------


async def test_every_printable_key_types_until_escape_gives_the_letters_back(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        await walk.type("qnphrawclsvg?/mek")
        assert "qnphrawclsvg?/mek" in editor_of(walk).text
        assert walk.app.screen.query_one(Editor).has_focus
        left = await walk.seen("escape")
        assert isinstance(walk.app.focused, ActionRow)
        assert "▸ [write]" in left
        assert "[hint] h" in left
        hinted = await walk.seen("h")
        assert "→ At the end it is as fast as" in hinted
        await walk.seen("escape") if isinstance(walk.app.focused, Editor) else None
        await walk.press("enter")
        assert editor_of(walk).has_focus
        await walk.press("x")
        assert "mekx" in editor_of(walk).text


async def test_enter_tab_and_backspace_know_how_python_stands_in(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        await write(walk, "")
        await walk.type("def fall(t):")
        await walk.press("enter", *"if t:", "enter", *"return 0", "enter", *"return g", "enter", *"x")
        assert "def fall(t):\n    if t:\n        return 0\n    return g\nx" == editor_of(walk).text
        await walk.press("backspace", "tab", "tab", *"y")
        assert editor_of(walk).text.endswith("\n        y")
        await walk.press("home", "backspace")
        assert editor_of(walk).text.endswith("\n    y")
        await walk.press("shift+tab")
        assert editor_of(walk).text.endswith("\ny")


async def test_undo_redo_the_starter_and_the_blanks(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        editor = editor_of(walk)
        starter = editor.text
        assert "^t back to the start" not in await walk.seen()
        shown = await write(walk, "def fall(t):\n    return g")
        assert "^t back to the start" in shown
        await walk.press("ctrl+t")
        assert starter == editor.text
        await walk.press("ctrl+z")
        assert "def fall(t):\n    return g" == editor.text
        await walk.press("ctrl+y")
        assert starter == editor.text
        await walk.press("ctrl+g")
        assert "return g * t___ / ___" in editor.text
        # The first gap is what is typed over.
        await walk.type("**2")
        assert "return g * t**2 / ___" in editor.text
        for _ in range(5):
            if editor.text == starter:
                break
            await walk.press("ctrl+z")
        assert starter == editor.text


async def test_what_is_filled_in_stays_on_the_way_to_the_next_blank(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        editor = editor_of(walk)
        await walk.press("ctrl+g")
        assert "^g next blank" in await walk.seen()
        await walk.type("**2")
        await walk.press("ctrl+g")
        assert "___" == editor.selected_text
        assert "return g * t**2 / ___" in editor.text
        # With none after it, the same one again; and where all are filled, the key offers them anew.
        await walk.press("ctrl+g")
        await walk.type("2")
        assert "return g * t**2 / 2" in editor.text
        assert "^g with blanks" in await walk.seen()
        await walk.press("ctrl+z", "ctrl+g")
        assert "___" == editor.selected_text


async def test_copying_never_means_to_leave_while_one_writes(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        await walk.press("right", "ctrl+c")
        assert walk.app.is_running
        await walk.press("f7", "ctrl+c")
        assert editor_of(walk).text == walk.app.clipboard


async def test_whoever_was_right_can_go_on_and_be_judged_again(open_program: OpenProgram, store: Store) -> None:
    async with open_program() as walk:
        await write(walk, "def fall(t):\n    return g * t**2 / 2")
        assert "✓" in await walk.seen("ctrl+r")
        assert "▸ → Next" in await walk.seen()
        assert "▸ [write]" in await walk.seen("shift+tab")
        await walk.press("enter")
        await write(walk, "def fall(t):\n    return t")
        assert "✗" in await walk.seen("ctrl+r")
    assert [True, False] == [attempt.right for attempt in store.attempts()]


async def test_a_revealed_program_stands_in_lines_of_its_own(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        await walk.type("return t")
        await walk.press("ctrl+r", "escape")
        shown = await walk.seen("a")
        assert "A program that is right:" in shown
        assert "      def fall(t):" in shown
        assert "return g * t**2 / 2" in shown


async def test_nothing_is_lost_by_another_language_or_size(open_program: OpenProgram) -> None:
    async with open_program() as walk:
        await walk.type("return g")
        await walk.press("escape", "l")
        assert "목표" in picture(walk)
        await walk.press("enter")
        small = await walk.seen_at(60, 18)
        assert "return g" in small
        assert "내 함수" in picture(walk)
        await walk.resize(120, 36)
        await walk.press("l")
        assert "return gl" in editor_of(walk).text
        assert 1 == len(list(walk.app.screen.query(Editor)))


# -- drafts -----------------------------------------------------------------------------------------------------------


async def test_what_was_written_is_there_again(open_program: OpenProgram, store: Store) -> None:
    async with open_program() as walk:
        await walk.type("return g * (")
        screen = walk.app.screen
        assert isinstance(screen, TutorScreen)
        screen.keep_position()
        assert "def fall(t):\n    return g * (\n" == store.draft("falling", "free-fall", ("write-fall",))
    async with open_program() as walk:
        assert "return g * (" in editor_of(walk).text
        assert "Not yet" not in await walk.seen()


async def test_leaving_a_step_keeps_what_was_written_at_once(open_program: OpenProgram, store: Store) -> None:
    async with open_program() as walk:
        await walk.type("return g")
        await walk.press("escape", "n")
        assert "return g" in store.draft("falling", "free-fall", ("write-fall",))
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        screen.open_step(0)
        await walk.settled()
        assert "return g" in editor_of(walk).text


@some_now("size", SIZES, [SIZES[0]], ids=str)
async def test_a_review_has_the_editor_and_its_chart_and_asks_for_one_blank(
    open_program: OpenProgram, store: Store, size: tuple[int, int]
) -> None:
    async with open_program() as walk:
        await write(walk, "def fall(t):\n    return g * t**2 / 2")
        await walk.press("ctrl+r")
    walk.clock.pass_seconds(86_400 * 40)
    async with open_program(at=None, size=size, resume=False) as walk:
        await walk.press("v")
        await to_editor(walk)
        assert "def fall(t):\n    return ___\n" == editor_of(walk).text
        await walk.press("ctrl+r")
        assert () == reviewed(store)
        # What is typed stands in place of the blank, which is selected.
        await walk.type("g")
        assert "yours" in picture(walk)
        assert "✗ " in await walk.seen("ctrl+r")
        assert editor_of(walk).has_focus
        await walk.type(" * t**2 / 2")
        assert "✓" in await walk.seen("ctrl+r")
    filled = "def fall(t):\n    return g * t**2 / 2\n"
    assert (("def fall(t):\n    return g\n", False), (filled, True)) == reviewed(store)


async def test_what_is_well_known_is_written_in_full_in_a_review(open_program: OpenProgram) -> None:
    for days in (0, 4, 20):
        async with open_program() as walk:
            walk.clock.pass_seconds(86_400 * days)
            if days:
                await walk.press("escape", "a")
                await to_editor(walk)
            await write(walk, "def fall(t):\n    return g * t**2 / 2")
            await walk.press("ctrl+r")
    walk.clock.pass_seconds(86_400 * 400)
    async with open_program(at=None, resume=False) as walk:
        await walk.press("v")
        await to_editor(walk)
        assert "def fall(t):\n    ...\n" == editor_of(walk).text


def reviewed(store: Store) -> tuple[tuple[str, bool], ...]:
    return tuple((made.response, made.right) for made in store.attempts() if made.during is During.REVIEW)


# -- the learner's own editor -----------------------------------------------------------------------------------------


async def test_a_file_of_one_s_own_is_followed_as_it_is_saved(
    open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with open_program(notices=True) as walk:
        await walk.type("return g")
        shown = await walk.seen("ctrl+o")
        (path,) = tmp_path.glob("tutor-*/write-fall.py")
        assert "is followed" in " ".join(shown.replace("▌", "").split())
        assert "def fall(t):\n    return g\n" == path.read_text(encoding="utf-8")
        assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)
        path.write_text("def fall(t):\r\n    return 2 * g\r\n", encoding="utf-8", newline="")
        walk.app.screen.query_one(Writing).follow()
        assert "return 2 * g" in await walk.seen()
        assert "def fall(t):\n    return 2 * g\n" == editor_of(walk).text
        await walk.press("ctrl+z")
        assert "def fall(t):\n    return g\n" == editor_of(walk).text
    assert [] == list(tmp_path.glob("tutor-*"))


async def test_an_editor_with_a_window_of_its_own_is_opened_beside(
    open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    editor = tmp_path / "gedit"
    editor.write_text(
        '#!/bin/sh\nprintf "def fall(t):\\n    return 3 * g\\n" > "$1.part" && mv "$1.part" "$1"\n', "utf-8"
    )
    editor.chmod(0o755)
    async with open_program() as walk:
        walk.app.editor_command = f"{editor}"
        await walk.press("ctrl+o")
        writing = walk.app.screen.query_one(Writing)
        while writing.beside or "3 * g" not in editor_of(walk).text:
            await asyncio.sleep(0.01)
            writing.follow()


async def test_an_editor_that_is_not_there_is_said(open_program: OpenProgram) -> None:
    async with open_program(notices=True) as walk:
        walk.app.editor_command = "/nowhere/code --wait"
        assert "could not be started" in " ".join((await walk.seen("ctrl+o")).replace("▌", "").split())
        assert editor_of(walk).has_focus


# -- what it looks like -----------------------------------------------------------------------------------------------


@on_screens(*SIZES)
async def test_a_program_that_is_being_written(
    open_program: OpenProgram, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    """Prompt, editor, picture, verdict and keys; the picture beside the text where there is room, else below."""
    async with open_program(size=size, language=language) as walk:
        await write(walk, "print('g', g)\ndef fall(t):\n    return g * t**2")
        judged = await walk.seen("ctrl+r")
        await walk.press("(")
        broken = await rest(walk)
    text = f"=== judged\n\n{judged}\n=== broken, and the hand rests\n\n{broken}"
    assert text == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_where_one_begins_to_write_is_in_view_where_the_program_has_more_lines_than_the_editor(
    open_app: OpenApp, size: tuple[int, int]
) -> None:
    runner = DirectRunner(run_program=run_here)
    async with open_app(
        at=("neural-networks", "write-collapse"), course=outline_in(LESSONS), size=size, runner=runner
    ) as walk:
        await to_editor(walk)
        editor = editor_of(walk)
        assert editor.size.height < editor.text.count("\n") + 1
        assert "..." == editor.selected_text
        assert "W = ..." in await walk.seen()
        assert "W = 3" in await walk.seen("3")


@some_now("size", [(120, 36), (100, 30), (80, 24), (60, 18)], [(60, 18)], ids=str)
async def test_the_cursor_is_in_view_wherever_it_goes_in_a_program_that_outgrows_the_screen(
    open_app: OpenApp, size: tuple[int, int]
) -> None:
    runner = DirectRunner(run_program=run_here)
    at = ("neural-networks", "write-collapse")
    async with open_app(at=at, course=outline_in(LESSONS), size=size, runner=runner) as walk:
        await to_editor(walk)
        reader, editor = walk.app.screen.query_one(Reader), editor_of(walk)

        async def goes(*keys: str) -> str:
            await walk.press(*keys)
            row = editor.cursor_screen_offset.y
            for room in (reader.scrollable_content_region, editor.region):
                assert room.y <= row < room.bottom, f"row {row} of {room} after {keys}"
            return editor.document.get_line(editor.cursor_location[0])

        await goes("f7")
        for letter in "abcdefghijklmnopqrstuvwxyz":
            await goes(letter, "enter")
        assert "a" == await goes("ctrl+home")
        walk.app.post_message(events.Paste("\n".join(f"n{number}" for number in range(30))))
        await walk.settled()
        assert "n29a" == await goes()
        assert "z" == await goes("ctrl+end", "up")
        assert "n0" == [await goes("up") for _ in range(editor.cursor_location[0])][-1]
        assert "z" == [await goes("down") for _ in range(editor.document.line_count - 2)][-1]
        # Whoever reads on above is back where they write as soon as they do.
        reader.scroll_home(animate=False)
        await walk.settled()
        assert 0 == reader.scroll_y
        assert "Az" == await goes("A")
        assert "Az" in await walk.seen()
        assert "" == await goes("f7", "backspace")


@pytest.mark.parametrize("beats", [0, 6])
async def test_what_was_to_be_brought_into_view_on_a_screen_that_was_left_is_no_fault(
    open_program: OpenProgram, beats: int
) -> None:
    async with open_program() as walk:
        reader, editor = walk.app.screen.query_one(Reader), editor_of(walk)
        walk.app.go_to(None)
        for _ in range(beats):
            await asyncio.sleep(0)
        reader.show_written(editor)
        reader.show_cursor(editor)
        reader.fit()
        assert "fall" in (await walk.seen()).lower()


async def test_in_a_window_of_another_size_the_cursor_is_in_view(open_app: OpenApp) -> None:
    runner = DirectRunner(run_program=run_here)
    async with open_app(at=("xor", "write-xor"), course=outline_in(LESSONS), size=(120, 30), runner=runner) as walk:
        await to_editor(walk)
        editor = editor_of(walk)
        # The end of the longest line is seen, where the cursor is, and its beginning where there is room for both.
        editor.move_cursor((1, len(editor.document.get_line(1))))
        for columns, begins in ((120, True), (100, False), (120, True), (100, False)):
            text = await walk.seen_at(columns, 30)
            assert "- 1 > 0)" in text
            assert begins == ("def AND" in text) == (editor.scroll_x == 0)


async def test_lines_begin_at_their_first_column_as_long_as_the_cursor_is_seen_there(open_app: OpenApp) -> None:
    runner = DirectRunner(run_program=run_here)
    async with open_app(at=("xor", "write-xor"), course=outline_in(LESSONS), size=(100, 30), runner=runner) as walk:
        await to_editor(walk)
        editor = editor_of(walk)
        assert editor.max_scroll_x, "the longest line is longer than the editor is wide"
        assert " 10  def xor(x1, x2):" in await walk.seen()
        # At the end of the longest line they are left, and back at a beginning all beginnings are there again.
        editor.move_cursor((1, len(editor.document.get_line(1))))
        text = await walk.seen()
        assert "- 1 > 0)" in text and "def xor" not in text
        assert " 10  def xor(x1, x2):" in await walk.seen("down", "end")
