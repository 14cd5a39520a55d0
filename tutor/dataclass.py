"""Dataclasses that are quick to define: of these, Python has to make one function each; of its own, up to six.

The standard library writes the source of every method of every dataclass and compiles it, in 0.2 to 0.4 ms a class, for
some ninety classes before the first screen stands. Here only `__init__` is written: what is the same for all is shared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from operator import attrgetter

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, kw_only: bool = False
    ) -> type | Callable[[type], type]:
        """Make a class a dataclass, which is all that it is to `fields`, `replace`, `match` and whoever reads types.

        The options mean what they do in the standard library. Its own dataclasses that are frozen cannot be inherited.
        """

        def define(made: type) -> type:
            # The standard library puts the signature in place of a docstring, and is milliseconds about it.
            made.__doc__ = made.__doc__ or made.__name__
            made = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(made)
            fields = dataclasses.fields(made)
            _add(made, __init__=_init_of(made, fields, frozen), __repr__=_repr)
            if eq:
                compared = [field.name for field in fields if field.compare]
                parts = attrgetter(*compared) if compared else lambda _: ()
                _add(
                    made,
                    __eq__=lambda self, other: (
                        parts(self) == parts(other) if type(self) is type(other) else NotImplemented
                    ),
                    __hash__=(lambda self: hash(parts(self))) if frozen else None,
                )
            if frozen:
                _add(made, __setattr__=_set_nothing, __delattr__=_set_nothing)
            return made

        return define if cls is None else define(cls)

    def _add(made: type, **methods: object) -> None:
        """Give a class the methods that it does not define itself."""
        for name, method in methods.items():
            # Python sets __hash__ to None where a class defines __eq__.
            if vars(made).get(name) is None:
                setattr(made, name, method)

    def _init_of(made: type, fields: tuple[dataclasses.Field, ...], frozen: bool) -> Callable[..., None]:
        # A frozen object refuses to be set. That object's own way is taken, and not its __dict__, which would then be
        # made for each: an object without one is smaller.
        line = "__set(self, {0!r}, {1})" if frozen else "self.{0} = {1}"
        names: dict[str, object] = {"__set": object.__setattr__, "__none": dataclasses.MISSING}
        given: dict[bool, list[str]] = {False: ["self"], True: []}
        lines = []
        for field in fields:
            name, value = field.name, field.name
            if field.default_factory is not dataclasses.MISSING:
                names[f"__make_{name}"] = field.default_factory
                value = f"__make_{name}() if {name} is __none else {name}" if field.init else f"__make_{name}()"
                default = "=__none"
            elif field.default is not dataclasses.MISSING:
                names[f"__default_{name}"] = field.default
                default = f"=__default_{name}"
            else:
                default = ""
            if field.init:
                given[field.kw_only].append(name + default)
            if field.init or field.default_factory is not dataclasses.MISSING:
                lines.append(line.format(name, value))
        if hasattr(made, "__post_init__"):
            lines.append("self.__post_init__()")
        arguments = ", ".join([*given[False], *(["*", *given[True]] if given[True] else [])])
        exec(f"def __init__({arguments}):\n " + "\n ".join(lines or ["pass"]), names)
        init = names["__init__"]
        init.__qualname__ = f"{made.__qualname__}.__init__"
        init.__module__ = made.__module__
        return init

    def _repr(self: object) -> str:
        shown = (field.name for field in dataclasses.fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def _set_nothing(_: object, name: str, *__: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
