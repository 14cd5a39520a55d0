"""The slips that a working invites: pieces left out or turned, a number on the way, one step too many."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tutor import working as tree
from tutor.course.slips import messages
from tutor.course.slips.causes import Cause
from tutor.course.slips.edits import Edit, edits
from tutor.course.slips.slip import Claim, Common, Named, Slip, claim
from tutor.course.slips.trees import (
    Place,
    base_of,
    changed,
    inside,
    is_leaf,
    is_sigmoid,
    named_above,
    near_pieces,
    role,
)
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working, given
from tutor.written import number

_ROUNDED_TO = (messages.ROUNDS_TO_WHOLE, messages.ROUNDS_TO_ONE, messages.ROUNDS_TO_TWO)

OF_ANY_PIECE = frozenset(
    {"minus", "lost", "square", "size", "call", "activation", "where", "log₁₀", "log₂", "base10", "base2", "ln", "exp"}
)
"""Kinds of edits that are made to all pieces of the kind, whatever they hold."""

PER_PART = 5.0
"""What it costs a slip to lie in a part with a name of its own, which is often given."""
MOST_KNOWN = 9
"""Given numbers of which any two are taken by themselves."""
EVERYWHERE = -3.0
"""The same slip everywhere is likelier than one in a single place."""


class _Found(NamedTuple):
    edit: Edit
    at: int
    """which entry of the working"""
    place: Place
    deep: int


def slips_of(working: tuple[Expression, ...]) -> Iterator[Slip]:
    """Yield the slips of a working without its writing (`trees.plain`): a number has one entry, an array several."""
    found = [one for at, entry in enumerate(working) for one in _edits_of(entry, at)]
    alone = len(working) == 1
    groups: dict[tuple[object, ...], list[_Found]] = defaultdict(list)
    for one in found:
        alike = "" if one.edit.kind in OF_ANY_PIECE else role(_at(working[one.at], one.place))
        groups[one.edit.kind, alike].append(one)
        if alone and len(one.place) > 1:
            # In every term of one sum, and not in what the sum is divided by.
            groups[one.edit.kind, alike, one.place[:-1]].append(one)
    if alone:
        for (_, _, *within), members in groups.items():
            for one in members if not within else ():
                if one.edit.cause is not Cause.LOGARITHM or len(members) == 1:
                    # Nobody changes the base of a logarithm in the middle.
                    slip = _slip(working, [one], one.edit.cost + PER_PART * one.deep, one.edit.claim)
                    yield slip._replace(claims=(one.edit.claim._replace(once=_is_one_of_many(one, members)),))
    for (_, _, *within), members in groups.items():
        yield from _everywhere(working, members, within=bool(within), alone=alone)
    yield from _exchanged_leaves(working)
    yield from _rounded(working)
    if alone:
        yield from _stopped(working[0])
        yield from _gone_on(working[0])
        yield from _pairs(working[0])
        yield from _miscarried(working[0])


def _edits_of(entry: Expression, at: int) -> Iterator[_Found]:
    for place, piece in near_pieces(entry):
        if piece.operator is tree.NAMED and not place:
            continue
        for edit in edits(piece):
            yield _Found(edit, at, place, named_above(entry, place))


def _at(node: Expression, place: Place) -> Expression:
    for at in place:
        node = node.operands[at]
    return node


def _outermost(members: Sequence[_Found]) -> list[_Found]:
    """Return those of which none lies in another."""
    places = {(one.at, one.place) for one in members}
    return [one for one in members if not any((one.at, one.place[:end]) in places for end in range(len(one.place)))]


def _is_one_of_many(one: _Found, members: Sequence[_Found]) -> bool:
    """Return whether the same could be done to other pieces, so that it has to be said that it is done to one."""
    named = _named(one)
    return bool(named) and any(
        other is not one and other.deep == one.deep and _named(other) == named for other in members
    )


def _named(one: _Found) -> tuple[str, ...]:
    """Return what tells the pieces apart that an edit speaks of: their names, or what they are made of."""
    return tuple(piece.name or repr(piece) for _, piece in one.edit.claim.pieces if isinstance(piece, Expression))


def _everywhere(
    working: tuple[Expression, ...], members: Sequence[_Found], *, within: bool, alone: bool
) -> Iterator[Slip]:
    """Yield the same done to all pieces that are alike; of an array, in every entry."""
    outer = _outermost(members)
    places = {(one.at, one.place) for one in outer}
    if len(outer) < 2 or len(places) < len(outer):
        # Nothing to do twice, or two terms of one sum, of which neither would be left.
        return
    first = outer[0]
    said = first.edit.everywhere
    if not alone:
        if len({one.at for one in outer}) < len(working):
            return
        said = said or first.edit.claim
    if said is None:
        return
    cost = min(one.edit.cost + PER_PART * one.deep for one in outer) + EVERYWHERE
    slip = _slip(working, outer, cost, said)
    if within:
        # "Every" would be too much: what it is in is said with it.
        place = first.place[:-1]
        old = _at(working[0], place)
        new = changed(old, {one.place[len(place) :]: one.edit.new for one in outer})
        said = claim(messages.IN_PLACE, wrong=new, right=old)
        slip = slip._replace(claims=(said,), cost=cost + PER_PART)
    elif alone and _is_elsewhere(working[0], outer):
        old = _at(working[0], first.place)
        said = claim(messages.HAS_EVERYWHERE, wrong=Common(first.edit.new), right=Common(old))
        slip = slip._replace(claims=(said,))
    yield slip


def _is_elsewhere(entry: Expression, outer: Sequence[_Found]) -> bool:
    """Return whether what is left out everywhere, by its name, stands in other places as well."""
    said = outer[0].edit.everywhere
    names = [base_of(piece.piece.name) for _, piece in said.pieces if isinstance(piece, Common)] if said else []
    if not names or not names[0]:
        return False
    # Within its own pieces it is counted there.
    touched = sum(
        base_of(piece.name) == names[0]
        for one in outer
        for piece in _at(entry, one.place).walk()
        if is_leaf(piece) or piece.operator is tree.NAMED
    )
    there = sum(
        base_of(piece.name) == names[0]
        for _, piece in near_pieces(entry)
        if piece.name and (is_leaf(piece) or piece.operator is tree.NAMED)
    )
    return there > touched or touched > len(outer)


def _slip(working: tuple[Expression, ...], found: Sequence[_Found], cost: float, said: Claim) -> Slip:
    new = list(working)
    for at in {one.at for one in found}:
        new[at] = changed(working[at], {one.place: one.edit.new for one in found if one.at == at})
    return Slip(found[0].edit.cause, (said,), cost, _value(tuple(new)), _working(new))


def _value(entries: tuple[Expression, ...]) -> float | tuple[float, ...]:
    return entries[0].value if len(entries) == 1 else tuple(entry.value for entry in entries)


def _working(entries: Sequence[Expression]) -> Working:
    return entries[0] if len(entries) == 1 else tuple(entries)


def _exchanged_leaves(working: tuple[Expression, ...]) -> Iterator[Slip]:
    """Yield two given numbers in each other's place: w1 and w2, W and b."""
    if len(working) > 1:
        return
    entry = working[0]
    leaves: dict[str, list[tuple[Place, Expression]]] = defaultdict(list)
    for place, piece in near_pieces(entry):
        if (is_leaf(piece) or piece.operator is tree.NAMED) and place and not named_above(entry, place):
            leaves[piece.name or number(piece.value, 6)].append((place, piece))
    names = list(leaves)[:8]
    for index, one in enumerate(names):
        for other in names[index + 1 :]:
            (_, first), (_, second) = leaves[one][0], leaves[other][0]
            if first.value == second.value or not (first.name or second.name):
                continue
            new = {place: given(second.value, second.name, second.form) for place, _ in leaves[one]}
            new |= {place: given(first.value, first.name, first.form) for place, _ in leaves[other]}
            exchanged = changed(entry, new)
            said = claim(messages.EXCHANGES, one=first, other=second)
            # Nobody takes an x for a y in the middle of the data.
            alike = bool(first.name and second.name) and _array_of(first) == _array_of(second)
            yield Slip(Cause.EXCHANGED, (said,), 13 if alike else 18, exchanged.value, exchanged)
            for place, old in leaves[one]:
                with_other = changed(entry, {place: given(second.value, second.name, second.form)})
                yield Slip(
                    Cause.QUANTITY,
                    (claim(messages.IN_PLACE, wrong=second, right=old),),
                    17,
                    with_other.value,
                    with_other,
                )
            for place, old in leaves[other]:
                with_other = changed(entry, {place: given(first.value, first.name, first.form)})
                yield Slip(
                    Cause.QUANTITY,
                    (claim(messages.IN_PLACE, wrong=first, right=old),),
                    17,
                    with_other.value,
                    with_other,
                )


