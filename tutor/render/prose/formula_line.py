"""Mathematics in one line: Unicode's raised and lowered characters where there are any, a slash for a fraction."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from tutor.render.prose import messages
from tutor.render.prose.boxes import Run, Tag, plain
from tutor.render.prose.spacing import Class, spaced
from tutor.render.prose.symbols import ENVIRONMENTS, LARGE, SUBSCRIPTS, SUPERSCRIPTS
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
)

_KNOWN = 1024
_lines: dict[int, tuple[Row, tuple[Run, ...]]] = {}
"""From the identity of a row to it and its line: a script asks for the line of what stands in it several times, which
would double, and double again, with each script inside a script. Rows are not told apart by what they hold: a fraction
is equal to a root of the same two rows. Each is kept with its line, so that no other row can have its identity."""


def line_of(row: Row) -> list[Run]:
    """Return a row in one line."""
    known = _lines.get(id(row))
    if known is None:
        known = row, tuple(_line_of_row(row))
        if len(_lines) >= _KNOWN:
            _lines.clear()
        _lines[id(row)] = known
    return list(known[1])


def _line_of_row(row: Row) -> list[Run]:
    runs: list[Run] = []
    before: Class | None = None
    for node, gap, kind in spaced(row):
        if gap and not (before == "sign" and kind == "inner"):
            runs.append(Run(" "))
        runs.extend(line_of_node(node, needs_brackets(node, before)))
        before = kind
    return runs


def line_of_node(node: Node, brackets: bool = False) -> list[Run]:
    """Return a node in one line; `brackets` puts them around a live value."""
    match node:
        case Atom(text, _, name):
            return [Run(text, name or None)]
        case Space(width):
            return [Run(" " * width)]
        case Marked(index, row):
            runs = [Run(run.text, index) for run in line_of(row)]
            return [Run("("), *runs, Run(")")] if brackets else runs
        case Group(row):
            return line_of(row)
        case Fenced(left, right, row):
            return [Run(left), *line_of(row), Run(right)]
        case Fraction(top, bottom):
            return [*(line_of(top) if _is_product(top) else _factor(top)), Run("/"), *_factor(bottom)]
        case Root(row, degree):
            return [*degree_of(degree), Run("√"), *_factor(row)]
        case Accented(mark, row):
            return accented(mark, line_of(row))
        case Large(command, in_words):
            return [Run(command if in_words else LARGE[command])]
        case Grid():
            return _line_of_grid(node)
        case Scripts():
            return _line_of_scripts(node)


def _line_of_scripts(node: Scripts) -> list[Run]:
    runs = _base_line(node)
    for script, table, sign in ((node.sub, SUBSCRIPTS, "_"), (node.sup, SUPERSCRIPTS, "^")):
        if script is None:
            continue
        small = small_runs(script, table) if node.raised else None
        if small is None:
            small = written_script(node, script, sign)
        runs.extend(named(small, runs, node) if script is node.sub else small)
    return runs


def written_script(node: Scripts, script: Row, sign: str) -> list[Run]:
    """Return a script after its sign, ^ or _, in brackets unless it is one thing."""
    written = [Run(run.text.replace(" ", ""), run.tag) for run in line_of(script)]
    single = len([run for run in written if run.text]) == 1 and not isinstance(script[0], Fraction)
    if not node.raised:
        single = plain(written).isalnum() or (len(script) == 1 and isinstance(script[0], Fenced))
    return [Run(sign), *written] if single else [Run(sign + "("), *written, Run(")")]


def _base_line(node: Scripts) -> list[Run]:
    base = node.base
    if isinstance(base, Fraction | Root) or (isinstance(base, Marked) and base.negative and node.sup is not None):
        return [Run("("), *line_of_node(base), Run(")")]
    runs = line_of_node(base)
    return [Run(run.text, subscripted(run.tag, node.sub)) for run in runs]


def named(small: list[Run], base: list[Run], node: Scripts) -> list[Run]:
    """Return a subscript as part of the name that it belongs to: both letters of w₁ are w_1."""
    tag = base[-1].tag if base else None
    if not isinstance(tag, str) or subscripted("", node.sub) == "":
        return small
    return [Run(run.text, tag if run.tag is None or isinstance(run.tag, str) else run.tag) for run in small]


def subscripted(tag: Tag, sub: Row | None) -> Tag:
    """Return the name that a symbol has with its subscript: w with 1 below is "w_1"."""
    if not isinstance(tag, str) or sub is None:
        return tag
    below = plain(line_of(sub)).replace(" ", "")
    return f"{tag}_{below}" if below.isalnum() else tag


def small_runs(row: Row, table: Mapping[str, str]) -> list[Run] | None:
    """Return a script in raised or lowered characters, or None where Unicode lacks one."""
    small = []
    for run in line_of(row):
        text = run.text.replace(" ", "")
        if any(character not in table for character in text):
            return None
        small.append(Run("".join(table[c] for c in text), run.tag if isinstance(run.tag, int) else None))
    return small


def _factor(row: Row) -> list[Run]:
    """Return a row in one line, in brackets unless it is one thing: 1/(2m), but 1/m and ∂z/∂W."""
    runs = line_of(row)
    return runs if _is_one(row) else [Run("("), *runs, Run(")")]


def _is_one(row: Row) -> bool:
    nodes = [node for node in row if not isinstance(node, Space)]
    if len(nodes) == 1:
        node = nodes[0]
        if isinstance(node, Group):
            return _is_one(node.row)
        return not isinstance(node, Fraction) and not (isinstance(node, Marked) and not _is_one(node.row))
    numeric = all(isinstance(node, Atom) and node.text.replace(".", "").isdigit() for node in nodes[1:])
    if numeric and nodes and nodes[0] == Atom("−", "bin"):
        return True
    first = nodes[0] if nodes else None
    if isinstance(first, Atom) and first.text in ("∂", "d", "Δ", "Delta"):
        return len(nodes) == 2
    # A function with its argument: log(x), exp(−x), P(A).
    return len(nodes) == 2 and isinstance(first, Atom | Scripts) and isinstance(nodes[1], Fenced)


def _is_product(row: Row) -> bool:
    """Return whether nothing in the row is added, subtracted or compared, so that it stands over a slash as it is."""
    kinds = [kind for _, _, kind in spaced(row)]
    return "bin" not in kinds and "rel" not in kinds and "inner" not in kinds


def needs_brackets(node: Node, before: Class | None) -> bool:
    """Return whether a live value would read wrongly here without brackets: W − −1, 2 −1."""
    return isinstance(node, Marked) and node.negative and before not in (None, "rel", "open", "punct", "space")


def degree_of(degree: Row) -> list[Run]:
    """Return the degree of a root, raised.

    Raises:
        MathematicsError: there are no raised characters for it.
    """
    small = small_runs(degree, SUPERSCRIPTS)
    if small is None:
        raise MathematicsError(messages.NO_DEGREE)
    return small


def accented(mark: str, runs: list[Run]) -> list[Run]:
    """Return a word with an accent: a bar over all of it, another mark over its first letter."""
    text = plain(runs)
    if not text.strip():
        raise MathematicsError(messages.ACCENT_OVER_NOTHING)
    if mark == "\u0304" and len(text) > 1:
        # A letter has one bar more, not each of the bars that it has already.
        marked = "".join(c if unicodedata.combining(c) else c + "\u0305" for c in text)
    else:
        marked = unicodedata.normalize("NFC", text[0] + mark) + text[1:]
    tag = runs[0].tag
    suffix = {"\u0302": "hat", "\u0304": "bar"}.get(mark, "")
    return [Run(marked, tag + suffix if isinstance(tag, str) else tag)]


def _line_of_grid(grid: Grid) -> list[Run]:
    left, right = ENVIRONMENTS[grid.environment]
    is_lines = left in ("", "{")
    rows = [_joined([line_of(cell) for cell in row], ", " if left else " ") for row in grid.rows]
    if not is_lines and len(rows) > 1:
        rows = [[Run(left), *row, Run(right)] for row in rows]
    inside = _joined(rows, "; " if is_lines else ", ")
    return [Run(left), *inside, Run(right or ("}" if left else ""))]


def _joined(parts: Iterable[list[Run]], between: str) -> list[Run]:
    joined: list[Run] = []
    for number, part in enumerate(parts):
        joined.extend([Run(between), *part] if number else part)
    return joined


def merged(runs: Iterable[Run]) -> list[Run]:
    """Return the runs with neighbours of one kind in one."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].tag == run.tag:
            merged[-1] = Run(merged[-1].text + run.text, run.tag)
        elif run.text:
            merged.append(run)
    return merged
