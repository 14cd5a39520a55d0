"""How a year of learning weighs on the course map: `python tests/bench_year.py`.

A simulated learner meets 500 questions over a year and reviews what is due. Printed are the median
times, in milliseconds, to open the course map with that record and with an empty one, until the first paint and until
what is due is known, each time in a fresh process without a terminal; and what single parts of it cost.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tutor.course.loader import load_course  # noqa: E402
from tutor.course.model import Course  # noqa: E402
from tutor.course.outline import Outline, load_outline  # noqa: E402
from tutor.learner.attempts import Attempt, During, random_uid  # noqa: E402
from tutor.learner.days import Calendar  # noqa: E402
from tutor.learner.places import Position, Visit  # noqa: E402
from tutor.learner.review import memory_of  # noqa: E402
from tutor.learner.schedule import Schedule  # noqa: E402
from tutor.learner.store import Store  # noqa: E402
from tutor.learner.tables import ATTEMPTS, POSITIONS, VISITS  # noqa: E402
from tutor.ui.app import TutorApp  # noqa: E402
from tutor.ui.screens.home import HomeScreen  # noqa: E402

LESSONS, STEPS, QUESTIONS = 20, 5, 5
"""lessons, steps a lesson, questions a step: 500 questions"""
START = 1_735_700_400_000
"""in milliseconds: about the beginning of 2025"""
DAY = 24 * 3600 * 1000
YEAR = 365
RUNS = 7
QUESTION = """- id: {id}
  kind: choice
  prompt: {{en: "Which?"}}
  options:
    - {{text: {{en: "this"}}, right: true, say: {{en: "Right."}}}}
    - {{text: {{en: "that"}}, say: {{en: "Not that."}}}}
"""


def write_course(folder: Path) -> None:
    """Write a course of 500 questions."""
    names = [f"{number:02}-lesson-{number}" for number in range(1, LESSONS + 1)]
    (folder / "course.yaml").write_text(
        f"format: 1\nid: year\ntitle: A year\nlanguages: [en]\nlessons: [{', '.join(names)}]\n", encoding="utf-8"
    )
    for number, name in enumerate(names, 1):
        home = folder / name
        home.mkdir()
        text, quiz = [f"---\ntitle: Lesson {number}\ngoal: Learn.\n---\n"], []
        for step in range(STEPS):
            asked = [f"q-{number}-{step}-{question}" for question in range(QUESTIONS)]
            listed = "\n".join(f"- {question}" for question in asked)
            text.append(f"## Step {step} {{#step-{step}}}\n\nRead this.\n\n```quiz\n{listed}\n```\n")
            quiz += [QUESTION.format(id=question) for question in asked]
        (home / "lesson.en.md").write_text("\n".join(text), encoding="utf-8")
        (home / "quiz.yaml").write_text("".join(quiz), encoding="utf-8")


def year_of(course: Course, calendar: Calendar) -> list[tuple[object, object]]:
    """Return what a year leaves in a record: new steps every fourth day, and on each day what is due."""
    chance = random.Random(12)
    steps = [(lesson, step) for lesson in course.lessons for step in lesson.steps]
    places = {question.id: (lesson, question) for lesson, _, question in course.all_questions()}
    made: dict[str, list[Attempt]] = {}
    due_on: dict[str, int] = {}
    items: list[tuple[object, object]] = []
    first = calendar.day(START)

    def answer(name: str, at: int, during: During) -> None:
        lesson, question = places[name]
        right = chance.random() < 0.85
        attempt = Attempt(
            random_uid(), course.id, lesson.id, name, question.kind, question.revision, 0, "0", right, at, 20.0,
            during=during,
        )  # fmt: skip
        made.setdefault(name, []).append(attempt)
        items.append((ATTEMPTS, attempt))
        due_on[name] = (memory_of(made[name], calendar).due - first).days

    for day in range(YEAR):
        at = START + day * DAY
        for number, name in enumerate(sorted(name for name, when in due_on.items() if when <= day)):
            answer(name, at + number * 30_000, During.REVIEW)
        if day % 3 == 0 and steps:
            lesson, step = steps.pop(0)
            items.append((VISITS, Visit(random_uid(), course.id, lesson.id, step.id, at, 300.0)))
            items.append((POSITIONS, Position(course.id, lesson.id, step.id, at)))
            for number, question in enumerate(step.questions):
                answer(question.id, at + 7_200_000 + number * 60_000, During.LESSON)
    return items


class Watched(TutorApp):
    """Notes when the course map was painted: that is when the app begins to load the rest."""

    CSS_PATH = str(ROOT / "tutor" / "ui" / "tutor.tcss")
    painted = 0.0

    def on_home_screen_painted(self, event: HomeScreen.Painted) -> None:
        self.painted = time.perf_counter()
        super().on_home_screen_painted(event)


async def opened(outline: Outline, path: Path, now: int) -> tuple[float, float]:
    """Return the milliseconds until the course map was painted, and until what is due was known."""
    begin = time.perf_counter()
    with Store.open(path, clock=lambda: now) as store:
        app = Watched(outline, store, clock=lambda: now, language="en", resume=False)
        async with app.run_test(size=(120, 36)):
            while not app.painted:
                await asyncio.sleep(0.001)
            await app.workers.wait_for_complete()
            return 1000 * (app.painted - begin), 1000 * (time.perf_counter() - begin)


def opened_afresh(folder: Path, path: Path, now: int) -> tuple[float, float]:
    """Return what `opened` does in a process of its own, where nothing is warm."""
    command = [sys.executable, __file__, str(folder), str(path), str(now)]
    painted, due = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(painted), float(due)


def timed(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median milliseconds of an action."""
    spent = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        spent.append(time.perf_counter() - begin)
    return 1000 * median(spent)


