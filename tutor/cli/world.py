"""What a command sees of the world around it, all of it handed in: nothing is read while a module is imported."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO, TypeVar

from tutor.cli.messages import NO_SUCH_FOLDER
from tutor.cli.sayable import sayable
from tutor.dataclass import dataclass
from tutor.language import SaidError, Text, interface_language
from tutor.learner import messages
from tutor.learner.attempts import Clock, system_clock
from tutor.learner.paths import SQLITE, UnusableRecordError, record_path, unusable
from tutor.learner.whole import whole_file
from tutor.visible import visible, visible_lines

DONE, FAILED, WRONG_USE = 0, 1, 2
"""Exit codes."""

LONG = 1_000
"""Milliseconds of work after which it is shown how far it has come."""

Item = TypeVar("Item")


class WrongUseError(SaidError):
    """What was asked for cannot be meant: a command ends with `WRONG_USE`, and says why."""


@dataclass(frozen=True)
class World:
    """Environment, streams and clock."""

    environ: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    clock: Clock
    language: str = "en"
    """the language of messages: `--lang`, else the locale's"""

    def say(self, text: Text | str, **values: object) -> None:
        """Print a message on the standard output."""
        _write(self.stdout, self._in_words(text, values) + "\n")

    def complain(self, text: Text | str, **values: object) -> None:
        """Print a message on the standard error."""
        _write(self.stderr, self._in_words(text, values) + "\n")

    def print(self, page: str) -> None:
        """Print a page, its last line end included, on the standard output."""
        _write(self.stdout, page)

    def print_data(self, data: object) -> None:
        """Print what a program will read, as JSON, on the standard output."""
        written = json.dumps(data, ensure_ascii=False, indent=2)
        # JSON has an escape for every character: what the stream cannot say, or a terminal would obey, is still read.
        if visible_lines(written) != written or sayable(written, _encoding_of(self.stdout)) != written:
            written = json.dumps(data, indent=2).replace("\x7f", "\\u007f")
        self.print(f"{written}\n")

    def tracked(self, items: Iterable[Item], count: int, text: Text, *, since: int | None = None) -> Iterator[Item]:
        """Yield each of `count` items as it is there; on a terminal, a bar shows how many have come if that takes long.

        Args:
            items: what is waited for.
            count: how many there will be.
            text: what is done.
            since: when by the clock the waiting began; None: now.
        """
        from rich.console import Console
        from rich.progress import Progress

        # Without a thread of its own, since other processes may be forked meanwhile.
        bar = Progress(console=Console(file=self.stderr), auto_refresh=False, transient=True)
        task = bar.add_task(text(self.language), total=count)
        began = self.clock() if since is None else since

        def show() -> None:
            if bar.live.is_started:
                bar.refresh()
            elif self.stderr.isatty() and self.clock() - began >= LONG:
                bar.start()

        try:
            show()
            for item in items:
                yield item
                bar.advance(task)
                show()
        finally:
            if bar.live.is_started:
                bar.stop()

    def ask(self, text: Text | str, *, on_stderr: bool = False, **values: object) -> str:
        """Ask a question and return the line that was typed, without spaces around it; "" where it is no text."""
        stream = self.stderr if on_stderr else self.stdout
        _write(stream, self._in_words(text, values) + " ")
        stream.flush()
        try:
            return self.stdin.readline().strip()
        except UnicodeDecodeError:
            return ""

    def print_file(self, path: Path) -> None:
        """Print what is in a file, byte for byte, on the standard output: what a program will read, no text."""
        from shutil import copyfileobj

        self.stdout.flush()
        with path.open("rb") as file:
            copyfileobj(file, self.stdout.buffer)

    def read_into(self, path: Path, most: int) -> None:
        """Write what comes in on the standard input to a file, byte for byte, up to `most` bytes."""
        # What has no end (a device) is not read to it.
        path.write_bytes(self.stdin.buffer.read(most))

    def flush(self) -> None:
        """Write all that was said.

        Raises:
            OSError: it cannot be written.
        """
        self.stdout.flush()

    def write_no_more(self) -> None:
        """Leave out what was not written yet: whoever reads a pipe has seen enough, or there is no room."""
        # Python tries to write the rest at its end, and would print that it cannot.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stdout.fileno())

    def _in_words(self, text: Text | str, values: Mapping[str, object]) -> str:
        if isinstance(text, str):
            return text
        # What is put into a message does not end its line: a name could make up the next one.
        return text(self.language, **{name: _on_one_line(value) for name, value in values.items()})


