"""Export, import, reset and undo, and several learners on one machine."""

from __future__ import annotations

import os
import socket
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.cli.open import close
from tutor.cli.world import World
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.notices import NoticeKind
from tutor.learner.paths import record_path
from tutor.learner.store import Store

from .conftest import NOW, TOUR, Answer, Tutor


def attempts(home: Path, learner: str = "") -> list[str]:
    with Store.open(record_path({"TUTOR_HOME": str(home)}, learner), clock=lambda: NOW) as store:
        return [made.question for made in store.attempts()]


def test_a_record_moves_to_another_learner_and_counts_once(tutor: Tutor, answer: Answer, home: Path, tmp_path: Path):
    answer("height-at")
    answer("one-of-three")
    file = tmp_path / "mine.jsonl"
    said = tutor("export", file)
    assert (0, f"Answers written to {file}: 2\n") == (said.code, said.out)
    assert "New answers: 2. There already: 0.\n" == tutor("import", file, "--learner", "Jun").out
    assert "New answers: 0. There already: 2.\n" == tutor("import", file, "--learner", "jun").out
    assert ["height-at", "one-of-three"] == attempts(home, "Jun")


def test_notes_are_left_out_of_what_a_teacher_gets(tutor: Tutor, answer: Answer, home: Path, tmp_path: Path):
    answer("height-at")
    with Store.open(home / "record.sqlite3", clock=lambda: NOW) as store:
        store.save_note("tour", "line", "move", "my own thoughts")
    assert 0 == tutor("export", tmp_path / "mine.jsonl").code
    assert 0 == tutor("export", "--no-notes", tmp_path / "class.jsonl").code
    assert "my own thoughts" in (tmp_path / "mine.jsonl").read_text(encoding="utf-8")
    assert "my own thoughts" not in (tmp_path / "class.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["export", "import"])
def test_a_file_that_cannot_be_used_is_a_sentence(tutor: Tutor, answer: Answer, tmp_path: Path, command: str):
    answer("height-at")
    said = tutor(command, tmp_path / "no" / "such" / "folder.jsonl")
    assert 1 == said.code
    assert "folder.jsonl cannot be" in said.err
    assert "Traceback" not in said.err


def test_a_question_is_reset_and_brought_back(tutor: Tutor, answer: Answer, home: Path):
    answer("height-at")
    answer("one-of-three")
    said = tutor("reset", "--question", "height-at", "--course", TOUR, "--trust", "--yes")
    assert "Forgotten: 1 answers in “height-at”." in said.out
    assert ["one-of-three"] == attempts(home)
    assert "Answers brought back: 1.\n" == tutor("reset", "--undo").out
    assert ["height-at", "one-of-three"] == attempts(home)
    assert "There is no reset to undo.\n" == tutor("reset", "--undo").out


def test_a_reset_asks_first(tutor: Tutor, answer: Answer, home: Path):
    answer("height-at")
    said = tutor("reset", "line", "--course", TOUR, typed="n\n")
    assert 1 == said.code
    assert "Nothing was changed." in said.out
    assert ["height-at"] == attempts(home)
    assert 0 == tutor("reset", "line", "--course", TOUR, typed="네\n").code
    assert [] == attempts(home)


def test_an_unknown_question_is_answered_with_the_nearest(tutor: Tutor, answer: Answer):
    answer("height-at")
    said = tutor("reset", "--question", "heigt-at", "--course", TOUR, "--trust", "--yes")
    assert 2 == said.code
    assert "'height-at'" in said.err


def test_undo_without_a_record_is_no_error(tutor: Tutor):
    assert "There is no reset to undo.\n" == tutor("reset", "--undo").out


def test_learners_have_records_of_their_own_in_every_command(tutor: Tutor, answer: Answer):
    answer("height-at", learner="Mina")
    answer("one-of-three", learner="Mina")
    mine = tutor("progress", TOUR, "--trust", "--json", "--learner", "mina")
    assert '"answers": 2' in mine.out
    assert '"answers": 0' in tutor("progress", TOUR, "--trust", "--json").out
    assert 2 == tutor("list", TOUR, "--learner", "mina", "--store", "x.sqlite3").code


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_what_cannot_be_saved_at_the_end_waits_beside_the_record_and_is_said(
    tutor: Tutor, answer: Answer, home: Path, language: str, capsys: pytest.CaptureFixture[str]
):
    made = answer("height-at")
    path = home / "record.sqlite3"
    holder = sqlite3.connect(path, isolation_level=None)
    store = Store.open(path, clock=lambda: NOW, busy_ms=20)
    holder.execute("BEGIN EXCLUSIVE")
    store.record(made._replace(uid="another", question="one-of-three"))
    close(store, World({}, sys.stdin, sys.stdout, sys.stderr, lambda: NOW, language))
    holder.close()
    said = capsys.readouterr().err
    assert str(home / "record.sqlite3.waiting.jsonl") in said
    # Whatever opens the record next brings them in.
    listed = tutor("list", TOUR)
    assert "Answers that had to wait are in the record now: 1." in listed.err
    assert ["height-at", "one-of-three"] == attempts(home)
    assert not list(home.glob("*.waiting*"))


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_answers_that_can_be_kept_nowhere_are_counted_at_the_end(
    answer: Answer, tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
):
    made = answer("height-at")
    (tmp_path / "in-the-way").touch()
    store = Store.open(tmp_path / "in-the-way" / "record.sqlite3", clock=lambda: NOW, busy_ms=20)
    notice = store.record(made)
    assert notice is not None
    assert (1, None) == (notice.waiting, notice.spool)
    assert ("memory only" if language == "en" else "메모리에만") in notice.say(language)
    close(store, World({}, sys.stdin, sys.stdout, sys.stderr, lambda: NOW, language))
    assert ("lost with this: 1." if language == "en" else "잃게 되는 답: 1개") in capsys.readouterr().err


def is_pipe(path: Path) -> None:
    os.mkfifo(path)


def is_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path.relative_to(Path.cwd())))


