"""A network learns XOR while one watches: one training at any epoch, and a hundred trainings side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock

import numpy as np

from tutor.dataclass import dataclass
from tutor.figure import Axis, Figure, Guide, Heat, Line, Mark, Place, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, Timeline, Toggle, lab
from tutor.labs.many import Many
from tutor.labs.plane import grid
from tutor.language import Text
from tutor.nn import mlp
from tutor.nn.arrays import Array
from tutor.nn.losses import SMALLEST
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, MLP
from tutor.nn.perceptron import CORNERS, GATES
from tutor.working import Expression, given, ln_of, sum_of

X = CORNERS
Y: Array = np.array(GATES["XOR"], dtype=float)[:, None]  # (4, 1)

EPOCHS_A_FRAME = 20
FRAMES = 150
SLICE = 6
"""Frames that are trained in one go, about 2 ms: short enough for a key to get in between."""
SEEDS = 100
ALPHA = 1.0
"""The learning rate of the hundred trainings, and the default of the single one."""

PLANE = (-0.5, 1.5)
"""What the map shows of each input: the four corners with some room around them."""
CELLS = 48
FLAT = 0.01
"""Below this, the steepest slope is called flat: an update moves no number by more than alpha times this."""

GRID = grid(PLANE, PLANE, CELLS)

HIDDEN = Choice(
    "2",
    options={"2": "2", "3": "3", "4": "4"},
    label=Text(en="hidden units", ko="은닉 유닛"),
    help=Text(en="How many units the hidden layer has.", ko="은닉층에 있는 유닛의 수입니다."),
)
ACTIVATION = Choice(
    "sigmoid",
    options={"sigmoid": Text(en="sigmoid", ko="시그모이드"), "tanh": "tanh"},
    label=Text(en="activation", ko="활성화 함수"),
    help=Text(en="The activation function of the hidden units.", ko="은닉 유닛의 활성화 함수입니다."),
)


@dataclass(frozen=True, eq=False)
class Frame:
    """One moment of a training."""

    net: MLP
    p: Array
    """shape (4,): what the network says to each row of the truth table"""
    loss: float


class Training:
    """One training, as far as anybody has watched it. It goes on when a later frame is asked for."""

    def __init__(self, seed: int, hidden: int, activation: str, alpha: float) -> None:
        self._activation = HIDDEN_ACTIVATIONS[activation]
        net = mlp.start(seed, hidden)
        self._epochs = mlp.train(net, X, Y, self._activation, alpha)
        self._frames = [self._frame(net)]
        self._lock = Lock()

    def _frame(self, net: MLP) -> Frame:
        p = mlp.forward(net, X, self._activation).p
        return Frame(net, p[:, 0], float(mlp.loss(p, Y)))

    def until(self, frame: int) -> list[Frame]:
        """Return the frames from 0 to `frame`, training those that are not there yet."""
        with self._lock:
            while len(self._frames) <= frame:
                net = next(itertools.islice(self._epochs, EPOCHS_A_FRAME - 1, None))
                self._frames.append(self._frame(net))
            return self._frames[: frame + 1]


@lru_cache(maxsize=24)
def training(seed: int, hidden: int, activation: str, alpha: float) -> Training:
    """Return the training with these settings; the last 24 are kept as far as they have gone."""
    return Training(seed, hidden, activation, alpha)


def _train_in_slices(
    seed: float,
    hidden: str,
    activation: str,
    alpha: float,
    frame: int,
    lines: bool,  # noqa: ARG001 (the lab's own)
) -> Iterator[float]:
    run = training(round(seed), int(hidden), activation, alpha)
    for reached in range(0, frame, SLICE):
        run.until(reached)
        yield reached / frame
    run.until(frame)


def unit_lines(net: MLP) -> list[tuple[Array, Array]]:
    """Return where each hidden unit's sum is 0: the two ends of a line across the plane, as x1 (2,) and x2 (2,)."""
    ends = np.array(PLANE)
    lines = []
    for (w1, w2), b in zip(net.W1.T, net.b1[0], strict=True):
        if abs(w2) >= abs(w1) and w2 != 0:
            lines.append((ends, -(b + w1 * ends) / w2))
        elif w1 != 0:
            lines.append((-(b + w2 * ends) / w1, ends))
    return lines


