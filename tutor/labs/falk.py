"""Products by Falk's scheme: two baskets and a price list, and two matrices whose shapes do not fit yet."""

from __future__ import annotations

import numpy as np

from tutor.figure import Product, Role
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs.matrices import cell_of, shape_words
from tutor.language import MINUS, Text
from tutor.nn import matrices as nn
from tutor.nn.arrays import Array
from tutor.written import number, substituted

PRICES: Array = np.array([[4.0, 2.0, 3.0, 1.0], [1.0, 2.0, 5.0, 1.0], [1.0, 2.0, 2.0, 5.0]])
"""What bread, milk and eggs cost in each of four shops, shape (3, 4)."""

ANN = (1.0, 2.0, 0.0)
BEN = (3.0, 1.0)
"""What Ben takes of bread and milk."""
NOTE = 20
"""What Ben pays with."""
BOTH = (Text(en="Ann", ko="안나"), Text(en="Ben", ko="벤"))
SHOPS = tuple(Text(en=f"shop {at}", ko=f"가게 {at}") for at in range(1, PRICES.shape[1] + 1))
TERMS = PRICES.shape[0]
LAST = 2 * PRICES.size
"""Products of two numbers in the whole of X·W."""


def so_far(A: Array, B: Array, i: int, j: int, terms: int) -> str:
    """Return the sum of the first products of a cell as one writes it: "3·3 + 1·5 + … = 14"."""
    if terms == A.shape[1]:
        return substituted(cell_of(A, B, i, j)).replace("-", MINUS)
    pairs = [f"{number(float(A[i, k]))}·{number(float(B[k, j]))}" for k in range(terms)]
    total = number(float(A[i, :terms] @ B[:terms, j]))
    return f"{' + '.join([*pairs, '…'])} = {total}".replace("-", MINUS)


@lab(
    eggs=Slider(
        2,
        low=0,
        high=6,
        step=1,
        role=Role.GIVEN,
        label=Text(en="Ben's eggs", ko="벤의 달걀"),
        help=Text(
            en="How many eggs Ben takes: the last number of his row.",
            ko="벤이 사는 달걀 수입니다. 벤의 행에서 마지막 수입니다.",
        ),
    ),
    part=Timeline(
        0,
        last=LAST,
        per_second=1.5,
        unit=Text(en="done", ko="번"),
        label=Text(en="products", ko="곱셈"),
        help=Text(en="One product of two numbers after the other.", ko="두 수의 곱을 하나씩 차례로 구합니다."),
    ),
    reads=(nn.product, nn.cell),
)
def shop(eggs: float, part: int) -> Result:
    """Work out what two baskets cost in four shops: X (2, 3) times W (3, 4), one product of numbers at a time."""
    X = np.array([ANN, (*BEN, eggs)])
    Y = nn.product(X, PRICES)
    done, terms = divmod(max(part, 1) - 1, TERMS)
    terms = terms + 1 if part else 0
    i, j = divmod(done, PRICES.shape[1])
    known = frozenset(divmod(at, PRICES.shape[1]) for at in range(done + (terms == TERMS)))
    arithmetic = so_far(X, PRICES, i, j, terms) if terms else ""
    who, where = BOTH[i], SHOPS[j]
    note = (
        Text(en=f"{who('en')} in {where('en')}: {arithmetic}", ko=f"{who('ko')}, {where('ko')}: {arithmetic}")
        if terms
        else Text(en="Nothing is multiplied yet.", ko="아직 아무것도 곱하지 않았습니다.")
    )
    drawing = Product(
        X,
        PRICES,
        Text(
            en=f"X (2, 3) below, W (3, 4) above, their product (2, 4) where they meet; {part} of {LAST} products done. "
            f"{note('en')}",
            ko=f"아래에 X (2, 3), 위에 W (3, 4), 만나는 자리에 곱 (2, 4)이 있습니다. 곱셈 {LAST}번 가운데 {part}번을 "
            f"했습니다. {note('ko')}",
        ),
        ("X", "W", "Y"),
        (i, j),
        terms,
        known,
        note,
        BOTH,
        SHOPS,
        reveals=True,
    )
    ben = Y[1]
    row = X[1]
    readouts = {
        "Y": Readout(Y, "Y", "g", code="X @ W"),
        "X": Readout(X, "X", "g"),
        "W": Readout(PRICES, "W", "g"),
        "in_shop_3": Readout.of(cell_of(X, PRICES, 1, 2, ("X", "W")), Text(en="Ben in shop 3", ko="벤, 가게 3"), "g"),
        "pays_exactly": Readout(bool(ben[2] == NOTE)),
        "pays_in_shop_2": Readout(bool(ben[1] == NOTE)),
        "too_much": Readout(bool(ben[2] > NOTE)),
        # What likely slips give, so that each can be answered by name.
        "of_ann": Readout(float(Y[0, 2])),
        "prices_alone": Readout(float(PRICES[:, 2].sum())),
        "all_added": Readout(float(row.sum() + PRICES[:, 2].sum())),
        "turned_round": Readout(float(row[::-1] @ PRICES[:, 2])),
        "in_shop_2": Readout(float(ben[1])),
        "in_shop_4": Readout(float(ben[3])),
    }
    return Result(readouts, (drawing,), shows=("in_shop_3",))


