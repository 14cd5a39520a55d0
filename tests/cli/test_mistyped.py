"""What was meant by what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.cli import COMMANDS
from tutor.language import INTERFACE_LANGUAGES

from .conftest import TOUR, Tutor


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("progres", "progress"),
        ("Progress", "progress"),
        ("lst", "list"),
        ("lisst", "list"),
        ("chek", "check"),
        ("exprot", "export"),
        ("recpa", "recap"),
        ("shwo", "show"),
        ("improt", "import"),
    ],
)
def test_a_mistyped_command_is_answered_with_the_nearest(tutor: Tutor, home: Path, typed: str, meant: str) -> None:
    for words in ((typed,), (typed, "--json"), ("--lang", "en", typed), ("--learner", "progress", typed, "x", "y")):
        said = tutor(*words, at_terminal=True)
        assert (2, "") == (said.code, said.out)
        assert f"There is no command and no folder {typed}.\nDid you mean '{meant}'?\n" == said.err
    assert not home.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("lime", "There is no lesson lime. The lessons are: line, film.\nDid you mean 'line'?\n"),
        ("99/1", "There is no lesson 99. The lessons are: line, film.\n"),
        ("line/99", "line has no step 99. It has 6: move, guess, set, choose, write, long.\n"),
        ("1/mvoe", "line has no step mvoe. It has 6: move, guess, set, choose, write, long.\nDid you mean 'move'?\n"),
    ],
)
def test_of_a_place_it_is_said_which_part_is_missing(tutor: Tutor, given: str, said: str) -> None:
    for command in (
        (TOUR, "--at", given),
        ("show", given, "--course", TOUR),
        ("recap", given, "--course", TOUR),
        ("reset", given, "--course", TOUR),
        ("convert", given, "--to", "anki", "x.apkg", "--course", TOUR),
    ):
        assert (2, "", said) == (tutor(*command).code, tutor(*command).out, tutor(*command).err)
    assert "그런 단계가 없습니다" in tutor("show", "line/99", "--course", TOUR, "--lang", "ko").err


def test_a_word_that_is_near_nothing_leads_to_the_list_of_commands(tutor: Tutor) -> None:
    said = tutor("help")
    assert 2 == said.code
    assert said.err.endswith("`tutor --help` lists the commands.\n")
    listed = tutor("--help").out
    assert all(f"  tutor {name} " in listed for name in COMMANDS)


def test_in_korean_too(tutor: Tutor) -> None:
    assert "progres: 그런 명령도 폴더도 없습니다.\n혹시 'progress'인가요?\n" == tutor("progres", "--lang", "ko").err


def test_a_path_that_is_there_stays_a_course(tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "progres").symlink_to(TOUR)
    for given in ("progres", "./progres", TOUR, "."):
        if given == ".":
            monkeypatch.chdir(TOUR)
        assert "needs a terminal" in tutor(given, "--full").err


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize(
    "words",
    [
        ("HERE/nowhere",),
        ("./progress",),
        ("list", "HERE/nowhere"),
        ("progress", "HERE/nowhere"),
        ("check", "HERE/nowhere"),
        ("show", "line", "--course", "HERE/nowhere"),
        ("recap", "line", "--course", "HERE/nowhere"),
        ("mine", "--course", "HERE/nowhere"),
        ("reset", "--course", "HERE/nowhere"),
        ("report", "x", "--course", "HERE/nowhere"),
        ("convert", "line", "--to", "anki", "x.apkg", "--course", "HERE/nowhere"),
        ("list", "HERE/file"),
    ],
)
def test_a_course_that_is_no_folder_is_wrong_use_in_every_command(
    tutor: Tutor, tmp_path: Path, words: tuple[str, ...], language: str
) -> None:
    (tmp_path / "file").touch()
    said = tutor(*(word.replace("HERE", str(tmp_path)) for word in words), "--lang", language)
    assert (2, "") == (said.code, said.out)
    assert {"en": "There is no folder", "ko": "그런 폴더가 없습니다"}[language] in said.err
    assert 1 == len(said.err.splitlines())


def test_a_name_that_breaks_a_line_stays_on_one(tutor: Tutor) -> None:
    assert 1 == len(tutor("list", "a\nb").err.splitlines())
