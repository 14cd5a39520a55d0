"""Products of matrices, cell by cell; shapes that fit and shapes that do not; a batch through a network."""

from __future__ import annotations

import itertools

import numpy as np

from tutor.figure import Edge, Matrices, Matrix, Network, Node, Polygon, Polygons, Role
from tutor.lab import Readout, Result, Slider, Table, Timeline, lab
from tutor.language import MINUS, Text
from tutor.nn import layers
from tutor.nn import matrices as nn
from tutor.nn.arrays import Array
from tutor.working import Expression, given, weighted
from tutor.written import number, substituted

PRICES: Array = np.array([[1.0, 3.0, 5.0], [2.0, 4.0, 6.0]])
"""The deck's W, shape (2, 3): what each of two goods costs in each of three shops."""

BASKETS: Array = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 0.0, 1.0], [1.0, 1.0, 1.0], [3.0, 2.0, 1.0]])
"""Five samples of three inputs."""

WEIGHTS: Array = np.array([[1.0, -1.0], [2.0, 0.0], [-1.0, 3.0]])
"""A first layer from three inputs to two neurons, shape (3, 2)."""


def cell_of(A: Array, B: Array, i: int, j: int, names: tuple[str, str] = ("", "")) -> Expression:
    """Return one cell of a product as one works it out: "1·3 + 2·4 = 11"; `names` are the readouts A and B."""
    left, right = names
    return weighted(
        (given(a, left and f"{left}[{i},{k}]"), given(b, right and f"{right}[{k},{j}]"))
        for k, (a, b) in enumerate(zip(A[i], B[:, j], strict=True))
    )


def shape_words(shape: tuple[int, ...]) -> str:
    """Return a shape as NumPy writes it: "(2, 3)", "(3,)"."""
    return str(tuple(int(length) for length in shape))


def cell_by_cell(
    A: Array,
    B: Array,
    done: int,
    names: tuple[str, str, str],
    row_names: tuple[Text | str, ...] = (),
    column_names: tuple[Text | str, ...] = (),
) -> Matrices:
    """Draw A B = C with the first `done` cells worked out and the last of them lit with its row and column."""
    C = nn.product(A, B)
    n, m = C.shape
    i, j = divmod(done - 1, m) if done else (-1, -1)
    unknown = frozenset((row, column) for row in range(n) for column in range(m) if row * m + column >= done)
    row_lit = frozenset((i, k) for k in range(A.shape[1])) if done else frozenset()
    column_lit = frozenset((k, j) for k in range(B.shape[0])) if done else frozenset()
    note = Text(en="Nothing worked out yet", ko="아직 계산하지 않았습니다")
    if done:
        arithmetic = substituted(cell_of(A, B, i, j)).replace("-", MINUS)
        note = Text(
            en=f"row {i + 1}, column {j + 1}: {arithmetic}",
            ko=f"{i + 1}행 {j + 1}열: {arithmetic}",
        )
    said = f"{names[0]} {shape_words(A.shape)} · {names[1]} {shape_words(B.shape)} = {names[2]} {shape_words(C.shape)}"
    return Matrices(
        (
            Matrix(A, names[0], Role.GIVEN, lit=row_lit, row_names=row_names),
            "·",
            Matrix(B, names[1], Role.MODEL, lit=column_lit, column_names=column_names),
            "=",
            Matrix(C, names[2], Role.RIGHT, lit=frozenset({(i, j)}) if done else frozenset(), unknown=unknown),
        ),
        alt=Text(en=f"{said}; {note('en')}.", ko=f"{said}. {note('ko')}."),
        note=note,
    )


@lab(
    x1=Slider(1, low=-3, high=5, step=1, role=Role.GIVEN),
    x2=Slider(2, low=-3, high=5, step=1, role=Role.GIVEN),
    cell=Timeline(0, last=3, per_second=1, unit=Text(en="cells", ko="칸"), label=Text(en="cells done", ko="계산한 칸")),
    reads=(nn.product, nn.cell),
)
def deck(x1: float, x2: float, cell: int) -> Result:
    """Multiply X (1, 2) by the deck's W (2, 3), cell by cell."""
    X = np.array([[x1, x2]])
    Y = nn.product(X, PRICES)
    readouts = {
        "X": Readout(X, "X", "g"),
        "Y": Readout(Y, "Y", "g", code="X @ W"),
        "W": Readout(PRICES, "W", "g"),
        **{f"y{j + 1}": Readout.of(cell_of(X, PRICES, 0, j, ("X", "W")), f"y{j + 1}", "g") for j in range(3)},
        "Y_reversed": Readout(nn.product(X[:, ::-1], PRICES), "Y", "g"),
        "Y_unweighted": Readout(PRICES.sum(axis=0)[None, :], "Y", "g"),
        "y3_reversed": Readout(float(x2 * PRICES[0, 2] + x1 * PRICES[1, 2])),
        "y3_unweighted": Readout(float(PRICES[:, 2].sum())),
        "y3_all_added": Readout(float(x1 + x2 + PRICES[:, 2].sum())),
        "y1_alone": Readout(float(Y[0, 0])),
    }
    return Result(readouts, (cell_by_cell(X, PRICES, cell, ("X", "W", "Y")),))


