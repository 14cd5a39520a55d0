"""Runs every lab of a course at the ends of its parameters and between, and looks at what it gives."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

import numpy as np

from tutor.course.finding import Place
from tutor.course.lablines import repeated_names
from tutor.course.labs import Labs, run_lab
from tutor.course.lint import messages
from tutor.course.lint.characters import lint_strings
from tutor.course.lint.drawings import Flaw, differs, flaws_of
from tutor.course.lint.places import at_the_ends, places_of
from tutor.course.live import LiveError, write
from tutor.course.model import Course, Step
from tutor.course.source import Findings, suggestion
from tutor.course.validate import Context, validate_lives
from tutor.figure import figures_in
from tutor.lab import Lab, Result, Values, setting_words
from tutor.language import Text
from tutor.namedtuple import NamedTuple

_NEAR = 0.75
"""How alike a name is to the one that is meant, from 0 to 1."""


class Used(NamedTuple):
    """A lab, and where a course first asks for it."""

    lab: Lab
    place: Place


def labs_used(course: Course) -> tuple[Used, ...]:
    """Return every lab that the course uses, once."""
    used: dict[str, Used] = {}
    for lesson in course.lessons:
        for step in lesson.steps:
            if step.lab is not None:
                used.setdefault(step.lab.lab.name, Used(step.lab.lab, step.lab.place or Place("", 1)))
    for _, _, question in course.all_questions():
        if question.lab is not None:
            used.setdefault(question.lab.name, Used(question.lab, question.place or Place("", 1)))
    return tuple(used.values())


def lint_lab(used: Used, labs: Labs, languages: tuple[str, ...], findings: Findings) -> None:
    """Run a lab at the ends of its parameters and between, and look at what it gives."""
    _Examined(used.lab, used.place, labs, languages, findings).lint()


def lint_lives(step: Step, labs: Labs, findings: Findings) -> None:
    """See that a step's live values are there wherever its sliders can go."""
    use = step.lab
    if use is None or not any(next(prose.lives(), None) for prose in step.prose.variants.values()):
        return
    for values, result in labs.run_all(use.lab, at_the_ends(use.lab, use.values, use.show)):
        if isinstance(result, Result):
            validate_lives([step.prose], Context(use.lab, values, result), findings)


