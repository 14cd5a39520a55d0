"""What is kept of a course gives the same course, and is left alone wherever it cannot be relied on."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tutor.course.kept import Kept
from tutor.course.loader import load_lesson, load_outline
from tutor.course.model import Lesson
from tutor.course.outline import Outline
from tutor.course.whole import whole_course
from tutor.learner.store import Store
from tutor.session.runner import DirectRunner
from tutor.session.session import Session

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="nothing is kept where files have no owner")

LESSONS = Path(__file__).parents[2] / "lessons"
OUTLINE = load_outline(LESSONS)


def told(part: object) -> str:
    """Return a part of a course in full. A set is written in any order: its members are put in one."""
    members = re.compile(r"set\(\{(.*?)\}\)")
    return members.sub(lambda found: str(sorted(found[1].split(", "))), repr(part))


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the built-in course that can be changed."""
    return Path(shutil.copytree(LESSONS, tmp_path / "course"))


@pytest.fixture
def kept(tmp_path: Path, course: Path) -> Callable[[], Kept]:
    """Return what makes what is kept anew, as each start of the program does."""
    return lambda: Kept(tmp_path / "cache", course)


@pytest.mark.parametrize("lesson_id", [lesson.id for lesson in OUTLINE.lessons])
def test_a_lesson_that_was_kept_is_the_lesson_that_was_read(tmp_path: Path, lesson_id: str) -> None:
    lesson = load_lesson(OUTLINE, lesson_id, run_labs=False)
    Kept(tmp_path, LESSONS).keep(lesson_id, lesson)
    again = Kept(tmp_path, LESSONS).get(lesson_id, Lesson)
    assert again is not None
    assert told(lesson) == told(again)
    # A lab is a function: it is the very one, and not another one like it.
    for step, same in zip(lesson.steps, again.steps, strict=True):
        assert step.lab is None or (same.lab is not None and step.lab.lab is same.lab.lab)


def test_the_outline_that_was_kept_is_the_outline_that_was_read(tmp_path: Path) -> None:
    Kept(tmp_path, LESSONS).keep("outline", OUTLINE)
    again = Kept(tmp_path, LESSONS).get("outline", Outline)
    assert again is not None
    # Sets are in no order.
    assert OUTLINE.said == again.said
    assert repr(replace(OUTLINE, said={})) == repr(replace(again, said={}))
    assert Kept(tmp_path, LESSONS).get("outline", Lesson) is None, "it is no lesson"
    assert Kept(tmp_path, LESSONS).get("other", Outline) is None


def test_what_has_changed_since_is_read_anew(kept: Callable[[], Kept], course: Path) -> None:
    kept().keep("outline", OUTLINE)
    assert kept().get("outline", Outline) is not None
    page = course / "08-cost" / "lesson.en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert kept().get("outline", Outline) is None
    kept().keep("outline", OUTLINE)
    assert kept().get("outline", Outline) is not None
    (course / "08-cost" / "more.md").touch()
    assert kept().get("outline", Outline) is None


def test_what_another_version_of_the_program_kept_is_read_anew(
    kept: Callable[[], Kept], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept().keep("outline", OUTLINE)
    (tmp_path / "program").mkdir()
    monkeypatch.setattr("tutor.course.kept.PACKAGE", tmp_path / "program")
    assert kept().get("outline", Outline) is None


def test_what_is_not_as_it_was_written_is_as_if_it_were_not_there(kept: Callable[[], Kept], tmp_path: Path) -> None:
    kept().keep("outline", OUTLINE)
    file = tmp_path / "cache" / "outline"
    written = file.read_bytes()
    for damaged in (b"", written[:3], written[:-1], written + b"\n", written[:40] + b"\0" + written[41:]):
        file.write_bytes(damaged)
        assert kept().get("outline", Outline) is None
    file.write_bytes(written)
    assert kept().get("outline", Outline) is not None


@pytest.mark.parametrize("mode", [0o620, 0o602])
@pytest.mark.parametrize("what", ["outline", "."])
def test_what_others_could_have_written_is_not_read(
    kept: Callable[[], Kept], tmp_path: Path, what: str, mode: int
) -> None:
    kept().keep("outline", OUTLINE)
    found = tmp_path / "cache" / what
    found.chmod(mode | 0o100 if found.is_dir() else mode)
    assert kept().get("outline", Outline) is None


def test_what_a_link_leads_to_is_not_read(kept: Callable[[], Kept], tmp_path: Path) -> None:
    kept().keep("outline", OUTLINE)
    (tmp_path / "cache" / "outline").rename(tmp_path / "elsewhere")
    (tmp_path / "cache" / "outline").symlink_to(tmp_path / "elsewhere")
    assert kept().get("outline", Outline) is None


class Harmful:
    """Does something when it is made of what was kept."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("harm",)


@pytest.mark.parametrize("content", [Harmful(), Path, print, LESSONS, load_outline])
def test_nothing_is_made_but_what_is_this_programs_own(
    kept: Callable[[], Kept], tmp_path: Path, content: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept().keep("outline", OUTLINE)
    file = tmp_path / "cache" / "outline"
    made = pickle.dumps(content, protocol=5)
    one = kept()
    file.write_bytes(zlib.crc32(made, one._made_from).to_bytes(4, "big") + made)
    assert one.get("outline", object) is None
    assert not (tmp_path / "harm").exists()


def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_hears_of_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    kept = Kept(tmp_path / "file", LESSONS)
    kept.keep("outline", OUTLINE)
    assert kept.get("outline", Outline) is None
    assert ["file"] == [path.name for path in tmp_path.iterdir()]


def test_a_session_reads_a_course_once_for_all_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = replace(OUTLINE, kept=Kept(tmp_path / "cache", LESSONS))

    def fails(*_: object, **__: object) -> None:
        pytest.fail("it was read again")

    def session(store: Store) -> Session:
        return Session(outline, store, clock=lambda: 0, language="en", runner=DirectRunner, tell=print)

    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store:
        lesson, course = session(store).lesson("cost"), session(store).whole_course()
        monkeypatch.setattr("tutor.course.loader.load_lesson", fails)
        monkeypatch.setattr("tutor.course.loader.load_glossary", fails)
        assert told(lesson) == told(session(store).lesson("cost"))
        # So does whoever has no session, as a command that looks at the record.
        for again in (session(store).whole_course(), whole_course(outline)):
            assert list(map(told, course.glossary)) == list(map(told, again.glossary))
            assert list(map(told, course.lessons)) == list(map(told, again.lessons))


def test_who_only_looks_leaves_nothing_behind(tmp_path: Path) -> None:
    Kept(tmp_path / "cache", LESSONS, only_reads=True).keep("outline", OUTLINE)
    assert [] == list(tmp_path.iterdir())
    Kept(tmp_path / "cache", LESSONS).keep("outline", OUTLINE)
    assert Kept(tmp_path / "cache", LESSONS, only_reads=True).get("outline", Outline) is not None
