"""Everything a record says about one learner in one course, put together for a screen and for `tutor progress`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from statistics import mean

from tutor.course.live import prose_text
from tutor.course.model import Course, Lesson
from tutor.course.questions import Question
from tutor.course.rests import Rests
from tutor.language import Text
from tutor.learner.calibration import Calibration, calibration
from tutor.learner.causes import CauseCount, causes_of
from tutor.learner.places import Visit
from tutor.learner.plan import Portion
from tutor.learner.progress import LessonProgress, outline_of, progress_of
from tutor.learner.review import Memory, recall_chance
from tutor.learner.schedule import Schedule
from tutor.learner.skills import skills_of
from tutor.learner.standing import Known, Standing
from tutor.learner.statistics import (
    DayActivity,
    Nearness,
    activity,
    hardest,
    nearness,
    numbers_of,
    seconds_by_lesson,
)
from tutor.namedtuple import NamedTuple

FORECAST_DAYS = 14
HARDEST = 8


class SkillSurvey(NamedTuple):
    """How well one skill is known."""

    step: str
    title: Text
    known: Known
    recall: float | None
    """The chance that its questions would be answered right today, from 0 to 1; None where none was answered yet. A
    prediction is no answer."""
    unaided: int = 0
    """how many of its questions were right at once and without help on the last day"""
    questions: int = 0
    """how many questions ask for it, predictions aside"""

    @property
    def standing(self) -> Standing:
        """How well it is known, in one word."""
        return self.known.standing


class LessonSurvey(NamedTuple):
    """How well one lesson is known."""

    lesson: str
    number: int
    title: Text
    steps: int
    steps_done: int
    seconds: float
    skills: tuple[SkillSurvey, ...]

    def count(self, standing: Standing) -> int:
        """Return how many skills are known so well."""
        return sum(skill.standing is standing for skill in self.skills)


class HardQuestion(NamedTuple):
    """A question that often went wrong at the first response."""

    question: Question
    lesson: Lesson
    asked: int
    wrong: int

    def prompt(self, language: str, formula: Callable[[str], str] = str) -> str:
        """Return its prompt with the numbers of its first variant, on one line; `formula` writes TeX as it is read."""
        asked, question = self.question.shown(0), self.question
        text = prose_text(
            question.prompt.in_(language), asked.values, asked.result, language, lab=question.lab, formula=formula
        )
        return " ".join(text.split())


class Survey(NamedTuple):
    """What a record says."""

    course: Course
    today: date
    days: Mapping[date, DayActivity]
    """the days on which something was done, the earliest first"""
    lessons: tuple[LessonSurvey, ...]
    due: int
    """how many questions are due, whether they fit today or not"""
    portion: Portion
    """what today's review asks, and how many of the due wait"""
    forecast: tuple[tuple[date, int], ...]
    """how many questions each of the next days asks, from today on"""
    hardest: tuple[HardQuestion, ...]
    predictions: Nearness
    rests: Rests
    """on which skills each skill rests"""
    causes: tuple[CauseCount, ...] = ()
    """what wrong numbers came of, the commonest first"""
    calibration: Calibration = Calibration(())
    """how sure the learner was of predictions, and how right"""
    weak: tuple[CauseCount, ...] = ()
    """which of them came up so often since they were practised that a practice is offered, the commonest first"""

    @property
    def seconds(self) -> float:
        """The time spent in all."""
        return sum(day.seconds for day in self.days.values())

    @property
    def attempts(self) -> int:
        """How many responses were given."""
        return sum(day.attempts for day in self.days.values())

    @property
    def right(self) -> int:
        """How many of them were right."""
        return sum(day.right for day in self.days.values())

    @property
    def streak(self) -> int:
        """On how many days in a row something was done, up to today, or up to yesterday while today is young."""
        day = self.today if self.today in self.days else self.today - timedelta(days=1)
        count = 0
        while day - timedelta(days=count) in self.days:
            count += 1
        return count


