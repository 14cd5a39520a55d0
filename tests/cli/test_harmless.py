"""Nothing that a command says is obeyed by a terminal or a spreadsheet, and no stream is too poor for it."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

import tutor
from tests.ordeal.mutants import HOSTILE, OBEYED, PAYLOADS, hostile_course
from tests.trusted import course_in
from tests.walks import some_now
from tutor.cli import COMMANDS, run
from tutor.cli.sayable import sayable
from tutor.cli.world import World
from tutor.learner.report import QuestionReport, Report, as_csv

from .conftest import NOW, TOUR, Answer, Said, Tutor

ENCODINGS = ("ascii", "latin-1", "cp1252", "euc_kr", "cp949", "utf-8")


def harmless(said: Said) -> Said:
    """Return what was said; it holds nothing that a terminal obeys."""
    for text in (said.out, said.err):
        assert not OBEYED.search(text), text
        assert "Traceback" not in text
    return said


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which every text is hostile."""
    return hostile_course(TOUR, tmp_path_factory.mktemp("hostile") / "course")


@pytest.fixture
def klass(answer: Answer, tutor: Tutor, tmp_path: Path, home: Path) -> Path:
    """A folder with the record of one whose name and answers are hostile."""
    name = "Mallory"
    answer("height-at", learner=name, right=False, response=HOSTILE, mistake=HOSTILE)
    answer("one-of-three", learner=name, right=False, response="=HYPERLINK(1)")
    assert 0 == tutor("export", tmp_path / "class.jsonl", "--learner", name).code
    file = tmp_path / "class.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace(name, json.dumps(HOSTILE)[1:-1]), encoding="utf-8")
    shutil.rmtree(home / "learners")
    return file


def commands(course: Path, record: Path, folder: Path) -> list[tuple[str, ...]]:
    """Return one way at least to use each command that says something."""
    of = ("--course", str(course), "--trust")
    return [
        ("--help",),
        ("--version",),
        ("list", str(course), "--steps"),
        ("show", "home", *of),
        ("show", "1", *of),
        ("check", str(course), "--trust"),
        ("check", str(course), "--trust", "--format", "json"),
        ("check", str(course), "--trust", "--format", "github"),
        ("progress", str(course), "--trust"),
        ("progress", str(course), "--trust", "--json"),
        ("recap", "1", *of),
        ("mine", *of),
        ("report", str(record), *of),
        ("report", str(record), "--csv", *of),
        ("export", str(folder / "가.jsonl")),
        ("import", str(record)),
        ("reset", "1", "--course", str(course), "--yes"),
        ("reset", "--undo"),
        ("new", str(folder / "new")),
        ("schema",),
        ("convert", "1", "--to", "anki", str(folder / "deck.apkg"), *of),
        *((command, "--help") for command in COMMANDS),
        *((command, f"--{HOSTILE}".replace("\x00", "")) for command in COMMANDS),
        ("show", f"가{HOSTILE}".replace("\x00", ""), *of),
        ("list", f"가{HOSTILE}".replace("\x00", "")),
    ]


def speaks_json(words: tuple[str, ...]) -> bool:
    """Return whether a command prints JSON."""
    return "json" in words or "--json" in words or words == ("schema",)


def test_each_command_is_among_those_that_are_tried() -> None:
    assert set(COMMANDS) == {words[0] for words in commands(Path(), Path(), Path()) if not words[0].startswith("-")}


@some_now("number", range(len(commands(Path(), Path(), Path()))), 2)
def test_nothing_hostile_comes_out_of_a_command(
    tutor: Tutor, hostile: Path, klass: Path, answer: Answer, tmp_path: Path, number: int
) -> None:
    answer("height-at", right=False, response=HOSTILE, mistake=HOSTILE)
    words = commands(hostile, klass, tmp_path)[number]
    said = harmless(tutor(*words))
    if words[0] in ("list", "show", "recap") and str(hostile) in words and said.code == 0:
        assert r"\x1b]52;c;" in said.out
    if speaks_json(words):
        json.loads(said.out)


