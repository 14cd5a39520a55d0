"""What is heard in a wrong number: the likeliest slip that leads to it, or two that are about as likely."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from tutor import working as tree
from tutor.course.slips import messages
from tutor.course.slips.around import Beside, elsewhere, quantities, shown
from tutor.course.slips.causes import PREFIX, Cause
from tutor.course.slips.derive import slips_of
from tutor.course.slips.saying import Speaker
from tutor.course.slips.slip import Claim, Common, Named, Slip, claim
from tutor.course.slips.sureness import is_plain, perhaps, says_little
from tutor.course.slips.trees import changed, is_leaf, named_above, near_pieces, plain, role
from tutor.course.tolerance import Tolerance, is_cut_off, is_rounding_of
from tutor.course.typed import decimals_of, digits_of
from tutor.language import Localised
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working, given, made

AS_GIVEN = 0.5
"""What it costs that the numbers are those of the question, which are rounded there."""
MOST_OTHERS = 24
"""Other numbers of the lab that are tried in the place of one of those that are given."""
AS_LIKELY = 1.0
"""Two slips whose costs differ by no more are both said."""
ALONE = 2.5
"""A slip whose cost is less than any other's by more is the only one that is worth looking at."""
LIKELY = 30.0
"""A slip that costs more is looked for only where nothing else is found."""
SURE = 17.0
"""A slip that costs more, or shares its number with another, is said, but its arithmetic is not called theirs."""
LIKELY_GUESS = 12.0
"""A slip that costs more is not heard in a guess, which may come of no arithmetic at all."""
TOGETHER = 6.0
"""What it costs that two slips come together."""
EASY = 13.0
"""A slip that costs no more is one of those that come together."""
PLAIN = 16.0
"""A slip that costs more is only believed where no two easy ones lead to the number."""
COMING_TOGETHER = (Cause.LEFT_OUT, Cause.SIGN, Cause.LOGARITHM)
MOST_FIRST = 30
"""How many slips are looked at with another one on top."""
WHOLE = 0.0005
"""As a share: how near a number has to be to the whole one that was typed. It may be any whole number."""
NEARBY = 0.03
"""As a share of the answer: what is as near is not far off."""


class Given(NamedTuple):
    """A wrong number as it was typed."""

    value: float
    response: str
    scale: int = 1
    """100 where it was typed in percent"""
    spelled: str = ""
    """as it is said back"""


class Heard(NamedTuple):
    """What is heard in a response."""

    say: Localised[str]
    cause: Cause
    working: Working | None = None
    """the learner's arithmetic, where it is as good as known"""
    exact: bool = True
    """whether the slip's number is the one that was typed, to its last place"""
    alone: bool = True
    """whether no other arithmetic leads to the number about as easily"""

    @property
    def mistake(self) -> str:
        """The name under which the record keeps it."""
        return f"{PREFIX}{self.cause}"


class _Match(NamedTuple):
    cost: float
    slip: Slip
    extra: float


def hear(
    speaker: Speaker, given: Sequence[Given], working: Working | None, *, guess: bool = False, in_array: bool = False
) -> Heard | None:
    """Return what is heard in a wrong number that can be read in several ways; None where that is nothing.

    Args:
        working: how the answer is worked out, as `working_of` returns it.
        guess: what was asked for is a guess: that one is near says nothing.
        in_array: it is an entry of an array, of which only the working tells.
    """
    truth = speaker.truths[0]
    slips = _slips(speaker, working, in_array=in_array)
    for one in given:
        matches = list(_matches(speaker, one, slips.single, guess=guess))
        if (
            not matches
            and not guess
            and not in_array
            and abs(one.value - truth) <= NEARBY * abs(truth)
            and digits_of(one.response) > 1
        ):
            near = Slip(Cause.ROUNDED, (claim(messages.IS_NEAR),), LIKELY, one.value)
            matches = [_Match(LIKELY, near, 0.0)]
        if min((match.cost for match in matches), default=math.inf) > PLAIN and digits_of(one.response) > 1:
            matches += list(_matches(speaker, one, slips.double, guess=guess))
        heard = _said(speaker, one, matches)
        if heard is not None:
            return heard
    return None


