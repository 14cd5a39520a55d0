"""What course.yaml says of skills: on which others a step rests, beside what its labs tell.

rests:
  layers/by-hand: [perceptron/quiz, not activations/where]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tutor.course.finding import Place
from tutor.course.source import Findings, suggestion
from tutor.course.yaml import Fields, Items, Node, Scalar, describe

StepName = tuple[str, str]
"""A step by its lesson's id and its own."""
DENIED = "not "


class Said(NamedTuple):
    """What an author says of one step."""

    on: frozenset[StepName] = frozenset()
    """it rests on these as well"""
    apart: frozenset[StepName] = frozenset()
    """it does not rest on these, whatever its labs read"""


def said_in(node: Node | None, steps: Iterable[StepName], findings: Findings) -> dict[StepName, Said]:
    """Return what `rests` says of the course's steps, with a finding for what it cannot say."""
    known = {f"{lesson}/{step}": (lesson, step) for lesson, step in steps}

    def step_in(text: str, place: Place) -> StepName | None:
        if text not in known:
            findings.error(place, "unknown-name", f"There is no step {text!r}. {suggestion(text, known)}")
        return known.get(text)

    found: dict[StepName, Said] = {}
    if node is None:
        return found
    if not isinstance(node, Fields):
        findings.error(
            node.place, "wrong-value", f"This is {describe(node)}, but it should name steps, as LESSON/STEP."
        )
        return found
    for name, value in node.entries.items():
        step = step_in(name, node.keys[name].place)
        if not isinstance(value, Items):
            findings.error(
                value.place, "wrong-value", f"This is {describe(value)}, but it should be a list of LESSON/STEP."
            )
            continue
        sides: Mapping[bool, set[StepName]] = {True: set(), False: set()}
        for item in value.items:
            text = item.text.strip() if isinstance(item, Scalar) else ""
            denied = text.startswith(DENIED)
            if (other := step_in(text.removeprefix(DENIED).strip(), item.place)) is not None:
                sides[denied].add(other)
        if step is not None:
            found[step] = Said(frozenset(sides[False]), frozenset(sides[True]))
    return found