@lab(
    reads=(mlp.train, mlp.forward, mlp.backward, mlp.update, mlp.loss, mlp.start),
    prepare=_train_in_slices,
    seed=Slider(
        9,
        low=1,
        high=SEEDS,
        step=1,
        label=Text(en="seed", ko="시드"),
        help=Text(en="Chooses the random weights of the start.", ko="처음의 무작위 가중치를 정합니다."),
    ),
    hidden=HIDDEN,
    activation=ACTIVATION,
    alpha=Slider(
        ALPHA,
        low=0.1,
        high=3.0,
        step=0.1,
        label="α",
        role=Role.OTHER,
        help=Text(
            en="The learning rate: how far each update goes.", ko="학습률입니다. 한 번에 얼마나 움직일지 정합니다."
        ),
    ),
    frame=Timeline(
        0,
        last=FRAMES,
        per_second=15,
        unit=Text(en=f"× {EPOCHS_A_FRAME} epochs", ko=f"× {EPOCHS_A_FRAME}에포크"),
        label=Text(en="training", ko="학습"),
    ),
    lines=Toggle(
        False,
        label=Text(en="lines", ko="직선"),
        help=Text(
            en="Draws the line on which each hidden unit's sum is 0.", ko="은닉 유닛의 합이 0이 되는 직선을 그립니다."
        ),
    ),
)
def train(seed: float, hidden: str, activation: str, alpha: float, frame: int, lines: bool) -> Result:
    """One network of 2 inputs, a hidden layer and 1 output, trained on the four rows of XOR."""
    frames = training(round(seed), int(hidden), activation, alpha).until(frame)
    now = frames[-1]
    epoch = frame * EPOCHS_A_FRAME
    right = int(((now.p > 0.5) == (Y[:, 0] == 1)).sum())
    h = HIDDEN_ACTIVATIONS[activation]
    seen = mlp.forward(now.net, X, h)
    gradient = mlp.backward(now.net, X, Y, seen, h)
    steepest = max(float(np.abs(slopes).max()) for slopes in gradient)
    flat = right < len(Y) and steepest < FLAT

    losses = np.array([each.loss for each in frames])
    readouts = {
        "epoch": Readout(epoch, Text(en="epoch", ko="에포크"), "d", role=Role.QUIET),
        "loss": Readout.of(_loss_of(now.p, P_NAMES), Text(en="loss", ko="손실"), ".3f", Role.LOSS),
        "right": Readout(right, Text(en="rows right", ko="맞힌 줄"), "d", role=Role.RIGHT),
        "solved": Readout(right == len(Y), Text(en="all four right", ko="네 줄 모두 맞음")),
        "p": Readout(now.p, Text(en="what it says to each row", ko="줄마다 내놓는 값")),
        "H": Readout(seen.H, Text(en="what the hidden units say", ko="은닉 유닛이 내놓는 값")),
        "steepest": Readout(steepest, Text(en="steepest slope", ko="가장 큰 기울기"), ".4f", role=Role.OTHER),
        "numbers": Readout(sum(part.size for part in now.net), Text(en="numbers to learn", ko="배울 수의 개수"), "d"),
        "chance_loss": Readout.of(
            (-ln_of(0.5)).to(".3f"), Text(en="loss at ½ everywhere", ko="모두 ½일 때의 손실"), ".3f"
        ),
    }
    note = Text(
        en="Flat here: the slopes are almost 0, so an update changes next to nothing.",
        ko="여기는 평평합니다. 기울기가 거의 0이라 갱신해도 달라지는 것이 거의 없습니다.",
    )
    return Result(
        readouts,
        (_map(now, h, right, int(hidden), lines), _curve(losses, epoch)),
        shows=("epoch", "loss", "right"),
        note=note if flat else "",
    )


P_NAMES = ("p[0]", "p[1]", "p[2]", "p[3]")


def _loss_of(p: Array, names: Sequence[str]) -> Expression:
    """Return the binary cross-entropy of the four rows as one works it out from p (4,), each by its name."""
    kept = np.clip(p, SMALLEST, 1 - SMALLEST)
    said = [given(share, name, ".3f") for share, name in zip(kept, names, strict=True)]
    right = [share if y else (1 - share).named(form=".3f") for share, y in zip(said, Y[:, 0], strict=True)]
    return (-sum_of(map(ln_of, right)) / len(right)).to(".3f")


