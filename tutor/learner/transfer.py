"""A record as a file of its own, to carry to another machine or to hand to a teacher.

One JSON object a line: the first says what the file is, each further one is one item under the name of its table, and
the last counts them, so that a file cut short is noticed.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from tutor.language import Text
from tutor.learner.attempts import Attempt, RecordError
from tutor.learner.store import Merged, Store
from tutor.learner.tables import NOTES, TABLES, Table

FORMAT = "tutor-record"
VERSION = 1

_CANNOT_READ = Text(en="{path} cannot be read: {detail}", ko="{path} 파일을 읽을 수 없습니다: {detail}")
_CANNOT_WRITE = Text(en="{path} cannot be written: {detail}", ko="{path} 파일을 쓸 수 없습니다: {detail}")
_NO_RECORD = Text(
    en="{path} is no exported record: its first line says nothing of {format}.",
    ko="{path} 파일은 내보낸 기록이 아닙니다. 첫 줄에 {format} 표시가 없습니다.",
)
_NEWER = Text(
    en="{path} was written by a newer tutor (format version {version}; this one reads {known}). Update the tutor.",
    ko="{path} 파일은 더 새로운 tutor가 썼습니다(형식 버전 {version}, 읽을 수 있는 버전 {known}). tutor를 "
    "업데이트해 주세요.",
)
_BAD_LINE = Text(
    en="{path}, line {line}: {detail}. Nothing was imported.",
    ko="{path}, {line}번째 줄: {detail}. 아무것도 가져오지 않았습니다.",
)
_CUT_SHORT = Text(
    en="{path} was cut short: its last line, which counts the others, is missing. Nothing was imported.",
    ko="{path} 파일이 중간에 잘렸습니다. 전체 개수를 적은 마지막 줄이 없습니다. 아무것도 가져오지 않았습니다.",
)
_MISCOUNTED = Text(
    en="{path} should hold {wanted} items and holds {found}. Nothing was imported.",
    ko="{path} 파일에 항목이 {wanted}개 있어야 하는데 {found}개 있습니다. 아무것도 가져오지 않았습니다.",
)


class TransferError(Exception):
    """A file that cannot be exported to or imported from."""

    def __init__(self, text: Text, **values: object) -> None:
        self._text = text
        self._values = values
        super().__init__(self.say("en"))

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
    items = [(table, item) for table, item in store.everything() if with_notes or table is not NOTES]
    _write(path, items, learner)
    return sum(isinstance(item, Attempt) for _, item in items)


def rescue(store: Store, *, learner: str = "") -> Path | None:
    """Write what could not be saved beside the record, or else into the folder for temporary files.

    Return where it is, ready to be imported; None where neither can be written. A closed store may be rescued.
    """
    beside = store.beside("unsaved", ".jsonl")
    items = list(store.unsaved())
    with suppress(TransferError):
        _write(beside, items, learner)
        return beside
    with suppress(TransferError, OSError):
        # A folder of its own: the one for temporary files belongs to everybody on the machine.
        elsewhere = Path(tempfile.mkdtemp(prefix="tutor-")) / beside.name
        _write(elsewhere, items, learner)
        return elsewhere
    return None


def _write(path: Path, items: list[tuple[Table[Any], Any]], learner: str) -> None:
    partial = path.with_name(f"{path.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_lines(items, learner))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        # What was begun would otherwise take up the room that may be missing.
        with suppress(OSError):
            partial.unlink()
        raise TransferError(_CANNOT_WRITE, path=path, detail=error.strerror or error) from error


def read_export(path: Path) -> Exported:
    """Return what the exported file at `path` holds.

    Raises:
        TransferError: it is no such file, a newer one, or damaged; nothing of it is taken then.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TransferError(_CANNOT_READ, path=path, detail=error) from error
    head = _object_in(lines[0]) if lines else None
    version = head.get("version") if head is not None else None
    if head is None or head.get("format") != FORMAT or not isinstance(version, int):
        raise TransferError(_NO_RECORD, path=path, format=FORMAT)
    if version > VERSION:
        raise TransferError(_NEWER, path=path, version=version, known=VERSION)
    last = _object_in(lines[-1])
    if last is None or not isinstance(last.get("items"), int):
        raise TransferError(_CUT_SHORT, path=path)
    items = tuple(_items(path, lines[1:-1]))
    if last["items"] != len(items):
        raise TransferError(_MISCOUNTED, path=path, wanted=last["items"], found=len(items))
    learner = head.get("learner")
    return Exported(learner if isinstance(learner, str) else "", items)


def import_into(store: Store, path: Path) -> Merged:
    """Merge the exported file at `path` into the record: all of it or nothing, and the same attempt counts once.

    Raises:
        TransferError: as `read_export`.
    """
    return store.merge(read_export(path).items)


def _lines(items: list[tuple[Table[Any], Any]], learner: str) -> Iterator[str]:
    yield _line({"format": FORMAT, "version": VERSION, "learner": learner})
    for table, item in items:
        yield _line({table.name: table.entry(item)})
    yield _line({"items": len(items)})


def _line(entry: Mapping[str, object]) -> str:
    # JSON may hold U+2028 as it is, which splitlines() takes for the end of a line: so everything beyond ASCII escaped.
    return json.dumps(entry, allow_nan=False) + "\n"


def _object_in(line: str) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    # A deeply nested line exhausts the parser.
    except (ValueError, RecursionError):
        return None
    return entry if isinstance(entry, dict) else None


def _items(path: Path, lines: list[str]) -> Iterator[tuple[Table[Any], Any]]:
    tables = {table.name: table for table in TABLES if table.travels}
    for number, line in enumerate(lines, start=2):
        entry = _object_in(line)
        if entry is None or len(entry) != 1:
            raise TransferError(_BAD_LINE, path=path, line=number, detail="no JSON object with one name")
        ((name, value),) = entry.items()
        if name not in tables or not isinstance(value, dict):
            raise TransferError(_BAD_LINE, path=path, line=number, detail=f"{name!r} is none of {', '.join(tables)}")
        try:
            yield tables[name], tables[name].parse(value)
        except RecordError as error:
            raise TransferError(_BAD_LINE, path=path, line=number, detail=error) from error
