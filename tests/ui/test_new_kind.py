"""A kind of question that no screen knows."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.course.conftest import SMALL
from tests.course.matching_known import ask_to_match, matching_known
from tests.trusted import outline_in

from .conftest import OpenApp


async def test_terms_are_matched_by_moving_what_they_mean(open_app: OpenApp, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    ask_to_match(folder)
    meanings = ["before the letter", "after the letter", "the letter"]
    with matching_known():
        async with open_app(at=("letter", "words"), course=outline_in(folder)) as walk:
            await walk.tab_to("▸ 1   prior →")

            async def order() -> list[str]:
                rows = [line for line in (await walk.seen()).splitlines() if " → " in line]
                return [row.partition(" → ")[2].strip() for row in rows[:3]]

            assert sorted(meanings) == sorted(await order()) and meanings != await order()
            for place, meaning in enumerate(meanings):
                await walk.press(*["up"] * len(meanings))
                at = (await order()).index(meaning)
                await walk.press(*["down"] * at, *["shift+up"] * (at - place))
            seen = await walk.seen("enter")
            assert "prior → before the letter" in seen
            assert "✓ Right." in seen