@some_now(("encoding", "language"), product(ENCODINGS[:-1], ["ko", "en"]), [("ascii", "ko"), ("euc_kr", "ko")])
def test_every_command_ends_well_on_a_stream_of_any_encoding(
    klass: Path, answer: Answer, home: Path, tmp_path: Path, encoding: str, language: str
) -> None:
    """The streams are strict, as a program's standard output is."""
    answer("height-at", right=False, response="가나 ◐ é", mistake="")
    for words in commands(TOUR, klass, tmp_path / encoding):
        shutil.rmtree(tmp_path / encoding, ignore_errors=True)
        (tmp_path / encoding).mkdir()
        raw = io.BytesIO(), io.BytesIO()
        out, err = (io.TextIOWrapper(stream, encoding=encoding, newline="") for stream in raw)
        world = World({"TUTOR_HOME": str(home), "LANG": f"{language}_XX"}, io.StringIO(), out, err, lambda: NOW)
        assert run(words, world) in (0, 1, 2)
        for stream, bytes_of in ((out, raw[0]), (err, raw[1])):
            stream.flush()
            text = bytes_of.getvalue().decode(encoding)
            assert not OBEYED.search(text)
            if speaks_json(words):
                json.loads(text or "null")


@pytest.mark.walk
@pytest.mark.parametrize(("first", "encoding"), [(0, "latin-1"), (1, "euc_kr")])
def test_the_program_itself_ends_well_in_any_encoding(klass: Path, tmp_path: Path, first: int, encoding: str) -> None:
    """Each command in one of two: what a process makes of its streams it makes before it knows which command it is."""
    for words in commands(TOUR, klass, tmp_path)[first::2]:
        done = _program(encoding, tmp_path, *words)
        assert done.returncode in (0, 1, 2)
        assert b"Traceback" not in done.stderr, done.stderr.decode(encoding)


@some_now("words", [("show", "1"), ("progress",)], [("show", "1")], ids=lambda words: words[0])
def test_show_and_progress_do_not_end_for_want_of_a_character(
    answer: Answer, home: Path, words: tuple[str, ...]
) -> None:
    answer("height-at")
    course = ("--course", str(TOUR)) if words[0] == "show" else (str(TOUR),)
    done = _program("euc_kr", home, *words, *course, "--trust", "--lang", "ko")
    assert (0, b"") == (done.returncode, done.stderr)
    assert "직선" in done.stdout.decode("euc_kr")


def _program(encoding: str, home: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environ = {"TUTOR_HOME": str(home), "PYTHONIOENCODING": encoding, "PATH": os.environ["PATH"], "LANG": "ko_KR.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words],
        cwd=Path(tutor.__file__).parent.parent,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("● ◐ ○ ✓ ✗ …", "ascii", "* + o v x ."),
        ("┌─┐│└┘┤⠿█", "ascii", "+-+|+++:#"),
        ("café", "ascii", "cafe"),
        ("café", "latin-1", "café"),
        ("가나", "latin-1", "????"),
        ("가 ½ ●", "euc_kr", "가 ½ ●"),
        ("‘a’ “b” a – b", "ascii", "'a' \"b\" a - b"),
        ("W₁ x² ⁽ⁱ⁾", "ascii", "W1 x2 (i)"),
        ("e\u0301", "ascii", "e"),
        ("가 ◐", "utf-8", "가 ◐"),
    ],
)
def test_what_a_stream_cannot_say_is_said_in_the_nearest_way(text: str, encoding: str, said: str) -> None:
    assert said == sayable(text, encoding)
    said.encode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "euc_kr"])
def test_every_character_can_be_said_somehow(encoding: str) -> None:
    for code in (*range(0x20, 0x3400), *range(0xA000, 0xAC40), *range(0xF900, 0x10000), *range(0x1F000, 0x1FB00)):
        sayable(chr(code), encoding).encode(encoding)


def test_a_warning_about_the_code_of_a_course_does_not_quote_it_on_the_terminal(home: Path, tmp_path: Path) -> None:
    course = shutil.copytree(TOUR, tmp_path / "tour")
    file = course / "labs" / "tour.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nODD = 'a' is 'b'  # \x1b]52;c;ZXZpbA==\x07\n", encoding="utf-8")
    done = _program("utf-8", home, "show", "1", "--course", str(course), "--trust")
    assert b"" == done.stderr.replace(b"\n", b"")
    assert not OBEYED.search(done.stdout.decode("utf-8"))


