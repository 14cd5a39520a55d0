"""Sick runs: trainings that fail for one cause, and what becomes of them when one setting is mended at an epoch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from threading import RLock

import numpy as np

from tutor.figure import Drawing, Figure, Line, Panels, Role, Tile, Tiles
from tutor.lab import Readout, Result, Values, lab
from tutor.labs.forks import (
    EPOCHS_A_FRAME,
    FORK,
    FRAMES,
    FRESH,
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
from tutor.labs.samples import REACH, samples
from tutor.labs.side_by_side import Together, Training, stacked
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS, Layer, Network
from tutor.nn.losses import log_loss
from tutor.working import given

COUNT, NOISE, DATA_SEED = 60, 0.1, 5
CELLS, SMALL = 40, 16
PLANE = (-REACH, REACH)
HEALTHY = 0.1
"""The loss below which a run has recovered."""
LARGEST = 1e9
"""A weight beyond which a run is lost, and goes on no further."""
STILL = 0.01
"""A mean slope of a unit below which hardly anything comes back through it."""


class Illness(NamedTuple):
    """What a training begins with, and what is wrong with it."""

    units: int
    activation: str
    rate: float
    healthy_rate: float
    cure: str
    """the setting that has to be mended"""
    equal: float = 0.0
    """all weights at the start; 0 where they are random"""
    spread: float = 1.0
    """how many times as wide as usual the weights into the hidden units are"""
    bias: float = 0.0
    """of each hidden unit at the start"""
    turned: bool = False
    """whether the update goes up the slope"""


ILLNESSES: Mapping[str, Illness] = {
    "equal": Illness(6, "tanh", 1.0, 0.3, "weights", equal=0.5),
    "dead": Illness(6, "relu", 1.0, 0.3, "biases", bias=-6.0),
    "saturated": Illness(3, "sigmoid", 5.0, 1.0, "weights", spread=60.0),
    "sign": Illness(6, "tanh", 1.0, 0.3, "sign", turned=True),
    "rate": Illness(4, "sigmoid", 60.0, 5.0, "rate"),
}
OTHER = {"tanh": "relu", "relu": "tanh", "sigmoid": "tanh"}
"""What an activation is exchanged for."""


_LOCK = RLock()
GRID, SMALL_GRID = grid(PLANE, PLANE, CELLS), grid(PLANE, PLANE, SMALL)


class Moment(NamedTuple):
    """A run at one frame."""

    net: Network
    activation: str
    loss: float
    right: float
    """the share of the samples"""
    steepest: float
    """the steepest slope of the loss by any number"""
    slopes: Array
    """(units,): the mean slope of each hidden unit's activation over the samples"""


class Setting(NamedTuple):
    """How a network is trained from a moment on."""

    activation: str
    rate: float
    """below 0 where the update goes up the slope"""


def begun(illness: Illness, seed: int) -> tuple[Network, Setting]:
    """Return the network that a sick training begins with, and how it is trained."""
    first, last = deep.start(seed, (2, illness.units, 1))
    if illness.equal:
        first, last = (Layer(np.full_like(layer.W, illness.equal), layer.b) for layer in (first, last))
    net = (Layer(first.W * illness.spread, first.b + illness.bias), last)
    return net, Setting(illness.activation, -illness.rate if illness.turned else illness.rate)


def mended(illness: Illness, repair: str, net: Network, setting: Setting, seed: int) -> tuple[Network, Setting]:
    """Return a network and how it is trained, with one of both put right; as they were where nothing is mended."""
    sign = -1 if setting.rate < 0 else 1
    match repair:
        case "rate":
            return net, setting._replace(rate=sign * illness.healthy_rate)
        case "weights":
            drawn = deep.start(seed + FRESH, (2, illness.units, 1))
            return tuple(Layer(new.W, old.b) for new, old in zip(drawn, net, strict=True)), setting
        case "biases":
            return tuple(Layer(layer.W, np.zeros_like(layer.b)) for layer in net), setting
        case "activation":
            return net, setting._replace(activation=OTHER[setting.activation])
        case "sign":
            return net, setting._replace(rate=-setting.rate)
    return net, setting


