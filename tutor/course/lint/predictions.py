"""Predictions: what gives the answer away is withheld until the guess, and shown after it."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint.drawings import reveals
from tutor.course.model import Step
from tutor.course.questions import Question
from tutor.course.source import Findings, suggestion
from tutor.figure import figures_in
from tutor.lab import Result


def lint_prediction(step: Step, question: Question, labs: Labs, findings: Findings) -> None:
    """Note a number to predict that nothing shows afterwards, and a guess that has no place on the figure."""
    use = step.lab
    if not question.single_try or use is None or use.hidden or question.lab is None:
        return
    if question.lab.name != use.lab.name:
        return
    result = labs.run(question.lab, question.values_of(0))
    if not isinstance(result, Result) or not result.drawings:
        return
    # Among options each has its own answer, and it is for the lab to bear it out in its own time.
    answer = next((reference for reference, need in question.references() if need), None)
    if answer is None:
        return
    place = question.place or Place("", 1)
    explained = question.explain.variants.values() if question.explain is not None else ()
    told = [live.name for prose in explained for live in prose.lives()]
    if answer.name not in (*result.shows, *told) and not reveals(result.drawings):
        findings.warn(
            place,
            "nothing-revealed",
            f"Nothing shows {str(answer)!r} once it was guessed: give what it can be read from in {use.lab.name} "
            f"`reveals=True`, list it in `shows`, or say {{{{ {answer} }}}} in 'explain'.",
        )
    named = dict.fromkeys(_places(result))
    if named and str(answer) not in named and suggestion(str(answer), named).startswith("Did"):
        findings.warn(
            place, "nothing-revealed", f"`places` has no {str(answer)!r}, so that a guess does not stand on the figure."
        )


def _places(result: Result) -> Iterator[str]:
    for drawing in result.drawings:
        for figure in figures_in(drawing):
            yield from figure.places
