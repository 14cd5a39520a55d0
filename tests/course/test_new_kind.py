"""A new kind of question is one file: here one that is not part of the tutor is put beside the others and asked."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import tutor
from tests.linting import lint_screens
from tests.trusted import course_in, reading_of
from tutor.chart.palette import DARK
from tutor.course import kinds
from tutor.course.convert.anki import cards_of
from tutor.course.entry import Options
from tutor.course.kinds.draft import Kind
from tutor.course.live import prose_text
from tutor.course.questions import Asked, Question, Unreadable
from tutor.course.schema import quiz_schema
from tutor.learner.skills import questions_to_test_out
from tutor.render.look import Look
from tutor.render.page import question_lines
from tutor.render.room import Room

from .conftest import linted
from .matching_known import MATCH, QUIZ, ask_to_match, matching_known
from .test_loader import replace

PACKAGE = Path(tutor.__file__).parent
OWN = PACKAGE / "course" / "kinds"


@pytest.fixture
def matching() -> Iterator[type[Kind]]:
    """The kind, known as long as the test runs."""
    with matching_known() as kind:
        yield kind


@pytest.fixture
def asking(folder: Path, matching: type[Kind]) -> Path:  # noqa: ARG001 - it has to be known
    """The small course, with a question of the new kind."""
    ask_to_match(folder)
    return folder


@pytest.fixture
def asked(asking: Path) -> Asked:
    """The question, put."""
    return next(one for _, _, one in course_in(asking).all_questions() if one.id == "which-is-which").ask(0)


def said(asked: Asked, response: str, language: str = "en") -> tuple[bool | None, str, str]:
    """Return (right, what is said, the mistake); right is None for what cannot be read."""
    feedback = asked.grade(response, language)
    if isinstance(feedback, Unreadable):
        return None, feedback.say, ""
    text = prose_text(feedback.say.in_(language), {}, None, language) if feedback.say is not None else ""
    return feedback.right, text, feedback.mistake


def test_a_course_that_asks_it_has_nothing_to_mend(asking: Path) -> None:
    assert () == linted(asking)
    assert () == lint_screens(reading_of(asking, strict=True))


def test_it_is_graded_and_each_mistake_meets_its_explanation(asked: Asked) -> None:
    assert (True, "", "") == said(asked, "0,1,2")
    assert (False, "Prior is earlier.", "term-1-meaning-2") == said(asked, "1,0,2")
    assert (False, "편지는 그것을 바꿉니다.", "term-2-meaning-3") == said(asked, "0,2,1", "ko")
    assert (False, "Think of the time.", "") == said(asked, "2,1,0")
    for response in ("", "0,1", "0,0,1", "0,1,3", "prior"):
        assert (None, "Put a meaning beside every term.", "") == said(asked, response)


def test_it_is_spelled(asked: Asked) -> None:
    assert "prior: the letter, posterior: before the letter, evidence: after the letter" == asked.question.spell(
        asked, "2,0,1", "en"
    )
    answer = asked.question.spell_answer(asked, "ko")
    assert "사전: 편지 전, 사후: 편지 후, 증거: 편지" == answer


def test_it_is_shown_with_its_terms_fixed_and_its_meanings_moved(asked: Asked) -> None:
    entry = asked.question.entry(asked)
    assert isinstance(entry, Options)
    assert "order" == entry.mode
    assert [0, 1, 2] == sorted(entry.shown) != list(entry.shown)

    def rows(order: tuple[int, ...]) -> list[str]:
        return [prose_text(entry.row(place, option).in_("en"), {}, None, "en") for place, option in enumerate(order)]

    assert ["prior → the letter", "posterior → before the letter", "evidence → after the letter"] == rows((2, 0, 1))
    # The prompt and three rows.
    look = Look(DARK, "en")
    assert 4 == len(question_lines(asked, 60, look, Room(120, 36)))
    assert 7 == len(question_lines(asked, 24, look, Room(60, 36)))


def test_what_does_not_hold_of_it_is_found(asking: Path) -> None:
    first = "    - {term: 1, meaning: 2"
    replace(QUIZ, first, f"    - {{term: 2, meaning: 1, say: x}}\n{first}")(asking)
    found = {(one.kind, one.message) for one in linted(asking) if one.kind == "mistake-unheard"}
    message = "The mistake of term 1 gives 1,0,2, but it meets the explanation of term-2-meaning-1. "
    assert {("mistake-unheard", message + "Choose numbers that keep them apart, or delete one of them.")} == found
    replace(QUIZ, "{term: 1, meaning: 2", "{term: 1, meaning: 1")(asking)
    assert ["wrong-value"] == [one.kind for one in linted(asking)]


def test_it_is_in_the_schema_and_its_name_among_the_kinds(asked: Asked, matching: type[Kind]) -> None:
    question = {
        "id": "x",
        "kind": "matching",
        "prompt": "Which?",
        "pairs": [{"term": "a", "meaning": "b"}, {"term": "c", "meaning": "d"}],
        "otherwise": "No.",
    }
    validator = Draft7Validator(quiz_schema())
    assert validator.is_valid([question])
    assert not validator.is_valid([{**question, "pairs": question["pairs"][:1]}])
    assert not validator.is_valid([{**question, "kind": "matchign"}])
    assert isinstance(asked.question, matching)


def test_it_becomes_a_card_and_may_be_asked_in_a_check(asking: Path) -> None:
    lesson = course_in(asking).lessons[0]
    cards, remarks = cards_of("small", lesson, "en")
    (card,) = [card for card in cards if "which-is-which" in card.key]
    assert 3 == card.front.count("<li>")
    assert "evidence → " in card.front
    assert "prior: before the letter" in card.back
    assert () == remarks
    # Of the questions of its step, the blank comes later and is as hard to get right by luck.
    assert "rule-name" == questions_to_test_out(lesson)[-1].id


def test_without_its_file_it_is_unknown(folder: Path) -> None:
    assert "matching" not in kinds.KINDS
    with (folder / QUIZ).open("a", encoding="utf-8") as quiz:
        quiz.write(MATCH)
    assert "wrong-value" in {one.kind for one in linted(folder)}


# who knows a kind by its class


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def own_classes() -> set[str]:
    """Return the names of the classes of questions that the tutor has."""
    modules = [importlib.import_module(f"tutor.course.kinds.{file.stem}") for file in OWN.glob("[a-z]*.py")]
    return {
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, (Question, Kind)) and value not in (Question, Kind)
    }


def known_in(file: Path, classes: set[str]) -> Iterator[str]:
    """Yield what a file takes from the files of kinds, and every name of a class of questions that stands in it."""
    source = file.read_text(encoding="utf-8")
    # Of most files these words tell that they know no kind: to take one apart takes time.
    named = re.search(rf"course\.kinds|\.kind\b|\b({'|'.join(classes)})\b", source)
    for node in ast.walk(ast.parse(source)) if named else ():
        match node:
            case ast.ImportFrom(module="tutor.course.kinds.draft" | "tutor.course.kinds"):
                taken = {name.name for name in node.names} - {"Draft", "Kind", "KINDS"}
                yield from (f"{name_of(file)}:{node.lineno} imports {name}" for name in taken)
            case ast.ImportFrom(module=str(module)) if module.startswith("tutor.course.kinds"):
                yield f"{name_of(file)}:{node.lineno} imports from {module}"
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in classes:
                yield f"{name_of(file)}:{node.lineno} names {name}"
            case ast.Compare(left=ast.Attribute(attr="kind"), comparators=[ast.Constant(value=str(name))]):
                if name in kinds.KINDS:
                    yield f"{name_of(file)}:{node.lineno} asks for {name!r}"


# That a response was a guess stands in the record by its kind; a draft is written from another format.
ASK_BY_NAME = {"course/questions.py", "learner/attempts.py", "course/convert/draft.py"}
# Questions about words are made of the glossary, as choices: what makes a question names its kind.
MAKES = "course/vocabulary.py"


def test_no_one_else_asks_for_the_class_of_a_question() -> None:
    classes = own_classes()
    assert {"NumberQuestion", "ChoiceQuestion", "PredictQuestion", "SettingQuestion"} <= classes
    files = [file for file in PACKAGE.rglob("*.py") if OWN not in file.parents and name_of(file) != MAKES]
    found = [known for file in files for known in known_in(file, classes)]
    assert [] == [known for known in found if not ("asks for" in known and known.split(":")[0] in ASK_BY_NAME)]


def test_the_question_itself_is_abstract() -> None:
    assert {"entry", "grade", "right_response", "prove"} == Question.__abstractmethods__
    assert {"build"} == Kind.__abstractmethods__
    for name, kind in kinds.KINDS.items():
        assert name == kind.KIND
        assert not getattr(kind, "__abstractmethods__", None)