def _array_of(leaf: Expression) -> str:
    """Return the array of which a number is an entry; "" where it stands by itself."""
    return leaf.name.partition("[")[0] if "[" in leaf.name else ""


def _rounded(working: tuple[Expression, ...]) -> Iterator[Slip]:
    """Yield a number on the way rounded to few decimals, and all of them."""
    for places in (0, 1, 2):
        everywhere = tuple(_rounded_below(entry, places) for entry in working)
        if len(working) == 1:
            for place, piece in near_pieces(working[0]):
                short = _short(piece, places)
                if place and short.value != piece.value and piece.operator is not tree.MINUS:
                    new = changed(working[0], {place: short})
                    said = claim(
                        messages.ROUNDS,
                        number=given(piece.value, form=places + 2),
                        rounded=given(short.value, form=places),
                    )
                    yield Slip(
                        Cause.ROUNDED, (said,), 15 - places + PER_PART * named_above(working[0], place), new.value, new
                    )
        if any(new.value != old.value for new, old in zip(everywhere, working, strict=True)):
            said = claim(_ROUNDED_TO[places])
            yield Slip(Cause.ROUNDED, (said,), 14 - places, _value(everywhere), _working(everywhere))


def _rounded_below(entry: Expression, places: int) -> Expression:
    """Return a working with every number on the way rounded, but for the last: that would be another slip."""
    if not entry.operands:
        return entry
    operands = tuple(operand.edited(lambda node: _short(node, places)) for operand in entry.operands)
    return tree.made(entry.operator, operands, entry.name, entry.form)


