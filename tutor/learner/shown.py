"""What a learner has shown in a skill so far: that decides which help is offered first, and whether unasked.

Assistance helps whoever begins, and is in the way of whoever can; so it fades.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum

from tutor.learner.attempts import Attempt, rounds
from tutor.learner.causes import way_of


class Shown(IntEnum):
    """How much a learner has shown in a skill."""

    NOTHING = 0
    """no right answer yet, or the answer had to be shown after one"""
    SOME = 1
    """right once, or with help"""
    ALONE = 2
    """right again, and that time without help"""


def shown_in(attempts: Iterable[Attempt]) -> Shown:
    """Return what the attempts at the questions of one skill show, in the order in which they were made.

    Each time a question was asked counts once. A right answer leads one up, to the top only without help; a wrong first
    response leads down from there, and having the answer shown down to the beginning. A prediction shows nothing.
    """
    by_question: defaultdict[str, list[Attempt]] = defaultdict(list)
    order: dict[str, int] = {}
    for number, attempt in enumerate(attempts):
        if not attempt.is_guess:
            by_question[attempt.question].append(attempt)
            order[attempt.uid] = number
    asked = [made for of_one in by_question.values() for made in rounds(of_one)]
    shown = Shown.NOTHING
    for made in sorted(asked, key=lambda made: order[made[0].uid]):
        if any(attempt.revealed for attempt in made):
            shown = Shown.NOTHING
        elif not made[0].right:
            shown = Shown.SOME if made[-1].right else min(shown, Shown.SOME)
        elif made[0].hints or shown is Shown.NOTHING:
            shown = Shown.SOME
        else:
            shown = Shown.ALONE
    return shown


def is_stuck(attempts: Iterable[Attempt]) -> bool:
    """Return whether the last response to one question went wrong in the same way as one since the last right one."""
    ways: list[str] = []
    for attempt in attempts:
        if attempt.right:
            ways.clear()
        elif not attempt.revealed:
            ways.append(way_of(attempt.mistake))
    return bool(ways) and bool(ways[-1]) and ways.count(ways[-1]) > 1
