"""The playground: any small network on four kinds of data or on a learner's own, while its settings are changed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from tutor.figure import Axis, Figure, Guide, Heat, Line, Mark, Panels, Points, Role, Tile, Tiles
from tutor.lab import Board, Choice, Past, Readout, Result, Slider, lab
from tutor.labs import hyperparameters
from tutor.labs.plane import grid
from tutor.labs.samples import REACH, Samples
from tutor.labs.trainings import (
    EPOCHS_A_FRAME,
    OWN,
    Frame,
    Kind,
    Setting,
    Training,
    begun,
    can_be_parted,
    setting_of,
    settings_of,
    training,
)
from tutor.language import MINUS, Text
from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS, Network
from tutor.nn.mlp import HiddenActivation

FRAMES = 200
SLICE = 10
"""Frames that are trained in one go, some milliseconds: short enough for a key to get in between."""
CELLS = 48
SMALL = 16
"""Cells along each side of what a single unit makes of the plane."""
MOST_UNITS = 8
MOST_ROWS = 4
"""of units, one below the other, where they need not be more"""
SOLVED = 1.0
"""The share of the samples to learn from that has to be right."""
FEWEST = 3
"""Units that can close the inner ring in: three lines make a triangle."""
WELL, LONG = 0.2, 2_000
"""The loss on unseen samples that is called well, and the epochs after which it has to hold."""

PLANE = (-REACH, REACH)
STEP = 0.1
"""between two places where a point of the learner's can be"""

GRID, SMALL_GRID = grid(PLANE, PLANE, CELLS), grid(PLANE, PLANE, SMALL)


def _run(
    data: str, noise: float, seed: float, layers: str, units: float, now: Setting, frame: int, past: str, own: str
) -> tuple[Samples, Training]:
    """Return the samples and the training. One that only begins is not kept: another that has gone far would go."""
    points = own if data == OWN else ""
    kind = Kind(data, round(noise, 3), round(seed), (2, *(round(units),) * int(layers), 1), points)
    return kind.samples, (training if frame else begun)(kind, settings_of(now, past))


def _train_in_slices(
    data: str,
    noise: float,
    seed: float,
    layers: str,
    units: float,
    activation: str,
    rate: str,
    batch: str,
    l2: str,
    frame: int,
    past: str,
    own: str,
) -> Iterator[float]:
    has, run = _run(data, noise, seed, layers, units, setting_of(activation, rate, batch, l2), frame, past, own)
    if not can_be_parted(has):
        return
    for reached in range(0, frame, SLICE):
        run.until(reached)
        yield reached / frame
    run.until(frame)


RATES = ("0.01", "0.03", "0.1", "0.3", "1", "3")
PENALTIES = ("0", "0.001", "0.003", "0.01", "0.03")


