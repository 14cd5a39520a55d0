"""Textual's driver for Linux and macOS: keys read by `TerminalReader`, and the terminal given back in every case."""

from __future__ import annotations

import os
import re
import selectors
import signal
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from queue import Empty
from typing import cast

from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from tutor.render.rung import is_bare
from tutor.stand_ins import BRAILLE, SAMPLES
from tutor.ui.terminal.asking import (
    ALTERNATE_LEFT,
    AS_IT_WAS,
    CELLS_AGAIN,
    KEYS_AS_THEY_WERE,
    POINTER_AS_IT_WAS,
    WIPED,
    in_ecma_48,
)
from tutor.ui.terminal.gate import Gate
from tutor.ui.terminal.reading import MOST_COLUMNS, MOST_ROWS, Answer, TerminalReader, Widths
from tutor.ui.terminal.writing import BROKEN_OFF, Outlet

LOOK_EVERY = 0.1
"""Seconds between two looks whether a lone escape was a key, or the program is to end."""
AT_ONCE = 4096
"""Bytes that are read at a time."""
QUESTION = "\x1b[5n"
"""Asks a terminal how it is (DSR). All answer, in the order in which they draw, and draw nothing for it."""
LAST_QUESTION = "\x1b[6n"
"""Asks where the cursor is, before the end. In the first row the answer could be a key (Shift and F3)."""
_WIDTH_ROW = 2
_AT = f"\x1b[{_WIDTH_ROW};1H"
_ASKED = (*SAMPLES, f"{BRAILLE}\x1b[2b")
"""Characters, and one that comes two times again on a terminal that knows what that is (REP)."""
WIDTH_QUESTION = f"{''.join(f'{_AT}{drawn}{LAST_QUESTION}' for drawn in _ASKED)}{_AT}\x1b[2K"
"""Asks where the cursor is after each of these, and wipes them away. No key looks like the answer."""
_LAST_ANSWER = re.compile(rb"\x1b\[\d+;\d+R")
LEAVES_WITHIN = 1.0
"""Seconds after which the program ends though an answer is still on its way."""


