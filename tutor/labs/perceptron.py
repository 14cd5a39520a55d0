"""One perceptron: its sum, its boundary and truth table, and how it learns."""

from __future__ import annotations

import numpy as np

from tutor.figure import Edge, Figure, Layer, Line, Mark, Network, Node, Place, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, Timeline, lab
from tutor.labs.plane import X1, X2, boundary, corner_points, plane
from tutor.language import MINUS, Text
from tutor.nn import perceptron as nn
from tutor.nn.arrays import Array
from tutor.working import given, tidy, titled, weighted, where_above
from tutor.written import arithmetic, factor, number

WEIGHTED_SUM = Text(en="weighted sum", ko="가중합")
OUTPUT = Text(en="output y", ko="출력 y")


@lab(
    x1=Slider(1, low=-1, high=2, step=0.5, role=Role.GIVEN),
    x2=Slider(0, low=-1, high=2, step=0.5, role=Role.GIVEN),
    w1=Slider(0.6, low=-2, high=2, step=0.1),
    w2=Slider(0.9, low=-2, high=2, step=0.1),
    b=Slider(0, low=-2, high=2, step=0.1),
    theta=Slider(1, low=-2, high=2, step=0.1, label="θ"),
    reads=(nn.weighted_sum, nn.step),
)
def neuron(x1: float, x2: float, w1: float, w2: float, b: float, theta: float) -> Result:
    """Work out one perceptron for one input, drawn as the deck draws it."""
    return _one_neuron(x1, x2, w1, w2, b, theta)


@lab(
    x1=Slider(1, low=-1, high=2, step=0.5, role=Role.GIVEN),
    x2=Slider(0, low=-1, high=2, step=0.5, role=Role.GIVEN),
    w1=Slider(0.6, low=-2, high=2, step=0.1),
    w2=Slider(0.9, low=-2, high=2, step=0.1),
    theta=Slider(1, low=-2, high=2, step=0.1, label="θ"),
    reads=(nn.weighted_sum, nn.step),
)
def without_bias(x1: float, x2: float, w1: float, w2: float, theta: float) -> Result:
    """Work out one perceptron that has no bias yet."""
    return _one_neuron(x1, x2, w1, w2, None, theta)


def _one_neuron(x1: float, x2: float, w1: float, w2: float, bias: float | None, theta: float) -> Result:
    """Draw one perceptron and what it makes of one input; without a bias, nothing shows that it could have one."""
    pairs = [(given(w1, "w1"), given(x1, "x1")), (given(w2, "w2"), given(x2, "x2"))]
    summed = tidy(weighted(pairs, *([] if bias is None else [given(bias, "b")])))
    fires = where_above(summed.named("total"), given(theta, "theta"), 1, 0, "y")
    total, y, b = summed.value, fires.value, bias or 0.0
    sign = ">" if y else "≤"
    verdict = f"{number(total)} {sign} {number(theta)}"
    has_bias = bias is not None
    network = Network(
        columns=(
            (
                Node("x1", x1, Role.GIVEN),
                Node("x2", x2, Role.GIVEN),
                *((Node("1", role=Role.QUIET),) if has_bias else ()),
            ),
            (Node("Σ", total),),
            (Node("y", y, Role.RIGHT if y else Role.QUIET, active=bool(y), format=".0f"),),
        ),
        edges=(
            Edge((0, 0), (1, 0), w1, "w1"),
            Edge((0, 1), (1, 0), w2, "w2"),
            *((Edge((0, 2), (1, 0), b, "b"),) if has_bias else ()),
            Edge((1, 0), (2, 0), None, f"> {number(theta)} ?"),
        ),
        titles=(
            Text(en="inputs", ko="입력"),
            Text(en="sum", ko="합"),
            Text(en="output", ko="출력"),
        ),
        alt=Text(
            en=f"A perceptron with inputs {number(x1)} and {number(x2)}: the weighted sum is {number(total)}, "
            f"the threshold {number(theta)}, the output {number(y)}.",
            ko=f"입력이 {number(x1)}, {number(x2)}인 퍼셉트론. 가중합 {number(total)}, 임계값 {number(theta)}, "
            f"출력 {number(y)}.",
        ),
    )
    readouts = {
        "total": Readout.of(summed, WEIGHTED_SUM),
        "y": Readout.of(fires, OUTPUT, ".0f"),
        "total_crossed": Readout(w2 * x1 + w1 * x2 + b),
        "total_without_bias": Readout(w1 * x1 + w2 * x2),
        "total_minus_bias": Readout(w1 * x1 + w2 * x2 - b),
        "total_unweighted": Readout(x1 + x2 + b),
        "total_all_added": Readout(x1 + x2 + w1 + w2 + b),
        "total_without_minus": Readout(abs(w1 * x1) + abs(w2 * x2) + b),
        "verdict": Readout(verdict.replace("-", MINUS)),
        # The inputs and the weights in one row each, as a function to write takes them.
        "x": Readout(np.array([x1, x2]), role=Role.GIVEN),
        "w": Readout(np.array([w1, w2])),
    }
    return Result(readouts, (network,), shows=("total", "y"))


