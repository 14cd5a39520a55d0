"""The ways to help with a question: their letters, what they are called, and which of them are offered."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.render.actions import Action
from tutor.session.answering import Answering, Help
from tutor.ui import messages

LETTERS: Mapping[Help, str] = {"hint": "h", "reveal": "a", "again": "r", "working": "w"}
"""The letters that help, also beside an entry where no letter can be part of the answer."""
HELPS = {
    "hint": messages.KEY_HINT,
    "gap": messages.KEY_GAP,
    "part": messages.KEY_PART,
    "reveal": messages.KEY_REVEAL,
    "again": messages.KEY_AGAIN,
    "working": messages.KEY_WORKING,
}


def helps_of(answering: Answering, *, takes_letters: bool) -> list[Action]:
    """Return what helps with a question now and is offered, each by the name of what it gives next.

    Args:
        takes_letters: every letter belongs to the answer, so that none can be a shortcut meanwhile.
    """
    return [
        Action(what, HELPS[name], "" if takes_letters else LETTERS[what], f"KEY_{name.upper()}")
        for what, name in answering.offered
    ]
