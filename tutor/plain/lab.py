"""A lab in words: what it shows, what it can be set to, its film moment by moment, its numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tutor.course.live import fill
from tutor.course.prose import Live
from tutor.course.typed import read_numbers
from tutor.figure import Drawing
from tutor.lab import Choice, Result, Slider, Timeline, Toggle, Values
from tutor.language import MINUS, say, true_minus
from tutor.learner.progress import StepPlace
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.drawings import drawing_lines
from tutor.plain.mathematics import spoken_arithmetic
from tutor.plain.prose import table_rows
from tutor.plain.setting import is_called, name_of, steps_in, value_typed
from tutor.plain.signs import powers_of_ten
from tutor.plain.surfaces import surface_words, surfaces_of
from tutor.plain.voice import INDENT
from tutor.render.readouts import HIDDEN, label_of
from tutor.session.controls import Movable, Row, rows_of, value_words
from tutor.session.cursor import Cursor
from tutor.session.messages import LAB_FAILED
from tutor.session.own_network import OwnNetwork
from tutor.session.sharing import command_for
from tutor.session.visit import Visit
from tutor.session.words import folded
from tutor.veil import VEILED_ALT

MOST_MOMENTS = 12
"""Moments of a film that are told."""
_SET = re.compile(r"\s*([^=:<>≤≥]+?)\s*:?=\s*(.+?)\s*")


class LabTalk:
    """Tells of the lab of a visit, and sets it as is typed."""

    def __init__(self, desk: Desk, visit: Visit, place: StepPlace) -> None:
        """Make it for the lab of a step."""
        self._desk = desk
        self._visit = visit
        self._place = place

    @property
    def is_shown(self) -> bool:
        """Whether there is a lab to be told of."""
        return self._visit.use is not None and not self._visit.use.hidden

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything that can be set, what the full screen keeps in a sheet of its own among it."""
        return () if self._visit.is_veiled else self._all_rows

    @property
    def _all_rows(self) -> tuple[Row, ...]:
        """The same, also while a prediction comes first."""
        use = self._visit.use
        return rows_of(use.lab, (*use.show, *use.more)) if use is not None and not use.hidden else ()

    def doing(self) -> Doing:
        """Return what can be done with it now."""
        if not self.is_shown:
            return {}
        found: dict[Command, Callable[[str], None]] = {Command.STATE: lambda _: self.state()}
        visit, use = self._visit, self._visit.use
        found[Command.TABLE] = lambda _: self._table()
        if visit.is_veiled or use is None:
            return found
        if self.rows:
            found[Command.SETTINGS] = lambda _: self._settings()
        if any(isinstance(row.parameter, Timeline) for row in self.rows):
            found[Command.PLAY] = lambda _: self._play()
            found[Command.STEP] = self._step
        if visit.can_undo:
            found[Command.UNDO] = lambda _: self._change(visit.undo)
        if visit.can_reset:
            found[Command.RESET] = lambda _: self._change(visit.reset)
        if use.board is not None:
            found[Command.POINT] = self._point
        if use.trains:
            found[Command.OWN] = lambda _: self._own()
        found[Command.CODE] = self._code
        found[Command.SHARE] = lambda _: self._share()
        return found

    # -- what there is to hear ----------------------------------------------------------------------------------------

    def state(self) -> None:
        """Tell what the lab shows and what it can be set to."""
        if not self.is_shown:
            return
        self._pictures(self._visit.drawings)
        self._settings()
        self._readouts()
        self._say_table()
        if any(isinstance(row.parameter, Timeline) for row in self.rows):
            words = {one.name.lower(): one.word(self._desk.language) for one in (Command.PLAY, Command.STEP)}
            self._desk.say(messages.HAS_FILM, **words)

    def _say_table(self) -> None:
        """Say that there are numbers to hear, of the table beside the picture or of what it shows."""
        desk, visit = self._desk, self._visit
        has_numbers = any(line for one in visit.drawings for line in drawing_lines(one, desk.language))
        if visit.table is not None:
            desk.say(messages.HAS_TABLE, word=Command.TABLE.word(desk.language))
        elif has_numbers:
            words = messages.HAS_SHOWN if visit.is_veiled else messages.HAS_NUMBERS
            desk.say(words, word=Command.TABLE.word(desk.language))

    def _pictures(self, drawings: Sequence[Drawing], before: Sequence[str] = ()) -> None:
        """Tell the sentences of each drawing, but those that were told before."""
        for new in new_sentences(drawings, before, self._desk.language):
            self._desk.say(messages.PICTURE, alt=new)

    def _settings(self) -> None:
        for row in self.rows:
            self._desk.say(self._row(row), INDENT)

    def _row(self, row: Row) -> str:
        """Return a control: what is typed for it, what it is called, what it is set to and can be set to."""
        language = self._desk.language
        name, label = name_of(row), row.label(language)
        value = value_words(row, self._visit.values, language, unit=False).partition(" / ")[0]
        called = f" ({label})" if folded(label) != folded(name) else ""
        match row.parameter:
            case Slider(low=low, high=high):
                limits = messages.FROM_TO(language, low=f"{low:g}", high=f"{high:g}").replace("-", MINUS)
            case Timeline(last=last, unit=unit):
                limits = messages.FROM_TO(language, low=0, high=f"{last} {say(unit, language)}".strip())
            case Choice(options=options):
                words = [
                    word if folded(word) == folded(key) else f"{word} ({key})"
                    for key, word in ((key, say(text, language)) for key, text in options.items())
                ]
                limits = messages.ONE_OF(language, options="; ".join(words))
            case Toggle():
                limits = messages.ON_OR_OFF(language)
        return f"{name}{called} = {value}, {limits}"

    def _readouts(self, before: Result | None = None) -> None:
        """Tell the readouts, and the note; of a lab that fails why it does."""
        visit, desk = self._visit, self._desk
        if visit.failed:
            desk.say(LAB_FAILED, error=desk.words(visit.failed))
            return
        result = visit.result
        if result is None:
            return
        said = []
        for name in result.shows:
            if name in result.readouts:
                value = fill(Live(name), {}, result, desk.language)
                if name in visit.withheld or value == HIDDEN:
                    value = messages.TO_BE_GUESSED(desk.language)
                said.append(f"{self._called(name, result)}: {value}")
        if said:
            desk.say("; ".join(said) + ".")
        if result.note and not visit.is_veiled and (before is None or before.note is not result.note):
            desk.say(spoken_arithmetic(true_minus(desk.words(result.note)), desk.language))

    def _called(self, name: str, result: Result) -> str:
        """Return what a readout is called, without the sign that leads to its value on a screen."""
        return label_of(name, result.readouts[name], self._desk.language).rstrip(" =:")

    def workings(self) -> bool:
        """Tell how each readout is worked out; return whether there was anything to tell."""
        result, language = self._visit.result, self._desk.language
        if not self.is_shown or self._visit.is_veiled or result is None:
            return False
        shown = [(name, result.readouts[name]) for name in result.shows if name in result.readouts]
        for name, readout in shown:
            worked = readout.working is not None
            text = fill(Live(name, working=worked), {}, result, language)
            text = spoken_arithmetic(text, language) if worked else text
            self._desk.say(f"{self._called(name, result)}: {text}.")
        return bool(shown)

    def _table(self) -> None:
        desk, table = self._desk, self._visit.table
        if table is not None:
            heads = [desk.words(one) for one in table.columns]
            rows = [[true_minus(desk.words(cell)) for cell in row] for row in table.rows]
            for line in table_rows(heads, rows, desk.language):
                desk.say(line)
            if table.footer:
                cells = zip(heads, map(desk.words, table.footer), strict=False)
                desk.say("; ".join(f"{head}: {true_minus(cell)}" for head, cell in cells if cell.strip()))
            return
        lines = [line for drawing in self._visit.drawings for line in drawing_lines(drawing, desk.language)]
        for line in lines or [VEILED_ALT.in_(desk.language) if self._visit.is_veiled else desk.words(messages.NOTHING)]:
            desk.say(line)

    def _share(self) -> None:
        """Say the line that opens the lab as it is set, from outside and from here."""
        command = command_for(self._place, self._visit)
        self._desk.say(command)
        place = command.split(" ")[-1].strip("'")
        self._desk.say(messages.SHARED_HERE, word=Command.GO.word(self._desk.language), place=place)

    def _code(self, rest: str) -> None:
        """List the code behind the numbers, or say the one of a number in the list."""
        from tutor.render.snippet import pages_on

        pages, desk = pages_on(self._visit), self._desk
        if rest.isdecimal() and 1 <= int(rest) <= len(pages):
            page = pages[int(rest) - 1]
            desk.say(f"{desk.words(page.name)}:")
            desk.voice.code(page.text)
            return
        for number, page in enumerate(pages, 1):
            desk.say(desk.words(page.name), f"{number}. ")
        desk.say(messages.CODE_WHICH if pages else messages.NOTHING, word=Command.CODE.word(desk.language))

    # -- setting it ---------------------------------------------------------------------------------------------------

    def means(self, line: str) -> bool:
        """Return whether a line beside a lab is meant to set something: no number is written as in "W = 2"."""
        return bool(self._all_rows) and _SET.fullmatch(line) is not None

    def take(self, line: str) -> bool:
        """Set what a line says, as in "W = 2"; return whether it was one that sets something."""
        found = _SET.fullmatch(line)
        if found is None or not self.is_shown:
            return False
        if not self.rows:
            self._desk.say(messages.GUESS_FIRST if self._visit.is_veiled else messages.NOTHING_TO_SET)
            return True
        name, text = found.groups()
        row = next((row for row in self.rows if is_called(row, name, self._desk.language)), None)
        if row is None:
            names = ", ".join(map(name_of, self.rows))
            self._desk.say(messages.NO_SUCH_SETTING, given=name, names=names)
            return True
        values = value_typed(row, self._visit.values, text, self._desk.language)
        if values is None:
            self._desk.say(messages.SETTING_REFUSED, setting=self._row(row))
            return True
        self._change(lambda: self._visit.move(values, row), row)
        return True

    def want(self, values: Values) -> None:
        """Set the lab to what was asked for from outside.

        Raises:
            ParameterError: it cannot be set to that.
        """
        use = self._visit.use
        if use is not None:
            self._visit.move(use.lab.check({**self._visit.values, **values}))

    def _change(self, change: Callable[[], None], row: Row | None = None) -> None:
        """Change the lab and tell what has become of it."""
        visit = self._visit
        before = visit.result
        sentences = [one for drawing in visit.drawings for one in sentences_of(drawing, self._desk.language)]
        change()
        rows = [row] if row is not None else self.rows
        language = self._desk.language
        told = [f"{name_of(one)} = {value_words(one, visit.values, language)}" for one in rows]
        self._desk.say(", ".join(told) + ".")
        self._readouts(before)
        self._pictures(visit.drawings, sentences)

    def _point(self, rest: str) -> None:
        """Put a point, take one away, or tell those that are there."""
        cursor, desk = Cursor(self._visit), self._desk
        numbers = [number for part in rest.split() for number in read_numbers(part)[:1]]
        if len(numbers) == len(rest.split()) == 2:
            cursor.go_to(*numbers)
            cursor.remove()
        elif rest and not cursor.type(rest):
            limits = f"{cursor.board.low:g}", f"{cursor.board.high:g}"
            desk.say(messages.POINT_REFUSED, low=limits[0].replace("-", MINUS), high=limits[1])
            return
        for spot in cursor.spots:
            desk.say(messages.POINT_AT, x=f"{spot.x:g}".replace("-", MINUS), y=f"{spot.y:g}".replace("-", MINUS),
                     kind=spot.kind)  # fmt: skip
        if not cursor.spots:
            desk.say(messages.NO_POINTS, word=Command.POINT.word(desk.language))

    # -- films --------------------------------------------------------------------------------------------------------

    @property
    def _timeline(self) -> Row:
        return next(row for row in self.rows if isinstance(row.parameter, Timeline))

    def _play(self) -> None:
        visit = self._visit
        play(self._desk, visit, self._timeline, lambda: visit.drawings, self._readouts)

    def _step(self, rest: str) -> None:
        row = self._timeline
        steps = steps_in(rest)
        if steps is None:
            self._desk.say(messages.STEP_REFUSED, word=Command.STEP.word(self._desk.language))
            return
        parameter = row.parameter
        assert isinstance(parameter, Timeline)
        now = int(row.value(self._visit.values))  # type: ignore[arg-type]
        target = min(max(now + steps, 0), parameter.last)
        self._change(lambda: self._visit.move(row.put(self._visit.values, target), row), row)

    def _own(self) -> None:
        """Train the learner's own program on what the lab is set to, and tell it moment by moment."""
        desk = self._desk
        own = OwnNetwork(desk.session, self._visit, lambda: None)
        desk.runner.draw()
        desk.read(own.says.in_(desk.language), lambda live, _: live.name)
        if own.pictures:
            play(desk, own, own.rows[0], lambda: own.pictures)
        own.leave()


