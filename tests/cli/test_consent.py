"""A course from elsewhere: what is asked before its Python runs, what runs then, and what a change looks like."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ordeal.consent import OBEYED
from tests.walks import some_now
from tutor.course.consent import MOST_COURSES, MOST_TEXT, RECORD_NAME, TEXTS_NAME, Change, Consents
from tutor.course.owncode import read_own_code
from tutor.foreign import ForeignCode, digest_of

from .conftest import TOUR, Answer, Said, Tutor

pytestmark = pytest.mark.usefixtures("unheld")

ROOT = Path(__file__).parent.parent.parent
LAB = "labs/tour.py"
PAGE = "# Page\n\n<quiz>\n2 + 2 = [[4]]\n</quiz>\n"
NEEDS_LINKS = pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")


@pytest.fixture
def wary(tmp_path: Path) -> Path:
    """A course whose lab leaves a mark when it runs."""
    course = Path(shutil.copytree(TOUR, tmp_path / "course"))
    append(course / LAB, mark(tmp_path))
    return course


def mark(tmp_path: Path) -> str:
    return f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"


def has_run(tmp_path: Path) -> bool:
    return (tmp_path / "ran").exists()


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, encoding="utf-8")


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# -- every command ----------------------------------------------------------------------------------------------------

ASKING: dict[str, Callable[[Path, Path], tuple[object, ...]]] = {
    "the app": lambda course, _: (course,),
    "the app, watching": lambda course, _: (course, "--watch"),
    "check": lambda course, _: ("check", course),
    "show": lambda course, _: ("show", "line", "--course", course),
    "show home": lambda course, _: ("show", "home", "--course", course),
    "progress": lambda course, _: ("progress", course),
    "recap": lambda course, _: ("recap", "line", "--course", course),
    "mine": lambda course, _: ("mine", "--course", course),
    "report": lambda course, tmp_path: ("report", tmp_path / "home", "--course", course),
    "reset": lambda course, _: ("reset", "--question", "height-at", "--course", course),
    "convert": lambda course, tmp_path: ("convert", course / "01-line", "--to", "anki", tmp_path / "x.apkg"),
}
SILENT: dict[str, Callable[[Path, Path], tuple[object, ...]]] = {
    "list": lambda course, _: ("list", course),
    "check --no-labs": lambda course, _: ("check", "--no-labs", course),
    "export": lambda _, tmp_path: ("export", tmp_path / "x.jsonl"),
    "new": lambda course, _: ("new", course / "tides"),
    "convert": lambda course, tmp_path: ("convert", tmp_path / "page.md", "--into", course),
    "reset": lambda course, _: ("reset", "line", "--course", course),
}


def has_anki() -> bool:
    try:
        import genanki  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True


@pytest.mark.parametrize("name", ASKING)
def test_nothing_runs_without_a_consent(tutor: Tutor, wary: Path, tmp_path: Path, answer: Answer, name: str) -> None:
    answer("height-at")
    command = ASKING[name](wary, tmp_path)
    for said in (tutor(*command, at_terminal=True, typed="n\n"), tutor(*command, at_terminal=True, typed="")):
        assert (2, False) == (said.code, has_run(tmp_path))
        assert "labs/tour.py" in said.err and "[y/N]" in said.err
    if not name.startswith("the app"):
        assert (2, False) == (tutor(*command).code, has_run(tmp_path))
        if name != "convert" or has_anki():
            tutor(*command, "--trust", typed="n\n")
            assert has_run(tmp_path)


@pytest.mark.parametrize("name", SILENT)
def test_what_needs_no_lab_runs_none_and_asks_nothing(
    tutor: Tutor, wary: Path, tmp_path: Path, answer: Answer, name: str
) -> None:
    answer("height-at")
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    said = tutor(*SILENT[name](wary, tmp_path), at_terminal=True, typed="n\n")
    assert "[y/N]" not in said.err
    assert not has_run(tmp_path)


def evil_cache(course: Path, evil: str) -> str:
    (course / "labs" / "__pycache__").mkdir(parents=True)
    (course / "labs" / "__pycache__" / "evil.py").write_text(evil, encoding="utf-8")
    return "__pycache__/evil"


def evil_link(course: Path, evil: str) -> str:
    (course / "other").mkdir()
    (course / "other" / "evil.py").write_text(evil, encoding="utf-8")
    (course / "labs").mkdir()
    (course / "labs" / "sub").symlink_to("../other")
    return "sub/evil"


def evil_file_link(course: Path, evil: str) -> str:
    evil_link(course, evil)
    (course / "labs" / "evil.py").symlink_to("../other/evil.py")
    return "evil"


def evil_labs(course: Path, evil: str) -> str:
    (course / "other").mkdir()
    (course / "other" / "evil.py").write_text(evil, encoding="utf-8")
    (course / "labs").symlink_to("other")
    return "evil"


def evil_package(course: Path, evil: str) -> str:
    (course / "labs" / "evil").mkdir(parents=True)
    (course / "labs" / "evil" / "__init__.py").write_text(evil, encoding="utf-8")
    return "evil"


def evil_beside(course: Path, evil: str) -> str:
    (course / "evil.py").write_text(evil, encoding="utf-8")
    (course / "labs").mkdir()
    return "../evil"


KINDS = {evil_cache: "lab-name", evil_beside: "lab-name", evil_package: "unknown-lab"}


@NEEDS_LINKS
@pytest.mark.parametrize("trust", [(), ("--trust",)])
@pytest.mark.parametrize("show", [False, True])
@pytest.mark.parametrize("way", [evil_cache, evil_link, evil_file_link, evil_labs, evil_package, evil_beside])
def test_a_course_that_tries_to_run_unasked_is_told_and_does_not(
    tutor: Tutor, tmp_path: Path, way: Callable[[Path, str], str], show: bool, trust: tuple[str, ...]
) -> None:
    course = Path(shutil.copytree(TOUR, tmp_path / "course"))
    shutil.rmtree(course / "labs")
    lab = (TOUR / LAB).read_text("utf-8") + mark(tmp_path)
    name = way(course, lab)
    for file in course.glob("*/*"):
        if file.suffix in (".md", ".yaml"):
            file.write_text(file.read_text("utf-8").replace("tour:", f"{name}:"), encoding="utf-8")
    command = ("show", "line", "--course", course) if show else ("check", course)
    said = tutor(*command, *trust)
    assert not has_run(tmp_path)
    assert 1 == said.code
    words = said.err if show else said.out
    assert f"[{KINDS.get(way, 'link')}]" in words


def test_a_module_that_changes_behind_a_link_after_the_consent_was_never_agreed_to(
    tutor: Tutor, wary: Path, tmp_path: Path
) -> None:
    (wary / LAB).rename(wary / "elsewhere.py")
    try:
        (wary / LAB).symlink_to("../elsewhere.py")
    except OSError:
        pytest.skip("links need a right of their own here")
    for typed in ("y\n", ""):
        said = tutor("check", wary, at_terminal=True, typed=typed)
        assert (1, False) == (said.code, has_run(tmp_path))
        assert "labs/tour.py:1:1: error: This is a link." in said.out


def test_what_changes_while_the_question_is_on_screen_does_not_run(
    tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Path(shutil.copytree(TOUR, tmp_path / "course"))
    asked = Consents.changes

    def changing(consents: Consents, code: ForeignCode) -> tuple[Change, ...]:
        append(course / LAB, mark(tmp_path))
        return asked(consents, code)

    monkeypatch.setattr(Consents, "changes", changing)
    assert 0 == tutor("check", course, at_terminal=True, typed="y\n").code
    assert not has_run(tmp_path)
    # And it was not agreed to either.
    assert "[y/N]" in tutor("check", course, at_terminal=True, typed="n\n").err
    assert not has_run(tmp_path)


@pytest.mark.parametrize("command", [["list", "."], ["check", ".", "--no-labs"]])
def test_a_folder_in_which_it_is_called_is_not_where_modules_come_from(tmp_path: Path, command: list[str]) -> None:
    course = Path(shutil.copytree(TOUR, tmp_path / "course"))
    for name in ("numpy", "yaml", "textual", "rich", "difflib", "sqlite3", "tour", "evil", "platformdirs", "json"):
        (course / f"{name}.py").write_text(mark(tmp_path), encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TUTOR_HOME": str(tmp_path / "home")}
    environ.pop("PYTHONSAFEPATH", None)
    done = subprocess.run(
        [sys.executable, "-m", "tutor", *command], cwd=course, env=environ, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert not has_run(tmp_path)


def test_a_new_lesson_is_no_consent_to_what_came_with_it(
    tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = tmp_path / "course"
    assert 0 == tutor("new", course).code
    assert "" == tutor("check", course).err
    from tutor.cli import new

    write = new.write_new

    def write_and_more(folder: Path, files: dict[str, str]) -> None:
        write(folder, files)
        (folder / "labs" / "evil.py").write_text(mark(tmp_path), encoding="utf-8")

    monkeypatch.setattr(new, "write_new", write_and_more)
    assert 0 == tutor("new", course / "tides").code
    said = tutor("check", course)
    assert (2, False) == (said.code, has_run(tmp_path))
    assert "added    labs/evil.py" in said.err


@NEEDS_LINKS
@pytest.mark.parametrize("command", ["new", "convert"])
def test_nothing_is_written_where_labs_lead_elsewhere(tutor: Tutor, tmp_path: Path, command: str) -> None:
    course = tmp_path / "course"
    tutor("new", course)
    elsewhere = (course / "labs").rename(tmp_path / "elsewhere")
    (course / "labs").symlink_to(elsewhere)
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    before = sorted(path.name for path in elsewhere.iterdir())
    words = ("new", course / "tides") if command == "new" else ("convert", tmp_path / "page.md", "--into", course)
    said = tutor(*words)
    assert (1, True) == (said.code, "This is a link" in said.err)
    assert before == sorted(path.name for path in elsewhere.iterdir())


# -- the question -----------------------------------------------------------------------------------------------------


def asked_again(tutor: Tutor, course: Path, language: str = "en") -> str:
    said: Said = tutor("check", course, at_terminal=True, typed="n\n", LANG=f"{language}.UTF-8")
    assert 2 == said.code
    return said.err


def test_a_change_asks_again_and_shows_what_changed(tutor: Tutor, wary: Path, tmp_path: Path) -> None:
    (wary / "labs" / "old.py").write_text("x = 1\n", encoding="utf-8")
    (wary / "labs" / "notes.csv").write_text("1\n", encoding="utf-8")
    assert 0 == tutor("check", wary, "--trust").code
    (tmp_path / "ran").unlink()
    (wary / "labs" / "old.py").unlink()
    (wary / "labs" / "new.py").write_text("import os\n", encoding="utf-8")
    (wary / "labs" / "notes.csv").write_text("2\n", encoding="utf-8")
    replaced(wary / LAB, "AT = 2.0", "AT = 3.0")
    said = asked_again(tutor, wary)
    assert not has_run(tmp_path)
    assert f"The Python in {wary} has changed since you agreed to run it:" in said
    for line in (
        *("  added    labs/new.py", "  removed  labs/old.py", "  changed  labs/tour.py", "  changed  labs/notes.csv"),
        *("  +import os", "  -x = 1", "  -AT = 2.0", "  +AT = 3.0"),
    ):
        assert line in said.splitlines(), line
    assert "[y/N]" in said
    korean = asked_again(tutor, wary, "ko")
    assert "바뀌었습니다" in korean and "추가  labs/new.py" in korean
    # Agreed to once more, the next change is compared with that.
    assert 0 == tutor("check", wary, at_terminal=True, typed="y\n").code
    replaced(wary / LAB, "AT = 3.0", "AT = 4.0")
    said = asked_again(tutor, wary)
    assert "  -AT = 3.0" in said and "new.py" not in said


def test_what_is_put_back_as_it_was_needs_no_new_question(tutor: Tutor, wary: Path) -> None:
    tutor("check", wary, "--trust")
    replaced(wary / LAB, "AT = 2.0", "AT = 3.0")
    assert asked_again(tutor, wary)
    replaced(wary / LAB, "AT = 3.0", "AT = 2.0")
    assert "" == tutor("check", wary).err


def test_a_course_that_moved_is_known_and_a_change_in_its_new_place_is_shown(
    tutor: Tutor, wary: Path, tmp_path: Path
) -> None:
    tutor("check", wary, "--trust")
    moved = wary.rename(tmp_path / "moved")
    assert "" == tutor("check", moved).err
    replaced(moved / LAB, "AT = 2.0", "AT = 3.0")
    assert "  +AT = 3.0" in asked_again(tutor, moved)


HOSTILE = "x = 1  # \x1b[2J\x1b[1;1H\x07 \x9b31m \u202e \u2066 \x08\x08 \r ok"


def test_neither_names_nor_changed_lines_rewrite_the_screen(tutor: Tutor, wary: Path, tmp_path: Path) -> None:
    names = ("a\x1b[2J\x1b[1;1HNothing to run. [y|N] ", "b\nc", "d\u202ey", "e\x9b", "f, g", "\udcff")
    odd = wary.rename(tmp_path / "od\x1b[2Jd")
    for name in names:
        (odd / "labs" / f"{name}.py").write_text("x = 1\n", encoding="utf-8")
    first = tutor("check", odd, at_terminal=True, typed="y\n").err
    assert not OBEYED & set(first)
    assert r'"labs/a\x1b[2J\x1b[1;1HNothing to run. [y|N] .py"' in first
    assert r"od\x1b[2Jd" in first
    append(odd / LAB, f"{HOSTILE}\n")
    for name in names:
        append(odd / "labs" / f"{name}.py", HOSTILE)
    again = asked_again(tutor, odd)
    assert not OBEYED & set(again)
    assert r"+x = 1  # \x1b[2J\x1b[1;1H\x07 \x9b31m \u202e \u2066 \x08\x08 " in again
    # A carriage return ends a line for Python, so it does here.
    assert "\n  + ok\n" in again


def test_what_is_shown_is_bounded_however_much_changed(tutor: Tutor, wary: Path) -> None:
    for number in range(40):
        (wary / "labs" / f"m{number}.py").write_text("", encoding="utf-8")
    tutor("check", wary, "--trust")
    for number in range(40):
        (wary / "labs" / f"m{number}.py").write_text("x = 1\n" * 30_000, encoding="utf-8")
    replaced(wary / LAB, "AT = 2.0", f"AT = 2.0; x = '{'y' * 5000}'; evil()")
    said = asked_again(tutor, wary)
    assert len(said.splitlines()) < 70 and max(map(len, said.splitlines())) < 300
    assert "and 33 more" in said and "  changed  labs/m0.py" in said and "Read the files before you agree." in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\n" * 60_000, "b\n" * 60_000),
        ("".join(f"{n % 300}\n" for n in range(40_000)), "".join(f"{n % 301}\n" for n in range(40_000))),
        ("a\nb\n" * 200, "b\na\n" * 200),
        ("", "x" * 150_000),
    ],
)
def test_no_file_keeps_the_comparison_busy(old: str, new: str) -> None:
    assert all(line.isprintable() and len(line) < 300 for line in Change("x.py", "changed", old, new).lines())


def test_a_difference_can_be_followed() -> None:
    old = "".join(f"line {n}\n" for n in range(20))
    new = old.replace("line 3\n", "line three\n").replace("line 15\n", "")
    assert [
        *(" line 1", " line 2", "-line 3", "+line three", " line 4", " line 5", "…"),
        *(" line 13", " line 14", "-line 15", " line 16", " line 17"),
    ] == list(Change("x.py", "changed", old, new).lines())
    assert [] == list(Change("x.py", "changed", old, old).lines())
    assert ["+x"] == list(Change("x.py", "added", "", "x").lines())
    # Without what was there, everything would look new.
    assert [] == list(Change("x.py", "changed", None, "x").lines())
    assert ["+x"] == list(Change("x.py", "changed", "", "x").lines())


def test_what_is_kept_is_bounded(tmp_path: Path) -> None:
    consents = Consents(tmp_path / "home" / RECORD_NAME)
    for number in range(MOST_COURSES + 5):
        source = b"#" * 150_000
        consents.add(ForeignCode(str(tmp_path / str(number) / "labs"), tuple((f"m{n}", source) for n in range(5))))
    kept = list((tmp_path / "home" / TEXTS_NAME).iterdir())
    assert MOST_COURSES == len(kept)
    assert all(file.stat().st_size < MOST_TEXT + 10_000 for file in kept)


@some_now("damage", [b"", b"[", b"[]", b'{"digests": 1, "texts": []}', b"\xff", b"[" * 100_000], 3)
def test_damage_to_what_is_kept_costs_the_comparison_and_nothing_else(
    tutor: Tutor, wary: Path, home: Path, damage: bytes
) -> None:
    tutor("check", wary, "--trust")
    (kept,) = (home / TEXTS_NAME).iterdir()
    kept.write_bytes(damage)
    assert "" == tutor("check", wary).err
    kept.write_bytes(damage)
    append(wary / LAB, "x = 1\n")
    said = asked_again(tutor, wary)
    assert "brings Python of its own: labs/tour.py" in said


@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\x1e", "\x85", "\u2028"])
def test_the_name_of_a_folder_cannot_agree_to_another_course(tmp_path: Path, end: str) -> None:
    consents = Consents(tmp_path / "home" / RECORD_NAME)
    wanted = ForeignCode(str(tmp_path / "wanted" / "labs"), (("evil", b"1"),))
    harmless = ForeignCode(f"/x{end}{digest_of(wanted)} y/labs", (("harmless", b"1"),))
    consents.add(harmless)
    assert (True, False) == (consents.covers(harmless), consents.covers(wanted))
    # A record that was written when names were not spelled out.
    consents.path.write_text(f"{digest_of(harmless)} /x{end.strip(chr(10))}{digest_of(wanted)} y\n", encoding="utf-8")
    assert (True, False) == (consents.covers(harmless), consents.covers(wanted))


def test_a_course_with_data_alone_is_not_asked_about(tutor: Tutor, tmp_path: Path) -> None:
    course = Path(shutil.copytree(TOUR, tmp_path / "course"))
    (course / LAB).rename(course / "labs" / "tour.txt")
    said = tutor("check", course)
    assert 1 == said.code and "[unknown-lab]" in said.out and "" == said.err
    assert () == read_own_code(course).code.modules
