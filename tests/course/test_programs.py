"""How a program is judged: right whatever its style, and a wrong one is told what it computes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as hypothesis_arrays

from tests.course.exercises import DATA, OTHER, PROGRAMS, X, Y, exercise, key_of
from tests.course.running import run_here
from tutor.course.programs.cases import cases_of
from tutor.course.programs.compare import lead_of, may_be_same, same
from tutor.course.programs.exercise import Drawn, Exercise, Slip
from tutor.course.programs.faults import NotRunError
from tutor.course.programs.judge import verdict
from tutor.course.programs.key import BrokenExerciseError, Key
from tutor.course.programs.mutation import MOST, ORDER, mutants_of
from tutor.course.programs.recognise import CHANGES
from tutor.course.programs.words import said
from tutor.course.questions import Feedback
from tutor.language import INTERFACE_LANGUAGES, Text
from tutor.program import LONGEST_SOURCE, Fault, Job, Other, Ran, Returned

GENERIC = ("counterexample", "nan", "fault", "syntax")
"""What is said where nothing is known of a mistake."""

SOLVED = {name: programs["solution"] for name, programs in PROGRAMS.items()}
RIGHT: dict[str, list[str]] = yaml.safe_load((DATA / "right_programs.yaml").read_text(encoding="utf-8"))
WRONG: dict[str, list[dict[str, Any]]] = yaml.safe_load((DATA / "wrong_programs.yaml").read_text(encoding="utf-8"))


def right_programs() -> Iterator[tuple[str, str]]:
    """Yield the exercise and the source of every right program."""
    for name, programs in PROGRAMS.items():
        yield from ((name, source) for source in (programs["solution"], *programs["right"]))
    for name, sources in RIGHT.items():
        yield from ((name, source) for source in (key_of(name).exercise.solution, *sources))


def wrong_programs() -> Iterator[tuple[str, str]]:
    """Yield the exercise and the source of every wrong program."""
    for name, programs in PROGRAMS.items():
        yield from ((name, source) for source in programs["wrong"])
    for name, wrong in WRONG.items():
        yield from ((name, one["code"]) for one in wrong)


@cache
def judged(name: str, source: str) -> Feedback:
    """Return the verdict on a program."""
    return verdict(key_of(name), source)


def sentence(feedback: Feedback, language: str = "en") -> str:
    """Return what a learner hears."""
    return "" if feedback.say is None else feedback.say.in_(language).source


# -- the programs of learners ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "source"), list(right_programs()))
def test_a_right_program_is_right_whatever_its_style(name: str, source: str) -> None:
    assert judged(name, source).right


def test_no_wrong_program_is_accepted() -> None:
    assert [] == [source for name, source in wrong_programs() if judged(name, source).right]


def test_most_wrong_programs_hear_something_specific() -> None:
    heard = [judged(name, source).mistake for name, one in PROGRAMS.items() for source in one["wrong"]]
    assert 0.95 * len(heard) <= sum(mistake not in GENERIC for mistake in heard)


def test_of_programs_written_by_others_most_hear_something_specific_and_hardly_any_something_untrue() -> None:
    heard = [(judged(name, one["code"]).mistake, one["holds"]) for name, wrong in WRONG.items() for one in wrong]
    specific = [(mistake, holds) for mistake, holds in heard if mistake not in GENERIC]
    assert 0.65 * len(heard) <= len(specific)
    assert 0.05 * len(heard) >= sum(mistake not in holds for mistake, holds in specific)


def test_no_sentence_holds_a_line_of_the_solution_in_any_language() -> None:
    for name, source in wrong_programs():
        lines = [line.strip() for line in key_of(name).exercise.solution.splitlines()[1:]]
        lines += [line.partition(" = ")[2] or line.removeprefix("return ") for line in lines]
        for language in INTERFACE_LANGUAGES:
            assert [] == [line for line in lines if line in sentence(judged(name, source), language)]


def test_every_wrong_program_is_told_why_in_every_language() -> None:
    for name, source in wrong_programs():
        feedback = judged(name, source)
        assert feedback.mistake
        assert feedback.say is not None
        assert set(INTERFACE_LANGUAGES) == set(feedback.say.variants)
        for text in (sentence(feedback, language) for language in INTERFACE_LANGUAGES):
            assert text.strip()
            assert "{" not in text.replace("`{`", "")
            # A particle is settled by the word before it.
            assert "(는)" not in text
            assert "(가)" not in text
            assert "(를)" not in text


@pytest.mark.parametrize(
    ("name", "mistake", "source"),
    [
        ("cost", "times_m", "def cost(W):\n    return ((W*X - Y)**2).sum()\n"),
        ("cost", "root", "def cost(W):\n    return np.sqrt(((W*X - Y)**2).mean())\n"),
        ("cost", "lost", "def cost(W):\n    e = W*X - Y\n    e**2\n    return e.mean()\n"),
        ("cost", "power", "def cost(W):\n    return ((W*X - Y)^2).mean()\n"),
        ("cost", "rounded", "def cost(W):\n    return round(((W*X - Y)**2).mean(), 2)\n"),
        ("cost", "offset", "def cost(W):\n    return ((W*X - Y)**2).mean() + 1\n"),
        ("cost", "depends", "def cost(W):\n    return ((X - Y)**2).mean() + 7 + 0*W*Y.sum()*0\n"),
        ("bce", "log10", "def bce(y, p):\n    return -(y*np.log10(p) + (1 - y)*np.log10(1 - p)).mean()\n"),
        ("bce", "changed", "def bce(y, p):\n    p[y == 0] = 1 - p[y == 0]\n    return -np.log(p).mean()\n"),
        ("step", "repeated", f"{SOLVED['step']}one = step\ndef step(W, rate):\n    return one(one(W, rate), rate)\n"),
        ("step", "two", "def step(W, rate):\n    return W - 2*rate*((W*X - Y)*X).sum()\n"),
        ("layer", "slope", "def layer(X, W, b):\n    s = 1/(1 + np.exp(-(X @ W + b)))\n    return s*(1 - s)\n"),
        ("softmax", "overflow", "def softmax(z):\n    e = np.exp(z)\n    return e/e.sum(axis=1, keepdims=True)\n"),
        ("softmax", "one_hot", "def softmax(z):\n    return (z == z.max(axis=1, keepdims=True)).astype(float)\n"),
        ("gradients", "order", "def gradients(W, b):\n    e = W*X + b - Y\n    return e.mean(), (e*X).mean()\n"),
        ("gradients", "entry", "def gradients(W, b):\n    e = W*X + b - Y\n    return (e*X).mean(), 5.0\n"),
        ("product", "transposed", "def product(A, B):\n    return (A @ B).T\n"),
    ],
)  # fmt: skip
def test_a_mistake_is_known_by_what_it_computes(name: str, mistake: str, source: str) -> None:
    assert mistake == judged(name, source).mistake


def test_a_counterexample_is_in_the_terms_of_the_lesson() -> None:
    assert sentence(judged("cost", "def cost(W):\n    return ((W*X - Y)**4).mean()\n")).startswith("At W = ")
    assert "`cost` is " in sentence(judged("cost", "def cost(W):\n    return ((W*X - Y)**4).mean()\n"))


def test_a_fixed_number_of_samples_is_told_from_the_data_that_has_another() -> None:
    lab = exercise("cost", "W", "X Y", data=({"X": [1, 2], "Y": [2, 3]},))
    key = Key.of(lab, {"W": 0.5, "X": X, "Y": Y}, run_here, ranges={"W": (-1.0, 3.0)})
    assert "fixed_number" == verdict(key, "def cost(W):\n    e = W*X - Y\n    return e@e/3\n").mistake


# -- what the author knows -------------------------------------------------------------------------------------------


def slip(source: str = "", readout: str = "", name: str = "own") -> Slip:
    """Return a slip with words that no other has."""
    return Slip(source, readout, said(Text(en=f"own words: {name}", ko=f"{name}: 저자의 말")), name)


def cost_key(*slips: Slip, **names: Any) -> Key:
    """Return the key of the cost with an author's slips."""
    known = {"W": 0.5, "X": X, "Y": Y, **names}
    lab = exercise("cost", "W", "X Y", data=(OTHER,), slips=slips, drawn=Drawn("cost", ("W",)))
    return Key.of(lab, known, run_here, ranges={"W": (-1.0, 3.0)})


