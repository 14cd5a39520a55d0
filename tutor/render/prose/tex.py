"""TeX mathematics -> a tree. Everything that is not understood is an error with its column; nothing is guessed."""

from __future__ import annotations

import difflib
import re

from tutor.dataclass import dataclass
from tutor.language import SaidError, Text
from tutor.namedtuple import NamedTuple
from tutor.render.prose import messages
from tutor.render.prose.symbols import ACCENTS, CHARACTERS, COMMANDS, ENVIRONMENTS, GREEK_NAMES, LARGE, SPACES, Kind

MARK, MARK_END = "\x01", "\x02"
"""Around a live value inside TeX: `MARK + "3:" + value + MARK_END` is the value of the live with index 3."""

_DEEPEST = 40
"""More groups inside one another than this are an error, so that no formula can exhaust the stack."""


class MathematicsError(SaidError, ValueError):
    """TeX that cannot be laid out; `column` counts from 1 in the TeX."""

    words: Text

    def __init__(self, words: Text, column: int = 1, /, **values: object) -> None:
        super().__init__(words.filled(**values))
        self.column = column


class Atom(NamedTuple):
    """A letter, a number, a sign, a word."""

    text: str
    kind: Kind = "ord"
    name: str = ""
    """what a parameter of this name would be called ("W", "alpha", "cost"); empty for a sign"""


class Space(NamedTuple):
    width: int


@dataclass(frozen=True)
class Marked:
    """A live value, by its index among the formula's live values."""

    index: int
    row: Row

    @property
    def negative(self) -> bool:
        """Whether it starts with a minus, so that it needs brackets after a sign or under an exponent."""
        return bool(self.row) and self.row[0] == Atom("−", "bin")


class Scripts(NamedTuple):
    base: Node
    sub: Row | None = None
    sup: Row | None = None
    raised: bool = True
    """Raised and lowered in characters of their own, where there are any; else written with ^ and _."""


class Fraction(NamedTuple):
    top: Row
    bottom: Row


class Root(NamedTuple):
    row: Row
    degree: Row = ()


class Accented(NamedTuple):
    mark: str
    row: Row


class Large(NamedTuple):
    """A sum, a product or an integral sign."""

    command: str
    in_words: bool = False
    """Written as its name."""


class Fenced(NamedTuple):
    """A row between brackets, which grow with it; "" for no bracket."""

    left: str
    right: str
    row: Row


class Group(NamedTuple):
    """What stood in braces."""

    row: Row


class Grid(NamedTuple):
    """A matrix, cases, or aligned lines."""

    environment: str
    rows: tuple[tuple[Row, ...], ...]


Node = Atom | Space | Marked | Scripts | Fraction | Root | Accented | Large | Fenced | Group | Grid
Row = tuple[Node, ...]

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_WORD = re.compile(r"[A-Za-z]{3,}")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|.)", re.DOTALL)
_MARKED = re.compile(f"{MARK}(\\d+):([^{MARK_END}]*){MARK_END}")
_TEXTS = ("text", "mathrm", "textrm", "textbf", "textit", "mathsf", "mathtt", "mbox")
_FONTS = ("mathbf", "mathit", "mathcal", "mathbb", "boldsymbol", "bm", "mathnormal")
_SIZES = ("displaystyle", "textstyle", "scriptstyle", "limits", "nolimits")
_BIG = ("big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr")
_FRACTIONS = ("frac", "tfrac", "dfrac", "cfrac")
_KNOWN = (
    *COMMANDS, *SPACES, *LARGE, *ACCENTS, *_TEXTS, *_FONTS, *_SIZES, *_BIG, *_FRACTIONS,
    "sqrt", "left", "right", "begin", "end", "operatorname",
)  # fmt: skip
_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉"}


def parse(tex: str) -> Row:
    """Return the tree of a formula. Several lines (`\\\\`) come back as one `Grid`.

    Raises:
        MathematicsError: an unknown command, a missing brace or argument, a script too many; says which and where.
    """
    parser = _Parser(tex)
    rows = parser.grid_rows("")
    if parser.at < len(tex):
        raise parser.error(messages.CLOSES_NOTHING, token=parser.peek())
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return (Grid("aligned" if any(len(row) > 1 for row in rows) else "gathered", rows),)


