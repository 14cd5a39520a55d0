"""The pages of the progress screen, shared with `tutor progress`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.chart.drawing import draw, natural_size
from tutor.figure import Bars, Figure, Role
from tutor.language import Text
from tutor.learner.plan import Portion
from tutor.learner.statistics import weeks
from tutor.learner.survey import LessonSurvey, Survey
from tutor.namedtuple import NamedTuple
from tutor.render import calibration, messages
from tutor.render.causes import cause_lines
from tutor.render.clickable import Clickable, Span
from tutor.render.days import WEEKDAYS, day_words, duration_words, month_words
from tutor.render.look import Look
from tutor.render.prose.mathematics import readable
from tutor.render.skill_map import map_page
from tutor.render.standing import MEANINGS, STANDING_MARKS, known_words
from tutor.render.waiting import reading_lines
from tutor.render.wrap import shortened, wrapped

Line = list[Segment]
Lines = list[Line]

MOST_WEEKS = 26
LEVELS = ((0.0, "·"), (1.0, "░"), (10.0, "▒"), (25.0, "▓"), (45.0, "█"))
"""From how many minutes on a day wears which mark."""
MISSES = (5, 10, 25, 50, 100)
"""Percent of the truth by which a prediction can miss."""
CHART_WIDTH = 76
BEFORE_TITLE = 6
"""Cells before a lesson's title: the mark of the chosen one and a number."""
LEAST_TITLE = 12
"""Cells of a lesson's title, at the least."""
LEAST_LEFT = 48
"""Cells of the lessons beside their skills, at the least: what the marks mean stands under them."""
LEAST_RIGHT = 50
"""Cells of the skills beside their lessons, at the least."""
RECALL_BAR = 10
"""Cells of a chance of 100%."""
PAGE_GAP = "   "
SIDE_BY_SIDE = 100
"""From this width on, two things stand beside each other."""


class Page(NamedTuple):
    """One page."""

    title: Text
    lines: Callable[[Survey, int, int, Look], Lines]
    """(survey, the lesson that is chosen, width, look)"""
    chooses: bool = False
    """↑ ↓ choose a lesson"""
    practises: bool = False
    """Enter leads to a practice, where there is a weak spot"""


def facts_line(survey: Survey, look: Look) -> str:
    """Return the record in one sentence: days, time, answers, what is due."""
    language = look.language
    facts = [
        messages.FACT_DAYS(language, days=len(survey.days), streak=survey.streak),
        messages.FACT_TIME(language, time=duration_words(survey.seconds, language)),
    ]
    # How predictions came out is told for themselves: a wrong one takes nothing away.
    answers = survey.attempts - survey.predictions.guesses
    if answers > 0:
        percent = round(100 * (survey.right - survey.predictions.right) / answers)
        facts.append(messages.FACT_ANSWERS(language, answers=answers, percent=percent))
    return " · ".join(facts)


# -- days -----------------------------------------------------------------------------------------------------------


