"""All functions that a learner has written right, in one file: it runs by itself and gives what the lessons wanted."""

from __future__ import annotations

import pickle
import subprocess
import sys
import types
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.course.programs.literal import literal
from tutor.course.programs.together import Piece, file_of
from tutor.course.questions import Question, programs_used
from tutor.learner.attempts import Attempt, During
from tutor.learner.mine import mine_of
from tutor.program import Call

from .samples import DAY, START, attempt
from .test_review import CALENDAR

ROOT = Path(__file__).parent.parent
FALLING = ROOT / "courses" / "falling"

CALLS = """
import pickle, runpy, sys
names = runpy.run_path(sys.argv[1])
with open(sys.argv[2], "rb") as file:
    calls = pickle.load(file)
with open(sys.argv[3], "wb") as file:
    pickle.dump({name: names[name](*arguments) for name, arguments in calls.items()}, file)
"""


def alone(*arguments: object) -> str:
    """Run Python without this program on its path."""
    words = [sys.executable, "-I", "-W", "error", *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "" == done.stderr
    return done.stdout


def values_from(page: str, calls: Mapping[str, Sequence[Any]], folder: Path) -> dict[str, Any]:
    """Return what the functions of a file give, called in a Python that has nothing else."""
    file, asked, given = folder / "mine.py", folder / "calls", folder / "values"
    file.write_text(page, encoding="utf-8")
    asked.write_bytes(pickle.dumps({name: tuple(arguments) for name, arguments in calls.items()}))
    alone("-c", CALLS, file, asked, given)
    found: dict[str, Any] = pickle.loads(given.read_bytes())
    return found


def written(course: Course, question: Question, response: str = "", **others: object) -> Attempt:
    lesson = next(lesson for lesson, _, one in course.all_questions() if one is question)
    given = {
        "course": course.id,
        "lesson": lesson.id,
        "kind": "code",
        "revision": question.revision,
        "response": response or question.right_response(question.ask(0)),
    }
    return attempt(question.id, True, **(given | others))


def programs_of(course: Course) -> list[Question]:
    return [question for _, _, question in course.all_questions() if question.RUNS_PROGRAMS]


def page_of(course: Course, *made: Attempt, language: str = "en") -> str:
    return mine_of(course, made, CALENDAR, language)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    return np.allclose(one, other, rtol=1e-12)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("folder", [FALLING, ROOT.parent / "lessons"], ids=["falling", "lessons"])
def test_the_file_runs_by_itself_and_gives_what_the_solutions_give(
    folder: Path, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = standing_course(folder)
    questions = programs_of(course)
    known = {question.id: question for question in questions}
    page = page_of(course, *(written(course, question) for question in questions), language=language)
    wanted: dict[str, Any] = {}
    calls: dict[str, Sequence[Any]] = {}
    for question in questions:
        asked = question.ask(0)
        call = question.call(asked)
        assert call is not None
        arguments = tuple(call.arguments.values())
        module = types.ModuleType("mine")
        vars(module)["np"] = np
        monkeypatch.setitem(sys.modules, "mine", module)
        exec(programs_used(question, known, {}), vars(module))
        names = {"np": np, **call.given}
        exec(question.right_response(asked), names)
        wanted[call.function], calls[call.function] = names[call.function](*arguments), arguments
    found = values_from(page, calls, tmp_path)
    assert [] == [name for name, value in wanted.items() if not same(value, found[name])]
    shown = alone(tmp_path / "mine.py")
    assert all(f"{name}(" in shown for name in wanted)


def test_it_says_of_each_which_lesson_asked_for_it_and_when_it_was_right() -> None:
    course = standing_course(FALLING)
    fall, period = programs_of(course)
    page = page_of(course, written(course, period, at=START + DAY), written(course, fall, at=START))
    assert page.index("def fall(") < page.index("def period(")
    title = course.lessons[0].title.in_("en")
    assert f"# 1 · {title}\n# right on {CALENDAR.day(START).isoformat()}\n" in page
    assert f"# 1 · {title}\n# right on {CALENDAR.day(START + DAY).isoformat()}\n" in page


def test_the_last_program_that_was_right_stands_there_and_one_with_most_of_it_given_only_without_another() -> None:
    course = standing_course(FALLING)
    fall, _ = programs_of(course)
    own = [written(course, fall, f"def fall(t):\n    return g * t**2 / {two}\n", at=START + two) for two in (2, 3)]
    wrong = written(course, fall, "def fall(t):\n    return 4\n", at=START + 4)._replace(right=False)
    review = written(course, fall, "def fall(t):\n    return 5\n", at=START + 5, during=During.REVIEW)
    page = page_of(course, *own, wrong, review)
    assert "t**2 / 3" in page
    assert not any(text in page for text in ("t**2 / 2", "return 4", "return 5"))
    assert "return 5" in page_of(course, wrong, review)


def test_where_nothing_is_right_yet_there_is_no_file() -> None:
    course = standing_course(FALLING)
    fall, _ = programs_of(course)
    assert "" == page_of(course)
    assert "" == page_of(course, written(course, fall)._replace(right=False))


def test_what_a_program_imports_and_was_never_written_is_there_as_the_course_has_it(tmp_path: Path) -> None:
    course = standing_course(ROOT.parent / "lessons")
    (train,) = (question for question in programs_of(course) if question.id == "write-train")
    page = page_of(course, written(course, train))
    assert 3 == page.count("# the course's own:")
    shown = (tmp_path / "mine.py").write_text(page, encoding="utf-8") and alone(tmp_path / "mine.py")
    assert "train(" in shown
    assert "layer(" not in shown


# -- programs in each other's company ----------------------------------------------------------------------------------


def piece(source: str, function: str, given: Mapping[str, Any] | None = None, **arguments: Any) -> Piece:
    return Piece(source, Call(function, arguments, given or {}), (function,))


def given_by(*pieces: Piece, folder: Path) -> list[Any]:
    """Return what each function gives when all of them are in one file."""
    calls = {piece.call.function: tuple(piece.call.arguments.values()) for piece in pieces}
    return list(values_from(file_of(pieces, ("mine",)), calls, folder).values())


def test_no_program_finds_the_data_or_the_helpers_of_another(tmp_path: Path) -> None:
    helped = "def helper(x):\n    return x + 1\n\ndef f(x):\n    return helper(x)\n"
    other = "def helper(x):\n    return x * 10\n\ndef g(x):\n    return helper(x)\n"
    data = piece("def a():\n    return X.sum()\n", "a", {"X": np.array([1.0, 2.0])})
    others = piece("def b():\n    return X.sum()\n", "b", {"X": np.array([3.0, 4.0])})
    assert [2, 10, 3.0, 7.0] == given_by(piece(helped, "f", x=1), piece(other, "g", x=1), data, others, folder=tmp_path)


def test_every_way_to_import_what_was_written_before_is_understood(tmp_path: Path) -> None:
    first = piece("TWO = 2\n\ndef twice(x):\n    return TWO * x\n", "twice", {"unused": 0}, x=1)
    ways = (
        "from mine import twice, TWO\n\ndef f0(x):\n    return twice(x) * TWO // 2\n",
        "from mine import (\n    twice as double,\n)\n\ndef f1(x):\n    return double(x)\n",
        "import mine\n\ndef f2(x):\n    return mine.twice(x)\n",
        "def f3(x):\n    from mine import twice\n    return twice(x)\n",
        "def f4(x):\n    if True:\n        import math, mine as m\n    return m.twice(math.floor(x))\n",
        "from __future__ import annotations\nfrom mine import *\n\ndef f5(x):\n    return twice(x)\n",
        "from mine import twice; TEN = 10  # ten\n\ndef f6(x):\n    return twice(x) + TEN - 10\n",
    )
    pieces = [piece(source, f"f{number}", x=3) for number, source in enumerate(ways)]
    assert [2, 6, 6, 6, 6, 6, 6, 6] == given_by(first, *pieces, folder=tmp_path)


def test_texts_of_several_lines_tabs_and_global_names_stay_what_they_are(tmp_path: Path) -> None:
    text = 'def f(x):\n\t"""One\n\ntwo."""\n\tglobal count\n\tcount += 1\n\treturn f.__doc__, count + g\n\ncount = 0\n'
    lines = "one = [1,\n  2]\r\ndef h(x): return one[x]\n"
    filled = 'def k(x):\n    return f"""\none\n{x}\n  two {{x}}\n{x:>{\n  x\n}}\n"""\n'
    pieces = [piece(text, "f", {"g": 1}, x=0), piece(lines, "h", {"y": 0}, x=1), piece(filled, "k", {"z": 0}, x=3)]
    values = given_by(*pieces, folder=tmp_path)
    assert [("One\n\ntwo.", 2), 2, "\none\n3\n  two {x}\n  3\n"] == values


def test_functions_of_one_name_are_both_there() -> None:
    page = file_of([piece("def f(x):\n    return x\n", "f", x=1), piece("def f(x):\n    return -x\n", "f", x=1)], ())
    names: dict[str, Any] = {}
    exec(page, names)
    assert (3, -3) == (names["f"](3), names["f_2"](3))


@pytest.mark.parametrize(
    "value",
    [
        3,
        -0.1,
        True,
        None,
        "가'\n",
        (1, 2.5),
        (1,),
        [],
        {"a": [1, (2,)]},
        np.float64(0.1),
        np.array(2.0),
        np.array([1, 2]),
        np.array([[True], [False]]),
        np.zeros((0, 3)),
        np.linspace(0, 1, 40),
        np.linspace(0, 1, 40).reshape(40, 1),
        np.arange(60.0).reshape(3, 4, 5),
        np.arange(60, dtype=np.float32).reshape(6, 10) / 7,
        np.arange(1000).reshape(10, 100),
    ],
    ids=repr,
)
def test_a_value_is_written_as_what_it_is(value: Any) -> None:
    page = file_of([piece("def f(): return value", "f", {"value": value})], ())
    names: dict[str, Any] = {}
    exec(page, names)
    found = names["f"]()
    np.testing.assert_equal(found, value)
    if isinstance(value, np.ndarray):
        assert (value.dtype, value.shape) == (found.dtype, found.shape)
    assert all(len(line) <= 110 for line in literal(value).split("\n"))


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_what_is_no_finite_number_is_written_too(value: float) -> None:
    np.testing.assert_equal(eval(literal(value)), value)
    np.testing.assert_equal(eval(literal([value])), [value])
    np.testing.assert_equal(eval(literal(np.array([value])), {"np": np}), np.array([value]))
