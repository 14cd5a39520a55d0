"""`tutor export FILE`: the record as a file of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.world import DONE, FAILED, World, learner_name, record_of
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, export, read_export

HELP = messages.CLI_EXPORT


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help=messages.CLI_EXPORT_FILE(language))
    parser.add_argument("--no-notes", action="store_true", help=messages.CLI_NO_NOTES(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Write the record to a file; an older export there is replaced, anything else is not."""
    path = record_of(options, world)
    if not path.exists():
        world.complain(messages.NO_RECORD, path=path)
        return FAILED
    target: Path = options.file
    if target.exists() and not _is_export(target):
        world.complain(messages.NOT_OVERWRITTEN, path=target)
        return FAILED
    with Store.open(path, clock=world.clock) as store:
        try:
            count = export(store, target, learner=learner_name(options, world), with_notes=not options.no_notes)
        except TransferError as error:
            world.complain(error.say(world.language))
            return FAILED
        notice = store.take_notice()
    if notice is not None:
        world.complain(notice.say(world.language))
    world.say(messages.EXPORTED, count=count, path=target)
    return DONE


def _is_export(path: Path) -> bool:
    try:
        read_export(path)
    except TransferError:
        return False
    return True
