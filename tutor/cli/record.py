"""The record as a command reads it: one that is not there yet is empty, and looking does not begin it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.cli.world import World, record_of
from tutor.learner.store import Store


@contextmanager
def opened_record(options: argparse.Namespace, world: World) -> Iterator[Store]:
    """Open the learner's record to read it, and say what trouble there was with it.

    Raises:
        UnusableRecordError: what is there is no record, and no place for one.
    """
    path = record_of(options, world)
    with ExitStack() as stack:
        if not is_begun(path):
            path = Path(stack.enter_context(TemporaryDirectory())) / path.name
        store = stack.enter_context(Store.open(path, clock=world.clock))
        yield store
        notice = store.take_notice()
    if notice is not None:
        world.complain(notice.say(world.language))


def is_begun(path: Path) -> bool:
    """Return whether there is a record at a path, or something that it left beside: answers that wait, a copy."""
    beside = (f"{escape(path.name)}.{word}*" for word in ("waiting", "backup-"))
    return path.exists() or any(any(path.parent.glob(name)) for name in beside)