def is_folder(path: Path) -> None:
    path.mkdir()


def is_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def is_a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def is_something_else(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"a film, or whatever")
        file.truncate(50_000_000_000)


EVERY_COMMAND = [
    (TOUR, "--trust"),
    ("list", TOUR),
    ("progress", TOUR, "--trust"),
    ("recap", "line", "--course", TOUR, "--trust"),
    ("export", "x.jsonl"),
    ("import", "x.jsonl"),
    ("reset", "line", "--course", TOUR, "--yes"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="needs what POSIX has beside files")
@pytest.mark.parametrize("make", [is_pipe, is_socket, is_folder, is_device, is_a_link_to_nothing, is_something_else])
def test_what_cannot_be_a_record_is_a_clear_error_at_once(
    tutor: Tutor, tmp_path: Path, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "record")
    before = (tmp_path / "record").lstat()
    for command in EVERY_COMMAND:
        said = tutor(*command, "--store", tmp_path / "record")
        assert (2, "") == (said.code, said.out), command
        assert f"{tmp_path / 'record'} is a " in said.err
        korean = tutor(*command, "--store", tmp_path / "record", "--lang", "ko")
        assert (2, True) == (korean.code, "기록을 둘 수 없습니다" in korean.err)
    assert before == (tmp_path / "record").lstat()
    assert ["record"] == [left.name for left in tmp_path.iterdir() if left.name.startswith("record")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe that has a name")
def test_a_pipe_in_the_tutor_s_own_folder_or_among_records_is_not_opened(tutor: Tutor, home: Path, tmp_path: Path):
    home.mkdir(parents=True, exist_ok=True)
    os.mkfifo(home / "record.sqlite3")
    assert "is a pipe" in tutor("list", TOUR).err
    with Store.open(home / "record.sqlite3", clock=lambda: NOW) as store:
        notice = store.take_notice()
        assert notice is not None
        assert NoticeKind.UNUSABLE == notice.kind
    os.mkfifo(tmp_path / "pipe")
    assert "holds no record" in tutor("report", tmp_path / "pipe", "--course", TOUR, "--trust").err


def test_a_record_whose_beginning_is_damaged_is_still_told_from_a_file_of_something_else(
    tutor: Tutor, answer: Answer, home: Path
):
    answer("height-at")
    path = home / "record.sqlite3"
    with path.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    said = tutor("list", TOUR, "--store", path)
    assert 0 == said.code
    assert "answers brought over: 1" in said.err
    assert ["height-at"] == attempts(home)


def test_a_record_that_was_saved_says_nothing_at_the_end(
    answer: Answer, home: Path, capsys: pytest.CaptureFixture[str]
):
    answer("height-at")
    store = Store.open(home / "record.sqlite3", clock=lambda: NOW)
    close(store, World({}, sys.stdin, sys.stdout, sys.stderr, lambda: NOW))
    assert "" == capsys.readouterr().err
