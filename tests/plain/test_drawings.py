"""A drawing in numbers, and in none that a prediction is still to be made of."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tests.plain.dialogue import LESSONS
from tests.trusted import standing_course
from tutor.figure import (
    Axis,
    Bars,
    Drawing,
    Edge,
    Figure,
    Guide,
    Heat,
    Line,
    Mark,
    Matrices,
    Matrix,
    Network,
    Node,
    Panels,
    Pixels,
    Points,
    Product,
)
from tutor.language import INTERFACE_LANGUAGES, Text
from tutor.plain.drawings import drawing_lines
from tutor.plain.surfaces import surface_words

ALT = Text(en="A drawing.", ko="그림입니다.")


def test_a_chart_tells_its_axes_and_each_layer_by_name() -> None:
    figure = Figure(
        (
            Line(np.array([0.0, 1.0, 2.0]), np.array([0.0, 0.5, -1.0]), label="cost"),
            Points(np.array([1.0]), np.array([2.0]), label="samples"),
            Bars(("a", "b"), np.array([1.0, np.nan])),
            Guide("x", 1.5, label="threshold"),
            Mark(1.0, 2.0, label="minimum"),
        ),
        ALT,
        Axis("W"),
        Axis("cost"),
    )
    assert [
        "Across: W. Up: cost.",
        "cost: curve through (0, 0), (1, 0.5), (2, −1)",
        "samples: points (1, 2)",
        "a 1",
        "threshold: x = 1.5",
        "minimum: (1, 2)",
    ] == list(drawing_lines(figure, "en"))


def test_a_long_curve_is_told_at_a_few_points_both_ends_among_them() -> None:
    x = np.linspace(0, 100, 1001)
    (_, told) = drawing_lines(Figure((Line(x, x),), ALT), "en")
    pairs = re.findall(r"\(([\d.]+), \1\)", told)
    assert ("0", "100", 9) == (pairs[0], pairs[-1], len(pairs))


def test_a_network_tells_its_units_and_its_weights() -> None:
    network = Network(
        ((Node("x", 1.0),), (Node("h", 0.5, bias=-1.0, sum=0.25, delta=0.1),)),
        (Edge((0, 0), (1, 0), 2.0, "w1", gradient=-0.5),),
        ALT,
        ("input", "hidden"),
    )
    assert ["input: x: 1", "hidden: h: b −1, z 0.25, 0.5, δ 0.1", "from x to h: weight w1 2, slope −0.5"] == list(
        drawing_lines(network, "en")
    )


def test_matrices_are_told_row_by_row_and_what_is_unknown_is_no_number() -> None:
    matrices = Matrices((Matrix(np.array([[1, 2], [3, 4]]), "A", unknown=frozenset({(0, 1)})),), ALT)
    assert ["A, row 1: 1, ?", "A, row 2: 3, 4"] == list(drawing_lines(matrices, "en"))
    assert ["A, 1행: 1, ?", "A, 2행: 3, 4"] == list(drawing_lines(matrices, "ko"))
    both = Panels((Pixels(np.array([[0.0, 1.0]]), ALT), matrices), ALT)
    assert "row 1: 0, 1" == next(drawing_lines(both, "en"))


def test_of_a_product_only_the_cells_that_are_worked_out_are_told() -> None:
    product = Product(np.array([[1, 2]]), np.array([[3, 5], [4, 6]]), ALT, known=frozenset({(0, 0)}))
    assert "C, row 1: 11, ?" == list(drawing_lines(product, "en"))[-1]


def every_drawing() -> list[tuple[str, Drawing]]:
    """Return every drawing that a step of the course opens with."""
    found: list[tuple[str, Drawing]] = []
    for lesson in standing_course(LESSONS).lessons:
        for step in lesson.steps:
            if step.lab is not None and not step.lab.hidden:
                result = step.lab.lab(**step.lab.values)
                found += [(f"{lesson.id}/{step.id}", drawing) for drawing in result.drawings]
    return found


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_drawing_of_the_course_has_numbers_to_tell(language: str) -> None:
    found = every_drawing()
    assert len({type(drawing) for _, drawing in found}) == 8
    for place, drawing in found:
        lines = list(drawing_lines(drawing, language))
        assert lines, place
        assert all(line.strip() for line in lines), place
        assert not any(re.search(r"\b(nan|array)\b", line) for line in lines), place


def surface(*rows: str) -> Heat:
    """Return a surface over the plane from 0 to the number of letters: above one half where there is a #; y upwards."""
    z = np.array([[0.9 if letter == "#" else 0.1 for letter in row] for row in reversed(rows)])
    return Heat(z, (0, z.shape[1]), (0, z.shape[0]))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            (".....", ".##..", ".##..", ".....", "....."),
            "It is above 0.5 on: 16% of the plane around (2.0, 3.0), closed all round.",
        ),
        (("##..", "##..", "...#", "...#"), "It is above 0.5 on: 25% of the plane around (1.0, 3.0), open to the edge; "
         "12% of the plane around (3.5, 1.0), open to the edge."),
        (
            ("#####", "#...#", "#...#", "#...#", "#####"),
            "It is above 0.5 on: 64% of the plane around (2.5, 2.5), open to the edge. "
            "Closed in by that, and not above it: 36% of the plane around (2.5, 2.5), closed all round.",
        ),
        (("##", "##"), "It is above 0.5 everywhere."),
        (("..", ".."), "It is above 0.5 nowhere."),
    ],
)  # fmt: skip
def test_what_a_surface_does_is_told_by_its_parts(rows: tuple[str, ...], said: str) -> None:
    assert said == surface_words(surface(*rows), "en")


def test_a_drawing_that_shows_nothing_yet_is_told_in_no_line() -> None:
    assert [] == list(drawing_lines(Figure((), "nothing", Axis("x", 0, 1), Axis("y", 0, 1)), "en"))
    (axes, line) = drawing_lines(Figure((Mark(1e-17, 2.5e-7),), "a point", Axis("x", 0, 1), Axis("y", 0, 1)), "en")
    assert "Across: x. Up: y." == axes
    assert "(0, 2.5 times 10 to the −7)" == line
