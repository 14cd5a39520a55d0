"""A program that nobody judges: it is run as it stands, and the value of its last line is told, as a notebook does."""

from __future__ import annotations

import ast

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.faults import NotRunError, failed
from tutor.course.questions import Words, words_of
from tutor.course.sketch import Drawings, Sketch
from tutor.language import Text
from tutor.program import Case, Fault, Job, Other, RunProgram
from tutor.syntax import parsed

SECONDS = 3.0
"""How long such a program may run."""
_LAST, _TELL = "_last", "_tell_last"


class Scratch:
    """Runs programs as they stand: a `tutor.course.sketch.Sketching`."""

    filming = None
    """there is no film of it"""

    def draw(self, source: str, run: RunProgram) -> Sketch:
        """Return what a program printed, and the value of its last line or why it could not be run."""
        job = job_of_last(source)
        ran = run(job)
        fault = ran.fault
        if fault is None:
            value = ran.returned[0][0].value
            shown = "" if value is None else value.shown if isinstance(value, Other) else str(value)
            return Sketch((), ran.printed, value=shown)
        if fault.line > (lines := source.rstrip().count("\n") + 1):
            # What was added to it is none of the learner's.
            fault = fault._replace(line=lines, column=0)
        return Sketch((), ran.printed, fault, _why(source, job, run, fault))

    def alone(self) -> Drawings:
        """Return (): there is nothing to be drawn."""
        return ()


def job_of_last(source: str) -> Job:
    """Return what is run of a program for the value of its last line."""
    return Job(telling_last(source), _TELL, (Case({}, ((),)),), seconds=SECONDS)


def telling_last(source: str) -> str:
    """Return a program that can also tell the value of its last line; its lines keep their numbers."""
    telling = f"\n\n\ndef {_TELL}():\n    return {{}}\n"
    try:
        body = parsed(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        # Whoever runs it says what is wrong.
        return source
    if not body or not isinstance(body[-1], ast.Expr):
        return source + telling.format("None")
    lines = source.split("\n")
    at, column = body[-1].lineno - 1, body[-1].col_offset
    line = lines[at].encode()
    lines[at] = (line[:column] + f"{_LAST} = ".encode() + line[column:]).decode()
    return "\n".join(lines) + telling.format(_LAST)


def _why(source: str, job: Job, run: RunProgram, fault: Fault) -> Words | None:
    """Return why a program could not be run, in the words that a written answer hears."""
    exercise = Exercise(
        function=_TELL, arguments=(), given=(), data=(), solution=source, also=(), slips=(), starter="", blanks=""
    )
    try:
        return failed(exercise, job._replace(source=source), run, fault).say
    except NotRunError as error:
        return words_of(error.words) if isinstance(error.words, Text) else None
