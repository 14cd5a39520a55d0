"""Labs that are in a worker: what the tutor has of them is a description, and a way to ask."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tutor.lab import Complaint, Lab, Result, Timeline, Values, setting_words
from tutor.language import Text, say
from tutor.namedtuple import NamedTuple
from tutor.worker import messages
from tutor.worker.answers import Trouble
from tutor.worker.story import Log
from tutor.worker.worker import Piece, Worker


def labs_of(worker: Worker, module: str, log: Log | None) -> Mapping[str, Lab] | Trouble:
    """Return the labs of a module of a course by the names they have in it, or why they cannot be had."""
    found = worker.labs_of(module)
    if isinstance(found, Trouble):
        if log is not None:
            log.write(f"{worker.code.folder}/{module}.py cannot be imported", f"{found.said}\n{found.story}")
        return found
    labs: dict[str, Lab] = {}
    for attribute, (name, described) in found.items():
        keeps = described.prepares or any(isinstance(one, Timeline) for one in described.parameters.values())
        there = There(worker, module, attribute, keeps=keeps, log=log)
        labs[attribute] = Lab(name, None, described.parameters, elsewhere=there, sources=described.sources)
    return labs


class There(NamedTuple):
    """Where one lab is."""

    worker: Worker
    module: str
    attribute: str
    keeps: bool
    """whether it keeps work between two runs, so that one process is to do both"""
    log: Log | None

    def start(
        self, lab: Lab, values: Values, *, strict: bool = False, one_of_many: bool = False, with_share: bool = False
    ) -> Asking:
        """Start to work out what the lab gives."""
        keep = one_of_many or self.keeps
        piece = self.worker.start(self.module, self.attribute, values, strict=strict, keep=keep, prepare=with_share)
        return Asking(piece, self, lab, values)


class Asking:
    """A result that is being worked out."""

    def __init__(self, piece: Piece, there: There, lab: Lab, values: Values) -> None:
        self._piece = piece
        self._there = there
        self._lab = lab
        self._values = values
        self._outcome: Result | Text | None = None

    @property
    def share(self) -> float | None:
        """How much of it is done."""
        return self._piece.share

    def outcome(self, seconds: float | None) -> Result | Text | None:
        """Return the result or why there is none, waiting so long at most; None where it is not there yet."""
        if self._outcome is None:
            found = self._piece.result(seconds)
            self._outcome = self._told(found) if isinstance(found, Trouble) else found
            if isinstance(found, Result) and self._piece.printed and self._there.log is not None:
                self._there.log.write(self._title, f"It printed:\n{self._piece.printed}")
        return self._outcome

    def stop(self) -> None:
        """Let it be."""
        self._piece.stop()

    @property
    def _title(self) -> str:
        at = say(setting_words(self._values), "en")
        return f"{self._there.worker.code.folder}: {self._lab.name} at {at}"

    def _told(self, trouble: Trouble) -> Text:
        """Return what to say of a trouble, which goes into the log with all that is known of it."""
        what = words_of(trouble, self._there.worker, self._lab.name, setting_words(self._values))
        log = self._there.log
        if log is not None and log.write(self._title, f"{what('en')}\n{trouble.story}"):
            what = _both(messages.MORE, what=what, path=str(log.path))
        return Complaint(what, trouble.module or self._there.module, trouble.line, _part_in(trouble))


_PART = re.compile(r"\bresult[\w.\[\]]*(?=:)")


def _part_in(trouble: Trouble) -> str:
    """Return the part of a result that is not what it should be, or ""."""
    found = _PART.search(trouble.said) if trouble.kind == "wrong" else None
    return found[0] if found is not None else ""


def words_of(trouble: Trouble, worker: Worker, lab: str, at: Text | str) -> Text:
    """Return what happened, without a full stop."""
    said: str | Text = trouble.words or trouble.said
    template = {
        "raised": messages.RAISED,
        "time": messages.TIME,
        "output": messages.OUTPUT,
        "ended": messages.ENDED,
        "wrong": messages.WRONG,
        "start": messages.START,
    }[trouble.kind]
    if trouble.kind == "ended":
        said = said or messages.ENDED_SOMEHOW
    limits = worker.limits
    what = _both(template, lab=lab, at=at, said=said, seconds=limits.seconds, most=limits.output)
    if not trouble.line or not trouble.module:
        return what
    where = messages.WHERE.filled(module=trouble.module, line=trouble.line)
    return Text(**{language: what(language) + where(language) for language in what.variants})


def _both(template: Text, **values: object) -> Text:
    """Return a text with its values in, each in the text's language."""
    return Text(
        **{
            language: template(language, **{k: v(language) if isinstance(v, Text) else v for k, v in values.items()})
            for language in template.variants
        }
    )
