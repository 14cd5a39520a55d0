"""`tutor [COURSE]`: open the course, full-screen or as a dialogue line by line."""

from __future__ import annotations

import tutor.ui  # noqa: F401 - before asyncio, which it keeps small

# isort: split
import argparse
import asyncio
import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tutor.cli import messages
from tutor.cli.consent import add_trust, agreed_code, is_foreign, remember
from tutor.cli.courses import known_outline
from tutor.cli.languages import course_language
from tutor.cli.places import complain_of_place, place_of, state_in
from tutor.cli.programs import programs_for
from tutor.cli.terminal import messages as terminal_messages
from tutor.cli.terminal.fronts import front_for
from tutor.cli.terminal.rung import add_rung, choices_in
from tutor.cli.world import DONE, FAILED, WRONG_USE, World, course_folder, record_of
from tutor.course.kept import OUTLINE
from tutor.course.outline import Outline, load_outline
from tutor.language import Text
from tutor.learner.store import Store
from tutor.render.look import THEMES
from tutor.render.rung import rung_of
from tutor.session.session import FRONT_SETTING

if TYPE_CHECKING:
    from tutor.course.owncode import OwnCode
    from tutor.ui.app import TutorApp

HELP = messages.CLI_OPEN
STANDS_AFTER = 2.0
"""Seconds after which the first screen stands, on a slow machine too."""
LOOKS_AFTER = 7_000, 2, 1
"""How many more pieces there are until garbage is looked for among the new ones, after how many such looks among those
that are less new, and after how many of these among all. The pieces of a drawing, a thousand or two, come and go."""
COPY_EVERY = 3600.0
"""Seconds between two looks whether the record was copied today."""


