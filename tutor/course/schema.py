"""JSON Schema of a course's YAML files and of the lab block, made from the declarations that the loader reads by.

Editors complete and check with it while an author types. It says what a file may hold, not whether it is true:
`tutor check` does that. Draft 7, which editors for YAML know best.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tutor.course.fields import (
    Accepted,
    Field,
    Flag,
    Given,
    ListOf,
    Name,
    NamesIn,
    Number,
    OneLine,
    OneOf,
    ReadoutName,
    Record,
    Shape,
    Variants,
    Words,
)
from tutor.course.glossary import TERM, Mathematics, StepName
from tutor.course.kinds import KINDS
from tutor.course.kinds.draft import Kind
from tutor.course.loader import LAB_FIELDS, LAYOUTS
from tutor.course.outline import COURSE_FIELDS, FORMAT, LANGUAGE, OPTIONAL_COURSE_FIELDS
from tutor.course.programs.fields import DEEPEST, Data, Draws, Piece, Program
from tutor.course.quiz import COMMON

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

_VALUE: Schema = {"type": ["number", "boolean", "string", "array"]}
"""What a parameter can be set to."""
_SCALAR: Schema = {"type": ["string", "number"], "pattern": r"\S"}
_TEXT: Schema = {
    "anyOf": [
        _SCALAR,
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
            "additionalProperties": _SCALAR,
            "minProperties": 1,
        },
    ]
}


def course_schema() -> Schema:
    """Return the schema of course.yaml."""
    shapes: Mapping[str, Schema] = {
        "format": {"const": FORMAT},
        "id": {"type": ["string", "integer"], "pattern": r"\S"},
        "title": _TEXT,
        "description": _TEXT,
        "languages": {"type": "array", "items": {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"}, "minItems": 1},
        "lessons": {"type": "array", "items": {"type": "string", "pattern": r"\S"}, "minItems": 1, "uniqueItems": True},
        "playground": {"type": "string", "pattern": "/"},
        "rests": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string", "pattern": "/"}},
        },
    }
    return {
        "$schema": DRAFT,
        "title": "course.yaml",
        "type": "object",
        "properties": {name: {"description": text, **shapes[name]} for name, text in COURSE_FIELDS.items()},
        "required": [name for name in COURSE_FIELDS if name not in OPTIONAL_COURSE_FIELDS],
        "additionalProperties": False,
    }


def quiz_schema() -> Schema:
    """Return the schema of quiz.yaml: a list of questions, whose fields depend on their kind."""
    rules = [{"if": {"properties": {"kind": {"const": name}}}, "then": _kind(kind)} for name, kind in KINDS.items()]
    return {
        "$schema": DRAFT,
        "title": "quiz.yaml",
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "required": ["id", "kind", "prompt"],
            "properties": {field.name: _described(field) for field in COMMON},
            "allOf": rules,
        },
    }


def glossary_schema() -> Schema:
    """Return the schema of glossary.yaml: a list of terms."""
    return {"$schema": DRAFT, "title": "glossary.yaml", "type": ["array", "null"], "items": schema_of(TERM)}


def lab_schema() -> Schema:
    """Return the schema of a lab block. Which other fields there are depends on the lab: they are its parameters."""
    shapes: Mapping[str, Schema] = {
        "use": {"type": "string", "pattern": ":"},
        "show": {"type": "array", "items": {"type": "string"}},
        "more": {"type": "array", "items": {"type": "string"}},
        # A lab can have a parameter called "hidden".
        "hidden": {"type": ["boolean", "number"]},
        "trains": {"type": "string"},
        "layout": {"enum": list(LAYOUTS)},
    }
    return {
        "$schema": DRAFT,
        "title": "a lab block",
        "type": "object",
        "properties": {name: {"description": text, **shapes[name]} for name, text in LAB_FIELDS.items()},
        "required": ["use"],
        "additionalProperties": _VALUE,
    }


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "course": course_schema,
    "quiz": quiz_schema,
    "glossary": glossary_schema,
    "lab": lab_schema,
}
"""From what `tutor schema` takes to what makes it."""


def schema_of(shape: Shape) -> Schema:
    """Return the schema of what `shape` reads.

    Raises:
        TypeError: it is a shape that this does not know yet.
    """
    match shape:
        case Record(fields):
            return _fields(fields)
        case ListOf(item, least):
            return {"type": "array", "items": schema_of(item), **({"minItems": least} if least else {})}
        case OneLine(pattern):
            return {"type": ["string", "integer", "number"], "pattern": f"^\\s*(?:{pattern})\\s*$"}
        case OneOf(allowed):
            return {"enum": list(allowed)}
        case Number(low, high, whole):
            return {"type": "integer" if whole else "number", "minimum": low, "maximum": high}
        case Flag():
            return {"type": "boolean"}
        case ReadoutName():
            return {"type": "string", "pattern": r"^\s*[^\W\d]\w*\s*(?:\[[\d\s,]+\])?\s*$"}
        case Words() | Name():
            return _TEXT
        case NamesIn():
            return _by_language(schema_of(ListOf(OneLine(), least=1)))
        case StepName():
            return {"type": "string", "pattern": "/"}
        case Mathematics():
            return {"type": "string", "pattern": r"\S"}
        case Given():
            return {"type": "object", "additionalProperties": _VALUE}
        case Variants():
            given = schema_of(Given())
            return {"anyOf": [given, {"type": "array", "items": given, "minItems": 1}]}
        case Accepted():
            return _by_language(schema_of(ListOf(OneLine(), least=1)))
        case Program():
            return {"type": "string", "pattern": r"\S"}
        case Piece():
            return {"type": ["string", "number", "boolean"]}
        case Data():
            return {"type": "object", "additionalProperties": _numbers(DEEPEST), "minProperties": 1}
        case Draws():
            name = {"type": "string", "pattern": r"^\s*[^\W\d]\w*\s*$"}
            along = {"anyOf": [name, {"type": "array", "items": name, "minItems": 1, "maxItems": 2}]}
            return {"type": "object", "additionalProperties": along, "minProperties": 1, "maxProperties": 1}
    raise TypeError(f"no schema for {shape!r}")


def _by_language(words: Schema) -> Schema:
    """Return the schema of a list of words, or of one for each language."""
    by_language = {
        "type": "object",
        "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
        "additionalProperties": words,
        "minProperties": 1,
    }
    return {"anyOf": [words, by_language]}


def _numbers(deepest: int) -> Schema:
    """Return the schema of a number, or of rows of them in so many levels."""
    number: Schema = {"type": ["number", "boolean"]}
    if not deepest:
        return number
    return {"anyOf": [number, {"type": "array", "items": _numbers(deepest - 1), "minItems": 1}]}


def _kind(kind: type[Kind]) -> Schema:
    one_of = [{"required": [name]} for name in kind.ONE_OF]
    return {
        **_fields((*COMMON, *kind.FIELDS)),
        "not": {"required": ["at", "vary"]},
        **({"oneOf": one_of} if one_of else {}),
    }


def _fields(fields: Sequence[Field]) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _described(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _described(field: Field) -> Schema:
    return {"description": field.help("en"), **schema_of(field.shape)}
