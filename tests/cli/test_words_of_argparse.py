"""What argparse says is said in the interface's language."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import textwrap
import unicodedata

import pytest

from tutor.cli import COMMANDS
from tutor.cli.parsing import said_by_argparse
from tutor.language import INTERFACE_LANGUAGES

from .conftest import Tutor

HANGUL = re.compile("[가-힣]")
WRONG = [
    ("--nonsense",),
    ("--theme", "pink"),
    ("--theme",),
    ("--watch=yes",),
    ("--store", "a", "--learner", "b"),
    ("recap",),
    ("recap", "a", "b", "c"),
    ("report",),
    ("check", "--format", "xml"),
    ("check", "--st", "--format=xml"),
    ("convert", "x", "--to", "anki"),
    ("reset", "cost", "--undo"),
    ("schema", "nothing"),
    ("show", "--s", "x", "cost"),
    *((command, "--nonsense") for command in COMMANDS),
]


def english_left_in(text: str) -> list[str]:
    """Return what looks like an English sentence: three words of small letters in a row that are no command."""
    return re.findall(r"\b(?!tutor\b)[a-z]{2,} [a-z]{2,} [a-z]{2,}\b", text)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_is_wrong_is_said_in_korean(tutor: Tutor, words: tuple[str, ...]) -> None:
    said = tutor(*words, "--lang", "ko")
    assert (2, "") == (said.code, said.out)
    assert said.err.startswith("사용법: tutor")
    last = said.err.splitlines()[-1]
    assert "오류: " in last
    wrong = last.partition("오류: ")[2]
    assert HANGUL.search(wrong)
    assert [] == english_left_in(wrong)
    assert not re.search("error|usage|argument|option|required|invalid|expected", said.err)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_in_english_it_is_as_argparse_says_it(tutor: Tutor, words: tuple[str, ...]) -> None:
    said = tutor(*words, "--lang", "en")
    assert (2, True) == (said.code, said.err.startswith("usage: tutor"))
    assert re.fullmatch(r"tutor( \w+)?: error: .+", said.err.splitlines()[-1])
    assert not HANGUL.search(said.err)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_korean(tutor: Tutor, command: str) -> None:
    said = tutor(*filter(None, [command]), "--help", "--lang", "ko")
    assert 0 == said.code
    assert not re.search("usage|options:|arguments:|show this", said.out)
    assert [] == english_left_in(said.out)


PARSING = (
    "parse_args",
    "parse_known_args",
    "_parse_known_args",
    "_parse_known_args2",
    "_parse_optional",
    "_match_argument",
)
VALUES = ("_get_option_tuples", "_get_values", "_get_value", "_check_value")
UNREACHABLE = {"7 is not callable", "unexpected option string: 7"}
"""What is said of what a programmer has declared, as that something is deprecated, and of what was no option at all."""


def sentences_of_argparse() -> set[str]:
    """Return the sentences with which this Python's argparse ends a parse, out of its source and filled in."""
    found: set[str] = set()
    for name in (*PARSING, *VALUES):
        method = getattr(argparse.ArgumentParser, name, None)
        if method is None:
            # Not every version has each.
            continue
        for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(method)))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                words = (
                    part.value for given in node.args for part in ast.walk(given) if isinstance(part, ast.Constant)
                )
                found |= {re.sub(r"%(\(\w+\))?[rsd]", "7", word) for word in words if isinstance(word, str)}
    return {one for one in found - UNREACHABLE if not one.endswith("is deprecated")}


def test_every_sentence_of_this_python_s_argparse_is_known() -> None:
    found = sentences_of_argparse()
    assert {"unrecognized arguments: 7", "expected one argument", "the following arguments are required: 7"} <= found
    assert [] == sorted(one for one in found if not HANGUL.search(said_by_argparse(one, "ko")))


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_no_wider_than_the_terminal_and_keeps_its_columns(
    tutor: Tutor, monkeypatch: pytest.MonkeyPatch, command: str, language: str, columns: int
) -> None:
    def help_at(width: int) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        return tutor(*filter(None, [command]), "--help", "--lang", language).out.splitlines()

    lines = help_at(columns)
    assert [] == [line for line in lines if cells(line) > columns]
    # Nothing is lost, and what goes on stands below where it began.
    assert " ".join(help_at(1000)).split() == " ".join(lines).split()
    if not command:
        listed = lines[next(at for at, line in enumerate(lines) if line.startswith("  tutor show ")) :]
        assert all(line.startswith(("  tutor ", " " * 18)) for line in listed[: listed.index("")])


def cells(line: str) -> int:
    """Return how many cells a line takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
