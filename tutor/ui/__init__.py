"""Textual widgets and screens.

asyncio brings TLS along where there is some. Nothing here speaks it, and it would take a thirtieth of the time to the
first paint and four megabytes; so asyncio is imported as on a Python without it, which it is made for.
"""

from tutor.without import without

with without("ssl"):
    import asyncio  # noqa: F401 - for what it does not import
