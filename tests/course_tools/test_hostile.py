"""Whatever a course holds, checking ends with findings: no traceback, no endless work, no look outside."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from tests.ordeal.mutants import bytes_dropped, encoded_wrongly, indentation_moved, keys_renamed, lines_shuffled
from tests.walks import some_now
from tutor.course.finding import Finding
from tutor.course.lint import FINDING_KINDS
from tutor.course.owncode import read_own_code
from tutor.foreign import digest_of
from tutor.render.lint import SCREEN_KINDS

from .conftest import TUNING, linted

pytestmark = pytest.mark.usefixtures("unheld")

EN, QUIZ, COURSE, LAB = "01-twelve-keys/lesson.en.md", "01-twelve-keys/quiz.yaml", "course.yaml", "labs/pitch.py"
TEXTS = [EN, "01-twelve-keys/lesson.ko.md", QUIZ, COURSE]
TEN_MEGABYTES = 10_000_000
LARGE = 190_000
"""Bytes of a file that is not yet too large."""

_watched: list[tuple[Path, list[str]]] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """Note every file opened below a test's folder but outside its course."""
    if event == "open" and _watched and isinstance(arguments[0], str | bytes):
        course, opened = _watched[-1]
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if path.startswith(str(course.parent)) and not path.startswith(str(course) + os.sep):
            opened.append(path)


@cache
def _listen() -> None:
    """Hear of every file that is opened. It cannot be ended, and every test that comes after pays for it."""
    sys.addaudithook(_note)


@contextmanager
def nothing_opened_beside(course: Path) -> Iterator[None]:
    _listen()
    opened: list[str] = []
    _watched.append((course.resolve(), opened))
    try:
        yield
    finally:
        _watched.pop()
    assert [] == opened


def checked(course: Path) -> list[Finding]:
    with nothing_opened_beside(course):
        findings = linted(course)
        linted(course, run_labs=False)
        digest_of(read_own_code(course).code)
    for finding in findings:
        assert finding.kind in FINDING_KINDS or finding.kind in SCREEN_KINDS
        assert finding.place.line >= 1 and finding.place.column >= 1
        assert len(finding.message) < 2000
    return findings


MUTATIONS = [bytes_dropped, keys_renamed, indentation_moved, encoded_wrongly, lines_shuffled]


@pytest.mark.parametrize("rounds", [1, pytest.param(12, marks=pytest.mark.storm)])
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
@pytest.mark.parametrize("file", TEXTS)
def test_mutated_lessons(tuning: Path, file: str, mutate: Callable[[bytes, random.Random], bytes], rounds: int) -> None:
    chance = random.Random(f"{file} {mutate.__name__}")
    whole = (tuning / file).read_bytes()
    for _ in range(rounds):
        (tuning / file).write_bytes(mutate(whole, chance))
        checked(tuning)


@pytest.mark.parametrize("rounds", [1, pytest.param(8, marks=pytest.mark.storm)])
@pytest.mark.parametrize("mutate", [bytes_dropped, indentation_moved, encoded_wrongly, lines_shuffled])
def test_mutated_labs(tmp_path: Path, mutate: Callable[[bytes, random.Random], bytes], rounds: int) -> None:
    chance = random.Random(mutate.__name__)
    for number in range(rounds):
        course = Path(shutil.copytree(TUNING, tmp_path / str(number) / "tuning"))
        (course / LAB).write_bytes(mutate((TUNING / LAB).read_bytes(), chance))
        checked(course)


