"""Help that fades: the working with a gap in it, and a part that is asked by itself before the whole."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.messages import ANSWER_IS_LARGER, ANSWER_IS_SMALLER, NO_NUMBER
from tutor.course.prose import Live, in_words
from tutor.language import Text
from tutor.render import messages
from tutor.render.said import Saying
from tutor.role import Role
from tutor.session.answering import Answering
from tutor.session.part import AskedPart


def gap_sayings(words: Text, lines: Sequence[str], language: str) -> list[Saying]:
    """Return a working line by line, with a gap, and what is to be done with it."""
    return [_said("→", Role.QUIET, words(language)), *(_worked(" ", Role.QUIET, line) for line in lines)]


def part_sayings(answering: Answering, language: str) -> list[Saying]:
    """Return the part that is asked by itself, and the rest once that is known; or that there is one to be had."""
    asked, offered = answering.fading.part, answering.fading.part_offered
    if asked is None:
        return [_said("·", Role.QUIET, messages.PART_OFFERED(language))] if offered is not None else []
    if not asked.is_over:
        return gap_sayings(messages.PART_FIRST, asked.part.asks, language)
    mark, role = ("=", Role.MODEL) if asked.was_told else ("✓", Role.RIGHT)
    return [_worked(mark, role, asked.part.told), *gap_sayings(messages.PART_KNOWN, asked.part.then, language)]


def part_heard(asked: AskedPart, language: str) -> Saying | None:
    """Return what is said to a response to the part; None where that leads on."""
    match asked.hears:
        case "unreadable":
            return _said("·", Role.QUIET, NO_NUMBER(language))
        case "larger" if not asked.is_over:
            return _said("✗", Role.LOSS, ANSWER_IS_LARGER(language, given=asked.response))
        case "smaller" if not asked.is_over:
            return _said("✗", Role.LOSS, ANSWER_IS_SMALLER(language, given=asked.response))
    return None


def _said(lead: str, role: Role, text: str) -> Saying:
    return Saying(lead, role, in_words(text), _nothing)


def _worked(lead: str, role: Role, text: str) -> Saying:
    return Saying(lead, role, in_words(text), _nothing, is_arithmetic=True)


def _nothing(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001
    return ""
