"""A screen that was left leaves nothing behind but what the next one needs."""

from __future__ import annotations

import gc
from weakref import ref

from tests.ui.conftest import OpenApp
from tutor.learner.progress import StepPlace
from tutor.ui import drive
from tutor.ui.forgetting import forget_what_is_gone
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.questions import Questions
from tutor.ui.widgets.reader import Reader


async def test_of_the_first_screen_its_widgets_go_and_its_visits_but_the_last(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        app, screen = walk.app, walk.app.screen
        reader = ref(screen.query_one(Reader))
        await walk.press("n")
        last = screen.open.visit
        # What is left before it was laid out goes as well.
        screen.query_one(Questions).make_room(9)
        app.go_to(StepPlace("film", ""))
        await drive.settled(app)
        forget_what_is_gone(app)
        gc.collect()
        assert reader() is None
        assert [last] == [*screen.open._visits.values()]


async def test_an_editor_that_is_gone_watches_the_theme_no_more(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        editor = Editor()
        await walk.app.screen.mount(editor)
        watching = vars(walk.app)["__watchers"]["theme"]
        forget_what_is_gone(walk.app)
        assert [editor] == [who for who, _ in watching if who is editor]
        await editor.remove()
        forget_what_is_gone(walk.app)
        assert [] == [who for who, _ in watching if who is editor]
