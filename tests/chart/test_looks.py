"""How drawings look, as text. Each test says what a person should look for."""

from __future__ import annotations

import math

import numpy as np
from rich.segment import Segment

from tutor.chart.drawing import draw, natural_size
from tutor.chart.palette import DARK, LIGHT, MONOCHROME, Palette
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
    Pixels,
    Points,
    Role,
    Segments,
)
from tutor.language import Text

ALT = Text(en="A line through three points.", ko="점 세 개를 지나는 직선입니다.")
X = np.array([1.0, 2.0, 3.0])


def lines_of(drawing: Drawing, width: int, height: int, language: str = "en", palette: Palette = DARK) -> list[str]:
    drawn = draw(drawing, width, height, palette, language)
    return ["".join(segment.text for segment in line).rstrip() for line in drawn]


def segment_with(text: str, drawn: list[list[Segment]]) -> Segment:
    return next(segment for line in drawn for segment in line if text in segment.text)


RESIDUALS = Figure(
    (
        Line(np.array([0.0, 4.0]), np.array([0.0, 8.0]), label="H(x)"),
        Segments(X, X, X, 2 * X, label=Text(en="error", ko="오차")),
        Points(X, X, label=Text(en="data", ko="데이터")),
    ),
    ALT,
    Axis("x", 0, 4),
    Axis("y", 0, 8),
)


def test_residuals_run_from_the_points_to_the_line() -> None:
    """The points are full cells, the errors straight bars above them that end at the line; a legend on top."""
    assert [
        " y   ── H(x)   │ error   ● data",
        "8┤                           ⢀⡠⠄",
        " │                        ⣀⠔⠊⠁",
        "6┤                    ⢀⠤⠒⠉",
        " │                 ⡠⠔⠊⠁ │",
        "4┤             ⣀⠤⠒⠉     │",
        " │         ⢀⡠⠔⠊  │      ●",
        "2┤      ⣀⠤⠒⠁     ●",
        " │  ⢀⡠⠔⠉ ●",
        "0┤⠐⠊⠁",
        " └┬──────────────┬─────────────┬ x",
        "  0              2             4",
    ] == lines_of(RESIDUALS, 34, 12)


def test_each_layer_wears_the_colour_of_its_role() -> None:
    for palette in (DARK, LIGHT):
        drawn = draw(RESIDUALS, 34, 12, palette, "ko")
        for text, role in (("데이터", Role.GIVEN), ("오차", Role.LOSS), ("H(x)", Role.MODEL)):
            style = segment_with(text, drawn).style
            assert style is not None
            assert style.color is not None
            assert palette.roles[role].lower() == style.color.name


def test_marks_and_guides_carry_their_labels_and_a_far_mark_is_an_arrow() -> None:
    """The mark outside at the right is an arrow at the edge, the one at minus infinity an arrow at the bottom."""
    figure = Figure(
        (
            Guide("x", 1, label="min"),
            Guide("y", 2, role=Role.RIGHT, label="goal"),
            Mark(0, 1, label="W"),
            Mark(9, 2, role=Role.GUESS, mark="◆", label="far"),
            Mark(2, -math.inf, role=Role.LOSS, label="∞"),
            Mark(math.nan, 1, label="nowhere"),
        ),
        ALT,
        Axis(Text(en="weight", ko="가중치"), -1, 3),
        Axis("cost", 0, 4),
    )
    assert [
        "cost",
        "4┤             ┊ min",
        " │ goal        ┊          far",
        "2┼─────────────┼────────────▶",
        " │             ┊",
        " │       ● W   ┊",
        "0┤             ┊      ▼ ∞",
        " └───────┬─────┴──────┬──────",
        "         0            2",
        "                       weight",
    ] == lines_of(figure, 30, 10)


def test_a_dashed_line_has_gaps_and_a_line_with_a_missing_value_has_one() -> None:
    x = np.arange(9.0)
    level, broken = np.full(9, 1.0), np.array([1.0, 1, 1, 1, math.nan, 1, 1, 1, 1])
    figure = Figure((Line(x, level + 1, dashed=True), Line(x, broken)), ALT, Axis("", 0, 8), Axis("", 0, 3, ticks=[]))
    dashed, gap = (line[1:] for line in lines_of(figure, 26, 6)[1:3])
    assert dashed.strip("⠀ ").count(" ") + dashed.count("⠀") >= 3
    assert len(gap.split()) == 2


