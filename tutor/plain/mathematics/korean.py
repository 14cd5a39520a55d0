"""Mathematics as it is read aloud in Korean, the way it is said in class."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor.language import particle
from tutor.plain.mathematics.nodes import flat, is_list, is_one, parted, raised, superscript_index, unfenced
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
    "det": "행렬식", "exp": "익스포넨셜", "sin": "사인", "cos": "코사인", "tan": "탄젠트",
    "tanh": "하이퍼볼릭 탄젠트", "when": "단,",
    "sigmoid": "시그모이드", "if": "단,", "otherwise": "그 밖에", "and": "그리고", "or": "또는",
}  # fmt: skip
SYMBOLS |= {sign: f"의 {power}제곱" for power, sign in enumerate("⁴⁵⁶⁷⁸⁹", 4)}
SIGNS = {
    "+": "더하기", "−": "빼기", "·": "곱하기", "×": "곱하기", "∗": "곱하기", "/": "나누기", "÷": "나누기",
    "±": "플러스마이너스", "⊙": "원소별 곱하기", "∘": "합성",
}  # fmt: skip
NEGATIVES = {"+": "플러스", "−": "마이너스", "±": "플러스마이너스"}
RELATIONS = {
    "<": "보다 작다",
    ">": "보다 크다",
    "≤": "보다 작거나 같다",
    "≥": "보다 크거나 같다",
    "≠": "와 같지 않다",
    "∝": "에 비례한다",
    "∈": "의 원소다",
}
"""From a relation to what follows its right side."""
ENDINGS = {
    "작다": ("작으면", "작습니다", "작고", "작을", "작은", "작으므로"),
    "크다": ("크면", "큽니다", "크고", "클", "큰", "크므로"),
    "같다": ("같으면", "같습니다", "같고", "같을", "같은", "같으므로"),
    "않다": ("않으면", "않습니다", "않고", "않을", "않은", "않으므로"),
    "비례한다": ("비례하면", "비례합니다", "비례하고", "비례할", "비례하는", "비례하므로"),
    "원소다": ("원소이면", "원소입니다", "원소이고", "원소일", "원소인", "원소이므로"),
}
"""How the verb of a relation ends: as a condition, at the end of a sentence, before another clause, before a noun ("일
때", "인 곳"), as a reason."""
FOLLOWED = {"이면": 0, "면": 0, "입니다": 1, "이고": 2, "고": 2, "일": 3, "인": 4, "이므로": 5, "이니": 5, "이라": 5}
"""From what is written behind a formula to the form that its verb has then."""
CLAUSE = re.compile(r"(?:이라면|라면|이어야|여야|이면|면|인|일|이라|이므로|이니|이 되|가 되)(?=[ ,]|$)")
"""What follows a formula that is a clause of its sentence."""
PARTICLE = re.compile(r"(은|는|이|가|을|를|과|와|으로|로)(?=[ ,.)]|$)")
PAIRS = {one: pair for pair in ("은/는", "이/가", "을/를", "과/와", "으로/로") for one in pair.split("/")}
BRACKETS = {
    "(": "괄호 열고", ")": "괄호 닫고", "[": "대괄호 열고", "]": "대괄호 닫고", "{": "중괄호 열고", "}": "중괄호 닫고",
    "|": "세로줄", "‖": "두 줄 세로줄", "⟨": "꺾쇠 열고", "⟩": "꺾쇠 닫고",
}  # fmt: skip
ACCENTS = {"\u0302": "햇", "\u0304": "바", "\u0303": "틸드", "\u20d7": "벡터", "\u0307": "점", "\u0308": "두 점"}
MATRIX_END = "행렬 끝"
TOTALS = {"sum": "시그마", "prod": "파이 곱", "int": "인테그랄"}


class Korean(Speech):
    """Korean."""

    times = "곱하기"
    derives_after = True

    def join(self, pieces: Sequence[Piece]) -> str:
        return self._joined(pieces)

    def meets(self, row: Row, following: str) -> tuple[str, str]:
        """Return a formula and what follows on it: the verb and the particle are those of what is heard."""
        pieces = self.pieces(row)
        relations = [piece.text for piece in pieces if piece.kind == "relation"]
        if relations and relations[-1] in RELATIONS:
            said = self._joined(pieces)
            for ending, form in FOLLOWED.items():
                if re.match(rf"{ending}(?![가-힣])", following):
                    return _ending(said, form), following.removeprefix(ending)
            return said, following
        if relations and following.startswith("의 "):
            # Of the cost of H(x) = Wx it is said: the cost where H(x) is Wx.
            return self._joined(pieces, subject="이/가") + "일 때", following
        if CLAUSE.match(following):
            return self._joined(pieces, subject="이/가"), following
        said = self._joined(pieces)
        found = PARTICLE.match(following)
        if found is not None:
            following = particle(said.rstrip(","), PAIRS[found[1]]) + following[found.end() :]
        return said, following

    def _joined(self, pieces: Sequence[Piece], *, subject: str = "은/는") -> str:
        said, pending, before, condition = "", "", "", ""
        has_relation = False
        for piece in pieces:
            if piece.kind == "relation":
                said = _ended(said, pending)
                pending = ""
                if piece.text in ("=", "≈", "≡"):
                    # Of a chain the second sign repeats what the first one said.
                    said = f"{said}, 곧" if has_relation else _is(said, subject)
                    said += " 약" if piece.text == "≈" else ""
                elif piece.text == ":=":
                    said += "의 새 값은"
                elif piece.text in ("→", "↦", "⇒"):
                    said += "에서"
                else:
                    said = _with(said, subject)
                    pending = RELATIONS.get(piece.text, f" {piece.text}")
                has_relation = True
            elif piece.kind in ("comma", "pause"):
                said = _ended(said, pending).rstrip(",;") + ("," if piece.text != ";" else ";")
                pending, has_relation = "", False
            elif piece.kind == "condition" and piece.text.endswith("면"):
                # What it hangs on is said before it.
                condition = f"{piece.text}, "
            elif piece.kind == "condition":
                said = _ended(said, pending).rstrip(",;") + f", {piece.text}"
                pending = ""
            elif said[-1:].isdigit() and before == "numeral" and piece.text.isascii() and piece.text.isalpha():
                # Of 2m the number and the letter are one word.
                said += piece.text
            else:
                said += piece.text if piece.kind == "after" and piece.text.startswith("의") else f" {piece.text}"
            before = piece.kind
        return condition + _ended(said.strip().removesuffix(","), pending)

    def symbol(self, text: str) -> str:
        return GREEK.get(text) or SYMBOLS.get(text, text)

    def sign(self, text: str) -> str:
        return SIGNS.get(text, text)

    def negative(self, text: str) -> str:
        return NEGATIVES[text]

    def below_zero(self, text: str) -> str:
        return text

    def apply(self, name: str, argument: Row) -> str:
        argument = unfenced(argument)
        if name == SYMBOLS["det"]:
            return f"{self.row(argument)}의 행렬식"
        if is_one(argument):
            return f"{name} {self.row(argument)}"
        if is_list(argument):
            return f"{name} " + " 콤마 ".join(self.row(part) for part in parted(flat(argument)))
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

    def derivative(self, of: str, by: str, *, partial: bool, is_long: bool = False) -> str:
        what = f"{of}, 이것을" if is_long else _with(of, "을/를")
        return f"{what} {_with(by, '으로/로')} {'편' if partial else ''}미분한 값"

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
        listed = "; ".join(f"{number}행은 {', '.join(row)}" for number, row in enumerate(rows, 1))
        return f"{len(rows)}행 {max(map(len, rows))}열 행렬, {listed}; {MATRIX_END}"

    def condition(self, row: Row) -> str:
        if not row:
            return "그 밖에는"
        pieces = self.pieces(unfenced(row))
        said = self._joined(pieces, subject="이/가")
        relations = [piece.text for piece in pieces if piece.kind == "relation"]
        return _ending(said, 0) if relations and relations[-1] in RELATIONS else _is_then(said)


def _with(said: str, pair: str) -> str:
    """Return words with the particle that follows their last sound."""
    said = said.rstrip(",")
    return said + particle(said, pair)


def _is(said: str, subject: str) -> str:
    """Return what something is said to be equal to."""
    # An end takes no particle.
    return f"{said}, 이것은" if said.endswith(MATRIX_END) else _with(said, subject)


def _ended(said: str, verb: str) -> str:
    """Return words with the verb of their relation."""
    return _with(said, "과/와") + verb[1:] if verb.startswith("와") else said + verb


def _ending(said: str, form: int) -> str:
    """Return words that end in the verb of a relation with another form of it."""
    verb = next((verb for verb in ENDINGS if said.endswith(verb)), "")
    return said.removesuffix(verb) + ENDINGS[verb][form] if verb else said


def _is_then(said: str) -> str:
    """Return a condition that says that something is something."""
    return f"{said}이면" if particle(said, "은/는") == "은" else f"{said}면"
