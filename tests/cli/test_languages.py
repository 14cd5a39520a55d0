"""In which language a course is opened: what was asked for, chosen or lived in, as far as the course has it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.trusted import outline_in
from tutor.cli.languages import course_language
from tutor.cli.world import WRONG_USE, World, language_of, locale_code, locale_language
from tutor.course.outline import Outline
from tutor.language import language_name

from .conftest import TOUR, Tutor

ZINS = Path(__file__).parent.parent / "courses" / "zins"
GERMAN_FRENCH, ENGLISH_KOREAN = outline_in(ZINS), outline_in(TOUR)


def opened(course: Outline, given: str = "", chosen: str = "", locale: str = "") -> str | None:
    streams = (io.StringIO(), io.StringIO(), io.StringIO())
    world = World({"LANG": f"{locale}.UTF-8"} if locale else {}, *streams, lambda: 0)
    return course_language(course, given or None, world, chosen)


@pytest.mark.parametrize(
    ("given", "chosen", "locale", "language"),
    [
        ("", "", "", "de"),
        ("", "", "de_AT", "de"),
        ("", "", "fr_CA", "fr"),
        ("", "fr", "de_DE", "fr"),
        ("fr", "de", "de_DE", "fr"),
        ("", "", "en_GB", "de"),  # the interface speaks English under it all the same
        ("", "en", "fr_FR", "fr"),
        ("", "", "ko_KR", "ko"),  # the interface speaks Korean, and German stands in where nothing is Korean
        ("", "", "it_IT", "de"),
        ("en", "", "", "en"),
        ("it", "", "", None),
    ],
)
def test_a_course_in_german_and_french(given: str, chosen: str, locale: str, language: str | None) -> None:
    assert language == opened(GERMAN_FRENCH, given, chosen, locale)


@pytest.mark.parametrize(
    ("given", "chosen", "locale", "language"),
    [
        ("", "", "", "en"),
        ("", "", "ko_KR", "ko"),
        ("", "de", "ko_KR", "ko"),
        ("", "", "de_DE", "en"),
        ("de", "", "", None),
    ],
)
def test_a_course_in_english_and_korean(given: str, chosen: str, locale: str, language: str | None) -> None:
    assert language == opened(ENGLISH_KOREAN, given, chosen, locale)


@pytest.mark.parametrize(
    ("term", "locale", "language"),
    [("linux", "ko_KR.UTF-8", "en"), ("xterm-256color", "ko_KR.UTF-8", "ko"), ("linux", "de_DE.UTF-8", "de")],
)
def test_where_the_font_has_no_hangul_the_locale_does_not_choose_it(term: str, locale: str, language: str) -> None:
    environ = {"TERM": term, "LANG": locale}
    assert language == (locale_code(environ) or locale_language(environ))
    assert "ko" == language_of(["--lang", "ko"], environ)


def test_a_command_shows_a_course_in_its_own_language(tutor: Tutor) -> None:
    shown = tutor("show", "zinseszins/2", "--course", ZINS, "--trust", "--lang", "de").out
    assert "Ein Faktor, immer wieder" in shown
    assert "Intérêts composés" in tutor("list", ZINS, "--lang", "fr").out
    assert (
        "multiplie par le même facteur" in tutor("recap", "zinseszins", "--course", ZINS, "--trust", "--lang", "fr").out
    )


def test_a_course_of_another_subject_and_language_is_proved(tutor: Tutor) -> None:
    said = tutor("check", ZINS, "--trust", "--strict")
    assert (0, "Nothing to mend.\n") == (said.code, said.out)


def test_a_language_that_the_course_has_not_is_refused_with_those_it_has(tutor: Tutor) -> None:
    said = tutor("show", "zinseszins/2", "--course", ZINS, "--trust", "--lang", "it")
    assert (WRONG_USE, "") == (said.code, said.out)
    assert "it is no language of this course. It has: de, fr" in said.err


def test_a_language_is_called_as_its_speakers_call_it() -> None:
    assert ["Deutsch", "Français", "日本語", "Português (BR)", "xx"] == [
        language_name(code) for code in ("de", "fr", "ja", "pt-BR", "xx")
    ]


@pytest.mark.parametrize(
    "command", [("list",), ("list", "--json"), ("progress", "--trust"), ("mine", "--trust")], ids=str
)
def test_a_command_that_only_tells_does_not_pass_over_a_language_that_is_none(
    tutor: Tutor, command: tuple[str, ...]
) -> None:
    course = ("--course", ZINS) if command[0] == "mine" else (ZINS,)
    said = tutor(*command, *course, "--lang", "sv")
    assert (2, "") == (said.code, said.out)
    assert "sv" in said.err
    assert "It has: de, fr" in said.err
