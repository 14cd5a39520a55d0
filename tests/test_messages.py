"""The catalogue of interface texts: every text in every language, every name used, every binding named in it."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding
from textual.dom import DOMNode

import tutor
from tutor.language import INTERFACE_LANGUAGES, Text

CATALOGUES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(tutor.__path__, "tutor.")
    if "messages" in module.name.split(".")
]
TEXTS = {
    f"{one.__name__}:{name}": value
    for one in CATALOGUES
    for name, value in vars(one).items()
    if isinstance(value, Text)
}
"""From a catalogue and a name in it to the text: the same name can stand in several."""
NAMES = {name.partition(":")[2] for name in TEXTS}
HANGUL = re.compile("[가-힣]")


def placeholders(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def bindings() -> Iterator[tuple[type, Binding]]:
    """Yield every binding that a class of the tutor declares."""
    for module in pkgutil.walk_packages(tutor.__path__, "tutor."):
        if not module.name.startswith("tutor.ui"):
            continue
        for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if found.__module__ == module.name and issubclass(found, DOMNode):
                for binding in vars(found).get("BINDINGS", []):
                    assert isinstance(binding, Binding), f"{found.__name__} binds {binding!r} without a message"
                    yield found, binding


def names_in_source() -> set[str]:
    """Return every name and every string of capitals that the tutor's source holds outside the catalogue."""
    folder = Path(tutor.__file__).parent
    files = (file for file in folder.rglob("*.py") if not {"messages.py", "messages"} & set(file.parts))
    return {name for file in files for name in re.findall(r"\b[A-Z][A-Z0-9_]+\b", file.read_text(encoding="utf-8"))}


def test_every_text_is_there_in_every_language_with_the_same_placeholders() -> None:
    assert 1000 < len(TEXTS)
    for name, text in TEXTS.items():
        variants = text.variants
        assert set(INTERFACE_LANGUAGES) == set(variants), name
        assert all(text.strip() for text in variants.values()), name
        assert 1 == len({frozenset(placeholders(text)) for text in variants.values()}), name


def test_korean_texts_are_korean_and_english_ones_have_no_hangul() -> None:
    # The name of the other language is written in that language.
    other = {name for name in TEXTS if "LANGUAGE" in name}
    words = {name: text for name, text in TEXTS.items() if name not in other}
    assert [] == [name for name, text in words.items() if HANGUL.search(text.variants["en"])]
    plain = {
        name for name, text in words.items() if not re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text.variants["en"]))
    }
    no_hangul = {name for name, text in words.items() if not HANGUL.search(text.variants["ko"])}
    assert set() == {name for name in no_hangul - plain if TEXTS[name].variants["ko"] == TEXTS[name].variants["en"]}


def written_texts() -> Iterator[tuple[str, str, str]]:
    """Yield where a text is written out in the source, in English and in Korean, without what is filled in."""
    folder = Path(tutor.__file__).parent
    for file in sorted(folder.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        # Most files hold no text, and to take one apart takes time.
        for node in ast.walk(ast.parse(source)) if re.search(r"\bText\b", source) else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
                said = {word.arg: literal(word.value) for word in node.keywords}
                if {"en", "ko"} <= set(said):
                    yield f"{file.relative_to(folder)}:{node.lineno}", said["en"], said["ko"]


def literal(node: ast.expr) -> str:
    """Return the words of an expression that are written out."""
    words = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return " ".join(word for word in words if isinstance(word, str))


def test_every_text_in_the_source_is_in_the_language_that_it_says() -> None:
    found = list(written_texts())
    assert 500 < len(found)
    names = ("한국어",)  # the name of a language is written in that language
    assert [] == [at for at, english, _ in found if HANGUL.search(english) and english not in names]
    # A sentence says so; a symbol, a name or "x ↑" is the same in both.
    sentence = re.compile(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}")
    assert [] == [at for at, _, korean in found if sentence.search(korean) and not HANGUL.search(korean)]


def test_every_text_is_used() -> None:
    # A binding's name is put together ("KEY_" and what its letter does), so those are asked for themselves.
    used = names_in_source() | {binding.description for _, binding in bindings()}
    assert set() == NAMES - used


def test_every_binding_names_a_text_or_leaves_that_to_its_companion() -> None:
    found = list(bindings())
    assert found
    assert [] == [
        f"{owner.__name__}: {binding.key}"
        for owner, binding in found
        if binding.description not in NAMES and binding.description != ""
    ]


def test_of_a_particle_in_both_forms_the_one_is_left_that_fits_the_value() -> None:
    text = Text(
        en="{name} is {what}", ko="{name}은(는) {what}이(가) 아니라 {name}이라(라)는 것으로, `{what}`을(를) 씁니다"
    )
    assert "'W'는 수 3이 아니라 'W'라는 것으로, `수 3`을 씁니다" == text("ko", name="'W'", what="수 3")
    assert "'단계'는 맵이 아니라 '단계'라는 것으로, `맵`을 씁니다" == text(
        "ko", name="'단계'", what=Text(en="a map", ko="맵")
    )
    # A text that has none itself stays as it is.
    assert "값은(는)" == Text(en="{it}", ko="{it}")("ko", it="값은(는)")
    assert "값은(는)" == Text(ko="값은(는)")("ko")
