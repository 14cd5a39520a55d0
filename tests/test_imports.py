"""What a learner can open and read imports NumPy and nothing else; what is not needed for the first paint waits."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import tutor

PACKAGE = Path(tutor.__file__).parent
MATHEMATICS = sorted((PACKAGE / "nn").glob("*.py"))


def imported_by(file: Path) -> set[str]:
    """Return the names of the modules that a file imports, as far as their first dot; "tutor.nn" in full."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return {".".join(name.split(".")[:2]) if name.startswith("tutor.") else name.split(".")[0] for name in found}


@pytest.mark.parametrize("file", MATHEMATICS, ids=lambda file: file.name)
def test_the_mathematics_imports_numpy_alone(file: Path) -> None:
    allowed = {"numpy", "tutor.nn", *sys.stdlib_module_names}
    assert set() == imported_by(file) - allowed


@pytest.mark.parametrize("late", ["numpy", "plotext", "fsrs", "asyncssh"])
def test_what_the_first_paint_does_not_need_is_not_imported_before_it(late: str) -> None:
    code = f"import sys, tutor.cli.open, tutor.ui.app; sys.exit({late!r} in sys.modules)"
    assert 0 == subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, check=False).returncode
