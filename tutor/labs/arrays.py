"""Arrays: dimensions and shape, sums along an axis, reshape and transpose, broadcasting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tutor.figure import Matrices, Matrix, Role
from tutor.lab import Choice, Readout, Result, Slider, Toggle, lab
from tutor.labs.matrices import shape_words
from tutor.language import Text
from tutor.nn import arrays as nn
from tutor.nn.arrays import Array
from tutor.working import count_of, product_of
from tutor.written import number

EXAMPLES: Mapping[str, Array] = {
    "scalar": np.array(7.0),
    "vector": np.array([1.0, 2.0, 3.0, 4.0]),
    "row": np.array([[1.0, 2.0, 3.0]]),
    "column": np.array([[1.0], [2.0], [3.0]]),
    "matrix": np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]),
    "wide": np.array([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]),
    "cube": np.arange(1.0, 13.0).reshape(2, 3, 2),
    "block": np.array([[[1.0, 2.0, 3.0]], [[4.0, 5.0, 6.0]]]),
    "photo": np.arange(1.0, 25.0).reshape(2, 4, 3),
}


UNSEEN: Mapping[str, Array] = {
    "wide": np.array([[3.0, 1.0, 4.0, 1.0, 5.0], [9.0, 2.0, 6.0, 5.0, 3.0]]),
    "block": np.array([[[7.0, 2.0, 5.0]], [[0.0, 4.0, 8.0]]]),
    "column": np.array([[6.0], [1.0], [8.0], [0.0]]),
    "tall": np.array([[2.0, 7.0], [1.0, 8.0], [2.0, 8.0]]),
    "row": np.array([[4.0, 0.0, 9.0, 2.0]]),
    "square": np.array([[2.0, 0.0, 1.0], [3.0, 5.0, 6.0]]),
    "low": np.array([[6.0, 1.0, 0.0], [2.0, 4.0, 7.0]]),
    "mixed": np.array([[1.0, 8.0, 3.0], [4.0, 0.0, 5.0]]),
}
"""Arrays to ask about: none of them can be looked up among the examples."""


def code_of(a: Array) -> str:
    """Return an array as one writes it in Python: "[[1, 2], [3, 4]]"."""
    return number(float(a)) if a.ndim == 0 else f"[{', '.join(map(code_of, a))}]"


def shape_array(shape: tuple[int, ...]) -> Array:
    """Return a shape as an array of numbers, to be asked for."""
    return np.array(shape, dtype=float)


def drawn(a: Array, name: str, role: Role = Role.GIVEN) -> tuple[Matrix | str, ...]:
    """Return the parts that draw an array: a number, a matrix, or one matrix a slice for three dimensions."""
    if a.ndim == 0:
        return (f"{name} = {number(float(a))}" if name else number(float(a)),)
    if a.ndim <= 2:
        return (Matrix(a, name, role),)
    return tuple(Matrix(part, f"{name}[{index}]", role) for index, part in enumerate(a))


@lab(
    example=Choice(
        "matrix",
        options={name: code_of(a) if a.size < 7 else shape_words(a.shape) for name, a in EXAMPLES.items()},
        label=Text(en="array a", ko="배열 a"),
        role=Role.GIVEN,
    )
)
def inspect(example: str) -> Result:
    """Draw an array and say how many dimensions it has, which shape, and how many entries."""
    a = EXAMPLES[example]
    shape = shape_words(a.shape)
    drawing = Matrices(
        drawn(a, "a"),
        alt=Text(
            en=f"An array of {a.ndim} dimensions and shape {shape}: {code_of(a)}.",
            ko=f"{a.ndim}차원, 형상 {shape}인 배열: {code_of(a)}.",
        ),
        show_shapes=a.ndim < 3,
    )
    return Result(_described(a), (drawing,), shows=("ndim", "shape_text", "size"))


@lab(
    example=Choice(
        "wide", options={name: code_of(a) for name, a in UNSEEN.items()}, label=Text(en="array a", ko="배열 a")
    )
)
def unseen(example: str) -> Result:
    """Say of another array what `inspect` says, and what sums along its axes give."""
    a = UNSEEN[example]
    sums = {
        "down": Readout(a.sum(axis=0), "a.sum(axis=0)", "g"),
        "across": Readout(a.sum(axis=1), "a.sum(axis=1)", "g"),
        "mean_down": Readout(a.mean(axis=0), format="g"),
        "first_row": Readout(a[0], format="g"),
    }
    return Result(_described(a) | sums)


def _described(a: Array) -> dict[str, Readout]:
    """Return the dimensions, shape and size of an array, and the shapes at which a hasty reader arrives."""
    return {
        "code": Readout(code_of(a), "a"),
        "ndim": Readout(a.ndim, "a.ndim", ".0f", code=f"np.array({code_of(a)}).ndim"),
        "shape": Readout(shape_array(a.shape), "a.shape", ".0f"),
        "shape_text": Readout(shape_words(a.shape), "a.shape", code=f"np.array({code_of(a)}).shape"),
        "size": Readout.of(product_of(a.shape or (1,)), "a.size", ".0f"),
        "shape_reversed": Readout(shape_array(a.shape[::-1])),
        "shape_inner": Readout(shape_array(a.shape[1:])),
        "shape_flat": Readout(shape_array((a.size,))),
        "sum_of_lengths": Readout(sum(a.shape)),
        "pixels": Readout(int(np.prod(a.shape[:2]))),
        "length": Readout(a.shape[0] if a.ndim else 1),
    }


GRID: Array = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])

ARROW = "→"

WHOLE = Text(en="no axis: everything", ko="축 없음: 전체")


@lab(
    axis=Choice(
        "down",
        options={"down": "axis=0", "across": "axis=1", "all": WHOLE},
        label=Text(en="sum along", ko="더하는 방향"),
    ),
    keep=Toggle(False, label="keepdims"),
)
def axis(axis: str, keep: bool) -> Result:
    """Add up an array of shape (2, 3) along one axis."""
    along = {"down": 0, "across": 1}.get(axis)
    words = "everything" if along is None else f"axis {along}"
    total = np.asarray(GRID.sum(axis=along, keepdims=keep))
    shape = shape_words(total.shape)
    arguments = ([] if along is None else [f"axis={along}"]) + (["keepdims=True"] if keep else [])
    name = f"a.sum({', '.join(arguments)})"
    drawing = Matrices(
        (Matrix(GRID, "a", Role.GIVEN), ARROW, *drawn(total, name, Role.MODEL)),
        alt=Text(
            en=f"The sum of a (2, 3) along {words} is {code_of(total)}, of shape {shape}.",
            ko=f"형상 (2, 3)인 a의 합({'전체' if along is None else f'축 {along}'}): {code_of(total)}, 형상 {shape}.",
        ),
    )
    readouts = {
        "result": Readout(total, Text(en="sum", ko="합"), "g"),
        "shape_text": Readout(shape, Text(en="its shape", ko="합의 형상"), code=f"{name.replace('a.', 'GRID.')}.shape"),
    }
    return Result(readouts, (drawing,), shows=("shape_text",))


ROWS = Slider(3, low=1, high=12, step=1, label=Text(en="rows", ko="행 수"))
ENTRIES = Slider(6, low=4, high=12, step=1, label=Text(en="entries", ko="원소 수"), role=Role.GIVEN)

DIGITS: Array = np.array([3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0, 8.0])
"""The first digits of pi: entries that say nothing of where they stand."""


LAID = "np.arange(1, size + 1).reshape(rows, -1)"
"""The numbers 1, 2, 3, … in so many rows, in Python."""


@lab(rows=ROWS, size=ENTRIES, reads=(nn.reshaped,))
def reshape(rows: float, size: float) -> Result:
    """Lay the numbers 1, 2, 3, … out in another number of rows."""
    count, length = round(rows), round(size)
    a = np.arange(1.0, length + 1)
    laid = nn.or_error(lambda: nn.reshaped(a, count))
    fitting = [some for some in range(1, length + 1) if length % some == 0]
    readouts = {
        "row_counts": Readout.of(count_of(fitting), format=".0f"),
        "row_counts_inner": Readout(len(fitting) - 2, format=".0f"),
        "row_counts_without_one_end": Readout(len(fitting) - 1, format=".0f"),
    }
    if isinstance(laid, str):
        return _uneven(a, count, laid, readouts)
    shape = shape_words(laid.shape)
    drawing = Matrices(
        (Matrix(a, "a", Role.GIVEN), ARROW, Matrix(laid, "b", Role.MODEL)),
        alt=Text(
            en=f"{length} entries laid out as {shape}: {code_of(laid)}.",
            ko=f"원소 {length}개를 {shape}로 펼치면 {code_of(laid)}.",
        ),
    )
    readouts |= {
        "fits": Readout(True),
        "b": Readout(laid, "b", "g"),
        "shape_text": Readout(shape, "b.shape", code=f"{LAID}.shape"),
    }
    return Result(readouts, (drawing,), shows=("shape_text",))


@lab(rows=replace(ROWS, high=6), size=ENTRIES, reads=(nn.reshaped,))
def transpose(rows: float, size: float) -> Result:
    """Lay numbers out in rows, transpose that, and beside it reshape it to the same shape."""
    count, length = round(rows), round(size)
    a = np.arange(1.0, length + 1)
    b = nn.or_error(lambda: nn.reshaped(a, count))
    if isinstance(b, str):
        return _uneven(a, count, b, {})
    b_rows, b_columns = b.shape
    back = b.reshape(b_columns, b_rows)
    same = bool(np.array_equal(b.T, back))
    drawing = Matrices(
        (
            Matrix(b, "b", Role.GIVEN),
            ARROW,
            Matrix(b.T, "b.T", Role.MODEL),
            "=" if same else "≠",
            Matrix(back, f"b.reshape({b_columns}, {b_rows})", Role.OTHER),
        ),
        alt=Text(
            en=f"b = {code_of(b)}. Transposed: {code_of(b.T)}. Reshaped to {shape_words(back.shape)}: {code_of(back)}.",
            ko=f"b = {code_of(b)}. 전치: {code_of(b.T)}. {shape_words(back.shape)}로 reshape: {code_of(back)}.",
        ),
    )
    note = (
        Text(en="One row or one column: here both are the same.", ko="한 행이나 한 열뿐이라 둘이 같습니다.")
        if same
        else Text(en="The same shape, another order.", ko="형상은 같고 순서가 다릅니다.")
    )
    readouts = {
        "fits": Readout(True),
        "same": Readout(same),
        "shape_text": Readout(shape_words(b.T.shape), "b.T.shape", code=f"{LAID}.T.shape"),
    }
    return Result(readouts, (drawing,), shows=("shape_text",), note=note)


def _uneven(a: Array, rows: int, error: str, readouts: Mapping[str, Readout]) -> Result:
    """Return what is shown where the entries do not fill the rows: NumPy's own sentence."""
    drawing = Matrices(
        (Matrix(a, "a", Role.GIVEN), ARROW, "?"),
        alt=Text(
            en=f"{a.size} entries do not fill {rows} rows evenly.",
            ko=f"원소 {a.size}개는 {rows}행을 고르게 채우지 못합니다.",
        ),
    )
    return Result({**readouts, "fits": Readout(False)}, (drawing,), note=f"ValueError: {error}")