def test_a_slip_of_the_author_comes_first_and_is_known_by_what_it_computes() -> None:
    key = cost_key(slip("def cost(W):\n    return ((W*X - Y)**2).sum()\n"))
    heard = verdict(key, "def cost(W):\n    e = W*X - Y\n    return e @ e\n")
    assert "own" == heard.mistake
    assert "own words: own" == sentence(heard)


def test_a_readout_is_known_by_the_value_at_the_question_s_own_numbers() -> None:
    key = cost_key(slip(readout="mean_error"), mean_error=-1.0)
    assert "own" == verdict(key, "def cost(W):\n    return (W*X - Y).mean()\n").mistake


def test_a_slip_that_gives_the_answer_on_all_data_is_none() -> None:
    key = cost_key(slip("def cost(W):\n    return ((Y - W*X)**2).mean()\n"))
    assert () == key.slips
    assert verdict(key, "def cost(W):\n    return ((Y - X*W)**2).mean()\n").right


def test_a_slip_that_takes_the_others_down_with_it_is_run_alone_and_so_are_they() -> None:
    own = slip("def cost(W):\n    return ((W*X - Y)**2).sum()\n")
    for fatal in (
        "def cost(W):\n    return Z\n",
        "half = 1 / 0\ndef cost(W):\n    return W\n",
        "def cost(W):\n    pass\n",
    ):
        key = cost_key(slip(fatal, name="fatal"), own)
        assert "own" == verdict(key, "def cost(W):\n    e = W*X - Y\n    return e @ e\n").mistake


