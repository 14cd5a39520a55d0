"""The record of one learner: every attempt, how each step was left, and the settings.

Nothing in here raises because of the disk. What cannot be written stays in memory, is shown as if it were written, and
goes along with the next write; the `StoreNotice` that comes back says so.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tutor.learner.attempts import ATTEMPT_FIELDS, Attempt, Clock, During, RecordError, attempt_of
from tutor.learner.database import Change, Connect, Database
from tutor.learner.notices import NoticeKind, StoreNotice
from tutor.learner.places import POSITION_FIELDS, Position, position_of

BUSY_MS = 250
"""How long a write waits for another program, in milliseconds: longer would be felt as a key that hangs."""

CLOCK_SLACK_MS = 60_000
"""Clocks are corrected by seconds all the time; only more than this is worth a word."""

_ATTEMPTS = ", ".join(f'"{name}"' for name in ATTEMPT_FIELDS)
_DURING = {str(during): during for during in During}
_ROW_TYPES = tuple(
    float if name == "seconds" else int if name in ("variant", "right", "at", "hints", "revealed", "turn") else str
    for name in ATTEMPT_FIELDS
)
"""The types in which SQLite gives back the columns of an attempt."""

_POSITIONS = ", ".join(POSITION_FIELDS)


class Store:
    """The record of one learner, in one SQLite file. Open it with `Store.open`."""

    def __init__(self, path: Path, *, clock: Clock, connect: Connect, busy_ms: int) -> None:
        self._attempts: dict[str, Attempt] | None = None
        """what the file holds, by uid and in turn; None where it has to be read again"""
        self._seen = -1
        self._clock_was_told = False
        self._clock = clock
        self._database = Database(path, clock=clock, rescue=self._readable, connect=connect, busy_ms=busy_ms)

    @classmethod
    def open(cls, path: Path, *, clock: Clock, connect: Connect = sqlite3.connect, busy_ms: int = BUSY_MS) -> Self:
        """Open the record at `path`, or begin one. Trouble is a notice (`take_notice`), never an error.

        `clock` gives the time in milliseconds; `connect` stands in for `sqlite3.connect`; `busy_ms` is how long to wait
        for another program that is writing, in milliseconds.
        """
        return cls(path, clock=clock, connect=connect, busy_ms=busy_ms)

    @property
    def path(self) -> Path:
        """Where the record is."""
        return self._database.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> StoreNotice | None:
        """Write what waits and close the file. A notice says what could not be saved."""
        return self._database.close()

    def take_notice(self) -> StoreNotice | None:
        """Return the latest trouble with opening or reading that nobody has been told of, once."""
        notice, self._database.notice = self._database.notice, None
        return notice

    # --- attempts

    def record(self, attempt: Attempt) -> StoreNotice | None:
        """Keep an attempt. None: it is on the disk. A notice that is not `saved`: it waits for the next write."""
        before = self._database.changed_elsewhere()
        was_waiting = bool(self._database.waiting)
        notice = self._database.write(_attempt_change(attempt))
        if notice is not None and not notice.saved:
            return notice
        (turn,) = (self._database.read("SELECT turn FROM attempts WHERE uid = ?", (attempt.uid,)) or [(attempt.at,)])[0]
        if self._attempts is not None and before == self._seen and not was_waiting and notice is None:
            self._attempts.setdefault(attempt.uid, replace(attempt, turn=turn))
        else:
            self._attempts = None
        if notice is None and turn > attempt.at + CLOCK_SLACK_MS and not self._clock_was_told:
            self._clock_was_told = True
            return StoreNotice(NoticeKind.CLOCK, self.path)
        return notice

    def attempts(self, course: str | None = None) -> tuple[Attempt, ...]:
        """Return every attempt, of one course or of all, in the order in which they were made."""
        with self._database.lock:
            if self._attempts is None or self._database.changed_elsewhere() != self._seen:
                self._read_attempts()
            known = self._attempts or {}
            fresh = [
                item
                for change in self._database.waiting.values()
                if isinstance(item := change.item, Attempt) and item.uid not in known
            ]
        return tuple(attempt for attempt in (*known.values(), *fresh) if course in (None, attempt.course))

    def waiting_attempts(self) -> tuple[Attempt, ...]:
        """Return the attempts that are in memory only."""
        return tuple(item for change in self._database.waiting.values() if isinstance(item := change.item, Attempt))

    def _read_attempts(self) -> None:
        self._seen = self._database.changed_elsewhere()
        rows = self._database.read(f"SELECT {_ATTEMPTS} FROM attempts ORDER BY turn, uid")
        if rows or self._seen != -1:
            self._attempts = {attempt.uid: attempt for attempt in _parsed(rows)}

    # --- how each step was left

    def save_position(self, position: Position) -> StoreNotice | None:
        """Keep how a step was left, and that the learner is there now."""
        return self._database.write(_position_change(position))

    def positions(self, course: str) -> tuple[Position, ...]:
        """Return how each step of the course was left, the one visited last at the end."""
        rows = self._database.read(f"SELECT {_POSITIONS} FROM positions WHERE course = ? ORDER BY turn", (course,))
        found = {(position.lesson, position.step): position for position in _positions(rows)}
        for change in self._database.waiting.values():
            if isinstance(item := change.item, Position) and item.course == course:
                found.pop((item.lesson, item.step), None)
                found[item.lesson, item.step] = item
        return tuple(found.values())

    def position(self, course: str, lesson: str = "", step: str = "") -> Position | None:
        """Return the position last saved in the course, or in one lesson or step of it."""
        for position in reversed(self.positions(course)):
            if lesson in ("", position.lesson) and step in ("", position.step):
                return position
        return None

    # --- settings

    def settings(self) -> dict[str, str]:
        """Return every setting that was made ("language", "theme", "motion")."""
        found = dict(self._database.read("SELECT name, value FROM settings"))
        for change in self._database.waiting.values():
            if change.table == "settings":
                found[change.key[0]] = str(change.item)
        return found

    def save_setting(self, name: str, value: str) -> StoreNotice | None:
        """Keep a setting."""
        return self._database.write(_setting_change(name, value))

    # --- mending

    def _readable(self, source: sqlite3.Connection | None) -> Iterator[Change]:
        """Yield what can be read out of a damaged file, and what this store has read from it before."""
        if source is not None:
            rows = _salvaged(source, _ATTEMPTS, "attempts")
            yield from (_attempt_change(attempt) for attempt in _parsed(rows))
            rows = _salvaged(source, _POSITIONS, "positions")
            yield from (_position_change(position) for position in _positions(rows))
            for name, value in _salvaged(source, "name, value", "settings"):
                if isinstance(name, str) and isinstance(value, str):
                    yield _setting_change(name, value)
        yield from (_attempt_change(attempt) for attempt in (self._attempts or {}).values())
        self._attempts = None


def _salvaged(source: sqlite3.Connection, columns: str, table: str) -> Iterator[tuple[object, ...]]:
    """Yield the rows up to the first damaged page, and those from the end back to the last damaged one."""
    for direction in ("ASC", "DESC"):
        try:
            yield from source.execute(f"SELECT {columns} FROM {table} ORDER BY rowid {direction}")
        except sqlite3.Error:
            continue
        return


def _parsed(rows: Iterable[tuple[Any, ...]]) -> Iterator[Attempt]:
    for row in rows:
        # A year's worth of rows is read before the first screen, so a row that is as it was written takes the short way.
        if tuple(map(type, row)) == _ROW_TYPES:
            uid, course, lesson, question, kind, revision, variant, response, right, at, *others, during, turn = row
            if known := _DURING.get(during):
                seconds, mistake, hints, revealed = others
                names = (uid, course, lesson, question, kind, revision)
                answer = (variant, response, right == 1, at, seconds, mistake, hints, revealed == 1)
                yield Attempt(*names, *answer, known, turn)
                continue
        # A row that someone else wrote into the file, or that damage reached.
        with suppress(RecordError):
            yield attempt_of(dict(zip(ATTEMPT_FIELDS, row, strict=True)))


def _positions(rows: Iterable[tuple[object, ...]]) -> Iterator[Position]:
    for row in rows:
        with suppress(RecordError):
            yield position_of(dict(zip(POSITION_FIELDS, row, strict=True)))


def _attempt_change(attempt: Attempt) -> Change:
    values = {name: _clean(getattr(attempt, name)) for name in ATTEMPT_FIELDS}
    named = ", ".join(f":{name}" for name in ATTEMPT_FIELDS if name != "turn")
    sql = f"INSERT INTO attempts ({_ATTEMPTS}) VALUES ({named}, {_turn_in('attempts')}) ON CONFLICT (uid) DO NOTHING"
    return Change("attempts", (attempt.uid,), sql, values, attempt)


def _position_change(position: Position) -> Change:
    values: dict[str, object] = {
        "course": position.course,
        "lesson": position.lesson,
        "step": position.step,
        "parameters": position.written(),
        "scroll": position.scroll,
        "at": position.at,
        "turn": position.turn,
    }
    sql = (
        f"INSERT INTO positions ({_POSITIONS}) VALUES (:course, :lesson, :step, :parameters, :scroll, :at, "
        f"{_turn_in('positions')}) ON CONFLICT (course, lesson, step) DO UPDATE SET parameters = excluded.parameters, "
        "scroll = excluded.scroll, at = excluded.at, turn = excluded.turn WHERE excluded.turn > turn"
    )
    key = (position.course, position.lesson, position.step)
    return Change("positions", key, sql, values, position, durable=False)


def _setting_change(name: str, value: str) -> Change:
    sql = "INSERT INTO settings VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    return Change("settings", (name,), sql, {"name": name, "value": value}, value)


def _turn_in(table: str) -> str:
    """Return SQL for a row's place in the order: the one it has, or after all others even if the clock was set back."""
    return f"CASE WHEN :turn > 0 THEN :turn ELSE max(:at, coalesce((SELECT max(turn) + 1 FROM {table}), 0)) END"


def _clean(value: object) -> object:
    # A terminal can hand over half a surrogate pair, which no UTF-8 file can hold.
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
