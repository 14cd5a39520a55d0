"""What was probably meant by a name that is unknown."""

from __future__ import annotations

from collections.abc import Iterable

from tutor.cli import messages


def did_you_mean(given: str, known: Iterable[str], language: str) -> str:
    """Return the question whether the nearest of the known names was meant; "" where none is near."""
    # Imported here because few mistype.
    from difflib import get_close_matches

    near = get_close_matches(given.casefold(), sorted(set(known)), n=1, cutoff=0.6)
    return messages.DID_YOU_MEAN(language, name=near[0]) if near else ""
