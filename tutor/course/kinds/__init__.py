"""The kinds of question, each one class: its fields, how it is read, graded, answered and spelled."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.course.kinds.array import ArrayQuestion
from tutor.course.kinds.blank import BlankQuestion
from tutor.course.kinds.choice import ChoiceQuestion, ChoicesQuestion
from tutor.course.kinds.draft import Kind
from tutor.course.kinds.number import NumberQuestion
from tutor.course.kinds.order import OrderQuestion
from tutor.course.kinds.predict import PredictQuestion
from tutor.course.kinds.setting import SettingQuestion

__all__ = [
    "KINDS",
    "ArrayQuestion",
    "BlankQuestion",
    "ChoiceQuestion",
    "ChoicesQuestion",
    "NumberQuestion",
    "OrderQuestion",
    "SettingQuestion",
]

KINDS: Mapping[str, type[Kind]] = {
    "number": NumberQuestion,
    "predict": PredictQuestion,
    "choice": ChoiceQuestion,
    "choices": ChoicesQuestion,
    "array": ArrayQuestion,
    "order": OrderQuestion,
    "blank": BlankQuestion,
    "setting": SettingQuestion,
}
"""From the `kind:` of a question to its class."""
