"""Which of the words that point at a part of the picture is reached."""

from __future__ import annotations

from tutor.course.prose import Pointer, Prose


class Pointing:
    """Walks over the words of a text that point, one after the other and round."""

    def __init__(self) -> None:
        self._pointers: tuple[Pointer, ...] = ()
        self._reached: Pointer | None = None

    def show(self, prose: Prose) -> None:
        """Walk over the words of this text; if it is another one, nothing of it is reached."""
        pointers = prose.pointers()
        if pointers != self._pointers:
            self._pointers, self._reached = pointers, None

    @property
    def has_words(self) -> bool:
        """Whether any words point."""
        return bool(self._pointers)

    @property
    def part(self) -> str:
        """The name of the part that is pointed at; "" for none."""
        return self._reached.part if self._reached is not None else ""

    @property
    def number(self) -> int:
        """The number of the words that are reached; 0 for none."""
        return self._reached.number if self._reached is not None else 0

    def walk(self, steps: int) -> None:
        """Go on to the next words (1) or back (-1); from none to the first or the last."""
        if self._pointers:
            # From none, 0, back to the last and on to the first.
            at = self.number + steps - (self._reached is not None or steps > 0)
            self._reached = self._pointers[at % len(self._pointers)]

    def reach(self, number: int) -> None:
        """Go to the words with this number; to none for 0."""
        self._reached = next((one for one in self._pointers if one.number == number), None)