class _Parser:
    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.at = 0
        self.depth = 0

    def error(self, words: Text, at: int | None = None, /, **values: object) -> MathematicsError:
        return MathematicsError(words, (self.at if at is None else at) + 1, **values)

    def peek(self) -> str:
        """Return the next token, a command or a character, or "" at the end; skips spaces before it."""
        while self.at < len(self.tex) and self.tex[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tex):
            return ""
        if self.tex[self.at] != "\\":
            return self.tex[self.at]
        command = _COMMAND.match(self.tex, self.at)
        if command is None:
            raise self.error(messages.BACKSLASH_AT_END)
        token = command.group()
        # Only an environment's name ends in a star: x\cdot* is a dot and a star.
        return token.rstrip("*") if len(token) > 2 else token

    def take(self) -> str:
        token = self.peek()
        self.at += len(token)
        return token

    def expect(self, token: str, after: str) -> None:
        if self.peek() != token:
            raise self.error(messages.MISSING_AFTER, token=token, after=after)
        self.take()

    def row(self) -> Row:
        """Parse up to something that ends a row (a closing brace, &, \\\\, \\right, \\end, the end)."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.error(messages.TOO_MANY_GROUPS)
        nodes: list[Node] = []
        while (token := self.peek()) not in ("", "}", "&", "\\\\", "\\right", "\\end", MARK_END):
            if token in ("^", "_"):
                self.scripts(nodes, token)
            else:
                nodes.extend(self.node())
        self.depth -= 1
        return _fenced(nodes)

    def scripts(self, nodes: list[Node], token: str) -> None:
        at = self.at
        self.take()
        base: Node = nodes.pop() if nodes and not isinstance(nodes[-1], Space) else Group(())
        script = self.argument(token)
        scripts = base if isinstance(base, Scripts) else Scripts(base)
        if (scripts.sup if token == "^" else scripts.sub) is not None:
            raise self.error(messages.SECOND_SCRIPT, at, token=token)
        nodes.append(scripts._replace(sup=script) if token == "^" else scripts._replace(sub=script))

    def argument(self, owner: str) -> Row:
        """Parse what a command or a script takes: a group in braces, or one token."""
        token = self.peek()
        if token in ("", "}", "&", "^", "_", "\\\\", "\\right", "\\end"):
            raise self.error(messages.NEEDS_SOMETHING, owner=owner)
        if token == "{":
            return self.group(owner)
        if token[0].isdigit() or (token[0].isascii() and token[0].isalpha()):
            self.take()  # x^10 raises the 1 alone, as TeX does
            return (_character(token),)
        return tuple(self.node())

    def group(self, owner: str) -> Row:
        start = self.at
        self.expect("{", owner)
        row = self.row()
        if self.peek() != "}":
            raise self.error(messages.NEVER_CLOSED, start, bracket="{")
        self.take()
        return row

    def words(self, owner: str) -> str:
        """Parse a group whose content is text, not mathematics."""
        self.expect("{", owner)
        end = self.tex.find("}", self.at)
        if end < 0:
            raise self.error(messages.NEVER_CLOSED, self.at - 1, bracket="{")
        text, self.at = self.tex[self.at : end], end + 1
        return re.sub(r"[\s\x00-\x1f]+", " ", text.replace("\\", ""))

    def node(self) -> list[Node]:
        start = self.at
        token = self.peek()
        if token == "{":
            return [Group(self.group("{"))]
        if token == MARK:
            return [self.marked()]
        if token[0] == "\\":
            self.take()
            return self.command(token[1:], start)
        for pattern in (_NUMBER, _WORD):
            if match := pattern.match(self.tex, self.at):
                self.at = match.end()
                return [Atom(match.group(), "ord", match.group() if pattern is _WORD else "")]
        if self.tex.startswith(":=", self.at):
            self.at += 2
            return [Atom(":=", "rel")]
        self.take()
        if not token.isprintable():
            raise self.error(messages.NO_PLACE_FOR, start, code=ord(token))
        return [_character(token)]

    def marked(self) -> Node:
        match = _MARKED.match(self.tex, self.at)
        if match is None:
            raise self.error(messages.NO_PLACE_FOR, code=ord(MARK))
        self.at = match.end()
        index, body = match.groups()
        try:
            row = parse(body)
        except MathematicsError:  # a value in words, such as the name of a choice
            row = (Atom(re.sub(r"[\x00-\x1f]+", " ", body)),)
        return Marked(int(index), row)

    def command(self, name: str, start: int) -> list[Node]:
        owner = "\\" + name
        if name in COMMANDS:
            glyph, kind = COMMANDS[name]
            letter = glyph in GREEK_NAMES
            return [Atom(glyph, kind, GREEK_NAMES[glyph] if letter else "")]
        if name in SPACES:
            return [Space(SPACES[name])]
        if name in LARGE:
            return [Large(name)]
        if name in ACCENTS:
            return [Accented(ACCENTS[name], self.argument(owner))]
        if name in _FRACTIONS:
            return [Fraction(self.argument(owner), self.argument(owner))]
        if name in _TEXTS:
            text = self.words(owner)
            return [Atom(text, "ord", text.strip())]
        if name == "operatorname":
            text = self.words(owner)
            return [Atom(text, "word", text)]
        if name in _FONTS:
            return list(self.argument(owner))
        if name in _SIZES:
            return []
        if name in _BIG:
            return [_character(self.delimiter(owner))]
        if name == "sqrt":
            return [self.root()]
        if name == "left":
            return [self.left(start)]
        if name == "begin":
            return [self.environment(start)]
        near = difflib.get_close_matches(name, _KNOWN, 1)
        if not near:
            raise self.error(messages.UNKNOWN_COMMAND, start, name=owner)
        raise self.error(messages.UNKNOWN_COMMAND_LIKE, start, name=owner, near=f"\\{near[0]}")

    def root(self) -> Node:
        degree: Row = ()
        if self.peek() == "[":
            end = self.tex.find("]", self.at)
            if end < 0:
                raise self.error(messages.NEVER_CLOSED, bracket="[")
            degree, self.at = parse(self.tex[self.at + 1 : end]), end + 1
        return Root(self.argument("\\sqrt"), degree)

    def delimiter(self, owner: str) -> str:
        token = self.take()
        glyph = COMMANDS.get(token[1:], ("", "ord"))[0] if token.startswith("\\") else token
        if glyph not in tuple("()[]{}⟨⟩⌊⌋⌈⌉|‖./"):
            raise self.error(messages.NEEDS_BRACKET, self.at - len(token), owner=owner)
        return "" if glyph == "." else glyph

    def left(self, start: int) -> Node:
        left = self.delimiter("\\left")
        row = self.row()
        if self.peek() != "\\right":
            raise self.error(messages.NO_RIGHT, start)
        self.take()
        return Fenced(left, self.delimiter("\\right"), row)

    def environment(self, start: int) -> Node:
        name = self.words("\\begin")
        if name not in ENVIRONMENTS:
            near = difflib.get_close_matches(name, ENVIRONMENTS, 1)
            words = messages.UNKNOWN_ENVIRONMENT_LIKE if near else messages.UNKNOWN_ENVIRONMENT
            raise self.error(words, start, name=name, near="".join(near))
        if name == "array":
            self.words("array")
        rows = self.grid_rows(name)
        if self.peek() != "\\end":
            raise self.error(messages.ENVIRONMENT_IS_OPEN, start, name=name)
        self.take()
        at = self.at
        closed = self.words("\\end")
        if closed != name:
            raise self.error(messages.ENDS_AS, at, name=name, closed=closed)
        return Grid(name, rows)

    def grid_rows(self, environment: str) -> tuple[tuple[Row, ...], ...]:
        rows: list[tuple[Row, ...]] = []
        cells: list[Row] = [self.row()]
        while (token := self.peek()) in ("&", "\\\\"):
            if token == "&" and environment == "" and "\\\\" not in self.tex:
                raise self.error(messages.OUTSIDE_MATRIX)
            self.take()
            if token == "&":
                cells.append(self.row())
                continue
            rows.append(tuple(cells))
            cells = [self.row()]
        if cells != [()] or not rows:  # a \\ after the last row adds none
            rows.append(tuple(cells))
        return tuple(rows)


def _character(character: str) -> Atom:
    if character in CHARACTERS:
        glyph, kind = CHARACTERS[character]
        return Atom(glyph, kind)
    if character == "~":
        return Atom(" ")
    name = GREEK_NAMES.get(character, character if character.isalpha() else "")
    return Atom(character, "ord", name)


def _fenced(nodes: list[Node]) -> Row:
    """Return the row with each pair of brackets as one node. Unequal brackets, as in (0, 1], stay single signs."""
    done: list[Node] = []
    open_at: list[int] = []
    for node in nodes:
        base = node.base if isinstance(node, Scripts) else node
        done.append(node)
        if not isinstance(base, Atom):
            continue
        if base.kind == "open" and base is node:
            open_at.append(len(done) - 1)
        elif base.kind == "close" and base.text in _PAIRS.values() and open_at:
            start = open_at.pop()
            opener = done[start]
            if isinstance(opener, Atom) and _PAIRS.get(opener.text) == base.text:
                fenced = Fenced(opener.text, base.text, tuple(done[start + 1 : -1]))
                done[start:] = [node._replace(base=fenced) if isinstance(node, Scripts) else fenced]
    return tuple(done)
