"""Mathematics in ASCII, in one line and in two dimensions: worked out by hand."""

from __future__ import annotations

import pytest

from tutor.render.prose.boxes import plain
from tutor.render.prose.mathematics import display_box, inline_runs
from tutor.render.prose.spelled import spelled


@pytest.mark.parametrize(
    ("tex", "typed"),
    [
        (r"(Wx^{(i)}-y^{(i)})^2", "(Wx^(i) - y^(i))^2"),
        (r"w_1x_1 + w_2x_2 + b \ge t", "w_1 x_1 + w_2 x_2 + b >= t"),
        (r"\hat y = \sigma(z)", "yhat = sigma(z)"),
        (r"\bar x", "xbar"),
        (r"\sqrt{x^2+1}", "sqrt(x^2 + 1)"),
        (r"\sqrt[3]{x}", "(x)^(1/3)"),
        (r"W := W - \alpha \frac{\partial}{\partial W} cost(W)", "W := W - alpha d/dW cost(W)"),
        (r"\frac{\partial L}{\partial w_{12}}", "dL/dw_12"),
        (r"\Delta w = -\alpha\delta x", "Delta w = -alpha delta x"),
        (r"\begin{bmatrix}1&2\\3&-4\end{bmatrix}^T", "[[1, 2], [3, -4]]^T"),
        (r"\delta^{(2)} \odot \phi'(z)", "delta^(2) .* phi'(z)"),
        (r"e^{-x}", "e^(-x)"),
        (r"e^{-x^2/2}", "e^(-x^2/2)"),
        (r"\sum_{i=1}^{m} x_i", "sum_(i=1)^m x_i"),
        (r"0 \le h \le 1, h \ne 0.5", "0 <= h <= 1, h != 0.5"),
        (r"x \to \infty", "x -> inf"),
        (r"2 \cdot 3 \times 4", "2 * 3 x 4"),
    ],
)
def test_a_formula_in_one_line_is_typed_as_one_would_type_it(tex: str, typed: str) -> None:
    assert typed == plain(inline_runs(tex, "ascii"))


def test_a_displayed_formula_keeps_its_two_dimensions() -> None:
    (box,) = display_box(r"\frac{1}{m}\sum_{i=1}^{m}(Wx^{(i)}-y^{(i)})^2", None, "ascii")
    assert [
        "1   m",
        "-  sum (Wx^(i) - y^(i))^2",
        "m  i=1",
    ] == [plain(row).rstrip() for row in box.rows]


def test_tall_brackets_are_typed() -> None:
    (box,) = display_box(r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", None, "ascii")
    assert ["[1  2]", "[3  4]"] == [plain(row) for row in box.rows]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("x² ≤ w₁·α", "x^2 <= w_1*alpha"),
        ("14는 1² + 2² + 3²이고", "14는 1^2 + 2^2 + 3^2이고"),
        ("a⁽ⁱ⁾ and ŷ", "a^(i) and yhat"),
        ("√(2π), 2α, 10⁻³", "sqrt(2 pi), 2 alpha, 10^(-3)"),
        ("∂L/∂W → 0", "dL/dW -> 0"),
        ("W₁x₁", "W_1 x_1"),
        ("½ and ⅔", "1/2 and 2/3"),
        ("α는 학습률", "alpha는 학습률"),
        # No mathematics.
        ("café — “so” · 가나…", "café — “so” · 가나..."),
        ("Ελληνικά", "Ελληνικά"),
    ],
)
def test_mathematics_in_running_text_is_typed_and_words_stay(text: str, typed: str) -> None:
    assert typed == spelled(text)
