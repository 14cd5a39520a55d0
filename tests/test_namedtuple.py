"""Our named tuples are what those of the standard library are: that is the oracle, class by class."""

from __future__ import annotations

import copy
import inspect
import pickle
import types
import typing
from typing import Any, Generic, TypeVar

import pytest

from tutor.namedtuple import NamedTuple

Owner = TypeVar("Owner")


def classes(base: Any) -> dict[str, Any]:
    """Return classes of every shape that the house has, made from one base."""

    class Empty(base):
        pass

    class Single(base):
        only: int

    class Later(base):
        """Has a docstring."""

        a: int
        b: str | None = "b"
        found: tuple[int, ...] = ()
        """what was found"""

        @property
        def twice(self) -> int:
            return 2 * self.a

        def moved(self, by: int) -> Any:
            return self._replace(a=self.a + by)

        @classmethod
        def at(cls, a: int) -> Any:
            return cls(a, found=(a,))

    class Shown(base):
        cls: int
        self: int = 0
        made: int = 1

        def __str__(this) -> str:  # noqa: N805
            return f"<{this.cls}>"

        def __bool__(this) -> bool:  # noqa: N805
            return this.self > 0

    class Bound(base, Generic[Owner]):
        owner: Owner
        name: str = ""

    body = {"__annotations__": {f"f{number}": "int" for number in range(40)}, "__module__": __name__}
    Many = types.new_class("Many", (base,), {}, lambda namespace: namespace.update(body))
    return {made.__name__: made for made in (Empty, Single, Later, Shown, Bound, Many)}


OURS, THEIRS = classes(NamedTuple), classes(typing.NamedTuple)


class Kept(NamedTuple):
    """Is found again by its name."""

    a: int
    b: str = "b"


MADE: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("Empty", (), {}),
    ("Single", (1,), {}),
    ("Single", (), {"only": (1, 2)}),
    ("Later", (1,), {}),
    ("Later", (1, "b", ()), {}),
    ("Later", (1, None), {"found": (1, 2)}),
    ("Later", (), {"found": (3,), "a": 0}),
    ("Shown", (1,), {"self": 2}),
    ("Shown", (0, 0, 0), {}),
    ("Bound", ("owner",), {}),
    ("Many", tuple(range(40)), {}),
]


def made(classes: dict[str, Any]) -> list[Any]:
    """Return one of each."""
    return [classes[name](*given, **named) for name, given, named in MADE]


@pytest.mark.parametrize("name", OURS)
def test_a_class_takes_what_the_standard_one_takes_and_has_its_fields(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]

    def taken(made: Any) -> list[Any]:
        return [(one.name, one.kind, one.default) for one in inspect.signature(made).parameters.values()]

    assert taken(theirs) == taken(ours)
    for told in ("_fields", "_field_defaults", "__match_args__", "__slots__", "__name__", "__qualname__", "__module__"):
        assert getattr(theirs, told) == getattr(ours, told), told
    assert list(theirs.__annotations__) == list(ours.__annotations__)
    assert typing.get_type_hints(theirs, globals(), {"Owner": Owner}) == typing.get_type_hints(
        ours, globals(), {"Owner": Owner}
    )


def test_objects_read_and_compare_as_the_standard_ones_do() -> None:
    ours, theirs = made(OURS), made(THEIRS)
    for look in (repr, str, tuple, hash, bool, len, lambda one: one._asdict(), lambda one: one.__getnewargs__()):
        assert [look(one) for one in theirs] == [look(one) for one in ours]
    assert theirs == ours
    for mine, standard in zip(ours, theirs, strict=True):
        assert [getattr(standard, name) for name in standard._fields] == [getattr(mine, name) for name in mine._fields]
        assert not hasattr(mine, "__dict__")
        assert mine.__sizeof__() == standard.__sizeof__()


def test_they_are_made_anew_as_the_standard_ones_are() -> None:
    for kind in (OURS, THEIRS):
        later = kind["Later"](1, found=(2,))
        assert (3, "b", (2,)) == later.moved(2)
        assert type(later.moved(2)) is kind["Later"]
        assert (1, None, ()) == later._replace(b=None, found=())
        assert (5, "b", (5,)) == kind["Later"].at(5)
        assert (1, 2, 3) == kind["Later"]._make(iter([1, 2, 3]))
        assert later.twice == 2
        assert copy.copy(later) == copy.deepcopy(later) == later
        assert type(copy.deepcopy(later)) is kind["Later"]
        match later:
            case (a, b, _) if type(later) is kind["Later"]:
                assert (a, b) == (1, "b")
            case _:
                pytest.fail("it matches nothing")
    match OURS["Later"](1):
        case NamedTuple(a=1, b="b"):
            pass
        case _:
            pytest.fail("it does not match by its names")


def test_what_is_kept_of_one_is_read_again() -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(Kept(1, "c"), protocol))
        assert again == Kept(1, "c")
        assert type(again) is Kept


def test_one_of_a_generic_kind_is_asked_for_by_it() -> None:
    for kind in (OURS, THEIRS):
        made = kind["Bound"][int](3, name="three")
        assert (3, "three") == made
        assert typing.get_args(kind["Bound"][int]) == (int,)


@pytest.mark.parametrize("kind", [OURS, THEIRS], ids=["ours", "theirs"])
def test_what_does_not_fit_is_refused(kind: dict[str, Any]) -> None:
    Later = kind["Later"]
    for given, named in [((), {}), ((1, 2, 3, 4), {}), ((1,), {"a": 2}), ((1,), {"other": 2})]:
        with pytest.raises(TypeError):
            Later(*given, **named)
    with pytest.raises(TypeError, match="Expected 3 arguments, got 2"):
        Later._make([1, 2])
    # Python 3.13 has made it the TypeError that it is for every other function.
    with pytest.raises((TypeError, ValueError), match=r"Got unexpected field names: \['other'\]"):
        Later(1)._replace(other=2)
    with pytest.raises(AttributeError):
        Later(1).a = 2
    with pytest.raises(AttributeError):
        Later(1).other = 2


@pytest.mark.parametrize("base", [NamedTuple, typing.NamedTuple], ids=["ours", "theirs"])
def test_a_field_without_a_default_does_not_follow_one_that_has_one(base: Any) -> None:
    with pytest.raises(TypeError, match="default"):

        class Late(base):
            a: int = 1
            b: str


def test_one_that_is_inherited_keeps_its_fields_and_takes_no_more() -> None:
    for kind in (OURS, THEIRS):

        class Below(kind["Later"]):  # type: ignore[misc, name-defined]
            def thrice(self) -> int:
                return int(3 * self.a)

        below = Below(2)
        assert (2, "b", ()) == below
        assert below.thrice() == 6
        assert "Below(a=2, b='b', found=())" == repr(below)
        assert type(below._replace(a=3)) is Below
