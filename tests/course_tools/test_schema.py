"""The JSON Schemas against the loader: what the one takes, so does the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tutor.course.fields import Reader
from tutor.course.glossary import TERM, read_glossary
from tutor.course.kinds import KINDS
from tutor.course.labs import Labs
from tutor.course.lint import FINDING_KINDS
from tutor.course.loader import LAB_FIELDS
from tutor.course.new import TEMPLATE
from tutor.course.outline import COURSE_FIELDS, load_outline
from tutor.course.quiz import COMMON, read_quiz
from tutor.course.schema import SCHEMAS, course_schema, glossary_schema, lab_schema, quiz_schema
from tutor.course.source import Files, Findings, Source
from tutor.course.yaml import parse_yaml, plain

from .conftest import TUNING, Tutor
from .reference import ROOT

COURSES = [
    ROOT / "lessons",
    TUNING,
    *(ROOT / "tests" / name for name in ("courses/falling", "tour", "course/data/small")),
]
QUIZZES = sorted(path for course in COURSES for path in course.glob("*/quiz.yaml"))
STRUCTURE = {"unknown-field", "missing-field", "wrong-value", "too-few"} & set(FINDING_KINDS)
"""The kinds of finding that a schema can see as well."""


def values_of(path: Path) -> Any:
    """Return a YAML file as the loader reads it: not as YAML's own types would have it."""
    node = parse_yaml(Source(path.name, path.read_text(encoding="utf-8")), Findings())
    assert node is not None
    return plain(node)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("path", QUIZZES, ids=lambda path: path.parent.name)
def test_every_quiz_that_loads_fits(path: Path) -> None:
    assert [] == [error.message for error in Draft7Validator(quiz_schema()).iter_errors(values_of(path))]


@pytest.mark.parametrize("course", COURSES, ids=lambda path: path.name)
def test_every_course_file_that_loads_fits(course: Path) -> None:
    errors = Draft7Validator(course_schema()).iter_errors(values_of(course / "course.yaml"))
    assert [] == [error.message for error in errors]


@pytest.mark.parametrize("course", [ROOT / "lessons", TEMPLATE], ids=lambda path: path.name)
def test_every_glossary_that_loads_fits(course: Path) -> None:
    errors = Draft7Validator(glossary_schema()).iter_errors(values_of(course / "glossary.yaml"))
    assert [] == [error.message for error in errors]


def test_every_field_of_the_loader_is_described() -> None:
    quiz = quiz_schema()
    by_kind = {rule["if"]["properties"]["kind"]["const"]: rule["then"] for rule in quiz["items"]["allOf"]}
    assert set(KINDS) == set(by_kind)
    for name, kind in KINDS.items():
        fields = (*COMMON, *kind.FIELDS)
        assert {field.name: field.help("en") for field in fields} == {
            field: said["description"] for field, said in by_kind[name]["properties"].items()
        }
        assert {field.name for field in fields if field.required} == set(by_kind[name]["required"])
    assert set(COURSE_FIELDS) == set(course_schema()["properties"])
    assert set(LAB_FIELDS) == set(lab_schema()["properties"])
    assert {field.name: field.help("en") for field in TERM.fields} == {
        field: said["description"] for field, said in glossary_schema()["items"]["properties"].items()
    }


