"""What a thing on a screen *is*. Screens paint before anything is drawn, so this stands apart from the figures."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a thing *is*. One role wears one colour and one mark, on every screen."""

    GIVEN = "given"
    """what is given: data, inputs, labels (sky blue ●)"""
    MODEL = "model"
    """the model: its line, boundary, prediction, parameters (orange ─)"""
    GUESS = "guess"
    """the learner's own guess (purple ◆)"""
    LOSS = "loss"
    """error, loss, a wrong answer (vermillion │)"""
    RIGHT = "right"
    """right, solved, the minimum (green ✓)"""
    OTHER = "other"
    """a second curve beside the model: its derivative, an alternative (yellow)"""
    QUIET = "quiet"
    """scaffolding: a guide line, what came before (grey)"""
