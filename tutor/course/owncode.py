"""Reads the Python that a course brings along, once: what was read is what is agreed to, and what runs.

Modules are the plain files labs/*.py. Everything else below labs/ is data: it counts for the consent, and never runs.
Links are refused wherever they lead, for what stands behind one can change without the course being touched.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tutor.course.finding import Finding, Place
from tutor.course.messages import labs as messages
from tutor.course.messages.files import LARGE_FILE, UNREADABLE_FILE
from tutor.course.source import MOST_BYTES, Findings, source_of
from tutor.course.workshop import Workshop
from tutor.dataclass import dataclass
from tutor.digest import sha256
from tutor.foreign import ForeignCode, is_module_name, text_of
from tutor.namedtuple import NamedTuple

HOME = "labs"
MOST_FILES = 1000
"""Files and folders below labs/."""
MOST_DATA = 50_000_000
"""Bytes of all files below labs/ that are no modules."""

_LOOKS_LIKE_CODE = (".py", ".pyc", ".pyd", ".pyw", ".pyo", ".so", ".dll", ".dylib")
_OPENED = os.O_RDONLY | sum(getattr(os, f"O_{name}", 0) for name in ("NOFOLLOW", "NONBLOCK", "CLOEXEC", "BINARY"))
"""A pipe that lies there is opened without waiting for a writer, and a link is not opened at all."""


class OwnCode(NamedTuple):
    """The Python that a course brings along, and what is wrong with how it lies there."""

    code: ForeignCode = ForeignCode()
    findings: tuple[Finding, ...] = ()
    workshop: Workshop = Workshop(ForeignCode())
    """where it runs"""

    @property
    def refused(self) -> bool:
        """Whether something among it keeps all of it from being run."""
        return any(finding.severe for finding in self.findings)

    @property
    def names(self) -> set[str]:
        """What no new module can be called."""
        return {name for name, _ in self.code.modules} | {path.removesuffix(".py") for path, _ in self.code.data}


def spelled(name: str) -> str:
    """Return a file's name with all that would not print spelled out: it cannot rewrite what is around it."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)


def read_own_code(folder: Path) -> OwnCode:
    """Return the Python of the course in `folder` as it is now. Nothing of it is run."""
    home = Path(os.path.abspath(folder), HOME)  # noqa: PTH100 - resolving it would follow links
    reader = _Reader(Findings(), {}, {})
    try:
        state = home.lstat()
    except (OSError, ValueError):
        code = ForeignCode(str(home))
        return OwnCode(code, workshop=Workshop(code))
    if _is_link(state):
        reader.refuse_link(HOME)
    elif stat.S_ISDIR(state.st_mode):
        reader.read(home)
    code = ForeignCode(str(home), tuple(sorted(reader.modules.items())), tuple(sorted(reader.data.items())))
    return OwnCode(code, reader.findings.sorted(), Workshop(code))


class _NoPlainFileError(OSError):
    """It was a plain file a moment ago."""


