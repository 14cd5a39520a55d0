"""Inlines -> styled pieces, with the live values of the moment in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping

from rich.style import Style

from tutor.course.prose import Break, Code, Formula, Inlines, Live, LiveWords, Words
from tutor.language import PARTICLES
from tutor.render.prose.boxes import Runs, width_of
from tutor.render.prose.flow import Piece, clean
from tutor.render.prose.inks import CHANGED, Inks
from tutor.render.prose.mathematics import inline_runs
from tutor.render.prose.spelled import spelled
from tutor.render.prose.tex import MARK, MARK_END, MathematicsError
from tutor.visible import visible_lines

Fill = Callable[[Live, bool], str]
"""What a live value reads at the moment: as TeX where the second argument is true, in words otherwise."""

_SOLID_WIDTH = 24
"""Code and formulas up to this width are not broken over lines."""


class Typesetter:
    """Sets inlines in styled pieces. It lives for one layout: it holds the values and which of them just changed."""

    def __init__(
        self, inks: Inks, fill: Fill, changed: Iterable[Live] = (), reserves: MutableMapping[Live, int] | None = None
    ) -> None:
        self.inks = inks
        self._fill = fill
        self._changed = frozenset(changed)
        self._reserves: MutableMapping[Live, int] = {} if reserves is None else reserves

    def pieces(self, inlines: Inlines, *, strong: bool = False, in_table: bool = False) -> list[Piece]:
        """Return the inlines as pieces. Numbers of a table are not underlined: there every one would be."""
        pieces: list[Piece] = []
        for item in inlines:
            match item:
                case Words(text, bold, emphasis, strike, link, points):
                    style = self.inks.words(text, strong or bold, emphasis, strike, link)
                    if points is not None:
                        style = self.inks.pointing(style, points.number)
                    pieces.extend(self._words(clean(text).replace("\n", " "), style))
                    address = link.partition("://")[2] or link
                    if link and address not in text:
                        pieces.append(Piece(f" ({clean(address)})", self.inks.quiet))
                case LiveWords(live, bold, _, code):
                    pieces.extend(self._live(live, strong or bold, not in_table and not code))
                case Code(parts, bold):
                    pieces.extend(self._code(parts, strong or bold))
                case Formula():
                    pieces.extend(self._formula(item))
                case Break():
                    pieces.append(Piece("\n", self.inks.plain))
        return pieces

    def tex(self, formula: Formula) -> tuple[str, tuple[Live, ...]]:
        """Return a formula's TeX with its values filled in and marked, and the live values by their index."""
        lives: list[Live] = []
        written: list[str] = []
        for part in formula.parts:
            if isinstance(part, Live):
                written.append(f"{MARK}{len(lives)}:{clean(self._fill(part, True))}{MARK_END}")
                lives.append(part)
            else:
                # Before the marks are put in: an author's formula has none.
                written.append(visible_lines(part))
        return "".join(written), tuple(lives)

    def formula_pieces(self, runs: Runs, lives: tuple[Live, ...]) -> list[Piece]:
        """Return a row of a formula as pieces: names in their role's colour, values as everywhere."""
        pieces: list[Piece] = []
        for run in runs:
            if isinstance(run.tag, int):
                live = lives[run.tag]
                style = self.inks.live(live.name, changed=live in self._changed)
            else:
                style = self.inks.name(self.inks.role_of(run.tag))
            pieces.append(Piece(run.text, style, solid=True))
        return pieces

    def unreadable(self, formula: Formula) -> list[Piece]:
        """Return a formula that is no TeX as it was written: a lesson goes on, and lint reports it."""
        source = "".join(clean(self._fill(part, True)) if isinstance(part, Live) else part for part in formula.parts)
        return [Piece(clean(source).replace("\n", " "), self.inks.code)]

    def code_parts(self, parts: Iterable[str | Live]) -> Iterator[tuple[str, Live | None]]:
        """Yield the text of code with the values in it, each with its live value or None."""
        for part in parts:
            if isinstance(part, Live):
                yield clean(self._fill(part, False)).replace("−", "-"), part
            else:
                yield clean(part), None

    def live_style(self, live: Live) -> Style:
        """Return the style of a live value inside code."""
        return self.inks.live(live.name, underlined=False, changed=live in self._changed)

    def _words(self, text: str, style: Style) -> Iterator[Piece]:
        pattern = self.inks.names_in_words
        at = 0
        for match in pattern.finditer(text) if pattern else ():
            if match.start() > at:
                yield Piece(self._spelled(text[at : match.start()]), style)
            yield Piece(self._spelled(match.group()), style + self.inks.name(self.inks.role_of_symbol(match.group())))
            at = match.end()
        if at < len(text):
            yield Piece(self._spelled(text[at:]), style)

    def _spelled(self, text: str) -> str:
        return spelled(text) if self.inks.palette.maths == "ascii" else text

    def _live(self, live: Live, strong: bool, underlined: bool) -> Iterator[Piece]:
        text = self._spelled(clean(self._fill(live, False)).replace("\n", " "))
        particle = next((form for form in PARTICLES.get(live.particle, ()) if text.endswith(form)), "")
        value = text.removesuffix(particle)
        changed = live in self._changed
        if live.working:
            # The arithmetic is a line of its own to read; only the flash says that it moved.
            yield Piece(value, self.inks.plain + CHANGED if changed else self.inks.plain)
        else:
            reserve = 0
            if " " not in value:
                reserve = self._reserves[live] = max(self._reserves.get(live, 0), width_of(value))
            solid = width_of(value) <= _SOLID_WIDTH
            yield Piece(value, self.inks.live(live.name, strong, underlined, changed), solid, reserve)
        if particle:
            yield Piece(particle, self.inks.words(particle, strong, False, False, ""))

    def _code(self, parts: Iterable[str | Live], strong: bool) -> list[Piece]:
        style = self.inks.code + Style(bold=strong or None)
        texts = [(text.replace("\n", " "), live) for text, live in self.code_parts(parts)]
        solid = sum(width_of(text) for text, _ in texts) <= _SOLID_WIDTH
        pieces = [Piece(text, style + self.live_style(live) if live else style, solid) for text, live in texts if text]
        if pieces and not solid:
            # The spaces at its beginning are how far in a line of a program stands.
            first = pieces[0].text.lstrip(" ")
            indent = Piece(" " * (len(pieces[0].text) - len(first)), style, solid=True)
            pieces[:1] = [indent, pieces[0]._replace(text=first)]
        if self.inks.code_shows:
            return pieces
        return [Piece("`", style, solid), *pieces, Piece("`", style, solid)]

    def _formula(self, formula: Formula) -> list[Piece]:
        tex, lives = self.tex(formula)
        try:
            runs = inline_runs(tex, self.inks.palette.maths)
        except MathematicsError:
            return self.unreadable(formula)
        pieces = self.formula_pieces(runs, lives)
        if sum(piece.width for piece in pieces) <= _SOLID_WIDTH:
            return pieces
        return [Piece(piece.text, piece.style) for piece in pieces]
