"""A record as a file of its own, to carry to another machine or to hand to a teacher.

One JSON object a line: the first says what the file is, each further one is one item under the name of its table, and
the last counts them, so that a file cut short is noticed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tutor.language import Text
from tutor.learner import messages
from tutor.learner.attempts import Attempt
from tutor.learner.fields import LONGEST_NAME, RecordError, shown
from tutor.learner.notices import StoreNotice
from tutor.learner.paths import SQLITE
from tutor.learner.store import Merged, Store
from tutor.learner.tables import DRAFTS, NOTES, TABLES, Table
from tutor.learner.whole import whole_file
from tutor.namedtuple import NamedTuple

FORMAT = "tutor-record"
VERSION = 1
LARGEST = 256 * 1024 * 1024
"""bytes of a file that is imported: some hundred thousand answers"""
LONGEST_LINE = 4 * 1024 * 1024
"""characters; a text of the longest kind, escaped, takes more than its own length"""


class TransferError(Exception):
    """A file that cannot be exported to or imported from."""

    def __init__(self, text: Text, **values: object) -> None:
        self._text = text
        self._values = values
        super().__init__(self.say("en"))

    def at(self, path: Path) -> TransferError:
        """Return the same of a file that the learner knows by another path."""
        return TransferError(self._text, **{**self._values, "path": path})

    def say(self, language: str) -> str:
        """Return what is wrong, in words."""
        return self._text(language, **self._values)


class Exported(NamedTuple):
    """A record as it was exported."""

    learner: str
    """the name under which it was exported; may be empty"""
    items: tuple[tuple[Table[Any], Any], ...]
    """each with the table it belongs to"""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts, in the order in which they were made."""
        return tuple(item for _, item in self.items if isinstance(item, Attempt))


def export(store: Store, path: Path, *, learner: str = "", with_notes: bool = True) -> int:
    """Write everything that belongs to the learner to `path`; return how many attempts that is.

    Without notes, what the learner wrote for themselves stays with them.
    A file that is there already is replaced once the new one is whole.

    Raises:
        TransferError: it cannot be written.
    """
    items = [(table, item) for table, item in store.everything() if with_notes or table not in (NOTES, DRAFTS)]
    _write(path, items, learner)
    return sum(isinstance(item, Attempt) for _, item in items)


def _write(path: Path, items: list[tuple[Table[Any], Any]], learner: str) -> None:
    try:
        with whole_file(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_lines(items, learner))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise TransferError(messages.TRANSFER_CANNOT_WRITE, path=path, detail=error.strerror or error) from error


def read_export(path: Path) -> Exported:
    """Return what the exported file at `path` holds.

    Raises:
        TransferError: it is no such file, a newer one, or damaged; nothing of it is taken then.
    """
    try:
        with path.open("rb") as file:
            # What has no end (a device) is not read to it.
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise TransferError(messages.TRANSFER_TOO_LARGE, path=path)
        lines = data.decode("utf-8").splitlines()
    except OSError as error:
        raise TransferError(messages.TRANSFER_CANNOT_READ, path=path, detail=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise TransferError(messages.TRANSFER_NO_RECORD, path=path, format=FORMAT) from error
    head = _object_in(lines[0]) if lines else None
    version = head.get("version") if head is not None else None
    if head is None or head.get("format") != FORMAT or not isinstance(version, int) or isinstance(version, bool):
        raise TransferError(messages.TRANSFER_NO_RECORD, path=path, format=FORMAT)
    if version > VERSION:
        raise TransferError(messages.TRANSFER_NEWER, path=path, version=shown(version), known=VERSION)
    last = _object_in(lines[-1])
    if last is None or not isinstance(last.get("items"), int):
        raise TransferError(messages.TRANSFER_CUT_SHORT, path=path)
    items = tuple(_items(path, lines[1:-1]))
    if last["items"] != len(items):
        wanted = shown(last["items"])
        raise TransferError(messages.TRANSFER_MISCOUNTED, path=path, wanted=wanted, found=len(items))
    learner = head.get("learner")
    return Exported(learner[:LONGEST_NAME] if isinstance(learner, str) else "", items)


def import_into(store: Store, path: Path) -> Merged:
    """Merge the exported file at `path` into the record: all of it or nothing, and the same attempt counts once.

    It may be a record itself too, or a copy of one.

    Raises:
        TransferError: as `read_export`.
    """
    if not is_database(path):
        return store.merge(read_export(path).items)
    done = store.restore(path)
    if isinstance(done, StoreNotice):
        raise TransferError(messages.TRANSFER_CANNOT_READ, path=path, detail=done.detail or done.say("en"))
    return done


def is_database(path: Path) -> bool:
    """Return whether a file is a record itself, or a copy of one, as far as its beginning shows."""
    with suppress(OSError):
        # A pipe gives what it has only once.
        if path.is_file():
            with path.open("rb") as file:
                return file.read(len(SQLITE)) == SQLITE
    return False


def _lines(items: list[tuple[Table[Any], Any]], learner: str) -> Iterator[str]:
    yield _line({"format": FORMAT, "version": VERSION, "learner": learner})
    for table, item in items:
        yield _line({table.name: table.entry(item)})
    yield _line({"items": len(items)})


def _line(entry: Mapping[str, object]) -> str:
    # JSON may hold U+2028 as it is, which splitlines() takes for the end of a line: so everything beyond ASCII escaped.
    return json.dumps(entry, allow_nan=False) + "\n"


def _object_in(line: str) -> dict[str, Any] | None:
    """Return the JSON object that a line is; None where it is none, is empty, or names one of its entries twice."""
    try:
        return _parsed(line)
    except RecordError:
        return None


def _parsed(line: str) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise RecordError(f"{len(line)} characters, more than {LONGEST_LINE}")
    try:
        entry = json.loads(line, object_pairs_hook=_without_repeats)
    except RecordError:
        raise
    # A deeply nested line exhausts the parser.
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict) or len(entry) == 0:
        raise RecordError("no JSON object with one name")
    return entry


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RecordError("a name stands there twice")
    return found


def _items(path: Path, lines: list[str]) -> Iterator[tuple[Table[Any], Any]]:
    tables = {table.name: table for table in TABLES if table.travels}
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines, start=2):
        try:
            table, item = _item(line, tables)
            key = (table.name, *(str(getattr(item, name)) for name in table.key))
            if key in seen:
                raise RecordError(f"this stands on line {seen[key]} already")
        except RecordError as error:
            raise TransferError(messages.TRANSFER_BAD_LINE, path=path, line=number, detail=error) from error
        seen[key] = number
        yield table, item


def _item(line: str, tables: Mapping[str, Table[Any]]) -> tuple[Table[Any], Any]:
    entry = _parsed(line)
    if len(entry) != 1:
        raise RecordError("no JSON object with one name")
    ((name, value),) = entry.items()
    if name not in tables or not isinstance(value, dict):
        raise RecordError(f"{shown(name)} is none of {', '.join(tables)}")
    return tables[name], tables[name].parse(value)