def _map(now: Frame, h: mlp.HiddenActivation, right: int, hidden: int, lines: bool) -> Figure:
    z = mlp.forward(now.net, GRID, h).p.reshape(CELLS, CELLS)
    said = ", ".join(f"{p:.2f}" for p in now.p)
    ones, zeros = X[Y[:, 0] == 1], X[Y[:, 0] == 0]
    drawn = tuple(
        Line(x1, x2, Role.OTHER, Text(en="hidden unit", ko="은닉 유닛") if unit == 0 else "", dashed=True)
        for unit, (x1, x2) in enumerate(unit_lines(now.net) if lines else [])
    )
    return Figure(
        (
            Heat(z, PLANE, PLANE, label="p"),
            *drawn,
            Points(zeros[:, 0], zeros[:, 1], label="y = 0", mark="○"),
            Points(ones[:, 0], ones[:, 1], label="y = 1"),
        ),
        Text(
            en=f"Map of what the network with {hidden} hidden units says over the plane of x1 and x2. "
            f"To the rows 00, 01, 10, 11 it says {said}; {right} of 4 are right.",
            ko=f"은닉 유닛 {hidden}개인 신경망이 x1, x2 평면에서 내놓는 값의 지도. "
            f"00, 01, 10, 11 줄에 {said}, 4줄 가운데 {right}줄이 맞음.",
        ),
        Axis("x1", *PLANE, ticks=(0, 1)),
        Axis("x2", *PLANE, ticks=(0, 1)),
        Text(en="what the network says", ko="신경망이 내놓는 값"),
    )


def _curve(losses: Array, epoch: int) -> Figure:
    return Figure(
        (
            Guide("y", float(np.log(2)), label=Text(en="p = 0.5 everywhere", ko="모두 p = 0.5")),
            Line(EPOCHS_A_FRAME * np.arange(len(losses), dtype=float), losses, Role.LOSS),
            Mark(epoch, float(losses[-1]), Role.LOSS, f"{losses[-1]:.3f}"),
        ),
        Text(
            en=f"Loss over the epochs: it started at {losses[0]:.3f} and is {losses[-1]:.3f} after {epoch} epochs.",
            ko=f"에포크에 따른 손실. {losses[0]:.3f}에서 시작해 {epoch}에포크 뒤 {losses[-1]:.3f}.",
        ),
        Axis(Text(en="epoch", ko="에포크"), 0, FRAMES * EPOCHS_A_FRAME),
        Axis(Text(en="loss", ko="손실"), 0, 1.2),
        places={"chance_loss": Place("y"), "loss": Place("y", float(epoch))},
    )


@lab(
    reads=(mlp.loss,),
    said=Slider(
        0.5,
        low=0.05,
        high=0.95,
        step=0.05,
        label="p",
        help=Text(en="Said to every row.", ko="모든 줄에 내놓는 값입니다."),
    ),
)
def same_to_all(said: float) -> Result:
    """A network that says the same to all four rows: the best it can do is one half."""
    p = np.full_like(Y, said)
    right = np.where(Y == 1, p, 1 - p)[:, 0]
    loss = _loss_of(p[:, 0], ["said"] * len(Y))
    cost = loss.value
    readouts = {
        "loss": Readout.of(loss, Text(en="loss", ko="손실"), ".3f", Role.LOSS),
        "log10_loss": Readout(float(-np.log10(right).mean()), format=".3f"),
        "minus_lost": Readout(-cost, format=".3f"),
        "summed": Readout(len(Y) * cost, format=".3f"),
        "squared": Readout(float(((p - Y) ** 2).mean()), format=".3f"),
        "as_if_all_1": Readout(float(-np.log(said)), format=".3f"),
    }
    return Result(readouts, shows=("loss",))


class Survey:
    """A hundred trainings at once, one a seed, as a stack of networks."""

    def __init__(self, hidden: int, activation: str) -> None:
        self._activation = HIDDEN_ACTIVATIONS[activation]
        starts = [mlp.start(seed, hidden) for seed in range(1, SEEDS + 1)]
        self._nets = Many(starts, X, Y, activation, ALPHA)
        self._lock = Lock()
        self.learned: list[int] = []
        """at each frame, how many of the networks have all four rows right"""
        self._look(self._nets.nets())

    def _look(self, net: MLP) -> None:
        p = mlp.forward(net, X, self._activation).p  # (seeds, 4, 1)
        self.losses: Array = mlp.loss(p, Y)
        self.solved = ((p > 0.5) == (Y == 1)).all(axis=(-2, -1))
        self.learned.append(int(self.solved.sum()))

    def until(self, frame: int) -> Survey:
        """Train up to `frame`."""
        with self._lock:
            while len(self.learned) <= frame:
                self._look(self._nets.after(EPOCHS_A_FRAME))
        return self