@lab(
    n=Slider(4, low=1, high=5, step=1, role=Role.GIVEN, label=Text(en="samples n", ko="샘플 수 n")),
    cell=Timeline(
        0,
        last=2 * len(BASKETS),
        per_second=1,
        unit=Text(en="cells", ko="칸"),
        label=Text(en="cells done", ko="계산한 칸"),
    ),
    reads=(nn.product, nn.cell),
)
def batch(n: float, cell: int) -> Result:
    """Send n samples through one layer at once: (n, 3) (3, 2) = (n, 2)."""
    count = round(n)
    X = BASKETS[:count]
    Y = nn.product(X, WEIGHTS)
    done = min(cell, Y.size)
    drawing = cell_by_cell(
        X,
        WEIGHTS,
        done,
        ("X", "W", "Y"),
        row_names=tuple(Text(en=f"sample {k + 1}", ko=f"샘플 {k + 1}") for k in range(count)),
    )
    readouts = {"X": Readout(X, "X", "g"), "W": Readout(WEIGHTS, "W", "g")}
    readouts["Y"] = Readout(Y, "Y", "g", code="X @ W")
    return Result(readouts, (drawing,))


@lab(
    x1=Slider(4, low=-5, high=5, step=1, role=Role.GIVEN),
    x2=Slider(1, low=-5, high=5, step=1, role=Role.GIVEN),
    x3=Slider(2, low=-5, high=5, step=1, role=Role.GIVEN),
    neuron=Slider(1, low=1, high=2, step=1, label=Text(en="neuron", ko="뉴런")),
    reads=(nn.cell,),
)
def sample(x1: float, x2: float, x3: float, neuron: float) -> Result:
    """Send one sample through one neuron of the batch's layer: a row of X times a column of W."""
    X = np.array([[x1, x2, x3]])
    column = round(neuron) - 1
    given = WEIGHTS[:, column]
    readouts = {
        "value": Readout.of(cell_of(X, WEIGHTS, 0, column, ("", "weights")), "y", "g"),
        "weights": Readout(WEIGHTS, "W", "g"),
        "value_other_neuron": Readout(nn.cell(X, WEIGHTS, 0, 1 - column)),
        "value_sum_of_column": Readout(float(given.sum())),
        "value_without_minus": Readout(float(np.abs(X[0]) @ np.abs(given))),
    }
    return Result(readouts)


def _filled(rows: int, columns: int) -> Array:
    """Return a matrix of these dimensions with the numbers 1, 2, 3, … in it."""
    return np.arange(1.0, rows * columns + 1).reshape(rows, columns)


@lab(
    a_rows=Slider(3, low=1, high=5, step=1, label=Text(en="A: rows", ko="A의 행"), role=Role.GIVEN),
    a_columns=Slider(2, low=1, high=5, step=1, label=Text(en="A: columns", ko="A의 열"), role=Role.GIVEN),
    b_rows=Slider(2, low=1, high=5, step=1, label=Text(en="B: rows", ko="B의 행")),
    b_columns=Slider(4, low=1, high=5, step=1, label=Text(en="B: columns", ko="B의 열")),
    reads=(nn.product_or_error, nn.product),
)
def shapes(a_rows: float, a_columns: float, b_rows: float, b_columns: float) -> Result:
    """Multiply two matrices of any shapes, or show NumPy's own error."""
    A, B = _filled(round(a_rows), round(a_columns)), _filled(round(b_rows), round(b_columns))
    C = nn.product_or_error(A, B)
    a, b = shape_words(A.shape), shape_words(B.shape)
    fits = not isinstance(C, str)
    left = (Matrix(A, "A", Role.GIVEN), "·", Matrix(B, "B", Role.MODEL))
    if isinstance(C, str):
        drawing = Matrices(
            (*left, "=", "?"),
            alt=Text(en=f"{a} times {b} does not fit.", ko=f"{a} 곱하기 {b}: 맞지 않습니다."),
        )
        note: Text | str = f"ValueError: {C}"
    else:
        drawing = Matrices(
            (*left, "=", Matrix(C, "C", Role.RIGHT)),
            alt=Text(en=f"{a} times {b} gives {shape_words(C.shape)}.", ko=f"{a} 곱하기 {b} = {shape_words(C.shape)}."),
        )
        note = Text(
            en=f"{a} @ {b} → {shape_words(C.shape)}: the inner {A.shape[1]} and {B.shape[0]} agree.",
            ko=f"{a} @ {b} → {shape_words(C.shape)}: 안쪽의 {A.shape[1]}, {B.shape[0]} 일치.",
        )
    readouts = {
        "fits": Readout(fits),
        "C_is_3x2": Readout(fits and (A.shape[0], B.shape[1]) == (3, 2)),
        "C_is_2x3": Readout(fits and (A.shape[0], B.shape[1]) == (2, 3)),
        "misfit": Readout(not fits),
        "shape": Readout(
            np.array([A.shape[0], B.shape[1]], dtype=float),
            format=".0f",
            code="(np.ones((a_rows, a_columns)) @ np.ones((b_rows, b_columns))).shape" if fits else "",
        ),
        "shape_inner": Readout(np.array([A.shape[1], B.shape[0]], dtype=float), format=".0f"),
        "shape_reversed": Readout(np.array([B.shape[1], A.shape[0]], dtype=float), format=".0f"),
        "shape_of_A": Readout(np.array(A.shape, dtype=float), format=".0f"),
        "shape_of_B": Readout(np.array(B.shape, dtype=float), format=".0f"),
        # Prose quotes and explains this one, whatever the sliders say.
        "refusal": Readout(nn.product_or_error(_filled(3, 2), _filled(3, 4))),
        "a": Readout(a),
        "b": Readout(b),
    }
    return Result(readouts, (drawing,), note=note)


