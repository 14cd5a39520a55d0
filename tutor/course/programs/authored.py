"""Reads an exercise from the fields of its question, and notes what cannot be before anything has run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tutor.course.finding import Place
from tutor.course.messages import programs as messages
from tutor.course.programs.exercise import Drawn, Exercise, Slip
from tutor.course.programs.fields import GAP, DataSet, Listing, is_name
from tutor.course.questions import Need, Reference
from tutor.course.source import Findings, suggestion
from tutor.lab import Lab
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.program import SECONDS
from tutor.syntax import parsed

_WAYS = ("instead", "code", "answer")
"""How a mistake can be given."""
_LONGEST_NAME = 60
"""Characters of the name of a mistake."""


class Head(NamedTuple):
    """The function that a program defines last."""

    name: str
    arguments: tuple[str, ...]
    line: str
    """its first line, as a starter has it: "def cost(W):" """
    at: int
    """the number of the line where it begins, from 1"""


class Authored(NamedTuple):
    """An exercise, and where what it is made of stands."""

    exercise: Exercise
    places: Mapping[str, Place]
    """of "solution", "starter", "blanks" and "film", of each of `also` and of each set of data: "also-1", "data-1" """
    reads: tuple[tuple[Reference, Need], ...]
    """the readouts and parameters that it rests on; first what is drawn"""


def read_exercise(given: Mapping[str, Any], lab: Lab | None, place: Place, findings: Findings) -> Authored | None:
    """Return the exercise; None with findings where nobody could do it.

    Args:
        given: the fields of the kind, read.
        lab: the lab that the question is about.
        place: where the question stands.
    """
    before = len(findings.found)
    solution: Listing = given["solution"]
    head = _head_of(solution, findings)
    if head is None:
        return None
    extra: tuple[Reference, ...] = given.get("given", ())
    _check_given(extra, head, findings)
    names = tuple(dict.fromkeys((*head.arguments, *(reference.name for reference in extra))))
    data: tuple[DataSet, ...] = given.get("data", ())
    for one in data:
        _check_names(one, names, findings)
    also: tuple[Listing, ...] = given.get("also", ())
    starter: Listing | None = given.get("starter")
    for listing in (*also, *([starter] if starter is not None else [])):
        _must_define(listing, head.name, findings)
    blanks: Listing | None = given.get("blanks")
    if blanks is not None:
        _check_blanks(blanks, solution, findings)
    slips = tuple(_slips(given.get("mistakes", ()), solution, head.name, findings))
    drawn = _drawn(given, head, place, findings)
    film: Reference | None = given.get("film")
    if film is not None:
        _check_film(film, names, drawn, findings)
    reads: list[tuple[Reference, Need]] = [
        *_drawn_readout(given),
        *_unknown_values(head, extra, data, solution, lab, findings),
        *((one["answer"], "value") for one in given.get("mistakes", ()) if "answer" in one),
    ]
    if any(finding.severe for finding in findings.found[before:]):
        return None
    exercise = Exercise(
        function=head.name,
        arguments=head.arguments,
        given=tuple(reference.name for reference in extra),
        data=tuple(one.values for one in data),
        solution=solution.text,
        also=tuple(listing.text for listing in also),
        slips=slips,
        starter=starter.text if starter is not None else f"{head.line}\n    ...\n",
        blanks=blanks.text if blanks is not None else "",
        drawn=drawn,
        seconds=given.get("seconds", SECONDS),
        film=film.name if film is not None else "",
        uses=tuple(given.get("uses", ())),
    )
    listed = {"solution": solution, "starter": starter, "blanks": blanks}
    places = {name: listing.place for name, listing in listed.items() if listing is not None}
    if film is not None and film.place is not None:
        places["film"] = film.place
    places |= {f"also-{number}": listing.place for number, listing in enumerate(also, 1)}
    places |= {f"data-{number}": one.node.place for number, one in enumerate(data, 1)}
    return Authored(exercise, places, tuple(reads))


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


def _parsed(listing: Listing, findings: Findings, what: Text) -> ast.Module | None:
    """Return a program as Python reads it; None with a finding at its line."""
    try:
        return parsed(listing.text)
    except SyntaxError as error:
        place = listing.at(error.lineno or 1, error.offset or 1)
        findings.error(place, "bad-program", messages.NO_PYTHON, what=what, why=error.msg)
    except (ValueError, RecursionError, MemoryError) as error:
        findings.error(listing.place, "bad-program", messages.NO_PYTHON, what=what, why=error)
    return None


def _head_of(solution: Listing, findings: Findings) -> Head | None:
    """Return the function that the solution defines last; None with a finding."""
    tree = _parsed(solution, findings, messages.THE_SOLUTION)
    if tree is None:
        return None
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    if not functions:
        findings.error(solution.place, "bad-program", messages.NO_FUNCTION)
        return None
    function = functions[-1]
    starred = function.args.vararg or function.args.kwarg or next(iter(function.args.kwonlyargs), None)
    if starred is not None:
        findings.error(
            solution.at(starred.lineno, starred.col_offset + 1),
            "bad-program",
            messages.NO_STAR,
            name=starred.arg,
        )
        return None
    arguments = tuple(argument.arg for argument in (*function.args.posonlyargs, *function.args.args))
    return Head(function.name, arguments, f"def {function.name}({', '.join(arguments)}):", function.lineno)


def _must_define(listing: Listing, function: str, findings: Findings, what: Text = messages.THIS_PROGRAM) -> None:
    """Note a program that is no Python, or has no such function."""
    tree = _parsed(listing, findings, what)
    if tree is not None and function not in (names := tuple(_names_in(tree))):
        near = suggestion(function, names)
        findings.error(listing.place, "bad-program", messages.DEFINES_NO, what=what, name=function, nearest=near)


def _names_in(tree: ast.Module) -> Iterator[str]:
    """Yield what a program defines and assigns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _check_given(names: Sequence[Reference], head: Head, findings: Findings) -> None:
    for reference in names:
        place = reference.place
        assert place is not None
        if reference.index or not is_name(reference.name):
            findings.error(place, "wrong-value", messages.NO_NAME, name=reference)
        elif reference.name in head.arguments:
            findings.error(place, "wrong-value", messages.IS_ARGUMENT, name=reference.name, function=head.name)


