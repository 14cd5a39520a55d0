"""A question on screen. What it says comes from its `Asking`; what the learner does goes out as messages."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tutor.course.entry import Entry as How
from tutor.course.entry import Options, Sliders, Typed
from tutor.course.questions import Guess
from tutor.render.actions import Action
from tutor.render.prose.layout import lay_out
from tutor.render.question import after, asked_fill, marks_of, prompt
from tutor.session.asking import Asking
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.option_rows import OptionRows
from tutor.ui.widgets.said import Said

LETTERS = {"h": "hint", "a": "reveal", "r": "again", "w": "working"}
"""The letters that do something beside an entry of numbers, where no letter can be part of the answer."""


ACTION_WORDS = {
    "hint": messages.KEY_HINT,
    "reveal": messages.KEY_REVEAL,
    "again": messages.KEY_AGAIN,
    "working": messages.KEY_WORKING,
}


class Entry(Input):
    """Where a number, an array or a word is typed."""

    BINDINGS = [
        bind("enter", "submit", "KEY_ANSWER"),
        bind("up", "nudge(1)", "KEY_NUDGE", display="↑ ↓"),
        bind("down", "nudge(-1)", ""),
    ]

    @dataclass
    class Nudged(Message):
        """The guess is to go up or down a little."""

        steps: int

    def __init__(self, *, letters: bool, nudges: bool, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._letters = letters
        self._nudges = nudges

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "nudge":
            return self._nudges
        return super().check_action(action, parameters)

    def action_nudge(self, steps: int) -> None:
        self.post_message(self.Nudged(steps))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return not self._is_shortcut(character) and super().check_consume_key(key, character)

    def _is_shortcut(self, character: str | None) -> bool:
        """Whether a key means something else: where an answer is made of digits, letters do, and ? asks for help."""
        if self._letters or not character:
            return False
        return character == "?" or (character.isalpha() and character not in "eExX")

    async def _on_key(self, event: events.Key) -> None:
        if self._is_shortcut(event.character):
            # Textual calls the handlers of all base classes in turn, and Input's would type the letter.
            event.prevent_default()


class QuestionView(Vertical):
    """One question: the prompt, a way to answer, what is said to the answer, and what can be done next."""

    DEFAULT_CSS = """
    QuestionView { height: auto; }
    QuestionView Entry { width: 1fr; max-width: 48; margin: 0 0 0 2; }
    """

    BINDINGS = [bind(letter, f"do('{name}')", f"KEY_{name.upper()}", shown=False) for letter, name in LETTERS.items()]

    @dataclass
    class Responded(Message):
        """The learner gave a response."""

        view: QuestionView
        response: str

    @dataclass
    class Asked(Message):
        """The learner asked for a hint, for the answer, or to try again."""

        view: QuestionView
        what: str

    @dataclass
    class Guessing(Message):
        """A prediction is being typed; its number so far, or None."""

        view: QuestionView
        guess: Guess | None

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._refused = ""
        self._unfolded = False
        self._outdated = False

    @property
    def asking(self) -> Asking:
        """How far the question has come."""
        return self._asking

    @property
    def _how(self) -> How:
        """How a response is entered."""
        return self._asking.question.entry(self._asking.asked)

    def compose(self) -> ComposeResult:
        yield Said(classes="prompt")
        yield from self._entry()
        yield Said(classes="after")
        yield ActionRow()

    def _entry(self) -> ComposeResult:
        match self._how:
            case Typed(hint, letters, nudges):
                yield Entry(letters=letters, nudges=nudges, placeholder=hint(look_of(self).language))
            case Options(mode, _, shown):
                yield OptionRows(mode, shown, self._option)

    def on_mount(self) -> None:
        for entry in self.query(Entry):
            entry.cursor_blink = False
        self.put(self._asking)

    def put(self, asking: Asking, *, refused: str = "") -> None:
        """Show how far the question has come; `refused` says why what was typed is no answer."""
        fresh = asking.tries == 0 and self._asking.tries > 0
        self._asking, self._refused, self._outdated = asking, refused, False
        for entry in self.query(Entry):
            if fresh:
                entry.value = ""
            elif asking.response and not entry.value:
                entry.value = asking.response
            entry.disabled = asking.is_over
        for rows in self.query(OptionRows):
            if asking.response:
                rows.put(asking.response)
            rows.mark(marks_of(asking))
            rows.can_focus = not asking.is_over
        self.show_texts()

    def sliders_moved(self) -> None:
        """Take back what was said to the setting that the sliders had before."""
        if isinstance(self._how, Sliders) and not self._asking.is_over and not self._outdated:
            self._outdated = True
            self.show_texts()

    def show_texts(self) -> None:
        """Say everything in the app's present language."""
        look = look_of(self)
        asking = self._asking
        self.query_one(".prompt", Said).sayings = prompt(asking.asked, look.language)
        self.query_one(".after", Said).sayings = after(
            asking, look.language, refused=self._refused, unfolded=self._unfolded, outdated=self._outdated
        )
        self.query_one(ActionRow).actions = self._actions()
        if isinstance(self._how, Typed):
            self.query_one(Entry).placeholder = self._how.hint(look.language)
        for rows in self.query(OptionRows):
            rows.update_lines()
        self.refresh_bindings()

    def focus_entry(self) -> bool:
        """Put the focus where the answer is given; False where the question is over."""
        if self._asking.is_over:
            return False
        for widget in (*self.query(Entry), *self.query(OptionRows), *self.query(ActionRow)):
            if widget.focusable:
                widget.focus()
                return True
        return False

    # -- what can be done -----------------------------------------------------------------------------------------

    def _actions(self) -> tuple[Action, ...]:
        asking = self._asking
        actions = []
        if isinstance(self._how, Sliders) and not asking.is_over:
            actions.append(Action("check", messages.KEY_CHECK, message="KEY_CHECK"))
        for letter, name in LETTERS.items():
            if self.can(name):
                actions.append(Action(name, ACTION_WORDS[name], letter, f"KEY_{name.upper()}"))
        return tuple(actions)

    def can(self, name: str) -> bool:
        """Return whether "hint", "reveal", "again" or "working" can be done now."""
        asking = self._asking
        match name:
            case "hint":
                return asking.can_hint
            case "reveal":
                return asking.can_reveal
            case "again":
                return asking.is_over and asking.can_try_again
            case "working":
                return asking.is_over and bool(asking.question.working(asking.asked))
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.can(str(parameters[0])) if action == "do" else True

    def action_do(self, name: str) -> None:
        if name == "working":
            self._unfolded = not self._unfolded
            self.show_texts()
        else:
            self.post_message(self.Asked(self, name))

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        event.stop()
        if event.name == "check":
            self.post_message(self.Responded(self, ""))
        else:
            self.action_do(event.name)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Responded(self, event.value))

    def on_option_rows_answered(self, event: OptionRows.Answered) -> None:
        event.stop()
        if not self._asking.is_over:
            self.post_message(self.Responded(self, event.response))

    # -- a prediction moves on the chart while it is being made ------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if isinstance(self._how, Typed) and self._how.nudges and not self._asking.is_over:
            self.post_message(self.Guessing(self, self._asking.question.guess(self._asking.asked, event.value)))

    def on_entry_nudged(self, event: Entry.Nudged) -> None:
        event.stop()
        entry = self.query_one(Entry)
        entry.value = self._asking.question.nudged(self._asking.asked, entry.value, event.steps)
        entry.cursor_position = len(entry.value)

    # -- texts ----------------------------------------------------------------------------------------------------

    def _option(self, place: int, option: int, width: int) -> list[list[Segment]]:
        look, how = look_of(self), self._how
        if not isinstance(how, Options):
            return []
        fill = asked_fill(self._asking.asked, look.language)
        return lay_out(how.row(place, option).in_(look.language), width, fill, {}, look.palette)
