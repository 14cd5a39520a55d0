"""`tutor import FILE`: add an exported record to this one."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.pages import readable
from tutor.cli.world import DONE, FAILED, World, record_of
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, import_into, is_database, read_export

HELP = messages.CLI_IMPORT


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help=messages.CLI_IMPORT_FILE(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Merge all of the file, or nothing."""
    record = record_of(options, world)
    with readable(options.file, world) as file:
        try:
            # Read before the record is opened: none is begun with what turns out to be nothing.
            exported = None if is_database(file) else read_export(file)
            with Store.open(record, clock=world.clock) as store:
                notice = store.take_notice()
                if notice is not None:
                    world.complain(notice.say(world.language))
                merged = import_into(store, file) if exported is None else store.merge(exported.items)
                unsaved = store.close()
        except TransferError as error:
            world.complain(error.at(options.file).say(world.language))
            return FAILED
    if unsaved is not None:
        world.complain(unsaved.say(world.language))
        return FAILED
    world.say(messages.IMPORTED, new=merged.new, known=merged.known)
    return DONE
