"""A dialogue held in the test itself: what is typed, what is said, and what a person would make of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.cli.conftest import NOW, Stream
from tutor.cli import run
from tutor.cli.world import World
from tutor.learner.attempts import Attempt
from tutor.learner.paths import record_path
from tutor.learner.store import Store

LESSONS = Path(__file__).parent.parent.parent / "lessons"
INTERRUPT = "^C"
"""What stands for the key that interrupts."""
WIDTH = 80
ASKS = re.compile(r"(Question|Task|Your prediction first|질문|과제|먼저 예측해 보세요)[:, (].*")
HOW = re.compile(r"\b(Type|Set|opens your editor)\b|치세요|쓰세요|맞춘")


class Typed(Stream):
    """Lines that are typed; one of them may be an interrupt."""

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        if line.strip() == INTERRUPT:
            raise KeyboardInterrupt
        return line


class Dialogue(NamedTuple):
    """What was said in a dialogue."""

    code: int
    said: str
    complained: str

    @property
    def turns(self) -> tuple[str, ...]:
        """What was said between one line that was typed and the next, each with that line at its beginning."""
        return tuple(re.split(r"(?m)^(?=>)", self.said))

    def after(self, typed: str) -> str:
        """Return what was said to the last line that was typed like this."""
        return next(turn for turn in reversed(self.turns) if turn.split("\n")[0].rstrip() == f"> {typed}".rstrip())


def hold(
    lines: Iterable[str], home: Path, *arguments: str, language: str = "en", now: int = NOW, **environ: str
) -> Dialogue:
    """Hold a dialogue through a pipe."""
    typed = Typed("".join(f"{line}\n" for line in lines).encode())
    out, err = Stream(), Stream()
    variables = {"TUTOR_HOME": str(home), "LANG": "en_GB.UTF-8"} | environ
    ticks = iter(range(now, now + 10_000_000_000, 1000))
    code = run(["--plain", "--lang", language, *arguments], World(variables, typed, out, err, lambda: next(ticks)))
    return Dialogue(code, out.held.decode(), err.held.decode())


def attempts_in(home: Path, course: str = "deep-learning") -> Sequence[Attempt]:
    """Return what is in the record."""
    with Store.open(record_path({"TUTOR_HOME": str(home)}, ""), clock=lambda: NOW) as store:
        return tuple(store.attempts(course))


def cells(line: str) -> int:
    """Return how many cells a line takes: East Asian wide characters two."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line
    )


def wrong_with(said: str, width: int = WIDTH) -> list[str]:
    """Return the lines that nobody could read: too long, or with something in them that a terminal obeys."""
    lines = said.split("\n")
    return [line for line in lines if cells(line) > width or any(unicodedata.category(one) == "Cc" for one in line)]


def questions_without_context(dialogue: Dialogue, prompts: Sequence[str]) -> list[str]:
    """Return the questions that are put without all that is needed to answer them.

    A question is put under a heading, with its prompt and how it is answered, before anything can be typed; the step
    that it belongs to was read before. `prompts` are the words that each prompt begins with.
    """
    asked = [turn for turn in dialogue.turns if any(map(ASKS.fullmatch, turn.split("\n")))]
    found = [f"{len(asked)} questions instead of {len(prompts)}"] if len(asked) != len(prompts) else []
    for turn, prompt in zip(asked, prompts, strict=False):
        lines = turn.split("\n")
        at = next(place for place, line in enumerate(lines) if ASKS.fullmatch(line))
        below = squeezed("\n".join(lines[at + 1 :]))
        if squeezed(prompt) not in below or not HOW.search(turn):
            found.append(turn)
    return found


def squeezed(text: str) -> str:
    """Return a text without its spaces, lowered digits as others: where it is broken into lines does not matter."""
    return "".join(unicodedata.normalize("NFKC", text).split())
