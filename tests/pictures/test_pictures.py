"""The README shows the product as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pictures import HERE, PICTURES

README = HERE.parent.parent / "README.md"


@pytest.mark.usefixtures("unseen_frames")
@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_of_the_readme_is_what_the_tutor_draws_today(name: str) -> None:
    """Where this fails, look at the new picture, then make it again: `python -m tests.pictures`."""
    assert (HERE / f"{name}.svg").read_text(encoding="utf-8") == await PICTURES[name].draw()


def test_the_readme_shows_every_picture_and_no_other() -> None:
    shown = re.findall(r"\(tests/pictures/(\w+)\.svg\)", README.read_text(encoding="utf-8"))
    assert sorted(PICTURES) == sorted(shown)
    assert sorted(PICTURES) == sorted(Path(path).stem for path in HERE.glob("*.svg"))
