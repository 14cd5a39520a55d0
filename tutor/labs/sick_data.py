"""Sick data: trainings whose network is in good health, and whose samples are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from threading import RLock

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Panels, Points, Role
from tutor.lab import Readout, Result, Values, lab
from tutor.labs.forks import (
    EPOCHS_A_FRAME,
    FORK,
    FRAMES,
    FRESH,
    LOSS,
    MENDED,
    NOTHING,
    SEED,
    SICK,
    TRAINING,
    case_among,
    curves_of,
    epoch_at,
    epochs_to,
    map_of,
    mend_among,
    verdicts,
)
from tutor.labs.plane import grid
from tutor.labs.samples import Samples, samples
from tutor.labs.side_by_side import Together, Training, stacked
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS, Network
from tutor.nn.losses import log_loss

SLICE = 4
"""Frames that are trained in one go, some milliseconds."""
COUNT, NEW, DATA_SEED = 60, 200, 5
CELLS = 40
PLANE = (-1.8, 1.8)
GRID = grid(PLANE, PLANE, CELLS)
_LOCK = RLock()
OWN = 15
"""Samples to learn from that are not among those to be tried on, where these have leaked."""
HONEST = 1.25
"""How many times as much as the test samples new ones may cost where a test is honest."""
HEALTHY = 0.03
"""The loss on the samples to learn from below which a run has recovered."""


class Illness(NamedTuple):
    """What is trained, on what, and what is wrong with that."""

    shape: str
    noise: float
    sizes: tuple[int, ...]
    rate: float
    cure: str
    """the setting that has to be mended"""


ILLNESSES: Mapping[str, Illness] = {
    "leak": Illness("xor", 0.4, (2, 8, 8, 1), 0.5, "split"),
    "label": Illness("rings", 0.1, (2, 4, 1), 1.0, "label"),
}
REPAIRS: Mapping[str, Text] = {
    "rate": Text(en="lower rate", ko="학습률 낮추기"),
    "weights": Text(en="new weights", ko="가중치 새로"),
    "activation": Text(en="activation", ko="활성화 함수"),
    "split": Text(en="new split", ko="다시 나누기"),
    "label": Text(en="check labels", ko="레이블 확인"),
}
"""The settings that can be mended."""


class Moment(NamedTuple):
    """A run at one frame."""

    net: Network
    activation: str
    costs: tuple[Array, Array, Array]
    """what each sample costs: of those to learn from, those to be tried on, and new ones"""
    losses: tuple[float, float, float]
    """the loss on each of the three"""


def learnt_from(name: str, seed: int, repair: str) -> Samples:
    """Return the samples of a case: sick, or with what a repair looks at put right."""
    illness = ILLNESSES[name]
    has = samples(illness.shape, illness.noise, DATA_SEED, COUNT)
    if name == "leak" and repair != "split":
        # What it is tried on is among what it learns from.
        return has._replace(X=np.concatenate([has.X[:OWN], has.X_test]), y=np.concatenate([has.y[:OWN], has.y_test]))
    if name == "label" and repair != "label":
        y = has.y.copy()
        y[mislabelled(has, seed)] = 0
        return has._replace(y=y)
    return has


def mislabelled(has: Samples, seed: int) -> int:
    """Return which of the inner samples has got the wrong label."""
    inner = np.flatnonzero(has.y[:, 0] == 1)
    return int(inner[np.argsort(np.hypot(*has.X[inner].T))][seed])


class Run:
    """A training: sick up to frame `fork`, from there on with one setting mended. As far as anybody has watched it."""

    def __init__(self, name: str, seed: int, repair: str, fork: int) -> None:
        illness = ILLNESSES[name]
        self._name, self._seed, self._repair, self._fork = name, seed, repair, fork
        self._new = samples(illness.shape, illness.noise, DATA_SEED + 1, NEW)
        self._has, self._rate, self._activation = learnt_from(name, seed, NOTHING), illness.rate, "tanh"
        self._nets: list[Network] = []
        self._moments: list[Moment] = []
        self.goes_on(deep.start(seed, illness.sizes))

    def until(self, frame: int) -> list[Moment]:
        """Return the moments from 0 to `frame`, training those that are not there yet."""
        watch([self], frame)
        with _LOCK:
            self._look()
        return self._moments[: frame + 1]

    def is_behind(self, frame: int) -> bool:
        """Return whether it has not come as far as `frame`."""
        return len(self._nets) <= frame

    def now(self) -> Training:
        """Return how it is trained on."""
        return Training(self._nets[-1], self._has.X, self._has.y, self._activation, self._rate)

    def goes_on(self, net: Network) -> bool:
        """Take the network of the next frame, and return whether something was mended at it."""
        is_mended = len(self._nets) == self._fork
        if is_mended:
            self._look()
        self._nets.append(net)
        if is_mended:
            self._mend()
        return is_mended

    def _look(self) -> None:
        """Find what samples cost in the frames in which nobody has looked yet."""
        nets = self._nets[len(self._moments) :]
        if not nets:
            return
        has, new = self._has, self._new
        asked = ((has.X, has.y), (has.X_test, has.y_test), (new.X, new.y))
        h, all_of_them = ACTIVATIONS[self._activation], stacked(nets)
        costs = [log_loss(deep.forward(all_of_them, X, h)[-1], y)[..., 0] for X, y in asked]
        losses = zip(*(each.mean(axis=-1).tolist() for each in costs), strict=True)
        self._moments += map(Moment, nets, repeat(self._activation), zip(*costs, strict=True), losses)

    def _mend(self) -> None:
        illness = ILLNESSES[self._name]
        self._has = learnt_from(self._name, self._seed, self._repair)
        match self._repair:
            case "rate":
                self._rate = illness.rate / 3
            case "activation":
                self._activation = "relu"
            case "weights":
                self._nets[-1] = deep.start(self._seed + FRESH, illness.sizes)


def watch(runs: Sequence[Run], frame: int) -> None:
    """Train runs as far as `frame`, side by side."""
    before: list[Run] = []
    with _LOCK:
        while behind := [one for one in dict.fromkeys(runs) if one.is_behind(frame)]:
            if behind != before:
                before, together = behind, Together([one.now() for one in behind])
            for one, net in zip(behind, together.later(EPOCHS_A_FRAME), strict=True):
                if one.goes_on(net):
                    # It is trained otherwise from here on.
                    before = []


@lru_cache(maxsize=64)
def run(name: str, seed: int, repair: str = NOTHING, fork: int = 0) -> Run:
    """Return a training of a case; the last ones are kept as far as they have gone."""
    return Run(name, seed, repair, fork)


def is_cured(name: str, moment: Moment) -> bool:
    """Return whether a run has come out well: its test is honest, or its own samples are learnt."""
    train, test, new = moment.losses
    return new <= HONEST * test if name == "leak" else train < HEALTHY


def _together(settings: Sequence[Values]) -> None:
    asked = [(str(one["case"]), round(one["seed"]), str(one["repair"]), round(one["fork"])) for one in settings]  # type: ignore[arg-type]
    watch([run(name, seed, *rest) for name, seed, *mended in asked for rest in ((), mended)], FRAMES)


def _prepare(case: str, seed: float, repair: str, fork: float, frame: int) -> Iterator[float]:  # noqa: ARG001
    runs = (run(case, round(seed)), run(case, round(seed), repair, round(fork)))
    for number, one in enumerate(runs):
        for reached in range(0, FRAMES + 1, SLICE):
            one.until(reached)
            yield (number + reached / FRAMES) / len(runs)


@lab(
    reads=(deep.epoch, deep.forward, deep.backward, deep.update, deep.start),
    prepare=_prepare,
    together=_together,
    case=case_among(ILLNESSES),
    seed=SEED,
    repair=mend_among(REPAIRS),
    fork=FORK,
    frame=TRAINING,
)
def case(case: str, seed: float, repair: str, fork: float, frame: int) -> Result:
    """A training on sick data, and beside it the same one with a single setting mended at an epoch."""
    illness, start, number = ILLNESSES[case], round(fork), round(seed)
    sick = run(case, number).until(FRAMES)
    other = run(case, number, repair, start).until(FRAMES) if repair != NOTHING else None
    is_mended = other is not None and frame >= start
    now = other[frame] if other is not None and is_mended else sick[frame]
    has = learnt_from(case, number, repair if is_mended else NOTHING)
    train, test, new = now.losses
    different = len(set(map(tuple, np.concatenate([has.X, has.X_test]).tolist())))
    recovers = other is not None and is_cured(case, other[-1])
    epoch = frame * EPOCHS_A_FRAME
    readouts = {
        "epoch": epoch_at(frame),
        "train": Readout(train, TRAIN, ".2f", role=Role.LOSS),
        "test": Readout(test, TEST, ".2f", role=Role.MODEL),
        "new": Readout(new, NEW_ONES, ".2f", role=Role.OTHER),
        "dearest": Readout(float(now.costs[0].max()), Text(en="dearest", ko="가장 큰 것"), ".1f", role=Role.LOSS),
        "samples": Readout(len(has.X) + len(has.X_test), Text(en="samples", ko="샘플"), "d", role=Role.GIVEN),
        "different": Readout(different, Text(en="different", ko="서로 다른"), "d", role=Role.GIVEN),
        **verdicts(repair, REPAIRS, illness.cure, recovers=recovers),
    }
    dearest = float(now.costs[0].max())
    en = f"After {epoch} epochs the loss is {train:.2f} on the samples to learn from, {test:.2f} on the test samples, "
    ko = f"{epoch}에포크 뒤의 손실은 학습 샘플에서 {train:.2f}, 시험 샘플에서 {test:.2f}, 새 샘플에서 {new:.2f}입니다. "
    alt = Text(
        en=f"{en}{new:.2f} on new ones; the dearest sample costs {dearest:.1f}.",
        ko=f"{ko}손실이 가장 큰 샘플의 손실은 {dearest:.1f}입니다.",
    )
    pictures = (
        (_costs(sick[frame], alt, SICK), _costs(now, alt, MENDED))
        if is_mended
        else (_map(now, has, alt), _costs(now, alt, Text(en="what each sample costs", ko="샘플마다의 손실")))
    )
    curves = _curves(case, sick, other, start, frame, alt)
    return Result(
        readouts,
        (Panels((*pictures, curves), alt, shares=(4, 4, 5)),),
        shows=("epoch", "train", "test", "new", "samples", "different"),
    )


TRAIN, TEST, NEW_ONES = Text(en="train", ko="학습"), Text(en="test", ko="시험"), Text(en="new", ko="새 샘플")
HIGHEST = 4.0
"""The loss of a sample up to which the picture tells it apart; beyond, it lies at the edge."""


def _map(moment: Moment, has: Samples, alt: Text) -> Figure:
    """Return what the network says over the plane, and the samples that it learns from; the dearest with its cost."""
    z = deep.forward(moment.net, GRID, ACTIVATIONS[moment.activation])[-1].reshape(CELLS, CELLS)
    dearest = int(moment.costs[0].argmax())
    x, y = has.X[dearest]
    mark = "●" if has.y[dearest, 0] == 1 else "○"
    title = Text(en="what it learns from", ko="학습 샘플")
    return map_of(z, (has.X, has.y), PLANE, alt, title).with_layers(
        Mark(x, y, Role.LOSS, f"{moment.costs[0][dearest]:.1f}", mark, part="dearest")
    )


def _costs(moment: Moment, alt: Text, title: Text) -> Figure:
    """Return what every sample costs: those to learn from at the left, then those of the test, then new ones."""
    groups = zip(
        moment.costs,
        (Role.LOSS, Role.MODEL, Role.OTHER),
        (TRAIN, TEST, NEW_ONES),
        "●+·",
        ("learnt", "test", "new"),
        strict=True,
    )
    layers: list[Points | Mark] = []
    for at, (costs, role, label, mark, part) in enumerate(groups):
        x = at + np.linspace(0.1, 0.9, len(costs))
        heights = np.minimum(costs, HIGHEST)
        layers.append(Points(x, heights, role, label, mark, reveals=label is NEW_ONES, part=part))
        if part == "learnt":
            # The dearest once more, with a name of its own.
            most = int(costs.argmax())
            layers.append(Mark(float(x[most]), float(heights[most]), role, mark=mark, part="dearest"))
    # The loss on top stands free of the edge.
    return Figure(tuple(reversed(layers)), alt, Axis("", 0, 3, ticks=()), Axis(LOSS, 0, HIGHEST + 0.2), title)


def _curves(
    name: str, sick: Sequence[Moment], other: Sequence[Moment] | None, fork: int, frame: int, alt: Text
) -> Figure:
    """Return the loss that goes wrong, sick and mended, and that of new samples."""
    which = 1 if name == "leak" else 0
    epochs = epochs_to(frame)
    watched = [*sick[:fork], *other[fork:]] if other is not None else sick
    label = Text(en="test, sick", ko="시험, 아픈 것") if which else Text(en="train, sick", ko="학습, 아픈 것")
    return curves_of(
        Line(epochs, np.array([one.losses[which] for one in sick[: frame + 1]]), Role.LOSS, label, part="loss"),
        [one.losses[which] for one in other] if other is not None else None,
        fork,
        alt,
        1.0,
        Text(en="its losses", ko="손실"),
        Line(epochs, np.array([one.losses[2] for one in watched[: frame + 1]]), Role.OTHER, NEW_ONES, True, True),
    )
