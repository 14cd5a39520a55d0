"""The questions of a lesson as cards for Anki: a question in each of its variants is one card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from tutor.course import messages
from tutor.course.convert.draft import Remark
from tutor.course.entry import Options
from tutor.course.live import fill, fill_parts
from tutor.course.model import Lesson
from tutor.course.prose import (
    Block,
    Break,
    Bullets,
    Code,
    CodeBlock,
    DisplayFormula,
    Formula,
    Heading,
    Inline,
    LiveWords,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.course.questions import Asked, Feedback
from tutor.digest import sha256
from tutor.lab import ParameterError
from tutor.namedtuple import NamedTuple
from tutor.visible import visible, visible_lines

MODEL_ID = 1_607_392_319
"""Anki knows a kind of card by this number: it has to stay."""


class Card(NamedTuple):
    """One card."""

    key: str
    """what it is known by when the deck is imported again"""
    front: str
    """HTML"""
    back: str


def cards_of(course_id: str, lesson: Lesson, language: str) -> tuple[tuple[Card, ...], tuple[Remark, ...]]:
    """Return the cards of a lesson, and what could not become one."""
    cards, remarks = [], []
    for question in lesson.questions:
        if question.ON_SLIDERS:
            line = question.place.line if question.place else 1
            remarks.append(Remark(line, messages.SETTING_NO_CARD, question.id))
            continue
        for variant in range(len(question.variants)):
            asked = question.ask(variant)
            key = f"{course_id}/{question.id}/{variant}"
            cards.append(Card(key, _front(asked, language), _back(asked, language)))
    return tuple(cards), tuple(remarks)


def write_deck(path: Path, name: str, deck_key: str, cards: Iterable[Card], *, seconds: float) -> None:
    """Write a deck.

    Args:
        seconds: the time of writing, since 1970: the same cards at the same time are the same file's content.

    Raises:
        ModuleNotFoundError: genanki is not installed.
        OSError: the file cannot be written.
    """
    import genanki  # an extra: few need it

    model = genanki.Model(
        MODEL_ID,
        "tutor",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Front}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{Back}}",
            }
        ],
        css=".card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 36em; margin: auto; }",
    )
    deck = genanki.Deck(_number_of(deck_key), visible(name))
    for card in cards:
        deck.add_note(genanki.Note(model=model, fields=[card.front, card.back], guid=genanki.guid_for(card.key)))
    genanki.Package(deck).write_to_file(str(path), timestamp=seconds)


def _number_of(key: str) -> int:
    """Return a number below 2³¹ that stays the same for a deck."""
    return int.from_bytes(sha256(key.encode("utf-8")).digest()[:4], "big") >> 1


def _as_text(text: str) -> str:
    """Return a text as HTML: its signs are no markup, and what a terminal or a line of text obeys is shown."""
    return escape(visible_lines(text))


def _front(asked: Asked, language: str) -> str:
    html = as_html(asked.question.prompt.in_(language), asked, language)
    entry = asked.question.entry(asked)
    if isinstance(entry, Options):
        rows = (entry.row(place, option).in_(language) for place, option in enumerate(entry.shown))
        return html + _listed(rows, asked, language)
    return html


def _listed(texts: Iterable[Prose], asked: Asked, language: str) -> str:
    return f"<ol>{''.join(f'<li>{as_html(text, asked, language)}</li>' for text in texts)}</ol>"


def _back(asked: Asked, language: str) -> str:
    question = asked.question
    right = question.right_response(asked)
    code = question.answer_code(asked)
    html = (
        f"<pre>{_as_text(code)}</pre>" if code else f"<p><b>{_as_text(question.spell(asked, right, language))}</b></p>"
    )
    try:
        feedback = asked.grade(right, language)
    except ParameterError:
        feedback = None
    if isinstance(feedback, Feedback) and feedback.say is not None:
        html += as_html(feedback.say.in_(language), asked, language)
    if question.explain is not None:
        html += as_html(question.explain.in_(language), asked, language)
    return html


def as_html(prose: Prose, asked: Asked, language: str) -> str:
    """Return prose as HTML with the values of a question in it; mathematics as Anki's MathJax reads it."""
    return "".join(_block(block, asked, language) for block in prose.blocks)


def _block(block: Block, asked: Asked, language: str) -> str:
    def inlines(items: Iterable[Inline]) -> str:
        return "".join(_inlines(items, asked, language))

    def blocks(items: Iterable[Block]) -> str:
        return "".join(_block(item, asked, language) for item in items)

    match block:
        case Paragraph(items):
            return f"<p>{inlines(items)}</p>"
        case Heading(_, items):
            return f"<p><b>{inlines(items)}</b></p>"
        case Bullets(items, start):
            mark = "ul" if start is None else "ol"
            return f"<{mark}>{''.join(f'<li>{blocks(item)}</li>' for item in items)}</{mark}>"
        case Quote(inner):
            return f"<blockquote>{blocks(inner)}</blockquote>"
        case CodeBlock(_, parts):
            code = fill_parts(parts, asked.values, asked.result, language, lab=asked.question.lab, setting="code")
            return f"<pre>{_as_text(code)}</pre>"
        case DisplayFormula(formula):
            return f"<p>\\[{_tex(formula, asked, language)}\\]</p>"
        case ProseTable(_, header, rows):
            head = "".join(f"<th>{inlines(cell)}</th>" for cell in header)
            body = "".join(f"<tr>{''.join(f'<td>{inlines(cell)}</td>' for cell in row)}</tr>" for row in rows)
            return f"<table><tr>{head}</tr>{body}</table>"
        case ThematicBreak():
            return "<br>"


def _tex(formula: Formula, asked: Asked, language: str) -> str:
    return _as_text(
        fill_parts(formula.parts, asked.values, asked.result, language, lab=asked.question.lab, setting="math")
    )


def _inlines(inlines: Iterable[Inline], asked: Asked, language: str) -> Iterator[str]:
    lab = asked.question.lab
    for inline in inlines:
        match inline:
            case Words(text, strong, emphasis, strike, link):
                html = _as_text(text)
                for mark, is_on in (("b", strong), ("i", emphasis), ("s", strike)):
                    html = f"<{mark}>{html}</{mark}>" if is_on else html
                yield f'<a href="{_as_text(link)}">{html}</a>' if link else html
            case LiveWords(live, strong):
                html = _as_text(fill(live, asked.values, asked.result, language, lab=lab))
                yield f"<b>{html}</b>" if strong else html
            case Code(parts):
                code = fill_parts(parts, asked.values, asked.result, language, lab=lab, setting="code")
                yield f"<code>{_as_text(code)}</code>"
            case Formula():
                yield f"\\({_tex(inline, asked, language)}\\)"
            case Break():
                yield "<br>"
