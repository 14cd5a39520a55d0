"""The app's own themes, made from the palettes of the charts, so that screen and chart wear the same colours."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from tutor.chart.palette import Palette
from tutor.render.look import THEMES as THEMES
from tutor.ui import messages

THEME_WORDS = (messages.THEME_DARK, messages.THEME_LIGHT, messages.THEME_PLAIN)


def textual_theme(palette: Palette, name: str) -> Theme:
    """Return Textual's theme for `palette`. One without RGB colours leaves the terminal's own as they are."""
    ground = _colour(palette.ground)
    native = palette.ground is None or not palette.ground.startswith("#")
    ink = _colour(palette.ink)
    return Theme(
        name=f"tutor-{name}",
        ansi=native,
        dark=palette.dark,
        primary=_colour(palette.accent),
        secondary=_colour(palette.quiet),
        warning=_colour(palette.accent),
        error=_colour(palette.accent),
        success=_colour(palette.accent),
        accent=_colour(palette.accent),
        foreground=ink,
        background=ground,
        surface=ground,
        panel=_colour(palette.panel),
        boost=_colour(palette.panel),
        text_alpha=1.0,
        variables=_native(ink, ground) if native else _variables(palette),
    )


def _variables(palette: Palette) -> dict[str, str]:
    ink, ground, panel, quiet = (_colour(c) for c in (palette.ink, palette.ground, palette.panel, palette.quiet))
    return {
        "quiet": quiet,
        "block-cursor-foreground": ink,
        "block-cursor-background": panel,
        "block-cursor-text-style": "bold",
        "input-cursor-background": ink,
        "input-cursor-foreground": ground,
        "scrollbar": panel,
        "scrollbar-background": ground,
        "scrollbar-hover": quiet,
        "scrollbar-active": quiet,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


def _native(ink: str, ground: str) -> dict[str, str]:
    # A bar is a blank in reverse, and where eight colours are lighter in bold, its ground is none of the lighter ones.
    bar = ink if ink == "ansi_white" else "ansi_bright_black"
    return {
        **BUILTIN_THEMES["ansi-dark"].variables,
        "quiet": ink,
        "block-cursor-foreground": ground,
        "block-cursor-background": ink,
        "block-cursor-text-style": "bold reverse" if ink == "ansi_default" else "bold",
        "input-cursor-background": ground,
        "input-cursor-foreground": ink,
        "input-cursor-text-style": "reverse",
        "input-selection-background": ground,
        "input-selection-foreground": ink,
        "screen-selection-background": ground,
        "screen-selection-foreground": ink,
        "scrollbar": bar,
        "scrollbar-background": ground,
        "scrollbar-hover": bar,
        "scrollbar-active": bar,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


def _colour(colour: str | None) -> str:
    """Return rich's name of a colour as Textual writes it."""
    if colour is None:
        return "ansi_default"
    return colour if colour.startswith("#") else f"ansi_{colour}"
