"""Whatever the files hold, there is no traceback."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.ordeal.mutants import pieces_exchanged
from tests.trusted import reading_of

from .conftest import SMALL, linted

FILES = [path.relative_to(SMALL) for path in sorted(SMALL.rglob("*")) if path.suffix in (".md", ".yaml")]


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.storm) for seed in range(1, 8))])
def test_damaged_files_are_findings_and_never_a_traceback(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "course"
    shutil.copytree(SMALL, folder)
    for _ in range(15):
        file = chance.choice(FILES)
        (folder / file).write_bytes(pieces_exchanged((SMALL / file).read_bytes(), chance))
        reading = reading_of(folder)
        findings = reading.findings
        assert reading.course is not None or findings
        proved = linted(folder)
        assert {(finding.place, finding.kind) for finding in findings} <= {(f.place, f.kind) for f in proved}
        assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in findings)
        (folder / file).write_bytes((SMALL / file).read_bytes())
