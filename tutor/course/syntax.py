"""The syntax of a live value: `cost`, `cost:.2f`, `p[0]:.2f`, `working:cost`, `found:.0f 을/를`."""

from __future__ import annotations

import re

from tutor.course.messages import labs as messages
from tutor.course.prose import Live, Place
from tutor.language import PARTICLES, Text

LIVE = re.compile(r"\{\{(?!\{)([^{}\n]*)\}\}")
"""A live value in a text; inside TeX braces, `\\frac{{{ a }}}{b}`, the inner pair is the live value."""

_NAME = re.compile(r"(?P<working>working\s*:\s*)?(?P<name>[^\W\d]\w*)\s*(?:\[(?P<index>[^\]]*)\])?\s*")
_INDEX = re.compile(r"\s*\d{1,4}\s*(?:,\s*\d{1,4}\s*)*")
_FORMAT = re.compile(r"(?:.?[<>=^])?[-+ ]?z?#?0?\d{0,2}[,_]?(?:\.\d{1,2})?[bdeEfFgGnosxX%]?")
"""Python's formats, with widths and decimals that fit a screen."""


def parse_live(inner: str, place: Place | None = None) -> Live | Text:
    """Return what stands between `{{` and `}}` as a live value, or a sentence that says what is wrong with it."""
    text = inner.strip()
    match = _NAME.match(text)
    if match is None:
        return messages.STARTS_WITH_NAME
    index = match["index"]
    if index is not None and not _INDEX.fullmatch(index):
        return messages.NO_INDEX.filled(index=index)
    rest = text[match.end() :]
    form, particle = "", ""
    if rest.startswith(":"):
        # A format may start with a space ("{{ x: .2f }}"), which is how a typing habit looks: it means no sign format.
        form, _, particle = rest[1:].lstrip().partition(" ")
    else:
        particle = rest
    particle = particle.strip()
    if particle and particle not in PARTICLES:
        if form or particle.startswith(tuple("은는이가을를과와으로라에예")):
            return messages.NO_PARTICLES.filled(found=particle, pairs=", ".join(PARTICLES))
        return messages.CANNOT_FOLLOW.filled(found=particle, name=match["name"])
    if not _FORMAT.fullmatch(form):
        return messages.NO_FORMAT.filled(found=form)
    if match["working"] and (form or index is not None):
        return messages.WORKING_ALONE
    return Live(
        match["name"],
        tuple(int(part) for part in index.split(",")) if index is not None else (),
        form,
        working=bool(match["working"]),
        particle=particle,
        source=text,
        place=place,
    )
