"""Formulas as a learner sees them: the expectations are typed by hand, as one would write them on squared paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.render.prose import formula_line
from tutor.render.prose.boxes import Run, plain
from tutor.render.prose.mathematics import MathematicsError, display, display_box, inline, inline_runs
from tutor.render.prose.tex import MARK, MARK_END, Row

IN_ONE_LINE = {
    "H(x) = Wx + b": "H(x) = Wx + b",
    "w_1 x_1 + w_2 x_2 + b \\le \\theta": "w₁x₁ + w₂x₂ + b ≤ θ",
    "x^{(i)}": "x⁽ⁱ⁾",
    "W^2": "W²",
    "W^\\top": "Wᵀ",
    "e^{-x}": "e⁻ˣ",
    "e^{-(wx+b)}": "e⁻⁽ʷˣ⁺ᵇ⁾",
    "e^{z_i}": "e^(zᵢ)",
    "10^{-3}": "10⁻³",
    "\\hat{y}": "ŷ",
    "\\hat y_i": "ŷᵢ",
    "\\bar{x}": "x\u0304",
    "\\frac{1}{m}": "1/m",
    "\\frac{1}{2m}": "1/(2m)",
    "\\frac{a + b}{2}": "(a + b)/2",
    "\\frac{1}{1 + e^{-x}}": "1/(1 + e⁻ˣ)",
    "\\left(\\frac{1}{2}\\right)^2": "(1/2)²",
    "\\frac{1}{2}^2": "(1/2)²",
    "\\frac{\\partial cost}{\\partial W}": "∂cost/∂W",
    "W := W - \\alpha \\frac{\\partial}{\\partial W} cost(W)": "W := W − α ∂/∂W cost(W)",
    "\\frac{1}{m} \\sum_{i=1}^{m} (W x^{(i)} - y^{(i)})^2": "1/m Σᵢ₌₁ᵐ (Wx⁽ⁱ⁾ − y⁽ⁱ⁾)²",
    "-\\sum_i y_i \\log \\hat y_i": "−Σᵢ yᵢ log ŷᵢ",
    "(0\\cdot1-1)^2": "(0 · 1 − 1)²",
    "3 \\times 2": "3 × 2",
    "P(ill \\mid +)": "P(ill | +)",
    "\\log_{10} 0.94": "log₁₀ 0.94",
    "\\log(1 - p)": "log(1 − p)",
    "\\tanh(x)": "tanh(x)",
    "f(x, y)": "f(x, y)",
    "(0, 1]": "(0, 1]",
    "10{,}000": "10,000",
    "10,000": "10,000",
    "a \\ne b": "a ≠ b",
    "x \\to \\infty": "x → ∞",
    "\\text{if } x > 0": "if x > 0",
    "\\text{비용} = 3": "비용 = 3",
    "h_{111}": "h₁₁₁",
    "\\sqrt{2}": "√2",
    "\\sqrt{x + 1}": "√(x + 1)",
    "\\|w\\|^2": "‖w‖²",
    "W_{new}": "W_new",
    "\\sigma'(z)": "σ′(z)",
    "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}": "[[1, 2], [3, 4]]",
    "\\begin{bmatrix} 5 & 11 & 17 \\end{bmatrix}": "[5, 11, 17]",
    "50\\%": "50%",
    "2 cost(W) + 10x": "2 cost(W) + 10x",
}


@pytest.mark.parametrize("tex", IN_ONE_LINE)
def test_a_formula_in_a_sentence_takes_one_line(tex: str) -> None:
    assert IN_ONE_LINE[tex] == inline(tex)


IN_TWO_DIMENSIONS = {
    "h(x) = \\frac{1}{1 + e^{-x}}": """
          1
h(x) = ───────
       1 + e⁻ˣ""",
    "cost(W) = \\frac{1}{m} \\sum_{i=1}^{m} (W x^{(i)} - y^{(i)})^2": """
          1   m
