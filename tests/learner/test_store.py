from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.language import INTERFACE_LANGUAGES
from tutor.learner import schema
from tutor.learner.attempts import Attempt, During, random_uid, system_clock
from tutor.learner.notices import NoticeKind
from tutor.learner.paths import learner_of, record_path
from tutor.learner.places import Position, Visit
from tutor.learner.progress import progress_of
from tutor.learner.store import Store

from .samples import DAY, HOUR, START, attempt


def opened(path: Path, **others: object) -> Store:
    return Store.open(path, clock=lambda: START, busy_ms=20, **others)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "record.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with opened(path) as store:
        yield store


def responses(store: Store) -> list[str]:
    return [entry.response for entry in store.attempts()]


def responses_in(path: Path) -> list[str]:
    with opened(path) as store:
        return responses(store)


def test_what_was_recorded_is_there_after_a_restart(path: Path):
    made = [attempt(at=START + number, hints=number, revealed=number == 2) for number in range(3)]
    with opened(path) as store:
        assert [None] * 3 == [store.record(entry) for entry in made]
        in_session = store.attempts()
    with opened(path) as store:
        assert store.take_notice() is None
        assert in_session == store.attempts()
    assert [(entry.uid, entry.response, entry.hints, entry.revealed, entry.turn) for entry in in_session] == [
        (entry.uid, entry.response, entry.hints, entry.revealed, entry.at) for entry in made
    ]


def test_attempts_of_one_course_come_without_the_others(store: Store):
    store.record(attempt(course="a"))
    store.record(attempt(course="b"))
    assert ["b"] == [entry.course for entry in store.attempts("b")]
    assert 2 == len(store.attempts())


def test_the_same_attempt_counts_once(store: Store):
    made = attempt()
    assert store.record(made) is None
    assert store.record(made) is None
    assert 1 == len(store.attempts())


def test_any_text_can_be_a_response(store: Store):
    odd = ["", "[[1, 2], [3, 4]]", "소프트맥스", "'; DROP TABLE attempts; --", "a\x00b", "\ud800", "𝑥" * 5000]
    for text in odd:
        assert store.record(attempt(response=text)) is None
    assert [text.replace("\ud800", "?") for text in odd] == responses_in(store.path)


def test_attempts_keep_their_order_when_the_clock_is_set_back(store: Store):
    assert store.record(attempt(response="first", at=START + DAY)) is None
    notice = store.record(attempt(response="second", at=START))
    assert notice is not None
    assert (NoticeKind.CLOCK, True) == (notice.kind, notice.saved)
    assert store.record(attempt(response="third", at=START + HOUR)) is None  # said once
    assert store.record(attempt(response="fourth", at=START + 2 * DAY)) is None
    assert ["first", "second", "third", "fourth"] == responses(store)
    assert START == store.attempts()[1].at  # the day on which it was answered is not made up
    assert responses(store) == responses_in(store.path)


def test_positions_come_back_exactly_with_the_last_one_last(path: Path):
    first = Position("deep-learning", "cost", "start", START, {"W": 0.1, "kind": "mse", "bias": True}, 7)
    second = Position("deep-learning", "xor", "gates", START + 1, {"p": (0.1, 0.25), "epoch": 40})
    with opened(path) as store:
        assert store.position("deep-learning") is None
        for position in (first, second):
            assert store.save_position(position) is None
    with opened(path) as store:
        got = store.position("deep-learning")
        assert got is not None
        assert (second.lesson, second.step, second.parameters) == (got.lesson, got.step, got.parameters)
        of_cost = store.position("deep-learning", "cost")
        assert of_cost is not None
        assert (first.parameters, 7) == (of_cost.parameters, of_cost.scroll)
        assert store.position("deep-learning", "xor", "other") is None
        store.save_position(Position("deep-learning", "cost", "start", START - DAY))
        assert ["gates", "start"] == [entry.step for entry in store.positions("deep-learning")]
        assert store.positions("another") == ()


def test_settings_are_kept(path: Path):
    with opened(path) as store:
        assert {} == store.settings()
        store.save_setting("language", "ko")
        store.save_setting("language", "en")
        store.save_setting("theme", "light")
    with opened(path) as store:
        assert {"language": "en", "theme": "light"} == store.settings()


def test_two_stores_on_one_file_see_each_other(path: Path):
    with opened(path) as one, opened(path) as other:
        assert () == one.attempts()
        other.record(attempt(response="from the other", at=START))
        one.record(attempt(response="from this", at=START + 1))
        assert ["from the other", "from this"] == responses(one) == responses(other)


def test_a_record_of_the_first_version_is_brought_up_to_date_and_keeps_everything(path: Path):
    path.parent.mkdir()
    old = sqlite3.connect(path, isolation_level=None)
    schema.migrate(old, 1)
    old.execute(
        "INSERT INTO attempts VALUES ('u1', 'c', 'l', 'q', 'number', 'r1', 1, '4.67', 1, 5, 2.5, '', 2, 0, 'lesson', 5)"
    )
    old.execute("INSERT INTO settings VALUES ('language', 'ko')")
    old.execute("INSERT INTO positions VALUES ('c', 'l', 's', '{\"W\": 2}', 3, 5, 5)")
    assert (1,) == old.execute("PRAGMA user_version").fetchone()
    old.close()
    with opened(path) as store:
        assert store.take_notice() is None
        assert ["u1"] == [entry.uid for entry in store.attempts()]
        assert {"language": "ko"} == store.settings()
        assert store.position("c") == Position("c", "l", "s", 5, {"W": 2}, 3, 5)
        assert store.record(attempt()) is None
    now = sqlite3.connect(path)
    assert (schema.LATEST,) == now.execute("PRAGMA user_version").fetchone()
    now.close()