@lab(rows=ROWS, size=ENTRIES)
def digits(rows: float, size: float) -> Result:
    """Lay the first digits of pi out in rows, and say to what likely mistakes lead."""
    a = DIGITS[: round(size)]
    b = nn.or_error(lambda: nn.reshaped(a, round(rows)))
    if isinstance(b, str):
        return Result({"fits": Readout(False)})
    readouts = {
        "fits": Readout(True),
        "a": Readout(a, "a", "g"),
        "b": Readout(b, "b", "g"),
        "b_by_columns": Readout(a.reshape(b.shape, order="F"), "b", "g"),
        "b_transposed": Readout(b.T, "b.T", "g"),
        "b_reshaped_back": Readout(b.reshape(b.shape[::-1]), format="g"),
        "columns": Readout(b.shape[1], format=".0f"),
    }
    return Result(readouts)


SHAPES: Mapping[str, tuple[int, ...]] = {
    "2x3": (2, 3),
    "len3": (3,),
    "len2": (2,),
    "1x3": (1, 3),
    "2x1": (2, 1),
    "3x1": (3, 1),
    "scalar": (),
    "4x2": (4, 2),
    "4x1": (4, 1),
}

UNSEEN_SHAPES: Mapping[str, tuple[int, ...]] = {
    "5x1": (5, 1),
    "len4": (4,),
    "8x1": (8, 1),
    "1x6": (1, 6),
    "photo": (2, 4, 3),
    "len3": (3,),
    "3x4": (3, 4),
    "3x1": (3, 1),
}
"""Shapes to ask about: no pair of them can be looked up among the others."""

