"""What comes in from other formats, and what goes out to Anki."""

from __future__ import annotations

import random
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.trusted import course_in
from tutor.course.convert.anki import as_html, cards_of
from tutor.course.convert.draft import as_prose
from tutor.course.convert.quizdown import from_markdown
from tutor.course.convert.swirl import NotThisFormatError, from_swirl
from tutor.course.entry import Options
from tutor.course.kinds.blank import BlankQuestion
from tutor.course.kinds.choice import ChoiceQuestion
from tutor.course.kinds.choices import ChoicesQuestion
from tutor.course.kinds.number import NumberQuestion
from tutor.course.markdown import parse_markdown
from tutor.course.model import Lesson
from tutor.course.questions import Feedback, Question
from tutor.course.source import Findings, Source

from .conftest import TUNING, Tutor, linted
from .reference import ROOT

SWIRL = """\
- Class: meta
  Course: R Programming
  Lesson: Basic Building Blocks
  Author: A. Teacher
  Type: Standard
  Version: 2.2.11

- Class: text
  Output: In this lesson, we look at cars$mpgCity and at x <- 5 * 7.

- Class: cmd_question
  Output: R can be used as an interactive calculator. Add five and seven.
  CorrectAnswer: 5 + 7
  AnswerTests: omnitest(correctExpr='5 + 7')
  Hint: Use the plus sign.

- Class: mult_question
  Output: Which of these comes back?
  AnswerChoices: a vector;a list; nothing at all
  CorrectAnswer: a vector
  AnswerTests: omnitest(correctVal='a vector')
  Hint: Everything is one.

- Class: exact_question
  Output: How many months have 30 days or more?
  CorrectAnswer: 11
  AnswerTests: omnitest(correctVal=11)

- Class: text_question
  Output: Mean, median and mode are measures of ______ tendency.
  CorrectAnswer: central

- Class: figure
  Output: Here is a picture.
  Figure: plot.R
  FigureType: new

- Class: video
  Output: Do you want to watch it?
  VideoLink: https://example.org/video

- Class: script
  Output: Write a function.
  Script: f.R

- Class: hologram
  Output: Look around.
"""
PAGE = """\
---
quiz: on
---
# Python basics

An introduction with **strong words**.

## Numbers

<quiz>
Which of these are even? <!-- (1)! -->
- [x] 2
> Twice one.
- [ ] 3
> Three is odd.
- [X] 4
> Twice two.

Even numbers end in 0, 2, 4, 6 or 8.
</quiz>

<quiz>
What does this print?
```python
print("<quiz>")
```
* [x] a word
* [] nothing
</quiz>

## Words

!!! note
    A box.

<quiz>
The capital of France is [[Paris]], on the [[Seine]].
---
It has been so since 987.
</quiz>

<quiz>
2 + 2 = [[4]]
</quiz>

Braces: {{ version }}.
"""


