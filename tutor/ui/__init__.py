"""Textual widgets and screens.

asyncio brings TLS along where there is some. Nothing here speaks it, and it would take a thirtieth of the time to the
first paint and four megabytes; so asyncio is imported as on a Python without it, which it is made for.
"""

import sys

if "ssl" not in sys.modules:
    sys.modules["ssl"] = None  # type: ignore[assignment]  # how Python marks a module that is not there
    try:
        import asyncio  # noqa: F401 - for what it does not import
    finally:
        del sys.modules["ssl"]