BOMB = b"a: &a [x, x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c]\n" % (98 + n, 98 + n, 97 + n, 97 + n, 97 + n) for n in range(20)
)
FRONT = b"---\ntitle: x\ngoal: x\n---\n"
CONTENTS: dict[str, bytes] = {
    "a line of ten megabytes": b"x" * TEN_MEGABYTES,
    "ten megabytes of lines": b"- x\n" * (TEN_MEGABYTES // 4),
    "one long line": b"x" * LARGE,
    "brackets": b"[" * LARGE,
    "braces": b"{" * LARGE,
    "dashes": b"- " * (LARGE // 2),
    "questions": b"? " * (LARGE // 2),
    "quotes": b'"' * LARGE,
    "one key, again and again": b"a:\n" * (LARGE // 3),
    "many keys": b"".join(b"k%d: 1\n" % n for n in range(LARGE // 9)),
    "many items": b"- a\n" * (LARGE // 4),
    "deeper and deeper": b"".join(b" " * n + b"- a:\n" for n in range(600)),
    "a bomb of aliases": BOMB,
    "tags that build objects": b"- !!python/object/apply:os.system [touch ran]\n" * 100,
    "a long number": b"- 1" + b"0" * LARGE,
    "a large exponent": b"- 1e" + b"9" * LARGE,
    "nothing": b"",
    "nulls": b"\x00" * LARGE,
    "no text at all": bytes(range(256)) * 500,
    "a mark for the order of bytes": b"\xef\xbb\xbf",
    "line ends": b"\r" * LARGE,
    "many steps": FRONT + b"".join(b"## a {#a%d}\n" % n for n in range(LARGE // 15)),
    "many blocks": FRONT + b"## a {#a}\n" + b"```lab\n```\n" * (LARGE // 11),
    "many questions": b"".join(b"- {id: a%d, kind: number, prompt: x, answer: x}\n" % n for n in range(LARGE // 50)),
}


TOO_MUCH = [
    # Every other content in one file now; all of them, in each, in the long run.
    pytest.param(file, content, marks=() if number % 2 == 0 and number // 2 % 3 == which else pytest.mark.storm)
    for number, content in enumerate(CONTENTS)
    for which, file in enumerate([EN, QUIZ, COURSE])
]


@pytest.mark.parametrize(("file", "content"), TOO_MUCH)
def test_files_that_are_too_much(tuning: Path, file: str, content: str) -> None:
    (tuning / file).write_bytes(CONTENTS[content])
    assert checked(tuning)
    assert not (tuning / "ran").exists()


N = 7_900
"""Characters of a text that is not yet too long."""
PROSE: dict[str, str] = {
    "stars": "*a " * (N // 3),
    "underscores": "_a " * (N // 3),
    "brackets": "[" * N,
    "links": "[]("* (N // 3),
    "pictures": "![[" * (N // 3),
    "backticks": " ".join("`" * n for n in range(1, 120)),
    "dollars": "$" * N,
    "open braces": "{{" * (N // 2),
    "live values": "{{ a }}" * (N // 7),
    "quotes in quotes": "> " * (N // 2) + "a",
    "lists in lists": "\n".join("  " * n + "- a" for n in range(88)),
    "tags": "<a " * (N // 3),
    "a wide table": "|a" * 1200 + "|\n" + "|-" * 1200 + "|\n" + "|b" * 1200 + "|",
    "a long table": "|a|b|\n|-|-|\n" + "|1|2|\n" * (N // 7),
    "fractions in fractions": "$$" + "\\frac{" * 800 + "a" + "}{b}" * 600 + "$$",
    "powers of powers": "$" + "x^{" * 1500 + "2" + "}" * 1500 + "$",
    "brackets in brackets": "$$" + "\\left(" * 500 + "\\right)" * 500 + "$$",
    "roots in roots": "$$" + "\\sqrt{" * 900 + "2" + "}" * 900 + "$$",
    "a wide matrix": "$$\\begin{bmatrix}" + "1&" * 3800 + "\\end{bmatrix}$$",
    "a long sum": "$$" + "a+" * (N // 2 - 5) + "b$$",
    "one long word": "가" * N,
    "joined signs": "👩‍👩‍👧" * (N // 5),
    "accents on accents": "e" + "\u0301" * (N - 1),
    "code": "```python\n" + "(" * (N - 100) + "\n```",
    "more than a text may hold": "word " * N,
}  # fmt: skip


@some_now("prose", PROSE, 2)
def test_prose_that_is_too_much(tuning: Path, prose: str) -> None:
    path = tuning / EN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Press a key", f"{PROSE[prose]}\n\nPress a key", 1), encoding="utf-8")
    assert checked(tuning)


LINKS = ["/dev/zero", "/dev/stdin", "/proc/self/mem", "../secret", ".", "..", "/", "nowhere", "itself"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes of POSIX")
@pytest.mark.parametrize("target", LINKS)
@pytest.mark.parametrize("file", [EN, QUIZ, COURSE, LAB, "labs", "01-twelve-keys"])
def test_links_that_lead_away(tuning: Path, file: str, target: str) -> None:
    (tuning.parent / "secret").write_text(FRONT.decode() + "## Secret {#secret}\n\nsecret\n", encoding="utf-8")
    path = tuning / file
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    up = "/".join([".."] * file.count("/"))
    away = f"{up}/{target}" if up and target == "../secret" else target
    path.symlink_to(path.name if target == "itself" else away)
    assert checked(tuning)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes of POSIX")
@pytest.mark.parametrize("file", [EN, QUIZ, COURSE, LAB])
def test_pipes_that_nobody_writes_to(tuning: Path, file: str) -> None:
    (tuning / file).unlink()
    os.mkfifo(tuning / file)
    assert checked(tuning)


@pytest.mark.parametrize("name", ["../secret", "/etc", "a/../../secret", "..", ".", "\\\\server\\share", "nul\0", "가"])
def test_lessons_named_outside_the_course(tuning: Path, name: str) -> None:
    (tuning.parent / "secret").mkdir()
    (tuning.parent / "secret" / "lesson.en.md").write_text("secret", encoding="utf-8")
    path = tuning / COURSE
    text = path.read_text(encoding="utf-8").replace("01-twelve-keys", f'"{name}"'.replace("\\", "\\\\"))
    path.write_text(text, encoding="utf-8")
    assert checked(tuning)