def _short(node: Expression, places: int) -> Expression:
    """Return a piece as its number with few decimals, where that is another number."""
    if not math.isfinite(node.value) or math.isclose(round(node.value, places), node.value, abs_tol=1e-9):
        return node
    # As on paper: a half goes up.
    size = math.floor(abs(node.value) * 10**places + 0.5 + 1e-9) / 10**places
    return given(math.copysign(size, node.value), node.name, places)


def _stopped(entry: Expression) -> Iterator[Slip]:
    """Yield the numbers on the way, and the given ones."""
    for place, piece in near_pieces(entry):
        if not place or not (piece.operands or piece.name):
            continue
        if piece.operator is tree.NAMED and _at(entry, place[:-1]).operator is tree.NAMED:
            continue
        deep = named_above(entry, place)
        if is_leaf(piece):
            yield Slip(
                Cause.STOPPED, (claim(messages.IS_GIVEN, what=Named(piece)),), 12 + PER_PART * deep, piece.value, piece
            )
            if piece.value:
                yield Slip(
                    Cause.STOPPED,
                    (claim(messages.IS_MINUS_ON_THE_WAY, what=piece),),
                    17 + PER_PART * deep,
                    -piece.value,
                    -piece,
                )
            continue
        is_term = _at(entry, place[:-1]).operator is tree.SUM
        cost = (10 if is_term else 7 if piece.name or len(place) == 1 else 9) + PER_PART * deep
        yield Slip(Cause.STOPPED, (claim(messages.IS_ON_THE_WAY, what=piece),), cost, piece.value, piece)
        if piece.operator is not tree.MINUS:
            yield Slip(
                Cause.STOPPED, (claim(messages.IS_MINUS_ON_THE_WAY, what=piece),), cost + 6, -piece.value, -piece
            )


