"""Strings, keys and the ratios between them."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Place, Points
from tutor.lab import Choice, Readout, Result, Slider, lab
from tutor.language import Text
from tutor.working import close, given, size_of

A = 440.0
"""The note that orchestras tune to: 440 swings a second, or hertz (Hz)."""

STEP = 2 ** (1 / 12)
"""From one key to the next. Twelve of these steps are an octave: twice as fast."""


@lab(keys=Slider(0, low=0, high=24, step=1, label=Text(en="keys up", ko="올라간 건반")))
def scale(keys: float) -> Result:
    """Return how fast a string swings some keys above A: f(n) = 440 · 2^(n/12)."""
    working = given(A, "a") * 2 ** close(given(keys, "keys") / 12)
    frequency = working.value
    every = np.arange(25)
    figure = Figure(
        (
            Line(every, A * STEP**every, reveals=True),
            Points(np.array([0, 12]), np.array([A, 2 * A])),
            Mark(keys, frequency, reveals=True),
        ),
        alt=Text(
            en=f"Swings a second over keys. {keys:g} keys above A there are {frequency:.0f}.",
            ko=f"건반에 따른 1초 동안의 진동 수. A에서 {keys:g}건반 위에서는 {frequency:.0f}번입니다.",
        ),
        x=Axis(Text(en="keys above A", ko="A에서 올라간 건반"), 0, 24),
        y=Axis("Hz", 0, 2000),
        places={"frequency": Place("y", keys)},
    )
    readouts = {
        "frequency": Readout.of(working.to(".1f"), "Hz", ".1f"),
        "ratio": Readout(STEP**keys, Text(en="times A", ko="A의 배수"), ".3f"),
        "step": Readout(STEP, format=".4f"),
        "a": Readout(A, format="g"),
        "octave": Readout(2 * A, format="g"),
        # Two wrong ways, for the quiz: adding as much again for each octave, and going down instead of up.
        "added": Readout(A + A * keys / 12),
        "down": Readout(A / STEP**keys),
        "is_fifth": Readout(keys == 7),
        "is_low": Readout(keys < 7),
        "is_high": Readout(keys > 7),
    }
    return Result(readouts, (figure,), shows=("frequency", "ratio"))


INTERVALS = {"fifth": (7, 3, 2), "fourth": (5, 4, 3), "third": (4, 5, 4)}
"""Keys, and the pure ratio that our ears like, as above : below."""


@lab(
    interval=Choice(
        "fifth",
        options={
            "fifth": Text(en="fifth, 3 : 2", ko="5도, 3 : 2"),
            "fourth": Text(en="fourth, 4 : 3", ko="4도, 4 : 3"),
            "third": Text(en="third, 5 : 4", ko="3도, 5 : 4"),
        },
        label=Text(en="interval", ko="음정"),
    )
)
def beats(interval: str) -> Result:
    """Return how often two strings beat against each other because the piano's ratio is not the pure one."""
    keys, above, below = INTERVALS[interval]
    piano = (2 ** close(given(keys, "keys") / 12)).named("piano", ".4f")
    swelling = given(A, "a") * size_of(below * piano - above)
    beat = swelling.value
    seconds = np.linspace(0, 1, 400)
    figure = Figure(
        (Line(seconds, np.abs(np.cos(np.pi * beat * seconds))),),
        alt=Text(
            en=f"The sound swells {beat:.1f} times in a second.",
            ko=f"소리가 1초에 {beat:.1f}번 커졌다 작아집니다.",
        ),
        x=Axis(Text(en="seconds", ko="초"), 0, 1),
        y=Axis(Text(en="loudness", ko="소리 크기"), 0, 1),
    )
    readouts = {
        "piano": Readout.of(piano, Text(en="the piano's ratio", ko="피아노의 비"), ".4f"),
        "pure": Readout.of(close(given(above) / below).to(".4f"), Text(en="pure", ko="순정"), ".4f"),
        "beat": Readout.of(swelling.to(".1f"), Text(en="beats a second", ko="1초 동안의 맥놀이"), ".1f"),
        "keys": Readout(keys, format="g"),
        "a": Readout(A, format="g"),
        "fifths": Readout.of((close(given(3) / 2) ** 12).to(".2f")),
        "octaves": Readout.of(given(2) ** 7, format=".0f"),
    }
    return Result(readouts, (figure,), shows=("pure", "piano", "beat"))
