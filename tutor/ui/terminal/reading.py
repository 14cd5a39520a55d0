"""From the bytes of a terminal to keys, clicks and pasted text. No byte of them ends the app, or keeps it waiting.

Textual's parser is inherited from, because it lets a number that is no character, a size of zero or a byte that is not
UTF-8 through as an exception, and reads escape sequences inside pasted text: what follows one would be typed.
"""

from __future__ import annotations

import codecs
import re
import time
import unicodedata
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, XTermParser
from textual.constants import ESCAPE_DELAY
from textual.keys import Keys
from textual.message import Message

MOST_COLUMNS, MOST_ROWS = 2_000, 1_000
"""No terminal is larger; one that says so is mistaken, and drawing for it would take minutes."""
MOST_PASTED = 1 << 20
"""Bytes of one paste that are kept."""
QUIET = 3.0
"""Seconds without a byte after which a paste whose end never came has ended."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands for bytes that are no UTF-8."""

_PASTE_END = BRACKETED_PASTE_END.encode()
_BEGINNING = re.compile(rb"\x1b\[(?:200~|M)")
"""Where something begins that has to be read as bytes: pasted text, or a click as X10 tells it."""
_CLICK_BYTES = 3
_MOST_BEFORE = 5
"""How much of a beginning may have come before the rest of it."""
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)")
"""What colours a text, moves a cursor or names a window: nobody means to paste it."""
_INVISIBLE = dict.fromkeys(code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r")


ANSWERS = ("\x1b[0n", "\x1b[3n")
"""What a terminal answers when it is asked how it is: well, or not."""


class Answer(events.Key):
    """The terminal has come as far as our question. No key: the parser only hands on what looks like one."""


class Widths(Message):
    """How wide the terminal draws characters whose width Unicode leaves to whoever draws them: ●, ─ or α."""

    def __init__(self, cells: Mapping[str, int]) -> None:
        super().__init__()
        self.cells = cells
        """of each of the `SAMPLES`"""


class KeyParser(XTermParser):
    """Textual's parser, with what is malformed left out, and answers to our questions told from keys."""

    def parse_mouse_code(self, code: str) -> Message | None:
        """Return what the mouse did. A terminal that does not know how large a cell is counts in cells."""
        for size in (self.terminal_size, self.terminal_pixel_size):
            if size is not None and not all(size):
                self.terminal_pixel_size = None
        return super().parse_mouse_code(code)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if sequence in ANSWERS:
            yield Answer("answer", None)
            return
        try:
            yield from super()._sequence_to_key_events(sequence, alt)
        except (ValueError, OverflowError):
            # The number of a key or a character that does not exist, or several numbers where one belongs.
            yield events.Key(Keys.Ignore, sequence)


class TerminalReader:
    """Reads what a terminal sends, as it comes in."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to read; `clock` gives seconds."""
        self._clock = clock
        self._parser = KeyParser()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._before = b""
        """the last bytes read, for a beginning that comes in two pieces"""
        self._click_bytes = 0
        """how many bytes of a click are still to come"""
        self._pasted: bytearray | None = None
        """what was pasted so far; None outside a paste"""
        self._since = clock()
        """when the last byte came"""

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield what the bytes say."""
        self._since = self._clock()
        while data:
            if self._pasted is not None:
                self._pasted += data
                data = yield from self._paste(self._pasted, len(data))
            elif self._click_bytes:
                data = yield from self._skip_click(data)
            else:
                known = len(self._before)
                found = _BEGINNING.search(self._before + data)
                end = len(data) if found is None else found.end() - known
                piece, data = data[:end], data[end:]
                self._before = (self._before + piece)[-_MOST_BEFORE:]
                yield from self._parse(piece)
                if found is not None:
                    self._before = b""
                    if found.group().endswith(b"M"):
                        self._click_bytes = _CLICK_BYTES
                    else:
                        self._pasted = bytearray()

    def tick(self) -> Iterator[Message]:
        """Yield what is over because nothing more has come. To be called several times a second."""
        quiet_for = self._clock() - self._since
        if self._pasted is not None and quiet_for >= QUIET:
            yield from self._end_paste(bytes(self._pasted))
        if quiet_for >= ESCAPE_DELAY:
            self._click_bytes = 0
            self._before = b""
        yield from self._sound(self._parser.tick())

    def _parse(self, data: bytes) -> Iterator[Message]:
        text = self._decode(data)
        if text:  # an empty one would end the parser
            yield from self._sound(self._parser.feed(text))

    def _skip_click(self, data: bytes) -> Generator[Message, None, bytes]:
        """Leave out a byte of a click, which is no UTF-8 past column 95; return the rest.

        Nothing is lost: a terminal that tells of clicks in another form has been asked for that one.
        """
        if data[0] < 0x20:
            self._click_bytes = 0
            return data
        self._click_bytes -= 1
        yield from self._parse(b" ")
        return data[1:]

    def _paste(self, pasted: bytearray, new: int) -> Generator[Message, None, bytes]:
        """Take in `new` more bytes of a paste; return what comes after it, once its end has come."""
        end = pasted.find(_PASTE_END, max(0, len(pasted) - new - len(_PASTE_END) + 1))
        if end < 0:
            # The last ones may be the beginning of the end.
            del pasted[MOST_PASTED : -len(_PASTE_END)]
            return b""
        yield from self._end_paste(bytes(pasted[:end]))
        return bytes(pasted[end + len(_PASTE_END) :])

    def _end_paste(self, pasted: bytes) -> Iterator[Message]:
        self._pasted = None
        # The parser has seen the beginning, and none of the text.
        yield from self._parse(_PASTE_END)
        text = _SEQUENCE.sub("", pasted[:MOST_PASTED].decode("utf-8", "replace")).translate(_INVISIBLE)
        # A file's name on a Mac comes as jamo, and a backspace would take one of them from a syllable.
        text = unicodedata.normalize("NFC", text)
        if text:
            yield events.Paste(text)

    def _sound(self, messages: Iterable[Message]) -> Iterator[Message]:
        """Yield the messages that a person or a terminal can mean."""
        parser = self._parser
        size, pixels = parser.terminal_size, parser.terminal_pixel_size
        for message in messages:
            match message:
                case events.Resize():
                    if not _is_believable(message):
                        parser.terminal_size, parser.terminal_pixel_size = size, pixels
                        continue
                    size, pixels = message.size, message.pixel_size
                case events.MouseEvent():
                    if message.x >= MOST_COLUMNS or message.y >= MOST_ROWS:
                        continue
                case events.Key():
                    if message.character is not None and not _is_meant(message.character):
                        continue
                case events.Paste():
                    # What is pasted is read here, not there.
                    continue
            yield message


def _is_believable(resize: events.Resize) -> bool:
    return 0 < resize.size.width <= MOST_COLUMNS and 0 < resize.size.height <= MOST_ROWS


def _is_meant(character: str) -> bool:
    """Return whether a key can stand for it: in an answer, what is left of a key in another encoding is nonsense."""
    return not any(one == REPLACEMENT or 0xD800 <= ord(one) < 0xE000 for one in character)
