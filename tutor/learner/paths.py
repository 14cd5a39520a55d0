"""Where a learner's record is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, unquote

RECORD_NAME = "record.sqlite3"


def home_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of the records: `TUTOR_HOME`, or the platform's folder for the data of programs."""
    if environ.get("TUTOR_HOME"):
        return Path(environ["TUTOR_HOME"]).expanduser()
    # Imported here because it is not needed where TUTOR_HOME is set.
    import platformdirs

    return Path(platformdirs.user_data_dir("tutor", appauthor=False))


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
