"""Options to choose from."""

from __future__ import annotations

INDENT = 6
"""Cells of the pointer, the number and the mark before an option."""
