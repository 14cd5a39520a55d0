"""The question before a course's Python runs, at a terminal; and what its author saves while watching it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from .conftest import TOUR
from .terminal import Terminal


def opened(environ: Mapping[str, str], *arguments: str) -> Terminal:
    return Terminal([sys.executable, "-m", "tutor", *arguments], size=(100, 30), environ=environ)


def save(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_its_author_saves_while_watching_runs_and_counts_as_agreed_to(
    environ: Mapping[str, str], tmp_path: Path
) -> None:
    course = Path(shutil.copytree(TOUR, tmp_path / "course"))
    lab = course / "labs" / "tour.py"
    with opened(environ, str(course), "--watch", "--at", "line") as terminal:
        terminal.wait_for("[y/N]")
        terminal.press("y", "enter")
        terminal.wait_for("height 2.0")
        save(lab, "AT = 2.0", "AT = 2.5")
        terminal.wait_for("height 2.5")
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
    # Without --watch what is saved is asked about, and shown.
    save(lab, "AT = 2.5", "AT = 3.0")
    with opened(environ, str(course), "--at", "line") as terminal:
        text = terminal.wait_for("[y/N]")
        assert "-AT = 2.5" in text and "+AT = 3.0" in text
        terminal.press("n", "enter")
        assert 2 == terminal.wait_for_end()
