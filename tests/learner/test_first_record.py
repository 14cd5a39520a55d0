"""A learner's record as the first version wrote it: whatever becomes of lessons and formats, nothing of it is lost.

`tests/records` holds forty days of one learner: the record, what `tutor export` made of it then, and a list of every
attempt. They are never written anew.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.learner.attempts import Attempt
from tutor.learner.days import Calendar
from tutor.learner.progress import attempts_at, outline_of, progress_of
from tutor.learner.schedule import Schedule
from tutor.learner.store import Merged, Store
from tutor.learner.survey import survey_of
from tutor.learner.transfer import export, import_into

from .tour import LESSONS

RECORDS = Path(__file__).parent.parent / "records"
COURSE = "deep-learning"
NOW = 1_793_300_000_000
"""A few hours after the last entry, in milliseconds."""
ATTEMPTS: list[dict[str, Any]] = json.loads((RECORDS / "attempts.json").read_text(encoding="utf-8"))

Row = dict[str, Any]


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: NOW)


def written(table: str) -> list[Row]:
    """Return the rows of the first record, read without any code of ours."""
    file = f"{(RECORDS / 'record.sqlite3').as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(file, uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]


def sorted_rows(rows: list[Row]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Store]:
    """The first record, opened as it is."""
    with opened(Path(shutil.copy(RECORDS / "record.sqlite3", tmp_path / "record.sqlite3"))) as store:
        yield store


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[Store]:
    """An empty record into which the first export was imported."""
    with opened(tmp_path / "imported.sqlite3") as store:
        assert Merged(len(ATTEMPTS), 0, None) == import_into(store, RECORDS / "export.jsonl")
        yield store


@pytest.fixture(params=["opened", "imported", "opened, exported, imported", "imported, exported, imported"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The record, as it came here in each of the ways in which it can come."""
    name = "record" if request.param.startswith("opened") else "imported"
    source: Store = request.getfixturevalue(name)
    if "exported" not in request.param:
        yield source
        return
    assert len(ATTEMPTS) == export(source, tmp_path / "again.jsonl")
    with opened(tmp_path / "again.sqlite3") as arrived:
        assert Merged(len(ATTEMPTS), 0, None) == import_into(arrived, tmp_path / "again.jsonl")
        yield arrived


@cache
def course() -> Course:
    return standing_course(LESSONS)


def test_every_attempt_is_there_with_all_that_was_noted_of_it(store: Store):
    found = [{name: attempt._asdict()[name] for name in ATTEMPTS[0]} for attempt in store.attempts()]
    assert sorted_rows(ATTEMPTS) == sorted_rows(found)
    assert {row["uid"]: row["turn"] for row in written("attempts")} == {one.uid: one.turn for one in store.attempts()}
    assert store.take_notice() is None


def test_every_visit_position_bookmark_and_note_is_there(store: Store):
    for table, items in (
        ("visits", store.visits(COURSE)),
        ("bookmarks", store.bookmarks(COURSE)),
        ("notes", store.notes(COURSE)),
    ):
        rows = [row | ({"marked": bool(row["marked"])} if "marked" in row else {}) for row in written(table)]
        assert rows
        assert sorted_rows(rows) == sorted_rows([item._asdict() for item in items])
    positions = [row | {"parameters": json.loads(row["parameters"])} for row in written("positions")]
    assert sorted_rows(positions) == sorted_rows([position._asdict() for position in store.positions(COURSE)])
    assert ["why squared and not |e|? 왜 제곱일까", "two lines"] == [note.text for note in store.notes(COURSE)]


def test_the_setting_stays_with_the_machine(record: Store, imported: Store):
    assert {row["name"]: row["value"] for row in written("settings")} == record.settings() == {"language": "ko"}
    assert {} == imported.settings()


def test_the_first_export_and_the_first_record_hold_the_same(record: Store, tmp_path: Path):
    assert Merged(0, len(ATTEMPTS), None) == import_into(record, RECORDS / "export.jsonl")
    export(record, tmp_path / "mine.jsonl")
    ours, first = (
        [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for file in (tmp_path / "mine.jsonl", RECORDS / "export.jsonl")
    )
    for line in first:
        if "attempts" in line:
            # Nobody was asked then how sure they were.
            line["attempts"]["sure"] = 0
    assert sorted_rows(first) == sorted_rows(ours)


def still_asked(attempts: tuple[Attempt, ...], asked: Course) -> list[Attempt]:
    """Return the attempts that still say something, worked out one by one."""
    revisions = {question.id: question.revision for _, _, question in asked.all_questions()}
    names = {former: question.id for _, _, question in asked.all_questions() for former in question.was}
    return [one for one in attempts if revisions.get(names.get(one.question, one.question)) == one.revision]


def test_progress_counts_what_the_lessons_of_today_still_ask(store: Store):
    mine = store.attempts(COURSE)
    counted = still_asked(mine, course())
    visited = {(row["lesson"], row["step"]) for row in written("visits")}
    assert visited == store.visited(COURSE)
    progress = progress_of(outline_of(course()), attempts_at(course(), mine), visited)
    asked = {question.id for _, _, question in course().all_questions()}
    right = {one.question for one in counted if one.right and not one.revealed} & asked
    tried = {one.question for one in counted} & asked
    assert len(right) == sum(lesson.right for lesson in progress.lessons.values())
    assert len(tried) == sum(lesson.tried for lesson in progress.lessons.values())
    assert 0 < progress.share <= 1


def test_the_review_of_the_record_can_be_folded_and_surveyed(store: Store):
    schedule = Schedule(course(), store, clock=lambda: NOW, calendar=Calendar(UTC))
    schedule.refresh()
    counted = still_asked(store.attempts(COURSE), course())
    # A prediction is no recall.
    assert {one.question for one in counted if one.kind != "predict"} == set(schedule.memories)
    assert {memory.question for memory in schedule.due()} <= set(schedule.memories)
    survey = survey_of(schedule, store.visits(COURSE))
    responses = Counter(one.right for one in counted if not one.revealed)
    assert (responses.total(), responses[True]) == (survey.attempts, survey.right)


def test_what_no_longer_belongs_to_a_question_is_kept_and_does_not_count(store: Store, tmp_path: Path):
    counted = {one.question for one in still_asked(store.attempts(COURSE), course())}
    gone = next(lesson for lesson in course().lessons if any(asked.id in counted for asked in lesson.questions))
    rest = [lesson for lesson in course().lessons if lesson is not gone]
    fewer = replace(course(), lessons=tuple(rest))
    lost = [one for one in store.attempts(COURSE) if one.question in {asked.id for asked in gone.questions}]
    assert lost
    left = attempts_at(fewer, store.attempts(COURSE))
    assert not {one.uid for one in lost} & {one.uid for one in left}
    Schedule(fewer, store, clock=lambda: NOW, calendar=Calendar(UTC)).refresh()
    assert progress_of(outline_of(fewer), left, store.visited(COURSE)).lessons.keys() == {one.id for one in rest}
    # Neither the record nor what is exported from it follows the course.
    assert {row["uid"] for row in written("attempts")} == {one.uid for one in store.attempts()}
    assert len(ATTEMPTS) == export(store, tmp_path / "all.jsonl")
