"""`tutor export FILE`: the record as a file of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from tutor.cli import messages
from tutor.cli.pages import STREAM, add_yes, may_write, written
from tutor.cli.record import opened_record
from tutor.cli.world import DONE, FAILED, World, learner_name
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, export

HELP = messages.CLI_EXPORT


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help=messages.CLI_EXPORT_FILE(language))
    parser.add_argument("--no-notes", action="store_true", help=messages.CLI_NO_NOTES(language))
    add_yes(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Write the record to a file, or print it."""
    target: Path = options.file
    with opened_record(options, world) as store:
        if target != STREAM and not may_write(target, world, yes=options.yes):
            return FAILED
        try:
            count = _print(store, options, world) if target == STREAM else _write(store, target, options, world)
        except TransferError as error:
            world.complain(error.say(world.language))
            return FAILED
    if target != STREAM:
        world.say(messages.EXPORTED, count=count, path=target)
    return DONE


def _write(store: Store, target: Path, options: argparse.Namespace, world: World) -> int:
    return export(store, target, learner=learner_name(options, world), with_notes=not options.no_notes)


def _print(store: Store, options: argparse.Namespace, world: World) -> int:
    with written(STREAM, world) as file:
        return _write(store, file, options, world)
