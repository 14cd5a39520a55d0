"""`tutor new PATH`: a course, or a lesson inside one, that already works."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from tutor.cli import messages
from tutor.cli.consent import consents_of, remember, with_written
from tutor.cli.world import DONE, FAILED, WRONG_USE, World
from tutor.course.finding import CourseError
from tutor.course.new import (
    ID,
    course_files,
    languages_and_folders,
    lesson_files,
    next_folder,
    replace_course_file,
    with_lesson,
    write_new,
)
from tutor.course.outline import LANGUAGE
from tutor.course.owncode import OwnCode, read_own_code
from tutor.visible import visible

HELP = messages.CLI_NEW


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("path", metavar="PATH", type=Path, help=messages.CLI_NEW_PATH(language))
    parser.add_argument("--languages", metavar="en,ko", help=messages.CLI_LANGUAGES(language))


def run(options: argparse.Namespace, world: World) -> int:
    """Write the files and say what to do next."""
    # Resolved, because the name of "." is part of what is asked.
    path: Path = options.path.resolve()
    if (path.parent / "course.yaml").is_file():
        return _new_lesson(path, options, world)
    if (path / "course.yaml").exists():
        world.complain(messages.COURSE_IS_THERE, path=options.path)
        return WRONG_USE
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        world.complain(messages.NOT_EMPTY, path=options.path)
        return WRONG_USE
    languages = tuple(dict.fromkeys((options.languages or world.language).replace(" ", "").split(",")))
    for language in languages:
        if not LANGUAGE.fullmatch(language):
            world.complain(messages.BAD_LANGUAGE, given=language)
            return WRONG_USE
    files = course_files(languages, _slug(path.name))
    return _write(path, path, files, read_own_code(path), world, shown=options.path)


def _new_lesson(path: Path, options: argparse.Namespace, world: World) -> int:
    course = path.parent
    known = languages_and_folders(course)
    if known is None:
        world.complain(messages.COURSE_UNREADABLE, path=options.path.parent)
        return FAILED
    languages, folders = known
    if options.languages:
        world.complain(messages.LANGUAGES_ARE_THE_COURSES, languages=", ".join(languages))
        return WRONG_USE
    if not ID.fullmatch(path.name):
        world.complain(messages.BAD_LESSON_NAME, given=path.name, example=_slug(path.name))
        return WRONG_USE
    folder = next_folder(path.name, folders)
    changed = with_lesson(course, folder)
    if folder in folders or (course / folder).exists() or changed is None:
        world.complain(messages.LESSON_IS_THERE, path=options.path.parent / folder)
        return WRONG_USE
    own = read_own_code(course)
    if own.refused:
        raise CourseError(own.findings)
    files = lesson_files(folder, languages, own.names)
    return _write(course, path, files, own, world, shown=options.path.parent, course_file=changed)


def _write(
    course: Path,
    path: Path,
    files: dict[str, str],
    own: OwnCode,
    world: World,
    *,
    shown: Path,
    course_file: str = "",
) -> int:
    was_covered = consents_of(world).covers(own.code)
    try:
        write_new(course, files)
        if course_file:
            replace_course_file(course, course_file)
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=error.filename or path, why=error.strerror or error)
        return FAILED
    for name in files:
        world.say(visible(str(shown / name)))
    if was_covered:
        # What was just written here needs no question whether it may run.
        remember(with_written(own.code, files), world)
    world.say(messages.NEW_NEXT, path=shown)
    return DONE


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "my-course"
