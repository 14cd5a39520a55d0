"""A learner's guess on a drawing, beside the truth."""

from __future__ import annotations

import math
from dataclasses import replace

from tutor.course.questions import Guess
from tutor.figure import Drawing, Figure, Guide, Layer, Mark, Panels, Place, Role
from tutor.session import messages


def with_guesses(drawing: Drawing, guesses: tuple[Guess, ...]) -> Drawing:
    """Return the drawing with each guess where its readout lies; a drawing without such a place stays as it is."""
    if isinstance(drawing, Panels):
        return replace(drawing, parts=tuple(with_guesses(part, guesses) for part in drawing.parts))
    if not isinstance(drawing, Figure):
        return drawing
    layers = [
        _layer(drawing.places[guess.readout], guess.value)
        for guess in guesses
        if guess.readout in drawing.places and math.isfinite(guess.value)
    ]
    return drawing.with_layers(*layers) if layers else drawing


def _layer(place: Place, value: float) -> Layer:
    if place.at is None:
        return Guide(place.axis, value, Role.GUESS, messages.YOUR_GUESS)
    x, y = (place.at, value) if place.axis == "y" else (value, place.at)
    return Mark(x, y, Role.GUESS, messages.YOUR_GUESS, mark="◆")
