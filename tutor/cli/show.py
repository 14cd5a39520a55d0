"""`tutor show LESSON[/STEP]`: a screen as text or as a picture, without a terminal."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import replace
from pathlib import Path

from tutor.cli import messages
from tutor.cli.consent import add_trust, agreed_code, is_foreign
from tutor.cli.courses import known_outline
from tutor.cli.languages import course_language
from tutor.cli.pages import STREAM, add_yes, may_write
from tutor.cli.places import complain_of_place, place_of, state_in
from tutor.cli.terminal.rung import add_rung, choices_in
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder, record_of, write_page
from tutor.lab import ParameterError
from tutor.render.look import THEMES
from tutor.render.rung import Rung
from tutor.session.sharing import values_in
from tutor.visible import visible

HELP = messages.CLI_SHOW
HOME = "home"


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("place", metavar="LESSON[/STEP]", help=messages.CLI_SHOW_PLACE(language))
    parser.add_argument("--course", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--size", default="120x36", metavar="WxH", help=messages.CLI_SIZE(language))
    parser.add_argument("--svg", metavar="FILE", type=Path, help=messages.CLI_SVG(language))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help=messages.CLI_SET(language))
    parser.add_argument("--press", action="append", default=[], metavar="KEY", help=messages.CLI_PRESS(language))
    parser.add_argument("--theme", choices=THEMES, default="dark", help=messages.CLI_THEME(language))
    add_rung(parser, language)
    add_yes(parser, language)
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Print the screen, or write it to a file."""
    from tutor.ui.show import shoot

    course = known_outline(course_folder(options.course), world)
    language = course_language(course, options.lang, world)
    if language is None:
        return WRONG_USE
    size = size_of(options.size)
    if size is None:
        world.complain(messages.BAD_SIZE, given=options.size)
        return WRONG_USE
    place = None
    if options.place != HOME:
        place = place_of(options.place, course)
        if place is None:
            complain_of_place(options.place, course, world)
            return WRONG_USE
    own = agreed_code(course.folder, world, trust=options.trust)
    if own is None:
        return WRONG_USE
    course = replace(course, own=own)
    if place is not None and is_foreign(course.folder):
        # The built-in course has been proved. What is wrong with another one is said, instead of the course map.
        from tutor.course.loader import load_lesson

        load_lesson(course, place[0], run_labs=False)
    is_page = options.svg is not None and options.svg != STREAM
    # Asked before the work: whoever says no has not waited for it.
    if is_page and not may_write(options.svg, world, yes=options.yes):
        return FAILED
    # Without a name, what is shown is a course that nobody has answered.
    record = record_of(options, world) if options.store or options.learner else None
    try:
        shot = asyncio.run(
            shoot(
                course,
                place,
                size=size,
                language=language,
                theme=options.theme,
                terminal=Rung().chosen(choices_in(options)),
                values=values_in("&".join([state_in(options.place), *options.set])),
                press=tuple(options.press),
                record=record if record is not None and record.exists() else None,
            )
        )
    except ParameterError as error:
        world.complain(visible(error.words(world.language)))
        return WRONG_USE
    if not is_page:
        world.print(shot.text if options.svg is None else shot.svg)
        return DONE
    try:
        write_page(options.svg, shot.svg)
    except OSError as error:
        world.complain(messages.CANNOT_WRITE, path=options.svg, why=error.strerror or error)
        return FAILED
    return DONE


def size_of(given: str) -> tuple[int, int] | None:
    """Return (columns, rows) from "120x36", or None where that is no size from 1x1 to 500x500."""
    width, _, height = given.lower().replace("×", "x").partition("x")
    sides = {str(side): side for side in range(1, 501)}
    return (sides[width], sides[height]) if width in sides and height in sides else None
