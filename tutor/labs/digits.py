"""Real handwritten digits: one picture, what a trained classifier makes of it, and the training itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tutor.figure import Axis, Bars, Figure, Line, Mark, Pixels, Place, Role
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs import handwriting
from tutor.labs.categorical import places_for_log
from tutor.language import Text
from tutor.nn.activations import softmax
from tutor.nn.arrays import Array
from tutor.nn.classifier import gradient, probabilities, train
from tutor.nn.losses import SMALLEST, categorical_cross_entropy
from tutor.working import close, given, ln

LOSS = Text(en="loss", ko="손실(loss)")

IMAGE = Slider(
    0,
    low=0,
    high=99,
    step=1,
    label=Text(en="image", ko="그림"),
    role=Role.GIVEN,
    help=Text(en="chooses one of the held-out digits", ko="따로 떼어 둔 숫자 그림을 고릅니다"),
)
TRAINING = Timeline(
    handwriting.LAST_SLICE,
    last=handwriting.LAST_SLICE,
    per_second=5,
    unit=Text(en="× 10 epochs", ko="× 10에포크"),
    label=Text(en="training", ko="학습"),
)
DIGITS = tuple(str(digit) for digit in range(handwriting.CLASSES))


def _picture(image: int) -> Pixels:
    """Return one held-out image."""
    X, labels = handwriting.held_out()
    return Pixels(
        X[image].reshape(8, 8),
        alt=Text(
            en=f"Image {image}: eight by eight grey pixels, a handwritten {labels[image]}.",
            ko=f"그림 {image}: 회색 픽셀 가로세로 여덟 개로 된 손글씨 {labels[image]}.",
        ),
        title=Text(en=f"image {image}", ko=f"그림 {image}"),
    )


@lab(image=IMAGE)
def picture(image: float) -> Result:
    """One handwritten digit, as the network gets it: 64 numbers."""
    place = round(image)
    X, labels = handwriting.held_out()
    readouts = {
        "pixels": Readout(float(X.shape[1]), Text(en="pixels", ko="픽셀 수"), "g", role=Role.GIVEN),
        "classes": Readout(float(handwriting.CLASSES), Text(en="classes", ko="클래스 수"), "g"),
        "images": Readout(float(len(X) + handwriting.TRAINING), Text(en="images", ko="그림 수"), "g"),
        "meant": Readout(float(labels[place]), Text(en="meant", ko="원래 숫자"), "g", role=Role.RIGHT),
    }
    return Result(readouts, (_picture(place),))


def prepare_training(image: float, training: int) -> Iterator[float]:
    """Train in slices of ten epochs, and yield the share done."""
    del image
    for slices in range(training + 1):
        handwriting.scores_after(slices)
        yield slices / max(training, 1)


def _verdict(image: int, training: int) -> tuple[dict[str, Readout], Figure, Text | str]:
    """Return what the classifier says about one held-out image, its ten probabilities as bars, and a note on a miss."""
    X, labels = handwriting.held_out()
    p = probabilities(X[image : image + 1], handwriting.trained(training))[0]
    meant, said = int(labels[image]), int(p.argmax())
    kept = float(max(p[meant], SMALLEST))
    loss = -ln(given(kept, "p_meant", places_for_log(kept)))
    readouts = {
        "said": Readout(float(said), Text(en="says", ko="판정"), "g"),
        "meant": Readout(float(meant), Text(en="meant", ko="원래 숫자"), "g", role=Role.RIGHT),
        "p_meant": Readout(float(p[meant]), Text(en="given to the truth", ko="정답에 준 확률"), ".3f", role=Role.RIGHT),
        "loss": Readout.of(loss.to(".3f"), LOSS, ".3f", Role.LOSS),
    }
    # Untrained, all ten are equal and nothing is misread yet.
    wrong = p[said] > p[meant]
    roles = tuple(
        Role.RIGHT if digit == meant else Role.LOSS if digit == said and wrong else Role.MODEL
        for digit in range(handwriting.CLASSES)
    )
    most = Text(
        en=f"the digit {said} gets most, {p[said]:.2f}; the {meant} that was meant gets {p[meant]:.2f}",
        ko=f"가장 큰 것은 {said}의 {p[said]:.2f}, 원래 숫자 {meant}의 확률은 {p[meant]:.2f}입니다",
    )
    if np.ptp(p) < 1e-9:
        most = Text(en=f"each digit gets {p[0]:.2f}", ko=f"숫자마다 똑같이 {p[0]:.2f}입니다")
    bars = Figure(
        layers=(Bars(DIGITS, p, Role.MODEL, roles),),
        alt=Text(en=f"Ten probabilities: {most('en')}.", ko=f"확률 열 개. {most('ko')}."),
        y=Axis("p", 0, 1, (0, 0.5, 1)),
        title=Text(en="what the classifier believes", ko="분류기의 판단"),
    )
    note = Text(en=f"It says {said}; {meant} was meant.", ko=f"판정은 {said}, 원래 숫자는 {meant}입니다.")
    return readouts, bars, note if wrong else ""


@lab(
    image=IMAGE, training=TRAINING, prepare=prepare_training, reads=(probabilities, softmax, categorical_cross_entropy)
)
def classify(image: float, training: int) -> Result:
    """One held-out digit, and what the classifier makes of it."""
    place = round(image)
    readouts, bars, note = _verdict(place, training)
    after = handwriting.scores_after(training)
    model = handwriting.trained(training)
    held_out = len(handwriting.held_out().labels)
    readouts |= {
        "held_out": Readout(float(held_out), Text(en="held-out images", ko="떼어 둔 그림"), "g"),
        "training_images": Readout(float(handwriting.TRAINING), Text(en="training images", ko="학습에 쓴 그림"), "g"),
        "right": Readout(
            float(after.held_out_right), Text(en="held-out images right", ko="맞힌 그림"), "g", role=Role.RIGHT
        ),
        "accuracy": Readout(after.held_out_right / held_out, Text(en="accuracy", ko="정확도"), ".0%", role=Role.RIGHT),
        "W_shape": Readout(np.array(model.W.shape, dtype=float), Text(en="shape of W", ko="W의 형상"), "g"),
        "W_shape_turned": Readout(np.array(model.W.shape[::-1], dtype=float), Text(en="turned", ko="뒤집은 형상"), "g"),
        "one_by_classes": Readout(
            np.array([1.0, handwriting.CLASSES]), Text(en="shape of the scores", ko="점수의 형상"), "g"
        ),
        "one_by_pixels": Readout(np.array([1.0, model.W.shape[0]]), Text(en="shape of X", ko="X의 형상"), "g"),
        "eight_by_eight": Readout(np.array([8.0, 8.0]), Text(en="shape of an image", ko="그림의 형상"), "g"),
        "pixels": Readout(float(model.W.shape[0]), Text(en="pixels", ko="픽셀 수"), "g"),
        "classes": Readout(float(handwriting.CLASSES), Text(en="classes", ko="클래스 수"), "g"),
        "parameters": Readout(
            float(model.W.size + model.b.size), Text(en="learned numbers", ko="학습하는 수의 개수"), "g"
        ),
    }
    return Result(readouts, (_picture(place), bars), shows=("said", "meant", "p_meant", "loss"), note=note)


@lab(
    image=IMAGE,
    training=Timeline(0, last=TRAINING.last, per_second=TRAINING.per_second, unit=TRAINING.unit, label=TRAINING.label),
    prepare=prepare_training,
    reads=(gradient, train, categorical_cross_entropy),
)
def learning(image: float, training: int) -> Result:
    """The classifier while it learns: both costs so far, and what it believes about one image."""
    verdict, bars, note = _verdict(round(image), training)
    path = [handwriting.scores_after(slices) for slices in range(training + 1)]
    now, held_out = path[-1], len(handwriting.held_out().labels)
    epoch = training * handwriting.EPOCHS_A_SLICE
    guessing = (-ln(close(1 / given(handwriting.CLASSES, "classes")))).to(".3f")
    start = guessing.value
    readouts = {
        **verdict,
        "epoch": Readout(float(epoch), Text(en="epoch", ko="에포크(epoch)"), "g"),
        "cost": Readout(
            now.training_cost, Text(en="cost, training set", ko="학습 데이터의 비용"), ".3f", role=Role.LOSS
        ),
        "held_out_cost": Readout(
            now.held_out_cost, Text(en="cost, held out", ko="떼어 둔 데이터의 비용"), ".3f", role=Role.OTHER
        ),
        "right": Readout(
            float(now.held_out_right),
            Text(en="held-out images right", ko="떼어 둔 그림 중 맞힌 수"),
            "g",
            role=Role.RIGHT,
        ),
        "held_out": Readout(float(held_out), Text(en="held-out images", ko="떼어 둔 그림"), "g"),
        "classes": Readout(float(handwriting.CLASSES), Text(en="classes", ko="클래스 수"), "g"),
        "equal_share": Readout(1 / handwriting.CLASSES, Text(en="equal share", ko="똑같은 몫"), "g"),
        "ln_classes": Readout.of(guessing, Text(en="cost of guessing", ko="찍을 때의 비용"), ".3f", Role.LOSS),
        "minus_start": Readout(-start, Text(en="with its minus lost", ko="부호를 잊은 값"), ".3f"),
        "start_log10": Readout(1.0, Text(en="with log₁₀", ko="log₁₀으로 구한 값"), "g"),
        "ten_times": Readout(
            start * handwriting.CLASSES, Text(en="added over the classes", ko="클래스마다 더한 값"), ".2f"
        ),
        "zero": Readout(0.0, Text(en="nothing", ko="없음"), "g"),
    }
    epochs: Array = np.arange(float(len(path))) * handwriting.EPOCHS_A_SLICE
    costs = Figure(
        layers=(
            Line(
                epochs,
                np.array([after.training_cost for after in path], dtype=float),
                Role.LOSS,
                Text(en="training", ko="학습"),
                reveals=True,
            ),
            Line(
                epochs,
                np.array([after.held_out_cost for after in path], dtype=float),
                Role.OTHER,
                Text(en="held out", ko="떼어 둔 그림"),
                True,
                True,
            ),
            Mark(float(epoch), now.training_cost, Role.LOSS, reveals=True),
        ),
        alt=Text(
            en=f"After {epoch} epochs the cost is {now.training_cost:.2f} on the training set and "
            f"{now.held_out_cost:.2f} on the held-out images.",
            ko=f"{epoch}에포크 뒤의 비용은 학습 데이터에서 {now.training_cost:.2f}, "
            f"떼어 둔 그림에서 {now.held_out_cost:.2f}입니다.",
        ),
        x=Axis(Text(en="epoch", ko="에포크"), 0, TRAINING.last * handwriting.EPOCHS_A_SLICE, (0, 50, 100, 150, 200)),
        y=Axis(Text(en="cost", ko="비용(cost)"), 0, 3, (0, 1, 2, 3)),
        title=Text(en="the cost while it learns", ko="학습하는 동안의 비용"),
        places={"cost": Place("y", 0.0)},
    )
    return Result(readouts, (costs, bars), shows=("cost", "held_out_cost", "right"), note=note)
