"""Two tutors open at once on one record: what is answered in either is kept, and seen by the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.learner.attempts import system_clock
from tutor.learner.store import Store

from .conftest import OpenTerminal


def test_two_tutors_at_once_lose_nothing_and_see_each_other_s_answers(
    open_tutor: OpenTerminal, environ: dict[str, str]
) -> None:
    with open_tutor("--at", "line/move") as one, open_tutor("--at", "line/choose") as other:
        one.tab_to("enter answer")
        other.wait_for("Which of these are true?")
        one.press("3", "enter")
        one.wait_for("Two steps of k")
        other.tab_to("enter answer")
        other.press("down", "enter")
        other.wait_for("Two it is.")
        # The map of each shows the answers of both.
        for terminal in (one, other):
            terminal.press("escape")
            terminal.wait_for("2 of 8 questions")
            terminal.press("q")
            assert 0 == terminal.wait_for_end()
    with Store.open(Path(environ["TUTOR_HOME"]) / "record.sqlite3", clock=system_clock) as store:
        assert {"height-at", "one-of-three"} == {attempt.question for attempt in store.attempts("tour")}


@pytest.mark.walk
def test_two_learners_at_once_have_records_of_their_own(open_tutor: OpenTerminal, environ: dict[str, str]) -> None:
    with (
        open_tutor("--at", "line/move", "--learner", "Ada") as ada,
        open_tutor("--at", "line/move", "--learner", "Ben") as ben,
    ):
        ada.tab_to("enter answer")
        ada.press("3", "enter")
        ada.wait_for("Two steps of k")
        ben.wait_for("Move it")
        for terminal in (ada, ben):
            terminal.press("ctrl+q")
            assert 0 == terminal.wait_for_end()
    answers = {}
    for name in ("ada", "ben"):
        with Store.open(Path(environ["TUTOR_HOME"]) / "learners" / f"{name}.sqlite3", clock=system_clock) as store:
            answers[name] = [attempt.response for attempt in store.attempts("tour")]
    assert {"ada": ["3"], "ben": []} == answers
