"""Bookmarks, notes and search."""

from __future__ import annotations

import asyncio

import pytest

from tutor.course.model import Course
from tutor.learner.store import Store
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.note import NoteScreen
from tutor.ui.screens.search import Hits, SearchScreen

from .answers import course
from .conftest import OpenApp


async def test_a_step_is_marked_and_the_mark_taken_away(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("film", "end")) as walk:
        assert "The end  ⚑" in await walk.seen("m")
        assert [("film", "end")] == [(mark.lesson, mark.step) for mark in store.bookmarks("tour")]
        assert "⚑" not in await walk.seen("m")
    assert () == store.bookmarks("tour")


async def test_a_note_is_written_kept_and_found_again(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("film", "end")) as walk:
        await walk.press("e")
        assert isinstance(walk.app.screen, NoteScreen)
        await walk.type("mind the bias")
        screen = await walk.seen("escape")
        assert "The end  ✎" in screen
        assert ["mind the bias"] == [note.text for note in store.notes("tour")]
        await walk.press("e")
        assert "mind the bias" in await walk.seen()
        await walk.press("escape", "slash")
        await walk.type("mind bias")
        screen = await walk.seen()
        assert "✎ 2 · The end" in screen


async def test_letters_in_a_note_are_letters(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("film", "end")) as walk:
        await walk.press("e")
        await walk.type("qlsvgmek")
        await walk.press("escape")
    assert ["qlsvgmek"] == [note.text for note in store.notes("tour")]


async def test_a_note_is_kept_when_the_app_ends_in_the_middle_of_it(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("film", "end")) as walk:
        await walk.press("e")
        await walk.type("half a")
    assert ["half a"] == [note.text for note in store.notes("tour")]


async def test_an_emptied_note_is_gone(open_app: OpenApp, store: Store) -> None:
    store.save_note("tour", "film", "end", "x")
    async with open_app(at=("film", "end")) as walk:
        assert "✎" in await walk.seen()
        await walk.press("e", "backspace")
        assert "✎" not in await walk.seen("escape")
    assert () == store.notes("tour")


async def test_a_search_goes_to_the_step_from_the_map_and_from_another_lesson(open_app: OpenApp) -> None:
    async with open_app() as walk:
        await walk.press("slash")
        assert isinstance(walk.app.screen, SearchScreen)
        await walk.type("paragraph")
        screen = await walk.seen("enter")
        assert "Read a while" in screen
        await walk.press("slash")
        await walk.type("walked")
        screen = await walk.seen("enter")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "The point has walked" in screen
        # Back from there is the map, not the lesson before.
        assert "A short tour" in await walk.seen("escape")


async def test_arrows_choose_among_what_was_found(open_app: OpenApp) -> None:
    async with open_app() as walk:
        await walk.press("slash")
        await walk.type("line")
        first = await walk.seen()
        second = await walk.seen("down")
        chosen = [
            [line for line in screen.splitlines() if "▸   " in line or "▸ ?" in line] for screen in (first, second)
        ]
        assert chosen[0] != chosen[1]
        await walk.press("escape")
        assert not isinstance(walk.app.screen, SearchScreen)


async def test_without_a_word_the_search_lists_bookmarks_and_notes(open_app: OpenApp, store: Store) -> None:
    async with open_app(language="ko") as walk:
        assert "책갈피(m)와 메모(e)" in await walk.seen("slash")
        await walk.press("escape")
        store.save_bookmark("tour", "film", "end", marked=True)
        assert "⚑ 2 · " in await walk.seen("slash")


async def test_nothing_found_is_said(open_app: OpenApp) -> None:
    async with open_app() as walk:
        await walk.press("slash")
        assert "Nothing found." in await walk.seen(*"zzz")


async def test_a_slash_in_an_answer_is_part_of_the_answer(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to_entry()
        screen = await walk.seen(*"1/2")
        assert "1/2" in screen
        assert not isinstance(walk.app.screen, SearchScreen)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "One moment: the lessons are being read."), ("ko", "잠시만요. 강의를 읽고 있습니다.")],
)
async def test_a_search_that_cannot_find_anything_yet_says_so(open_app: OpenApp, language: str, said: str) -> None:
    read = asyncio.Event()

    async def slowly() -> Course:
        await read.wait()
        return course()

    async with open_app(language=language) as walk:
        await walk.app.push_screen(SearchScreen(slowly, walk.app.session.store))
        hits = walk.app.screen.query_one(Hits)
        assert said == hits.empty
        read.set()
        assert "zzz" in await walk.seen(*"zzz")
        assert {"en": "Nothing found.", "ko": "찾은 것이 없습니다."}[language] == hits.empty