# -- the key ---------------------------------------------------------------------------------------------------------


def test_a_key_runs_nothing_before_it_is_asked_and_the_wrong_programs_only_for_a_wrong_one() -> None:
    jobs: list[Job] = []

    def counted(job: Job) -> Ran:
        jobs.append(job)
        return run_here(job)

    key = replace(cost_key(), run=counted)
    assert [] == jobs
    assert verdict(key, key.exercise.solution).right
    assert 2 == len(jobs)
    assert not verdict(key, "def cost(W):\n    return ((W*X + Y)**2).mean()\n").right
    after = len(jobs)
    assert not verdict(key, "def cost(W):\n    return ((W*X + Y)**2).mean()\n").right
    assert after + 1 == len(jobs)


def test_a_program_that_could_not_be_started_is_no_attempt() -> None:
    key = cost_key()
    assert key.wanted
    stopped = replace(key, run=lambda _: Ran((), Fault("start")))
    vars(stopped)["wanted"] = key.wanted
    with pytest.raises(NotRunError):
        verdict(stopped, key.exercise.solution)


@pytest.mark.parametrize("source", [PROGRAMS["cost"]["solution"], "def cost(W)\n    return 0\n", "cost = 1\n"])
@pytest.mark.parametrize(("why", "words"), [("Unguarded", "owner"), ("Untrusted", "--trust"), ("", "try again")])
def test_where_no_program_is_run_none_is_judged_and_the_reason_is_told(source: str, why: str, words: str) -> None:
    key = replace(cost_key(), run=lambda _: Ran((), Fault("start", why)))
    with pytest.raises(NotRunError, match=words):
        verdict(key, source)


def test_a_solution_that_fails_is_the_author_s_matter() -> None:
    key = cost_key()
    broken = replace(key, exercise=replace(key.exercise, solution="def cost(W):\n    return Z\n"))
    with pytest.raises(BrokenExerciseError, match="NameError"):
        verdict(broken, key.exercise.solution)


def test_data_that_cannot_tell_two_names_apart_lets_their_exchange_survive() -> None:
    alone = Key.of(exercise("cost", "W", "X Y"), {"W": 0.5, "X": X, "Y": Y}, run_here, ranges={"W": (-1.0, 3.0)})
    exchanged = "((W * Y - X) ** 2).mean()"
    assert any(exchanged in known.source for known in alone.surviving)
    assert any(exchanged in known.source for known in cost_key().mutants)
    assert not any(exchanged in known.source for known in cost_key().surviving)


@pytest.mark.parametrize("name", ["cost", "bce", "step", "layer", "softmax", "standardise", "neuron"])
def test_wrong_programs_made_of_the_right_ones_are_python_and_of_a_known_kind(name: str) -> None:
    mutants = mutants_of(key_of(name).exercise)
    assert 10 < len(mutants) <= MOST
    assert len(mutants) == len({mutant.source for mutant in mutants})
    for mutant in mutants:
        ast.parse(mutant.source)
        assert mutant.kind in ORDER
    assert set(ORDER) == {*CHANGES, "part", "repeated"}


def test_wrong_programs_are_run_in_jobs_that_a_worker_takes() -> None:
    lines = "".join(f"    part_{number} = W*X - Y\n" for number in range(20))
    long = replace(cost_key().exercise, solution=f"def cost(W):\n{lines}    return (part_1**2).mean()\n")
    jobs: list[Job] = []

    def counted(job: Job) -> Ran:
        jobs.append(job)
        return run_here(job)

    assert replace(cost_key(), exercise=long, run=counted).mutants
    assert len(jobs) > 5
    assert all(len(job.source) <= LONGEST_SOURCE for job in jobs)


