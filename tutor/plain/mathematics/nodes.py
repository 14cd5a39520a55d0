"""What a node of a formula is: a function, a sign, one thing by itself."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.render.prose.tex import Accented, Atom, Fenced, Group, Marked, Node, Row, Scripts, Space

NAMED = frozenset(("exp", "log", "ln", "sin", "cos", "tan", "tanh", "det"))
"""What is applied to the next thing where no bracket follows: log a."""
FUNCTIONS = NAMED | frozenset(
    ("H", "h", "f", "g", "L", "Φ", "P", "max", "min", "sigmoid", "relu", "softmax", "cost", "loss")
)
"""What is applied to the brackets behind it. Any other letter before a bracket is multiplied by it."""
CONNECTING = frozenset(("when", "if", "otherwise", "for", "and", "or"))
LEAST_PAUSE = 2
"""Cells of a space that parts two formulas."""


def flat(row: Row) -> list[Node]:
    """Return the nodes of a row, those in braces among them, without the spaces that part nothing."""
    found: list[Node] = []
    for node in row:
        if isinstance(node, Group):
            found += flat(node.row)
        elif not isinstance(node, Space) or node.width >= LEAST_PAUSE:
            found.append(node)
    return found


def words(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes with the letters of a word as one: those of a Korean word, and ln."""
    found: list[Node] = []
    for node in nodes:
        last = text_of(found[-1]) if found else ""
        text = text_of(node)
        joins = (is_hangul(last[-1:]) and is_hangul(text[:1])) or (last == "l" and text == "n")
        if joins and isinstance(node, Atom):
            found[-1] = Atom(last + text, "word" if text == "n" else "ord")
        else:
            found.append(node)
    return found


def is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def unfenced(row: Row) -> Row:
    """Return what is in the brackets, where a row is nothing else."""
    nodes = flat(row)
    return nodes[0].row if len(nodes) == 1 and isinstance(nodes[0], Fenced) else row


def is_one(row: Row) -> bool:
    """Return whether a row is one thing that needs no marks of where it begins and ends: x, w_1, 14, −x, 2m."""
    nodes = flat(row)
    if nodes and text_of(nodes[0]) == "−":
        nodes = nodes[1:]
    if len(nodes) == 2:
        return text_of(nodes[0]).isdecimal() and len(text_of(nodes[1])) == 1 and text_of(nodes[1]).isalpha()
    if len(nodes) != 1:
        return False
    node = nodes[0]
    if isinstance(node, Scripts):
        return isinstance(node.base, Atom | Accented) and (node.sup is None or is_one(node.sup) or is_index(node.sup))
    return isinstance(node, Atom | Accented) or (isinstance(node, Marked) and is_one(node.row))


def is_negative_number(row: Row) -> bool:
    """Return whether a row is a minus and a number, as in the brackets of 2 + (−0.5)."""
    nodes = flat(row)
    if len(nodes) == 1 and isinstance(nodes[0], Marked):
        nodes = flat(nodes[0].row)
    return len(nodes) == 2 and text_of(nodes[0]) == "−" and text_of(nodes[1]).replace(".", "").isdecimal()


def is_index(sup: Row) -> bool:
    nodes = flat(sup)
    return len(nodes) == 1 and isinstance(nodes[0], Fenced)


def superscript_index(sup: Row) -> Row | None:
    """Return the i of x^{(i)}, which is no power; None where what is raised is one."""
    nodes = flat(sup)
    return nodes[0].row if len(nodes) == 1 and isinstance(nodes[0], Fenced) and nodes[0].left == "(" else None


def raised(sup: Row) -> str:
    """Return the plain text of what is raised, where it is a single sign: "2", "T"; else ""."""
    nodes = flat(sup)
    return text_of(nodes[0]) if len(nodes) == 1 else ""


def parted(nodes: Sequence[Node]) -> list[Row]:
    """Return what stands between the commas."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if isinstance(node, Atom) and node.kind == "punct":
            parts.append([])
        else:
            parts[-1].append(node)
    return [tuple(part) for part in parts]


def is_list(row: Row) -> bool:
    """Return whether a row is single things with commas between them: the W, b of cost(W, b)."""
    parts = parted(flat(row))
    return len(parts) > 1 and all(map(is_one, parts))


def plain_name(node: Node) -> str:
    base = node.base if isinstance(node, Scripts) else node
    return base.text.strip() if isinstance(base, Atom) else ""


def is_named(node: Node) -> bool:
    """Return whether a node is a function by its name: log, max, det."""
    base = node.base if isinstance(node, Scripts) else node
    return isinstance(base, Atom) and (base.kind == "word" or base.text.strip() in NAMED)


def text_of(node: Node) -> str:
    return node.text.strip() if isinstance(node, Atom) else ""


def is_sign(node: Node) -> bool:
    return isinstance(node, Atom) and node.kind in ("bin", "rel", "punct")


def is_relation(node: Node) -> bool:
    return isinstance(node, Atom) and node.kind == "rel"
