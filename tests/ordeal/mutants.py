"""Courses that are damaged, careless or hostile: whatever is done to their files, they end in findings and plain text.

`rounds` damages a course, again and again, and reads, proves, draws and shows what it has become. A round fails when
something is raised that nobody expected, when it takes too much of the processor's time, or when a character comes out
that a terminal would obey.
"""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import signal
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from tests.linting import lint_course, lint_screens
from tests.trusted import reading_of, whole_labs_run_once
from tutor.cli import run
from tutor.cli.check import FORMATS
from tutor.cli.world import World
from tutor.course.loader import Reading

TESTS = Path(__file__).parent.parent
COURSES = tuple(TESTS / name for name in ("course/data/small", "courses/tuning", "courses/falling", "tour"))
NOW = 1_767_268_800_000
ROUNDS = 10_000

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What must not come out; the line end and the tab are layout. Written out here once more, so as to be an oracle."""

PAYLOADS = (
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b[2J\x1b[H",
    "\x9b31m",
    "\x9d0;title\x9c",
    "\u202eevil\u202c",
    "\u2066evil\u2069",
    "\u200fevil",
    "\u061c",
    "one\u2028two\u2029three",
    "\x00",
    "\x07\x08\x7f",
    "\r\x1b[Kall is well",
    "\x85next",
    "\x01" + "99:5\x02",
    "[/]",
    "[@click=app.quit]press[/]",
    "[red",
    "=1+1",
    "{{ nothing }}",
    "{0.__class__}",
    "%s%n",
    "e" + "\u0301" * 50,
    "가" * 300,
    "👩\u200d👩\u200d👧",
)
"""Texts that do something where they are not taken for texts."""

ENTITIES = (
    "&#27;",
    "&#x1b;",
    "&#155;",
    "&#x202e;",
    "&rlm;",
    "&lrm;",
    "&#8232;",
    "&#12;",
    "&#xd800;",
    "&#0;",
    "&NewLine;",
)

WRONG: tuple[Any, ...] = (
    "",
    " ",
    "text",
    "x" * 3000,
    "\x1b[31m",
    0,
    -1,
    1.5,
    10**18,
    10**30,
    1e308,
    -1e-308,
    float("nan"),
    float("inf"),
    float("-inf"),
    True,
    False,
    None,
    date(2026, 1, 1),
    datetime(2026, 1, 1, 12, 30),
    [],
    ["fifth"],
    [None],
    [[["deep"]]],
    [1, "two", {"three": 4}],
    {},
    {"en": ["x"]},
    {"a": {"b": {"c": [1]}}},
    {1: 2},
    {True: None},
    b"bytes",
)
"""A value of every wrong sort for some field."""


def deep(levels: int) -> Any:
    """Return lists in lists."""
    value: Any = "bottom"
    for _ in range(levels):
        value = [value]
    return value


# -- what is structured in a course's files --------------------------------------------------------------------------

Keys = tuple[str | int, ...]
_FRONT = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"^```(lab|quiz)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def parts_of(file: Path) -> list[tuple[int, int]]:
    """Return where the YAML in a file starts and ends: all of it, or the front matter and the blocks of a lesson."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        return [(0, len(text))]
    return [*(m.span(1) for m in _FRONT.finditer(text)), *(m.span(2) for m in _BLOCK.finditer(text))]


