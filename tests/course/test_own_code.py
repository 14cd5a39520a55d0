"""The Python that a course brings along: read once, and from then on nothing but these bytes can run."""

from __future__ import annotations

import inspect
import linecache
import os
import pickle
import shutil
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ordeal.consent import attempt, layout_of
from tutor.course import owncode
from tutor.course.finding import CourseError
from tutor.course.loader import load_course, load_lesson, load_outline, read_course
from tutor.course.owncode import MOST_FILES, read_own_code
from tutor.foreign import ForeignCode, digest_of, import_foreign, is_module_name

pytestmark = pytest.mark.usefixtures("unheld")

EN = "02-gate/lesson.en.md"
NEEDS_LINKS = pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")


def leave_a_mark(lab: Path, tmp_path: Path) -> None:
    """Let a lab leave a mark when it is run."""
    lab.write_text(f"{lab.read_text('utf-8')}\nopen({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")


def code_of(folder: Path, **sources: str) -> ForeignCode:
    return ForeignCode(str(folder), tuple(sorted((name, text.encode()) for name, text in sources.items())))


@pytest.fixture
def labs(tmp_path: Path) -> Path:
    folder = tmp_path / "course" / "labs"
    folder.mkdir(parents=True)
    return folder


def found(labs: Path) -> tuple[list[str], list[str], list[tuple[str, str, bool]]]:
    own = read_own_code(labs.parent)
    return (
        [name for name, _ in own.code.modules],
        [path for path, _ in own.code.data],
        [(one.kind, one.place.file, one.severe) for one in own.findings],
    )


# -- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["evil", "_evil", "실험", "é", "match", "x1", "conftest"])
def test_a_plain_name_is_a_module(name: str) -> None:
    assert is_module_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "a.b", "a/b", "a\\b", "../x", "__pycache__/evil", "/etc/x", "a b", " a", "a-b", "1a", "a\0"),
        *("class", "None", "__init__", "__main__", "__pycache__", "ﬁt", "e\u0301", "a\x1b", "a\n", "a\u202e", "\udcff"),
    ],
)
def test_any_other_name_is_none(name: str) -> None:
    assert not is_module_name(name)


# -- reading ----------------------------------------------------------------------------------------------------------


def test_plain_files_are_modules_and_all_else_is_data_that_never_runs(labs: Path) -> None:
    for name in ("pitch.py", "실험.py", "__init__.py", "my-lab.py", "notes.csv", "evil.pyc", "evil.so"):
        (labs / name).write_text("1", encoding="utf-8")
    (labs / "data").mkdir()
    (labs / "data" / "helper.py").write_text("1", encoding="utf-8")
    modules, data, findings = found(labs)
    assert ["pitch", "실험"] == modules
    assert ["__init__.py", "data/helper.py", "evil.pyc", "evil.so", "my-lab.py", "notes.csv"] == data
    assert [
        ("lab-name", "labs/__init__.py", False),
        ("not-imported", "labs/data/helper.py", False),
        ("not-imported", "labs/evil.pyc", False),
        ("not-imported", "labs/evil.so", False),
        ("lab-name", "labs/my-lab.py", False),
    ] == findings


def test_the_cache_that_python_leaves_behind_is_no_finding_and_anything_else_in_it_is(labs: Path) -> None:
    cache = labs / "__pycache__"
    cache.mkdir()
    (cache / "pitch.cpython-311.pyc").write_bytes(b"1")
    assert ([], [], []) == found(labs)
    (cache / "evil.py").write_text("1", encoding="utf-8")
    assert ([], [], [("not-imported", "labs/__pycache__/evil.py", False)]) == found(labs)


@NEEDS_LINKS
@pytest.mark.parametrize("target", ["pitch.py", "../other", "nowhere", "/dev/zero", ".", "..", "link.py"])
@pytest.mark.parametrize("name", ["link.py", "link", "data/link"])
def test_a_link_is_refused_wherever_it_leads(labs: Path, name: str, target: str) -> None:
    (labs / "pitch.py").write_text("1", encoding="utf-8")
    (labs.parent / "other").mkdir()
    (labs / "data").mkdir()
    (labs / name).symlink_to(target)
    assert (["pitch"], [], [("link", f"labs/{name}", True)]) == found(labs)


