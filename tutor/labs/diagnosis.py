"""A network that tells malignant masses from benign ones: a training of one's own, tried on what was kept back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from threading import Lock

import numpy as np

from tutor.figure import Axis, Figure, Guide, Layer, Line, Mark, Panels, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, lab
from tutor.labs import hyperparameters
from tutor.labs.epochs import Epochs
from tutor.labs.masses import BENIGN, MALIGNANT, NAMES, Masses, Sets, inputs_of
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS, Network

EPOCHS_A_FRAME = 4
FRAMES = 100
SLICE = 5
"""Frames that are trained in one go."""
START_SEED = 1
ENOUGH = 0.9
"""The share of masses that has to be told right."""
WELL = 0.3
"""The loss on the validation set that no network reaches whose inputs are raw."""
EARLY = FRAMES // 2
INPUTS = {
    "texture": ("texture",),
    "radius": ("radius",),
    "concave": ("concave",),
    "two": ("radius", "texture"),
    "all": tuple(NAMES),
}
"""Which numbers of a mass the network gets."""
TRAINING, VALIDATION = Text(en="training", ko="훈련"), Text(en="validation", ko="검증")
LOSS, EPOCH = Text(en="loss", ko="손실"), Text(en="epoch", ko="에포크")
MISSED, ALARMS = Text(en="missed", ko="놓침"), Text(en="false alarms", ko="헛경보")
SAYS = Text(en="p: what the network says", ko="p: 신경망의 대답")


class Plan(NamedTuple):
    """What a training is made of; with any other it is another training."""

    split: int
    inputs: str
    scale: str
    hidden: tuple[int, ...]
    activation: str
    rate: float
    batch: int
    l2: float

    @property
    def sets(self) -> Sets:
        """The three sets as the network gets them."""
        return inputs_of(self.split, INPUTS[self.inputs], standardised=self.scale == "standardised")

    def says(self, net: Network, some: Masses) -> Array:
        """Return what a network says to some masses, (m, 1)."""
        return deep.forward(net, some.X, ACTIVATIONS[self.activation])[-1]


class Moment(NamedTuple):
    """A training at one frame."""

    net: Network
    loss: float
    validation_loss: float


class Run:
    """A training, as far as anybody has watched it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._net = deep.start(START_SEED, (len(INPUTS[plan.inputs]), *plan.hidden, 1))
        X, y = plan.sets.training
        self._epochs = Epochs([self._net], X, y, plan.activation, [plan.rate], [plan.l2])
        self._random = np.random.default_rng(START_SEED)
        self._moments: list[Moment] = []
        self._lock = Lock()

    def until(self, frame: int) -> list[Moment]:
        """Return the moments from 0 to `frame`, training those that are not there yet."""
        with self._lock:
            while len(self._moments) <= frame:
                if self._moments:
                    self._train()
                self._moments.append(self._now())
            return self._moments[: frame + 1]

    def _train(self) -> None:
        plan = self._plan
        m = len(plan.sets.training.X)
        for _ in range(EPOCHS_A_FRAME):
            batches = list(deep.shuffled(m, plan.batch, self._random)) if plan.batch else ()
            self._epochs.epoch(batches)
        (self._net,) = self._epochs.nets()

    def _now(self) -> Moment:
        plan, net = self._plan, self._net
        has = plan.sets
        return Moment(net, *(deep.loss(plan.says(net, some), some.y) for some in (has.training, has.validation)))


@lru_cache(maxsize=16)
def run(plan: Plan) -> Run:
    """Return a training; the last ones are kept as far as they have gone."""
    return Run(plan)


def _prepare(
    split: float,
    inputs: str,
    scale: str,
    layers: str,
    units: float,
    activation: str,
    rate: str,
    batch: str,
    l2: str,
    frame: int,
    guess: float,  # noqa: ARG001 - a lab and what prepares it take the same
    fails: str,  # noqa: ARG001
) -> Iterator[float]:
    one = run(_plan(split, inputs, scale, layers, units, activation, rate, batch, l2))
    for reached in range(0, frame, SLICE):
        one.until(reached)
        yield reached / frame
    one.until(frame)


def _plan(
    split: float,
    inputs: str,
    scale: str,
    layers: str,
    units: float,
    activation: str,
    rate: str,
    batch: str,
    l2: str,
) -> Plan:
    hidden = (round(units),) * int(layers)
    return Plan(round(split), inputs, scale, hidden, activation, float(rate), int(batch), float(l2))


