"""`tutor report`: a teacher's view of a class."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from .conftest import TOUR, Answer, Said, Tutor


@pytest.fixture
def klass(tutor: Tutor, answer: Answer, tmp_path: Path, home: Path) -> Path:
    """A folder of exports: three learners, two of whom took k for the height."""
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("Ada", "Ben"):
        answer("height-at", learner=name, right=False, response="1.5", mistake="k_itself")
    answer("height-at", learner="Ada")
    answer("one-of-three", learner="Ada")
    answer("height-at", learner="Cho")
    answer("one-of-three", learner="Cho", hints=1)
    for name in ("Ada", "Ben", "Cho"):
        assert 0 == tutor("export", folder / f"{name}.jsonl", "--learner", name).code
    shutil.rmtree(home / "learners")
    return folder


def report(tutor: Tutor, *arguments: object) -> Said:
    return tutor("report", *arguments, "--course", TOUR, "--trust")


def rows(said: Said) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said.out)))


def test_each_question_says_who_tried_and_what_went_wrong(tutor: Tutor, klass: Path):
    said = report(tutor, klass)
    assert 0 == said.code
    assert said.out.startswith("Learners: 3\n")
    height = next(line for line in said.out.splitlines() if line.startswith("line/height-at"))
    assert ["line/height-at", "3", "1", "(33%)", "2", "0", "0", "1.5", "(2×,", "k_itself)"] == height.split()
    ada = next(line for line in said.out.splitlines() if line.startswith("Ada"))
    assert ["Ada", "2", "2", "3"] == ada.split()


def test_the_csv_says_the_same_with_a_row_a_question(tutor: Tutor, klass: Path):
    height, one = rows(report(tutor, klass, "--csv"))
    assert ("height-at", "3", "1", "2", "1.5", "2", "k_itself") == tuple(
        height[name]
        for name in ("question", "tried", "right_first", "right", "wrong_response", "wrong_learners", "mistake")
    )
    assert ("one-of-three", "2", "1", "1") == tuple(one[name] for name in ("question", "tried", "right_first", "hints"))


def test_names_can_be_left_out(tutor: Tutor, klass: Path):
    said = report(tutor, klass, "--no-names")
    assert not any(name in said.out for name in ("Ada", "Ben", "Cho"))
    assert "Learners: 3" in said.out


def test_a_shared_store_is_reported_without_its_backups_and_left_as_it_was(tutor: Tutor, answer: Answer, home: Path):
    answer("height-at", learner="Ada")
    answer("height-at", learner="Ben", right=False, response="9")
    answer("one-of-three", learner="Ben")
    tutor("reset", "line", "--course", TOUR, "--yes", "--learner", "ben")
    answer("height-at", learner="Ben", right=False, response="9")
    before = {path.name: path.read_bytes() for path in (home / "learners").glob("*.sqlite3")}
    (height,) = rows(report(tutor, home, "--csv"))
    assert ("2", "1") == (height["tried"], height["right"])
    assert before == {path.name: path.read_bytes() for path in (home / "learners").glob("*.sqlite3")}


def test_the_same_record_handed_in_twice_counts_once(tutor: Tutor, klass: Path):
    shutil.copy(klass / "Ada.jsonl", klass / "again.jsonl")
    assert "Learners: 3" in report(tutor, klass, klass / "Ada.jsonl").out


def test_other_files_in_a_folder_are_passed_over_and_a_named_one_is_not(tutor: Tutor, klass: Path):
    (klass / "photo.png").write_bytes(b"\x89PNG\r\n")
    quiet = report(tutor, klass)
    assert "" == quiet.err
    named = report(tutor, klass / "photo.png", klass)
    assert "photo.png" in named.err
    assert "Learners: 3" in named.out
    cut = (klass / "Ada.jsonl").read_text(encoding="utf-8").splitlines()[:-1]
    (klass / "Ada.jsonl").write_text("\n".join(cut), encoding="utf-8")
    said = report(tutor, klass)
    assert "was cut short" in said.err
    assert "Learners: 2" in said.out


def test_a_folder_without_records_is_a_class_of_none_and_no_folder_is_an_error(tutor: Tutor, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    said = report(tutor, tmp_path / "empty")
    assert (0, "No record was found.\n") == (said.code, said.err)
    assert said.out.startswith("Learners: 0\n")
    assert 1 == len(list(csv.reader(io.StringIO(report(tutor, tmp_path / "empty", "--csv").out))))
    assert 1 == report(tutor, tmp_path / "nowhere").code