def sentences_of(drawing: Drawing, language: str) -> list[str]:
    """Return the sentence of a drawing, its numbers as they are said, and what its surfaces do."""
    alt = powers_of_ten(true_minus(say(drawing.alt, language)), language)
    surfaces = () if drawing.alt is VEILED_ALT else surfaces_of(drawing)
    return [alt, *(surface_words(heat, language) for heat in surfaces)]


def new_sentences(drawings: Sequence[Drawing], before: Sequence[str], language: str) -> Iterator[str]:
    """Yield what is to be told of each drawing: its sentences, but those that were told before."""
    told = list(before)
    for drawing in drawings:
        new = [one for one in sentences_of(drawing, language) if one not in told]
        told += new
        if new:
            yield " ".join(new)


def play(
    desk: Desk,
    movable: Movable,
    row: Row,
    drawings: Callable[[], Sequence[Drawing]],
    readouts: Callable[[], None] = lambda: None,
) -> None:
    """Tell a film at a few moments, from where it is to its end, or from the beginning where it is at its end."""
    parameter = row.parameter
    assert isinstance(parameter, Timeline)
    now = int(row.value(movable.values))  # type: ignore[arg-type]
    first = 0 if now >= parameter.last else now
    count = min(parameter.last - first + 1, MOST_MOMENTS)
    moments = sorted({first + round((parameter.last - first) * at / max(count - 1, 1)) for at in range(count)})
    told: list[str] = []
    for moment in moments:
        desk.runner.look()
        movable.move(row.put(movable.values, moment), row)
        desk.say(f"{name_of(row)} = {value_words(row, movable.values, desk.language)}.")
        readouts()
        shown = drawings()
        for new in new_sentences(shown, told, desk.language):
            desk.say(new, INDENT)
        told = [one for drawing in shown for one in sentences_of(drawing, desk.language)]
