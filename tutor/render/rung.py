"""What a terminal can show, and which colours and characters it is shown in therefore: a rung of a ladder.

Each rung is chosen by itself: from what the environment says of the terminal, from what a learner has chosen before,
and from what the command line says, the later before the earlier.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from tutor.chart.palette import COARSELY_BROKEN, DARK, DARK_8, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Maths, Palette
from tutor.namedtuple import NamedTuple
from tutor.stand_ins import BLOCK, BRAILLE, MARKS, Marks

Colours = Literal["truecolor", "256", "16", "8", "none"]
"""How many colours a terminal has. Eight are those of the Linux console, which has eight more where it writes bold."""
Motion = Literal["full", "reduced", "none"]
"""Reduced: nothing flashes, nothing moves unasked. None: nor asked, a film goes to its end at once."""
Frames = Literal["30", "15", "10", "5"]
"""How many frames a second a film is drawn in at most. It keeps step with the clock, so it lasts as long in fewer."""

COLOURS: tuple[Colours, ...] = get_args(Colours)
MATHS: tuple[Maths, ...] = get_args(Maths)
MOTIONS: tuple[Motion, ...] = get_args(Motion)
FRAMES: tuple[Frames, ...] = get_args(Frames)
_ONCE: Mapping[str, Motion] = {"on": "full", "off": "reduced"}
"""What records of before call them."""
AUTO = "auto"
"""As the terminal is."""
BARE = ("linux", "vt")
"""What the names of the Linux console and of DEC's terminals begin with."""


class Rung(NamedTuple):
    """What a terminal is shown."""

    colours: Colours = "truecolor"
    marks: Marks = "braille"
    maths: Maths = "unicode"
    motion: Motion = "full"
    frames: Frames = "30"
    slanted: bool = True
    """whether italics are drawn as such, and not in reverse or in another colour; nobody chooses that"""
    narrow: str = ""
    """the `SAMPLES` that are drawn in one cell, where others are drawn in two"""

    def with_widths(self, cells: Mapping[str, int]) -> Rung:
        """Return this rung for a terminal that draws each of the `SAMPLES` in so many cells."""
        wide = {sample for sample, count in cells.items() if count > 1}
        if not wide or self.marks != "braille":
            return self
        # A fraction is drawn with a line of boxes, and a formula with what stands in two or three of the groups.
        maths: Maths = "ascii" if wide - {BLOCK, BRAILLE} else self.maths
        if BRAILLE in wide:
            return self._replace(marks="ascii", maths=maths)
        return self._replace(marks="dots", maths=maths, narrow="".join(one for one in cells if one not in wide))

    def chosen(self, choices: Mapping[str, str]) -> Rung:
        """Return this rung with what is chosen by name; `AUTO` and what is no choice leave it as it is."""
        if choices.get("motion") in _ONCE:
            choices = {**choices, "motion": _ONCE[choices["motion"]]}
        known = {name: choices[name] for name, options in OPTIONS.items() if choices.get(name) in options}
        return Rung(**{**self._asdict(), **known})


OPTIONS: Mapping[str, tuple[str, ...]] = {
    "colours": COLOURS,
    "marks": MARKS,
    "maths": MATHS,
    "motion": MOTIONS,
    "frames": FRAMES,
}
"""The names of what can be chosen, as flags and settings have them, and what there is to choose from."""

_TRUECOLOR = ("truecolor", "24bit")


def rung_of(environ: Mapping[str, str]) -> Rung:
    """Return what the environment says that the terminal can show."""
    marks, maths = _characters_of(environ)
    slanted = not is_bare(environ.get("TERM", "")) and not _is_gnu_screen(environ)
    return Rung(_colours_of(environ), marks, maths, frames=_frames_of(environ), slanted=slanted)


def is_bare(name: str) -> bool:
    """Return whether a terminal of this name knows ECMA-48, and nothing that xterm and its like have added."""
    return name.startswith(BARE)


def _is_gnu_screen(environ: Mapping[str, str]) -> bool:
    """Return whether GNU screen draws, not tmux inside it, which may go by the same name."""
    name = environ.get("TERM", "")
    return name.startswith("screen.") or (
        name.startswith("screen") and bool(environ.get("STY")) and not environ.get("TMUX")
    )


def _colours_of(environ: Mapping[str, str]) -> Colours:
    """Return how many colours there are: none where NO_COLOR asks for it (no-color.org), else by the name."""
    if environ.get("NO_COLOR"):
        return "none"
    name = environ.get("TERM", "")
    if name == "linux":
        return "8"
    # GNU screen hands on what the terminal around it has, and shows no colour at all where it is told one in RGB.
    if not _is_gnu_screen(environ) and (environ.get("COLORTERM", "").lower() in _TRUECOLOR or "direct" in name):
        return "truecolor"
    if environ.get("WT_SESSION") or "kitty" in name:
        return "truecolor"
    if "256" in name:
        return "256"
    return "none" if name.startswith("vt") or name.endswith(("-m", "-mono")) else "16"


def _frames_of(environ: Mapping[str, str]) -> Frames:
    """Return how many frames a second there are. A line over SSH may be slow, and others may use it too."""
    return "10" if environ.get("SSH_CONNECTION") else "30"


def _characters_of(environ: Mapping[str, str]) -> tuple[Marks, Maths]:
    """Return what can be drawn and how mathematics is written. Where no locale is named, nothing is known of it."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "")
    charset = locale.partition(".")[2].partition("@")[0].lower().replace("-", "")
    if locale in ("C", "POSIX") or charset not in ("", "utf8") or environ.get("TERM", "").startswith("vt"):
        return "ascii", "ascii"
    return ("blocks", "ascii") if environ.get("TERM") == "linux" else ("braille", "unicode")


def palette_of(theme: str, rung: Rung) -> Palette:
    """Return the palette of a theme ("dark", "light", "plain") on a rung. Eight colours have no light ground."""
    many, sixteen = (LIGHT, LIGHT_16) if theme == "light" else (DARK, DARK_16)
    by_colours = {"truecolor": many, "256": many, "16": sixteen, "8": DARK_8, "none": MONOCHROME}
    palette = MONOCHROME if theme == "plain" else by_colours[rung.colours]
    if (rung.marks, rung.maths, rung.slanted) == ("braille", "unicode", True):
        return palette
    broken = palette.broken if rung.marks in ("braille", "dots") else COARSELY_BROKEN
    drawn_in = "braille" if rung.marks == "dots" and BLOCK in rung.narrow else rung.marks
    return palette._replace(drawn_in=drawn_in, maths=rung.maths, broken=broken, slanted=rung.slanted)