# -- names -----------------------------------------------------------------------------------------------------------


def test_a_message_cannot_be_made_up_by_a_name(tutor: Tutor) -> None:
    said = harmless(tutor("show", "x\n0 errors\r", "--course", TOUR, "--trust"))
    assert r"x\n0 errors\r" in said.err
    assert 1 == len(said.err.splitlines())


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_names_that_are_no_text_are_shown(tutor: Tutor, tmp_path: Path) -> None:
    name = b"raw\xff\x1b[2J".decode("utf-8", "surrogateescape")
    (tmp_path / name).write_bytes(b"nothing")
    said = harmless(tutor("report", tmp_path / name, "--course", TOUR, "--trust"))
    assert r"raw\udcff\x1b[2J" in said.err
    said.err.encode("utf-8")


def test_findings_on_github_stay_one_line_each(tutor: Tutor, tmp_path: Path) -> None:
    course = shutil.copytree(TOUR, tmp_path / "tour")
    file = course / "course.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}\n"x\\n::error::made up\\x1b[2J": 1\n', encoding="utf-8")
    said = harmless(tutor("check", course, "--trust", "--format", "github"))
    assert said.out and all(line.startswith(("::error file=", "::warning file=")) for line in said.out.splitlines())


def test_show_speaks_of_a_broken_lesson_as_check_does(tutor: Tutor, tmp_path: Path) -> None:
    course = shutil.copytree(TOUR, tmp_path / "tour")
    file = course / "01-line" / "lesson.en.md"
    file.write_text(file.read_text(encoding="utf-8").replace("k: 3", "k: [fifth]", 1), encoding="utf-8")
    checked = harmless(tutor("check", course, "--trust"))
    shown = harmless(tutor("show", "line/guess", "--course", course, "--trust"))
    assert (1, 1, "") == (checked.code, shown.code, shown.out)
    errors = [line for line in checked.out.splitlines() if "lesson.en.md" in line and "error" in line]
    assert errors and all(line.partition("01-line")[2] in shown.err for line in errors)


# -- spreadsheets ----------------------------------------------------------------------------------------------------


def cells_of(response: str) -> list[list[str]]:
    entry = QuestionReport("lesson", "question", 1, 0, 0, 0, 0, response, 1, "")
    return list(csv.reader(io.StringIO(as_csv(Report((entry,), ()))), strict=True))


@pytest.mark.parametrize(
    "response",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "＝1+1",
        "-inf",
        "+nan",
        "-1_000",
        "--1",
    ],
)
def test_no_cell_is_a_formula(response: str) -> None:
    """OWASP, "CSV Injection": a cell must not begin with = + - @, a tab or a line end."""
    cell = cells_of(response)[1][7]
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "\t", "\r"))


@pytest.mark.parametrize("response", ["-4.67", "+3", "1e-5", "-.5", "0", "-2.", "three", "x = 1", "a;b", 'say "a"'])
def test_numbers_and_words_stay_what_they_are(response: str) -> None:
    assert response == cells_of(response)[1][7]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_breaks_out_of_its_cell(payload: str) -> None:
    for text in (payload, f'a";=1+1{payload}', f"a\n=1+1{payload}", f"a\t=1+1{payload}", f'a; "=1+1{payload}'):
        written = as_csv(Report((QuestionReport("l", "q", 1, 0, 0, 0, 0, text, 1, text),), ()))
        assert not OBEYED.search(written)
        for separator in ",;":
            rows = list(csv.reader(io.StringIO(written), delimiter=separator, strict=separator == ","))
            assert 2 == len(rows)
            assert not any(
                cell.strip("\"' ").startswith(("=", "@")) and "'" not in cell for row in rows for cell in row
            )


# -- the one place ---------------------------------------------------------------------------------------------------

