"""Damaged records, and records and exports that someone made to do harm."""

from __future__ import annotations

import json
import math
import random
import re
import shutil
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tutor.learner.attempts import Attempt
from tutor.learner.days import Calendar
from tutor.learner.notices import NoticeKind
from tutor.learner.places import Position, Visit
from tutor.learner.plan import usual_seconds
from tutor.learner.report import as_csv, report_of
from tutor.learner.review import memory_of
from tutor.learner.statistics import activity, hardest
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, export, import_into

ROUNDS = 10_000
START = 1_772_000_000_000
DAY = 24 * 3600 * 1000
COURSE = "deep-learning"
PAGE = 4096
UNTOUCHED = (NoticeKind.NEWER, NoticeKind.FOREIGN)
"""what a damaged beginning can make of a record: it is believed then, and the file left as it is"""


def rounds(count: int, seed: int, tell: Callable[[int], None], folder: Path | None = None) -> list[str]:
    """Play `count` rounds, of damage and of malice in turn; return what went wrong, a line each."""
    failures = []
    plays = (damaged_round, damaged_round, export_round, record_round)
    with TemporaryDirectory(dir=folder) as temporary:
        for number in range(count):
            home = Path(temporary) / str(number)
            home.mkdir()
            play = plays[number % len(plays)]
            found = play(home, random.Random(f"{seed} {number}"))
            failures += [f"{play.__name__} {seed} {number}: {what}" for what in found]
            shutil.rmtree(home)
            tell(number + 1)
    return failures


# -- damage -----------------------------------------------------------------------------------------------------------


class Sound(NamedTuple):
    """A sound record."""

    content: bytes
    answers: dict[str, str]
    """from the name of each attempt to the response"""


@cache
def sound(count: int) -> Sound:
    """Return a record with so many answers, some of them long, and notes, visits and positions between them."""
    answers = {f"{number * 2654435761 % 2**128:032x}": f"<answer {number}>" for number in range(count)}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite3"
        with Store.open(path, clock=lambda: START) as store:
            for number, (uid, response) in enumerate(answers.items()):
                given = response * 900 if number % 50 == 49 else response
                store.record(an_answer(uid, given, START + number * 1000))
                answers[uid] = given
                if number % 20 == 0:
                    store.save_note(COURSE, "cost", f"step-{number}", f"a note {number}")
                    store.save_visit(Visit(f"visit {number}", COURSE, "cost", "start", START + number, 5.0))
                    store.save_position(Position(COURSE, "cost", f"step-{number}", START, {"W": 2.0}))
        return Sound(path.read_bytes(), answers)


def an_answer(uid: str, response: str, at: int) -> Attempt:
    """Return an attempt."""
    return Attempt(uid, COURSE, "cost", "half", "number", "r1", 0, response, True, at, 3.5)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a file after something happened to it."""
    broken = bytearray(content)
    pages = len(content) // PAGE
    how = chance.choice(("pages", "page one", "zeros", "bytes", "few bytes", "cut", "swapped"))
    if how == "cut":
        return content[: chance.randrange(1, len(content))]
    if how == "swapped" and pages > 2:
        one, other = chance.sample(range(1, pages), 2)
        first, second = content[one * PAGE : (one + 1) * PAGE], content[other * PAGE : (other + 1) * PAGE]
        broken[one * PAGE : (one + 1) * PAGE], broken[other * PAGE : (other + 1) * PAGE] = second, first
    elif how in ("pages", "zeros", "page one"):
        hit = [0] if how == "page one" else chance.sample(range(pages), chance.randint(1, max(1, pages // 4)))
        for number in hit:
            broken[number * PAGE : (number + 1) * PAGE] = bytes(PAGE) if how == "zeros" else chance.randbytes(PAGE)
    else:
        for _ in range(chance.randint(1, 6 if how == "few bytes" else 300)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def still_there(before: Sound, content: bytes) -> set[str]:
    """Return the attempts that stand in a page of a table's rows that the damage did not reach, found as bytes."""
    left: set[str] = set()
    for at in range(0, len(content) - PAGE + 1, PAGE):
        page = content[at : at + PAGE]
        if page[0] == 0x0D and page == before.content[at : at + PAGE]:
            for found in re.finditer(rb"[0-9a-f]{32}(?=deep-learning)", page):
                uid = found.group().decode()
                if before.answers[uid].encode() in page:
                    left.add(uid)
    return left


