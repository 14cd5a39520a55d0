"""Settings: language, theme, what the terminal is shown, motion, what is asked. Each takes effect at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.language import Text, language_name
from tutor.render.rung import AUTO, FRAMES
from tutor.render.settings import Setting, rows_each, setting_lines
from tutor.session.session import FRONT_SETTING, SURE_SETTING, Session
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

MOTION = {"full": messages.MOTION_FULL, "reduced": messages.MOTION_REDUCED, "none": messages.MOTION_NONE}
LOOK = (
    Setting(
        "theme",
        messages.SETTING_THEME,
        {"dark": messages.THEME_DARK, "light": messages.THEME_LIGHT, "plain": messages.THEME_PLAIN},
    ),
    Setting(
        "colours",
        messages.SETTING_COLOURS,
        {
            AUTO: messages.AS_TERMINAL,
            "truecolor": messages.COLOURS_TRUECOLOR,
            **{count: Text(en=count) for count in ("256", "16", "8")},
            "none": messages.COLOURS_NONE,
        },
    ),
    Setting(
        "marks",
        messages.SETTING_MARKS,
        {
            AUTO: messages.AS_TERMINAL,
            "braille": messages.MARKS_BRAILLE,
            "dots": messages.MARKS_DOTS,
            "blocks": messages.MARKS_BLOCKS,
            "ascii": Text(en="ASCII"),
        },
    ),
    Setting(
        "maths",
        messages.SETTING_MATHS,
        {AUTO: messages.AS_TERMINAL, "unicode": messages.MATHS_UNICODE, "ascii": Text(en="ASCII")},
    ),
    Setting("motion", messages.SETTING_MOTION, dict(MOTION)),
    Setting(
        "frames",
        messages.SETTING_FRAMES,
        {AUTO: messages.AS_TERMINAL, **{count: Text(en=count) for count in FRAMES}},
    ),
)
"""The settings of how all looks."""
SURE = Setting(SURE_SETTING, messages.SETTING_SURE, {"on": messages.SURE_ON, "off": messages.SURE_OFF})

FRONT = Setting(FRONT_SETTING, messages.SETTING_FRONT, {"full": messages.FRONT_FULL, "plain": messages.FRONT_PLAIN})
COUNT = 1 + len(LOOK) + 2
"""How many settings there are, the language first."""


class SettingRows(Lines, can_focus=True):
    """One line a setting: ↑ ↓ choose it, ← → change it; its number does both, so that none is far."""

    BINDINGS = [
        bind("left", "change(-1)", "KEY_MOVE", display="← →"),
        bind("right,space,enter", "change(1)", ""),
        bind("up", "row(-1)", "KEY_CHOOSE", display="↑ ↓"),
        bind("down", "row(1)", ""),
        bind("1", "change_at(0)", "KEY_CHANGE_SETTING", display=f"1-{COUNT}"),
        *(bind(str(row + 1), f"change_at({row})", "") for row in range(1, COUNT)),
    ]

    row: var[int] = var(0)

    @dataclass
    class Changed(Message):
        """A setting was changed."""

        name: str
        value: str

    def __init__(self, values: Mapping[str, str], languages: Sequence[str]) -> None:
        super().__init__()
        names = {language: Text(en=language_name(language)) for language in languages}
        self._settings = (Setting("language", messages.SETTING_LANGUAGE, names), *LOOK, SURE, FRONT)
        self._values = dict(values)

    def action_change(self, steps: int) -> None:
        setting = self._settings[self.row]
        keys = list(setting.options)
        value = keys[(keys.index(self._values[setting.name]) + steps) % len(keys)]
        self._set(setting, value)

    def action_change_at(self, row: int) -> None:
        self.row = row
        self.action_change(1)

    def _set(self, setting: Setting, value: str) -> None:
        self._values[setting.name] = value
        self.post_message(self.Changed(setting.name, value))
        self.update_lines()

    def action_row(self, steps: int) -> None:
        self.row = (self.row + steps) % len(self._settings)

    def watch_row(self) -> None:
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row, air = divmod(offset.y, self._rows)
        if not air and row < len(self._settings):
            if self.row == row:
                self.action_change(1)
            self.row = row

    @property
    def _rows(self) -> int:
        return rows_each(len(self._settings), self.app.size.height)

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return setting_lines(self._settings, self._values, self.row, width, look_of(self), self._rows)


class SettingsScreen(Dialog[None]):
    """The settings."""

    BINDINGS = [
        bind("escape,s,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    def __init__(self, values: Mapping[str, str], languages: Sequence[str], session: Session) -> None:
        """Make the dialog; `values` says how all looks now. What is asked is kept in the session's record."""
        super().__init__()
        self._values = {
            **values,
            SURE_SETTING: "on" if session.asks_how_sure() else "off",
            FRONT_SETTING: "plain" if session.store.settings().get(FRONT_SETTING) == "plain" else "full",
        }
        self._languages = languages
        self._session = session

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield SettingRows(self._values, self._languages)
        yield KeyLine()

    def on_mount(self) -> None:
        self.look_changed()
        self.query_one(SettingRows).focus()

    def on_setting_rows_changed(self, event: SettingRows.Changed) -> None:
        if event.name in (SURE_SETTING, FRONT_SETTING):
            event.stop()
            self._session.tell(self._session.store.save_setting(event.name, event.value))

    def look_changed(self) -> None:
        """Show the dialog in the app's present language and colours."""
        self.query_one(Vertical).border_title = plain(messages.SETTINGS_TITLE(look_of(self).language))
        for widget in (one for one in self.walk_children() if isinstance(one, Lines)):
            widget.update_lines()