TURN: Array = np.array([[0.0, -1.0], [1.0, 0.0]])
"""A quarter turn, clockwise, of points that lie in rows."""

LETTER: Array = 0.1 * np.array(
    [[-3, -5], [-1, -5], [-1, -1], [2, -1], [2, 1], [-1, 1], [-1, 3], [3, 3], [3, 5], [-3, 5]], dtype=np.float64
)
"""The outline of an F, a point a row, shape (10, 2): it looks different however it is turned or flipped."""

HALF = 12
"""Moments that one of the two moves takes."""


def rows_text(A: Array) -> str:
    """Return a matrix on one line: "[[0, -2], [1, 0]]"."""
    rows = (", ".join(map(number, row)) for row in A)
    return f"[[{'], ['.join(rows)}]]".replace("-", MINUS)


def _stretched(share: float, p: float, q: float) -> Array:
    """Return the stretch on its way: nothing at 0, p and q at 1."""
    return np.diag([1 + share * (p - 1), 1 + share * (q - 1)])


def _turned(share: float) -> Array:
    """Return the quarter turn on its way, clockwise."""
    angle = share * np.pi / 2
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


@lab(
    p=Slider(
        2,
        low=-3,
        high=3,
        step=1,
        role=Role.GIVEN,
        help=Text(en="What A does to the width.", ko="A가 가로를 몇 배로 하는지입니다."),
    ),
    q=Slider(
        1,
        low=-3,
        high=3,
        step=1,
        role=Role.GIVEN,
        help=Text(en="What A does to the height.", ko="A가 세로를 몇 배로 하는지입니다."),
    ),
    moment=Timeline(
        2 * HALF,
        last=2 * HALF,
        per_second=10,
        label=Text(en="moved", ko="움직임"),
        help=Text(en="One move, and then the other.", ko="한 동작, 그리고 다른 동작입니다."),
    ),
    reads=(nn.product,),
)
def order(p: float, q: float, moment: int) -> Result:
    """Stretch a letter and turn it, and beside it turn it and stretch it: P·A·B and P·B·A."""
    A = np.array([[p, 0.0], [0.0, q]])
    AB, BA = nn.product(A, TURN), nn.product(TURN, A)
    first, second = min(moment / HALF, 1.0), max(moment / HALF - 1.0, 0.0)
    left = LETTER @ _stretched(first, p, q) @ _turned(second)
    right = LETTER @ _turned(first) @ _stretched(second, p, q)
    same = bool(np.array_equal(AB, BA))
    sizes = [np.ptp(points, axis=0) for points in (left, right)]
    said = [f"{size[0]:.2f} x {size[1]:.2f}" for size in sizes]
    start, (left_x, left_y), (right_x, right_y) = LETTER.T, left.T, right.T
    names = (
        Text(en="P: the letter", ko="P: 글자"),
        Text(en="first A, then B", ko="먼저 A, 다음 B"),
        Text(en="first B, then A", ko="먼저 B, 다음 A"),
    )
    parts = (
        Polygon(start[0], start[1], names[0], Text(en="one row a point", ko="점마다 행 하나"), Role.GIVEN, part="P"),
        Polygon(left_x, left_y, names[1], f"A·B = {rows_text(AB)}", reveals=True, part="PAB"),
        Polygon(right_x, right_y, names[2], f"B·A = {rows_text(BA)}", Role.OTHER, reveals=True, part="PBA"),
    )
    drawing = Polygons(
        parts,
        Text(
            en=f"The letter F, {moment} of {2 * HALF} moments on: stretched and then turned it is {said[0]} (width x "
            f"height), turned and then stretched {said[1]}.",
            ko=f"글자 F, {2 * HALF}걸음 가운데 {moment}걸음: 늘이고 돌리면 {said[0]}(가로 x 세로), "
            f"돌리고 늘이면 {said[1]}입니다.",
        ),
        reach=1.1 if max(abs(p), abs(q)) <= 2 else 1.65,
        signs=("→", "" if moment < 2 * HALF else "=" if same else "≠"),
    )
    readouts = {
        "AB": Readout(AB, "AB", "g", code="A @ B"),
        "BA": Readout(BA, "BA", "g", code="B @ A"),
        "A": Readout(A, "A", "g"),
        "B": Readout(TURN, "B", "g"),
        "opposite": Readout(bool(np.array_equal(AB, -BA)) and not same),
        "flat": Readout(p == 0 or q == 0),
        "BA_top": Readout.of(cell_of(TURN, A, 0, 1, ("B", "A")), format="g"),
        "entrywise": Readout(A * TURN, format="g"),
        "added": Readout(A + TURN, format="g"),
        "same": Readout(same),
    }
    return Result(readouts, (drawing,), shows=("A", "B"))


