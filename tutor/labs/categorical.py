"""Categorical cross-entropy: scores, softmax, a one-hot label; and two classes as a special case."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np

from tutor.figure import Axis, Bars, Figure, Guide, Line, Mark, Matrices, Matrix, Place, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, Vector, lab
from tutor.language import Text
from tutor.nn.activations import softmax
from tutor.nn.arrays import Array
from tutor.nn.losses import SMALLEST, binary_cross_entropy, categorical_cross_entropy, one_hot
from tutor.working import Expression, entries, exp, given, ln, step, sum_of, then
from tutor.written import column, number

ANIMALS = (Text(en="cat", ko="고양이"), Text(en="dog", ko="개"), Text(en="bird", ko="새"))
START = (1.0, 1.0, 1.0)
"""The scores from which the learner sets out to lift the cat without touching it."""

SURE = 0.9
MOST_PLACES = 9
"""Decimals that a probability is ever written with."""
LOSS = Text(en="loss", ko="손실(loss)")
PROBABILITY = Text(en="probability", ko="확률")
COLUMNS = ("scores", "powers", "softmax", "loss")


@lab(
    z=Vector(
        (3.0, 1.0, 0.0),
        low=-4,
        high=4,
        step=0.1,
        names=ANIMALS,
        label=Text(en="score z", ko="점수 z"),
        role=Role.GIVEN,
        help=Text(en="how much speaks for this class", ko="이 클래스를 지지하는 정도입니다"),
    ),
    truth=Choice(
        "0",
        options={str(place): animal for place, animal in enumerate(ANIMALS)},
        label=Text(en="the truth", ko="정답"),
        role=Role.RIGHT,
    ),
    columns=Choice(
        "softmax",
        options={
            "scores": Text(en="scores", ko="점수까지"),
            "powers": Text(en="and powers of e", ko="e의 거듭제곱까지"),
            "softmax": Text(en="and softmax", ko="소프트맥스까지"),
            "loss": Text(en="and label", ko="레이블까지"),
        },
        label=Text(en="table", ko="표"),
    ),
    reads=(softmax, one_hot, categorical_cross_entropy),
)
def animals(z: tuple[float, ...], truth: str, columns: str) -> Result:
    """Three scores become three probabilities; the label picks one of them for the loss."""
    scores = np.array(z)
    powers = np.exp(scores)
    total = float(powers.sum())
    p = softmax(scores)
    i = int(truth)
    y = one_hot(np.array([i]), len(z))[0]
    given_p = entries(p, "p")
    loss = then(_cross_entropy(entries(y, "y", 0), given_p), -ln(_kept(given_p[i])))
    powers_of_e = [exp(given(score, f"z[{place}]")).named(f"powers[{place}]", ".2f") for place, score in enumerate(z)]
    shares = [power / step(sum_of(powers_of_e), ".2f") for power in powers_of_e]
    readouts = {
        "p": Readout(p, PROBABILITY, ".3f", role=Role.MODEL, code="np.exp(z) / np.exp(z).sum()"),
        "first": Readout.of(shares[0].to(".3f"), Text(en="probability of the cat", ko="고양이의 확률"), ".3f"),
        "second": Readout.of(shares[1].to(".3f"), Text(en="probability of the dog", ko="개의 확률"), ".3f"),
        "powers": Readout(powers, "exp(z)", ".2f"),
        "total": Readout(total, Text(en="sum of the powers", ko="거듭제곱의 합")),
        "y": Readout(y, "y", "g", role=Role.RIGHT),
        "loss": Readout.of(loss, LOSS, ".3f", Role.LOSS),
        "p_truth": Readout(
            float(p[i]), Text(en="given to the truth", ko="정답에 준 확률"), ".3f", role=Role.RIGHT, code=f"p[{i}]"
        ),
        "logs": Readout(np.log(p), "ln p", ".3f"),
        **_likely_mistakes(scores, powers, p, i, loss.value),
        "others_did_it": Readout(
            bool(z[0] == START[0] and p[0] >= SURE), Text(en="cat sure, untouched", ko="고양이 확실")
        ),
        "cat_moved": Readout(z[0] != START[0], Text(en="cat moved", ko="고양이를 움직임")),
        "cat_fell": Readout(bool(p[0] < 1 / 3 - 1e-9), Text(en="cat fell", ko="고양이가 줄어듦")),
        "sure": Readout(SURE, Text(en="target", ko="목표")),
        "start": Readout(START[0], Text(en="where the cat stood", ko="고양이의 처음 점수")),
    }
    return Result(readouts, _animal_bars(scores, p, i, columns), _animal_table(scores, powers, p, y, columns),
                  shows=("p_truth", "loss") if columns == "loss" else ())  # fmt: skip


def places_for_log(p: float) -> str:
    """Return the form of a probability whose logarithm is taken: of a small one, three digits that are not 0."""
    return ".3f" if p >= 0.02 else f".{min(2 - math.floor(math.log10(p)), MOST_PLACES)}f"


def _kept(p: Expression) -> Expression:
    """Return a probability with its logarithm: never quite 0, with as many places as it takes."""
    return p.named(p.name, places_for_log(p.value)) if p.value > SMALLEST else given(SMALLEST, form=7)


def _cross_entropy(y: Iterable[Expression], p: Sequence[Expression]) -> Expression:
    """Return -(y·ln p + …), the loss of one sample."""
    terms = [label * ln(_kept(share)) for label, share in zip(y, p, strict=True)]
    return (-sum_of(terms)).to(".3f")


def _likely_mistakes(scores: Array, powers: Array, p: Array, i: int, loss: float) -> dict[str, Readout]:
    """Return the numbers that a learner gets by a wrong turn; silent readouts, so that each can be recognised."""
    rest = float(powers.sum() - powers[1])
    spread = float(scores.sum())
    return {
        # With scores that add up to 0 there is no share to take; -1 is no probability, so nobody is told off for it.
        "first_by_division": Readout(
            float(scores[0] / spread) if spread else -1.0, Text(en="share of the scores", ko="점수의 몫")
        ),
        "first_of_two": Readout(
            float(powers[0] / (powers[0] + powers[1])), Text(en="against the second alone", ko="둘째만 견준 값")
        ),
        "second_by_division": Readout(
            float(scores[1] / spread) if spread else -1.0, Text(en="share of the scores", ko="점수의 몫")
        ),
        "second_over_rest": Readout(float(powers[1] / rest), Text(en="over the others", ko="나머지로 나눈 값"), ".3f"),
        "second_over_largest": Readout(
            float(powers[1] / powers.max()), Text(en="over the largest", ko="가장 큰 값으로 나눈 값"), ".3f"
        ),
        "second_power": Readout(float(powers[1]), "exp(z)"),
        "everything": Readout(1.0, Text(en="all of it", ko="전부"), "g"),
        "one_third": Readout(1 / len(scores), Text(en="equal shares", ko="똑같은 몫")),
        "minus_loss": Readout(-loss, Text(en="loss with its minus lost", ko="부호를 잊은 손실"), ".3f"),
        "loss_of_all": Readout(
            float(-np.log(p).sum()), Text(en="all classes added", ko="모든 클래스를 더한 값"), ".3f"
        ),
        "loss_of_largest": Readout(
            float(-np.log(p.max())), Text(en="loss of the likeliest", ko="가장 큰 확률의 손실"), ".3f"
        ),
        "loss_mean": Readout(loss / len(scores), Text(en="divided by the classes", ko="클래스 수로 나눈 값"), ".3f"),
        "one_minus_p": Readout(
            float(1 - p[i]), Text(en="what the truth did not get", ko="정답이 받지 못한 확률"), ".3f"
        ),
    }


def _animal_table(scores: Array, powers: Array, p: Array, y: Array, columns: str) -> Table:
    """Return one row a class, with the columns that are explained by now, and their sums."""
    titles: tuple[Text | str, ...] = (Text(en="class", ko="클래스"), "z", "exp(z)", "p", "y")
    roles = (None, Role.GIVEN, None, Role.MODEL, Role.RIGHT)
    written_powers, sum_of_powers = column(powers.tolist(), 2)
    rows = [
        (animal, f"{score:.1f}", power, f"{share:.3f}", f"{label:.0f}")
        for animal, score, power, share, label in zip(ANIMALS, scores, written_powers, p, y, strict=True)
    ]
    sums = (Text(en="sum", ko="합"), "", sum_of_powers, f"{p.sum():.0f}", f"{y.sum():.0f}")
    width = 2 + COLUMNS.index(columns)
    lit = frozenset({int(y.argmax())}) if columns == "loss" else frozenset[int]()
    return Table(
        titles[:width], tuple(row[:width] for row in rows), roles[:width], lit, sums[:width] if width > 2 else ()
    )


def _animal_bars(scores: Array, p: Array, i: int, columns: str) -> tuple[Figure, ...]:
    """Return the scores as bars, and the probabilities beside them."""
    names = ("cat", "dog", "bird")
    written = ", ".join(f"{name} {score:.1f}" for name, score in zip(names, scores, strict=True))
    written_ko = ", ".join(f"{name.in_('ko')} {score:.1f}" for name, score in zip(ANIMALS, scores, strict=True))
    before = Figure(
        layers=(Bars(ANIMALS, scores, Role.GIVEN),),
        alt=Text(en=f"The scores: {written}.", ko=f"점수: {written_ko}."),
        y=Axis("z", -4, 4, (-4, -2, 0, 2, 4)),
        title=Text(en="scores", ko="점수"),
    )
    roles = tuple(Role.RIGHT if columns == "loss" and place == i else Role.MODEL for place in range(len(p)))
    written = ", ".join(f"{name} {given:.3f}" for name, given in zip(names, p, strict=True))
    written_ko = ", ".join(f"{name.in_('ko')} {given:.3f}" for name, given in zip(ANIMALS, p, strict=True))
    after = Figure(
        layers=(Bars(ANIMALS, p, Role.MODEL, roles, reveals=True),),
        alt=Text(en=f"The probabilities: {written}.", ko=f"확률: {written_ko}."),
        y=Axis("p", 0, 1, (0, 0.5, 1)),
        title=Text(en="probabilities", ko="확률"),
        places={"first": Place("y")},
    )
    return (before, after)


PHOTOS: Array = np.array([[3.0, 1.0, 0.0], [1.0, 2.5, -1.0]])
"""The scores of two photos: a row for each, a column for each animal."""


@lab(
    shift=Slider(
        0,
        low=0,
        high=1000,
        step=50,
        label=Text(en="added to each", ko="모두에 더하기"),
        role=Role.GIVEN,
        help=Text(en="raises every score alike", ko="모든 점수를 똑같이 올립니다"),
    ),
    reads=(softmax,),
)
def photos(shift: float) -> Result:
    """The scores of two photos, all raised alike, and their probabilities, which stay as they are."""
    z = PHOTOS + shift
    p = softmax(z)
    names = tuple(Text(en=f"photo {row}", ko=f"사진 {row}") for row in (1, 2))
    rows = "; ".join(", ".join(f"{share:.2f}" for share in row) for row in p)
    drawing = Matrices(
        (
            Matrix(z, "z", Role.GIVEN, "g", row_names=names, column_names=ANIMALS),
            "→",
            Matrix(p, "p", Role.MODEL, ".2f"),
        ),
        Text(
            en=f"The scores of two photos, each raised by {number(shift)}, and their probabilities: {rows}.",
            ko=f"두 사진의 점수에 모두 {number(shift)}씩 더한 것과 그 확률: {rows}.",
        ),
    )
    readouts = {
        "z": Readout(z, Text(en="scores z", ko="점수 z"), "g", role=Role.GIVEN),
        "p": Readout(p, PROBABILITY, ".3f", role=Role.MODEL, code="softmax(z)"),
        "m": Readout(len(z), Text(en="photos", ko="사진 수"), "d", role=Role.GIVEN),
        "k": Readout(z.shape[1], Text(en="classes", ko="클래스 수"), "d"),
    }
    return Result(readouts, (drawing,))


@lab(
    z=Slider(
        1.0,
        low=-6,
        high=6,
        step=0.1,
        role=Role.GIVEN,
        help=Text(en="the score of class 1", ko="클래스 1의 점수입니다"),
    ),
    y=Choice(
        "1",
        options={"1": Text(en="1, a dog", ko="1, 개"), "0": Text(en="0, a cat", ko="0, 고양이")},
        label=Text(en="actual y", ko="실제 y"),
        role=Role.GIVEN,
    ),
    reads=(softmax, categorical_cross_entropy, binary_cross_entropy),
)
def two(z: float, y: str) -> Result:
    """Two classes with the scores 0 and z: softmax gives the sigmoid, and both cross-entropies agree."""
    truth = int(y)
    p = softmax(np.array([0.0, z]))
    score = given(z, "z")
    power = step(exp(score), ".3f")
    sigmoid = (1 / (1 + exp(-score))).to(".3f")
    by_softmax = power / (power + step(exp(0), 0))
    is_one, is_zero = given(truth, form=0), given(1 - truth, form=0)
    two_classes = _cross_entropy((is_zero, is_one), (given(p[0], "other_class"), by_softmax.named("p")))
    one_output = _cross_entropy((is_one, is_zero), (sigmoid.named("sigmoid"), 1 - sigmoid))
    readouts = {
        "p": Readout.of(by_softmax.to(".3f"), Text(en="softmax of class 1", ko="클래스 1의 소프트맥스"), ".3f"),
        "sigmoid": Readout.of(sigmoid, Text(en="sigmoid of z", ko="z의 시그모이드"), ".3f"),
        "categorical": Readout.of(
            two_classes, Text(en="categorical cross-entropy", ko="범주형 교차 엔트로피"), ".3f", Role.LOSS
        ),
        "binary": Readout.of(one_output, Text(en="binary cross-entropy", ko="이진 교차 엔트로피"), ".3f", Role.LOSS),
        "truth": Readout(float(truth), "y", "g", role=Role.GIVEN),
        "power": Readout(power.value, "exp(z)"),
        "other_class": Readout(float(p[0]), Text(en="class 0", ko="클래스 0"), ".3f"),
        "half": Readout(0.5, Text(en="undecided", ko="반반"), "g"),
        "certain": Readout(1.0, Text(en="certain", ko="확실"), "g"),
    }
    path = np.linspace(-6, 6, 121)
    grid = np.arange(-6.0, 7.0)
    of_grid = softmax(np.stack([np.zeros_like(grid), grid], axis=1))[:, 1]
    figure = Figure(
        layers=(
            Line(path, 1 / (1 + np.exp(-path)), Role.OTHER, Text(en="sigmoid", ko="시그모이드"), reveals=True),
            Points(grid, of_grid, Role.MODEL, Text(en="softmax of (0, z)", ko="(0, z)의 소프트맥스"), reveals=True),
            Guide("x", z, Role.QUIET),
            Mark(z, float(p[1]), Role.MODEL, f"z = {number(z)}", "◉", reveals=True),
        ),
        alt=Text(
            en="The softmax of the scores 0 and z lies on the sigmoid curve everywhere; "
            f"at z = {number(z)} both are {p[1]:.3f}.",
            ko=f"점수 0과 z의 소프트맥스는 시그모이드 곡선 위에 놓입니다. z = {number(z)}에서 둘 다 {p[1]:.3f}입니다.",
        ),
        x=Axis("z", -6, 6, (-6, -3, 0, 3, 6)),
        y=Axis("p", 0, 1, (0, 0.5, 1)),
        title=Text(en="what class 1 gets", ko="클래스 1의 확률"),
        places={"p": Place("y", z)},
    )
    return Result(readouts, (figure,), shows=("p", "sigmoid", "categorical", "binary"))