GROW = "def grow(W, rate, rounds):\n    for _ in range(rounds):\n        W = W + rate * (3 - W)\n    return W\n"


def grow_key(seen: list[Job], seconds: float) -> Key:
    def run(job: Job) -> Ran:
        seen.append(job)
        return run_here(job)

    takes_long = Exercise(
        function="grow", arguments=("W", "rate", "rounds"), given=(), solution=GROW, also=(), slips=(), starter="",
        blanks="", seconds=seconds, data=({"W": 0.4, "rate": 0.3, "rounds": 2}, {"W": 2.0, "rate": 0.7, "rounds": 30}),
    )  # fmt: skip
    return Key.of(takes_long, {"W": 1.0, "rate": 0.2, "rounds": 50}, run)


def test_what_takes_long_is_told_from_its_wrong_programs_on_the_data_with_the_fewest_rounds() -> None:
    jobs: list[Job] = []
    key = grow_key(jobs, 3.0)
    assert "sign" == verdict(key, GROW.replace("W + rate", "W - rate")).mistake
    rounds = [[call[2] for case in job.cases for call in case.calls] for job in jobs if "_functions" in job.source]
    assert [2] in rounds
    assert sum(one == [2] for one in rounds) > sum(len(one) > 1 for one in rounds)
    # Who asks again waits for one program.
    before = len(jobs)
    assert "sign" == verdict(key, GROW.replace("W + rate", "W - rate")).mistake
    assert before + 1 == len(jobs)


def test_what_is_like_a_wrong_program_on_the_quickest_data_alone_is_not_taken_for_it() -> None:
    only_there = GROW.replace(
        "        W = W",
        "        W = W - rate * (3 - W) if rounds == 2 else W + 1.1 * rate * W\n        continue\n        W = W",
    )
    assert "sign" != verdict(grow_key([], 3.0), only_there).mistake


def test_on_the_quickest_data_the_same_is_heard_as_on_all_of_it() -> None:
    for old, new in (
        ("W + rate", "W - rate"),
        ("3 - W", "W - 3"),
        ("rate * (3", "(3"),
        ("rate *", "rate * 2 *"),
        (" W + ", " "),
    ):
        heard = [verdict(grow_key([], seconds), GROW.replace(old, new)).mistake for seconds in (0.8, 3.0)]
        assert heard[0] == heard[1]
        assert heard[0] != "counterexample"


def test_no_wrong_program_goes_round_as_often_as_the_square_of_what_it_should() -> None:
    solution = "def cost(W):\n    for turn in range(W):\n        W = W * 0.5\n    return W\n"
    made = [one.source for one in mutants_of(replace(cost_key().exercise, solution=solution))]
    assert any("W * 0.5 * 2" in source for source in made)
    assert not any("range(W ** 2)" in source for source in made)


def test_what_may_never_end_has_no_wrong_programs_made_of_it() -> None:
    key = cost_key()
    endless = "def cost(W):\n    n = 0\n    while n < 3:\n        n += 1\n    return ((W*X - Y)**2).mean()\n"
    assert () == mutants_of(replace(key.exercise, solution=endless))


# -- the data --------------------------------------------------------------------------------------------------------


def test_names_have_their_values_from_the_data_else_from_the_lab() -> None:
    own, other = cases_of(exercise("cost", "W", "X Y", data=({"X": [4, 5]},)), {"W": 2.0, "X": X, "Y": Y}, {})
    assert [1.0, 2.0, 3.0] == own.given["X"].tolist()
    assert [4.0, 5.0] == other.given["X"].tolist()
    assert float == other.given["X"].dtype
    assert [1.0, 2.0, 3.0] == other.given["Y"].tolist()
    assert ((2.0,),) == own.calls == other.calls


def test_an_argument_with_a_range_is_called_at_places_that_no_turned_sign_leaves_the_same() -> None:
    (case,) = cases_of(exercise("cost", "W", "X Y"), {"W": 0.5, "X": X, "Y": Y}, {"W": (-2.0, 2.0)})
    places = [call[0] for call in case.calls]
    assert 0.5 == places[0]
    assert {-2.0, 2.0} < set(places)
    assert len(places) == len(set(places))
    assert any(-place not in places for place in places)


def test_a_whole_number_stays_one_along_its_range() -> None:
    (case,) = cases_of(exercise("cost", "W"), {"W": 3}, {"W": (0, 10)})
    assert all(isinstance(call[0], int) for call in case.calls)


def test_data_that_names_an_argument_calls_it_there_only() -> None:
    lab = exercise("sigmoid_slope", "z", data=({"z": 1000.0},))
    assert ((1000.0,),) == cases_of(lab, {"z": 0.5}, {"z": (-6.0, 6.0)})[1].calls


