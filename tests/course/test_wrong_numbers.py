"""Wrong numbers as others have written them down, with the thought behind each: how much is heard, and how truly.

Who wrote the second set had seen nothing of what the first one led to. Where a reader found that a sentence says
plainly what the thought was not, it is kept beside the number. What a number is ("0.5 is α itself") and which ways
lead to it ("One way to get there: ...") are true whatever was thought.
"""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.trusted import standing_course
from tutor.course.lint.slips import VAGUE
from tutor.course.questions import Asked, Feedback, Question
from tutor.working import Expression

LESSONS = Path(__file__).parents[2] / "lessons"
WRITTEN = Path(__file__).parents[1] / "data" / "wrong_numbers"


def asked_at(question: Question, at: dict[str, Any]) -> Asked:
    """Return a question at the values that a wrong answer was written for."""
    assert question.lab is not None
    values = question.lab.check({name: tuple(one) if isinstance(one, list) else one for name, one in at.items()})
    return question.ask(0).at(values)


def comes_to(node: Expression) -> float:
    """Return what a working comes to, from its given numbers alone."""
    values = [comes_to(operand) for operand in node.operands]
    match node.operator.name, values:
        case "", _:
            return node.value
        case "+", _:
            return sum(values)
        case "-", [one]:
            return -one
        case "-", [one, other]:
            return one - other
        case "·", _:
            return math.prod(values)
        case "/", [one, other]:
            return one / other
        case "^", [one, other]:
            return float(one**other)
        case "exp", [one]:
            return math.exp(one)
        case "ln", [one]:
            return math.log(one)
        case "log₁₀", [one]:
            return math.log10(one)
        case "| |", [one]:
            return abs(one)
        case "max", _:
            return max(values)
        case "count", _:
            return len(values)
        case "where", [left, right, above, below]:
            return above if left > right else below
        case "h", [one]:
            return max(one, 0.0)
    return values[0]


@pytest.mark.parametrize("files", ["[!s]*.yaml", "second.yaml"])
def test_three_quarters_of_wrong_numbers_meet_something_specific_and_true(files: str) -> None:
    course = standing_course(LESSONS)
    questions = {question.id: question for _, _, question in course.all_questions()}
    pictures = {question.id: step.lab for _, step, question in course.all_questions()}
    counted: Counter[bool] = Counter()
    told: Counter[bool] = Counter()
    missed: list[str] = []
    beside = 0
    for file in sorted(WRITTEN.glob(files)):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            asked = asked_at(questions[entry["question"]], entry["at"] or {})
            picture = pictures[entry["question"]]
            if picture is not None and not picture.hidden:
                asked = asked._replace(shown=picture.lab(**picture.values))
            for wrong in entry["wrong"]:
                feedback = asked.grade(wrong["response"], "en")
                assert isinstance(feedback, Feedback) and not feedback.right, (entry["question"], wrong)
                is_heard = feedback.mistake not in VAGUE
                if isinstance(feedback.yours, Expression):
                    # The arithmetic that stands for theirs comes to the number that they typed, to its last place.
                    typed = wrong["response"].replace(",", ".")
                    unit = 10.0 ** -len(typed.partition(".")[2]) if "/" not in typed else 0.01
                    off = abs(comes_to(feedback.yours) - float(Fraction(typed)))
                    told[off <= 1.1 * unit] += 1
                counted[is_heard] += 1
                said = feedback.say.in_("en").source if feedback.say is not None else ""
                beside += bool(said) and wrong.get("beside") == said
                if not is_heard:
                    missed.append(f"{entry['question']} {wrong['response']}: {wrong['thought']}")
    assert sum(counted.values()) >= 300
    assert beside <= 0.03 * counted[True]
    assert told[False] <= 0.03 * sum(told.values()) and sum(told.values()) > 100
    assert counted[True] >= 0.75 * sum(counted.values()), "\n".join(missed)
