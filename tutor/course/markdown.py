"""Markdown to prose: CommonMark with tables, strikethrough, dollar mathematics and live values.

Three things differ from CommonMark. `{{ … }}` is read before anything inside it can become markup. Emphasis beside
Korean, Chinese or Japanese is emphasis: `**굵게(bold)**는` is not by CommonMark's flanking rule, because those scripts
put no space between a word and its particle. And HTML, indented code and underlined headings are no markup, because in
lessons they only ever happen by accident.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal
from urllib.parse import unquote

from tutor.course.messages import labs as messages
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
    Inlines,
    Live,
    LiveWords,
    Paragraph,
    Place,
    Pointer,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.course.source import Findings, Source
from tutor.course.syntax import LIVE, parse_live
from tutor.dataclass import dataclass
from tutor.language import Text, has_cjk
from tutor.namedtuple import NamedTuple
from tutor.without import without

# What finds addresses in plain text is not used: it would take half a megabyte, and 0.01 s.
with without("linkify_it"):
    from markdown_it import MarkdownIt
    from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
    from markdown_it.rules_inline.state_inline import Delimiter, StateInline
    from markdown_it.token import Token
    from mdit_py_plugins.dollarmath import dollarmath_plugin

LONGEST = 8_000
"""Characters of one text. A step of a screen's size has about a thousand."""

_ALIGNMENTS: Mapping[str, Literal["left", "center", "right"]] = {
    "text-align:center": "center",
    "text-align:right": "right",
}
_NO_WORDS = ("code_inline", "math_inline", "math_inline_double", "live", "image")
_HTML = re.compile(r"<!--|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")


