"""The command line. `tutor` alone opens the course; a command after it says or does one thing and ends."""

from __future__ import annotations

import errno
import gc
import importlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tutor.cli import messages
from tutor.cli.findings import finding_line
from tutor.cli.nearest import did_you_mean
from tutor.cli.parsing import HELP_WORDS, parser_of
from tutor.cli.world import FAILED, WRONG_USE, World, WrongUseError, language_of, real_world
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

BEFORE_A_VALUE = (
    *("--lang", "--store", "--learner", "--at", "--theme"),
    *("--colours", "--marks", "--maths", "--motion", "--frames"),
)
"""The options that may stand before a command and take the word after them."""

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""What is no fault of the tutor's, wherever it was writing."""


def run(arguments: Sequence[str], world: World | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 not understood."""
    world = world or real_world()
    world = replace(world, language=language_of(arguments, world.environ))
    command, words = command_in(arguments)
    if command:
        # Opening the course does this when it is loaded.
        gc.enable()
    if not command and (word := first_word(arguments)) and is_no_course(word):
        world.complain(messages.NO_SUCH_COMMAND, given=word)
        world.complain(did_you_mean(word, COMMANDS, world.language) or messages.COMMANDS_ARE_LISTED)
        return WRONG_USE
    try:
        listed = COMMANDS if any(word in HELP_WORDS for word in words) else ()
        options = parser_of(world, command, listed, module_of).parse_args(words)
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
    except WrongUseError as error:
        world.complain(error.words)
        return WRONG_USE
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
    at = _first_at(arguments)
    if at is None or arguments[at] not in COMMANDS:
        return "", [*arguments]
    return arguments[at], [*arguments[:at], *arguments[at + 1 :]]


def first_word(arguments: Sequence[str]) -> str:
    """Return the first argument that belongs to no option: a command or a course; "" where there is none."""
    at = _first_at(arguments)
    return "" if at is None else arguments[at]


def _first_at(arguments: Sequence[str]) -> int | None:
    for at, word in enumerate(arguments):
        is_value = at > 0 and arguments[at - 1] in BEFORE_A_VALUE
        if not word.startswith("-") and not is_value:
            return at
    return None


def is_no_course(word: str) -> bool:
    """Return whether a word cannot be meant as a course: nothing here has that name, and it is written as no path."""
    return Path(word).name == word and not os.path.lexists(word)


def module_of(name: str) -> Any:
    """Return the module of a command: it has HELP, `add_arguments` and `run`."""
    return importlib.import_module(f"tutor.cli.{name}")
