"""Sliders to set so that something becomes true; any setting that works is right."""

from __future__ import annotations

import itertools
import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import MOVES, Sliders
from tutor.course.fields import Field, Given, ListOf, Number, OneLine, ReadoutName, Words, given_value, unknown_field
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.kinds.number import MISTAKES, Mistake, mistakes_of
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Note
from tutor.course.questions import Asked, Desk, Feedback, Need, Question, Reference, Unreadable, words_of
from tutor.course.questions import Words as Localised
from tutor.course.source import suggestion
from tutor.course.telling import set_to
from tutor.course.yaml import Fields
from tutor.dataclass import dataclass
from tutor.lab import (
    AnyParameter,
    Board,
    Choice,
    Lab,
    ParameterError,
    Past,
    Slider,
    Timeline,
    Toggle,
    Value,
    Values,
    Vector,
    setting_words,
)
from tutor.language import MINUS, Text, say

MOST_MOVES = 50
MOST_TOLD = 4
"""Sliders that are all told in a setting in words."""
MOST_SETTINGS = 300
"""Settings of the sliders tried to meet a mistake's explanation."""


@dataclass(frozen=True, eq=False, kw_only=True)
class SettingQuestion(Question, Kind):
    """A setting of the step's lab at which a truth value holds."""

    KIND: ClassVar[str] = "setting"
    WEIGHT: ClassVar[int] = 4
    ON_SLIDERS: ClassVar[bool] = True
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("answer", ReadoutName(), for_authors.SETTING_ANSWER, required=True),
        Field("show", ListOf(OneLine(), least=1), for_authors.SETTING_SHOW, required=True),
        Field("example", Given(), for_authors.SETTING_EXAMPLE, required=True),
        Field("moves", Number(1, MOST_MOVES, whole=True), for_authors.SETTING_MOVES),
        Field("only", OneLine(), for_authors.SETTING_ONLY),
        Field("mistakes", MISTAKES, for_authors.SETTING_MISTAKES),
        Field("otherwise", Words(), for_authors.SETTING_OTHERWISE, required=True),
    )

    answer: Reference
    show: tuple[str, ...]
    """the parameters that the learner sets, in order"""
    example: Values
    """a setting that works, of the shown parameters"""
    moves: int
    """the most moves that it may take; 0 where they do not count"""
    only: str
    """a choice of which no other option may work than that of the example; "" for none"""
    mistakes: tuple[Mistake, ...]
    otherwise: Localised

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> SettingQuestion | None:
        """Return the question; None where it names no lab, or parameters that the lab does not have."""
        findings = draft.reader.findings
        if draft.lab is None:
            findings.error(draft.place, "no-lab", for_authors.SETTING_NEEDS_LAB, id=draft.id)
            return None
        for name in given["show"]:
            if name not in draft.lab.parameters:
                lab, near = draft.lab.name, suggestion(name, draft.lab.parameters)
                findings.error(
                    draft.place, "unknown-name", for_authors.SHOWS_NO_PARAMETER, name=name, lab=lab, nearest=near
                )
                return None
        if "only" in given and not isinstance(draft.lab.parameters.get(given["only"]), Choice):
            only, lab = given["only"], draft.lab.name
            findings.error(draft.place, "wrong-value", for_authors.ONLY_NAMES_CHOICE, lab=lab, name=only)
            return None
        example = _example(given["example"], draft, draft.lab, given["show"])
        if example is None:
            return None
        return cls(
            **draft.shared({"answer": str(given["answer"]), "show": given["show"]}),
            answer=given["answer"],
            show=given["show"],
            example=example,
            moves=given.get("moves", 0),
            only=given.get("only", ""),
            mistakes=mistakes_of(given),
            otherwise=given["otherwise"],
        )

    def entry(self, asked: Asked) -> Sliders:  # noqa: ARG002
        """Return the sliders of the shown parameters."""
        return Sliders(self.show, self.example, self.moves)

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
        at = self._at(asked, response)
        if at is None:
            return Unreadable(messages.NO_SETTING(language))
        if bool(self.answer.of(at)):
            moves = _moves_of(response)
            if self.moves and moves > self.moves:
                said = words_of(messages.MANY_MOVES, moves=moves, most=self.moves)
                return Feedback(False, said, MOVES)
            return Feedback(True)
        for mistake in self.mistakes:
            if bool(mistake.answer.of(at)):
                return Feedback(False, mistake.say, str(mistake.answer))
        return Feedback(False, self.otherwise)

    def asked_at(self, asked: Asked, response: str) -> Asked:
        """Return the question with the lab at the learner's setting, which what is said to it can name."""
        return self._at(asked, response) or asked

    def _at(self, asked: Asked, response: str) -> Asked | None:
        """Return the question with the lab at the learner's setting; None where that cannot be read."""
        values = self.read(asked, response)
        return asked.at(values) if values is not None else None

    def right_response(self, asked: Asked) -> str:
        """Return the author's example."""
        return self.entry(asked).response({**asked.values, **self.example}, _least_moves(asked.values, self.example))

    def spell(self, asked: Asked, response: str, language: str) -> str:
        """Return the shown parameters as the screen calls them, and what they were set to: "w1 = 1, b = −1.5"."""
        values = self.read(asked, response)
        if values is None:
            return ""
        # Of many sliders those are told that were moved.
        names = [one for one in self.show if len(self.show) <= MOST_TOLD or values[one] != asked.values[one]]
        return ", ".join(self._spelled(name, values[name], language) for name in names)

    def _spelled(self, name: str, value: Value, language: str) -> str:
        parameter = self.lab.parameters[name] if self.lab is not None else None
        words = _shown(value)
        if isinstance(parameter, Choice):
            words = say(parameter.options[str(value)], language)
        elif isinstance(parameter, Toggle):
            words = (messages.ON if value else messages.OFF)(language)
        *_, called = self._called(name, language)
        return f"{called} = {words}"

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

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:
        """Return the example where the hint says all of it that is not set already, and the prompt does not."""
        wanted = {name: value for name, value in self.example.items() if value != asked.values[name]}

        def says_all(text: str) -> bool:
            return all(set_to(text, self._called(name, language), value) for name, value in wanted.items())

        if not wanted or not says_all(hint) or says_all(prompt):
            return ""
        return say(setting_words(wanted), language)

    def _called(self, name: str, language: str) -> Iterator[str]:
        """Yield how a text can call a parameter."""
        yield name
        label = getattr(self.lab.parameters[name], "label", "") if self.lab is not None else ""
        if label:
            yield say(label, language)

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Note a question that is answered before anything is moved, and mistakes that no setting was found for."""
        asked, which = desk.asked, desk.asked.variant_words
        if bool(self.answer.of(asked)):
            yield Note("already-true", for_authors.TRUE_AT_START.filled(answer=self.answer, which=which))
        yield from self._other_ways(desk)
        unmet = list(self.mistakes)
        for at in self._tried(desk) if unmet else ():
            if not bool(self.answer.of(at)):
                heard = next((one for one in self.mistakes if bool(one.answer.of(at))), None)
                unmet = [one for one in unmet if one is not heard]
            if not unmet:
                return
        for one in unmet:
            words = for_authors.SETTING_UNHEARD.filled(which=which, answer=one.answer)
            yield Note("mistake-unheard", words, one.answer.place, severe=False)

    def _other_ways(self, desk: Desk) -> Iterator[Claim]:
        """Note every other option of the choice that has to be the only way, wherever the other sliders stand."""
        if not self.only or self.lab is None:
            return
        parameter = self.lab.parameters[self.only]
        assert isinstance(parameter, Choice)
        lab, others = self.lab, [name for name in self.show if name != self.only]

        def settings(variant: int, option: str) -> list[dict[str, Value]]:
            start = {**lab.check(self.values_of(variant)), **self.example, self.only: option}
            return [start, *({**start, name: at} for name in others for at in _ends(lab.parameters[name]))]

        right = {**desk.asked.values, **self.example}[self.only]
        wrong = [option for option in parameter.options if option != right]
        asked = [(variant, option) for variant in range(len(self.variants)) for option in parameter.options]
        desk.prepare(lab, [values for one in asked for values in settings(*one)])
        for option in wrong:
            for values in settings(desk.asked.variant, option):
                result = desk.run(lab, values)
                if isinstance(result, Text):
                    continue
                at = Asked(self, desk.asked.variant, values, result)
                if bool(self.answer.of(at)):
                    which, answer = desk.asked.variant_words, self.answer
                    words = for_authors.ANOTHER_WAY.filled(answer=answer, which=which, only=self.only, option=option)
                    yield Note("another-way", words)
                    break

    def _tried(self, desk: Desk) -> Iterator[Asked]:
        """Yield the question with the lab at many settings, as far as it gives a result there."""
        if self.lab is None:
            return
        for values in self._settings(self.lab, desk.asked):
            result = desk.run(self.lab, values)
            if not isinstance(result, Text):
                yield Asked(self, desk.asked.variant, self.lab.check(values), result)

    def _settings(self, lab: Lab, asked: Asked) -> Iterator[Values]:
        """Yield settings of the shown sliders: all of them, or their ends first and then a fixed sample."""
        start: dict[str, Value] = dict(asked.values)  # type: ignore[arg-type]
        choices = [_values_of(lab.parameters[name], start[name]) for name in self.show]
        total = math.prod(map(len, choices))
        if total <= MOST_SETTINGS:
            for combination in itertools.product(*choices):
                yield {**start, **dict(zip(self.show, combination, strict=True))}
            return
        by_name = dict(zip(self.show, choices, strict=True))
        if lab.prepare is not None:
            yield from self._at_once(lab, start)
        # What the example moves is what matters, so that comes first, and the options of a choice before a slider.
        many = {name: not isinstance(lab.parameters[name], Choice | Toggle) for name in self.show}
        names = sorted(self.show, key=lambda name: (name not in self.example, many[name]))
        tries = {
            name: [{**start, **self.example, name: value} for value in _ends_first(by_name[name])] for name in names
        }
        # All moments of a film come of one; but where that takes long, those after the example's are not there yet.
        for name in (name for name in names if isinstance(lab.parameters[name], Timeline)):
            known = self.example.get(name, start[name]) if lab.prepare is not None else math.inf
            yield from (values for values in tries[name] if values[name] <= known)  # type: ignore[operator]
            tries[name] = [values for values in tries[name] if values[name] > known]  # type: ignore[operator]
        # The options of a choice tell as many things as there are. Of the others the ends of all tell more than all
        # values of one.
        for name in (name for name in names if name in self.example and not many[name]):
            yield from tries.pop(name)
        if lab.prepare is not None:
            yield from (values for name in tries if name in self.example for values in tries[name][:2])
        for turn in itertools.zip_longest(*tries.values()):
            yield from filter(None, turn)
        generator = random.Random(total)
        for _ in range(MOST_SETTINGS):
            yield {**start, **{name: generator.choice(values) for name, values in zip(self.show, choices, strict=True)}}

    def _at_once(self, lab: Lab, start: Values) -> Iterator[Values]:
        """Yield settings at the first step of a timeline: no work comes before it, and many mistakes show there."""
        timelines = [name for name in self.show if isinstance(lab.parameters[name], Timeline)]
        for base in ({**start, **self.example}, start) if timelines else ():
            first = {**base, **dict.fromkeys(timelines, 0)}
            yield first
            for name in self.show:
                parameter = lab.parameters[name]
                values = tuple(parameter.options) if isinstance(parameter, Choice) else _ends(parameter)
                yield from ({**first, name: value} for value in values if name not in timelines)


def _ends_first(values: Sequence[Value]) -> list[Value]:
    """Return about ten of some values, the outermost first."""
    some = values[:: max(1, len(values) // 10)]
    return [*dict.fromkeys([values[0], values[-1], *some])]


def _ends(parameter: AnyParameter) -> tuple[Value, ...]:
    """Return both ends of a slider or a timeline; nothing of others."""
    match parameter:
        case Slider(low=low, high=high):
            return (low, high)
        case Timeline(last=last):
            return (0, last)
    return ()


def _values_of(parameter: AnyParameter, start: Value) -> Sequence[Value]:
    """Return values of a parameter to try: every one, or evenly spaced ones with both ends."""
    match parameter:
        case Slider(low=low, high=high, step=step):
            count = min(round((high - low) / step) + 1, 61)
            return [low + (high - low) * at / (count - 1) for at in range(count)] if count > 1 else [low]
        case Timeline(last=last):
            return list(range(0, last + 1, max(1, last // 60)))
        case Past() | Board():
            return [start]
        case Choice(options=options):
            return list(options)
        case Toggle():
            return [False, True]
        case Vector(low=low, high=high):
            assert isinstance(start, tuple)
            marks = [low + (high - low) * at / 4 for at in range(5)]
            single = [(*start[:at], value, *start[at + 1 :]) for at in range(len(start)) for value in marks]
            return [*[(value,) * len(start) for value in marks], *single]


def _example(node: Fields, draft: Draft, lab: Lab, show: tuple[str, ...]) -> Values | None:
    """Return the example of a setting; None where the learner could not set it."""
    findings = draft.reader.findings
    example: dict[str, Any] = {}
    for name, item in node.entries.items():
        parameter = lab.parameters.get(name)
        if parameter is None:
            what = for_authors.PARAMETERS_OF.filled(lab=lab.name)
            unknown_field(findings, node.keys[name], what, lab.parameters)
            return None
        try:
            value = parameter.check(given_value(parameter, item))
        except ParameterError as error:
            findings.error(item.place, "bad-parameter", for_authors.EXAMPLE_CANNOT_BE, name=name, error=error.words)
            return None
        if name in show:
            example[name] = value
        elif any(lab.check(start)[name] != value for start in draft.variants):
            findings.error(
                node.keys[name].place,
                "unreachable",
                for_authors.CANNOT_BE_SET,
                name=name,
            )
            return None
    return example


def _moves_of(response: str) -> int:
    """Return how many moves a response took, as far as it says so."""
    given = json.loads(response).get(MOVES, 0)
    return given if isinstance(given, int) else 0


def _least_moves(start: Mapping[str, object], example: Values) -> int:
    """Return how many sliders an example moves; each number of a vector is one."""
    pairs = [(start[name], value) for name, value in example.items()]
    return sum(
        sum(one != other for one, other in zip(before, after, strict=True))
        if isinstance(before, tuple) and isinstance(after, tuple)
        else before != after
        for before, after in pairs
    )


def _shown(value: object) -> str:
    return f"{value:g}".replace("-", MINUS) if isinstance(value, float) else str(value)
