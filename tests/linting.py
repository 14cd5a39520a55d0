"""The two halves of `tutor check`, each worked out in this process."""

from __future__ import annotations

from tutor.course.finding import Finding
from tutor.course.lint import lints_of_course
from tutor.course.lint.lints import found_in
from tutor.course.loader import Reading
from tutor.course.questions import no_programs
from tutor.program import RunProgram
from tutor.render.lint import lints_of_screens


def lint_course(reading: Reading, run_program: RunProgram = no_programs) -> tuple[Finding, ...]:
    """Return what is wrong with the content of a course."""
    return found_in(lints_of_course(reading, run_program))


def lint_screens(reading: Reading, run_program: RunProgram = no_programs) -> tuple[Finding, ...]:
    """Return what is wrong with a course on screen."""
    return found_in(lints_of_screens(reading, run_program))