@lab(
    reads=(deep.epoch, deep.forward, deep.backward, deep.update, deep.start),
    prepare=_prepare,
    split=Slider(
        1,
        low=1,
        high=8,
        step=1,
        label=Text(en="split", ko="나누기"),
        role=Role.GIVEN,
        help=Text(
            en="Draws the three sets anew: with another number other masses are kept back.",
            ko="세 세트를 다시 뽑습니다. 번호가 바뀌면 떼어 둔 종양도 바뀝니다.",
        ),
    ),
    inputs=Choice(
        "texture",
        options={
            "texture": NAMES["texture"],
            "radius": NAMES["radius"],
            "concave": NAMES["concave"],
            "two": Text(en="radius, texture", ko="반지름, 질감"),
            "all": Text(en="all four", ko="넷 모두"),
        },
        label=Text(en="inputs", ko="입력"),
        role=Role.GIVEN,
        help=Text(en="Which numbers of a mass the network gets.", ko="종양의 어떤 수를 신경망에 넣을지 정합니다."),
    ),
    scale=Choice(
        "raw",
        options={"raw": Text(en="raw", ko="그대로"), "standardised": Text(en="standardised", ko="표준화")},
        label=Text(en="scale", ko="눈금"),
        role=Role.GIVEN,
        help=Text(
            en="Standardised: each input less its mean, over its standard deviation.",
            ko="표준화하면 입력마다 평균을 빼고 표준편차로 나눕니다.",
        ),
    ),
    layers=Choice(
        "1",
        options={"0": "0", "1": "1", "2": "2"},
        label=Text(en="hidden layers", ko="은닉층"),
        help=Text(en="0: a single sigmoid neuron.", ko="0이면 시그모이드 뉴런 하나입니다."),
    ),
    units=hyperparameters.units(8),
    activation=hyperparameters.ACTIVATION,
    rate=hyperparameters.rate("0.01", ("0.01", "0.03", "0.1", "0.3", "1", "3")),
    batch=hyperparameters.batch(("100", "25")),
    l2=hyperparameters.l2(("0", "0.001", "0.01", "0.1")),
    frame=hyperparameters.film(FRAMES, EPOCHS_A_FRAME),
    guess=Slider(
        0,
        low=0,
        high=60,
        step=1,
        label=Text(en="I expect wrong", ko="예상 오답 수"),
        role=Role.GUESS,
        help=Text(
            en="How many of the test set will be wrong; 0: not yet written down.",
            ko="시험 세트에서 틀릴 개수입니다. 0은 아직 적지 않은 것입니다.",
        ),
    ),
    fails=Choice(
        "open",
        options={
            "open": Text(en="not yet", ko="미정"),
            "missed": MISSED,
            "even": Text(en="as many of both", ko="반반"),
            "alarms": ALARMS,
        },
        label=Text(en="mostly", ko="주로"),
        role=Role.GUESS,
        help=Text(
            en="Missed: malignant, called benign. False alarm: benign, called malignant.",
            ko="놓침은 악성을 양성이라고, 헛경보는 양성을 악성이라고 한 것입니다.",
        ),
    ),
)
def train(
    split: float,
    inputs: str,
    scale: str,
    layers: str,
    units: float,
    activation: str,
    rate: str,
    batch: str,
    l2: str,
    frame: int,
    guess: float,
    fails: str,
) -> Result:
    """A network of one's own on the training set, watched on the validation set. The test set stays shut."""
    plan = _plan(split, inputs, scale, layers, units, activation, rate, batch, l2)
    # One that only begins is not kept: another that has gone far would go.
    moments = (run(plan) if frame else Run(plan)).until(frame)
    now, has = moments[-1], plan.sets
    p, p_test = (plan.says(now.net, some) for some in (has.validation, has.test))
    told, kept = Told.of(p, has.validation.y), Told.of(p_test, has.test.y)
    epoch = frame * EPOCHS_A_FRAME
    is_written, is_ready = round(guess) > 0 and fails != "open", told.right >= ENOUGH
    readouts = {
        "epoch": Readout(epoch, EPOCH, "d", role=Role.QUIET, code=f"frame * {EPOCHS_A_FRAME}"),
        "loss": Readout(now.loss, Text(en="loss: training", ko="손실: 훈련"), ".2f", role=Role.LOSS),
        "validation_loss": Readout(now.validation_loss, VALIDATION, ".2f", role=Role.OTHER),
        "missed": Readout(told.missed, MISSED, "d", role=Role.LOSS),
        "alarms": Readout(told.alarms, ALARMS, "d", role=Role.MODEL),
        "right": Readout(told.right, Text(en="right: validation", ko="정확도: 검증"), ".0%", role=Role.RIGHT),
        "count": Readout(len(has.training.y), TRAINING, "d", role=Role.GIVEN),
        "validation_count": Readout(len(has.validation.y), VALIDATION, "d", role=Role.GIVEN),
        "test_count": Readout(len(has.test.y), Text(en="test", ko="시험"), "d", role=Role.GIVEN),
        "test_loss": Readout(deep.loss(p_test, has.test.y), format=".2f"),
        "test_right": Readout(kept.right, format=".0%"),
        "test_wrong": Readout(kept.missed + kept.alarms, format="d"),
        "test_missed": Readout(kept.missed, format="d"),
        "test_alarms": Readout(kept.alarms, format="d"),
        "learns": Readout(now.validation_loss < WELL),
        "passes": Readout(is_written and is_ready and kept.right >= ENOUGH),
        # How one misses these.
        "unwritten": Readout(not is_written),
        "still_raw": Readout(not is_ready and scale == "raw"),
        "too_early": Readout(not is_ready and frame < EARLY),
        "one_input": Readout(not is_ready and len(INPUTS[inputs]) == 1),
        "not_ready": Readout(not is_ready),
        "tried_rate": Readout(scale == "raw" and rate != "0.3"),
        "untrained": Readout(scale == "standardised" and not now.validation_loss < WELL),
    }
    alt = _said(epoch, readouts)
    picture = Panels(
        (answers_of(p, has.validation.y, 0.5, alt, reveals=True), _curves(moments, alt)), alt, shares=(3, 2)
    )
    return Result(readouts, (picture,), shows=("epoch", "loss", "validation_loss", "missed", "alarms"))


