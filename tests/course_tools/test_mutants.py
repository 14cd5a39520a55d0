"""Courses are damaged at random: their bytes, values, names and labs. `python -m tests.ordeal` goes on for hours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ordeal.mutants import play


@pytest.mark.parametrize("seed", [*range(15), *(pytest.param(seed, marks=pytest.mark.storm) for seed in range(15, 60))])
def test_a_damaged_course_ends_in_findings_and_in_harmless_text(tmp_path: Path, seed: int) -> None:
    assert "" == play(f"short:{seed}", tmp_path / "round", screens=seed % 30 == 0)
