"""A lesson on the full screen and the same lesson line by line leave the same record, row for row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Stream
from tests.learner.samples import numbered
from tests.plain.script import lines_to_answer
from tests.programs_here import run_here
from tests.trusted import outline_in, standing_course
from tests.walks import some_now
from tutor.cli import run
from tutor.cli.world import World
from tutor.course.entry import Entry, Options, Sliders, Typed, Written
from tutor.course.model import Lesson
from tutor.course.questions import Question
from tutor.lab import Timeline, Value
from tutor.learner.paths import record_path
from tutor.learner.store import Store
from tutor.learner.survey import survey_of
from tutor.program import Job, Ran
from tutor.session.runner import DirectRunner
from tutor.session.session import SURE_SETTING, Session
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.question import QuestionView
from tutor.worker.programs import Programs

from .conftest import LESSONS, NOON, OpenApp, StillClock, Walk

THINKS, READS = 20, 10
"""Seconds before an answer, and before one goes on."""
TALL = (140, 120)
"""The size of a screen on which no step scrolls: how far down one was is no matter of the dialogue."""
NAMES = [lesson.id for lesson in standing_course(LESSONS).lessons]


# -- line by line ------------------------------------------------------------------------------------------------------


class Spoken(Stream):
    """Lines that are typed, with a line like "+20" for seconds that pass before the next."""

    def __init__(self, lines: Sequence[str], clock: StillClock) -> None:
        super().__init__("".join(f"{line}\n" for line in lines).encode())
        self.clock = clock

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        if line.startswith("+"):
            self.clock.pass_seconds(int(line))
            return self.readline(size)
        return line


def lines_for(lesson: Lesson) -> Iterator[str]:
    """Yield what is typed for a lesson: a hint and a miss, a bookmark, a term, a step of each film, every answer."""
    for number, step in enumerate(lesson.steps):
        values: Mapping[str, Value] = step.lab.values if step.lab is not None else {}
        if number == 1:
            yield from ("bookmark", "words")
        for question in step.questions:
            asked = question.ask(0)
            if question.single_try and question.lab is not None:
                values = asked.values
            answered, values = lines_to_answer(question, asked, values)
            if misses(question):
                yield from (f"+{THINKS}", "hint", "12345")
            yield from (f"+{THINKS}", *answered)
            if question.single_try:
                yield "2"
            if question is not step.questions[-1]:
                yield ""
        yield f"+{READS}"
        if has_film(step.lab):
            yield "step"
        yield "quit" if step is lesson.steps[-1] else "next"


def misses(question: Question) -> bool:
    """Return whether a question is missed once, after a hint."""
    entry = question.entry(question.ask(0))
    return isinstance(entry, Typed) and not entry.letters and not question.single_try and "number" in question.kind


def has_film(use: Any) -> bool:
    """Return whether a step of a film can be taken once all is answered."""
    return use is not None and any(isinstance(use.lab.parameters[name], Timeline) for name in use.show)


def line_by_line(lesson: Lesson, home: Path) -> Path:
    """Go through a lesson line by line, and return the record."""
    clock = StillClock()
    out, err = Stream(), Stream()
    variables = {"TUTOR_HOME": str(home), "LANG": "en_GB.UTF-8"}
    typed = Spoken([*lines_for(lesson)], clock)
    assert run(["--plain", "--lang", "en", "--at", lesson.id], World(variables, typed, out, err, clock)) == 0
    assert err.held == b""
    return record_path(variables, "")


# -- the full screen ---------------------------------------------------------------------------------------------------


async def on_screen(walk: Walk, lesson: Lesson) -> None:
    """Go through a lesson with the keys of the full screen, as the lines do."""
    for number, step in enumerate(lesson.steps):
        if number == 1:
            await walk.press("m", "d", "escape")
        for question in step.questions:
            if misses(question):
                walk.clock.pass_seconds(THINKS)
                await focus(walk, question)
                await walk.press("h")
                await focus(walk, question)
                await walk.press(*"12345", "enter")
                keep(walk)
            walk.clock.pass_seconds(THINKS)
            await answer(walk, question)
            if question.single_try:
                await walk.press("2")
            keep(walk)
        walk.clock.pass_seconds(READS)
        if has_film(step.lab):
            await move_film(walk)
            keep(walk)
        await walk.press("ctrl+q" if step is lesson.steps[-1] else "n")


def keep(walk: Walk) -> None:
    """Keep how the step stands, as the screen does every few seconds."""
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    screen.keep_position()


def view_of(walk: Walk, question: Question) -> QuestionView:
    views = (one for one in walk.app.screen.query(QuestionView) if one.answering is not None)
    return next(one for one in views if one.answering is not None and one.answering.question.id == question.id)


async def focus(walk: Walk, question: Question) -> None:
    await walk.settled()
    assert view_of(walk, question).focus_entry()
    await walk.settled()


async def answer(walk: Walk, question: Question) -> None:
    """Answer a question right with the keys."""
    view = view_of(walk, question)
    assert view.answering is not None
    assert view.answering.asking is not None
    asked = view.answering.asking.asked
    entry: Entry | None = view.answering.entry
    right = question.right_response(asked)
    match entry:
        case Sliders(example=example):
            await set_all(walk, question, example)
            await walk.settled()
            view.check()
        case Options():
            await focus(walk, question)
            await choose(walk, entry, [int(number) for number in right.split(",")])
        case Written():
            await focus(walk, question)
            await walk.press("f7")
            lines = [line for line in right.splitlines() if line.strip()]
            await paste(walk, "\n".join(lines) + "\n")
            await walk.press("ctrl+r")
        case _:
            await focus(walk, question)
            await walk.press("home", "ctrl+k")
            await walk.press(*"; ".join(right.splitlines()), "enter")
    await walk.settled()


async def choose(walk: Walk, entry: Options, right: list[int]) -> None:
    if entry.mode in ("one", "many"):
        for option in right:
            await walk.press(str(entry.shown.index(option) + 1))
    else:
        order = list(entry.shown)
        for place, option in enumerate(right):
            at = order.index(option)
            await walk.press(*["up"] * len(order), *["down"] * at)
            await walk.press(*["shift+up"] * (at - place))
            order.insert(place, order.pop(at))
    await walk.press("enter")


async def paste(walk: Walk, text: str) -> None:
    from textual.events import Paste

    walk.app.post_message(Paste(text))
    await walk.settled()


async def set_all(walk: Walk, question: Question, example: Mapping[str, Value]) -> None:
    """Move the controls to where a question wants them, each by typing its value or going from option to option."""
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    visit = screen.open.visit
    if question.lab is not None and question.lab.runs and visit.values.get("frame"):
        await set_one(walk, "frame", 0)
    for name, value in example.items():
        if visit.values.get(name) != value or name == "frame":
            await set_one(walk, name, value)


async def set_one(walk: Walk, name: str, value: Value) -> None:
    """Set one parameter: among those beside the picture with keys, any other as its sheet would."""
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    visit = screen.open.visit
    controls = next(one for one in screen.query(Controls) if one.rows and one.rows[0] in visit.rows)
    at = next((place for place, row in enumerate(controls.rows) if row.name == name), None)
    if at is None or isinstance(value, tuple):
        entries = value if isinstance(value, tuple) else ()
        rows = [row for row in controls.rows if row.name == name]
        for row, one in zip(rows, entries, strict=False):
            if row.value(visit.values) != one:
                await type_into(walk, controls, controls.rows.index(row), one)
        if not rows:
            visit.move({**visit.values, name: value})
        return
    await type_into(walk, controls, at, value)


async def type_into(walk: Walk, controls: Controls, at: int, value: Value) -> None:
    controls.focus()
    await walk.press(*["up"] * len(controls.rows), *["down"] * at)
    row = controls.rows[at]
    if isinstance(value, bool | str):
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        await walk.press("home")
        for _ in range(30):
            if row.value(screen.open.visit.values) == value:
                return
            await walk.press("right")
        raise AssertionError(f"{row.name} does not become {value}")
    await walk.press(*f"{value:g}", "enter")


async def move_film(walk: Walk) -> None:
    """Take one step of the film of the open step."""
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    visit = screen.open.visit
    controls = next(one for one in screen.query(Controls) if one.rows and one.rows[0] in visit.rows)
    at = next(place for place, row in enumerate(controls.rows) if isinstance(row.parameter, Timeline))
    controls.focus()
    await walk.press(*["up"] * len(controls.rows), *["down"] * at, "right")


# -- both --------------------------------------------------------------------------------------------------------------


def rows_in(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of a record, without its number and, of a place, how far down the screen one had scrolled."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with Store.open(path, clock=lambda: NOON) as store:
        for table, item in store.everything():
            told = item._asdict() if hasattr(item, "_asdict") else vars(item)
            row = tuple((name, value) for name, value in told.items() if name not in ("uid", "scroll", "turn"))
            found.setdefault(table.name, []).append(row)
    return {name: sorted(rows, key=repr) for name, rows in found.items() if name != "settings"}


def standing_in(path: Path, clock: StillClock) -> tuple[object, ...]:
    """Return what follows from a record: what comes back when, and how well each skill is known."""
    with Store.open(path, clock=clock) as store:
        session = Session(
            outline_in(LESSONS), store, clock=clock, language="en", tell=print, new_uid=numbered(),
            runner=lambda: DirectRunner(run_program=run_here), loaded=standing_course(LESSONS),
        )  # fmt: skip
        schedule = session.make_schedule()
        survey = survey_of(schedule, store.visits(session.course_id))
        known = [(one.lesson, skill.step, skill.known) for one in survey.lessons for skill in one.skills]
        return schedule.memories, known, session.next_place(session.progress()), session.last_place()


@pytest.fixture
def programs() -> Iterator[Programs]:
    """What runs programs in a process of their own, as both fronts have it."""
    with closing(Programs()) as made:
        yield made


def in_a_process(programs: Programs) -> Callable[[Job], Ran]:
    def run_program(job: Job) -> Ran:
        ran = programs.start(job).outcome(None)
        assert ran is not None
        return ran

    return run_program


@some_now("name", NAMES, ["xor"])
async def test_both_fronts_leave_the_same_record(
    name: str, open_app: OpenApp, clock: StillClock, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.ui.screens.lesson.KEEP_EVERY", 3600.0)
    lesson = standing_course(LESSONS).lesson(name)
    assert lesson is not None
    screen_record = tmp_path / "screen.sqlite3"
    with Store.open(screen_record, clock=clock) as store:
        store.save_setting(SURE_SETTING, "on")
        runner = DirectRunner(run_program=in_a_process(programs))
        at = (lesson.id, lesson.steps[0].id)
        async with open_app(at=at, course=outline_in(LESSONS), record=store, runner=runner, size=TALL) as walk:
            await on_screen(walk, lesson)
    plain_record = line_by_line(lesson, tmp_path / "plain")
    left, right = rows_in(screen_record), rows_in(plain_record)
    assert len(left["attempts"]) >= len(lesson.questions)
    for table in left | right:
        assert [] == [row for row in left.get(table, []) if row not in right.get(table, [])], table
        assert left.get(table) == right.get(table), table
    assert standing_in(screen_record, clock) == standing_in(plain_record, clock)