@NEEDS_LINKS
def test_labs_that_are_a_link_themselves_are_refused(labs: Path) -> None:
    (labs / "evil.py").write_text("1", encoding="utf-8")
    labs.rename(labs.with_name("elsewhere"))
    labs.symlink_to("elsewhere")
    assert ([], [], [("link", "labs", True)]) == found(labs)


@NEEDS_LINKS
def test_an_editors_lock_keeps_nobody_from_opening_the_course(labs: Path) -> None:
    (labs / ".#pitch.py").symlink_to("mina@host.4711")
    assert ([], [], [("link", "labs/.#pitch.py", False)]) == found(labs)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_a_pipe_is_refused_and_not_waited_for(labs: Path) -> None:
    os.mkfifo(labs / "evil.py")
    assert ([], [], [("link", "labs/evil.py", True)]) == found(labs)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("swap", [os.mkfifo, lambda path: Path(path).symlink_to("/dev/zero")])
def test_a_file_that_is_swapped_between_the_look_and_the_reading(
    labs: Path, monkeypatch: pytest.MonkeyPatch, swap: Callable[[Path], None]
) -> None:
    (labs / "pitch.py").write_text("1", encoding="utf-8")
    content = owncode._content

    def swapped(path: Path, most: int) -> object:
        path.unlink()
        swap(path)
        return content(path, most)

    monkeypatch.setattr(owncode, "_content", swapped)
    assert ([], [], [("missing-file", "labs/pitch.py", True)]) == found(labs)