MOST = 4
"""Rows and columns of a matrix at most."""


def _side(default: int, name: str, what: Text, role: Role = Role.MODEL) -> Slider:
    return Slider(
        default,
        low=1,
        high=MOST,
        step=1,
        label=Text(en=f"{name}: {what('en')}", ko=f"{name}의 {what('ko')}"),
        role=role,
    )


ROWS, COLUMNS = Text(en="rows", ko="행"), Text(en="columns", ko="열")


@lab(
    a_rows=_side(3, "A", ROWS, Role.GIVEN),
    a_columns=_side(2, "A", COLUMNS, Role.GIVEN),
    b_rows=_side(4, "B", ROWS),
    b_columns=_side(3, "B", COLUMNS),
    reads=(nn.product_or_error, nn.product),
)
def repair(a_rows: float, a_columns: float, b_rows: float, b_columns: float) -> Result:
    """Lay a row of A beside a column of B, whatever their lengths, and hear what NumPy says."""
    A, B = (
        np.arange(1.0, rows * columns + 1).reshape(rows, columns)
        for rows, columns in ((round(a_rows), round(a_columns)), (round(b_rows), round(b_columns)))
    )
    C = nn.product_or_error(A, B)
    a, b = shape_words(A.shape), shape_words(B.shape)
    k, k2 = A.shape[1], B.shape[0]
    left_over = abs(k - k2)
    fits = not isinstance(C, str)
    note: Text | str
    if isinstance(C, str):
        note = f"ValueError: {C}"
        alt = Text(
            en=f"A {a} and B {b} do not fit: a row of A has {k}, a column of B {k2}; {left_over} find no partner.",
            ko=f"A {a}, B {b}: 맞지 않습니다. A의 행은 {k}개, B의 열은 {k2}개라서 {left_over}개가 짝이 없습니다.",
        )
    else:
        c = shape_words(C.shape)
        first = so_far(A, B, 0, 0, k)
        note = Text(en=f"{a} @ {b} → {c}; the first cell: {first}", ko=f"{a} @ {b} → {c}, 첫 칸: {first}")
        alt = Text(
            en=f"A {a} and B {b} fit and give {c}; the first cell is {first}.",
            ko=f"A {a}, B {b}: 맞습니다. 곱은 {c}이고, 첫 칸: {first}.",
        )
    every = frozenset((i, j) for i in range(A.shape[0]) for j in range(B.shape[1]))
    drawing = Product(
        A,
        B,
        alt,
        meeting=(0, 0),
        terms=k,
        known=every,
        note=note,
        room=(MOST, MOST, MOST),
        reveals=True,
    )
    shape = (A.shape[0], B.shape[1])
    readouts = {
        "fits": Readout(fits, Text(en="fits", ko="곱할 수 있음")),
        "misfit": Readout(not fits),
        "C_is_2x3": Readout(fits and shape == (2, 3)),
        "C_is_3x2": Readout(fits and shape == (3, 2)),
        "rows_of_B_changed": Readout(fits and shape == (3, 3)),
        "pair": Readout(f"{k} ↔ {k2}", Text(en="a row of A ↔ a column of B", ko="A의 행 ↔ B의 열")),
        "left_over": Readout(left_over, format=".0f"),
        # Prose quotes and explains this one, whatever the sliders say.
        "refusal": Readout(nn.product_or_error(np.ones((3, 2)), np.ones((4, 3)))),
        "a": Readout(a),
        "b": Readout(b),
    }
    return Result(readouts, (drawing,), shows=("pair",))
