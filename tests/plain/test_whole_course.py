"""The course can be gone through line by line, from its first step to its last, and leaves the same record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import NOW
from tests.learner.samples import numbered
from tests.plain.dialogue import LESSONS, Dialogue, attempts_in, hold, questions_without_context, wrong_with
from tests.plain.script import lines_for, made
from tests.trusted import standing_course
from tutor.course.entry import Sliders
from tutor.course.model import Lesson
from tutor.course.outline import load_outline
from tutor.course.prose import Words
from tutor.language import INTERFACE_LANGUAGES, Text
from tutor.learner.attempts import Attempt
from tutor.learner.calibration import Sureness
from tutor.learner.store import Store
from tutor.plain.refusals import messages as refusals
from tutor.plain.talk import Silent
from tutor.program import Job, Ran
from tutor.session.lesson import OpenLesson
from tutor.session.runner import DirectRunner
from tutor.session.session import Session
from tutor.worker.programs import Programs

WHY = [
    re.escape(text.in_(language).split("“")[0].split("{")[0].strip())
    for text in vars(refusals).values()
    if isinstance(text, Text)
    for language in INTERFACE_LANGUAGES
]
REFUSED = re.compile(
    r"^(Not yet\.|아직 아닙니다\.)|unknown here|모르는 말|not possible here|지금은 할 수|no setting|그런 설정이|^"
    + "|^".join(WHY),
    re.M,
)

SIGNS = frozenset("·●○→")
"""Those that are said in words."""


def prompts_of(lessons: Sequence[Lesson], language: str) -> list[str]:
    """Return the first words of every prompt that is put, as far as they are words."""
    found = []
    for lesson in lessons:
        for question in lesson.questions:
            first = next(iter(question.prompt.in_(language).inlines()))
            found.append(first.text[:20] if isinstance(first, Words) and not SIGNS & {*first.text[:20]} else "")
    return found


def answered_without_a_front(lessons: Sequence[Lesson], record: Path) -> Sequence[Attempt]:
    """Answer every question right through the session, as any front does, and return what is in the record."""
    programs = Programs()

    def run_program(job: Job) -> Ran:
        ran = programs.start(job).outcome(None)
        assert ran is not None
        return ran

    with Store.open(record, clock=lambda: NOW) as store, closing(programs):
        session = Session(
            load_outline(LESSONS), store, clock=lambda: NOW, language="en", tell=print, new_uid=numbered(),
            runner=lambda: DirectRunner(run_program=run_program), loaded=standing_course(LESSONS),
        )  # fmt: skip
        for lesson in lessons:
            opened = OpenLesson(session, lesson, "", Silent())
            for number in range(len(lesson.steps)):
                opened.open(number)
                for answering in opened.visit.answerings:
                    assert answering.asking is not None
                    if isinstance(answering.entry, Sliders):
                        _set(opened, answering.entry)
                    response = answering.question.right_response(answering.asking.asked)
                    opened.visit.respond(answering, response)
                    answering.say_how_sure(Sureness.FAIRLY)
                opened.keep(0, active=True)
        return tuple(store.attempts(session.course_id))


def _set(opened: OpenLesson, entry: Sliders) -> None:
    visit = opened.visit
    if visit.runs and visit.values.get("frame"):
        visit.move({**visit.values, "frame": 0})
    for name, value in entry.example.items():
        if visit.values[name] != value:
            visit.move({**visit.values, name: value}, next((row for row in visit.rows if row.name == name), None))


def check(
    dialogue: Dialogue, lessons: Sequence[Lesson], language: str, attempts: Sequence[Attempt], home: Path
) -> None:
    assert (0, "") == (dialogue.code, dialogue.complained)
    assert [] == wrong_with(dialogue.said)
    assert [] == REFUSED.findall(dialogue.said)
    assert [] == questions_without_context(dialogue, prompts_of(lessons, language))
    headings = re.findall(r"(?m)^(?:Lesson|강의) \d+, ", dialogue.said)
    assert len(headings) >= sum(len(lesson.steps) for lesson in lessons)
    assert list(_comparable(attempts)) == list(_comparable(attempts_in(home)))


def _comparable(attempts: Sequence[Attempt]) -> Iterator[tuple[object, ...]]:
    for one in made(attempts):
        # A program is typed without its empty lines.
        yield tuple("\n".join(filter(str.strip, part.split("\n"))) if isinstance(part, str) else part for part in one)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_lesson_is_gone_through_line_by_line(language: str, tmp_path: Path) -> None:
    lesson = standing_course(LESSONS).lesson("perceptron")
    assert lesson is not None
    dialogue = hold([*lines_for([lesson])][:-1], tmp_path, "--at", "perceptron", language=language)
    attempts = answered_without_a_front([lesson], tmp_path / "other.sqlite3")
    check(dialogue, [lesson], language, attempts, tmp_path)


@pytest.mark.walk
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_whole_course_is_gone_through_line_by_line(language: str, tmp_path: Path) -> None:
    lessons = standing_course(LESSONS).lessons
    dialogue = hold(["", *lines_for(lessons), ""], tmp_path, language=language)
    attempts = answered_without_a_front(lessons, tmp_path / "other.sqlite3")
    check(dialogue, lessons, language, attempts, tmp_path)
    done = re.findall(r"(?m)^\d+\. .*: (?:done, \d+ steps|마침, \d+단계)$", dialogue.said)
    assert len(lessons) == len(done)
    assert re.search(r"(?m)^(The end of the course|강좌를 마치며): ", dialogue.said)


WRONG = ("1", "2 1", "-7.25", "hint", "answer", "working", "table", "[[1, 2]]", "no such thing")
HERE = ("state", "settings", "words", "code 1", "play", "step", "undo", "again", "program", "picture", "run", "check")


@pytest.mark.walk
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("lesson", [lesson.id for lesson in load_outline(LESSONS).lessons])
def test_whatever_is_typed_at_a_step_is_answered_in_lines_that_can_be_read(
    lesson: str, language: str, tmp_path: Path
) -> None:
    steps = load_outline(LESSONS).lesson(lesson)
    assert steps is not None
    lines = [line for _ in steps.steps for line in (*WRONG, *HERE, "next", *WRONG, "next", *HERE, "next")]
    dialogue = hold(lines, tmp_path, "--at", lesson, language=language)
    assert (0, "") == (dialogue.code, dialogue.complained)
    assert [] == wrong_with(dialogue.said)
    # In the code behind the numbers, a name in braces is Python.
    told = "".join(turn for turn in dialogue.turns if not turn.startswith("> code"))
    assert not re.search(r"\{\w+\}|Text\(variants|⟨", told)
