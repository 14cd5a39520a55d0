"""Programs of several exercises in one file that runs by itself."""

from __future__ import annotations

import ast
import io
import textwrap
import tokenize
from collections.abc import Iterator, Sequence

from tutor.course.programs.literal import UNPACKED, literal
from tutor.course.programs.reading import Spot, names_set, parse
from tutor.namedtuple import NamedTuple
from tutor.program import MINE, Call

_SHOW = '''\
def _show(name, function, /, **data):
    """Print what a function gives for some data."""
    print(f"\\n{name}({', '.join(data)}) for")
    for key, value in data.items():
        print(f"{key} =", value)
    found = function(*data.values())
    for part in found if isinstance(found, tuple) else (found,):
        print("->", np.asarray(part))
'''


class Piece(NamedTuple):
    """A program in the file."""

    source: str
    call: Call
    comments: tuple[str, ...]
    """what stands above it, a line each"""
    is_own: bool = True
    """the learner's, and shown at work; else it is here because others import it"""


class _Parts(NamedTuple):
    """A program without what it imports from earlier ones."""

    source: str
    names: frozenset[str]
    """what it leaves behind"""
    imported: frozenset[str]
    """what it imports from earlier programs"""


def file_of(pieces: Sequence[Piece], head: Sequence[str]) -> str:
    """Return the file: the programs in this order, each with the names that it is given, and each shown at work.

    Where a program is given names, or has one that another program has too, it stands inside a function, so that no
    program finds the data or the helpers of another. `head` are the comments at the top.
    """
    parts = [_parts_of(piece.source) for piece in pieces]
    imported = frozenset().union(*(one.imported for one in parts))
    functions: list[str] = []
    bodies: list[str] = []
    for at, (piece, part) in enumerate(zip(pieces, parts, strict=True)):
        name = piece.call.function
        taken = frozenset().union(*(other.names for number, other in enumerate(parts) if number != at))
        number = 2
        while name in functions:
            name, number = f"{piece.call.function}_{number}", number + 1
        functions.append(name)
        helpers = (part.names - {piece.call.function}) & taken
        body = _inside(piece, part, name, imported) if piece.call.given or helpers or number > 2 else ""
        comments = "\n".join(f"# {line}" for line in piece.comments)
        bodies.append(f"{comments}\n{body or _as_it_is(piece, part)}")
    shown = [_indented(_shown(name, piece.call)) for name, piece in zip(functions, pieces, strict=True) if piece.is_own]
    main = "\n".join(['if __name__ == "__main__":', *shown])
    packs = any("_unpacked(" in text for text in (*bodies, main))
    imports = "import base64\nimport zlib\n\nimport numpy as np" if packs else "import numpy as np"
    top = "\n".join(f"# {line}" for line in head)
    return (
        "\n\n\n".join([f"{top}\n\n{imports}", *([UNPACKED.rstrip()] if packs else []), *bodies, _SHOW.rstrip(), main])
        + "\n"
    )


def _parts_of(source: str) -> _Parts:
    source = source.replace("\r\n", "\n").strip("\n")
    tree = parse(source)
    if isinstance(tree, Spot):
        return _Parts(source, frozenset(), frozenset())
    lines = source.split("\n")
    imported: set[str] = set()
    for node in sorted(_imports(tree), key=lambda node: -node.lineno):
        imported |= {alias.name for alias in node.names}
        end = (node.end_lineno or node.lineno) - 1
        before = lines[node.lineno - 1].encode()[: node.col_offset].decode()
        after = lines[end].encode()[node.end_col_offset :].decode()
        instead = _instead(node)
        is_needless = not instead and node in tree.body and not before and not after.strip()
        lines[node.lineno - 1 : end + 1] = [] if is_needless else [f"{before}{instead or 'pass'}{after}"]
    return _Parts("\n".join(lines).strip("\n"), frozenset(_left_behind(tree)), frozenset(imported))


def _imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield what imports earlier programs, and what may stand at the top of a file only."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=module) if module in (MINE, "__future__"):
                yield node
            case ast.Import(names=names) if any(alias.name == MINE for alias in names):
                yield node


def _instead(node: ast.Import | ast.ImportFrom) -> str:
    """Return what stands in place of an import: the file itself has all names."""
    if isinstance(node, ast.Import):
        others = [ast.unparse(ast.Import([alias])) for alias in node.names if alias.name != MINE]
        own = [
            f"{alias.asname or MINE} = types.SimpleNamespace(**globals())" for alias in node.names if alias.name == MINE
        ]
        return "; ".join(["import types", *others, *own])
    renamed = [alias for alias in node.names if alias.asname not in (None, alias.name)]
    return "; ".join(f"{alias.asname} = {alias.name}" for alias in renamed) if node.module == MINE else ""


def _left_behind(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a program sets outside its functions."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif not isinstance(node, ast.Import | ast.ImportFrom):
            yield from names_set(node)


def _as_it_is(piece: Piece, part: _Parts) -> str:
    given = [f"{name} = {literal(value)}" for name, value in piece.call.given.items()]
    return "\n".join([*given, *([""] if given else []), part.source])


def _inside(piece: Piece, part: _Parts, name: str, imported: frozenset[str]) -> str:
    """Return the program inside a function that gives back the program's own; "" where it cannot stand there."""
    function = piece.call.function
    others = sorted((part.names & imported) - {function})
    given = [f"{key} = {literal(value)}" for key, value in piece.call.given.items()]
    inner = "\n\n".join(filter(None, ["\n".join(given), part.source]))
    text = (
        f"def _made_{name}():\n{_indented(inner)}\n\n    return {', '.join([function, *others])}\n\n\n"
        f"{', '.join([name, *others])} = _made_{name}()"
    )
    text = _own_names(text, frozenset({*part.names, *piece.call.given}))
    return "" if isinstance(parse(text), Spot) or not _compiles(text) else text


def _compiles(text: str) -> bool:
    """Return whether Python takes a program that it can read: not a star import inside a function."""
    try:
        compile(text, "<program>", "exec")
    except SyntaxError:
        return False
    return True


def _own_names(text: str, names: frozenset[str]) -> str:
    """Return a program whose `global` names are those of the function around it."""
    tree = parse(text)
    if isinstance(tree, Spot):
        return text
    lines = text.split("\n")
    for node in ast.walk(tree):
        if isinstance(node, ast.Global) and names.issuperset(node.names):
            lines[node.lineno - 1] = lines[node.lineno - 1].replace("global ", "nonlocal ", 1)
    return "\n".join(lines)


def _indented(text: str) -> str:
    """Return a program a level further in; the lines inside a text of several lines stay as they are."""
    inside: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text + "\n").readline):
        # A text, or the part of an f-string between two of its values.
        if token.end[0] > token.start[0]:
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
    lines = text.split("\n")
    return "\n".join(
        line if number in inside or not line.strip() else textwrap.indent(line, "    ")
        for number, line in enumerate(lines, 1)
    )


def _shown(name: str, call: Call) -> str:
    arguments = [f"{key}={literal(value)}" for key, value in call.arguments.items()]
    whole = f"_show({', '.join([repr(name), name, *arguments])})"
    if len(whole) <= 96 and "\n" not in whole:
        return whole
    each = "".join(f"{_indented(one)},\n" for one in [f"{name!r}, {name}", *arguments])
    return f"_show(\n{each})"
