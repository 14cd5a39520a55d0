"""The tutor's side: what an answer of a process holds, or what went wrong there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from tutor.lab import Result
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.worker import messages
from tutor.worker.forms import INDEX, NAME, TEXT, WORDS, wrong
from tutor.worker.parcels import LAB, RESULT, Described
from tutor.worker.wire import MalformedError

Kind = Literal["raised", "time", "output", "wrong", "ended", "start"]
"""It raised, took too long, printed too much, gave back something else, ended its process, or there is none."""


class Trouble(NamedTuple):
    """Why a piece of work came to nothing."""

    kind: Kind
    said: str = ""
    """what was raised, or what is wrong: "ValueError: no such thing" """
    module: str = ""
    """the module of the course where it was last, or "" """
    line: int = 0
    column: int = 1
    story: str = ""
    """all that is known, for the author: the trace, what was printed, how the process ended"""
    words: Text | str = ""
    """the same in each language, where it is the tutor that says it"""


class FoundLab(NamedTuple):
    """A lab of a module, and how it is called."""

    name: str
    """"module:function", as it was declared"""
    described: Described


Found = dict[str, FoundLab]
"""The labs of a module by the names they have there."""


def checked(take: Callable[[dict[str, Any]], Any], answer: dict[str, Any]) -> Any:
    """Return what an answer holds, or the trouble that it is not what was asked for."""
    try:
        return take(answer)
    except MalformedError as error:
        words = messages.GIVES_BACK.filled(what=error.words)
        return Trouble("wrong", words("en"), story=str(error), words=words)


def result_in(answer: dict[str, Any]) -> Result:
    """Return the result of a lab.

    Raises:
        MalformedError: there is none in the answer.
    """
    if set(answer) != {"is", "result"} or answer["is"] != "result":
        raise wrong("answer", answer.get("is"), messages.A_RESULT)
    found: Result = RESULT.unpack(answer["result"], "result")
    return found


def labs_in(answer: dict[str, Any]) -> Found:
    """Return the labs of a module.

    Raises:
        MalformedError: they are not what a module may have.
    """
    if set(answer) != {"is", "labs"} or answer["is"] != "labs" or not isinstance(answer["labs"], list):
        raise wrong("answer", answer.get("is"), messages.LABS_OF_MODULE)
    if len(answer["labs"]) > 500:
        raise MalformedError(messages.MANY_LABS, count=len(answer["labs"]))
    found: Found = {}
    for entry in answer["labs"]:
        if not isinstance(entry, list) or len(entry) != 3:
            raise wrong("labs", entry, messages.A_LAB)
        found[NAME.unpack(entry[0], "labs")] = FoundLab(NAME.unpack(entry[1], "labs"), LAB.unpack(entry[2], "labs"))
    return found


def trouble_in(message: dict[str, Any]) -> Trouble:
    """Return the trouble that a worker tells of."""
    kind = message.get("kind")
    if kind not in ("raised", "time", "output", "wrong"):
        raise wrong("kind", kind, messages.KIND_OF_TROUBLE)
    parts = {name: TEXT.unpack(message.get(name), name) for name in ("type", "module", "story")}
    told = WORDS.unpack(message.get("message"), "message")
    line, column = (INDEX.unpack(message.get(name), name) for name in ("line", "column"))
    own = told.variants if isinstance(told, Text) else {"en": told}
    said = {code: ": ".join(filter(None, (parts["type"], one))) for code, one in own.items()}
    words = Text(**{code: printable(one[:1000]) for code, one in said.items()})
    module, story = printable(parts["module"]), printable(parts["story"])
    return Trouble(kind, words("en"), module, line, column, story, words)


def printable(text: str) -> str:
    """Return a text with all that would not print spelled out, but for the ends of lines."""
    return "".join(
        sign if sign.isprintable() or sign == "\n" else sign.encode("unicode_escape").decode("ascii") for sign in text
    )
