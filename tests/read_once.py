"""What every test would read anew, read once for all tests of a process: lessons, style sheets, imports."""

from __future__ import annotations

import ast
import io
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

from tests.trusted import standing_course
from tutor.course import kept, loader, outline, whole
from tutor.course.glossary import Term
from tutor.course.kept import _Reader, _Writer
from tutor.course.markdown import parser
from tutor.course.model import Course, Lesson
from tutor.course.outline import CourseFiles, LessonFiles, Outline
from tutor.course.owncode import OwnCode
from tutor.course.prose import Place
from tutor.course.source import Findings
from tutor.render.prose import flow

TESTS = Path(__file__).parent
LESSONS = TESTS.parent / "lessons"


def imports_in(code: str) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Return what the source of a module imports, wherever it stands."""
    found: list[ast.Import | ast.ImportFrom] = []
    waiting: list[ast.AST] = [ast.parse(code)]
    # An import is a statement, and stands in none but blocks: nine tenths of a module are expressions.
    for node in waiting:
        for block in ("body", "handlers", "orelse", "finalbody", "cases"):
            if isinstance(inner := getattr(node, block, None), list):
                waiting.extend(inner)
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.append(node)
    return tuple(found)


@cache
def imports_of(file: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Return what a module of the tree imports."""
    return imports_in(file.read_text(encoding="utf-8"))


@contextmanager
def lessons_read_once() -> Iterator[None]:
    """Read a course once that no test changes: the built-in one, and those that lie here, which run what is agreed to.

    What tests import of the loader themselves reads as ever; so does any copy.
    """
    load_course, load_lesson, load_glossary = loader.load_course, loader.load_lesson, loader.load_glossary
    take_apart, whole_course = outline.read_lesson_files, whole.whole_course
    read: dict[tuple[str, bool], bytes] = {}
    apart: dict[tuple[str, bool], LessonFiles] = {}
    given: list[tuple[weakref.ref[Lesson], bytes]] = []

    class Known(_Writer):
        """Writes a lesson that was given here as it was given."""

        def __init__(self, file: io.BytesIO, protocol: int) -> None:
            super().__init__(file, protocol)
            self._file = file

        def dump(self, value: object) -> None:
            known = next((written for lesson, written in given if lesson() is value), None)
            if known is None:
                super().dump(value)
            else:
                self._file.write(known)

    def course(path: Path, *, own: OwnCode | None = None, run_labs: bool = True) -> Course:
        if path == LESSONS or (own is not None and run_labs and path.is_relative_to(TESTS)):
            return standing_course(path)
        return load_course(path, own=own, run_labs=run_labs)

    def lesson(course: Outline, lesson_id: str, *, run_labs: bool = True) -> Lesson:
        if course.folder != LESSONS:
            return load_lesson(course, lesson_id, run_labs=run_labs)
        # A lesson that has been asked remembers what it was asked: whoever opens one gets it as it was read.
        key = (lesson_id, run_labs)
        if key not in read:
            written = io.BytesIO()
            _Writer(written, protocol=5).dump(load_lesson(course, lesson_id, run_labs=run_labs))
            read[key] = written.getvalue()
        found = _Reader(io.BytesIO(read[key])).load()
        assert isinstance(found, Lesson)
        given[:] = [(weakref.ref(found), read[key])]
        return found

    def all_of_it(course: Outline) -> Course:
        return standing_course(LESSONS) if course.folder == LESSONS else whole_course(course)

    def glossary(course: Outline) -> tuple[Term, ...]:
        return standing_course(LESSONS).glossary if course.folder == LESSONS else load_glossary(course)

    def files(
        course: CourseFiles, folder: str, number: int, place: Place, findings: Findings, *, outline: bool = False
    ) -> LessonFiles | None:
        key = (folder, outline)
        if course.files.folder != LESSONS or findings.found:
            return take_apart(course, folder, number, place, findings, outline=outline)
        if key not in apart:
            found = take_apart(course, folder, number, place, findings, outline=outline)
            if found is None or findings.found:
                return found
            apart[key] = found
        return apart[key]

    patches = (
        mock.patch.object(outline, "read_lesson_files", files),
        mock.patch.object(kept, "_Writer", Known),
        mock.patch.object(whole, "whole_course", all_of_it),
        mock.patch.multiple(loader, load_course=course, load_lesson=lesson, load_glossary=glossary),
    )
    with ExitStack() as stack:
        for one in patches:
            stack.enter_context(one)
        yield


@contextmanager
def texts_read_once() -> Iterator[None]:
    """Take a text apart once, and break it into lines: courses that tests break in one place say the same elsewhere."""
    with ExitStack() as stack:
        many = lru_cache(maxsize=8192)(flow._flowed.__wrapped__)
        stack.enter_context(mock.patch.object(flow, "_flowed", many))
        for one in (parser(), parser(elsewhere=True)):
            found = {"parse": cache(one.parse), "parseInline": cache(one.parseInline)}
            stack.enter_context(mock.patch.multiple(one, **found))
        yield


@contextmanager
def styles_read_once() -> Iterator[None]:
    """Read a style sheet with the same variables once for all apps: each would read all of its widgets' anew."""
    from textual.css.stylesheet import Stylesheet

    read, put_together = Stylesheet._parse_rules, Stylesheet.parse
    known: dict[tuple[object, ...], Any] = {}
    whole: dict[tuple[object, ...], Any] = {}

    def rules(self: Stylesheet, *sheet: Any, **place: Any) -> Any:
        key = (frozenset(self._variables.items()), sheet, frozenset(place.items()))
        if key not in known:
            known[key] = read(self, *sheet, **place)
        return known[key]

    def parse(self: Stylesheet) -> None:
        key = (frozenset(self._variables.items()), tuple(self.source.items()))
        if key not in whole or self._invalid_css:
            put_together(self)
            whole[key] = self._rules
        else:
            self._rules, self._rules_map, self._require_parse = list(whole[key]), None, False

    with mock.patch.multiple(Stylesheet, _parse_rules=rules, parse=parse):
        yield
