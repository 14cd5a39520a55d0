"""How a text reads where it is no course but a page: Markdown on a forge, lines that break in a narrow column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.course.lint import messages
from tutor.course.markdown import parser
from tutor.course.prose import Place, Prose, Words
from tutor.course.source import Files, Findings, place_near
from tutor.language import MINUS, has_cjk

_AT_A_WORD = re.compile(r"[^\w\s*]\*+\w|\w\*+[^\w\s*]")
"""A run of marks between a word and punctuation, where the tutor reads more than a web page does."""
_HYPHEN_MINUS = re.compile(r"(?<![\w\-.,)\]}\u2013])-(?=\d)")
"""A hyphen before a number, where a minus is meant: no range, no word, no option of a command."""
_AROUND = 14
"""Characters of a text that a finding quotes on each side."""


def lint_page(prose: Prose, start: Place, files: Files, findings: Findings) -> None:
    """Note marks that a web page would show as they stand, and a hyphen that stands for a minus."""
    for left_over in _left_over(prose.source):
        findings.warn(
            place_near(left_over.strip(), start, files),
            "marks-elsewhere",
            messages.MARK_ELSEWHERE,
            found=left_over,
        )
    before = " "
    for inline in prose.inlines():
        # Right after a value a hyphen joins: {{ n }}-2-1.
        text = before + inline.text if isinstance(inline, Words) else ""
        before = " " if isinstance(inline, Words) else "x"
        if found := _HYPHEN_MINUS.search(text):
            near = text[max(found.start() - _AROUND, 1) : found.end() + _AROUND]
            findings.warn(
                place_near(near, start, files),
                "hyphen-minus",
                messages.HYPHEN_FOR_MINUS,
                found=near,
                minus=MINUS,
            )
            return


def _left_over(source: str) -> Iterator[str]:
    """Yield what stands around each mark that a web page would not read as one, though the tutor does."""
    if not has_cjk(source) or _AT_A_WORD.search(source) is None:
        return
    for block in parser(elsewhere=True).parse(source):
        texts = (child.content for child in block.children or [] if child.type == "text")
        found = next((text for text in texts if "*" in text), None)
        if found is not None:
            at = found.index("*")
            yield found[max(at - _AROUND, 0) : at + _AROUND]
