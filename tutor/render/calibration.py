"""How sure a learner was of predictions and how right, as a chart and in words."""

from __future__ import annotations

from tutor.figure import Axis, Figure, Line, Mark, Role
from tutor.language import Text
from tutor.learner.calibration import LEAST, Calibration, Level, Sureness
from tutor.render import messages

WORDS = {
    Sureness.GUESS: messages.SAID_GUESS,
    Sureness.FAIRLY: messages.SAID_FAIRLY,
    Sureness.SURE: messages.SAID_SURE,
}
VERDICTS = {-1: messages.SURE_FEWER, 0: messages.SURE_FITS, 1: messages.SURE_MORE}
TICKS = (0, 25, 50, 75, 100)


def sentence(calibration: Calibration, language: str) -> str:
    """Return one sentence: of the surest word that was said often enough, else what is missing."""
    if calibration.telling:
        return _fact(calibration.telling[-1], language)
    return next(iter(missing(calibration, language)), messages.SURE_NONE(language))


def facts(calibration: Calibration, language: str) -> tuple[str, ...]:
    """Return what became of each word that was said often enough, with what that tells, the surest first."""
    return tuple(
        f"{_fact(level, language)} {VERDICTS[level.verdict](language, percent=round(100 * level.claimed))}"
        for level in reversed(calibration.telling)
    )


def missing(calibration: Calibration, language: str) -> tuple[str, ...]:
    """Return of each word that was said, but not often enough, how many it takes, the surest first."""
    return tuple(
        messages.SURE_MISSING(language, word=WORDS[level.sureness](language), made=level.made, least=LEAST)
        for level in reversed(calibration.levels)
        if level.made and level.missing
    )


def _fact(level: Level, language: str) -> str:
    word = WORDS[level.sureness](language)
    return messages.SURE_FACT(language, word=word, right=level.right, made=level.made)


def figure(calibration: Calibration) -> Figure | None:
    """Return the chart: how sure along, the share that was right up, and the line on which they are the same.

    Beside each point stands its word, and how many of how many were right. None where nothing was said often enough.
    """
    import numpy as np

    if not calibration.telling:
        return None
    diagonal = Line(np.array([0.0, 100.0]), np.array([0.0, 100.0]), role=Role.QUIET, dashed=True)
    marks = tuple(
        Mark(
            100 * level.claimed,
            100 * level.share,
            role=Role.GUESS,
            mark="◆",
            label=messages.SURE_POINT.filled(word=WORDS[level.sureness], right=level.right, made=level.made),
        )
        for level in calibration.telling
    )
    languages = messages.SURE_FACT.variants
    alt = Text(**{language: " ".join(facts(calibration, language)) for language in languages})
    axes = (Axis(label, 0, 100, TICKS) for label in (messages.SURE_X, messages.SURE_Y))
    x, y = axes
    return Figure((diagonal, *marks), alt=alt, x=x, y=y, title=messages.SURE_DIAGONAL)
