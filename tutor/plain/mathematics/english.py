"""Mathematics as it is read aloud in English."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.plain.mathematics.nodes import flat, is_list, is_one, parted, raised, superscript_index, unfenced
from tutor.plain.mathematics.reading import Piece, Speech
from tutor.render.prose.symbols import GREEK_NAMES
from tutor.render.prose.tex import Row

SYMBOLS = {
    "∂": "partial", "∇": "gradient of", "∞": "infinity", "…": "and so on", "⋯": "and so on", "′": "prime",
    "%": "percent", "²": "squared", "³": "cubed", "√": "the square root of", "!": "factorial", "?": "to be guessed",
    "exp": "exp", "ln": "the natural log", "log": "the log", "det": "the determinant", "Σ": "the sum of",
    "|": "bar", "‖": "double bar", "Σ_": "sigma",
}  # fmt: skip
SYMBOLS |= {sign: f"to the power {power}" for power, sign in enumerate("⁴⁵⁶⁷⁸⁹", 4)}
SIGNS = {
    "+": "plus", "−": "minus", "·": "times", "×": "times", "∗": "times", "/": "divided by", "÷": "divided by",
    "±": "plus or minus", "⊙": "times entry by entry", "∘": "after",
}  # fmt: skip
RELATIONS = {
    "=": "equals", "≈": "is about", ":=": "becomes", "<": "is less than", ">": "is greater than",
    "≤": "is at most", "≥": "is at least", "≠": "is not equal to", "→": "to", "∈": "is in", "∝": "is proportional to",
    "≡": "is identical to", "⇒": "implies", "↦": "maps to", "|": "given",
}  # fmt: skip
BRACKETS = {
    "(": "open parenthesis", ")": "close parenthesis", "[": "open bracket", "]": "close bracket", "{": "open brace",
    "}": "close brace", "|": "bar", "‖": "double bar", "⟨": "open angle", "⟩": "close angle",
}  # fmt: skip
ACCENTS = {
    "\u0302": "hat",
    "\u0304": "bar",
    "\u0303": "tilde",
    "\u20d7": "vector",
    "\u0307": "dot",
    "\u0308": "double dot",
}
TOTALS = {"sum": "the sum", "prod": "the product", "int": "the integral"}


class English(Speech):
    """English."""

    times = "times"

    def join(self, pieces: Sequence[Piece]) -> str:
        said = ""
        for piece in pieces:
            text = RELATIONS.get(piece.text, piece.text) if piece.kind == "relation" else piece.text
            if piece.kind in ("comma", "pause"):
                said = said.rstrip(",;") + (";" if text == ";" else ",")
            elif piece.kind == "condition":
                said = said.rstrip(",;") + " " + text
            else:
                said += " " + text
        return said.strip().removesuffix(",")

    def symbol(self, text: str) -> str:
        if text in GREEK_NAMES:
            name = GREEK_NAMES[text]
            return f"capital {name.lower()}" if name[:1].isupper() else name
        return SYMBOLS.get(text, text)

    def sign(self, text: str) -> str:
        return SIGNS.get(text, text)

    def negative(self, text: str) -> str:
        return SIGNS[text]

    def below_zero(self, text: str) -> str:
        return text.replace(SIGNS["−"], "negative", 1)

    def apply(self, name: str, argument: Row) -> str:
        argument = unfenced(argument)
        if is_one(argument):
            return f"{name} of {self.row(argument)}"
        if is_list(argument):
            *others, last = (self.row(part) for part in parted(flat(argument)))
            return f"{name} of {', '.join(others)} and {last}"
        return f"{name} of {self.fenced('(', argument, ')')}"

    def largest(self, name: str, arguments: Sequence[str]) -> str:
        which = "the larger of" if name == "max" else "the smaller of"
        *others, last = arguments
        comma = "," if any(len(one.split()) > 2 for one in arguments) else ""
        return f"{which} {', '.join(others)} and {last}{comma}"

    def logarithm(self, base: str) -> str:
        return f"the log to base {base}"

    def fraction(self, top: Row, bottom: Row) -> str:
        if is_one(top) and is_one(bottom):
            return f"{self.row(top)} over {self.row(bottom)}"
        return f"the fraction {self.row(top)}, over {self.row(bottom)}, end of fraction"

    def derivative(self, of: str, by: str, *, partial: bool, is_long: bool = False) -> str:  # noqa: ARG002 - English says of what first
        return f"the {'partial ' if partial else ''}derivative of {of} with respect to {by}"

    def derive(self, by: str) -> str:
        return f"the derivative with respect to {by} of"

    def total(self, command: str, index: str, start: str, end: str) -> str:
        said = TOTALS[command]
        if index:
            said += f" over {index}"
        if start:
            said += f" from {start}"
        if end:
            said += f" to {end}"
        return f"{said} of"

    def fenced(self, left: str, inside: Row, right: str) -> str:
        if left == right == "|":
            return f"the absolute value of {self.row(inside)}, end of absolute value"
        return f"{BRACKETS.get(left, '')} {self.row(inside)} {BRACKETS.get(right, '')}".strip()

    def scripts(self, base: str, sub: str, sup: Row | None) -> str:
        said = f"{base} sub {sub}" if sub else base
        if sup is None:
            return said
        index = superscript_index(sup)
        if index is not None:
            return f"the {self.row(index)}-th {said}"
        match raised(sup):
            case "2":
                return f"{said} squared"
            case "3":
                return f"{said} cubed"
            case "T" | "⊤":
                return f"{said} transpose"
            case "′":
                return f"{said} prime"
        end = "" if is_one(sup) else ", end of exponent"
        return f"{said} to the power {self.row(sup)}{end}"

    def root(self, inside: str, *, is_one: bool) -> str:
        return f"the square root of {inside}" + ("" if is_one else ", end of root")

    def accent(self, base: str, mark: str) -> str:
        return f"{base} {ACCENTS.get(mark, '')}".strip()

    def cases(self, cases: Sequence[tuple[Row, Row]]) -> str:
        said = [f"{self.row(value)} {self.condition(when)}".strip() for value, when in cases]
        return ", and ".join(said)

    def matrix(self, rows: Sequence[Sequence[str]]) -> str:
        size = f"{len(rows)} by {max(map(len, rows))}"
        listed = "; ".join(f"row {number}: {', '.join(row)}" for number, row in enumerate(rows, 1))
        return f"the {size} matrix, {listed}; end of matrix"

    def condition(self, row: Row) -> str:
        return f"if {self.row(unfenced(row))}" if row else "otherwise"
