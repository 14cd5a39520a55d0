"""Labs that do everything they should not: each comes to a trouble that says so, and the good one beside it works."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.ordeal.worker import (
    ENDS,
    GOOD,
    HELD,
    IMPORTS,
    IS_HELD,
    KILLS,
    LASTS,
    PRINTS,
    RAISES,
    WRONG,
    module,
    play_bytes,
    play_message,
    rounds,
    still_good,
)
from tutor.lab import Result
from tutor.worker.answers import Kind, Trouble
from tutor.worker.limits import Guards, Limits

from .conftest import MakeWorker

SHORT = Limits(seconds=0.4, grace=0.4)
UNGUARDED = Guards(landlock=False, seccomp=False)
PLAIN = Guards(fork=False)
NOTHING = Guards(fork=False, landlock=False, seccomp=False)
NEEDS_HOLD = pytest.mark.skipif(not IS_HELD, reason="the kernel has no Landlock or no seccomp")
NEEDS_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")


def run_all(worker_of: MakeWorker, kind: Mapping[str, str], home: Path, **options: object) -> dict[str, Trouble]:
    """Run every lab of a kind, see that the good one still works after each, and return what came of them."""
    names = {f"m{number}": name for number, name in enumerate(kind)}
    worker = worker_of(**options, **{key: module(kind[name], home) for key, name in names.items()})
    found: dict[str, Trouble] = {}
    for key, name in names.items():
        assert not isinstance(worker.labs_of(key), Trouble), name
        result = worker.run(key, "it", {"x": 1.0})
        assert isinstance(result, Trouble), (name, result)
        found[name] = result
    assert still_good(worker)
    return found


def kinds(found: Mapping[str, Trouble]) -> set[Kind]:
    return {trouble.kind for trouble in found.values()}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Make a folder that no course may read."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret").write_text("secret", encoding="utf-8")
    return tmp_path / "home"


def test_what_a_lab_raises_is_said_with_its_line(worker_of: MakeWorker, home: Path) -> None:
    found = run_all(worker_of, RAISES, home)
    assert {"raised"} == kinds(found)
    assert all(trouble.line > 0 and trouble.module for trouble in found.values())
    assert "ValueError: no such thing" == found["an error"].said
    assert "MemoryError" in found["more and more memory"].said
    assert "ValueError: \\ud800 \\x1b]0;x" == found["half a character"].said
    assert not any("\x1b" in trouble.said + trouble.story for trouble in found.values())
    assert "raise ValueError('no such thing')" in found["an error"].story


def test_a_lab_that_prints_without_end_is_stopped(worker_of: MakeWorker, home: Path) -> None:
    found = run_all(worker_of, PRINTS, home)
    assert {"output"} == kinds(found)
    assert len(found["without end"].story) < 200_000


@pytest.mark.parametrize(
    "guards", [Guards(), pytest.param(UNGUARDED, marks=pytest.mark.storm)], ids=["guarded", "unguarded"]
)
def test_a_lab_that_lasts_is_stopped_where_it_is(worker_of: MakeWorker, home: Path, guards: Guards) -> None:
    # A module is imported within the same limit, and a slow machine needs more than this for a good one.
    worker = worker_of(SHORT, guards, **{f"m{n}": module(body, home) for n, body in enumerate(LASTS.values())})
    running = {name: worker.start(f"m{number}", "it", {"x": 1.0}) for number, name in enumerate(LASTS)}
    for name, piece in running.items():
        result = piece.result(None)
        assert isinstance(result, Trouble), name
        assert "time" == result.kind, (name, result)


def test_the_line_where_it_was_is_named(worker_of: MakeWorker) -> None:
    body = module("while True: pass")
    worker = worker_of(SHORT._replace(seconds=1.0), slow=body)
    result = worker.run("slow", "it", {"x": 1.0})
    assert isinstance(result, Trouble)
    assert ("slow", body.decode().splitlines().index("    while True: pass") + 1) == (result.module, result.line)


@NEEDS_LINUX
@pytest.mark.parametrize("guards", [Guards(), UNGUARDED], ids=["guarded", "unguarded"])
def test_a_lab_that_ends_its_process_ends_nothing_else(worker_of: MakeWorker, home: Path, guards: Guards) -> None:
    found = run_all(worker_of, ENDS, home, guards=guards)
    assert {"ended"} == kinds(found)
    assert "status 3" in found["loudly"].said
    assert "signal 11" in found["with a crash"].said


@NEEDS_LINUX
def test_a_lab_that_kills_what_started_it_ends_nothing_else(worker_of: MakeWorker, home: Path) -> None:
    assert {"ended"} == kinds(run_all(worker_of, KILLS, home, guards=UNGUARDED))


@NEEDS_HOLD
def test_a_lab_cannot_kill_what_started_it(worker_of: MakeWorker, home: Path) -> None:
    found = run_all(worker_of, KILLS, home)
    assert all("PermissionError" in trouble.said for trouble in found.values())


def test_what_is_no_result_is_said(worker_of: MakeWorker, home: Path) -> None:
    late = {"an endless message", "a JSON bomb"}
    found = run_all(worker_of, {name: body for name, body in WRONG.items() if name not in late}, home)
    assert {"wrong"} == kinds(found), found
    assert "gives back what cannot be shown: result.readouts.y.value: a value of type object" in found["an object"].said


def test_garbage_on_the_wire_is_no_answer(worker_of: MakeWorker, home: Path) -> None:
    found = run_all(worker_of, {name: WRONG[name] for name in ("an endless message", "a JSON bomb")}, home)
    assert {"wrong"} == kinds(found)


@NEEDS_HOLD
@pytest.mark.parametrize("guards", [Guards(), pytest.param(PLAIN, marks=pytest.mark.storm)], ids=["forked", "plain"])
def test_no_file_no_socket_and_no_process(worker_of: MakeWorker, home: Path, guards: Guards) -> None:
    found = run_all(worker_of, HELD, home, guards=guards)
    assert {"raised"} == kinds(found)
    refused = {name: trouble for name, trouble in found.items() if "PermissionError" not in trouble.said}
    # A shell that cannot start says so by its status, NumPy's threads and the limits have errors of their own.
    assert {"a shell", "a thread", "its own limits back"} >= set(refused), refused
    assert [home / "secret"] == list(home.iterdir())
    assert "secret" == (home / "secret").read_text("utf-8")
    assert not Path("/tmp/tutor-escaped").exists()


@NEEDS_LINUX
def test_without_seccomp_the_number_of_processes_is_held_for_root_as_well(worker_of: MakeWorker, home: Path) -> None:
    found = run_all(worker_of, {name: HELD[name] for name in ("a process", "a thread")}, home, guards=UNGUARDED)
    assert "BlockingIOError" in found["a process"].said
    assert "can't start new thread" in found["a thread"].said


def test_a_file_that_grows_is_held_without_landlock_and_seccomp(worker_of: MakeWorker, home: Path) -> None:
    found = run_all(worker_of, {"a file": HELD["a file at home"]}, home, guards=UNGUARDED)
    assert "OSError" in found["a file"].said


def test_a_module_that_cannot_be_imported_is_said_and_the_others_are_there(worker_of: MakeWorker) -> None:
    names = {f"m{number}": name for number, name in enumerate(IMPORTS) if name not in ("lasts", "writes on the wire")}
    worker = worker_of(**{key: IMPORTS[name].encode() for key, name in names.items()})
    for key, name in names.items():
        found = worker.labs_of(key)
        assert isinstance(found, Trouble) or name == "is deep", name
        # Of a source that is no text for Python, there is no line.
        if isinstance(found, Trouble) and found.kind == "raised" and name not in ("has a null", "is deep"):
            assert key == found.module, (name, found)
    assert still_good(worker)
    assert "raised" == worker._broken["m0"].kind
    assert "SyntaxError" in worker._broken["m1"].said


def test_a_module_that_never_ends_is_stopped(worker_of: MakeWorker) -> None:
    worker = worker_of(Limits(seconds=1.0), lasts=IMPORTS["lasts"].encode())
    found = worker.labs_of("lasts")
    assert isinstance(found, Trouble)
    assert ("time", "lasts", 1) == (found.kind, found.module, found.line)
    # It is not tried again.
    assert found is worker.labs_of("lasts")


@pytest.mark.storm
@pytest.mark.parametrize(
    "kind", [RAISES, PRINTS, ENDS, KILLS, WRONG], ids=["raises", "prints", "ends", "kills", "wrong"]
)
@pytest.mark.parametrize("guards", [PLAIN, NOTHING], ids=["plain", "nothing"])
def test_an_interpreter_for_each_hand_does_the_same(
    worker_of: MakeWorker, home: Path, guards: Guards, kind: Mapping[str, str]
) -> None:
    assert "start" not in kinds(run_all(worker_of, kind, home, guards=guards))


def test_a_plain_process_gives_the_same(worker_of: MakeWorker) -> None:
    worker = worker_of(guards=NOTHING, bad=module("os._exit(0)"))
    assert still_good(worker)
    assert isinstance(worker.run("bad", "it", {"x": 1.0}), Trouble)
    assert still_good(worker)


def test_nothing_is_started_before_it_is_needed(worker_of: MakeWorker) -> None:
    worker = worker_of()
    children = set(_children())
    assert worker.zygote is not None
    assert children == set(_children())


def _children() -> list[str]:
    path = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return path.read_text(encoding="ascii").split() if path.exists() else []


@NEEDS_LINUX
def test_everything_ends_with_the_tutor(tmp_path: Path) -> None:
    """A tutor that is killed leaves no process behind, not even one in the middle of an endless lab."""
    code = (
        "import os, sys, time\n"
        "from tests.ordeal.worker import *\n"
        f"worker = Worker(code_of(Path({str(tmp_path)!r}), slow=module('while True: pass')))\n"
        "worker.labs_of('slow')\n"
        "piece = worker.start('slow', 'it', {'x': 1.0})\n"
        "while not piece._begun: piece.answer(0.01)\n"
        "os.write(1, str(worker.zygote._process.pid).encode() + b'\\n')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        stdout=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONPATH": "."},
    )
    group = int(ended.stdout)
    while _in_session(group):
        os.sched_yield()


def _in_session(session: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[3]) == session and words[0] != "Z":
            found.append(int(folder.name))
    return found


def test_work_that_nobody_wants_any_more_is_ended(worker_of: MakeWorker) -> None:
    worker = worker_of(slow=module("while True: pass"))
    worker.labs_of("slow")
    piece = worker.start("slow", "it", {"x": 1.0})
    piece.stop()
    assert isinstance(piece.answer(None), Trouble)
    assert still_good(worker)


def test_what_a_film_keeps_between_its_frames_is_kept(worker_of: MakeWorker) -> None:
    source = GOOD.replace("def it(x):\n", "def it(x):\n    np.seen = getattr(np, 'seen', 0) + 1\n").replace(
        "Readout(2 * x)", "Readout(np.seen)"
    )
    worker = worker_of(film=source.encode())
    worker.labs_of("film")

    def seen(keep: bool) -> object:
        result = worker.run("film", "it", {"x": 1.0}, keep=keep)
        assert isinstance(result, Result)
        return result.readouts["y"].value

    assert [1, 2, 3] == [seen(True) for _ in range(3)]
    assert [1, 1, 1] == [seen(False) for _ in range(3)]


# -- messages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_a_hostile_message_is_an_error_or_a_result(seed: int) -> None:
    rng = random.Random(seed)
    assert not list(filter(None, (play_message(rng) for _ in range(150))))
    assert not list(filter(None, (play_bytes(rng) for _ in range(150))))


@pytest.mark.storm
def test_many_rounds() -> None:
    assert [] == rounds(400, 1, lambda _: None)
