"""What a program can import: the learner's own earlier functions, and where there is none the author's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.learner.samples import START, numbered
from tests.trusted import outline_in, standing_course
from tutor.course.loader import load_lesson
from tutor.course.model import Lesson
from tutor.course.outline import Outline
from tutor.course.questions import Question
from tutor.learner.attempts import Attempt, During
from tutor.learner.store import Store
from tutor.session.runner import DirectRunner
from tutor.session.session import Session

LESSONS = Path(__file__).parents[2] / "lessons"
OWN = "def {name}(*arguments):\n    return {number}\n"


def made(question: Question, response: str, number: int, *, right: bool = True, revision: str = "") -> Attempt:
    return Attempt(
        f"{number:032x}", "deep-learning", "xor-training", question.id, question.kind, revision or question.revision, 0,
        response, right, START + number, 1.0, "", 0, False, During.LESSON,
    )  # fmt: skip


def test_a_program_imports_the_latest_that_its_learner_got_right_and_for_the_others_the_authors(tmp_path: Path) -> None:
    course = standing_course(LESSONS)
    known = {one.id: one for _, _, one in course.all_questions()}
    training = known["write-train"]
    used = [known[name] for name in training.uses]
    assert used
    first = used[0]
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START) as store:
        session = Session(
            outline_in(LESSONS), store, clock=lambda: START, language="en", runner=DirectRunner,
            tell=lambda _: None, new_uid=numbered(), loaded=course,
        )  # fmt: skip
        assert "" == session.mine(known["write-cost"])
        authors = [one.right_response(one.shown(0)).strip() for one in used]
        assert all(program in session.mine(training) for program in authors)
        responses = [OWN.format(name="first", number=number) for number in range(4)]
        store.record(made(first, responses[0], 1))
        store.record(made(first, responses[1], 2))
        store.record(made(first, responses[2], 3, right=False))
        store.record(made(first, responses[3], 4, revision="of another exercise"))
        mine = session.mine(training)
    assert responses[1] in mine
    assert not any(response in mine for response in (responses[0], *responses[2:]))
    assert authors[0] not in mine
    assert all(program in mine for program in authors[1:])


def test_of_the_course_no_more_is_read_than_the_lessons_of_what_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = standing_course(LESSONS)
    known = {one.id: one for _, _, one in course.all_questions()}
    training = known["write-train"]
    wanted = {lesson.id for lesson, _, one in course.all_questions() if one.id in training.uses}
    read: list[str] = []

    def load(outline: Outline, lesson: str, *, run_labs: bool) -> Lesson:
        read.append(lesson)
        return load_lesson(outline, lesson, run_labs=run_labs)

    monkeypatch.setattr("tutor.course.loader.load_lesson", load)
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START) as store:
        session = Session(
            outline_in(LESSONS), store, clock=lambda: START, language="en", runner=DirectRunner,
            tell=lambda _: None, new_uid=numbered(),
        )  # fmt: skip
        session.mine(training)
        mine = session.mine(training)
    assert wanted == set(read)
    assert len(wanted) == len(read)
    assert all(known[name].right_response(known[name].shown(0)).strip() in mine for name in training.uses)
