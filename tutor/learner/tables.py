"""How each kind of thing in a record is written to its table and read back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any, Generic, TypeVar

from tutor.dataclass import dataclass
from tutor.learner.attempts import Attempt, During, attempt_of
from tutor.learner.change import Change
from tutor.learner.fields import (
    LAST_MOMENT,
    LAST_TURN,
    LONGEST_NAME,
    LONGEST_STAY,
    LONGEST_TEXT,
    MOST,
    RecordError,
    bounded,
)
from tutor.learner.places import (
    Bookmark,
    Draft,
    Note,
    Position,
    Setting,
    Snooze,
    Visit,
    bookmark_of,
    draft_of,
    note_of,
    position_of,
    setting_of,
    snooze_of,
    visit_of,
)

T = TypeVar("T")

Row = tuple[Any, ...]

LATEST_WINS = "excluded.turn > turn"
"""Of two rows about the same thing, the one made later stays."""


@dataclass(frozen=True)
class Table(Generic[T]):
    """One table: its rows stand for items of one type."""

    name: str
    item: type[T]
    parse: Callable[[Mapping[str, object]], T]
    key: tuple[str, ...]
    """the fields that say which row it is"""
    updates: tuple[str, ...] = ()
    """the fields that a later item of the same row changes; none where a row never changes"""
    when: str = ""
    """under which condition it does, in SQL"""
    durable: bool = True
    """worth waiting for the disk"""
    travels: bool = True
    """goes along to another machine"""

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The columns, which are the item's fields."""
        names: tuple[str, ...] = self.item._fields  # type: ignore[attr-defined]  # an item is a named tuple
        return names

    @cached_property
    def columns(self) -> str:
        """The columns, in SQL."""
        return ", ".join(f'"{name}"' for name in self.fields)

    def columns_in(self, connection: sqlite3.Connection) -> str:
        """Return those of the columns that the table has in a record, in SQL: an older one has not all of them.

        They have to be asked for: in place of a column that is not there SQLite may give its name.
        """
        there = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({self.name})")}
        return ", ".join(f'"{name}"' for name in self.fields if name in there)

    def entry(self, item: T) -> dict[str, object]:
        """Return what is written for an item, by column."""
        return {name: bounded(name, getattr(item, name)) for name in self.fields}

    def change(self, item: T) -> Change:
        """Return the statement that keeps an item, within the bounds of what can be read again."""
        values = self.entry(item)
        with suppress(RecordError):
            item = self.parse(values)
        key = tuple(str(values[name]) for name in self.key)
        return Change(self.name, key, self._keep, values, item, self.durable)

    @cached_property
    def _keep(self) -> str:
        """SQL that keeps an item."""
        places = ", ".join(self._turn if name == "turn" else f":{name}" for name in self.fields)
        then = "NOTHING"
        if self.updates:
            then = "UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in self.updates)
            then += f" WHERE {self.when}" if self.when else ""
        return (
            f"INSERT INTO {self.name} ({self.columns}) VALUES ({places}) ON CONFLICT ({', '.join(self.key)}) DO {then}"
        )

    def parsed(self, rows: Iterable[Row]) -> Iterator[T]:
        """Yield the items of rows with the table's columns, leaving out what someone else wrote or damage reached."""
        names = self.fields
        for row in rows:
            with suppress(RecordError):
                yield self.parse(dict(zip(names, row, strict=True)))

    @property
    def _turn(self) -> str:
        """SQL for a row's place in the order: the one it has, or after all others even if the clock was set back.

        A place that no clock and no counting leads to (damage, or a record that someone made by hand) is passed over.
        """
        last = f"SELECT max(turn) + 1 FROM {self.name} WHERE turn < {LAST_TURN}"
        return f"CASE WHEN :turn > 0 THEN :turn ELSE max(:at, coalesce(({last}), 0)) END"

    def holds(self, change: Change, row: Row | None) -> bool:
        """Return whether `row`, which was read back with the table's columns, is what `change` was to keep."""
        if row is None:
            return False
        if not change.is_own:
            # What comes from elsewhere gives way to what is there already.
            return True
        expected = tuple(value for name, value in change.values.items() if name != "turn")
        found = tuple(value for name, value in zip(self.fields, row, strict=True) if name != "turn")
        return expected == found and next(self.parsed([row]), None) is not None


