"""A session that is asked by several threads at once, as where a review is opened while the whole course is read."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

from tests.trusted import outline_in
from tests.ui.conftest import TOUR
from tutor.course.model import Lesson
from tutor.learner.store import Store
from tutor.session.runner import DirectRunner
from tutor.session.session import Session


class Slow(Session):
    """One that is still reading its first lesson when it is asked once more."""

    def begin(self) -> None:
        """Count what is read from now on."""
        self.read: Counter[str] = Counter()
        self.is_reading, self.is_asked_again = Event(), Event()

    def _read_lesson(self, lesson_id: str) -> Lesson:
        self.read[lesson_id] += 1
        if self.is_reading.is_set():
            self.is_asked_again.set()
        else:
            self.is_reading.set()
            # In vain, where whoever asks again waits too.
            self.is_asked_again.wait(0.2)
        return super()._read_lesson(lesson_id)


def test_a_course_is_read_once_however_many_ask_for_it_and_they_get_the_same(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: 0) as store, ThreadPoolExecutor(3) as pool:
        session = Slow(
            outline_in(TOUR), store, clock=lambda: 0, language="en", runner=DirectRunner, tell=print
        )  # fmt: skip
        session.begin()
        first = pool.submit(session.make_schedule)
        session.is_reading.wait()
        assert session.schedule is None
        others = [pool.submit(session.make_schedule), pool.submit(session.whole_course)]
        schedule = first.result()
        assert schedule is others[0].result() is session.schedule
        assert schedule.course is others[1].result()
        assert set(session.read.values()) == {1}
