"""A step's lab on screen: drawings, table, controls, readouts. It computes whenever a control moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from tutor import chart
from tutor.course.live import fill
from tutor.course.model import LabUse
from tutor.course.prose import Live
from tutor.course.questions import Guess
from tutor.figure import Drawing, Figure
from tutor.lab import Result, Values
from tutor.render.readouts import HIDDEN
from tutor.render.room import SIDE_BY_SIDE, STACKED_HEIGHT
from tutor.session.controls import rows_of
from tutor.session.guess import with_guesses
from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.readouts import Readouts, ResultTable

SLICE = 0.008
"""Seconds of a long computation between two looks at the keyboard."""
SETTLE = 0.7
"""Seconds for which a value that changed stands out."""


class LabPanel(Vertical):
    """One lab: its parameters at the left hand, its result at the right."""

    def __init__(self, clock: Callable[[], float], moved: Callable[[Values], None] | None = None) -> None:
        """Make a panel without a lab.

        `clock` gives seconds; `moved` is called with the lab's values when its controls have given a new result. It is
        a call and no message, so that prose and chart change in one frame.
        """
        super().__init__()
        self._clock = clock
        self._moved = moved
        self.use: LabUse | None = None
        self.values: Values = {}
        self.result: Result | None = None
        self._veiled = False
        self._withheld: frozenset[str] = frozenset()
        self._guesses: tuple[Guess, ...] = ()
        self._work: Iterator[float] | None = None
        self._work_timer: Timer | None = None
        self._settle_timer: Timer | None = None
        self._stacked = False
        self._placed: tuple[type, ...] | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="drawings"):
            yield Chart(id="first")
            yield Chart(id="second")
        yield ResultTable()
        for name in ("veil", "work"):
            line = Static(id=name)
            line.display = False
            yield line
        yield Controls(self._clock)
        yield Readouts()

    def on_mount(self) -> None:
        self.display = False

    def show(
        self,
        use: LabUse | None,
        values: Values,
        *,
        veiled: bool = False,
        answer: str = "",
        guesses: tuple[Guess, ...] = (),
    ) -> None:
        """Show this lab at these values.

        While `veiled`, what would give a prediction's `answer` away is withheld and nothing can be moved.
        """
        self.use, self.values, self._veiled, self._guesses = use, values, veiled, guesses
        self._stop_work()
        shown = use is not None and not use.hidden
        self.display = shown
        if use is None:
            self.result = None
            return
        self.query_one(Readouts).set_reactive(Readouts.result, None)
        self.result = use.lab(**values)
        self._withheld = frozenset({*self.result.shows, answer})
        if shown:
            rows = () if veiled else rows_of(use.lab, use.show)
            self.controls.show(rows, values, use.values)
            self.controls.display = bool(rows)
            self._show_result()

    @property
    def withheld(self) -> frozenset[str]:
        """The readouts that say nothing while a prediction is open: those under the drawings, and the answer."""
        return self._withheld if self._veiled else frozenset()

    def fill(self, live: Live, in_mathematics: bool) -> str:
        """Return what a live value says of this lab now; a readout that is still to be guessed says nothing."""
        if live.name in self.withheld:
            return HIDDEN
        return fill(
            live,
            self.values,
            self.result,
            look_of(self).language,
            lab=self.use.lab if self.use is not None else None,
            setting="math" if in_mathematics else "prose",
        )

    def put_guesses(self, guesses: tuple[Guess, ...]) -> None:
        """Show other guesses on the drawings: the one being made moves as it is typed."""
        self._guesses = guesses
        self._show_drawings()

    def lay_out(self, *, stacked: bool) -> None:
        """Fit the drawings into a column of their own, or into one shared with the prose."""
        self._stacked = stacked
        self._place_drawings()

    @property
    def controls(self) -> Controls:
        """The controls."""
        return self.query_one(Controls)

    def toggle_working(self) -> None:
        """Unfold the readouts into their working, or fold them again."""
        readouts = self.query_one(Readouts)
        readouts.unfolded = not readouts.unfolded

    def look_changed(self) -> None:
        """Say the panel's own texts in the app's present language."""
        language = look_of(self).language
        _put(self.query_one("#veil", Static), f"◆ {messages.GUESS_FIRST(language)}" if self._veiled else "")

    # -- computing ------------------------------------------------------------------------------------------------

    def on_controls_moved(self, event: Controls.Moved) -> None:
        event.stop()
        self.values = event.values
        if self.use is None:
            return
        self._stop_work()
        if self.use.lab.prepare is None:
            self._compute()
            return
        self._work = self.use.lab.prepare(**self.use.lab.check(self.values))
        self.controls.put(self.values)
        self._slice()

    def _slice(self) -> None:
        """Work for a few milliseconds, then let the keyboard speak."""
        work = self._work
        if work is None:
            return
        until = self._clock() + SLICE
        for share in work:
            if self._clock() >= until:
                text = messages.WORKING_OUT(look_of(self).language, percent=round(100 * share))
                self._say_work(text)
                self._work_timer = self.set_timer(0.001, self._slice)
                return
        self._work = None
        self._say_work("")
        self._compute()

    def _say_work(self, text: str) -> None:
        _put(self.query_one("#work", Static), text)

    def _stop_work(self) -> None:
        self._work = None
        if self._work_timer is not None:
            self._work_timer.stop()
            self._work_timer = None
        self._say_work("")

    def _compute(self) -> None:
        if self.use is None:
            return
        self.result = self.use.lab(**self.values)
        self.controls.put(self.values)
        self._show_result()
        if self._moved is not None:
            self._moved(self.values)

    # -- showing --------------------------------------------------------------------------------------------------

    def _show_result(self) -> None:
        result = self.result
        if result is None:
            return
        readouts = self.query_one(Readouts)
        readouts.veiled = self._veiled
        readouts.result = result
        table = self.query_one(ResultTable)
        table.table = None if self._veiled else result.table
        table.display = table.table is not None
        self.look_changed()
        self._show_drawings()
        if look_of(self).motion:
            if self._settle_timer is not None:
                self._settle_timer.stop()
            self._settle_timer = self.set_timer(SETTLE, readouts.settle)

    def _drawings(self) -> list[Drawing]:
        if self.result is None:
            return []
        return [
            with_guesses(drawing.veiled() if self._veiled and isinstance(drawing, Figure) else drawing, self._guesses)
            for drawing in self.result.drawings
        ]

    def _show_drawings(self) -> None:
        drawings = self._drawings()
        for view, place in ((self.query_one("#first", Chart), 0), (self.query_one("#second", Chart), 1)):
            view.display = place < len(drawings)
            view.drawing = drawings[place] if place < len(drawings) else None
        kinds = tuple(type(drawing) for drawing in drawings)
        if kinds != self._placed:
            self._placed = kinds
            self._place_drawings()

    def _place_drawings(self) -> None:
        drawings = self._drawings()
        box = self.query_one("#drawings", Horizontal)
        box.display = bool(drawings)
        width = self.app.size.width - 4
        beside = self._stacked and len(drawings) > 1 and width >= SIDE_BY_SIDE
        box.styles.layout = "horizontal" if beside else "vertical"
        self.query_one("#second", Chart).styles.margin = (0, 0, 0, 2 if beside else 0)
        if not self._stacked:
            box.styles.height = "1fr"
            return
        language = look_of(self).language
        share = width // 2 if beside else width
        heights = [
            STACKED_HEIGHT if isinstance(drawing, Figure) else chart.natural_size(drawing, share, language)[1]
            for drawing in drawings
        ]
        box.styles.height = max(heights, default=0) if beside else sum(heights)


def _put(line: Static, text: str) -> None:
    """Show a line with this text, or no line at all. The same text again costs nothing: no new layout."""
    if line.content != text:
        line.display = bool(text)
        line.update(text)
