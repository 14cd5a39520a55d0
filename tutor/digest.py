"""SHA-256. What makes it takes 2 ms to load, and most starts digest nothing.

Python's own hashes do. Those of OpenSSL, which `hashlib`, `hmac` and with it `secrets` look for first, come with the
whole of that library: three and a half megabytes, for digests of a few hundred bytes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tutor.without import without

if TYPE_CHECKING:
    from hashlib import _Hash

OF_OPENSSL = "_hashlib"
OWN = ("_md5", "_sha1", "_sha3", "_blake2", *(("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")))
"""The modules of Python's own hashes. Some distributions build it without them."""


def sha256(content: bytes = b"") -> _Hash:
    """Return the digest of `content`, to which more can be added."""
    load_hashes()
    import hashlib

    return hashlib.sha256(content)


def load_hashes() -> None:
    """Import what digests as on a Python without OpenSSL, which it is made for; as usual where that has no hashes."""
    from importlib.util import find_spec

    if "hmac" in sys.modules or OF_OPENSSL in sys.modules or not all(find_spec(name) for name in OWN):
        return
    with without(OF_OPENSSL):
        import hashlib  # noqa: F401 - for what they do not import
        import hmac  # noqa: F401