PACKAGE = Path(tutor.__file__).parent
FOR_MACHINES = {
    "cli/world.py": "write_page: a text for people, made visible there; what comes in, kept as it is for the program",
    "course/new.py": "a course's own files, made of templates",
    "course/consent.py": "what was agreed to, read by the program alone",
    "learner/transfer.py": "an exported record, read by the program alone; JSON escapes control characters",
    "learner/spool.py": "what waits for the record, read by the program alone; JSON escapes control characters",
    "ui/own_editor.py": "what a learner wrote, for an editor of theirs; what is read again is shown as any text is",
    "plain/editor.py": "what a learner wrote, for an editor of theirs; what is read again is said as any text is",
    "faults.py": "the log of faults: made visible there, line by line",
    "ui/terminal/driver.py": "what gives the terminal back: sequences of our own",
    "ui/terminal/running.py": "puts the null device in the place of a terminal that is gone",
    "ui/terminal/writing.py": "the frames of Textual, each line of which has passed the app's filter",
    "worker/hand.py": "in the worker: messages to the tutor, which checks them; its own streams are a bounded pipe",
    "worker/nursery.py": "in the worker: its streams are a bounded pipe to the tutor",
    "worker/output.py": "in the worker: its own streams are a bounded pipe to the tutor",
    "worker/plain.py": "the pipes of a worker, read and not written",
    "worker/running.py": "in the worker: puts what keeps a program's print in the place of its streams",
    "worker/story.py": "the log of foreign labs: made visible there",
}
"""What writes files and streams, and why a terminal is told nothing by it."""


def calls_in(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each call, and of each standard stream that is named."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            owner = getattr(
                getattr(function, "value", None), "attr", getattr(getattr(function, "value", None), "id", "")
            )
            yield node.lineno, f"{owner}.{name}"
        elif isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr", "__stdout__", "__stderr__"):
            yield node.lineno, f"stream {ast.unparse(node)}"


FORBIDDEN: dict[str, Callable[[str], bool]] = {
    "prints": lambda call: call in (".print", ".pprint", ".input", "traceback.print_exc", "warnings.showwarning"),
    "writes to a stream": lambda call: call.endswith((".writelines",)) or call in ("os.write",),
    "writes a file": lambda call: call.endswith((".write_text", ".write_bytes")),
    "names a stream": lambda call: call.startswith("stream ") and not call.startswith("stream world."),
    "writes to the world's streams": lambda call: (
        call in ("stdout.write", "stderr.write", "stream.write", "file.write")
    ),
}


ALLOWED = {"cli/parsing.py names a stream: stream sys.stdout"}
"""argparse hands over the stream that it would have written to."""


def test_nothing_is_said_or_written_beside_the_one_place() -> None:
    found = {
        f"{name} {what}: {call}": line
        for file in sorted(PACKAGE.rglob("*.py"))
        if (name := file.relative_to(PACKAGE).as_posix()) not in FOR_MACHINES
        for line, call in calls_in(file)
        for what, is_it in FORBIDDEN.items()
        if is_it(call)
    }
    assert ALLOWED == found.keys()


def test_the_world_is_asked_only_whether_its_streams_are_a_terminal() -> None:
    for file in sorted((PACKAGE / "cli").glob("*.py")):
        if file.name != "world.py":
            for part in re.split(r"world\.std(?:out|err)", file.read_text(encoding="utf-8"))[1:]:
                assert part.startswith(".isatty()"), (file.name, part[:40])


# -- what goes to other programs for people --------------------------------------------------------------------------


def test_cards_recaps_and_pictures_hold_nothing_hostile(tutor: Tutor, hostile: Path, tmp_path: Path) -> None:
    from tutor.course.convert.anki import cards_of

    lesson = course_in(hostile).lessons[0]
    cards, _ = cards_of("course", lesson, "en")
    assert cards and not any(OBEYED.search(f"{card}") for card in cards)
    assert r"\x1b]52" in str(cards[0].front)
    of = ("--course", hostile, "--trust")
    assert 0 == tutor("recap", "1", tmp_path / "recap.md", *of).code
    assert 0 == tutor("show", "1", "--svg", tmp_path / "shot.svg", *of).code
    for name in ("recap.md", "shot.svg"):
        assert not OBEYED.search((tmp_path / name).read_text(encoding="utf-8"))
