"""In the worker: does one piece of work and answers with data, whatever the code of a course comes to."""

from __future__ import annotations

import inspect
import textwrap
import time
import traceback
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import numpy as np

from tutor.figure import Axis, Figure, Guide, Line, Mark, Points
from tutor.lab import DeclarationError, Lab, Readout, Result, Source
from tutor.language import Text
from tutor.worker import messages
from tutor.worker.caught import Caught
from tutor.worker.course import Course
from tutor.worker.forms import NAME, WORDS
from tutor.worker.output import OutputLimitError
from tutor.worker.parcels import LAB, RESULT, Described
from tutor.worker.wire import MalformedError, frame
from tutor.working import given

Message = dict[str, Any]
Tell = Callable[[Message], None]
"""Sends a message on the way to the answer: how much of the work is done."""

WORD = Text(en="x", ko="x")
SHARE_EVERY = 0.05
"""Seconds between two messages on how much is done."""
LONGEST_STORY = 12_000
LONGEST_MESSAGE = 300


class Work(ABC):
    """A piece of work, which comes to an answer, whatever the code that is run for it comes to."""

    is_last = False
    """Whether it left behind what the next piece of work must not find: this process does none any more."""

    @abstractmethod
    def answer(self) -> Message:
        """Do it, and return what was asked for, or what went wrong and where."""

    @abstractmethod
    def stopped(self, frame: FrameType | None) -> Message:
        """Return the answer that the time is up; `frame` is where the work is."""


class LabWork(Work):
    """Something to do with the labs of a course."""

    def __init__(self, request: Message, course: Course, tell: Tell) -> None:
        self._request = request
        self._course = course
        self._tell = tell

    def answer(self) -> Message:
        answer: Message = {}
        with Caught() as caught:
            answer = _DOES[self._request["do"]](self._request, self._course, self._tell)
        return answer if caught.error is None else failure(caught.error, self._course)

    def stopped(self, frame: FrameType | None) -> Message:
        return stopped(frame, self._course)


def _describe(request: Message, course: Course, tell: Tell) -> Message:  # noqa: ARG001
    """Say which labs a module has, and what they are."""
    module = course.load(request["module"])
    found: list[Any] = []
    for name, lab in list(vars(module).items()):
        if isinstance(lab, Lab):
            described = Described(dict(lab.parameters), sources_of(lab, course), lab.prepare is not None)
            found.append([NAME.pack(name, "name"), NAME.pack(lab.name, "name"), LAB.pack(described, lab.name)])
    return {"is": "labs", "labs": found}


def _run(request: Message, course: Course, tell: Tell) -> Message:
    """Run a lab."""
    lab = getattr(course.load(request["module"]), request["lab"])
    values = lab.check({name: tuple(v) if isinstance(v, list) else v for name, v in request["values"].items()})
    with failing_warnings() if request["strict"] else np.errstate(all="ignore"):
        if request["prepare"] and lab.prepare is not None:
            told = time.monotonic()
            for share in lab.prepare(**values):
                if time.monotonic() - told > SHARE_EVERY:
                    told = time.monotonic()
                    tell({"is": "share", "share": float(share)})
        result = lab(**values)
    if not isinstance(result, Result):
        # Without a return, Python gives back None.
        found = type(result).__name__ if result is not None else messages.NOTHING
        return wrong(messages.RETURNS.filled(found=found))
    with Caught() as caught:
        return {"is": "result", "result": RESULT.pack(result, "result")}
    assert caught.error is not None
    if isinstance(caught.error, MalformedError):
        return wrong(messages.GIVES_BACK.filled(what=caught.error.words))
    return failure(caught.error, course)


_DOES: dict[str, Callable[[Message, Course, Tell], Message]] = {"describe": _describe, "run": _run}
"""What can be asked for of labs."""


def warm_up() -> None:
    """Send a result to nobody: a process that was forked copies each page that it touches, and now it has the time."""
    numbers = np.linspace(0.0, 1.0, 50)
    number = (given(1.0, "x") * 2 + 1.0) ** 2
    layers = (Line(numbers, numbers), Points(numbers, numbers), Mark(0.0, 0.0), Guide("x", 0.0))
    result = Result({"x": Readout.of(number, WORD)}, (Figure(layers, WORD, Axis(WORD, 0.0, 1.0)),))
    frame({"is": "result", "result": RESULT.pack(result, "result")})


@contextmanager
def failing_warnings() -> Iterator[None]:
    """Let a warning count as a failure."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def sources_of(lab: Lab, course: Course) -> tuple[Source, ...]:
    """Return the functions to read behind a lab: the mathematics first, and at the end its own."""
    found = [source_of(function, course) for function in (*lab.reads, lab.function)]
    return (*tuple(source for source in found[:-1] if source.text), found[-1])


def source_of(function: object, course: Course) -> Source:
    """Return a function to read; what is written in C, or made at run time, has no text."""
    with Caught():
        inner: Any = inspect.unwrap(function)  # type: ignore[arg-type]
        text = textwrap.dedent(inspect.getsource(inner)).rstrip()
        return Source(course.shown_name(str(inner.__module__)), str(inner.__name__), text)
    return Source("", "", "")


def wrong(what: Text) -> Message:
    """Return the answer that what was given back is not what should be."""
    return {"is": "error", "kind": "wrong", "type": "", "message": in_each(what), "module": "", "line": 0, "column": 0,
            "story": what("en")[:LONGEST_STORY]}  # fmt: skip


def in_each(what: Text) -> Any:
    """Return what is said in each language, as it is sent."""
    return WORDS.pack(Text(**{language: clean(words, 1000) for language, words in what.variants.items()}), "message")


def failure(error: BaseException, course: Course) -> Message:
    """Return the answer that something was raised: what, where in the course's files, and the whole story."""
    module, line, column = "", 0, 1
    if isinstance(error, SyntaxError) and course.name_of(str(error.filename)) and error.lineno:
        module, line, column = course.name_of(str(error.filename)), error.lineno, max(error.offset or 1, 1)
    else:
        for frame, at in traceback.walk_tb(error.__traceback__):
            name = course.name_of(frame.f_code.co_filename)
            module, line = (name, at) if name else (module, line)
    name, message, story = type(error).__name__[:80], "", ""
    with Caught():
        message = clean(str(error), LONGEST_MESSAGE)
    if type(error) is DeclarationError:
        # The tutor's own words, for what Python would call a TypeError.
        name, message = TypeError.__name__, in_each(error.words)
    with Caught():
        story = "".join(traceback.format_exception(error, limit=-30))
    kind = "output" if isinstance(error, OutputLimitError) else "raised"
    return {"is": "error", "kind": kind, "type": name, "message": message,
            "module": module, "line": line, "column": column, "story": clean(story, LONGEST_STORY)}  # fmt: skip


def stopped(frame: FrameType | None, course: Course) -> Message:
    """Return the answer that the time is up: where in the course's files the work was."""
    module, line = "", 0
    for one, at in traceback.walk_stack(frame):
        name = course.name_of(one.f_code.co_filename)
        if name:
            module, line = name, at
            break
    story = "".join(traceback.format_list(traceback.extract_stack(frame, limit=30)))
    return {"is": "error", "kind": "time", "type": "", "message": "", "module": module, "line": line, "column": 1,
            "story": clean(story, LONGEST_STORY)}  # fmt: skip


def clean(text: str, most: int) -> str:
    """Return a text that can be written, cut to a length; of a longer one the end, where a story comes to its point."""
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if len(text) <= most:
        return text
    return text[:most] if most <= LONGEST_MESSAGE else "…" + text[-most:]
