"""Press, click, paste and resize at random, 2,000 times a round, with bytes no terminal should send among them."""

from __future__ import annotations

import asyncio
import random
import tempfile
import traceback
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from textual import events
from textual.geometry import Size

from tests.ordeal._frame import in_turn
from tests.trusted import course_in, outline_in
from tutor.course.model import Course
from tutor.course.outline import Outline
from tutor.learner.store import Store
from tutor.render.rung import Rung
from tutor.ui import drive
from tutor.ui.app import TutorApp
from tutor.ui.screens.help import HelpScreen
from tutor.ui.screens.home import HomeScreen
from tutor.ui.show import screen_text
from tutor.ui.terminal.reading import TerminalReader

ROUNDS = 100
EVENTS = 2_000
"""Keys, clicks and pastes of one round."""
BEATS = (0, 0, 0, 1, 2, 3, 5, 8, 13, 21)
"""Turns of the loop between two of them that come close together."""
ROOT = Path(__file__).parent.parent.parent
TOUR, LESSONS = ROOT / "tests" / "tour", ROOT / "lessons"
SIZES = ((120, 36), (80, 24), (60, 18), (200, 60), (59, 17), (20, 5), (1, 1), (300, 10), (40, 100))
NOON = 1_767_268_800_000

KEYS = (
    *(["\r", "\x1b", "\t", " ", "?"] * 4),
    *(["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[Z", "\x7f"] * 3),
    *("\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[1;5C", "\x1b[1;5D", "\x1b[3~", "\x10", "\x1a", "\x13", "\x1bOP"),
    *"0123456789.-,/[]()abceghlmnprsvwxyzXW",
    *"ㅂㅈㄷㄱㅅㅎㅊㅁㄴㅇ가",
    *("\x1b[97u", "\x1b[27u", "\x1b[13u", "\x1b[97;1;97u", "\x1b[57441;2u", "\x1b[57399;1;48u", "\x1b[112;5u"),
)
REPORTS = (
    "\x1b[48;24;80;480;640t",
    "\x1b[12;40R",
    "\x1b[?2026;2$y",
    "\x1b[?2048;2$y",
    "\x1b[?1;2c",
    "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1b[I",
    "\x1b[O",
    "\x1b[M !!",
    "\x1b[32;10;10M",
    "\x1b[<0;10;10M",
    "\x1b[<64;1;1M",
    "\x1b[200~text\x1b[201~",
    "\x1b[27;5;13~",
    "\x1b[97:65;2u",
    "\x1b[97;1:3u",
)
NUMBERS = (0, 1, 255, 65_536, 0xD800, 0x110000, 10**9, 2**31, 2**63, 10**25, -1)
ALPHABET = "0123456789;:<>?$[]uRtMm~ABCyOIc\x1b\x00\x7f a가é²٣"
PASTED = (
    "3",
    "0.5",
    "W",
    "1 2; 3 4",
    "x\r\ny\r\n",
    "가나다",
    "np.sum(x)\n" * 3,
    "\x1b[31mred\x1b[0m",
    "q" * 3_000,
    "\x00\x1b",
)
NO_TEXT = b"\xff\xe9\xc3\x80\xb0\xa1\xc7\xd1\x9b\x00\x1b[aM~"
"""Bytes of Latin-1, of CP949, of clicks far to the right, and what can stand around them."""


class EndlessApp(TutorApp):
    """The tutor, which no key ends: a round is as long as it is to be."""

    CSS_PATH = ROOT / "tutor" / "ui" / "tutor.tcss"

    def exit(self, *_: Any, **__: Any) -> None:
        """Stay."""


def some_bytes(chance: random.Random, size: tuple[int, int]) -> bytes:
    """Return what comes of one key, click or paste, or of something that is none."""
    kind = chance.random()
    if kind < 0.55:
        return chance.choice(KEYS).encode()
    if kind < 0.75:
        return b"".join(_clicks(chance, size))
    if kind < 0.80:
        text = "".join(chance.choice(PASTED) for _ in range(chance.randrange(1, 3))).encode()
        end = b"\x1b[201~" if chance.random() < 0.9 else b""
        return b"\x1b[200~" + text + end
    if kind < 0.88:
        return bytes(chance.choice(NO_TEXT) for _ in range(chance.randrange(1, 6)))
    return mutated(chance, chance.choice(REPORTS)).encode()


def _clicks(chance: random.Random, size: tuple[int, int]) -> Iterator[bytes]:
    columns, rows = size
    beyond = 3 if chance.random() < 0.1 else 0
    x, y = chance.randrange(1, columns + 1 + beyond), chance.randrange(1, rows + 1 + beyond)
    match chance.randrange(6):
        case 0:
            yield f"\x1b[<{chance.choice((64, 65, 66, 67))};{x};{y}M".encode() * chance.randrange(1, 4)
        case 1:
            yield f"\x1b[<35;{x};{y}M".encode()
        case 2:
            yield f"\x1b[<0;{x};{y}M".encode()
            for _ in range(3):
                x, y = chance.randrange(1, columns + 1), chance.randrange(1, rows + 1)
                yield f"\x1b[<32;{x};{y}M".encode()
            yield f"\x1b[<0;{x};{y}m".encode()
        case _:
            button = chance.choice((0, 0, 0, 1, 2, 4, 8, 16))
            yield f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m".encode() * chance.choice((1, 1, 2, 3))