class Told(NamedTuple):
    """How often a network is right and wrong where it calls malignant whatever is at or above a threshold."""

    right: float
    missed: int
    """malignant, and called benign"""
    alarms: int
    """benign, and called malignant"""

    @classmethod
    def of(cls, p: Array, y: Array, threshold: float = 0.5) -> Told:
        """Return it of the answers `p` to the labels `y`, both (m, 1)."""
        says = p >= threshold
        missed, alarms = int(((y == 1) & ~says).sum()), int(((y == 0) & says).sum())
        return cls(1 - (missed + alarms) / len(y), missed, alarms)


def _said(epoch: int, readouts: Mapping[str, Readout]) -> Text:
    loss, validation, missed, alarms, count = (
        readouts[name].value for name in ("loss", "validation_loss", "missed", "alarms", "validation_count")
    )
    return Text(
        en=f"After {epoch} epochs the loss is {loss:.2f} on the training set and {validation:.2f} on the validation "
        f"set, of whose {count} masses the network misses {missed} malignant ones and raises {alarms} false alarms.",
        ko=f"{epoch}에포크 뒤의 손실은 훈련 세트에서 {loss:.2f}, 검증 세트에서 {validation:.2f}입니다. "
        f"검증 세트의 종양 {count}개 가운데 악성 {missed}개를 놓치고 헛경보를 {alarms}번 울립니다.",
    )


def answers_of(p: Array, y: Array, threshold: float, alt: Text, *, reveals: bool = False) -> Figure:
    """Return what a network says to every mass: benign ones below, malignant ones above, the wrong ones marked."""
    said, ill = p[:, 0], y[:, 0] == 1
    # Beside each other in two bands, so that many alike can still be told apart.
    heights = np.empty(len(said))
    for kind, base in ((~ill, 0.1), (ill, 1.1)):
        heights[kind] = base + 0.8 * np.linspace(0, 1, int(kind.sum()))
    calls = said >= threshold
    groups: tuple[tuple[Array, Role, Text, str, str], ...] = (
        (~ill & ~calls, Role.GIVEN, BENIGN, "○", "benign"),
        (ill & calls, Role.GIVEN, MALIGNANT, "●", "malignant"),
        (ill & ~calls, Role.LOSS, MISSED, "✗", "missed"),
        (~ill & calls, Role.OTHER, ALARMS, "+", "alarms"),
    )
    layers: list[Layer] = [
        Points(said[rows], heights[rows], role, label, mark, reveals=reveals, part=part)
        for rows, role, label, mark, part in groups
    ]
    return Figure(
        (Guide("x", threshold), *layers),
        alt,
        Axis(SAYS, 0, 1, (0, 0.5, 1)),
        Axis("", 0, 2, ()),
        Text(en="validation set", ko="검증 세트"),
    )


def _curves(moments: list[Moment], alt: Text) -> Figure:
    epochs = EPOCHS_A_FRAME * np.arange(len(moments), dtype=float)
    training, validation = (np.array([getattr(one, name) for one in moments]) for name in ("loss", "validation_loss"))
    return Figure(
        (
            Line(epochs, validation, Role.OTHER, VALIDATION, dashed=True, reveals=True, part="validation"),
            Line(epochs, training, Role.LOSS, TRAINING, reveals=True, part="loss"),
            Mark(float(epochs[-1]), float(training[-1]), Role.LOSS, mark="●", reveals=True),
        ),
        alt,
        Axis(EPOCH, 0, FRAMES * EPOCHS_A_FRAME, ticks=(0, 200, 400)),
        Axis(LOSS, 0, 1.2),
    )
