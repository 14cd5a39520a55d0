"""Wrong numbers as others have written them down, with the thought behind each: how much of them is heard."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from tests.trusted import standing_course
from tutor.course.lint.slips import VAGUE
from tutor.course.questions import Asked, Feedback, Question

LESSONS = Path(__file__).parents[2] / "lessons"
WRITTEN = Path(__file__).parents[1] / "data" / "wrong_numbers"


def asked_at(question: Question, at: dict[str, Any]) -> Asked:
    """Return a question at the values that a wrong answer was written for."""
    assert question.lab is not None
    values = question.lab.check({name: tuple(one) if isinstance(one, list) else one for name, one in at.items()})
    return question.ask(0).at(values)


def test_three_quarters_of_wrong_numbers_meet_something_specific() -> None:
    course = standing_course(LESSONS)
    questions = {question.id: question for _, _, question in course.all_questions()}
    pictures = {question.id: step.lab for _, step, question in course.all_questions()}
    counted: Counter[bool] = Counter()
    missed: list[str] = []
    for file in sorted(WRITTEN.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            asked = asked_at(questions[entry["question"]], entry["at"] or {})
            picture = pictures[entry["question"]]
            if picture is not None and not picture.hidden:
                asked = asked._replace(shown=picture.lab(**picture.values))
            for wrong in entry["wrong"]:
                feedback = asked.grade(wrong["response"], "en")
                assert isinstance(feedback, Feedback) and not feedback.right, (entry["question"], wrong)
                is_heard = feedback.mistake not in VAGUE
                counted[is_heard] += 1
                if not is_heard:
                    missed.append(f"{entry['question']} {wrong['response']}: {wrong['thought']}")
    assert sum(counted.values()) > 300
    assert counted[True] >= 0.75 * sum(counted.values()), "\n".join(missed)
