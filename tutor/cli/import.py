"""`tutor import FILE`: add an exported record to this one."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.world import DONE, FAILED, World, record_of
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, import_into

HELP = messages.CLI_IMPORT


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help=messages.CLI_IMPORT_FILE(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Merge all of the file, or nothing."""
    with Store.open(record_of(options, world), clock=world.clock) as store:
        notice = store.take_notice()
        if notice is not None:
            world.complain(notice.say(world.language))
        try:
            merged = import_into(store, options.file)
        except TransferError as error:
            world.complain(error.say(world.language))
            return FAILED
        unsaved = store.close()
    if unsaved is not None:
        world.complain(unsaved.say(world.language))
        return FAILED
    world.say(messages.IMPORTED, new=merged.new, known=merged.known)
    return DONE
