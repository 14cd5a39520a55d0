"""The playground: any small network on any of four kinds of data, while its settings are changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import numpy as np

from tutor.figure import Axis, Figure, Guide, Heat, Line, Mark, Panels, Points, Role, Tile, Tiles
from tutor.lab import Choice, Past, Readout, Result, Slider, Timeline, lab
from tutor.labs.plane import grid
from tutor.labs.samples import REACH, Samples, samples
from tutor.language import MINUS, Text
from tutor.nn import deep
from tutor.nn.deep import ACTIVATIONS, Network
from tutor.nn.mlp import HiddenActivation

EPOCHS_A_FRAME = 20
FRAMES = 200
SLICE = 10
"""Frames that are trained in one go, some milliseconds: short enough for a key to get in between."""
COUNT = 60
"""Samples to learn from, and as many to be tried on."""
DATA_SEED = 5
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


GRID, SMALL_GRID = grid(PLANE, PLANE, CELLS), grid(PLANE, PLANE, SMALL)


class Setting(NamedTuple):
    """What may be changed while a training runs."""

    activation: str
    rate: float
    batch: int
    """samples an update is made from; 0 for all of them"""
    l2: float


class Frame(NamedTuple):
    """One moment of a training."""

    net: Network
    loss: float
    """on the samples to learn from"""
    test_loss: float


class Training:
    """A training, as far as anybody has watched it, from a network or from a moment of another training on."""

    def __init__(self, data: Samples, setting: Setting, frames: list[Frame], seed: int) -> None:
        self._data, self._setting = data, setting
        self._frames = list(frames)
        # Which batches follow depends on where it goes on, so that a fork is the same however one came to it.
        self._random = np.random.default_rng((seed, len(frames)))
        self._lock = Lock()

    def until(self, frame: int) -> list[Frame]:
        """Return the frames from 0 to `frame`, training those that are not there yet."""
        with self._lock:
            while len(self._frames) <= frame:
                self._frames.append(frame_of(self._next(self._frames[-1].net), self._data, self._setting))
            return self._frames[: frame + 1]

    def _next(self, net: Network) -> Network:
        data, setting = self._data, self._setting
        activation = ACTIVATIONS[setting.activation]
        for _ in range(EPOCHS_A_FRAME):
            batches = list(deep.shuffled(len(data.X), setting.batch, self._random)) if setting.batch else ()
            net = deep.epoch(net, data.X, data.y, activation, setting.rate, setting.l2, batches)
        return net


def frame_of(net: Network, data: Samples, setting: Setting) -> Frame:
    """Return the moment at which a network stands."""
    activation = ACTIVATIONS[setting.activation]
    p, p_test = (deep.forward(net, X, activation)[-1] for X in (data.X, data.X_test))
    return Frame(net, deep.loss(p, data.y), deep.loss(p_test, data.y_test))


class Kind(NamedTuple):
    """What a training begins with; with any other it is another training."""

    data: str
    noise: float
    seed: int
    sizes: tuple[int, ...]


@lru_cache(maxsize=24)
def training(kind: Kind, settings: tuple[tuple[int, Setting], ...]) -> Training:
    """Return the training with these settings, each from a frame on, the first from frame 0.

    The last 24 are kept as far as they have gone.
    """
    data = samples(kind.data, kind.noise, DATA_SEED, COUNT)
    start, setting = settings[-1]
    if start == 0:
        frames = [frame_of(deep.start(kind.seed, kind.sizes), data, setting)]
    else:
        frames = training(kind, settings[:-1]).until(start)
    return Training(data, setting, frames, kind.seed)


def _settings(now: Setting, past: str) -> tuple[tuple[int, Setting], ...]:
    """Return from which frame on there was which setting."""
    starts, found = 0, []
    for until, were in Past.read(past):
        found.append((starts, _setting(**were)))
        starts = until
    return (*found, (starts, now))


def _setting(activation: str, rate: str, batch: str, l2: str) -> Setting:
    return Setting(activation, float(rate), int(batch), float(l2))


def _run(
    data: str, noise: float, seed: float, layers: str, units: float, now: Setting, past: str
) -> tuple[Samples, Training]:
    kind = Kind(data, round(noise, 3), round(seed), (2, *(round(units),) * int(layers), 1))
    return samples(data, kind.noise, DATA_SEED, COUNT), training(kind, _settings(now, past))


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
) -> Iterator[float]:
    _, run = _run(data, noise, seed, layers, units, _setting(activation, rate, batch, l2), past)
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
    units=Slider(
        2,
        low=1,
        high=MOST_UNITS,
        step=1,
        label=Text(en="units", ko="유닛"),
        help=Text(en="How many units each hidden layer has.", ko="은닉층마다 있는 유닛의 수입니다."),
    ),
    activation=Choice(
        "tanh",
        options={"tanh": "tanh", "sigmoid": Text(en="sigmoid", ko="시그모이드"), "relu": "ReLU"},
        label=Text(en="activation", ko="활성화 함수"),
        help=Text(en="The activation function of the hidden units.", ko="은닉 유닛의 활성화 함수입니다."),
    ),
    rate=Choice(
        "1",
        options={rate: rate for rate in RATES},
        label="α",
        role=Role.OTHER,
        help=Text(en="The learning rate.", ko="학습률입니다."),
    ),
    batch=Choice(
        "0",
        options={"0": Text(en="all", ko="전체"), "20": "20", "5": "5"},
        label=Text(en="batch", ko="배치"),
        help=Text(en="How many samples one update is made from.", ko="한 번 갱신할 때 쓰는 샘플 수입니다."),
    ),
    l2=Choice(
        "0",
        options={penalty: penalty for penalty in PENALTIES},
        label="L2",
        help=Text(
            en="What large weights cost: L2/2 times the sum of their squares.", ko="큰 가중치에 매기는 벌점입니다."
        ),
    ),
    frame=Timeline(
        0,
        last=FRAMES,
        per_second=15,
        unit=Text(en=f"× {EPOCHS_A_FRAME} epochs", ko=f"× {EPOCHS_A_FRAME}에포크"),
        label=Text(en="training", ko="학습"),
    ),
    past=Past(of="frame", keeps=("activation", "rate", "batch", "l2")),
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
) -> Result:
    """A network of any shape while it learns to part samples in a plane, tried on others that it has never seen."""
    now = _setting(activation, rate, batch, l2)
    has, run = _run(data, noise, seed, layers, units, now, past)
    frames = run.until(frame)
    net, loss, test_loss = frames[-1]
    epoch = frame * EPOCHS_A_FRAME
    # Pulled back to before a change, what is seen is the network with the activation of that time.
    h = ACTIVATIONS[next((were.were["activation"] for were in Past.read(past) if were.until > frame), activation)]
    p, p_test = (deep.forward(net, X, h)[-1] for X in (has.X, has.X_test))
    right, right_test = (float(((said > 0.5) == (y == 1)).mean()) for said, y in ((p, has.y), (p_test, has.y_test)))
    largest = max(float(np.abs(layer.W).max()) for layer in net)
    solved, small = right >= SOLVED, layers == "1"
    rings, noisy = data == "rings", data == "xor" and noise >= 0.3 - 1e-9
    readouts = {
        "epoch": Readout(epoch, Text(en="epoch", ko="에포크"), "d", role=Role.QUIET),
        "loss": Readout(loss, Text(en="loss: train", ko="손실: 학습"), ".3f", role=Role.LOSS),
        "test_loss": Readout(test_loss, Text(en="test", ko="시험"), ".3f", role=Role.OTHER),
        "right": Readout(right, Text(en="right: train", ko="정답: 학습"), ".0%", role=Role.RIGHT),
        "right_test": Readout(right_test, Text(en="test", ko="시험"), ".0%", role=Role.RIGHT),
        "solved": Readout(solved, Text(en="all right", ko="모두 맞음")),
        "gap": Readout(test_loss - loss, Text(en="gap", ko="차이"), ".3f"),
        "largest_weight": Readout(largest, Text(en="largest weight", ko="가장 큰 가중치"), ".1f"),
        "numbers": Readout(
            sum(layer.W.size + layer.b.size for layer in net), Text(en="numbers to learn", ko="배울 수의 개수"), "d"
        ),
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
    said = Text(
        en=f"After {epoch} epochs the network with {layers} × {units:.0f} hidden {activation} units has "
        f"{right:.0%} of the samples right, and {right_test:.0%} of those it has never seen; its loss is {loss:.3f}, "
        f"and {test_loss:.3f} on those.",
        ko=f"{epoch}에포크 뒤, {activation} 유닛 {units:.0f}개짜리 은닉층 {layers}개인 신경망이 학습 샘플의 "
        f"{right:.0%}, 처음 보는 샘플의 {right_test:.0%}를 맞힙니다. 손실은 {loss:.3f}, "
        f"처음 보는 샘플에서는 {test_loss:.3f}입니다.",
    )
    picture = Panels(
        (_map(net, h, has, said), _units(net, h, said), _curves(frames, past, said)), said, shares=(5, 3, 4)
    )
    return Result(readouts, (picture,), shows=("epoch", "loss", "test_loss", "right", "right_test"))


def _map(net: Network, h: HiddenActivation, has: Samples, alt: Text) -> Figure:
    heat = Heat(deep.forward(net, GRID, h)[-1].reshape(CELLS, CELLS), PLANE, PLANE, reveals=True)
    marks = [
        Points(X[rows, 0], X[rows, 1], Role.GIVEN if kind == "train" else Role.QUIET, label, mark, part=part)
        for kind, X, y in (("test", has.X_test, has.y_test), ("train", has.X, has.y))
        for value, mark, label, part in (
            (0, "○", "y = 0", "outside") if kind == "train" else (0, "·", "", "test"),
            (1, "●", "y = 1", "inside") if kind == "train" else (1, "+", "", "test"),
        )
        for rows in [y[:, 0] == value]
    ]
    return Figure((heat, *marks), alt, Axis("x1", *PLANE, ticks=(-1, 0, 1)), Axis("x2", *PLANE, ticks=(-1, 0, 1)))


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
    return Tiles(tuple(rows), alt, (low, 1.0), Text(en="what each unit sees", ko="유닛마다 보는 것"), part="units")


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
            Line(epochs, tests, Role.OTHER, Text(en="test", ko="시험"), dashed=True, reveals=True),
            Line(epochs, losses, Role.LOSS, Text(en="train", ko="학습")),
            Mark(float(epochs[-1]), float(losses[-1]), Role.LOSS, mark="●"),
        ),
        alt,
        Axis(Text(en="epoch", ko="에포크"), 0, FRAMES * EPOCHS_A_FRAME, ticks=(0, 1000, 2000, 3000, 4000)),
        Axis(Text(en="loss", ko="손실"), 0, 1.2),
    )