ATTEMPTS = Table("attempts", Attempt, attempt_of, ("uid",))
VISITS = Table("visits", Visit, visit_of, ("uid",), ("seconds",), "excluded.seconds > seconds", durable=False)
_STEP = ("course", "lesson", "step")
POSITIONS = Table(
    "positions", Position, position_of, _STEP, ("parameters", "scroll", "at", "turn"), LATEST_WINS, durable=False
)
BOOKMARKS = Table("bookmarks", Bookmark, bookmark_of, _STEP, ("marked", "at", "turn"), LATEST_WINS)
NOTES = Table("notes", Note, note_of, _STEP, ("text", "at", "turn"), LATEST_WINS)
DRAFTS = Table(
    "drafts",
    Draft,
    draft_of,
    ("course", "lesson", "question"),
    ("text", "at", "turn"),
    LATEST_WINS,
    durable=False,
)
SNOOZES = Table("snoozes", Snooze, snooze_of, ("course", "question"), ("until", "at", "turn"), LATEST_WINS)
SETTINGS = Table("settings", Setting, setting_of, ("name",), ("value",), travels=False)

TABLES: tuple[Table[Any], ...] = (ATTEMPTS, VISITS, POSITIONS, BOOKMARKS, NOTES, SNOOZES, DRAFTS, SETTINGS)
TABLE_OF: Mapping[str, Table[Any]] = {table.name: table for table in TABLES}


def as_line(change: Change) -> str:
    """Return a change as one line of JSON, without the end of the line."""
    return json.dumps({change.table: change.values})


def change_in(line: str) -> Change | None:
    """Return the change that `as_line` made a line of; None where it is no such line."""
    try:
        entry = json.loads(line)
        ((name, values),) = entry.items()
        table = TABLE_OF[name]
        return table.change(table.parse(values))
    except (ValueError, RecursionError, AttributeError, KeyError):
        return None


_DURING = {str(during): during for during in During}
_COUNTS = ("variant", "right", "at", "hints", "revealed", "turn", "sure")
_ROW_TYPES = tuple(float if name == "seconds" else int if name in _COUNTS else str for name in ATTEMPTS.fields)
"""The types in which SQLite gives back the columns of an attempt."""
ADDED: Row = (0,)
"""What stands in the last columns of an attempt that was kept before there were these columns."""


def attempts_in(rows: Iterable[Row]) -> Iterator[Attempt]:
    """Yield the attempts of rows, as `ATTEMPTS.parsed` does and in half the time: years of them may be read at once.

    What is beyond what can be (a clock that was centuries ahead) is brought back to it: the answer was given. Whatever
    is yielded can be exported, and read again. A row may be one of an older record, which has fewer columns.
    """
    width = len(ATTEMPTS.fields)
    for found in rows:
        row = (*found, *ADDED[len(found) - width :]) if len(found) < width else found
        if tuple(map(type, row)) == _ROW_TYPES:
            uid, course, lesson, question, kind, revision, variant, response, right, at, *others = row
            seconds, mistake, hints, revealed, during, turn, sure = others
            names = (uid, course, lesson, question, kind, revision)
            together = "".join((*names, mistake))
            are_names = uid and len(together) <= LONGEST_NAME and together.isascii() and together.isprintable()
            are_counts = 0 <= variant <= MOST and 0 <= hints <= MOST and turn >= 0
            is_in_time = 0 <= at <= LAST_MOMENT and 0 <= seconds <= LONGEST_STAY
            is_known = len(response) <= LONGEST_TEXT and during in _DURING and 0 <= sure <= 100
            if are_names and are_counts and is_in_time and is_known:
                answer = (variant, response, right == 1, at, seconds, mistake, hints, revealed == 1)
                yield Attempt(*names, *answer, _DURING[during], turn, sure)
                continue
        yield from ATTEMPTS.parsed([tuple(map(bounded, ATTEMPTS.fields, row))])
