"""What is known of the line to a terminal, and whether it can take another frame now.

A frame that is written is not yet seen: an SSH server alone takes a megabyte before it pushes back. So every frame is
followed by a question that any terminal answers at once, and it was taken when the answer comes. How long that takes
with next to nothing on the way is the length of the line; what it takes longer tells how wide the line is:

    time to an answer = length + bytes that were not on the way before / width

Where answers follow each other, what was taken meanwhile tells the same. As much may be on the way as the line itself
holds, `length · width`: with more, a key would wait behind it. A line that is long but wide takes many frames at once,
one that is narrow takes one after the other, in pieces.
"""

from __future__ import annotations

from collections import deque

from tutor.namedtuple import NamedTuple

FIRST = 24_000
"""Bytes that are sent at once while nothing is known of the line."""
PIECE_TIME = 0.1
"""Seconds that one piece of a frame may take: a key waits no longer for what is on its way."""
LEAST_PIECE = 1_200
"""Bytes of the smallest piece: a line of a picture."""
MORE = 1.25
"""How many times as much as the line is known to hold may be on the way: it may hold more."""
SLACK = 0.01
"""Seconds of what the line carries that may be on the way besides what it holds: it shall not run dry."""

TELLING = 1_000
"""Bytes from which on an answer tells how wide the line is: fewer pass in no time."""
BARE = 16
"""Bytes that are no more than a question."""
REMEMBERED = 8
"""Answers from which the width is taken: the second best of them. Whatever else a machine does makes an answer late,
and nothing makes it early; but no single one is believed."""
LENGTH_HOLDS = 30.0
"""Seconds after which the shortest time to an answer is found anew."""

FIRST_ANSWER = 1.0
"""Seconds in which a terminal that answers at all has answered the first question."""
MUTE_HOLDS, MUTE_WIDTH = 64_000, 500_000.0
"""What a terminal that never answered may have on the way, in bytes, and the bytes a second it is taken to read."""
PATIENCE = 4.0
"""Seconds for an answer that is overdue."""
SLOWEST, LONGEST = 2_000.0, 2.0
"""Bytes a second on the slowest line that is thought of; seconds to an answer on the longest."""


class _Question(NamedTuple):
    """A question on its way."""

    at: float
    until: int
    """how many bytes had been sent by then, it included"""
    ahead: int
    """how many of them were on the way"""
    is_alone: bool
    """whether nothing had been on the way before them"""
    taken: int
    """how many bytes had been taken by then"""
    taken_at: float
    """when that was known; where nothing was on the way, when they were sent"""

    @property
    def is_bare(self) -> bool:
        """Whether next to nothing was on the way with it."""
        return self.is_alone and self.ahead <= BARE