def test_bars_start_at_zero_and_say_their_value() -> None:
    """Korean names line up at the right; the negative bar goes left from the axis."""
    bars = Bars((Text(en="ill", ko="아픈 사람"), Text(en="well", ko="건강한 사람")), np.array([0.5, -0.25]))
    assert [
        "  아픈 사람         │███ 0.50",
        "                    │",
        "건강한 사람 −0.25 ▌█│",
    ] == lines_of(Figure((bars,), ALT), 30, 3, "ko")


def test_bars_of_two_layers_stand_together_and_a_missing_value_is_a_question_mark() -> None:
    before = Bars(("a", "b"), np.array([1.0, 2.0]), label="before")
    after = Bars(("a", "b"), np.array([2.0, math.nan]), role=Role.LOSS, label="after")
    assert [
        "   █ before   █ after",
        "a │████████████▌ 1",
        "  │█████████████████████████ 2",
        "  │",
        "b │█████████████████████████ 2",
        "  │ ?",
    ] == lines_of(Figure((before, after), ALT), 30, 6)


def test_bars_without_room_between_them_are_thin() -> None:
    bars = Bars(("a", "b", "c"), np.array([1.0, 2.0, 0.0]))
    assert ["a │━━━━━━ 1", "b │━━━━━━━━━━━━ 2", "c │ 0"] == lines_of(Figure((bars,), ALT), 17, 3)


SURFACE = Figure(
    (
        Heat(np.array([[0.0, 0, 1, 1], [0, 0, 1, 1]]), (0, 4), (0, 2)),
        Points(np.array([1.0]), np.array([1.0]), mark="○"),
        Points(np.array([3.0]), np.array([1.0])),
    ),
    ALT,
    Axis("x"),
    Axis("y"),
)


def test_a_surface_without_colour_shows_its_two_sides_and_the_boundary() -> None:
    """The side of class 1 is grey, the boundary a line, the two classes of points an open and a full circle."""
    assert [
        " y",
        "2┤         ·⡇▒▒▒▒▒▒▒▒▒",
        " │         ·⡇▒▒▒▒▒▒▒▒▒",
        "1┤     ○   ·⡇▒▒▒●▒▒▒▒▒",
        " │         ·⡇▒▒▒▒▒▒▒▒▒",
        " │         ·⡇▒▒▒▒▒▒▒▒▒",
        "0┤         ·⡇▒▒▒▒▒▒▒▒▒",
        " └┬─────────┬────────┬ x",
        "  0         2        4",
    ] == lines_of(SURFACE, 24, 9, palette=MONOCHROME)


def test_a_surface_in_colour_runs_from_one_end_of_the_scale_to_the_other() -> None:
    line = draw(SURFACE, 24, 9, DARK, "en")[2]
    grounds = [segment.style.bgcolor.name for segment in line if segment.style and segment.style.bgcolor]
    assert (DARK.heat[0].lower(), DARK.heat[-1].lower()) == (grounds[0], grounds[-1])


def test_a_surface_takes_few_bytes_to_redraw() -> None:
    """Along a row colours change rarely: nine levels, two halves a cell."""
    drawn = draw(SURFACE, 60, 24, DARK, "en")
    assert max(len(line) for line in drawn) <= 2 * 9 + 10


PRODUCT = Matrices(
    (
        Matrix(np.array([[1.0, 2]]), "X", Role.GIVEN, lit=frozenset({(0, 0), (0, 1)})),
        "·",
        Matrix(np.array([[1.0, 3, 5], [2, 4, 6]]), "W", lit=frozenset({(0, 1), (1, 1)})),
        "=",
        Matrix(np.array([[5.0, 11, 17]]), "Y", Role.RIGHT, lit=frozenset({(0, 1)}), unknown=frozenset({(0, 2)})),
    ),
    ALT,
    note="1·3 + 2·4 = 11",
    title=Text(en="Row by column", ko="행과 열"),
)


