"""Help: what every key does here and everywhere, and what the colours and marks mean."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from tutor.language import Text
from tutor.render import messages
from tutor.render.key_line import Key
from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.role import Role

ROLE_WORDS = {
    Role.GIVEN: messages.ROLE_GIVEN,
    Role.MODEL: messages.ROLE_MODEL,
    Role.GUESS: messages.ROLE_GUESS,
    Role.LOSS: messages.ROLE_LOSS,
    Role.RIGHT: messages.ROLE_RIGHT,
    Role.OTHER: messages.ROLE_OTHER,
}


def help_lines(here: Sequence[Key], everywhere: Sequence[Key], width: int, look: Look) -> list[list[Segment]]:
    """Return two lists of keys, and what each colour means, with its mark."""
    lines = [*_section(messages.HELP_HERE, here, look), [], *_section(messages.HELP_ALWAYS, everywhere, look), []]
    lines += [[Segment(row, look.quiet)] for row in wrapped(messages.HELP_MORE(look.language), width)]
    lines += [[], [Segment(messages.HELP_MARKS(look.language), look.strong)]]
    for role, words in ROLE_WORDS.items():
        mark = look.palette.marks[role]
        lines.append([Segment(f"  {mark}  ", look.role(role, bold=True)), Segment(words(look.language), look.ink)])
    return lines


def _section(title: Text, keys: Sequence[Key], look: Look) -> list[list[Segment]]:
    column = max((cell_len(key.keys) for key in keys), default=0)
    return [
        [Segment(title(look.language), look.strong)],
        *(
            [
                Segment(f"  {key.keys}{' ' * (column - cell_len(key.keys))}  ", look.strong),
                Segment(key.words, look.ink),
            ]
            for key in keys
        ),
    ]
