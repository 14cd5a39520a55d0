"""An exercise as its author wrote it: what is read, and what is said where it cannot be."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.trusted import course_in, reading_of
from tutor.course.entry import Written
from tutor.course.finding import Finding
from tutor.course.programs.authored import gaps_of
from tutor.course.programs.exercise import Drawn, Exercise
from tutor.course.programs.lines import code_lines, in_one_line, line_told
from tutor.course.questions import Question
from tutor.program import LONGEST_SOURCE

FALLING = Path(__file__).parent.parent / "courses" / "falling"
QUIZ = "01-free-fall/quiz.yaml"


@pytest.fixture
def falling(tmp_path: Path) -> Path:
    """A copy of the course about falling that a test can break."""
    return Path(shutil.copytree(FALLING, tmp_path / "falling"))


def question(course: Path, name: str = "write-fall") -> Question:
    return next(one for _, _, one in course_in(course).all_questions() if one.id == name)


def exercise_of(one: Question) -> Exercise:
    exercise = one.exercise  # type: ignore[attr-defined]
    assert isinstance(exercise, Exercise)
    return exercise


def line_with(course: Path, text: str) -> int:
    """Return the number of the first line of the quiz that holds a text."""
    lines = (course / QUIZ).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def change(course: Path, old: str, new: str) -> None:
    """Put `new` in the place of the first `old` of the quiz."""
    file = course / QUIZ
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def found_in(course: Path) -> tuple[Finding, ...]:
    """Return what is wrong before any program has run."""
    return reading_of(course).findings


# what is read


def test_the_function_and_its_arguments_are_the_solutions() -> None:
    exercise = exercise_of(question(FALLING))
    assert ("fall", ("t",), ("g",)) == (exercise.function, exercise.arguments, exercise.given)
    assert "def fall(t):\n    return g * t**2 / 2\n" == exercise.solution
    assert Drawn("distance", ("t",)) == exercise.drawn
    assert ({"g": 1.62},) == exercise.data
    assert 0.8 == exercise.seconds


def test_a_program_keeps_its_columns_and_its_lines() -> None:
    assert (
        "def fall(t):\n    mean_speed = (0 + g*t) / 2\n    return mean_speed * t\n"
        == exercise_of(question(FALLING)).also[0]
    )


def test_a_mistake_is_a_change_a_program_or_a_readout() -> None:
    speed, not_halved = exercise_of(question(FALLING)).slips
    assert ("", "speed", "speed") == (speed.source, speed.readout, speed.name)
    assert ("def fall(t):\n    return g * t**2\n", "", "nothing for / 2") == (
        not_halved.source,
        not_halved.readout,
        not_halved.name,
    )
    upside_down, one_way = exercise_of(question(FALLING, "write-period")).slips
    assert "np.sqrt(g / lengths)" in upside_down.source
    assert ("program-2", "def period(lengths):\n    return np.pi * np.sqrt(lengths / g)\n") == (
        one_way.name,
        one_way.source,
    )


def test_without_a_starter_it_begins_with_the_first_line() -> None:
    one = question(FALLING, "write-period")
    assert Written(
        "def period(lengths):\n    ...\n", "def period(lengths):\n    return 2 * np.___ * np.___(lengths / g)\n"
    ) == one.entry(one.ask(0))


def test_rows_of_numbers_are_data(falling: Path) -> None:
    change(falling, "[0.1, 3, 9], g: 1.62", "[[1, 2.5], [-3, 1e-3]], g: true")
    assert ({"lengths": ((1, 2.5), (-3, 0.001)), "g": True},) == exercise_of(question(falling, "write-period")).data


def test_only_what_decides_makes_another_revision(falling: Path) -> None:
    before = question(falling).revision
    change(falling, "Write `fall(t)`", "Please write `fall(t)`")
    change(falling, "        return g * t**2 / 2\n  also", "        # Galileo\n\n        return g * t**2 / 2\n  also")
    change(falling, "  blanks: |\n    def fall(t):\n        return g * t___ / ___\n", "")
    assert before == question(falling).revision
    change(falling, "g: 1.62", "g: 1.63")
    assert before != question(falling).revision


# what cannot be


BROKEN: dict[str, tuple[Callable[[Path], None], str, str, int, str]] = {}
"""From what is wrong to what makes it so, the kind of finding, the text of its line, its column, and what is said."""


def broken(name: str, old: str, new: str, kind: str, at: str, column: int, said: str) -> None:
    BROKEN[name] = (lambda course: change(course, old, new), kind, at, column, said)


SOLUTION = "  solution: |\n    def fall(t):\n        return g * t**2 / 2\n"

broken(
    *("no Python", SOLUTION, SOLUTION.replace("t**2 / 2", "t**2 /")),
    *("bad-program", "return g * t**2 /", 26, "The solution is no Python: invalid syntax."),
)
broken(
    *("no function", SOLUTION, "  solution: |\n    g * 3\n"),
    *("bad-program", "solution: |", 13, "The solution defines no function"),
)
broken(
    *("a starred argument", SOLUTION, SOLUTION.replace("fall(t)", "fall(*t)")),
    *("bad-program", "fall(*t)", 15, "'t' cannot be an argument of a function to write"),
)
broken(
    *("another function in another right program", "def fall(t):\n          mean", "def drop(t):\n          mean"),
    *("bad-program", "    - |", 7, "This program defines no 'fall', which is what the solution defines."),
)
broken(
    *("a starter that is no Python", "        ...", "      fall = = 2"),
    *("bad-program", "fall = = 2", 14, "This program is no Python"),
)
broken(
    *("a piece that is not there", '" / 2"', '" / 3"'),
    *("wrong-value", "instead:", 16, "' / 3' does not stand in the solution."),
)
broken(
    *("a piece that is there twice", 'instead: " / 2"', "instead: t"),
    *("wrong-value", "instead:", 16, "'t' stands in the solution 3 times."),
)
broken(
    *("a change that is no Python", 'write: ""', 'write: " *"'),
    *("bad-program", "instead:", 16, "The changed solution is no Python"),
)
broken(
    *("a mistake in no way", "    - answer: speed\n      say", "    - say"),
    *("wrong-value", "How *fast* it is".lower()[:6], 0, "A mistake is one of three"),
)
broken(
    *(
        "a mistake in two ways",
        "    - answer: speed\n",
        "    - answer: speed\n      code: |\n        def fall(t): return 0\n",
    ),
    *("wrong-value", "how *fast*", 0, "A mistake is one of three"),
)
broken(
    *("a mistake that writes nothing", '      write: ""\n', ""),
    *("wrong-value", "at its last speed all the way", 0, "A mistake is one of three"),
)
broken(
    *("blanks of another program", "return g * t___ / ___", "return g + t___ / ___"),
    *("bad-program", "return g + t___", 5, "Whatever fills the gaps here"),
)
broken(
    *("blanks without a gap", "return g * t___ / ___", "return g * t**2 / 2"),
    *("no-blank", "blanks: |", 11, "The blanks have no gap"),
)
broken(
    *("blanks with a line too few", "    def fall(t):\n        return g * t___ / ___", "    def fall(t): return ___"),
    *("bad-program", "def fall(t): return ___", 5, "Whatever fills the gaps here"),
)
broken(
    *("a drawing along no argument", "draws: {distance: t}", "draws: {distance: T}"),
    *("unknown-name", "draws:", 21, "'T' is no argument of fall."),
)
broken(
    *("a drawing of no readout", "draws: {distance: t}", "draws: {distanse: t}"),
    *("unknown-name", "draws:", 11, "'distanse' is no readout of motion:fall. Did you mean 'distance'?"),
)
broken(
    *("a way without a drawing", "  draws: {distance: t}\n", "  walks: true\n"),
    *("wrong-value", "write-fall", 7, "'walks' needs 'draws'"),
)
broken(
    *("a drawing of two readouts", "draws: {distance: t}", "draws: {distance: t, speed: t}"),
    *("wrong-value", "draws:", 10, "it should be a readout and the arguments along which it is drawn"),
)
broken(
    *("a film along no argument", "given: [g]", "given: [g]\n  film: T"),
    *("unknown-name", "film:", 9, "'T' is not an argument or a given name."),
)
broken(
    *("a film along an entry", "given: [g]", "given: [g]\n  film: 'g[0]'"),
    *("unknown-name", "film:", 9, "'g[0]' is not an argument or a given name."),
)
broken(
    *("a film along what is drawn already", "given: [g]", "given: [g]\n  film: t"),
    *("wrong-value", "film:", 9, "'t' cannot be the film's"),
)
broken(
    *("a given name that is not there", "given: [g]", "given: [g, G]"),
    *("unknown-name", "given:", 14, "'G' is no readout of motion:fall."),
)
broken(
    *("an argument given as well", "given: [g]", "given: [g, t]"),
    *("wrong-value", "given:", 14, "'t' is an argument of fall"),
)
broken(
    *("an entry given", "given: [g]", "given: ['g[0]']"),
    *("wrong-value", "given:", 11, "'g[0]' is no name that a program can have"),
)
broken(
    *("a mistake that is no readout", "answer: speed", "answer: sped"),
    *("unknown-name", "answer:", 15, "'sped' is no readout of motion:fall. Did you mean 'speed'?"),
)
broken(
    *("data of another name", "- {g: 1.62}", "- {G: 1.62}"),
    *("unknown-name", "- {G:", 8, "'G' is not an argument or a given name. "),
)
broken(
    *("data that is no number", "- {g: 1.62}", "- {g: moon}"),
    *("wrong-value", "- {g:", 11, "This is the text 'moon', but it should be a finite number"),
)
broken(
    *("data that is too large for a float", "- {g: 1.62}", "- {g: 1e999}"),
    *("wrong-value", "- {g:", 11, "it should be a finite number"),
)
broken(
    *("rows of unequal lengths", "[0.1, 3, 9]", "[[1, 2], [3]]"),
    *("wrong-value", "lengths:", 17, "The rows here differ in length."),
)
broken(
    *("an empty row", "[0.1, 3, 9]", "[]"),
    *("wrong-value", "lengths:", 17, "This is a list, but it should be a number."),
)
broken(
    *("rows nested without end", "[0.1, 3, 9]", "[[[[[[1]]]]]]"),
    *("wrong-value", "lengths:", 21, "This is a list, but it should be a number."),
)
broken(
    *("a program that YAML joins to a line", "blanks: |", "blanks: >"),
    *("wrong-value", "blanks: >", 11, "After `>` YAML joins lines to one. Begin a program with `|`."),
)
broken(
    *("a program that is a number", SOLUTION, "  solution: 3\n"),
    *("wrong-value", "solution: 3", 13, "This is the number 3, but it should be a program"),
)
broken(
    *("a program that is too long", SOLUTION, SOLUTION + "    #" + "x" * LONGEST_SOURCE + "\n"),
    *("too-large", "solution: |", 13, "A program has at most 20000 characters"),
)
broken(
    *("a program that nests too deep", SOLUTION, SOLUTION.replace("t**2", "(" * 3000 + "t" + ")" * 3000)),
    *("bad-program", "return g * (", 0, "The solution is no Python: too many nested parentheses."),
)
broken(
    *("a program with a null in it", SOLUTION, '  solution: "def fall(t): return \\0"\n'),
    *("bad-program", "solution:", 13, "The solution is no Python"),
)


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_is_a_finding_where_it_stands(falling: Path, name: str) -> None:
    breaks, kind, text, column, said = BROKEN[name]
    breaks(falling)
    found = found_in(falling)
    line = line_with(falling, text)
    there = [one for one in found if one.kind == kind and one.place.line == line]
    assert there, found
    assert any(said in one.message for one in there)
    if column:
        assert column in {one.place.column for one in there}


def test_an_argument_that_nobody_has_is_a_finding_at_its_function(falling: Path) -> None:
    change(falling, "  draws: {periods: lengths}\n", "")
    change(falling, "- {lengths: [0.1, 3, 9], g: 1.62}", "- {g: 1.62}")
    text = (falling / QUIZ).read_text(encoding="utf-8")
    (falling / QUIZ).write_text(text.replace("period(lengths)", "period(length)"), encoding="utf-8")
    found = [one for one in found_in(falling) if one.kind == "unknown-name"]
    said = "'length' is no readout of motion:swing. Did you mean 'lengths'?"
    line = line_with(falling, "return 2 * np.pi") - 1
    assert [(said, line, 5)] == [(one.message, one.place.line, one.place.column) for one in found]


def test_without_a_lab_the_first_set_of_data_has_all_values(falling: Path) -> None:
    change(falling, "  lab: motion:fall\n  draws: {distance: t}\n", "")
    change(falling, "    - answer: speed\n      say:", "    - code: 'def fall(t): return g * t'\n      say:")
    change(falling, 'explain: {en: "{{ working:distance }}", ko: "{{ working:distance }}"}', "explain: So it falls.")
    said = "'t' has no value: give it in the first set of 'data', or name a lab that has it."
    place = line_with(falling, "solution: |") + 1, 5
    assert [("no-lab", said, place)] == [
        (one.kind, one.message, (one.place.line, one.place.column)) for one in found_in(falling) if one.severe
    ]
    change(falling, "- {g: 1.62}", "- {g: 1.62, t: 3}\n    - {t: 5}")
    assert not [one for one in found_in(falling) if one.severe]
    one = question(falling)
    assert {"g": 1.62, "t": 3} == one.names(one.ask(0))  # type: ignore[attr-defined]


def test_all_that_is_wrong_is_said_at_once(falling: Path) -> None:
    change(falling, '" / 2"', '" / 3"')
    change(falling, "- {g: 1.62}", "- {G: 1.62}")
    change(falling, "return g * t___ / ___", "return g * t**2 / 2")
    assert {"wrong-value", "unknown-name", "no-blank"} == {one.kind for one in found_in(falling)} - {"unknown-question"}


# lines


@pytest.mark.parametrize(
    ("blanks", "program", "fills"),
    [
        ("return ___(X - Y)", "return abs(X - Y)", ("abs",)),
        ("return ((___ - Y)**2).___()", "return ((W*X - Y)**2).mean()", ("W*X", "mean")),
        ("___", "pass", ("pass",)),
        ("a = ___\nreturn ___", "a = 1\nreturn a", ("1", "a")),
        ("return X", "return X", ()),
        ("return ___X", "return X", None),
        ("return X___", "return X", None),
        ("return ___ - Y", "return X + Y", None),
        ("return ___ + ___", "return X", None),
        ("a\nb", "a", None),
        ("x ___ x", "x x", None),
    ],
)
def test_gaps_are_filled_by_what_stands_in_their_place(
    blanks: str, program: str, fills: tuple[str, ...] | None
) -> None:
    assert fills == gaps_of(blanks, program)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def cost(W):\n    return W**2\n", "def cost(W): return W**2"),
        ("# mine\n\ndef  cost( W ):\n\n    return W**2  \n", "def cost( W ): return W**2"),
        ("import math\ndef cost(W):\n    return math.sqrt(W)\n", "def cost(W): …"),
        ("cost = lambda W: W**2", "cost = lambda W: W**2"),
        (f"def cost(W):\n    return {' + '.join('W' * 40)}\n", "def cost(W): …"),
        ("x" * 200, "x" * 78 + " …"),
        ("  \n# nothing\n", ""),
    ],
)
def test_a_program_in_a_row_of_a_table(source: str, line: str) -> None:
    assert line == in_one_line(source, "cost")


def test_what_a_program_does_is_in_its_lines_without_comments() -> None:
    assert ("a = 1", "  b = 2  # kept") == code_lines("# one\n\na = 1  \n  # two\n  b = 2  # kept\n")


def test_a_line_is_told_however_it_is_spaced_and_with_or_without_return() -> None:
    solution = "def cost(W):\n    error = W * X - Y\n    return (error**2).mean()\n"
    assert "error = W * X - Y" == line_told(solution, "Begin with `error = W*X - Y`.")
    assert "return (error**2).mean()" == line_told(solution, "It is `(error ** 2).mean()` in the end.")
    for text in ("Write `def cost(W):` first.", "Take the mean of `error**2`.", ""):
        assert "" == line_told(solution, text)
