"""A guess to commit to before the lab shows the answer: a number, or one of some options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from tutor.course.fields import Field
from tutor.course.kinds.choice import PICTURE, ChoiceQuestion
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.kinds.number import NumberQuestion
from tutor.course.messages import questions as for_authors
from tutor.course.questions import Question


class PredictQuestion(Kind):
    """A guess before the lab shows the answer: a number or a choice, with one try (`Question.single_try`)."""

    KIND: ClassVar[str] = "predict"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        *(field._replace(required=False) for field in NumberQuestion.FIELDS),
        *(field._replace(required=False) for field in ChoiceQuestion.FIELDS if field is not PICTURE),
    )
    ONE_OF: ClassVar[tuple[str, ...]] = ("answer", "options")

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> Question | None:
        """Return the question; None where it has both `answer` and `options`, or neither."""
        if ("answer" in given) == ("options" in given):
            draft.reader.findings.error(draft.place, "missing-field", for_authors.ANSWER_OR_OPTIONS)
            return None
        kind = NumberQuestion if "answer" in given else ChoiceQuestion
        own = {field.name for field in kind.FIELDS}
        for name in given:
            if name not in own and any(field.name == name for field in cls.FIELDS):
                other = "answer" if "answer" in given else "options"
                draft.reader.findings.error(
                    draft.place, "unknown-field", for_authors.NO_FIELD_BESIDE, name=name, other=other
                )
        question = kind.build(draft, given)
        return replace(question, single_try=True) if question is not None else None