SHAPE_WORDS = {name: shape_words(shape) for name, shape in SHAPES.items()}


@lab(
    left=Choice("2x3", options=SHAPE_WORDS, label=Text(en="shape of A", ko="A의 형상"), role=Role.GIVEN),
    right=Choice("len3", options=SHAPE_WORDS, label=Text(en="shape of B", ko="B의 형상")),
    reads=(nn.broadcast_shape,),
)
def broadcast(left: str, right: str) -> Result:
    """Add two arrays of different shapes, or show why NumPy will not."""
    a_shape, b_shape = SHAPES[left], SHAPES[right]
    A = np.arange(1.0, np.prod(a_shape) + 1).reshape(a_shape)
    B = 10.0 * np.arange(1.0, np.prod(b_shape) + 1).reshape(b_shape)
    C = nn.or_error(lambda: np.asarray(A + B))
    a, b = shape_words(a_shape), shape_words(b_shape)
    sides = (*drawn(A, "A"), "+", *drawn(B, "B", Role.MODEL), "=")
    note: Text | str
    if isinstance(C, str):
        drawing = Matrices((*sides, "?"), alt=Text(en=f"{a} + {b} does not fit.", ko=f"{a} + {b}: 맞지 않습니다."))
        note = f"ValueError: {C}"
    else:
        c = shape_words(C.shape)
        drawing = Matrices(
            (*sides, *drawn(C, "C", Role.RIGHT)),
            alt=Text(en=f"{a} + {b} gives {c}: {code_of(C)}.", ko=f"{a} + {b} = {c}: {code_of(C)}."),
        )
        note = f"{a} + {b} → {c}"
    return Result(_together(a_shape, b_shape), (drawing,), note=note)


