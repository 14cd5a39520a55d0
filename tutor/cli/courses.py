"""The course that a command is about: its outline, and all of it as far as its Python may run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.consent import agreed_code, is_foreign
from tutor.cli.world import World
from tutor.course.kept import OUTLINE, Kept
from tutor.course.outline import Outline, load_outline
from tutor.course.owncode import OwnCode
from tutor.learner.paths import cache_folder

if TYPE_CHECKING:
    from tutor.course.model import Course


def known_outline(folder: Path, world: World, *, keeps: bool = False) -> Outline:
    """Return the outline of a course: of the built-in one, which changes with the program alone, as it was kept.

    Args:
        keeps: whether what is read of it may be kept for the next start: whoever only looks leaves nothing behind.

    Raises:
        CourseError: its files cannot be read this far.
    """
    if is_foreign(folder):
        return load_outline(folder)
    kept = Kept(cache_folder(world.environ), folder, only_reads=not keeps)
    return replace(kept.get(OUTLINE, Outline) or load_outline(folder), kept=kept)


def agreed_course(folder: Path, world: World, *, trust: bool) -> Course | None:
    """Return the course in `folder`, with the Python that it brings along as far as that may run; None without consent.

    Raises:
        CourseError: it is broken, or something among its Python is never run.
    """
    own = agreed_code(folder, world, trust=trust)
    return course_of(folder, own, world) if own is not None else None


def course_of(folder: Path, own: OwnCode, world: World) -> Course:
    """Return the course in `folder` with what of its Python may run.

    Raises:
        CourseError: it is broken.
    """
    # What reads a whole course brings NumPy along, for which a question need not wait.
    if is_foreign(folder):
        from tutor.course.loader import load_course

        return load_course(folder, own=own)
    # The built-in course has been proved: no lab needs to run.
    from tutor.course.whole import whole_course

    return whole_course(known_outline(folder, world))
