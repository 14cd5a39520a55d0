"""What has to hold for a question to be fair, as its kind claims it. `tutor.course.lint.answers` finds out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tutor.course.finding import Place
from tutor.course.prose import Prose
from tutor.lab import Lab, Result, Values
from tutor.language import Localised, Text
from tutor.namedtuple import NamedTuple

RunLab = Callable[[Lab, Values], Result | Text]
"""(lab, values) -> its result, or a sentence that says why it gives nothing"""
PrepareLab = Callable[[Lab, Sequence[Values]], None]
"""(lab, settings): it will be run at all of these"""


class Right(NamedTuple):
    """These are spellings of the right answer, and have to be taken."""

    responses: tuple[str, ...]


class Wrong(NamedTuple):
    """These are guesses, and must not be taken as right."""

    responses: tuple[str, ...]
    severe: bool = True
    """whether it is an error, not a warning"""


class Meets(NamedTuple):
    """A recognised mistake, in each of its spellings, is wrong and meets its own explanation."""

    responses: tuple[str, ...]
    say: Localised[Prose]
    name: Text | str
    """what to call the mistake in a finding"""
    place: Place | None = None
    """where the mistake stands; None for the question's place"""


class Note(NamedTuple):
    """Something is amiss already."""

    kind: str
    """the kind of finding"""
    words: Text
    place: Place | None = None
    """None for the question's place"""
    severe: bool = True


Claim = Right | Wrong | Meets | Note