# -- what is the same ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        (2.0, 2),
        (2.0, np.float32(2)),
        (2.0, np.array([[2.0]])),
        (1.0, True),
        (0.1 + 0.2, 0.3),
        (1 / 3, np.float32(1 / 3)),
        (np.array([1.0, 2.0]), [1, 2]),
        (np.array([[1.0, 2.0]]), [[1, 2]]),
        ((1.0, 2.0), [1, 2]),
        ((np.ones(2), 3.0), [[1, 1], 3]),
        (float("nan"), float("nan")),
        (float("inf"), float("inf")),
        ({"a": 1.0}, {"a": 1}),
        ({"a": 1.0, "b": 2.0}, {"b": 2.0, "a": 1.0}),
        (2.0, 2 + 0j),
        (np.zeros((0, 2)), np.zeros((0, 2))),
        (np.array([2.0, np.nan]), np.array([np.float16(2.005), np.nan], np.float16)),
    ],
)
def test_the_same_numbers_are_the_same_however_they_are_kept(wanted: Any, other: Any) -> None:
    assert same(wanted, other, 1.0)
    # A look at the first number alone must not say otherwise.
    assert may_be_same(lead_of(wanted), lead_of(other), 1.0)
    assert may_be_same(lead_of(((wanted,),)), lead_of(((other,),)), 1.0)


def test_of_many_wrong_numbers_the_first_one_tells() -> None:
    assert 0.5 == lead_of((([[0.5, 2.0]],), (3.0,)))
    assert not may_be_same(lead_of(0.5), lead_of(np.float32(0.51)), 1.0)


@pytest.mark.parametrize(
    ("wanted", "other"),
    [
        (2.0, 2.001),
        (2.0, "2.0"),
        (2.0, None),
        (2.0, [2.0, 2.0]),
        (np.ones(3), np.ones((3, 1))),
        (np.ones(3), np.ones((1, 3))),
        (np.ones(2), [1.0, [1.0]]),
        ((np.ones(2), 3.0), (np.ones(2),)),
        (float("inf"), -float("inf")),
        (1.0, float("nan")),
        ({"a": 1.0}, {"b": 1.0}),
        (0.0, 1e-6),
    ],
)
def test_other_numbers_and_other_shapes_are_not(wanted: Any, other: Any) -> None:
    assert not same(wanted, other, 1.0)


def arrays() -> st.SearchStrategy[Any]:
    """Return arrays of few shapes and all numbers."""
    shapes = st.sampled_from([(), (1,), (2,), (3,), (0,), (2, 3), (3, 2), (4, 3), (1, 3), (2, 2, 2)])
    entries = st.floats(width=32) | st.sampled_from([0.0, 1.0, 700.0])
    return shapes.flatmap(lambda shape: hypothesis_arrays(float, shape, elements=entries))


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | arrays()
    | st.builds(Other, st.sampled_from(["function", "ellipsis", "set"]), st.just("")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@pytest.mark.parametrize("name", ["cost", "step", "layer", "softmax", "gradients", "neuron"])
@given(data=st.data())
def test_whatever_comes_back_there_is_a_verdict_in_every_language(name: str, data: st.DataObject) -> None:
    key = key_of(name)
    one = data.draw(VALUES)
    rest = data.draw(st.just(one) | VALUES)
    changed = data.draw(st.sampled_from([(), ("X",)]))
    calls = tuple(tuple(Returned(rest, changed) for _ in case.calls) for case in key.cases)
    ran = Ran(((Returned(one, changed), *calls[0][1:]), *calls[1:]))
    stubbed = replace(key, run=lambda _: ran)
    vars(stubbed).update({what: getattr(key, what) for what in ("wanted", "mutants", "twice_changed")})
    heard = verdict(stubbed, key.exercise.solution)
    if not heard.right:
        assert heard.say is not None
        assert all(heard.say.in_(language).source.strip() for language in INTERFACE_LANGUAGES)


# -- right, and a word on its style ----------------------------------------------------------------------------------


def test_a_loop_is_praised_with_the_hint_that_it_can_be_one_expression() -> None:
    heard = judged(
        "cost", "def cost(W):\n    t = 0\n    for x, y in zip(X, Y):\n        t += (W*x - y)**2\n    return t/len(X)\n"
    )
    assert heard.right
    assert "without the loop" in sentence(heard)


def test_the_solution_hears_nothing_about_style() -> None:
    assert all(judged(name, key_of(name).exercise.solution).say is None for name in PROGRAMS)
