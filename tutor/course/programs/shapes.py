"""Which two shapes did not fit together: NumPy's own words name the shapes only sometimes, and the operator never."""

from __future__ import annotations

import ast
import re

from tutor.course.programs.messages import unrunnable
from tutor.course.programs.reading import Spot, parse
from tutor.course.programs.words import as_code, wrong
from tutor.course.questions import Feedback
from tutor.language import MINUS, Text
from tutor.namedtuple import NamedTuple
from tutor.program import Fault, Job, RunProgram

_MARK = "operands that do not fit"
_PRELUDE = f"""\
def _fitting(at, compute, left, right):
    try:
        return compute(left, right)
    except ValueError:
        shapes = [getattr(one, "shape", ()) for one in (left, right)]
        raise ValueError(f"{_MARK} {{at}} {{shapes[0]}} {{shapes[1]}}") from None
"""
"""Put before a program whose operators call it: it says the shapes of both operands where they do not fit."""

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.MatMult: "@",
    ast.Pow: "**",
}
_SAID = re.compile(rf"{_MARK} (\d+) (\([\d, ]*\)) (\([\d, ]*\))")
_SIZES = re.compile(r"size (\d+) is different from (\d+)")
_ALONG = re.compile(r"(sum|mean|max|min|std|var|average)\(.*axis")
_PAIR = re.compile(r"\([\d, ]*\)")


class Clash(NamedTuple):
    """Two operands that do not fit."""

    operator: str
    left: str
    """the left operand's shape, "(3, 2)" """
    right: str
    left_code: str
    """how the learner wrote it"""
    right_code: str


def is_of_shapes(fault: Fault) -> bool:
    """Return whether a program failed because two arrays did not fit together."""
    said = ("could not be broadcast", "mismatch in its core dimension", "enough dimensions", "not aligned")
    return fault.type == "ValueError" and any(words in fault.message for words in said)


def misfit(job: Job, run: RunProgram, fault: Fault) -> Feedback:
    """Return what to say of shapes that did not fit; the program is run once more to see which they were."""
    clash = _clash(job, run, fault.line)
    if clash is None:
        return _by_message(fault)
    if "()" in (clash.left, clash.right):
        operand = clash.left_code if clash.left == "()" else clash.right_code
        return wrong("shapes", unrunnable.MATMUL_NUMBER.filled(line=fault.line, operand=as_code(operand)))
    if clash.operator == "@":
        left, right = _sizes(clash.left), _sizes(clash.right)
        inner, other = left[-1], right[-2] if len(right) > 1 else right[0]
        shapes = {"left": clash.left, "right": clash.right}
        said = [unrunnable.INNER_SIZES.filled(line=fault.line, inner=inner, other=other, **shapes)]
        if right[-1] == (left[-2] if len(left) > 1 else left[0]):
            said.append(unrunnable.TRY_OTHER_ORDER.filled(**shapes))
        return wrong("shapes", *said)
    said = [
        unrunnable.SHAPES_DIFFER.filled(
            line=fault.line, left=clash.left, operator=clash.operator.replace("-", MINUS), right=clash.right
        )
    ]
    if _lost_axis(clash) and _ALONG.search(job.source):
        said.append(unrunnable.WITHOUT_KEEPDIMS)
    return wrong("shapes", *said)


def _clash(job: Job, run: RunProgram, line: int) -> Clash | None:
    tree = parse(job.source)
    if isinstance(tree, Spot):
        return None
    tracer = _Tracer(line)
    try:
        traced = _PRELUDE + ast.unparse(ast.fix_missing_locations(tracer.visit(tree)))
    except RecursionError:
        return None
    fault = run(job._replace(source=traced)).fault
    said = _SAID.search(fault.message) if fault is not None else None
    if said is None:
        return None
    operation = tracer.found[int(said[1])]
    left, right = (ast.get_source_segment(job.source, side) or "" for side in (operation.left, operation.right))
    return Clash(_SIGNS[type(operation.op)], said[2], said[3], left, right)


class _Tracer(ast.NodeTransformer):
    """Makes each operation on a line tell its shapes."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.found: list[ast.BinOp] = []

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Return a call that does the same."""
        as_written = ast.BinOp(node.left, node.op, node.right)
        self.generic_visit(node)
        if not node.lineno <= self.line <= (node.end_lineno or node.lineno) or type(node.op) not in _SIGNS:
            return node
        self.found.append(as_written)
        inner = ast.BinOp(ast.Name("l", ast.Load()), node.op, ast.Name("r", ast.Load()))
        takes = ast.arguments([], [ast.arg("l"), ast.arg("r")], None, [], [], None, [])
        passed = [ast.Constant(len(self.found) - 1), ast.Lambda(takes, inner), node.left, node.right]
        return ast.copy_location(ast.Call(ast.Name("_fitting", ast.Load()), passed, []), node)


def _lost_axis(clash: Clash) -> bool:
    """Return whether one side is a row of numbers with an entry for each row of the other: an axis was summed away."""
    left, right = sorted((_sizes(clash.left), _sizes(clash.right)), key=len)
    return len(left) == 1 and len(right) == 2 and left[0] == right[0] != right[1]


def _by_message(fault: Fault) -> Feedback:
    sizes = _SIZES.search(fault.message)
    if sizes:
        return wrong("shapes", unrunnable.INNER_SIZES_ONLY.filled(line=fault.line, inner=sizes[2], other=sizes[1]))
    if "enough dimensions" in fault.message:
        return wrong("shapes", unrunnable.MATMUL_NUMBER_SOMEWHERE.filled(line=fault.line))
    found = _PAIR.findall(fault.message)
    shapes = Text(en=" and ".join(found), ko=", ".join(found))
    return wrong("shapes", unrunnable.SHAPES_ONLY.filled(line=fault.line, shapes=shapes))


def _sizes(shape: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", shape)))
