"""How many small faults the suite catches:  python tests/mutants.py [--count 50] [--seed 0] [--only labs] [--jobs 2]

A mutant is the code with one fault: an axis exchanged, a sign turned, a label in the other language, a branch dropped.
Each is put into a copy of the tree, and the tests that belong to it are run there, the nearest first, until one fails
that does not fail without it. What no test has caught by the time that a mutant gets counts as not caught.
The same seed picks the same mutants. A few change nothing that could be seen; the share is for comparing over time.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

REPOSITORY = Path(__file__).parent.parent
if not __package__:
    sys.path.insert(0, str(REPOSITORY))

from tests.mutation import Mutant, mutants_of  # noqa: E402 - after the path that makes it one

COPIED = ("tutor", "tests", "lessons", "pyproject.toml", "README.md", ".ci")
SCREENS = "tests/ui/test_snapshots.py"
EVERY_SCREEN = ("-m", "", SCREENS)
"""Those too that the plain run leaves to the long one."""
MESSAGES = "tests/test_messages.py"
"""Reads every text that is written out in the source."""
SLOW = ("tests/ui", "tests/end_to_end", "tests/pictures")
"""Too slow to be nearest to anything."""
# The profile has the same examples every time, and no deadline that a busy machine would miss.
PYTEST = ("-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", "--hypothesis-profile=ci", "--tb=no", "-rfE")
Run = tuple[str, ...]
"""What is given to Python: one run of pytest, or of the tutor."""
RUNNING: set[subprocess.Popen[str]] = set()
"""What has to end when this ends."""


@dataclass(frozen=True)
class Area:
    """A part of the code that gets mutants."""

    files: tuple[str, ...]
    """globs"""
    wider: tuple[str, ...]
    """the tests to run after those nearest to a file"""
    lessons: bool = False
    """whether `tutor check lessons` proves something of it"""
    every_lesson: bool = False
    """whether it is seen in the screens of every lesson, rather than of those that name its labs"""


KINDS = ("tutor/course/kinds/*.py", "tutor/course/questions.py", "tutor/course/typed.py", "tutor/course/tolerance.py")
AREAS = {
    "labs": Area(("tutor/labs/*.py",), ("tests/labs", "tests/nn"), lessons=True),
    "figure": Area(("tutor/figure.py",), ("tests/labs", "tests/chart", "tests/session"), every_lesson=True),
    "kinds": Area(KINDS, ("tests/course", "tests/course_tools", "tests/session", "tests/ui"), lessons=True),
    "session": Area(("tutor/session/*.py",), ("tests/session", "tests/learner", "tests/cli", "tests/ui")),
    "chart": Area(("tutor/chart/*.py",), ("tests/chart", "tests/render"), every_lesson=True),
}


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    by: str
    """the test that failed; "time" where none did before the time was up, empty where none did"""

    @property
    def caught(self) -> bool:
        """Whether a test failed."""
        return self.by not in ("", "time")


def area_of(path: str) -> str:
    """Return the name of the area that a file belongs to."""
    return next(name for name, area in AREAS.items() if any(Path(path).match(glob) for glob in area.files))


def files_of(area: Area) -> Iterator[str]:
    """Yield the files of an area, without what is nothing but words."""
    for glob in area.files:
        for file in sorted(REPOSITORY.glob(glob)):
            if file.name not in ("__init__.py", "messages.py"):
                yield file.relative_to(REPOSITORY).as_posix()


@cache
def mutants_in(path: str) -> tuple[Mutant, ...]:
    """Return every mutant of a file of the tree."""
    return tuple(mutants_of(path, (REPOSITORY / path).read_bytes()))


def chosen(areas: Iterable[str], count: int, seed: int) -> list[Mutant]:
    """Return `count` mutants, as evenly as it goes over areas and operators."""
    groups: dict[tuple[str, str], list[Mutant]] = {}
    for name in areas:
        for path in files_of(AREAS[name]):
            for mutant in mutants_in(path):
                groups.setdefault((name, mutant.operator), []).append(mutant)
    chance = random.Random(seed)
    for group in groups.values():
        chance.shuffle(group)
    turns = list(groups.values())
    chance.shuffle(turns)
    found: list[Mutant] = []
    while any(turns) and len(found) < count:
        for group in turns:
            while group and len(found) < count:
                mutant = group.pop()
                if mutant.differs((REPOSITORY / mutant.path).read_bytes()):
                    found.append(mutant)
                    break
    return found


# -- which tests belong to a file -------------------------------------------------------------------------------------


@cache
def imports_of(file: Path) -> frozenset[str]:
    """Return what a file imports, by its words: "tutor.labs.cost", whichever way it is written."""
    text = file.read_text(encoding="utf-8")
    found = set(re.findall(r"^\s*(?:from|import) (tutor[\w.]*)", text, re.MULTILINE))
    for package, names in re.findall(r"^\s*from (tutor[\w.]*) import \(?([\w\s,]+)", text, re.MULTILINE):
        found |= {f"{package}.{name}" for name in re.findall(r"\w+", names)}
    return frozenset(found)


def module_of(path: str) -> str:
    """Return a file's name as a module."""
    return path.removesuffix(".py").replace("/", ".")


