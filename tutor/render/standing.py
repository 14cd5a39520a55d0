"""How well something is known, in words: "right once; comes back tomorrow"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from tutor.learner.standing import Known, Standing
from tutor.render import messages
from tutor.render.days import day_words
from tutor.role import Role

STANDING_MARKS = {
    Standing.LEARNT: ("●", Role.RIGHT),
    Standing.RIGHT: ("◕", Role.RIGHT),
    Standing.SHAKY: ("◐", Role.MODEL),
    Standing.PREDICTED: ("◆", Role.GUESS),
    Standing.UNSEEN: ("○", Role.QUIET),
}
MEANINGS = {
    Standing.LEARNT: messages.LEARNT,
    Standing.RIGHT: messages.RIGHT_SO_FAR,
    Standing.SHAKY: messages.SHAKY,
    Standing.PREDICTED: messages.PREDICTED,
    Standing.UNSEEN: messages.UNSEEN,
}
COUNTS = {
    Standing.LEARNT: messages.COUNT_LEARNT,
    Standing.RIGHT: messages.COUNT_RIGHT,
    Standing.SHAKY: messages.COUNT_SHAKY,
    Standing.PREDICTED: messages.COUNT_PREDICTED,
    Standing.UNSEEN: messages.COUNT_UNSEEN,
}


def legend(language: str) -> str:
    """Return what the marks stand for, in a word or two each."""
    return " · ".join(
        f"{STANDING_MARKS[standing][0]} {words(language).partition(':')[0]}" for standing, words in MEANINGS.items()
    )


def known_words(known: Known, today: date, language: str) -> str:
    """Return how well a question or a skill is known, and when it comes back where that is known and matters."""
    words = _standing_words(known, language)
    if known.due is None or known.standing is Standing.LEARNT or not known.is_answered:
        return words
    return messages.COMES_BACK(language, words=words, day=day_words(max(known.due, today), today, language))


def _standing_words(known: Known, language: str) -> str:
    match known.standing:
        case Standing.UNSEEN:
            return messages.UNSEEN(language)
        case Standing.PREDICTED:
            return messages.PREDICTED(language)
        case Standing.SHAKY if known.left and known.times:
            return messages.NOT_ALL_ASKED(language, left=known.left)
        case Standing.SHAKY:
            return (messages.NOT_LAST_TIME if known.was_right else messages.NOT_YET_RIGHT)(language)
    words = _right_words(known, language)
    return messages.IS_LEARNT(language, words=words) if known.standing is Standing.LEARNT else words


def _right_words(known: Known, language: str) -> str:
    if known.times == 1:
        return messages.RIGHT_ONCE(language)
    words = messages.TIMES_WORDS(language).split(", ")
    times = words[known.times - 1] if known.times <= len(words) else messages.MANY_TIMES(language, count=known.times)
    return messages.RIGHT_TIMES(language, times=times, days=known.days)


def lesson_words(skills: Iterable[Known], done: int, steps: int, language: str, *, marked: bool = True) -> str:
    """Return how well a lesson is known, by its skills; `done` of its `steps` were gone through.

    Each count has its mark before it, but where these words are not seen (`marked`).
    """
    count = Counter(known.standing for known in skills)
    if set(count) <= {Standing.UNSEEN}:
        return messages.LESSON_READ(language, done=done, steps=steps) if done else messages.LESSON_NOT_BEGUN(language)
    if set(count) == {Standing.LEARNT}:
        return messages.LESSON_LEARNT(language)
    return " · ".join(
        (f"{STANDING_MARKS[standing][0]} " if marked else "") + words(language, count=count[standing])
        for standing, words in COUNTS.items()
        if count[standing]
    )