class _Slips:
    """The slips of a number as it is asked for, worked out once however many responses are given to it."""

    def __init__(self, speaker: Speaker, working: Working | None, *, in_array: bool) -> None:
        self._speaker, self._working, self._in_array = speaker, working, in_array

    def is_of(self, speaker: Speaker, working: Working | None, *, in_array: bool) -> bool:
        """Return whether they are those of the same number."""
        same = self._speaker.asked is speaker.asked and self._speaker[1:] == speaker[1:]
        return same and self._in_array is in_array and repr(self._working) == repr(working)

    @cached_property
    def single(self) -> tuple[Slip, ...]:
        """Likely and unlikely ones."""
        return tuple(candidates(self._speaker, self._working, in_array=self._in_array))

    @cached_property
    def double(self) -> tuple[Slip, ...]:
        """Two easy ones at once."""
        return tuple(_together(self._working))


_last: list[_Slips] = []
"""Those of the number that was asked for last."""


def _slips(speaker: Speaker, working: Working | None, *, in_array: bool) -> _Slips:
    found = next((one for one in _last if one.is_of(speaker, working, in_array=in_array)), None)
    if found is None:
        found = _Slips(speaker, working, in_array=in_array)
        _last[:] = [found]
    return found


def candidates(speaker: Speaker, working: Working | None, *, in_array: bool = False) -> Iterator[Slip]:
    """Yield the slips of a number, or of an entry of an array, likely and unlikely."""
    truth = speaker.truths[0]
    if working is not None and not isinstance(working, tuple):
        yield from slips_of((working,))
        yield from _with_others(speaker, working)
        short = as_given(working, speaker.known)
        if repr(short) != repr(working):
            for slip in slips_of((short,)):
                yield slip._replace(cost=slip.cost + AS_GIVEN)
    if in_array:
        return
    yield from _written_otherwise(truth)
    for beside in (*quantities(speaker), *shown(speaker), *elsewhere(speaker, thoroughly=working is None)):
        if isinstance(beside.value, numbers.Real) and not isinstance(beside.value, bool):
            yield _beside(speaker, beside)


def as_given(node: Expression, known: frozenset[float]) -> Expression:
    """Return a working with its numbers as they stand in the question, which are often rounded there."""
    if is_leaf(node) or node.operator is tree.NAMED:
        for one in known:
            places = decimals_of(f"{one:g}") or 0
            if places >= 2 and abs(node.value) != one and round(abs(node.value), places) == one:
                return given(math.copysign(one, node.value), node.name, places)
        return node
    operands = tuple(as_given(operand, known) for operand in node.operands)
    return made(node.operator, operands, node.name, node.form)


def _with_others(speaker: Speaker, working: Expression) -> Iterator[Slip]:
    """Yield what comes of another of the lab's numbers in the place of one of those that are given."""
    asked, result = speaker.asked, speaker.asked.result
    others: dict[str, float] = {}
    for name, value in asked.values.items():
        if isinstance(value, numbers.Real) and not isinstance(value, bool):
            others[name] = float(value)
    for name, readout in (result.readouts if result is not None else {}).items():
        shows = result is not None and (name in result.shows or name in asked.values)
        if readout.label and shows and isinstance(readout.value, numbers.Real) and not isinstance(readout.value, bool):
            others[name] = float(readout.value)
    for place, piece in near_pieces(working):
        if not place or not (is_leaf(piece) or piece.operator is tree.NAMED) or named_above(working, place):
            continue
        for name, value in list(others.items())[:MOST_OTHERS]:
            if name not in (piece.name, speaker.answer) and value != piece.value:
                other = given(value, name, piece.form)
                new = changed(working, {place: other})
                said = claim(messages.IN_PLACE, wrong=other, right=piece)
                yield Slip(Cause.QUANTITY, (said,), 21 if piece.name else 24, new.value, new)
    yield from _with_other_arrays(speaker, working)


