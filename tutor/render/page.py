"""A step as it stands when it is opened, drawn without a screen: its text from top to bottom, and its lab.

The lines are those that the widgets of a lesson show, the rows between them those of `tutor.tcss`; a test holds both
against a real screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tutor.chart.drawing import natural_size
from tutor.course.entry import Options, Sliders, Typed, Written
from tutor.course.live import fill
from tutor.course.model import LabUse, Lesson, Step
from tutor.course.prose import Live
from tutor.course.questions import Asked
from tutor.dataclass import dataclass
from tutor.figure import Drawing, Figure
from tutor.lab import Result, Values
from tutor.namedtuple import NamedTuple
from tutor.render import messages, options
from tutor.render.actions import Action, action_lines
from tutor.render.controls import Panel, control_lines
from tutor.render.look import Look
from tutor.render.options import option_lines
from tutor.render.prose.layout import Fill, lay_out
from tutor.render.question import asked_fill, prompt
from tutor.render.readouts import ReadoutPanel, readout_lines
from tutor.render.room import STACKED_HEIGHT, Room
from tutor.render.said import said_lines
from tutor.render.table import table_lines
from tutor.render.title import title_lines
from tutor.render.writing import chart_rows, editor_rows
from tutor.session.controls import rows_of

Lines = Sequence[Sequence[Segment]]

LEAST_CHART = 8
"""Rows below which a chart says little."""


@dataclass(frozen=True, eq=False)
class Page:
    """A step with the values of its lab, its questions as they are asked first, in one look."""

    lesson: Lesson
    number: int
    """which of its steps, from 0"""
    look: Look
    values: Values
    result: Result | None
    asked: tuple[Asked, ...]

    @property
    def step(self) -> Step:
        """The step."""
        return self.lesson.steps[self.number]

    @property
    def following(self) -> Step | None:
        """The step after it, or None."""
        return self.lesson.steps[self.number + 1] if self.number + 1 < len(self.lesson.steps) else None

    @property
    def lab(self) -> tuple[LabUse, Result] | None:
        """The lab that is on screen, with its result; None where there is none."""
        use = self.step.lab
        return (use, self.result) if use is not None and not use.hidden and self.result is not None else None

    def fill(self) -> Fill:
        """Return what the live values of the text say."""
        lab = self.step.lab.lab if self.step.lab is not None else None

        def said(live: Live, in_mathematics: bool) -> str:
            return fill(
                live,
                self.values,
                self.result,
                self.look.language,
                lab=lab,
                setting="math" if in_mathematics else "prose",
            )

        return said


class LabLines(NamedTuple):
    """The lab of a page, part by part."""

    drawings: tuple[int, ...]
    """the least rows of each drawing"""
    table: Lines
    controls: Lines
    readouts: Lines

    def height(self, room: Room) -> int:
        """Return the rows that have to be seen at once.

        Beside the prose it is all of them, for the lab does not scroll there. Where everything scrolls, it is the
        tallest part, controls and readouts counting as one.
        """
        # Each part has an empty row above it, the readouts even where they say nothing.
        table, controls = (len(lines) + 1 if lines else 0 for lines in (self.table, self.controls))
        below = controls + len(self.readouts) + 1
        return sum(self.drawings) + table + below if room.beside else max([*self.drawings, table, below])


def page_lines(page: Page, room: Room) -> list[Sequence[Segment]]:
    """Return title, text and questions of a step, and the line to the next one."""
    step, look = page.step, page.look
    width = room.text_width(step)
    lines: list[Sequence[Segment]] = [
        *title_lines(step.title.in_(look.language), "", width, look),
        *lay_out(step.prose.in_(look.language), width, page.fill(), {}, look.palette),
        [],
    ]
    for asked in page.asked:
        lines += [*question_lines(asked, width, look, room), []]
    return [*lines, *next_lines(page, room)]


def question_lines(asked: Asked, width: int, look: Look, room: Room) -> list[Sequence[Segment]]:
    """Return a question before it is answered. What is typed, and what can be done, is an empty line."""
    entry = asked.question.entry(asked)
    has_actions = bool(asked.question.hints or asked.gapped) or isinstance(entry, Sliders | Written)
    lines: list[Sequence[Segment]] = [*said_lines(prompt(asked, look.language), width, look)]
    match entry:
        case Typed():
            lines.append([])
        case Options():
            lines += _options(asked, entry, width, look)
        case Written():
            # The program, a line for what is to be said of it, and, stacked, its picture.
            rows = editor_rows(entry.starter, room.rows, stacked=not room.beside) + 1
            lines += [[]] * (rows if room.beside else rows + chart_rows(room.rows))
    return [*lines, *([[]] if has_actions else [])]


def _options(asked: Asked, entry: Options, width: int, look: Look) -> Lines:
    says = asked_fill(asked, look.language)

    def lay_out_row(row: int, option: int, room: int) -> list[list[Segment]]:
        return lay_out(entry.row(row, option).in_(look.language), room, says, {}, look.palette)

    return option_lines(options.Options(entry.mode, entry.shown), lay_out_row, width, look, focused=False).lines


def next_words(page: Page) -> str:
    """Return what the last line says of the next step; "" where the next lesson's title decides it."""
    if page.following is None:
        return ""
    language = page.look.language
    return messages.NEXT_STEP(language, title=page.following.title.in_(language))


def next_lines(page: Page, room: Room) -> Lines:
    """Return the line to the next step."""
    actions = (Action("next", next_words(page), message="KEY_NEXT_STEP", leads_on=True),)
    return action_lines(actions, None, room.text_width(page.step), page.look).lines


def lab_lines(page: Page, room: Room) -> LabLines | None:
    """Return the parts of the lab that is on screen; None where there is none."""
    if page.lab is None:
        return None
    use, result = page.lab
    width, look = room.lab_width, page.look
    return LabLines(
        tuple(_drawing_height(drawing, room, len(result.drawings), look.language) for drawing in result.drawings),
        table_lines(result.table, width, look) if result.table is not None else [],
        control_lines(Panel(rows_of(use.lab, use.show), page.values), width, look),
        readout_lines(ReadoutPanel(result), width, look),
    )


def _drawing_height(drawing: Drawing, room: Room, count: int, language: str) -> int:
    if isinstance(drawing, Figure):
        return LEAST_CHART if room.beside else STACKED_HEIGHT
    share = room.lab_width if room.beside or count < 2 else (room.columns - 4) // 2
    return natural_size(drawing, share, language)[1]
