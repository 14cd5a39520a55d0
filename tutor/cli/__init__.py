"""The command line. `tutor` alone opens the course; a command after it says or does one thing and ends."""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tutor import __version__
from tutor.cli import messages
from tutor.cli.findings import finding_line
from tutor.cli.world import FAILED, WRONG_USE, World, language_of, real_world
from tutor.course.finding import CourseError
from tutor.language import SaidError
from tutor.learner.paths import UnusableRecordError

COMMANDS = (
    "show",
    "list",
    "progress",
    "recap",
    "mine",
    "export",
    "import",
    "reset",
    "report",
    "new",
    "check",
    "schema",
    "convert",
)
"""The commands. Each is the module of its name, imported when it is asked for."""

BEFORE_A_VALUE = ("--lang", "--store", "--learner", "--at", "--theme")
"""The options that may stand before a command and take the word after them."""

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""What is no fault of the tutor's, wherever it was writing."""

HELP_WORDS = ("-h", "--help")


def run(arguments: Sequence[str], world: World | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 not understood."""
    world = world or real_world()
    world = replace(world, language=language_of(arguments, world.environ))
    command, words = command_in(arguments)
    if command:
        # Opening the course does this when it is loaded.
        gc.enable()
    try:
        listed = COMMANDS if any(word in HELP_WORDS for word in words) else ()
        options = parser_of(world, command, listed).parse_args(words)
    except SystemExit as end:
        return WRONG_USE if end.code else 0
    try:
        code = int(options.run(options, world))
        # Not left to the end of the process, where what fails is printed as a traceback.
        world.flush()
    except CourseError as error:
        world.complain(messages.COURSE_BROKEN)
        for finding in error.findings:
            world.complain(finding_line(finding, str(finding.place), world.language))
        return FAILED
    except UnusableRecordError as error:
        world.complain(error.say(world.language))
        return WRONG_USE
    except SaidError as error:
        world.complain(error.words)
        return FAILED
    except BrokenPipeError:
        world.write_no_more()
        return FAILED
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        world.complain(messages.NOT_WRITTEN_OUT, reason=error.strerror)
        world.write_no_more()
        return FAILED
    return code


def command_in(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command among the arguments ("" for opening a course), and the arguments without it.

    Not left to argparse: it would give up on an optional argument that comes after an option.
    """
    # Not `list(arguments)`: once the command of that name is imported, `list` is its module here.
    for at, word in enumerate(arguments):
        is_value = at > 0 and arguments[at - 1] in BEFORE_A_VALUE
        if not word.startswith("-") and not is_value:
            return (word, [*arguments[:at], *arguments[at + 1 :]]) if word in COMMANDS else ("", [*arguments])
    return "", [*arguments]


def module_of(name: str) -> Any:
    """Return the module of a command: it has HELP, `add_arguments` and `run`."""
    return importlib.import_module(f"tutor.cli.{name}")


class LocalFormatter(argparse.RawDescriptionHelpFormatter):
    """Says in the learner's language what argparse says in English."""

    language = "en"

    @classmethod
    def of(cls, language: str) -> type[LocalFormatter]:
        """Return a formatter that speaks `language`."""
        return type("LocalFormatter", (cls,), {"language": language})

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or messages.CLI_USAGE(self.language))

    def start_section(self, heading: str | None) -> None:
        words = {"positional arguments": messages.CLI_ARGUMENTS, "options": messages.CLI_OPTIONS}
        super().start_section(words[heading](self.language) if heading in words else heading)


class Parser(argparse.ArgumentParser):
    """Says what it has to say where everything is said: it repeats words that were typed or came from elsewhere."""

    def __init__(self, *arguments: Any, world: World, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._world = world

    def _print_message(self, message: str, file: Any = None) -> None:
        # argparse ends what it says with a line end of its own.
        if file is sys.stdout:
            self._world.print(message)
        else:
            self._world.complain(message.removesuffix("\n"))


class _Version(argparse.Action):
    """Says which version this is, and in what the code of other courses is held on this system."""

    language = "en"

    @classmethod
    def of(cls, language: str) -> type[_Version]:
        """Return the action that speaks `language`."""
        return type("_Version", (cls,), {"language": language})

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:  # noqa: ARG002 - argparse's
        from tutor.worker.guards import held_by

        held = messages.FOREIGN_CODE(self.language, held=", ".join(held_by(self.language)))
        parser._print_message(f"tutor {__version__}\n{held}\n", sys.stdout)
        parser.exit()


def parser_of(world: World, command: str, commands: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for `command`, or for opening a course where that is "": its help then lists `commands`."""
    language = world.language
    module = module_of(command or "open")
    listed = "\n".join(f"  tutor {name:<10}{module_of(name).HELP(language)}" for name in commands)
    parser = Parser(
        world=world,
        prog=f"tutor {command}".strip(),
        description=module.HELP(language),
        epilog=None if command else f"{messages.CLI_COMMANDS(language)}\n{listed}\n\n{messages.CLI_EXAMPLES(language)}",
        formatter_class=LocalFormatter.of(language),
        add_help=False,
    )
    module.add_arguments(parser, language)
    parser.add_argument("--lang", metavar="CODE", help=messages.CLI_LANG(language))
    record = parser.add_mutually_exclusive_group()
    record.add_argument("--store", metavar="FILE", help=messages.CLI_STORE(language))
    record.add_argument("--learner", metavar="NAME", help=messages.CLI_LEARNER(language))
    parser.add_argument(*HELP_WORDS, action="help", help=messages.CLI_HELP(language))
    if not command:
        parser.add_argument("--version", action=_Version.of(language), nargs=0, help=messages.CLI_VERSION(language))
    parser.set_defaults(run=module.run)
    return parser
