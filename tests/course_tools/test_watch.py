"""`tutor PATH --watch`: the running app follows the files."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.trusted import outline_in, whole_labs_run_once
from tutor.course.watch import Watch, fingerprint
from tutor.learner.store import Store
from tutor.render.rung import Rung
from tutor.ui import drive
from tutor.ui.screens.findings import FindingsScreen
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.too_small import TooSmallScreen
from tutor.ui.show import screen_text
from tutor.ui.watching import WatchingApp

pytestmark = pytest.mark.usefixtures("unheld", "unseen_frames")

LESSON = "01-twelve-keys/lesson.en.md"
NEVER = 3600.0
"""The tests look themselves; the timer does not."""


@asynccontextmanager
async def watching(
    course: Path, tmp_path: Path, start: tuple[str, str] | None = ("twelve-keys", "steps"), language: str = "en"
) -> AsyncIterator[WatchingApp]:
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store:
        app = WatchingApp(
            outline_in(course),
            store,
            watch=Watch(course),
            look_every=NEVER,
            clock=lambda: 0,
            language=language,
            terminal=Rung(motion="reduced"),
            start=start,
            resume=False,
        )
        with whole_labs_run_once():
            async with app.run_test(size=(120, 36)):
                await drive.settled(app)
                yield app


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


async def look(app: WatchingApp) -> str:
    await app.look_again()
    await drive.settled(app)
    return screen_text(app)


async def test_a_saved_text_is_on_screen_at_the_same_step_with_the_same_parameters(
    tuning: Path, tmp_path: Path
) -> None:
    async with watching(tuning, tmp_path) as app:
        assert isinstance(app.screen, LessonScreen)
        app.screen.set_values({"keys": 5.0})
        await drive.settled(app)
        changed(tuning / LESSON, "An octave doubles, and", "Twelve small steps, and")
        text = await look(app)
        assert "Twelve small steps" in text
        assert "Equal steps" in text
        assert "5 keys up" in text
        assert isinstance(app.screen, LessonScreen)
        assert 5.0 == app.screen.open.visit.values["keys"]


async def test_a_changed_lab_computes_anew(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path) as app:
        assert "440 · 2" in screen_text(app)
        changed(tuning / "labs" / "pitch.py", "A = 440.0", "A = 442.0")
        assert "442 · 2" in await look(app)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links of POSIX")
async def test_what_never_runs_is_a_panel_while_its_author_watches_too(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path) as app:
        elsewhere = tmp_path / "evil.py"
        elsewhere.write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")
        (tuning / "labs" / "evil.py").symlink_to(elsewhere)
        changed(tuning / LESSON, "use: pitch:scale", "use: evil:scale")
        text = await look(app)
        assert isinstance(app.screen, FindingsScreen)
        assert "This is a link." in text
        assert not (tmp_path / "ran").exists()


async def test_what_is_wrong_is_said_in_the_language_of_the_screen(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path, language="ko") as app:
        changed(tuning / "course.yaml", "format: 1", "format: 1\nfromat: 1")
        text = await look(app)
        assert isinstance(app.screen, FindingsScreen)
        assert "'fromat'는 강좌의 필드가 아닙니다. 혹시 'format'인가요?" in text


async def test_nothing_happens_while_nothing_changes(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path) as app:
        screen = app.screen
        await look(app)
        assert screen is app.screen


async def test_an_error_is_a_panel_over_the_last_good_version_and_goes_when_it_is_mended(
    tuning: Path, tmp_path: Path
) -> None:
    async with watching(tuning, tmp_path) as app:
        changed(tuning / LESSON, "{{ step:.4f }}", "{{ stpe:.4f }}")
        text = await look(app)
        assert isinstance(app.screen, FindingsScreen)
        before = (tuning / LESSON).read_text(encoding="utf-8").partition("{{ stpe")[0]
        assert f"{LESSON}:{before.count(chr(10)) + 1}:" in text
        assert "Did you mean 'step'?" in text
        assert "Equal steps" in text, "the last good version can still be seen"
        changed(tuning / LESSON, "{{ stpe:.4f }}", "{{ stepp:.4f }}")
        assert "'stepp'" in await look(app)
        assert 1 == sum(isinstance(screen, FindingsScreen) for screen in app.screen_stack)
        changed(tuning / LESSON, "{{ stepp:.4f }}", "{{ step:.3f }}")
        text = await look(app)
        assert isinstance(app.screen, LessonScreen)
        assert "1.059" in text


async def test_esc_puts_the_panel_away_until_something_changes(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path) as app:
        changed(tuning / LESSON, "use: pitch:scale", "use: pitch:scael")
        await look(app)
        await drive.press(app, "escape")
        assert isinstance(app.screen, LessonScreen)
        await look(app)
        assert isinstance(app.screen, LessonScreen)


async def test_a_step_that_was_renamed_leads_to_the_one_in_its_place(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path) as app:
        for language in ("en", "ko"):
            changed(tuning / f"01-twelve-keys/lesson.{language}.md", "{#steps}", "{#twelve-steps}")
        assert "Equal steps" in await look(app)


async def test_a_lesson_that_is_gone_leads_home(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path) as app:
        (tuning / "01-twelve-keys").rename(tuning / "01-a-dozen-keys")
        changed(tuning / "course.yaml", "01-twelve-keys", "01-a-dozen-keys")
        await look(app)
        assert isinstance(app.screen, HomeScreen)
        await drive.press(app, "enter")
        assert "Up the keyboard" in screen_text(app)


@pytest.mark.parametrize("key", ["question_mark", "c", "s", "ctrl+p"])
async def test_what_lies_above_the_lesson_is_closed(tuning: Path, tmp_path: Path, key: str) -> None:
    async with watching(tuning, tmp_path) as app:
        app.screen.set_focus(None)
        await drive.press(app, key)
        assert not isinstance(app.screen, LessonScreen)
        changed(tuning / LESSON, "An octave doubles, and", "Twelve small steps, and")
        assert "Twelve small steps" in await look(app)


async def test_the_course_map_follows_too(tuning: Path, tmp_path: Path) -> None:
    async with watching(tuning, tmp_path, start=None) as app:
        assert isinstance(app.screen, HomeScreen)
        changed(tuning / LESSON, "title: Twelve keys to an octave", "title: A dozen keys")
        assert "A dozen keys" in await look(app)


async def test_a_terminal_that_is_too_small_gets_the_new_version_when_it_is_large_again(
    tuning: Path, tmp_path: Path
) -> None:
    async with watching(tuning, tmp_path) as app:
        await drive.resize(app, 40, 10)
        changed(tuning / LESSON, "An octave doubles, and", "Twelve small steps, and")
        await look(app)
        assert isinstance(app.screen, TooSmallScreen)
        await drive.resize(app, 120, 36)
        assert "Twelve small steps" in await look(app)


async def test_the_timer_looks_by_itself(tuning: Path, tmp_path: Path) -> None:
    looks: list[int] = []

    def count(folder: Path) -> frozenset[tuple[str, int, int]]:
        looks.append(1)
        return fingerprint(folder)

    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store:
        app = WatchingApp(
            outline_in(tuning), store, watch=Watch(tuning, count), look_every=0.01, clock=lambda: 0, language="en"
        )
        async with app.run_test(size=(120, 36)) as pilot:
            while len(looks) < 4:
                await pilot.pause(0.01)


Change = Callable[[Path], object]


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (lambda folder: (folder / LESSON).write_text("x", encoding="utf-8"), True),
        (lambda folder: (folder / "labs" / "new.py").write_text("", encoding="utf-8"), True),
        (lambda folder: (folder / LESSON).unlink(), True),
        (lambda folder: (folder / f"{LESSON}~").write_text("x", encoding="utf-8"), False),
        (lambda folder: (folder / ".lesson.en.md.swp").write_text("x", encoding="utf-8"), False),
        (lambda folder: (folder / "labs" / "__pycache__").mkdir(), False),
    ],
)
def test_what_counts_as_a_change(tuning: Path, change: Change, counts: bool) -> None:
    watch = Watch(tuning)
    assert not watch.changed()
    change(tuning)
    assert counts == watch.changed()
    assert not watch.changed()