def _with_other_arrays(speaker: Speaker, working: Expression) -> Iterator[Slip]:
    """Yield what comes of the entries of another array in the place of those that are given: ln p for ln(1 - p)."""
    result = speaker.asked.result
    entries = [(place, piece) for place, piece in near_pieces(working) if is_leaf(piece) and piece.name.endswith("]")]
    for base in {piece.name.partition("[")[0] for _, piece in entries}:
        mine = [(place, piece) for place, piece in entries if piece.name.partition("[")[0] == base]
        for name, readout in (result.readouts if result is not None else {}).items():
            if name == base or not readout.label or not hasattr(readout.value, "shape"):
                continue
            try:
                new = {
                    place: given(
                        readout.value[tuple(map(int, piece.name.partition("[")[2][:-1].split(",")))], name, piece.form
                    )
                    for place, piece in mine
                }
            except (IndexError, TypeError):
                continue
            other = changed(working, new)
            said = claim(messages.USES_OTHERS, wrong=Common(given(0, name)), right=Common(given(0, base)))
            yield Slip(Cause.QUANTITY, (said,), 13, other.value, other)


def _beside(speaker: Speaker, beside: Beside) -> Slip:
    result = speaker.asked.result
    readout = result.readouts.get(beside.name) if result is not None else None
    own = readout.working if readout is not None and beside.values is None else None
    working = own if own is not None and not isinstance(own, tuple) and own.value == beside.value else None
    return Slip(beside.cause, (beside.claim,), beside.cost, float(beside.value), working)  # type: ignore[arg-type]


def _written_otherwise(truth: float) -> Iterator[Slip]:
    for factor, text, cost in (
        (100.0, messages.IS_PERCENT, 13.0),
        (0.01, messages.IS_HUNDREDTH, 15.0),
        (10.0, messages.HAS_POINT_RIGHT, 18.0),
        (0.1, messages.HAS_POINT_LEFT, 18.0),
    ):
        yield Slip(Cause.SCALE, (claim(text),), cost, factor * truth)


def _together(working: Working | None) -> Iterator[Slip]:
    """Yield two slips at once, both of them easily made."""
    if working is None or isinstance(working, tuple):
        return
    once = sorted(
        (slip for slip in slips_of((working,)) if slip.cost <= EASY and slip.cause in COMING_TOGETHER),
        key=lambda slip: slip.cost,
    )
    seen: set[float] = set()
    for first in once:
        if (
            isinstance(first.working, tuple)
            or first.working is None
            or first.value in seen
            or not first.working.operands
        ):
            continue
        if first.claims[0].text in (messages.HAS_OTHER_SIGN, messages.IS_THE_REST):
            # It comes last.
            continue
        seen.add(first.value)  # type: ignore[arg-type]
        if len(seen) > MOST_FIRST:
            break
        for second in slips_of((first.working,)):
            if second.cost <= EASY and second.cause in COMING_TOGETHER and second.claims != first.claims:
                yield Slip(
                    first.cause,
                    (*first.claims, *second.claims),
                    first.cost + second.cost + TOGETHER,
                    second.value,
                    second.working,
                )


def _matches(speaker: Speaker, given: Given, slips: Iterable[Slip], *, guess: bool) -> Iterator[_Match]:
    truth, tolerance = speaker.truths[0], speaker.tolerance
    for slip in slips:
        value = slip.value
        if not _is_in_sight(speaker, slip) or says_little(slip, digits_of(given.response)):
            continue
        if isinstance(value, tuple) or not math.isfinite(value) or (tolerance.covers(truth, value) and not guess):
            continue
        if guess and (slip.cost > LIKELY_GUESS or Tolerance(1e-9).covers(truth, value)):
            continue
        extra = how_far(value, given, tolerance.width(truth) if not guess else 0.0)
        if extra is not None:
            yield _Match(slip.cost + extra, slip, extra)


def _alike(one: Slip, other: Slip) -> bool:
    """Return whether two slips say the same, if of numbers that are rounded differently."""
    return [_names(each) for each in one.claims] == [_names(each) for each in other.claims]


