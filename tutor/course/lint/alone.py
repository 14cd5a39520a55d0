"""Questions that do not stand by themselves: a review asks them without the text and the picture of their step."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from tutor import working as tree
from tutor.course.finding import Place
from tutor.course.lint import messages
from tutor.course.live import prose_text
from tutor.course.prose import Prose
from tutor.course.questions import Asked, Question
from tutor.course.slips.hearing import working_of
from tutor.course.source import Findings
from tutor.language import MINUS, Text
from tutor.working import Expression, Working

_TEXT_ABOVE = {
    "en": re.compile(
        r"\b(?:texts?|formulas?|tables?|pictures?|charts?|figures?|graphs?|equations?|code)(?: just)? (?:above|below)\b"
        rf"(?! [\d{MINUS}-])|\b(?:as|shown|given|written) (?:just )?(?:above|below)\b(?! [\d{MINUS}-])",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:위|아래|앞)의 (?:글|식|공식|표|그림|그래프|코드|설명|문장)"
        r"|(?:^|[.,(] ?|[은는이가] )(?:위|아래)에(?:서)? (?:있|나온|적힌|보인)"
    ),
}
"""Words that point at the text around a question."""

_PICTURE = {
    "en": re.compile(
        r"\b(?:the|this|these) (?:charts?|graphs?|plots?|diagrams?|drawings?|sliders?|screen)\b"
        r"|\b(?:in|on|off|from|at) (?:the|this|these) (?:picture|figure|map|table(?! [A-Z]\b))\b|\bthis table\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:그래프|그림|차트|도표|화면|지도)(?:에서|을 보|를 보)|이 (?:그래프|그림|차트|표)[는가를에의]|슬라이더"
    ),
}
"""Words that point at the picture of a step, or at its sliders."""

_ELSEWHERE = {
    "en": re.compile(
        r"\b(?:previous|last|next|earlier) (?:step|lesson|question|exercise)\b|\bin this step\b"
        r"|\bthis (?:lesson|question|exercise)\b|\bas (?:you did|before)\b|\bjust now\b|\btry (?:it|them) out\b"
        r"|\bwhat you have written\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:앞|지난|이전|다음|이번) ?(?:단계|강의|질문|문제|화면)|방금|직접 (?:바꿔|움직여|해) ?보"
        r"|앞에서 (?:본|쓴|한|구한|만든)"
    ),
}
"""Words that point at another step, at another question, or at what the learner did there."""

_GOES_ON = {
    "en": re.compile(r"(?:and |but )?(?:now|so|again|back to|then|next|this time)\b", re.IGNORECASE),
    "ko": re.compile(r"(?:이번에는|이번엔|이번에도|그렇다면|그럼|이제|다시|지금은|또)(?=[ ,])"),
}
"""How a prompt begins that goes on from another one."""

_THIS = {
    "en": re.compile(r"\bthis (?!is\b|was\b|does\b|has\b|can\b)(?P<what>[a-z][\w-]*)|\bhere\b", re.IGNORECASE),
    "ko": re.compile(r"(?:^|(?<=[\s(]))(?:이|이런) (?P<what>[^\s.,?]+)|(?:^|(?<=[\s(]))여기(?=서|에|의|는)"),
}
"""What a prompt speaks of without having said what it is, where that comes in its first sentence."""

_SENTENCE = re.compile(r"[.?!:;](?=\s)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")

_LARGE = 20
"""A whole number from which on what is given may be rounded to one."""


def lint_alone(question: Question, findings: Findings) -> None:
    """Note words that point at what is not there when the question is asked by itself.

    A prediction has the text and the lab of its step with it, wherever it is asked. A question on sliders, and one with
    its `picture`, has a lab, and no text. Any other has neither.
    """
    if question.single_try:
        return
    has_lab = question.ON_SLIDERS or question.picture
    patterns = [_TEXT_ABOVE, _ELSEWHERE, *([] if has_lab else [_PICTURE])]
    for language, prose in question.prompt.variants.items():
        text = _as_text(prose, language)
        if found := _at_the_start(_GOES_ON, language, text):
            _note(messages.GOES_ON, found, prose, question, findings)
        elif found := _word_of(patterns, language, text) or ("" if has_lab else _not_yet_said(language, text)):
            _note(messages.NEEDS_ITS_STEP, found, prose, question, findings)
    for words in question.texts():
        # What is said to a response may lead on to another step.
        mine = patterns if any(words is hint for hint in question.hints) else [_TEXT_ABOVE]
        for language, prose in words.variants.items() if words is not question.prompt else ():
            if found := _word_of(mine, language, _as_text(prose, language)):
                _note(messages.NEEDS_ITS_STEP, found, prose, question, findings)


def _note(words: Text, found: str, prose: Prose, question: Question, findings: Findings) -> None:
    findings.warn(prose.place or question.place or Place("", 1), "needs-its-step", words, found=found)


def _word_of(patterns: Sequence[Mapping[str, re.Pattern[str]]], language: str, text: str) -> str:
    """Return the first words of a text that one of the patterns finds, or ""."""
    found = (pattern[language].search(text) for pattern in patterns if language in pattern)
    return next((match[0] for match in found if match is not None), "")


def _as_text(prose: Prose, language: str) -> str:
    """Return what a text says but for its values, on which no word of it rests."""
    return prose_text(prose, {}, None, language)


def _at_the_start(patterns: Mapping[str, re.Pattern[str]], language: str, text: str) -> str:
    match = patterns[language].match(text) if language in patterns else None
    return match[0] if match is not None else ""


def _not_yet_said(language: str, text: str) -> str:
    """Return what the first sentence speaks of as if it were known, "this network": nothing before says which."""
    if language not in _THIS:
        return ""
    end = _SENTENCE.search(text)
    first = text[: end.start()] if end is not None else text
    for match in _THIS[language].finditer(first):
        noun = (match["what"] or "").casefold()
        if not noun or noun[:4] not in first[: match.start()].casefold():
            return match[0]
    return ""


def lint_given(variants: Sequence[Asked], findings: Findings) -> None:
    """Note a question whose answer rests on what its prompt does not say: the variants of a question, all of them."""
    if not variants or _has_lab(variants[0].question):
        return
    question = variants[0].question
    for language, prose in question.prompt.variants.items():
        texts = [prose_text(prose, asked.values, asked.result, language, lab=question.lab) for asked in variants]
        if words := _alike(variants, texts, language) or _missing_in(variants, texts, language):
            findings.warn(prose.place or question.place or Place("", 1), "given-missing", words)


def _alike(variants: Sequence[Asked], texts: Sequence[str], language: str) -> Text | None:
    """Return what to say of two variants that read alike and have other answers; None where there are none."""
    first: dict[str, Asked] = {}
    for asked, text in zip(variants, texts, strict=True):
        earlier = first.setdefault(text, asked)
        answers = [one.question.right_response(one) for one in (earlier, asked)]
        if answers[0] != answers[1]:
            return messages.SAME_TEXT.filled(
                one=earlier.variant + 1, other=asked.variant + 1, language=language, first=answers[0], second=answers[1]
            )
    return None


def _missing_in(variants: Sequence[Asked], texts: Sequence[str], language: str) -> Text | None:
    """Return what to say of the first variant that does not give all that its answer is worked out from, or None."""
    for asked, text in zip(variants, texts, strict=True):
        if names := tuple(dict.fromkeys(_not_given(asked, text))):
            which = asked.variant_words
            return messages.NOT_GIVEN.filled(which=which, names=", ".join(names), language=language)
    return None


def _has_lab(question: Question) -> bool:
    """Return whether a lab is seen with the question, wherever it is asked."""
    return question.single_try or question.ON_SLIDERS or question.picture


def _not_given(asked: Asked, prompt: str) -> Iterator[str]:
    """Yield the given values of the answer's working that the prompt does not say, by their names."""
    working: Working | None = working_of(asked.question.working(asked))
    said = [_read(match) for match in _NUMBER.findall(prompt)]
    for entry in working if isinstance(working, tuple) else (working,):
        if entry is not None:
            yield from _missing(entry, said, entry)