def mutated(chance: random.Random, sequence: str) -> str:
    """Return what a terminal sends, with a few characters more, less or otherwise."""
    characters = list(sequence)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(characters) + 1)
        match chance.randrange(4):
            case 0:
                characters.insert(at, chance.choice(ALPHABET))
            case 1 if characters:
                characters.pop(min(at, len(characters) - 1))
            case 2:
                characters[at:at] = str(chance.choice(NUMBERS))
            case _ if characters:
                characters[min(at, len(characters) - 1)] = chance.choice(ALPHABET)
    return "".join(characters)


@cache
def _course(folder: Path) -> tuple[Outline, Course]:
    return outline_in(folder), course_in(folder)


def one_round(seed: int, *, events: int = EVENTS, folders: tuple[Path, ...] = (TOUR, LESSONS)) -> str:
    """Play one round, and return what failed, on one line; "" where nothing did."""
    done: list[bytes] = []
    try:
        asyncio.run(_play(seed, events, folders, done))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what the round is for
        trace = traceback.extract_tb(error.__traceback__)[-1]
        last = b"".join(done)[-120:]
        where = f"{Path(trace.filename).name}:{trace.lineno} {trace.name}"
        what = f"{type(error).__name__}: {' / '.join(str(error).split(chr(10)))[:300]} ({where})"
        return f"seed {seed}: {what}, after {len(done)} of {events}: {last!r}"
    return ""


async def _play(seed: int, most: int, folders: tuple[Path, ...], done: list[bytes]) -> None:
    chance = random.Random(seed)
    outline, course = _course(chance.choice(folders))
    lesson = chance.choice(course.lessons)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "r.sqlite3", clock=lambda: NOON) as store:
        app = EndlessApp(
            outline,
            store,
            clock=lambda: NOON,
            language=chance.choice(("en", "ko")),
            terminal=Rung(motion="full" if chance.random() < 0.5 else "reduced"),
            start=chance.choice((None, (lesson.id, chance.choice(lesson.steps).id))),
            loaded=course,
        )
        size = chance.choice(SIZES)
        async with app.run_test(size=size):
            await drive.settled(app)
            reader = TerminalReader()
            while len(done) < most:
                for _ in range(chance.choice((1, 1, 2, 5, 20))):
                    if chance.random() < 0.02:
                        size = chance.choice(SIZES)
                        _resize(app, size)
                    piece = some_bytes(chance, size)
                    done.append(piece)
                    _send(app, reader, piece, chance)
                    # What comes next comes at any moment of what was begun.
                    for _ in range(chance.choice(BEATS)):
                        await asyncio.sleep(0)
                await drive.settled(app)
            await _still_answers(app, reader)


def _resize(app: TutorApp, size: tuple[int, int]) -> None:
    assert app._driver is not None
    app._driver._size = Size(*size)
    app.post_message(events.Resize(Size(*size), Size(*size)))


def _send(app: TutorApp, reader: TerminalReader, data: bytes, chance: random.Random) -> None:
    cut = chance.randrange(len(data) + 1) if chance.random() < 0.2 else len(data)
    driver = app._driver
    assert driver is not None
    for piece in (data[:cut], data[cut:]):
        for message in reader.feed(piece):
            driver.process_message(message)


async def _still_answers(app: TutorApp, reader: TerminalReader) -> None:
    """Find that the app does what its keys say after all that.

    Raises:
        AssertionError: it does not.
    """
    driver = app._driver
    assert driver is not None
    # Whatever was left unfinished.
    for message in reader.feed(b"\x1b[201~"):
        driver.process_message(message)
    reader._clock = lambda: float("inf")
    for message in reader.tick():
        driver.process_message(message)
    await drive.resize(app, 80, 24)
    assert app.size == Size(80, 24)
    for _ in range(12):
        if type(app.screen) is HomeScreen:
            break
        await drive.press(app, "escape")
    assert type(app.screen) is HomeScreen, f"no way back from {app.screen_stack}: {screen_text(app)}"
    await drive.press(app, "?")
    assert isinstance(app.screen, HelpScreen), f"no help on {app.screen_stack}: {screen_text(app)}"
    await drive.press(app, "escape")
    assert type(app.screen) is HomeScreen, f"the help stays on {app.screen_stack}"


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play `count` rounds and return what failed, a line each."""
    return in_turn(one_round, count, seed, tell)