class Line:
    """A line to a terminal. Time is told to it, in seconds; it looks at no clock."""

    def __init__(self, now: float) -> None:
        """Begin with a line of which nothing is known."""
        self._began = now
        self._sent = 0
        self._taken = 0
        self._taken_at = now
        self._questions: deque[_Question] = deque()
        self._answers = False
        """whether the terminal answers"""
        self._lengths = (float("inf"), float("inf"))
        """the shortest time to an answer: lately, and in the time before that"""
        self._length_since = now
        self._widths: deque[float] = deque(maxlen=REMEMBERED)
        self._presumed = 0.0
        """bytes that a mute terminal is taken not to have read yet"""
        self._presumed_at = now
        self._silences = 0
        """how often in a row an answer was waited for in vain"""

    # -- what happens -------------------------------------------------------------------------------------------------

    def sent(self, size: int, now: float) -> None:
        """So many bytes are on their way."""
        self._sent += size
        self._presumed = self._left_to_read(now) + size
        self._presumed_at = now

    def asked(self, now: float) -> None:
        """A question is on its way, behind all that was sent so far."""
        if not self._answers:
            # Those that nobody answered would be taken for the ones that are answered later.
            while self._questions and now > self._questions[0].at + PATIENCE:
                self._taken = self._questions.popleft().until
        alone = not self._questions
        taken_at = now if alone else self._taken_at
        self._questions.append(_Question(now, self._sent, self.on_the_way, alone, self._taken, taken_at))

    def answered(self, now: float) -> None:
        """An answer has come. One to no question says nothing: it was typed, or is a second one."""
        if not self._questions:
            return
        question = self._questions.popleft()
        self._taken = max(self._taken, question.until)
        self._answers = True
        self._silences = 0
        took = max(now - question.at, 0.0)
        self._learn_length(took, question, now)
        self._taken_at = now
        if question.ahead < TELLING:
            return
        if question.is_alone:
            # Where an answer comes as soon as it can, the line is at least so wide.
            self._widths.append(question.ahead / max(took - self.length, 0.002 + 0.1 * self.length))
        else:
            # As much as came through while this one was on its way; the line may be wider, but is no narrower.
            self._widths.append((question.until - question.taken) / max(now - question.taken_at, 0.002))

    def _learn_length(self, took: float, question: _Question, now: float) -> None:
        lately, before = self._lengths
        if question.is_bare and now - self._length_since > LENGTH_HOLDS:
            lately, before, self._length_since = took, lately, now
        self._lengths = (min(lately, took), before)

    def wants_question(self, now: float) -> bool:
        """Return whether a question with nothing before it would tell the length, which is to be found anew."""
        return self._answers and not self._questions and now - self._length_since > LENGTH_HOLDS

    # -- what follows -------------------------------------------------------------------------------------------------

    @property
    def unanswered(self) -> int:
        """How many questions are on their way."""
        return len(self._questions)

    @property
    def on_the_way(self) -> int:
        """Bytes that were sent and, as far as is known, not taken yet."""
        return self._sent - self._taken

    @property
    def length(self) -> float:
        """Seconds to an answer when nothing else is on the way; infinite before the first."""
        return min(self._lengths)

    @property
    def width(self) -> float | None:
        """Bytes a second, or None while it is not known."""
        return sorted(self._widths)[-2:][0] if self._widths else None

    def is_wide(self, size: int) -> bool:
        """Return whether so many bytes are known to pass in no time to speak of."""
        return self._answers and self.width is not None and size <= self.width * PIECE_TIME

    def piece(self, now: float) -> int | None:
        """Return how many bytes of a frame may be sent at once; None where it goes out whole."""
        if not self._answers:
            return FIRST if self._is_young(now) else None
        width = self.width
        if width is None:
            return FIRST
        return max(int(width * PIECE_TIME), LEAST_PIECE)

    def is_free(self, now: float) -> bool:
        """Return whether more may be sent now."""
        self._lose_patience(now)
        if not self._answers:
            if self._silences:
                return self._left_to_read(now) <= 0
            return self.on_the_way < FIRST if self._is_young(now) else self._left_to_read(now) < MUTE_HOLDS
        if not self._questions:
            return True
        width = self.width
        if width is None:
            return self.on_the_way < FIRST
        if now - self._length_since > LENGTH_HOLDS and not any(question.is_bare for question in self._questions):
            # What waits behind other bytes does not tell the length: first, all of them are to be taken.
            return False
        oldest = self._questions[0]
        if now > oldest.at + 2 * self.length + 1.5 * oldest.ahead / width + 0.05:
            # The line is not what it was; more would only wait on it.
            return False
        return self.on_the_way < width * (MORE * self.length + SLACK)

    def looks_again(self, now: float) -> float:
        """Return after how many seconds to ask whether it is free though no answer has come."""
        if self._answers:
            return max(self._overdue_at() - now, 0.0) if self._questions else 0.0
        if self._silences:
            return self._left_to_read(now) / self._mute_width
        if self._is_young(now):
            return self._began + FIRST_ANSWER - now
        return max(self._left_to_read(now) - MUTE_HOLDS, 0.0) / self._mute_width

    def answers_within(self, now: float) -> float:
        """Return in how many seconds the questions on their way are likely answered; 0 where none will be."""
        if not self._questions:
            return 0.0
        if not self._answers:
            return 0.0 if self._silences else max(self._questions[0].at + FIRST_ANSWER / 2 - now, 0.0)
        return 0.2 + 3 * self.length + 1.5 * self.on_the_way / (self.width or SLOWEST)

    # -- a terminal that does not answer ------------------------------------------------------------------------------

    def _is_young(self, now: float) -> bool:
        return now < self._began + FIRST_ANSWER and not self._silences

    @property
    def _mute_width(self) -> float:
        # It has answered before, so the line itself may be still: what is sent now would all wait on it.
        return SLOWEST if self._silences else MUTE_WIDTH

    def _left_to_read(self, now: float) -> float:
        return max(self._presumed - (now - self._presumed_at) * self._mute_width, 0.0)

    def _overdue_at(self) -> float:
        # A machine that slept makes a line seem longer and slower than any: for an answer that is lost, one would wait
        # minutes.
        oldest = self._questions[0]
        length, width = min(self.length, LONGEST), max(self.width or 0.0, 4 * SLOWEST)
        return oldest.at + PATIENCE + 4 * length + 4 * oldest.ahead / width

    def _lose_patience(self, now: float) -> None:
        """Wait no longer for answers that do not come: a frame at a time goes out, until one is answered again."""
        if self._answers and self._questions and now > self._overdue_at():
            self._answers = False
            self._silences += 1
            self._questions.clear()
            self._taken = self._sent
            self._presumed, self._presumed_at = 0.0, now
