"""quiz.yaml: every question of a lesson, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tutor.course.fields import (
    ID,
    LAB_NAME,
    Field,
    Given,
    ListOf,
    OneOf,
    Reader,
    Record,
    Variants,
    Words,
    given_value,
    unknown_field,
)
from tutor.course.finding import Place
from tutor.course.kinds import KINDS
from tutor.course.kinds.draft import Draft
from tutor.course.labs import Labs
from tutor.course.messages import questions as messages
from tutor.course.questions import Question
from tutor.course.source import Source
from tutor.course.yaml import Fields, Items, Node, Scalar, describe, parse_yaml
from tutor.lab import Lab, ParameterError, Values, Vector

COMMON: tuple[Field, ...] = (
    Field("id", ID, messages.ID_OF_QUESTION, required=True),
    Field("kind", OneOf(KINDS), messages.KIND_OF_QUESTION, required=True),
    Field("prompt", Words(), messages.PROMPT, required=True),
    Field("lab", LAB_NAME, messages.LAB_OF_QUESTION),
    Field("at", Given(), messages.AT),
    Field("vary", Variants(), messages.VARY),
    Field("hints", ListOf(Words()), messages.HINTS),
    Field("explain", Words(), messages.EXPLAIN),
    Field("was", ListOf(ID), messages.WAS),
)
"""The fields of every question."""


def read_quiz(source: Source, reader: Reader, labs: Labs) -> tuple[dict[str, Question], dict[str, Place] | None]:
    """Return the good questions of a quiz.yaml, and the places of all ids, good or not.

    The ids are None where the file is no YAML, so that nothing is known of what it asks.
    """
    before = len(reader.findings.found)
    root = parse_yaml(source, reader.findings)
    if root is None:
        return {}, None if len(reader.findings.found) > before else {}
    if not isinstance(root, Items):
        reader.wrong(root, messages.LIST_OF_QUESTIONS)
        return {}, None
    questions: dict[str, Question] = {}
    places: dict[str, Place] = {}
    for node in root.items:
        question = _read_question(node, reader, labs)
        name = node.entries.get("id") if isinstance(node, Fields) else None
        if isinstance(name, Scalar):
            if name.text in places:
                line = places[name.text].line
                reader.findings.error(name.place, "repeated-id", messages.QUESTION_ID_TWICE, id=name.text, line=line)
                continue
            places[name.text] = name.place
        if question is not None:
            questions[question.id] = question
    return questions, places


def _read_question(node: Node, reader: Reader, labs: Labs) -> Question | None:
    if not isinstance(node, Fields):
        reader.wrong(node, messages.A_QUESTION)
        return None
    kind_node = node.entries.get("kind")
    kind_name = kind_node.text if isinstance(kind_node, Scalar) else ""
    kind = KINDS.get(kind_name)
    if kind is None:
        _read_unknown_kind(node, kind_node, reader)
        return None
    what = messages.QUESTION_OF_KIND.filled(kind=kind_name)
    given = Record((*COMMON, *kind.FIELDS), what).read(node, reader)
    if given is None:
        return None
    lab, ok = None, True
    if "lab" in given:
        lab = labs.find(given["lab"], node.entries["lab"].place, reader.findings)
        ok = lab is not None
    elif "lab" in node.entries:
        ok = False
    variants = read_variants(node, given, lab, reader) if ok else None
    if variants is None:
        return None
    draft = Draft(
        id=given["id"],
        kind=kind_name,
        prompt=given["prompt"],
        lab=lab,
        lab_name=given.get("lab", ""),
        variants=variants,
        hints=given.get("hints", ()),
        explain=given.get("explain"),
        was=given.get("was", ()),
        place=node.entries["id"].place,
        reader=reader,
    )
    return kind.build(draft, given)


def _read_unknown_kind(node: Fields, kind: Node | None, reader: Reader) -> None:
    """Note what can be known about a question whose kind cannot."""
    if kind is None:
        reader.findings.error(node.place, "missing-field", messages.NEEDS_KIND, kinds=", ".join(KINDS))
    else:
        OneOf(KINDS).read(kind, reader)


def read_variants(node: Fields, given: Mapping[str, Any], lab: Lab | None, reader: Reader) -> tuple[Values, ...] | None:
    """Return the parameters of each variant as the author gave them, checked; None with findings."""
    for name in ("at", "vary"):
        if name in node.entries and lab is None:
            reader.findings.error(node.keys[name].place, "no-lab", messages.SETS_NO_LAB, field=name)
            return None
    if "at" in given and "vary" in given:
        reader.findings.error(node.keys["vary"].place, "wrong-value", messages.AT_OR_VARY)
        return None
    if lab is None:
        return ({},)
    if "at" in given:
        values = read_values(given["at"], lab, reader)
        return (values,) if values is not None else None
    if "vary" not in given:
        return ({},) if not {"at", "vary"} & set(node.entries) else None
    vary = given["vary"]
    if isinstance(vary, Items):
        read = [read_values(item, lab, reader) for item in vary.items if isinstance(item, Fields)]
        return None if None in read else tuple(values for values in read if values is not None)
    return _zipped(vary, lab, reader)


def _zipped(vary: Fields, lab: Lab, reader: Reader) -> tuple[Values, ...] | None:
    """Return {W: [0, 2], b: 1} as ({W: 0, b: 1}, {W: 2, b: 1})."""
    lists: dict[str, tuple[Node, ...]] = {}
    for name, node in vary.entries.items():
        if isinstance(node, Items) and not _is_vector(lab, name, node):
            lists[name] = node.items
    lengths = {len(items) for items in lists.values()}
    if len(lengths) != 1 or 0 in lengths:
        words = messages.LISTS_DIFFER if len(lengths) > 1 else messages.NOTHING_TO_VARY
        reader.findings.error(vary.place, "wrong-value", words)
        return None
    variants: list[Values] = []
    ok = True
    for at in range(lengths.pop()):
        entries = {name: lists[name][at] if name in lists else node for name, node in vary.entries.items()}
        values = read_values(Fields(vary.source, vary.start, vary.end, entries, vary.keys), lab, reader)
        if values is None:
            ok = False
        else:
            variants.append(values)
    return tuple(variants) if ok else None


def _is_vector(lab: Lab, name: str, node: Items) -> bool:
    """Return whether a list is one value of a vector parameter, not a list of values."""
    return isinstance(lab.parameters.get(name), Vector) and all(isinstance(item, Scalar) for item in node.items)


def read_values(node: Fields, lab: Lab, reader: Reader, *, but: tuple[str, ...] = ()) -> Values | None:
    """Return a map of parameters as the lab takes them, only those that were given; None with findings.

    Args:
        but: keys that are no parameters.
    """
    values: dict[str, Any] = {}
    ok = True
    for name, item in node.entries.items():
        if name in but:
            continue
        parameter = lab.parameters.get(name)
        if parameter is None:
            what = messages.PARAMETERS_OF.filled(lab=lab.name)
            unknown_field(reader.findings, node.keys[name], what, [*lab.parameters, *but])
            ok = False
            continue
        try:
            values[name] = parameter.check(given_value(parameter, item))
        except ParameterError as error:
            reader.findings.error(
                item.place,
                "bad-parameter",
                messages.CANNOT_BE,
                name=name,
                lab=lab.name,
                found=describe(item),
                error=error.words,
            )
            ok = False
    return values if ok else None
