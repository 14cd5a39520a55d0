"""Live values filled in: what `{{ cost:.2f }}` says at the parameters of the moment."""

from __future__ import annotations

import numbers
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from tutor.course import messages
from tutor.course.messages import labs as for_authors
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
    Live,
    LiveWords,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.course.questions import look_up
from tutor.course.source import suggestion
from tutor.lab import Choice, Lab, Result, Slider, Vector, decimals_of
from tutor.language import MINUS, SaidError, Text, particle, say
from tutor.written import substituted

Setting = Literal["prose", "math", "code"]
"""What stands around a live value. It decides on the minus, on percent signs and on how an array is written."""

MOST_ENTRIES = 400
"""Entries of an array written out in a sentence; no screen holds more."""


class LiveError(SaidError, ValueError):
    """A live value that cannot be filled in. The words say what would be right."""

    words: Text

    def __init__(self, words: Text, kind: str, /, **values: object) -> None:
        super().__init__(words.filled(**values))
        self.kind = kind
        """the kind of finding: "unknown-name", "bad-index", "bad-format", "no-working" """


def fill(
    live: Live,
    values: Mapping[str, object],
    result: Result | None,
    language: str,
    *,
    lab: Lab | None = None,
    plain: bool = False,
    setting: Setting | None = None,
) -> str:
    """Return a live value as text, with its Korean particle.

    Never raises: what cannot be filled in stands as `⟨name?⟩`, so that an unfinished course can still be read.

    Args:
        values: every parameter of the lab.
        result: what the lab gave at those; its readouts go before parameters.
        lab: gives a parameter its own format and a choice its words.
        plain: the same as setting="code".
        setting: what stands around it; prose by default.
    """
    try:
        return resolve(live, values, result, language, lab=lab, setting=setting or ("code" if plain else "prose"))
    except LiveError:
        return f"⟨{live.name}?⟩"


def resolve(
    live: Live,
    values: Mapping[str, object],
    result: Result | None,
    language: str,
    *,
    lab: Lab | None = None,
    setting: Setting = "prose",
) -> str:
    """Return a live value as text, as `fill` does.

    Raises:
        LiveError: the name, the index or the format is not right for what the lab gives.
    """
    readouts = result.readouts if result is not None else {}
    if live.name not in readouts and live.name not in values:
        near = suggestion(live.name, [*readouts, *values])
        raise LiveError(for_authors.NO_READOUT_HERE, "unknown-name", name=live.name, nearest=near)
    if live.working:
        working = readouts[live.name].working if live.name in readouts else None
        if working is None:
            known = [name for name, readout in readouts.items() if readout.working is not None]
            near = suggestion(live.name, known)
            raise LiveError(for_authors.NO_WORKING, "no-working", name=live.name, nearest=near)
        text = substituted(working).replace("-", MINUS) if setting == "prose" else substituted(working)
        return text + _particle(text, live)
    try:
        value = look_up(live.name, live.index, values, result)
    except LookupError:
        raise LiveError(for_authors.NO_ENTRY, "bad-index", name=live.name, index=list(live.index)) from None
    own = readouts[live.name].format if live.name in readouts else _own_format(lab, live.name)
    parameter = lab.parameters.get(live.name) if lab is not None and live.name not in readouts else None
    if isinstance(parameter, Choice) and isinstance(value, str):
        value = say(parameter.options.get(value, value), language)
    text = _write_as(value, live.format, language, setting, own)
    return text + _particle(text, live)


def _particle(text: str, live: Live) -> str:
    return particle(text, live.particle) if live.particle else ""


def _own_format(lab: Lab | None, name: str) -> str:
    """Return the format in which a parameter's control shows it."""
    parameter = lab.parameters.get(name) if lab is not None else None
    if isinstance(parameter, Slider | Vector):
        return parameter.format or f".{decimals_of(parameter.step)}f"
    return ""


def write(value: object, own: str, language: str, setting: Setting = "prose") -> str:
    """Return a readout's value in its own format: a number, an array, a truth value or a word.

    Args:
        own: the format of its numbers; it means nothing to words and truth values.

    Raises:
        LiveError: the format does not fit a number.
    """
    return _write_as(value, "", language, setting, own)