def _names(one: Claim) -> tuple[object, ...]:
    named = [piece.piece if isinstance(piece, Common | Named) else piece for _, piece in one.pieces]
    return one.text, *(
        (role(piece), round(piece.value, 2)) if isinstance(piece, Expression) else piece for piece in named
    )


def _is_in_sight(speaker: Speaker, slip: Slip) -> bool:
    """Return whether a number that is taken by itself stands in the question: small ones are everywhere else."""
    text, pieces = slip.claims[0].text, [piece for _, piece in slip.claims[0].pieces]
    if text is messages.IS_GIVEN:
        return isinstance(slip.value, float) and (abs(slip.value) in speaker.known or slip.value != round(slip.value))
    if text is messages.IS_ALONE:
        leaves = [leaf for piece in pieces if isinstance(piece, Expression) for leaf in piece.operands]
        return all(abs(leaf.value) in speaker.known for leaf in leaves)
    return True


def how_far(value: float, given: Given, width: float) -> float | None:
    """Return what it costs to take a number as it was typed for that of a slip; None where it cannot be.

    Args:
        width: how near the answer has to be; 0 where that is a guess.
    """
    decimals, number = decimals_of(given.response), given.value
    if decimals is None:
        return 0.0 if math.isclose(value, number, rel_tol=1e-9, abs_tol=1e-12) else None
    unit = 10.0**-decimals / given.scale
    if is_rounding_of(given.scale * number, given.scale * value, decimals) or abs(value - number) < 1e-9:
        near = min(width, WHOLE * max(1.0, abs(number))) if width and not decimals else width
        fine = abs(value - number) <= max(near, 1e-9) or (not width and (decimals or abs(value - number) < 1e-9))
        if fine:
            return 0.0
        return 8.0 if digits_of(given.response) > 1 and decimals else None
    if digits_of(given.response) > 1 and decimals and is_cut_off(given.scale * number, given.scale * value, decimals):
        return 6.0
    if width and decimals > 1 and abs(value - number) <= min(2.1 * unit, width) and abs(number) >= 20 * unit:
        return 7.0
    return None


def _said(speaker: Speaker, given: Given, matches: list[_Match]) -> Heard | None:
    """Return the likeliest slip that can be said, with another that is about as likely."""
    matches.sort(key=lambda match: match.cost)
    said: list[tuple[_Match, str]] = []
    workings: set[str] = set()
    for match in matches:
        # A divisor left out and the dividend on the way are the same arithmetic.
        if match.slip.working is not None and repr(match.slip.working) in workings:
            continue
        alone = speaker.sentence(given.spelled or given.response, [match.slip])
        if alone is None:
            continue
        if said and match.cost > said[0][0].cost + AS_LIKELY:
            break
        english = alone.in_("en")
        if not any(_alike(match.slip, other.slip) for other, _ in said):
            said.append((match, english))
            workings |= {repr(match.slip.working)}
    if not said:
        return None
    first = said[0][0]
    together = [match.slip for match, _ in said[:2] if len(match.slip.claims) == 1 or match is first]
    if len(first.slip.claims) > 1:
        together = [first.slip]
    text = speaker.sentence(given.spelled or given.response, together)
    if text is None:
        text = speaker.sentence(given.spelled or given.response, [first.slip])
        assert text is not None
    if len(together) == 1 and not is_plain(first.slip, first.cost, digits_of(given.response)):
        text = perhaps(text)
    own = repr(first.slip.working)
    rivals = [match for match in matches if match.cost <= first.cost + ALONE and repr(match.slip.working) != own]
    is_sure = first.cost <= SURE and len(together) == 1
    return Heard(text, first.slip.cause, first.slip.working if is_sure else None, first.extra == 0.0, not rivals)


def working_of(working: Working | None) -> Working | None:
    """Return a working without what only says how it is written."""
    if working is None:
        return None
    return tuple(map(plain, working)) if isinstance(working, tuple) else plain(working)
