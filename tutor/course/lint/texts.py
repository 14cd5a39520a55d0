"""What can be seen of a text before it is laid out: marks left over, particles, links, languages that drift apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from tutor.course.lint import messages
from tutor.course.lint.characters import lint_entities
from tutor.course.lint.pages import lint_page
from tutor.course.model import Lesson, Step
from tutor.course.prose import (
    Block,
    Bullets,
    CodeBlock,
    DisplayFormula,
    Formula,
    Heading,
    Inline,
    Live,
    LiveWords,
    Paragraph,
    Place,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.course.source import Files, Findings, is_there, place_near
from tutor.language import PARTICLES, Localised, Text

_LEFT_OVER = re.compile(
    r"\*\*|\*(?=\S)|(?<=\S)\*|~~|`|\{\{|\}\}|\]\(|\$(?!\d)|(?<![\w_])_(?=[^\W_])|(?<=[^\W_])_(?![\w_])"
)
_HANGUL = re.compile("[\uac00-\ud7a3]")
_LATIN_WORDS = re.compile(r"[A-Za-z]{3,}")
_PARTICLE = re.compile(r"(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")
_PAIRS = {form: pair for pair, forms in PARTICLES.items() for form in forms}


def lint_texts(lesson: Lesson, files: Files, findings: Findings) -> None:
    """Note what is wrong in the texts of a lesson."""
    for step in lesson.steps:
        for language, title in step.title.variants.items():
            _lint_words(title, messages.TITLE_MARK, heading_of(step, language), files, findings)
        _lint_text(step.prose, files, findings)
        _compare_shapes(step.prose, findings)
        for question in step.questions:
            for text in question.texts():
                _lint_text(text, files, findings)


def heading_of(step: Step, language: str) -> Place:
    """Return about where the heading of a step stands in a language: in the line before its text."""
    prose = step.prose.variants.get(language)
    if prose is not None and prose.place is not None:
        return Place(prose.place.file, max(prose.place.line - 1, 1))
    return step.place or Place("", 1)


def _lint_text(text: Localised[Prose], files: Files, findings: Findings) -> None:
    for language, prose in text.variants.items():
        if prose.place is None:
            # A text of the interface, not of the course.
            continue
        _lint_marks(prose, prose.place, files, findings)
        _lint_links(prose, prose.place, files, findings)
        lint_entities(prose, prose.place, files, findings)
        lint_page(prose, prose.place, files, findings)
        if language == "ko":
            _lint_particles(prose, findings)
    _compare_languages(text, findings)


def _lint_marks(prose: Prose, start: Place, files: Files, findings: Findings) -> None:
    for inline in prose.inlines():
        if isinstance(inline, Words) and _lint_words(inline.text, messages.LEFTOVER_MARK, start, files, findings):
            return


def _lint_words(words: str, said: Text, start: Place, files: Files, findings: Findings) -> bool:
    """Note the first mark left over in words that stand as they are; return whether there is one.

    Args:
        said: what is said of it.
    """
    # A blank to fill in is three or more.
    match = _LEFT_OVER.search(re.sub("_{3,}", lambda blank: " " * len(blank[0]), words))
    if match is None:
        return False
    findings.error(
        place_near(words[match.start() : match.end() + 6], start, files),
        "leftover-mark",
        said,
        mark=match[0],
        around=words[max(0, match.start() - 8) : match.end() + 12],
    )
    return True


def _lint_links(prose: Prose, start: Place, files: Files, findings: Findings) -> None:
    for inline in prose.inlines():
        if not isinstance(inline, Words) or not inline.link:
            continue
        place = place_near(inline.link, start, files)
        parts = urlsplit(inline.link)
        if parts.scheme in ("http", "https") and parts.netloc:
            continue
        if parts.scheme or parts.netloc or not parts.path:
            findings.error(place, "bad-link", messages.NO_LINK, link=inline.link)
            continue
        target = files.inside(str(Path(start.file).parent / parts.path))
        if target is None or not is_there(target):
            findings.error(place, "bad-link", messages.NO_LINKED_FILE, path=parts.path)


def _lint_particles(prose: Prose, findings: Findings) -> None:
    """Note a particle written by hand after a value whose sound can change."""
    for inline, after in pairwise(prose.inlines()):
        live = _last_live(inline)
        if live is None or not isinstance(after, Words):
            continue
        match = _PARTICLE.match(after.text)
        if match is None:
            continue
        pair = _PAIRS[match[1]]
        if live.format.endswith("%"):
            # "percent" ends in a vowel, whatever the number.
            if match[1] == PARTICLES[pair][1]:
                continue
            words = messages.PARTICLE_AFTER_PERCENT.filled(form=PARTICLES[pair][1], percent="퍼센트")
        else:
            words = messages.PARTICLE_FITS_SOME.filled(form=match[1], name=live.name, live=live.source, pair=pair)
        findings.warn(live.place or prose.place or Place("", 1), "korean-particle", words)


def _last_live(inline: Inline) -> Live | None:
    if isinstance(inline, LiveWords):
        return inline.live if not inline.live.particle else None
    if isinstance(inline, Formula) and inline.parts and isinstance(inline.parts[-1], Live):
        return inline.parts[-1]
    return None


def _compare_languages(text: Localised[Prose], findings: Findings) -> None:
    """Note a translation that shows other values than its source, or is its source."""
    (first_language, first), *others = text.variants.items()
    shown = _shown(first)
    for language, prose in others:
        place = prose.place or first.place
        if place is None:
            continue
        theirs = _shown(prose)
        if shown != theirs:
            differ = ", ".join(sorted(shown ^ theirs))
            findings.warn(
                place,
                "languages-drift",
                messages.SHOW_OTHER_VALUES,
                language=language,
                first=first_language,
                names=differ,
            )
        words = len(_LATIN_WORDS.findall(_words(prose)))
        if words >= 4 and (prose.source == first.source or (language == "ko" and not _HANGUL.search(prose.source))):
            findings.warn(place, "untranslated", messages.UNTRANSLATED, language=language)


def _shown(prose: Prose) -> set[str]:
    """Return what values a text shows, whatever their formats."""
    return {("working:" if live.working else "") + live.name + str(list(live.index) or "") for live in prose.lives()}


def _words(prose: Prose) -> str:
    return " ".join(inline.text for inline in prose.inlines() if isinstance(inline, Words))


def _compare_shapes(text: Localised[Prose], findings: Findings) -> None:
    """Note a translated step that is built differently: a paragraph, an item or a formula was added to one of them."""
    (first_language, first), *others = text.variants.items()
    mine = list(_shape(first.blocks))
    for language, prose in others:
        theirs = list(_shape(prose.blocks))
        if mine != theirs and prose.place is not None:
            at = next((n for n, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), -1)
            found = theirs[at] if 0 <= at < len(theirs) else messages.ITS_END
            wanted = mine[at] if 0 <= at < len(mine) else messages.ITS_END
            if at < 0:
                longer = mine if len(mine) > len(theirs) else theirs
                at = min(len(mine), len(theirs))
                found, wanted = (messages.ITS_END, longer[at]) if longer is mine else (longer[at], messages.ITS_END)
            findings.warn(
                prose.place,
                "languages-drift",
                messages.BUILT_DIFFERENTLY,
                language=language,
                number=at + 1,
                found=found,
                wanted=wanted,
                first=first_language,
            )


def _shape(blocks: Iterable[Block]) -> Iterable[Text]:
    for block in blocks:
        match block:
            case Bullets(items, _):
                yield messages.LIST_OF_ITEMS.filled(count=len(items))
            case ProseTable(alignments, _, rows):
                yield messages.TABLE_OF.filled(rows=len(rows), columns=len(alignments))
            case Quote(inner):
                yield messages.A_QUOTE
                yield from _shape(inner)
            case Heading():
                yield messages.A_HEADING
            case CodeBlock():
                yield messages.A_CODE_BLOCK
            case DisplayFormula():
                yield messages.A_FORMULA
            case ThematicBreak():
                yield messages.A_BREAK
            case Paragraph():
                yield messages.A_PARAGRAPH
