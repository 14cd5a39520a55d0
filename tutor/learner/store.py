"""The record of one learner: every attempt, how each step was left, notes, bookmarks and settings.

Nothing in here raises because of the disk. What cannot be written stays in memory, is shown as if it were written, and
goes along with the next write; the `StoreNotice` that comes back says so.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from tutor.learner import schema
from tutor.learner.attempts import Attempt, Clock, Outcome, QuickOutcome
from tutor.learner.change import Change
from tutor.learner.database import Database, decoded
from tutor.learner.fields import LAST_TURN
from tutor.learner.handle import Connect
from tutor.learner.notices import TROUBLE, NoticeKind, StoreNotice
from tutor.learner.order import in_our_order
from tutor.learner.paths import named_after
from tutor.learner.places import Bookmark, Draft, Note, Position, Setting, Snooze, Visit
from tutor.learner.tables import (
    ATTEMPTS,
    BOOKMARKS,
    DRAFTS,
    NOTES,
    POSITIONS,
    SETTINGS,
    SNOOZES,
    TABLE_OF,
    TABLES,
    VISITS,
    Table,
    attempts_in,
)
from tutor.namedtuple import NamedTuple

T = TypeVar("T")

BUSY_MS = 250
"""How long a write waits for another program, in milliseconds: longer would be felt as a key that hangs."""

CLOCK_SLACK_MS = 60_000
"""Clocks are corrected by seconds all the time; only more than this is worth a word."""


class Reset(NamedTuple):
    """What a reset took away."""

    backup: Path
    """the whole record as it was before; `Store.restore` brings back what was taken away"""
    attempts: int
    """how many attempts"""


class Merged(NamedTuple):
    """What merging brought."""

    new: int
    """attempts that were not there before"""
    known: int
    """attempts that were"""
    notice: StoreNotice | None
    """why they wait in memory, if they do"""


class Store:
    """The record of one learner, in one SQLite file. Open it with `Store.open`."""

    def __init__(self, path: Path, *, clock: Clock, connect: Connect, busy_ms: int) -> None:
        self._attempts: dict[str, Attempt] | None = None
        """what the file holds, by uid and in turn; None where it has to be read again"""
        self._seen = -1
        self._clock_was_told = False
        self._clock = clock
        self._connect = connect
        self._database = Database(path, clock=clock, remembered=self._remembered, connect=connect, busy_ms=busy_ms)

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
        """Keep an attempt. None: it is on the disk, and was read back from there as it was given.

        A notice that is not `saved`: it waits for the next write, on the disk too if `spool` says where.
        """
        change = ATTEMPTS.change(attempt._replace(turn=0))
        with self._database.lock:
            before = self._database.changed_elsewhere()
            was_waiting = bool(self._database.waiting)
            notice = self._database.write(change)
            if notice is not None and not notice.saved:
                return notice
            rows = self._database.read("SELECT turn FROM attempts WHERE uid = ?", change.key)
            turn = rows[0][0] if rows else attempt.at
            kept = change.item
            if (
                isinstance(kept, Attempt)
                and self._attempts is not None
                and before == self._seen
                and not was_waiting
                and notice is None
            ):
                self._attempts.setdefault(kept.uid, kept._replace(turn=turn))
            else:
                self._attempts = None
            if notice is None and turn > attempt.at + CLOCK_SLACK_MS and not self._clock_was_told:
                self._clock_was_told = True
                return StoreNotice(NoticeKind.CLOCK, self.path)
            return notice

    def attempts(self, course: str | None = None) -> tuple[Attempt, ...]:
        """Return every attempt, of one course or of all, in the order in which they were made."""
        with self._database.lock:
            # Looking may find that the file is another one by now, and let go of what was read.
            seen = self._database.changed_elsewhere()
            if self._attempts is None or seen != self._seen:
                self._read_attempts()
            known = self._attempts or {}
            fresh = [attempt for attempt in self.waiting_attempts() if attempt.uid not in known]
        return tuple(attempt for attempt in (*known.values(), *fresh) if course in (None, attempt.course))

    def outcomes(self, course: str) -> Sequence[Outcome]:
        """Return what progress is folded from: the course's attempts, or the part of them that is quickly read."""
        with self._database.lock:
            if self._attempts is not None:
                return self.attempts(course)
            rows = self._database.read(
                'SELECT question, revision, kind, "right" = 1, hints > 0, revealed = 1, during, at FROM attempts '
                "NOT INDEXED WHERE course = ? ORDER BY turn, uid",
                (course,),
            )
            waiting = [attempt for attempt in self.waiting_attempts() if attempt.course == course]
        return [*map(QuickOutcome._make, rows), *waiting]

    def waiting_attempts(self) -> tuple[Attempt, ...]:
        """Return the attempts that are in memory only."""
        return tuple(self._waiting(ATTEMPTS))

    # --- where the learner is and was

    def save_position(self, position: Position) -> StoreNotice | None:
        """Keep how a step was left, and that the learner is there now."""
        return self._database.write(POSITIONS.change(position))

    def positions(self, course: str) -> tuple[Position, ...]:
        """Return how each step of the course was left, the one visited last at the end."""
        return self._items(POSITIONS, lambda position: position.course == course)

    def position(self, course: str, lesson: str = "", step: str = "") -> Position | None:
        """Return the position last saved in the course, or in one lesson or step of it."""
        for position in reversed(self.positions(course)):
            if lesson in ("", position.lesson) and step in ("", position.step):
                return position
        return None

    def save_visit(self, visit: Visit) -> StoreNotice | None:
        """Keep that a step was visited; again with the same uid and more seconds while the visit lasts."""
        return self._database.write(VISITS.change(visit))

    def visits(self, course: str) -> tuple[Visit, ...]:
        """Return every visit to a step of the course."""
        return self._items(VISITS, lambda visit: visit.course == course)

    def visited(self, course: str) -> frozenset[tuple[str, str]]:
        """Return the (lesson, step) of every step of the course that was ever visited."""
        rows = self._database.read("SELECT DISTINCT lesson, step FROM visits WHERE course = ?", (course,))
        waiting = [visit for visit in self._waiting(VISITS) if visit.course == course]
        return frozenset([*rows, *((visit.lesson, visit.step) for visit in waiting)])

    # --- what the learner marked, wrote, put off and wants

    def save_bookmark(self, course: str, lesson: str, step: str, *, marked: bool) -> StoreNotice | None:
        """Mark a step, or take its mark away."""
        return self._database.write(BOOKMARKS.change(Bookmark(course, lesson, step, self._clock(), marked)))

    def bookmarks(self, course: str) -> tuple[Bookmark, ...]:
        """Return the marked steps of the course, the one marked last at the end."""
        return self._items(BOOKMARKS, lambda bookmark: bookmark.course == course and bookmark.marked)

    def save_note(self, course: str, lesson: str, step: str, text: str) -> StoreNotice | None:
        """Keep what the learner wrote about a step, in place of what was there; an empty text takes it away."""
        return self._database.write(NOTES.change(Note(course, lesson, step, self._clock(), text)))

    def notes(self, course: str, words: str = "") -> tuple[Note, ...]:
        """Return the notes on the course's steps that hold all of `words`, the one written last at the end."""
        wanted = _plain(words).split()
        return self._items(
            NOTES,
            lambda note: (
                note.course == course and note.text != "" and all(word in _plain(note.text) for word in wanted)
            ),
        )

    def snooze(self, course: str, question: str, until: date) -> StoreNotice | None:
        """Put off the review of a question until a day."""
        return self._database.write(SNOOZES.change(Snooze(course, question, self._clock(), until.isoformat())))

    def snoozed(self, course: str) -> dict[str, date]:
        """Return the day until which each question of the course was put off, those of the past among them."""
        found = self._items(SNOOZES, lambda snooze: snooze.course == course)
        return {snooze.question: date.fromisoformat(snooze.until) for snooze in found}

    def save_draft(self, course: str, lesson: str, question: str, text: str) -> StoreNotice | None:
        """Keep what the learner has written for a question so far, in place of what was there."""
        return self._database.write(DRAFTS.change(Draft(course, lesson, question, self._clock(), text)))

    def draft(self, course: str, lesson: str, questions: Sequence[str]) -> str:
        """Return what was written last for a question, known by its ids; "" where that is nothing."""
        found = self._items(
            DRAFTS, lambda draft: (draft.course, draft.lesson) == (course, lesson) and draft.question in questions
        )
        return found[-1].text if found else ""

    def save_setting(self, name: str, value: str) -> StoreNotice | None:
        """Keep a setting."""
        return self._database.write(SETTINGS.change(Setting(name, value)))

    def settings(self) -> dict[str, str]:
        """Return every setting that was made ("language", "theme", "motion")."""
        return {setting.name: setting.value for setting in self._items(SETTINGS, lambda _: True)}

    # --- taking away, bringing back, and joining with another record

    def reset(self, course: str, *, lesson: str = "", questions: Iterable[str] = ()) -> Reset | StoreNotice:
        """Forget attempts, visits, positions, snoozes and drafts of a course, a lesson of it, or some questions of it.

        With `questions` (their former ids too), their attempts, wherever made, snoozes and drafts alone; with `lesson`,
        what was done in it, and `questions` too. Notes, bookmarks and settings stay. A notice: nothing was changed.
        """
        backup = self._database.beside("before-reset", ".sqlite3")
        if notice := self._database.copy_to(backup):
            return notice
        before = len(self.attempts())
        names = tuple(questions)
        marks = ", ".join("?" * len(names))
        statements: list[tuple[Table[Any], str, tuple[str, ...]]] = []
        for table in (ATTEMPTS, VISITS, POSITIONS, SNOOZES, DRAFTS):
            condition, values = "course = ?", (course,)
            if names and "question" in table.fields:
                statements.append((table, f"{condition} AND question IN ({marks})", (*values, *names)))
            if lesson and "lesson" in table.fields:
                statements.append((table, f"{condition} AND lesson = ?", (*values, lesson)))
            if not names and not lesson:
                statements.append((table, condition, values))
        notice = self._database.delete(
            (f"DELETE FROM {table.name} WHERE {condition}", values) for table, condition, values in statements
        )
        self._attempts = None
        # What is forgotten must not come back out of an older copy, should the record be damaged.
        self.keep_safe(again=True)
        return notice or Reset(backup, before - len(self.attempts()))

    def restore(self, backup: Path) -> Merged | StoreNotice:
        """Bring back what the copy at `backup` holds and the record does not. What came since stays."""
        from tutor.learner.recovery import changes_in

        trouble: StoreNotice | None = None
        # A record in use that lies in a read-only folder can be read only as one that does not change.
        for how in ("mode=ro", "mode=ro&immutable=1"):
            try:
                with closing(self._connect(f"{backup.absolute().as_uri()}?{how}", uri=True)) as source:
                    if not schema.is_readable(source):
                        return StoreNotice(NoticeKind.FOREIGN, backup)
                    # One byte that is no UTF-8 must not hide all the rest.
                    source.text_factory = decoded
                    items = [(TABLE_OF[change.table], change.item) for change in changes_in(source)]
            except TROUBLE as error:
                trouble = trouble or StoreNotice(NoticeKind.FAILED, backup, detail=str(error))
                continue
            return self.merge((table, item) for table, item in items if table is not SETTINGS)
        return trouble or StoreNotice(NoticeKind.FAILED, backup)

    def undo_reset(self) -> Merged | StoreNotice | None:
        """Bring back what the last reset took away; None where there is none to undo.

        Its copy is renamed then, so that undoing once more undoes the reset before it.
        """
        backups = self.backups()
        if not backups:
            return None
        done = self.restore(backups[-1])
        if isinstance(done, Merged) and done.notice is None:
            # What cannot be renamed is restored again the next time, which changes nothing.
            with suppress(OSError):
                backups[-1].rename(self._database.beside("restored", ".sqlite3"))
        return done

    def backups(self) -> tuple[Path, ...]:
        """Return the copies made before each reset that was not undone, the latest at the end."""
        return tuple(sorted(named_after(self.path, ".before-reset-", ".sqlite3"), key=_age))

    def keep_safe(self, *, again: bool = False) -> None:
        """Set room aside for answers that may have to wait, and copy the record where that was not done today.

        Fit for a thread: no write waits for it. With `again`, it is copied in any case.
        """
        from tutor.learner.backups import back_up, is_damaged, is_due

        self._database.reserve()
        now = self._clock()
        if again or is_due(self.path, now):
            if is_damaged(self.path, self._connect):
                self._database.mend()
            back_up(self.path, now, self._connect)

    def everything(self) -> Iterator[tuple[Table[Any], Any]]:
        """Yield everything that belongs to the learner rather than to the machine, with its table."""
        yield from ((ATTEMPTS, attempt) for attempt in self.attempts())
        for table in TABLES:
            if table.travels and table is not ATTEMPTS:
                yield from ((table, item) for item in self._items(table, lambda _: True))

    def merge(self, items: Iterable[tuple[Table[Any], Any]]) -> Merged:
        """Add what another record holds; of two versions of one thing the later stays."""
        rows = self._database.read("SELECT max(turn) FROM attempts WHERE turn < ?", (LAST_TURN,))
        placed = in_our_order(items, self._clock(), rows[0][0] or 0 if rows else 0)
        changes = [table.change(item) for table, item in placed]
        before = {attempt.uid for attempt in self.attempts()}
        notice = self._database.write(*changes)
        self._attempts = None
        arrived = {change.key[0] for change in changes if change.table == ATTEMPTS.name}
        return Merged(len(arrived - before), len(arrived & before), notice)

    # --- reading

    def _read_attempts(self) -> None:
        # Not by way of an index: one that is damaged would hide some. To sort them takes no longer.
        self._seen = self._database.changed_elsewhere()
        rows = self._database.read_all(ATTEMPTS, "NOT INDEXED ORDER BY turn, uid")
        if rows or self._seen != -1:
            self._attempts = {attempt.uid: attempt for attempt in attempts_in(rows)}

    def _items(self, table: Table[T], wanted: Callable[[T], bool]) -> tuple[T, ...]:
        """Return the wanted items of a table with those that wait, the latest at the end."""
        order = "turn" if "turn" in table.fields else "rowid"
        found: dict[tuple[str, ...], T] = {}
        rows = self._database.read(f"SELECT {table.columns} FROM {table.name} ORDER BY {order}")
        for item in (*table.parsed(rows), *self._waiting(table)):
            key = tuple(str(getattr(item, name)) for name in table.key)
            found.pop(key, None)
            found[key] = item
        return tuple(item for item in found.values() if wanted(item))

    def _waiting(self, table: Table[T]) -> Iterator[T]:
        for change in self._database.waiting:
            if isinstance(item := change.item, table.item):
                yield item

    def _remembered(self) -> Iterator[Change]:
        """Yield the attempts that were read before, for a file that is damaged or gone; they are read again then."""
        known, self._attempts = self._attempts or {}, None
        yield from map(ATTEMPTS.change, known.values())


def _age(backup: Path) -> tuple[str, int]:
    """Return what puts copies in the order in which they were made: several of one second are numbered."""
    stamp, _, number = backup.name.partition(".before-reset-")[2].removesuffix(".sqlite3").rpartition("-")
    return (f"{stamp}-{number}", 1) if len(number) == len("HHMMSS") else (stamp, int(number))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