UNSEEN_SHAPE_WORDS = {name: shape_words(shape) for name, shape in UNSEEN_SHAPES.items()}


@lab(
    left=Choice("5x1", options=UNSEEN_SHAPE_WORDS, label=Text(en="shape of A", ko="A의 형상")),
    right=Choice("len4", options=UNSEEN_SHAPE_WORDS, label=Text(en="shape of B", ko="B의 형상")),
    reads=(nn.broadcast_shape,),
)
def unseen_pair(left: str, right: str) -> Result:
    """Say of two other shapes what `broadcast` says."""
    return Result(_together(UNSEEN_SHAPES[left], UNSEEN_SHAPES[right]))


def _together(a: tuple[int, ...], b: tuple[int, ...]) -> dict[str, Readout]:
    """Return the shape of a sum of arrays of these shapes, and the shapes to which likely mistakes lead."""
    shape = nn.broadcast_shape(a, b)
    result = shape if shape is not None else ()
    return {
        "a": Readout(shape_words(a)),
        "b": Readout(shape_words(b)),
        "fits": Readout(shape is not None),
        "shape": Readout(shape_array(result), code="" if shape is None else f"(np.ones({a}) + np.ones({b})).shape"),
        "shape_of_B": Readout(shape_array(b)),
        "shape_reversed": Readout(shape_array(result[::-1])),
        "shape_joined": Readout(shape_array((*a, *b))),
    }


@lab(
    n=Slider(5, low=2, high=8, step=1, label=Text(en="samples n", ko="샘플 수 n"), role=Role.GIVEN),
    neurons=Slider(2, low=1, high=4, step=1, label=Text(en="neurons", ko="뉴런 수")),
)
def layer(n: float, neurons: float) -> Result:
    """Work one layer out for a batch: X (n, 3) @ W (3, k) + b (k,), and sums of what comes out."""
    count, width = round(n), round(neurons)
    X = np.arange(1.0, 3 * count + 1).reshape(count, 3) % 4
    W = np.arange(1.0, 3 * width + 1).reshape(3, width) % 3
    b = 10.0 * np.arange(1.0, width + 1)
    Y = X @ W + b
    drawing = Matrices(
        (Matrix(X, "X", Role.GIVEN), "·", Matrix(W, "W"), "+", Matrix(b, "b"), "=", Matrix(Y, "Y", Role.RIGHT)),
        alt=Text(
            en=f"A batch {shape_words(X.shape)} times {shape_words(W.shape)} plus {shape_words(b.shape)} "
            f"gives {shape_words(Y.shape)}.",
            ko=f"배치 {shape_words(X.shape)} 곱하기 {shape_words(W.shape)} 더하기 {shape_words(b.shape)} = "
            f"{shape_words(Y.shape)}.",
        ),
    )
    readouts = {
        "X": Readout(shape_words(X.shape)),
        "W": Readout(shape_words(W.shape)),
        "b": Readout(shape_words(b.shape)),
        "Y": Readout(
            shape_words(Y.shape),
            Text(en="shape of Y", ko="Y의 형상"),
            code="(np.ones((n, 3)) @ np.ones((3, neurons)) + np.ones(neurons)).shape",
        ),
        "per_sample": Readout(shape_array(Y.sum(axis=1).shape)),
        "per_neuron": Readout(shape_array(Y.sum(axis=0).shape)),
        "kept": Readout(shape_array(Y.sum(axis=1, keepdims=True).shape)),
        "whole": Readout(shape_array(Y.shape)),
    }
    return Result(readouts, (drawing,), shows=("Y",))
