"""What every test would read anew, read once for all tests of a process: lessons, style sheets, imports."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from tests.trusted import standing_course
from tutor.course import loader
from tutor.course.glossary import Term
from tutor.course.kept import _Reader, _Writer
from tutor.course.model import Course, Lesson
from tutor.course.outline import Outline
from tutor.course.owncode import OwnCode

LESSONS = Path(__file__).parent.parent / "lessons"


def imports_in(code: str) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Return what the source of a module imports, wherever it stands."""
    return tuple(node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import | ast.ImportFrom))


@cache
def imports_of(file: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Return what a module of the tree imports."""
    return imports_in(file.read_text(encoding="utf-8"))


@contextmanager
def lessons_read_once() -> Iterator[None]:
    """Read the built-in course once: none of it is from elsewhere, and whole it is the one that stands.

    What tests import of the loader themselves reads as ever; so does any other course.
    """
    load_course, load_lesson, load_glossary = loader.load_course, loader.load_lesson, loader.load_glossary
    read: dict[tuple[str, bool], bytes] = {}

    def course(path: Path, *, own: OwnCode | None = None, run_labs: bool = True) -> Course:
        return standing_course(LESSONS) if path == LESSONS else load_course(path, own=own, run_labs=run_labs)

    def lesson(outline: Outline, lesson_id: str, *, run_labs: bool = True) -> Lesson:
        if outline.folder != LESSONS:
            return load_lesson(outline, lesson_id, run_labs=run_labs)
        # A lesson that has been asked remembers what it was asked: whoever opens one gets it as it was read.
        key = (lesson_id, run_labs)
        if key not in read:
            written = io.BytesIO()
            _Writer(written, protocol=5).dump(load_lesson(outline, lesson_id, run_labs=run_labs))
            read[key] = written.getvalue()
        found = _Reader(io.BytesIO(read[key])).load()
        assert isinstance(found, Lesson)
        return found

    def glossary(outline: Outline) -> tuple[Term, ...]:
        return standing_course(LESSONS).glossary if outline.folder == LESSONS else load_glossary(outline)

    with mock.patch.multiple(loader, load_course=course, load_lesson=lesson, load_glossary=glossary):
        yield


@contextmanager
def styles_read_once() -> Iterator[None]:
    """Read a style sheet with the same variables once for all apps: each would read all of its widgets' anew."""
    from textual.css.stylesheet import Stylesheet

    read = Stylesheet._parse_rules
    known: dict[tuple[object, ...], Any] = {}

    def rules(self: Stylesheet, *sheet: Any, **place: Any) -> Any:
        key = (frozenset(self._variables.items()), sheet, frozenset(place.items()))
        if key not in known:
            known[key] = read(self, *sheet, **place)
        return known[key]

    with mock.patch.object(Stylesheet, "_parse_rules", rules):
        yield
