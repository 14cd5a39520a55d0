"""A program that cannot be read, or cannot run, hears why in words that do not presuppose Python's own."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.course.exercises import key_of
from tutor.course.programs.judge import verdict
from tutor.course.programs.reading import Spot, parse
from tutor.course.programs.syntax import why_unreadable
from tutor.language import INTERFACE_LANGUAGES

HEAD = "def cost(W):\n"


def heard(source: str, name: str = "cost") -> tuple[str, str]:
    """Return the mistake and the English words."""
    feedback = verdict(key_of(name), source)
    assert not feedback.right
    assert feedback.say is not None
    return feedback.mistake, feedback.say.in_("en").source


@pytest.mark.parametrize(
    ("mistake", "line", "source"),
    [
        ("colon", 1, "def cost(W)\n    return W\n"),
        ("colon", 2, HEAD + "    for x in X\n        pass\n    return 0\n"),
        ("product_sign", 2, HEAD + "    return 2W*X\n"),
        ("bracket", 2, HEAD + "    return (W*X - Y\n"),
        ("bracket", 2, HEAD + "    e = np.sum(W*X\n    return e\n"),
        ("bracket", 2, HEAD + "    return W*X)\n"),
        ("bracket", 2, HEAD + "    return [W*X)\n"),
        ("bracket", 1, "def cost W:\n    return W\n"),
        ("indent", 2, HEAD + "return W\n"),
        ("indent", 3, HEAD + "    e = W\n      return e\n"),
        ("indent", 3, HEAD + "    e = W\n  return e\n"),
        ("empty_body", 1, HEAD),
        ("equals", 2, HEAD + "    if W = 1:\n        return 0\n"),
        ("equals", 2, HEAD + "    if W === 1:\n        return 0\n"),
        ("equals", 2, HEAD + "    W*X = Y\n"),
        ("quotes", 2, HEAD + "    return “W”\n"),
        ("quotes", 2, HEAD + "    return 'W\n"),
        ("wide", 2, HEAD + "    return （W）\n"),
        ("sign_character", 2, HEAD + "    return W − 1\n"),
        ("sign_character", 2, HEAD + "    return W²\n"),
        ("hangul", 2, HEAD + "    return ㅈ X\n"),
        ("hangul", 2, HEAD + "    return ㅈ*X\n"),
        ("blank", 2, HEAD + "    return ((___ - Y)**2).mean()\n"),
        ("else_if", 4, HEAD + "    if W > 1:\n        return 0\n    else if W < 1:\n        return 1\n"),
        ("fence", 1, "```python\n" + HEAD + "    return W\n```\n"),
        ("prompt", 1, ">>> " + HEAD + "    return W\n"),
        ("return_outside", 2, "e = 1\nreturn e\n"),
        ("braces", 1, "def cost(W) {\n    return W;\n}\n"),
        ("other_language", 2, HEAD + "    if W && X:\n        return 1\n"),
        ("operator", 2, HEAD + "    return np.mean(W X)\n"),
        ("keyword", 1, "def cost(lambda):\n    return 1\n"),
        ("keyword", 2, HEAD + "    retrun W\n"),
        ("unfinished", 2, HEAD + "    return W +\n"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(mistake: str, line: int, source: str) -> None:
    name, words = heard(source)
    assert mistake == name
    assert f"ine {line}" in words


@pytest.mark.parametrize(
    ("mistake", "words", "source"),
    [
        ("power", "Line 2: `^`", HEAD + "    return ((W*X - Y)^2).mean()\n"),
        ("natural_log", "`np.log`", HEAD + "    return ln(W)\n"),
        ("natural_log", "`np.log`", HEAD + "    return np.ln(W)\n"),
        ("needs_np", "`np.exp`", HEAD + "    return exp(W)\n"),
        ("letter_case", "no `x`; there is `X`", HEAD + "    return W*x\n"),
        ("name", "`eror`", HEAD + "    eror = W*X\n    return error\n"),
        ("name", "`len(…)`", HEAD + "    return W/m\n"),
        ("name", "`True`", HEAD + "    return true\n"),
        ("name", "`import math`", HEAD + "    return math.exp(W)\n"),
        ("name", "What is given: `W`, `X`, `Y`, `np`", HEAD + "    return W*temperature\n"),
        ("argument_renamed", "says `W`", "def cost(weight):\n    return W*weight\n"),
        ("unbound", "`total` has no value yet", HEAD + "    total += W\n    return total\n"),
        ("attribute", "`np.mean`", HEAD + "    return np.maen(X)\n"),
        ("method", "`np.exp(…)`", HEAD + "    return X.exp()\n"),
        ("attribute", "`.mean`", HEAD + "    return X.maen()\n"),
        ("number", "a number has no `.mean`", HEAD + "    return float(W).mean()\n"),
        ("brackets", "`mean()`", HEAD + "    return X.mean*W\n"),
        ("brackets", "`mean()`", HEAD + "    return (W*X).mean\n"),
        ("not_callable", "For a product write `*`", HEAD + "    return X(W)\n"),
        ("index_number", "single number", HEAD + "    return W[0]\n"),
        ("index", "index 3 is past the end", HEAD + "    return X[3]\n"),
        ("index", "2 indices", HEAD + "    return X[0, 1]\n"),
        ("loop_over_number", "single number", HEAD + "    return sum(W)\n"),
        ("whole_number", "a whole number", HEAD + "    return sum(X[i] for i in range(W))\n"),
        ("math_array", "`np.exp` takes whole arrays", "import math\n" + HEAD + "    return math.exp(X)\n"),
        ("one_number", "an array stands", HEAD + "    return float(X)\n"),
        ("arguments", "called with `W`", "def cost(W, X):\n    return W\n"),
        ("arguments", "called with `W`", "def cost():\n    return 1\n"),
        ("arguments", "`helper`", "def helper(a):\n    return a\n" + HEAD + "    return helper(W, W)\n"),
        ("keyword_argument", "`axes`", HEAD + "    return X.mean(axes=0)\n"),
        ("list", "np.array", HEAD + "    return [1, 2]*W\n"),
        ("text_operand", "quotation marks", HEAD + "    return X - '1'\n"),
        ("truth", "np.where", HEAD + "    return 1 if X > W else 0\n"),
        ("max_builtin", "`np.maximum`", HEAD + "    return max(X, 0)\n"),
        ("max_of_two", "`np.maximum`", HEAD + "    return np.max(0, X)\n"),
        ("shape_argument", "np.zeros((rows, columns))", HEAD + "    return np.zeros(2, 3)\n"),
        ("shapes", "(3,) + (2,) does not fit", HEAD + "    return X + X[:2]\n"),
        ("shapes", "(3,) @ (2,): the inner sizes 3 and 2 differ", HEAD + "    return X @ X[:2]\n"),
        ("shapes", "`W` is a single number", HEAD + "    return X @ W\n"),
        ("axis_missing", "no axis 1", HEAD + "    return X.mean(axis=1)\n"),
        ("reshape", "3 numbers cannot take the shape (2,2)", HEAD + "    return X.reshape(2, 2)\n"),
        ("ragged", "rows of different lengths", HEAD + "    return np.array([[1, 2], [3]])\n"),
        ("ints", "whole numbers only", HEAD + "    c = np.array([1, 2, 3])\n    c -= 0.5\n    return c\n"),
        ("unpack", "the number of names", HEAD + "    a, b = X\n    return a\n"),
        ("domain", "no value there", "import math\n" + HEAD + "    return math.log(-9 + 0*W)\n"),
        ("too_large", "larger than", "import math\n" + HEAD + "    return math.exp(2000 + W)\n"),
        ("zero", "division by 0", HEAD + "    return 1/int(0)\n"),
        ("module", "`torch`", "import torch\n" + HEAD + "    return W\n"),
        ("endless", "Line 3: the `while` loop", HEAD + "    n = 0\n    while n < 1:\n        W = W*1\n    return W\n"),
        ("function_name", "called `costs`", "def costs(W):\n    return W\n"),
        ("function_name", "No function is called `cost`", "a = 1\n"),
        ("fault", "RuntimeError: so", HEAD + "    raise RuntimeError('so')\n"),
        ("starter", "write the function", "\n"),
        ("starter", "Line 2: `...`", HEAD + "    ...\n"),
        ("starter", "Line 2: `...`", HEAD + "    return ...\n"),
        ("starter", "Line 2: `...`", HEAD + "    H = ...\n    return H*1.0\n"),
        ("starter", "Line 3: `...`", HEAD + "    if W > 0:\n        return ...\n    return X.mean()\n"),
        ("prints", "Line 2 prints", HEAD + "    print(W)\n"),
        ("no_return", "Line 2 works something out", HEAD + "    W = W + 1\n"),
        ("no_return", "always come to it", HEAD + "    if W > 99:\n        return 1\n"),
        ("no_return", "put the value behind it", HEAD + "    return\n"),
        ("text", "a text, `'1'`", HEAD + "    return '1'\n"),
        ("generator", "recipe", HEAD + "    return (W*x for x in X)\n"),
        ("type", "of type set", HEAD + "    return {W}\n"),
    ],
)
def test_what_cannot_run_is_said_in_terms_of_what_was_written(mistake: str, words: str, source: str) -> None:
    name, said = heard(source)
    assert mistake == name
    assert words in said


def test_two_matrices_that_do_not_fit_are_told_by_their_shapes() -> None:
    _, words = heard("def layer(X, W, b):\n    return 1/(1 + np.exp(-(W @ X + b)))\n", "layer")
    assert "(2, 2) @ (4, 2): the inner sizes 2 and 4 differ" in words
    assert "The other way round, (4, 2) @ (2, 2), they would fit." in words


def test_a_fault_on_other_data_only_is_told_as_such() -> None:
    _, words = heard("def layer(X, W, b):\n    return 1/(1 + np.exp(-(X @ W.T + b)))\n", "layer")
    assert "right code has to take other data" in words


def test_an_axis_that_was_summed_away_is_told_with_keepdims() -> None:
    _, words = heard("def softmax(z):\n    return np.exp(z)/np.exp(z).sum(axis=1)\n", "softmax")
    assert "keepdims=True" in words


@given(st.text(alphabet="defcost(W):\n return*+-/=.,[]{}'\"#0123456789XYnp^@ㅈ“（!&|~\\\t", max_size=80))
@example("f'{")
@example("(" * 300)
@example("-" * 5000 + "1")
@example("\0")
@example("if x:\n\ty\n        z")
def test_any_text_is_read_or_said_to_be_unreadable_in_every_language(source: str) -> None:
    spot = parse(source)
    if isinstance(spot, Spot):
        feedback = why_unreadable(source, spot)
        assert not feedback.right
        assert feedback.say is not None
        assert all(feedback.say.in_(language).source.strip() for language in INTERFACE_LANGUAGES)
