"""What a learner marks, writes and puts off; taking attempts away and bringing them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tutor.learner.notices import StoreNotice
from tutor.learner.places import Position, Visit
from tutor.learner.store import Merged, Reset, Store
from tutor.parameter import LONGEST_BOARD, LONGEST_PAST

from .samples import DAY, START, attempt

COURSE = "deep-learning"


class Clock:
    now = START

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite3"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(path, clock=clock, busy_ms=20) as store:
        yield store


def test_bookmarks_are_set_and_taken_away(store: Store):
    for step in ("a", "b", "c"):
        assert store.save_bookmark(COURSE, "cost", step, marked=True) is None
    store.save_bookmark(COURSE, "cost", "b", marked=False)
    store.save_bookmark(COURSE, "cost", "a", marked=True)
    assert ["c", "a"] == [bookmark.step for bookmark in store.bookmarks(COURSE)]


def test_notes_are_found_by_their_words_in_any_case_and_spelling(store: Store):
    store.save_note(COURSE, "cost", "a", "Mean of the SQUARES")
    store.save_note(COURSE, "cost", "b", "제곱의 평균")
    store.save_note(COURSE, "cost", "c", "gone")
    store.save_note(COURSE, "cost", "c", "")
    assert ["a", "b"] == [note.step for note in store.notes(COURSE)]
    assert ["a"] == [note.step for note in store.notes(COURSE, "squares mean")]
    assert ["b"] == [
        note.step for note in store.notes(COURSE, "\u1111\u1167\u11bc\u1100\u1172\u11ab")
    ]  # 평균, decomposed
    assert () == store.notes(COURSE, "squares cube")


def test_a_note_written_after_the_clock_was_set_back_replaces_the_one_before(store: Store, clock: Clock, path: Path):
    store.save_note(COURSE, "cost", "a", "first")
    clock.now -= DAY
    store.save_note(COURSE, "cost", "a", "second")
    with Store.open(path, clock=clock) as again:
        assert ["second"] == [note.text for note in again.notes(COURSE)]


def test_a_visit_grows_while_it_lasts(store: Store):
    for seconds in (0.0, 20.0, 50.0, 30.0):
        store.save_visit(Visit("v1", COURSE, "cost", "a", START, seconds))
    assert (Visit("v1", COURSE, "cost", "a", START, 50.0),) == store.visits(COURSE)
    assert () == store.visits("another")


def test_a_question_is_put_off_until_a_day(store: Store):
    store.snooze(COURSE, "half", date(2026, 3, 1))
    store.snooze(COURSE, "half", date(2026, 3, 5))
    assert {"half": date(2026, 3, 5)} == store.snoozed(COURSE)


def test_what_cannot_be_written_is_shown_all_the_same(store: Store, path: Path):
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert isinstance(store.save_note(COURSE, "cost", "a", "kept"), StoreNotice)
    store.save_bookmark(COURSE, "cost", "a", marked=True)
    store.save_visit(Visit("v1", COURSE, "cost", "a", START, 5.0))
    store.snooze(COURSE, "half", date(2026, 3, 1))
    store.save_position(Position(COURSE, "cost", "a", START))
    for _ in range(2):
        assert ["kept"] == [note.text for note in store.notes(COURSE)]
        assert 1 == len(store.bookmarks(COURSE)) == len(store.visits(COURSE)) == len(store.snoozed(COURSE))
        assert 1 == len(store.positions(COURSE))
        if holder.in_transaction:
            holder.execute("ROLLBACK")
            assert store.save_setting("theme", "dark") is None
    holder.close()


@pytest.fixture
def full(store: Store) -> Store:
    for lesson, question in (("cost", "half"), ("cost", "two"), ("xor", "and"), ("xor", "half")):
        store.record(attempt(question, lesson=lesson))
    for lesson in ("cost", "xor"):
        store.save_position(Position(COURSE, lesson, "start", START))
        store.save_visit(Visit(f"v-{lesson}", COURSE, lesson, "start", START, 9.0))
    store.snooze(COURSE, "half", date(2026, 3, 1))
    store.save_note(COURSE, "cost", "start", "mine")
    store.save_setting("language", "ko")
    return store


def asked(store: Store) -> list[tuple[str, str]]:
    return [(entry.lesson, entry.question) for entry in store.attempts(COURSE)]


def test_a_lesson_is_reset_and_restored(full: Store):
    before = full.attempts(), full.positions(COURSE), full.visits(COURSE)
    reset = full.reset(COURSE, lesson="cost")
    assert isinstance(reset, Reset)
    assert 2 == reset.attempts
    assert [("xor", "and"), ("xor", "half")] == asked(full)
    assert ["xor"] == [position.lesson for position in full.positions(COURSE)]
    assert ["v-xor"] == [visit.uid for visit in full.visits(COURSE)]
    full.save_setting("language", "en")
    merged = full.restore(reset.backup)
    assert Merged(2, 2, None) == merged
    assert before[0] == full.attempts()
    assert {visit.uid for visit in before[2]} == {visit.uid for visit in full.visits(COURSE)}
    assert {"language": "en"} == full.settings()


def test_a_question_is_reset_wherever_it_was_asked(full: Store):
    reset = full.reset(COURSE, questions=["half"])
    assert isinstance(reset, Reset)
    assert [("cost", "two"), ("xor", "and")] == asked(full)
    assert {} == full.snoozed(COURSE)
    assert 2 == len(full.positions(COURSE))


def test_a_reset_of_everything_leaves_notes_settings_and_other_courses(full: Store):
    full.record(attempt(course="another"))
    reset = full.reset(COURSE)
    assert isinstance(reset, Reset)
    assert 4 == reset.attempts
    assert ["another"] == [entry.course for entry in full.attempts()]
    assert () == full.positions(COURSE) == full.visits(COURSE)
    assert ["mine"] == [note.text for note in full.notes(COURSE)]
    assert {"language": "ko"} == full.settings()


def test_undoing_a_reset_keeps_what_was_answered_since(full: Store):
    reset = full.reset(COURSE)
    assert isinstance(reset, Reset)
    full.record(attempt("since", at=START + DAY))
    full.restore(reset.backup)
    assert ["half", "two", "and", "half", "since"] == [question for _, question in asked(full)]


def test_resets_are_undone_one_after_the_other_the_last_one_first(full: Store):
    everything = asked(full)
    full.reset(COURSE, lesson="cost")
    full.record(attempt("since", lesson="xor", at=START + DAY))
    full.reset(COURSE, lesson="xor")
    assert [] == asked(full)
    assert Merged(3, 0, None) == full.undo_reset()
    assert [("xor", "and"), ("xor", "half"), ("xor", "since")] == asked(full)
    assert Merged(2, 2, None) == full.undo_reset()
    assert [*everything, ("xor", "since")] == asked(full)
    assert full.undo_reset() is None


def test_more_than_nine_resets_in_one_second_are_undone_in_order(full: Store):
    for number in range(12):
        full.record(attempt(f"q{number}", lesson=f"l{number}"))
    for number in range(12):
        full.reset(COURSE, lesson=f"l{number}")
    for number in reversed(range(12)):
        full.undo_reset()
        assert {f"q{later}" for later in range(number, 12)} <= {question for _, question in asked(full)}
        assert f"q{number - 1}" not in {question for _, question in asked(full)}


def test_what_is_copied_before_a_reset_is_one_file_and_stays_one(full: Store, path: Path):
    reset = full.reset(COURSE)
    assert isinstance(reset, Reset)
    full.restore(reset.backup)
    beside = {entry.name for entry in path.parent.iterdir() if entry.name.startswith(reset.backup.name)}
    assert {reset.backup.name} == beside


def test_every_reset_keeps_its_own_copy(full: Store):
    resets = [full.reset(COURSE, lesson=lesson) for lesson in ("cost", "xor")]
    assert {reset.backup for reset in resets if isinstance(reset, Reset)} == set(full.backups())
    assert 2 == len(full.backups())


def test_nothing_is_reset_where_no_copy_can_be_made(full: Store, path: Path):
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    result = full.reset(COURSE)
    assert isinstance(result, StoreNotice)
    holder.execute("ROLLBACK")
    holder.close()
    assert 4 == len(full.attempts())


def test_a_backup_that_is_gone_or_damaged_is_a_notice_and_changes_nothing(full: Store, tmp_path: Path):
    assert isinstance(full.restore(tmp_path / "gone.sqlite3"), StoreNotice)
    (tmp_path / "bad.sqlite3").write_bytes(b"nothing of the kind" * 100)
    assert isinstance(full.restore(tmp_path / "bad.sqlite3"), StoreNotice)
    assert 4 == len(full.attempts())


def test_a_word_that_a_lab_is_set_to_may_be_as_long_as_any_parameter_takes(store: Store, path: Path) -> None:
    """All points on a plane, or all that was set at earlier steps: longer than the name of anything."""
    for number, length in enumerate((600, LONGEST_BOARD, LONGEST_PAST)):
        values = {"own": "1" * length}
        store.save_position(Position(COURSE, "xor-training", f"step-{number}", START + number, values, 0))
    with Store.open(path, clock=lambda: START) as again:
        assert [600, LONGEST_BOARD, LONGEST_PAST] == [
            len(str(one.parameters["own"])) for one in again.positions(COURSE)
        ]