class _Examined:
    """A lab, and what was noted of it: the same is noted once, however many settings show it."""

    def __init__(self, lab: Lab, place: Place, labs: Labs, languages: tuple[str, ...], findings: Findings) -> None:
        self._lab = lab
        self._place = place
        self._labs = labs
        self._languages = languages
        self._findings = findings
        self._noted: set[str] = set()

    def lint(self) -> None:
        """Run it wherever it is tried."""
        for name, line in repeated_names(self._labs.source_of(self._lab), self._lab.name.partition(":")[2]):
            place = self._labs.written_at(self._lab) or self._place
            at = place._replace(line=line)
            self._findings.error(at, "bad-result", messages.WRITTEN_TWICE, name=name, lab=self._lab.name)
        self._texts(self._lab.parameters)
        for number, (values, result) in enumerate(self._labs.run_all(self._lab, places_of(self._lab))):
            if isinstance(result, Text):
                self._labs.tell(result, self._place, self._findings)
                continue
            self._result(result, setting_words(values), is_first=number == 0)
            if number == 0:
                self._once_more(result, values)

    def _note(self, kind: str, what: Text, part: str = "", at: Text | str = "", *, severe: bool = True) -> None:
        """Note something about the lab: in its own file, where that is the course's.

        Args:
            kind: the kind of finding.
            what: what is wrong, the same at whatever setting.
            part: the part of the result that is to be changed.
            at: a setting at which it shows, or "".
            severe: whether it is an error.
        """
        if what("en") in self._noted:
            return
        self._noted.add(what("en"))
        place = self._labs.written_at(self._lab, part) or self._place
        note = self._findings.error if severe else self._findings.warn
        note(place, kind, messages.OF_LAB_AT if at else messages.OF_LAB, lab=self._lab.name, at=at, what=what)

    def _once_more(self, result: Result, values: Values) -> None:
        """Note a lab that gives something else when it is run again: what a learner saw would not come back."""
        again = run_lab(self._lab, values, strict=self._labs.strict)
        part = differs(result, again) if isinstance(again, Result) else "."
        if part:
            what = messages.IS_ANOTHER_ONE.filled(part=part.strip(".") or messages.WHAT_IT_GIVES)
            self._note("impure-lab", what, part, setting_words(values))

    def _result(self, result: Result, at: Text | str, *, is_first: bool) -> None:
        readouts = result.readouts
        for name in result.shows:
            if name not in readouts:
                what = messages.SHOWS_NO_READOUT.filled(name=name, nearest=suggestion(name, readouts))
                self._note("bad-result", what, "shows")
        for name, readout in readouts.items():
            if not name.isidentifier():
                what = messages.CANNOT_BE_NAMED.filled(name=name)
                self._note("bad-result", what, name)
            try:
                if name in result.shows:
                    write(readout.value, readout.format, self._languages[0])
            except LiveError as error:
                self._note("bad-result", messages.OF_READOUT.filled(name=name, error=error.words), name)
        if len(result.drawings) > 2:
            what = messages.TOO_MANY_DRAWINGS.filled(count=len(result.drawings))
            self._note("bad-result", what, "drawings")
        for drawing in result.drawings:
            if not all(drawing.alt.in_(language).strip() for language in self._languages):
                self._note("bad-result", messages.NO_ALT, "alt")
            for flaw in flaws_of(drawing):
                if is_first or not flaw.sometimes:
                    self._drawing(flaw, at)
            for name in {name for figure in figures_in(drawing) for name in figure.places}:
                known = {*readouts, *self._lab.parameters}
                if name.partition("[")[0] not in known and difflib.get_close_matches(name, known, cutoff=_NEAR):
                    what = messages.PLACES_NO_READOUT.filled(name=name, nearest=suggestion(name, known))
                    self._note("bad-result", what, "places")
        table = result.table
        if table is not None and any(
            len(row) != len(table.columns) for row in (*table.rows, table.footer or table.columns)
        ):
            self._note("bad-result", messages.ROW_OF_OTHER_LENGTH, "table")
        self._texts(result)

    def _drawing(self, flaw: Flaw, at: Text | str) -> None:
        """Note a flaw of a drawing, once whatever the numbers in it."""
        what = re.sub(r"-?\d[\d.e+-]*", "#", flaw.what("en"))
        if what not in self._noted:
            self._noted.add(what)
            self._note("not-drawn", messages.A_SENTENCE.filled(what=flaw.what), flaw.part, at, severe=False)

    def _texts(self, thing: object) -> None:
        """Note a text that is missing in a language of the course, or holds what a terminal would obey."""
        place = self._labs.written_at(self._lab) or self._place
        words = list(_words(thing))
        strings = (string for one in words for string in (one.variants.values() if isinstance(one, Text) else (one,)))
        lint_strings(strings, self._lab.name, place, self._findings)
        for text in (one for one in words if isinstance(one, Text)):
            for language in self._languages:
                if language not in text.variants:
                    what = messages.LAB_UNTRANSLATED.filled(text=text.in_(language), language=language)
                    self._note("missing-translation", what, severe=False)


_WORDLESS = frozenset({float, int, bool, type(None), np.ndarray})
"""Most of what a result is made of."""


def _words(thing: object) -> Iterator[str | Text]:
    """Yield every string and every text inside a result or a parameter, in order."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if type(one) in _WORDLESS:
            continue
        if isinstance(one, str | Text):
            yield one
        elif isinstance(one, list | tuple):
            waiting.extend(reversed(one))
        elif names := getattr(one, "__dataclass_fields__", None):
            waiting.extend(getattr(one, name) for name in reversed(names))
        elif isinstance(one, Mapping):
            waiting.extend(reversed([part for item in one.items() for part in item]))
