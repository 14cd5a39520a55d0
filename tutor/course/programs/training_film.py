"""The film of a learner's own training on what a lab is set to.

Their function is called again and again, each time with the network that it gave back, and the network is drawn. It is
one hidden layer of sigmoid units: arguments and parts of what comes back are W1, b1, W2 and b2. That is data, so that
whatever is no network of the wanted shapes ends the film, with a word why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.faults import NotRunError, failed
from tutor.course.programs.messages import pictures as messages
from tutor.course.programs.trained import network_in, network_map
from tutor.course.programs.words import said
from tutor.course.questions import Words, words_of
from tutor.course.sketch import Drawings, Sketch
from tutor.figure import Axis, Drawing, Figure, Line, Mark, Role
from tutor.lab import Timeline
from tutor.language import Text
from tutor.nn import mlp
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, MLP
from tutor.program import Case, Fault, Job, RunProgram

FRAMES = 50
EPOCHS_A_FRAME = 40
NETWORK = ("W1", "b1", "W2", "b2")
"""The arguments that the network is, in the order in which it comes back."""
SAMPLES, UNSEEN = ("X", "y"), ("X_test", "y_test")
SIGMOID = HIDDEN_ACTIVATIONS["sigmoid"]


class TrainingFilm:
    """Makes the film of one training of a learner's."""

    def __init__(
        self, exercise: Exercise, names: Mapping[str, Any], modules: Mapping[str, str], drawings: Sequence[Drawing]
    ) -> None:
        """Prepare it; nothing is run before it is drawn.

        `names` are the values of its arguments, and where there are any the samples to be tried on. `drawings` are
        those of the lab, among them the plane with the samples.
        """
        self._exercise = exercise
        self._names = {name: _number(names[name]) for name in (*exercise.arguments, *UNSEEN) if name in names}
        self._modules = modules
        self._drawings = drawings
        self._timeline = Timeline(
            FRAMES,
            last=FRAMES,
            per_second=10,
            label=messages.FILM,
            unit=messages.FRAMES.filled(step=EPOCHS_A_FRAME, along=messages.EPOCHS),
        )

    @property
    def timeline(self) -> Timeline:
        """The steps of a film."""
        return self._timeline

    def draw(self, source: str, run: RunProgram) -> Sketch:
        """Return the film of a program, as far as it comes: with a word on what it shows, or on why it ends."""
        if len(set(np.ravel(self._names["y"]).tolist())) < 2:
            return Sketch(say=said(messages.NOTHING_TO_PART))
        net = network_in(tuple(self._names[name] for name in NETWORK))
        assert net is not None
        shapes = [part.shape for part in net]
        losses = [self._losses(net)]
        frames = [self._frame(net, losses)]
        while len(frames) <= FRAMES:
            ran = run(self._job(source, net))
            if ran.fault is not None:
                return self._cut(frames, self._why(source, net, ran.fault, run), ran.fault)
            after = network_in(ran.returned[0][0].value)
            if after is None or [part.shape for part in after] != shapes:
                epoch = len(frames) * EPOCHS_A_FRAME
                return self._cut(
                    frames, said(messages.NO_NETWORK.filled(function=self._exercise.function, epoch=epoch))
                )
            net = after
            losses.append(self._losses(net))
            frames.append(self._frame(net, losses))
        return self._cut(frames, said(messages.ONE_LAYER.filled(function=self._exercise.function)))

    @staticmethod
    def _cut(frames: Sequence[Drawings], say: Words | None, fault: Fault | None = None) -> Sketch:
        return Sketch(frames[-1], fault=fault, say=say, frames=tuple(frames))

    def _job(self, source: str, net: MLP) -> Job:
        """Return what is run of a program: some epochs more, from a network on."""
        parts = dict(zip(NETWORK, (net.W1, net.b1[0], net.W2, net.b2[0]), strict=True))
        names = {**self._names, **parts, self._exercise.film: EPOCHS_A_FRAME}
        arguments = tuple(names[name] for name in self._exercise.arguments)
        return Job(source, self._exercise.function, (Case({}, (arguments,)),), self._modules, self._exercise.seconds)

    def _why(self, source: str, net: MLP, fault: Fault, run: RunProgram) -> Words | None:
        try:
            return failed(self._exercise, self._job(source, net), run, fault).say
        except NotRunError as error:
            return words_of(error.words) if isinstance(error.words, Text) else None

    def _losses(self, net: MLP) -> tuple[float, float]:
        """Return the loss of a network on the samples to learn from and on the others; nan where there are none."""
        found = []
        for X, y in (SAMPLES, UNSEEN):
            there = X in self._names and len(self._names[X])
            with np.errstate(all="ignore"):
                p = mlp.forward(net, self._names[X], SIGMOID).p if there else np.zeros((0, 1))
                found.append(float(mlp.loss(p, self._names[y])) if there else np.nan)
        return found[0], found[1]

    def _frame(self, net: MLP, losses: Sequence[tuple[float, float]]) -> Drawings:
        plane = network_map(tuple(net), tuple(net), self._drawings)
        curves = _curves(losses)
        return (plane, curves) if plane is not None else (curves,)


def _number(value: Any) -> Any:
    """Return a value as a program is given it: what a choice says in digits is a number."""
    return float(value) if isinstance(value, str) else value


def _curves(losses: Sequence[tuple[float, float]]) -> Figure:
    epochs = EPOCHS_A_FRAME * np.arange(len(losses), dtype=float)
    train, test = np.array(losses).T
    has_test = bool(np.isfinite(test).any())
    return Figure(
        (
            *([Line(epochs, test, Role.OTHER, messages.TEST, dashed=True)] if has_test else []),
            Line(epochs, train, Role.LOSS, messages.TRAIN if has_test else ""),
            Mark(float(epochs[-1]), float(train[-1]), Role.LOSS, mark="●"),
        ),
        messages.LOSSES_ALT.filled(epoch=f"{epochs[-1]:.0f}", loss=f"{train[-1]:.3f}"),
        Axis(messages.EPOCH, 0, FRAMES * EPOCHS_A_FRAME),
        Axis(messages.LOSS, 0, 1.2),
        messages.YOUR_LOSS,
    )