def _missing(node: Expression, said: Sequence[tuple[float, int]], answer: Expression) -> Iterator[str]:
    if not node.operands:
        if node.name and not _is_said(node.value, said):
            yield f"{node.name} = {node.value:g}".replace("-", MINUS)
        return
    if node is not answer and (node.name or node.value != answer.value) and _is_said(node.value, said):
        # Where what a piece comes to is given, what it is made of need not be.
        return
    for operand in node.operands:
        if node.operator is tree.QUOTIENT and operand is node.operands[1] and _is_count(operand):
            # How many there are is counted.
            continue
        yield from _missing(operand, said, answer)


def _is_count(node: Expression) -> bool:
    return not node.operands and node.value.is_integer()


def _read(number: str) -> tuple[float, int]:
    """Return a number as it is written, without its sign, and how many of its decimals count."""
    digits, percent = number.rstrip("%"), number.endswith("%")
    decimals = len(digits.partition(".")[2])
    return (float(digits) / 100, decimals + 2) if percent else (float(digits), decimals)


def _is_said(value: float, said: Sequence[tuple[float, int]]) -> bool:
    """Return whether a value is one of the numbers, rounded as they are. Its sign may be a word or stand apart.

    A small whole number is no rounding of anything: the 1 in "1 second" does not give 1.19.
    """
    return math.isfinite(value) and any(
        abs(abs(value) - number) <= (0.5 * 10.0**-decimals if decimals or number >= _LARGE else 0) + 1e-9
        for number, decimals in said
    )
