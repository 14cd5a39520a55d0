"""Sliders to set so that something becomes true; any setting that works is right."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.fields import Field, Given, ListOf, OneLine, ReadoutName, Words, given_value, unknown_field
from tutor.course.kinds.draft import Draft
from tutor.course.kinds.number import MISTAKES, Mistake, mistakes_of
from tutor.course.questions import Asked, Feedback, Input, Need, Question, Reference, Unreadable
from tutor.course.questions import Words as Localised
from tutor.course.source import suggestion
from tutor.course.yaml import Fields
from tutor.lab import Lab, ParameterError, Values


@dataclass(frozen=True, eq=False, kw_only=True)
class SettingQuestion(Question):
    """A setting of the step's lab at which a truth value holds."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("answer", ReadoutName(), "the readout that has to become true", required=True),
        Field("show", ListOf(OneLine(), least=1), "the parameters that the learner sets", required=True),
        Field("example", Given(), "a setting that works", required=True),
        Field("mistakes", MISTAKES, "truth values: the first that holds is explained"),
        Field("otherwise", Words(), "what to say to any other setting", required=True),
    )
    input: ClassVar[Input] = "sliders"

    answer: Reference
    show: tuple[str, ...]
    """the parameters that the learner sets, in order"""
    example: Values
    """a setting that works, of the shown parameters"""
    mistakes: tuple[Mistake, ...]
    otherwise: Localised

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> SettingQuestion | None:
        """Return the question; None where it names no lab, or parameters that the lab does not have."""
        findings = draft.reader.findings
        if draft.lab is None:
            findings.error(draft.place, "no-lab", f"{draft.id!r} is about the sliders of a lab: name it with 'lab'.")
            return None
        for name in given["show"]:
            if name not in draft.lab.parameters:
                findings.error(
                    draft.place,
                    "unknown-name",
                    f"{name!r} in 'show' is no parameter of {draft.lab.name}. {suggestion(name, draft.lab.parameters)}",
                )
                return None
        example = _example(given["example"], draft, draft.lab, given["show"])
        if example is None:
            return None
        return cls(
            **draft.shared({"answer": str(given["answer"]), "show": given["show"]}),
            answer=given["answer"],
            show=given["show"],
            example=example,
            mistakes=mistakes_of(given),
            otherwise=given["otherwise"],
        )

    def read(self, asked: Asked, response: str) -> Values | None:
        """Return every parameter of the lab with the learner's setting in it; None where that is none."""
        try:
            given = json.loads(response)
        except (ValueError, RecursionError):
            return None
        if not isinstance(given, dict) or self.lab is None:
            return None
        try:
            return self.lab.check({**asked.values, **{name: given[name] for name in self.show if name in given}})  # type: ignore[dict-item]
        except ParameterError:
            return None

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about a setting, a JSON object of parameters."""
        at = self.asked_at(asked, response)
        if at is None:
            return Unreadable(messages.NO_SETTING(language))
        if bool(self.answer.of(at)):
            return Feedback(True)
        for mistake in self.mistakes:
            if bool(mistake.answer.of(at)):
                return Feedback(False, mistake.say, str(mistake.answer))
        return Feedback(False, self.otherwise)

    def asked_at(self, asked: Asked, response: str) -> Asked | None:
        """Return the question with the lab at the learner's setting, which what is said to it can name.

        None where the setting cannot be read.
        """
        values = self.read(asked, response)
        return asked.at(values) if values is not None else None

    def response_of(self, values: Mapping[str, object]) -> str:
        """Return the sliders as a response."""
        return json.dumps({name: values[name] for name in self.show if name in values})

    def right_response(self, asked: Asked) -> str:
        """Return the author's example."""
        return self.response_of({**asked.values, **self.example})

    def spell(self, asked: Asked, response: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the shown parameters and what they were set to: "w1 = 1, b = −1.5"."""
        values = self.read(asked, response)
        if values is None:
            return ""
        return ", ".join(f"{name} = {_shown(values[name])}" for name in self.show)

    def references(self) -> Iterator[tuple[Reference, Need]]:
        """Yield the answer and the recognised mistakes."""
        yield self.answer, "truth"
        for mistake in self.mistakes:
            yield mistake.answer, "truth"

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (mistake.say for mistake in self.mistakes)
        yield self.otherwise


def _example(node: Fields, draft: Draft, lab: Lab, show: tuple[str, ...]) -> Values | None:
    """Return the example of a setting; None where the learner could not set it."""
    findings = draft.reader.findings
    example: dict[str, Any] = {}
    for name, item in node.entries.items():
        parameter = lab.parameters.get(name)
        if parameter is None:
            unknown_field(findings, node.keys[name], f"the lab {lab.name} (its parameters)", lab.parameters)
            return None
        try:
            value = parameter.check(given_value(parameter, item))
        except ParameterError as error:
            findings.error(item.place, "bad-parameter", f"{name!r}: {error}.")
            return None
        if name in show:
            example[name] = value
        elif any(lab.check(start)[name] != value for start in draft.variants):
            findings.error(
                node.keys[name].place,
                "unreachable",
                f"The learner cannot set {name!r}: it is not in 'show', and the question starts from another value.",
            )
            return None
    return example


def _shown(value: object) -> str:
    return f"{value:g}".replace("-", "\u2212") if isinstance(value, float) else str(value)