def add_arguments(parser: argparse.ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("course", nargs="?", metavar="COURSE", help=messages.CLI_COURSE(language))
    parser.add_argument("--at", metavar="LESSON[/STEP[?STATE]]", help=messages.CLI_AT(language))
    parser.add_argument("--theme", choices=THEMES, help=messages.CLI_THEME(language))
    front = parser.add_mutually_exclusive_group()
    front.add_argument("--plain", action="store_true", help=terminal_messages.CLI_PLAIN(language))
    front.add_argument("--full", action="store_true", help=terminal_messages.CLI_FULL(language))
    add_rung(parser, language)
    parser.add_argument("--watch", action="store_true", help=messages.CLI_WATCH(language))
    add_trust(parser, language)


def run(options: argparse.Namespace, world: World) -> int:
    """Open the course where the learner left it."""
    record = record_of(options, world)
    folder = course_folder(options.course)
    course = load_outline(folder) if options.watch else known_outline(folder, world, keeps=True)
    if course_language(course, options.lang, world) is None:
        return WRONG_USE
    # Textual reads keys from stdin and draws on stderr.
    has_terminal = world.stdin.isatty() and world.stderr.isatty() and world.stdout.isatty()
    if options.full and not has_terminal:
        world.complain(messages.NO_TERMINAL)
        return WRONG_USE
    start = None
    if options.at:
        start = place_of(options.at, course)
        if start is None:
            complain_of_place(options.at, course, world)
            return WRONG_USE
    own = agreed_code(course.folder, world, trust=options.trust)
    if own is None:
        return WRONG_USE
    if is_foreign(course.folder):
        # The built-in course has been proved. Of any other, everything that is wrong is said now, all at once.
        from tutor.course.loader import load_course

        load_course(course.folder, own=own)
    store = Store.open(record, clock=world.clock)
    front = front_for(
        world.environ,
        has_terminal=has_terminal,
        plain=options.plain,
        full=options.full,
        setting=store.settings().get(FRONT_SETTING, ""),
    )
    if front.why is not None:
        world.complain(front.why)
    if front.is_plain:
        from tutor.cli.plainly import open_plainly

        try:
            open_plainly(
                options,
                replace(course, own=own),
                store,
                world,
                start=start,
                values=_values_in(state_in(options.at or "")),
                place_of=lambda given: place_of(given, course),
            )
        finally:
            is_saved = close(store, world)
        return DONE if is_saved else FAILED
    return _open_full(options, course, own, store, start, world)


def _open_full(
    options: argparse.Namespace,
    course: Outline,
    own: OwnCode,
    store: Store,
    start: tuple[str, str] | None,
    world: World,
) -> int:
    """Open the course on the full screen."""
    from tutor.ui.app import TutorApp

    watch = None
    app_of: Callable[..., TutorApp] = TutorApp
    if options.watch:
        from tutor.course.watch import Watch
        from tutor.ui.watching import WatchingApp

        watch = Watch(course.folder)
        app_of = partial(WatchingApp, watch=watch)
    try:
        chosen = store.settings()
        language = course_language(course, options.lang, world, chosen.get("language", ""))
        app = app_of(
            replace(course, own=own),
            store,
            clock=world.clock,
            language=language or world.language,
            theme=options.theme or chosen.get("theme") or "dark",
            terminal=rung_of(world.environ),
            choices=chosen | choices_in(options),
            start=start,
            start_values=_values_in(state_in(options.at or "")),
            programs=partial(programs_for, course.folder, options, world),
            editor_command=world.environ.get("VISUAL") or world.environ.get("EDITOR") or "",
        )
        asyncio.run(_run(app, store, lambda report: _tell_fault(world, app, report, messages.FAULT_QUIT)))
    finally:
        is_saved = close(store, world)
    if app.fault is not None:
        _tell_fault(world, app, app.fault, messages.FAULT if is_saved else messages.FAULT_UNSAVED)
        return FAILED
    if watch is not None:
        # What ran last while its author wrote it needs no new question.
        own = app.session.course.own or own
        remember(own.code, world)
    return app.return_code or DONE


def close(store: Store, world: World) -> bool:
    """Close the record, and say what cannot be saved in it even now. Return whether all is saved somewhere."""
    notice = store.close()
    if notice is None or not notice.waiting:
        return True
    world.complain(notice._replace(waiting=0).say(world.language))
    if notice.spool is None:
        world.complain(messages.NOT_SAVED, count=notice.waiting)
        return False
    world.complain(messages.SAVED_LATER, count=notice.waiting, path=notice.spool)
    return True


def _tell_fault(world: World, app: TutorApp, fault: Exception | str, what: Text) -> None:
    """Tell of a fault in the language that is on screen. What that takes is imported only then."""
    from tutor.cli.fault import tell
    from tutor.faults import report_of

    report = fault if isinstance(fault, str) else report_of(fault)
    tell(replace(world, language=app.look.language), report, what)


async def _run(app: TutorApp, store: Store, stopped: Callable[[str], None]) -> None:
    from tutor.ui.terminal.running import run_in_terminal

    # What is imported stays, and is not searched for garbage. The first screen does not stay.
    gc.freeze()
    beside = [asyncio.create_task(_collect_garbage()), asyncio.create_task(_keep_safe(store, app.session.course))]
    try:
        await run_in_terminal(app, stopped)
    finally:
        for task in beside:
            task.cancel()


async def _collect_garbage() -> None:
    """Once the first screen stands, throw away what that left behind, and what goes from then on."""
    await asyncio.sleep(STANDS_AFTER)
    from tutor.ui.forgetting import share_one_heap

    share_one_heap()
    gc.collect()
    gc.set_threshold(*LOOKS_AFTER)
    gc.enable()


async def _keep_safe(store: Store, course: Outline) -> None:
    """Once the first screen stands, keep what was read for it, and, from then on every day, copy the record.

    All of it in a thread: no key waits.
    """
    await asyncio.sleep(STANDS_AFTER)
    if course.kept is not None and course.kept.get(OUTLINE, Outline) is None:
        await asyncio.to_thread(course.kept.keep, OUTLINE, replace(course, own=None, kept=None))
    while True:
        await asyncio.to_thread(store.keep_safe)
        await asyncio.sleep(COPY_EVERY)


def _values_in(state: str) -> dict[str, Any]:
    if not state:
        # The course map has no need of what reads them.
        return {}
    from tutor.session.sharing import values_in

    return values_in(state)
