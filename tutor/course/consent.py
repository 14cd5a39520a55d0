"""Consent to run the Python that a course from elsewhere brings along, remembered by its content.

Of each course the text that was agreed to last is kept as well, so that a change can be shown.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Literal

from tutor.course.owncode import spelled
from tutor.dataclass import dataclass
from tutor.digest import sha256
from tutor.foreign import ForeignCode, digest_of, digests_of, text_of
from tutor.namedtuple import NamedTuple

RECORD_NAME = "trusted-labs.txt"
TEXTS_NAME = "agreed-labs"

MOST_TEXT = 400_000
"""Bytes of source that are kept of one course."""
MOST_COURSES = 50
"""Courses of which the source is kept: those that were agreed to last."""
MOST_LINES = 400
"""Lines that are compared with as many others; of more, those that went come before those that came."""
WIDEST = 200
"""Characters of a line that are shown."""

_AROUND = 2
"""Lines shown before and after one that changed."""

What = Literal["added", "removed", "changed"]


class Change(NamedTuple):
    """One file that is not what was agreed to."""

    file: str
    what: What
    old: str | None = None
    """its source then; None where it was no module, or too long to be kept"""
    new: str | None = None
    """its source now; None where it is no module"""

    @property
    def is_known(self) -> bool:
        """Whether it can be said what changed in it: data has no lines, and not all source is kept."""
        return self.old is not None or (self.what == "added" and self.new is not None)

    def lines(self) -> Iterator[str]:
        """Yield what went (-) and what came (+) with a few lines around, printable whatever is in the file."""
        if self.is_known:
            yield from _difference(_lines(self.old or ""), _lines(self.new or ""))


class _Agreed(NamedTuple):
    """What was agreed to the last time in one folder."""

    digests: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Consents:
    """The labs that a person agreed to run: one line each, the digest and the folder it was given for."""

    path: Path

    def covers(self, code: ForeignCode) -> bool:
        """Return whether this very code was agreed to before, wherever it lay. What has no module needs no consent."""
        digest = digest_of(code)
        return not code.modules or any(line.partition(" ")[0] == digest for line in self._lines())

    def add(self, code: ForeignCode) -> None:
        """Remember the consent, and what it was given to.

        Raises:
            OSError: the data folder cannot be written.
        """
        if not code.modules:
            return
        if not self.covers(code):
            place = spelled(str(Path(code.folder).parent))
            _write(self.path, "\n".join([*self._lines(), f"{digest_of(code)} {place}"]) + "\n")
        kept = self._kept(code)
        if kept is None or kept.digests != digests_of(code):
            self._keep(code)

    def changes(self, code: ForeignCode) -> tuple[Change, ...]:
        """Return how `code` differs from what was agreed to last in its folder; () where nothing was."""
        agreed = self._kept(code)
        if agreed is None:
            return ()
        now, texts = digests_of(code), _texts_of(code)
        changes = [
            Change(
                file,
                "added" if file not in agreed.digests else "removed" if file not in now else "changed",
                agreed.texts.get(file),
                texts.get(file),
            )
            for file in sorted({*now, *agreed.digests})
            if now.get(file) != agreed.digests.get(file)
        ]
        return tuple(changes)

    def _lines(self) -> list[str]:
        try:
            # Only a line feed ends a line: a folder's name may hold whatever else could.
            return self.path.read_bytes().decode("utf-8", "replace").removesuffix("\n").split("\n")
        except OSError:
            return []

    # -- the text -----------------------------------------------------------------------------------------------------

    def _text_file(self, code: ForeignCode) -> Path:
        folder = os.path.realpath(code.folder).encode("utf-8", "surrogatepass")
        return self.path.with_name(TEXTS_NAME) / f"{sha256(folder).hexdigest()[:32]}.json"

    def _keep(self, code: ForeignCode) -> None:
        left, texts = MOST_TEXT, {}
        for name, text in _texts_of(code).items():
            left -= len(text.encode())
            if left < 0:
                break
            texts[name] = text
        file = self._text_file(code)
        _write(file, json.dumps({"folder": code.folder, "digests": digests_of(code), "texts": texts}, indent=1))
        kept = sorted(file.parent.glob("*.json"), key=_changed_at, reverse=True)
        for old in kept[MOST_COURSES:]:
            with suppress(OSError):
                old.unlink()

    def _kept(self, code: ForeignCode) -> _Agreed | None:
        try:
            kept = json.loads(self._text_file(code).read_text(encoding="utf-8"))
            digests, texts = kept["digests"], kept["texts"]
        except (OSError, ValueError, RecursionError, TypeError, KeyError):
            return None
        if not isinstance(digests, dict) or not isinstance(texts, dict):
            return None
        return _Agreed(_of_words(digests), _of_words(texts))


def _of_words(entries: Mapping[object, object]) -> dict[str, str]:
    return {str(name): str(value) for name, value in entries.items()}


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _texts_of(code: ForeignCode) -> dict[str, str]:
    return {f"{Path(code.folder).name}/{name}.py": text_of(source) for name, source in code.modules}


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _difference(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    same = 0
    for before, after in zip(old, new, strict=False):
        if before != after:
            break
        same += 1
    end = 0
    for before, after in zip(reversed(old[same:]), reversed(new[same:]), strict=False):
        if before != after:
            break
        end += 1
    gone, came = old[same : len(old) - end], new[same : len(new) - end]
    # Comparing takes the square of their number: a file can be made to keep it busy for minutes.
    if max(len(gone), len(came)) > MOST_LINES:
        yield from (f"{sign}{_shown(line)}" for sign, part in (("-", gone), ("+", came)) for line in part)
        return
    start = max(0, same - _AROUND)
    old, new = old[start : len(old) - end + _AROUND], new[start : len(new) - end + _AROUND]
    # The first three lines name files, and where in them the first part stands.
    for line in islice(difflib.unified_diff(old, new, n=_AROUND, lineterm=""), 3, None):
        yield "…" if line.startswith("@@") else line[:1] + _shown(line[1:])


def _shown(line: str) -> str:
    text = spelled(line.expandtabs(4)) if len(line) <= WIDEST else spelled(line[:WIDEST].expandtabs(4))[:WIDEST]
    return text if len(line) <= WIDEST else f"{text}… (+{len(line) - WIDEST})"