def test_a_product_of_matrices_stands_in_one_line() -> None:
    """Names above, shapes below, the signs beside the middle, the cell not worked out yet a dot."""
    assert [
        "행과 열",
        "",
        "     X              W                 Y",
        "[[ 1  2 ]]  ·  ⎡ 1  3  5 ⎤  =  [[ 5  11  · ]]",
        "  (1, 2)       ⎣ 2  4  6 ⎦         (1, 3)",
        "                 (2, 3)",
        "",
        "1·3 + 2·4 = 11",
    ] == lines_of(PRODUCT, 60, 8, "ko")
    assert (45, 8) == natural_size(PRODUCT, 60, "ko")


def test_a_lit_cell_is_reversed_with_and_without_colour() -> None:
    for palette in (DARK, MONOCHROME):
        style = segment_with(" 11 ", draw(PRODUCT, 60, 8, palette, "en")).style
        assert style is not None
        assert style.reverse
        assert style.bold


def test_numbers_line_up_at_the_point() -> None:
    """The points of 1.5 and 0.25 stand below one another, and whole numbers end where the point would be."""
    drawing = Matrices((Matrix(np.array([[1.5, -20], [0.25, 3], [12, 0.125]]), "A"),), ALT, show_shapes=False)
    assert [
        "         A",
        "⎡  1.5   −20     ⎤",
        "⎢  0.25    3     ⎥",
        "⎣ 12       0.125 ⎦",
    ] == lines_of(drawing, 30, 4)


def test_a_wide_product_breaks_before_a_sign_and_a_large_array_leaves_out_its_middle() -> None:
    assert ["=  [[ 5  11  · ]]"] == [line for line in lines_of(PRODUCT, 32, 14) if "=  [[" in line]
    large = Matrices((Matrix(np.arange(600.0).reshape(20, 30)),), ALT)
    assert [
        "⎡   0    1  ⋯   29 ⎤",
        "⎢  30   31  ⋯   59 ⎥",
        "⎢   ⋮    ⋮  ⋱    ⋮ ⎥",
        "⎣ 570  571  ⋯  599 ⎦",
        "      (20, 30)",
    ] == lines_of(large, 24, 5)


def test_a_row_of_numbers_has_one_pair_of_brackets_and_a_number_none() -> None:
    drawing = Matrices((Matrix(np.array([1.0, 2])), "+", Matrix(np.array(3.0))), ALT)
    assert ["[ 1  2 ]  +   3", "  (2,)       ()"] == lines_of(drawing, 20, 2)


NETWORK = Network(
    ((Node("x", 1.0, Role.GIVEN),), (Node("h"), Node("k", active=True))),
    (Edge((0, 0), (1, 0), 2.0), Edge((0, 0), (1, 1), -1.5, "w", active=True)),
    ALT,
    titles=("in", Text(en="hidden", ko="은닉층")),
)


def test_a_network_shows_nodes_edges_and_weights() -> None:
    """The edge with the negative weight is dashed; the active one says its name as well."""
    drawn = lines_of(NETWORK, 36, 8, "ko")
    assert ["in", "은닉층"] == drawn[0].split()
    text = "\n".join(drawn)
    assert all(part in text for part in ("(x 1.00)", "(h)", "(k)", "w=−1.5", "2"))
    assert DARK.style(Role.QUIET) == segment_with("은닉층", draw(NETWORK, 36, 8, DARK, "ko")).style
    style = segment_with("(k)", draw(NETWORK, 36, 8, MONOCHROME, "ko")).style
    assert style is not None
    assert style.bold
    assert style.reverse


def test_the_names_of_bars_have_their_title_beside_what_the_bars_mean() -> None:
    """Where two rows of bars have a legend and no common name, the title still stands over the names."""
    ours, theirs = np.array([1.0, 2.0]), np.array([2.0, 1.0])
    bars = (Bars(("a", "b"), ours, label="yours"), Bars(("a", "b"), theirs, Role.GIVEN, label="theirs"))
    assert [
        "digit  █ yours   █ theirs",
        "    a │███████ 1",
        "      │██████████████ 2",
        "      │",
        "    b │██████████████ 2",
        "      │███████ 1",
    ] == lines_of(Figure(bars, ALT, Axis("digit"), Axis("", 0, 3)), 30, 6)