def _unknown_values(
    head: Head,
    extra: Sequence[Reference],
    data: Sequence[DataSet],
    solution: Listing,
    lab: Lab | None,
    findings: Findings,
) -> Iterator[tuple[Reference, Need]]:
    """Yield what only the lab's result can tell: the names whose value is neither in the data nor a parameter."""
    parameters = lab.parameters if lab is not None else {}
    for reference in (*(Reference(name, (), solution.at(head.at)) for name in head.arguments), *extra):
        if reference.name in parameters or (data and reference.name in data[0].values):
            continue
        if lab is not None:
            yield reference, "value"
            continue
        place = reference.place or solution.place
        findings.error(place, "no-lab", messages.NAME_WITHOUT_VALUE, name=reference.name)


def _check_names(data: DataSet, names: Sequence[str], findings: Findings) -> None:
    for name in data.values:
        if name not in names:
            place, near = data.node.keys[name].place, suggestion(name, names)
            findings.error(place, "unknown-name", messages.NO_ARGUMENT_OR_GIVEN, name=name, nearest=near)


def _check_blanks(blanks: Listing, solution: Listing, findings: Findings) -> None:
    if GAP not in blanks.text:
        findings.error(blanks.place, "no-blank", messages.NO_GAP, gap=GAP)
        return
    if gaps_of(blanks.text, solution.text) is not None:
        return
    gapped, whole = blanks.text.rstrip().split("\n"), solution.text.rstrip().split("\n")
    wrong = (at for at, line in enumerate(gapped) if at >= len(whole) or _fills(line.split(GAP), whole[at]) is None)
    at = next(wrong, len(gapped) - 1)
    findings.error(blanks.at(at + 1), "bad-program", messages.GAPS_DO_NOT_FIT, gap=GAP)


def _slips(
    mistakes: Sequence[Mapping[str, Any]], solution: Listing, function: str, findings: Findings
) -> Iterator[Slip]:
    """Yield the mistakes as programs and readouts."""
    for number, one in enumerate(mistakes, start=1):
        ways = [way for way in _WAYS if way in one]
        place = one["say"].in_("").place
        if len(ways) != 1 or ("write" in one) != ("instead" in one):
            findings.error(place or solution.place, "wrong-value", messages.ONE_OF_THREE)
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
                words = messages.OFTEN_IN_SOLUTION if count else messages.NOT_IN_SOLUTION
                findings.error(instead.place, "wrong-value", words, piece=instead.text, count=count)
                continue
            changed = solution.text.replace(instead.text, write.text)
            _must_define(Listing(changed, instead.node), function, findings, messages.CHANGED_SOLUTION)
            name = f"{write.text.strip() or 'nothing'} for {instead.text.strip()}"
            yield Slip(changed, "", one["say"], _in_one_line(name), instead.place)


def _in_one_line(text: str) -> str:
    """Return a text short and plain enough for a name in the record."""
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def _drawn(given: Mapping[str, Any], head: Head, place: Place, findings: Findings) -> Drawn | None:
    """Return how the function is drawn, with a finding for an argument that it does not have."""
    if "draws" not in given:
        if given.get("walks"):
            findings.error(place, "wrong-value", messages.WALKS_NEEDS_DRAWS)
        return None
    drawn: Drawn
    drawn, node = given["draws"]
    for name in drawn.along:
        if name not in head.arguments:
            at, near = node.entries[drawn.readout].place, suggestion(name, head.arguments)
            findings.error(at, "unknown-name", messages.NO_ARGUMENT, name=name, function=head.name, nearest=near)
    return drawn._replace(walks=given.get("walks", False))


def _check_film(film: Reference, names: Sequence[str], drawn: Drawn | None, findings: Findings) -> None:
    """Note what no film can go along."""
    place = film.place
    assert place is not None
    if film.index or film.name not in names:
        near = suggestion(film.name, names)
        findings.error(place, "unknown-name", messages.NO_FILM_ALONG, name=film, nearest=near)
    elif drawn is not None and (drawn.walks or film.name in drawn.along):
        findings.error(place, "wrong-value", messages.FILM_IS_DRAWN, name=film.name)


def _drawn_readout(given: Mapping[str, Any]) -> Iterator[tuple[Reference, Need]]:
    if "draws" in given:
        drawn, node = given["draws"]
        yield Reference(drawn.readout, (), node.keys[drawn.readout].place), "value"