class TerminalDriver(LinuxDriver):
    """A terminal. No byte of it ends the app, it is left as it was found, and Ctrl+Z goes back to its shell."""

    is_on = False
    """Whether the terminal is set up for a full screen."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._outlet = Outlet(self._file)
            self._file = cast(TextIOWrapper, self._outlet)
        name = os.environ.get("TERM", "")
        self._is_bare = is_bare(name)
        # GNU screen erases in its own colour, and passes for nothing else.
        erases = not name.startswith("screen")
        self.gate = Gate(self, clock=time.monotonic, erases=erases)
        self._widths_asked = 0
        """of how many characters it was asked how wide they are, without an answer so far"""
        self._widths: list[int] = []
        """the answers so far, of those that were asked together"""

    # -- what comes in ------------------------------------------------------------------------------------------------

    def run_input_thread(self) -> None:
        """Read until the app ends or the terminal is gone, and hand on what it says. Runs in a thread of its own."""
        reader = TerminalReader()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK_EVERY):
                    try:
                        data = os.read(self.fileno, AT_ONCE)
                    except OSError:
                        data = b""
                    if not data:
                        # Gone; whoever watches the terminal ends the app.
                        return
                    for message in reader.feed(data):
                        self.process_message(message)
                for message in reader.tick():
                    self.process_message(message)

    def _run_input_thread(self) -> None:
        # Textual would print what fails here, every variable on the way, and exit with 0.
        self.run_input_thread()

    def _get_terminal_size(self) -> tuple[int, int]:
        # It is asked for when it has changed, and then what was drawn may be gone.
        self.gate.sheet.forget()
        columns, rows = super()._get_terminal_size()
        return min(columns, MOST_COLUMNS), min(rows, MOST_ROWS)

    def process_message(self, message: Message) -> None:
        """Hand on what the terminal says. Runs in the thread that reads."""
        if isinstance(message, Answer):
            # The loop may have ended meanwhile.
            with suppress(RuntimeError):
                self.gate.answered()
            return
        if isinstance(message, events.CursorPosition) and self._widths_asked and message.y == _WIDTH_ROW - 1:
            self._widths_asked -= 1
            self._widths.append(message.x)
            if len(self._widths) < len(_ASKED):
                return
            self.gate.repeats = self._widths.pop() == 3
            message = Widths(dict(zip(SAMPLES, self._widths, strict=True)))
            self._widths.clear()
        if isinstance(message, events.Resize):
            self.gate.sheet.forget()
            message = self._as_it_is(message)
        super().process_message(message)

    def _as_it_is(self, resize: events.Resize) -> events.Resize:
        """Return the size that the terminal has: what came as input may have been typed, or be of a moment ago."""
        with suppress(OSError, ValueError):
            size = Size(*os.get_terminal_size(self._outlet.fileno()))
            if size.area and size != resize.size:
                size = Size(min(size.width, MOST_COLUMNS), min(size.height, MOST_ROWS))
                return events.Resize(size, size, pixel_size=resize.pixel_size)
        return resize

    def _size_changed(self, *_: object) -> None:
        """Say how large the terminal is. Textual does not, once a terminal has told its size as input."""
        size = Size(*self._get_terminal_size())
        self.process_message(events.Resize(size, size))

    # -- what goes out ------------------------------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Have something written, as far as the terminal knows it."""
        if data == ALTERNATE_LEFT:
            data = WIPED + data
        if self._is_bare:
            data = in_ecma_48(data)
        if data:
            super().write(self.gate.passing(data))

    def ask(self) -> None:
        """Ask the terminal to say when it has come so far."""
        if self.input_tty:
            self.write(QUESTION)
            self.gate.asked()

    def is_busy(self) -> bool:
        """Return whether there is something that the terminal has not taken from us."""
        writer = self._writer_thread
        return writer is not None and (writer._queue.qsize() > 0 or self._outlet.is_writing)

    def _throw_away(self) -> None:
        """Throw away what is still ours of what was to be written."""
        writer = self._writer_thread
        if writer is None or not self.is_busy():
            return
        self._outlet.discard()
        with suppress(Empty):
            while True:
                writer._queue.get_nowait()
        with suppress(OSError, termios.error):
            termios.tcflush(self._outlet.fileno(), termios.TCOFLUSH)
        self.write(BROKEN_OFF)

    def _take_answers(self, ask: Callable[[str], object]) -> None:
        """Wait a moment for answers that are on their way: later, a shell would take them for typed.

        Some were thrown away, or their questions were. So another question is asked, and its answer is the last.
        """
        within = min(self.gate.answers_within(), LEAVES_WITHIN)
        if not within:
            return
        until = time.monotonic() + within
        said = b""
        earlier = self._widths_asked
        with suppress(OSError, ValueError), selectors.SelectSelector() as selector:
            ask(LAST_QUESTION)
            selector.register(self.fileno, selectors.EVENT_READ)
            while (left := until - time.monotonic()) > 0 and len(_LAST_ANSWER.findall(said)) <= earlier:
                # Where the other thread still reads, it may be the one that is told.
                if not self.gate.unanswered():
                    break
                if selector.select(min(left, LOOK_EVERY / 2)):
                    data = os.read(self.fileno, AT_ONCE)
                    if not data:
                        break
                    said += data
        # Whoever stops it once more asks and waits for nothing.
        self._widths_asked = 0
        self._widths.clear()
        self.gate.forget()

    # -- taken and given back -----------------------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Set the terminal up."""
        self.is_on = True
        self.gate.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # In the background Textual gives up before it has begun.
        self.is_on = self._is_writing
        if self.is_on:
            signal.signal(signal.SIGWINCH, self._size_changed)
            if self.input_tty and not self._is_bare:
                # Nothing is drawn yet, and nothing waits: whoever has answered is drawn for anew.
                self._widths_asked += len(_ASKED)
                self.write(WIDTH_QUESTION)
            self.ask()

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.gate.stop()
        self._throw_away()
        self.write(CELLS_AGAIN)
        self.write(POINTER_AS_IT_WAS)
        super().stop_application_mode()
        self.is_on = False

    def disable_input(self) -> None:
        """Read no more, once all that was asked is answered."""
        super().disable_input()
        if self._is_writing:
            self._take_answers(self.write)

    def close(self) -> None:
        """Write what is still to be written, and leave nothing that was typed or reported meanwhile to the shell."""
        if self._is_writing:
            super().close()
        self._forget_input()

    @property
    def _is_writing(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def give_back(self) -> None:
        """Give the terminal back at once, from wherever the program is stuck or failed, where that was not done."""
        if not self.is_on:
            return
        self.is_on = False
        if self._file is not None:
            with suppress(OSError, termios.error):
                # A frame that is still on its way would be drawn on the shell's screen.
                termios.tcflush(self._file.fileno(), termios.TCOFLUSH)
            taken_back = AS_IT_WAS if self._outlet.has_asked_for_keys else AS_IT_WAS.replace(KEYS_AS_THEY_WERE, "")
            with suppress(OSError):
                os.write(self._file.fileno(), (in_ecma_48(taken_back) if self._is_bare else taken_back).encode())
            self._take_answers(lambda question: os.write(self._outlet.fileno(), question.encode()))
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        self._forget_input()

    def _forget_input(self) -> None:
        with suppress(OSError, termios.error):
            termios.tcflush(self.fileno, termios.TCIFLUSH)

    # -- paused and continued -----------------------------------------------------------------------------------------

    @property
    def can_suspend(self) -> bool:
        """Whether there is a shell to go back to, which can continue the program.

        A shell gives each job a group of processes of its own. A program that is all there is in its terminal is in
        the group of the session's leader, and nobody would ever wake it.
        """
        return os.getpgrp() != os.getsid(0)

    def _sigtstp_application(self, *_: object) -> None:
        """Pause, with all processes of the job: the shell waits for the one that it started, whatever that started."""
        if not self.can_suspend:
            return
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)

    def _sigcont_application(self, *_: object) -> None:
        """Go on: after a pause, or after a stop that came without a word and left the terminal as it was here."""
        if not self._auto_restart:
            return
        if self.is_on:
            try:
                in_front = os.tcgetpgrp(self.fileno)
            except OSError:
                # A terminal that is closed wakes its programs once more, to tell them to end.
                return
            if in_front != os.getpgrp():
                return
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()
