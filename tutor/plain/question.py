"""A question in words: how it is put, which of the lines that are typed answer it, what is said to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from tutor.course.entry import Options, Sliders, Typed, Written
from tutor.course.messages import NOT_YET, RIGHT
from tutor.course.prose import Paragraph, Prose
from tutor.course.slips.gaps import GAP
from tutor.course.typed import read_numbers
from tutor.language import Text, say
from tutor.learner.calibration import Sureness
from tutor.plain import messages
from tutor.plain.commands import PREFIX, Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.lab import LabTalk
from tutor.plain.mathematics import spoken_arithmetic
from tutor.plain.program import ProgramTalk
from tutor.plain.setting import name_of
from tutor.plain.voice import INDENT
from tutor.render.messages import MOVES, SAID_FAIRLY, SAID_GUESS, SAID_SURE
from tutor.render.prose.layout import Fill
from tutor.render.question import after, asked_fill, helped
from tutor.render.said import Saying
from tutor.render.workings import Workings
from tutor.role import Role
from tutor.session.answering import Answering, Help
from tutor.session.asking import Phase
from tutor.session.controls import value_words
from tutor.session.visit import Visit

_CHOICE = re.compile(r"[\d\s,.;→>)-]+")
"""What a choice among numbered options is typed with."""
AGREES = ("Yes", "네.", "네,")
"""How an author begins who says already that it is right."""
SURENESS = {"1": Sureness.GUESS, "2": Sureness.FAIRLY, "3": Sureness.SURE}
HELPS: dict[Command, Help] = {
    Command.HINT: "hint",
    Command.ANSWER: "reveal",
    Command.AGAIN: "again",
    Command.WORKING: "working",
}


class QuestionTalk:
    """One question of a visit, from its prompt to what is said to the last response."""

    def __init__(self, desk: Desk, visit: Visit, answering: Answering, lab: LabTalk, head: str) -> None:
        """Make it; `head` says which question it is."""
        self._desk = desk
        self._visit = visit
        self._lab = lab
        self._head = head
        self.answering = answering
        self.program = ProgramTalk(desk, visit, answering, self.respond)

    # -- how it is put ------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Put the question."""
        desk, asking = self._desk, self.answering.asking
        desk.voice.part()
        if asking is None:
            for one in after(self.answering, desk.language):
                self._say(one)
            return
        kind = messages.QUESTION
        if asking.question.single_try:
            kind = messages.PREDICTION
        elif isinstance(self.answering.entry, Sliders):
            kind = messages.TASK
        desk.say(f"{desk.words(kind)}{self._head}")
        desk.read(asking.question.prompt.in_(desk.language), self._fill)
        self._options()
        if isinstance(self.answering.entry, Written):
            self.program.tell()
        self.say_how()

    @property
    def _fill(self) -> Fill:
        assert self.answering.asking is not None
        return asked_fill(self.answering.asking.asked, self._desk.language)

    def _options(self) -> None:
        entry, desk = self.answering.entry, self._desk
        if not isinstance(entry, Options):
            return
        if entry.heads:
            desk.say(messages.TERMS)
            for number, head in enumerate(entry.heads, 1):
                desk.say(desk.line(head.in_(desk.language), self._fill), f"{INDENT}{number}. ")
            desk.say(messages.MEANINGS)
        for number, option in enumerate(entry.shown, 1):
            desk.say(desk.line(entry.texts[option].in_(desk.language), self._fill), f"{INDENT}{number}. ")

    def say_how(self) -> None:
        """Say how the question is answered."""
        desk, entry = self._desk, self.answering.entry
        if self.answering.is_over or self.is_held:
            return
        match entry:
            case Typed():
                desk.say(messages.TYPE_IT, hint=desk.words(entry.hint))
                self.say_slash()
            case Options(mode="one", texts=texts):
                desk.say(messages.CHOOSE_ONE, count=len(texts))
            case Options(mode="many"):
                desk.say(messages.CHOOSE_MANY)
            case Options(heads=heads):
                desk.say(messages.MATCH if heads else messages.PUT_IN_ORDER)
            case Written():
                words = {
                    one.name.lower(): one.word(desk.language) for one in (Command.WRITE, Command.LINE, Command.RUN)
                }
                desk.say(messages.WRITE_IT if desk.edit is None else messages.EDIT_IT,
                         edit=Command.EDIT.word(desk.language), **words)  # fmt: skip
            case Sliders(moves=most):
                rows = [row for row in self._visit.rows if row.name in entry.show]
                names = [f"{name_of(row)} = …" for row in rows or self._lab.rows]
                if not names:
                    desk.say(messages.GUESS_FIRST if self._visit.is_veiled else messages.NOTHING_TO_SET)
                    return
                desk.say(messages.SET_IT, settings=", ".join(names), word=Command.CHECK.word(desk.language))
                if most:
                    desk.say(MOVES, moves=self._visit.moves, most=most)

    def say_slash(self) -> None:
        """Say that a command has a sign before it, and a setting, where every line is an answer."""
        if not self.takes_all:
            return
        desk = self._desk
        desk.say(messages.SLASH, command=PREFIX + Command.HELP.word(desk.language))
        for row in self._lab.rows[:1]:
            setting = f"{PREFIX}{name_of(row)} = {value_words(row, self._visit.values, desk.language, unit=False)}"
            desk.say(messages.SLASH_SETS, setting=setting)

    # -- what is typed ------------------------------------------------------------------------------------------------

    @property
    def takes_all(self) -> bool:
        """Whether every line is an answer, so that a command needs a sign before it."""
        return self.answering.takes_letters

    @property
    def is_held(self) -> bool:
        """Whether it is asked how sure the learner is of the prediction they made."""
        return self.answering.held is not None

    def take_sureness(self, line: str) -> bool:
        """Take how sure the learner is, "" for no word; return whether a line says it."""
        typed = unicodedata.normalize("NFKC", line).strip()
        if typed and typed not in SURENESS:
            return False
        was_veiled, told = self._visit.is_veiled, self._helped()
        self.answering.say_how_sure(SURENESS.get(typed))
        self._tell_what_came(was_veiled, told)
        return True

    def take(self, line: str) -> bool:
        """Take a line as an answer; return whether it can be one."""
        if self.is_held and self.take_sureness(line):
            return True
        if self.answering.is_over or self.answering.asking is None:
            return False
        entry = self.answering.entry
        match entry:
            case Typed(letters=letters):
                if not letters and (self._lab.means(line) or not any(map(str.isdigit, line))):
                    return False
                self.respond(line.strip())
                return True
            case Options():
                if not _CHOICE.fullmatch(line):
                    return False
                response = response_in(entry, line)
                if response:
                    self.respond(response)
                else:
                    self._desk.say(messages.NO_SUCH_OPTION, count=len(entry.shown))
                return True
            case Written():
                return self.program.take(line)
            case Sliders() if read_numbers(line) and not self._lab.means(line):
                # A number alone is said into the right place next time.
                self.say_how()
                return True
        return False

    def respond(self, response: str) -> None:
        """Take a response, and say what comes of it."""
        was_veiled, told = self._visit.is_veiled, self._helped()
        try:
            self._visit.respond(self.answering, response)
        except KeyboardInterrupt:
            self.answering.stop()
        self._tell_what_came(was_veiled, told)

    def _tell_what_came(self, was_veiled: bool, told: Sequence[Prose]) -> None:
        """Say what comes of a response, and what the lab shows, where the response has opened it."""
        self._heard(told)
        if self.is_held:
            words = {"guess": SAID_GUESS, "fairly": SAID_FAIRLY, "sure": SAID_SURE}
            self._desk.say(messages.SURE_HOW, **{name: self._desk.words(text) for name, text in words.items()})
        if was_veiled and not self._visit.is_veiled and self._lab.is_shown:
            self._desk.voice.part()
            self._desk.say(messages.LAB_OPENS)
            self._lab.state()

    def doing(self) -> Doing:
        """Return what can be done with the question now."""
        found: dict[Command, Callable[[str], None]] = {Command.QUESTION: lambda _: self.ask()}
        for command, what in HELPS.items():
            if self.answering.can(what):
                found[command] = partial(self._help, what)
        if isinstance(self.answering.entry, Sliders) and not self.answering.is_over:
            found[Command.CHECK] = lambda _: self.respond("")
        return {**found, **self.program.doing()}

    def _help(self, what: Help, _: str = "") -> None:
        before = [one for one in self._sayings() if isinstance(one, Saying)]
        self._visit.help(self.answering, what)
        if what == "again":
            self.ask()
            return
        told = [one.prose for one in before]
        for one in self._sayings():
            if isinstance(one, Workings) or one.prose not in told:
                self._say(one)
        if what == "reveal" and isinstance(self.answering.entry, Sliders):
            self._lab.state()

    # -- what is said to it -------------------------------------------------------------------------------------------

    def _sayings(self) -> tuple[Saying | Workings, ...]:
        return after(self.answering, self._desk.language, self._desk.formula)

    def _helped(self) -> list[Prose]:
        """Return what has helped so far."""
        return [one.prose for one in helped(self.answering, self._desk.language)]

    def _heard(self, told: Sequence[Prose]) -> None:
        """Say what is said to the last response; of what helps, what was not `told` before."""
        helps = helped(self.answering, self._desk.language)
        for one in (*(one for one in helps if one.prose not in told), *self._sayings()[len(helps) :]):
            self._say(one)

    def _say(self, one: Saying | Workings) -> None:
        desk = self._desk
        if isinstance(one, Workings):
            self._say_workings(one)
            return
        if one.is_arithmetic:
            self._say_arithmetic(one.prose.source)
            return
        words = desk.line(one.prose, one.fill)
        lead = desk.words(self._lead(one))
        if lead and not words.startswith((*(desk.words(text).split(".")[0] for text in (RIGHT, NOT_YET)), *AGREES)):
            if len(one.prose.blocks) == 1 and isinstance(one.prose.blocks[0], Paragraph):
                desk.say(f"{lead} {words}")
                return
            desk.say(lead)
        if one.lead == "=" and one.role is Role.MODEL:
            desk.say(f"{spoken_arithmetic(one.prose.source, desk.language)}.")
        else:
            desk.read(one.prose, one.fill)

    def _say_arithmetic(self, line: str) -> None:
        """Say a line of a working, each piece of it as it is spoken; a gap is asked for."""
        desk = self._desk
        told = ", ".join(
            spoken_arithmetic(piece, desk.language) for piece in line.removesuffix(f" = {GAP}").split(", ")
        )
        if line.endswith(GAP):
            desk.say(messages.HOW_MUCH, text=told)
        else:
            desk.say(f"{told}.")

    def _lead(self, one: Saying) -> Text | str:
        """Return the words for the mark that stands before a text on a screen."""
        asking = self.answering.asking
        if one.lead == "→":
            return messages.HINT
        if asking is not None and asking.phase is Phase.PREDICTED:
            if asking.question.guess(asking.asked, asking.response) is not None:
                # It is said already how near the number came.
                return ""
            return {"✓": RIGHT, "✗": messages.GUESSED_OTHERWISE}.get(one.lead, "")
        return {"✓": RIGHT, "✗": messages.WRONG}.get(one.lead, "")

    def _say_workings(self, workings: Workings) -> None:
        """Say two workings, line by line, the first that differs with a word before it."""
        desk = self._desk
        right = say(workings.right, desk.language)
        for number, line in enumerate(workings.lines, 1):
            if line.differs:
                desk.say(messages.HERE_THEY_PART)
            for text, words in ((line.yours, messages.YOURS_LINE), (line.right, messages.RIGHT_LINE)):
                if text:
                    told = spoken_arithmetic(text, desk.language)
                    desk.say(words, number=number, text=told, name=right)


def response_in(entry: Options, line: str) -> str:
    """Return the response that the numbers of options in a line are; "" where there is no such option.

    They are numbered from 1 as they are shown; in a response they are from 0, as the author wrote them.
    """
    numbers = re.findall(r"\d+", unicodedata.normalize("NFKC", line))
    if entry.mode != "one" and len(numbers) == 1 and len(entry.shown) < 10:
        numbers = list(numbers[0])
    places = [int(number) for number in numbers if len(number) < 6]
    if not places or not all(1 <= place <= len(entry.shown) for place in places):
        return ""
    options = list(dict.fromkeys(entry.shown[place - 1] for place in places))
    return ",".join(map(str, sorted(options) if entry.mode == "many" else options))
