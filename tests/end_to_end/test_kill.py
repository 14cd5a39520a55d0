"""Whatever the moment at which the program is killed, it goes on from there: same step, every answer kept."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tutor.learner.attempts import system_clock
from tutor.learner.store import Store

from .conftest import OpenTerminal

RIGHT = {"height-at": "3", "guess-height": "6"}


def answers_in(record: Path) -> dict[str, str]:
    """Return the last response to each question, as the record holds it."""
    with Store.open(record / "record.sqlite3", clock=system_clock) as store:
        return {attempt.question: attempt.response for attempt in store.attempts("tour")}


@pytest.mark.storm
@pytest.mark.parametrize("seed", range(4))
def test_a_kill_at_any_moment_loses_no_answer_and_no_place(
    open_tutor: OpenTerminal, environ: dict[str, str], seed: int
) -> None:
    moment = random.Random(seed)
    with open_tutor("--at", "line/move", size=(120, 36)) as terminal:
        terminal.tab_to("enter answer")
        terminal.press(RIGHT["height-at"], "enter")
        terminal.wait_for("Two steps of k")
        # On to the prediction; from here on the kill can come at any time.
        terminal.tab_to("enter next step")
        terminal.press("enter")
        terminal.wait_for("How high is it?")
        graded = False
        for key in ("tab", "tab", "6", "enter", "enter", "tab", "tab", "shift+tab"):
            if moment.random() < 0.2:
                break
            terminal.press(key)
            terminal.listen(moment.random() * 0.3)
            graded = graded or "It is 3·2 = 6" in terminal.text
        terminal.process.kill()
        terminal.wait_for_end()
    kept = answers_in(Path(environ["TUTOR_HOME"]))
    assert RIGHT["height-at"] == kept["height-at"]
    assert not graded or RIGHT["guess-height"] == kept["guess-height"]
    with open_tutor(size=(120, 36)) as terminal:
        terminal.wait_for("How high is it?")
        if "guess-height" in kept:
            terminal.wait_for("It is 3·2 = 6")
        terminal.tab_to("esc home")
        terminal.press("p")
        terminal.wait_for("Two steps of k")
