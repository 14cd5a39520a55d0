"""One or several of some options."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.fields import Field, Flag, ListOf, Record, Words
from tutor.course.kinds.draft import Draft
from tutor.course.live import prose_text
from tutor.course.prose import Prose
from tutor.course.questions import Asked, Feedback, Input, Question, Unreadable, words_of
from tutor.course.questions import Words as Localised
from tutor.language import Localised as LocalisedOf


@dataclass(frozen=True)
class Option:
    """One option."""

    text: Localised
    say: Localised
    """why choosing it is right or wrong"""
    right: bool = False
    missed: Localised | None = None
    """what to say where several are right and this right one was not chosen"""


_TEXT = Field("text", Words(inline=True), "what the option says", required=True)
_RIGHT = Field("right", Flag(), "true for a right option")
_SAY = Field("say", Words(), "why it is right, or the thought that leads to it and why that is wrong", required=True)
_MISSED = Field("missed", Words(), "what to say where this right option was not chosen")
_SHUFFLE = Field("shuffle", Flag(), "true shows the options in another order each time")

OPTIONS = Field("options", ListOf(Record((_TEXT, _RIGHT, _SAY), "an option"), least=2), "the options", required=True)


def options_of(given: Mapping[str, Any]) -> tuple[Option, ...]:
    """Return the options from a question's fields."""
    return tuple(
        Option(one["text"], one["say"], one.get("right", False), one.get("missed")) for one in given["options"]
    )


def chosen(response: str, count: int) -> tuple[int, ...] | None:
    """Return the options that "0,2" names, or None where it names none or one that is not there."""
    numbers = response.split(",")
    if not all(number.strip().isascii() and number.strip().isdigit() and len(number) < 6 for number in numbers):
        return None
    indices = tuple(dict.fromkeys(map(int, numbers)))
    return indices if indices and all(index < count for index in indices) else None


@dataclass(frozen=True, eq=False, kw_only=True)
class ChoiceQuestion(Question):
    """One right option among several."""

    FIELDS: ClassVar[tuple[Field, ...]] = (OPTIONS, _SHUFFLE)
    input: ClassVar[Input] = "options"

    options: tuple[Option, ...]
    shuffle: bool = False

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> Question | None:
        """Return the question; None where there is not exactly one right option."""
        options = options_of(given)
        right = sum(option.right for option in options)
        if right != 1:
            draft.reader.findings.error(
                draft.place,
                "right-options",
                f"{draft.id!r} has {right} options with `right: true`; it should have one. "
                "(Where several are right, the kind is 'choices'.)",
            )
            return None
        decides = {"right": [option.right for option in options]}
        return cls(**draft.shared(decides), options=options, shuffle=given.get("shuffle", False))

    def shuffled_order(self, seed: int) -> tuple[int, ...]:
        """Return the order in which to show the options: as written, or shuffled by `seed` where the author asks."""
        order = list(range(len(self.options)))
        if self.shuffle:
            random.Random(seed).shuffle(order)
        return tuple(order)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell the learner about the option they chose."""
        indices = chosen(response, len(self.options))
        if indices is None or len(indices) != 1:
            return Unreadable(messages.CHOOSE_ONE(language))
        option = self.options[indices[0]]
        return Feedback(option.right, option.say, "" if option.right else f"option-{indices[0] + 1}")

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the right option."""
        return ",".join(str(index) for index, option in enumerate(self.options) if option.right)

    def spell(self, asked: Asked, response: str, language: str) -> str:
        """Return the texts of the chosen options."""
        return " · ".join(
            prose_text(self.options[index].text.in_(language), asked.values, asked.result, language, lab=self.lab)
            for index in chosen(response, len(self.options)) or ()
        )

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        for option in self.options:
            yield option.text
            yield option.say
            if option.missed is not None:
                yield option.missed


@dataclass(frozen=True, eq=False, kw_only=True)
class ChoicesQuestion(ChoiceQuestion):
    """One or more right options; all of them and no others are to be chosen."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "options",
            ListOf(Record((_TEXT, _RIGHT, _SAY, _MISSED), "an option"), least=2),
            "the options",
            required=True,
        ),
        _SHUFFLE,
    )
    input: ClassVar[Input] = "many_options"

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> Question | None:
        """Return the question; None where no option is right."""
        options = options_of(given)
        if not any(option.right for option in options):
            draft.reader.findings.error(
                draft.place, "right-options", f"{draft.id!r} has no option with `right: true`; it needs at least one."
            )
            return None
        decides = {"right": [option.right for option in options]}
        return cls(**draft.shared(decides), options=options, shuffle=given.get("shuffle", False))

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell the learner: the first wrong choice, else what is missing, else why all are right."""
        indices = chosen(response, len(self.options))
        if indices is None:
            return Unreadable(messages.CHOOSE_SOME(language))
        for index, option in enumerate(self.options):
            if index in indices and not option.right:
                return Feedback(False, option.say, f"option-{index + 1}")
        for index, option in enumerate(self.options):
            if option.right and index not in indices:
                say = option.missed if option.missed is not None else words_of(messages.ONE_MORE_BELONGS)
                return Feedback(False, say, f"missed-{index + 1}")
        return Feedback(True, _together([option.say for option in self.options if option.right]))


def _together(says: list[Localised]) -> Localised:
    """Return several explanations as one, in every language that the first one has."""
    return LocalisedOf(
        {
            language: Prose(
                tuple(block for say in says for block in say.in_(language).blocks),
                "\n\n".join(say.in_(language).source for say in says),
                prose.place,
            )
            for language, prose in says[0].variants.items()
        }
    )
