"""Terms to be matched with their meanings: the terms stand still, the meanings are moved beside them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from tutor.course.entry import Options
from tutor.course.fields import Field, ListOf, Number, Record, Words
from tutor.course.kinds.choice import chosen
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.live import prose_text
from tutor.course.proof import Claim, Meets, Wrong
from tutor.course.questions import Asked, Desk, Feedback, Question, Unreadable
from tutor.course.questions import Words as Localised
from tutor.dataclass import dataclass
from tutor.language import Text

NOT_ALL = Text(en="Put a meaning beside every term.", ko="모든 용어 옆에 뜻을 놓아 주세요.")


@dataclass(frozen=True)
class Confusion:
    """A wrong pair that is recognised."""

    term: int
    """from 0"""
    meaning: int
    """the number of the pair whose meaning was put there"""
    say: Localised


NO_MISTAKE = Text(
    en="Term {term} with meaning {meaning} is no mistake among {pairs} pairs.",
    ko="용어 {term}에 뜻 {meaning}을(를) 붙이는 것은 {pairs}쌍 가운데 실수가 될 수 없습니다.",
)


@dataclass(frozen=True, eq=False, kw_only=True)
class MatchingQuestion(Question, Kind):
    """Terms to match with their meanings; the author writes the pairs."""

    KIND: ClassVar[str] = "matching"
    WEIGHT: ClassVar[int] = 3
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "pairs",
            ListOf(
                Record(
                    (
                        Field("term", Words(inline=True), Text(en="the term", ko="용어"), required=True),
                        Field("meaning", Words(inline=True), Text(en="what it means", ko="뜻"), required=True),
                    ),
                    Text(en="a pair", ko="쌍"),
                ),
                least=2,
            ),
            Text(en="the terms, each with its meaning", ko="용어와 그 뜻"),
            required=True,
        ),
        Field(
            "mistakes",
            ListOf(
                Record(
                    (
                        Field(
                            "term",
                            Number(1, 99, whole=True),
                            Text(en="the term, counted from 1", ko="1부터 센 용어"),
                            required=True,
                        ),
                        Field(
                            "meaning",
                            Number(1, 99, whole=True),
                            Text(en="whose meaning was put there", ko="그 자리에 놓인 뜻의 용어"),
                            required=True,
                        ),
                        Field(
                            "say",
                            Words(),
                            Text(en="why it does not mean that", ko="왜 그런 뜻이 아닌지"),
                            required=True,
                        ),
                    ),
                    Text(en="a mistake", ko="실수"),
                )
            ),
            Text(
                en="wrong pairs that are recognised: {term: 1, meaning: 2} is the second meaning beside the first term",
                ko="알아듣는 틀린 짝. {term: 1, meaning: 2}는 첫째 용어 곁에 놓인 둘째 뜻",
            ),
        ),
        Field(
            "otherwise",
            Words(),
            Text(en="what to say to anything else that is wrong", ko="그 밖에 틀린 것에 하는 말"),
            required=True,
        ),
    )

    terms: tuple[Localised, ...]
    meanings: tuple[Localised, ...]
    mistakes: tuple[Confusion, ...]
    otherwise: Localised

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> MatchingQuestion | None:
        """Return the question; None where a mistake names no pair, or a right one."""
        pairs = given["pairs"]
        mistakes = [Confusion(one["term"] - 1, one["meaning"] - 1, one["say"]) for one in given.get("mistakes", ())]
        for one in mistakes:
            if one.term == one.meaning or max(one.term, one.meaning) >= len(pairs):
                draft.reader.findings.error(
                    draft.place,
                    "wrong-value",
                    NO_MISTAKE,
                    term=one.term + 1,
                    meaning=one.meaning + 1,
                    pairs=len(pairs),
                )
                return None
        return cls(
            **draft.shared({"pairs": len(pairs)}),
            terms=tuple(pair["term"] for pair in pairs),
            meanings=tuple(pair["meaning"] for pair in pairs),
            mistakes=tuple(mistakes),
            otherwise=given["otherwise"],
        )

    def entry(self, asked: Asked) -> Options:
        """Return the meanings to be put in the order of the terms, never in the right one at first."""
        order = list(range(len(self.terms)))
        generator = random.Random(asked.variant)
        while order == sorted(order):
            generator.shuffle(order)
        return Options("order", self.meanings, tuple(order), heads=self.terms)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell about "2,0,1": the third meaning beside the first term, and so on."""
        given = chosen(response, len(self.terms))
        if given is None or len(given) != len(self.terms):
            return Unreadable(NOT_ALL(language))
        if given == tuple(range(len(self.terms))):
            return Feedback(True)
        for mistake in self.mistakes:
            if given[mistake.term] == mistake.meaning:
                return Feedback(False, mistake.say, f"term-{mistake.term + 1}-meaning-{mistake.meaning + 1}")
        return Feedback(False, self.otherwise)

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the meanings in the order of their terms."""
        return ",".join(map(str, range(len(self.terms))))

    def spell(self, asked: Asked, response: str, language: str) -> str:
        """Return each term with the meaning that was put beside it."""

        def words(text: Localised) -> str:
            return prose_text(text.in_(language), asked.values, asked.result, language, lab=self.lab)

        given = chosen(response, len(self.terms)) or ()
        return ", ".join(f"{words(self.terms[at])}: {words(self.meanings[one])}" for at, one in enumerate(given))

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (*self.terms, *self.meanings)
        yield from (mistake.say for mistake in self.mistakes)
        yield self.otherwise

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield that nothing but the pairs is taken, and that each mistake alone meets its explanation."""
        pairs = list(range(len(self.terms)))
        for order in itertools.islice(itertools.permutations(pairs), 1, 720):
            yield Wrong((",".join(map(str, order)),))
        for mistake in self.mistakes:
            swapped = pairs.copy()
            swapped[mistake.term], swapped[mistake.meaning] = mistake.meaning, mistake.term
            name = f"of term {mistake.term + 1}"
            yield Meets((",".join(map(str, swapped)),), mistake.say, name, mistake.say.in_(desk.language).place)
