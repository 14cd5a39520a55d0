"""Keys. A letter is bound together with the jamo that the same key gives under a Korean input method (q and ㅂ)."""

from __future__ import annotations

from textual.binding import Binding

JAMO = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
"""From a letter to the jamo on the same key of the two-set Korean keyboard."""

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
    "ctrl+p": "^p",
    "ctrl+q": "^q",
    "ctrl+c": "^c",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
"""How a key is written on screen, where that is not its own name."""


def bind(
    keys: str, action: str, message: str, *, shown: bool = True, display: str = "", priority: bool = False
) -> Binding:
    """Bind `keys` (separated by commas; letters with their jamo) to `action`.

    `message` is a name in `tutor.messages`: the footer, the help screen and the command palette all say it in the
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
    return NAMES.get(key, key)