cost(W) = ─   Σ  (Wx⁽ⁱ⁾ − y⁽ⁱ⁾)²
          m  i=1""",
    "loss = -\\frac{1}{m} \\sum_{i=1}^{m} \\left( y_i \\log \\hat{y}_i + (1 - y_i) \\log(1 - \\hat{y}_i) \\right)": """
         1   m
loss = − ─   Σ  (yᵢ log ŷᵢ + (1 − yᵢ) log(1 − ŷᵢ))
         m  i=1""",
    "loss = -\\sum_{i} y_i \\log \\hat{y}_i": """
loss = − Σ yᵢ log ŷᵢ
         i""",
    "softmax(z)_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}": """
                zᵢ
               e
softmax(z)ᵢ = ─────
                 zⱼ
              Σ e
              j""",
    "W := W - \\alpha \\frac{\\partial}{\\partial W} cost(W)": """
           ∂
W := W − α ── cost(W)
           ∂W""",
    "\\frac{\\partial cost}{\\partial W} = \\frac{\\partial cost}{\\partial z} "
    "\\cdot \\frac{\\partial z}{\\partial W}": """
∂cost   ∂cost   ∂z
───── = ───── · ──
 ∂W      ∂z     ∂W""",
    "y = \\begin{cases} 0 & \\text{if } w_1 x_1 + w_2 x_2 + b \\le \\theta \\\\ 1 & \\text{otherwise} \\end{cases}": """
    ⎧ 0   if w₁x₁ + w₂x₂ + b ≤ θ
y = ⎨
    ⎩ 1   otherwise""",
    "\\begin{bmatrix} 1 & 2 \\end{bmatrix} \\begin{bmatrix} 1 & 3 & 5 \\\\ 2 & 4 & 6 \\end{bmatrix} = "
    "\\begin{bmatrix} 5 & 11 & 17 \\end{bmatrix}": """
[1  2] ⎡1  3  5⎤ = [5  11  17]
       ⎣2  4  6⎦""",
    "\\begin{pmatrix} x_{11} & 0.5 \\\\ x_{21} & -12.5 \\\\ x_{31} & 3 \\end{pmatrix}": """
⎛x₁₁    0.5⎞
⎜x₂₁  −12.5⎟
⎝x₃₁      3⎠""",
    "\\left( \\frac{a}{b} \\right)^2": """
⎛a⎞²
⎜─⎟
⎝b⎠""",
    "\\begin{aligned} y_1 &= w_{11} x_1 + b_1 \\\\ &= 3 \\end{aligned}": """
y₁ = w₁₁x₁ + b₁
   = 3""",
    "\\frac{1}{1 + \\frac{a}{b}}": """
  1
─────
    a
1 + ─
    b""",
    "\\frac{\\frac{a}{b}}{c}": """
 a
 ─
 b
───
 c""",
    "\\sqrt{\\frac{1}{m}}": """
 ┌─
 │1
 │─
╰┘m""",
    "\\text{비용} = \\frac{\\text{합계}}{m}": """
       합계
