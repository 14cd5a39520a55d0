"""Mathematics laid out in text: in one line, or in two dimensions.

TeX's own rules of spacing, with the glyphs that terminal fonts have: `x^{(i)}` is x⁽ⁱ⁾, a fraction in a line is a/b,
a displayed one has its bar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from tutor.chart.palette import Maths
from tutor.render.prose.boxes import (
    Box,
    Run,
    Runs,
    beside,
    bracket,
    plain,
    runs_box,
    stacked,
    tall,
    text_box,
    widened,
)
from tutor.render.prose.formula_line import (
    accented,
    degree_of,
    line_of,
    line_of_node,
    merged,
    named,
    needs_brackets,
    small_runs,
    subscripted,
    written_script,
)
from tutor.render.prose.spacing import Class, spaced
from tutor.render.prose.spelled import spelled_row
from tutor.render.prose.symbols import ENVIRONMENTS, SUBSCRIPTS, SUPERSCRIPTS
from tutor.render.prose.tex import (
    Accented,
    Atom,
    Fenced,
    Fraction,
    Grid,
    Group,
    Large,
    Marked,
    MathematicsError,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    parse,
)
from tutor.stand_ins import shown_in

__all__ = ["MathematicsError", "display", "display_box", "inline", "inline_runs", "readable"]

_CACHED = 512


def inline(tex: str) -> str:
    """Return a formula in one line: `\\frac{1}{m}` as 1/m, `e^{-x}` as e⁻ˣ.

    Raises:
        MathematicsError: it is not TeX that can be laid out.
    """
    return plain(inline_runs(tex))


def readable(tex: str) -> str:
    """Return a formula in one line; as TeX where it cannot be laid out."""
    try:
        return inline(tex)
    except MathematicsError:
        return tex


def display(tex: str) -> list[str]:
    """Return a formula in two dimensions, row by row, without spaces at the ends of the rows.

    Raises:
        MathematicsError: it is not TeX that can be laid out.
    """
    return [plain(row).rstrip() for row in display_box(tex)[0].rows]


@lru_cache(maxsize=_CACHED)
def inline_runs(tex: str, maths: Maths = "unicode") -> Runs:
    """Return a formula in one line, as runs that know which name or live value they are.

    Raises:
        MathematicsError: it is not TeX that can be laid out.
    """
    return _typed(tuple(merged(line_of(_row_of(tex, maths)))), maths)


@lru_cache(maxsize=_CACHED)
def display_box(tex: str, width: int | None = None, maths: Maths = "unicode") -> tuple[Box, ...]:
    """Return a formula in two dimensions: one box, or where that is wider than `width`, several to stand one below
    the other, broken before relations and then before + and -. A piece that cannot be broken further is wider.

    Raises:
        MathematicsError: it is not TeX that can be laid out.
    """
    row = _row_of(tex, maths)
    whole = _box(row)
    boxes = [whole] if width is None or whole.width <= width else [b for x in _lines_of(row) for b in _broken(x, width)]
    return tuple(box._replace(rows=tuple(_typed(runs, maths) for runs in box.rows)) for box in boxes)


def _row_of(tex: str, maths: Maths) -> Row:
    return spelled_row(parse(tex)) if maths == "ascii" else parse(tex)


def _typed(runs: Runs, maths: Maths) -> Runs:
    """Return runs with what is left that is no ASCII, the bars and tall brackets, in as many cells."""
    return tuple(Run(shown_in(run.text, "ascii"), run.tag) for run in runs) if maths == "ascii" else runs


def _box(row: Row) -> Box:
    return beside([box for _, gap, box in _pieces(row) for box in (text_box(" " * gap), box)])


def _pieces(row: Row) -> list[tuple[Class, int, Box]]:
    """Return what a row consists of: each piece's class, the space before it, its box."""
    pieces: list[tuple[Class, int, Box]] = []
    before: Class | None = None
    for node, gap, kind in spaced(row):
        pieces.append((kind, gap, _box_of(node, needs_brackets(node, before))))
        before = kind
    return pieces