def _plain_points(y: Array) -> list[Layer]:
    """Return the four corners: ● where the neuron fires and ○ where it does not (before it is known, all are ○)."""
    x = nn.CORNERS
    kinds = (
        (1.0, "●", Text(en="y = 1, fires", ko="y = 1, 활성화")),
        (0.0, "○", Text(en="y = 0", ko="y = 0")),
    )
    return [
        Points(x[:, 0], x[:, 1], Role.GIVEN, mark="○"),
        *(
            Points(x[y == value, 0], x[y == value, 1], Role.GIVEN, label, mark, reveals=True)
            for value, mark, label in kinds
            if (y == value).any()
        ),
    ]


FIRES = "perceptron(CORNERS, np.array([w1, w2]), b, theta)"
"""What the neuron gives at the four corners, in Python."""


def _named(y: Array) -> str:
    """Return the name of the gate with this truth table, or ""."""
    row = tuple(int(value) for value in y)
    return next((name for name, outputs in nn.GATES.items() if outputs == row), "")


def _note(y: Array) -> Text:
    """Return one sentence on what this truth table is."""
    name = _named(y)
    if name:
        return Text(en=f"This is {name}.", ko=f"지금은 {name}입니다.")
    if y.all():
        return Text(en="It always fires.", ko="입력과 상관없이 항상 1입니다.")
    if not y.any():
        return Text(en="It never fires.", ko="입력과 상관없이 항상 0입니다.")
    for column in (0, 1):
        if np.array_equal(y, nn.CORNERS[:, column]):
            return Text(en=f"It copies x{column + 1}.", ko=f"x{column + 1}을 그대로 따라 합니다.")
    return Text(
        en=f"It fires for {int(y.sum())} of the four inputs.", ko=f"네 입력 가운데 {int(y.sum())}개에서 1입니다."
    )


@lab(
    w1=Slider(0.6, low=-2, high=2, step=0.1),
    w2=Slider(0.9, low=-2, high=2, step=0.1),
    b=Slider(0, low=-2, high=2, step=0.1),
    theta=Slider(0, low=-2, high=2, step=0.1, label="θ"),
    target=Choice(
        "none",
        options={
            "none": Text(en="no gate in mind", ko="목표 없음"),
            "AND": "AND",
            "OR": "OR",
            "NAND": "NAND",
            "NOR": "NOR",
        },
        label=Text(en="gate to make", ko="만들 게이트"),
        role=Role.GIVEN,
    ),
    reads=(nn.perceptron, nn.weighted_sum, nn.step),
)
def gate(w1: float, w2: float, b: float, theta: float, target: str) -> Result:
    """Draw the boundary of a perceptron over the four inputs of a truth table."""
    w = np.array([w1, w2])
    totals = nn.weighted_sum(nn.CORNERS, w, b)
    y = nn.step(totals, theta)
    level = theta - b
    crosses_at = (given(theta, "theta") - given(b, "b")) / given(w1 if abs(w1) > 1e-9 else 0.0, "w1")
    crossing = crosses_at.value
    wanted = np.array(nn.GATES[target], dtype=float) if target in nn.GATES else y
    right = int((y == wanted).sum())

    layers: list[Layer] = [plane(w, b, theta, reveals=True)]
    ends = boundary(w1, w2, level)
    if ends is not None:
        layers.append(Line(*ends, Role.MODEL, Text(en="boundary", ko="결정 경계"), reveals=True))
    layers += _plain_points(y) if target == "none" else corner_points(wanted, y)
    fired = ", ".join(f"({a:.0f}, {c:.0f})" for a, c in nn.CORNERS[y == 1])
    equation = f"{factor(w1)}·x1 + {factor(w2)}·x2 = {number(level)}"
    figure = Figure(
        tuple(layers),
        x=X1,
        y=X2,
        places={"crossing": Place("x", at=0.0)} if np.isfinite(crossing) else {},
        alt=Text(
            en=f"The plane of x1 and x2 with the boundary {equation}. The neuron fires at {fired or 'no corner'}.",
            ko=f"x1, x2 평면과 결정 경계 {equation}. 1이 나오는 꼭짓점: {fired or '없음'}.",
        ),
    )
    rows = []
    for index, (a, c) in enumerate(nn.CORNERS):
        cells: list[Text | str] = [number(a), number(c), f"{totals[index]:.2f}", f"{y[index]:.0f}"]
        if target != "none":
            cells += [f"{wanted[index]:.0f}", "✓" if y[index] == wanted[index] else "×"]
        rows.append(tuple(cells))
    columns: tuple[Text | str, ...] = ("x1", "x2", Text(en="sum", ko="합"), "y")
    if target != "none":
        columns += (target, "")
    name = _named(y)
    readouts = {
        "right": Readout(
            right,
            Text(en="rows right", ko="맞은 줄"),
            ".0f",
            code=f"({FIRES} == {nn.GATES[target]}).sum()" if target in nn.GATES else "",
        ),
        "fired": Readout(
            int(y.sum()), Text(en="inputs that fire", ko="1이 나오는 입력 수"), ".0f", code=f"{FIRES}.sum()"
        ),
        "fired_or_more": Readout(int((nn.CORNERS.sum(axis=1) > 0).sum())),
        "single_inputs": Readout(int((nn.CORNERS.sum(axis=1) == 1).sum())),
        "all_inputs": Readout(len(nn.CORNERS)),
        "crossing": Readout.of(crosses_at, Text(en="boundary at x2 = 0: x1 =", ko="x2 = 0인 경계: x1 =")),
        "crossing_sign_lost": Readout(-crossing),
        "crossing_undivided": Readout(level),
        "b_alone": Readout.of(given(b, "b") - given(theta, "theta")),
        "theta_minus_b": Readout(theta - b),
        "b_plus_theta": Readout(b + theta),
        "b_unchanged": Readout(b),
        "totals": Readout(totals, Text(en="sums", ko="합")),
        "y": Readout(y, Text(en="outputs", ko="출력"), format=".0f"),
        "is_and": Readout(name == "AND"),
        "is_or": Readout(name == "OR"),
        "is_nand": Readout(name == "NAND"),
        "is_nor": Readout(name == "NOR"),
        "always_1": Readout(bool(y.all())),
        "always_0": Readout(not y.any()),
        "copies_an_input": Readout(any(np.array_equal(y, nn.CORNERS[:, k]) for k in (0, 1))),
        "on_the_threshold": Readout(bool((totals == theta).any() and not y.all())),
    }
    shows: tuple[str, ...] = ("right",)
    if target == "none":
        shows = ("fired", "crossing") if np.isfinite(crossing) else ("fired",)
    return Result(readouts, (figure,), Table(columns, tuple(rows)), shows, _note(y))


