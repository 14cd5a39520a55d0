"""`tutor convert`: lessons from elsewhere come in, questions go out."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from tutor import DISTRIBUTION
from tutor.cli import messages
from tutor.cli.consent import add_trust, agreed_code, consents_of, remember, with_written
from tutor.cli.pages import STREAM, add_yes, may_write, written
from tutor.cli.places import complain_of_place, place_of
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder
from tutor.course.finding import CourseError
from tutor.course.new import (
    course_file,
    free_module,
    languages_and_folders,
    next_folder,
    replace_course_file,
    with_lesson,
    write_new,
)
from tutor.course.outline import load_outline
from tutor.course.owncode import read_own_code
from tutor.course.source import Findings, source_of
from tutor.visible import visible

HELP = messages.CLI_CONVERT


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("source", metavar="FILE", type=Path, help=messages.CLI_CONVERT_SOURCE(language))
    parser.add_argument("--into", metavar="COURSE", type=Path, help=messages.CLI_INTO(language))
    parser.add_argument("--to", nargs=2, metavar=("anki", "FILE"), help=messages.CLI_TO(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    add_yes(parser, language)
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Convert, and say what has no counterpart."""
    if options.to is None:
        return _lesson_from(options.source, options.into, world)
    what, target = options.to
    if what != "anki":
        world.complain(messages.ONLY_ANKI)
        return WRONG_USE
    return _deck_from(options, Path(target), world)


def _lesson_from(path: Path, into: Path | None, world: World) -> int:
    # Imported here because these bring the Markdown parser along.
    from tutor.course.convert.draft import files_of, slug
    from tutor.course.convert.quizdown import from_markdown
    from tutor.course.convert.swirl import NotThisFormatError, from_swirl

    try:
        data = path.read_bytes()
    except OSError as error:
        world.complain(messages.LABS_UNREADABLE, path=path, why=error.strerror or error)
        return WRONG_USE
    findings = Findings()
    source = source_of(path.name, data, findings)
    if source is None:
        world.complain(visible(findings.found[0].told(world.language)))
        return FAILED
    try:
        draft = (from_swirl if path.suffix.lower() in (".yaml", ".yml") else from_markdown)(source)
    except NotThisFormatError as error:
        world.complain(messages.NOT_CONVERTIBLE, path=path, why=error.why(world.language))
        return FAILED
    lesson = slug(draft.title, slug(path.stem, "lesson"))
    course = into or Path(lesson)
    known = languages_and_folders(course) if into is not None else ((world.language,), ())
    if known is None:
        world.complain(messages.COURSE_UNREADABLE, path=course)
        return FAILED
    languages, folders = known
    folder = next_folder(lesson, folders)
    own = read_own_code(course)
    if own.refused:
        raise CourseError(own.findings)
    module = free_module(lesson, own.names)
    files = files_of(draft, folder, lesson, languages[0], module)
    changed = with_lesson(course, folder) if into is not None else None
    if into is None:
        files = {"course.yaml": course_file(languages, lesson, draft.title or lesson, folder), **files}
    elif changed is None or folder in folders:
        world.complain(messages.LESSON_IS_THERE, path=course / folder)
        return WRONG_USE
    was_covered = consents_of(world).covers(own.code)
    try:
        write_new(course, files)
        if changed is not None:
            replace_course_file(course, changed)
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=error.filename or course, why=error.strerror or error)
        return FAILED
    if was_covered:
        remember(with_written(own.code, files), world)
    for name in files:
        world.say(visible(str(course / name)))
    for remark in sorted(draft.remarks, key=lambda one: one.line):
        world.say(visible(f"{path}:{remark.line}: {remark.say(world.language)}"))
    questions = sum(len(step.questions) for step in draft.steps)
    world.say(messages.CONVERTED, questions=questions, steps=len(draft.steps), remarks=len(draft.remarks))
    world.say(messages.NEW_NEXT, path=course)
    return DONE


def _deck_from(options: argparse.Namespace, target: Path, world: World) -> int:
    given: Path = options.source
    if options.course is None and (given.parent / "course.yaml").is_file() and given.is_dir():
        folder, name = given.parent, given.name
    else:
        folder, name = course_folder(options.course), str(given)
    outline = load_outline(folder)
    place = place_of(name, outline)
    if place is None:
        complain_of_place(name, outline, world)
        return WRONG_USE
    own = agreed_code(folder, world, trust=options.trust)
    if own is None:
        return WRONG_USE
    # Asked before the work: whoever says no has not waited for it.
    if target == STREAM and world.stdout.isatty():
        world.complain(messages.DECK_IS_NO_TEXT)
        return WRONG_USE
    if target != STREAM and not may_write(target, world, yes=options.yes):
        return FAILED
    from tutor.course.convert.anki import cards_of, write_deck
    from tutor.course.loader import load_lesson

    lesson = load_lesson(replace(outline, own=own), place[0])
    cards, remarks = cards_of(outline.id, lesson, outline.language_for(world.language))
    tell = world.complain if target == STREAM else world.say
    title = f"{outline.title.in_(world.language)}::{lesson.title.in_(world.language)}"
    try:
        with written(target, world) as file:
            write_deck(file, title, f"{outline.id}/{lesson.id}", cards, seconds=world.clock() / 1000)
    except ModuleNotFoundError:
        world.complain(messages.NEEDS_GENANKI, distribution=DISTRIBUTION)
        return FAILED
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=target, why=error.strerror or error)
        return FAILED
    for remark in remarks:
        tell(visible(f"{lesson.folder}/quiz.yaml:{remark.line}: {remark.say(world.language)}"))
    tell(messages.CARDS_WRITTEN, cards=len(cards), path=target)
    return DONE
