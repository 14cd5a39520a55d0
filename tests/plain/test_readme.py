"""The README shows the dialogue as it is."""

from __future__ import annotations

import re
from pathlib import Path

from tests.plain.dialogue import LESSONS, hold

README = LESSONS.parent / "README.md"
TYPED = ("-3", "hint", "x2 = 1", "-3.5", "quit")


def transcript(home: Path) -> str:
    """Return what is said in the dialogue that the README shows."""
    return hold(TYPED, home, "--at", "perceptron/2").said


def shown() -> str:
    """Return the dialogue of the README."""
    found = re.search(
        r"```text\n\$ tutor --plain --at perceptron/2\n(.*?)```", README.read_text(encoding="utf-8"), re.S
    )
    assert found is not None
    return found[1]


def test_the_readme_shows_what_is_said_today(tmp_path: Path) -> None:
    """Where this fails, read the new dialogue, then write it down: `python -m tests.plain.test_readme`."""
    assert transcript(tmp_path) == shown()


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(shown(), transcript(Path(folder))), encoding="utf-8")
