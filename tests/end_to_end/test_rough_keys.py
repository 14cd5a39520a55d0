"""The program in a real terminal, with keys, clicks, pastes and bytes at random; then it does what its keys say."""

from __future__ import annotations

import pytest

from tests.ordeal.terminal import storm


@pytest.mark.storm
@pytest.mark.parametrize(("seed", "events"), [(1, 150), (2, 2_000), (3, 2_000), (4, 2_000)])
def test_after_anything_at_all_the_help_opens_on_the_course_map(
    environ: dict[str, str], seed: int, events: int
) -> None:
    storm(seed, events, environ)
