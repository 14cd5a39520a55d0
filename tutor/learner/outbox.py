"""What is to be written into a record and is not in it yet: in memory, and as far as that can be on the disk too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tutor.learner.change import Change
from tutor.learner.notices import NoticeKind, StoreNotice
from tutor.learner.spool import Spool
from tutor.learner.tables import ATTEMPTS, as_line, change_in

Name = tuple[str, ...]


class Outbox:
    """The changes that wait for the record to be written again, in the order in which they came."""

    def __init__(self, record: Path) -> None:
        self._record = record
        self._waiting: dict[Name, Change] = {}
        self._on_disk: dict[Name, Change] = {}
        """of what waits, what a killed program would leave behind"""
        self._in_file: set[Name] = set()
        """of that, what is in the damaged record itself"""
        self._spool = Spool(record)
        self._not_understood = False

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def __iter__(self) -> Iterator[Change]:
        return iter(tuple(self._waiting.values()))

    @property
    def was_left_behind(self) -> bool:
        """Whether something in it was there when the record was opened."""
        return bool(self._on_disk)

    @property
    def is_durable(self) -> bool:
        """Whether something in it is worth waiting for the disk."""
        return any(change.durable for change in self)

    def add(self, changes: Iterable[Change]) -> None:
        """Let changes wait; a later one of the same row takes the place of an earlier one."""
        for change in changes:
            self._waiting.pop(change.name, None)
            self._waiting[change.name] = change

    def add_before(self, changes: Iterable[Change], *, in_file: bool = False) -> None:
        """Let changes wait that came before all others; `in_file` says that they are in the damaged record itself."""
        earlier = {change.name: change for change in changes if change.name not in self._waiting}
        self._waiting = earlier | self._waiting
        if in_file:
            self._on_disk |= earlier
            self._in_file |= earlier.keys()

    def take_over(self) -> None:
        """Let what a program that is gone had to leave in its spool wait here."""
        left = []
        for line in self._spool.take_over():
            change = change_in(line)
            if change is None:
                self._not_understood = True
            else:
                left.append(change)
        earlier = {change.name: change for change in left if change.name not in self._waiting}
        self._waiting = earlier | self._waiting
        self._on_disk |= earlier

    def put_by(self, notice: StoreNotice) -> StoreNotice:
        """Put what waits into the spool; return the notice with where that is."""
        if self._spool.is_lost:
            self._on_disk = {name: change for name, change in self._on_disk.items() if name in self._in_file}
        fresh = [change for change in self if self._on_disk.get(change.name) is not change]
        if fresh and self._spool.append(map(as_line, fresh), durable=any(change.durable for change in fresh)):
            self._on_disk |= {change.name: change for change in fresh}
        return self.counted(notice)

    def counted(self, notice: StoreNotice) -> StoreNotice:
        """Return the notice with how many answers wait, and where they are on the disk if all of them are."""
        answers = [change for change in self if change.table == ATTEMPTS.name and change.name not in self._in_file]
        is_safe = bool(answers) and all(self._on_disk.get(change.name) is change for change in answers)
        return notice._replace(waiting=len(answers), spool=self._spool.path if is_safe else None)

    def caught_up(self) -> StoreNotice:
        """Return what to say once all that was left behind is in the record."""
        notice = self.counted(StoreNotice(NoticeKind.CAUGHT_UP, self._record))
        return notice._replace(waiting=0, spool=None, rescued=notice.waiting)

    def written(self) -> None:
        """Forget all of it, on the disk too: it is in the record."""
        self._waiting.clear()
        self._on_disk.clear()
        self._in_file.clear()
        if self._spool.holds_anything:
            self._spool.clear(keep=self._not_understood)
            self._not_understood = False

    def reserve(self) -> None:
        """Set room aside on the disk, as long as there is some."""
        self._spool.reserve()

    def close(self) -> None:
        """Let go of the spool. What still waits stays in it, for the next program to take over."""
        self._spool.close()
