"""Our dataclasses are what those of the standard library are: that is the oracle, class by class."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from tutor.dataclass import dataclass

Dataclass = Callable[..., Any]


def classes(dataclass: Dataclass) -> dict[str, type[Any]]:
    """Return classes of every shape that the house has, made by one decorator."""

    @dataclass
    class Plain:
        a: int
        b: str = "b"
        found: list[int] = field(default_factory=list)

    @dataclass(frozen=True)
    class Frozen:
        a: int
        b: str = field(default="b", compare=False)
        hidden: int = field(default=1, repr=False)

        @property
        def twice(self) -> int:
            return 2 * self.a

    @dataclass(frozen=True, eq=False)
    class Apart:
        a: int
        b: dict[str, int] = field(default_factory=dict)

    @dataclass(frozen=True, kw_only=True)
    class Above:
        label: str = ""
        role: str = "model"

    @dataclass(frozen=True)
    class Below(Above):
        default: float
        low: float = field(kw_only=True)
        last: float = 3.0

    @dataclass(frozen=True, eq=False, kw_only=True)
    class Lowest(Below):
        last: float = 4.0
        more: int

    @dataclass(frozen=True)
    class Seen:
        a: str
        folded: str = field(init=False, repr=False)
        late: tuple[int, ...] = field(init=False, default_factory=tuple)

        def __post_init__(self) -> None:
            object.__setattr__(self, "folded", self.a.casefold())

    @dataclass(frozen=True)
    class Own:
        a: int

        def __repr__(self) -> str:
            return "mine"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

    @dataclass
    class Unset:
        a: int = field(init=False)

    @dataclass(frozen=True)
    class Empty:
        pass

    found = (Plain, Frozen, Apart, Above, Below, Lowest, Seen, Own, Unset, Empty)
    return {one.__name__: one for one in found}


OURS, THEIRS = classes(dataclass), classes(dataclasses.dataclass)
MADE: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Plain", (1,), {}),
    ("Plain", (1, "c", [2]), {}),
    ("Frozen", (1,), {"hidden": 2}),
    ("Frozen", (1, "c"), {}),
    ("Frozen", (2,), {}),
    ("Apart", (1,), {"b": {"x": 1}}),
    ("Above", (), {"role": "data"}),
    ("Below", (1.0, 2.0), {"low": 0.0}),
    ("Below", (1.0,), {"low": 0.0, "label": "W"}),
    ("Lowest", (1.0,), {"low": 0.0, "more": 2, "last": 5.0}),
    ("Seen", ("Aß",), {}),
    ("Own", (1,), {}),
    ("Own", (2,), {}),
    ("Empty", (), {}),
]


def made(classes: dict[str, type[Any]]) -> list[Any]:
    """Return one of each."""
    return [classes[name](*given, **named) for name, given, named in MADE]


@pytest.mark.parametrize("name", OURS)
def test_a_class_takes_what_the_standard_one_takes_and_has_its_fields(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]

    def told(made: type[Any]) -> list[Any]:
        return [(one.name, one.init, one.repr, one.compare, one.kw_only) for one in dataclasses.fields(made)]

    def taken(made: type[Any]) -> list[Any]:
        parameters = inspect.signature(made).parameters.values()
        return [(one.name, one.kind, one.default is not inspect.Parameter.empty) for one in parameters]

    assert told(theirs) == told(ours)
    assert taken(theirs) == taken(ours)
    assert theirs.__match_args__ == ours.__match_args__


def test_objects_read_and_compare_as_the_standard_ones_do() -> None:
    ours, theirs = made(OURS), made(THEIRS)
    assert [repr(one) for one in theirs] == [repr(one) for one in ours]
    assert [vars(one) for one in theirs] == [vars(one) for one in ours]
    again = made(OURS), made(THEIRS)
    assert [[a == b for b in again[1]] for a in theirs] == [[a == b for b in again[0]] for a in ours]


def test_what_is_equal_has_one_hash_and_what_can_change_has_none() -> None:
    for ours, theirs, same in zip(made(OURS), made(THEIRS), made(OURS), strict=True):
        assert (type(theirs).__hash__ is None) == (type(ours).__hash__ is None)
        if type(ours).__hash__ is not None and ours == same:
            assert hash(ours) == hash(same)
    assert len({OURS["Frozen"](1, "b"), OURS["Frozen"](1, "c"), OURS["Frozen"](2, "b")}) == 2


def test_what_is_frozen_cannot_be_changed_and_what_is_not_can() -> None:
    for ours, theirs in zip(made(OURS), made(THEIRS), strict=True):
        for one in (ours, theirs):
            if type(one).__name__ == "Plain":
                one.a = 5
                assert one.a == 5
            elif vars(one):
                name = next(iter(vars(one)))
                with pytest.raises(dataclasses.FrozenInstanceError, match=name):
                    setattr(one, name, 5)
                with pytest.raises(dataclasses.FrozenInstanceError, match=name):
                    delattr(one, name)


def test_each_object_has_its_own_of_what_is_made_for_it() -> None:
    first, second = OURS["Plain"](1), OURS["Plain"](1)
    first.found.append(1)
    assert [] == second.found


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, "b", [], 4), {}), ((1,), {"c": 1})])
def test_wrong_arguments_are_refused_in_the_standard_words(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as theirs:
        THEIRS["Plain"](*given, **named)
    with pytest.raises(TypeError) as ours:
        OURS["Plain"](*given, **named)
    assert str(theirs.value) == str(ours.value)


def test_a_default_that_would_be_shared_is_refused() -> None:
    with pytest.raises(ValueError, match="mutable default"):
        dataclass(type("Shared", (), {"__annotations__": {"a": "list"}, "a": []}))


@dataclass(frozen=True)
class Kept:
    """One that can be found by its name."""

    a: int
    b: tuple[int, ...] = ()


def test_objects_are_replaced_copied_matched_and_sent_elsewhere() -> None:
    kept = Kept(1, (2,))
    assert Kept(3, (2,)) == dataclasses.replace(kept, a=3)
    assert kept == copy.deepcopy(kept) == pickle.loads(pickle.dumps(kept))
    match kept:
        case Kept(a, (b,)):
            assert (1, 2) == (a, b)
    assert {"a": 1, "b": (2,)} == dataclasses.asdict(kept)
