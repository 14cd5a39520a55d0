"""What is left of a screen that is gone."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache


def forget_what_is_gone() -> None:
    """Let go of a screen that was left: it holds on to itself in circles, and Textual remembers its lines."""
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()