QUESTION: dict[str, Any] = {
    "id": "sum",
    "kind": "number",
    "prompt": {"en": "How much?", "ko": "얼마?"},
    "lab": "cost:mse",
    "at": {"W": 0},
    "answer": "cost",
}
OPTIONS = [{"text": "a", "right": True, "say": "yes"}, {"text": "b", "say": "no"}]
CHOICE: dict[str, Any] = {"id": "which", "kind": "choice", "prompt": "Which?", "options": OPTIONS}
CODE: dict[str, Any] = {
    "id": "write",
    "kind": "code",
    "prompt": "Write it.",
    "data": [{"x": 1.5}, {"x": [[1, 2], [3, True]]}],
    "solution": "def double(x):\n    return 2 * x\n",
}
WRONG = "def double(x):\n    return x\n"
CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (QUESTION, {}),
    (QUESTION, {"id": "Sum!"}),
    (QUESTION, {"id": 7}),
    (QUESTION, {"kind": "nmuber"}),
    (QUESTION, {"kind": None}),
    (QUESTION, {"prompt": ""}),
    (QUESTION, {"prompt": 12}),
    (QUESTION, {"prompt": ["How much?"]}),
    (QUESTION, {"lab": "cost"}),
    (QUESTION, {"answer": 4.67}),
    (QUESTION, {"answer": "residuals[0,1]"}),
    (QUESTION, {"answer": "cost + 1"}),
    (QUESTION, {"tolerance": {"abs": 0.5}}),
    (QUESTION, {"tolerance": {"abs": -1}}),
    (QUESTION, {"tolerance": {"rel": 2}}),
    (QUESTION, {"tolerance": 0.5}),
    (QUESTION, {"tolerence": {"abs": 0.5}}),
    (QUESTION, {"input": "percent"}),
    (QUESTION, {"input": "percentage"}),
    (QUESTION, {"hints": ["one", {"en": "two", "ko": "둘"}]}),
    (QUESTION, {"hints": "one"}),
    (QUESTION, {"mistakes": [{"answer": "sum_of_squares", "say": "no"}]}),
    (QUESTION, {"mistakes": [{"answer": "sum_of_squares"}]}),
    (QUESTION, {"mistakes": [{"answer": "sum_of_squares", "say": "no", "sya": "no"}]}),
    (QUESTION, {"vary": {"W": [0, 2]}}),
    (QUESTION, {"at": None, "vary": {"W": [0, 2]}}),
    (QUESTION, {"at": None, "vary": [{"W": 0}, {"W": 2}]}),
    (QUESTION, {"at": None, "vary": []}),
    (QUESTION, {"at": [0]}),
    (QUESTION, {"was": ["an-old-id"]}),
    (QUESTION, {"was": ["An old id"]}),
    (CHOICE, {}),
    (CHOICE, {"options": OPTIONS[:1]}),
    (CHOICE, {"options": [*OPTIONS, {"text": "c"}]}),
    (CHOICE, {"shuffle": True}),
    (CHOICE, {"shuffle": "often"}),
    (CHOICE, {"options": [{**OPTIONS[0], "right": "maybe"}, OPTIONS[1]]}),
    (CHOICE, {"kind": "choices"}),
    (CHOICE, {"kind": "predict"}),
    (CHOICE, {"kind": "order"}),
    (CHOICE, {"kind": "order", "options": None, "items": ["a", "b", "c"], "otherwise": "no"}),
    (CHOICE, {"kind": "order", "options": None, "items": ["a", "b"], "otherwise": "no"}),
    (CHOICE, {"kind": "blank", "options": None, "prompt": "A ___.", "accept": ["x"], "otherwise": "no"}),
    (CHOICE, {"kind": "blank", "options": None, "prompt": "A ___.", "accept": {"en": ["x"]}, "otherwise": "no"}),
    (CHOICE, {"kind": "blank", "options": None, "prompt": "A ___.", "accept": [], "otherwise": "no"}),
    (CHOICE, {"kind": "blank", "options": None, "prompt": "A ___.", "accept": ["x"]}),
    (CODE, {}),
    (CODE, {"solution": None}),
    (CODE, {"solution": 3}),
    (CODE, {"solution": " "}),
    (CODE, {"solution": [WRONG]}),
    (CODE, {"also": [WRONG]}),
    (CODE, {"also": WRONG}),
    (CODE, {"starter": WRONG, "blanks": "def double(x):\n    return 2 * ___\n"}),
    (CODE, {"starter": True}),
    (CODE, {"data": {"x": 1}}),
    (CODE, {"data": [{}]}),
    (CODE, {"data": [{"x": "moon"}]}),
    (CODE, {"data": [{"x": []}]}),
    (CODE, {"data": [{"x": [[[[1]]]]}]}),
    (CODE, {"data": [{"x": [[[[[1]]]]]}]}),
    (CODE, {"data": [{"x": {"y": 1}}]}),
    (CODE, {"lab": "cost:mse", "draws": {"cost": "x"}, "walks": True}),
    (CODE, {"lab": "cost:mse", "draws": {"cost": ["x"]}}),
    (CODE, {"draws": {"cost": []}}),
    (CODE, {"draws": {"cost": ["x", "x", "x"]}}),
    (CODE, {"draws": "cost"}),
    (CODE, {"draws": {}}),
    (CODE, {"walks": "often"}),
    (CODE, {"seconds": 5, "film": "x", "uses": ["earlier"]}),
    (CODE, {"seconds": 0}),
    (CODE, {"seconds": 600}),
    (CODE, {"uses": ["not an id"]}),
    (CODE, {"given": ["not a name"]}),
    (CODE, {"mistakes": [{"instead": "2 * x", "write": "x", "say": "no"}, {"code": WRONG, "say": "no"}]}),
    (CODE, {"mistakes": [{"code": WRONG}]}),
    (CODE, {"mistakes": [{"instead": ["2"], "write": "3", "say": "no"}]}),
]