LOOKS = 32
"""How many samples the learning timeline looks at: eight rounds of four."""


@lab(
    target=Choice(
        "AND",
        options={"AND": "AND", "OR": "OR", "NAND": "NAND", "XOR": "XOR"},
        label=Text(en="gate to learn", ko="배울 게이트"),
        role=Role.GIVEN,
    ),
    alpha=Slider(0.5, low=0.25, high=1, step=0.25, label="α"),
    look=Timeline(
        0, last=LOOKS, per_second=2, unit=Text(en="rows", ko="줄"), label=Text(en="rows seen", ko="지금까지 본 줄")
    ),
    reads=(nn.learn_from, nn.perceptron),
)
def learn(target: str, alpha: float, look: int) -> Result:
    """Show Rosenblatt's learning rule, one sample at a time, from weights of 0."""
    t = np.array(nn.GATES[target], dtype=float)
    w, b = np.zeros(2), 0.0
    w_before, b_before = w, b
    changes = 0
    for seen in range(look):
        w_before, b_before = w, b
        w, b = nn.learn_from(nn.CORNERS[seen % 4], t[seen % 4], w, b, alpha)
        changes += int(b != b_before)  # b changes exactly when the answer was wrong
    index = (look - 1) % 4
    x = nn.CORNERS[index] if look else np.zeros(2)
    target_now = t[index] if look else 0.0
    y_before = float(nn.perceptron(x[None, :], w_before, b_before)[0])
    error = target_now - y_before if look else 0.0
    y = nn.perceptron(nn.CORNERS, w, b)
    right = int((y == t).sum())

    layers: list[Layer] = [plane(w, b, 0.0)]
    before, after = boundary(w_before[0], w_before[1], -b_before), boundary(w[0], w[1], -b)
    if before is not None and error:
        layers.append(Line(*before, Role.QUIET, Text(en="before", ko="고치기 전"), dashed=True))
    if after is not None:
        layers.append(Line(*after, Role.MODEL, Text(en="boundary", ko="결정 경계")))
    layers += corner_points(t, y)
    if look:
        layers.append(Mark(x[0], x[1], Role.OTHER, Text(en="this row", ko="지금 줄"), "◉"))
    seen_words = f"({number(x[0])}, {number(x[1])})"
    figure = Figure(
        tuple(layers),
        x=X1,
        y=X2,
        alt=Text(
            en=f"After {look} rows the weights are {number(w[0])} and {number(w[1])}, the bias {number(b)}; "
            f"{right} of 4 rows of {target} are right.",
            ko=f"{look}줄을 본 뒤 가중치는 {number(w[0])}, {number(w[1])}, 편향은 {number(b)}. "
            f"{target}의 네 줄 가운데 {right}줄이 맞습니다.",
        ),
    )
    rate, miss = given(alpha, "alpha"), given(error, "error")
    steps = [rate * miss * value for value in (given(x[0], "x1"), given(x[1], "x2"), 1.0)]
    olds, news = (*w_before, b_before), (*w, b)
    table = Table(
        (
            "",
            Text(en="before", ko="전"),
            "+ α·(t − y)·x" if look else "",
            Text(en="after", ko="후"),
        ),
        tuple(
            (name, f"{old:.2f}", arithmetic(steps[row]) if look else "", f"{new:.2f}")
            for row, (name, old, new) in enumerate(zip(("w1", "w2", "b"), olds, news, strict=True))
        ),
        roles=(None, None, Role.LOSS, Role.MODEL),
        lit_rows=frozenset(row for row, (old, new) in enumerate(zip(olds, news, strict=True)) if old != new),
    )
    readouts = {
        "right": Readout(right, Text(en="rows right", ko="맞은 줄"), format=".0f"),
        "changes": Readout(changes, Text(en="corrections so far", ko="지금까지 고친 횟수"), format=".0f"),
        "sample": Readout(seen_words),
        "x1": Readout(float(x[0]), format=".0f", role=Role.GIVEN),
        "x2": Readout(float(x[1]), format=".0f", role=Role.GIVEN),
        "t": Readout(float(target_now), format=".0f", role=Role.GIVEN),
        "y": Readout(y_before, format=".0f"),
        "error": Readout(error, "t − y", format=".0f", role=Role.LOSS),
        "w1_before": Readout(float(w_before[0])),
        "w2_before": Readout(float(w_before[1])),
        "b_before": Readout(b_before),
        **{
            name: Readout.of(titled(name, given(old, f"{name}_before") + change), name)
            for name, old, change in zip(("w1", "w2", "b"), olds, steps, strict=True)
        },
    }
    return Result(readouts, (figure,), table, ("right", "changes"), _learning_note(look, seen_words, error, right))


