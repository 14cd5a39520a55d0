"""A stage, as lines: its text cut to few rows, and what there is to reach on it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tutor.course.entry import Options, Sliders
from tutor.course.prose import Paragraph, Prose, Words
from tutor.course.questions import Asked, Feedback
from tutor.namedtuple import NamedTuple
from tutor.render import messages
from tutor.render.controls import Panel, control_lines
from tutor.render.look import Look
from tutor.render.page import Page, question_lines
from tutor.render.prose.layout import Sheet
from tutor.render.question import asked_fill
from tutor.render.readouts import ReadoutPanel, readout_lines
from tutor.render.room import Room
from tutor.render.said import Saying, said_lines
from tutor.role import Role
from tutor.session.answering import Answering
from tutor.session.controls import rows_of

Line = Sequence[Segment]

LEAST_SHARE = 0.6
"""of the cells of the screen: what the picture of a stage holds while the lab is played with"""
LEAST_ROWS = 10
"""of the picture while a question, or what is said to an answer, stands under it"""
MORE = " … t"
"""What stands where a text is cut: the key that shows all of it."""
TASK = "◇"
"""The mark of what there is to reach."""


class StageRows(NamedTuple):
    """The rows around the picture of a stage, at one size of the screen."""

    room: Room
    text: int
    task: int
    controls: int
    readouts: int
    asked: int
    """of the question with the most to say, together with what is said to its longest answer"""

    @property
    def picture(self) -> int:
        """Rows of the picture while the lab is played with; beside it there are the header and the keys."""
        return self.room.rows - 2 - self.text - self.task - self.controls - self.readouts

    @property
    def share(self) -> float:
        """The share of the screen's cells that the picture holds then."""
        return max(self.picture, 0) * self.room.stage_width / (self.room.rows * self.room.columns)

    @property
    def picture_beside_words(self) -> int:
        """Rows of the picture while a question stands under it."""
        return self.room.rows - 2 - self.text - self.asked


def stage_rows(page: Page, room: Room) -> StageRows:
    """Return the rows around the picture of a page that is a stage, as they are when the step is opened first."""
    look, width = page.look, room.stage_width
    use, result = page.step.lab, page.result
    assert use is not None and result is not None
    text = Sheet(page.step.prose.in_(look.language), width, {}, look.palette, width).lines(page.fill())
    tasks = [asked for asked in page.asked if asked.question.ON_SLIDERS]
    said = [said_lines(prompt_with_moves(asked, 0, look.language), width, look) for asked in tasks]
    return StageRows(
        room,
        len(first_rows(text, room.stage_text, width, look)),
        max(map(len, said), default=0),
        len(control_lines(Panel(rows_of(use.lab, use.show), page.values), width, look)),
        len(readout_lines(ReadoutPanel(result), width, look)),
        max((_rows_with_answer(one, page, room) for one in page.asked if not one.question.ON_SLIDERS), default=0),
    )


def _rows_with_answer(asked: Asked, page: Page, room: Room) -> int:
    """Return the rows of a question with the longest of what is said to an answer, and the line to go on."""
    look, width, language = page.look, room.stage_width, page.look.language
    question = asked.question
    entry = question.entry(asked)
    one_of = isinstance(entry, Options) and entry.mode == "one"
    responses = map(str, entry.shown) if isinstance(entry, Options) and one_of else [question.right_response(asked)]
    longest = 0
    for response in responses:
        feedback = question.grade(asked, response, language)
        texts = [feedback.say] if isinstance(feedback, Feedback) and feedback.say is not None else []
        # A guess among options that was wrong is followed by what it is.
        answer = isinstance(feedback, Feedback) and not feedback.right
        texts += [question.explain] if question.explain is not None else []
        said = [Saying(" ", Role.QUIET, text.in_(language), asked_fill(asked, language)) for text in texts]
        longest = max(longest, len(said_lines(said, width, look)) + answer)
    return len(question_lines(asked, width, look, room)) + longest + 1


def first_rows(lines: Sequence[Line], most: int, width: int, look: Look) -> list[Line]:
    """Return the first rows of a text without its empty ones, at most `most`; where more is left out, `MORE`."""
    rows = [line for line in lines if any(segment.text.strip() for segment in line)]
    if len(rows) <= most:
        return rows
    last, room = list(rows[most - 1]), max(width - len(MORE), 0)
    if Segment.get_line_length(last) > room:
        last = _without_last_word(Segment.adjust_line_length(last, room, pad=False))
    return [*rows[: most - 1], [*_without_end(last), Segment(MORE, look.strong)]]


def _without_last_word(line: Line) -> list[Segment]:
    """Return a line without the word at its end, which may be cut: words are shown whole or not at all. A single one
    stays as it is."""
    for at in reversed(range(len(line))):
        head, space, _ = line[at].text.rpartition(" ")
        if space:
            return [*line[:at], Segment(head, line[at].style)]
    return list(line)


def _without_end(line: Line) -> Line:
    """Return a line without the blanks at its end."""
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return [*kept[:-1], Segment(kept[-1].text.rstrip(), kept[-1].style)] if kept else []


def task_sayings(task: Answering | None, moves: int, language: str) -> tuple[Saying, ...]:
    """Return what there is to reach on a stage, and where moves count, how many there were; () without a task."""
    if task is None or task.asking is None:
        return ()
    return prompt_with_moves(task.asking.asked, moves, language)


def prompt_with_moves(asked: Asked, moves: int, language: str) -> tuple[Saying, ...]:
    """Return the prompt of a task with the count of moves, where they count."""
    entry = asked.question.entry(asked)
    prompt = asked.question.prompt.in_(language)
    if isinstance(entry, Sliders) and entry.moves:
        counted = messages.MOVES(language, moves=moves, most=entry.moves)
        inlines = (*prompt.inlines(), Words(f"  {counted}"))
        prompt = Prose((Paragraph(inlines),), f"{prompt.source}  {counted}", prompt.place)
    return (Saying(TASK, Role.MODEL, prompt, asked_fill(asked, language)),)
