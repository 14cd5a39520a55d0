"""Days in a learner's words."""

from __future__ import annotations

from datetime import date

from tutor.render import messages

WEEKDAYS = (
    messages.MONDAY,
    messages.TUESDAY,
    messages.WEDNESDAY,
    messages.THURSDAY,
    messages.FRIDAY,
    messages.SATURDAY,
    messages.SUNDAY,
)


def day_words(day: date, today: date, language: str) -> str:
    """Return a day as one says it: "today", "tomorrow", else "Thu 5 Feb"."""
    distance = (day - today).days
    if distance in (0, 1):
        return (messages.TODAY, messages.TOMORROW)[distance](language)
    return date_words(day, language)


def date_words(day: date, language: str) -> str:
    """Return a date: "Thu 5 Feb"."""
    month = month_words(day.month, language)
    return messages.DATE(language, weekday=WEEKDAYS[day.weekday()](language), day=day.day, month=month)


def month_words(month: int, language: str) -> str:
    """Return a month's short name, from its number from 1."""
    return messages.MONTHS(language).split()[month - 1]


def duration_words(seconds: float, language: str) -> str:
    """Return a time span: "45 min", "3 h 20 min"; what is shorter than a minute is "under a minute"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return messages.UNDER_A_MINUTE(language)
    if minutes < 60:
        return messages.MINUTES(language, minutes=minutes)
    return messages.HOURS(language, hours=minutes // 60, minutes=minutes % 60)
