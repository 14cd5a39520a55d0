"""The frame of the long attacks: it plays each, survives each, and says what failed and how to see it again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.ordeal import _frame
from tests.walks import some_now

SAMPLES = {
    "clean": "def rounds(count, seed, tell):\n    tell(count)\n    print('the slowest took', seed)\n    return []",
    "failing": "def rounds(count, seed, tell):\n    return [f'seed {seed + 1}: lost']",
    "raising": "def rounds(count, seed, tell):\n    raise RuntimeError('fell over')",
    "dying": "import os\ndef rounds(count, seed, tell):\n    tell(3)\n    os.abort()",
    "left_out": "from unittest import SkipTest\ndef rounds(count, seed, tell):\n    raise SkipTest('no sshd')",
    "at_home": (
        "import os, pathlib, tempfile\n"
        "def rounds(count, seed, tell):\n"
        "    print(os.environ['TUTOR_HOME'], tempfile.mkdtemp(), sep='\\n')\n"
        "    return [str(path) for path in pathlib.Path(os.environ['TUTOR_HOME']).iterdir()]"
    ),
}
"""What an ordeal may come to."""


def run(room: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command over the samples."""
    folder = room / "tests" / "ordeal"
    if not folder.exists():
        folder.mkdir(parents=True)
        for file in _frame.HERE.glob("_*.py"):
            (folder / file.name).write_bytes(file.read_bytes())
        for name, code in SAMPLES.items():
            (folder / f"{name}.py").write_text(f'"""A round is {name}.\n\nMore."""\nROUNDS = 7\n{code}\n', "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "tests.ordeal", *words],
        cwd=room,
        env=os.environ | {"PYTHONPATH": str(room), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


LONG = {"keys", "terminal", "mutants", "programs", "consent"}
"""Of these one round alone takes long; the suite plays shorter ones elsewhere."""


@some_now("name", _frame.found(), {*_frame.found()} - LONG)
def test_each_ordeal_says_what_its_round_is_and_plays_one(name: str) -> None:
    line, count = _frame.about(name)
    assert line.endswith(".")
    assert count > 0
    report = _frame.play(name, 1, 0, lambda _done, _total: None)
    assert () == report.failures


def test_each_ordeal_is_played_whatever_became_of_the_others(tmp_path: Path) -> None:
    ended = run(tmp_path)
    assert 1 == ended.returncode
    lines = [line.split()[:-2] for line in ended.stdout.splitlines()[-len(SAMPLES) :]]
    assert [
        ["at_home", "7", "rounds", "0", "failed"],
        ["clean", "7", "rounds", "0", "failed"],
        ["dying", "7", "rounds", "1", "failed"],
        ["failing", "7", "rounds", "1", "failed"],
        ["left_out", "7", "rounds", "skipped:"],
        ["raising", "7", "rounds", "1", "failed"],
    ] == lines
    assert "    seed 3, or soon after: ended by SIGABRT\n" in ended.stdout
    assert "    seed 1: lost\n" in ended.stdout
    assert "    RuntimeError: fell over\n" in ended.stdout
    assert "no sshd" in ended.stdout
    assert "    all of it again: python -m tests.ordeal failing --rounds 7 --seed 0\n" in ended.stdout


def test_a_clean_run_says_what_it_measured_and_ends_well(tmp_path: Path) -> None:
    ended = run(tmp_path, "clean", "--rounds", "2", "--seed", "40")
    assert (0, "clean      2 of 2\n") == (ended.returncode, ended.stderr)
    assert "    the slowest took 40\n" in ended.stdout
    assert ["clean", "2", "rounds", "0", "failed"] == ended.stdout.splitlines()[-1].split()[:-2]


def test_an_ordeal_is_played_in_a_home_that_is_gone_afterwards(tmp_path: Path) -> None:
    home, temporary = run(tmp_path, "at_home").stdout.splitlines()[1:3]
    assert os.environ.get("TUTOR_HOME", "") != home.strip()
    assert not Path(home.strip()).exists()
    assert not Path(temporary.strip()).exists()


def test_an_unknown_name_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    ended = run(tmp_path, "claen")
    assert 2 == ended.returncode
    assert "claen" in ended.stderr
    assert "clean" in ended.stderr


def test_help_lists_every_ordeal_with_what_a_round_of_it_is(tmp_path: Path) -> None:
    assert "  clean      A round is clean.\n" in run(tmp_path, "--help").stdout
