"""Which front opens: the full screen, or the dialogue line by line."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.cli.terminal import messages
from tutor.language import Text
from tutor.namedtuple import NamedTuple

WITHOUT_CURSOR = ("dumb", "unknown", "network", "dialup", "emacs")
"""What a terminal is called that only prints."""
OLD = (
    "vt05",
    "vt50",
    "vt52",
    "vt100",
    "vt102",
    "vt125",
    "vt131",
    "adm",
    "tty33",
    "tty35",
    "tty37",
    "h19",
    "hp26",
    "tvi9",
    "wy50",
)
"""What the names of terminals begin with that are no younger than a VT100, or can do no more."""


class Chosen(NamedTuple):
    """Which front, and what is said about it."""

    is_plain: bool
    why: Text | None = None
    """what the learner has to know who did not ask for it; None where there is nothing to say"""


def front_for(
    environ: Mapping[str, str], *, has_terminal: bool, plain: bool = False, full: bool = False, setting: str = ""
) -> Chosen:
    """Return which front opens.

    Args:
        environ: TERM says what the terminal can do; ACCESSIBLE, that somebody listens.
        has_terminal: both what is typed and what is shown are on one.
        plain: the dialogue was asked for (`--plain`).
        full: the full screen was asked for (`--full`).
        setting: which front the learner wants by itself: "plain", "full" or "" for the full screen.
    """
    if plain or not has_terminal:
        return Chosen(True)
    if full:
        return Chosen(False)
    name = environ.get("TERM", "").lower()
    if name in WITHOUT_CURSOR or environ.get("ACCESSIBLE"):
        return Chosen(True)
    if name.startswith(OLD):
        return Chosen(True, messages.TERMINAL_IS_OLD.filled(name=name))
    return Chosen(setting == "plain")
