"""A front of thirty lines: it reads a lesson aloud, asks on stdin, and says what comes of it. Run: LESSON RECORD."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.segment import Segment

from tests.trusted import outline_in
from tutor.chart.palette import MONOCHROME
from tutor.learner.calibration import Sureness
from tutor.learner.store import Store
from tutor.render.look import Look
from tutor.render.page import question_lines
from tutor.render.prose.layout import lay_out
from tutor.render.question import after
from tutor.render.room import Room
from tutor.render.said import said_lines
from tutor.render.step import visit_fill
from tutor.session.answering import Answering
from tutor.session.lesson import OpenLesson
from tutor.session.runner import DirectRunner
from tutor.session.session import Session
from tutor.session.visit import Visit

LOOK, WIDTH, ROOM = Look(MONOCHROME, "en"), 72, Room(76, 24)


def say(lines: Sequence[Sequence[Segment]]) -> None:
    print(*("".join(segment.text for segment in line).rstrip() for line in lines), sep="\n")


class LineFront:
    def lab_changed(self, visit: Visit) -> None:
        """Say nothing: there is no picture."""

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:
        """Say nothing here either."""

    def question_changed(self, visit: Visit, answering: Answering) -> None:  # noqa: ARG002
        say(said_lines(after(answering, LOOK.language), WIDTH, LOOK))


def run(lesson_id: str, record: Path) -> None:
    course = outline_in(Path(__file__).parent.parent / "tour")
    with Store.open(record, clock=lambda: time.time_ns() // 1_000_000) as store:
        session = Session(
            course, store, clock=lambda: time.time_ns() // 1_000_000, language="en", runner=DirectRunner, tell=print
        )
        lesson = OpenLesson(session, session.lesson(lesson_id), "", LineFront())
        for number, step in enumerate(lesson.lesson.steps):
            lesson.open(number)
            say(lay_out(step.prose.in_("en"), WIDTH, visit_fill(lesson.visit, "en"), {}, LOOK.palette))
            for answering in lesson.visit.answerings:
                while answering.asking is not None and not answering.is_over:
                    say(question_lines(answering.asking.asked, WIDTH, LOOK, ROOM))
                    given = sys.stdin.readline()
                    if not given:
                        return
                    if given.strip() == "?":
                        lesson.visit.help(answering, "hint")
                    else:
                        lesson.visit.respond(answering, given.strip())
                    if answering.held is not None:
                        word = sys.stdin.readline().strip()
                        answering.say_how_sure(Sureness(word) if word else None)
            lesson.keep(0, active=True)


if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]))
    assert not [name for name in sys.modules if name.startswith(("tutor.ui", "textual"))], "a line needs no screen"
