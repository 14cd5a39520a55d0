"""No answer that was acknowledged is lost, whatever its writer was at when it was killed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ordeal.kills import MODES, ROUNDS_A_RECORD, rounds, writers
from tutor.learner.store import Store

ROUNDS = int(os.environ.get("TUTOR_KILL_ROUNDS", "120"))
"""Rounds of killing one or two writers; TUTOR_KILL_ROUNDS=1000 is worth some minutes now and then."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")


@pytest.mark.parametrize("count", [ROUNDS_A_RECORD, pytest.param(ROUNDS, marks=pytest.mark.storm)])
def test_no_acknowledged_answer_is_missing_after_kills_at_random_moments(tmp_path: Path, count: int):
    assert len(MODES) <= ROUNDS_A_RECORD
    assert [] == rounds(count, seed=20260225, tell=lambda _: None, folder=tmp_path)


def test_two_processes_writing_at_once_lose_nothing(tmp_path: Path):
    record, told = tmp_path / "record.sqlite3", tmp_path / "told"
    told.touch()
    with writers() as starter:
        for name in ("mina", "jun"):
            starter.start(path=str(record), told=str(told), name=name, mode="writing", first=0, most=150)
        starter.wait()
    with Store.open(record, clock=lambda: 0) as store:
        found = [attempt.response for attempt in store.attempts()]
    assert 300 == len(found) == len(told.read_text(encoding="utf-8").splitlines())
    for name in ("mina", "jun"):
        assert [f"{name} {number}" for number in range(150)] == [text for text in found if text.startswith(name)]


def test_a_writer_is_told_only_what_is_in_the_file(tmp_path: Path):
    # What the rounds rest on: a line is there for each answer, and only for those that are in the record.
    record, told = tmp_path / "record.sqlite3", tmp_path / "told"
    with writers() as starter:
        starter.start(path=str(record), told=str(told), name="mina", mode="copying", first=0, most=3)
        starter.wait()
    with Store.open(record, clock=lambda: 0) as store:
        uids = {attempt.uid for attempt in store.attempts()}
    assert {f"saved {uid}" for uid in uids} == set(told.read_text(encoding="utf-8").splitlines())
    assert 3 == len(list(tmp_path.glob("record.sqlite3.backup-*.sqlite3")))
