"""Apps whose frames nobody sees: what is on screen is drawn when a test looks at it, and not in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from textual._compositor import Compositor
from textual._context import visible_screen_stack

from tutor.ui import forgetting

DRAWN = Compositor.render_update


def _unseen(self: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False) -> Any:
    """Take what has changed as drawn; a picture that is asked for is drawn in full."""
    if full:
        return DRAWN(self, full, screen_stack, simplify)
    visible_screen_stack.set(screen_stack or [])
    self._dirty_regions.clear()
    return None


@contextmanager
def unseen() -> Iterator[None]:
    """Draw no frames, and look for no garbage.

    In a test they go to no terminal. `screen_text` and pictures draw all of a screen as it is then; that frames, which
    are pieces of it, come to the same is tested where there is a terminal. What a screen leaves behind has tests of
    its own: it would be looked for after 0.4 seconds, by tests that take as long, which a busy machine decides.
    """
    with (
        mock.patch.object(Compositor, "render_update", _unseen),
        mock.patch.object(forgetting, "forget_what_is_gone", _nothing),
    ):
        yield


def _nothing(*_: object) -> None:
    pass
