"""An app that knows how it looks: it changes that everywhere and at once, and remembers what was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

from tutor.render.look import Look
from tutor.render.rung import AUTO, OPTIONS, Colours, Rung, palette_of
from tutor.stand_ins import Marks, shown_in
from tutor.ui.languages import SpeakingApp
from tutor.ui.theme import textual_theme

if TYPE_CHECKING:
    from tutor.ui.screens.settings import SettingRows

_SYSTEMS: Mapping[Colours, ColorSystem | None] = {
    "truecolor": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "16": ColorSystem.STANDARD,
    "8": ColorSystem.STANDARD,
    "none": ColorSystem.STANDARD,
}
FEW: tuple[Colours, ...] = ("16", "8", "none")
"""Where the terminal's own colours are worn: Textual would turn them into RGB."""


class StandIns(LineFilter):
    """Shows each line of each widget, with its frame, in the characters that the terminal has."""

    def __init__(self, marks: Marks, narrow: str) -> None:
        super().__init__()
        self._marks, self._narrow = marks, narrow

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line in as many cells as before."""
        return [Segment(shown_in(text, self._marks, self._narrow), style, control) for text, style, control in segments]


class Eight(LineFilter):
    """Shows eight colours: of any other the nearest, and in bold, which is as light, where that is a lighter one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line in colours of the first eight."""
        return [Segment(text, style and _of_eight(style), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def _of_eight(style: Style) -> Style:
    ink, ground = _of_sixteen(style.color), _of_sixteen(style.bgcolor)
    is_light = ink is not None and (ink.number or 0) >= 8
    return style + Style(color=_darker(ink), bgcolor=_darker(ground), bold=True if is_light else None)


def _of_sixteen(colour: RichColor | None) -> RichColor | None:
    return colour and colour.downgrade(ColorSystem.STANDARD)


def _darker(colour: RichColor | None) -> RichColor | None:
    return colour if colour is None or colour.number is None else RichColor.from_ansi(colour.number % 8)


class LookingApp(SpeakingApp):
    """Its look is made of a theme, of what the terminal can show, and of what was chosen of that."""

    def __init__(self, *, language: str, theme: str, terminal: Rung, choices: Mapping[str, str]) -> None:
        rung = terminal.chosen(choices)
        super().__init__(ansi_color=True if rung.colours in FEW else None)
        self._theme_name = theme
        self._said_of_terminal = terminal
        self._terminal = terminal
        self._choices = dict(choices)
        self.look = Look(palette_of(theme, rung), language, rung.motion, rung.frames)
        self._wear(rung)
        self.opened_in = language
        self._apply_theme()
        self._styled_for = self.theme
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours of the theme. Before there is one there are none: Textual would mix those of its own."""
        return super().get_css_variables() if "look" in vars(self) else {}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's, and after them those of what the terminal can show."""
        return [*super().get_line_filters(), *self._rung_filters]

    def _wear(self, rung: Rung) -> None:
        """Let the terminal be sent what it can show."""
        self.console._color_system = _SYSTEMS[rung.colours]
        # Textual takes NO_COLOR for a wish even where it is empty, and whatever else was chosen.
        self._filters = [one for one in self._filters if not isinstance(one, NoColor | Monochrome)]
        self.no_color = rung.colours == "none"
        filters: list[LineFilter] = [NoColor()] if self.no_color else []
        if rung.colours == "8":
            filters.append(Eight())
        self._rung_filters = filters if rung.marks == "braille" else [*filters, StandIns(rung.marks, rung.narrow)]

    def set_look(self, *, language: str | None = None, theme: str | None = None, **choices: str) -> None:
        """Change the language, the theme, or what the terminal is shown, everywhere and at once; remember it."""
        self._theme_name = theme or self._theme_name
        self._choices |= choices
        rung = self._terminal.chosen(self._choices)
        palette = palette_of(self._theme_name, rung)
        self.look = Look(palette, language or self.look.language, rung.motion, rung.frames)
        for name, value in {"language": language, "theme": theme, **choices}.items():
            if value is not None:
                self.session.tell(self.session.store.save_setting(name, value))
        self.session.language = self.look.language
        self.ansi_color = True if rung.colours in FEW else None
        self._wear(rung)
        self._apply_theme()
        for screen in self.screen_stack:
            changed = getattr(screen, "look_changed", None)
            # What does not stand yet will show itself as all looks then.
            if changed is not None and screen.is_mounted:
                changed()
            for widget in screen.walk_children(with_self=True):
                # What Textual draws itself, its bars and frames, may be of other characters now.
                widget.refresh()

    def fit_widths(self, cells: Mapping[str, int]) -> bool:
        """Show a terminal what it draws in as many cells as we count; return whether it was shown anything else.

        `cells` are those of each of the `SAMPLES`. What a learner has chosen counts for more.
        """
        before = self._terminal
        self._terminal = self._said_of_terminal.with_widths(cells)
        if self._terminal.chosen(self._choices) == before.chosen(self._choices):
            return False
        self.set_look()
        return True

    def _apply_theme(self) -> None:
        theme = textual_theme(self.look.palette, f"{self._theme_name}-{self._terminal.chosen(self._choices).colours}")
        self.register_theme(theme)
        self.theme = theme.name

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew where the theme has changed. It has not when Textual asks for this at the start."""
        if self.theme != self._styled_for:
            self._styled_for = self.theme
            super().refresh_css(animate)

    def action_settings(self) -> None:
        from tutor.ui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            chosen = {name: self._choices.get(name, "") for name in OPTIONS}
            chosen = {name: value if value in OPTIONS[name] else AUTO for name, value in chosen.items()}
            values = {"language": self.look.language, "theme": self._theme_name, **chosen}
            values |= {"motion": self.look.motion}
            self.push_screen(SettingsScreen(values, self.languages, self.session))

    def on_setting_rows_changed(self, event: SettingRows.Changed) -> None:
        self.set_look(**{event.name: event.value})
