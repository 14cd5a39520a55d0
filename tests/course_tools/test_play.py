"""The example course, played from its first step to its last, in both languages, with the keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import outline_in
from tests.walks import some_now
from tutor.learner.store import Store
from tutor.render.rung import Rung
from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.show import screen_text

from .conftest import TUNING

WORDS = {
    "en": ["each octave *doubles*", "equal *differences*", "Too low", "Powers of 3 are odd", "seven keys up"],
    "ko": ["*두 배*", "똑같은 *차이*", "너무 낮습니다", "3의 거듭제곱은 홀수", "일곱 건반 위"],
}
"""What each wrong answer below meets, as the author wrote it."""


async def typed(app: TutorApp, text: str) -> str:
    """Type an answer, press enter, and return the screen."""
    await drive.press(app, *text, "enter")
    return screen_text(app)


async def opened(app: TutorApp, screen: LessonScreen, number: int) -> None:
    """Open a step and go to its question. A step takes the focus only after it was painted: wait that out."""
    screen.open_step(number)
    await drive.settled(app)
    screen.reader.questions.views[0].focus_entry()
    await drive.settled(app)
    assert screen.reader.questions.views[0].has_focus_within


def words_on(screen: str) -> str:
    """Return the prose of a screen with its lines joined, the lab at its right left out."""
    return " ".join(" ".join(line.partition("│")[0] for line in screen.splitlines()).split())


@pytest.mark.usefixtures("unseen_frames")
@some_now("language", ["en", "ko"], ["ko"])
async def test_wrong_then_right_all_the_way_through(tmp_path: Path, language: str) -> None:
    says = [text.replace("*", "") for text in WORDS[language]]
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store:
        app = TutorApp(
            outline_in(TUNING),
            store,
            clock=lambda: 0,
            language=language,
            terminal=Rung(motion="reduced"),
            start=("twelve-keys", "up"),
        )
        async with app.run_test(size=(120, 36)):
            await drive.settled(app)
            screen = app.screen
            assert isinstance(screen, LessonScreen)

            # A prediction has one try: adding an octave's 440 Hz gives 1320, and the truth is 1760.
            await typed(app, "1320")
            # How sure that was need not be said.
            await drive.press(app, "enter")
            text = words_on(screen_text(app))
            assert says[0] in text and "1760" in text

            await opened(app, screen, 1)
            assert says[1] in words_on(await typed(app, "550"))
            await drive.press(app, *["backspace"] * 3)
            # Three keys up: 440 · 2^(3/12) = 523.25.
            await typed(app, "523.3")
            assert "done" == screen.open.marks[screen.open.number]

            await opened(app, screen, 2)
            screen.reader.panel.controls.focus()
            await drive.press(app, "right")
            view = screen.reader.questions.views[0]
            view.focus_entry()
            await drive.press(app, "enter")
            assert says[2] in words_on(screen_text(app))
            screen.reader.panel.controls.focus()
            await drive.press(app, *["right"] * 6)
            view.focus_entry()
            await drive.press(app, "enter")
            assert "done" == screen.open.marks[screen.open.number]

            await opened(app, screen, 3)
            await drive.press(app, "1", "enter")
            assert says[3] in words_on(screen_text(app))
            await drive.press(app, "2", "enter")
            assert "done" == screen.open.marks[screen.open.number]

            await opened(app, screen, 4)
            assert says[4] in words_on(await typed(app, "fifth"))
            await drive.press(app, *["backspace"] * 5)
            await typed(app, "octave")
            assert "done" == screen.open.marks[screen.open.number]

            await drive.press(app, "escape")
            assert isinstance(app.screen, HomeScreen)
            learnt = app.session.progress().lessons["twelve-keys"]
            assert len(learnt.steps) == len(learnt.done)
