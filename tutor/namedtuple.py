"""Named tuples that are quick to define and small: each has one function of its own, and shares the others.

The standard library makes six functions for every class, and an object for every annotation that is a text, which it
compiles: 7.5 KB and 0.2 ms, for some two hundred and fifty classes by the time a course was walked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    def _getters(count: int) -> list[object]:
        """Return what takes the first, the second … field out of a tuple, as the standard library does."""
        made = namedtuple("made", [f"at_{number}" for number in range(count)])
        return [vars(made)[name] for name in made._fields]

    GETTERS = _getters(32)

    class _Naming(type):
        """Makes what stands in a class statement a tuple with names, where `NamedTuple` itself is its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            if not any(type(base) is _Naming and base.__base__ is tuple for base in bases):
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            if late := [field for field in fields[: len(fields) - len(defaults)] if field in defaults]:
                raise TypeError(f"{name} has a field without a default after {late[0]!r}, which has one")
            if len(fields) > len(GETTERS):
                GETTERS[:] = _getters(len(fields))
            namespace |= zip(fields, GETTERS[: len(fields)], strict=True)
            namespace |= {
                "__slots__": (),
                "__match_args__": fields,
                "__new__": _new(name, fields, defaults),
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return super().__new__(cls, name, bases, namespace)

    KNOWN = {"_tuple_new": tuple.__new__}

    def _new(name: str, fields: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., object]:
        arguments = ", ".join(("_cls", *fields))
        made = eval(f"lambda {arguments}: _tuple_new(_cls, ({''.join(field + ', ' for field in fields)}))", KNOWN)
        made.__defaults__ = tuple(defaults.values())
        made.__name__, made.__qualname__ = "__new__", f"{name}.__new__"
        return made

    class NamedTuple(tuple, metaclass=_Naming):
        """What all of them can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> NamedTuple:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **values: object) -> NamedTuple:
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise TypeError(f"Got unexpected field names: {list(values)}")
            return made

        __replace__ = _replace

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(shown)})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)
