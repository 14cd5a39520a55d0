"""What has to hold for an exercise to be fair: what `tutor check` finds out about it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np

from tutor.course.finding import Place
from tutor.course.live import prose_text
from tutor.course.messages import programs as messages
from tutor.course.programs.compare import Values, same
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.faults import NotRunError
from tutor.course.programs.film import can_be_filmed
from tutor.course.programs.judge import verdict, why_wrong
from tutor.course.programs.key import BrokenExerciseError, Key
from tutor.course.programs.lines import line_told
from tutor.course.programs.reading import Spot, parse
from tutor.course.proof import Claim, Note
from tutor.course.questions import Desk, Feedback
from tutor.dataclass import dataclass
from tutor.lab import Value
from tutor.language import INTERFACE_LANGUAGES, Text
from tutor.program import Case, Fault

_MOST_LISTED = 3
"""Wrong programs that are listed where the data does not tell them from the solution."""
_DRAWS = 3
"""How often other numbers are drawn: an answer of 0 or 1 does not change with every other number."""
_LONGEST = 200
"""Characters of a program or of what is said that a finding quotes."""


@dataclass(frozen=True, eq=False)
class Proof:
    """An exercise, and what is needed to prove it."""

    exercise: Exercise
    places: Mapping[str, Place]
    key: Key
    desk: Desk

    @property
    def which(self) -> Text:
        """Which variant it is, for a finding."""
        return self.desk.asked.variant_words

    def claims(self) -> Iterator[Claim]:
        """Yield everything that does not hold."""
        yield from self._told()
        try:
            yield from self._run(self.key.wanted)
        except BrokenExerciseError as error:
            yield self._broken(error.fault)
        except NotRunError:
            yield self._broken(Fault("start"))

    def _run(self, wanted: Values) -> Iterator[Note]:
        """Yield what does not hold of the programs."""
        if any(value is None for case in wanted for value in case):
            words = messages.RETURNS_NOTHING.filled(which=self.which)
            yield Note("bad-program", words, self.places.get("solution"))
            return
        yield from self._right_programs()
        yield from self._unfinished_programs()
        yield from self._slips()
        yield from self._readout_slips(wanted)
        yield from self._agreement(wanted)
        yield from self._film()
        yield from self._weak_data()
        yield from self._own_sentences()

    def _broken(self, fault: Fault) -> Note:
        """Return what is wrong where the solution gives nothing."""
        place = self.places.get("solution")
        if fault.kind == "start":
            return Note("not-run", messages.NOT_PROVED, place, severe=False)
        if fault.kind == "time":
            words = messages.SOLUTION_IS_SLOW.filled(seconds=self.exercise.seconds, which=self.which)
            return Note("slow-program", words, place)
        words = messages.SOLUTION_FAILS.filled(which=self.which, said=_said_of(fault))
        return Note("bad-program", words, place)

    def _told(self) -> Iterator[Note]:
        """Note a text that a learner reads before the answer, and that has a line of the solution in it."""
        prompt = self.desk.asked.question.prompt
        for say in (prompt, *(slip.say for slip in self.exercise.slips)):
            for prose in say.variants.values():
                if line := line_told(self.exercise.solution, prose.source):
                    yield Note("hint-tells", messages.HAS_LINE_OF_SOLUTION.filled(line=line), prose.place)

    def _right_programs(self) -> Iterator[Note]:
        """Note a right program that is refused."""
        for name, source in (
            ("solution", self.exercise.solution),
            *((f"also-{number}", source) for number, source in enumerate(self.exercise.also, 1)),
        ):
            said = verdict(self.key, source)
            if not said.right:
                words = messages.RIGHT_BUT_REFUSED.filled(which=self.which, said=self._quoted(said))
                yield Note("right-refused", words, self.places.get(name))

    def _unfinished_programs(self) -> Iterator[Note]:
        """Note a starter, or blanks, that are right before anything is written."""
        for name, source in (("starter", self.exercise.starter), ("blanks", self.exercise.blanks)):
            if source and verdict(self.key, source).right:
                yield Note("already-true", messages.RIGHT_AT_START.filled(which=self.which), self.places.get(name))

    def _slips(self) -> Iterator[Note]:
        """Note a wrong program that is right on all data, or that meets other words than its own."""
        for slip in self.exercise.slips:
            if not slip.source:
                continue
            said = verdict(self.key, slip.source)
            if said.right:
                words = messages.SLIP_IS_RIGHT.filled(name=slip.name, which=self.which)
                yield Note("mistake-collides", words, slip.place)
            elif said.say is not slip.say:
                heard = self._quoted(said)
                if said.mistake:
                    heard = Text(**{code: f"{said.mistake}: {words}" for code, words in heard.variants.items()})
                words = messages.SLIP_IS_UNHEARD.filled(name=slip.name, which=self.which, heard=heard)
                yield Note("mistake-unheard", words, slip.place)

    def _readout_slips(self, wanted: Values) -> Iterator[Note]:
        """Note a wrong readout that is the answer, or that is the same as another one."""
        known: list[tuple[str, Any]] = []
        for slip in self.exercise.slips:
            if not slip.readout or slip.readout not in self.key.names:
                continue
            value = self.key.names[slip.readout]
            if same(wanted[0][0], value, self.key.scale):
                words = messages.READOUT_IS_ANSWER.filled(name=slip.readout, which=self.which)
                yield Note("mistake-collides", words, slip.place)
            twin = next((name for name, other in known if same(other, value, self.key.scale)), None)
            if twin is not None:
                words = messages.READOUT_IS_TWIN.filled(name=slip.readout, twin=twin, which=self.which)
                yield Note("mistake-unheard", words, slip.place)
            known.append((slip.readout, value))

    def _agreement(self, wanted: Values) -> Iterator[Note]:
        """Note where the solution and the readout beside which it is drawn differ."""
        drawn, asked = self.exercise.drawn, self.desk.asked
        lab = asked.question.lab
        if drawn is None or drawn.walks or lab is None:
            return
        for call, value in zip(self.key.cases[0].calls, wanted[0], strict=True):
            arguments = dict(zip(self.exercise.arguments, call, strict=True))
            moved: dict[str, Value] = {name: one for name, one in arguments.items() if name in lab.parameters}
            result = self.desk.run(lab, {**asked.values, **moved})  # type: ignore[dict-item]
            if isinstance(result, Text) or drawn.readout not in result.readouts:
                continue
            there = {name: readout.value for name, readout in result.readouts.items()}
            fixed = [name for name in (*self.exercise.arguments, *self.exercise.given) if name in there]
            # What moves with the argument is another value there than the one that the program was given.
            if not all(same(self.key.names[name], there[name], 1.0) for name in fixed):
                continue
            if not same(there[drawn.readout], value, self.key.scale):
                at = ", ".join(f"{name} = {_short(one)}" for name, one in moved.items())
                words = messages.CURVE_DIFFERS.filled(
                    value=_short(value),
                    at=messages.AT_SETTING.filled(at=at) if at else "",
                    name=drawn.readout,
                    lab=lab.name,
                    there=_short(there[drawn.readout]),
                )
                yield Note("readout-differs", words, self.places.get("solution"))
                return

    def _film(self) -> Iterator[Note]:
        """Note a film that is none, or that does not come in time."""
        film = self.exercise.film
        if not film:
            return
        value, place = self.key.names[film], self.places.get("film") or self.places.get("solution")
        if not can_be_filmed(value):
            words = messages.NO_FILM_FROM.filled(name=film, value=_short(value), which=self.which)
            yield Note("wrong-value", words, place)
            return
        question, asked = self.desk.asked.question, self.desk.asked
        sketching = question.sketching(asked)
        filming = sketching.filming if sketching is not None else None
        if filming is None or not (sketching and sketching.draw(self.exercise.solution, self.key.run).drawings):
            return
        if not filming.draw(self.exercise.solution, self.key.run).frames:
            yield Note("slow-program", messages.NO_FILM.filled(which=self.which, film=film), place)

    def _own_sentences(self) -> Iterator[Note]:
        """Note what the tutor itself would say to a wrong program, where it has a line of the solution in it."""
        kinds = {one.kind: one for one in reversed(self.key.brief.mutants)}
        for known in self.key.in_full(tuple(kinds.values())):
            tree = parse(known.source)
            if isinstance(tree, Spot):
                continue
            say = why_wrong(self.key, known.values, known.source, tree).say
            own = {id(slip.say) for slip in self.exercise.slips}
            if say is None or id(say) in own:
                continue
            for prose in say.variants.values():
                if line := line_told(self.exercise.solution, prose.source):
                    program = self._quoted_program(known.source)
                    words = messages.OWN_WORDS_TELL.filled(program=program, line=line)
                    yield Note("hint-tells", words, self.places.get("solution"), severe=False)

    def _quoted_program(self, source: str) -> str:
        """Return a program in one line, without its head."""
        lines = " ".join(line.strip() for line in source.strip().splitlines()[1:])
        return f"`{lines[:_LONGEST]}`"

    def _weak_data(self) -> Iterator[Note]:
        """Note wrong programs that are right on all data, though they are no other form of the solution."""
        if not self.key.surviving:
            return
        elsewhere = self._elsewhere()
        if elsewhere is None:
            return
        right = elsewhere.right_too(self.key.surviving)
        wrong = [one.source for one, is_right in zip(self.key.surviving, right, strict=True) if not is_right]
        for source in wrong[:_MOST_LISTED]:
            words = messages.DATA_IS_WEAK.filled(which=self.which, program=self._quoted_program(source))
            yield Note("weak-data", words, self.places.get("data-1") or self.places.get("solution"), severe=False)

    def _elsewhere(self) -> Key | None:
        """Return the key on other numbers; None where the solution takes no others."""
        # A whole number can be a place in an array, or how many of something there are: not every other one will do.
        for more in (1, 0):
            cases = (_other(case, more, draw) for draw in range(_DRAWS) for case in self.key.cases)
            key = replace(self.key, cases=tuple(cases))
            with suppress(BrokenExerciseError):
                if key.wanted:
                    return key
        return None

    def _quoted(self, said: Feedback) -> Text:
        """Return what is said to a program, in each language as far as it is written in it."""
        asked = self.desk.asked
        if said.say is None:
            return messages.NOT_YET_SAID
        quoted = {}
        for language in INTERFACE_LANGUAGES:
            text = prose_text(said.say.in_(language), asked.values, asked.result, language, lab=asked.question.lab)
            quoted[language] = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return Text(**quoted)


def _said_of(fault: Fault) -> Text:
    words = (": ".join(word for word in (fault.type, fault.message) if word) or fault.kind)[:_LONGEST]
    return messages.FAULT_AT_LINE.filled(said=words, line=fault.line) if fault.line else Text(en=f"{words}.")


def _short(value: Any) -> str:
    """Return a value in a few characters."""
    text = f"{value:.6g}" if isinstance(value, float | np.floating) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:60]}…"


def _other(case: Case, more: int, draw: int) -> Case:
    """Return a case with other numbers of the same sort: two programs that give the same on both are one.

    Args:
        more: what is added to single whole numbers.
        draw: which of the other cases it is.
    """
    chance = np.random.default_rng(5 + draw)
    given = {name: _moved(value, more, chance) for name, value in case.given.items()}
    return Case(given, tuple(tuple(_moved(value, more, chance) for value in call) for call in case.calls))


def _moved(value: Any, more: int, chance: np.random.Generator) -> Any:
    """Return numbers a little nearer to 0, each by another share; truths, labels and whole numbers in another order."""
    if isinstance(value, int) and not isinstance(value, bool):
        # 0 and 1 can be a truth, as in a table of truths, where there is no 2.
        return value + more if value not in (0, 1) else abs(value - more)
    if isinstance(value, float) and math.isfinite(value):
        return value * float(chance.uniform(0.8, 0.97))
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "biuf" or not value.size:
        return value
    if value.dtype.kind != "f" or np.isin(value, (0.0, 1.0)).all():
        return chance.permutation(value.ravel()).reshape(value.shape)
    return value * chance.uniform(0.8, 0.97, value.shape)
