from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.markdown import parse_markdown
from tutor.course.model import Course
from tutor.course.source import Findings, Source
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.listing import listings
from tutor.learner.recap import markdown_of, recap_of
from tutor.nn import mlp
from tutor.written import substituted

from .tour import LESSONS, answer, attempt, question, tour

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def course() -> Course:
    return standing_course(LESSONS)


def run_alone(codes: Sequence[str], folder: Path) -> str:
    """Run pieces of code as someone does who pastes each into a file of their own: without this program on the path.

    One process serves them all, with no name of one piece known to the next.
    """
    files = [folder / f"pasted_{number}.py" for number in range(len(codes))]
    for file, code in zip(files, codes, strict=True):
        file.write_text(code, encoding="utf-8")
    each = "import runpy, sys\nfor file in sys.argv[1:]: runpy.run_path(file, run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", each, *files],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert "" == done.stderr
    return done.stdout


def test_every_lesson_s_code_runs_by_itself(course: Course, tmp_path: Path):
    codes = []
    for lesson in course.lessons:
        blocks = BLOCK.findall(recap_of(course, lesson, (), "en"))
        assert blocks, lesson.id
        codes += blocks
    assert [] == [code for code in codes if "tutor" in code]
    run_alone(codes, tmp_path)


def test_the_code_computes_what_the_lab_computes(tmp_path: Path):
    (listing,) = listings([mlp.sigmoid_by_tanh, mlp.forward])
    assert ("sigmoid_by_tanh", "forward") == listing.functions
    # The closed form at 0, and at the logarithm of 3: 3 / (3 + 1).
    code = "print(sigmoid_by_tanh(np.array(0.0)), round(float(sigmoid_by_tanh(np.log(3.0))), 12))"
    said = run_alone([f"{listing.code}\n{code}\n"], tmp_path)
    assert "0.5 0.75\n" == said


def test_what_a_function_needs_stands_before_it_once():
    (listing,) = listings([mlp.loss, mlp.sigmoid_by_tanh, mlp.loss])
    assert 1 == listing.code.count("def loss(")
    assert listing.code.index("def log_loss(") < listing.code.index("def loss(")
    assert 1 == listing.code.count("import numpy as np")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_page_has_every_formula_and_question_and_no_open_value(course: Course, language: str):
    for lesson in course.lessons:
        page = recap_of(course, lesson, (), language)
        assert f"# {lesson.number} · {lesson.title.in_(language)}" == page.splitlines()[0]
        assert "{{" not in page
        assert "⟨" not in page
        for number in range(1, len(lesson.questions) + 1):
            assert f"**{number}.** " in page
        for step in lesson.steps:
            formulas = sum(block.startswith("$$") for block in step.prose.in_(language).source.split("\n\n"))
            assert formulas == 0 or step.title.in_(language) in page


def test_the_page_tells_one_s_own_answers_and_why_they_were_wrong_or_right():
    lesson = tour().lessons[0]
    attempts = [
        answer("height-at", False, variant=1, response="2.5"),
        answer("height-at", True, variant=1, response="5"),
        answer("one-of-three", False, response="2"),
        answer("one-of-three", False, response="", revealed=True),
    ]
    page = recap_of(tour(), lesson, attempts, "en")
    assert "How high is the line over x = 2 when k = 2.5?" in page
    assert "- ✗ 2.5. That is k itself. Go two steps to the right." in page
    assert "- ✓ 5" in page
    working = question("height-at").ask(1).result.readouts["height"].working
    assert f"Two steps of k: {substituted(working)}." in page
    assert "- ✗ eleven. Only when written side by side." in page
    assert "- The answer is two." in page


def test_lines_of_code_in_an_order_stand_below_each_other(course: Course):
    lesson = course.lessons[0]
    lines = [
        "def neuron(x, w, b):",
        "    total = w[0] * x[0] + w[1] * x[1] + b",
        "    if total > 0:",
        "        return 1",
    ]
    place = {"course": course.id, "lesson": lesson.id, "kind": "order", "revision": 1}
    made = attempt("neuron-lines", True, **place, response="0,1,2,3,4")
    page = recap_of(course, lesson, [made], "en")
    assert "- ✓\n\n  ```python\n" + "".join(f"  {line}\n" for line in (*lines, "    return 0")) + "  ```\n" in page
    page = recap_of(course, lesson, [attempt("neuron-lines", False, **place, response="0,2,1,3,4")], "en")
    assert "- ✗ Here `total` is compared before anyone has worked it out." in page
    assert "```python\n  def neuron(x, w, b):\n      if total > 0:\n" in page


def test_what_was_not_answered_yet_is_not_given_away():
    page = recap_of(tour(), tour().lessons[0], (), "en")
    assert 8 == page.count("*not answered yet*")
    for secret in ("Two steps of k", "Two it is", "origin"):
        assert secret not in page


def test_only_the_last_time_a_question_was_asked_is_told():
    attempts = [answer("one-of-three", False, response="0"), answer("one-of-three", True), answer("one-of-three", True)]
    page = recap_of(tour(), tour().lessons[0], attempts, "en")
    assert "the other one was lost" not in page
    assert 1 == page.count("✓ two")


def test_words_that_point_at_a_picture_stand_alone_on_a_page_without_one():
    text = "See [the **arrow**](#w) and [a page](https://example.org)."
    prose = parse_markdown(text, Source("lesson.en.md", text), Findings())
    assert "See the **arrow** and [a page](https://example.org)." == markdown_of(prose, {}, None, "en", None)
