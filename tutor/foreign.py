"""Python that is not ours: names and bytes, frozen once they are read, and imported from exactly those bytes.

No module is read from a file here. What changes on a disk after somebody agreed to run it cannot run, and what lies
beside it (a compiled file, a package, a link, a name that only looks the same) is never looked for.
"""

from __future__ import annotations

import importlib
import keyword
import linecache
import sys
import types
import unicodedata
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, cast

from tutor.digest import sha256
from tutor.namedtuple import NamedTuple

if TYPE_CHECKING:
    from importlib.abc import Loader

_PREFIX = "tutor_foreign_"


class ForeignCode(NamedTuple):
    """Modules that may import one another, and the files beside them: plain data, which can go to another process."""

    folder: str = ""
    """where it was read, an absolute path: for `__file__` and for tracebacks, never to read from"""
    modules: tuple[tuple[str, bytes], ...] = ()
    """its modules by name, sorted: each a name that `is_module_name` takes, and its source"""
    data: tuple[tuple[str, str], ...] = ()
    """the other files below the folder, sorted: a path with forward slashes, and the SHA-256 of its content"""


def is_module_name(name: str) -> bool:
    """Return whether `name` can be imported, and is spelled as Python itself would spell it."""
    return (
        name.isidentifier()
        and not keyword.iskeyword(name)
        and not (name.startswith("__") and name.endswith("__"))
        # Python looks for the module "fit" where a source says `import ﬁt`: only the first is a name.
        and name == unicodedata.normalize("NFKC", name)
    )


def digests_of(code: ForeignCode) -> dict[str, str]:
    """Return the SHA-256 of every file, in digits, by its path below the folder that holds the folder of the code."""
    home = PurePath(code.folder).name
    found = {f"{name}.py": sha256(source).hexdigest() for name, source in code.modules} | dict(code.data)
    return {f"{home}/{path}": found[path] for path in sorted(found, key=lambda path: path.split("/"))}


def digest_of(code: ForeignCode) -> str:
    """Return one digest of all of it, names and content, wherever it lies; "" where there is nothing."""
    files = digests_of(code)
    if not files:
        return ""
    digest = sha256()
    for path, content in files.items():
        spelled = path.encode("utf-8", "surrogatepass")
        digest.update(len(spelled).to_bytes(4, "big") + spelled + bytes.fromhex(content))
    return digest.hexdigest()


def file_of(code: ForeignCode, name: str) -> str:
    """Return what a module calls its file, as it stands in tracebacks."""
    return str(PurePath(code.folder) / f"{name}.py")


def text_of(source: bytes) -> str:
    r"""Return a module's source as Python is given it: UTF-8, lines ended by "\n".

    Whatever encoding a comment in it claims is not asked: what a person was shown is what runs.

    Raises:
        UnicodeDecodeError: it is not UTF-8.
    """
    return source.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def import_foreign(code: ForeignCode, name: str) -> types.ModuleType:
    """Return a module of `code`, which runs it the first time; the same code is run once in a process.

    Raises:
        ModuleNotFoundError: it has no such module.
        BaseException: whatever the module raises.
    """
    where = sha256(code.folder.encode("utf-8", "surrogatepass") + digest_of(code).encode()).hexdigest()
    package = _PREFIX + where[:32]
    if package not in _IMPORTER.packages:
        module = types.ModuleType(package)
        # Nowhere: a finder that looks on disk finds nothing.
        module.__path__ = []
        module.__spec__ = ModuleSpec(package, cast("Loader", _IMPORTER), is_package=True)
        _IMPORTER.packages[package] = (code, dict(code.modules))
        sys.modules[package] = module
    if _IMPORTER not in sys.meta_path:
        sys.meta_path.insert(0, _IMPORTER)
    return importlib.import_module(f"{package}.{name}")


class _Data(NamedTuple):
    folder: Path

    def files(self) -> Path:
        """Return the folder: a module reads its data from the disk, as they are then."""
        return self.folder


class _Importer:
    """Finds and loads the modules of foreign code, for a module may import its neighbour."""

    def __init__(self) -> None:
        self.packages: dict[str, tuple[ForeignCode, dict[str, bytes]]] = {}

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the protocol's
        target: types.ModuleType | None = None,  # noqa: ARG002 - the protocol's
    ) -> ModuleSpec | None:
        """Return how to load a module of foreign code, or None for any other."""
        package, _, name = fullname.rpartition(".")
        if not fullname.startswith(_PREFIX):
            return None
        code, modules = self.packages.get(package, (ForeignCode(), {}))
        if name not in modules:
            # Not left to the finders after this one.
            raise ModuleNotFoundError(f"There is no module {name!r} beside it", name=fullname)
        spec = ModuleSpec(fullname, cast("Loader", self), origin=file_of(code, name))
        spec.has_location = True
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python to make an empty module."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a module's source."""
        text = self.get_source(module.__name__)
        file = str(module.__file__)
        # What a traceback and the page of a lab's source show is what runs, whatever has become of the file.
        linecache.cache[file] = (len(text), None, list(_lines(text)), file)
        exec(compile(text, file, "exec", dont_inherit=True), module.__dict__)

    def get_resource_reader(self, package: str) -> _Data:
        """Return where `importlib.resources.files(__package__)` finds the files that lie beside the modules."""
        return _Data(Path(self.packages[package][0].folder))

    def get_source(self, fullname: str) -> str:
        """Return a module's source; the protocol of tracebacks."""
        package, _, name = fullname.rpartition(".")
        return text_of(self.packages[package][1][name])


def _lines(text: str) -> Iterator[str]:
    """Yield the lines as Python counts them: only a line feed ends one."""
    yield from (f"{line}\n" for line in text.removesuffix("\n").split("\n"))


_IMPORTER = _Importer()