def test_two_weights_stand_in_one_row_with_a_single_blank_between_them() -> None:
    """Three nodes, two nodes, six weights on five rows: "1" and "0" share a row, and each is still told apart."""
    columns = (tuple(Node(f"n0{row}", 1.0) for row in range(3)), (Node("n10", 1.0), Node("n11", 1.0)))
    weights = ((0.5, 0.5), (1.0, 0.0), (1.5, -0.5))
    edges = tuple(Edge((0, row), (1, to), weights[row][to]) for row in range(3) for to in range(2))
    assert [
        "",
        "(n00 1.00)  0.5⠤⠤⣤⡤(n10 1.00)",
        "            0.5⠒⡩⠊",
        "(n01 1.00)  1 0⠟⠤⡀",
        "            1.5⣉⠉⠾⠦(n11 1.00)",
        "(n02 1.00)  −0.5",
    ] == lines_of(Network(columns, edges, ALT), 30, 6)


def test_a_node_that_is_0_or_1_is_written_as_it_is_and_its_column_keeps_room_for_a_sign() -> None:
    bits = Node("x1", 1.0, format=".0f"), Node("x2", 0.0, format=".0f"), Node("1")
    network = Network((bits, (Node("z", -0.5),)), (), ALT)
    assert ["  (x1 1)", "", "  (x2 0)                      (z −0.50)", "", "    (1)"] == lines_of(network, 40, 5)


def test_a_network_without_room_becomes_a_list_of_its_columns() -> None:
    wide = Network(tuple(tuple(Node(f"n{c}{r}", 1.0) for r in range(3)) for c in range(4)), (), ALT)
    assert ["(n00 1.00) (n01 1.00) ⋯"] == lines_of(wide, 26, 4)[:1]


def test_what_is_no_number_of_a_list_is_quiet() -> None:
    columns = tuple(tuple(Node(f"n{c}{r}", 1.0) for r in range(3)) for c in range(4))
    (line, *_) = draw(Network(columns, (), ALT, titles=("in", "a", "b", "out")), 26, 4, DARK, "en")
    styles = {word: part.style for part in line for word in part.text.split()}
    quiet = DARK.style(Role.QUIET)
    assert (quiet, quiet) == (styles["in"], styles["⋯"])
    assert styles["(n00"] != quiet


def test_an_image_is_enlarged_by_a_whole_factor() -> None:
    image = Pixels(np.array([[0.0, 0.5], [1.0, 0.0]]), ALT)
    assert ["  ▒▒", "██"] == lines_of(image, 5, 2, palette=MONOCHROME)
    assert ["    ▒▒▒▒", "    ▒▒▒▒", "████", "████"] == lines_of(image, 11, 5, palette=MONOCHROME)[:4]
    assert (4, 2) == natural_size(image, 40, "en")


def test_without_room_the_sentence_stands_instead() -> None:
    assert ["A line", "through …"] == lines_of(RESIDUALS, 9, 2)
    assert ["점 세", "개를 …"] == lines_of(RESIDUALS, 7, 2, "ko")


def test_what_is_drawn_without_a_role_has_the_colour_of_what_it_most_often_is() -> None:
    """Data is given, a line or a bar is the model's, what lies between the two is loss, a guide stays quiet."""
    ends = np.array([0.0, 1.0])
    figure = Figure(
        (
            Line(ends, ends, label="line"),
            Points(ends, ends, label="points"),
            Segments(ends, ends, ends, ends, label="segments"),
            Guide("y", 0.5, label="guide"),
            Mark(0.5, 0.5, label="mark"),
        ),
        ALT,
        Axis("", 0, 1),
        Axis("", 0, 1),
    )
    roles = {"line": Role.MODEL, "points": Role.GIVEN, "segments": Role.LOSS, "guide": Role.QUIET, "mark": Role.MODEL}
    assert roles == {layer.label: layer.role for layer in figure.layers if not isinstance(layer, Bars | Heat)}
    bars = draw(Figure((Bars(("a",), np.array([1.0])),), ALT, y=Axis("", 0, 1)), 20, 4, DARK, "en")
    assert DARK.style(Role.MODEL).color == getattr(segment_with("█", bars).style, "color", None)
    image = draw(Pixels(np.array([[1.0]]), ALT), 4, 2, MONOCHROME, "en")
    assert "█" in "".join(segment.text for line in image for segment in line)
    assert Role.GIVEN is Pixels(np.array([[1.0]]), ALT).role
    assert [Role.MODEL, Role.MODEL] == [Matrix(ends).role, Node("x").role]