def converted(
    tutor: Tutor, tmp_path: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[Lesson, str]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(text, encoding="utf-8")
    said = tutor("convert", name)
    assert (0, "") == (said.code, said.err)
    (course,) = (path for path in tmp_path.iterdir() if (path / "course.yaml").is_file())
    assert not [finding for finding in linted(course) if finding.severe]
    return course_in(course).lessons[0], said.out


def is_right(question: Question, response: str) -> bool:
    feedback = question.ask(0).grade(response, "en")
    return isinstance(feedback, Feedback) and feedback.right


def test_a_swirl_lesson_becomes_a_lesson(tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson, out = converted(tutor, tmp_path, "lesson.yaml", SWIRL, monkeypatch)
    assert ("basic-building-blocks", "Basic Building Blocks") == (lesson.id, lesson.title.in_("en"))
    command, choice, number, word = lesson.questions
    assert isinstance(command, BlankQuestion) and is_right(command, "5+7") and not is_right(command, "5*7")
    assert "Use the plus sign." == command.hints[0].in_("en").source
    assert isinstance(choice, ChoiceQuestion) and choice.shuffle
    assert ["a vector", "a list", "nothing at all"] == [option.text.in_("en").source for option in choice.options]
    assert is_right(choice, "0") and not is_right(choice, "2")
    assert isinstance(number, NumberQuestion) and is_right(number, "11") and not is_right(number, "12")
    assert isinstance(word, BlankQuestion) and is_right(word, "Central")
    prose = "\n".join(step.prose.in_("en").source for step in lesson.steps)
    assert "`cars$mpgCity`" in prose and "Here is a picture." in prose and "<https://example.org/video>" in prose
    # Every unit that did not come along whole is named with its line.
    for line, words in (
        (1, "A. Teacher"), (11, "5 + 7"), (17, "why it is right"), (24, "11"), (33, "plot.R"),
        (38, "example.org"), (42, "f.R"), (46, "hologram"),
    ):  # fmt: skip
        assert any(row.startswith(f"lesson.yaml:{line}: ") and words in row for row in out.splitlines()), (line, words)


def test_a_page_with_quizzes_becomes_a_lesson(tutor: Tutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson, out = converted(tutor, tmp_path, "page.md", PAGE, monkeypatch)
    assert ("python-basics", "Python basics") == (lesson.id, lesson.title.in_("en"))
    assert ["Part 1", "Numbers", "Words"] == [step.title.in_("en") for step in lesson.steps]
    even, printed, capital, four = lesson.questions
    assert isinstance(even, ChoicesQuestion) and is_right(even, "0,2") and not is_right(even, "0")
    assert ["Twice one.", "Three is odd.", "Twice two."] == [option.say.in_("en").source for option in even.options]
    assert even.explain is not None and even.explain.in_("en").source.startswith("Even numbers end")
    assert "Which of these are even?" == even.prompt.in_("en").source
    assert isinstance(printed, ChoiceQuestion) and 'print("<quiz>")' in printed.prompt.in_("en").source
    assert isinstance(capital, BlankQuestion) and is_right(capital, "paris")
    assert "The capital of France is ___, on the Seine." == capital.prompt.in_("en").source
    assert isinstance(four, NumberQuestion) and is_right(four, "4") and not is_right(four, "5")
    for at, words in (
        ("<quiz>\nWhat does", "why it is right"), ("!!! note", "note"), ("<quiz>\nThe capital", "Seine"),
        ("<quiz>\n2 + 2", "4"), ("Braces", "version"),
    ):  # fmt: skip
        line = PAGE[: PAGE.index(at)].count("\n") + 1
        assert any(row.startswith(f"page.md:{line}: ") and words in row for row in out.splitlines()), (line, words)


def test_a_converted_lesson_can_join_a_course(tutor: Tutor, tuning: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    said = tutor("convert", page, "--into", tuning)
    assert (0, "") == (said.code, said.err)
    course = course_in(tuning)
    assert ["twelve-keys", "python-basics"] == [lesson.id for lesson in course.lessons]
    assert 2 == tutor("convert", page, "--into", tuning, "--to", "paper", "x").code
    again = tutor("convert", page, "--into", tuning)
    assert (0, ["twelve-keys", "python-basics"]) != (again.code, [one.id for one in course_in(TUNING).lessons])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lesson.yaml", "no: list"),
        ("lesson.yaml", "- [unclosed"),
        ("lesson.yaml", ""),
        ("page.md", "# A page without a question\n"),
        ("page.md", ""),
    ],
)
def test_what_is_neither_is_refused(tutor: Tutor, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    said = tutor("convert", tmp_path / name)
    assert (1, True) == (said.code, "neither a swirl lesson nor" in said.err)
    assert [name] == [path.name for path in tmp_path.iterdir() if path.is_file()]


def test_where_a_file_stops_being_one_is_said_in_the_chosen_language(tutor: Tutor, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("a: [1\n", encoding="utf-8")
    said = tutor("convert", tmp_path / "odd.yaml", "--lang", "ko")
    assert said.err.endswith("대괄호나 중괄호가 닫히지 않았거나 쉼표가 빠졌습니다. [yaml]\n")
    assert "문서도 아닙니다. odd.yaml:2:1: 오류: YAML로 읽을 수 없습니다: " in said.err


def test_a_file_that_is_not_there_or_no_text_is_told(tutor: Tutor, tmp_path: Path) -> None:
    assert 2 == tutor("convert", tmp_path / "nothing.md").code
    (tmp_path / "page.md").write_bytes(b"caf\xe9")
    said = tutor("convert", tmp_path / "page.md")
    assert (1, True) == (said.code, "UTF-8" in said.err)


@pytest.mark.parametrize("seed", range(40))
def test_damaged_sources_convert_or_are_refused(seed: int) -> None:
    chance = random.Random(seed)
    for text, read, name in ((SWIRL, from_swirl, "lesson.yaml"), (PAGE, from_markdown, "page.md")):
        for _ in range(10):
            start = chance.randrange(len(text))
            damaged = (
                text[:start]
                + chance.choice(["", "- ", "```", "\n", "[[", "<quiz>\n", ": "])
                + text[start + chance.randrange(9) :]
            )
            try:
                draft = read(Source(name, damaged))
            except NotThisFormatError:
                continue
            assert all(remark.line >= 1 and remark.say("ko") for remark in draft.remarks)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain words.", "plain words."),
        ("cars$mpgCity, please", "`cars$mpgCity`, please"),
        ("(x <- c(1, 2))", "(x `<-` c(1, 2))"),
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("- neither", "\\- neither"),
        ("a ____ b", "a ____ b"),
        ("use `ls()`", "use `'ls()'`"),
    ],
)
def test_plain_text_shows_as_it_is(text: str, markdown: str) -> None:
    assert markdown == as_prose(text)


# -- Anki -------------------------------------------------------------------------------------------------------------


def notes_in(path: Path, tmp_path: Path) -> list[tuple[str, str, str]]:
    """Return (guid, front, back) of every note of a deck, read as Anki reads it: a zip with a database in it."""
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", tmp_path)
    database = sqlite3.connect(tmp_path / "collection.anki2")
    try:
        rows = database.execute("select guid, flds from notes order by id").fetchall()
    finally:
        database.close()
    return [(guid, *fields.split("\x1f")) for guid, fields in rows]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_lesson_becomes_a_deck(tutor: Tutor, tmp_path: Path, language: str) -> None:
    said = tutor(
        "convert", TUNING / "01-twelve-keys", "--to", "anki", tmp_path / "cards.apkg", "--trust", "--lang", language
    )
    assert (0, "") == (said.code, said.err)
    assert "find-the-fifth" in said.out
    notes = notes_in(tmp_path / "cards.apkg", tmp_path)
    # A prediction, four variants of a number, a choice and a blank; the setting has no card.
    assert 7 == len(notes) == len({guid for guid, _, _ in notes})
    fronts = [front for _, front, _ in notes]
    assert all(str(keys) in fronts[at] for at, keys in enumerate([24, 3, 5, 8, 10]))
    assert "523.2" in notes[1][2] and "2^(3/12)" in notes[1][2]
    assert 3 == fronts[5].count("<li>")
    assert {"en": "octave", "ko": "octave"}[language] in notes[6][2]
    assert not any("{{" in front + back for _, front, back in notes)


def test_the_same_lesson_again_is_the_same_cards(tutor: Tutor, tmp_path: Path) -> None:
    for name in ("one.apkg", "two.apkg"):
        tutor("convert", TUNING / "01-twelve-keys", "--to", "anki", tmp_path / name, "--trust")
    assert notes_in(tmp_path / "one.apkg", tmp_path) == notes_in(tmp_path / "two.apkg", tmp_path)


def test_prose_becomes_html_with_its_formulas_for_mathjax() -> None:
    question = course_in(TUNING).lessons[0].questions[1]
    text = (
        "**Is** $f < {{ keys }}$ & `a<b`?\n\n$$ x^2 $$\n\n- [one](https://example.org)\n\n| a |\n| - |\n| {{ keys }} |"
    )
    html = as_html(parse_markdown(text, Source("x", text), Findings()), question.ask(0), "en")
    assert (
        "<p><b>Is</b> \\(f &lt; 3\\) &amp; <code>a&lt;b</code>?</p><p>\\[x^2\\]</p>"
        '<ul><li><p><a href="https://example.org">one</a></p></li></ul>'
        "<table><tr><th>a</th></tr><tr><td>3</td></tr></table>"
    ) == html


def test_a_deck_needs_a_lesson_and_a_consent(tutor: Tutor, tmp_path: Path) -> None:
    assert 2 == tutor("convert", "no-such-lesson", "--to", "anki", tmp_path / "x.apkg").code
    assert 2 == tutor("convert", TUNING / "01-twelve-keys", "--to", "anki", tmp_path / "x.apkg").code
    assert not (tmp_path / "x.apkg").exists()
    said = tutor("convert", "cost", "--to", "anki", tmp_path / "no" / "folder" / "x.apkg")
    assert (1, True) == (said.code, "Cannot write" in said.err)


def test_a_card_has_its_options_in_the_order_in_which_a_lesson_shows_them() -> None:
    lesson = course_in(ROOT / "tests" / "course" / "data" / "small").lessons[0]
    (card,) = [card for card in cards_of("small", lesson, "en")[0] if "/which-cannot/" in card.key]
    texts = ["finding more ill people", "fewer false alarms", "a common illness"]
    question = next(question for question in lesson.questions if question.id == "which-cannot")
    entry = question.entry(question.ask(0))
    assert isinstance(entry, Options) and (0, 1, 2) != entry.shown
    assert [texts[option] for option in entry.shown] == sorted(texts, key=card.front.index)
