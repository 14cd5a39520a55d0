"""For a frame no more is made than what has changed on the screen.

Textual asks every widget that lies between the first and the last change for all of its rows: those too that nothing of
is drawn, and those that lie wholly under others. And each row that it leaves whole comes to hold on to itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class TouchedCompositor(Compositor):
    """Asks those widgets of whose cells some have changed, and for the rows of these alone."""

    def render_partial_update(self) -> ChopsUpdate | None:
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        return ChopsUpdate(self._pieces(self._touched(spans)), spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Any:
        # Whatever is cropped, whole rows are given back: there is nothing beside them.
        rows = [y for y in crop.line_range if y < len(self.cuts) and is_rendered_line(y)]
        return self._pieces({y: set(self.cuts[y][:-1]) for y in rows})

    def _pieces(self, missing: dict[int, set[int]]) -> list[dict[int, Strip | None]]:
        """Return for each row its pieces by where they begin, those that are `missing` drawn."""
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        # From front to back: what is there already lies over what comes.
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            rows = [y for y in seen.line_range if y in missing and any(seen.x <= x < seen.right for x in missing[y])]
            if not rows:
                continue
            top = rows[0]
            strips = widget.render_lines(Region(seen.x - region.x, top - region.y, seen.width, rows[-1] + 1 - top))
            for y in rows:
                cuts = [cut for cut in self.cuts[y] if seen.x <= cut <= seen.right]
                pieces = divided(strips[y - top], [cut - seen.x for cut in cuts[1:]])
                for x, piece in zip(cuts, pieces, strict=False):
                    if x in missing[y]:
                        chops[y][x] = piece
                        missing[y].remove(x)
                if not missing[y]:
                    del missing[y]
        return chops

    def _touched(self, spans: Iterable[tuple[int, int, int]]) -> dict[int, set[int]]:
        """Return by row where the pieces begin that are drawn for some spans (row, start, end)."""
        found: dict[int, set[int]] = {}
        for y, start, end in spans:
            cuts = self.cuts[y]
            # As Textual draws them: one that begins right after a span puts the cursor there.
            pieces = pairwise(cuts)
            found.setdefault(y, set()).update(x for x, after in pieces if x <= end and after > start)
        return found


def divided(strip: Strip, ends: list[int]) -> Sequence[Strip]:
    """Return a strip in pieces. One that stays whole would remember itself, and stay until garbage is looked for."""
    return [strip] if ends[:1] == [strip.cell_length] else strip.divide(ends)
