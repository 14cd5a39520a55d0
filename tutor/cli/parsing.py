"""What argparse says, in the learner's language: the words around options, and what is wrong with what was typed."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tutor import DISTRIBUTION, __version__
from tutor.cli import messages
from tutor.cli.world import World
from tutor.language import Text

HELP_WORDS = ("-h", "--help")

NUMBERED = Text(en="argument {argument}: {wrong}", ko="인자 {argument}: {wrong}")
"""What is wrong with one argument, put in by `said_by_argparse`."""

SAID: dict[str, Text] = {
    r"argument (?P<argument>[^:]+): (?P<wrong>.+)": NUMBERED,
    r"the following arguments are required: (?P<names>.+)": Text(
        en="the following arguments are required: {names}", ko="다음 인자가 필요합니다: {names}"
    ),
    r"one of the arguments (?P<names>.+) is required": Text(
        en="one of the arguments {names} is required", ko="다음 인자 가운데 하나가 필요합니다: {names}"
    ),
    r"unrecognized arguments: (?P<given>.+)": Text(en="unrecognized arguments: {given}", ko="알 수 없는 인자: {given}"),
    r"not allowed with argument (?P<other>.+)": Text(
        en="not allowed with argument {other}", ko="다음 인자와 함께 쓸 수 없습니다: {other}"
    ),
    # From Python 3.15 on, where there is one.
    r"invalid choice: (?P<given>.+), maybe you meant (?P<near>.+)\? \(choose from (?P<known>.+)\)": Text(
        en="invalid choice: {given}, maybe you meant {near}? (choose from {known})",
        ko="고를 수 없는 값입니다: {given}. 혹시 {near}인가요? (고를 수 있는 값: {known})",
    ),
    r"invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)": Text(
        en="invalid choice: {given} (choose from {known})",
        ko="고를 수 없는 값입니다: {given} (고를 수 있는 값: {known})",
    ),
    r"invalid (?P<kind>\w+) value: (?P<given>.+)": Text(
        en="invalid {kind} value: {given}", ko="{kind} 값이 아닙니다: {given}"
    ),
    r"expected one argument": Text(en="expected one argument", ko="값이 하나 필요합니다"),
    r"expected at most one argument": Text(en="expected at most one argument", ko="값은 많아야 하나입니다"),
    r"expected at least one argument": Text(en="expected at least one argument", ko="값이 적어도 하나 필요합니다"),
    r"expected (?P<count>\d+) arguments?": Text(en="expected {count} arguments", ko="필요한 값의 개수: {count}"),
    r"ignored explicit argument (?P<given>.+)": Text(
        en="ignored explicit argument {given}", ko="값을 받지 않는데 값이 붙어 있습니다: {given}"
    ),
    r"ambiguous option: (?P<given>.+) could match (?P<known>.+)": Text(
        en="ambiguous option: {given} could match {known}", ko="{given}: 어느 옵션인지 알 수 없습니다. 후보: {known}"
    ),
}
"""From each sentence that argparse can end with, as a pattern, to that sentence. It has no other way to be told apart:
argparse puts its sentences together before it hands them over."""

WRONG = Text(en="{command}: error: {wrong}", ko="{command}: 오류: {wrong}")


def said_by_argparse(sentence: str, language: str) -> str:
    """Return a sentence of argparse's in `language`; one that is unknown here stays as it is."""
    if language == "en":
        return sentence
    for pattern, text in SAID.items():
        found = re.fullmatch(pattern, sentence, re.DOTALL)
        if found:
            values = found.groupdict()
            if text is NUMBERED:
                values["wrong"] = said_by_argparse(values["wrong"], language)
            return text(language, **values)
    return sentence


COLUMN = re.compile(r" *\S.*? {2,}| *")
"""What a line begins with that stands in columns: "  tutor show      "."""


class LocalFormatter(argparse.HelpFormatter):
    """Says in the learner's language what argparse says in English, and breaks lines by cells: Hangul takes two."""

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

    def _format_usage(self, *arguments: Any) -> str:
        from rich.cells import cell_len

        prefix = arguments[-1] or ""
        narrower = cell_len(prefix) - len(prefix)
        self._width -= narrower
        try:
            return super()._format_usage(*arguments)
        finally:
            self._width += narrower

    def start_section(self, heading: str | None) -> None:
        words = {"positional arguments": messages.CLI_ARGUMENTS, "options": messages.CLI_OPTIONS}
        super().start_section(words[heading](self.language) if heading in words else heading)

    def _split_lines(self, text: str, width: int) -> list[str]:
        # Imported here because only help is broken into lines.
        from tutor.render.wrap import wrapped

        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + row for line in text.split("\n") for row in self._hung(line, width - len(indent)))

    def _hung(self, line: str, width: int) -> list[str]:
        """Return a line in rows, each below what follows its first column."""
        found = COLUMN.match(line)
        column = found[0] if found is not None else ""
        first, *rest = self._split_lines(line[len(column) :], width - len(column)) or [""]
        return [(column + first).rstrip(), *(" " * len(column) + row for row in rest)]


class Parser(argparse.ArgumentParser):
    """Says what it has to say where everything is said: it repeats words that were typed or came from elsewhere."""

    def __init__(self, *arguments: Any, world: World, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._world = world

    def error(self, message: str) -> Any:
        """Say what is wrong with what was typed, and end."""
        language = self._world.language
        self._world.complain(self.format_usage().removesuffix("\n"))
        self.exit(2, WRONG(language, command=self.prog, wrong=said_by_argparse(message, language)) + "\n")

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
        parser._print_message(f"tutor ({DISTRIBUTION}) {__version__}\n{held}\n", sys.stdout)
        parser.exit()


def parser_of(
    world: World, command: str, commands: Sequence[str], module_of: Callable[[str], Any]
) -> argparse.ArgumentParser:
    """Return the parser for `command`, or for opening a course where that is "": its help then lists `commands`.

    Args:
        module_of: gives the module of a command by its name.
    """
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
