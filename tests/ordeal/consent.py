"""A course with odd names, links and layouts that tries to run unasked: opened in every way that asks for its labs."""

from __future__ import annotations

import io
import json
import os
import py_compile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.trusted import unheld
from tutor.cli import run
from tutor.cli.world import World
from tutor.course.finding import CourseError
from tutor.course.loader import load_course, load_lesson, load_outline, read_course
from tutor.course.owncode import read_own_code
from tutor.foreign import is_module_name

ROUNDS = 2_000
UNCHECKED = py_compile.PycInvalidationMode.UNCHECKED_HASH
OBEYED = frozenset(
    map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)])
) - {"\n"}
"""What a terminal would obey, but for the end of a line."""

CODE = """
import importlib, os, pathlib
pathlib.Path({trace!r}).mkdir(exist_ok=True)
(pathlib.Path({trace!r}) / {mark!r}).touch()
beside = [name.partition(".")[0] for name in os.listdir(pathlib.Path(__file__).parent)]
for reach in ("evil", "sub.evil", "..evil", *("." + name for name in beside), *(".%s.evil" % name for name in beside)):
    try:
        importlib.import_module(reach, __package__)
    except (ImportError, OSError, SyntaxError, ValueError):
        pass
from tutor.lab import Readout, Result, lab

@lab()
def f():
    return Result({{"x": Readout(1)}})
"""
"""A lab that leaves a mark when it is run, after trying to run what lies around it."""

LESSON = """---
title: One
goal: Open it
---

## One {{#one}}

Look.

```lab
use: {use}
```
"""

NAMES = (
    *("evil", "pitch", "cost", "helper", "sub", "EVIL", "실험", "é", "e\u0301", "fit", "ﬁt", "\u3164", "x" * 200),
    *("class", "match", "__init__", "__main__", "__pycache__", "conftest", "sitecustomize", "numpy", "nul", "1st"),
    *("a.b", "a-b", "a b", "evil.cpython-311", ".hidden", "..", "x\x1b[2J\x1b[1;1HRun it? [y/N] y", "x\ny", "x\x07"),
    *("x\u202egnp", "x\u009b31m", "\udcff"),
)
"""Stems of files."""
ENDINGS = (".py", ".py", ".py", ".pyc", ".so", ".PY", "", ".py.txt", ".pth")
FOLDERS = ("", "", "", "__pycache__/", "sub/", "evil/", "data/", "sub/deeper/", "__PYCACHE__/")
TARGETS = (
    *("../other", "../other/evil.py", "evil.py", ".", "..", "../labs", "/", "nowhere", "/dev/zero"),
    *("{outside}", "{outside}/evil.py"),
)
"""Where links lead; `{outside}` is a folder beside the course."""
USES = (
    *("{name}", "{name}", "{name}", "__pycache__/{name}", "sub/{name}", "../other/{name}", "../labs/{name}"),
    *("./{name}", "labs/{name}", "{name}.py", "{name}/", "{outside}/{name}", "\\{name}", "sub\\{name}", "sub.{name}"),
    *("{name}\0", " {name}", "tutor.labs.{name}"),
)
"""How a lesson names a module."""


class Entry(NamedTuple):
    """Something that lies in a course."""

    path: str
    """below labs/"""
    what: str
    """"code", "link", "hard link", "pipe", "compiled", "nothing" """
    target: str = ""


class Layout(NamedTuple):
    """A course that wants to run."""

    entries: tuple[Entry, ...]
    use: str
    labs: str
    """what labs/ is: "folder", or where it leads as a link"""


def layout_of(chance: Random) -> Layout:
    """Return a course with odd names, links and layouts; the `use` of most names something of theirs."""
    entries = tuple(
        Entry(
            chance.choice(FOLDERS) + _name(chance) + chance.choice(ENDINGS),
            chance.choice(["code"] * 6 + ["link", "link", "hard link", "pipe", "compiled", "nothing"]),
            chance.choice(TARGETS),
        )
        for _ in range(chance.randint(1, 7))
    )
    way = chance.random()
    if way < 0.4:
        # There is a lab that may run, to try from there.
        return Layout((Entry("pitch.py", "code"), *entries[1:]), "pitch", "folder")
    if way < 0.7:
        # Where nothing else asks for a consent, one thing in an odd place might do without.
        folder = chance.choice(["__pycache__/", "__pycache__/", "", *FOLDERS[4:]])
        entry = Entry(
            folder + chance.choice(["evil", "sub", _name(chance)]) + chance.choice([".py", *ENDINGS]),
            chance.choice(["code", "code", "code", "link", "link", "hard link", "compiled"]),
            chance.choice(["../other", *TARGETS]),
        )
        inside = entry.path + "/evil" * (entry.what == "link" and not entry.path.endswith(".py"))
        return Layout((entry,), inside.removesuffix(".py"), "folder")
    use = chance.choice(USES).replace("{name}", _name(chance))
    return Layout(entries, use, chance.choice(["folder"] * 4 + ["../outside", "other"]))


def _name(chance: Random) -> str:
    if chance.random() < 0.9:
        return chance.choice(NAMES)
    signs = (
        *range(0x20, 0x7F),
        *range(0x80, 0x250),
        0x1B,
        0xAC00,
        0x1160,
        0x200D,
        0x202E,
        0xFE0F,
        0xFEFF,
        0x1D65B,
        0xDC80,
    )
    return "".join(chr(chance.choice(signs)) for _ in range(chance.randint(1, 8)))


