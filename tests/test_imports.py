"""What a learner can open and read imports NumPy and nothing else; what is not needed for the first paint waits."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

import tutor
from tests.read_once import imports_in, imports_of
from tutor import digest

PACKAGE = Path(tutor.__file__).parent
MATHEMATICS = sorted((PACKAGE / "nn").glob("*.py"))


def imported_by(file: Path) -> set[str]:
    """Return the names of the modules that a file imports, as far as their first dot; "tutor.nn" in full."""
    found: set[str] = set()
    for node in imports_of(file):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        else:
            found.add(node.module or "")
    return {".".join(name.split(".")[:2]) if name.startswith("tutor.") else name.split(".")[0] for name in found}


@pytest.mark.parametrize("file", MATHEMATICS, ids=lambda file: file.name)
def test_the_mathematics_imports_numpy_alone(file: Path) -> None:
    allowed = {"numpy", "tutor.nn", *sys.stdlib_module_names}
    assert set() == imported_by(file) - allowed


@cache
def imported_before_the_first_paint() -> frozenset[str]:
    """Return the names of all modules of a process that has what the first paint needs."""
    code = "import sys, tutor.cli.open, tutor.ui.app; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, check=True, stdout=subprocess.PIPE, text=True
    )
    return frozenset(ran.stdout.split())


@pytest.mark.parametrize("late", ["numpy", "plotext", "fsrs", "asyncssh", "ssl", "linkify_it"])
def test_what_the_first_paint_does_not_need_is_not_imported_before_it(late: str) -> None:
    assert "textual" in imported_before_the_first_paint()
    assert late not in imported_before_the_first_paint()


@pytest.mark.skipif(not all(map(find_spec, digest.OWN)), reason="this Python has no hashes of its own")
def test_what_digests_and_what_draws_numbers_bring_no_openssl() -> None:
    # The digest of "abc" as the standard has it (FIPS 180-4).
    code = """if True:
        import sys
        from tutor import labs
        from numpy import random
        from tutor.digest import sha256
        assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == sha256(b"abc").hexdigest()
        sys.exit("_hashlib" in sys.modules)
        """
    assert 0 == subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, check=False).returncode


def test_what_reads_markdown_finds_no_addresses_in_plain_text_and_leaves_that_to_whoever_wants_it() -> None:
    code = """if True:
        import sys
        from tutor.course.markdown import MarkdownIt
        assert "linkify_it" not in sys.modules
        import linkify_it
        sys.exit(MarkdownIt().linkify is not None)
        """
    assert 0 == subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, check=False).returncode


@pytest.mark.parametrize(
    ("slow", "quick"), [("dataclasses.dataclass", "dataclass.py"), ("typing.NamedTuple", "namedtuple.py")]
)
def test_dataclasses_and_named_tuples_are_those_that_are_quick_to_define(slow: str, quick: str) -> None:
    # What learners read needs nothing but NumPy.
    files = {file for file in PACKAGE.rglob("*.py") if file.parent.name != "nn" and file.name != quick}
    assert [] == [file for file in files if slow in names_in(imports_of(file), "")]


def test_what_only_oracles_need_is_imported_by_the_tests_that_ask_them() -> None:
    # Every process of a run imports every module of tests; these two take it two seconds.
    files = sorted(Path(__file__).parent.rglob("*.py"))
    at_once = {file: [node for node in imports_of(file) if not node.col_offset] for file in files}
    early = {
        f"{file.name}: {name}"
        for file, nodes in at_once.items()
        for name in names_in(nodes, "")
        if name.partition(".")[0] in {"scipy", "sklearn"}
    }
    assert set() == early
    assert "sklearn" in imported_by(Path(__file__).parent / "nn" / "test_mlp.py")


# -- no circles -------------------------------------------------------------------------------------------------------


def module_of(file: Path) -> str:
    """Return a file's name as a module; a package is called as its folder."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def names_in(nodes: Iterable[ast.Import | ast.ImportFrom], package: str) -> Iterator[str]:
    """Yield what a module of `package` imports, wherever it does: in functions, and for types only, too."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        else:
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{source}.{name.name}" for name in node.names)


def imports_between(files: Mapping[str, Path]) -> dict[str, set[str]]:
    """Return which of the modules each of them imports. A name that is no module belongs to the one it stands in."""
    found: dict[str, set[str]] = {}
    for module, file in files.items():
        found[module] = set()
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        for name in names_in(imports_of(file), package):
            source = name if name in files else name.rpartition(".")[0]
            if source in files and source != module:
                found[module].add(source)
    return found


def shortest_circle(imports: Mapping[str, set[str]]) -> list[str]:
    """Return the modules of the shortest circle, the first again at the end; empty where there is none."""
    shortest: list[str] = []
    for start in sorted(imports):
        before: dict[str, str] = {}
        queue = deque([start])
        while queue and start not in before:
            module = queue.popleft()
            for next_one in sorted(imports[module] - before.keys()):
                before[next_one] = module
                queue.append(next_one)
        if start in before:
            circle = [start]
            while len(circle) == 1 or circle[-1] != start:
                circle.append(before[circle[-1]])
            if not shortest or len(circle) < len(shortest):
                shortest = circle[::-1]
    return shortest


@pytest.mark.parametrize(
    ("imports", "circle"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"c"}}, ["c", "d", "c"]),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}}, ["a", "b", "c", "a"]),
        ({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}, []),
    ],
)
def test_the_shortest_circle_is_found(imports: dict[str, set[str]], circle: list[str]) -> None:
    assert circle == shortest_circle(imports)


def test_imports_are_read_wherever_they_stand_and_whichever_way_they_are_written() -> None:
    code = """
from tutor.nn import mlp
if TYPE_CHECKING:
    import tutor.lab
def draw():
    from . import heat
    from ..figure import Axis
"""
    assert {"tutor.nn.mlp", "tutor.lab", "tutor.chart.heat", "tutor.figure.Axis"} == set(
        names_in(imports_in(code), "tutor.chart")
    )


FILES = {module_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def test_no_circle_runs_through_the_house_types_included() -> None:
    assert [] == shortest_circle(imports_between(FILES))


# -- the size of the house --------------------------------------------------------------------------------------------

MOST_LINES = 400


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {module: len(file.read_text(encoding="utf-8").splitlines()) for module, file in FILES.items()}
    assert {} == {module: lines for module, lines in lengths.items() if lines > MOST_LINES}


MAP = PACKAGE / "README.md"


def test_the_map_names_every_package_and_module_of_the_house_and_no_other() -> None:
    """The map is the block of `tutor/README.md` under a line `tutor/`: indented names, then two spaces, then what each
    is for."""
    lines = MAP.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip() == "tutor/")
    deep = len(lines[start + 1]) - len(lines[start + 1].lstrip())
    named: set[str] = set()
    for line in lines[start + 1 :]:
        if not line.startswith(" " * deep):
            break
        if line[deep] != " ":
            named |= set(line.strip().split("  ")[0].split())
    packages = {f"{folder.parent.name}/" for folder in PACKAGE.glob("*/__init__.py")}
    modules = {file.name for file in PACKAGE.glob("*.py") if file.name != "__init__.py"}
    assert packages | modules == named - {"README.md"}
