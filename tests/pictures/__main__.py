"""Make the README's pictures again."""

from __future__ import annotations

import asyncio

from tests.pictures import HERE, PICTURES

for name, picture in PICTURES.items():
    (HERE / f"{name}.svg").write_text(asyncio.run(picture.draw()), encoding="utf-8")
