"""How much room a step takes on a screen of a given size, worked out without opening one.

The sizes follow `tutor.tcss` and the widgets of a lesson; a test compares them with a real screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from tutor.chart.drawing import natural_size
from tutor.chart.palette import DARK
from tutor.course.entry import Options, Sliders, Typed
from tutor.course.live import fill, write
from tutor.course.model import Lesson, Step
from tutor.course.prose import Live
from tutor.course.questions import Asked
from tutor.figure import Figure
from tutor.lab import Choice, Result, Slider, Table, Timeline, Values
from tutor.language import say
from tutor.render import messages
from tutor.render.options import INDENT
from tutor.render.prose.layout import Fill, lay_out
from tutor.render.question import asked_fill
from tutor.render.room import STACKED_HEIGHT, Room
from tutor.render.wrap import wrapped
from tutor.session.controls import Row, rows_of, value_words

LEAST_CHART = 8
"""Rows below which a chart says little."""


@dataclass(frozen=True, eq=False)
class Scene:
    """A step with the values of its lab, in one language."""

    lesson: Lesson
    number: int
    language: str
    values: Values
    result: Result | None

    @property
    def step(self) -> Step:
        """The step."""
        return self.lesson.steps[self.number]

    def fill(self) -> Fill:
        """Return what the live values of the prose say."""
        lab = self.step.lab.lab if self.step.lab is not None else None

        def said(live: Live, in_mathematics: bool) -> str:
            return fill(
                live, self.values, self.result, self.language, lab=lab, setting="math" if in_mathematics else "prose"
            )

        return said


def step_height(scene: Scene, room: Room) -> int:
    """Return the rows of title, prose, questions and the line to the next step, as they stand when it is opened."""
    step, language = scene.step, scene.language
    width = room.text_width(step)
    title = len(wrapped(step.title.in_(language), width)) + 1
    prose = len(lay_out(step.prose.in_(language), width, scene.fill(), {}, DARK)) + 1
    questions = sum(question_height(question.ask(0), width, language) + 1 for question in step.questions)
    return title + prose + questions + 1


def question_height(asked: Asked, width: int, language: str) -> int:
    """Return the rows of a question before it is answered."""
    question = asked.question
    says = asked_fill(asked, language)
    rows = len(lay_out(question.prompt.in_(language), max(width - 2, 8), says, {}, DARK))
    entry = question.entry(asked)
    match entry:
        case Typed():
            rows += 1
        case Options(shown=shown):
            texts = [entry.row(place, option).in_(language) for place, option in enumerate(shown)]
            rows += sum(max(len(lay_out(text, width - INDENT, says, {}, DARK)), 1) for text in texts)
    return rows + (bool(question.hints) or isinstance(entry, Sliders))


def lab_height(scene: Scene, room: Room) -> int:
    """Return the rows of the lab that have to be seen at once.

    Beside the prose it is all of it, for it does not scroll: drawings at the least height they need, table, controls
    and readouts. Where everything scrolls, it is the tallest of these, controls and readouts counting as one.
    """
    use, result = scene.step.lab, scene.result
    if use is None or use.hidden or result is None:
        return 0
    width, language = room.lab_width, scene.language
    drawings = [_drawing_height(drawing, room, len(result.drawings), language) for drawing in result.drawings]
    table = table_height(result.table) + 1 if result.table is not None else 0
    controls = len(rows_of(use.lab, use.show))
    below = (controls + 1 if controls else 0) + readouts_height(result, width, language) + 1
    return sum(drawings) + table + below if room.beside else max([*drawings, table, below])


def _drawing_height(drawing: object, room: Room, count: int, language: str) -> int:
    if isinstance(drawing, Figure):
        return LEAST_CHART if room.beside else STACKED_HEIGHT
    share = room.lab_width if room.beside or count < 2 else (room.columns - 4) // 2
    return natural_size(drawing, share, language)[1]  # type: ignore[arg-type]


def table_height(table: Table) -> int:
    """Return the rows of a result's table."""
    return 1 + len(table.rows) + (2 if table.footer else 0)


def readouts_height(result: Result, width: int, language: str) -> int:
    """Return the rows of the readouts, folded, and of the note under them."""
    rows, used = 0, width
    for size in _readout_sizes(result, language):
        if used + 3 + size > width:
            rows, used = rows + 1, size
        else:
            used += 3 + size
    return rows + len(wrapped(say(result.note, language), width))


def _readout_sizes(result: Result, language: str) -> Iterator[int]:
    for name in result.shows:
        if name in result.readouts:
            readout = result.readouts[name]
            label = say(readout.label, language) or name
            yield cell_len(label) + 1 + cell_len(write(readout.value, readout.format, language))


def cut_texts(scene: Scene, room: Room) -> Iterator[tuple[str, str]]:
    """Yield each text of a lab that does not fit its place, with what it is: "a label", "the table"."""
    use, result = scene.step.lab, scene.result
    if use is None or use.hidden or result is None:
        return
    width, language = room.lab_width, scene.language
    if result.table is not None and (wide := table_width(result.table, language)) > width:
        yield "the table", f"{wide} columns of {width}"
    for name, size in zip(result.shows, _readout_sizes(result, language), strict=False):
        if size > width:
            yield "the readout", name
    rows = rows_of(use.lab, use.show)
    labels = max((cell_len(row.label(language)) for row in rows), default=0)
    most = max(width // 3, 6)
    for row in rows:
        label = row.label(language)
        if cell_len(label) > most:
            yield "the label", label
    for row in rows:
        room_for_value = width - min(labels, most) - 4
        for text in _value_texts(row, use.lab.check(scene.values), language):
            if cell_len(text) > room_for_value:
                yield "the value", text


def _value_texts(row: Row, values: Values, language: str) -> Iterator[str]:
    """Yield what stands at the right of a control, at its widest."""
    parameter = row.parameter
    match parameter:
        case Choice(options=options):
            yield from (f"‹ {value_words(row, row.put(values, option), language)} ›" for option in options)
        case Slider(low=low, high=high):
            # Four cells of a track, and two of air.
            yield from (" " * 6 + parameter.say(end) for end in (low, high))
        case Timeline(last=last):
            yield " " * 6 + value_words(row, row.put(values, last), language) + " ×0.25"


def table_width(table: Table, language: str) -> int:
    """Return the least columns that a result's table needs."""
    every = [table.columns, *table.rows, table.footer]
    sizes = [
        max(cell_len(say(row[column], language)) for row in every if column < len(row))
        for column in range(len(table.columns))
    ]
    return sum(sizes) + len(sizes)


def heading_room(lesson: Lesson, room: Room, language: str) -> int:
    """Return the columns for a lesson's title in the first line, beside its marks and the language."""
    return room.columns - 2 - (2 * len(lesson.steps) - 1) - cell_len(f" ── {language}") - 5


def next_words(scene: Scene) -> str:
    """Return what the last line of a step says; "" where the next lesson's title decides it."""
    steps = scene.lesson.steps
    if scene.number + 1 == len(steps):
        return ""
    return "→ " + messages.NEXT_STEP(scene.language, title=steps[scene.number + 1].title.in_(scene.language))