def test_a_hard_link_is_a_file_like_any_other_and_its_bytes_are_what_counts(labs: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text("WHO = 1", encoding="utf-8")
    (labs / "evil.py").hardlink_to(elsewhere)
    code = read_own_code(labs.parent).code
    elsewhere.write_text("WHO = 2", encoding="utf-8")
    assert 1 == import_foreign(code, "evil").WHO


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the second is the first")
def test_two_spellings_of_one_name_are_refused(labs: Path) -> None:
    for name in ("\u00e9.py", "e\u0301.py"):
        (labs / name).write_text("1", encoding="utf-8")
    _, _, findings = found(labs)
    assert [("lab-name", True)] == [(kind, severe) for kind, _, severe in findings]


def test_a_name_that_the_disk_spells_apart_is_the_name_that_a_lesson_writes(labs: Path) -> None:
    (labs / "e\u0301.py").write_text("WHO = 1", encoding="utf-8")
    own = read_own_code(labs.parent)
    assert 1 == import_foreign(own.code, "\u00e9").WHO
    with pytest.raises(ModuleNotFoundError):
        import_foreign(own.code, "\u00c9")


def test_a_name_that_would_rewrite_the_screen_is_spelled_out(labs: Path) -> None:
    name = "x\x1b[2J\r\u202e\x9b.py"
    try:
        (labs / name).write_text("1", encoding="utf-8")
    except OSError:
        pytest.skip("no such names here")
    assert ([], [name], [("lab-name", "labs/x\\x1b[2J\\r\\u202e\\x9b.py", False)]) == found(labs)


def test_too_much_is_refused_before_it_is_read(labs: Path) -> None:
    (labs / "long.py").write_bytes(b"#" * 200_001)
    with (labs / "sparse.bin").open("wb") as stream:
        stream.truncate(1 << 40)
    assert [("too-large", "labs/long.py", True), ("too-large", "labs/sparse.bin", True)] == found(labs)[2]


def test_a_crowd_of_files_is_refused(labs: Path) -> None:
    for number in range(MOST_FILES + 5):
        (labs / f"{number}.txt").touch()
    assert [("too-large", "labs", True)] == found(labs)[2]


def test_what_is_not_utf_8_never_runs_whatever_it_claims_to_be(labs: Path) -> None:
    (labs / "pitch.py").write_bytes(b"# coding: latin-1\nWHO = '\xe9'\n")
    assert ([], [], [("not-utf-8", "labs/pitch.py", True)]) == found(labs)
    # Read as it claims, the comment would end the line.
    (labs / "pitch.py").write_bytes(b"# coding: raw_unicode_escape\nWHO = 1\n# \\u000aWHO = 2\n")
    assert 1 == import_foreign(read_own_code(labs.parent).code, "pitch").WHO


def test_a_folder_that_is_no_course_has_none(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere", Path("a\0b"), tmp_path / ("x" * 300)):
        assert ((), ()) == (read_own_code(folder).code.modules, read_own_code(folder).findings)


# -- what is agreed to ------------------------------------------------------------------------------------------------


def test_a_digest_depends_on_names_and_content_and_not_on_the_place(labs: Path, tmp_path: Path) -> None:
    (labs / "pitch.py").write_text("1", encoding="utf-8")
    digests = [digest_of(read_own_code(labs.parent).code)]
    moved = labs.parent.rename(tmp_path / "moved") / "labs"
    assert digests == [digest_of(read_own_code(moved.parent).code)]
    changes: list[Callable[[], object]] = [
        lambda: (moved / "pitch.py").write_text("2", encoding="utf-8"),
        lambda: (moved / "pitch.py").rename(moved / "other.py"),
        lambda: (moved / "notes.csv").write_text("1", encoding="utf-8"),
        lambda: (moved / "notes.csv").rename(moved / "notes.txt"),
    ]
    for change in changes:
        change()
        digests.append(digest_of(read_own_code(moved.parent).code))
    assert len(changes) + 1 == len(set(digests))
    assert "" == digest_of(ForeignCode())


def test_it_is_plain_data_for_another_process(labs: Path) -> None:
    (labs / "pitch.py").write_text("1", encoding="utf-8")
    code = read_own_code(labs.parent).code
    assert (str(labs), (("pitch", b"1"),), ()) == tuple(code)
    assert code == pickle.loads(pickle.dumps(code))
    assert {code}


# -- importing --------------------------------------------------------------------------------------------------------


def test_a_module_imports_its_neighbour_from_the_same_bytes(tmp_path: Path) -> None:
    code = code_of(tmp_path, one="from .two import WHO\nfrom . import two", two="WHO = __file__")
    one = import_foreign(code, "one")
    assert str(tmp_path / "two.py") == one.WHO == one.two.WHO
    assert one is import_foreign(code, "one")
    assert one is not import_foreign(code._replace(folder=str(tmp_path / "elsewhere")), "one")


def test_a_module_reads_the_data_beside_it_as_the_tutors_own_do(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("440", encoding="utf-8")
    source = (
        "from importlib import resources\nA = resources.files(__package__).joinpath('notes.csv').read_text('utf-8')"
    )
    by_file = "import pathlib\nA = pathlib.Path(__file__).with_name('notes.csv').read_text('utf-8')"
    code = code_of(tmp_path, one=source, two=by_file)
    assert ("440", "440") == (import_foreign(code, "one").A, import_foreign(code, "two").A)


def test_nothing_is_looked_for_on_disk(tmp_path: Path) -> None:
    evil = tmp_path / "evil.py"
    evil.write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()", encoding="utf-8")
    (tmp_path / "package").mkdir()
    shutil.copy(evil, tmp_path / "package" / "__init__.py")
    for name in ("evil", "package", "package.evil", "nothing"):
        code = code_of(tmp_path, one=f"from .{name} import x")
        with pytest.raises(ModuleNotFoundError):
            import_foreign(code, "one")
        with pytest.raises(ModuleNotFoundError):
            import_foreign(code, name)
    assert not (tmp_path / "ran").exists()
    assert not list(tmp_path.rglob("__pycache__"))


def test_what_is_shown_of_a_module_is_what_runs(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("def lie():\n    return 2\n", encoding="utf-8")
    code = code_of(tmp_path, one="# \x0c a form feed ends no line\r\ndef truth():\r\n    return 1 / 0\r\n")
    module = import_foreign(code, "one")
    linecache.checkcache()
    assert "def truth():\n    return 1 / 0\n" == inspect.getsource(module.truth)
    with pytest.raises(ZeroDivisionError) as raised:
        module.truth()
    assert f'File "{file}", line 3, in truth\n    return 1 / 0' in "".join(traceback.format_exception(raised.value))


# -- a course ---------------------------------------------------------------------------------------------------------


def test_nothing_of_a_course_runs_that_was_not_handed_in(folder: Path, tmp_path: Path) -> None:
    lab = folder / "labs" / "crowd.py"
    leave_a_mark(lab, tmp_path)
    with pytest.raises(CourseError, match="nobody has agreed to run it"):
        load_course(folder)
    with pytest.raises(CourseError, match="nobody has agreed to run it"):
        load_lesson(load_outline(folder), "gate")
    read_course(folder, run_labs=False)
    read_course(folder, own=read_own_code(folder), run_labs=False)
    assert not (tmp_path / "ran").exists()


def test_what_changed_since_it_was_handed_in_does_not_run(folder: Path, tmp_path: Path) -> None:
    own = read_own_code(folder)
    lab = folder / "labs" / "crowd.py"
    leave_a_mark(lab, tmp_path)
    assert () == read_course(folder, own=own).findings
    assert load_lesson(load_outline(folder, own=own), "gate").steps
    assert load_lesson(replace(load_outline(folder), own=own), "gate").steps
    assert not (tmp_path / "ran").exists()
    read_course(folder, own=read_own_code(folder))
    assert (tmp_path / "ran").exists()


@NEEDS_LINKS
def test_where_one_thing_is_refused_nothing_runs(folder: Path, tmp_path: Path) -> None:
    lab = folder / "labs" / "crowd.py"
    leave_a_mark(lab, tmp_path)
    (folder / "labs" / "other.py").symlink_to("crowd.py")
    reading = read_course(folder, own=read_own_code(folder))
    assert ["link"] == [finding.kind for finding in reading.findings if finding.severe]
    with pytest.raises(CourseError, match="This is a link"):
        load_lesson(load_outline(folder, own=read_own_code(folder)), "gate")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "name",
    ["__pycache__/evil", "sub/evil", "../other/evil", "a.b", "./crowd", "crowd.py", "sub\\\\evil", "\\x1b[2Jcrowd"],
)
def test_a_name_that_is_no_plain_one_is_a_finding_and_nothing_runs(folder: Path, tmp_path: Path, name: str) -> None:
    evil = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    for place in ("labs/__pycache__", "labs/sub", "other", "labs/a"):
        (folder / place).mkdir()
        for stem in ("evil", "b", "__init__"):
            (folder / place / f"{stem}.py").write_text(evil, encoding="utf-8")
    (folder / "labs" / "a.b.py").write_text(evil, encoding="utf-8")
    lesson = folder / EN
    lesson.write_text(lesson.read_text("utf-8").replace("use: crowd:gate", f'use: "{name}:gate"'), encoding="utf-8")
    assert name in lesson.read_text("utf-8")
    findings = read_course(folder, own=read_own_code(folder)).findings
    (finding,) = [one for one in findings if one.kind == "lab-name" and one.place.file == EN]
    assert (finding.severe and "Did you mean 'crowd'?" in finding.message) or "It can be" in finding.message
    assert finding.message.isprintable()
    assert not (tmp_path / "ran").exists()


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, database=None)
def test_courses_with_odd_names_links_and_layouts_never_run_unasked(chance: Random) -> None:
    layout = layout_of(chance)
    with TemporaryDirectory() as home:
        assert [] == list(attempt(layout, Path(home)))
