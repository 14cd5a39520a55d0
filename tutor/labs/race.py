"""Two walkers on one curve: the same start, two learning rates, and the strides of each in a lane of its own."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Guide, Hops, Line, Mark, Role, Tangent
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs.descent import COST, MINIMUM, NEAR, X, Y
from tutor.language import MINUS, Text
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.nn.descent import cost, curvature, descend, slope
from tutor.working import given

START = -1.0
LOW, HIGH = -1.2, 3.2
"""The frame: what is seen of W, as far to either side of the minimum."""
TOP = 12.0
UPDATES = 20
RATE_A = 0.1
STEP = 0.01
"""of the slider of the rate"""
WALKED = f"descend({START:g}, np.array([1, 2, 3]), np.array([1, 2, 3]), {{alpha}}, update)[-1]"
"""Where a walk is, in Python."""
FAR = 1e6
"""What lies further away than this is not drawn."""


class Walk(NamedTuple):
    """A walk from the start with one learning rate."""

    alpha: float
    path: Array
    """W before the first update and after each: (UPDATES + 1,)"""

    @property
    def factor(self) -> float:
        """What every update multiplies the gap to the minimum by."""
        return 1 - self.alpha * curvature(X)

    @property
    def arrival(self) -> int | None:
        """After how many updates it has arrived."""
        near = np.flatnonzero(np.abs(self.path - MINIMUM) < NEAR)
        return int(near[0]) if near.size else None

    @property
    def left_at(self) -> int | None:
        """After how many updates it is out of the frame."""
        out = np.flatnonzero((self.path < LOW) | (self.path > HIGH))
        return int(out[0]) if out.size else None


def walk_with(alpha: float) -> Walk:
    """Return the walk with this learning rate."""
    return Walk(alpha, descend(START, X, Y, alpha, UPDATES))


def signed(value: float, decimals: int = 2) -> str:
    """Return a number with its sign, its minus a true one."""
    return f"{round(value, decimals) + 0.0:+.{decimals}f}".replace("-", MINUS)


def plain(value: float, decimals: int = 2) -> str:
    """Return a number, its minus a true one."""
    return f"{round(value, decimals) + 0.0:.{decimals}f}".replace("-", MINUS)


def _note(walk: Walk, update: int) -> Text:
    """Return what stands beside a lane: where the walk is, its next stride, and what becomes of the gap."""
    W = float(walk.path[update])
    gap = plain(walk.factor)
    if not LOW <= W <= HIGH:
        side = "▶" if W > HIGH else "◀"
        far = f"{W:.3g}".replace("-", MINUS)
        return Text(
            en=f"{side} out of the frame: W {far}   gap ×{gap} each", ko=f"{side} 그림 밖: W {far}   간격은 매번 ×{gap}"
        )
    steep = float(slope(W, X, Y))
    arrived = walk.arrival is not None and update >= walk.arrival
    at, stride = f"W {plain(W, 3)}", signed(-walk.alpha * steep, 3)
    return Text(
        en=f"{at}   gap ×{gap} each   −α·slope {stride}" + (f"   ✓ after {walk.arrival}" if arrived else ""),
        ko=f"{at}   간격은 매번 ×{gap}   −α·기울기 {stride}" + (f"   ✓ {walk.arrival}번 만에" if arrived else ""),
    )


def _hops(walk: Walk, name: str, mark: str, role: Role, update: int) -> Hops:
    path = np.where(np.abs(walk.path) < FAR, walk.path, np.copysign(FAR, walk.path))
    return Hops(
        path,
        cost(path, X, Y),
        role,
        f"{name}  α {plain(walk.alpha)}",
        name,
        mark,
        update + 1,
        lane=True,
        note=_note(walk, update),
        reveals=True,
        part=name,
    )


@lab(
    alpha=Slider(
        0.5,
        low=0.01,
        high=0.6,
        step=STEP,
        label=Text(en="α of B", ko="B의 α"),
        role=Role.MODEL,
        help=Text(en="the learning rate of walker B", ko="B의 학습률"),
    ),
    update=Timeline(
        0, last=UPDATES, per_second=2, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신")
    ),
    reads=(descend, slope, cost, curvature),
)
def race(alpha: float, update: int) -> Result:
    """A and B start at the same place; A walks with α = 0.1, B with the α that is chosen."""
    a, b = walk_with(RATE_A), walk_with(alpha)
    W_a, W = float(a.path[update]), float(b.path[update])
    rate = given(alpha, "alpha", 4)
    bend = given(curvature(X), "bend", 4)
    stays = b.left_at is None
    arrival_a, arrival = a.arrival or UPDATES, b.arrival or UPDATES
    fast = b.arrival is not None and 2 * arrival < arrival_a
    largest = stays and walk_with(alpha + STEP).left_at is not None
    readouts = {
        "W_A": Readout(
            W_a,
            "A: W",
            ".3f",
            role=Role.OTHER,
            code=WALKED.format(alpha=RATE_A),
        ),
        "W": Readout(W, "B: W", ".3f", code=WALKED.format(alpha="alpha")),
        "cost": Readout(float(cost(W, X, Y)), Text(en="cost", ko="비용"), ".3f", role=Role.LOSS),
        "factor": Readout.of((1 - rate * bend).to(3), Text(en="gap ×", ko="간격 ×"), ".3f", Role.RIGHT),
        "arrival_A": Readout(arrival_a, Text(en="updates of A", ko="A의 갱신 수"), "d", role=Role.OTHER),
        "arrival": Readout(arrival, Text(en="updates of B", ko="B의 갱신 수"), "d"),
        "left_at": Readout(b.left_at or UPDATES, Text(en="leaves the frame after", ko="그림을 벗어난 갱신"), "d"),
        "beats": Readout(
            fast and update >= arrival,
            Text(en="B needs less than half of A's updates", ko="B의 갱신이 A의 절반보다 적음"),
        ),
        "could_beat": Readout(fast, Text(en="B would, once it walks", ko="걷기만 하면 됨")),
        "leaves": Readout(not stays, Text(en="B leaves the frame", ko="B가 그림을 벗어남")),
        "only_just": Readout(
            largest and update == UPDATES,
            Text(en="the largest α that stays in the frame", ko="그림 안에 머무는 가장 큰 α"),
        ),
        "could_stay": Readout(largest, Text(en="it is, once B walks", ko="걷기만 하면 됨")),
        "never": Readout(b.arrival is None and stays, Text(en="B stays, and does not arrive", ko="머물지만 닿지 못함")),
        "hops": Readout(b.factor < 0, Text(en="B hops across the minimum", ko="B가 최저점을 넘나듦")),
    }
    places = np.linspace(LOW, HIGH, 121)
    steep = plain(float(slope(W, X, Y)))
    tangents = tuple(
        Tangent(at, float(cost(at, X, Y)), float(slope(at, X, Y)), 0.16, role, label, part="tangents")
        for at, role, label in (
            (W_a, Role.OTHER, ""),
            (
                W,
                Role.MODEL,
                Text(en=f"slope {steep}", ko=f"기울기 {steep}"),
            ),
        )
        if LOW <= at <= HIGH
    )
    figure = Figure(
        (
            Line(places, cost(places, X, Y), Role.LOSS, part="hill"),
            Guide("x", MINIMUM, part="minimum"),
            *tangents,
            Mark(MINIMUM, 0.0, Role.RIGHT, mark="✓", part="minimum"),
            _hops(a, "A", "●", Role.OTHER, update),
            _hops(b, "B", "■", Role.MODEL, update),
        ),
        Text(
            en=f"The cost over W is a bowl, lowest at W = 1. After {update} updates A (α = {RATE_A}) is at "
            f"W = {W_a:.3f} and B (α = {alpha:g}) at W = {W:.4g}; every update multiplies B's gap to the minimum by "
            f"{b.factor:.3f}.",
            ko=f"W에 따른 비용은 W = 1에서 가장 낮은 그릇. {update}번 갱신한 뒤 A(α = {RATE_A})는 W = {W_a:.3f}, "
            f"B(α = {alpha:g})는 W = {W:.4g}. 갱신할 때마다 B와 최저점의 간격은 {b.factor:.3f}배가 됨.",
        ),
        Axis("W", LOW, HIGH, (-1, 0, 1, 2, 3)),
        Axis(COST, -0.6, TOP, (0, 4, 8, 12)),
    )
    return Result(readouts, (figure,), shows=("W_A", "W", "cost", "factor"))
