"""The end of a lesson: what can be done now, what was believed at first, and what comes back when."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment

from tutor.language import Text
from tutor.learner.ending import Ending
from tutor.namedtuple import NamedTuple
from tutor.render.actions import Action
from tutor.render.days import day_words
from tutor.render.ends import messages
from tutor.render.look import Look
from tutor.render.prose.mathematics import readable
from tutor.render.wrap import wrapped
from tutor.role import Role

Lines = list[list[Segment]]

LONGEST_LINE = 72
MOST_DAYS = 3
"""Days on which something comes back that are told one by one; of more, how many come later."""


class Told(NamedTuple):
    """One thing that is told, with its mark."""

    mark: str
    role: Role
    words: str


def ending_lines(ending: Ending, width: int, look: Look) -> Lines:
    """Return the end of a lesson."""
    width = min(width, LONGEST_LINE)
    lines: Lines = [[Segment(messages.ENDING_TITLE(look.language), look.strong)]]
    for mark, role, words in ending_told(ending, look.language):
        for number, row in enumerate(wrapped(words, width - 2)):
            lines.append([Segment("  " if number else f"{mark} ", look.role(role)), Segment(row, look.ink)])
    return lines


def ending_told(
    ending: Ending,
    language: str,
    formula: Callable[[str], str] = readable,
    no_words: Text = messages.ENDING_NO_WORDS,
) -> list[Told]:
    """Return what is told at the end of a lesson.

    `formula` writes TeX as it is read, and `no_words` says how words of one's own are written down.
    """
    found: list[Told] = []

    def tell(mark: str, role: Role, words: str) -> None:
        found.append(Told(mark, role, words))

    if ending.task is not None:
        title = ending.task[0].title.in_(language)
        told = messages.ENDING_DONE if ending.is_done else messages.ENDING_TASK
        tell("✓" if ending.is_done else "◇", Role.RIGHT if ending.is_done else Role.QUIET, told(language, title=title))
    belief = ending.belief
    if belief is not None:
        asked, said = belief.asked(language, formula), belief.said(language)
        told = messages.ENDING_BELIEVED_RIGHT if belief.attempt.right else messages.ENDING_BELIEVED
        truth = "" if belief.attempt.right else belief.truth(language)
        tell("◆", Role.GUESS, told(language, asked=asked, said=said, truth=truth))
    own = messages.ENDING_WORDS(language, words=ending.words) if ending.words else no_words(language)
    tell("✎", Role.QUIET, own)
    tell("↺", Role.QUIET, returns_words(ending, language))
    return found


def returns_words(ending: Ending, language: str) -> str:
    """Return on which days how much comes back: "tomorrow: 3, Thu 5 Feb: 2, later 4"."""
    if not ending.returns:
        return messages.ENDING_NOTHING_RETURNS(language)
    days = ", ".join(
        messages.ENDING_ON_DAY(language, day=day_words(day, ending.today, language), count=count)
        for day, count in ending.returns[:MOST_DAYS]
    )
    if later := sum(count for _, count in ending.returns[MOST_DAYS:]):
        days += messages.ENDING_LATER(language, count=later)
    return messages.ENDING_RETURNS(language, days=days)


def task_action(ending: Ending) -> tuple[Action, ...]:
    """Return the way to the task, where it was not done alone yet."""
    if ending.task is None or ending.is_done:
        return ()
    return (Action("alone", messages.ENDING_DO_TASK, message="KEY_CHOOSE"),)
