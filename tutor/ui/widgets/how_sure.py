"""The keys that say how sure one is of a prediction, and what to press where none is wanted."""

from __future__ import annotations

from tutor.learner.calibration import Sureness
from tutor.render.actions import Action
from tutor.ui import messages
from tutor.ui.keys import bind

WORDS = {
    Sureness.GUESS: messages.KEY_GUESS,
    Sureness.FAIRLY: messages.KEY_FAIRLY,
    Sureness.SURE: messages.KEY_SURE,
}
UNSAID = "unsaid"
"""The action that says nothing of it."""

SURE_BINDINGS = tuple(
    bind(str(number), f"sure('{word}')", f"KEY_{word.upper()}", shown=False) for number, word in enumerate(WORDS, 1)
)
SURE_ACTIONS = (
    Action(UNSAID, messages.KEY_UNSAID, message="KEY_UNSAID"),
    *(Action(word, words, str(number), f"KEY_{word.upper()}") for number, (word, words) in enumerate(WORDS.items(), 1)),
)


def is_how_sure(name: str) -> bool:
    """Return whether an action is one of these."""
    return any(name == action.name for action in SURE_ACTIONS)


def sureness_named(name: str) -> Sureness | None:
    """Return what an action says; None where it says nothing."""
    return None if name == UNSAID else Sureness(name)
