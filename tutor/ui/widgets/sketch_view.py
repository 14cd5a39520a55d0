"""What a program gives that is being written, on screen: its picture, and the film of it where there is one."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from tutor.course.sketch import Filming
from tutor.session.answering import Answering
from tutor.session.own_film import OwnFilm
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.stack import Stack


class FilmControls(Controls):
    """The timeline of a program's film."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Make it without a film; `clock` gives seconds."""
        super().__init__(clock)
        self.answering: Answering | None = None
        """the question whose program is filmed"""
        self._filming: Filming | None = None

    def show_film(self, answering: Answering | None) -> None:
        """Show where in the film of a program the learner is; nothing where there is none."""
        filming = answering.filming if answering is not None else None
        if answering is not self.answering or filming is not self._filming:
            self.answering, self._filming = answering, filming
            self.show(OwnFilm(answering) if answering is not None else None)
        elif answering is not None and answering.frame is None and self.playing:
            # The program is another one now.
            self.stop()
        self.update_lines()


class SketchView(Stack):
    """The picture of one program: a chart, or two, and the timeline of its film."""

    DEFAULT_CSS = """
    SketchView { height: 1fr; }
    SketchView FilmControls { height: auto; }
    """

    def __init__(self, clock: Callable[[], float], *, id: str | None = None) -> None:  # noqa: A002
        """Make it without a picture; `clock` gives seconds."""
        self.charts = (Chart(), Chart())
        self.film = FilmControls(clock)
        self._box = Stack(*self.charts)
        super().__init__(self._box, self.film, id=id)
        self._answering: Answering | None = None

    def on_mount(self) -> None:
        self.show(self._answering)

    def show(self, answering: Answering | None) -> None:
        """Show what the program of a question gives now; nothing where there is none."""
        self._answering = answering
        self.display = answering is not None
        if not self.charts[0].is_attached:
            return
        sketch = answering.sketch if answering is not None else None
        drawings = answering.pictures if answering is not None else ()
        for place, chart in enumerate(self.charts):
            chart.display = answering is not None and (not place or len(drawings) > place)
            chart.show(drawings[place] if place < len(drawings) else None, dimmed=sketch is not None and sketch.is_old)
        self.film.show_film(answering)

    def fit(self, rows: int | None) -> None:
        """Have so many rows for the charts, side by side; with None all the room there is, one above the other."""
        self._box.styles.layout = "vertical" if rows is None else "horizontal"
        self._box.styles.height = "1fr" if rows is None else rows
        self.styles.height = "1fr" if rows is None else "auto"


def film_on(screen: Screen[object], answering: Answering | None) -> FilmControls | None:
    """Return the timeline of a program's film, where it can be moved on a screen."""
    films = (one for one in screen.focus_chain if isinstance(one, FilmControls))
    return next((one for one in films if answering is not None and one.answering is answering), None)
