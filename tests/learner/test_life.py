"""A year of a learner's life with the course: lessons, ten minutes of review a day, two weeks away."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC
from itertools import pairwise
from typing import NamedTuple, cast

import pytest
from rich.segment import Segment

from tests.trusted import standing_course
from tutor.chart.palette import MONOCHROME
from tutor.course.outline import load_outline
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.attempts import Attempt, During
from tutor.learner.closing import closing_of
from tutor.learner.days import Calendar
from tutor.learner.places import Visit
from tutor.learner.progress import outline_of, progress_of
from tutor.learner.review import ReviewSession
from tutor.learner.schedule import LENGTH_SETTING, Schedule
from tutor.learner.store import Store
from tutor.learner.survey import survey_of
from tutor.render.days import duration_words
from tutor.render.ends.closing import closing_lines, closing_markdown
from tutor.render.home import map_actions
from tutor.render.look import Look
from tutor.session.map import entries_of

from .samples import DAY, START
from .tour import LESSONS

AWAY = range(100, 114)
DAYS = 365


class Book:
    """The part of a store that a schedule reads, without a file."""

    def __init__(self, length: int) -> None:
        self.made: list[Attempt] = []
        self.stays: list[Visit] = []
        self._length = length

    def attempts(self, _: str) -> Sequence[Attempt]:
        return tuple(self.made)

    def snoozed(self, _: str) -> dict[str, object]:
        return {}

    def settings(self) -> dict[str, str]:
        return {LENGTH_SETTING: str(self._length)}


class Day(NamedTuple):
    """What was seen of a day."""

    due: frozenset[str]
    """what was due in its morning"""
    overdue: frozenset[str]
    """what of it was due the evening before"""
    waiting: int
    """how much of it was beyond the day's portion"""
    asked: frozenset[str]
    """what its review asked"""
    minutes: float
    """how long that took"""


def live(book: Book, seed: int, lesson_every: int) -> list[Day]:
    """Play a year: a lesson every few days until all are read, and the day's review, if one is not away.

    A question is recalled with the chance that the years since Ebbinghaus would give it, (1 + days/stability)^-0.15 and
    at least one in twenty, which is not the schedule's own law. As in a sitting, it has other numbers each time,
    a wrong one returns after what it rests on, and the end comes with the last one or with the limit of the sitting.
    """
    chance = random.Random(seed)
    course = standing_course(LESSONS)
    now = [START]
    schedule = Schedule(course, cast(Store, book), clock=lambda: now[0], calendar=Calendar(UTC))
    place = {question.id: (lesson.id, question) for lesson, _, question in course.all_questions()}
    asked = dict.fromkeys(place, -1)
    usual = {name: chance.uniform(20, 80) for name in place}

    def answer(name: str, during: During, *, right: bool) -> float:
        lesson, question = place[name]
        seconds = usual[name] * chance.uniform(0.6, 1.6)
        uid = f"{len(book.made):032x}"
        asked[name] += 1
        # What is set or written last stands on the page at the end.
        is_last = lesson == course.lessons[-1].id and right and not question.single_try
        response = question.right_response(question.ask(0)) if is_last else "x"
        made = (course.id, lesson, name, question.kind, question.revision, asked[name], response, right, now[0])
        book.made.append(Attempt(uid, *made, seconds, during=during))
        now[0] += int(1000 * seconds)
        return seconds

    lessons = list(course.lessons)
    days = []
    for number in range(DAYS):
        now[0] = START + number * DAY
        schedule.refresh()
        portion = schedule.today_portion()
        due = schedule.due()
        seconds = 0.0
        reviewed: frozenset[str] = frozenset()
        if number not in AWAY:
            kinds = {name: question.kind for name, (_, question) in place.items()}
            sitting = ReviewSession(portion.questions, kinds)
            while (name := sitting.question) is not None and seconds < portion.limit:
                memory = schedule.memories[name]
                since = (schedule.today - memory.last).days
                right = chance.random() < max((1 + since / memory.stability) ** -0.15, 0.05)
                seconds += answer(name, During.REVIEW, right=right)
                sitting = sitting.answered(right=right, below="" if right else schedule.below(name))
            reviewed = frozenset(sitting.results)
            if lessons and number % lesson_every == 0:
                read = lessons.pop(0)
                for question in read.questions:
                    right = question.single_try or chance.random() < 0.8
                    answer(question.id, During.LESSON, right=right)
                    if not right and not lessons:
                        # The last lesson is gone through to its end.
                        answer(question.id, During.LESSON, right=True)
                for step in read.steps:
                    book.stays.append(Visit(f"{read.id} {step.id}", course.id, read.id, step.id, now[0], 60.0))
        overdue = frozenset(memory.question for memory in due if memory.due < schedule.today)
        names = frozenset(memory.question for memory in due)
        days.append(Day(names, overdue, portion.waiting, reviewed, seconds / 60))
    return days


