"""The forms of what a lab can be set to: every kind of parameter."""

from __future__ import annotations

import math

from tutor import lab
from tutor.language import Text
from tutor.worker import messages
from tutor.worker.forms import (
    FINITE,
    FLAG,
    FORMATTING,
    INDEX,
    NAME,
    TEXT,
    WORDS,
    Form,
    Many,
    Named,
    Plain,
    Record,
    Union,
)
from tutor.worker.pieces import LABELS, ROLE

_SHARED: dict[str, Form] = {"label": WORDS, "role": ROLE, "help": WORDS}
_RANGE: dict[str, Form] = {"low": FINITE, "high": FINITE, "step": FINITE, "format": FORMATTING}
MOST_STEPS = 1_000_000


def _slider(slider: lab.Slider | lab.Vector) -> Text | None:
    low, high, step = slider.low, slider.high, slider.step
    if not (low < high and step > 0 and (high - low) / step <= MOST_STEPS and math.isfinite(high - low)):
        return messages.SLIDER_FROM.filled(low=low, high=high, step=step)
    values = slider.default if isinstance(slider, lab.Vector) else (slider.default,)
    if not all(low - 1e-12 <= value <= high + 1e-12 for value in values):
        return messages.DEFAULT_OUTSIDE.filled(low=low, high=high)
    if isinstance(slider, lab.Vector) and len(slider.names) != len(slider.default):
        return messages.NAMES_FOR_ENTRIES.filled(names=len(slider.names), count=len(slider.default))
    return None


def _timeline(timeline: lab.Timeline) -> Text | None:
    if not (timeline.default <= timeline.last <= MOST_STEPS and 0 < timeline.per_second <= 1_000):
        start, last, speed = timeline.default, timeline.last, timeline.per_second
        return messages.TIMELINE_FROM.filled(start=start, last=last, speed=speed)
    return None


def _board(board: lab.Board) -> Text | None:
    low, high, step = board.low, board.high, board.step
    if not (low < high and step > 0 and (high - low) / step <= MOST_STEPS):
        return messages.BOARD_FROM.filled(low=low, high=high, step=step)
    try:
        is_right = board.check(board.default) == board.default
        return None if is_right else messages.POINTS_AT.filled(value=board.default)
    except lab.ParameterError as error:
        return messages.POINTS_OF_WHICH.filled(error=error.words)


def _choice(choice: lab.Choice) -> Text | None:
    return None if choice.default in choice.options else messages.NO_OPTION.filled(value=choice.default)


PARAMETER = Union(
    Record(lab.Slider, {"default": FINITE, **_RANGE, **_SHARED}, _slider),
    Record(lab.Choice, {"default": NAME, "options": Named(WORDS, 100, least=1), **_SHARED}, _choice),
    Record(lab.Toggle, {"default": FLAG, **_SHARED}),
    Record(lab.Vector, {"default": Many(FINITE, 100, least=1), **_RANGE, "names": LABELS, **_SHARED}, _slider),
    Record(lab.Timeline, {"default": INDEX, "last": INDEX, "per_second": FINITE, "unit": WORDS, **_SHARED}, _timeline),
    Record(
        lab.Past,
        {"default": Plain(lambda value: value == "", messages.NOTHING), "of": NAME, "keeps": Many(NAME, 50), **_SHARED},
    ),
    Record(
        lab.Board,
        {"default": TEXT, "low": FINITE, "high": FINITE, "step": FINITE, "of": TEXT, "option": TEXT, **_SHARED},
        _board,
    ),
)