def damaged_round(home: Path, chance: random.Random) -> list[str]:
    """Open a damaged record, with or without a copy beside it; return what is wrong with what became of it."""
    before = sound(chance.choice((5, 60, 394)))
    content = damaged(before.content, chance)
    path = home / "record.sqlite3"
    copied = 0
    if chance.random() < 0.3:
        copied = len(before.answers)
        (home / f"{path.name}.backup-1-20260201-{copied}.sqlite3").write_bytes(before.content)
    path.write_bytes(content)
    expected = set(before.answers) if copied else still_there(before, content)
    wrong: list[str] = []
    with Store.open(path, clock=lambda: START + DAY) as store:
        notice = store.take_notice()
        kind = notice.kind if notice is not None else None
        if kind is NoticeKind.DAMAGED and notice is not None and notice.aside is not None:
            if notice.aside.read_bytes() != content:
                wrong.append("the damaged file is not kept as it was")
        elif kind in UNTOUCHED:
            return wrong if path.read_bytes() == content else ["the file was touched"]
        found = Counter(attempt.uid for attempt in store.attempts())
        if kind is None:
            # Damage inside of a row cannot be told from what was written; the row stays in the file in any case.
            expected = still_there(before, content)
        wrong += [f"{kind}: lost {len(expected - found.keys())} of {len(expected)}"] * (not expected <= found.keys())
        turns = Counter(attempt.turn for attempt in store.attempts())
        wrong += ["twice"] * (max((*found.values(), *turns.values()), default=0) > 1)
        if kind is NoticeKind.DAMAGED and notice is not None and notice.rescued != len(found):
            wrong.append(f"told {notice.rescued}, there are {len(found)}")
        told = store.record(an_answer("new", "new", START + 2 * DAY))
        wrong += [f"a new answer was not saved: {told}"] * (told is not None and not told.saved)
    with Store.open(path, clock=lambda: START + DAY) as store:
        again = {attempt.uid for attempt in store.attempts()}
        wrong += [f"opened again: {store.take_notice()}"] * ({*found, "new"} != again)
    return wrong


# -- malice -----------------------------------------------------------------------------------------------------------

HOSTILE: tuple[object, ...] = (
    2**63 - 1, 2**63, 2**64, -1, -(2**63), 10**400, 0, 1.5, -0.0, 1e308, -1e308, math.nan, math.inf, -math.inf,
    True, False, None, "", "x" * 1_000_001, "\x1b[2J", "\x9b31m", "\u202e", "\x00", "\ud800", "\udfff", "a\x00b",
    [], {}, [1], {"a": 1}, "=1+1", "'; DROP TABLE attempts; --", "NaN", "[" * 50_000, '{"W": NaN}', '{"W": 1e999}',
    '{"W": ' + "[" * 5000 + "]" * 5000 + "}", '{"W": 1' + "0" * 400 + "}", '{"W": [1, "x"]}', "9999-12-31",
    "0001-01-01", "2026-02-30", 253_402_300_800_000, 253_370_764_799_999, 1, 10**15, 10**15 - 1, "\n", "\u2028",
)  # fmt: skip
"""values for any field"""


