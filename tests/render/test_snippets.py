"""The programs that are shown for numbers: short, as one would type them, and true."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.trusted import standing_lesson
from tutor.course.live import fill
from tutor.course.model import LabUse
from tutor.course.outline import LessonOutline, load_outline
from tutor.course.prose import Live
from tutor.lab import Choice, Lab, Readout, Result, Slider, Timeline, Toggle, Value, Vector, lab
from tutor.labs import cost, descent, perceptron
from tutor.nn import losses
from tutor.render.snippet import MOST_LINES, snippet_of, snippets_of, without_annotations
from tutor.working import call, entries, exp, given, largest, ln, mean_of, sum_of, tidy, where_above

COURSE = load_outline(Path(__file__).parent.parent.parent / "lessons")


def value_of(source: str) -> Any:
    """Run a program in an interpreter that knows nothing else, and return the value of its last line."""
    *lines, last = ast.parse(source).body
    assert isinstance(last, ast.Expr)
    names: dict[str, Any] = {}
    exec(compile(ast.Module(lines, []), "<snippet>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<snippet>", "eval"), names)


def program(readout: Readout, name: str = "it", **readouts: Readout) -> str:
    """Return the program of a readout of a lab that reads the squared error."""
    whole = Lab("a:lab", None, {}, (losses.mean_squared_error,))
    snippet = snippet_of(name, whole, {"W": 0.5, "kind": "relu"}, Result({name: readout, **readouts}))
    assert snippet is not None
    return snippet.source


# -- all lessons ------------------------------------------------------------------------------------------------------


def settings_of(use: LabUse) -> Iterator[dict[str, Value]]:
    """Yield what a lab is set to at first, and two other settings; those of what takes long are its own alone."""
    yield dict(use.values)
    if use.lab.prepare is None:
        for steps in (1, 3):
            yield {name: moved(one, use.values[name], steps) for name, one in use.lab.parameters.items()}


def moved(parameter: object, value: Any, steps: int) -> Any:
    match parameter:
        case Slider(low=low, high=high, step=step) | Vector(low=low, high=high, step=step):
            places = round((high - low) / step) + 1
            many = value if isinstance(value, tuple) else (value,)
            ends = [low + (round((one - low) / step) + 2 * steps) % places * step for one in many]
            return tuple(ends) if isinstance(value, tuple) else ends[0]
        case Choice(options=options):
            return list(options)[(list(options).index(value) + steps) % len(options)]
        case Toggle():
            return not value
        case Timeline(last=last):
            return (value + steps) % (last + 1)
    raise TypeError(parameter)


def printed(readout: Readout, value: Any) -> str:
    """Return a value as the screen has it."""
    if isinstance(readout.value, str):
        return str(value)
    alike = np.asarray(value).astype(np.asarray(readout.value).dtype)
    alone = replace(readout, value=alike if alike.ndim else alike.item(), working=None)
    return fill(Live("it"), {}, Result({"it": alone}), "en")


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.id)
def test_every_program_of_a_lesson_gives_the_number_on_screen(lesson: LessonOutline) -> None:
    told = 0
    for step in standing_lesson(COURSE.folder, lesson.id).steps:
        for values in settings_of(step.lab) if step.lab is not None else ():
            assert step.lab is not None
            checked = step.lab.lab.check(values)
            result = step.lab.lab(**checked)
            for snippet in snippets_of(step.lab.lab, checked, result):
                told += 1
                readout = result.readouts[snippet.readout]
                found = printed(readout, value_of(snippet.source))
                assert printed(readout, readout.value) == found, f"{step.id} at {checked}:\n{snippet.source}"
                assert snippet.source.count("\n") <= MOST_LINES
    assert told > 3


# -- how they read ----------------------------------------------------------------------------------------------------


def test_a_sum_over_samples_is_written_with_arrays() -> None:
    values = cost.mse.check({"W": 0.5})
    (_, whole) = snippets_of(cost.mse, values, cost.mse(**values))
    assert whole.source == (
        "import numpy as np\n\n"
        "W = 0.5\nX = np.array([1, 2, 3])\nY = np.array([1, 2, 3])\n\n"
        "cost = ((W * X - Y)**2).mean()\ncost\n"
    )


def test_what_is_worked_out_on_the_way_has_its_name() -> None:
    values = descent.stride.check({"W": 3, "rate": 0.1})
    source = snippets_of(descent.stride, values, descent.stride(**values))[-1].source
    assert "slope = ((W * X - Y) * X).mean()\nnew_W = W - rate * slope\nnew_W\n" in source


def test_a_number_without_a_working_is_given_by_the_functions_that_the_lab_reads() -> None:
    values = perceptron.gate.check({})
    result = perceptron.gate(**values)
    snippet = snippet_of("fired", perceptron.gate, values, result)
    assert snippet is not None
    assert "def weighted_sum(x, w, b):\n" in snippet.source
    assert "def step(total, theta=0.0):\n" in snippet.source
    assert snippet.source.index("def step") < snippet.source.index("def perceptron")


def test_where_there_is_neither_working_nor_code_there_is_no_program() -> None:
    result = Result({"it": Readout(1.0)})
    assert snippet_of("it", cost.mse, cost.mse.check({}), result) is None


def test_a_function_that_nobody_can_read_has_no_program_but_its_result_can_be_used() -> None:
    secret = call("secret", lambda x: x + 1, given(1, "x"))
    assert snippet_of("it", cost.mse, {}, Result({"it": Readout.of(secret)})) is None
    assert program(Readout.of(secret.named("h") * 2)) == "h = 2\n\nit = h * 2\nit\n"


def test_nothing_is_shown_for_what_has_no_value() -> None:
    assert snippet_of("it", cost.mse, {}, Result({"it": Readout.of(given(1) / given(0, "b"))})) is None


@pytest.mark.parametrize(
    ("working", "code"),
    [
        (given(1, "a") - (given(2, "b") - given(3, "c")), "a - (b - c)"),
        (given(1, "a") - (given(2, "b") + given(3, "c")), "a - (b + c)"),
        ((given(1, "a") + given(2, "b")) * given(3, "c"), "(a + b) * c"),
        (given(1, "a") / (given(2, "b") * given(3, "c")), "a / (b * c)"),
        ((-given(1, "a")) ** 2, "(-a)**2"),
        (-(given(1, "a") ** 2), "-a**2"),
        (given(-2) ** 2, "(-2)**2"),
        (given(2, "a") ** (given(1, "b") + 1), "a**(b + 1)"),
        (sum_of([given(1, "a"), -given(2, "b")]), "a - b"),
        (exp(given(1, "a")) + ln(given(2, "b")), "np.exp(a) + np.log(b)"),
        (largest(0, given(1, "a")), "max(0, a)"),
        (where_above(tidy(given(1, "a") * 2), 0, 1, 0), "1 if round(a * 2, 10) > 0 else 0"),
        (mean_of(entries([1, 2, 4], "x")), "x.mean()"),
        (-mean_of([ln(p) for p in entries([0.5, 0.25, 0.5], "p")]), "-np.log(p).mean()"),
        (sum_of([given(1, "a") * x for x in entries([1, 2], "x")]), "a * x[0] + a * x[1]"),
        (sum_of([*entries([1, 2, 3], "x"), given(1, "b")]), "x[0] + x[1] + x[2] + b"),
    ],
)
def test_arithmetic_is_written_with_the_brackets_that_python_needs(working: Any, code: str) -> None:
    source = program(Readout.of(working))
    assert f"it = {code}\n" in source
    assert working.value == pytest.approx(value_of(source))


def test_a_name_stands_for_one_thing() -> None:
    twice = given(1, "a") + given(2, "a")
    assert "it = a + 2\n" in program(Readout.of(twice))
    assert value_of(program(Readout.of(given(3, "it") * 2))) == 6
    assert value_of(program(Readout.of(given(3, "lambda") * given(2, "φ(x)")))) == 6


def test_code_takes_parameters_and_readouts_by_their_names() -> None:
    source = program(Readout(2.5, code="(W * X).sum() + b"), X=Readout(np.array([1, 2])), b=Readout.of(given(1) * 1))
    assert source.startswith("import numpy as np\n\nW = 0.5\nX = np.array([1, 2])\n\nb = 1 * 1\n")
    assert value_of(source) == 2.5


def test_code_that_names_what_is_nowhere_has_no_program() -> None:
    assert snippet_of("it", cost.mse, {}, Result({"it": Readout(1.0, code="nowhere + 1")})) is None


def test_types_are_left_out_and_comments_stay() -> None:
    source = "def f(a: int, b: float = 0.5, *, c: str = 'x') -> dict[str, int]:\n    return a  # (m,)"
    assert without_annotations(source) == "def f(a, b=0.5, *, c='x'):\n    return a  # (m,)"


@lab(W=Slider(1.0, low=0, high=2, step=0.5))
def many(W: float) -> Result:
    """A lab with more numbers than anybody types."""
    return Result({"it": Readout(0.0 * W, code="long.sum() * W"), "long": Readout(np.zeros(1000))})


def test_what_is_worked_out_under_the_name_of_a_parameter_follows_what_it_rests_on() -> None:
    updated = (given(2, "a") * given(3, "b")).named("W")
    source = program(Readout.of(updated + 1))
    assert source == "a = 2\nb = 3\n\nW = a * b\nit = W + 1\nit\n"


@pytest.mark.parametrize("value", [[[1, 2], [3]], object(), np.array([1j]), None])
def test_what_python_does_not_type_as_numbers_has_no_program(value: Any) -> None:
    readouts = {"it": Readout(1.0, code="odd + 1"), "odd": Readout(value)}
    assert snippet_of("it", cost.mse, {}, Result(readouts)) is None


def test_what_is_too_long_to_be_typed_has_no_program() -> None:
    assert snippets_of(many, many.check({}), many()) == ()


@pytest.mark.parametrize("code", ["1 +", "a\0b", "(" * 500, "x := 1 2"])
def test_code_that_is_no_python_has_no_program(code: str) -> None:
    assert snippet_of("it", cost.mse, {}, Result({"it": Readout(1.0, code=code)})) is None


def test_of_readouts_that_rest_on_each_other_there_is_no_program() -> None:
    result = Result({"one": Readout(1.0, code="other + 1"), "other": Readout(1.0, code="one + 1")})
    assert snippet_of("one", cost.mse, {}, result) is None
