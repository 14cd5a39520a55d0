"""Keys: how they are bound, and which of them are live.

A letter is bound together with the jamo that the same key gives under a Korean input method (q and ㅂ). Syllables that
were composed already stand for the letter with which they begin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from textual import events
from textual.binding import Binding

from tutor.language import Text, language_name
from tutor.namedtuple import NamedTuple
from tutor.render.key_line import Key
from tutor.ui import messages

JAMO = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
"""From a letter to the jamo on the same key of the two-set Korean keyboard."""

_LIKE = {
    **dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "qwertop", strict=True)),
    **dict.fromkeys("ㅘㅙㅚ", "h"),
    **dict.fromkeys("ㅝㅞㅟ", "n"),
    "ㅢ": "m",
    **dict.fromkeys("ㄳ", "r"),
    **dict.fromkeys("ㄵㄶ", "s"),
    **dict.fromkeys("ㄺㄻㄼㄽㄾㄿㅀ", "f"),
    "ㅄ": "q",
}
"""From a jamo that takes the shift key, or several keys, to the letter on the first of them."""

_LETTERS = {
    unicodedata.normalize("NFKD", jamo): letter
    for jamo, letter in (*((jamo, letter) for letter, jamo in JAMO.items()), *_LIKE.items())
}


def letter_of(character: str) -> str | None:
    """Return the letter on the key with which something was typed, or begun; None where that is not known.

    An input method hands over a whole syllable: 바 was begun with ㅂ, which is q. Capitals and full-width letters stand
    for the letter as well.
    """
    first = unicodedata.normalize("NFKD", character)[:1]
    letter = _LETTERS.get(first, unicodedata.normalize("NFKC", character).lower())
    return letter if letter in JAMO else None


def as_bound(event: events.Key, bound: Callable[[], Container[str]]) -> events.Key:
    """Return the key that is meant, of those that are `bound`: the letter on the key that was pressed, if it is one.

    What is no letter is meant as it is in half the width: １ as 1, ？ as ?. What is bound is asked where it matters:
    most keys mean themselves.
    """
    character = event.character or ""
    if "\uff01" <= character <= "\uff5e" or character == "\u3000":
        plain = unicodedata.normalize("NFKC", character)
        key = _KEYS.get(plain, plain)
        if key in bound():
            return events.Key(key, plain)
    letter = letter_of(character)
    if letter is None or letter == event.key:
        return event
    keys = bound()
    return events.Key(letter, letter) if letter in keys and event.key not in keys else event


NAMES = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""How a key is written on screen, where that is not its own name."""
_KEYS = {written: key for key, written in NAMES.items()} | {" ": "space"}
"""From a character to the name of its key, where that is another."""


TO_LANGUAGE = "language:"
"""Before the code of a language, the message of a key that leads to it: its name, the same in every language."""
UNLISTED = "UNLISTED"
"""The message of a key that works without being named."""


def bind(
    keys: str, action: str, message: str, *, shown: bool = True, display: str = "", priority: bool = False
) -> Binding:
    """Bind `keys` (separated by commas; letters with their jamo) to `action`.

    `message` is a name in `tutor.ui.messages`: the footer, the help screen and the command palette all say it in the
    learner's language.
    """
    listed = keys.split(",")
    with_jamo = [*listed, *(JAMO[key] for key in listed if key in JAMO)]
    return Binding(
        ",".join(with_jamo),
        action,
        message,
        show=shown,
        key_display=display or " ".join(key_name(key) for key in listed),
        priority=priority,
    )


def key_name(key: str) -> str:
    """Return how `key` is written on screen."""
    if key.startswith("shift+"):
        return "⇧" + key_name(key.removeprefix("shift+"))
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+"))
    return NAMES.get(key, key)


# -- which keys are live ----------------------------------------------------------------------------------------------

Owner = TypeVar("Owner", bound=Hashable)
"""Who answers a key: a widget, a screen, the app."""


class Bound(NamedTuple, Generic[Owner]):
    """A binding as it stands at the moment."""

    key: str
    """Textual's name of its key"""
    keys: str
    """as written on screen"""
    action: str
    message: str
    """the name of the message that says what it does here and now; anything else is Textual's own, or not named"""
    owner: Owner
    enabled: bool = True
    shown: bool = True
    """it has a place in the last line of the screen"""
    everywhere: bool = False
    """it belongs to no screen"""


class LiveKey(NamedTuple, Generic[Owner]):
    """A key that works at the moment, with its companion (→ beside ←)."""

    key: str
    """Textual's name of (the first of) its keys"""
    keys: str
    """as written on screen"""
    message: Text
    action: str
    owner: Owner
    shown: bool
    everywhere: bool

    def in_(self, language: str) -> Key:
        """Return it as it is drawn."""
        return Key(self.key, self.keys, self.message(language))


def live_keys(bindings: Iterable[Bound[Owner]]) -> Iterator[LiveKey[Owner]]:
    """Yield the keys that work, in the order of the bindings, each action of an owner once."""
    seen: set[tuple[Owner, str]] = set()
    for bound in bindings:
        text = text_of(bound.message)
        # A companion is named with the first of its pair.
        if not bound.enabled or text is None or (bound.owner, bound.action) in seen:
            continue
        seen.add((bound.owner, bound.action))
        yield LiveKey(bound.key, bound.keys, text, bound.action, bound.owner, bound.shown, bound.everywhere)


def text_of(name: str) -> Text | None:
    """Return the message of this name in all languages, or None: what Textual itself binds has words of its own."""
    if name.startswith(TO_LANGUAGE):
        return Text(en=language_name(name.removeprefix(TO_LANGUAGE)))
    found = getattr(messages, name, None) if name.isupper() else None
    return found if isinstance(found, Text) else None
