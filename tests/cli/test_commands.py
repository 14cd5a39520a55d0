"""Which command is meant."""

from __future__ import annotations

import pytest

from tutor.cli import COMMANDS, command_in, module_of


@pytest.mark.parametrize(
    ("arguments", "command", "rest"),
    [
        ([], "", []),
        (["check"], "check", []),
        (["--lang", "ko", "check", "lessons"], "check", ["--lang", "ko", "lessons"]),
        (["--lang=ko", "list"], "list", ["--lang=ko"]),
        (["list", "my-course", "--steps"], "list", ["my-course", "--steps"]),
        (["my-course", "--at", "list"], "", ["my-course", "--at", "list"]),
        (["--learner", "check"], "", ["--learner", "check"]),
        (["./check"], "", ["./check"]),
        (["--help"], "", ["--help"]),
    ],
)
def test_a_command_is_the_first_word_that_belongs_to_no_option(
    arguments: list[str], command: str, rest: list[str]
) -> None:
    for name in COMMANDS:
        # The modules of commands are called as these are, and some as built-in functions: list, open.
        module_of(name)
    assert (command, rest) == command_in(arguments)