def nearest(path: str) -> list[str]:
    """Return the test files that import a module, the one named after it first."""
    own = f"test_{Path(path).stem}.py"
    files = [file.relative_to(REPOSITORY) for file in sorted((REPOSITORY / "tests").rglob("test_*.py"))]
    close = [
        file.as_posix()
        for file in files
        if not file.as_posix().startswith(SLOW)
        and (module_of(path) in imports_of(REPOSITORY / file) or (file.name == own and file.parts[1] in path))
    ]
    return sorted(close, key=lambda file: not file.endswith(f"/{own}"))


def next_nearest(path: str) -> list[str]:
    """Return the test files that import a module which imports this one, and are not among the nearest."""
    near = set(nearest(path))
    users = [
        file.relative_to(REPOSITORY).as_posix()
        for file in sorted((REPOSITORY / "tutor").rglob("*.py"))
        if file.name != "__init__.py" and module_of(path) in imports_of(file)
    ]
    return [file for file in dict.fromkeys(test for user in users for test in nearest(user)) if file not in near]


def lessons_with(path: str) -> list[str]:
    """Return the folders of the lessons that name a lab of a file, or of a file of labs that imports it."""
    users = {Path(path).stem} | {
        file.stem for file in (REPOSITORY / "tutor/labs").glob("*.py") if module_of(path) in imports_of(file)
    }
    named = re.compile(rf"\b({'|'.join(sorted(users))}):\w")
    return [
        folder.name
        for folder in sorted((REPOSITORY / "lessons").glob("[0-9]*"))
        if any(named.search(file.read_text(encoding="utf-8")) for file in sorted(folder.iterdir()) if file.is_file())
    ]


def runs_for(path: str) -> list[Run]:
    """Return the runs that could catch a fault in a file, the nearest and quickest first."""
    area = AREAS[area_of(path)]
    close, closer = nearest(path), next_nearest(path)
    wider = [folder for folder in area.wider if (REPOSITORY / folder).exists()]
    ignored = [f"--ignore={file}" for file in (*close, *closer, SCREENS)]
    runs: list[Run] = [(*PYTEST, *files) for files in (close, closer) if files]
    runs += [(*PYTEST, MESSAGES, *wider[:-1], *ignored)]
    if area.lessons:
        runs.append(("-m", "tutor", "check", "lessons"))
    runs.append((*PYTEST, wider[-1], *ignored))
    if area.every_lesson:
        runs.append((*PYTEST, *EVERY_SCREEN, "-k", "wide_terminal or colours"))
    elif lessons := lessons_with(path):
        runs.append((*PYTEST, *EVERY_SCREEN, "-k", f"terminal and ({' or '.join(lessons)})"))
    return runs


# -- copies of the tree, and what runs in them -------------------------------------------------------------------------


def copy_tree(room: Path) -> None:
    """Copy what tests need, with the times of its files, so that what is compiled stays good."""
    for name in COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, room / name)
        elif source.exists():
            shutil.copy2(source, room / name)


def run_in(room: Path, arguments: Run, seconds: float) -> tuple[int | None, str]:
    """Run Python in a copy; return its exit code, None where the time was up, and what it printed."""
    environ = os.environ | {"PYTHONPATH": str(room), "TUTOR_HOME": str(room / "home")}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=room,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    RUNNING.add(process)
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None, ""
    finally:
        kill(process)
        RUNNING.discard(process)
    return process.returncode, printed


