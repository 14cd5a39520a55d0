"""Reads an exercise from the fields of its question, and notes what cannot be before anything has run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tutor.course.finding import Place
from tutor.course.programs.exercise import Drawn, Exercise, Slip
from tutor.course.programs.fields import GAP, DataSet, Listing, is_name
from tutor.course.questions import Reference
from tutor.course.source import Findings, suggestion
from tutor.course.yaml import Fields
from tutor.program import SECONDS

_WAYS = ("instead", "code", "answer")
"""How a mistake can be given."""


class Head(NamedTuple):
    """The function that a program defines last."""

    name: str
    arguments: tuple[str, ...]
    line: str
    """its first line, as a starter has it: "def cost(W):" """


def read_exercise(given: Mapping[str, Any], place: Place, findings: Findings) -> Exercise | None:
    """Return the exercise; None with findings where nobody could do it.

    Args:
        given: the fields of the kind, read.
        place: where the question stands.
    """
    before = len(findings.found)
    solution: Listing = given["solution"]
    head = _head_of(solution, findings)
    if head is None:
        return None
    names = tuple(dict.fromkeys((*head.arguments, *given.get("given", ()))))
    _check_given(given.get("given", ()), head, place, findings)
    data = tuple(_checked_data(one, names, findings) for one in given.get("data", ()))
    for listing in given.get("also", ()):
        _must_define(listing, head.name, findings)
    starter = given.get("starter")
    if starter is not None:
        _must_define(starter, head.name, findings)
    blanks = given.get("blanks")
    if blanks is not None:
        _check_blanks(blanks, solution, findings)
    slips = tuple(_slips(given.get("mistakes", ()), solution, head.name, findings))
    drawn = _drawn(given, head, place, findings)
    while_typing = given.get("while_typing")
    if while_typing is not None:
        _check_names(while_typing, head.arguments, "an argument of the function", findings)
    if any(finding.severe for finding in findings.found[before:]):
        return None
    return Exercise(
        function=head.name,
        arguments=head.arguments,
        given=tuple(given.get("given", ())),
        data=data,
        solution=solution.text,
        also=tuple(listing.text for listing in given.get("also", ())),
        slips=slips,
        starter=starter.text if starter is not None else f"{head.line}\n    ...\n",
        blanks=blanks.text if blanks is not None else "",
        drawn=drawn,
        seconds=given.get("seconds", SECONDS),
        while_typing=while_typing.values if while_typing is not None else None,
        uses=tuple(given.get("uses", ())),
    )


def gaps_of(blanks: str, program: str) -> tuple[str, ...] | None:
    """Return what fills each gap of `blanks` so that it becomes `program`; None where nothing does."""
    gapped, whole = blanks.rstrip().split("\n"), program.rstrip().split("\n")
    if len(gapped) != len(whole):
        return None
    found: list[str] = []
    for with_gaps, line in zip(gapped, whole, strict=True):
        fills = _fills(with_gaps.split(GAP), line)
        if fills is None:
            return None
        found += fills
    return tuple(found)


def _fills(pieces: Sequence[str], line: str) -> list[str] | None:
    """Return what stands between the pieces in `line`, at least a character each; None where they are not in it."""
    if len(pieces) == 1:
        return [] if pieces[0] == line else None
    first, *between, last = pieces
    if not line.startswith(first):
        return None
    at, fills = len(first), []
    for piece in between:
        found = line.find(piece, at + 1)
        if found < 0:
            return None
        fills.append(line[at:found])
        at = found + len(piece)
    end = len(line) - len(last)
    if end <= at or not line.endswith(last):
        return None
    return [*fills, line[at:end]]


def _parsed(listing: Listing, findings: Findings, what: str) -> ast.Module | None:
    """Return a program as Python reads it; None with a finding at its line."""
    try:
        return ast.parse(listing.text)
    except SyntaxError as error:
        place = listing.at(error.lineno or 1, error.offset or 1)
        findings.error(place, "bad-program", f"{what} is no Python: {error.msg}.")
    except (ValueError, RecursionError, MemoryError) as error:
        findings.error(listing.place, "bad-program", f"{what} is no Python: {error}.")
    return None


def _head_of(solution: Listing, findings: Findings) -> Head | None:
    """Return the function that the solution defines last; None with a finding."""
    tree = _parsed(solution, findings, "The solution")
    if tree is None:
        return None
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    if not functions:
        findings.error(
            solution.place, "bad-program", "The solution defines no function: it needs one, as in `def cost(W):`."
        )
        return None
    function = functions[-1]
    starred = function.args.vararg or function.args.kwarg or next(iter(function.args.kwonlyargs), None)
    if starred is not None:
        findings.error(
            solution.at(starred.lineno, starred.col_offset + 1),
            "bad-program",
            f"{starred.arg!r} cannot be an argument of a function to write: each has its place, and no star.",
        )
        return None
    arguments = tuple(argument.arg for argument in (*function.args.posonlyargs, *function.args.args))
    return Head(function.name, arguments, f"def {function.name}({', '.join(arguments)}):")


def _must_define(listing: Listing, function: str, findings: Findings, what: str = "This program") -> None:
    """Note a program that is no Python, or has no such function."""
    tree = _parsed(listing, findings, what)
    if tree is not None and function not in (names := tuple(_names_in(tree))):
        findings.error(
            listing.place,
            "bad-program",
            f"{what} defines no {function!r}, which is what the solution defines. {suggestion(function, names)}",
        )


def _names_in(tree: ast.Module) -> Iterator[str]:
    """Yield what a program defines and assigns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _check_given(names: Sequence[str], head: Head, place: Place, findings: Findings) -> None:
    for name in names:
        if not is_name(name):
            findings.error(place, "wrong-value", f"{name!r} in 'given' is no name that a program can have.")
        elif name in head.arguments:
            findings.error(
                place, "wrong-value", f"{name!r} is an argument of {head.name}: its value is handed over, not given."
            )


