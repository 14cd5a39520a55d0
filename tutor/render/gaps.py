"""Help that fades: the working with a gap in it, and a part that is asked by itself before the whole."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.course.messages import ANSWER_IS_LARGER, ANSWER_IS_SMALLER, NO_NUMBER
from tutor.course.prose import Live
from tutor.language import Text
from tutor.render import messages
from tutor.render.said import Saying, plain
from tutor.role import Role
from tutor.session.answering import Answering
from tutor.session.part import AskedPart


def gap_sayings(words: Text, lines: Sequence[str], language: str) -> list[Saying]:
    """Return a working line by line, with a gap, and what is to be done with it."""
    return [_said("→", Role.QUIET, words(language)), *(_said(" ", Role.QUIET, line) for line in lines)]


def part_sayings(answering: Answering, language: str) -> list[Saying]:
    """Return the part that is asked by itself, and the rest once that is known; or that there is one to be had."""
    asked, offered = answering.fading.part, answering.fading.part_offered
    if asked is None:
        return [_said("·", Role.QUIET, messages.PART_OFFERED(language))] if offered is not None else []
    if asked.is_over:
        return _known(asked, language)
    found = gap_sayings(messages.PART_FIRST, asked.part.asks, language)
    match asked.hears:
        case "unreadable":
            found.append(_said("·", Role.QUIET, NO_NUMBER(language)))
        case "larger":
            found.append(_said("✗", Role.LOSS, ANSWER_IS_LARGER(language, given=asked.response)))
        case "smaller":
            found.append(_said("✗", Role.LOSS, ANSWER_IS_SMALLER(language, given=asked.response)))
    return found


def _known(asked: AskedPart, language: str) -> list[Saying]:
    mark, role = ("=", Role.MODEL) if asked.was_told else ("✓", Role.RIGHT)
    told = _said(mark, role, asked.part.told)
    return [told, *gap_sayings(messages.PART_KNOWN, asked.part.then, language)]


def _said(lead: str, role: Role, text: str) -> Saying:
    return Saying(lead, role, plain(text), _nothing)


def _nothing(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001
    return ""
