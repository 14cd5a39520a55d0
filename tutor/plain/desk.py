"""What all parts of the dialogue share: the voice, the ear, the session, and what is said to the learner in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from tutor.course.prose import Prose
from tutor.language import Text, say
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.mathematics import spoken
from tutor.plain.prose import Reader
from tutor.plain.runner import WaitingRunner
from tutor.plain.voice import Voice
from tutor.render.prose.inlines import Fill
from tutor.session.session import Session

SHARE_STEP = 0.1
"""How much more of long work is worth a line."""
SHARE_EVERY = 2.0
"""Seconds between two such lines at least, and before the first."""


class EndOfInputError(Exception):
    """Nothing more can be typed."""


class Ear:
    """Listens to what is typed, a line at a time."""

    def __init__(self, read: Callable[[], str], voice: Voice, *, is_typed: bool) -> None:
        """Make it: `read` gives a line with its end, "" at the end; `is_typed`: a line is seen while it is typed."""
        self._read = read
        self._voice = voice
        self._is_typed = is_typed

    def line(self, prompt: str = "> ") -> str:
        """Return the next line, without the spaces at its end.

        Raises:
            EndOfInputError: there is none.
        """
        if self._is_typed:
            self._voice.prompt(prompt)
        given = self._read()
        if not given:
            raise EndOfInputError
        line = unicodedata.normalize("NFC", given).rstrip()
        if not self._is_typed:
            # Whoever reads what came of it finds beside it what was said.
            self._voice.heard(line, prompt)
        return line


class Progress:
    """Says now and then how much of long work is done."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        """Make it; `desk` gives where it is said, once there is one."""
        self._desk = desk
        self._told = 0.0
        self._last = 0.0

    def begin(self) -> None:
        """Take it that other work begins."""
        self._told, self._last = 0.0, self._desk().seconds()

    def further(self, share: float) -> None:
        """Take how much is done, from 0 to 1."""
        desk = self._desk()
        now = desk.seconds()
        if share - self._told > SHARE_STEP - 1e-6 and now - self._last >= SHARE_EVERY:
            self._told, self._last = share, now
            desk.say(messages.SHARE, percent=round(share * 100))


class Desk:
    """Where the dialogue is held."""

    def __init__(
        self,
        session: Session,
        voice: Voice,
        ear: Ear,
        runner: WaitingRunner,
        edit: Callable[[str, str], str | None] | None,
    ) -> None:
        """Make it; `edit` opens a text in the learner's editor under a name, and gives it back as it was left."""
        self.session = session
        self.voice = voice
        self.ear = ear
        self.runner = runner
        self.edit = edit

    @property
    def language(self) -> str:
        """The learner's language."""
        return self.session.language

    def seconds(self) -> float:
        """Return the time in seconds."""
        return self.session.clock() / 1000

    def say(self, text: Text | str, lead: str = "", /, **values: object) -> None:
        """Say something in the learner's language."""
        words = text(self.language, **values) if isinstance(text, Text) else text
        self.voice.say(words, lead, self.language)

    def read(self, prose: Prose, fill: Fill, lead: str = "") -> None:
        """Read a text aloud."""
        Reader(self.voice, fill, self.language).read(prose, lead)

    def line(self, prose: Prose, fill: Fill) -> str:
        """Return a text on one line."""
        return Reader(self.voice, fill, self.language).line(prose)

    def words(self, text: Text | str) -> str:
        """Return a text in the learner's language."""
        return say(text, self.language)

    def formula(self, tex: str) -> str:
        """Return a formula in words."""
        return spoken(tex, self.language)


Doing = Mapping[Command, Callable[[str], None]]
"""What can be done now: for each command what is called with the words behind it."""
