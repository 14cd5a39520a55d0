"""Where a program is typed. Every printable key types; only keys with Ctrl act."""

from __future__ import annotations

import re
from dataclasses import replace

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import Reactive, var
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from tutor.dataclass import dataclass
from tutor.program import LONGEST_SOURCE
from tutor.render.code_colours import GAP, Run, coloured_lines
from tutor.render.look import Look
from tutor.role import Role
from tutor.session.typing import LEVEL, indentation_after, indentation_of, one_level_less, to_next_level
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.text_pad import TextPad


class Editor(TextPad, inherit_bindings=False):
    """A small editor for Python."""

    BINDINGS = [
        bind("ctrl+r", "stop_running", "KEY_STOP_RUNNING", display="^r esc"),
        bind("ctrl+r", "give", "KEY_RUN"),
        bind("ctrl+z,super+z", "undo", "KEY_UNDO_TYPING", display="^z"),
        bind("ctrl+y,super+y", "redo", "KEY_REDO_TYPING", display="^y", shown=False),
        bind("ctrl+g", "next_blank", "KEY_NEXT_BLANK"),
        bind("ctrl+g", "blanks", "KEY_BLANKS"),
        bind("ctrl+t", "starter", "KEY_STARTER"),
        bind("ctrl+o", "own_editor", "KEY_OWN_EDITOR"),
        bind("escape", "stop_running", "KEY_STOP_RUNNING"),
        bind("escape", "stop_writing", "KEY_STOP_WRITING"),
        bind("enter", "begin_line", ""),
        bind("tab", "indent", ""),
        bind("shift+tab", "dedent", ""),
        *TextPad.BINDINGS,
        # After ours, because the line of keys names them in this order.
        *(
            replace(known, description="")
            for known in TextArea.BINDINGS
            if isinstance(known, Binding) and known.action not in ("undo", "redo")
        ),
    ]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As in Textual, but that a line has grown by a letter does not lay out the whole screen."""
    fault_line: var[int] = var(0)
    """the line that is marked, from 1; 0 for none"""

    @dataclass
    class Given(Message):
        """The program is to be run and judged."""

        source: str

    @dataclass
    class GivenUp(Message):
        """Nobody waits any more for what is run and judged."""

    @dataclass
    class Stopped(Message):
        """Letters are to be keys again."""

    @dataclass
    class OwnEditorWanted(Message):
        """The program is to be written in the learner's own editor."""

    @dataclass
    class Fitted(Message):
        """The editor has another size."""

        editor: Editor

    def __init__(self) -> None:
        super().__init__(soft_wrap=False, compact=True, theme="css", highlight_cursor_line=False, max_checkpoints=500)
        self.cursor_blink = False
        self.match_cursor_bracket = True
        self.indent_width = LEVEL
        self.starter = ""
        self.with_gaps = ""
        """the easier form of the program; "" where there is none"""
        self.is_judged = False
        """the program is being run and judged"""
        self._coloured: tuple[str, Look, list[list[Run]]] | None = None

    def show_source(self, source: str) -> None:
        """Begin with a program; what was there before is forgotten."""
        self.load_text(source)
        if not self._select_gap():
            self.move_cursor(self.document.end)
        # An editor that has its room only now shows where one begins to write.
        self.call_after_refresh(self.scroll_cursor_visible)

    def put(self, source: str) -> None:
        """Put another program in place of all that stands here. This can be undone."""
        if source != self.text:
            self.history.checkpoint()
            self.replace(source, (0, 0), self.document.end, maintain_selection_offset=False)
            self.history.checkpoint()

    def watch_virtual_size(self, before: Size, now: Size) -> None:
        """Lay out again where lines have come or gone, or do not fit; the cursor stays in view."""
        if before.height != now.height or max(before.width, now.width) > self.size.width:
            self.refresh(layout=True)
            self.call_after_refresh(self.scroll_cursor_visible)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """As in Textual, but wherever the cursor can be seen beside the beginnings of the lines, both are."""
        room = self.scrollable_content_region.width - self.gutter_width
        # Three cells: as much as Textual keeps in view of where the cursor is.
        if self.scroll_x and self.is_cursor_there and self.get_column_width(*self.cursor_location) + 3 <= room:
            self.scroll_to(x=0, animate=False, force=True, immediate=True)
        return super().scroll_cursor_visible(center, animate)

    def on_resize(self) -> None:
        """Keep the cursor in view, and with it the beginnings of the lines where there is room for both."""
        self.call_after_refresh(self.scroll_cursor_visible)
        self.post_message(self.Fitted(self))

    # -- keys ---------------------------------------------------------------------------------------------------------

    @property
    def forms(self) -> tuple[bool, bool, bool]:
        """Whether the program is another than the starter, has open blanks, and may get some."""
        has_blanks = GAP in self.text
        return self.text != self.starter, has_blanks, bool(self.with_gaps) and not has_blanks

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "stop_running":
                return self.is_judged
            case "give" | "stop_writing":
                return not self.is_judged
            case "starter":
                return self.forms[0]
            case "next_blank":
                return self.forms[1]
            case "blanks":
                return self.forms[2]
        return super().check_action(action, parameters)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "tab"):
            # These are bound. Textual calls the handlers of all base classes in turn, and TextArea's would type them.
            event.prevent_default()

    def action_begin_line(self) -> None:
        """Begin a line, as far in as Python has it."""
        row, column = min(self.selection)
        line = self.document.get_line(row)[:column]
        # Inside the indentation, Enter moves the line down as it is.
        spaces = indentation_after(line) if line.strip() else column
        self._replace_via_keyboard("\n" + " " * spaces, *self.selection)

    def action_indent(self) -> None:
        """Insert spaces to the next level, or move every selected line in by one."""
        start, end = sorted(self.selection)
        if start[0] == end[0]:
            self._replace_via_keyboard(" " * to_next_level(start[1]), start, end)
            return
        for row in range(start[0], end[0] + 1):
            if self.document.get_line(row):
                self.insert(" " * LEVEL, (row, 0))

    def action_dedent(self) -> None:
        """Take a level of indentation away from the line, or from every selected one."""
        start, end = sorted(self.selection)
        for row in range(start[0], end[0] + 1):
            spaces = indentation_of(self.document.get_line(row))
            self.delete((row, 0), (row, spaces - one_level_less(spaces)))

    def action_delete_left(self) -> None:
        """Delete a character, or in the indentation a level of it."""
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        if self.selection.is_empty and before and not before.strip(" "):
            self._delete_via_keyboard((row, one_level_less(column)), (row, column))
        else:
            super().action_delete_left()

    def action_give(self) -> None:
        self.post_message(self.Given(self.text))

    def action_stop_running(self) -> None:
        self.post_message(self.GivenUp())

    def action_stop_writing(self) -> None:
        self.selection = Selection.cursor(self.cursor_location)
        self.post_message(self.Stopped())

    def action_starter(self) -> None:
        self.put(self.starter)
        self._select_gap()

    def action_blanks(self) -> None:
        self.put(self.with_gaps)
        self._select_gap()

    def action_next_blank(self) -> None:
        """Select the next blank; after the last, the first."""
        lines = self.text.split("\n")
        blanks = [(row, found.start()) for row, line in enumerate(lines) for found in re.finditer(GAP, line)]
        row, column = next((blank for blank in blanks if blank >= max(self.selection)), blanks[0])
        self.selection = Selection((row, column), (row, column + len(GAP)))

    def action_own_editor(self) -> None:
        self.post_message(self.OwnEditorWanted())

    def _select_gap(self) -> bool:
        """Select the first gap, or what stands for all that is to be written: what is typed stands in its place.

        Returns whether there is one.
        """
        for row, line in enumerate(self.text.split("\n")):
            code = line.partition("#")[0].rstrip()
            at = line.find(GAP) if GAP in line else code.rfind("...") if code.endswith("...") else -1
            if at >= 0:
                self.selection = Selection((row, at), (row, at + 3))
                return True
        return False

    async def _on_paste(self, event: events.Paste) -> None:
        # What stands in a program as it is pasted are spaces; and one that is far too long is none.
        event.stop()
        event.prevent_default()
        text = event.text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(LEVEL)[:LONGEST_SOURCE]
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)

    # -- look ---------------------------------------------------------------------------------------------------------

    def get_line(self, line_index: int) -> Text:
        """Return a line in its colours, the one with the fault marked."""
        line = super().get_line(line_index)
        look, source = look_of(self), self.text
        if self._coloured is None or self._coloured[:2] != (source, look):
            self._coloured = (source, look, coloured_lines(source, look))
        lines = self._coloured[2]
        for run in lines[line_index] if line_index < len(lines) else ():
            line.stylize(run.style, run.start, run.end)
        if line_index == self.fault_line - 1:
            line.stylize(Style(underline=True) + look.role(Role.LOSS), indentation_of(line.plain))
        return line

    def watch_fault_line(self) -> None:
        self.show_anew()

    def show_anew(self) -> None:
        """Draw all lines anew: in what they are drawn has changed."""
        self.notify_style_update()
        self.refresh()
