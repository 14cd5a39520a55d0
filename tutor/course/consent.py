"""Consent to run the Python that a course from elsewhere brings along, remembered by its content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.course.source import inside

RECORD_NAME = "trusted-labs.txt"


def lab_files(folder: Path) -> tuple[Path, ...]:
    """Return every file below a course's labs/, in order: what its Python is made of and could read."""
    home = inside(folder, "labs")
    # Labs that lie outside the course are never run.
    return tuple(sorted(_files(home))) if home is not None else ()


def _files(home: Path) -> Iterator[Path]:
    # os.walk does not go through links to folders, so that a loop of links ends here.
    for root, folders, files in os.walk(home):
        folders[:] = [name for name in folders if name != "__pycache__"]
        # A pipe or a device has no content that could be agreed to, and a link out of the course is never followed.
        yield from (Path(root) / name for name in files if (Path(root) / name).is_file())


def digest_of(folder: Path) -> str:
    """Return a digest of a course's own labs: names and content; "" where it has none.

    Raises:
        OSError: a file cannot be read.
    """
    files = lab_files(folder)
    if not files:
        return ""
    digest = hashlib.sha256()
    for file in files:
        name = str(file.relative_to(folder))
        if inside(folder, name) is None:
            content = hashlib.sha256(os.fsencode(file.readlink())).digest() if file.is_symlink() else b""
        else:
            with file.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").digest()
        spelled = os.fsencode(name)
        digest.update(len(spelled).to_bytes(4, "big") + spelled + content)
    return digest.hexdigest()


@dataclass(frozen=True)
class Consents:
    """The labs that a person agreed to run: one line each, the digest and the folder it was given for."""

    path: Path

    def covers(self, digest: str) -> bool:
        """Return whether these very labs were agreed to before, wherever they lay."""
        return any(line.partition(" ")[0] == digest for line in self._lines())

    def add(self, digest: str, folder: Path) -> None:
        """Remember the consent.

        Raises:
            OSError: the data folder cannot be written.
        """
        place = str(folder.resolve()).encode("utf-8", "backslashreplace").decode("utf-8").replace("\n", "\\n")
        lines = [*self._lines(), f"{digest} {place}"]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        draft.write_text("\n".join(lines) + "\n", encoding="utf-8")
        draft.replace(self.path)

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []
