"""Items to put in order."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Options
from tutor.course.fields import Field, ListOf, Number, Record, Words
from tutor.course.kinds.choice import chosen
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.live import prose_text
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Note, Wrong
from tutor.course.prose import Code
from tutor.course.questions import Asked, Desk, Feedback, Question, Unreadable
from tutor.course.questions import Words as Localised
from tutor.course.telling import in_this_order
from tutor.dataclass import dataclass
from tutor.namedtuple import NamedTuple


class Swap(NamedTuple):
    """A wrong order that is recognised: one item stands before another."""

    before: int
    """the item that stands too early, from 0 in the right order"""
    after: int
    """the item that it stands before"""
    say: Localised


@dataclass(frozen=True, eq=False, kw_only=True)
class OrderQuestion(Question, Kind):
    """Items to put in order; the author writes them in the right one."""

    KIND: ClassVar[str] = "order"
    WEIGHT: ClassVar[int] = 3
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("items", ListOf(Words(inline=True), least=3), for_authors.ORDER_ITEMS, required=True),
        Field(
            "mistakes",
            ListOf(
                Record(
                    (
                        Field("before", Number(1, 99, whole=True), for_authors.ORDER_BEFORE, required=True),
                        Field("after", Number(1, 99, whole=True), for_authors.ORDER_AFTER, required=True),
                        Field("say", Words(), for_authors.ORDER_SAY, required=True),
                    ),
                    for_authors.A_MISTAKE,
                )
            ),
            for_authors.ORDER_MISTAKES,
        ),
        Field("otherwise", Words(), for_authors.ORDER_OTHERWISE, required=True),
    )

    items: tuple[Localised, ...]
    mistakes: tuple[Swap, ...]
    otherwise: Localised

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> OrderQuestion | None:
        """Return the question; None where a mistake names items that are not there, or names the right order."""
        items = given["items"]
        mistakes = []
        for one in given.get("mistakes", ()):
            before, after = one["before"], one["after"]
            if max(before, after) > len(items) or before <= after:
                draft.reader.findings.error(
                    draft.place,
                    "wrong-value",
                    for_authors.NO_MISTAKE,
                    before=before,
                    after=after,
                    count=len(items),
                )
                return None
            mistakes.append(Swap(before - 1, after - 1, one["say"]))
        return cls(
            **draft.shared({"items": len(items)}), items=items, mistakes=tuple(mistakes), otherwise=given["otherwise"]
        )

    def entry(self, asked: Asked) -> Options:
        """Return the items to put in order, shuffled at first and never in the right order."""
        order = list(range(len(self.items)))
        generator = random.Random(asked.variant)
        while order == sorted(order):
            generator.shuffle(order)
        return Options("order", self.items, tuple(order))

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell the learner about an order such as "2,0,1"."""
        order = chosen(response, len(self.items))
        if order is None or len(order) != len(self.items):
            return Unreadable(messages.NO_ORDER(language))
        if order == tuple(range(len(self.items))):
            return Feedback(True)
        for mistake in self.mistakes:
            if order.index(mistake.before) < order.index(mistake.after):
                return Feedback(False, mistake.say, f"{mistake.before + 1}-before-{mistake.after + 1}")
        return Feedback(False, self.otherwise)

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the right order."""
        return ",".join(map(str, range(len(self.items))))

    def spell(self, asked: Asked, response: str, language: str) -> str:
        """Return the items in the given order."""
        return " → ".join(
            prose_text(self.items[index].in_(language), asked.values, asked.result, language, lab=self.lab)
            for index in chosen(response, len(self.items)) or ()
        )

    def as_code(self, response: str) -> str:
        """Return the items one below the other, where each is a line of code."""
        lines = [list(item.in_("en").inlines()) for item in self.items]
        if not all(len(line) == 1 and isinstance(line[0], Code) for line in lines):
            return ""
        return "\n".join(
            "".join(part for part in line.parts if isinstance(part, str))
            for index in chosen(response, len(self.items)) or ()
            for line in lines[index]
            if isinstance(line, Code)
        )

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from self.items
        yield from (mistake.say for mistake in self.mistakes)
        yield self.otherwise

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the items where the hint has all of them in their order."""
        texts = [self.spell(asked, str(index), language) for index in range(len(self.items))]
        return " → ".join(texts) if in_this_order(hint, texts) else ""

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield that no other order is taken, and note a mistake that no order meets."""
        unheard = list(self.mistakes)
        for order in _orders(len(self.items)):
            text = ",".join(map(str, order))
            if order != sorted(order):
                yield Wrong((text,))
            said = self.grade(desk.asked, text, desk.language)
            unheard = [one for one in unheard if not (isinstance(said, Feedback) and said.say is one.say)]
        for one in unheard:
            words = for_authors.ORDER_UNHEARD.filled(before=one.before + 1, after=one.after + 1)
            yield Note("mistake-unheard", words, one.say.in_(desk.language).place)


def _orders(count: int) -> Iterator[list[int]]:
    """Yield every order of up to six items (720); of more, a fixed sample."""
    if count <= 6:
        yield from map(list, itertools.permutations(range(count)))
        return
    generator = random.Random(count)
    for _ in range(2000):
        yield generator.sample(range(count), count)
