"""What course.yaml says of skills: on which others a step rests, beside what its labs tell.

rests:
  layers/by-hand: [perceptron/quiz, not activations/where]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tutor.course.finding import Place
from tutor.course.messages import lessons as messages
from tutor.course.source import Findings, suggestion
from tutor.course.yaml import Fields, Items, Node, Scalar, describe, not_wanted
from tutor.namedtuple import NamedTuple

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
            near = suggestion(text, known)
            findings.error(place, "unknown-name", messages.NO_SUCH_STEP, name=text, nearest=near)
        return known.get(text)

    found: dict[StepName, Said] = {}
    if node is None:
        return found
    if not isinstance(node, Fields):
        findings.error(node.place, "wrong-value", messages.STEPS_NAMED, found=describe(node))
        return found
    for name, value in node.entries.items():
        step = step_in(name, node.keys[name].place)
        if not isinstance(value, Items):
            not_wanted(findings, value, messages.LIST_OF_STEPS)
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
