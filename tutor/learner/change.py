"""One thing to write into a record."""

from __future__ import annotations

from tutor.namedtuple import NamedTuple


class Change(NamedTuple):
    """One thing to write: a statement that can be repeated without harm."""

    table: str
    key: tuple[str, ...]
    """which row of the table; a later change of the same row replaces one that still waits"""
    sql: str
    values: dict[str, object]
    item: object
    """what the row stands for, for readers while it waits"""
    durable: bool = True
    """Survives the loss of power, not only of the process; takes a few milliseconds more."""

    @property
    def name(self) -> tuple[str, ...]:
        """What tells the row from every other one."""
        return (self.table, *self.key)

    @property
    def is_own(self) -> bool:
        """Whether it was made here and now: it comes after whatever the record holds, and is to be found there."""
        return self.values.get("turn", 0) == 0