def days_page(survey: Survey, chosen: int, width: int, look: Look) -> Lines:  # noqa: ARG001 - as all pages
    """Return a calendar of the last weeks, a column each, and the time spent on each lesson."""
    language = look.language
    lines: Lines = [[Segment(row, look.ink)] for row in wrapped(facts_line(survey, look), width)]
    lines += [[], [Segment(messages.CALENDAR_TITLE(language), look.strong)]]
    label = max(cell_len(day(language)) for day in WEEKDAYS) + 1
    count = max(min((width - label) // 2, MOST_WEEKS), 1)
    columns = weeks(survey.days, survey.today, count)
    lines.append(_months(columns[0][0].day, len(columns), label, look))
    for number, weekday in enumerate(WEEKDAYS):
        name = set_cell_size(weekday(language), label)
        line = [Segment(name, look.quiet)]
        for week in columns:
            day = week[number]
            if day.day > survey.today:
                line.append(Segment("  "))
            else:
                mark = _level(day.seconds / 60)
                is_today = day.day == survey.today
                style = look.role(Role.RIGHT, bold=is_today) if day.seconds else look.quiet
                line.append(Segment(mark + ("◂" if is_today else " "), style))
        lines.append(line)
    legend = "  ".join(f"{mark} {low:g}+" if low else f"{mark} 0" for low, mark in LEVELS)
    legend = f"{legend} {messages.CALENDAR_LEGEND(language)}"
    lines.append([Segment(" " * max(min(label, width - cell_len(legend)), 0) + legend, look.quiet)])
    return lines


def _level(minutes: float) -> str:
    # What was done at all is never drawn as nothing.
    return next(mark for low, mark in reversed(LEVELS) if minutes >= low) if minutes >= 1 or not minutes else "░"


def _months(first: date, count: int, label: int, look: Look) -> Line:
    """Return the line of months above the calendar: each stands over the first week that begins in it."""
    text = " " * label
    month = 0
    for week in range(count):
        monday = date.fromordinal(first.toordinal() + 7 * week)
        at = label + 2 * week
        if monday.month != month and cell_len(text) <= at:
            month = monday.month
            text = set_cell_size(text, at) + month_words(month, look.language) + " "
    return [Segment(text, look.quiet)]


# -- lessons and skills -----------------------------------------------------------------------------------------------


def lessons_page(survey: Survey, chosen: int, width: int, look: Look) -> Lines:
    """Return a bar of learnt, shaky and unseen skills for each lesson, and the skills of the chosen one."""
    both = width >= SIDE_BY_SIDE
    language = look.language
    most = max((len(lesson.skills) for lesson in survey.lessons), default=0)
    times = max((cell_len(_time(lesson, language)) for lesson in survey.lessons), default=0)
    titles = max((cell_len(lesson.title.in_(language)) for lesson in survey.lessons), default=0)
    # A title, its marks and its time stand whole, as far as the skills beside them leave room for it.
    left_width = (
        min(max(BEFORE_TITLE + titles + 1 + most + 2 + times, LEAST_LEFT), width - LEAST_RIGHT) if both else width
    )
    left = [
        _lesson_line(lesson, number == chosen, most, titles, times, left_width, look)
        for number, lesson in enumerate(survey.lessons)
    ]
    left.append([])
    for standing, words in MEANINGS.items():
        mark, role = STANDING_MARKS[standing]
        for number, row in enumerate(wrapped(words(language), left_width - 6)):
            left.append([Segment("      " if number else f"    {mark} ", look.role(role)), Segment(row, look.quiet)])
    if not survey.lessons:
        return left
    right = skill_lines(survey.lessons[chosen], survey.today, width - left_width - 4 if both else width, look)
    return _beside(left, left_width + 4, right) if both else [*left, [], *right]


def _time(lesson: LessonSurvey, language: str) -> str:
    return duration_words(lesson.seconds, language) if lesson.seconds else ""


def _lesson_line(
    lesson: LessonSurvey, is_chosen: bool, most: int, titles: int, times: int, width: int, look: Look
) -> Line:
    """Return a lesson's line; of any lesson there are at most `most` skills, and a time and a title of these cells.

    Where not all three stand whole, the time is left out.
    """
    has_time = width >= BEFORE_TITLE + titles + 1 + most + 2 + times
    room = max(width - BEFORE_TITLE - most - (2 + times if has_time else 1), LEAST_TITLE)
    title = shortened(lesson.title.in_(look.language), room - 1)
    line = [
        Segment("▸ " if is_chosen else "  ", look.role(Role.MODEL, bold=True)),
        Segment(f"{lesson.number:>2}  ", look.quiet),
        Segment(set_cell_size(title, room), look.strong if is_chosen else look.ink),
    ]
    for standing, (mark, role) in STANDING_MARKS.items():
        line.append(Segment(mark * lesson.count(standing), look.role(role)))
    line.append(Segment(" " * (most - len(lesson.skills))))
    if has_time:
        used = sum(cell_len(segment.text) for segment in line)
        time = _time(lesson, look.language)
        line.append(Segment(" " * max(width - used - cell_len(time), 1) + time, look.quiet))
    return line


def skill_lines(lesson: LessonSurvey, today: date, width: int, look: Look) -> Lines:
    """Return each skill of a lesson: its whole name, the chance that it would be recalled today, what that rests on.

    Under it stands in words how well it is known, and when it comes back.
    """
    language = look.language
    title = messages.SKILLS_TITLE(language, number=lesson.number, title=lesson.title.in_(language))
    if not lesson.skills:
        return []
    lines: Lines = [[Segment(row, look.strong)] for row in wrapped(title, width)]
    rests = [
        messages.RIGHT_OF(language, right=skill.unaided, total=skill.questions) if skill.questions else ""
        for skill in lesson.skills
    ]
    after = RECALL_BAR + 6 + max(map(cell_len, rests)) + 2
    longest = max(cell_len(skill.title.in_(language)) for skill in lesson.skills)
    room = max(min(longest, width - 2 - after - 1), 8)
    for skill, basis in zip(lesson.skills, rests, strict=True):
        mark, role = STANDING_MARKS[skill.standing]
        *rows, last = wrapped(skill.title.in_(language), room) or [""]
        names = [*rows, set_cell_size(last, room)]
        lines += [
            [Segment("  " if number else f"{mark} ", look.role(role)), Segment(row, look.ink)]
            for number, row in enumerate(names)
        ]
        share = skill.recall or 0.0
        percent = "–" if skill.recall is None else str(round(100 * share))
        bar = "█" * round(RECALL_BAR * share)
        lines[-1] += [
            Segment(" │", look.quiet),
            Segment(bar + " " * (RECALL_BAR - len(bar)), look.role(role)),
            Segment(f"{percent:>4}", look.ink),
            Segment(f"  {basis}", look.quiet),
        ]
        words = known_words(skill.known, today, language)
        lines += [[Segment(f"  {row}", look.quiet)] for row in wrapped(words, width - 2)]
    return lines


# -- what comes, and what is hard -------------------------------------------------------------------------------------


def ahead_page(survey: Survey, chosen: int, width: int, look: Look) -> Lines:  # noqa: ARG001 - as all pages
    """Return how many questions come due on each of the next days."""
    language = look.language
    lines: Lines = [*([Segment(row, look.ink)] for row in wrapped(portion_words(survey.portion, language), width)), []]
    names = [day_words(day, survey.today, language) for day, _ in survey.forecast]
    figure = Figure(
        (_bars(names, [float(count) for _, count in survey.forecast], role=Role.MODEL),),
        alt=Text(**{code: messages.FORECAST_ALT(code, days=len(names)) for code in messages.FORECAST_ALT.variants}),
        title=messages.FORECAST_TITLE,
    )
    return [*lines, *_drawn(figure, min(width, CHART_WIDTH), look)]


def portion_words(portion: Portion, language: str) -> str:
    """Return what today's review asks, and what waits for the days after."""
    count, minutes, waiting = len(portion.questions), portion.minutes, portion.waiting
    if count:
        return messages.PORTION_TODAY(language, count=count, minutes=minutes, waiting=waiting)
    if waiting:
        return messages.PORTION_DONE(language, waiting=waiting)
    return messages.REVIEW_NOTHING(language)


def questions_page(survey: Survey, chosen: int, width: int, look: Look) -> Lines:  # noqa: ARG001 - as all pages
    """Return the questions that went wrong most, what wrong numbers came of, and how predictions went."""
    both = width >= SIDE_BY_SIDE
    share = (width - 4) // 2 if both else width
    hard, near = _hardest_lines(survey, share, look), _prediction_lines(survey, share, look)
    causes = cause_lines(survey, share, look)
    hard += [[], *causes] if causes else []
    near += [[], *_calibration_lines(survey, share, look)]
    return _beside(hard, share + 4, near) if both else [*hard, [], *near]


def _hardest_lines(survey: Survey, width: int, look: Look) -> Lines:
    language = look.language
    lines: Lines = [[Segment(messages.HARDEST_TITLE(language), look.strong)]]
    if not survey.hardest:
        return [*lines, [Segment(messages.HARDEST_NONE(language), look.quiet)]]
    for entry in survey.hardest:
        rows = wrapped(entry.prompt(language, readable), width - 2)
        if len(rows) > 2:
            rows = [rows[0], set_cell_size(rows[1], width - 4).rstrip() + " …"]
        count = messages.WRONG_OF(language, wrong=entry.wrong, asked=entry.asked)
        title = entry.lesson.title.in_(language)
        lines += [
            [Segment("  " if number else "✗ ", look.role(Role.LOSS)), Segment(row, look.ink)]
            for number, row in enumerate(rows)
        ]
        lines.append([Segment(f"  {count} · {entry.lesson.number} {title}", look.quiet)])
    return lines


def _prediction_lines(survey: Survey, width: int, look: Look) -> Lines:
    language, made = look.language, survey.predictions
    lines: Lines = [[Segment(messages.PREDICTIONS_TITLE(language), look.strong)]]
    if not made.guesses:
        return [*lines, [Segment(messages.PREDICTIONS_NONE(language), look.quiet)]]
    if made.typical_miss is None:
        fact = messages.PREDICTIONS_RIGHT(language, right=made.right, guesses=made.guesses)
    else:
        percent = f"{100 * made.typical_miss:.0f}"
        fact = messages.PREDICTIONS_FACT(language, right=made.right, guesses=made.guesses, percent=percent)
    lines += [[Segment(row, look.ink)] for row in wrapped(fact, width)]
    counts = [0] * (len(MISSES) + 1)
    for guess, truth in made.pairs:
        miss = 100 * abs(guess - truth) / abs(truth) if truth else 0.0 if guess == truth else float("inf")
        counts[next((at for at, limit in enumerate(MISSES) if miss <= limit), len(MISSES))] += 1
    if not made.pairs:
        return lines
    names = [messages.MISS_WITHIN(language, percent=limit) for limit in MISSES] + [messages.MISS_BEYOND(language)]
    figure = Figure((_bars(names, [float(count) for count in counts], role=Role.GUESS),), alt=messages.MISSES_ALT)
    return [*lines, [], *_drawn(figure, min(width, CHART_WIDTH), look)]


def _calibration_lines(survey: Survey, width: int, look: Look) -> Lines:
    """Return how sure the learner was of predictions and how right: in words, and as a chart."""
    found, language = survey.calibration, look.language
    lines: Lines = [[Segment(messages.SURE_TITLE(language), look.strong)]]
    said = (*calibration.facts(found, language), *calibration.missing(found, language))
    for words in said or (messages.SURE_NONE(language),):
        lines += [[Segment(row, look.ink if said else look.quiet)] for row in wrapped(words, width)]
    figure = calibration.figure(found)
    return [*lines, [], *_drawn(figure, min(width, CHART_WIDTH), look)] if figure is not None else lines


PAGES = (
    Page(messages.PAGE_DAYS, days_page),
    Page(messages.PAGE_LESSONS, lessons_page, chooses=True),
    Page(messages.PAGE_MAP, map_page, chooses=True),
    Page(messages.PAGE_AHEAD, ahead_page),
    Page(messages.PAGE_QUESTIONS, questions_page, practises=True),
)


def page_lines(survey: Survey | None, page: int, chosen: int, width: int, look: Look) -> Lines:
    """Return a page, or why there is none: the record is still being read, or there is nothing in it yet."""
    if survey is None:
        return reading_lines(width, look)
    if not survey.days:
        return [[Segment(row, look.ink)] for row in wrapped(messages.NO_RECORD_YET(look.language), width)]
    return PAGES[page].lines(survey, chosen, width, look)


def page_names(open_page: int, width: int, look: Look) -> Clickable:
    """Return the names of the pages on one line, the open one standing out; each can be clicked."""
    line = [Segment(messages.PROGRESS_TITLE(look.language), look.strong), Segment(" ── ", look.quiet)]
    spans: list[Span] = []
    for number, page in enumerate(PAGES):
        words = page.title(look.language)
        style = look.role(Role.MODEL, bold=True) + Style(underline=True) if number == open_page else look.quiet
        start = Segment.get_line_length(line)
        spans.append(Span(number, 0, start, start + cell_len(words)))
        line += [Segment(words, style), Segment(PAGE_GAP)]
    tail = f" {look.language}"
    room = width - Segment.get_line_length(line[:-1]) - len(tail)
    rule = PAGE_GAP + "─" * (room - len(PAGE_GAP))
    return Clickable([[*line[:-1], Segment(rule[: max(room, 0)] + tail, look.quiet)]], spans)


# -- drawing ----------------------------------------------------------------------------------------------------------


def _bars(names: Sequence[str], values: Sequence[float], *, role: Role) -> Bars:
    import numpy as np

    return Bars(names, np.array(values), role=role)


def _drawn(figure: Figure, width: int, look: Look) -> Lines:
    _, height = natural_size(figure, width, look.language)
    return draw(figure, width, height, look.palette, look.language)


def _beside(left: Sequence[Line], width: int, right: Sequence[Line]) -> Lines:
    """Return two columns as one; the left one is `width` cells wide."""
    rows = max(len(left), len(right))
    found: Lines = []
    for number in range(rows):
        start = Segment.adjust_line_length(list(left[number]) if number < len(left) else [], width)
        found.append([*start, *(right[number] if number < len(right) else [])])
    return found
