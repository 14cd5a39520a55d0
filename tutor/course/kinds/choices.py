"""One or several of some options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Options
from tutor.course.fields import Field, ListOf, Record, Words
from tutor.course.kinds.choice import (
    PICTURE,
    RIGHT,
    SAY,
    SHUFFLE,
    TEXT,
    ChoiceQuestion,
    chosen,
    options_of,
    picture_of,
)
from tutor.course.kinds.draft import Draft
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Wrong
from tutor.course.prose import Prose
from tutor.course.questions import Asked, Desk, Feedback, Question, Unreadable, words_of
from tutor.course.questions import Words as Localised
from tutor.dataclass import dataclass
from tutor.language import Localised as LocalisedOf

MISSED = Field("missed", Words(), for_authors.OPTION_MISSED)


@dataclass(frozen=True, eq=False, kw_only=True)
class ChoicesQuestion(ChoiceQuestion):
    """One or more right options; all of them and no others are to be chosen."""

    KIND: ClassVar[str] = "choices"
    WEIGHT: ClassVar[int] = 2
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "options",
            ListOf(Record((TEXT, RIGHT, SAY, MISSED), for_authors.AN_OPTION), least=2),
            for_authors.OPTIONS_FIELD,
            required=True,
        ),
        SHUFFLE,
        PICTURE,
    )

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> Question | None:
        """Return the question; None where no option is right."""
        options = options_of(given)
        if not any(option.right for option in options):
            draft.reader.findings.error(draft.place, "right-options", for_authors.NONE_RIGHT, id=draft.id)
            return None
        decides = {"right": [option.right for option in options]}
        return cls(
            **draft.shared(decides),
            options=options,
            shuffle=given.get("shuffle", False),
            picture=picture_of(draft, given),
        )

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

    def entry(self, asked: Asked) -> Options:
        """Return the options to choose any of."""
        return super().entry(asked)._replace(mode="many")

    def marks(self, asked: Asked, response: str, *, over: bool) -> Mapping[int, bool]:  # noqa: ARG002
        """Return the chosen options as right once all are; before, a mark would tell which of them is."""
        indices = chosen(response, len(self.options)) or ()
        return dict.fromkeys(indices, True) if set(indices) == set(self._right) else {}

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield the same as of one option, and that nothing less than all the right ones is taken."""
        yield from super().prove(desk)
        if len(self._right) > 1:
            for missing in self._right:
                yield Wrong((",".join(str(index) for index in self._right if index != missing),))

    def _with_wrong(self, index: int) -> tuple[str, ...]:
        return str(index), ",".join(map(str, sorted({*self._right, index})))


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
