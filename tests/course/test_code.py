"""A question in which a program is written: how it is put, graded, spelled, and proved to be fair."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.course.running import run_here
from tests.linting import lint_course
from tests.trusted import course_in, reading_of
from tutor.course.convert.anki import cards_of
from tutor.course.finding import Finding
from tutor.course.kinds import KINDS
from tutor.course.live import prose_text
from tutor.course.questions import Asked, Feedback, Question, Unreadable, programs_used
from tutor.program import LONGEST_SOURCE, Fault, Job, Ran

FALLING = Path(__file__).parent.parent / "courses" / "falling"
QUIZ = "01-free-fall/quiz.yaml"


@pytest.fixture
def falling(tmp_path: Path) -> Path:
    """A copy of the course about falling that a test can break."""
    return Path(shutil.copytree(FALLING, tmp_path / "falling"))


@pytest.fixture(scope="module")
def asked() -> Asked:
    """The question for the distance fallen, put, where programs are run."""
    return asked_in(FALLING)


def asked_in(course: Path, name: str = "write-fall") -> Asked:
    one = next(one for _, _, one in course_in(course).all_questions() if one.id == name)
    return one.ask(0)._replace(run_program=run_here)


def graded(asked: Asked, source: str) -> Feedback:
    feedback = asked.grade(source, "en")
    assert isinstance(feedback, Feedback)
    return feedback


def change(course: Path, *pairs: tuple[str, str]) -> None:
    """Put the second text of each pair in the place of the first one."""
    file = course / QUIZ
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def proved(course: Path) -> tuple[Finding, ...]:
    """Return what `tutor check` finds in the content of a course."""
    return lint_course(reading_of(course, strict=True), run_here)


def line_of(course: Path, text: str) -> int:
    lines = (course / QUIZ).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


# grading


@pytest.mark.parametrize(
    "source",
    [
        "def fall(t):\n    return g * t**2 / 2\n",
        "def fall(t):\n    return 0.5 * g * t * t",
        "fall = lambda seconds: g / 2 * seconds**2",
        "import math\n\ndef half(x):\n    return x / 2\n\ndef fall(t):\n    return half(g * math.pow(t, 2))\n",
    ],
)
def test_a_right_program_is_right_in_whatever_style(asked: Asked, source: str) -> None:
    assert graded(asked, source).right


def test_a_program_that_is_right_by_the_labs_own_data_alone_is_wrong(asked: Asked) -> None:
    assert not graded(asked, "def fall(t):\n    return 9.81 * t**2 / 2").right


def test_a_mistake_is_known_by_what_it_computes(asked: Asked) -> None:
    names = {"speed": "def fall(t):\n    return g * t", "nothing for / 2": "def fall(t):\n    return t * (g * t)"}
    for name, source in names.items():
        feedback = graded(asked, source)
        assert (False, name) == (feedback.right, feedback.mistake)
        slip = next(one for one in asked.question.exercise.slips if one.name == name)  # type: ignore[attr-defined]
        assert slip.say is feedback.say


@pytest.mark.parametrize(
    "source",
    [
        "",
        "  \n\t",
        "def fall(t):\n    ...\n",
        "# here\ndef fall(t):\n\n    ...",
        "x" * (LONGEST_SOURCE + 1),
        # With blanks that are still open: as they stand, and one of them filled in.
        "def fall(t):\n    return g * t___ / ___\n",
        "def fall(t):\n    return g * t**2 / ___\n",
        "def fall(t):\n    return g * t___ / 2\n",
    ],
)
def test_what_is_no_program_yet_is_no_attempt(asked: Asked, source: str) -> None:
    for language in ("en", "ko"):
        said = asked.grade(source, language)
        assert isinstance(said, Unreadable)
        assert "{" not in said.say


def test_where_no_programs_run_it_is_no_attempt() -> None:
    asked = asked_in(FALLING)._replace(run_program=lambda _: Ran((), Fault("start")))
    assert isinstance(asked.grade("def fall(t):\n    return t", "en"), Unreadable)


def test_a_solution_that_does_not_run_is_nobodys_attempt(falling: Path) -> None:
    change(
        falling, ("return g * t**2 / 2\n  also", "return gravity * t**2 / 2\n  also"), ("g * t___ / ___", "gr___ / 2")
    )
    said = asked_in(falling).grade("def fall(t):\n    return t", "en")
    assert isinstance(said, Unreadable)


def test_the_exercises_own_programs_run_once_however_often_it_is_asked() -> None:
    jobs: list[Job] = []

    def run(job: Job) -> Ran:
        jobs.append(job)
        return run_here(job)

    asked = asked_in(FALLING)._replace(run_program=run)
    graded(asked, "def fall(t):\n    return g * t")
    first = len(jobs)
    graded(asked, "def fall(t):\n    return g * t")
    assert 1 == len(jobs) - first
    assert {"fall"} == {job.function for job in jobs}


def test_it_is_given_what_it_may_use_and_nothing_else() -> None:
    jobs: list[Job] = []

    def run(job: Job) -> Ran:
        jobs.append(job)
        return run_here(job)

    graded(asked_in(FALLING, "write-period")._replace(run_program=run), "def period(lengths):\n    return lengths")
    own, other = jobs[0].cases
    assert {"g": 9.8} == own.given
    assert {"g": 1.62} == other.given
    np.testing.assert_array_equal([0.25, 0.5, 1, 2], own.calls[0][0])
    np.testing.assert_array_equal([0.1, 3, 9], other.calls[0][0])


def test_it_can_import_what_was_written_before(asked: Asked) -> None:
    source = "from mine import half\n\ndef fall(t):\n    return half(g * t**2)"
    assert not graded(asked, source).right
    assert graded(asked._replace(mine="def half(x):\n    return x / 2"), source).right


def test_what_a_learner_has_written_is_imported_before_the_authors_own() -> None:
    known = {one.id: one for _, _, one in course_in(FALLING).all_questions()}
    period = replace(known["write-period"], exercise=replace(known["write-period"].exercise, uses=("write-fall", "x")))  # type: ignore[attr-defined, call-arg]
    assert known["write-fall"].right_response(known["write-fall"].ask(0)) == programs_used(period, known, {})
    assert "def fall(t): 0" == programs_used(period, known, {"write-fall": "def fall(t): 0"})
    assert "" == programs_used(known["write-fall"], known, {"write-fall": "def fall(t): 0"})


# words


def test_a_response_and_the_answer_are_spelled(asked: Asked) -> None:
    question = asked.question
    assert "def fall(t): return g * t" == question.spell(asked, "def fall(t):\n    return g * t\n", "en")
    assert "def fall(t): return g * t**2 / 2" == question.spell_answer(asked, "ko")
    assert "def fall(t):\n    return g * t**2 / 2\n" == question.answer_code(asked)


def test_a_hint_that_holds_a_line_of_the_solution_tells_it(asked: Asked) -> None:
    told = asked.question.told
    assert "return g * t**2 / 2" == told(asked, "Try g*t**2/2.", "Write fall.", "en")
    assert "" == told(asked, "Try g*t**2/2.", "Write g*t**2 / 2.", "en")
    assert "" == told(asked, "Half the last speed.", "Write fall.", "en")


def test_a_card_shows_the_program(falling: Path) -> None:
    cards, remarks = cards_of("falling", course_in(falling).lessons[0], "en")
    assert ["hit-the-bucket"] == [remark.about for remark in remarks]  # it is answered with sliders
    assert "<pre>def fall(t):\n    return g * t**2 / 2\n</pre>" in cards[0].back


def test_whoever_never_writes_a_program_waits_for_none_of_it() -> None:
    heavy = tuple(f"tutor.course.programs.{name}" for name in ("judge", "mutation", "key", "messages", "proof"))
    lines = (
        "import sys, tutor.course.loader",
        "computes = 'numpy' in sys.modules",
        "import tutor.course.lint",
        f"print([name for name in {heavy!r} if name in sys.modules], computes)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True)
    assert "[] False" == done.stdout.strip()


# proof


def test_the_course_about_falling_has_nothing_to_mend() -> None:
    assert () == proved(FALLING)


SOLUTION = "  solution: |\n    def fall(t):\n        return g * t**2 / 2\n"

UNFAIR: dict[str, tuple[tuple[tuple[str, str], ...], str, str, str, bool]] = {
    "a solution that fails": (
        ((SOLUTION, SOLUTION.replace("g *", "gg *")), ("g * t___ / ___", "gg * t___ / ___")),
        *("bad-program", "solution: |", "The solution fails: NameError: name 'gg' is not defined (its line 2).", True),
    ),
    "a solution that returns nothing": (
        ((SOLUTION, SOLUTION.replace("return ", "d = ")), ("return g * t___", "d = g * t___")),
        *("bad-program", "solution: |", "The solution returns nothing: it ends with `return` and a value.", True),
    ),
    "another right program that is wrong": (
        (("mean_speed = (0 + g*t) / 2", "mean_speed = (1 + g*t) / 2"),),
        *("right-refused", "    - |", "This is a right program, but it is refused: ", True),
    ),
    "a starter that is right": (
        (("        ...", "        return g * t * t / 2"),),
        *("already-true", "starter: |", "This is right before the learner writes anything.", True),
    ),
    "a mistake that is right": (
        (('write: ""', 'write: " / 2.0"'),),
        *("mistake-collides", 'instead: " / 2"', "is right on all data. Add a set of data that tells.", True),
    ),
    "two mistakes that compute the same": (
        (("    - answer: speed", "    - code: |\n        def fall(t):\n            return g * t * t"),),
        *("mistake-unheard", 'instead: " / 2"', "meets another explanation: program-1: That is", True),
    ),
    "a mistake that fails": (
        (('write: ""', 'write: " / halves"'),),
        *("mistake-unheard", 'instead: " / 2"', "meets another explanation: ", True),
    ),
    "a readout that is right": (
        (("- answer: speed", "- answer: distance"),),
        *("mistake-collides", "- answer: distance", "'distance' is what the solution gives.", True),
    ),
    "an explanation that has the solution in it": (
        (("How far does it come at half that speed?", "Return `g*t**2/2`."),),
        *("hint-tells", "That is how *fast*", "a line of the solution in it: return g * t**2 / 2", True),
    ),
    "a hint that has the solution in it": (
        (("And on the whole?", "Return `g*t**2/2`."),),
        *("hint-tells", "At the end it is as fast", "This hint says the answer: return g * t**2 / 2.", True),
    ),
    "a solution that is not what is drawn": (
        (("draws: {distance: t}", "draws: {speed: t}"), ("- answer: speed", "- answer: distance")),
        *("readout-differs", "solution: |", "but 'speed' of motion:fall is", True),
    ),
    "data that tells too little": (
        (("- {lengths: [0.1, 3, 9], g: 1.62}", "- {lengths: [0.1, 3, 9], g: 1}\n  at: {g: 1}"),),
        *("weak-data", "- {lengths:", "Wrong, but right on all data: `return ", False),
    ),
    "a program it uses that is not there": (
        (("  given: [g]\n", "  given: [g]\n  uses: [write-period]\n"),),
        *("unknown-question", "id: write-fall", "'write-period' in 'uses' is no earlier question", True),
    ),
}


@pytest.mark.parametrize("name", UNFAIR)
def test_what_is_not_fair_is_found_where_it_stands(falling: Path, name: str) -> None:
    pairs, kind, text, said, severe = UNFAIR[name]
    change(falling, *pairs)
    found = proved(falling)
    there = [one for one in found if one.kind == kind and one.place.line == line_of(falling, text)]
    assert there, found
    assert any(said in one.message for one in there), there
    assert severe == there[0].severe


def test_a_later_exercise_uses_an_earlier_one(falling: Path) -> None:
    change(
        falling,
        ("  given: [g]\n  data:\n    - {lengths", "  given: [g]\n  uses: [write-fall]\n  data:\n    - {lengths"),
        (
            "  mistakes:\n    - instead: lengths / g",
            "  also:\n    - |\n      import mine\n      mine.g = 2\n      def period(lengths):\n"
            "          return mine.fall(2) * np.pi / 2 * np.sqrt(lengths / g)\n"
            "  mistakes:\n    - instead: lengths / g",
        ),
    )
    assert () == proved(falling)


def test_a_film_that_goes_to_no_whole_number_is_found(falling: Path) -> None:
    change(falling, ("  given: [g]\n", "  given: [g]\n  film: g\n"))
    (found,) = proved(falling)
    assert ("wrong-value", line_of(falling, "film: g")) == (found.kind, found.place.line)
    assert "A film goes from 0 to a whole number, but 'g' is 9.81." == found.message


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        (
            "write-fal",
            "unknown-question",
            "'write-fal' in 'trains' is no question in which a program is written.",
        ),
        ("which-angle", "unknown-question", "'which-angle' in 'trains' is no question"),
        ("write-fall", "wrong-value", "motion:throw does not give all that 'write-fall' is called with"),
        ("[write-fall]", "wrong-value", "the id of an exercise"),
    ],
)
def test_a_lab_on_which_no_program_can_be_trained_is_found(falling: Path, name: str, kind: str, said: str) -> None:
    for language in ("en", "ko"):
        file = falling / "01-free-fall" / f"lesson.{language}.md"
        text = file.read_text(encoding="utf-8").replace("layout: stage\n", f"layout: stage\ntrains: {name}\n", 1)
        file.write_text(text, encoding="utf-8")
    found = [one for one in proved(falling) if one.kind == kind]
    assert any(said in one.message for one in found), found


def test_an_exercise_that_takes_too_long_is_found(falling: Path) -> None:
    def run(job: Job) -> Ran:
        return Ran((), Fault("time", line=2)) if job.function == "fall" else run_here(job)

    (found,) = lint_course(reading_of(falling, strict=True), run)
    assert ("slow-program", line_of(falling, "solution: |")) == (found.kind, found.place.line)
    assert "The solution takes longer than 0.8 s. Give it more 'seconds'." == found.message


def test_where_no_programs_run_nothing_is_proved_and_it_says_so() -> None:
    found = lint_course(reading_of(FALLING, strict=True))
    assert [("not-run", False)] * 2 == [(one.kind, one.severe) for one in found]


def test_no_program_runs_where_no_lab_does(falling: Path) -> None:
    def run(job: Job) -> Ran:
        raise AssertionError(job)

    assert () == lint_course(reading_of(falling, run_labs=False, strict=True), run)


def test_it_takes_more_than_luck() -> None:
    weights = {name: kind.WEIGHT for name, kind in KINDS.items() if issubclass(kind, Question)}
    assert weights["code"] == max(weights.values())


def test_what_is_said_to_it_is_said_in_both_languages(asked: Asked) -> None:
    for source in ("def fall(t):\n    return t", "def fall(t)\n    return t", "def fall(t):\n    return gg * t"):
        said = graded(asked, source).say
        assert said is not None
        texts = {language: prose_text(said.in_(language), {}, None, language) for language in ("en", "ko")}
        assert texts["en"] != texts["ko"]
