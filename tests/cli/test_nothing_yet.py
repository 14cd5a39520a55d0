"""Before the first answer: a record that is not there yet is a record of zeros, and reading does not begin it."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from tests.walks import in_turn, some_now
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.paths import record_path
from tutor.learner.store import Store

from .conftest import NOW, Answer, Tutor

pytestmark = pytest.mark.usefixtures("unseen_frames")
READING = {
    "list": ("list",),
    "list, as JSON": ("list", "--json"),
    "progress": ("progress",),
    "progress, as JSON": ("progress", "--json"),
    "recap": ("recap", "perceptron"),
    "mine": ("mine",),
    "export": ("export", "-"),
    "show": ("show", "perceptron/1"),
    "reset": ("reset", "--yes"),
    "undo": ("reset", "--undo"),
}
"""A way to use each command that reads a record, with the course that comes along: it asks for no consent."""


WHOSE = {"own": (), "learner": ("--learner", "mina"), "store": ("--store", "STORE")}


@some_now(("name", "kind"), product(READING, WHOSE), in_turn(READING, [*WHOSE]))
def test_reading_a_record_that_is_not_there_succeeds_and_leaves_nothing_behind(
    tutor: Tutor, tmp_path: Path, name: str, kind: str
) -> None:
    there = [str(tmp_path / "no" / "record.sqlite3") if word == "STORE" else word for word in WHOSE[kind]]
    said = tutor(*READING[name], *there)
    assert 0 == said.code
    if name not in ("mine", "undo"):
        assert said.out and not said.err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_progress_is_zeros(tutor: Tutor, language: str) -> None:
    entry = json.loads(tutor("progress", "--json", "--lang", language).out)
    assert {0} == {entry[name] for name in ("seconds", "answers", "right", "streak", "due", "minutes")}
    assert ([], [], 0) == (entry["days"], entry["hardest"], entry["predictions"]["made"])
    assert {(0, 0)} == {(lesson["done"], lesson["seconds"]) for lesson in entry["lessons"]}
    assert {0} == {day["due"] for day in entry["forecast"]}
    assert {None} == {skill["recall"] for lesson in entry["lessons"] for skill in lesson["skills"]}


def test_an_empty_export_can_be_imported_and_reported(tutor: Tutor, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    assert f"Answers written to {file}: 0\n" == tutor("export", file).out
    assert "New answers: 0. There already: 0.\n" == tutor("import", file).out
    said = tutor("report", file)
    assert (0, "") == (said.code, said.err)
    assert said.out.startswith("Learners: 1\n")


def test_what_waits_beside_a_record_that_is_gone_is_no_record_of_zeros(
    tutor: Tutor, answer: Answer, home: Path
) -> None:
    answer("height-at")
    with Store.open(record_path({"TUTOR_HOME": str(home)}), clock=lambda: NOW) as store:
        store.keep_safe(again=True)
    for file in home.glob("record.sqlite3*"):
        if ".backup-" not in file.name:
            file.unlink()
    said = tutor("export", "-")
    assert "tutor import" in said.err


def test_a_file_that_cannot_be_imported_begins_no_record(tutor: Tutor, tmp_path: Path, home: Path) -> None:
    (tmp_path / "notes.txt").write_text("my own notes", encoding="utf-8")
    for name in ("notes.txt", "nowhere.jsonl"):
        assert 1 == tutor("import", tmp_path / name).code
    assert not home.exists()


def test_a_screen_is_shown_as_the_learner_who_is_named_sees_it(tutor: Tutor, answer: Answer, tmp_path: Path) -> None:
    of = ("show", "home", "--course", Path(__file__).parent.parent / "tour", "--trust")
    nobody = tutor(*of).out
    answer("height-at", learner="Mina")
    assert nobody == tutor(*of).out
    assert nobody == tutor(*of, "--learner", "jun").out
    assert nobody != tutor(*of, "--learner", "mina").out
    assert 2 == tutor(*of, "--store", tmp_path).code
