"""What is chosen of a network before it trains, as the labs in which it trains offer it."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.lab import Choice, Slider, Timeline
from tutor.language import Text
from tutor.role import Role

ACTIVATION = Choice(
    "tanh",
    options={"tanh": "tanh", "sigmoid": Text(en="sigmoid", ko="시그모이드"), "relu": "ReLU"},
    label=Text(en="activation", ko="활성화 함수"),
    help=Text(en="The activation function of the hidden units.", ko="은닉 유닛의 활성화 함수입니다."),
)


def units(most: int) -> Slider:
    """Return how many units each hidden layer has, up to `most`."""
    return Slider(
        2,
        low=1,
        high=most,
        step=1,
        label=Text(en="units", ko="유닛"),
        help=Text(en="How many units each hidden layer has.", ko="은닉층마다 있는 유닛의 수입니다."),
    )


def rate(default: str, rates: Sequence[str]) -> Choice:
    """Return the learning rate."""
    return Choice(
        default,
        options={one: one for one in rates},
        label="α",
        role=Role.OTHER,
        help=Text(en="The learning rate.", ko="학습률입니다."),
    )


def batch(sizes: Sequence[str]) -> Choice:
    """Return how many samples one update is made from: all of them, or one of `sizes`."""
    return Choice(
        "0",
        options={"0": Text(en="all", ko="전체"), **{one: one for one in sizes}},
        label=Text(en="batch", ko="배치"),
        help=Text(en="How many samples one update is made from.", ko="한 번 갱신할 때 쓰는 샘플 수입니다."),
    )


def l2(penalties: Sequence[str]) -> Choice:
    """Return what large weights cost; the first is the default."""
    return Choice(
        penalties[0],
        options={one: one for one in penalties},
        label="L2",
        help=Text(
            en="What large weights cost: L2/2 times the sum of their squares.", ko="큰 가중치에 매기는 벌점입니다."
        ),
    )


def film(frames: int, epochs_a_frame: int) -> Timeline:
    """Return the training, as a film of so many frames."""
    return Timeline(
        0,
        last=frames,
        per_second=15,
        unit=Text(en=f"× {epochs_a_frame} epochs", ko=f"× {epochs_a_frame}에포크"),
        label=Text(en="training", ko="학습"),
    )
