"""The picture of a program: what the learner's function gives, beside what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.programs_here import run_here
from tests.trusted import course_in
from tutor.course.kinds.code import CodeQuestion
from tutor.course.programs import picture
from tutor.course.programs.exercise import Drawn, Exercise
from tutor.course.programs.scene import Grid, Scene, scene_of
from tutor.course.programs.sketch import ProgramSketching
from tutor.course.questions import Asked, words_of
from tutor.course.sketch import Sketch
from tutor.figure import Drawing, Edge, Figure, Heat, Line, Matrices, Matrix, Network, Node, Points, Role
from tutor.lab import Lab, Readout, Result, Slider, Toggle, lab
from tutor.language import Text
from tutor.program import Job, Ran

FALLING = Path(__file__).parent.parent / "courses" / "falling"
CURVE = Scene((Grid("W", np.linspace(0.0, 4.0, 5)),), ())


def line_of(drawing: Drawing | None, role: Role) -> Line | None:
    assert isinstance(drawing, Figure)
    return next((layer for layer in drawing.layers if isinstance(layer, Line) and layer.role is role), None)


def matrices_in(drawing: Drawing | None) -> tuple[Matrix, str, Matrix]:
    assert isinstance(drawing, Matrices)
    yours, sign, wanted = drawing.parts
    assert isinstance(yours, Matrix)
    assert isinstance(sign, str)
    assert isinstance(wanted, Matrix)
    return yours, sign, wanted


# -- curves -----------------------------------------------------------------------------------------------------------


def test_a_curve_lies_over_the_wanted_one_which_is_dashed() -> None:
    drawn = picture.curve(CURVE, [0, 1, 2, 3, 4], [0, 1, 4, 9, 16], "cost")
    wanted, yours = line_of(drawn, Role.MODEL), line_of(drawn, Role.GUESS)
    assert wanted is not None
    assert yours is not None
    assert wanted.dashed
    assert [0, 1, 4, 9, 16] == wanted.y.tolist()
    assert [0, 1, 2, 3, 4] == yours.y.tolist()
    assert drawn.layers.index(yours) > drawn.layers.index(wanted)


def test_a_function_that_gives_no_number_has_no_curve_yet() -> None:
    for nothing in (None, "4", [1, 2], {}):
        drawn = picture.curve(CURVE, [nothing] * 5, [0, 1, 4, 9, 16], "cost")
        assert line_of(drawn, Role.GUESS) is None
        assert "no number yet" in drawn.alt.in_("en")


def test_the_limits_are_those_of_the_wanted_curve_so_that_nothing_jumps_while_one_types() -> None:
    near = picture.curve(CURVE, [1, 1, 2, 30, 400], [0, 1, 4, 9, 16], "cost")
    same = picture.curve(CURVE, [0, 1, 4, 9, 16], [0, 1, 4, 9, 16], "cost")
    assert (near.y.low, near.y.high) == (same.y.low, same.y.high)
    far = picture.curve(CURVE, [400, 500, 600, 700, 1e300], [0, 1, 4, 9, 16], "cost")
    assert far.y.high is not None
    assert far.y.high > 400


def test_numbers_come_as_arrays_of_one_and_as_truth_values_too() -> None:
    found = picture.numbers_of([np.array([[2.5]]), np.float32(1), True, np.array([]), None], 6).tolist()
    assert [2.5, 1.0, 1.0] == found[:3]
    assert np.isnan(found[3:]).all()


# -- planes, ways, cells ----------------------------------------------------------------------------------------------


def test_a_plane_marks_where_it_is_on_the_other_side_than_wanted() -> None:
    places = np.linspace(0.0, 1.0, 5)
    scene = Scene((Grid("x1", places), Grid("x2", places)), ())
    calls = [(a, b) for b in places for a in places]
    drawn = picture.plane(scene, [float(a + b > 1) for a, b in calls], [float(a > 0.5) for a, b in calls], "y")
    heat = next(layer for layer in drawn.layers if isinstance(layer, Heat))
    assert 1.0 == heat.z[4, 4] == heat.z[1, 4]
    assert 0.0 == heat.z[4, 0]
    marks = next(layer for layer in drawn.layers if isinstance(layer, Points))
    assert all(float(a + b > 1) != float(a > 0.5) for a, b in zip(marks.x, marks.y, strict=True))
    right = picture.plane(scene, [float(a > 0.5) for a, b in calls], [float(a > 0.5) for a, b in calls], "y")
    assert [Heat] == [type(layer) for layer in right.layers]


def test_cells_that_differ_stand_out() -> None:
    scene = Scene((), ((),))
    yours, sign, wanted = matrices_in(picture.cells(scene, [np.array([[1, 2], [4, 5]])], [np.array([[1, 2], [3, 5]])]))
    assert frozenset({(1, 0)}) == yours.lit
    assert "≠" == sign
    assert [[1, 2], [3, 5]] == wanted.values.tolist()
    _, sign, _ = matrices_in(picture.cells(scene, [[[1, 2], [3, 5 + 1e-9]]], [np.array([[1, 2], [3, 5]])]))
    assert "=" == sign


@pytest.mark.parametrize("nothing", [None, "text", {"a": "b"}, object()])
def test_what_is_no_array_is_cells_not_worked_out_yet(nothing: Any) -> None:
    yours, sign, _ = matrices_in(picture.cells(Scene((), ((),)), [nothing], [np.array([1.0, 2.0])]))
    assert frozenset({(0, 0), (0, 1)}) == yours.unknown
    assert "?" == sign


@pytest.mark.parametrize(
    ("scene", "yours", "wanted", "has_shapes"),
    [
        (Scene((), ((),)), [np.ones(2)], [np.zeros(2)], True),
        (Scene((), ((),)), [np.ones(2)], [1.0], True),
        (Scene((), ((),)), [94], [0.94], False),
        (Scene((), ((0,), (1,)), ("f(0)", "f(1)")), [0, 1], [1, 1], False),
    ],
)
def test_only_arrays_have_a_shape(scene: Scene, yours: list[Any], wanted: list[Any], has_shapes: bool) -> None:
    drawn = picture.cells(scene, yours, wanted)
    assert isinstance(drawn, Matrices)
    assert has_shapes == drawn.show_shapes


def test_another_shape_is_shown_in_its_own_shape() -> None:
    yours, sign, _ = matrices_in(picture.cells(Scene((), ((),)), [np.ones((3, 1))], [np.ones((1, 3))]))
    assert (3, 1) == yours.values.shape
    assert 3 == len(yours.lit)
    assert "≠" == sign


def test_several_arrays_given_back_are_one_row_after_the_other() -> None:
    yours, _, wanted = matrices_in(picture.cells(Scene((), ((),)), [(np.ones(2), 5.0)], [(np.ones(2), 4.0)]))
    assert [1.0, 1.0, 5.0] == yours.values.tolist()
    assert [1.0, 1.0, 4.0] == wanted.values.tolist()


def test_a_long_row_is_a_line() -> None:
    drawn = picture.cells(Scene((), ((),)), [np.arange(30) * 2.0], [np.arange(30.0)])
    assert isinstance(drawn, Figure)
    assert line_of(drawn, Role.GUESS) is not None


def test_a_layer_stands_on_the_nodes_of_its_network() -> None:
    network = Network(
        ((Node("x", 1.0), Node("1")), (Node("1"), Node("h1", 0.5), Node("h2", 0.25)), (Node("p", 0.7),)),
        (Edge((0, 0), (1, 1)), Edge((0, 0), (1, 2)), Edge((0, 1), (1, 2)), Edge((1, 1), (2, 0))),
        Text(en="a network", ko="신경망"),
    )
    scene, wanted = Scene((), ((),)), [np.array([[0.5, 0.25]])]
    drawn = picture.nodes(scene, network, [np.array([[0.5, 0.75]])], wanted)
    assert drawn is not None
    inputs, yours, beside = drawn.columns
    assert network.columns[0] == inputs
    assert [("h1", 0.5, False), ("h2", 0.75, True)] == [(node.name, node.value, node.active) for node in yours]
    assert [("=", 0.5), ("≠", 0.25)] == [(node.name, node.value) for node in beside]
    assert [((0, 0), (1, 0)), ((0, 0), (1, 1)), ((0, 1), (1, 1))] == [(one.source, one.target) for one in drawn.edges]
    nothing = picture.nodes(scene, network, [None], wanted)
    assert nothing is not None
    assert [None, None] == [node.value for node in nothing.columns[1]]
    assert picture.nodes(scene, network, [np.array([0.5, 0.25])], wanted) is None
    assert picture.nodes(scene, network, wanted, [np.array([[0.5, 0.3]])]) is None
    assert picture.nodes(scene, network, [0.7], [0.7]) is None
    calls = Scene((), ((0,), (1,)), ("f(0)", "f(1)"))
    assert picture.nodes(calls, network, [0.5, 0.25], [0.5, 0.25]) is None


def test_of_several_arrays_a_long_row_is_drawn_alone() -> None:
    losses, weights = [1.0 / (1 + epoch) for epoch in range(20)], np.full((2, 2), 50.0)
    drawn = picture.cells(Scene((), ((),)), [([2 * loss for loss in losses], weights)], [(losses, weights)])
    assert isinstance(drawn, Figure)
    assert drawn.y.high < 3
    assert len(losses) == len(line_of(drawn, Role.GUESS).x) == len(line_of(drawn, Role.MODEL).x)


@pytest.mark.parametrize("nothing", [None, (), ([],), 5.0, ([[1.0], [2.0, 3.0]],), [[1.0], [2.0, 3.0]], ["a"] * 20])
def test_without_its_long_row_what_is_wanted_is_drawn_alone(nothing: Any) -> None:
    drawn = picture.cells(Scene((), ((),)), [nothing], [([1.0] * 20, np.ones(2))])
    assert isinstance(drawn, Figure)
    assert line_of(drawn, Role.MODEL) is not None


# -- with which arguments ---------------------------------------------------------------------------------------------


@lab(W=Slider(0.0, low=-1, high=3, step=0.05), on=Toggle(False), rate=Slider(0.1, low=0, high=1, step=0.1))
def bowl(W: float, on: bool, rate: float) -> Result:  # noqa: ARG001
    """The bowl (W - 1)^2."""
    return Result({"cost": Readout((W - 1) ** 2), "X": Readout(np.array([1.0, 2.0, 3.0]))})


def an_exercise(solution: str, drawn: Drawn | None = None, given: tuple[str, ...] = (), **more: Any) -> Exercise:
    head = solution.split("(", 1)
    names = head[1].split(")", 1)[0]
    return Exercise(
        function=head[0].removeprefix("def ").strip(),
        arguments=tuple(name.strip() for name in names.split(",")),
        given=given, data=(), solution=solution, also=(), slips=(), starter="", blanks="", drawn=drawn, **more,
    )  # fmt: skip


def sketched(exercise: Exercise, source: str, of: Lab = bowl) -> Sketch:
    values = of.check({})
    return sketching_of(exercise, of, values).draw(source, run_here)


def sketching_of(exercise: Exercise, of: Lab, values: Mapping[str, Any]) -> ProgramSketching:
    result = of(**{name: value for name, value in values.items() if name in of.parameters})
    names = {**values, **{name: readout.value for name, readout in result.readouts.items()}}
    question = CodeQuestion(
        id="it", kind="code", prompt=words_of(Text(en="it")), lab=of, variants=({},), hints=(), explain=None,
        revision="", exercise=exercise, places={}, reads=(),
    )  # fmt: skip
    return ProgramSketching(exercise, of, Asked(question, 0, of.check({}), result), names, {})


def test_a_curve_runs_along_the_whole_way_of_its_slider() -> None:
    exercise = an_exercise("def cost(W):\n    return (W - 1)**2", Drawn("cost", ("W",)))
    drawn = sketched(exercise, "def cost(W):\n    return abs(W - 1)").drawing
    yours = line_of(drawn, Role.GUESS)
    assert yours is not None
    assert (-1.0, 3.0) == (yours.x[0], yours.x[-1])
    assert np.allclose(np.abs(yours.x - 1), yours.y)


def test_a_function_that_walks_goes_down_the_curve_of_the_lab() -> None:
    exercise = an_exercise("def step(W, rate):\n    return W - rate*2*(W - 1)", Drawn("cost", ("W",), walks=True))
    drawn = sketched(exercise, "def step(W, rate):\n    return W + rate*2*(W - 1)").drawing
    assert isinstance(drawn, Figure)
    ways = {layer.role: layer for layer in drawn.layers if isinstance(layer, Points)}
    assert np.allclose(1 - 0.8 ** np.arange(26), ways[Role.MODEL].x)
    assert np.allclose(1 - 1.2 ** np.arange(26), ways[Role.GUESS].x)
    broken = sketched(exercise, "def step(W, rate):\n    return (W")
    assert broken.fault is not None
    assert 1 <= broken.fault.line <= 2


def test_arguments_that_can_be_moved_make_a_table_of_calls() -> None:
    exercise = an_exercise("def both(W, on):\n    return W if on else 0.0")
    scene = scene_of(exercise, bowl, {**bowl.check({})})
    # Five places times two are too many for a table: the last one that moves stands still.
    assert 5 == len(scene.calls) == len(scene.labels)
    yours, _, _ = matrices_in(sketched(exercise, "def both(W, on):\n    return 0").drawing)
    assert "both(-1)" == yours.row_names[0]


def test_several_numbers_of_each_call_are_a_row_in_the_table() -> None:
    exercise = an_exercise("def both(W):\n    return W, 2*W")
    yours, _, wanted = matrices_in(sketched(exercise, "def both(W):\n    return W, W").drawing)
    assert [[W, 2 * W] for W in (-1, 0, 1, 2, 3)] == wanted.values.tolist()
    assert [[W, W] for W in (-1, 0, 1, 2, 3)] == yours.values.tolist()
    assert {(row, 1) for row in (0, 2, 3, 4)} == yours.lit
    # A program that gives only one of them has nothing to show there.
    sketched(exercise, "def both(W):\n    return W")


def test_of_a_training_that_gives_its_losses_and_more_the_losses_are_drawn() -> None:
    exercise = an_exercise("def train(X):\n    return [1 / (1 + n) for n in range(40)], X, np.array([5.0, 6.0])")
    drawn = sketched(exercise, "def train(X):\n    return [1.0] * 40, X, np.array([5.0, 6.0])").drawing
    yours = line_of(drawn, Role.GUESS)
    assert yours is not None
    assert [1.0] * 40 == yours.y.tolist()


def test_arrays_are_handed_over_as_arrays() -> None:
    exercise = an_exercise("def double(X):\n    return X * 2")
    yours, sign, _ = matrices_in(sketched(exercise, "def double(X):\n    return X + X").drawing)
    assert [2, 4, 6] == yours.values.tolist()
    assert "=" == sign


def test_two_entries_of_one_argument_are_a_plane() -> None:
    @lab(x=Slider(0.0, low=0, high=1, step=0.1))
    def pair(x: float) -> Result:
        """A pair."""
        return Result({"x12": Readout(np.array([x, 1.0]))})

    exercise = an_exercise("def y(x12):\n    return float(x12[0] + x12[1] > 1)", Drawn("y", ("x12",)))
    drawn = sketched(exercise, "def y(x12):\n    return float(x12[0] > 1)", pair).drawing
    assert isinstance(drawn, Figure)
    assert isinstance(drawn.layers[0], Heat)


# -- sketches ---------------------------------------------------------------------------------------------------------


@cache
def write_fall() -> CodeQuestion:
    return next(one for _, _, one in course_in(FALLING).all_questions() if isinstance(one, CodeQuestion))


def test_the_solution_is_run_once_and_kept() -> None:
    question, seen = write_fall(), []

    def run(job: Job) -> Ran:
        seen.append(job.source)
        return run_here(job)

    sketching = question.sketching(question.ask(0))
    assert () == sketching.alone()
    for source in ("def fall(t):\n    return g", "def fall(t):\n    return t"):
        assert sketching.draw(source, run).fault is None
    assert [question.exercise.solution, "def fall(t):\n    return g", "def fall(t):\n    return t"] == seen
    (alone,) = sketching.alone()
    assert line_of(alone, Role.GUESS) is None


def test_a_program_that_cannot_run_has_no_picture_and_says_why_and_what_it_printed() -> None:
    question = write_fall()
    sketching = question.sketching(question.ask(0))
    unread = sketching.draw("def fall(t)\n    return t", run_here)
    assert unread.drawing is None
    assert unread.fault is not None
    assert "syntax" == unread.fault.kind
    unrun = sketching.draw("def fall(t):\n    print('here')\n    return q", run_here)
    assert "here" in unrun.printed
    assert unrun.fault is not None
    assert 3 == unrun.fault.line