@lab(
    n=Slider(100, low=1, high=1000, step=1, role=Role.GIVEN, label=Text(en="batch size n", ko="배치 크기 n")),
    width=Slider(2, low=1, high=6, step=1, label=Text(en="neurons in hidden 1", ko="은닉층 1의 뉴런 수")),
    reads=(nn.shapes_along, layers.forward),
)
def network(n: float, width: float) -> Result:
    """Follow the shapes of a batch through the 3-2-2-1 network, or one with another first hidden layer."""
    count, hidden = round(n), round(width)
    weights: list[tuple[int, ...]] = [(3, hidden), (hidden, 2), (2, 1)]
    along = nn.shapes_along(count, weights)
    names = (
        Text(en="hidden 1", ko="은닉층 1"),
        Text(en="hidden 2", ko="은닉층 2"),
        Text(en="output", ko="출력층"),
    )
    table = Table(
        (Text(en="layer", ko="층"), Text(en="comes in", ko="들어오는 것"), "W", Text(en="goes out", ko="나가는 것")),
        tuple(
            (name, shape_words(before), shape_words(W), shape_words(after))
            for name, before, W, after in zip(names, along[:-1], weights, along[1:], strict=True)
        ),
    )
    size = sum(int(np.prod(W)) for W in weights)
    readouts = {
        "after_1": Readout(np.array(along[1], dtype=float), format=".0f"),
        "after_1_reversed": Readout(np.array(along[1][::-1], dtype=float), format=".0f"),
        "after_3": Readout(np.array(along[3], dtype=float), format=".0f"),
        "input": Readout(np.array(along[0], dtype=float), format=".0f"),
        "W1": Readout(np.array(weights[0], dtype=float), format=".0f"),
        "weights": Readout(size, Text(en="weights", ko="가중치 수"), ".0f"),
        "answers": Readout(count, Text(en="answers", ko="출력 수"), ".0f"),
    }
    widths = [shape[1] for shape in along]
    shapes_said = ", ".join(map(shape_words, along))
    drawing = Network(
        tuple(
            tuple(Node(_node_name(column, row, len(widths)), role=_role(column)) for row in range(width))
            for column, width in enumerate(widths)
        ),
        tuple(
            Edge((column, source), (column + 1, target))
            for column, (before, after) in enumerate(itertools.pairwise(widths))
            for source in range(before)
            for target in range(after)
        ),
        titles=tuple(map(shape_words, along)),
        alt=Text(
            en=f"A batch of {count} on its way through the network of 3-{hidden}-2-1; its shapes: {shapes_said}.",
            ko=f"샘플 {count}개짜리 배치가 3-{hidden}-2-1 신경망을 지납니다. 형상은 차례로 {shapes_said}.",
        ),
    )
    return Result(readouts, (drawing,), table, ("weights", "answers"))


def _node_name(column: int, row: int, columns: int) -> str:
    if column == 0:
        return f"x{row + 1}"
    return "O1" if column == columns - 1 else f"h{column}1{row + 1}"


def _role(column: int) -> Role:
    return Role.GIVEN if column == 0 else Role.MODEL
