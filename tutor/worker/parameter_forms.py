"""The forms of what a lab can be set to: every kind of parameter."""

from __future__ import annotations

import math

from tutor import lab
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


def _slider(slider: lab.Slider | lab.Vector) -> str:
    low, high, step = slider.low, slider.high, slider.step
    if not (low < high and step > 0 and (high - low) / step <= MOST_STEPS and math.isfinite(high - low)):
        return f"a slider from {low:g} to {high:g} in steps of {step:g}"
    values = slider.default if isinstance(slider, lab.Vector) else (slider.default,)
    if not all(low - 1e-12 <= value <= high + 1e-12 for value in values):
        return f"a default outside {low:g} to {high:g}"
    if isinstance(slider, lab.Vector) and len(slider.names) != len(slider.default):
        return f"{len(slider.names)} names for {len(slider.default)} entries"
    return ""


def _timeline(timeline: lab.Timeline) -> str:
    if not (timeline.default <= timeline.last <= MOST_STEPS and 0 < timeline.per_second <= 1_000):
        return f"a timeline from {timeline.default} to {timeline.last}, {timeline.per_second:g} steps a second"
    return ""


def _board(board: lab.Board) -> str:
    low, high, step = board.low, board.high, board.step
    if not (low < high and step > 0 and (high - low) / step <= MOST_STEPS):
        return f"a board from {low:g} to {high:g} in steps of {step:g}"
    try:
        return "" if board.check(board.default) == board.default else f"points at places like {board.default!r}"
    except lab.ParameterError as error:
        return f"points of which {error}"


def _choice(choice: lab.Choice) -> str:
    return "" if choice.default in choice.options else f"{choice.default!r} is none of its options"


PARAMETER = Union(
    Record(lab.Slider, {"default": FINITE, **_RANGE, **_SHARED}, _slider),
    Record(lab.Choice, {"default": NAME, "options": Named(WORDS, 100, least=1), **_SHARED}, _choice),
    Record(lab.Toggle, {"default": FLAG, **_SHARED}),
    Record(lab.Vector, {"default": Many(FINITE, 100, least=1), **_RANGE, "names": LABELS, **_SHARED}, _slider),
    Record(lab.Timeline, {"default": INDEX, "last": INDEX, "per_second": FINITE, "unit": WORDS, **_SHARED}, _timeline),
    Record(
        lab.Past,
        {"default": Plain(lambda value: value == "", "nothing"), "of": NAME, "keeps": Many(NAME, 50), **_SHARED},
    ),
    Record(
        lab.Board,
        {"default": TEXT, "low": FINITE, "high": FINITE, "step": FINITE, "of": TEXT, "option": TEXT, **_SHARED},
        _board,
    ),
)
