"""`tutor schema [WHAT]`: JSON Schema of a course's files, for editors."""

from __future__ import annotations

import argparse

from tutor.cli import messages
from tutor.cli.world import DONE, World

HELP = messages.CLI_SCHEMA
KINDS_OF_FILE = ("course", "quiz", "glossary", "lab")


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("what", nargs="?", choices=KINDS_OF_FILE, help=messages.CLI_SCHEMA_WHAT(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Print the schema of one kind of file, or one that takes any of them."""
    # Imported here because it brings the Markdown parser along.
    from tutor.course.schema import DRAFT, SCHEMAS

    if options.what:
        schema = SCHEMAS[options.what]()
    else:
        schema = {"$schema": DRAFT, "anyOf": [make() for make in SCHEMAS.values()]}
    world.print_data(schema)
    return DONE
