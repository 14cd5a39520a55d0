"""Mathematics in words, against a table that was read aloud and written down by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.prose import Formula
from tutor.plain.mathematics import spoken, spoken_arithmetic, spoken_before
from tutor.plain.signs import powers_of_ten, readable_signs

LESSONS = Path(__file__).parent.parent.parent / "lessons"

READ_ALOUD = [
    (
        r"y = \begin{cases} 0 & (w_1 x_1 + w_2 x_2 \le \theta) \\ 1 & (w_1 x_1 + w_2 x_2 > \theta) \end{cases}",
        "y equals 0 if w sub 1 times x sub 1 plus w sub 2 times x sub 2 is at most theta, and 1 if w sub 1 times x sub 1 plus w sub 2 times x sub 2 is greater than theta",
        "y는 w1 곱하기 x1 더하기 w2 곱하기 x2가 세타보다 작거나 같으면 0, w1 곱하기 x1 더하기 w2 곱하기 x2가 세타보다 크면 1",
    ),
    (
        r"y = 1 \quad when \quad w_1 x_1 + w_2 x_2 + b > \theta",
        "y equals 1 when w sub 1 times x sub 1 plus w sub 2 times x sub 2 plus b is greater than theta",
        "y는 1, 단, w1 곱하기 x1 더하기 w2 곱하기 x2 더하기 b는 세타보다 크다",
    ),
    (
        r"y = 1 \quad (w_1 x_1 + w_2 x_2 + b > \theta)",
        "y equals 1 if w sub 1 times x sub 1 plus w sub 2 times x sub 2 plus b is greater than theta",
        "w1 곱하기 x1 더하기 w2 곱하기 x2 더하기 b가 세타보다 크면, y는 1",
    ),
    (
        r"w_1 x_1 + b = \theta",
        "w sub 1 times x sub 1 plus b equals theta",
        "w1 곱하기 x1 더하기 b는 세타",
    ),
    (
        r"w := w + \alpha (t - y) x \qquad b := b + \alpha (t - y)",
        "w becomes w plus alpha times open parenthesis t minus y close parenthesis times x, b becomes b plus alpha times open parenthesis t minus y close parenthesis",
        "w의 새 값은 w 더하기 알파 곱하기 괄호 열고 t 빼기 y 괄호 닫고 곱하기 x, b의 새 값은 b 더하기 알파 곱하기 괄호 열고 t 빼기 y 괄호 닫고",
    ),
    (
        r"t - y = 0",
        "t minus y equals 0",
        "t 빼기 y는 0",
    ),
    (
        r"x_1 - 0.7 x_2",
        "x sub 1 minus 0.7 times x sub 2",
        "x1 빼기 0.7 x2",
    ),
    (
        r"w_1 + w_2 + 2b > 0",
        "w sub 1 plus w sub 2 plus 2 b is greater than 0",
        "w1 더하기 w2 더하기 2b는 0보다 크다",
    ),
    (
        r"b \le 0",
        "b is at most 0",
        "b는 0보다 작거나 같다",
    ),
    (
        r"det W = w_{11} w_{22} - w_{12} w_{21}",
        "the determinant of W equals w sub 1 1 times w sub 2 2 minus w sub 1 2 times w sub 2 1",
        "W의 행렬식은 w 1 1 곱하기 w 2 2 빼기 w 1 2 곱하기 w 2 1",
    ),
    (
        r"w_2 (w_1 x + b_1) + b_2 = (w_2 w_1) x + (w_2 b_1 + b_2)",
        "w sub 2 times open parenthesis w sub 1 times x plus b sub 1 close parenthesis plus b sub 2 equals open parenthesis w sub 2 times w sub 1 close parenthesis times x plus open parenthesis w sub 2 times b sub 1 plus b sub 2 close parenthesis",
        "w2 곱하기 괄호 열고 w1 곱하기 x 더하기 b1 괄호 닫고 더하기 b2는 괄호 열고 w2 곱하기 w1 괄호 닫고 곱하기 x 더하기 괄호 열고 w2 곱하기 b1 더하기 b2 괄호 닫고",
    ),
    (
        r"y = w_2 \cdot max(0, w_1 x + b_1) + b_2",
        "y equals w sub 2 times the larger of 0 and w sub 1 times x plus b sub 1, plus b sub 2",
        "y는 w2 곱하기 0과 w1 곱하기 x 더하기 b1 중 큰 값 더하기 b2",
    ),
    (
        r"y = v_1 max(0, x) + v_2 max(0, x - 1)",
        "y equals v sub 1 times the larger of 0 and x plus v sub 2 times the larger of 0 and x minus 1",
        "y는 v1 곱하기 0과 x 중 큰 값 더하기 v2 곱하기 0과 x 빼기 1 중 큰 값",
    ),
    (
        r"h(x) = max(0, x)",
        "h of x equals the larger of 0 and x",
        "h x는 0과 x 중 큰 값",
    ),
    (
        r"h(x) = \frac{1}{1 + exp(-x)}",
        "h of x equals the fraction 1, over 1 plus exp of minus x, end of fraction",
        "h x는 분모가 1 더하기 익스포넨셜 마이너스 x, 분자가 1인 분수",
    ),
    (
        r"h(x) = \begin{cases} x & (x > 0) \\ a x & (x \le 0) \end{cases}",
        "h of x equals x if x is greater than 0, and a times x if x is at most 0",
        "h x는 x가 0보다 크면 x, x가 0보다 작거나 같으면 a 곱하기 x",
    ),
    (
        r"h'(x) = h(x) (1 - h(x))",
        "h prime of x equals h of x times open parenthesis 1 minus h of x close parenthesis",
        "h 프라임 x는 h x 곱하기 괄호 열고 1 빼기 h x 괄호 닫고",
    ),
    (
        r"ln(1 + e^x)",
        "the natural log of open parenthesis 1 plus e to the power x close parenthesis",
        "자연로그 괄호 열고 1 더하기 e의 x제곱 괄호 닫고",
    ),
    (
        r"x \cdot \Phi(x)",
        "x times capital phi of x",
        "x 곱하기 파이 x",
    ),
    (
        r"tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}",
        "tanh of x equals the fraction e to the power x minus e to the power minus x, over e to the power x plus e to the power minus x, end of fraction",
        "하이퍼볼릭 탄젠트 x는 분모가 e의 x제곱 더하기 e의 마이너스 x제곱, 분자가 e의 x제곱 빼기 e의 마이너스 x제곱인 분수",
    ),
    (
        r"push = correction \times slope \times input",
        "push equals correction times slope times input",
        "push는 correction 곱하기 slope 곱하기 input",
    ),
    (
        r"수정량 = 신호 \times 기울기 \times 입력",
        "수정량 equals 신호 times 기울기 times 입력",
        "수정량은 신호 곱하기 기울기 곱하기 입력",
    ),
    (
        r"h_{112}",
        "h sub 1 1 2",
        "h 1 1 2",
    ),
    (
        r"y_1 = w_{11} x_1 + w_{21} x_2 + b_{11}",
        "y sub 1 equals w sub 1 1 times x sub 1 plus w sub 2 1 times x sub 2 plus b sub 1 1",
        "y1은 w 1 1 곱하기 x1 더하기 w 2 1 곱하기 x2 더하기 b 1 1",
    ),
    (
        r"h(w_1 x_1 + w_2 x_2 + b)",
        "h of open parenthesis w sub 1 times x sub 1 plus w sub 2 times x sub 2 plus b close parenthesis",
        "h 괄호 열고 w1 곱하기 x1 더하기 w2 곱하기 x2 더하기 b 괄호 닫고",
    ),
    (
        r"\begin{bmatrix} y_1 & y_2 \end{bmatrix} = \begin{bmatrix} x_1 & x_2 \end{bmatrix} \begin{bmatrix} w_{11} & w_{12} \\ w_{21} & w_{22} \end{bmatrix}",
        "the 1 by 2 matrix, row 1: y sub 1, y sub 2; end of matrix equals the 1 by 2 matrix, row 1: x sub 1, x sub 2; end of matrix times the 2 by 2 matrix, row 1: w sub 1 1, w sub 1 2; row 2: w sub 2 1, w sub 2 2; end of matrix",
        "1행 2열 행렬, 1행은 y1, y2; 행렬 끝, 이것은 1행 2열 행렬, 1행은 x1, x2; 행렬 끝 곱하기 2행 2열 행렬, 1행은 w 1 1, w 1 2; 2행은 w 2 1, w 2 2; 행렬 끝",
    ),
    (
        r"Y_{ij} = X_{i1} W_{1j} + X_{i2} W_{2j}",
        "Y sub i j equals X sub i 1 times W sub 1 j plus X sub i 2 times W sub 2 j",
        "Y i j는 X i 1 곱하기 W 1 j 더하기 X i 2 곱하기 W 2 j",
    ),
    (
        r"(n, k) (k, m) = (n, m)",
        "open parenthesis n, k close parenthesis times open parenthesis k, m close parenthesis equals open parenthesis n, m close parenthesis",
        "괄호 열고 n, k 괄호 닫고 곱하기 괄호 열고 k, m 괄호 닫고는 괄호 열고 n, m 괄호 닫고",
    ),
    (
        r"H(x) = Wx + b",
        "H of x equals W times x plus b",
        "H x는 W 곱하기 x 더하기 b",
    ),
    (
        r"loss = (H(x) - y)^2",
        "loss equals open parenthesis H of x minus y close parenthesis squared",
        "loss는 괄호 열고 H x 빼기 y 괄호 닫고 제곱",
    ),
    (
        r"cost(W) = \frac{1}{m} \sum_{i=1}^{m} (W x^{(i)} - y^{(i)})^2",
        "cost of W equals 1 over m times the sum over i from 1 to m of open parenthesis W times the i-th x minus the i-th y close parenthesis squared",
        "cost W는 m분의 1 곱하기 시그마 i는 1부터 m까지, 괄호 열고 W 곱하기 i번째 x 빼기 i번째 y 괄호 닫고 제곱",
    ),
    (
        r"cost(W) = \frac{14}{3} (W - 1)^2",
        "cost of W equals 14 over 3 times open parenthesis W minus 1 close parenthesis squared",
        "cost W는 3분의 14 곱하기 괄호 열고 W 빼기 1 괄호 닫고 제곱",
    ),
    (
        r"-\frac{1}{m} \sum_{i=1}^{m} (y_i \ln(\hat{y}_i) + (1 - y_i) \ln(1 - \hat{y}_i))",
        "minus 1 over m times the sum over i from 1 to m of open parenthesis y sub i times the natural log of y hat sub i plus open parenthesis 1 minus y sub i close parenthesis times the natural log of open parenthesis 1 minus y hat sub i close parenthesis close parenthesis",
        "마이너스 m분의 1 곱하기 시그마 i는 1부터 m까지, 괄호 열고 y i 곱하기 자연로그 y 햇 i 더하기 괄호 열고 1 빼기 y i 괄호 닫고 곱하기 자연로그 괄호 열고 1 빼기 y 햇 i 괄호 닫고 괄호 닫고",
    ),
    (
        r"\log(a \cdot b) = \log a + \log b",
        "the log of open parenthesis a times b close parenthesis equals the log of a plus the log of b",
        "로그 괄호 열고 a 곱하기 b 괄호 닫고는 로그 a 더하기 로그 b",
    ),
    (
        r"\log_{10}",
        "the log to base 10",
        "밑이 10인 로그",
    ),
    (
        r"\ln(p) = \ln(10) \cdot \log_{10}(p)",
        "the natural log of p equals the natural log of 10 times the log to base 10 of p",
        "자연로그 p는 자연로그 10 곱하기 밑이 10인 로그 p",
    ),
    (
        r"p_i = \frac{\exp(z_i)}{\sum_{j=1}^{k} \exp(z_j)}",
        "p sub i equals the fraction exp of z sub i, over the sum over j from 1 to k of exp of z sub j, end of fraction",
        "p i는 분모가 시그마 j는 1부터 k까지, 익스포넨셜 z j, 분자가 익스포넨셜 z i인 분수",
    ),
    (
        r"p_i = \frac{exp(z_i)}{\sum_{j} exp(z_j)}",
        "p sub i equals the fraction exp of z sub i, over the sum over j of exp of z sub j, end of fraction",
        "p i는 분모가 시그마 모든 j에 대해, 익스포넨셜 z j, 분자가 익스포넨셜 z i인 분수",
    ),
    (
        r"z = X \cdot W + b",
        "z equals X times W plus b",
        "z는 X 곱하기 W 더하기 b",
    ),
    (
        r"\frac{d}{dW} cost(W) = \frac{14}{3} (W - 1)",
        "the derivative with respect to W of cost of W equals 14 over 3 times open parenthesis W minus 1 close parenthesis",
        "cost W를 W로 미분한 값은 3분의 14 곱하기 괄호 열고 W 빼기 1 괄호 닫고",
    ),
    (
        r"W := W - \alpha \cdot \frac{d}{dW} cost(W)",
        "W becomes W minus alpha times the derivative with respect to W of cost of W",
        "W의 새 값은 W 빼기 알파 곱하기 cost W를 W로 미분한 값",
    ),
    (
        r"W_{new} - 1 = (1 - \frac{14}{3} \alpha)(W - 1)",
        "W sub new minus 1 equals open parenthesis 1 minus 14 over 3 times alpha close parenthesis times open parenthesis W minus 1 close parenthesis",
        "W new 빼기 1은 괄호 열고 1 빼기 3분의 14 곱하기 알파 괄호 닫고 곱하기 괄호 열고 W 빼기 1 괄호 닫고",
    ),
    (
        r"\frac{\partial cost}{\partial b} = \frac{1}{m} \sum (W x + b - y)",
        "the partial derivative of cost with respect to b equals 1 over m times the sum of open parenthesis W times x plus b minus y close parenthesis",
        "cost를 b로 편미분한 값은 m분의 1 곱하기 시그마 괄호 열고 W 곱하기 x 더하기 b 빼기 y 괄호 닫고",
    ),
    (
        r"\frac{1}{2m} \sum 2 (W x - y) \cdot x",
        "1 over 2 m times the sum of 2 times open parenthesis W times x minus y close parenthesis times x",
        "2m분의 1 곱하기 시그마 2 곱하기 괄호 열고 W 곱하기 x 빼기 y 괄호 닫고 곱하기 x",
    ),
    (
        r"x_{std} = \frac{x - mean}{standard \; deviation}",
        "x sub std equals the fraction x minus mean, over standard deviation, end of fraction",
        "x std는 분모가 standard deviation, 분자가 x 빼기 mean인 분수",
    ),
    (
        r"\sqrt{\frac{1}{m} \sum_{i=1}^{m} (x^{(i)} - mean)^2}",
        "the square root of 1 over m times the sum over i from 1 to m of open parenthesis the i-th x minus mean close parenthesis squared, end of root",
        "루트 m분의 1 곱하기 시그마 i는 1부터 m까지, 괄호 열고 i번째 x 빼기 mean 괄호 닫고 제곱, 루트 끝",
    ),
    (
        r"\frac{\partial L}{\partial z} = \frac{\partial L}{\partial p} \cdot \frac{\partial p}{\partial z} = -\frac{1}{p} \cdot p (1 - p) = p - 1",
        "the partial derivative of L with respect to z equals the partial derivative of L with respect to p times the partial derivative of p with respect to z equals minus 1 over p times p times open parenthesis 1 minus p close parenthesis equals p minus 1",
        "L을 z로 편미분한 값은 L을 p로 편미분한 값 곱하기 p를 z로 편미분한 값, 곧 마이너스 p분의 1 곱하기 p 곱하기 괄호 열고 1 빼기 p 괄호 닫고, 곧 p 빼기 1",
    ),
    (
        r"\frac{\partial L}{\partial w} \approx \frac{L(w + \epsilon) - L(w - \epsilon)}{2 \epsilon}",
        "the partial derivative of L with respect to w is about the fraction L of open parenthesis w plus epsilon close parenthesis minus L of open parenthesis w minus epsilon close parenthesis, over 2 epsilon, end of fraction",
        "L을 w로 편미분한 값은 약 분모가 2 엡실론, 분자가 L 괄호 열고 w 더하기 엡실론 괄호 닫고 빼기 L 괄호 열고 w 빼기 엡실론 괄호 닫고, 분수 끝",
    ),
    (
        r"\delta_2 = \delta \cdot v_2 \cdot h_2 (1 - h_2)",
        "delta sub 2 equals delta times v sub 2 times h sub 2 times open parenthesis 1 minus h sub 2 close parenthesis",
        "델타2는 델타 곱하기 v2 곱하기 h2 곱하기 괄호 열고 1 빼기 h2 괄호 닫고",
    ),
    (
        r"\frac{d}{dW} \frac{1}{2m} \sum (W x - y)^2",
        "the derivative with respect to W of 1 over 2 m times the sum of open parenthesis W times x minus y close parenthesis squared",
        "2m분의 1 곱하기 시그마 괄호 열고 W 곱하기 x 빼기 y 괄호 닫고 제곱, 이것을 W로 미분한 값",
    ),
    (
        r"\frac{1}{2m} \sum \frac{d}{dW} (W x - y)^2",
        "1 over 2 m times the sum of the derivative with respect to W of open parenthesis W times x minus y close parenthesis squared",
        "2m분의 1 곱하기 시그마 W로 미분한 괄호 열고 W 곱하기 x 빼기 y 괄호 닫고 제곱",
    ),
    (
        r"cost(W, b) = \frac{1}{m} \sum_{i=1}^{m} (W x^{(i)} + b - y^{(i)})^2",
        "cost of W and b equals 1 over m times the sum over i from 1 to m of open parenthesis W times the i-th x plus b minus the i-th y close parenthesis squared",
        "cost W 콤마 b는 m분의 1 곱하기 시그마 i는 1부터 m까지, 괄호 열고 W 곱하기 i번째 x 더하기 b 빼기 i번째 y 괄호 닫고 제곱",
    ),
    (
        r"W^T x",
        "W transpose times x",
        "W의 전치 곱하기 x",
    ),
    (
        r"\sqrt{2}",
        "the square root of 2",
        "루트 2",
    ),
    (
        r"2^{n-1}",
        "2 to the power n minus 1, end of exponent",
        "2의 괄호 열고 n 빼기 1 괄호 닫고 제곱",
    ),
]
"""A formula of the lessons (the last three are of none), in English and in Korean."""


@pytest.mark.parametrize(("tex", "english", "korean"), READ_ALOUD, ids=[tex[:40] for tex, _, _ in READ_ALOUD])
def test_a_formula_is_read_as_it_is_said_in_class(tex: str, english: str, korean: str) -> None:
    assert english == spoken(tex, "en")
    assert korean == spoken(tex, "ko")


def formulas() -> set[str]:
    """Return every formula of the lessons and their questions, with a number for each live value."""
    course = standing_course(LESSONS)
    found: set[str] = set()
    for lesson in course.lessons:
        texts = [step.prose for step in lesson.steps]
        texts += [text for question in lesson.questions for text in question.texts()]
        for text in texts:
            for prose in text.variants.values():
                found |= {written(one) for one in prose.formulas()}
    return found


def written(formula: Formula) -> str:
    return "".join(part if isinstance(part, str) else "2" for part in formula.parts)


def test_the_table_is_of_formulas_of_the_lessons() -> None:
    spaces = re.compile(r"\\s+")
    known = {spaces.sub("", tex) for tex in formulas()}
    of_lessons = [tex for tex, _, _ in READ_ALOUD if any(spaces.sub("", tex) in one for one in known)]
    assert len(of_lessons) >= 40


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_sign_is_left_in_any_formula_of_the_lessons(language: str) -> None:
    assert {} == {
        tex: said for tex in formulas() if re.search(r"[\\\\{}^_=+*/<>|−·×≤≥≈∂ΣΠ√]", said := spoken(tex, language))
    }


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        ("0.5·2 + 1 = 2", "0.5 times 2 plus 1 equals 2", "0.5 곱하기 2 더하기 1은 2"),
        (
            "(−2)² = 4",
            "open parenthesis minus 2 close parenthesis squared equals 4",
            "괄호 열고 마이너스 2 괄호 닫고 제곱은 4",
        ),
        ("−log(0.5) = 0.69", "minus the log of 0.5 equals 0.69", "마이너스 로그 0.5는 0.69"),
        # A negative number needs no brackets where nobody would take its minus for another.
        (
            "(−0.5)·1.5 + (−0.3) = −1.05",
            "negative 0.5 times 1.5 plus negative 0.3 equals minus 1.05",
            "마이너스 0.5 곱하기 1.5 더하기 마이너스 0.3은 마이너스 1.05",
        ),
        (
            "−(−3)/2 = 1.5",
            "minus open parenthesis minus 3 close parenthesis divided by 2 equals 1.5",
            "마이너스 괄호 열고 마이너스 3 괄호 닫고 나누기 2는 1.5",
        ),
        ("0.25⁵ = 0.00098", "0.25 to the power 5 equals 0.00098", "0.25의 5제곱은 0.00098"),
        ("−2 ≤ 0", "minus 2 is at most 0", "마이너스 2는 0보다 작거나 같다"),
        (
            "−(1·ln 0.3 + 0·ln 0.7) = 1.204",
            "minus open parenthesis 1 times the natural log of 0.3 plus 0 times the natural log of 0.7 close parenthesis equals 1.204",
            "마이너스 괄호 열고 1 곱하기 자연로그 0.3 더하기 0 곱하기 자연로그 0.7 괄호 닫고는 1.204",
        ),
        (
            "W: 1 − 0.4 = 0.6; b: 2 − 0.2 = 1.8",
            "W: 1 minus 0.4 equals 0.6; b: 2 minus 0.2 equals 1.8",
            "W: 1 빼기 0.4는 0.6; b: 2 빼기 0.2는 1.8",
        ),
        ("the mean of three", "the mean of three", "the mean of three"),
    ],
)
def test_a_line_of_arithmetic_is_read_and_words_stay(text: str, english: str, korean: str) -> None:
    assert english == spoken_arithmetic(text, "en")
    assert korean == spoken_arithmetic(text, "ko")


@pytest.mark.parametrize(
    ("tex", "following", "said"),
    [
        # The particle is that of the last sound, not of the last letter that is written.
        ("e^{-x}", "를 뜻하고", "e의 마이너스 x제곱을 뜻하고"),
        (r"\log_{10}", "을 씁니다", "밑이 10인 로그를 씁니다"),
        (r"\log_{10}", "으로", "밑이 10인 로그로"),
        (r"\hat{y}", "는 확률", "y 햇은 확률"),
        ("x_1", "만 올리면", "x1만 올리면"),
        # A relation is a verb, and ends as its clause does.
        ("b > 0", "입니다.", "b는 0보다 큽니다."),
        (r"b \le 0", "이면 0", "b는 0보다 작거나 같으면 0"),
        ("b < 0", "이고", "b는 0보다 작고"),
        (r"b \ge 0", "일 때", "b는 0보다 크거나 같을 때"),
        (r"b \ne 0", "이므로", "b는 0과 같지 않으므로"),
        ("x = 0", "이면", "x가 0이면"),
        ("t - y = 0", "이라 그대로", "t 빼기 y가 0이라 그대로"),
        ("H(x) = Wx", "의 비용", "H x가 W 곱하기 x일 때의 비용"),
    ],
)
def test_a_korean_formula_and_what_follows_it_fit_together(tex: str, following: str, said: str) -> None:
    assert said == "".join(spoken_before(tex, following, "ko"))


def test_signs_in_running_text_are_words_where_nobody_would_hear_them() -> None:
    assert "w1, 2 squared and 0.5 times x" == readable_signs("w₁, 2² and 0.5·x", "en")
    assert "w1, 2 제곱, 0.5 곱하기 x" == readable_signs("w₁, 2², 0.5·x", "ko")
    assert "+ and · are others" == readable_signs("+ and · are others", "en")
    assert "after 2 it is 9.617 times 10 to the −5, or 2 times 10 to the 6" == powers_of_ten(
        "after 2 it is 9.617e-05, or 2e+06", "en"
    )
    assert "9.617 곱하기 10의 −5제곱" == powers_of_ten("9.617e-05", "ko")
    assert "X (5, 3) times W (3, 2)" == readable_signs("X (5, 3) · W (3, 2)", "en")
    assert "(1,1) to (0,1); no line separates the filled dots from the open dots" == readable_signs(
        "(1,1) -> (0,1); no line separates ● from ○", "en"
    )
    assert "The filled dots are sheep, one open dot among the filled dots. The open dots are none" == readable_signs(
        "● are sheep, one ○ among the ●. ○ are none", "en"
    )
    assert "the edge is marked with a cross: dead, partial v2, 2 against 4" == readable_signs(
        "the edge is marked with a ✗: ✕ dead, ∂v2, 2 ↔ 4", "en"
    )
    assert "가위표, 죽음, 2 대 4, 0.25의 5제곱" == readable_signs("✗, ✕ 죽음, 2 ↔ 4, 0.25⁵", "ko")
    assert "(0, 0)에서 (1, 0) 쪽으로, 검은 동그라미는 1, 흰 동그라미는 0" == readable_signs(
        "(0, 0) → (1, 0), ●는 1, ○는 0", "ko"
    )
