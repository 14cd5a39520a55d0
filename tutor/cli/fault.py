"""What a person is told when the tutor itself fails: three lines. The rest is in the log."""

from __future__ import annotations

import sys
from dataclasses import replace

from tutor.cli import messages
from tutor.cli.world import World, language_of, real_world
from tutor.faults import keep_report, report_of
from tutor.language import Text
from tutor.learner.paths import home_folder
from tutor.visible import visible, visible_lines


def tell(world: World, report: str, what: Text) -> None:
    """Say what happened, keep the report, and say where it is and what to do."""
    path = keep_report(home_folder(world.environ), report, at=world.clock())
    world.complain(what)
    if path is None:
        world.complain(messages.FAULT_UNWRITTEN)
    else:
        world.complain(messages.FAULT_LOG, path=visible(str(path)))
    world.complain(messages.FAULT_NEXT)
    if path is None:
        # Nowhere else would it be told.
        world.complain("")
        world.complain(visible_lines(report).rstrip())


def tell_uncaught(error: BaseException) -> None:
    """Tell of what nothing has caught, in place of Python's own traceback."""
    world = real_world()
    world = replace(world, language=language_of(sys.argv[1:], world.environ))
    tell(world, report_of(error), messages.FAULT)
