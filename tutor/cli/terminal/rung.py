"""The flags that say what the terminal is shown."""

from __future__ import annotations

import argparse

from tutor.cli.terminal import messages
from tutor.render.rung import OPTIONS

_HELP = {
    "colours": messages.CLI_COLOURS,
    "marks": messages.CLI_MARKS,
    "maths": messages.CLI_MATHS,
    "motion": messages.CLI_MOTION,
    "frames": messages.CLI_FRAMES,
}


def add_rung(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the flags."""
    for name, options in OPTIONS.items():
        parser.add_argument(f"--{name}", choices=options, help=_HELP[name](language))


def choices_in(options: argparse.Namespace) -> dict[str, str]:
    """Return what the flags choose, by name."""
    return {name: getattr(options, name) for name in OPTIONS if getattr(options, name)}
