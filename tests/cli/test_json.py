"""What programs read: `--json` has a shape that stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.paths import record_path
from tutor.learner.places import Visit
from tutor.learner.store import Store

from .conftest import NOW, TOUR, Answer, Tutor

README = Path(__file__).parent.parent.parent / "README.md"

COUNT = {"type": "integer", "minimum": 0}
TEXT = {"type": "string"}


def closed(**properties: object) -> dict[str, object]:
    """Return the schema of an object with these entries, all of them and no other."""
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}


def several(items: dict[str, object]) -> dict[str, object]:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


LIST = closed(
    format={"const": 1},
    course=TEXT,
    title=TEXT,
    languages=several(TEXT),
    lessons=several(
        closed(
            lesson=TEXT,
            number={"type": "integer", "minimum": 1},
            title=TEXT,
            steps=COUNT,
            done=COUNT,
            outline=several(closed(step=TEXT, title=TEXT, mark={"enum": ["new", "begun", "done"]})),
        )
    ),
)
CHECK = closed(
    format={"const": 1},
    errors=COUNT,
    warnings=COUNT,
    findings=several(
        closed(
            file=TEXT,
            line={"type": "integer", "minimum": 1},
            column={"type": "integer", "minimum": 1},
            severity={"enum": ["error", "warning"]},
            kind=TEXT,
            message=TEXT,
        )
    ),
)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("more", [(), ("--steps",)])
def test_the_list_has_its_shape_whatever_is_asked_besides(
    tutor: Tutor, answer: Answer, language: str, more: tuple[str, ...]
) -> None:
    answer("height-at")
    said = tutor("list", TOUR, "--json", "--lang", language, *more)
    assert (0, "") == (said.code, said.err)
    entry = json.loads(said.out)
    jsonschema.validate(entry, LIST)
    line, film = entry["lessons"]
    assert ("tour", "line", 1, 2) == (entry["course"], line["lesson"], line["number"], film["number"])
    assert {"en": "A line", "ko": "직선"}[language] == line["title"]
    assert all(lesson["steps"] == len(lesson["outline"]) for lesson in entry["lessons"])


def test_the_list_says_the_same_as_its_marks(tutor: Tutor, answer: Answer, home: Path) -> None:
    answer("height-at")
    answer("one-of-three", right=False)
    with Store.open(record_path({"TUTOR_HOME": str(home)}), clock=lambda: NOW) as store:
        for step in ("move", "choose"):
            store.save_visit(Visit(step, "tour", "line", step, NOW))
    entry = json.loads(tutor("list", TOUR, "--json").out)
    marks = {"new": "○", "begun": "◐", "done": "●"}
    shown = [f"      {marks[s['mark']]} {s['step']}: {s['title']}" for one in entry["lessons"] for s in one["outline"]]
    printed = tutor("list", TOUR, "--steps").out.splitlines()
    assert shown == [line for line in printed if line.startswith("      ")]
    line = entry["lessons"][0]
    assert 1 == line["done"]
    assert {"move": "done", "choose": "begun"} == {s["step"]: s["mark"] for s in line["outline"] if s["mark"] != "new"}


def test_findings_are_json_on_the_standard_output(tutor: Tutor, tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "course.yaml").write_text("format: 1\nid: x\n", encoding="utf-8")
    said = tutor("check", tmp_path / "course", "--json")
    assert (1, "") == (said.code, said.err)
    entry = json.loads(said.out)
    jsonschema.validate(entry, CHECK)
    assert entry["errors"] == sum(one["severity"] == "error" for one in entry["findings"]) > 0
    assert said == tutor("check", tmp_path / "course", "--format", "json")


def broken(course: Path, how: str) -> None:
    """Break a course."""
    if how == "no course.yaml":
        course.mkdir()
    elif how == "no YAML":
        course.mkdir()
        (course / "course.yaml").write_text("[", encoding="utf-8")
    elif how == "a link among its Python":
        course.mkdir()
        text = "format: 1\nid: x\ntitle: x\nlanguages: [en]\nlessons: [01-x]\n"
        (course / "course.yaml").write_text(text, encoding="utf-8")
        (course / "labs").mkdir()
        (course / "labs" / "x.py").symlink_to("/dev/null")


@pytest.mark.parametrize("form", [(), ("--json",), ("--format", "github")])
@pytest.mark.parametrize("how", ["no course.yaml", "no YAML", "a link among its Python"])
def test_findings_of_any_course_go_where_a_pipe_reads_them(
    tutor: Tutor, tmp_path: Path, how: str, form: tuple[str, ...]
) -> None:
    broken(tmp_path / "course", how)
    said = tutor("check", tmp_path / "course", *form)
    assert (1, "") == (said.code, said.err)
    assert "error" in said.out


def test_the_readme_shows_every_key_of_the_list() -> None:
    text = README.read_text(encoding="utf-8")
    (block,) = re.findall(r"```json\n(.+?)```", text, re.DOTALL)
    jsonschema.validate(json.loads(block), LIST)
