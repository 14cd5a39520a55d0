"""A screen that was left leaves nothing behind but what the next one needs."""

from __future__ import annotations

import gc
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from textual.widget import Widget

from tests.ui.conftest import OpenApp
from tutor.course.sketch import Sketch
from tutor.learner.progress import StepPlace
from tutor.program import RunProgram
from tutor.render.prose import flow
from tutor.ui import drive
from tutor.ui.forgetting import forget_what_is_gone
from tutor.ui.running import runner_for
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.entry import Entry
from tutor.ui.widgets.questions import Questions
from tutor.ui.widgets.reader import Reader

THREADS = """
import ctypes, sys, threading
from tutor.ui.forgetting import share_one_heap

if sys.argv[2] == "shared":
    share_one_heap()
library = ctypes.CDLL(None)
library.malloc.restype = library.fopen.restype = ctypes.c_void_p
together = threading.Barrier(4)

def take():
    together.wait()
    library.malloc(5000)
    together.wait()

threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
file = ctypes.c_void_p(library.fopen(sys.argv[1].encode(), b"w"))
library.malloc_info(0, file)
library.fclose(file)
"""
"""Four threads, each of which takes memory; the C library then writes how many heaps it has."""

LARGE = """
import ctypes, sys
from tutor.ui.forgetting import share_one_heap

library = ctypes.CDLL(None)
library.malloc.restype = library.fopen.restype = ctypes.c_void_p
library.free(ctypes.c_void_p(library.malloc(1 << 20)))
if sys.argv[2] == "shared":
    share_one_heap()
for _ in range(200):
    library.malloc(100_000)
for _ in range(9):
    library.malloc(200_000)
file = ctypes.c_void_p(library.fopen(sys.argv[1].encode(), b"w"))
library.malloc_info(0, file)
library.fclose(file)
"""
"""A larger piece goes before nine large ones are taken; the C library then writes how many lie apart. What is free in
its heap is taken before, in pieces that are not large."""


@pytest.mark.skipif(sys.platform != "linux", reason="another C library has other heaps")
def test_threads_share_one_heap_where_each_would_have_its_own(tmp_path: Path) -> None:
    def heaps(how: str) -> int:
        written = tmp_path / how
        subprocess.run([sys.executable, "-c", THREADS, str(written), how], check=True)
        return written.read_text(encoding="utf-8").count("<heap nr=")

    assert heaps("shared") == 1 < heaps("apart")


@pytest.mark.skipif(sys.platform != "linux", reason="another C library has other heaps")
def test_large_pieces_lie_apart_though_a_larger_one_went_before(tmp_path: Path) -> None:
    def apart(how: str) -> int:
        written = tmp_path / how
        subprocess.run([sys.executable, "-c", LARGE, str(written), how], check=True)
        return int(re.findall('type="mmap" count="([0-9]+)"', written.read_text(encoding="utf-8"))[0])

    assert apart("shared") == apart("as it is") + 9


async def test_of_the_first_screen_its_widgets_go_and_its_visits_but_the_last(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        app, screen = walk.app, walk.app.screen
        reader, fields = ref(screen.query_one(Reader)), [ref(one) for one in screen.query(Entry)]
        await walk.press("n")
        last, step = screen.open.visit, screen.open.step
        # What is left before it was laid out goes as well.
        screen.query_one(Questions).make_room(9)
        app.go_to(StepPlace("film", ""))
        await drive.settled(app)
        forget_what_is_gone(app)
        gc.collect()
        assert reader() is None
        assert fields
        assert {None} == {field() for field in fields}
        assert [last] == [*screen.open._visits.values()]
        assert (step, (step,)) == (screen.open.step, screen.open.lesson.steps)


async def test_a_lesson_goes_though_a_timer_that_was_stopped_still_holds_its_screen(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        app = walk.app
        app.go_to(StepPlace("film", ""))
        await drive.settled(app)
        second = app.screen
        reader, lesson = ref(second.query_one(Reader)), second.open.lesson
        app.go_to(StepPlace("line", ""))
        await drive.settled(app)
        forget_what_is_gone(app, second)
        assert reader() is None
        assert [second.open.step] == [*second.open.lesson.steps]
        assert len(lesson.steps) > 1


async def test_pieces_of_a_screen_go_before_the_next_one_is_made(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(at=("line", "move")) as walk:
        app = walk.app

        def kept() -> tuple[int, int]:
            rows = sum(len(widget._styles_cache._cache) for widget in left.walk_children(Widget))
            return rows, flow._flowed.cache_info().currsize

        def make(*given: Any) -> TutorScreen:
            known.append(kept())
            return screen_at(*given)

        await walk.seen()
        left, screen_at, known = app.screen, app._screen_at, list[tuple[int, int]]()
        monkeypatch.setattr(app, "_screen_at", make)
        assert min(kept()) > 0
        app.go_to(StepPlace("film", ""))
        await drive.settled(app)
        assert [(0, 0)] == known


async def test_an_editor_that_is_gone_watches_the_theme_no_more(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        editor = Editor()
        await walk.app.screen.mount(editor)
        watching = vars(walk.app)["__watchers"]["theme"]
        forget_what_is_gone(walk.app)
        assert [editor] == [who for who, _ in watching if who is editor]
        await editor.remove()
        forget_what_is_gone(walk.app)
        assert [] == [who for who, _ in watching if who is editor]


class Drawing:
    """Draws a sketch of nothing."""

    def draw(self, source: str, run: RunProgram) -> Sketch:  # noqa: ARG002
        return Sketch(printed=source)


async def test_a_thread_that_waits_for_work_keeps_nothing_of_what_it_has_done(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        told: list[Sketch] = []
        drawing = Drawing()
        gone = ref(drawing)
        runner_for(walk.app, lambda: 0, None).sketch(drawing, "it", told.append)
        del drawing
        await walk.app.workers.wait_for_complete()
        await drive.settled(walk.app)
        gc.collect()
        assert [Sketch(printed="it")] == told
        assert gone() is None