@lab(
    w1=Slider(0.8, low=-2, high=2, step=0.1),
    t=Choice("0", options={"0": "0", "1": "1"}, role=Role.GIVEN),
    alpha=Slider(0.5, low=0.1, high=1, step=0.1, label="α"),
    reads=(nn.learn_from,),
)
def correction(w1: float, t: str, alpha: float) -> Result:
    """Correct the weight of an input that is on, after a wrong answer, by Rosenblatt's rule."""
    target = float(t)
    error = target - (1 - target)
    change = given(alpha, "alpha") * given(error, "error") * 1.0
    readouts = {
        "t": Readout(target, format=".0f", role=Role.GIVEN),
        "y": Readout(1 - target, format=".0f"),
        "error": Readout(error, "t − y", format=".0f", role=Role.LOSS),
        "w1_before": Readout(w1, format="g"),
        "new_w1": Readout.of(tidy(given(w1, "w1_before") + change), "w1"),
        "w1_sign_lost": Readout(w1 - alpha * error),
        "w1_without_alpha": Readout(w1 + error),
        "w1_replaced": Readout(alpha * error),
    }
    return Result(readouts, shows=("error", "new_w1"))


def _learning_note(look: int, sample: str, error: float, right: int) -> Text:
    """Return one sentence on what the last look at a sample did."""
    if look == 0:
        return Text(
            en="Not one row seen yet: all weights are 0.", ko="아직 한 줄도 보지 않았습니다. 가중치는 모두 0입니다."
        )
    if error > 0:
        return Text(
            en=f"{sample} came out 0 and should be 1: b and the weights of the inputs that are on go up.",
            ko=f"{sample}에서 1이어야 하는데 0이 나왔습니다. b와 켜진 입력의 가중치를 올립니다.",
        )
    if error < 0:
        return Text(
            en=f"{sample} came out 1 and should be 0: b and the weights of the inputs that are on go down.",
            ko=f"{sample}에서 0이어야 하는데 1이 나왔습니다. b와 켜진 입력의 가중치를 내립니다.",
        )
    if right == 4:
        return Text(
            en=f"{sample} is right, and so is every row: nothing will change any more.",
            ko=f"{sample}도, 나머지 줄도 모두 맞습니다. 이제 더 바뀌지 않습니다.",
        )
    return Text(en=f"{sample} is right: nothing changes.", ko=f"{sample}에서 맞았습니다. 바뀌는 것이 없습니다.")
