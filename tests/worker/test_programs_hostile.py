"""Programs that do everything they should not: each is answered, the next one runs, and nothing of it remains."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.ordeal.worker import IS_HELD
from tests.walks import some_now
from tutor.program import FaultKind, Returned
from tutor.worker.forked import Zygote
from tutor.worker.guards import are_active, refusal_of
from tutor.worker.limits import Guards
from tutor.worker.programs import Programs
from tutor.worker.wire import frame

from .learner import job

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
NEEDS_HOLD = pytest.mark.skipif(not IS_HELD, reason="the kernel has no Landlock or no seccomp")
UNGUARDED = Guards(landlock=False, seccomp=False)

SHARE = frame({"is": "share", "share": 0.5})
BOMBS: Mapping[str, tuple[str, set[FaultKind]]] = {
    # On a slow machine the time is up before the memory is.
    "memory in pieces": ("a = []\nwhile True: a.append(np.ones(10**6))", {"memory", "time"}),
    "memory in small pieces": ("a = []\nwhile True: a.append(bytearray(1000))", {"memory", "time"}),
    "memory at once": ("a = bytearray(1 << 40)", {"memory"}),
    "processes": ("import os\nwhile True: os.fork()", {"raised"}),
    "threads": ("import threading\nwhile True: threading.Thread(target=print).start()", {"raised"}),
    "an end": ("import os\nos._exit(0)", {"ended"}),
    "an end in a call": ("import os\ndef f(W): os._exit(7)", {"ended"}),
    "a crash": ("import ctypes\nctypes.string_at(0)", {"ended"}),
    "an abort": ("import os\nos.abort()", {"ended"}),
    "a gigabyte": ("print('x' * 10**8 * 10)", {"output", "memory"}),
    "a gigabyte in pieces": ("for _ in range(10**6): print('x' * 1000)", {"output"}),
    "a gigabyte below print": ("import os\nwhile True: os.write(1, b'x' * 10**6)", {"raised", "time"}),
    "a question": ("input()", {"input"}),
    "stdin": ("import sys\nsys.stdin.readline()[0]", {"raised"}),
    "calls without end": ("def f(W): return f(W)", {"raised"}),
    "calls without end or limit": (
        "import sys\nsys.setrecursionlimit(10**9)\ndef f(W): return [f(W) for _ in (1,)]", {"ended", "memory", "time"}
    ),
    "a stop": ("import signal\nsignal.raise_signal(signal.SIGSTOP)", {"time"}),
    "deafness": ("import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass", {"time"}),
    "an alarm of its own": ("import signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\nwhile True: pass", {"time"}),
    "shares without end": (
        "import os, signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\n"
        f"while True:\n    for d in range(3, 64):\n        try: os.write(d, {SHARE!r})\n        except OSError: pass",
        {"time", "wrong"},
    ),
    "a large number": ("9**9**9", {"time"}),
    "no descriptors": ("import os\nos.closerange(0, 100)", {"ended"}),
    "a value that looks back": (
        "class Odd(float):\n    def __float__(self): raise KeyboardInterrupt\nclass f:\n    __name__ = 3\n"
        "    def __new__(cls, W): return [Odd(1)]\nf(1).x", {"raised"}
    ),
    "all names gone": ("import builtins\nfor n in list(vars(builtins)): delattr(builtins, n)\nx", {"raised", "ended"}),
}  # fmt: skip
"""What it does, and what may be said of it."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Make a home that can be lost."""
    (tmp_path / "home" / "kept").mkdir(parents=True)
    (tmp_path / "home" / "kept" / "record").write_text("years", encoding="utf-8")
    return tmp_path / "home"


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    """Import NumPy once for all programs; it has begun, and nothing else that was needed for that is left."""
    before = processes()
    shared = Zygote()
    with closing(Programs(zygote=shared), left=1) as first:
        assert good(first)
    yield shared
    shared.close()
    until_at_most(0, lambda: processes() - before)


@pytest.fixture
def programs(zygote: Zygote) -> Iterator[Programs]:
    with closing(Programs(zygote=zygote)) as made:
        yield made


@contextlib.contextmanager
def closing(programs: Programs, left: int = 0) -> Iterator[Programs]:
    """Close it, and see that none of its processes remains, or so many that it shares."""
    before = processes()
    try:
        yield programs
    finally:
        programs.close()
        until_at_most(left, lambda: processes() - before)