def _can_open_and_close(state: StateInline, start: int, end: int, may_split_word: bool) -> tuple[bool, bool]:
    """Return whether the run of marks from `start` to `end` can open and can close emphasis.

    CommonMark's rule, section 6.2, with one more case: punctuation on one side of the run is no obstacle where the
    other side is a CJK character.
    """
    before = state.src[start - 1] if start > 0 else " "
    after = state.src[end] if end < state.posMax else " "
    space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    mark_before = isMdAsciiPunct(ord(before)) or isPunctChar(before)
    mark_after = isMdAsciiPunct(ord(after)) or isPunctChar(after)
    cjk_before, cjk_after = has_cjk(before), has_cjk(after)
    left = not (space_after or (mark_after and not (space_before or mark_before or cjk_before)))
    right = not (space_before or (mark_before and not (space_after or mark_after or cjk_after)))
    if may_split_word:
        return left, right
    return left and (not right or mark_before), right and (not left or mark_after)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Read a run of `*`, `_` or `~~` as delimiters (the library's rules, with the flanking rule above)."""
    start = state.pos
    mark = state.src[start]
    if silent or mark not in "*_~":
        return False
    end = start
    while end < state.posMax and state.src[end] == mark:
        end += 1
    length = end - start
    if mark == "~" and length != 2:
        return False
    if mark == "_" and length >= 3:
        # The blank of a question, not the start of something strong: "(___) and (___)".
        state.pending += state.src[start:end]
        state.pos = end
        return True
    can_open, can_close = _can_open_and_close(state, start, end, mark != "_")
    for text in ["~~"] if mark == "~" else [mark] * length:
        state.push("text", "", 0).content = text
        state.delimiters.append(
            Delimiter(
                marker=ord(mark),
                length=0 if mark == "~" else length,
                token=len(state.tokens) - 1,
                end=-1,
                open=can_open,
                close=can_close,
            )
        )
    state.pos = end
    return True


def _live(state: StateInline, silent: bool) -> bool:
    """Read `{{ … }}` as one token."""
    match = LIVE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("live", "", 0).content = match[1]
    state.pos = match.end()
    return True


@cache
def parser(*, elsewhere: bool = False) -> MarkdownIt:
    """Return what reads Markdown: as the tutor does, or with marks around words as a web page `elsewhere` has them."""
    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.disable(["code", "lheading", "html_block", "html_inline"])
    dollarmath_plugin(
        made, allow_labels=False, allow_space=False, allow_digits=False, allow_blank_lines=False, double_inline=True
    )
    made.inline.ruler.before("math_inline", "live", _live)
    if not elsewhere:
        made.inline.ruler.at("emphasis", _emphasis)
        made.inline.ruler.at("strikethrough", lambda _state, _silent: False)
    return made


@dataclass
class _Locator:
    """Finds in the file what the parser hands over without a place, by reading on from the last thing found."""

    source: Source
    at: int
    end: int

    def place_of(self, *spellings: str) -> Place:
        """Return where the first of `spellings` that occurs comes next; where it does not, the last place."""
        for spelling in spellings:
            found = self.source.text.find(spelling, self.at, self.end)
            if found >= 0:
                self.at = found + 1
                return self.source.place(found)
        return self.source.place(self.at)


class _Style(NamedTuple):
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    link: str = ""
    points: Pointer | None = None


@dataclass
class _Builder:
    locator: _Locator
    findings: Findings
    pointers: int = 0
    """how many words that point there were so far"""

    def parts(self, text: str) -> tuple[str | Live, ...]:
        """Return a code or a formula split at its live values."""
        parts: list[str | Live] = []
        last = 0
        for match in LIVE.finditer(text):
            place = self.locator.place_of(match[0])
            live = parse_live(match[1], place)
            if isinstance(live, Text):
                self.findings.error(place, "bad-live", live)
                continue
            if match.start() > last:
                parts.append(text[last : match.start()])
            parts.append(live)
            last = match.end()
        if last < len(text):
            parts.append(text[last:])
        return tuple(parts)

    def formula(self, token: Token, strong: bool = False) -> Formula:
        content = token.content.strip()
        first_line = content.partition("\n")[0]
        spelling = "$" + first_line if token.type == "math_inline" else first_line
        # In a double-quoted YAML text each backslash stands twice.
        place = self.locator.place_of(spelling, spelling.replace("\\", "\\\\"))
        return Formula(self.parts(content), place, strong)

    def inlines(self, token: Token) -> Inlines:
        """Return the content of an inline token, with runs of one style in one piece."""
        found: list[Inline] = []
        style = _Style()
        for child in token.children or []:
            if style.points is not None and child.type in _NO_WORDS:
                place = style.points.place or self.locator.place_of("](#")
                self.findings.error(place, "points-at-nothing", messages.ONLY_WORDS_POINT)
            match child.type:
                case "text" | "text_special":
                    self.words(found, child.content, style)
                case "softbreak":
                    self.words(found, " ", style)
                case "hardbreak":
                    found.append(Break())
                case "strong_open" | "strong_close":
                    style = style._replace(strong=child.nesting == 1)
                case "em_open" | "em_close":
                    style = style._replace(emphasis=child.nesting == 1)
                case "s_open" | "s_close":
                    style = style._replace(strike=child.nesting == 1)
                case "link_open":
                    style = self.link(str(child.attrs.get("href", "")), style)
                case "link_close":
                    style = style._replace(link="", points=None)
                case "code_inline":
                    found.append(Code(self.parts(child.content), style.strong))
                case "math_inline" | "math_inline_double":
                    found.append(self.formula(child, style.strong))
                case "live":
                    self.live(found, child.content, style)
                case "image":
                    place = self.locator.place_of("![" + child.content)
                    self.findings.warn(place, "image", messages.NO_IMAGES)
                    self.words(found, child.content, style)
                case other:
                    raise AssertionError(f"no rule for {other}")
        return tuple(found)

    def link(self, href: str, style: _Style) -> _Style:
        """Return the style of what leads to a page, or to a part of the picture: `#` and its name."""
        if not href.startswith("#"):
            return style._replace(link=href)
        self.pointers += 1
        part = unquote(href[1:])
        place = self.locator.place_of(f"](#{part}", f"]({href}")
        return style._replace(points=Pointer(part, self.pointers, place))

    def words(self, found: list[Inline], text: str, style: _Style) -> None:
        if not text:
            return
        if match := _HTML.search(text):
            place = self.locator.place_of(match[0])
            self.findings.warn(place, "html", messages.NO_HTML, found=match[0])
        words = Words(text, style.strong, style.emphasis, style.strike, style.link, style.points)
        last = found[-1] if found else None
        if isinstance(last, Words) and last._replace(text="") == words._replace(text=""):
            found[-1] = last._replace(text=last.text + text)
        else:
            found.append(words)

    def live(self, found: list[Inline], inner: str, style: _Style) -> None:
        place = self.locator.place_of("{{" + inner + "}}")
        live = parse_live(inner, place)
        if isinstance(live, Text):
            self.findings.error(place, "bad-live", live)
            self.words(found, "{{" + inner + "}}", style)
        else:
            found.append(LiveWords(live, style.strong, style.emphasis))

    def blocks(self, tokens: Sequence[Token], start: int, end: int) -> tuple[Block, ...]:
        """Return the blocks of tokens[start:end]."""
        found: list[Block] = []
        at = start
        while at < end:
            token = tokens[at]
            after = _after(tokens, at) if token.nesting == 1 else at + 1
            match token.type:
                case "paragraph_open":
                    found.append(Paragraph(self.inlines(tokens[at + 1])))
                case "heading_open":
                    found.append(Heading(int(token.tag[1:]), self.inlines(tokens[at + 1])))
                case "bullet_list_open":
                    found.append(Bullets(self.list_items(tokens, at + 1, after - 1)))
                case "ordered_list_open":
                    first = int(token.attrs.get("start", 1))
                    found.append(Bullets(self.list_items(tokens, at + 1, after - 1), first))
                case "blockquote_open":
                    found.append(Quote(self.blocks(tokens, at + 1, after - 1)))
                case "fence":
                    found.append(CodeBlock(token.info.strip(), self.parts(token.content.rstrip("\n"))))
                case "math_block":
                    found.append(DisplayFormula(self.formula(token)))
                case "hr":
                    found.append(ThematicBreak())
                case "table_open":
                    found.append(self.table(tokens[at:after]))
                case other:
                    raise AssertionError(f"no rule for {other}")
            at = after
        return tuple(found)

    def list_items(self, tokens: Sequence[Token], start: int, end: int) -> tuple[tuple[Block, ...], ...]:
        items = []
        at = start
        while at < end:
            after = _after(tokens, at)
            items.append(self.blocks(tokens, at + 1, after - 1))
            at = after
        return tuple(items)

    def table(self, tokens: Sequence[Token]) -> ProseTable:
        rows: list[list[Inlines]] = []
        alignments: list[Literal["left", "center", "right"]] = []
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(self.inlines(tokens[at + 1]))
                if token.type == "th_open":
                    alignments.append(_ALIGNMENTS.get(str(token.attrs.get("style", "")), "left"))
        return ProseTable(tuple(alignments), tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))