@lab(
    reads=(deep.epoch, deep.forward, deep.backward, deep.update, deep.start),
    prepare=_train_in_slices,
    data=Choice(
        "rings",
        options={
            "xor": "XOR",
            "rings": Text(en="rings", ko="고리"),
            "spirals": Text(en="spirals", ko="나선"),
            "blobs": Text(en="blobs", ko="덩어리"),
            OWN: Text(en="yours", ko="내 점"),
        },
        label=Text(en="data", ko="데이터"),
        role=Role.GIVEN,
        help=Text(en="Which samples the network has to part.", ko="신경망이 갈라야 할 샘플입니다."),
    ),
    noise=Slider(
        0.1,
        low=0,
        high=0.8,
        step=0.1,
        label=Text(en="noise", ko="잡음"),
        role=Role.GIVEN,
        help=Text(en="How far samples lie from where they belong.", ko="샘플이 제자리에서 벗어난 정도입니다."),
    ),
    seed=Slider(
        1,
        low=1,
        high=20,
        step=1,
        label=Text(en="seed", ko="시드"),
        help=Text(en="Chooses the random weights of the start.", ko="처음의 무작위 가중치를 정합니다."),
    ),
    layers=Choice(
        "1",
        options={"1": "1", "2": "2", "3": "3"},
        label=Text(en="hidden layers", ko="은닉층"),
        help=Text(en="How many hidden layers the network has.", ko="은닉층의 수입니다."),
    ),
    units=hyperparameters.units(MOST_UNITS),
    activation=hyperparameters.ACTIVATION,
    rate=hyperparameters.rate("1", RATES),
    batch=hyperparameters.batch(("20", "5")),
    l2=hyperparameters.l2(PENALTIES),
    frame=hyperparameters.film(FRAMES, EPOCHS_A_FRAME),
    past=Past(of="frame", keeps=("activation", "rate", "batch", "l2")),
    own=Board(
        low=-1.5,
        high=1.5,
        step=STEP,
        of="data",
        option=OWN,
        label=Text(en="your points", ko="내 점"),
        role=Role.GIVEN,
        help=Text(
            en="Every fourth of a kind is kept for the test: + and ·.",
            ko="종류마다 네 번째 점은 시험용으로 떼어 둡니다(+, ·).",
        ),
    ),
)
def train(
    data: str,
    noise: float,
    seed: float,
    layers: str,
    units: float,
    activation: str,
    rate: str,
    batch: str,
    l2: str,
    frame: int,
    past: str,
    own: str,
) -> Result:
    """A network of any shape while it learns to part samples in a plane, tried on others that it has never seen."""
    now = setting_of(activation, rate, batch, l2)
    has, run = _run(data, noise, seed, layers, units, now, frame, past, own)
    is_ready = can_be_parted(has)
    frames = run.until(frame if is_ready else 0)
    net, loss, test_loss = frames[-1]
    epoch = frame * EPOCHS_A_FRAME
    # Pulled back to before a change, what is seen is the network with the activation of that time.
    h = ACTIVATIONS[next((were.were["activation"] for were in Past.read(past) if were.until > frame), activation)]
    right, right_test = (_share_right(net, h, X, y) for X, y in ((has.X, has.y), (has.X_test, has.y_test)))
    largest = max(float(np.abs(layer.W).max()) for layer in net)
    solved, small = is_ready and right >= SOLVED, layers == "1"
    rings, noisy = data == "rings", data == "xor" and noise >= 0.3 - 1e-9
    readouts = {
        "epoch": Readout(epoch, Text(en="epoch", ko="에포크"), "d", role=Role.QUIET),
        "loss": Readout(loss, Text(en="loss: train", ko="손실: 학습"), ".3f", role=Role.LOSS),
        "test_loss": Readout(test_loss, TEST, ".3f", role=Role.OTHER),
        "right": Readout(right, Text(en="right: train", ko="정답: 학습"), ".0%", role=Role.RIGHT),
        "right_test": Readout(right_test, TEST, ".0%", role=Role.RIGHT),
        "solved": Readout(solved, Text(en="all right", ko="모두 맞음")),
        "gap": Readout(test_loss - loss, Text(en="gap", ko="차이"), ".3f"),
        "largest_weight": Readout(largest, Text(en="largest weight", ko="가장 큰 가중치"), ".1f"),
        "numbers": Readout(
            sum(layer.W.size + layer.b.size for layer in net), Text(en="numbers to learn", ko="배울 수의 개수"), "d"
        ),
        **_begun(has, round(seed), round(units)),
        # What there is to reach, and how one misses it.
        "ringed_by_3": Readout(rings and solved and small and round(units) <= FEWEST),
        "ringed_by_more": Readout(rings and solved and not (small and round(units) <= FEWEST)),
        "too_few": Readout(rings and not solved and small and round(units) < FEWEST),
        "other_data": Readout(not rings),
        "unseen_well": Readout(noisy and test_loss < WELL and epoch >= LONG),
        "still_early": Readout(noisy and test_loss < WELL and epoch < LONG),
        "too_stiff": Readout(noisy and loss > 0.5 and epoch >= LONG and float(l2) > 0),
        "other_samples": Readout(not noisy),
    }
    said = _said(layers, units, activation, epoch, readouts, has)
    picture = Panels(
        (_map(net, h, has, said, data == OWN, is_ready), _units(net, h, said), _curves(frames, past, said)),
        said,
        shares=(11, 7, 8),
    )
    shown = ("epoch", "loss", "test_loss", "right", "right_test") if len(has.X_test) else ("epoch", "loss", "right")
    return Result(readouts, (picture,), shows=shown if is_ready else (), note="" if is_ready else PUT_SOME)


def _begun(has: Samples, seed: int, units: int) -> dict[str, Readout]:
    """Return what a training of the learner's own begins with: the samples, and a network of one hidden layer."""
    first, last = deep.start(seed, (2, units, 1))
    return {
        **{name: Readout(value, name, "g", role=Role.GIVEN) for name, value in has._asdict().items()},
        "W1": Readout(first.W, "W1"),
        "b1": Readout(first.b[0], "b1", "g"),
        "W2": Readout(last.W, "W2"),
        "b2": Readout(last.b[0], "b2", "g"),
    }


PUT_SOME = Text(
    en="Put at least one ○ and one ● on the plane: the key o leads there.",
    ko="평면에 ○와 ●를 적어도 하나씩 놓으세요. o 키로 시작합니다.",
)


def _share_right(net: Network, h: HiddenActivation, X: Array, y: Array) -> float:
    """Return the share of some samples that a network has right; nan of none."""
    return float(((deep.forward(net, X, h)[-1] > 0.5) == (y == 1)).mean()) if len(X) else math.nan


