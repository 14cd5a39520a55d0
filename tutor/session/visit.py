"""A visit: one learner at one step. What its lab is set to, what was asked, and how far each question has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from tutor.course.entry import Sliders, Written
from tutor.course.model import LabUse
from tutor.course.questions import Guess, Question
from tutor.course.sketch import Sketch
from tutor.figure import Drawing
from tutor.lab import Result, Table, Timeline, Values
from tutor.language import Text
from tutor.learner.attempts import During
from tutor.session.answering import Answering, Help
from tutor.session.asking import Phase
from tutor.session.controls import Row, rows_of
from tutor.session.guess import with_guesses
from tutor.session.host import Host, Occasion
from tutor.session.runner import FINISHED, Failure, Job

MOST_UNDO = 200
"""Moves that can be taken back."""


class Watcher(Protocol):
    """A front, told of what has changed in the visit that it shows."""

    def lab_changed(self, visit: Visit) -> None:
        """The lab was moved, has a new result, has failed, or is further with long work."""

    def question_changed(self, visit: Visit, answering: Answering) -> None:
        """A question has come further, or a response was refused."""

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:
        """A program that is being written gives something else, or can no longer be run."""


class Visit:
    """One learner at one step, or at one question away from its step."""

    def __init__(
        self,
        host: Host,
        use: LabUse | None,
        questions: Sequence[Question],
        occasion: Occasion,
        watcher: Watcher,
        left: Values | None = None,
    ) -> None:
        """Begin a visit: its questions are put and its lab is run.

        `left` is what the learner had set the lab to when they were here before.
        """
        self.result: Result | None = None
        """what the lab gave last"""
        self.result_values: Values = {}
        """what the lab was set to for that"""
        self.failed: Text | str = ""
        """why the lab gives nothing at the present values"""
        self.share: float | None = None
        """how much of long work on the next result is done, from 0 to 1; None while there is none"""
        self.answerings = tuple(Answering(question, host, occasion) for question in questions)
        self._use = use
        self._host = host
        self._watcher = watcher
        self._job: Job = FINISHED
        self._wanted: tuple[object, ...] = ()
        self._chosen = left
        self._history: list[tuple[Row | None, Values]] = []
        self._typed: Guess | None = None
        self._was_veiled = False
        self._writing: Answering | None = None
        self._has_begun = False
        for answering in self.answerings:
            answering.start(self._question_changed, self._sketched)
        self._was_veiled = self.is_veiled
        self._compute()
        self._has_begun = True

    # -- the lab ------------------------------------------------------------------------------------------------------

    @property
    def use(self) -> LabUse | None:
        """The lab of the step; away from it, the one whose sliders answer the question, or that it speaks of."""
        if self._use is not None:
            return self._use
        for answering in self.answerings:
            entry, lab = answering.entry, answering.question.lab
            if lab is not None and isinstance(entry, Sliders):
                return LabUse(lab, answering.values, show=entry.show)
            if lab is not None and entry is not None and answering.question.picture:
                # It is there to be looked at: only a film can be played.
                films = tuple(name for name, one in lab.parameters.items() if isinstance(one, Timeline))
                return LabUse(lab, answering.values, show=films)
        return None

    @property
    def prediction(self) -> Answering | None:
        """The prediction about the lab that is still to be made, or None. Until then the lab is veiled."""
        return next((one for one in self.answerings if self._is_about_lab(one) and not one.is_over), None)

    @property
    def is_veiled(self) -> bool:
        """Whether the lab shows nothing that a prediction is still to be made of, and cannot be moved."""
        return self.prediction is not None

    @property
    def predicted(self) -> Answering | None:
        """The last prediction about the lab that was made, or None."""
        made = (one for one in self.answerings if self._is_about_lab(one) and one.is_over)
        return next(reversed(list(made)), None)

    def _is_about_lab(self, answering: Answering) -> bool:
        question, use = answering.question, self.use
        return (
            question.single_try and use is not None and question.lab is not None and question.lab.name == use.lab.name
        )

    @property
    def values(self) -> Values:
        """What the lab is set to: by an open prediction, by the learner, or by the author."""
        if self.use is None:
            return {}
        prediction = self.prediction
        if prediction is not None:
            return prediction.values
        return self.use.values if self._chosen is None else self._chosen

    @property
    def chosen(self) -> Values:
        """What the learner has set the lab to; empty where they have not touched it."""
        return self._chosen or {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The controls of the lab; none while it is veiled."""
        return () if self.use is None or self.is_veiled else rows_of(self.use.lab, self.use.show)

    @property
    def withheld(self) -> frozenset[str]:
        """The readouts that say nothing while a prediction is open: those under the drawings, and the answer."""
        prediction = self.prediction
        if prediction is None or self.result is None:
            return frozenset()
        return frozenset({*self.result.shows, prediction.question.withheld})

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """The predictions about the lab that were made as a number, and the one that is being typed."""
        found: list[Guess] = []
        for answering in self.answerings:
            asking = answering.asking
            if asking is not None and asking.phase is Phase.PREDICTED and self._is_about_lab(answering):
                guess = answering.question.guess(asking.asked, asking.response)
                found += [guess] if guess is not None else []
        return (*found, self._typed) if self._typed is not None else tuple(found)

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """The drawings of the lab with the guesses on them, veiled while a prediction is open."""
        if self.result is None:
            return ()
        veiled = self.is_veiled
        return tuple(
            with_guesses(drawing.veiled() if veiled else drawing, self.guesses) for drawing in self.result.drawings
        )

    @property
    def table(self) -> Table | None:
        """The table beside the drawings; none while a prediction is open."""
        return None if self.result is None or self.is_veiled else self.result.table

    # -- what the learner does with the lab ---------------------------------------------------------------------------

    def move(self, values: Values, row: Row | None = None) -> None:
        """Set the lab to other values; a run of moves of one `row` is taken back as one."""
        if self.use is None or self.is_veiled or dict(values) == dict(self.values):
            return
        values = self.use.lab.after_move(self.values, values)
        with self._as_it_was_where_given_up():
            if not self._history or row is None or self._history[-1][0] != row:
                self._history.append((row, dict(self.values)))
                del self._history[:-MOST_UNDO]
            self._set(values)

    @property
    def runs(self) -> bool:
        """Whether the film of the lab plays on while something else of it is moved."""
        return self.use is not None and self.use.lab.runs

    @property
    def can_undo(self) -> bool:
        """Whether a move can be taken back."""
        return bool(self._history) and not self.is_veiled

    def undo(self) -> None:
        """Take the last move back."""
        if self.can_undo:
            with self._as_it_was_where_given_up():
                self._set(self._history.pop()[1])

    @property
    def moves(self) -> int:
        """How many moves led here from the setting at first; a run of one slider is one, and one taken back is none."""
        if not self.can_reset:
            return 0
        assert self.use is not None
        start = dict(self.use.values)
        places = [place for place, (_, before) in enumerate(self._history) if dict(before) == start]
        return len(self._history) - (places[-1] if places else 0)

    @property
    def can_reset(self) -> bool:
        """Whether the lab is set otherwise than at first."""
        return self.use is not None and not self.is_veiled and dict(self.values) != dict(self.use.values)

    def reset(self) -> None:
        """Set the lab to what it was at first. This can be taken back as well."""
        if self.use is not None:
            self.move(dict(self.use.values))

    @contextmanager
    def _as_it_was_where_given_up(self) -> Iterator[None]:
        """Set nothing where somebody who waits for the result gives it up, with Ctrl+C."""
        before = self._chosen, self._wanted, [*self._history]
        try:
            yield
        except KeyboardInterrupt:
            self._chosen, self._wanted, self._history = before
            raise

    def _set(self, values: Values) -> None:
        self._chosen = dict(values)
        for answering in self.answerings:
            if answering.question.ON_SLIDERS:
                answering.outdate()
        self._compute()

    def _compute(self) -> None:
        """Ask for the lab's result at the present values, instead of what was asked for before."""
        use, values = self.use, self.values
        wanted = (use.lab.name, dict(values)) if use is not None else ()
        if wanted == self._wanted:
            return
        if wanted[:1] == self._wanted[:1]:
            # What is shown on the way to the newest values is of the same lab.
            self._job.supersede()
        else:
            self._job.cancel()
        self._wanted = wanted
        self.share = None
        if use is not None:
            self._job = self._host.runner.result(
                use.lab, values, lambda result: self._computed(values, result), self._further
            )

    def _computed(self, values: Values, result: Result | Failure) -> None:
        self.share = None
        if isinstance(result, Failure):
            self.failed = result.reason
        else:
            self.result, self.result_values, self.failed = result, values, ""
        self._tell()

    def _further(self, share: float) -> None:
        self.share = share
        self._tell()

    def _tell(self) -> None:
        """Tell the front that the lab has changed. While the visit begins, it has none to show it."""
        if self._has_begun:
            self._watcher.lab_changed(self)

    # -- questions ----------------------------------------------------------------------------------------------------

    @property
    def first_open(self) -> Answering | None:
        """The first question that still takes a response."""
        return next((answering for answering in self.answerings if not answering.is_over), None)

    def is_set(self, answering: Answering) -> bool:
        """Return whether the sliders were moved for a question that they answer, since it was put or last answered."""
        asking = answering.asking
        if asking is None or asking.is_over or not isinstance(answering.entry, Sliders):
            return False
        return answering.is_outdated if asking.tries else self.can_undo

    @property
    def set_answering(self) -> Answering | None:
        """The first question that the sliders answer as they were moved; None where there is none."""
        return next((answering for answering in self.answerings if self.is_set(answering)), None)

    def respond(self, answering: Answering, response: str = "") -> None:
        """Take a response; where the sliders are one, what they are set to."""
        entry = answering.entry
        if isinstance(entry, Written) and answering.can("again"):
            # Whoever goes on with a program that was right wants to hear about it again.
            self._again(answering)
        given = entry.response(self.values, self.moves) if isinstance(entry, Sliders) else response
        answering.respond(given, None if self.is_veiled or self.use is None or self.use.hidden else self.result)

    @property
    def writing(self) -> Answering | None:
        """The question whose program is on show: the one that was written last, else the first; None without any."""
        if self._writing is not None:
            return self._writing
        return next((one for one in self.answerings if isinstance(one.entry, Written)), None)

    @property
    def sketch(self) -> Sketch | None:
        """What the program on show gives as it stands."""
        return self.writing.sketch if self.writing is not None else None

    def write(self, answering: Answering, source: str) -> None:
        """Take a program as it stands now: it is drawn, and it is no attempt."""
        if source != answering.written:
            self._writing = answering
            answering.write(source)

    def keep_drafts(self) -> None:
        """Keep the programs as they stand, where they have changed."""
        for answering in self.answerings:
            answering.keep_draft()

    def _sketched(self, answering: Answering) -> None:
        if self._has_begun:
            self._watcher.sketch_changed(self, answering)

    def _reveal(self, answering: Answering) -> None:
        """Show the answer. One that is a setting is put on the sliders, where it can be seen at work."""
        answering.reveal()
        entry = answering.entry
        if isinstance(entry, Sliders) and self.use is not None and answering.is_over:
            self.move(self.use.lab.check({**self.values, **entry.example}))

    def _again(self, answering: Answering) -> None:
        """Ask a question afresh. Away from its step, sliders that answer it go back to where it begins."""
        if answering.question.ON_SLIDERS and answering.occasion.during is not During.LESSON:
            self._chosen = None
            self._history.clear()
        answering.again()

    def help(self, answering: Answering, what: Help) -> None:
        """Help in one of the ways in which the question says it can."""
        if not answering.can(what):
            return
        match what:
            case "hint":
                answering.hint()
            case "reveal":
                self._reveal(answering)
            case "again":
                self._again(answering)
            case "working":
                answering.unfold()

    def guess(self, answering: Answering, typed: str) -> None:
        """Show a guess on the drawings while it is being typed."""
        asking = answering.asking
        guess = None
        if asking is not None and answering is self.prediction:
            guess = answering.question.guess(asking.asked, typed)
        if guess != self._typed:
            self._typed = guess
            self._tell()

    def _question_changed(self, answering: Answering) -> None:
        self._lift_veil(answering)
        self._compute()
        self._watcher.question_changed(self, answering)

    def _lift_veil(self, answering: Answering) -> None:
        if self._was_veiled and not self.is_veiled:
            # The lab opens where the guess was made, so that the truth is there to be seen.
            self._chosen = dict(answering.values)
            self._typed = None
        self._was_veiled = self.is_veiled

    def leave(self) -> None:
        """Hear no more of what is still computed."""
        self._job.cancel()
        self.share = None
        self.keep_drafts()
        for answering in self.answerings:
            answering.leave()
            self._lift_veil(answering)