def processes() -> set[int]:
    """Return the processes that this one has started, and those that they have."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if words[0] != "Z":
                parents[int(folder.name)] = int(words[1])
    found = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def until_at_most(count: int, those: Callable[[], set[int]]) -> None:
    """Wait until there are no more processes; there is no limit here but that of whoever waits for the test."""
    while len(those()) > count:
        time.sleep(0.01)


def good(programs: Programs) -> bool:
    ran = programs.run(job("def f(x): return 2 * x", (3.0,)))
    return ((Returned(6.0),),) == ran.returned and ran.fault is None


def play(programs: Programs, name: str) -> None:
    """Run a bomb: it is answered and the next program runs."""
    source, kinds = BOMBS[name]
    # Only what does not end by itself is held to a time.
    fault = programs.run(job(source, (1.0,), **({"seconds": 0.5} if "time" in kinds else {}))).fault
    assert fault is not None
    assert fault.kind in kinds
    assert good(programs)


@some_now("name", BOMBS, 2)
def test_a_bomb_is_answered_and_the_next_program_runs(programs: Programs, name: str) -> None:
    others = processes()
    play(programs, name)
    # The desk, and one that waits.
    until_at_most(2, lambda: processes() - others)


@pytest.mark.storm
@pytest.mark.parametrize("name", BOMBS)
def test_in_a_process_that_is_kept_as_well(name: str) -> None:
    with closing(Programs(keeps=True, zygote=None)) as programs:
        assert good(programs)
        play(programs, name)
        play(programs, name)


@pytest.mark.storm
@pytest.mark.parametrize("name", BOMBS)
def test_without_landlock_and_seccomp_as_well(name: str) -> None:
    with closing(Programs(guards=UNGUARDED, zygote=None)) as programs:
        play(programs, name)


@pytest.mark.storm
@pytest.mark.parametrize("name", [name for name in BOMBS if name not in ("processes", "threads")])
def test_with_an_interpreter_each_as_well(name: str) -> None:
    with closing(Programs(guards=Guards(fork=False))) as programs:
        play(programs, name)


@NEEDS_HOLD
@pytest.mark.parametrize("how", ["shutil.rmtree(home)", "shutil.rmtree(home, ignore_errors=True)",
                                 "os.remove(home + '/kept/record')", "os.rename(home, home + 'less')",
                                 "open(home + '/kept/record', 'w').write('')", "os.truncate(home + '/kept/record', 0)",
                                 "os.system('rm -rf ' + home)", "open(home + '/kept/record').read()"])  # fmt: skip
def test_nothing_is_deleted_changed_or_read(programs: Programs, home: Path, how: str) -> None:
    source = f"import os, shutil\nhome = {str(home)!r}\ndef f(x):\n    {how}\n    return x"
    ran = programs.run(job(source, (1.0,)))
    assert ran.fault is None or "PermissionError" == ran.fault.type
    assert "years" == (home / "kept" / "record").read_text(encoding="utf-8")
    assert good(programs)


@NEEDS_HOLD
def test_what_the_tutor_and_its_lessons_are_cannot_be_read(programs: Programs) -> None:
    import tutor

    place = Path(tutor.__file__)
    ran = programs.run(job(f"print(open({str(place)!r}).read())", (1.0,)))
    assert ran.fault is not None
    assert "PermissionError" == ran.fault.type
    ran = programs.run(job(f"import os\nos.listdir({str(place.parent.parent / 'lessons')!r})", (1.0,)))
    assert ran.fault is not None
    assert ran.fault.type in ("PermissionError", "FileNotFoundError")


@NEEDS_HOLD
def test_nothing_leaves_the_machine(programs: Programs) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        port = listening.getsockname()[1]
        for body in (
            f"socket.create_connection(('127.0.0.1', {port}))",
            "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
            "socket.getaddrinfo('example.org', 80)",
        ):
            ran = programs.run(job(f"import socket\n{body}", (1.0,)))
            assert ran.fault is not None
            assert ran.fault.type in ("PermissionError", "gaierror")
        with pytest.raises(BlockingIOError):
            listening.accept()
    assert good(programs)


def test_without_the_limits_a_shared_account_needs_its_owners_word_and_a_course_from_elsewhere_trust() -> None:
    assert are_active() == IS_HELD
    assert not are_active(UNGUARDED)
    for is_shared, is_allowed, is_trusted, refusal in (
        (True, False, True, "Unguarded"),
        (True, False, False, "Unguarded"),
        (True, True, True, None),
        (True, True, False, "Untrusted"),
        (False, False, False, "Untrusted"),
        (False, False, True, None),
    ):
        asked = {"is_shared": is_shared, "is_allowed": is_allowed, "is_trusted": is_trusted}
        assert refusal == refusal_of(**asked, guards=UNGUARDED)
        assert (None if IS_HELD else refusal) == refusal_of(**asked)
