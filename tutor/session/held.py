"""A prediction that waits for a word on how sure its learner is."""

from __future__ import annotations

from tutor.course.entry import Entry, Options
from tutor.course.questions import Asked, Feedback
from tutor.learner.calibration import Sureness, claim_of
from tutor.namedtuple import NamedTuple


class Held(NamedTuple):
    """A prediction that was made, and is not compared with the truth before its learner has said how sure they are."""

    response: str
    feedback: Feedback
    said_of: Asked
    at: int

    def claim(self, sureness: Sureness | None, entry: Entry | None) -> int:
        """Return the percentage that a word on it stands for, among as many options as there were; 0 for no word."""
        options = len(entry.texts) if isinstance(entry, Options) else 0
        return claim_of(sureness, options) if sureness is not None else 0
