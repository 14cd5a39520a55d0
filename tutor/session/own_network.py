"""The training that a learner has written, filmed on what a lab is set to: controls move the film."""

from __future__ import annotations

from collections.abc import Callable

from tutor.course.programs.words import said
from tutor.course.prose import Prose
from tutor.course.questions import Asked
from tutor.course.sketch import Drawings, Filming, Sketch
from tutor.lab import Values
from tutor.language import Localised
from tutor.session import messages
from tutor.session.controls import Row
from tutor.session.own_film import FRAME
from tutor.session.runner import FINISHED, Job
from tutor.session.session import Session
from tutor.session.visit import Visit


class OwnNetwork:
    """The film of a training of the learner's, as something that controls move: a `Movable`."""

    runs = can_undo = can_reset = False
    """nothing else of it is moved, and nothing was set that one might want back"""

    def __init__(self, session: Session, visit: Visit, changed: Callable[[], None]) -> None:
        """Begin to film the training that the lab of a visit names, on what the lab gives now; `changed` is called when
        there is something else to be seen."""
        self.says: Localised[Prose]
        """what there is to know of it, or why there is nothing to be seen"""
        self._changed: Callable[[], None] = _nobody
        self._filming: Filming | None = None
        self._sketch = Sketch()
        self._frame: int | None = None
        self._job: Job = FINISHED
        use = visit.use
        assert use is not None
        written = session.written(use.trains)
        if written is None or visit.result is None:
            self.says = said(messages.NO_TRAINING)
        elif not written.source:
            self.says = said(messages.TRAINING_NOT_YET.filled(number=written.lesson.number, step=written.step.title))
        else:
            question = written.question
            asked = Asked(question, 0, visit.result_values, visit.result, mine=session.mine(question))
            self._filming = question.training(asked)
            self.says = said(messages.NO_TRAINING)
            if self._filming is not None:
                self.says = said(messages.TRAINING_COMING)
                self._job = session.runner.sketch(self._filming, written.source, self._take)
        self._changed = changed

    def _take(self, sketch: Sketch) -> None:
        self._sketch = sketch
        self.says = sketch.say or said(messages.NO_TRAINING)
        self._changed()

    @property
    def pictures(self) -> Drawings:
        """What is to be seen where the learner is in the film; () while there is none."""
        frames = self._sketch.frames
        if not frames:
            return ()
        return frames[-1 if self._frame is None else min(self._frame, len(frames) - 1)]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its timeline; nothing where there is no film."""
        return (Row(FRAME, self._filming.timeline),) if self._filming is not None else ()

    @property
    def values(self) -> Values:
        """Where in the film the learner is: at its end, where they have not moved in it."""
        if self._filming is None:
            return {}
        return {FRAME: max(len(self._sketch.frames) - 1, 0) if self._frame is None else self._frame}

    def move(self, values: Values, row: Row | None = None) -> None:  # noqa: ARG002
        """Go to another moment of it, as far as it goes."""
        self._frame = int(values[FRAME])  # type: ignore[arg-type]
        self._changed()

    def undo(self) -> None:
        """Do nothing: there is nothing to take back."""

    def reset(self) -> None:
        """Do nothing: it is what it was made from."""

    def leave(self) -> None:
        """Want no more of it."""
        self._job.cancel()


def _nobody() -> None:
    return