def read_all(path: Path, now: int) -> None:
    """Open a record and read every attempt."""
    with Store.open(path, clock=lambda: now) as store:
        store.attempts()


async def main() -> None:
    calendar = Calendar()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "course"
        folder.mkdir()
        write_course(folder)
        course, outline = load_course(folder), load_outline(folder)
        now = START + YEAR * DAY + 12 * 3600 * 1000
        items = year_of(course, calendar)
        records = {"empty": Path(temporary) / "empty.sqlite3", "a year": Path(temporary) / "year.sqlite3"}
        with Store.open(records["a year"], clock=lambda: now) as store:
            store.merge(items)  # type: ignore[arg-type]
            attempts = len(store.attempts())
        print(f"{attempts} attempts at {len(list(course.all_questions()))} questions")
        # In turns, so that what else the machine is doing falls on both.
        spent = [{name: opened_afresh(folder, path, now) for name, path in records.items()} for _ in range(RUNS)]
        for name in records:
            painted, due = (median(run[name][part] for run in spent) for part in (0, 1))
            print(f"{name:>8}: first paint {painted:6.1f} ms, due known {due:6.1f} ms")
        print(f"   ratio: first paint {median(run['a year'][0] / run['empty'][0] for run in spent):.2f}")

        with Store.open(records["a year"], clock=lambda: now) as store:
            read = timed(lambda: read_all(records["a year"], now))
            print(f"read every attempt:   {read:6.1f} ms")
            schedule = Schedule(course, store, clock=lambda: now, calendar=calendar)
            fold = timed(lambda: Schedule(course, store, clock=lambda: now, calendar=calendar).refresh())
            print(f"fold every memory:    {fold:6.1f} ms (in a thread)")
            schedule.refresh()
            print(f"refresh the schedule: {timed(schedule.refresh):6.1f} ms")
            print(f"what is due:          {timed(schedule.minutes):6.1f} ms, {len(schedule.due())} questions")
            app = TutorApp(outline, store, clock=lambda: now, language="en", resume=False)
            async with app.run_test(size=(120, 36)) as pilot:
                await pilot.pause(1.0)
                home = app.screen
                assert isinstance(home, HomeScreen)
                print(f"fill the course map:  {timed(home.fill):6.1f} ms")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(*asyncio.run(opened(load_outline(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        asyncio.run(main())
