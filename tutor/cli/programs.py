"""Whether programs are run here: those that learners write, and those that a course brings along."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.consent import YES, is_foreign
from tutor.cli.world import World

if TYPE_CHECKING:
    from tutor.worker.programs import Programs

ALLOWED = "TUTOR_PROGRAMS"
"""In the environment: the machine's owner allows programs where learners share an account and nothing holds them."""


def programs_for(folder: Path, options: argparse.Namespace, world: World, *, keeps: bool = False) -> Programs:
    """Return what runs the programs of the course in `folder`, or says why none is run; nothing is started yet.

    `keeps`: one process runs many, as `tutor.worker.programs.Programs` says.
    """
    # Whoever never opens an exercise has no need of it.
    from tutor.worker.guards import refusal_of
    from tutor.worker.programs import Programs

    return Programs(
        refusal=refusal_of(
            is_shared=bool(options.learner),
            is_allowed=world.environ.get(ALLOWED, "").lower() in YES,
            is_trusted=options.trust or not is_foreign(folder),
        ),
        keeps=keeps,
    )