def _box_of(node: Node, brackets: bool = False) -> Box:
    match node:
        case Fraction(top, bottom):
            return _fraction(_box(top), _box(bottom))
        case Scripts():
            return _scripts(node)
        case Fenced(left, right, row):
            return _fenced(left, _box(row), right)
        case Root(row, degree):
            return _root(_box(row), degree)
        case Grid():
            return _grid(node)
        case Group(row):
            return _box(row)
        case Accented(mark, row):
            box = _box(row)
            return runs_box(tuple(accented(mark, list(box.rows[0])))) if box.height == 1 else box
        case Marked(index, row):
            box = _box(row)
            box = Box(tuple(tuple(_marked(run, index) for run in line) for line in box.rows), box.width, box.base)
            return _fenced("(", box, ")") if brackets else box
        case Atom() | Space() | Large():
            return runs_box(tuple(line_of_node(node)))


def _marked(run: Run, index: int) -> Run:
    """Return a run of a live value; the brackets and gaps of a matrix are none of it."""
    return Run(run.text, index if any(map(str.isalnum, run.text)) or run.text in ("−", "∞", "-", "inf") else None)


def _fraction(top: Box, bottom: Box) -> Box:
    width = max(top.width, bottom.width, 1)
    if any(plain(row) == "─" * width for box in (top, bottom) for row in box.rows):
        width += 2  # of two bars one below the other, the one that belongs to all of it is the longer
    return stacked([top, text_box("─" * width), bottom], 1)


def _fenced(left: str, inside: Box, right: str) -> Box:
    return beside([bracket(left, inside.height, inside.base), inside, bracket(right, inside.height, inside.base)])


def _root(box: Box, degree: Row) -> Box:
    if box.height == 1:
        inside = [text_box("√"), box] if box.width < 2 else [text_box("√("), box, text_box(")")]
        return beside([runs_box(tuple(degree_of(degree))), *inside])
    roof = stacked([text_box("─" * box.width), box], 1)
    stem = [" ┌", *[" │"] * (box.height - 1), "╰┘"]
    surd = Box(tuple((Run(sign),) for sign in stem), 2, roof.base)
    return beside([runs_box(tuple(degree_of(degree))), surd, roof])


_LIMITS = ("lim", "max", "min", "argmax", "argmin", "sup", "inf")


def _scripts(node: Scripts) -> Box:
    base = node.base
    if (isinstance(base, Large) and base.command != "int") or (
        isinstance(base, Atom) and base.kind == "word" and base.text in _LIMITS
    ):
        above = [_tight(node.sup)] if node.sup is not None else []
        below = [_tight(node.sub)] if node.sub is not None else []
        return stacked([*above, _box_of(base), *below], len(above))
    sub = _small(node, node.sub, SUBSCRIPTS, "_")
    sup = _small(node, node.sup, SUPERSCRIPTS, "^")
    box = _script_base(node)
    if box.height == 1:
        if sub:
            box = beside([box, runs_box(tuple(named(sub, list(box.rows[0]), node)))])
        if sup:
            box = beside([box, runs_box(tuple(sup))])
        over = _tight(node.sup) if node.sup is not None and sup is None else None
        under = _tight(node.sub) if node.sub is not None and sub is None else None
    else:
        over = runs_box(tuple(sup)) if sup else _tight(node.sup) if node.sup is not None else None
        under = runs_box(tuple(sub)) if sub else _tight(node.sub) if node.sub is not None else None
    return _cornered(box, over, under, hugging=box.height > 1)


def _small(node: Scripts, script: Row | None, table: Mapping[str, str], sign: str) -> list[Run] | None:
    """Return a script that stands in the row of its base, or None where it takes rows of its own."""
    if script is None:
        return []
    return small_runs(script, table) if node.raised else written_script(node, script, sign)


def _script_base(node: Scripts) -> Box:
    base = node.base
    if isinstance(base, Fraction | Root):
        return _fenced("(", _box_of(base), ")")
    box = _box_of(base, isinstance(base, Marked) and base.negative and node.sup is not None)
    if box.height > 1:
        return box
    return runs_box(tuple(Run(run.text, subscripted(run.tag, node.sub)) for run in box.rows[0]))


def _cornered(box: Box, over: Box | None, under: Box | None, hugging: bool) -> Box:
    """Return a box with a script at its upper and at its lower right corner.

    Beside a tall box the scripts hug its first and last row; a single row has them above and below.
    """
    if over is None and under is None:
        return box
    over, under = over or Box((), 0), under or Box((), 0)
    overlap = int(hugging)
    box = tall(
        box,
        box.base + max(0, over.height - overlap),
        box.height - box.base - 1 + max(0, under.height - overlap),
    )
    blank = Box(((),) * (box.height - over.height - under.height), 0)
    column = stacked([over, blank, under], 1, "left")
    return beside([box, Box(column.rows, column.width, box.base)])