def test_a_record_by_a_newer_version_is_shown_and_not_written(path: Path):
    with opened(path) as store:
        store.record(attempt(response="old"))
    newer = sqlite3.connect(path)
    newer.execute("ALTER TABLE attempts ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    newer.execute(f"PRAGMA user_version = {schema.LATEST + 1}")
    newer.close()
    before = path.read_bytes()
    with opened(path) as store:
        notice = store.take_notice()
        assert notice is not None
        assert NoticeKind.NEWER == notice.kind
        assert store.take_notice() is None
        notice = store.record(attempt(response="new"))
        assert notice is not None
        assert (NoticeKind.NEWER, 1, False) == (notice.kind, notice.waiting, notice.saved)
        assert ["old", "new"] == responses(store)
    assert before == path.read_bytes()


def test_the_database_of_another_program_is_left_alone(path: Path):
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE attempts (uid TEXT)")
    other.close()
    before = path.read_bytes()
    with opened(path) as store:
        notice = store.record(attempt(response="kept"))
        assert notice is not None
        assert NoticeKind.FOREIGN == notice.kind
        assert ["kept"] == responses(store)
    assert before == path.read_bytes()


def test_every_notice_is_said_in_every_language(path: Path):
    with opened(path) as store:
        for kind in NoticeKind:
            notice = store._database._trouble(kind)
            said = {notice.say(language) for language in INTERFACE_LANGUAGES}
            assert len(INTERFACE_LANGUAGES) == len(said)
            assert not any("{" in words for words in said)


def test_the_record_is_where_tutor_home_says(tmp_path: Path):
    environ = {"TUTOR_HOME": str(tmp_path)}
    assert tmp_path / "record.sqlite3" == record_path(environ)
    assert Path("~/here/record.sqlite3").expanduser() == record_path({"TUTOR_HOME": "~/here"})
    assert "tutor" in str(record_path({}))


def test_a_learner_s_name_is_one_file_inside_the_folder(tmp_path: Path):
    environ = {"TUTOR_HOME": str(tmp_path)}
    assert record_path(environ, "Mina Kim") == record_path(environ, " mina kim ")
    assert record_path(environ, "민아") != record_path(environ, "민지")
    assert record_path(environ, "a/b") != record_path(environ, "a_b")


@given(st.text(min_size=1, max_size=30))
def test_no_name_leaves_the_folder(name: str):
    if not name.strip() or "\ud800" <= max(name) <= "\udfff":
        return
    path = record_path({"TUTOR_HOME": "/records"}, name)
    assert Path("/records/learners") == path.parent
    assert ".." not in path.name
    assert record_path({"TUTOR_HOME": "/records"}, learner_of(path)) == path


def test_the_clock_counts_milliseconds_and_names_do_not_repeat():
    assert system_clock() > START
    assert 100 == len({random_uid() for _ in range(100)})


def test_what_is_quickly_read_says_the_same_of_progress_as_the_attempts(path: Path):
    chance = random.Random(4)
    made = [
        attempt(
            f"q{chance.randrange(6)}",
            chance.random() < 0.5,
            at=START + number,
            kind=chance.choice(["number", "predict"]),
            hints=chance.choice([0, 0, 2]),
            revealed=chance.random() < 0.2,
            during=chance.choice(list(During)),
        )
        for number in range(120)
    ]
    outline = {"cost": {"one": ["q0", "q1", "q2"], "two": ["q3"], "three": ["q4", "q5"], "end": []}}
    with opened(path) as store:
        for one in made:
            store.record(one)
        store.record(attempt("q0", course="another"))
    with opened(path) as store:
        quick = store.outcomes("deep-learning")
        assert not any(isinstance(outcome, Attempt) for outcome in quick)
        expected = progress_of(outline, store.attempts("deep-learning"))
        assert expected == progress_of(outline, quick)
        # Once they have been read there is nothing quicker.
        assert store.attempts("deep-learning") == tuple(store.outcomes("deep-learning"))


def test_what_waits_is_among_what_is_quickly_read(path: Path):
    with opened(path) as store:
        store.record(attempt("saved"))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with opened(path) as store:
        store.record(attempt("waits"))
        store.save_visit(Visit("v", "deep-learning", "cost", "start", START))
        holder.execute("ROLLBACK")
        holder.close()
        assert ["saved", "waits"] == [outcome.question for outcome in store.outcomes("deep-learning")]
        assert {("cost", "start")} == store.visited("deep-learning")


def test_visited_steps_are_named_once(path: Path):
    with opened(path) as store:
        for number in range(3):
            store.save_visit(Visit(f"v{number}", "deep-learning", "cost", "start", START + number))
        store.save_visit(Visit("w", "another", "cost", "end", START))
        assert {("cost", "start")} == store.visited("deep-learning")