@dataclass
class _Reader:
    findings: Findings
    modules: dict[str, bytes]
    data: dict[str, str]
    bytes_left: int = MOST_DATA
    entries_left: int = MOST_FILES

    def refuse_link(self, name: str) -> None:
        # An editor's lock is a hidden link that leads nowhere. It is not followed either, and comes and goes.
        note = self.findings.warn if name.rpartition("/")[2].startswith(".") else self.findings.error
        note(Place(spelled(name), 1), "link", messages.LINK)

    def read(self, home: Path) -> None:
        """Read everything below labs/, as far as it is not refused."""
        folders = [(home, "")]
        for folder, above in folders:
            for entry in self._entries(folder, above):
                name = above + entry.name
                try:
                    state = entry.stat(follow_symlinks=False)
                except OSError as error:
                    self._unreadable(name, error)
                    continue
                if _is_link(state):
                    self.refuse_link(f"{HOME}/{name}")
                elif stat.S_ISREG(state.st_mode):
                    self._read_file(Path(entry.path), name)
                elif not stat.S_ISDIR(state.st_mode):
                    self.findings.error(_place(name), "link", messages.NO_PLAIN_FILE)
                elif entry.name != "__pycache__":
                    folders.append((Path(entry.path), f"{name}/"))
                else:
                    self._look_into_cache(Path(entry.path), name)

    def _entries(self, folder: Path, name: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as scanned:
                entries = []
                for entry in scanned:
                    if self.entries_left <= 0:
                        self.findings.error(Place(HOME, 1), "too-large", messages.MANY_FILES, most=MOST_FILES)
                        break
                    self.entries_left -= 1
                    entries.append(entry)
        except OSError as error:
            self._unreadable(name.rstrip("/"), error)
            return
        yield from sorted(entries, key=lambda entry: entry.name)

    def _look_into_cache(self, folder: Path, name: str) -> None:
        """Note what Python does not keep there. Nothing is ever read from it."""
        for entry in self._entries(folder, f"{name}/"):
            if not entry.name.endswith(".pyc"):
                self.findings.warn(_place(f"{name}/{entry.name}"), "not-imported", messages.NOTHING_FROM_CACHE)

    def _read_file(self, path: Path, name: str) -> None:
        try:
            if "/" not in name and name.endswith(".py"):
                self._read_module(path, name)
            else:
                self._read_data(path, name)
                if name.lower().endswith(_LOOKS_LIKE_CODE):
                    self.findings.warn(_place(name), "not-imported", messages.NEVER_RUNS)
        except OSError as error:
            self._unreadable(name, error)

    def _read_module(self, path: Path, name: str) -> None:
        # Some file systems hand out the same Hangul taken apart.
        module = unicodedata.normalize("NFC", name.removesuffix(".py"))
        if not is_module_name(module):
            self._read_data(path, name)
            if path.lstat().st_size:
                self.findings.warn(_place(name), "lab-name", messages.NEVER_RUNS_NAMED)
            return
        source = b"".join(_content(path, MOST_BYTES))
        if len(source) > MOST_BYTES:
            self.findings.error(_place(name), "too-large", LARGE_FILE, most=MOST_BYTES // 1000)
        elif module in self.modules:
            self.findings.error(_place(name), "lab-name", messages.MODULE_TWICE, module=module)
        elif _is_utf_8(source):
            self.modules[module] = source
        else:
            source_of(_place(name).file, source, self.findings)

    def _read_data(self, path: Path, name: str) -> None:
        digest = sha256()
        for block in _content(path, self.bytes_left):
            digest.update(block)
            self.bytes_left -= len(block)
        if self.bytes_left < 0:
            self.findings.error(_place(name), "too-large", messages.MUCH_DATA, most=MOST_DATA // 1_000_000)
        self.data[name] = digest.hexdigest()

    def _unreadable(self, name: str, error: OSError) -> None:
        place = _place(name) if name else Place(HOME, 1)
        why = messages.BY_NOW_NO_PLAIN_FILE if isinstance(error, _NoPlainFileError) else error.strerror or error
        self.findings.error(place, "missing-file", UNREADABLE_FILE, why=why)


def _place(name: str) -> Place:
    return Place(f"{HOME}/{spelled(name)}", 1)


def _is_utf_8(source: bytes) -> bool:
    try:
        text_of(source)
    except UnicodeDecodeError:
        return False
    return True


def _is_link(state: os.stat_result) -> bool:
    """Return whether this leads elsewhere: a symbolic link, or a junction of Windows."""
    tag = getattr(state, "st_reparse_tag", 0)
    return stat.S_ISLNK(state.st_mode) or (tag != 0 and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0))


def _content(path: Path, most: int) -> Iterator[bytes]:
    """Yield what a file holds, in blocks, and no more than one byte above `most`.

    Raises:
        OSError: it cannot be read, or it is no plain file by now.
    """
    with open(os.open(path, _OPENED), "rb") as stream:  # noqa: PTH123 - a path cannot be opened with flags
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise _NoPlainFileError
        left = most + 1
        while left > 0 and (block := stream.read(min(left, 1_000_000))):
            left -= len(block)
            yield block
