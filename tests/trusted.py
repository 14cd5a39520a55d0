"""Courses of the tests' own, opened as if somebody had agreed to run the Python that they bring along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from tutor.course import labs
from tutor.course.finding import Finding
from tutor.course.loader import Reading, load_course, load_outline, read_course
from tutor.course.model import Course, Lesson
from tutor.course.outline import Outline
from tutor.course.owncode import read_own_code
from tutor.course.workshop import Workshop
from tutor.lab import Lab, Result, Values
from tutor.language import INTERFACE_LANGUAGES, Text
from tutor.worker import limits
from tutor.worker.there import Asking, There

TESTS = Path(__file__).parent

BROKEN_IN_ONE_PLACE = [TESTS / name for name in ("course/data/small", "courses/tuning", "courses/falling")]
"""The courses of which tests make copies, and break those in one place: mostly not in their labs."""


def course_in(folder: Path) -> Course:
    """Return a course, whole."""
    with whole_labs_run_once():
        return load_course(folder, own=read_own_code(folder))


@cache
def standing_course(folder: Path) -> Course:
    """Return a course that no test changes, whole: it is read once for all tests of a process."""
    return course_in(folder)


def standing_lesson(folder: Path, name: str) -> Lesson:
    """Return a lesson of a course that no test changes."""
    found = standing_course(folder).lesson(name)
    assert found is not None
    return found


def outline_in(folder: Path) -> Outline:
    """Return a course by name; its lessons run what it brings along."""
    return load_outline(folder, own=read_own_code(folder))


def reading_of(folder: Path, *, run_labs: bool = True, strict: bool = False) -> Reading:
    """Return what is good of a course, and everything that is not."""
    with whole_labs_run_once():
        return read_course(folder, own=read_own_code(folder), run_labs=run_labs, strict=strict)


@cache
def _standing_workshops() -> dict[tuple[tuple[str, bytes], ...], Workshop]:
    return {own.code.modules: own.workshop for own in map(read_own_code, BROKEN_IN_ONE_PLACE)}


_given: dict[tuple[object, ...], Result] = {}
"""What labs gave that no test has changed."""


@contextmanager
def whole_labs_run_once() -> Iterator[None]:
    """Run the labs of a course that tests break once for the same values, as long as it is not they that are broken.

    What lint runs once more, to compare it, is run.
    """
    labs_of, run_lab = Workshop.labs_of, labs.run_lab
    standing = _standing_workshops()

    def found(self: Workshop, module: str) -> Any:
        return labs_of(self if self.code.data else standing.get(self.code.modules, self), module)

    def run(lab: Lab, values: Values, *, strict: bool = False) -> Result | Text:
        if lab.elsewhere is None or all(lab.elsewhere.worker is not one.worker for one in standing.values()):
            return run_lab(lab, values, strict=strict)
        key = (lab, tuple(values.items()), strict)
        if key not in _given:
            given = run_lab(lab, values, strict=strict)
            if not isinstance(given, Result):
                return given
            _given[key] = given
        return _given[key]

    with mock.patch.object(Workshop, "labs_of", found), mock.patch.object(labs, "run_lab", run):
        yield


class _Known(NamedTuple):
    """A result that was worked out before."""

    result: Result
    share: float | None = None

    def outcome(self, seconds: float | None) -> Result:  # noqa: ARG002 - it is there already
        return self.result

    def stop(self) -> None:
        """It has ended."""


class _Kept(NamedTuple):
    """A result that is being worked out, and then known."""

    asking: Asking
    key: tuple[object, ...]
    known: dict[tuple[object, ...], _Known]

    @property
    def share(self) -> float | None:
        return self.asking.share

    def outcome(self, seconds: float | None) -> Result | Text | None:
        found = self.asking.outcome(seconds)
        if isinstance(found, Result):
            self.known[self.key] = _Known(found)
        return found

    def stop(self) -> None:
        self.asking.stop()


@contextmanager
def standing_labs_run_once() -> Iterator[None]:
    """Run the labs of courses that no test changes once for the same values: a process for each took a tenth of the
    time of what has a screen.

    What fails, and whatever lint asks for, is run each time.
    """
    start = There.start
    known: dict[tuple[object, ...], _Known] = {}

    def begin(
        self: There, lab: Lab, values: Values, *, with_share: bool = False, **by_lint: bool
    ) -> Asking | _Known | _Kept:
        if by_lint or not Path(self.worker.code.folder).is_relative_to(TESTS):
            return start(self, lab, values, with_share=with_share, **by_lint)
        key = (self.worker.code.folder, self.module, self.attribute, *values.items())
        return known.get(key) or _Kept(start(self, lab, values, with_share=with_share), key, known)

    with mock.patch.object(There, "start", begin):
        yield


@contextmanager
def unheld() -> Iterator[None]:
    """Let the code of courses write files, so that it can leave a mark where it ran, though it should not have."""
    with mock.patch.object(limits, "Guards", partial(limits.Guards, landlock=False, seccomp=False)):
        yield


def in_both(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings, each of which can be read in every language of the interface."""
    for finding in findings:
        words = finding.words.variants
        assert set(INTERFACE_LANGUAGES) == set(words), finding
        # What is quoted from a course is in whatever language it was written.
        assert re.search("[가-힣]", _QUOTED.sub("", words["ko"])), words["ko"]
        assert "(는)" not in words["ko"] and "(가)" not in words["ko"] and "(를)" not in words["ko"], words["ko"]
        assert "{" not in words["ko"] or "{" in words["en"], words["ko"]
    return findings


_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
