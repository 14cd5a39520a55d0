"""A course whose labs go wrong in many ways, full-screen: a notice in the step, and the course goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ordeal.worker import ENDS, HEAD, RAISES, WRONG
from tests.trusted import course_in, outline_in
from tutor.learner.store import Store
from tutor.render.rung import Rung
from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.source import SourceScreen, SourceText
from tutor.ui.show import screen_text

from .conftest import StillClock

BODIES = [RAISES["an error"], ENDS["loudly"], WRONG["a number"], RAISES["too large an array"]]

LESSON = """---
title: Bad
goal: See a lab fail.
---

## Move it {#move}

At {{ x }} it is {{ y }}.

```lab
use: bad:it
x: 0
```
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    course = tmp_path / "bad"
    (course / "01-bad").mkdir(parents=True)
    (course / "labs").mkdir()
    (course / "course.yaml").write_text(
        "format: 1\nid: bad\ntitle: {en: Bad}\ndescription: {en: Bad.}\nlanguages: [en]\nlessons: [01-bad]\n",
        encoding="utf-8",
    )
    (course / "01-bad" / "lesson.en.md").write_text(LESSON, encoding="utf-8")
    body = "".join(f"    if x == {number}:\n        {what}\n" for number, what in enumerate(BODIES, 1))
    (course / "labs" / "bad.py").write_text(HEAD + body + "    return Result({'y': Readout(2 * x)})\n", "utf-8")
    return course


async def test_each_thing_that_goes_wrong_is_a_notice_in_the_step(
    folder: Path, store: Store, clock: StillClock
) -> None:
    app = TutorApp(
        outline_in(folder), store, clock=clock, language="en", terminal=Rung(motion="reduced"), start=("bad", "move"),
        loaded=course_in(folder),
    )  # fmt: skip
    async with app.run_test(size=(120, 36)):
        await drive.settled(app)
        screen = app.screen
        assert isinstance(screen, LessonScreen)
        assert "At 0 it is 0.00" in screen_text(app)
        for x, says in enumerate(("ValueError: no such thing", "ended with status 3", "returns int", "MemoryError"), 1):
            screen.set_values({"x": float(x)})
            await drive.settled(app)
            said = " ".join(screen_text(app).replace("│", " ").split())
            assert f"x = {x}.0" in said
            assert "bad:it" in said
            assert says in said
            assert "The lab cannot work this out" in said
            # What was there before still is.
            assert "At 0 it is 0.00" in said
        screen.set_values({"x": 5.0})
        await drive.settled(app)
        assert "At 5 it is 10.00" in screen_text(app)
        assert "cannot work this out" not in screen_text(app)
        await drive.press(app, "c")
        assert isinstance(app.screen, SourceScreen)
        assert "@lab(x=Slider(1.0" in app.screen.query_one(SourceText).source
