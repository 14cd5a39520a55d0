"""What a terminal is asked for besides drawing, and how to take back all of it; and what a bare terminal knows of it.

The Linux console and the VTs know ECMA-48 and DEC's first private modes. Of what came after those, an older console
prints the end (`CSI > 25 u` types 25u), and none of it does anything there.
"""

from __future__ import annotations

import re

_ADDED = re.compile(
    r"\x1b\[(?:[<=>][0-?]*[ -/]*[@-~]|[0-?]*[ -/]+[@-~]|\?(?!(?:7|25)[hl])[0-?]*[hl])"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
)
"""Private sequences, but for wrapping lines (7) and the cursor (25); and strings: links, the clipboard, the pointer."""

POINTER_AS_IT_WAS = "\x1b]22;default\x07"
CELLS_AGAIN = "\x1b[?1016l"
"""Ends what Textual leaves on: the mouse counted in pixels, which it asks for where a terminal can."""
KEYS_AS_THEY_WERE = "\x1b[<u"
"""Ends that keys are told as kitty tells them: on the screen where that was asked for, and only if it was."""
ALTERNATE_LEFT = "\x1b[?1049l"
WIPED = "\x1b[0m\x1b[H\x1b[J"
"""Wipes the screen before it is left: where there is no other one, as on the Linux console and, unless it is told to
have one, in GNU screen, the shell goes on on this one."""
AS_IT_WAS = "".join(
    [
        "\x1b[?2026l",  # frames held back
        "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l",  # the mouse
        CELLS_AGAIN,
        POINTER_AS_IT_WAS,
        "\x1b[?2048l",  # sizes told as input
        "\x1b[?2004l",  # pasted text in brackets
        "\x1b[?1004l",  # focus told as input
        "\x1b[?7h",  # long lines wrapped
        KEYS_AS_THEY_WERE,
        f"{WIPED}{ALTERNATE_LEFT}\x1b[?25h",  # colours, the alternate screen, the cursor
    ]
)
"""Leaves everything that the driver, or Textual through it, has asked a terminal for."""


def in_ecma_48(text: str) -> str:
    """Return what is written to a terminal without that which a bare one does not know."""
    return _ADDED.sub("", text)
