"""A second front needs nothing from the full screen, and leaves the same record."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.learner.tour import tour
from tutor.learner.store import Store

ROOT = Path(__file__).parent.parent.parent


def test_thirty_lines_read_a_lesson_and_ask_on_stdin(tmp_path: Path) -> None:
    record = tmp_path / "record.sqlite3"
    # Help, a wrong height, what is no number, the right one; a guess, and how sure; sliders as they stand, no more.
    typed = "?\n7\nabout three\n3\n4\nsure\n\n"
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/session/line_front.py"), "line", str(record)],
        input=typed, capture_output=True, encoding="utf-8", cwd=ROOT, check=False,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert "" == done.stderr
    said = done.stdout
    assert said.index("1.5·2 = ___") < said.index("smaller than 7")
    assert said.index("smaller than 7") < said.index("✓")
    assert "Still nearly flat." in said
    with Store.open(record, clock=lambda: 0) as store:
        made = [(attempt.question, attempt.response, attempt.right) for attempt in store.attempts("tour")]
        assert 95 == store.attempts("tour")[2].sure
        visited = {step for _, step in store.visited("tour")}
    assert [("height-at", "7", False), ("height-at", "3", True), ("guess-height", "4", False)] == made[:3]
    assert ("make-steep", False) == (made[3][0], made[3][2])
    assert {"move", "guess"} <= visited <= {step.id for lesson in tour().lessons for step in lesson.steps}
