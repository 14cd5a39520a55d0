"""What README.md is on a package page: without its pictures and with no link that leads into the clone.

A package page has the text alone. hatchling calls this when it builds (`[tool.hatch.metadata.hooks.custom]`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

ELSEWHERE = r"(?:[a-z][a-z0-9+.-]*:|#)"
"""how a target begins that is found from a package page as well: a scheme, or a heading of the page itself"""
PICTURE = re.compile(rf"^!\[[^\]]*\]\((?!{ELSEWHERE})[^)]*\)\n+", re.MULTILINE)
LINK = re.compile(rf"(?<!!)\[([^\]]*)\]\((?!{ELSEWHERE})[^)]*\)")


def page_of(readme: str) -> str:
    """Return README.md as a package page shows it."""
    return LINK.sub(r"\1", PICTURE.sub("", readme))


class PackagePage(MetadataHookInterface):
    """Puts the page into the metadata of what is built."""

    def update(self, metadata: dict[str, Any]) -> None:
        readme = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": page_of(readme)}