def _write_as(value: object, form: str, language: str, setting: Setting, own: str) -> str:
    """Return a value in the format that was asked for, or where that is "" in its own.

    Raises:
        LiveError: the format does not fit the value.
    """
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return _write_array(value, form or own, language, setting)
    if isinstance(value, bool) and not form:
        return (messages.TRUE if value else messages.FALSE)(language)
    try:
        if isinstance(value, numbers.Real):
            return _write_number(value, form or own, setting)
        return format(value, form)
    except (OverflowError, TypeError, ValueError):
        what = for_authors.A_NUMBER if isinstance(value, numbers.Real) else for_authors.A_WORD
        raise LiveError(for_authors.WRONG_FORMAT, "bad-format", format=form or own, what=what) from None


def _write_number(value: numbers.Real, form: str, setting: Setting) -> str:
    number: Any = value
    if form[-1:] in tuple("bdoxXn") and not isinstance(value, numbers.Integral):
        if not float(value).is_integer():
            raise ValueError("a whole number's format on another number")
        number = int(float(value))
    text = format(number, form or ("g" if isinstance(value, float) else ""))
    if text.lstrip().startswith("-") and not any(digit in text for digit in "123456789") and "inf" not in text:
        # "-0.00" reads as a mistake.
        text = text.replace("-", "", 1)
    if setting == "math":
        return text.replace("%", "\\%").replace("inf", "\\infty")
    if setting == "prose":
        return text.replace("-", MINUS).replace("inf", "∞")
    return text


def _write_array(value: Sequence[object], form: str, language: str, setting: Setting) -> str:
    def entry(item: object) -> str:
        return write(item, form, language, setting)

    if _count(value) > MOST_ENTRIES:
        raise LiveError(for_authors.LARGE_ARRAY, "bad-format")
    if setting == "math":
        rows = value if any(isinstance(row, list | tuple) for row in value) else [value]
        lines = []
        for row in rows:
            entries = row if isinstance(row, list | tuple) else [row]
            lines.append(" & ".join(map(entry, entries)))
        return "\\begin{bmatrix} " + " \\\\ ".join(lines) + " \\end{bmatrix}"
    return f"[{', '.join(map(entry, value))}]"


def _count(value: object) -> int:
    return sum(map(_count, value)) if isinstance(value, list | tuple) else 1


def fill_parts(
    parts: Sequence[str | Live],
    values: Mapping[str, object],
    result: Result | None,
    language: str,
    *,
    lab: Lab | None = None,
    setting: Setting,
) -> str:
    """Return a formula's TeX or a code's text with its live values filled in."""
    return "".join(
        part if isinstance(part, str) else fill(part, values, result, language, lab=lab, setting=setting)
        for part in parts
    )


def prose_text(
    prose: Prose,
    values: Mapping[str, object],
    result: Result | None,
    language: str,
    *,
    lab: Lab | None = None,
    formula: Callable[[str], str] = str,
) -> str:
    """Return prose as plain text, its live values filled in: for searches, pipes and recaps.

    Args:
        formula: writes a formula, given as TeX; by default it stays TeX.
    """

    def inline(item: Inline) -> str:
        match item:
            case Words(text):
                return text
            case LiveWords(live):
                return fill(live, values, result, language, lab=lab)
            case Code(parts):
                return fill_parts(parts, values, result, language, lab=lab, setting="code")
            case Formula(parts):
                return formula(fill_parts(parts, values, result, language, lab=lab, setting="math"))
            case Break():
                return "\n"

    def line(inlines: Sequence[Inline]) -> str:
        return "".join(map(inline, inlines))

    def lines(block: Block) -> Iterator[str]:
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                yield line(inlines)
            case Bullets(items, start):
                for number, item in enumerate(items, start or 1):
                    mark = "- " if start is None else f"{number}. "
                    for at, text in enumerate(text for inner in item for text in lines(inner)):
                        yield (mark if at == 0 else " " * len(mark)) + text
            case Quote(blocks):
                for inner in blocks:
                    yield from (f"> {text}" for text in lines(inner))
            case CodeBlock(_, parts):
                yield fill_parts(parts, values, result, language, lab=lab, setting="code")
            case DisplayFormula(shown):
                yield inline(shown)
            case ProseTable(_, header, rows):
                for row in (header, *rows):
                    yield " | ".join(map(line, row))
            case ThematicBreak():
                yield "---"

    return "\n".join(text for block in prose.blocks for text in lines(block))
