"""What can be said, kindly and once, to a program that is right."""

from __future__ import annotations

import ast

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.messages import computed
from tutor.course.programs.reading import Spot, function_in, names_read, parse
from tutor.course.programs.words import said
from tutor.course.questions import Feedback


def praise(exercise: Exercise, tree: ast.Module) -> Feedback:
    """Return that a program is right, with a remark on its style where one is surely true."""
    right = [parse(one) for one in (exercise.solution, *exercise.also)]
    if _has_loop(tree) and not any(isinstance(one, Spot) or _has_loop(one) for one in right):
        return Feedback(True, said(computed.STYLE_LOOP))
    conversion = _conversion(exercise, tree)
    if conversion is not None:
        name, line = conversion
        return Feedback(True, said(computed.STYLE_CONVERSION.filled(name=name, line=line)))
    if "mean(" in exercise.solution and _is_mean_by_hand(tree):
        return Feedback(True, said(computed.STYLE_MEAN))
    return Feedback(True)


def _has_loop(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.For | ast.While | ast.comprehension) for node in ast.walk(tree))


def _conversion(exercise: Exercise, tree: ast.Module) -> tuple[str, int] | None:
    """Return a given array that is made an array once more, and where. (`np.array` may be meant as a copy.)"""
    function = function_in(tree, exercise.function)
    if function is None:
        return None
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr="asarray"), args=[ast.Name(id=name)]):
                if name in exercise.given and name in names_read(tree):
                    return name, node.lineno
    return None


def _is_mean_by_hand(tree: ast.Module) -> bool:
    """Return whether a sum is divided by the length of something."""
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(
                left=ast.Call(func=ast.Attribute(attr="sum")), op=ast.Div(), right=ast.Call(func=ast.Name(id="len"))
            ):
                return True
    return False
