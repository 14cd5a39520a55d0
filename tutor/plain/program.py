"""A program that is written line by line, or in the learner's own editor."""

from __future__ import annotations

import re
from collections.abc import Callable

from tutor.course.entry import Written
from tutor.language import say, true_minus
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.drawings import drawing_lines
from tutor.plain.lab import play
from tutor.program import LONGEST_SOURCE
from tutor.session.answering import Answering
from tutor.session.own_film import OwnFilm
from tutor.session.visit import Visit

_BEGINS = re.compile(r"(def|import|from|class|@)\b|@")
"""What a line begins with that can only be Python."""


class ProgramTalk:
    """Takes the program that answers a question. What is written is kept; it is judged when that is asked for."""

    def __init__(self, desk: Desk, visit: Visit, answering: Answering, judge: Callable[[str], None]) -> None:
        """Make it; `judge` takes a program as the response."""
        self._desk = desk
        self._visit = visit
        self._answering = answering
        self._judge = judge

    def doing(self) -> Doing:
        """Return what can be done with the program now."""
        answering, entry = self._answering, self._answering.entry
        if not isinstance(entry, Written):
            return {}
        found: dict[Command, Callable[[str], None]] = {
            Command.PROGRAM: lambda _: self.tell(),
            Command.WRITE: lambda _: self._write(""),
            Command.LINE: self._line,
            Command.RUN: lambda _: self._judge(answering.written),
            Command.START: lambda _: self._put(entry.starter),
            Command.PICTURE: lambda _: self._picture(),
        }
        if self._desk.edit is not None:
            found[Command.EDIT] = lambda _: self._edit()
        if entry.blanks:
            found[Command.BLANKS] = lambda _: self._put(entry.blanks)
        if answering.filming is not None:
            found[Command.PLAY] = lambda _: self._play()
        return found

    def take(self, line: str) -> bool:
        """Take a line that can only be Python as the first of a program; return whether it is one."""
        if not isinstance(self._answering.entry, Written) or not _BEGINS.match(line):
            return False
        self._write(line)
        return True

    def tell(self) -> None:
        """Say the program as it stands, its lines numbered."""
        lines = self._answering.written.rstrip().splitlines()
        self._desk.say(messages.PROGRAM_LINES, count=len(lines))
        for number, line in enumerate(lines, 1):
            self._desk.voice.code(f"{number} {line}")

    def _write(self, first: str) -> None:
        """Take lines until an empty one: together they are the program."""
        self._desk.say(messages.WRITE_LINES)
        lines = [first] if first else []
        while line := self._desk.ear.line("… "):
            lines.append(line)
        if lines:
            self._put("\n".join(lines) + "\n", tells=False)

    def _line(self, rest: str) -> None:
        """Replace one line of the program: "line 3 return x"; without words behind the number it is taken away."""
        number, _, text = rest.strip(" ").partition(" ")
        lines = self._answering.written.rstrip("\n").splitlines()
        if not number.isdecimal() or not 1 <= int(number) <= len(lines) + 1:
            self._desk.say(messages.LINE_REFUSED, count=len(lines), word=Command.LINE.word(self._desk.language))
            return
        at = int(number) - 1
        if at == len(lines):
            lines.append("")
        before = lines[at]
        # Whoever types only what is new keeps how far the line stands in.
        indent = "" if text.startswith(" ") else before[: len(before) - len(before.lstrip(" "))]
        lines[at : at + 1] = [indent + text] if text.strip() else []
        self._put("\n".join(lines) + "\n")

    def _edit(self) -> None:
        desk = self._desk
        assert desk.edit is not None
        text = desk.edit(self._answering.question.id, self._answering.written)
        if text is None:
            desk.say(messages.NO_EDITOR)
        else:
            self._put(text[:LONGEST_SOURCE])

    def _put(self, source: str, *, tells: bool = True) -> None:
        """Take a program as it stands now."""
        self._visit.write(self._answering, source)
        self._answering.keep_draft()
        if tells:
            self.tell()
        self._desk.say(messages.PROGRAM_TAKEN, word=Command.RUN.word(self._desk.language))

    def _picture(self) -> None:
        """Say what the program gives as it stands."""
        desk, answering = self._desk, self._answering
        desk.runner.draw()
        sketch = answering.sketch
        if sketch is None:
            desk.say(messages.NOTHING)
            return
        if sketch.say is not None:
            desk.read(sketch.say.in_(desk.language), lambda live, _: live.name)
        if sketch.printed:
            desk.voice.code(sketch.printed)
        for drawing in answering.pictures:
            desk.say(messages.PICTURE, alt=true_minus(say(drawing.alt, desk.language)))
            for line in drawing_lines(drawing, desk.language):
                desk.say(line)

    def _play(self) -> None:
        """Say the film of the program moment by moment."""
        desk, answering = self._desk, self._answering
        # First what it gives, and then its film.
        desk.runner.draw()
        desk.runner.draw()
        film = OwnFilm(answering)
        if answering.sketch is None or not answering.sketch.frames:
            desk.say(messages.NOTHING)
            return
        play(desk, film, film.rows[0], lambda: answering.pictures)
