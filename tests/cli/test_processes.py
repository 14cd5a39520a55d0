"""A proof that is worked out in several processes finds what it finds in one, and leaves none of them behind."""

from __future__ import annotations

import io
import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from tests.cli.conftest import TOUR
from tutor.cli import run
from tutor.cli.check import _proved
from tutor.cli.processes import at_once, found_by
from tutor.cli.world import DONE, World
from tutor.course.finding import Place
from tutor.course.lint.lints import Lint, grouped
from tutor.course.loader import Reading
from tutor.course.source import Findings
from tutor.language import Text
from tutor.worker.programs import Programs

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="forks"),
    # It is the process of the tests that has threads.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


def lint(labs: str, find: Callable[[Findings], None]) -> Lint:
    return Lint(frozenset(labs), find)


def note(line: int, findings: Findings) -> None:
    """Find something in a line, and say in the file's name which process that was."""
    findings.warn(Place(f"{os.getpid()}", line), "format", Text(en="A {line}", ko="{line}"), line=line)


def test_in_several_processes_the_same_is_found_in_the_words_of_every_language() -> None:
    groups = [[lint("", partial(note, line)), lint("", partial(note, line + 100))] for line in range(20)]

    def told(processes: int) -> list[tuple[int, str, str, str]]:
        found = [one for some in found_by(groups, processes, lambda: None) for one in some]
        return sorted((one.place.line, one.kind, one.words("en"), one.words("ko")) for one in found)

    assert told(1) == told(3)
    assert 40 == len(told(3))


def test_a_group_stays_in_one_process_and_none_is_that_which_asks() -> None:
    groups = [[lint("", partial(note, line)), lint("", partial(note, line + 100))] for line in range(20)]
    for some in found_by(groups, 2, lambda: None):
        (process,) = {one.place.file for one in some}
        assert str(os.getpid()) != process


@pytest.mark.parametrize("processes", [1, 2])
def test_each_ends_what_it_has_started(tmp_path: Path, processes: int) -> None:
    def end() -> None:
        (tmp_path / f"{os.getpid()}").touch()

    groups = [[lint("", partial(note, line))] for line in range(20)]
    noted = {one.place.file for some in found_by(groups, processes, end) for one in some}
    assert noted <= {path.name for path in tmp_path.iterdir()}
    assert processes == len(list(tmp_path.iterdir()))


def test_where_nothing_can_be_shared_it_is_worked_out_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_semaphores(_: object) -> object:
        raise PermissionError

    monkeypatch.setattr(multiprocessing.context.ForkContext, "Lock", no_semaphores)
    assert 1 == at_once()
    ((found,),) = found_by([[lint("", partial(note, 1))]], 2, lambda: None)
    assert str(os.getpid()) == found.place.file


def test_one_that_is_ended_from_outside_is_told_of() -> None:
    def die(_: Findings) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(BrokenProcessPool):
        list(found_by([[lint("", partial(note, 1))], [lint("", die)]], 2, lambda: None))


def test_what_fails_in_one_fails_here() -> None:
    def fail(_: Findings) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(found_by([[lint("", partial(note, 1))], [lint("", fail)]], 2, lambda: None))


def test_whoever_gives_up_waits_for_none_and_leaves_none_behind() -> None:
    def take_for_ever(_: Findings) -> None:
        while True:
            time.sleep(1)

    found = found_by([[lint("", take_for_ever)], [lint("", partial(note, 1))]], 2, lambda: None)
    assert 1 == len(next(found))
    found.close()  # type: ignore[attr-defined]
    # The pool's own thread takes note of their ends as well: whoever of two comes second does not hear of one at once.
    while multiprocessing.active_children():
        time.sleep(0.01)


def test_ctrl_c_while_the_bar_is_drawn_ends_what_is_at_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    begun, told, done = (tmp_path / name for name in ("begun", "told", "done"))

    def take_until_told(_: Findings) -> None:
        begun.touch()
        while not told.exists():
            time.sleep(0.01)
        done.touch()

    def interrupted(_: World, items: Iterable[object], *__: object, since: int) -> Iterator[object]:  # noqa: ARG001
        for item in items:
            while not begun.exists():
                time.sleep(0.01)
            yield item
            raise KeyboardInterrupt

    lints = [lint("a", take_until_told), lint("b", partial(note, 1))]
    monkeypatch.setattr("tutor.course.lint.lints_of_course", lambda *_: lints)
    monkeypatch.setattr("tutor.render.lint.lints_of_screens", lambda *_: [])
    monkeypatch.setattr(World, "tracked", interrupted)
    world = World({}, io.StringIO(), io.StringIO(), io.StringIO(), lambda: 0)
    # What is raised is held meanwhile, as by an interpreter that is about to end.
    with pytest.raises(KeyboardInterrupt) as given_up:
        _proved(cast(Reading, None), Programs(), None, 2, world, began=0)
    told.touch()
    while multiprocessing.active_children() and not done.exists():
        time.sleep(0.01)
    assert given_up
    assert not done.exists()


def test_ctrl_c_while_processes_are_forked_is_heard() -> None:
    # What is raised in that moment, Python writes to the standard error and forgets.
    code = """if True:
        import os, signal, sys
        from tutor.cli.processes import found_by
        os.register_at_fork(before=lambda: signal.raise_signal(signal.SIGINT))
        try:
            list(found_by([[], []], 2, lambda: None))
        except KeyboardInterrupt:
            sys.exit(7)
        """
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (7, b"") == (ended.returncode, ended.stderr)


def test_what_looks_at_the_same_lab_is_in_one_group_over_however_many_others() -> None:
    def no(_: Findings) -> None:
        pass

    every = [lint(labs, no) for labs in ("a", "", "b", "c", "ab", "", "cd", "e", "dd")]
    groups = [sorted("".join(sorted(one.labs)) for one in some) for some in grouped(every)]
    assert [[""], [""], ["a", "ab", "b"], ["c", "cd", "d"], ["e"]] == sorted(groups)


class _Stream(io.StringIO):
    """A stream that is a terminal, or none."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize(
    ("is_terminal", "step", "shows"), [(True, 400, True), (True, 100, False), (False, 400, False)], ids=str
)
def test_of_long_work_a_terminal_shows_how_far_it_has_come(is_terminal: bool, step: int, shows: bool) -> None:
    moments = itertools.count(0, step)
    stderr = _Stream(is_terminal=is_terminal)
    world = World({}, io.StringIO(), io.StringIO(), stderr, moments.__next__)
    assert list("abcd") == list(world.tracked("abcd", 4, Text(en="Proving")))
    assert shows == ("Proving" in stderr.getvalue() and "75%" in stderr.getvalue())
    # What was shown is wiped, and nothing is left where nothing was.
    assert stderr.getvalue().endswith("\x1b[2K" if shows else "")
    assert shows == bool(stderr.getvalue())


@pytest.mark.parametrize(("language", "told"), [("en", ("Reading", "Proving")), ("ko", ("읽는 중", "검사하는 중"))])
def test_a_check_shows_from_its_beginning_how_far_it_has_come(
    language: str, told: tuple[str, str], tmp_path: Path
) -> None:
    stderr, moments = _Stream(is_terminal=True), itertools.count(0, 1200)
    world = World({"TUTOR_HOME": str(tmp_path)}, io.StringIO(), io.StringIO(), stderr, moments.__next__)
    assert DONE == run(["check", str(TOUR), "--trust", "--processes", "1", "--lang", language], world)
    reads, proves = told
    assert -1 < stderr.getvalue().find(reads) < stderr.getvalue().find(proves)
