"""What is typed to set a lab: which control is meant, and what it is set to."""

from __future__ import annotations

from tutor.lab import Choice, ParameterError, Toggle, Value, Values
from tutor.language import say
from tutor.session.controls import Row, typed
from tutor.session.words import folded

_YES = frozenset(("on", "yes", "true", "1", "켬", "켜기", "예", "네"))
_NO = frozenset(("off", "no", "false", "0", "끔", "끄기", "아니요", "아니오"))


def steps_in(rest: str) -> int | None:
    """Return how many steps are meant: one where nothing is said; None where it is no whole number."""
    try:
        return int(rest.replace("−", "-")) if rest else 1
    except ValueError:
        return None


def name_of(row: Row) -> str:
    """Return what is typed for a control: W, or p[0] for an entry of a list."""
    return row.name if row.index is None else f"{row.name}[{row.index}]"


def is_called(row: Row, name: str, language: str) -> bool:
    """Return whether a control is meant by a name: W and w are two, a label is read however it is written."""
    name = name.strip()
    if name in (name_of(row), row.label(language)):
        return True
    return len(name) > 1 and folded(name) in (folded(name_of(row)), folded(row.label(language)))


def value_typed(row: Row, values: Values, text: str, language: str) -> dict[str, Value] | None:
    """Return the values with a control at what was typed; None where it cannot be set to that."""
    word = folded(text).strip()
    match row.parameter:
        case Toggle():
            return row.put(values, word in _YES) if word in _YES | _NO else None
        case Choice(options=options):
            names = {folded(key): key for key in options} | {
                folded(say(said, language)): key for key, said in options.items()
            }
            return row.put(values, names[word]) if word in names else None
        case _:
            try:
                return typed(row, values, text)
            except ParameterError:
                return None
