"""SHA-256. What makes it takes 2 ms to load, with the whole of OpenSSL, and most starts digest nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash


def sha256(content: bytes = b"") -> _Hash:
    """Return the digest of `content`, to which more can be added."""
    import hashlib

    return hashlib.sha256(content)