비용 = ────
        m""",
}


@pytest.mark.parametrize("tex", IN_TWO_DIMENSIONS)
def test_a_displayed_formula_has_its_bars_limits_and_brackets(tex: str) -> None:
    assert IN_TWO_DIMENSIONS[tex].strip("\n").split("\n") == display(tex)


BROKEN = {
    "\\frac{1": ("closed", 6),
    "x^": ("^ needs", 3),
    "x^2^3": ("a second ^", 4),
    "\\alhpa": ("did you mean \\alpha?", 1),
    "1 + \\foobarbaz": ("unknown command \\foobarbaz", 5),
    "a & b": ("& stands outside", 3),
    "a } b": ("} closes nothing", 3),
    "\\left( x": ("no \\right", 1),
    "\\begin{bmtrix} 1 \\end{bmtrix}": ("did you mean bmatrix?", 1),
    "\\begin{cases} 1": ("no \\end{cases}", 1),
    "\\begin{cases} 1 \\end{matrix}": ("ends as matrix", 21),
    "\\hat": ("\\hat needs", 5),
    "\\": ("a backslash", 1),
}


@pytest.mark.parametrize("tex", BROKEN)
def test_what_is_no_formula_is_an_error_that_says_where(tex: str) -> None:
    said, column = BROKEN[tex]
    with pytest.raises(MathematicsError) as raised:
        display(tex)
    assert said in str(raised.value)
    assert column == raised.value.column


def test_a_formula_too_wide_is_broken_before_its_signs() -> None:
    tex = "y = w_1 x_1 + w_2 x_2 + w_3 x_3 + w_4 x_4 + b = 12"
    lines = [plain(row).rstrip() for box in display_box(tex, 24) for row in box.rows]
    assert ["y = w₁x₁ + w₂x₂ + w₃x₃", "    + w₄x₄ + b", "  = 12"] == lines


def test_names_and_live_values_can_be_told_in_a_formula() -> None:
    tex = f"\\alpha W x_1 + cost - {MARK}0:-2.50{MARK_END}"
    tags = {run.text.strip(): run.tag for run in inline_runs(tex) if run.tag is not None}
    assert {"α": "alpha", "W": "W", "x₁": "x_1", "cost": "cost", "−2.50": 0} == tags


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (f"W - {MARK}0:-1{MARK_END}", "W − (−1)"),
        (f"W - {MARK}0:1{MARK_END}", "W − 1"),
        (f"W = {MARK}0:-1{MARK_END}", "W = −1"),
        (f"{MARK}0:-1{MARK_END}^2", "(−1)²"),
        (f"{MARK}0:-1{MARK_END} \\cdot 2", "−1 · 2"),
        (f"2 {MARK}0:-1{MARK_END}", "2 (−1)"),
        (f"\\text{{mode}} = {MARK}0:leaky_ReLU {{{MARK_END}", "mode = leaky_ReLU {"),
    ],
)
def test_a_negative_live_value_gets_brackets_where_it_needs_them(tex: str, expected: str) -> None:
    assert expected == inline(tex)


WORDS = (
    r"x W 1 2.5 , ( ) [ ] { } ^ _ & = + - \\ \frac \sum \sqrt \hat \alpha \le \left( \right) \text{가} \log | "
    r"\begin{cases} \end{cases} \begin{bmatrix} \end{bmatrix} \cdot \, ' \foo \{"
)
PARTS = st.sampled_from([*WORDS.split(" "), MARK, MARK_END, f"{MARK}0:-2{MARK_END}"])


@given(st.one_of(st.lists(PARTS, max_size=14).map(" ".join), st.text(max_size=20)), st.integers(1, 60))
def test_any_text_is_laid_out_or_refused(tex: str, width: int) -> None:
    try:
        boxes = display_box(tex, width)
    except MathematicsError as error:
        assert 1 <= error.column <= len(tex) + 1
        return
    for box in boxes:
        assert all(cell_len(plain(row)) == box.width for row in box.rows if row)
        assert 0 <= box.base < max(1, box.height)
    assert "\n" not in inline(tex)


def test_braces_without_end_are_refused_before_the_stack_is_full() -> None:
    with pytest.raises(MathematicsError, match="too many groups"):
        display("{" * 5000)


@pytest.mark.parametrize("lay_out", [inline, display])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x^{", "}"),
        ("x_{", "}"),
        ("x_{1}^{", "}"),
        ("\\bar{", "}"),
        ("\\sum_{", "}"),
        ("\\frac{1}{", "}"),
        ("\\sqrt{", "}"),
    ],
)
def test_what_is_nested_as_deep_as_it_may_be_takes_no_time_that_doubles_with_each_level(
    lay_out: Callable[[str], object], before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[object] = []
    real = formula_line._line_of_row

    def spy(row: Row) -> list[Run]:
        rows.append(row)
        assert len(rows) < 1_000, "the same rows again and again"
        return real(row)

    monkeypatch.setattr(formula_line, "_line_of_row", spy)
    text = lay_out(before * 39 + "x" + after * 39)
    assert len(str(text)) < 20_000


def test_rows_that_are_equal_are_not_the_same_thing() -> None:
    assert "a/b + ᵇ√a" == inline(r"\frac{a}{b} + \sqrt[b]{a}")
