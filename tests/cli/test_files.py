"""What commands write and read: no file is replaced unasked, and `-` is a stream."""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.learner.attempts import Attempt, random_uid
from tutor.learner.paths import record_path
from tutor.learner.store import Store

from .conftest import NOW, Answer, Tutor

pytestmark = pytest.mark.usefixtures("unseen_frames")
FALLING = Path(__file__).parent.parent / "courses" / "falling"
OF = ("--course", FALLING, "--trust")
WRITING = {
    "export": ("export", "FILE"),
    "recap": ("recap", "1", "FILE", *OF),
    "mine": ("mine", "-o", "FILE", *OF),
    "show": ("show", "1/1", "--size", "120x60", "--svg", "FILE", *OF),
    "convert": ("convert", "1", "--to", "anki", "FILE", *OF),
}
"""Each command that writes a file somebody names."""


@pytest.fixture(autouse=True)
def written(home: Path) -> None:
    """A program that is right in the learner's record."""
    course = standing_course(FALLING)
    lesson, question = next((a, b) for a, _, b in course.all_questions() if b.id == "write-fall")
    own = "def fall(t):\n    return g * t * t / 2\n"
    with Store.open(record_path({"TUTOR_HOME": str(home)}), clock=lambda: NOW) as store:
        store.record(
            Attempt(random_uid(), course.id, lesson.id, question.id, "code", question.revision, 0, own, True, NOW)
        )


def words(name: str, file: object) -> tuple[object, ...]:
    """Return a command that writes `file`."""
    return tuple(file if word == "FILE" else word for word in WRITING[name])


@pytest.mark.parametrize("name", WRITING)
def test_a_file_that_is_there_is_replaced_by_consent_only(tutor: Tutor, tmp_path: Path, name: str) -> None:
    file = tmp_path / "mine"
    file.write_text("my own", encoding="utf-8")
    unasked = tutor(*words(name, file), typed="y\n")
    assert (1, "") == (unasked.code, unasked.out)
    assert "is there already" in unasked.err and "--yes" in unasked.err
    for typed in ("n\n", "", "maybe\n"):
        said = tutor(*words(name, file), typed=typed, at_terminal=True)
        assert (1, "") == (said.code, said.out)
        assert "Replace it? [y/N]" in said.err
    assert "my own" == file.read_text(encoding="utf-8")
    assert 0 == tutor(*words(name, file), typed="y\n", at_terminal=True).code
    assert b"my own" != file.read_bytes()
    file.write_text("my own", encoding="utf-8")
    said = tutor(*words(name, file), "--yes")
    assert (0, False) == (said.code, "[y/N]" in said.err)
    assert b"my own" != file.read_bytes()


@pytest.mark.parametrize(
    ("name", "work"), [("show", "tutor.ui.show.shoot"), ("convert", "tutor.course.convert.anki.cards_of")]
)
def test_whoever_keeps_the_file_that_is_there_waits_for_nothing(
    tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, work: str
) -> None:
    file = tmp_path / "mine"
    file.write_text("my own", encoding="utf-8")
    monkeypatch.setattr(work, lambda *_, **__: pytest.fail("it was worked for nothing"))
    said = tutor(*words(name, file), typed="n\n", at_terminal=True)
    assert (1, "") == (said.code, said.out)
    assert "my own" == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITING)
def test_what_lies_beside_a_file_is_left_alone_and_nothing_else_is_left_there(
    tutor: Tutor, tmp_path: Path, name: str
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.part").write_text("my own", encoding="utf-8")
    assert 0 == tutor(*words(name, tmp_path / "out" / "mine")).code
    assert {"mine", "mine.part"} == {file.name for file in (tmp_path / "out").iterdir()}
    assert "my own" == (tmp_path / "out" / "mine.part").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITING)
def test_a_file_that_cannot_be_written_is_a_sentence_and_leaves_nothing(
    tutor: Tutor, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    for file in (tmp_path / "no" / "such" / "file", tmp_path / "folder"):
        said = tutor(*words(name, file), "--yes")
        assert 1 == said.code
        assert str(file) in said.err
    assert {"folder", "home"} == {file.name for file in tmp_path.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="needs links, and a pipe that has a name")
@pytest.mark.parametrize("name", WRITING)
def test_a_link_stays_one_and_a_pipe_takes_what_is_written(tutor: Tutor, tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    assert 0 == tutor(*words(name, tmp_path / "link")).code
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").is_file()
    os.mkfifo(tmp_path / "pipe")
    taken: list[bytes] = []
    reader = threading.Thread(target=lambda: taken.append((tmp_path / "pipe").read_bytes()), daemon=True)
    reader.start()
    said = tutor(*words(name, tmp_path / "pipe"))
    assert (0, True) == (said.code, (tmp_path / "pipe").is_fifo())
    reader.join()
    assert taken[0]


# -- streams ----------------------------------------------------------------------------------------------------------


def content(data: bytes) -> list[bytes]:
    """Return what is in a file; of pictures and decks, which number themselves, what shows that they are whole."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as deck:
            return [name.encode() for name in sorted(deck.namelist())]
    return [data[:4], data[-7:]] if data.startswith(b"<svg") else data.splitlines()


@pytest.mark.parametrize("name", WRITING)
def test_a_dash_is_the_standard_output_and_no_file(
    tutor: Tutor, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = tutor(*words(name, "-"))
    assert 0 == said.code
    assert {"home"} == {file.name for file in tmp_path.iterdir()}
    assert 0 == tutor(*words(name, "file")).code
    assert content((tmp_path / "file").read_bytes()) == content(said.raw)


def test_a_deck_on_the_standard_output_is_a_deck(tutor: Tutor) -> None:
    with zipfile.ZipFile(io.BytesIO(tutor(*words("convert", "-")).raw)) as deck:
        assert "collection.anki2" in deck.namelist()


def test_an_exported_record_goes_through_a_pipe(tutor: Tutor, answer: Answer) -> None:
    answer("height-at")
    exported = tutor("export", "-")
    assert "" == exported.err
    first, *_, last = map(json.loads, exported.out.splitlines())
    assert ("tutor-record", "mina") == (first["format"], first["learner"])
    assert len(exported.out.splitlines()) - 2 == last["items"]
    assert "New answers: 2. There already: 0.\n" == tutor("import", "-", "--learner", "Jun", typed=exported.raw).out
    report = tutor("report", "-", "--course", Path(__file__).parent.parent / "tour", "--trust", typed=exported.raw)
    assert report.out.startswith("Learners: 1\n")


def test_a_copy_of_a_record_goes_through_a_pipe_too(tutor: Tutor, answer: Answer, home: Path) -> None:
    answer("height-at")
    copy = (home / "record.sqlite3").read_bytes()
    assert "New answers: 2. There already: 0.\n" == tutor("import", "-", "--learner", "Jun", typed=copy).out


@pytest.mark.parametrize(
    "came_in", [b"", b"my own notes", b"\xff\xfe\x00", b'{"format": "tutor-record", "version": 1}']
)
def test_what_comes_in_and_is_no_record_is_told_as_the_dash_it_was(tutor: Tutor, home: Path, came_in: bytes) -> None:
    said = tutor("import", "-", "--learner", "jun", typed=came_in)
    assert (1, "") == (said.code, said.out)
    assert said.err.startswith("- ")
    assert not (home / "learners").exists()
