"""The kinds of question, each one class: its fields, how it is read, graded, answered and spelled."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.course.kinds.choice import ChoiceQuestion, ChoicesQuestion
from tutor.course.kinds.draft import Kind
from tutor.course.kinds.number import NumberQuestion
from tutor.course.kinds.predict import PredictQuestion

KINDS: Mapping[str, type[Kind]] = {
    "number": NumberQuestion,
    "predict": PredictQuestion,
    "choice": ChoiceQuestion,
    "choices": ChoicesQuestion,
}
"""From the `kind:` of a question to its class."""
