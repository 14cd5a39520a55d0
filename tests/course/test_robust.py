"""Whatever the files hold, there is no traceback."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.trusted import reading_of

from .conftest import SMALL, linted

FILES = [path.relative_to(SMALL) for path in sorted(SMALL.rglob("*")) if path.suffix in (".md", ".yaml")]
PIECES = [
    b"{{ ", b" }}", b"```lab\n", b"```quiz\n", b"```\n", b"---\n", b"## ", b"$$", b"$", b"**", b"- ", b": ", b"{", b"[",
    b"\t", b"\x00", b"\xff", "가".encode(), b"&x ", b"*x", b"!!python/name:os.system ",
    b"|\n", b"'", b'"', b"\r", b"1e999",
    b"no", b"../", b"{#", b"}", b"]", b"| a | b |\n|--|--|\n", b"![", b"<!--", b"\\", b"working:", b"9" * 30, b"#",
]  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with a few pieces cut out, doubled, exchanged or put in."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice([0, 1, 3, 20, 200]))
        middle = chance.choice([b"", data[start:end] * 2, chance.choice(PIECES), chance.randbytes(3)])
        data = data[:start] + middle + data[end:]
    return data


@pytest.mark.parametrize("seed", range(8))
def test_damaged_files_are_findings_and_never_a_traceback(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "course"
    shutil.copytree(SMALL, folder)
    for _ in range(15):
        file = chance.choice(FILES)
        (folder / file).write_bytes(mutated((SMALL / file).read_bytes(), chance))
        reading = reading_of(folder)
        findings = reading.findings
        assert reading.course is not None or findings
        proved = linted(folder)
        assert {(finding.place, finding.kind) for finding in findings} <= {(f.place, f.kind) for f in proved}
        assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in findings)
        (folder / file).write_bytes((SMALL / file).read_bytes())