@lru_cache(maxsize=6)
def survey_of(hidden: int, activation: str) -> Survey:
    """Return the hundred trainings with these settings, as far as they have gone."""
    return Survey(hidden, activation)


def _survey_in_slices(hidden: str, activation: str) -> Iterator[float]:
    for frame in range(FRAMES):
        survey_of(int(hidden), activation).until(frame)
        yield frame / FRAMES


def _ends_said(learned: Array, others: Array) -> Text:
    """Return where the trainings ended: with all four rows right the loss need not be near 0."""
    low, high = (f"{end:.3f}" for end in (learned.min(), learned.max()))
    en = f"The loss at which each of the {SEEDS} trainings ended. The {len(learned)} that learned: from {low} to {high}"
    ko = f"학습 {SEEDS}번이 각각 끝난 손실. 배운 {len(learned)}개는 {low}에서 {high} 사이"
    if len(others):
        low, high = (f"{end:.3f}" for end in (others.min(), others.max()))
        en += f"; the other {len(others)}: from {low} to {high}"
        ko += f", 나머지 {len(others)}개는 {low}에서 {high} 사이"
    return Text(en=f"{en}.", ko=f"{ko}.")


@lab(reads=(mlp.train, mlp.start), prepare=_survey_in_slices, hidden=HIDDEN, activation=ACTIVATION)
def survey(hidden: str, activation: str) -> Result:
    """A hundred networks that differ only in their seed: how many of them learn XOR."""
    run = survey_of(int(hidden), activation).until(FRAMES)
    solved = int(run.solved.sum())
    seeds = np.arange(1, SEEDS + 1)
    two_at_half = (-sum_of(ln_of(share) for share in (1, 1, 0.5, 0.5)) / 4).to(".3f")
    half = two_at_half.value
    epochs = FRAMES * EPOCHS_A_FRAME
    readouts = {
        "solved": Readout(solved, Text(en="learned", ko="배움"), "d", role=Role.RIGHT),
        "stuck": Readout(SEEDS - solved, Text(en="not learned", ko="못 배움"), "d", role=Role.LOSS),
        "seeds": Readout(SEEDS, Text(en="trainings", ko="학습 횟수"), "d"),
        "epochs": Readout(epochs, Text(en="epochs each", ko="각 에포크 수"), "d"),
        "half_loss": Readout.of(two_at_half, Text(en="two rows at ½", ko="두 줄이 ½"), ".3f", Role.LOSS),
        "thirds_loss": Readout(
            float(-(2 * np.log(2 / 3) + np.log(1 / 3)) / 4),
            Text(en="one row against two", ko="한 줄과 두 줄이 맞섬"),
            ".3f",
        ),
    }
    learned = Figure(
        (
            Line(
                EPOCHS_A_FRAME * np.arange(FRAMES + 1, dtype=float),
                np.array(run.learned, dtype=float),
                Role.RIGHT,
                reveals=True,
            ),
        ),
        Text(
            en=f"How many of {SEEDS} networks with {hidden} hidden units ({activation}) have learned XOR, "
            f"by epoch: {solved} after {epochs}.",
            ko=f"은닉 유닛 {hidden}개({activation})인 신경망 {SEEDS}개 가운데 XOR를 배운 개수를 "
            f"에포크별로 그린 것. {epochs}에포크 뒤 {solved}개.",
        ),
        Axis(Text(en="epoch", ko="에포크"), 0, epochs),
        Axis("", 0, SEEDS),
        Text(en="how many have learned", ko="배운 신경망의 수"),
        {"solved": Place("y")},
    )
    ends = Figure(
        (
            Guide("y", half, label="ln 2 / 2", reveals=True),
            Points(
                seeds[run.solved], run.losses[run.solved], Role.RIGHT, Text(en="learned", ko="배움"), "✓", reveals=True
            ),
            Points(
                seeds[~run.solved], run.losses[~run.solved], Role.LOSS, Text(en="not", ko="못 배움"), "×", reveals=True
            ),
        ),
        _ends_said(run.losses[run.solved], run.losses[~run.solved]),
        Axis(Text(en="seed", ko="시드"), 0, SEEDS + 1),
        Axis("", 0, 0.8),
        Text(en="loss at the end", ko="마지막 손실"),
    )
    return Result(readouts, (learned, ends), shows=("solved", "stuck"))