def code(trace: Path, mark: str) -> str:
    """Return the source of a lab that leaves `mark` in the folder `trace`, and tries to bring others to run."""
    return CODE.format(trace=str(trace), mark=mark)


def build(layout: Layout, home: Path, trace: Path) -> Path:
    """Write a course into `home`, and what lies outside of it. What cannot be written there is left out.

    The marks: "own" for a plain file labs/*.py with a proper name, which may run once somebody agreed; "foul" for all
    else, which may never run.
    """
    course, outside = home / "course", home / "outside"
    (course / "01-one").mkdir(parents=True)
    for folder in (outside, course / "other"):
        folder.mkdir()
        (folder / "evil.py").write_text(code(trace, "foul"), encoding="utf-8")
        (folder / "__init__.py").write_text(code(trace, "foul"), encoding="utf-8")
    (course / "course.yaml").write_text(
        "format: 1\nid: hostile\ntitle: Hostile\nlanguages: [en]\nlessons: [01-one]\n", encoding="utf-8"
    )
    use = json.dumps(layout.use.replace("{outside}", str(outside)) + ":f")
    (course / "01-one" / "lesson.en.md").write_bytes(LESSON.format(use=use).encode("utf-8", "surrogatepass"))
    labs = course / "labs"
    if layout.labs == "folder":
        labs.mkdir()
    else:
        labs.symlink_to(layout.labs)
    for entry in layout.entries:
        # Some names cannot be written on some systems, and some are taken.
        with suppress(OSError, ValueError):
            _write(entry, labs, course, outside, trace)
    return course


def _write(entry: Entry, labs: Path, course: Path, outside: Path, trace: Path) -> None:
    path = labs / entry.path
    if not path.resolve().is_relative_to(course.parent) or path.exists() or path.is_symlink():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    stem = entry.path.removesuffix(".py")
    is_own = stem != entry.path and not labs.is_symlink() and is_module_name(stem)
    # A name that Unicode can spell in two ways may be handed back in the other.
    source = code(trace, "own" if is_own or ("/" not in stem and not stem.isascii()) else "foul")
    match entry.what:
        case "code":
            path.write_text(source, encoding="utf-8")
        case "link":
            path.symlink_to(entry.target.replace("{outside}", str(outside)))
        case "hard link":
            other = outside / f"linked-{len(list(outside.iterdir()))}.py"
            other.write_text(source, encoding="utf-8")
            path.hardlink_to(other)
        case "pipe" if hasattr(os, "mkfifo"):
            os.mkfifo(path)
        case "compiled":
            other = outside / "compiled.py"
            other.write_text(code(trace, "foul"), encoding="utf-8")
            py_compile.compile(str(other), str(path), doraise=True, invalidation_mode=UNCHECKED)
        case "nothing":
            path.mkdir()


def attempt(layout: Layout, home: Path) -> Iterator[str]:
    """Open a course in every way that asks for its labs, and yield what should not have happened."""
    trace = home / "trace"
    course = build(layout, home, trace)
    for arguments, typed in (
        (["check", str(course)], None),
        (["check", str(course)], "n\n"),
        (["check", "--no-labs", str(course)], None),
        (["list", str(course)], None),
        (["convert", "one", "--to", "anki", str(home / "deck"), "--course", str(course)], "\n"),
    ):
        yield from _printable(arguments, typed, home)
        if trace.exists():
            yield f"{arguments[0]} ran unasked: {_marks(trace)}"
            return
    with suppress(CourseError):
        load_course(course)
    with suppress(CourseError):
        load_lesson(load_outline(course), "one")
    if trace.exists():
        yield f"a loader ran unasked: {_marks(trace)}"
        return
    own = read_own_code(course)
    (home / "changed").mkdir()
    for path in [*course.rglob("*"), *(home / "outside").rglob("*")]:
        # Between the consent and the import, everything becomes something else.
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and path.suffix not in (".md", ".yaml"):
                path.write_text(code(home / "changed", "changed"), encoding="utf-8")
    read_course(course, own=own)
    with suppress(CourseError):
        load_lesson(replace(load_outline(course), own=own), "one")
    if _marks(home / "changed"):
        yield "what changed after the consent ran"
    yield from _printable(["check", "--trust", str(course)], None, home)
    if "foul" in _marks(trace):
        yield "what is no plain file of labs/ ran"


def _marks(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


class Typing(io.StringIO):
    """A terminal at which somebody types."""

    def isatty(self) -> bool:
        return True


def _printable(arguments: list[str], typed: str | None, home: Path) -> Iterator[str]:
    """Run a command, and yield what of its words a terminal would obey."""
    out, err = io.StringIO(), io.StringIO()
    stdin = io.StringIO() if typed is None else Typing(typed)
    world = World({"TUTOR_HOME": str(home / "home"), "LANG": "en"}, stdin, out, err, lambda: 1_767_225_600_000)
    run(arguments, world)
    said = out.getvalue() + err.getvalue()
    if obeyed := OBEYED & set(said):
        yield f"{arguments[0]} said {sorted(map(ascii, obeyed))}"


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play `count` courses, and return what should not have happened, a line each."""
    failed: list[str] = []
    for number in range(count):
        layout = layout_of(Random(seed + number))
        with TemporaryDirectory() as home, unheld():
            failed.extend(f"seed {seed + number}: {what} ({layout!a})" for what in attempt(layout, Path(home)))
        tell(number + 1)
    return failed