def paths_in(value: Any, above: Keys = ()) -> Iterator[Keys]:
    """Yield the way to each value inside a value, its own first."""
    yield above
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths_in(inner, (*above, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from paths_in(inner, (*above, at))


def changed_at(value: Any, keys: Keys, change: Callable[[Any], Any]) -> Any:
    """Return a value with `change` made to what is in it at `keys`."""
    if not keys:
        return change(value)
    if isinstance(value, dict):
        return {key: changed_at(inner, keys[1:], change) if key == keys[0] else inner for key, inner in value.items()}
    return [changed_at(inner, keys[1:], change) if at == keys[0] else inner for at, inner in enumerate(value)]


class _Dumper(yaml.SafeDumper):
    """Writes a control character by its number. Its short form (`\\e`) is refused: it is what TeX looks like."""

    ESCAPE_REPLACEMENTS = {'"': '"', "\\": "\\", "\n": "n"}


def dumped(value: Any, *, escaped: bool = True) -> str:
    """Return a value as YAML; what is not ASCII escaped, or as it is."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=not escaped, width=10_000)


def with_part(text: str, span: tuple[int, int], value: Any, *, escaped: bool = True) -> str:
    """Return a file's text with another value in one of its parts."""
    written = dumped(value, escaped=escaped)
    return text[: span[0]] + written.removesuffix("...\n") + text[span[1] :]


def fields_of(course: Path) -> Iterator[tuple[Path, tuple[int, int], Keys, Any]]:
    """Yield each field of a course with all that stands around it, once a shape: all options have the same fields."""
    seen = set()
    for file in sorted(path for path in course.rglob("*") if path.suffix in (".md", ".yaml")):
        text = file.read_text(encoding="utf-8")
        for span in parts_of(file):
            whole = yaml.safe_load(text[slice(*span)])
            for keys in paths_in(whole):
                kind = whole[keys[0]].get("kind") if file.name == "quiz.yaml" and keys else ""
                lab = whole.get("use") if isinstance(whole, dict) else ""
                shape = (file.name, kind, lab, *("*" if isinstance(key, int) else key for key in keys))
                if shape not in seen:
                    seen.add(shape)
                    yield file.relative_to(course), span, keys, whole


# -- mutations of bytes ----------------------------------------------------------------------------------------------

PIECES = [
    b"{{ ", b" }}", b"```lab\n", b"```quiz\n", b"```\n", b"---\n", b"## ", b"$$", b"$", b"**", b"- ", b": ", b"{", b"[",
    b"\t", b"\x00", b"\xff", "가".encode(), b"&x ", b"*x", b"!!python/name:os.system ",
    b"|\n", b"'", b'"', b"\r", b"1e999",
    b"no", b"../", b"{#", b"}", b"]", b"| a | b |\n|--|--|\n", b"![", b"<!--", b"\\", b"working:", b"9" * 30, b"#",
]  # fmt: skip


def pieces_exchanged(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with a few pieces cut out, doubled, exchanged or put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice([0, 1, 3, 20, 200]))
        middle = chance.choice([b"", data[start:end] * 2, chance.choice(PIECES), chance.randbytes(3)])
        data = data[:start] + middle + data[end:]
    return data


def bytes_dropped(data: bytes, chance: random.Random) -> bytes:
    """Return `data` without some bytes."""
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(data))
        data = data[:start] + data[start + chance.choice([1, 1, 2, 5, 40]) :]
    return data


def keys_renamed(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with another name for a key."""
    keys = [match.span(1) for match in re.finditer(rb"([a-z_]+):", data)]
    start, end = chance.choice(keys)
    other = chance.choice([b"kind", b"id", b"answer", b"x", b"Prompt", b"no", "이름".encode(), data[start:end] + b"s"])
    return data[:start] + other + data[end:]


def indentation_moved(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with a few lines further in or out."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        lines[at] = (
            chance.choice([b" ", b"  ", b"    ", b"\t"]) + lines[at] if chance.random() < 0.6 else lines[at].lstrip()
        )
    return b"\n".join(lines)


def encoded_wrongly(data: bytes, chance: random.Random) -> bytes:
    """Return `data` in another encoding."""
    text = data.decode("utf-8")
    encoding = chance.choice(["utf-16", "utf-32", "cp949", "latin-1", "utf-7", "utf-8-sig"])
    return text.encode(encoding, "replace")


def lines_shuffled(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with some lines in another order."""
    lines = data.split(b"\n")
    start = chance.randrange(len(lines))
    part = lines[start : start + 12]
    chance.shuffle(part)
    return b"\n".join([*lines[:start], *part, *lines[start + 12 :]])


BYTE_MUTATIONS = (pieces_exchanged, bytes_dropped, keys_renamed, indentation_moved, encoded_wrongly, lines_shuffled)


# -- mutations of a course -------------------------------------------------------------------------------------------


def _files(course: Path, *suffixes: str) -> list[Path]:
    return sorted(path for path in course.rglob("*") if path.suffix in suffixes and path.is_file())


def damage_bytes(course: Path, chance: random.Random) -> None:
    """Damage the bytes of a file."""
    file = chance.choice(_files(course, ".md", ".yaml"))
    data = file.read_bytes()
    mutate = chance.choice(BYTE_MUTATIONS)
    try:
        file.write_bytes(mutate(data, chance))
    except (ValueError, IndexError):
        # What an earlier damage has left has no text, or no key.
        file.write_bytes(pieces_exchanged(data, chance))


def change_value(course: Path, chance: random.Random) -> None:
    """Put a value of another sort, or a text with a payload in its escapes, at some place of a file's YAML."""
    file = chance.choice(_files(course, ".md", ".yaml"))
    try:
        text = file.read_text(encoding="utf-8")
        span = chance.choice(parts_of(file))
        whole = yaml.safe_load(text[slice(*span)])
    except (ValueError, IndexError, yaml.YAMLError):
        return
    keys = chance.choice(list(paths_in(whole)))
    payload, wrong = chance.choice(PAYLOADS), chance.choice((*WRONG, deep(chance.randint(2, 40))))

    def change(value: Any) -> Any:
        if isinstance(value, str) and chance.random() < 0.6:
            at = chance.randrange(len(value) + 1)
            return value[:at] + payload + value[at:]
        if isinstance(value, dict) and value and chance.random() < 0.5:
            key = chance.choice(list(value))
            return {(f"{one}{payload}" if one == key else one): inner for one, inner in value.items()}
        return wrong

    file.write_text(
        with_part(text, span, changed_at(whole, keys, change), escaped=chance.random() < 0.8),
        encoding="utf-8",
        errors="replace",
    )


def put_entity(course: Path, chance: random.Random) -> None:
    """Put an entity, or a payload as it is, between two words of a file."""
    file = chance.choice(_files(course, ".md", ".yaml"))
    data = file.read_bytes()
    spaces = [match.start() for match in re.finditer(rb" ", data)]
    at = chance.choice(spaces or [0])
    what = chance.choice(ENTITIES) if chance.random() < 0.7 else chance.choice(PAYLOADS)
    file.write_bytes(data[:at] + b" " + what.encode("utf-8", "replace") + data[at:])


def change_names(course: Path, chance: random.Random) -> None:
    """Give a file or a folder another name, or put one there that nobody asked for: a link, a loop, a strange name."""
    payload = chance.choice(PAYLOADS).replace("/", "").replace("\x00", "")[:40] or "x"
    paths = sorted(course.rglob("*"))
    path = chance.choice([*paths, course / "new"])
    name = path.with_name(path.stem + payload + path.suffix)
    raw = path.parent / b"raw\xff\x1b.md".decode("utf-8", "surrogateescape")
    try:
        match chance.randrange(6):
            case 0:
                path.rename(name)
            case 1:
                name.mkdir()
            case 2:
                name.symlink_to(chance.choice([course, path, Path("/dev/null"), Path("nowhere"), name]))
            case 3:
                raw.write_bytes(b"x")
            case 4:
                name.write_bytes(b"# x\n")
            case _ if path.is_file():
                path.unlink()
                path.symlink_to(chance.choice([course / "course.yaml", Path("/dev/null"), path]))
    except OSError:
        # No file system takes such a name, or an earlier change has taken the path away.
        return


def change_lab(course: Path, chance: random.Random) -> None:
    """Change what a lab says or does, so that it still ends."""
    files = _files(course / "labs", ".py") if (course / "labs").is_dir() else []
    if not files:
        return
    file = chance.choice(files)
    text = file.read_text(encoding="utf-8", errors="replace")
    payload = chance.choice(PAYLOADS)
    strings = list(re.finditer(r'"(?!"")[^"\n{}]*"', text))
    if strings and chance.random() < 0.7:
        found = chance.choice(strings)
        text = text[: found.start()] + repr(found[0][1:-1] + payload) + text[found.end() :]
    else:
        line = chance.choice(
            [
                f"raise ValueError({payload!r})",
                f"raise SystemExit({payload!r})",
                f"raise KeyError({payload!r})",
                "return None",
                "return 5",
                "raise RecursionError",
                f"return Result({{{payload!r}: Readout({payload!r})}}, shows=({payload!r},))",
                f"return Result({{'a': Readout(float('nan'), {payload!r})}}, note={payload!r})",
                f"return Result({{'a': Readout([[{payload!r}]])}})",
            ]
        )
        bodies = [match.end() for match in re.finditer(r"-> Result:\n    \"\"\".*?\"\"\"\n", text, re.DOTALL)]
        if bodies:
            at = chance.choice(bodies)
            text = f"{text[:at]}    {line}\n{text[at:]}"
    file.write_text(text, encoding="utf-8", errors="replace")


CHANGES = (damage_bytes, change_value, change_value, put_entity, change_names, change_lab)


# -- a round ---------------------------------------------------------------------------------------------------------


class TooLongError(Exception):
    """A round took more of the processor's time than any course may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLongError after so much of the processor's time, where there is a clock for it; 0 for no limit."""

    def end(_number: int, _frame: object) -> None:
        raise TooLongError

    if not seconds or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def command(home: Path, *arguments: object) -> tuple[int, str]:
    """Run a command in this process; return its exit code and all that it said."""
    said = io.StringIO()
    world = World({"TUTOR_HOME": str(home), "USER": "mina"}, io.StringIO(), said, said, lambda: NOW)
    return run([str(one) for one in arguments], world), said.getvalue()


def proved(course: Path, home: Path) -> tuple[Reading, str]:
    """Read a course, prove it, and return what was read and what `tutor check` would say of it."""
    with whole_labs_run_once():
        reading = reading_of(course, strict=True)
        findings = [*lint_course(reading), *lint_screens(reading)]
    for finding in findings:
        assert finding.place.line >= 1 and finding.place.column >= 1, finding
        assert len(finding.message) < 2000, finding.message[:200]
    said = [command(home, "check", "--trust", course)[1]]
    for how in ("json", "github"):
        # The proof is the same, so the command need not be gone through again.
        out = io.StringIO()
        FORMATS[how](findings, course, World({}, io.StringIO(), out, out, lambda: NOW))
        said.append(out.getvalue())
    return reading, "".join(said)


def drawn(reading: Reading, home: Path, chance: random.Random) -> str:
    """Show a few screens of what is left of a course, and say some of it in other ways."""
    folder = reading.course.folder if reading.course is not None else Path()
    said = [command(home, "list", "--steps", folder)[1]]
    lessons = reading.course.lessons if reading.course is not None else ()
    places = ["home", *(f"{lesson.id}/{step.id}" for lesson in lessons for step in lesson.steps)]
    for place in chance.sample(places, min(2, len(places))):
        size, language = chance.choice(["60x18", "80x24", "120x36"]), chance.choice(["en", "ko"])
        shown = command(home, "show", place, "--course", folder, "--trust", "--size", size, "--lang", language)
        said.append(shown[1])
    return "".join(said)


def play(seed: str, scratch: Path, *, screens: bool, seconds: float = 0) -> str:
    """Play one round and return what failed in it, in a line; "" for nothing."""
    chance = random.Random(seed)
    original = chance.choice(COURSES)
    course = Path(shutil.copytree(original, scratch / "course", symlinks=True))
    home = scratch / "home"
    changes = [chance.choice(CHANGES) for _ in range(chance.randint(1, 4))]
    try:
        for change in changes:
            change(course, chance)
        with warnings.catch_warnings(), at_most(seconds):
            warnings.simplefilter("ignore")
            reading, said = proved(course, home)
            if screens:
                said += drawn(reading, home, chance)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        at = traceback.extract_tb(error.__traceback__)[-1]
        return f"{seed} ({original.name}): {type(error).__name__}: {str(error)[:200]!r} at {at.filename}:{at.lineno}"
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    if match := OBEYED.search(said):
        around = said[max(match.start() - 60, 0) : match.end() + 20]
        return f"{seed} ({original.name}): {match[0]!r} came out, in {around!r}"
    if "Traceback" in said:
        return f"{seed} ({original.name}): a traceback came out"
    return ""


def wrong_values(every: int = 1) -> Iterator[tuple[Path, Path, str]]:
    """Yield each field of each course with each wrong value: the course, the file in it, its text with that value.

    Args:
        every: one of so many of them.
    """
    number = 0
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    for course in COURSES:
        for file, span, keys, whole in fields_of(course):
            text = (course / file).read_text(encoding="utf-8")
            for wrong in (*WRONG, deep(8), deep(30)):
                number += 1
                if number % every == 0:
                    value = changed_at(whole, keys, lambda _, wrong=wrong: wrong)
                    written = yaml.dump(value, Dumper=dumper, sort_keys=False, width=10_000).removesuffix("...\n")
                    yield course, file, text[: span[0]] + written + text[span[1] :]


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play `count` rounds and return what failed, one line each. Every twentieth round shows screens as well."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            failure = play(f"{seed}:{number}", Path(folder) / str(number), screens=number % 20 == 0, seconds=60)
            if failure:
                failed.append(failure)
            if number % 100 == 99:
                tell(number + 1)
    return failed


# -- a course in which every text is hostile -------------------------------------------------------------------------

HOSTILE = "\x1b]52;c;ZXZpbA==\x07\x9b31m\x00\u202e[/][@click=app.exit]\u2066\u2028"
"""All at once; it holds neither spaces nor line ends, so that it can stand in any text."""
TURNED = "\u202e\u2066&#x202e;&rlm;[/][@click=app.exit]"
"""What can stand in a Markdown file, where there are no escapes and control characters are refused."""
_TEXT_KEYS = frozenset(
    {"title", "goal", "description", "prompt", "say", "explain", "hints", "text", "otherwise", "items"}
)


def hostile_course(original: Path, target: Path) -> Path:
    """Write a copy of a course that still loads, and in which all that can be read is hostile. Return its folder."""
    course = Path(shutil.copytree(original, target))
    for file in _files(course, ".yaml"):
        value = yaml.safe_load(file.read_text(encoding="utf-8"))
        file.write_text(dumped(_hostile(value, is_text=False)), encoding="utf-8")
    for file in _files(course, ".md"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(
            r"^(title|goal): *(.*)$", lambda m: f"{m[1]}: {json.dumps(m[2] + HOSTILE)}", text, flags=re.MULTILINE
        )
        text = re.sub(r"^(## .*?)( \{#)", rf"\1{TURNED}\2", text, flags=re.MULTILINE)
        text = re.sub(r"(?<=[a-z가-힣]\.)$", TURNED, text, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    for file in _files(course, ".py"):
        text = re.sub(r'(\b(?:en|ko)=f?"[^"]*)"', lambda m: m[1] + repr(HOSTILE)[1:-1] + '"', file.read_text("utf-8"))
        file.write_text(text, encoding="utf-8")
    return course


def _hostile(value: Any, *, is_text: bool) -> Any:
    if isinstance(value, str):
        return value + HOSTILE if is_text else value
    if isinstance(value, list):
        return [_hostile(item, is_text=is_text) for item in value]
    if isinstance(value, dict):
        return {
            key: _hostile(item, is_text=key in _TEXT_KEYS or (is_text and key in ("en", "ko")))
            for key, item in value.items()
        }
    return value