def kill(process: subprocess.Popen[str]) -> None:
    """End a run with all that it started: one that ended may have left servers and terminals behind."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def failed_in(printed: str) -> list[str]:
    """Return the names of the tests that pytest says have failed."""
    return [line.split(" ", 1)[1].split(" - ")[0] for line in printed.splitlines() if line[:6] in ("FAILED", "ERROR ")]


class Red:
    """The tests that fail without any fault. Each is looked at once it has failed with one."""

    def __init__(self, room: Path) -> None:
        self._room = room
        self._known: dict[str, bool] = {}
        self._lock = Lock()

    @property
    def names(self) -> list[str]:
        """Those that are known."""
        return sorted(name for name, is_red in self._known.items() if is_red)

    def counts(self, failed: Sequence[str]) -> list[str]:
        """Return those of some failed tests that pass without any fault."""
        with self._lock:
            for name in failed:
                if name not in self._known:
                    run = (*(word for word in PYTEST if word != "-x"), name.partition("[")[0])
                    code, printed = run_in(self._room, run, 600)
                    self._known[name] = code is None or name in failed_in(printed)
            return [name for name in failed if not self._known[name]]


def tried(mutant: Mutant, room: Path, red: Red, seconds: float) -> Verdict:
    """Put a mutant into a copy, run what could catch it, so many seconds in all, and take it out again."""
    file = room / mutant.path
    source = file.read_bytes()
    compiled = Path(importlib.util.cache_from_source(str(file)))
    until = time.monotonic() + seconds
    try:
        file.write_bytes(mutant.applied(source))
        waiting = runs_for(mutant.path)
        while waiting:
            run, left = waiting[0], until - time.monotonic()
            # Compiled code is told apart by size and second, which a mutant may share with its source.
            compiled.unlink(missing_ok=True)
            is_pytest = "pytest" in run
            left_out = [f"--deselect={name}" for name in red.names] if is_pytest else []
            code, printed = run_in(room, (*run, *left_out), left) if left > 0 else (None, "")
            if code is None:
                return Verdict(mutant, "time")
            failed = failed_in(printed)
            if code in (0, 5):  # 5: nothing to run
                waiting.pop(0)
            elif not failed:
                # It is the check of the lessons, or with the fault no test can even be found.
                return Verdict(mutant, " ".join(run[1:4]))
            elif counted := red.counts(failed):
                return Verdict(mutant, counted[0])
    finally:
        file.write_bytes(source)
        compiled.unlink(missing_ok=True)
    return Verdict(mutant, "")


def shares(title: str, verdicts: Sequence[Verdict], names: Sequence[str]) -> Iterator[str]:
    """Yield a table: how many were caught under each name."""
    yield f"\n{title}"
    of_name, caught = Counter(names), Counter(name for name, one in zip(names, verdicts, strict=True) if one.caught)
    yield from (f"  {name:<32} {caught[name]:>3} of {of_name[name]}" for name in sorted(of_name))


def main() -> None:
    """Make the mutants, try each, and say what became of them."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--count", type=int, default=50, help="how many mutants (default: 50)")
    options.add_argument("--seed", type=int, default=0, help="which ones (default: 0)")
    options.add_argument("--only", choices=AREAS, action="append", help="of this part alone; may be repeated")
    options.add_argument("--jobs", type=int, default=2, help="how many at a time (default: 2)")
    options.add_argument("--limit", type=float, default=300, help="seconds for a mutant (default: 300)")
    options.add_argument("--list", action="store_true", help="show the mutants and run nothing")
    given = options.parse_args()
    mutants = chosen(given.only or AREAS, given.count, given.seed)
    if given.list:
        print(*(mutant.say((REPOSITORY / mutant.path).read_bytes()) for mutant in mutants), sep="\n")
        return
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        sound = Path(folder, "sound")
        copy_tree(sound)
        red = Red(sound)
        rooms: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(given.jobs):
            shutil.copytree(sound, room := Path(folder, str(number)))
            rooms.put(room)

        def one(mutant: Mutant) -> Verdict:
            room = rooms.get()
            try:
                verdict = tried(mutant, room, red, given.limit)
            finally:
                rooms.put(room)
            outcome = f"caught by {verdict.by}" if verdict.caught else "OUT OF TIME" if verdict.by else "SURVIVED"
            print(f"{mutant.say((REPOSITORY / mutant.path).read_bytes())}\n    {outcome}", flush=True)
            return verdict

        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with ThreadPoolExecutor(given.jobs) as pool:
            try:
                verdicts = list(pool.map(one, mutants))
            except KeyboardInterrupt:
                for process in tuple(RUNNING):
                    kill(process)
                raise
    print(f"{len(red.names)} tests fail without any fault and were left out:", *red.names, sep="\n  ")
    print(*shares("By operator", verdicts, [one.mutant.operator for one in verdicts]), sep="\n")
    print(*shares("By part", verdicts, [area_of(one.mutant.path) for one in verdicts]), sep="\n")
    print(*shares("By file", verdicts, [one.mutant.path for one in verdicts]), sep="\n")
    print("\nWhat got away:")
    for one in verdicts:
        if not one.caught:
            print(one.mutant.say((REPOSITORY / one.mutant.path).read_bytes()))
    print(f"\ncaught {sum(one.caught for one in verdicts)} of {len(verdicts)}")


if __name__ == "__main__":
    main()
