"""A program line by line: how it reads in a row of a table, and whether a text gives one of its lines away."""

from __future__ import annotations

import re

LONGEST_LINE = 80
"""Characters of a program in one line."""

_PLAIN = re.compile(r"(?:def |class |@|import |from |return \w+$|pass$|\w+ = \w+$|else:$|try:$|\.\.\.$)")
"""How a line begins that tells nothing: a learner has it already, or would write it anyway."""
SHORTEST = 6
"""Characters of a line or of a piece of one, spaces left out, that is told when it stands in a text."""


def code_lines(source: str) -> tuple[str, ...]:
    """Return the lines of a program without those that are blank or a comment: what it does, whatever it says."""
    lines = (line.rstrip() for line in source.split("\n"))
    return tuple(line for line in lines if line and not line.lstrip().startswith("#"))


def in_one_line(source: str, function: str) -> str:
    """Return a program as it reads in a row: `def cost(W): return W**2`, or of a longer one `def cost(W): …`."""
    lines = [" ".join(line.split()) for line in code_lines(source)]
    if not lines:
        return ""
    if len(lines) == 2 and lines[0].endswith(":"):
        short = " ".join(lines)
        if len(short) <= LONGEST_LINE:
            return short
    head = next((line for line in lines if re.match(rf"def\s+{re.escape(function)}\b", line)), lines[0])
    head = head if len(head) <= LONGEST_LINE - 2 else head[: LONGEST_LINE - 2]
    return f"{head} …" if len(lines) > 1 or head != lines[0] else head


def line_told(solution: str, text: str) -> str:
    """Return the first line of a solution that stands in a text, however it is spaced; "" for none."""
    squeezed = _squeezed(text)
    for line in code_lines(solution):
        bare = line.strip()
        told = _squeezed(bare.removeprefix("return "))
        if len(told) >= SHORTEST and not _PLAIN.match(bare) and told in squeezed:
            return bare
    return ""


def _squeezed(text: str) -> str:
    return "".join(text.split())
