"""A kind of question that the tutor does not have, put beside its own for as long as a test needs it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tutor.course import kinds
from tutor.course.kinds.draft import Kind

from .test_loader import replace

TO_ADD = Path(__file__).parent / "kinds_to_add"

QUIZ = "01-letter/quiz.yaml"
MATCH = """
- id: which-is-which
  kind: matching
  prompt: {en: "Which is which?", ko: "무엇이 무엇일까요?"}
  pairs:
    - {term: {en: "prior", ko: "사전"}, meaning: {en: "before the letter", ko: "편지 전"}}
    - {term: {en: "posterior", ko: "사후"}, meaning: {en: "after the letter", ko: "편지 후"}}
    - {term: {en: "evidence", ko: "증거"}, meaning: {en: "the letter", ko: "편지"}}
  mistakes:
    - {term: 1, meaning: 2, say: {en: "*Prior* is earlier.", ko: "*사전*은 앞선다는 뜻입니다."}}
    - {term: 2, meaning: 3, say: {en: "The letter changes it.", ko: "편지는 그것을 바꿉니다."}}
  otherwise: {en: "Think of the time.", ko: "때를 생각해 보세요."}
"""


@contextmanager
def matching_known() -> Iterator[type[Kind]]:
    """Make the kind known, as if its file lay among the others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinds, "__path__", [*kinds.__path__, str(TO_ADD)])
        yield kinds.KINDS["matching"]
    del sys.modules["tutor.course.kinds.matching"]


def ask_to_match(folder: Path) -> None:
    """Ask a question of the kind in a copy of the small course."""
    for language in ("en", "ko"):
        replace(f"01-letter/lesson.{language}.md", "- which-cannot\n", "- which-is-which\n- which-cannot\n")(folder)
    with (folder / QUIZ).open("a", encoding="utf-8") as quiz:
        quiz.write(MATCH)
