"""Arrays: dimensions and shape, sums along an axis, reshape and transpose, broadcasting."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tutor.figure import Array, Matrices, Matrix, Role
from tutor.lab import Choice, Readout, Result, Slider, Toggle, lab
from tutor.labs.matrices import shape_words
from tutor.labs.written import number
from tutor.language import Text
from tutor.nn import arrays as nn

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
    product = "·".join(map(str, a.shape)) or "1"
    readouts = {
        "code": Readout(code_of(a), "a"),
        "ndim": Readout(a.ndim, "a.ndim", ".0f"),
        "shape": Readout(shape_array(a.shape), "a.shape", ".0f"),
        "shape_text": Readout(shape, "a.shape"),
        "size": Readout(a.size, "a.size", ".0f", f"{product} = {a.size}"),
        "shape_reversed": Readout(shape_array(a.shape[::-1])),
        "shape_inner": Readout(shape_array(a.shape[1:])),
        "shape_flat": Readout(shape_array((a.size,))),
        "sum_of_lengths": Readout(sum(a.shape)),
        "pixels": Readout(int(np.prod(a.shape[:2]))),
        "length": Readout(a.shape[0] if a.ndim else 1),
    }
    return Result(readouts, (drawing,), shows=("ndim", "shape_text", "size"))


GRID: Array = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])

WHOLE = Text(en="no axis: everything", ko="축 없음: 전체")


@lab(
    axis=Choice(
        "down",
        options={"down": "axis=0", "across": "axis=1", "all": WHOLE},
        label=Text(en="sum along", ko="더하는 방향"),
    ),
    top=Slider(1, low=0, high=9, step=1, label="a[0, 0]", role=Role.GIVEN),
    keep=Toggle(False, label="keepdims"),
)
def axis(axis: str, top: float, keep: bool) -> Result:
    """Add up an array of shape (2, 3) along one axis."""
    a = GRID.copy()
    a[0, 0] = top
    along = {"down": 0, "across": 1}.get(axis)
    words = "everything" if along is None else f"axis {along}"
    total = np.asarray(a.sum(axis=along, keepdims=keep))
    shape = shape_words(total.shape)
    drawing = Matrices(
        (Matrix(a, "a", Role.GIVEN), "->", *drawn(total, "sum", Role.MODEL)),
        alt=Text(
            en=f"The sum of a (2, 3) along {words} is {code_of(total)}, of shape {shape}.",
            ko=f"형상 (2, 3)인 a의 합({'전체' if along is None else f'축 {along}'}): {code_of(total)}, 형상 {shape}.",
        ),
    )
    down, across = a.sum(axis=0), a.sum(axis=1)
    readouts = {
        "a": Readout(a, "a", "g"),
        "result": Readout(total, Text(en="sum", ko="합"), "g"),
        "shape_text": Readout(shape, Text(en="its shape", ko="합의 형상")),
        "down": Readout(down, "a.sum(axis=0)", "g"),
        "across": Readout(across, "a.sum(axis=1)", "g"),
        "total": Readout(float(a.sum()), "a.sum()", "g"),
        "mean_down": Readout(a.mean(axis=0), format="g"),
        "first_row": Readout(a[0], format="g"),
    }
    return Result(readouts, (drawing,), shows=("shape_text",))


@lab(
    rows=Slider(3, low=1, high=6, step=1, label=Text(en="rows", ko="행 수")),
    size=Slider(6, low=4, high=12, step=1, label=Text(en="entries", ko="원소 수"), role=Role.GIVEN),
    reads=(nn.reshaped,),
)
def reshape(rows: float, size: float) -> Result:
    """Lay the numbers 1, 2, 3, … out in another number of rows, and beside that transpose what came out."""
    count, length = round(rows), round(size)
    a = np.arange(1.0, length + 1)
    laid = nn.or_error(lambda: nn.reshaped(a, count))
    if isinstance(laid, str):
        drawing = Matrices(
            (Matrix(a, "a", Role.GIVEN), "->", "?"),
            alt=Text(
                en=f"{length} entries do not fill {count} rows evenly.",
                ko=f"원소 {length}개는 {count}행을 고르게 채우지 못합니다.",
            ),
        )
        readouts = {"fits": Readout(False), "error": Readout(laid)}
        return Result(readouts, (drawing,), note=f"ValueError: {laid}")
    by_columns = a.reshape(count, -1, order="F")
    shape = shape_words(laid.shape)
    drawing = Matrices(
        (Matrix(a, "a", Role.GIVEN), "->", Matrix(laid, "b", Role.MODEL), "->", Matrix(laid.T, "b.T", Role.OTHER)),
        alt=Text(
            en=f"{length} entries laid out as {shape}: {code_of(laid)}; transposed: {code_of(laid.T)}.",
            ko=f"원소 {length}개를 {shape}로 펼치면 {code_of(laid)}, 전치하면 {code_of(laid.T)}.",
        ),
    )
    readouts = {
        "fits": Readout(True),
        "error": Readout(""),
        "a": Readout(a, "a", "g"),
        "b": Readout(laid, "b", "g"),
        "b_code": Readout(code_of(laid), "b"),
        "b_by_columns": Readout(by_columns, "b", "g"),
        "b_transposed": Readout(laid.T, "b.T", "g"),
        "b_reshaped_back": Readout(laid.reshape(laid.shape[::-1]), format="g"),
        "shape_text": Readout(shape, "b.shape"),
        "columns": Readout(laid.shape[1], format=".0f"),
    }
    return Result(readouts, (drawing,), shows=("shape_text",))


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
    shape = nn.broadcast_shape(a_shape, b_shape)
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
        note = Text(en=f"{a} + {b} -> {c}", ko=f"{a} + {b} -> {c}")
    result = shape if shape is not None else ()
    readouts = {
        "a": Readout(a),
        "b": Readout(b),
        "fits": Readout(shape is not None),
        "shape": Readout(shape_array(result)),
        "shape_of_A": Readout(shape_array(a_shape)),
        "shape_of_B": Readout(shape_array(b_shape)),
        "shape_reversed": Readout(shape_array(result[::-1])),
        "shape_joined": Readout(shape_array((*a_shape, *b_shape))),
        "error": Readout(C if isinstance(C, str) else ""),
    }
    return Result(readouts, (drawing,), note=note)


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
        "Y": Readout(shape_words(Y.shape), Text(en="shape of Y", ko="Y의 형상")),
        "per_sample": Readout(shape_array(Y.sum(axis=1).shape)),
        "per_neuron": Readout(shape_array(Y.sum(axis=0).shape)),
        "kept": Readout(shape_array(Y.sum(axis=1, keepdims=True).shape)),
        "whole": Readout(shape_array(Y.shape)),
    }
    return Result(readouts, (drawing,), shows=("Y",))
