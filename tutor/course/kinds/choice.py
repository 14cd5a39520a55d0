"""One of some options."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Options
from tutor.course.fields import Field, Flag, ListOf, Record, Words
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.live import prose_text
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Meets, Note
from tutor.course.questions import Asked, Desk, Feedback, Question, Unreadable
from tutor.course.questions import Words as Localised
from tutor.course.telling import as_the_answer
from tutor.dataclass import dataclass
from tutor.namedtuple import NamedTuple


class Option(NamedTuple):
    """One option."""

    text: Localised
    say: Localised
    """why choosing it is right or wrong"""
    right: bool = False
    missed: Localised | None = None
    """what to say where several are right and this right one was not chosen"""


TEXT = Field("text", Words(inline=True), for_authors.OPTION_TEXT, required=True)
RIGHT = Field("right", Flag(), for_authors.OPTION_RIGHT)
SAY = Field("say", Words(), for_authors.OPTION_SAY, required=True)
PICTURE = Field("picture", Flag(), for_authors.OPTION_PICTURE)
SHUFFLE = Field("shuffle", Flag(), for_authors.OPTION_SHUFFLE)

AN_OPTION = Record((TEXT, RIGHT, SAY), for_authors.AN_OPTION)
OPTIONS = Field("options", ListOf(AN_OPTION, least=2), for_authors.OPTIONS_FIELD, required=True)


def options_of(given: Mapping[str, Any]) -> tuple[Option, ...]:
    """Return the options from a question's fields."""
    return tuple(
        Option(one["text"], one["say"], one.get("right", False), one.get("missed")) for one in given["options"]
    )


def picture_of(draft: Draft, given: Mapping[str, Any]) -> bool:
    """Return whether a question is asked with the picture of its lab, from its fields."""
    if given.get("picture", False) and draft.lab is None:
        draft.reader.findings.error(draft.place, "no-lab", for_authors.NO_PICTURE, id=draft.id)
        return False
    return bool(given.get("picture", False))


def chosen(response: str, count: int) -> tuple[int, ...] | None:
    """Return the options that "0,2" names, or None where it names none or one that is not there."""
    numbers = [number.strip() for number in response.split(",")]
    if not all(number.isascii() and number.isdigit() and len(number) < 6 for number in numbers):
        return None
    indices = tuple(dict.fromkeys(map(int, numbers)))
    return indices if indices and all(index < count for index in indices) else None


@dataclass(frozen=True, eq=False, kw_only=True)
class ChoiceQuestion(Question, Kind):
    """One right option among several."""

    KIND: ClassVar[str] = "choice"
    FIELDS: ClassVar[tuple[Field, ...]] = (OPTIONS, SHUFFLE, PICTURE)

    options: tuple[Option, ...]
    shuffle: bool = False

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> Question | None:
        """Return the question; None where there is not exactly one right option."""
        options = options_of(given)
        picture = picture_of(draft, given)
        right = sum(option.right for option in options)
        if right != 1:
            draft.reader.findings.error(
                draft.place, "right-options", for_authors.NOT_ONE_RIGHT, id=draft.id, right=right
            )
            return None
        decides = {"right": [option.right for option in options]}
        return cls(**draft.shared(decides), options=options, shuffle=given.get("shuffle", False), picture=picture)

    def entry(self, asked: Asked) -> Options:
        """Return the options to choose one of, as written, or shuffled where the author asks."""
        return Options("one", tuple(option.text for option in self.options), self._shown(asked))

    def _shown(self, asked: Asked) -> tuple[int, ...]:
        order = list(range(len(self.options)))
        if self.shuffle:
            random.Random(asked.variant).shuffle(order)
        return tuple(order)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell the learner about the option they chose."""
        indices = chosen(response, len(self.options))
        if indices is None or len(indices) != 1:
            return Unreadable(messages.CHOOSE_ONE(language))
        option = self.options[indices[0]]
        return Feedback(option.right, option.say, "" if option.right else f"option-{indices[0] + 1}")

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the right options."""
        return ",".join(map(str, self._right))

    @property
    def _right(self) -> tuple[int, ...]:
        return tuple(index for index, option in enumerate(self.options) if option.right)

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

    def marks(self, asked: Asked, response: str, *, over: bool) -> Mapping[int, bool]:  # noqa: ARG002
        """Return the chosen option as right or wrong, and at the end the right one."""
        told = self._right if over else ()
        return {index: self.options[index].right for index in (*(chosen(response, len(self.options)) or ()), *told)}

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield that every wrong option meets its explanation, and note options or explanations that are alike."""
        texts: dict[str, int] = {}
        says: dict[str, int] = {}
        for index, option in enumerate(self.options):
            prose = option.text.in_(desk.language)
            text = self.spell(desk.asked, str(index), desk.language)
            if texts.setdefault(text, index) != index:
                words = for_authors.SAME_OPTION.filled(text=text, which=desk.asked.variant_words)
                yield Note("same-option", words, prose.place)
            say = option.say.in_(desk.language)
            if says.setdefault(say.source, index) != index:
                yield Note("same-say", for_authors.SAME_SAY, say.place or prose.place, severe=False)
            if not option.right:
                name = for_authors.OPTION_NUMBER.filled(number=index + 1)
                yield Meets(self._with_wrong(index), option.say, name, prose.place)

    def _with_wrong(self, index: int) -> tuple[str, ...]:
        """Return the responses that have this wrong option in them."""
        return (str(index),)

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return a right option that stands in the hint word for word; a short one where the hint calls it right."""
        for index in self._right:
            words = self.spell(asked, str(index), language)
            if len(words) > 12 and words.rstrip(".").casefold() in hint.casefold():
                return words
            if as_the_answer(hint, language, words):
                return words
        return ""