@pytest.mark.walk
@pytest.mark.parametrize("seed", (1, 2))
@pytest.mark.parametrize(
    ("lesson_every", "length", "within"), [(2, 10, 7), (3, 10, 7), (4, 10, 7), (7, 20, 7), (7, 10, 10)]
)
def test_ten_minutes_a_day_are_enough_for_a_year(seed: int, lesson_every: int, length: int, within: int):
    """What is overdue after two weeks away is seen to within a week, and no day takes twenty minutes unasked.

    Who takes a lesson a week has eighty questions due then: they take longer than seven times ten minutes, though each
    were right at once. So that takes ten days, or twenty minutes a day.
    """
    book = Book(length)
    days = live(book, seed, lesson_every)
    longest_answer = 80 * 1.6 / 60
    assert max(day.minutes for day in days) < {10: 20, 20: 30 + longest_answer}[length]
    back = days[AWAY.stop :]
    assert back[0].waiting > 0
    left = back[0].due
    for day, following in pairwise(back[: within + 1]):
        # Asked, or put off by a right answer to what uses it, so that in the evening it was due no longer.
        left = (left - day.asked) & following.overdue
    assert set() == left
    # Nor does what came due meanwhile wait for long.
    assert 0 in [day.waiting for day in back[: 2 * within]]
    # Nothing has left the schedule: whatever a lesson asked was asked again, and again in the second half of the year.
    asked = {made.question for made in book.made if made.during is During.LESSON and made.kind != "predict"}
    late = {made.question for made in book.made if made.at > START + 120 * DAY and made.during is During.REVIEW}
    schedule = Schedule(
        standing_course(LESSONS), cast(Store, book), clock=lambda: START + DAYS * DAY, calendar=Calendar(UTC)
    )
    schedule.refresh()
    assert asked == set(schedule.memories)
    # What was not is put off by right answers to what uses it, or came due in the last week.
    late_by = {name: (schedule.today - schedule.memories[name].due).days for name in asked - late}
    assert {} == {name: days_late for name, days_late in late_by.items() if days_late >= 7}
    assert_it_ends_with_its_last_page(schedule, book)


def assert_it_ends_with_its_last_page(schedule: Schedule, book: Book) -> None:
    """The map leads to it, and it tells of the whole year: hours, functions, network, guesses, every skill."""
    course = schedule.course
    visited = {(stay.lesson, stay.step) for stay in book.stays}
    progress = progress_of(outline_of(course), schedule.attempts, visited)
    map_lines = entries_of(load_outline(LESSONS), progress, None, "en")
    assert map_lines[-1].done
    names = [one.name for one in map_actions(answered=True, is_over=map_lines[-1].done)]
    assert "closing" in names
    survey = survey_of(schedule, book.stays)
    closing = closing_of(survey, course, schedule.attempts)
    written = {one.id for _, _, one in course.all_questions() if one.RUNS_PROGRAMS}
    assert len(written) == len(closing.functions)
    assert closing.built is not None
    assert "closing" == closing.built.question.id
    guesses = sum(made.kind == "predict" for made in book.made)
    for language in INTERFACE_LANGUAGES:
        page = closing_markdown(closing, language)
        titles = {step.title.in_(language) for lesson in course.lessons for step in lesson.steps if step.questions}
        assert [] == [title for title in titles if title not in page]
        assert duration_words(survey.seconds, language) in page
        assert closing.built.said(language) in page
        assert str(guesses) in page
    shown = closing_lines(closing, 80, Look(MONOCHROME, "ko"))
    assert all(Segment.get_line_length(line) <= 80 for line in shown)