def _said(
    layers: str,
    units: float,
    activation: str,
    epoch: int,
    readouts: Mapping[str, Readout],
    has: Samples,
) -> Text:
    """Return what there is to see, in a sentence."""
    if not can_be_parted(has):
        y = np.concatenate([has.y, has.y_test])
        ones = int(y.sum())
        return Text(
            en=f"A plane with {len(y) - ones} ○ and {ones} ●. {PUT_SOME('en')}",
            ko=f"평면에 ○ {len(y) - ones}개, ● {ones}개. {PUT_SOME('ko')}",
        )
    loss, test_loss, right, right_test = (readouts[name].value for name in ("loss", "test_loss", "right", "right_test"))
    en = (
        f"After {epoch} epochs the network with {layers} × {units:.0f} hidden {activation} units has "
        f"{right:.0%} of the samples right"
    )
    ko = f"{epoch}에포크 뒤, {activation} 유닛 {units:.0f}개짜리 은닉층 {layers}개인 신경망이 학습 샘플의 {right:.0%}"
    if not len(has.X_test):
        return Text(en=f"{en}; its loss is {loss:.3f}.", ko=f"{ko}를 맞힙니다. 손실은 {loss:.3f}입니다.")
    return Text(
        en=f"{en}, and {right_test:.0%} of those it has never seen; its loss is {loss:.3f}, "
        f"and {test_loss:.3f} on those.",
        ko=f"{ko}, 처음 보는 샘플의 {right_test:.0%}를 맞힙니다. 손실은 {loss:.3f}, "
        f"처음 보는 샘플에서는 {test_loss:.3f}입니다.",
    )


def _map(net: Network, h: HiddenActivation, has: Samples, alt: Text, is_own: bool, is_ready: bool) -> Figure:
    heat = Heat(deep.forward(net, GRID, h)[-1].reshape(CELLS, CELLS), PLANE, PLANE, reveals=True)
    marks = [
        Points(X[rows, 0], X[rows, 1], Role.GIVEN if kind == "train" else Role.QUIET, label, mark, part=part)
        for kind, X, y in (("test", has.X_test, has.y_test), ("train", has.X, has.y))
        for value, mark, label, part in (
            # In the legend the two marks of the test share an entry: "· + test".
            (0, "○", "y = 0", "outside") if kind == "train" else (0, "·", MARKED_TEST if len(X) else "", "test"),
            (1, "●", "y = 1", "inside") if kind == "train" else (1, "+", "", "test"),
        )
        for rows in [y[:, 0] == value]
    ]
    return Figure(
        (heat, *marks) if is_ready else tuple(marks),
        alt,
        Axis("x1", *PLANE, ticks=(-1, 0, 1)),
        Axis("x2", *PLANE, ticks=(-1, 0, 1)),
        takes=OWN if is_own else "",
    )


def _units(net: Network, h: HiddenActivation, alt: Text) -> Tiles:
    """Return what each hidden unit makes of the plane, with the weights with which it goes on."""
    made = deep.forward(net, SMALL_GRID, h)[:-1]
    rows = []
    for number, values in enumerate(made):
        onward = net[number + 1].W  # (k, units of the next layer)
        notes = [f"{row[0]:+.1f}" if onward.shape[1] == 1 else "" for row in onward]
        rows.append(
            tuple(
                Tile(values[:, unit].reshape(SMALL, SMALL), f"h{unit + 1}", notes[unit].replace("-", MINUS))
                for unit in range(values.shape[1])
            )
        )
    # Eight beside each other would be slivers, and one below the other as well.
    abreast = next((one for one in (1, 2, 3) if sum(-(-len(row) // one) for row in rows) <= MOST_ROWS), 4)
    rows = [row[first : first + abreast] for row in rows for first in range(0, len(row), abreast)]
    low = -1.0 if any(float(values.min()) < 0 for values in made) else 0.0
    return Tiles(tuple(rows), alt, (low, 1.0), Text(en="what the units see", ko="유닛마다 보는 것"), part="units")


TEST = Text(en="test", ko="시험")
MARKED_TEST = Text(en="+ test", ko="+ 시험")


def _curves(frames: list[Frame], past: str, alt: Text) -> Figure:
    epochs = EPOCHS_A_FRAME * np.arange(len(frames), dtype=float)
    losses, tests = (np.array([getattr(one, name) for one in frames]) for name in ("loss", "test_loss"))
    changes = tuple(
        Guide("x", float(span.until * EPOCHS_A_FRAME), label=Text(en="changed", ko="바꿈") if number == 0 else "")
        for number, span in enumerate(Past.read(past))
    )
    return Figure(
        (
            *changes,
            *([] if np.isnan(tests[0]) else [Line(epochs, tests, Role.OTHER, TEST, dashed=True, reveals=True)]),
            Line(epochs, losses, Role.LOSS, Text(en="train", ko="학습")),
            Mark(float(epochs[-1]), float(losses[-1]), Role.LOSS, mark="●"),
        ),
        alt,
        Axis(Text(en="epoch", ko="에포크"), 0, FRAMES * EPOCHS_A_FRAME, ticks=(0, 1000, 2000, 3000, 4000)),
        Axis(Text(en="loss", ko="손실"), 0, 1.2),
    )
