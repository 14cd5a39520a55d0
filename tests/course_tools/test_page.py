"""A step as it is drawn without a screen, against a real screen."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from tests.linting import lint_screens
from tests.trusted import outline_in, reading_of, standing_lesson
from tests.walks import some_now
from tutor.chart.palette import DARK
from tutor.course.model import Lesson
from tutor.figure import Figure
from tutor.learner.store import Store
from tutor.render.look import Look
from tutor.render.page import LEAST_CHART, Page, lab_lines, page_lines
from tutor.render.room import NARROW, WIDE, Room
from tutor.render.rung import Rung
from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.lab_panel import LabPanel

from .conftest import TUNING
from .reference import ROOT

LESSONS = ROOT / "lessons"
LOW = Room(120, 20)
"""A screen at which some steps have to scroll."""
DRAWN = {"twelve-keys": TUNING, "cost": LESSONS, "perceptron": LESSONS, "binary-cross-entropy": LESSONS}


@pytest.mark.usefixtures("unseen_frames")
@some_now(("lesson_id", "language"), product(DRAWN, ["en", "ko"]), [("twelve-keys", "en"), ("perceptron", "ko")])
async def test_a_step_is_as_large_as_it_is_drawn(lesson_id: str, language: str, tmp_path: Path) -> None:
    course = DRAWN[lesson_id]
    lesson = standing_lesson(course, lesson_id)
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store:
        app = TutorApp(
            outline_in(course),
            store,
            clock=lambda: 0,
            language=language,
            terminal=Rung(motion="reduced"),
            start=(lesson_id, lesson.steps[0].id),
            resume=False,
        )
        async with app.run_test(size=(WIDE.columns, WIDE.rows)):
            await drive.settled(app)
            screen = app.screen
            assert isinstance(screen, LessonScreen)
            for room in (WIDE, NARROW, LOW):
                await drive.resize(app, room.columns, room.rows)
                for number in range(len(lesson.steps)):
                    screen.open_step(number)
                    await drive.settled(app)
                    assert_as_large_as_drawn(screen, lesson, number, room, language)


def assert_as_large_as_drawn(screen: LessonScreen, lesson: Lesson, number: int, room: Room, language: str) -> None:
    """Assert that the step on screen takes the rows and columns of the drawing that was made without one."""
    step = lesson.steps[number]
    assert screen.open.visit is not None
    values = screen.open.visit.values
    result = step.lab.lab(**values) if step.lab is not None else None
    asked = tuple(question.ask(0) for question in step.questions)
    page = Page(lesson, number, Look(DARK, language), values, result, asked)
    if step.is_stage and room.holds_stages:
        # It takes the whole screen, whatever stands on it: `render.stage` says how, and `tutor check` holds it to that.
        assert 0 == screen.reader.max_scroll_y, step.id
        return
    height = len(page_lines(page, room))
    if room.beside:
        if height > room.height:
            assert screen.reader.max_scroll_y > 0, step.id
        if room is LOW:
            # Where a bar comes and goes it takes a column, and everything may be a little taller.
            return
        assert 0 == screen.reader.max_scroll_y, step.id
        # The end of a lesson stands between its last step and what leads on: what it says is in the record.
        ending = screen.reader.ending
        end = ending.outer_size.height + ending.styles.margin.height if ending.display else 0
        assert screen.reader.next_row.virtual_region.bottom == height + end, step.id
        assert screen.reader.prose.content_size.width == room.text_width(step), step.id
    # Where a lab is hidden, its place may be taken by the picture of a program.
    if step.lab is not None and not step.lab.hidden and screen.query_one(LabPanel).display:
        panel = screen.query_one(LabPanel)
        assert panel.content_size.width == room.lab_width, step.id
        parts = (panel.table, panel.controls, panel.readouts)
        rows = sum(1 + part.size.height for part in parts if part.display)
        assert result is not None
        charts = [LEAST_CHART for drawing in result.drawings if isinstance(drawing, Figure)]
        if not screen.open.visit.is_veiled and room is WIDE and len(charts) == len(result.drawings):
            lab = lab_lines(page, room)
            assert lab is not None
            assert rows + sum(charts) == lab.height(room), step.id


def test_without_labs_only_what_needs_none_is_laid_out(tuning: Path) -> None:
    lab = tuning / "labs" / "pitch.py"
    lab.write_text("raise RuntimeError('run')\n" + lab.read_text(encoding="utf-8"), encoding="utf-8")
    assert () == lint_screens(reading_of(tuning, run_labs=False))


def test_a_formula_that_cannot_be_laid_out_is_found_at_its_column(tuning: Path) -> None:
    path = tuning / "01-twelve-keys" / "lesson.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("$2^{1/12}$", "$2^{1/12} + \\nosuchthing$"), encoding="utf-8")
    (finding,) = lint_screens(reading_of(tuning))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert ("mathematics", True) == (finding.kind, finding.severe)
    assert lines[finding.place.line - 1][finding.place.column - 1 :].startswith("\\nosuchthing")


def test_a_displayed_formula_is_found_at_its_line_and_column(tuning: Path) -> None:
    path = tuning / "01-twelve-keys" / "lesson.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("$$ s^{12} = 2,", "$$\ns^{12} = 2\n+ \\nosuchthing,"), encoding="utf-8")
    (finding,) = lint_screens(reading_of(tuning))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[finding.place.line - 1][finding.place.column - 1 :].startswith("\\nosuchthing")
