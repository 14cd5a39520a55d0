"""What a record says about how someone learns: days, time, what is hard, how close predictions come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from statistics import median

from tutor.course.model import Course
from tutor.lab import LabFailedError
from tutor.learner.attempts import Attempt, During
from tutor.learner.days import Calendar
from tutor.learner.places import Visit
from tutor.learner.review import graded_attempts
from tutor.namedtuple import NamedTuple


class DayActivity(NamedTuple):
    """What was done on one day."""

    day: date
    attempts: int = 0
    right: int = 0
    seconds: float = 0.0


def activity(attempts: Iterable[Attempt], visits: Iterable[Visit], calendar: Calendar) -> dict[date, DayActivity]:
    """Return what was done on each day on which anything was, the earliest first.

    The time is that of the visits to steps, and of the attempts outside of lessons, which belong to no visit.
    """
    tried: Counter[date] = Counter()
    right: Counter[date] = Counter()
    seconds: defaultdict[date, float] = defaultdict(float)
    for attempt in attempts:
        day = calendar.day(attempt.at)
        tried[day] += not attempt.revealed
        right[day] += attempt.right
        seconds[day] += 0 if attempt.during is During.LESSON else attempt.seconds
    for visit in visits:
        seconds[calendar.day(visit.at)] += visit.seconds
    return {day: DayActivity(day, tried[day], right[day], seconds[day]) for day in sorted(seconds)}


def weeks(days: Mapping[date, DayActivity], today: date, count: int) -> tuple[tuple[DayActivity, ...], ...]:
    """Return the last `count` weeks, Monday first, each of seven days; the last one is the week of `today`."""
    monday = today - timedelta(days=today.weekday() + 7 * (count - 1))
    dates = [monday + timedelta(days=number) for number in range(7 * count)]
    found = [days.get(day, DayActivity(day)) for day in dates]
    return tuple(tuple(found[start : start + 7]) for start in range(0, len(found), 7))


def seconds_by_lesson(attempts: Iterable[Attempt], visits: Iterable[Visit]) -> dict[str, float]:
    """Return the time spent on each lesson, counted as in `activity`."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for visit in visits:
        seconds[visit.lesson] += visit.seconds
    for attempt in attempts:
        if attempt.during is not During.LESSON:
            seconds[attempt.lesson] += attempt.seconds
    return dict(seconds)


class Hardness(NamedTuple):
    """How often a question went wrong at the first response."""

    question: str
    asked: int
    wrong: int

    @property
    def share(self) -> float:
        """The share that goes wrong, drawn towards one half while it was asked a few times only.

        Laplace's rule of succession, (wrong + 1) / (asked + 2): once wrong of once is not harder than nine of ten.
        """
        return (self.wrong + 1) / (self.asked + 2)


def hardest(attempts: Iterable[Attempt], calendar: Calendar, count: int = 10) -> tuple[Hardness, ...]:
    """Return the questions that went wrong most, the hardest first; predictions do not count."""
    by_question: defaultdict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        if not attempt.is_guess:
            by_question[attempt.question].append(attempt)
    found = []
    for question, made in by_question.items():
        graded = graded_attempts(made, calendar)
        wrong = sum(not attempt.right for attempt in graded)
        if wrong:
            found.append(Hardness(question, len(graded), wrong))
    return tuple(sorted(found, key=lambda entry: (-entry.share, entry.question))[:count])


class Nearness(NamedTuple):
    """How close predictions came."""

    guesses: int
    right: int
    pairs: tuple[tuple[float, float], ...]
    """of each prediction of a number, the guess and the truth, in the order in which they were made"""

    @property
    def typical_miss(self) -> float | None:
        """The median of |guess - truth| as a share of |truth|; None where no truth differs from 0."""
        misses = [abs(guess - truth) / abs(truth) for guess, truth in self.pairs if truth]
        return median(misses) if misses else None


def numbers_of(course: Course) -> Callable[[Attempt], tuple[float, float] | None]:
    """Return what gives the guess and the truth of a prediction in this course, for `nearness`.

    It gives None for a prediction that is a choice, and for a question that the course no longer has.
    """
    questions = {question.id: question for _, _, question in course.all_questions()}

    def numbers(attempt: Attempt) -> tuple[float, float] | None:
        question = questions.get(attempt.question)
        try:
            guess = question.guess(question.ask(attempt.variant), attempt.response) if question is not None else None
        except LabFailedError:
            return None
        return (guess.value, guess.truth) if guess is not None else None

    return numbers


def nearness(attempts: Iterable[Attempt], numbers: Callable[[Attempt], tuple[float, float] | None]) -> Nearness:
    """Return how close the predictions among `attempts` came, those made before the lesson showed the answer.

    `numbers` gives the guess and the truth of a prediction of a number (`numbers_of` a course), None for any other.
    """
    guesses = [attempt for attempt in attempts if attempt.is_guess and attempt.during is During.LESSON]
    found = [pair for pair in map(numbers, guesses) if pair is not None]
    return Nearness(len(guesses), sum(attempt.right for attempt in guesses), tuple(found))