def write_page(path: Path, page: str) -> None:
    """Write a text for people to a file, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    with whole_file(path) as partial:
        partial.write_text(visible_lines(page), encoding="utf-8")


def _write(stream: TextIO, text: str) -> None:
    """Write to a stream. Everything that a command says comes through here, and nothing that a terminal would obey."""
    stream.write(sayable(visible_lines(text), _encoding_of(stream)))


def _on_one_line(value: object) -> object:
    return value if isinstance(value, int | float) else visible(str(value))


def _encoding_of(stream: TextIO) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def real_world() -> World:
    """Return the world of this process."""
    # Python has no streams where the descriptors were closed (`>&-`).
    nowhere = Path(os.devnull)
    return World(
        os.environ,
        sys.stdin or nowhere.open(encoding="utf-8"),
        sys.stdout or nowhere.open("w", encoding="utf-8"),
        sys.stderr or nowhere.open("w", encoding="utf-8"),
        system_clock,
    )


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language asked for with `--lang`, else that of the locale, else English."""
    for at, argument in enumerate(arguments):
        wanted = ""
        if argument == "--lang" and at + 1 < len(arguments):
            wanted = arguments[at + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        if wanted and not wanted.startswith("-"):
            return wanted
    return locale_language(environ)


def locale_language(environ: Mapping[str, str]) -> str:
    """Return the interface language of the locale; English where it has another."""
    return interface_language(locale_code(environ))


def locale_code(environ: Mapping[str, str]) -> str:
    """Return the language of the locale, as POSIX orders its variables; "" where it has none, or none that is readable.

    The Linux console has a font of 512 glyphs at most, and no Hangul, kana or Han in it.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            code = environ[name].split("_")[0].split(".")[0].lower()
            return "" if environ.get("TERM") == "linux" and code in ("ko", "ja", "zh") else code
    if os.name == "nt":
        code = (locale.getlocale()[0] or "").split("_")[0].lower()
        return "ko" if code == "korean" else code
    return ""


def course_folder(given: str | None) -> Path:
    """Return the folder of the course: the given one, or the built-in one, wherever it was installed.

    Raises:
        WrongUseError: the given one is no folder.
    """
    if given is not None:
        folder = Path(given)
        if not folder.is_dir():
            raise WrongUseError(NO_SUCH_FOLDER.filled(given=visible(given)))
        return folder
    package = Path(__file__).parent.parent
    inside = package / "lessons"
    return inside if inside.is_dir() else package.parent / "lessons"


def record_of(options: argparse.Namespace, world: World) -> Path:
    """Return where the record is: `--store`, else that of `--learner` or of the user.

    The latter are below `TUTOR_HOME`, or in the platform's data folder.

    Raises:
        UnusableRecordError: what is there is no record, and no place for one.
    """
    path = Path(options.store).expanduser() if options.store else record_path(world.environ, options.learner or "")
    what = unusable(path) or (_something_else(path) if options.store else None)
    if what is not None:
        raise UnusableRecordError(path, what)
    return path


def _something_else(path: Path) -> Text | None:
    """Return what to say of a file that is neither a database nor a record whose beginning is damaged; else None.

    Only for a file that was named: the one in the tutor's own folder is the tutor's, whatever became of it.
    """
    try:
        with path.open("rb") as file:
            beginning = file.read(len(SQLITE))
    except OSError:
        return None
    if not beginning or beginning == SQLITE:
        return None
    from tutor.learner.recovery import looks_like_a_record

    return None if looks_like_a_record(path) else messages.IS_NO_RECORD


def learner_name(options: argparse.Namespace, world: World) -> str:
    """Return the learner's name as it goes into an export: `--learner`, else the operating system's user."""
    users = (world.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME"))
    return options.learner or next(filter(None, users), "")
