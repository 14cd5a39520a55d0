"""A cursor on the plane of a lab, with which a learner puts points of their own on it, without a screen."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor.course.typed import read_numbers
from tutor.figure import Drawing, Figure, Mark, Panels, Role
from tutor.parameter import LONGEST_BOARD, MOST_SPOTS, Board, Spot
from tutor.session.visit import Visit

LARGE_STEPS = 5
"""How many places one press with Shift goes."""
LONGEST_SPOT = 40
"""Characters that a point takes at most."""


class Cursor:
    """Where on its plane the next point of a visit's lab is put."""

    def __init__(self, visit: Visit) -> None:
        """Begin in the middle, with the points in use."""
        use = visit.use
        assert use is not None
        assert use.lab.board is not None
        self._visit = visit
        self._lab = use.lab
        self.name, self.board = use.lab.board
        self.x = self.y = self.board.nearest((self.board.low + self.board.high) / 2)
        self._before = dict(visit.values)
        self.use_points()
        self._begun = dict(visit.values)

    @property
    def spots(self) -> list[Spot]:
        """The points that lie on the plane."""
        return Board.read(str(self._visit.values[self.name]))

    @property
    def here(self) -> Spot | None:
        """The point under the cursor."""
        return next((spot for spot in self.spots if (spot.x, spot.y) == (self.x, self.y)), None)

    @property
    def is_full(self) -> bool:
        """Whether no further point can be put."""
        return len(self.spots) >= MOST_SPOTS or len(Board.write(self.spots)) > LONGEST_BOARD - LONGEST_SPOT

    def use_points(self) -> None:
        """See to it that the lab uses the points."""
        if self.board.of:
            self._visit.move({**self._visit.values, self.board.of: self.board.option})

    def leave(self) -> None:
        """Put no more points. Where none lies on the plane, the lab uses again what it used before."""
        values, of = self._visit.values, self.board.of
        if of and not self.spots and values[of] == self.board.option != self._before[of]:
            # Whoever only had a look has their training back as well.
            self._visit.move(self._before if values == self._begun else {**values, of: self._before[of]})

    # -- where it is --------------------------------------------------------------------------------------------------

    def go(self, across: int, up: int) -> None:
        """Go so many places on."""
        self.go_to(self.x + across * self.board.step, self.y + up * self.board.step)

    def go_to(self, x: float, y: float) -> None:
        """Go to the place that is nearest to a point."""
        self.x, self.y = self.board.nearest(x), self.board.nearest(y)

    # -- what it does there -------------------------------------------------------------------------------------------

    def put(self, kind: int) -> None:
        """Put a point of a class here, instead of what is here."""
        here = Spot(self.x, self.y, kind)
        spots = [here if (spot.x, spot.y) == (here.x, here.y) else spot for spot in self.spots]
        if here not in spots and not self.is_full:
            spots.append(here)
        self._set(spots)

    def remove(self) -> None:
        """Take away the point that is here."""
        self._set([spot for spot in self.spots if (spot.x, spot.y) != (self.x, self.y)])

    def turn(self) -> None:
        """Put a point of class 1 here; where there is one, one of class 0 instead; where there is that, nothing."""
        here = self.here
        if here is None:
            self.put(1)
        elif here.kind == 1:
            self.put(0)
        else:
            self.remove()

    def undo(self) -> None:
        """Take the last change of the points back."""
        self._visit.undo()

    def type(self, text: str) -> bool:
        """Put the point that a text says, as in "0.5 -0.3 1": both coordinates, then the class. Return whether it
        says one."""
        # A comma stands between numbers, or in one.
        for between in (r"[\s;()]+|,\s+", r"[\s,;()]+"):
            parts = [part for part in re.split(between, text) if part]
            numbers = [number for part in parts for number in read_numbers(part)[:1]]
            if len(parts) == len(numbers) == 3:
                break
        else:
            return False
        x, y, kind = numbers
        if kind not in (0, 1) or not all(self.board.low <= one <= self.board.high for one in (x, y)):
            return False
        self.go_to(x, y)
        self.put(int(kind))
        return True

    def _set(self, spots: list[Spot]) -> None:
        """Set the lab to some points: each change can be taken back by itself."""
        self._visit.move({**self._visit.values, self.name: Board.write(spots)})


def with_cursor(drawing: Drawing, cursor: Cursor) -> Drawing:
    """Return a drawing with the cursor on the plane that takes its points."""
    if isinstance(drawing, Panels):
        return replace(drawing, parts=tuple(with_cursor(part, cursor) for part in drawing.parts))
    if not isinstance(drawing, Figure) or drawing.takes != cursor.name:
        return drawing
    here = cursor.here
    mark = "┼" if here is None else "◉" if here.kind else "◎"
    return drawing.with_layers(Mark(cursor.x, cursor.y, Role.GUESS, mark=mark))
