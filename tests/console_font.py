"""The glyphs of the Linux console: those of code page 437, and what the kernel shows in their place.

The kernel's table is drivers/tty/vt/cp437.uni: the code page, what that shows of control characters (0x01 to 0x1f), and
letters and signs that have a glyph of another one.
"""

from __future__ import annotations

PC = {
    *bytes(range(0x20, 0x7F)).decode("ascii"),
    *bytes(range(0x80, 0x100)).decode("cp437"),
    *"☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼⌂",
    *"◆¤▶◀",
}
"""What has a glyph of its own, or as good as that. For × the kernel shows x: that is ours to say."""