def _checked_data(data: DataSet, names: Sequence[str], findings: Findings) -> Mapping[str, Any]:
    """Return the values of a set of data, with a finding for each that the program has no name for."""
    _check_names(data, names, "an argument or a given name", findings)
    return data.values


def _check_names(data: DataSet, names: Sequence[str], what: str, findings: Findings) -> None:
    for name in data.values:
        if name not in names:
            findings.error(
                data.node.keys[name].place, "unknown-name", f"{name!r} is not {what}. {suggestion(name, names)}"
            )


def _check_blanks(blanks: Listing, solution: Listing, findings: Findings) -> None:
    if GAP not in blanks.text:
        findings.error(blanks.place, "no-blank", f"The blanks have no gap: write {GAP} for each.")
        return
    if gaps_of(blanks.text, solution.text) is not None:
        return
    gapped, whole = blanks.text.rstrip().split("\n"), solution.text.rstrip().split("\n")
    wrong = (at for at, line in enumerate(gapped) if at >= len(whole) or _fills(line.split(GAP), whole[at]) is None)
    at = next(wrong, len(gapped) - 1)
    findings.error(
        blanks.at(at + 1),
        "bad-program",
        "Whatever fills the gaps here, it does not become this line of the solution. Each line of the blanks is the "
        f"solution's, with {GAP} for a piece of it.",
    )


def _slips(
    mistakes: Sequence[Mapping[str, Any]], solution: Listing, function: str, findings: Findings
) -> Iterator[Slip]:
    """Yield the mistakes as programs and readouts."""
    for number, one in enumerate(mistakes, start=1):
        ways = [way for way in _WAYS if way in one]
        place = one["say"].in_("").place
        if len(ways) != 1 or ("write" in one) != ("instead" in one):
            findings.error(
                place or solution.place,
                "wrong-value",
                "A mistake is one of three: 'instead' and 'write' (a change to the solution), 'code' (a program), or "
                "'answer' (a readout that the wrong program gives).",
            )
        elif "answer" in one:
            reference: Reference = one["answer"]
            yield Slip("", str(reference), one["say"], str(reference), reference.place)
        elif "code" in one:
            _must_define(one["code"], function, findings)
            yield Slip(one["code"].text, "", one["say"], f"program-{number}", one["code"].place)
        else:
            instead, write = one["instead"], one["write"]
            count = solution.text.count(instead.text) if instead.text else 0
            if count != 1:
                found = "does not stand in the solution" if not count else f"stands in the solution {count} times"
                findings.error(
                    instead.place,
                    "wrong-value",
                    f"{instead.text!r} {found}. Write a piece of it that is there once.",
                )
                continue
            changed = solution.text.replace(instead.text, write.text)
            _must_define(Listing(changed, instead.node), function, findings, "The changed solution")
            name = f"{write.text.strip() or 'nothing'} for {instead.text.strip()}"
            yield Slip(changed, "", one["say"], " ".join(name.split()), instead.place)


def _drawn(given: Mapping[str, Any], head: Head, place: Place, findings: Findings) -> Drawn | None:
    """Return how the function is drawn, with a finding for an argument that it does not have."""
    if "draws" not in given:
        if given.get("walks"):
            findings.error(place, "wrong-value", "'walks' needs 'draws': the curve along which the way is drawn.")
        return None
    drawn, node = given["draws"]
    assert isinstance(node, Fields)
    for name in drawn.along:
        if name not in head.arguments:
            findings.error(
                node.entries[drawn.readout].place,
                "unknown-name",
                f"{name!r} is no argument of {head.name}. {suggestion(name, head.arguments)}",
            )
    return Drawn(drawn.readout, drawn.along, given.get("walks", False))