class Run:
    """A training as far as it has gone: sick, or mended from a frame on."""

    def __init__(self, net: Network, setting: Setting, before: tuple[Moment, ...] = ()) -> None:
        self._nets, self._setting, self._before = [net], setting, before

    def is_over(self) -> bool:
        """Return whether it has come to its last frame."""
        return len(self._before) + len(self._nets) > FRAMES

    def now(self) -> Training:
        """Return how it is trained on."""
        has = samples("rings", NOISE, DATA_SEED, COUNT)
        return Training(self._nets[-1], has.X, has.y, *self._setting)

    def goes_on(self, net: Network) -> None:
        """Take the network of the next frame; one that is lost, or comes to a stand, stays where it is to the end."""
        last = self._nets[-1]
        is_lost = max(float(np.abs(layer.W).max()) for layer in last) >= LARGEST
        if is_lost or all(map(np.array_equal, chain(*net), chain(*last))):
            self._nets += [last] * (FRAMES + 1 - len(self._before) - len(self._nets))
        else:
            self._nets.append(net)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Every frame of a run that is over."""
        return (*self._before, *_moments(self._nets, self._setting.activation))


def run(name: str, seed: int, repair: str = NOTHING, fork: int = 0) -> tuple[Moment, ...]:
    """Return a whole training: sick up to frame `fork`, from there on with one setting mended."""
    return _runs([(name, seed, repair, fork)])[0]


def _runs(asked: Sequence[tuple[str, int, str, int]]) -> list[tuple[Moment, ...]]:
    """Return whole trainings, done side by side."""
    _train([_sick(name, seed) for name, seed, _, _ in asked])
    runs = [_forked(*one) for one in asked]
    _train(runs)
    return [one.moments for one in runs]


def _train(runs: Sequence[Run]) -> None:
    before: list[Run] = []
    with _LOCK:
        while going := [one for one in dict.fromkeys(runs) if not one.is_over()]:
            if going != before:
                before, together = going, Together([one.now() for one in going])
            for one, net in zip(going, together.later(EPOCHS_A_FRAME), strict=True):
                one.goes_on(net)


@lru_cache(maxsize=16)
def _sick(name: str, seed: int) -> Run:
    """Return the training with nothing mended."""
    return Run(*begun(ILLNESSES[name], seed))


@lru_cache(maxsize=64)
def _forked(name: str, seed: int, repair: str, fork: int) -> Run:
    """Return the training with a setting mended at a frame, up to which it is the sick one."""
    sick = _sick(name, seed)
    # As a rule it is over; but it may have been forgotten meanwhile.
    _train([sick])
    if repair == NOTHING:
        return sick
    illness, net, setting = ILLNESSES[name], sick.moments[fork].net, begun(ILLNESSES[name], seed)[1]
    other, then = mended(illness, repair, net, setting, seed)
    if then == setting and all(map(np.array_equal, chain(*other), chain(*net))):
        # Nothing was put right, so it goes on as it would have.
        return sick
    return Run(other, then, sick.moments[:fork])


def _moments(nets: Sequence[Network], activation: str) -> Iterator[Moment]:
    """Yield the frames of a training."""
    has, h, all_of_them = samples("rings", NOISE, DATA_SEED, COUNT), ACTIVATIONS[activation], stacked(nets)
    made = deep.forward(all_of_them, has.X, h)  # (frames, m, units), (frames, m, 1)
    gradient = deep.backward(all_of_them, has.X, has.y, made, h)
    losses = log_loss(made[-1], has.y).mean(axis=(1, 2))
    right = ((made[-1] > 0.5) == (has.y == 1)).mean(axis=(1, 2))
    steepest = np.max([np.abs(part).max(axis=(1, 2)) for layer in gradient for part in layer], axis=0)
    slopes = h.slope_from_h(made[0]).mean(axis=1)
    for at, net in enumerate(nets):
        yield Moment(net, activation, float(losses[at]), float(right[at]), float(steepest[at]), slopes[at])


def _together(settings: Sequence[Values]) -> None:
    _runs([(str(one["case"]), round(one["seed"]), str(one["repair"]), round(one["fork"])) for one in settings])  # type: ignore[arg-type]


def _prepare(case: str, seed: float, repair: str, fork: float, frame: int) -> Iterator[float]:  # noqa: ARG001
    run(case, round(seed))
    yield 0.5
    run(case, round(seed), repair, round(fork))


REPAIRS: Mapping[str, Text] = {
    "rate": Text(en="lower rate", ko="학습률 낮추기"),
    "weights": Text(en="new weights", ko="가중치 새로"),
    "biases": Text(en="biases 0", ko="편향 0으로"),
    "activation": Text(en="activation", ko="활성화 함수"),
    "sign": Text(en="sign", ko="갱신 부호"),
}
"""The settings that can be mended."""


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
    """A training of two rings that fails, and beside it the same one with a single setting mended at an epoch."""
    illness, start = ILLNESSES[case], round(fork)
    sick = run(case, round(seed))
    other = run(case, round(seed), repair, start) if repair != NOTHING else None
    now, then = sick[frame], other[frame] if other is not None else None
    recovers = other is not None and other[-1].loss < HEALTHY
    epoch, hits = frame * EPOCHS_A_FRAME, round(now.right * COUNT)
    still = int((now.slopes < STILL).sum())
    readouts = {
        "epoch": epoch_at(frame),
        "loss": Readout(now.loss, Text(en="loss", ko="손실"), ".2f", role=Role.LOSS),
        "right": Readout.of(given(hits, "hits") / COUNT, Text(en="right", ko="정답"), ".0%", Role.LOSS),
        "hits": Readout(hits, Text(en="samples right", ko="맞힌 샘플 수"), "d", role=Role.LOSS),
        "steepest": Readout(now.steepest, Text(en="steepest slope", ko="가장 큰 기울기"), ".3g", role=Role.OTHER),
        "mended_loss": Readout(
            then.loss if then is not None else now.loss,
            Text(en="loss, mended", ko="고친 뒤 손실"),
            ".2f",
            role=Role.RIGHT,
        ),
        "last_loss": Readout(sick[-1].loss, Text(en="loss at the end", ko="마지막 손실"), ".2f", role=Role.LOSS),
        "still": Readout(still, Text(en="units that let nothing back", ko="되돌리지 않는 유닛"), "d"),
        **verdicts(repair, REPAIRS, illness.cure, recovers=recovers),
    }
    en = f"After {epoch} epochs the training has a loss of {now.loss:.2f} and {now.right:.0%} of the samples right."
    ko = f"{epoch}에포크 뒤 이 학습의 손실은 {now.loss:.2f}, 맞힌 샘플은 {now.right:.0%}입니다."
    if then is not None:
        en += f" Mended from epoch {start * EPOCHS_A_FRAME} on, {then.loss:.2f} and {then.right:.0%}."
        ko += f" {start * EPOCHS_A_FRAME}에포크부터 고치면 {then.loss:.2f}, {then.right:.0%}입니다."
    alt = Text(en=en, ko=ko)
    beside: Drawing = _units(now, alt)
    if then is not None and frame >= start:
        beside = _map(then, alt, MENDED)
    return Result(
        readouts,
        (
            Panels(
                (_map(now, alt, SICK), beside, _curves(sick, other, start, frame, alt)),
                alt,
                shares=(4, 4, 5),
            ),
        ),
        shows=("epoch", "loss", "right", "steepest", "mended_loss"),
    )


def _map(moment: Moment, alt: Text, title: Text) -> Figure:
    has = samples("rings", NOISE, DATA_SEED, COUNT)
    z = deep.forward(moment.net, GRID, ACTIVATIONS[moment.activation])[-1].reshape(CELLS, CELLS)
    return map_of(z, (has.X, has.y), PLANE, alt, title)


def _units(moment: Moment, alt: Text) -> Tiles:
    """Return what each hidden unit makes of the plane; one that lets hardly anything back wears a cross."""
    made = deep.forward(moment.net, SMALL_GRID, ACTIVATIONS[moment.activation])[0]
    tiles = [
        Tile(
            made[:, unit].reshape(SMALL, SMALL),
            f"h{unit + 1}",
            f"{'✗ ' if slope < STILL else ''}{slope:.2f}",
        )
        for unit, slope in enumerate(moment.slopes)
    ]
    rows = tuple(tuple(tiles[first : first + 2]) for first in range(0, len(tiles), 2))
    low = -1.0 if moment.activation == "tanh" else 0.0
    return Tiles(rows, alt, (low, 1.0), Text(en="units, and their slopes", ko="유닛과 그 기울기"), part="units")


def _curves(sick: tuple[Moment, ...], other: tuple[Moment, ...] | None, fork: int, frame: int, alt: Text) -> Figure:
    losses = np.array([moment.loss for moment in sick[: frame + 1]])
    return curves_of(
        Line(epochs_to(frame), losses, Role.LOSS, SICK, part="loss"),
        [moment.loss for moment in other] if other is not None else None,
        fork,
        alt,
        1.5 if max(moment.loss for moment in sick) < 1.5 else 12,
        Text(en="its loss", ko="손실"),
    )
