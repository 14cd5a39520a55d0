"""A program as it is being written: kept, drawn at every letter, and filmed once nothing is typed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Literal

from tutor.course.entry import Written
from tutor.course.questions import Question
from tutor.course.sketch import Drawings, Filming, Sketch, Sketching
from tutor.learner.attempts import During
from tutor.session.asking import Asking
from tutor.session.host import Host, Occasion
from tutor.session.runner import FINISHED, Job


class Drafting(ABC):
    """What answering does for a question that is answered with a program. For any other it stands idle."""

    asking: Asking | None
    is_waiting: bool

    def __init__(self, question: Question, host: Host, occasion: Occasion) -> None:
        """Make it; nothing is written yet."""
        self.question = question
        self.occasion = occasion
        self._host = host
        self.written = ""
        """the program as it stands, where one is written"""
        self.sketch: Sketch | None = None
        """what the program gives as it stands; where it cannot be run, still with the picture of the last that could"""
        self.frame: int | None = None
        """where in the film of the program the learner is; None as long as they have not moved in it"""
        self._sketch_job: Job = FINISHED
        self._sketching: Sketching | None = None
        self._rests = True
        """nothing is being typed"""
        self._film: Literal["", "due", "coming"] = ""
        """whether the program as it stands has been drawn and can be filmed, or is being filmed"""
        self._kept_draft = ""

    @abstractmethod
    def _tell_sketched(self) -> None:
        """Tell whoever shows it that the program gives something else, or that the learner is elsewhere in its film."""

    @property
    def is_judged_as_written(self) -> bool:
        """Whether what is said is about the program as it stands."""
        asking = self.asking
        return asking is not None and asking.feedback is not None and asking.response == self.written

    def write(self, source: str) -> None:
        """Take the program as it stands now: it is sketched, and it is no attempt."""
        if source != self.written:
            self.written = source
            self._rests = False
            self._draw_sketch()

    @property
    def filming(self) -> Filming | None:
        """What makes the film of the program; None where there is none of it."""
        return self._sketching.filming if self._sketching is not None else None

    @property
    def pictures(self) -> Drawings:
        """What the program gives: all of it, or as far as the learner has gone in its film."""
        if self.sketch is None:
            return ()
        has_frame = self.frame is not None and self.frame < len(self.sketch.frames)
        return self.sketch.frames[self.frame] if has_frame else self.sketch.drawings  # type: ignore[index]

    def rest(self) -> None:
        """Take it that nothing is typed for a moment: there is time to make the film of the program."""
        self._rests = True
        if self._film == "due" and self.filming is not None:
            self._film = "coming"
            self._sketch_job = self._host.runner.sketch(self.filming, self.written, self._take_film)

    def go_to_frame(self, frame: int) -> None:
        """Go to a moment of the program's film."""
        self.frame = frame
        self._tell_sketched()

    def keep_draft(self) -> None:
        """Keep the program as it stands, where it has changed. What is written away from the lesson is not kept."""
        if self.written != self._kept_draft and self.occasion.during is During.LESSON:
            self._kept_draft = self.written
            self._host.keep_draft(self.occasion.lesson, self.question, self.written)

    def _begin_writing(self, entry: Written) -> None:
        """Begin with what was written last, which away from the lesson would give the answer away."""
        assert self.asking is not None
        if self.occasion.during is During.LESSON:
            draft = self._host.draft(self.occasion.lesson, self.question)
            self._kept_draft = draft
            self.written = self.written or draft or self.asking.response or entry.starter
        else:
            self.written = self.written or entry.starter
        self._kept_draft = self._kept_draft or self.written
        self._sketching = self.question.sketching(self.asking.asked)
        self._draw_sketch()

    def _draw_sketch(self) -> None:
        self._sketch_job.cancel()
        self.frame, self._film = None, ""
        if self._sketching is not None:
            self._sketch_job = self._host.runner.sketch(self._sketching, self.written, self._take_sketch)

    def _take_sketch(self, sketch: Sketch) -> None:
        if sketch.fault is not None and self._sketching is not None:
            before = self.sketch.drawings if self.sketch is not None else ()
            sketch = sketch._replace(drawings=before or self._sketching.alone())
        self.sketch = sketch
        self._film = "" if sketch.is_old else "due"
        self._tell_sketched()
        if self._rests and not self.is_waiting:
            self.rest()

    def _take_film(self, film: Sketch) -> None:
        self._film = ""
        if self.sketch is not None and film.frames:
            self.sketch = self.sketch._replace(frames=film.frames)
            self._tell_sketched()