def _after(tokens: Sequence[Token], at: int) -> int:
    """Return the place after the token that closes the one opened at `at`."""
    level = tokens[at].level
    at += 1
    while tokens[at].level != level or tokens[at].nesting != -1:
        at += 1
    return at + 1


def parse_markdown(
    text: str, source: Source, findings: Findings, *, start: int = 0, end: int | None = None, inline: bool = False
) -> Prose:
    """Return Markdown as prose.

    Args:
        text: the Markdown. It came from `source` between the offsets `start` and `end`, perhaps with quotes undone.
        inline: one run of words without paragraphs, lists and the like.
    """
    locator = _Locator(source, start, len(source.text) if end is None else end)
    builder = _Builder(locator, findings)
    place = source.place(start)
    if len(text) > LONGEST:
        # Markdown has inputs for which any parser takes the square of their length.
        findings.error(place, "too-large", messages.LONG_TEXT, count=len(text), most=LONGEST)
        return Prose((), "", place)
    if inline:
        tokens = parser().parseInline(text.strip())
        blocks: tuple[Block, ...] = (Paragraph(builder.inlines(tokens[0])),) if tokens else ()
    else:
        tokens = parser().parse(text)
        blocks = builder.blocks(tokens, 0, len(tokens))
    return Prose(blocks, text.strip(), place)
