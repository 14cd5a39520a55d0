"""Where things that come from elsewhere stand in the order of a record.

The order is counted by the record itself. What another record says of its own order only tells its items apart from
each other; it is taken over as it is where our own counting could have led to it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tutor.learner.tables import Table

A_DAY = 24 * 3600 * 1000
"""in milliseconds: two machines' clocks may differ by that, even where a time zone was mistaken"""

Item = tuple[Table[Any], Any]


def in_our_order(items: Iterable[Item], now: int, last: int) -> list[Item]:
    """Return items of another record with a place in the order of ours.

    `now` is the time in milliseconds, `last` the last place given so far. No place is later than both by more than a
    day and the number of items: whatever they say of themselves, our own next answer comes after them.
    """
    by_table: defaultdict[str, list[Item]] = defaultdict(list)
    for table, item in items:
        by_table[table.name].append((table, item))
    latest = max(now + A_DAY, last)
    return [placed for group in by_table.values() for placed in _placed(group, latest)]


def _placed(group: list[Item], latest: int) -> list[Item]:
    table = group[0][0]
    if "turn" not in table.fields or all(0 < item.turn and item.at <= item.turn <= latest for _, item in group):
        return group
    turn, placed = 0, []
    for _, item in sorted(group, key=lambda entry: entry[1].turn):
        turn = max(min(item.at, latest), turn + 1)
        placed.append((table, item._replace(turn=turn)))
    return placed