def _tight(row: Row) -> Box:
    """Return the box of a limit or a script: without the spaces that would make it wide."""
    box = _box(row)
    if box.height > 1:
        return box
    return runs_box(tuple(Run(run.text.replace(" ", ""), run.tag) for run in box.rows[0] if run.text.strip()))


# Matrices, cases, lines


_NUMBER = re.compile(r"[−+]?[\d.,]+%?")


def _grid(grid: Grid) -> Box:
    left, right = ENVIRONMENTS[grid.environment]
    is_cases, is_lines = grid.environment == "cases", not left and not grid.environment.endswith("matrix")
    rows = [[_box(cell) for cell in row] for row in grid.rows]
    columns = list(zip_longest(*rows, fillvalue=text_box("")))
    aligned: list[list[Box]] = []
    for number, column in enumerate(columns):
        width = max(box.width for box in column)
        align: Literal["left", "center", "right"] = "center"
        if is_cases or (is_lines and number % 2 == 1) or grid.environment == "gathered":
            align = "left"
        elif is_lines or all(_is_number(box) for box in column if box.width):
            align = "right"
        aligned.append([widened(box, width, align) for box in column])
    gap = 3 if is_cases else 1 if is_lines else 2
    lines = [beside(_with_gaps(list(line), gap)) for line in zip(*aligned, strict=True)]
    # Tall rows stand apart; so do two cases, which leaves room for the point of the brace.
    apart = any(line.height > 1 for line in lines) or (is_cases and len(lines) == 2)
    parts = [part for line in lines for part in ((text_box(""), line) if apart else (line,))][int(apart) :]
    whole = stacked(parts, 0, "left")
    base = (whole.height - 1) // 2 if len(lines) > 1 else whole.base
    whole = Box(whole.rows, whole.width, base)
    return _fenced(left, beside([text_box(" "), whole]) if is_cases else whole, right)


def _is_number(box: Box) -> bool:
    return box.height == 1 and bool(_NUMBER.fullmatch(plain(box.rows[0])))


def _with_gaps(boxes: list[Box], gap: int) -> list[Box]:
    return [part for box in boxes for part in (text_box(" " * gap), box)][1:]


# Breaking what is too wide


def _lines_of(row: Row) -> list[Row]:
    """Return the lines of aligned equations, or the one line that it is."""
    if len(row) == 1 and isinstance(row[0], Grid) and not ENVIRONMENTS[row[0].environment][0]:
        return [tuple(node for cell in line for node in cell) for line in row[0].rows]
    return [row]


def _broken(row: Row, width: int) -> list[Box]:
    """Return one line of a formula in lines, each term that starts one standing in as far as there is room for it."""
    terms: list[list[tuple[Class, int, Box]]] = []
    for piece in _pieces(row):
        if not terms or piece[0] in ("rel", "bin"):
            terms.append([])
        terms[-1].append(piece)
    if not terms:
        return []
    boxes = [_term_box(term) for term in terms]
    relates = [term[0][0] == "rel" for term in terms]
    at_sign = boxes[0].width + 1 if len(terms) > 1 and relates[1] and boxes[0].width < width // 3 else 2
    lines: list[Box] = []
    for hang in (at_sign, 2, 0):
        lines = _packed(boxes, relates, width, hang)
        if all(line.width <= width for line in lines):
            break
    return lines


def _packed(boxes: Sequence[Box], relates: Sequence[bool], width: int, hang: int) -> list[Box]:
    lines = [boxes[0]]
    for box, relation in zip(boxes[1:], relates[1:], strict=True):
        if lines[-1].width + 1 + box.width <= width and not (relation and len(lines) > 1):
            lines[-1] = beside([lines[-1], text_box(" "), box])
        else:
            lines.append(beside([text_box(" " * (hang if relation or not hang else hang + 2)), box]))
    return lines


def _term_box(term: list[tuple[Class, int, Box]]) -> Box:
    """Return the box of one term, without the space before it."""
    first, *others = term
    return beside([first[2], *(part for _, gap, box in others for part in (text_box(" " * gap), box))])
