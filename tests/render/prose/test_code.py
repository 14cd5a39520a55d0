"""Code in any language: highlighted where Pygments can, and shown whole in every one."""

from __future__ import annotations

import pytest
from pygments.lexers import get_lexer_by_name

from tutor.chart.palette import DARK
from tutor.course.markdown import parse_markdown
from tutor.course.source import Findings, Source
from tutor.render.prose.code import tokens_of
from tutor.render.prose.layout import lay_out

SESSIONS = (
    "console", "shell-session", "pycon", "doscon", "pwsh-session", "rconsole", "rbcon", "psql",
    "sqlite3", "erl", "iex", "jlcon", "matlabsession", "nodejsrepl", "psysh", "tcshcon", "dylan-console",
)  # fmt: skip
"""What a terminal shows: Pygments reads it line by line."""
OTHERS = ("python", "bash", "json", "yaml", "html+django", "literate-haskell", "robotframework", "text", "diff", "make")
UNKNOWN = ("no-such-language", "python {.numbered}", "", "한국어")
TEXTS = (
    "$ tutor new my-course\n$ tutor check my-course\nNothing to mend.",
    ">>> x = 1\n>>> x\n1\n... # more",
    "C:\\> dir\n\nPS C:\\> ls\n  a\tb",
    "one line",
    '# 주석 λ ←\r\n"""not closed',
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_no_language_loses_a_character(text: str) -> None:
    for language in (*SESSIONS, *OTHERS, *UNKNOWN):
        assert "".join(token for _, token in tokens_of(language, text)) == text, language


def test_the_sessions_are_languages_that_pygments_knows() -> None:
    assert all(get_lexer_by_name(language) for language in SESSIONS)


@pytest.mark.parametrize("language", [*SESSIONS, *OTHERS])
def test_a_fence_of_several_lines_is_shown_line_by_line(language: str) -> None:
    fence = f"```{language}\n$ tutor new my-course\n$ tutor check my-course\nNothing to mend.\n```"
    prose = parse_markdown(fence, Source("lesson.en.md", fence), Findings())
    lines = lay_out(prose, 60, lambda live, _: live.name, {}, DARK)
    shown = ["".join(segment.text for segment in line).strip() for line in lines]
    assert [line for line in shown if line] == ["$ tutor new my-course", "$ tutor check my-course", "Nothing to mend."]
