"""Where a learner's record is kept."""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, unquote

from tutor.language import Text
from tutor.learner import messages

RECORD_NAME = "record.sqlite3"
SQLITE = b"SQLite format 3\0"
"""how every SQLite file begins"""


def home_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of the records: `TUTOR_HOME`, or the platform's folder for the data of programs."""
    if environ.get("TUTOR_HOME"):
        return Path(environ["TUTOR_HOME"]).expanduser()
    # Imported here because it is not needed where TUTOR_HOME is set.
    import platformdirs

    return Path(platformdirs.user_data_dir("tutor", appauthor=False))


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of what can be made anew at any time: below `TUTOR_HOME`, or the platform's own for that."""
    if environ.get("TUTOR_HOME"):
        return home_folder(environ) / "cache"
    import platformdirs

    return Path(platformdirs.user_cache_dir("tutor", appauthor=False))


def record_path(environ: Mapping[str, str], learner: str = "") -> Path:
    """Return where the record of `learner` is; without a name, that of the operating system's user.

    Names that differ only in capitals or in Unicode's ways to write the same letters are the same learner, because
    many file systems cannot tell them apart.
    """
    if not learner:
        return home_folder(environ) / RECORD_NAME
    name = quote(unicodedata.normalize("NFC", learner.strip()).casefold(), safe=" ")
    # A name of dots would be a folder, and quote() leaves dots alone.
    return home_folder(environ) / "learners" / f"{name.replace('.', '%2E')}.sqlite3"


def learner_of(path: Path) -> str:
    """Return the name of the learner whose record is at `path`, as `record_path` keeps it; "" for the user's own."""
    return "" if path.name == RECORD_NAME else unquote(path.name.removesuffix(".sqlite3"))


def named_after(record: Path, begins: str, ends: str = "") -> list[Path]:
    """Return what stands beside a record under its name with `begins` to `ends` after it; nothing where none can be
    looked for."""
    begins = record.name + begins
    with suppress(OSError):
        return [path for path in record.parent.iterdir() if path.name.startswith(begins) and path.name.endswith(ends)]
    return []


class UnusableRecordError(Exception):
    """A path at which no record can be. It says so in words."""

    def __init__(self, path: Path, what: Text) -> None:
        self.path = path
        self._what = what
        super().__init__(self.say("en"))

    def say(self, language: str) -> str:
        """Return what is wrong with the path, in words."""
        return messages.RECORD_UNUSABLE(language, path=self.path, what=self._what(language))


def unusable(path: Path) -> Text | None:
    """Return what is at a path where that is nothing a record can be: it is not opened, which could take for ever."""
    try:
        mode = path.stat().st_mode
    except OSError:
        # Nothing is there yet, or nothing that can be looked at.
        return messages.IS_LINK_TO_NOTHING if path.is_symlink() else None
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return messages.IS_FOLDER
    if stat.S_ISFIFO(mode):
        return messages.IS_PIPE
    return messages.IS_SOCKET if stat.S_ISSOCK(mode) else messages.IS_DEVICE
