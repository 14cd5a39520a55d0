"""A proof is made of lints, each of which can be worked out by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tutor.course.model import Finding, Step
from tutor.course.questions import Question
from tutor.course.source import Findings
from tutor.namedtuple import NamedTuple


class Lint(NamedTuple):
    """A part of a proof that needs no other: in any order, or in a process of its own, it finds the same."""

    labs: frozenset[str]
    """the labs of which it looks at results"""
    find: Callable[[Findings], None]
    """notes what is wrong"""


def found_in(lints: Iterable[Lint]) -> tuple[Finding, ...]:
    """Work these out, one after another, and return what is wrong, in the order of files and lines."""
    findings = Findings()
    for lint in lints:
        lint.find(findings)
    return findings.sorted()


def grouped(lints: Iterable[Lint]) -> list[list[Lint]]:
    """Return them in groups of which no two look at the same lab: so each lab is run once for the same values."""
    groups: list[tuple[frozenset[str], list[Lint]]] = []
    for lint in lints:
        met = [group for group in groups if group[0] & lint.labs]
        groups = [group for group in groups if not group[0] & lint.labs]
        labs = lint.labs.union(*(labs for labs, _ in met))
        groups.append((labs, [*(one for _, some in met for one in some), lint]))
    return [some for _, some in groups]


def labs_of(step: Step, questions: Iterable[Question]) -> frozenset[str]:
    """Return the names of the labs of a step and of some of its questions."""
    uses = [step.lab.lab if step.lab is not None else None, *(question.lab for question in questions)]
    return frozenset(lab.name for lab in uses if lab is not None)
