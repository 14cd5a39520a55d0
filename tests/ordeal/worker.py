"""Foreign code at its worst: labs that do everything they should not, and answers that no worker would give."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.every_lab import LABS
from tests.worker.same import difference, settings
from tutor.foreign import ForeignCode
from tutor.lab import Result
from tutor.worker import landlock, seccomp
from tutor.worker.answers import Trouble
from tutor.worker.limits import Guards, Limits
from tutor.worker.parcels import RESULT
from tutor.worker.wire import LENGTH, MalformedError, Reader, frame
from tutor.worker.worker import Worker

ROUNDS = 2000
HEAD = """
import ctypes, os, re, signal, socket, subprocess, sys, threading, time
import numpy as np
from pathlib import Path
from tutor.lab import Readout, Result, Slider, lab, Table
from tutor.figure import *
from tutor.language import Text
from tutor.working import given, Expression, SUM

good = Result({"y": Readout(1.0)})

def everywhere(data):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, data)
        except OSError:
            pass

@lab(x=Slider(1.0, low=0, high=10, step=1))
def it(x):
"""

RAISES: Mapping[str, str] = {
    "an error": "raise ValueError('no such thing')",
    "an error of its own": "raise type('Mine', (Exception,), {})('mine')",
    "an error without words": "raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})()",
    "half a character": "raise ValueError('\\ud800 \\x1b]0;x')",
    "an end": "sys.exit(3)",
    "an interrupt": "raise KeyboardInterrupt",
    "no end of calls": "f = lambda: f(); f()",
    "too large an array": "np.ones(10**11)",
    "more and more memory": "a = []\n    while True: a.append(np.ones(10**6))",
    "more than fits": "bytearray(1 << 40)",
}
PRINTS: Mapping[str, str] = {"without end": "while True: print('x' * 10**5)", "much": "print('x' * 10**7)"}
LASTS: Mapping[str, str] = {
    "asleep": "time.sleep(10**6)",
    "awake": "while True: pass",
    "whatever is raised": "while True:\n        try: time.sleep(10**6)\n        except BaseException: pass",
    "deaf": "signal.signal(signal.SIGALRM, signal.SIG_IGN)\n    while True: pass",
    "deep in C": "re.match('(a+)+$', 'a' * 60 + 'b')",
    "reading": "os.read(os.pipe()[0], 1)",
    "writing to nobody": "r, w = os.pipe()\n    while True: os.write(w, b'x' * 4096)",
}
ENDS: Mapping[str, str] = {
    "quietly": "os._exit(0)",
    "loudly": "os._exit(3)",
    "without descriptors": "os.closerange(0, 100)",
    "with a crash": "ctypes.string_at(0)",
    "with an abort": "os.abort()",
    "by its own hand": "signal.raise_signal(signal.SIGKILL)",
}
KILLS: Mapping[str, str] = {
    "its parent": "os.kill(os.getppid(), signal.SIGKILL); time.sleep(10**6)",
    "its group": "os.killpg(0, signal.SIGKILL); time.sleep(10**6)",
}
"""Without seccomp they can; no other process is in the group."""
WRONG: Mapping[str, str] = {
    "nothing": "return None",
    "a number": "return 4",
    "a generator": "yield 1",
    "a kind of Result": "return type('R', (Result,), {})({})",
    "an object": "return Result({'y': Readout(object())})",
    "a function": "return Result({'y': Readout(print)})",
    "complex numbers": "return Result({'y': Readout(np.array([1j]))})",
    "objects in an array": "return Result({'y': Readout(np.array([{}], dtype=object))})",
    "a large array": "return Result({'y': Readout(np.zeros(10**6))})",
    "a long list": "return Result({'y': Readout([0] * 10**6)})",
    "a huge number": "return Result({'y': Readout(10**400)})",
    "a list in itself": "a = []\n    a.append(a)\n    return Result({'y': Readout(a)})",
    "a long text": "return Result({'y': Readout('x' * 10**6)})",
    "half a character": "return Result({'y': Readout('\\ud800')})",
    "a long format": "return Result({'y': Readout(1.0, format='.999999f')})",
    "a wide format": "return Result({'y': Readout(1.0, format='999999999')})",
    "no name": "return Result({1: Readout(1.0)})",
    "no readouts": "return Result(None)",
    "not a readout": "return Result({'y': 1})",
    "three drawings": "return Result({}, (Pixels(np.zeros((2, 2)), Text(en='')),) * 3)",
    "a drawing of nothing": "return Result({}, (None,))",
    "uneven lines": "return Result({}, (Figure((Line(np.zeros(2), np.zeros(3)),), Text(en='')),))",
    "a deep line": "return Result({}, (Figure((Line(np.zeros((2, 2)), np.zeros((2, 2))),), Text(en='')),))",
    "an edge to nowhere": "return Result({}, (Network(((Node('a'),),), (Edge((0, 0), (5, 5)),), Text(en='')),))",
    "a cell outside": (
        "m = Matrix(np.eye(2), lit=frozenset({(9, 9)}))\n    return Result({}, (Matrices((m,), Text(en='')),))"
    ),
    "an axis upside down": "return Result({}, (Figure((), Text(en=''), x=Axis(low=2, high=1)),))",
    "a role of its own": "return Result({'y': Readout(1.0, role='boss')})",
    "a crooked table": "return Result({}, table=Table(('a', 'b'), (('1',),)))",
    "no working": "return Result({'y': Readout(1.0, working='1 + 1')})",
    "a working that grows": "e = given(1)\n    for _ in range(50): e = e - e\n    return Result({'y': Readout.of(e)})",
    "a working in itself": (
        "e = Expression(SUM, (), 1.0)\n    e.operands = (e,)\n    return Result({'y': Readout(1.0, working=e)})"
    ),
    "garbage on the wire": "everywhere(b'\\x00\\x00\\x00\\x05hello')",
    "an endless message": "everywhere(b'\\xff' * 9)\n    time.sleep(10**6)",
    "a JSON bomb": "everywhere((10**5).to_bytes(4, 'big') + b'[' * 10**5)\n    time.sleep(10**6)",
}
HELD: Mapping[str, str] = {
    "a process": "os.fork()",
    "processes without end": "while True: os.fork()",
    "a program": "subprocess.run(['/bin/true'])",
    "a shell": "os.system('true') and 1 / 0",
    "a thread": "threading.Thread(target=print).start()",
    "a socket": "socket.socket()",
    "two sockets": "socket.socketpair()",
    "the network": "socket.create_connection(('127.0.0.1', 9))",
    "its parent's end": "os.kill(os.getppid(), signal.SIGKILL)",
    "a word with others": "os.kill(-1, 0)",
    "a file in the course": "Path(__file__).with_name('new.py').write_text('x')",
    "a file of the course": "Path(__file__).open('r+')",
    "a file at home": "Path('{home}/new').write_text('x')",
    "a temporary file": "open('/tmp/tutor-escaped', 'w')",
    "a file of somebody's": "Path('{home}/secret').read_text()",
    "a list of somebody's files": "os.listdir('{home}')",
    "users": "open('/etc/passwd').read()",
    "memory of others": "open(f'/proc/{os.getppid()}/mem', 'rb').read(1)",
    "its own limits back": "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
    "a link": "os.symlink('/etc/passwd', '{home}/link')",
    "a folder": "os.mkdir('{home}/folder')",
    "no more secret": "os.unlink('{home}/secret')",
    "other rights": "os.chmod('{home}/secret', 0)",
    "another user": "os.setuid(1)",
    "a file in memory": "os.memfd_create('x')",
}
"""What Landlock and seccomp together refuse: each raises an error. Without them these are not to be run."""
IS_HELD = landlock.version() > 0 and seccomp.is_available()
IMPORTS: Mapping[str, str] = {
    "raises": "raise ValueError('at once')",
    "is no Python": "def",
    "has a null": "x = '\0'",
    "leaves": "import sys; sys.exit(4)",
    "is gone": "import os; os._exit(0)",
    "lasts": "import time; time.sleep(10**6)",
    "forks": "import os; os.fork()",
    "kills": "import os; os.kill(os.getppid(), 9)",
    "closes": "import os; os.closerange(0, 100)",
    "writes on the wire": "everywhere(b'fork 1 x')",
    "names a missing neighbour": "from . import nobody",
    "eats": "a = []\nwhile True: a.append(b'x' * 10**6)",
    "is deep": "x = " + "(" * 500 + ")" * 500,
    "prints": "while True: print('x' * 1000)",
}
GOOD = HEAD + "    print('working')\n    return Result({'y': Readout(2 * x)})\n"


def module(body: str, home: Path = Path("/nowhere")) -> bytes:
    """Return a module with one lab that does this."""
    # Not `format`: there are braces in the code.
    return (HEAD + "    " + body.replace("{home}", str(home)) + "\n    return good\n").encode("utf-8", "surrogatepass")


def code_of(folder: Path, **modules: bytes) -> ForeignCode:
    """Return the code of a course in a folder."""
    return ForeignCode(str(folder / "labs"), tuple(sorted(modules.items())))


def still_good(worker: Worker) -> bool:
    """Return whether the good lab of a course gives what it should."""
    found = worker.run("good", "it", {"x": 3.0})
    return isinstance(found, Result) and found.readouts["y"].value == 6.0


# -- messages that no worker would send -------------------------------------------------------------------------------

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 3.5, float("nan"), float("inf"), 10**30, -(2**63) - 1, "", "x", "\ud800", "\x1b[2J",
    "x" * 30_000, [], [[]], {}, {"a": 1}, {"array": {}}, {"tuple": []}, {"list": [[]]}, [None] * 600, [0, 1, 2],
    {"kind": "<f8", "shape": [10**9, 10**9], "data": ""}, {"kind": "<f8", "shape": [-1], "data": ""},
    {"kind": "|O", "shape": [1], "data": "AAAAAAAA"}, {"kind": "<f8", "shape": [0, 10**12], "data": ""},
    {"kind": "<f8", "shape": [1], "data": "%%%"}, ["SUM", [0], 1.0, "", 2], ["Line", []], ["Object", [1]],
)  # fmt: skip


def mutated(data: Any, rng: random.Random) -> Any:
    """Return a message with one of its parts replaced, doubled, left out or put one deeper."""
    if isinstance(data, dict | list) and data and rng.random() < 0.9:
        copy: Any = dict(data) if isinstance(data, dict) else list(data)
        key = rng.choice(list(copy)) if isinstance(copy, dict) else rng.randrange(len(copy))
        match rng.randrange(8):
            case 0:
                del copy[key]
            case 1 if isinstance(copy, list):
                copy.insert(key, copy[key])
            case 2:
                copy[key] = [copy[key]]
            case _:
                copy[key] = mutated(copy[key], rng)
        return copy
    if rng.random() < 0.05:
        deep: Any = []
        for _ in range(rng.choice([10, 500, 900])):
            deep = [deep]
        return deep
    return rng.choice(ODD)


def a_hostile_message(rng: random.Random) -> Any:
    """Return a result of some lab as it is sent, hurt in a few places."""
    lab = LABS[rng.choice(list(LABS))]
    (values,) = list(settings(lab, 0, 0))
    data = RESULT.pack(lab(**values), "result")
    for _ in range(rng.choice([1, 1, 2, 5])):
        data = mutated(data, rng)
    return data


def play_message(rng: random.Random) -> str:
    """Take a hostile message; return what is wrong with how it was taken, or ""."""
    message = a_hostile_message(rng)
    try:
        found = RESULT.unpack(message, "result")
        again = RESULT.unpack(RESULT.pack(found, "result"), "result")
    except MalformedError as error:
        return "" if str(error) and len(str(error)) < 1000 else f"what is wrong is said so: {error!s:.200}"
    # What was taken is as good as any: it can be sent again, and comes back the same.
    return difference(found, again)


def play_bytes(rng: random.Random) -> str:
    """Read hurt bytes; return what is wrong with how they were read, or ""."""
    data = bytearray(frame({"is": "result", "result": [1, "x", None, {"a": [2.5]}]}))
    for _ in range(rng.choice([1, 2, 10])):
        data[rng.randrange(len(data))] = rng.choice([0, 0xFF, 0x22, 0x5B, rng.randrange(256)])
    if rng.random() < 0.1:
        data = bytearray(LENGTH.pack(20_000) + b"[" * 20_000)
    reader = Reader()
    try:
        while data:
            count = rng.randrange(1, 40)
            reader.feed(bytes(data[:count]))
            del data[:count]
    except MalformedError:
        pass
    return ""


def play_lab(rng: random.Random) -> str:
    """Run a hostile lab beside a good one; return what is wrong with what came of it, or ""."""
    kind = rng.choice([RAISES, PRINTS, LASTS, ENDS, KILLS, WRONG, *([HELD] if IS_HELD else [])])
    name = rng.choice(list(kind))
    guards = Guards(
        fork=rng.random() < 0.8,
        landlock=kind is HELD or rng.random() < 0.5,
        seccomp=kind is HELD or rng.random() < 0.5,
    )
    with tempfile.TemporaryDirectory() as folder:
        code = code_of(Path(folder), bad=module(kind[name], Path(folder)), good=GOOD.encode())
        limits = Limits(seconds=1.0 if kind is LASTS or kind is WRONG else 10.0)
        worker = Worker(code, limits=limits, guards=guards)
        try:
            found = worker.labs_of("bad")
            if isinstance(found, Trouble):
                return f"{name}: cannot even be described: {found}"
            result = worker.run("bad", "it", {"x": 1.0}, keep=rng.random() < 0.5)
            if not isinstance(result, Trouble):
                return f"{name}, {guards}: gives {result}"
            return "" if still_good(worker) else f"{name}, {guards}: spoils the good lab"
        finally:
            worker.close()


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play so many rounds, most of them with messages; return what failed, one line each."""
    rng = random.Random(seed)
    failed: list[str] = []
    for done in range(count):
        play = rng.choices([play_message, play_bytes, play_lab], [80, 18, 2])[0]
        problem = play(rng)
        if problem:
            failed.append(f"round {done}: {problem}")
        tell(done + 1)
    return failed