@cache
def sane_lines() -> tuple[str, ...]:
    """Return the lines of an export with one of everything."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.sqlite3", clock=lambda: START) as store:
        fill(store)
        export(store, Path(folder) / "mine.jsonl")
        return tuple((Path(folder) / "mine.jsonl").read_text(encoding="utf-8").splitlines())


def fill(store: Store) -> None:
    """Put something of every kind into a record."""
    from datetime import date

    for number in range(3):
        store.record(an_answer(f"other {number}", f"answer {number}", START + number))
    store.save_position(Position(COURSE, "cost", "start", START, {"W": 0.1, "p": (0.5, 1.0)}, 3))
    store.save_visit(Visit("visit", COURSE, "cost", "start", START, 4.5))
    store.save_note(COURSE, "cost", "start", "a note")
    store.save_bookmark(COURSE, "cost", "start", marked=True)
    store.snooze(COURSE, "half", date(2026, 3, 1))


def hostile_export(chance: random.Random) -> tuple[bytes, int]:
    """Return an export that someone changed, and the number of the line that was changed; 0 for the whole file."""
    lines = list(sane_lines())
    number = chance.randrange(1, len(lines) - 1)
    ((table, item),) = json.loads(lines[number]).items()
    how = chance.choice(("field", "field", "field", "field", "missing", "twice", "again", "nested", "bytes", "cut"))
    if how == "field":
        item[chance.choice(list(item))] = chance.choice(HOSTILE)
        lines[number] = json.dumps({table: item})
    elif how == "missing":
        del item[chance.choice(list(item))]
        lines[number] = json.dumps({table: item})
    elif how == "twice":
        name = chance.choice(list(item))
        lines[number] = f'{{"{table}": {json.dumps(item)[:-1]}, "{name}": {json.dumps(item[name])}}}}}'
    elif how == "again":
        lines.insert(-1, lines[number])
        lines[-1] = json.dumps({"items": len(lines) - 2})
        return "\n".join(lines).encode() + b"\n", len(lines) - 1
    elif how == "nested":
        lines[number] = f'{{"{table}": ' + '{"a":' * 20_000 + "1" + "}" * 20_001
    content = bytearray("\n".join(lines).encode("utf-8", "surrogatepass") + b"\n")
    if how == "cut":
        return bytes(content[: chance.randrange(len(content))]), 0
    if how == "bytes":
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        return bytes(content), 0
    return bytes(content), number + 1


def export_round(home: Path, chance: random.Random) -> list[str]:
    """Import a hostile export into a record with answers; return what is wrong with what became of it."""
    content, line = hostile_export(chance)
    (home / "theirs.jsonl").write_bytes(content)
    wrong: list[str] = []
    with Store.open(home / "record.sqlite3", clock=lambda: START + DAY) as store:
        store.record(an_answer("mine", "mine", START))
        try:
            import_into(store, home / "theirs.jsonl")
        except TransferError as error:
            said = [error.say(language).replace(str(home), "") for language in ("en", "ko")]
            wrong += [f"a control character is said: {said!r}"] * any(map(has_control, said))
            wrong += [f"the line is not named: {said[0]!r}"] * (line > 0 and f"line {line}:" not in said[0])
            wrong += ["something was taken"] * (1 != len(store.attempts()))
        wrong += still_works(store, START + DAY)
    return [*wrong, *reads_the_same(home)]


def has_control(text: str) -> bool:
    """Return whether a terminal would obey something in a text."""
    return any(unicodedata.category(sign) in ("Cc", "Cf") for sign in text)


def still_works(store: Store, now: int) -> list[str]:
    """Answer once more and look at everything that is made of a record; return what is wrong."""
    wrong = []
    told = store.record(an_answer("last", "last", now))
    wrong += [f"not saved: {told}"] * (told is not None and not told.saved)
    attempts = store.attempts()
    wrong += ["the last answer is not the last"] * (not attempts or attempts[-1].uid != "last")
    store.save_note(COURSE, "cost", "start", "mine now")
    wrong += ["my note is not there"] * ("mine now" not in [note.text for note in store.notes(COURSE)])
    store.save_position(Position(COURSE, "cost", "mine", now))
    position = store.position(COURSE)
    wrong += ["I am somewhere else"] * (position is None or position.step != "mine")
    calendar = Calendar()
    memory_of(attempts, calendar)
    activity(attempts, store.visits(COURSE), calendar)
    hardest(attempts, calendar)
    usual_seconds(attempts)
    as_csv(report_of([("one", attempts)]))
    round(sum(attempt.seconds for attempt in attempts))
    (store.snoozed(COURSE), store.bookmarks(COURSE), store.outcomes(COURSE), store.settings(), store.visited(COURSE))
    return wrong


def reads_the_same(home: Path) -> list[str]:
    """Open the record again, export it, and import that elsewhere; return what is wrong."""
    with Store.open(home / "record.sqlite3", clock=lambda: START + DAY) as store:
        notice = store.take_notice()
        attempts = store.attempts()
        export(store, home / "mine.jsonl")
    wrong = [f"opened again: {notice}"] * (notice is not None)
    wrong += ["the last answer is not there"] * (not attempts or attempts[-1].uid != "last")
    with Store.open(home / "another.sqlite3", clock=lambda: START + DAY) as store:
        import_into(store, home / "mine.jsonl")
        there = store.attempts()
    wrong += ["the export holds something else"] * ([one.uid for one in attempts] != [one.uid for one in there])
    return wrong


SCHEMES = (
    "CREATE TRIGGER t AFTER INSERT ON attempts BEGIN DELETE FROM attempts; END",
    "ALTER TABLE attempts RENAME TO a; CREATE VIEW attempts AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL "
    "SELECT x + 1 FROM n) SELECT * FROM a, n",
    "DROP TABLE notes",
    "ALTER TABLE attempts ADD COLUMN more TEXT AS (hex(zeroblob(100000)))",
)
"""what someone could put into a record that another one reads"""


def hostile_values(connection: sqlite3.Connection, chance: random.Random) -> None:
    """Put values into a record's tables that no record has."""
    tables = ("attempts", "visits", "positions", "bookmarks", "notes", "snoozes")
    for _ in range(chance.randint(1, 4)):
        table = chance.choice(tables)
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
        value = chance.choice([*HOSTILE, b"\xff\xfe", "\udcff"])
        if isinstance(value, list | dict) or value is None or (isinstance(value, int) and abs(value) >= 2**63):
            value = -1
        if isinstance(value, str):
            value = value.encode("utf-8", "surrogatepass")
        name, rows = chance.choice(columns), connection.execute(f"SELECT rowid FROM {table}").fetchall()
        kind = (
            "TEXT"
            if isinstance(value, bytes) and chance.random() < 0.8
            else "NUMERIC"
            if not isinstance(value, bytes)
            else "BLOB"
        )
        with suppress(sqlite3.IntegrityError):
            connection.execute(
                f'UPDATE {table} SET "{name}" = CAST(? AS {kind}) WHERE rowid = ?', (value, *chance.choice(rows))
            )


def record_round(home: Path, chance: random.Random) -> list[str]:
    """Open, and merge, a record with hostile values or a hostile scheme; return what is wrong with what came of it."""
    path, theirs = home / "record.sqlite3", home / "theirs.sqlite3"
    with Store.open(theirs, clock=lambda: START) as store:
        fill(store)
    with closing(sqlite3.connect(theirs, isolation_level=None)) as connection:
        scheme = chance.choice(SCHEMES) if chance.random() < 0.2 else ""
        hostile_values(connection, chance)
        with suppress(sqlite3.OperationalError):
            connection.executescript(scheme)
        if scheme and chance.random() < 0.5:
            connection.execute("PRAGMA user_version = 3")
    wrong = []
    with Store.open(path, clock=lambda: START + DAY) as store:
        store.record(an_answer("mine", "mine", START))
        store.restore(theirs)
        wrong += still_works(store, START + DAY)
    wrong += reads_the_same(home)
    if not scheme:
        with Store.open(theirs, clock=lambda: START + DAY) as store:
            wrong += still_works(store, START + DAY)
    return wrong
