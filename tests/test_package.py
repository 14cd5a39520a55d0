"""What is installed: what it is called, what it needs, what comes along, and what its page says."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from email import message_from_string
from email.message import Message
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import tutor
from tests.read_once import imports_of

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def normal(requirement: str) -> str:
    """Return the name that a requirement asks for, as indexes compare names (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def imported_in(folder: Path) -> dict[str, set[str]]:
    """Return what the modules of a folder import that is neither Python's nor ours, and where, by its first name."""
    found: dict[str, set[str]] = {}
    for file in sorted(folder.rglob("*.py")):
        for node in imports_of(file):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [name.name for name in node.names]
            elif not node.level:
                names = [node.module or ""]
            for name in names:
                top = name.partition(".")[0]
                if top not in {*sys.stdlib_module_names, "tutor", "tests"}:
                    found.setdefault(top, set()).add(file.relative_to(ROOT).as_posix())
    return found


def undeclared(imported: dict[str, set[str]], declared: set[str]) -> dict[str, set[str]]:
    """Return what is imported of the installed packages and not declared: what each comes from is what Python says."""
    come_from = packages_distributions()
    return {
        name: files for name, files in imported.items() if declared.isdisjoint(map(normal, come_from.get(name, ())))
    }


def test_everything_that_the_tutor_imports_is_declared() -> None:
    imported = imported_in(ROOT / "tutor")
    assert {"rich", "pygments", "textual", "numpy", "yaml"} <= set(imported)
    always = set(map(normal, PROJECT["dependencies"]))
    assert {"genanki": {"tutor/course/convert/anki.py"}} == undeclared(imported, always)
    assert {} == undeclared(imported, always | set(map(normal, EXTRAS["anki"])))


def test_everything_that_is_declared_is_imported() -> None:
    come_from = packages_distributions()
    used = {normal(package) for name in imported_in(ROOT / "tutor") for package in come_from.get(name, ())}
    assert set() == set(map(normal, [*PROJECT["dependencies"], *EXTRAS["anki"]])) - used


def test_everything_that_the_tests_import_is_declared() -> None:
    declared = set(map(normal, [*PROJECT["dependencies"], *EXTRAS["dev"]]))
    assert {} == undeclared(imported_in(ROOT / "tests"), declared)


def test_the_package_is_called_one_thing_and_the_command_another() -> None:
    assert (tutor.DISTRIBUTION, {"tutor"}) == (PROJECT["name"], set(PROJECT["scripts"]))
    # On an index the name of the command belongs to another project.
    fetched = re.compile(r"(?:pip|pipx|uv)(?: tool)? (?:install|run)(?: -\S+)* [\"']?tutor\b|tutor\[|\btutor-\*")
    for name in ("README.md", "lessons/README.md", ".github/CONTRIBUTING.md", ".ci/run", "tutor/cli/messages.py"):
        assert [] == fetched.findall((ROOT / name).read_text(encoding="utf-8")), name


# -- the page ---------------------------------------------------------------------------------------------------------


def page_of(readme: str) -> str:
    """Return what the build makes of a README."""
    pytest.importorskip("hatchling", reason="builds the package")
    spec = importlib.util.spec_from_file_location("page", ROOT / ".ci" / "page.py")
    assert spec is not None and spec.loader is not None
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)
    made: str = page.page_of(readme)
    return made


@pytest.mark.parametrize(
    ("readme", "page"),
    [
        ("a\n\n![Alt](tests/pictures/a.svg)\n\nb\n", "a\n\nb\n"),
        ("![One](a.svg)\n\n![Two](b.svg)\n\nc\n", "c\n"),
        ("![Kept](https://example.org/a.svg)\n", "![Kept](https://example.org/a.svg)\n"),
        ("[map](tutor/README.md) and [FSRS](https://example.org)\n", "map and [FSRS](https://example.org)\n"),
        ("[below](#keys)\n", "[below](#keys)\n"),
        ("    tutor check [PATH]\n", "    tutor check [PATH]\n"),
    ],
)
def test_a_page_has_no_picture_and_no_link_that_leads_into_the_clone(readme: str, page: str) -> None:
    assert page == page_of(readme)


# -- the wheel --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel, built of this clone, offline."""
    pytest.importorskip("hatchling", reason="builds the package")
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.iterdir()
    assert made.name == f"guess_first-{tutor.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(made) as opened:
        yield opened


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    """What the wheel says of itself."""
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return message_from_string(wheel.read(name).decode("utf-8"))


def test_the_wheel_brings_along_what_it_needs(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tutor").rglob("*.py")}
    lessons = {f"tutor/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "lessons").rglob("*") if path.is_file()}
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tutor" / "labs" / "data").iterdir()}
    assert "tutor/labs/data/masses.csv" in data
    assert ours | lessons | data | {"tutor/py.typed"} <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "lessons/")) for name in names)


def test_the_wheel_says_what_it_is(metadata: Message) -> None:
    assert ("guess-first", tutor.__version__, "MIT") == tuple(
        metadata[name] for name in ("Name", "Version", "License-Expression")
    )
    assert 20 < len(metadata["Summary"]) < 200
    assert metadata["Keywords"]
    versions = [f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13)]
    assert {*versions, "Typing :: Typed", "Natural Language :: Korean"} <= set(metadata.get_all("Classifier", []))
    # A licence that is named is not classified as well (PEP 639), and there is no address yet.
    assert not any(one.startswith("License ::") for one in metadata.get_all("Classifier", []))
    assert None is metadata["Project-URL"] is metadata["Home-page"]
    assert {"anki", "dev"} == set(metadata.get_all("Provides-Extra", []))


def test_the_page_of_the_wheel_is_the_readme_without_its_pictures(metadata: Message) -> None:
    page = metadata.get_payload()
    assert isinstance(page, str)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert 5 < readme.count("](tests/pictures/")
    assert "text/markdown" == metadata["Description-Content-Type"].partition(";")[0]
    assert page.startswith("# guess-first\n")
    targets = re.findall(r"\]\(([^)]+)\)", re.sub(r"```.*?```|`[^`\n]*`", "", page, flags=re.DOTALL))
    assert [] == [target for target in targets if not target.startswith(("https://", "#"))]
    pictures = {line for line in readme.splitlines() if line.startswith("![")}
    assert set() == {line for line in readme.splitlines() if line and line not in pictures and "](" not in line} - set(
        page.splitlines()
    )


def test_the_change_log_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## (\S+)", text, re.MULTILINE)
    assert found is not None
    assert tutor.__version__ == found[1]