def survey_of(schedule: Schedule, visits: Iterable[Visit]) -> Survey:
    """Return what the record behind `schedule` says. `visits` are the learner's, to steps of its course."""
    course, attempts, calendar, today = schedule.course, schedule.attempts, schedule.calendar, schedule.today
    stays = tuple(visits)
    progress = progress_of(outline_of(course), attempts, {(visit.lesson, visit.step) for visit in stays}, calendar)
    seconds = seconds_by_lesson(attempts, stays)
    recall = {name: recall_chance(memory, today) for name, memory in schedule.memories.items()}
    places = {question.id: (lesson, question) for lesson, _, question in course.all_questions()}
    return Survey(
        course=course,
        today=today,
        days=activity(attempts, stays, calendar),
        lessons=tuple(
            _lesson(lesson, progress.lessons[lesson.id], seconds.get(lesson.id, 0.0), recall, schedule.memories)
            for lesson in course.lessons
        ),
        due=len(schedule.due()),
        portion=schedule.today_portion(),
        forecast=schedule.coming(FORECAST_DAYS),
        hardest=tuple(
            HardQuestion(places[found.question][1], places[found.question][0], found.asked, found.wrong)
            for found in hardest(attempts, calendar, HARDEST)
        ),
        predictions=nearness(attempts, numbers_of(course)),
        rests=schedule.rests,
        causes=causes_of(attempts),
        calibration=calibration(attempts),
        weak=schedule.weak_spots(),
    )


def _lesson(
    lesson: Lesson,
    learnt: LessonProgress,
    seconds: float,
    recall: Mapping[str, float],
    memories: Mapping[str, Memory],
) -> LessonSurvey:
    found = learnt.skills
    unaided = {entry.question for entry in learnt.questions if entry.known.is_right}
    asking = {question.id for question in lesson.questions if not question.single_try}
    skills = []
    for skill in skills_of(lesson):
        known = [recall[name] for name in skill.questions if name in recall]
        names = asking.intersection(skill.questions)
        skills.append(
            SkillSurvey(
                skill.step,
                skill.title,
                found[skill.step]._replace(
                    due=min((memories[name].due for name in skill.questions if name in memories), default=None)
                ),
                mean(known) if known else None,
                len(unaided & names),
                len(names),
            )
        )
    return LessonSurvey(
        lesson.id, lesson.number, lesson.title, len(learnt.steps), len(learnt.done), seconds, tuple(skills)
    )


def as_entry(survey: Survey, language: str) -> dict[str, object]:
    """Return a survey as it is written to JSON; days are ISO dates, times seconds, shares from 0 to 1."""
    return {
        "course": survey.course.id,
        "today": survey.today.isoformat(),
        "seconds": round(survey.seconds),
        "answers": survey.attempts,
        "right": survey.right,
        "streak": survey.streak,
        "due": survey.due,
        "minutes": survey.portion.minutes,
        "waiting": survey.portion.waiting,
        "days": [
            {"day": day.isoformat(), "answers": entry.attempts, "right": entry.right, "seconds": round(entry.seconds)}
            for day, entry in survey.days.items()
        ],
        "lessons": [
            {
                "lesson": lesson.lesson,
                "title": lesson.title.in_(language),
                "steps": lesson.steps,
                "done": lesson.steps_done,
                "seconds": round(lesson.seconds),
                "skills": [
                    {
                        "step": skill.step,
                        "title": skill.title.in_(language),
                        "standing": str(skill.standing),
                        "times": skill.known.times,
                        "over_days": skill.known.days,
                        "back": skill.known.due.isoformat() if skill.known.due is not None else None,
                        "recall": None if skill.recall is None else round(skill.recall, 3),
                        "unaided": skill.unaided,
                        "questions": skill.questions,
                        "rests": ["/".join(below) for below in survey.rests.get((lesson.lesson, skill.step), ())],
                    }
                    for skill in lesson.skills
                ],
            }
            for lesson in survey.lessons
        ],
        "forecast": [{"day": day.isoformat(), "due": count} for day, count in survey.forecast],
        "hardest": [
            {
                "question": entry.question.id,
                "lesson": entry.lesson.id,
                "prompt": entry.prompt(language),
                "asked": entry.asked,
                "wrong": entry.wrong,
            }
            for entry in survey.hardest
        ],
        "predictions": {
            "made": survey.predictions.guesses,
            "right": survey.predictions.right,
            "typical_miss": survey.predictions.typical_miss,
            "numbers": [{"guess": guess, "truth": truth} for guess, truth in survey.predictions.pairs],
        },
        "calibration": [
            {"said": str(level.sureness), "claimed": round(level.claimed, 3), "made": level.made, "right": level.right}
            for level in survey.calibration.levels
        ],
    }
