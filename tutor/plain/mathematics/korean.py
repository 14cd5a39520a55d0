"""Mathematics as it is read aloud in Korean, the way it is said in class."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.language import particle
from tutor.plain.mathematics.nodes import is_one, raised, superscript_index, unfenced
from tutor.plain.mathematics.reading import Piece, Speech
from tutor.render.prose.tex import Row

GREEK = {
    "α": "알파", "β": "베타", "γ": "감마", "δ": "델타", "ε": "엡실론", "ζ": "제타", "η": "에타", "θ": "세타",
    "ι": "이오타", "κ": "카파", "λ": "람다", "μ": "뮤", "ν": "뉴", "ξ": "크사이", "π": "파이", "ρ": "로",
    "σ": "시그마", "τ": "타우", "υ": "입실론", "φ": "파이", "χ": "카이", "ψ": "프사이", "ω": "오메가", "Γ": "감마",
    "Δ": "델타", "Θ": "세타", "Λ": "람다", "Ξ": "크사이", "Π": "파이", "Σ": "시그마", "Φ": "파이", "Ψ": "프사이",
    "Ω": "오메가", "ϑ": "세타",
}  # fmt: skip
SYMBOLS = {
    "∂": "라운드", "∇": "나블라", "∞": "무한대", "…": "계속해서", "⋯": "계속해서", "′": "프라임", "%": "퍼센트",
    "²": "제곱", "³": "세제곱", "√": "루트", "!": "팩토리얼", "?": "예측할 값", "ln": "자연로그", "log": "로그",
    "det": "행렬식", "sin": "사인", "cos": "코사인", "tan": "탄젠트", "tanh": "하이퍼볼릭 탄젠트", "when": "단,",
    "sigmoid": "시그모이드", "if": "단,", "otherwise": "그 밖에", "and": "그리고", "or": "또는",
}  # fmt: skip
SIGNS = {
    "+": "더하기", "−": "빼기", "·": "곱하기", "×": "곱하기", "∗": "곱하기", "/": "나누기", "÷": "나누기",
    "±": "플러스마이너스", "⊙": "원소별 곱하기", "∘": "합성",
}  # fmt: skip
NEGATIVES = {"+": "플러스", "−": "마이너스", "±": "플러스마이너스"}
RELATIONS = {
    "<": ("보다 작음", "보다 작으면"),
    ">": ("보다 큼", "보다 크면"),
    "≤": ("보다 작거나 같음", "보다 작거나 같으면"),
    "≥": ("보다 크거나 같음", "보다 크거나 같으면"),
    "≠": ("와 같지 않음", "와 같지 않으면"),
    "∝": ("에 비례", "에 비례하면"),
    "∈": ("의 원소", "의 원소이면"),
}
"""From a relation to what follows its right side: by itself, and as a condition."""
BRACKETS = {
    "(": "괄호 열고", ")": "괄호 닫고", "[": "대괄호 열고", "]": "대괄호 닫고", "{": "중괄호 열고", "}": "중괄호 닫고",
    "|": "세로줄", "‖": "두 줄 세로줄", "⟨": "꺾쇠 열고", "⟩": "꺾쇠 닫고",
}  # fmt: skip
ACCENTS = {"\u0302": "햇", "\u0304": "바", "\u0303": "틸드", "\u20d7": "벡터", "\u0307": "점", "\u0308": "두 점"}
TOTALS = {"sum": "시그마", "prod": "파이 곱", "int": "인테그랄"}


class Korean(Speech):
    """Korean."""

    times = "곱하기"

    def join(self, pieces: Sequence[Piece]) -> str:
        return self._joined(pieces, condition=False)

    def within(self, row: Row) -> str:
        """Return a formula inside a clause: "x가 0" of "x가 0이면"."""
        return self._joined(self.pieces(row), condition=False, subject="이/가")

    def _joined(self, pieces: Sequence[Piece], *, condition: bool, subject: str = "은/는") -> str:
        said, pending = "", ""
        has_relation = False
        before = ""
        for piece in pieces:
            if piece.kind == "relation":
                said = said + pending
                pending = ""
                if piece.text in ("=", "≈", "≡"):
                    # Of a chain the second sign repeats what the first one said.
                    said = f"{said}, 곧" if has_relation else _with(said, subject)
                    said += " 약" if piece.text == "≈" else ""
                elif piece.text == ":=":
                    said += "의 새 값은"
                elif piece.text in ("→", "↦", "⇒"):
                    said += "에서"
                else:
                    said = _with(said, subject)
                    noun, when = RELATIONS.get(piece.text, (f" {piece.text}", f" {piece.text}"))
                    pending = when if condition else noun
                has_relation = True
            elif piece.kind in ("comma", "pause"):
                said = (said + pending).rstrip(",;") + ("," if piece.text != ";" else ";")
                pending, has_relation = "", False
            elif piece.kind == "condition":
                said = (said + pending).rstrip(",;") + f", {piece.text}"
                pending = ""
            elif said[-1:].isdigit() and before == "numeral" and piece.text.isascii() and piece.text.isalpha():
                # Of 2m the number and the letter are one word.
                said += piece.text
            else:
                said += f" {piece.text}"
            before = piece.kind
        said = said.strip().removesuffix(",")
        if pending.startswith("와"):
            return _with(said, "과/와") + pending[1:]
        if condition and has_relation and not pending:
            return _is_then(said)
        return said + pending

    def symbol(self, text: str) -> str:
        return GREEK.get(text) or SYMBOLS.get(text, text)

    def sign(self, text: str) -> str:
        return SIGNS.get(text, text)

    def negative(self, text: str) -> str:
        return NEGATIVES[text]

    def apply(self, name: str, argument: Row) -> str:
        argument = unfenced(argument)
        if name == SYMBOLS["det"]:
            return f"{self.row(argument)}의 행렬식"
        if is_one(argument):
            return f"{name} {self.row(argument)}"
        return f"{name} {self.fenced('(', argument, ')')}"

    def largest(self, name: str, arguments: Sequence[str]) -> str:
        *others, last = arguments
        listed = "".join(f"{_with(one, '과/와')} " for one in others)
        return f"{listed}{last} 중 {'큰' if name == 'max' else '작은'} 값"

    def logarithm(self, base: str) -> str:
        return f"밑이 {base}인 로그"

    def fraction(self, top: Row, bottom: Row) -> str:
        if is_one(top) and is_one(bottom):
            below = self.row(bottom)
            return f"{below}분의 {self.row(top)}"
        above = self.row(top)
        end = ", 분수 끝" if above.endswith("닫고") else "인 분수"
        return f"분모가 {self.row(bottom)}, 분자가 {above}{end}"

    def derivative(self, of: str, by: str, *, partial: bool) -> str:
        return f"{_with(of, '을/를')} {_with(by, '으로/로')} {'편' if partial else ''}미분한 값"

    def derive(self, by: str) -> str:
        return f"{_with(by, '으로/로')} 미분한"

    def total(self, command: str, index: str, start: str, end: str) -> str:
        said = TOTALS[command]
        if not index:
            return said
        if not start:
            return f"{said} 모든 {index}에 대해,"
        return f"{said} {_with(index, '은/는')} {start}부터 {end}까지," if end else f"{said} {index}는 {start}부터,"

    def fenced(self, left: str, inside: Row, right: str) -> str:
        if left == right == "|":
            return f"절댓값 {self.row(inside)} 절댓값 끝"
        return f"{BRACKETS.get(left, '')} {self.row(inside)} {BRACKETS.get(right, '')}".strip()

    def scripts(self, base: str, sub: str, sup: Row | None) -> str:
        # Of one index the letter and the number are one word: w1.
        said = (base + sub if len(sub) == 1 and sub.isdecimal() else f"{base} {sub}") if sub else base
        if sup is None:
            return said
        index = superscript_index(sup)
        if index is not None:
            return f"{self.row(index)}번째 {said}"
        match raised(sup):
            case "2":
                return f"{said} 제곱"
            case "3":
                return f"{said} 세제곱"
            case "T" | "⊤":
                return f"{said}의 전치"
            case "′":
                return f"{said} 프라임"
        if is_one(sup):
            return f"{said}의 {self.row(sup)}제곱"
        return f"{said}의 {self.fenced('(', sup, ')')} 제곱"

    def root(self, inside: str, *, is_one: bool) -> str:
        return f"루트 {inside}" + ("" if is_one else ", 루트 끝")

    def accent(self, base: str, mark: str) -> str:
        return f"{base} {ACCENTS.get(mark, '')}".strip()

    def cases(self, cases: Sequence[tuple[Row, Row]]) -> str:
        return ", ".join(f"{self.condition(when)} {self.row(value)}".strip() for value, when in cases)

    def matrix(self, rows: Sequence[Sequence[str]]) -> str:
        listed = "; ".join(f"{number}행 {', '.join(row)}" for number, row in enumerate(rows, 1))
        return f"{len(rows)}행 {max(map(len, rows))}열 행렬, {listed}; 행렬 끝"

    def condition(self, row: Row) -> str:
        return self._joined(self.pieces(unfenced(row)), condition=True, subject="이/가") if row else "그 밖에는"


def _with(said: str, pair: str) -> str:
    """Return words with the particle that follows their last sound."""
    said = said.rstrip(",")
    return said + particle(said, pair)


def _is_then(said: str) -> str:
    """Return a condition that says that something is something."""
    return f"{said}이면" if particle(said, "은/는") == "은" else f"{said}면"