@pytest.mark.parametrize(("question", "change"), CHANGES, ids=[str(change) for _, change in CHANGES])
def test_schema_and_loader_agree_on_what_a_question_may_hold(question: dict[str, Any], change: dict[str, Any]) -> None:
    changed = {name: value for name, value in {**question, **change}.items() if value is not None}
    # JSON is YAML.
    text = json.dumps([changed], ensure_ascii=False)
    findings = Findings()
    read_quiz(Source("quiz.yaml", text), Reader(findings, ("en", "ko")), Labs(Files(TUNING)))
    refused = any(finding.kind in STRUCTURE for finding in findings.found)
    assert refused == (not Draft7Validator(quiz_schema()).is_valid([changed])), findings.found


@pytest.mark.parametrize(
    ("block", "valid"),
    [
        ({"use": "cost:mse"}, True),
        ({"use": "cost:mse", "W": 2, "show": ["W"], "hidden": False}, True),
        ({"use": "xor:network", "hidden": 3, "h": "tanh", "p": [0.5, 0.5], "b": True}, True),
        ({"W": 2}, False),
        ({"use": "cost"}, False),
        ({"use": "cost:mse", "show": "W"}, False),
        ({"use": "cost:mse", "hidden": "yes"}, False),
        ({"use": "cost:mse", "W": {"low": 0}}, False),
    ],
)
def test_a_lab_block_names_its_lab_and_sets_parameters(block: dict[str, Any], valid: bool) -> None:
    assert valid == Draft7Validator(lab_schema()).is_valid(block)


Mutate = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    "mutate",
    [
        lambda course: course.pop("id"),
        lambda course: course.update(format=2),
        lambda course: course.update(langauges=["en"]),
        lambda course: course.update(languages=[]),
        lambda course: course.update(languages=["../x"]),
        lambda course: course.update(lessons="01-a"),
        lambda course: course.update(title=["x"]),
    ],
)
def test_a_course_file_that_does_not_load_does_not_fit(mutate: Mutate) -> None:
    course = values_of(TUNING / "course.yaml")
    mutate(course)
    assert not Draft7Validator(course_schema()).is_valid(course)


@pytest.mark.parametrize(
    "mutate",
    [
        lambda term: term.pop("means"),
        lambda term: term.update(meant="x"),
        lambda term: term.update(step="brake"),
        lambda term: term.update(also={"en": "stopping way"}),
        lambda term: term.update(term=["braking distance"]),
        lambda term: term.update(formula=""),
    ],
)
def test_a_term_that_does_not_load_does_not_fit(tmp_path: Path, mutate: Mutate) -> None:
    (term,) = values_of(TEMPLATE / "glossary.yaml")
    mutate(term)
    assert not Draft7Validator(glossary_schema()).is_valid([term])
    (tmp_path / "glossary.yaml").write_text(json.dumps([term], ensure_ascii=False), encoding="utf-8")
    findings = Findings()
    read_glossary(Files(tmp_path), ("en", "ko"), load_outline(TEMPLATE).lessons, findings)
    assert STRUCTURE | {"empty"} >= {finding.kind for finding in findings.found} != set()


@pytest.mark.parametrize("what", ["course", "quiz", "glossary", "lab"])
def test_the_command_prints_it(tutor: Tutor, what: str) -> None:
    said = tutor("schema", what)
    assert (0, SCHEMAS[what]()) == (said.code, json.loads(said.out))


def test_without_a_name_any_of_them_fits(tutor: Tutor) -> None:
    validator = Draft7Validator(json.loads(tutor("schema").out))
    assert validator.is_valid([QUESTION])
    assert validator.is_valid(values_of(TUNING / "course.yaml"))
    assert not validator.is_valid("nothing of the kind")