def _gone_on(entry: Expression) -> Iterator[Slip]:
    """Yield what comes of one step more, and of writing the number otherwise."""
    value = entry.value
    whole = inside(entry)
    yield Slip(Cause.SIGN, (claim(messages.HAS_OTHER_SIGN),), 6, -value, -entry)
    yield Slip(Cause.TOO_FAR, (claim(messages.GOES_ON_SQUARE),), 18, value * value, entry**2)
    if value < 0:
        yield Slip(Cause.TOO_FAR, (claim(messages.GOES_ON_RELU),), 10, 0.0, tree.largest(0, entry))
    if not is_sigmoid(whole):
        sigmoid = 1 / (1 + tree.exp(-entry))
        yield Slip(Cause.TOO_FAR, (claim(messages.GOES_ON_SIGMOID),), 15, sigmoid.value, sigmoid)
    yield Slip(Cause.OPERATION, (claim(messages.IS_DOUBLED),), 16, 2 * value, 2 * entry)
    yield Slip(Cause.OPERATION, (claim(messages.IS_HALVED),), 16, value / 2, entry / 2)
    if value > 0:
        root = entry ** given(0.5)
        yield Slip(Cause.TOO_FAR, (claim(messages.GOES_ON_ROOT),), 16, root.value, root)
    for _, part in near_pieces(entry):
        if is_sigmoid(inside(part)):
            slope = part * (1 - part)
            further = entry * slope
            yield Slip(Cause.TOO_FAR, (claim(messages.GOES_ON_SLOPE, slope=slope),), 17, further.value, further)
        if part.operator is not tree.MINUS and 0 < part.value < 1 and (part.operands or part.name):
            ln = -tree.ln(part)
            yield Slip(Cause.TOO_FAR, (claim(messages.GOES_ON_LN, what=part),), 19, ln.value, ln)
    if 0 < value < 1:
        yield Slip(Cause.EXCHANGED, (claim(messages.IS_THE_REST),), 10, 1 - value, 1 - entry)
    if value:
        yield Slip(Cause.EXCHANGED, (claim(messages.IS_INVERTED),), 17, 1 / value, 1 / entry)


def _pairs(entry: Expression) -> Iterator[Slip]:
    """Yield what comes of two of the given numbers alone."""
    leaves = {
        role(piece) + f"{piece.value}": piece
        for _, piece in near_pieces(entry)
        if is_leaf(piece) and "[" not in piece.name
    }
    parts = {piece.name: piece for _, piece in near_pieces(entry) if piece.operator is tree.NAMED and piece.name}
    known = [given(one.value, one.name, one.form) for one in (*leaves.values(), *parts.values())][:MOST_KNOWN]
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            ways = [one + other, one - other, other - one, one * other]
            ways += [one / other] if other.value else []
            ways += [other / one] if one.value else []
            for new in ways:
                yield Slip(Cause.OPERATION, (claim(messages.IS_ALONE, what=new),), 21, new.value, new)


def _miscarried(entry: Expression) -> Iterator[Slip]:
    """Yield a number on the way that is off by one in one of its digits: nothing carried, or one too many."""
    for place, piece in near_pieces(entry):
        reckoned = piece.operator in (tree.SUM, tree.DIFFERENCE, tree.PRODUCT) and math.isfinite(piece.value)
        if not place or not reckoned or named_above(entry, place):
            continue
        for unit in (0.1, 1.0, 10.0):
            # What is carried, or borrowed, stands in front of another digit.
            if math.isclose(piece.value / unit, round(piece.value / unit), abs_tol=1e-6) or unit > abs(piece.value):
                continue
            for off in (unit, -unit):
                wrong = given(piece.value + off, form=4)
                new = changed(entry, {place: wrong})
                said = claim(messages.SLIPS_A_DIGIT, wrong=wrong, right=piece)
                yield Slip(Cause.OPERATION, (said,), 26, new.value, new)
