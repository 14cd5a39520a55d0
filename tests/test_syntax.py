"""Python read as a tree while others read: garbage is collected in the middle, and another thread has its turn."""

from __future__ import annotations

import ast
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tutor import syntax

SOURCE = Path(syntax.__file__).read_text(encoding="utf-8")


@contextmanager
def another_reads_in_the_middle() -> Iterator[None]:
    """Let something else be read once, as by a thread that gets its turn while garbage is collected."""
    waiting = [SOURCE]

    def read(phase: str, _: object) -> None:
        if phase == "stop" and waiting and sys._getframe(1).f_code is ast.parse.__code__:
            ast.parse(waiting.pop())

    thresholds = gc.get_threshold()
    gc.callbacks.append(read)
    gc.set_threshold(20)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(read)
    assert not waiting


@pytest.mark.parametrize(
    ("read", "source"),
    [
        (syntax.parsed, SOURCE),
        (syntax.parsed_expression, " + ".join(f"(x{number} * {number})" for number in range(100))),
    ],
)
def test_what_another_thread_reads_meanwhile_does_not_disturb(read: Callable[[str], ast.AST], source: str) -> None:
    alone = ast.dump(read(source))
    with another_reads_in_the_middle():
        meanwhile = read(source)
    assert alone == ast.dump(meanwhile)


@pytest.mark.parametrize(
    ("source", "error"),
    [("def", SyntaxError), ("\0", (SyntaxError, ValueError)), ("-" * 90_000 + "1", (RecursionError, MemoryError))],
)
def test_what_is_no_python_is_said(source: str, error: type[Exception] | tuple[type[Exception], ...]) -> None:
    with pytest.raises(error):
        syntax.parsed(source)
