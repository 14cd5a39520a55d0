"""`tutor check`: formats, exit codes, and the consent before a foreign course's Python is run."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tutor.cli import processes
from tutor.cli.world import course_folder
from tutor.course.consent import Consents
from tutor.course.owncode import read_own_code
from tutor.foreign import digest_of
from tutor.lab import Lab, Result, Value
from tutor.worker import guards

from .conftest import Tutor

pytestmark = pytest.mark.usefixtures("unheld")

EN = "01-twelve-keys/lesson.en.md"
RUNS = "__import__('pathlib').Path(__file__).parents[2].joinpath('ran').touch()\n"
"""Python that leaves a trace beside the course when it is run."""


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def wary(tuning: Path) -> Path:
    """The example course with a lab that leaves a trace."""
    lab = tuning / "labs" / "pitch.py"
    text = lab.read_text(encoding="utf-8")
    lab.write_text(text.replace("import numpy", RUNS + "import numpy", 1), encoding="utf-8")
    return tuning


def has_run(course: Path) -> bool:
    return (course.parent / "ran").exists()


def test_a_whole_course_ends_with_0(tutor: Tutor, tuning: Path) -> None:
    said = tutor("check", "--trust", "--strict", tuning)
    assert (0, "Nothing to mend.\n", "") == (said.code, said.out, said.err)


def test_an_error_ends_with_1_and_names_file_line_column_and_mend(tutor: Tutor, tuning: Path) -> None:
    changed(tuning / EN, "{{ octave }}", "{{ octaev }}")
    said = tutor("check", "--trust", tuning)
    assert 1 == said.code
    lines = (tuning / EN).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "octaev" in text)
    column = lines[line - 1].index("{{ octaev") + 1
    assert f"{EN}:{line}:{column}: error: 'octaev' is no readout or parameter here. Did you mean 'octave'?" in said.out
    assert said.out.endswith("errors: 1, warnings: 1\n")


@pytest.mark.parametrize("chosen", [{"LANG": "ko_KR.UTF-8"}, {}])
def test_findings_are_in_the_chosen_language_and_in_one_order(
    tutor: Tutor, tuning: Path, chosen: dict[str, str]
) -> None:
    changed(tuning / EN, "{{ octave }}", "{{ octaev }}")
    changed(tuning / "course.yaml", "format: 1", "format: 1\nfromat: 1")
    (tuning / "notes.txt").write_text("later", encoding="utf-8")
    language = () if chosen else ("--lang", "ko")
    text = tutor("check", *language, "--trust", tuning, **chosen)
    assert f"{EN}:" in text.out
    assert ": 오류: 여기에 'octaev'라는 측정값이나 매개변수가 없습니다. 혹시 'octave'인가요? [unknown-name]" in text.out
    assert ": 오류: 'fromat'는 강좌의 필드가 아닙니다. 혹시 'format'인가요? [unknown-field]" in text.out
    assert ": 경고: 이것을 읽는 곳이 없습니다." in text.out
    found = json.loads(tutor("check", *language, "--trust", "--json", tuning, **chosen).out)["findings"]
    assert "여기에 'octaev'라는 측정값이나 매개변수가 없습니다. 혹시 'octave'인가요?" in {
        one["message"] for one in found
    }
    assert (
        "::'fromat'는 강좌의 필드가 아닙니다." in tutor("check", *language, "--format", "github", tuning, **chosen).out
    )
    plain = json.loads(tutor("check", "--trust", "--json", tuning).out)["findings"]
    assert "'octaev' is no readout or parameter here. Did you mean 'octave'?" in {one["message"] for one in plain}
    assert [one | {"message": ""} for one in plain] == [one | {"message": ""} for one in found]


def test_a_course_that_cannot_be_opened_says_why_in_the_chosen_language(tutor: Tutor, tuning: Path) -> None:
    changed(tuning / "course.yaml", "format: 1", "format: 1\nfromat: 1")
    said = tutor("list", tuning, "--lang", "ko")
    assert 1 == said.code
    assert "course.yaml:" in said.err
    assert ": 오류: 'fromat'는 강좌의 필드가 아닙니다. 혹시 'format'인가요? [unknown-field]" in said.err


def test_warnings_alone_end_with_0_and_with_1_where_they_count(tutor: Tutor, tuning: Path) -> None:
    (tuning / "notes.txt").write_text("later", encoding="utf-8")
    said = tutor("check", "--trust", tuning)
    assert (0, True) == (said.code, "warning: Nothing reads this" in said.out)
    assert 1 == tutor("check", "--trust", "--strict", tuning).code


@pytest.mark.parametrize("words", [["--format", "xml"], ["--nonsense"], ["one", "two"]])
def test_wrong_use_ends_with_2(tutor: Tutor, words: list[str]) -> None:
    said = tutor("check", *words)
    assert 2 == said.code
    assert "usage: tutor check" in said.err


def test_a_folder_that_is_not_there_is_wrong_use(tutor: Tutor, tmp_path: Path) -> None:
    said = tutor("check", tmp_path / "nowhere")
    assert (2, True) == (said.code, "There is no folder" in said.err)


def test_help_says_what_the_exit_codes_mean(tutor: Tutor) -> None:
    said = tutor("check", "--help")
    assert 0 == said.code
    text = said.out
    assert all(re.search(rf"^  {code}  ", text, re.MULTILINE) for code in (0, 1, 2))


def test_json_holds_every_finding(tutor: Tutor, tuning: Path) -> None:
    changed(tuning / EN, "{{ octave }}", "{{ octaev }}")
    (tuning / "notes.txt").write_text("later", encoding="utf-8")
    said = tutor("check", "--trust", "--format", "json", tuning)
    answer = json.loads(said.out)
    assert (1, 1, 2) == (answer["format"], answer["errors"], answer["warnings"])
    by_kind = {finding["kind"]: finding for finding in answer["findings"]}
    assert {"unknown-name", "stray-file", "languages-drift"} == set(by_kind)
    assert Path(by_kind["unknown-name"]["file"]).resolve() == (tuning / EN).resolve()
    assert {"file", "line", "column", "severity", "kind", "message"} == set(by_kind["stray-file"])
    assert "warning" == by_kind["stray-file"]["severity"]


def test_json_of_a_whole_course_is_json(tutor: Tutor, tuning: Path) -> None:
    answer = json.loads(tutor("check", "--trust", "--format", "json", tuning).out)
    assert {"format": 1, "errors": 0, "warnings": 0, "findings": []} == answer


def test_annotations_of_a_workflow(tutor: Tutor, tuning: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tuning.parent)
    changed(tuning / EN, "{{ octave }}", "{{ octave:.0% }} {{ octaev }}")
    said = tutor("check", "--trust", "--format", "github", "tuning")
    assert 1 == said.code
    error = next(line for line in said.out.splitlines() if line.startswith("::error"))
    pattern = (
        r"::error file=tuning/01-twelve-keys/lesson\.en\.md,line=\d+,col=\d+,title=unknown-name::'octaev' is no .*"
    )
    assert re.fullmatch(pattern, error)


def test_what_a_workflow_would_read_as_its_own_is_escaped(tutor: Tutor, tuning: Path, tmp_path: Path) -> None:
    odd = tuning.rename(tmp_path / "odd, 100%: names")
    (odd / "notes.txt").write_text("later", encoding="utf-8")
    said = tutor("check", "--trust", "--format", "github", odd)
    assert "odd%2C 100%25%3A names/notes.txt,line=1" in said.out


# -- consent ----------------------------------------------------------------------------------------------------------


def test_without_a_terminal_nothing_foreign_is_run_unless_it_is_trusted(tutor: Tutor, wary: Path) -> None:
    said = tutor("check", wary)
    assert (2, False) == (said.code, has_run(wary))
    assert "labs/pitch.py" in said.err and "--trust" in said.err and "--no-labs" in said.err
    assert 0 == tutor("check", "--trust", wary).code
    assert has_run(wary)


@pytest.mark.parametrize(("typed", "runs"), [("y\n", True), ("ㅛ\n", True), ("n\n", False), ("\n", False), ("", False)])
def test_at_a_terminal_it_is_asked_first(tutor: Tutor, wary: Path, typed: str, runs: bool) -> None:
    said = tutor("check", wary, typed=typed)
    assert "[y/N]" in said.err
    assert runs == has_run(wary)
    assert (0 if runs else 2) == said.code


def test_the_consent_is_remembered_by_content(tutor: Tutor, wary: Path, tmp_path: Path) -> None:
    assert 0 == tutor("check", wary, typed="y\n").code
    again = tutor("check", wary)
    assert (0, "") == (again.code, again.err)
    # Moving the folder or changing its texts is no new Python.
    moved = wary.rename(tmp_path / "elsewhere")
    changed(moved / EN, "Press a key", "Press one key")
    assert "" == tutor("check", moved).err
    (tmp_path / "ran").unlink()
    changed(moved / "labs" / "pitch.py", "A = 440.0", "A = 441.0")
    assert (2, False) == (tutor("check", moved).code, has_run(moved))


def test_a_refusal_is_not_remembered_as_a_consent(tutor: Tutor, wary: Path) -> None:
    tutor("check", wary, typed="n\n")
    assert 2 == tutor("check", wary).code


def test_no_labs_never_runs_them_and_asks_nothing(tutor: Tutor, wary: Path) -> None:
    said = tutor("check", "--no-labs", wary, typed="")
    assert (0, "", False) == (said.code, said.err, has_run(wary))


def test_no_labs_still_reads_them(tutor: Tutor, wary: Path) -> None:
    changed(wary / "labs" / "pitch.py", "STEP = 2", "STEP = = 2")
    said = tutor("check", "--no-labs", wary)
    assert (1, False) == (said.code, has_run(wary))
    assert "labs/pitch.py:" in said.out and "SyntaxError" in said.out
    changed(wary / "labs" / "pitch.py", "STEP = = 2", "STEP = 2")
    changed(wary / EN, "use: pitch:beats", "use: pitch:beets")
    assert "Did you mean 'beats'?" in tutor("check", "--no-labs", wary).out


@pytest.mark.parametrize("words", [["show", "twelve-keys", "--course"], ["show", "home", "--course"]])
def test_a_screen_is_shown_after_the_same_question(tutor: Tutor, wary: Path, words: list[str]) -> None:
    assert (2, False) == (tutor(*words, wary).code, has_run(wary))
    said = tutor(*words, wary, "--trust")
    assert (0, True) == (said.code, "Twelve keys" in said.out)


def test_the_course_map_alone_needs_no_consent(tutor: Tutor, wary: Path) -> None:
    said = tutor("list", wary)
    assert (0, "", False) == (said.code, said.err, has_run(wary))


def test_a_course_without_python_is_not_asked_about(tutor: Tutor, tuning: Path) -> None:
    (tuning / "labs" / "pitch.py").unlink()
    assert "" == tutor("check", tuning).err


def test_a_data_folder_that_cannot_be_written_is_told_and_the_check_goes_on(
    tutor: Tutor, tuning: Path, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    said = tutor("check", "--trust", tuning)
    assert (0, True) == (said.code, "Cannot write" in said.err)


def test_a_damaged_record_of_consents_is_no_consent(tmp_path: Path, tuning: Path) -> None:
    path = tmp_path / "trusted-labs.txt"
    path.write_bytes(b"\xff\x00garbage\n" * 10)
    consents = Consents(path)
    code = read_own_code(tuning).code
    assert not consents.covers(code)
    consents.add(code)
    assert Consents(path).covers(code)


def test_a_new_file_a_new_name_and_new_content_are_all_other_labs(tuning: Path) -> None:
    digests = {digest_of(read_own_code(tuning).code)}
    helper = tuning / "labs" / "data" / "notes.csv"
    helper.parent.mkdir()
    helper.write_text("1", encoding="utf-8")
    digests.add(digest_of(read_own_code(tuning).code))
    helper.rename(helper.with_name("other.csv"))
    digests.add(digest_of(read_own_code(tuning).code))
    helper.with_name("other.csv").write_text("2", encoding="utf-8")
    digests.add(digest_of(read_own_code(tuning).code))
    assert 4 == len(digests)


def part_of_the_course(folder: Path, names: tuple[str, ...]) -> Path:
    """Return a copy of the built-in course that has these lessons alone."""
    whole = course_folder(None)
    for name in names:
        shutil.copytree(whole / name, folder / name)
    # What rests on what names steps of other lessons; it stands last.
    lines = (whole / "course.yaml").read_text(encoding="utf-8").partition("\nrests:")[0].splitlines()
    kept = [line for line in lines if not line.startswith("  - ") or line.removeprefix("  - ") in names]
    # The playground may be in another lesson.
    kept = [line for line in kept if not line.startswith("playground:")]
    (folder / "course.yaml").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "names",
    [("02-xor", "08-cost"), pytest.param((), marks=pytest.mark.walk)],
    ids=["two lessons", "all lessons"],
)
def test_each_file_of_the_built_in_course_is_read_once_and_each_lab_run_once_for_the_same_values(
    tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    lessons = part_of_the_course(tmp_path / "part", names) if names else course_folder(None)
    read, run = Counter[str](), Counter[object]()
    opened, called = io.open, Lab.__call__

    def open_counted(file: Any, *arguments: Any, **options: Any) -> Any:
        if lessons in Path(str(file)).parents:
            read[str(file)] += 1
        return opened(file, *arguments, **options)

    def call_counted(lab: Lab, **values: Value) -> Result:
        run[lab, tuple(lab.check(values).items())] += 1
        return called(lab, **values)

    monkeypatch.setattr(io, "open", open_counted)
    monkeypatch.setattr("builtins.open", open_counted)
    monkeypatch.setattr(Lab, "__call__", call_counted)
    assert "Nothing to mend.\n" == tutor("check", lessons, "--processes", 1).out
    texts = {str(path) for path in (*lessons.glob("*/*"), *lessons.glob("*.yaml"))}
    assert dict.fromkeys(texts, 1) == read
    # Once more where it opens: whether a lab is pure, only a second run tells.
    once_more = [lab for (lab, _), times in run.items() if times == 2]
    assert {1, 2} == set(run.values())
    assert len(once_more) == len(set(once_more))


# processes


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_in_two_processes_it_finds_what_it_finds_in_one(tutor: Tutor, tmp_path: Path) -> None:
    lessons = part_of_the_course(tmp_path / "part", ("08-cost",))
    changed(lessons / "08-cost" / "lesson.ko.md", "{{ ", "{{ no.")
    changed(lessons / "08-cost" / "quiz.yaml", "lab: ", "lab: un")
    one, two = (tutor("check", "--json", lessons, "--processes", count) for count in (1, 2))
    assert 1 == one.code
    assert one == two
    assert {"bad-live", "unknown-lab"} <= {found["kind"] for found in json.loads(one.out)["findings"]}


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_a_course_brings_along_runs_in_each_of_them(tutor: Tutor, tuning: Path) -> None:
    line = "def scale(keys: float) -> Result:\n"
    changed(tuning / "labs" / "pitch.py", line, f"{line}    1 / (24 - keys)\n")
    one, three = (tutor("check", "--trust", tuning, "--processes", count) for count in (1, 3))
    assert "labs/pitch.py" in one.out
    assert "ZeroDivisionError" in one.out
    assert one == three


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_where_one_of_its_processes_is_ended_it_says_so(
    tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lessons = part_of_the_course(tmp_path / "part", ("08-cost",))
    monkeypatch.setattr(processes, "found_in", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    said = tutor("check", lessons, "--processes", 2)
    assert (2, "") == (said.code, said.out)
    assert "--processes 1" in said.err


# programs


FALLING = Path(__file__).parent.parent / "courses" / "falling"


@pytest.fixture
def falling(tmp_path: Path) -> Path:
    """A copy of the course about falling, in which programs are written."""
    return Path(shutil.copytree(FALLING, tmp_path / "falling"))


def test_a_course_made_from_the_guide_has_nothing_to_mend(tutor: Tutor, falling: Path) -> None:
    said = tutor("check", "--trust", "--strict", falling)
    assert (0, "Nothing to mend.\n", "") == (said.code, said.out, said.err)


def test_its_programs_run_for_no_longer_than_they_may(tutor: Tutor, falling: Path) -> None:
    quiz = falling / "01-free-fall" / "quiz.yaml"
    changed(quiz, "      mean_speed = (0 + g*t) / 2\n", "      mean_speed = (0 + g*t) / 2\n          while t: pass\n")
    said = tutor("check", "--trust", falling)
    assert 1 == said.code
    assert 1 == said.out.count("[right-refused]")


def test_without_the_systems_limits_a_program_from_elsewhere_runs_only_where_that_was_agreed_to(
    tutor: Tutor, falling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "are_active", lambda _guards: False)
    said = tutor("check", falling, typed="y\n")
    assert (0, 2) == (said.code, said.out.count("[not-run]"))
    assert "Nothing to mend.\n" == tutor("check", "--trust", falling).out


def test_slips_are_counted_by_question(tutor: Tutor, tuning: Path) -> None:
    said = tutor("check", "--trust", "--slips", tuning)
    lines = said.out.splitlines()
    assert re.fullmatch(r"In all: \d+ of \d+ heard \(\d+%\)\.", lines[-1])
    assert any(re.fullmatch(r"[a-z-]+: \d+ of \d+ heard \(\d+%\)", line) for line in lines)
    heard, slips = map(int, re.findall(r"\d+", lines[-1])[:2])
    assert (heard >= 0.9 * slips) is (said.code == 0)
