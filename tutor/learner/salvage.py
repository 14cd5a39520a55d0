"""Reading a damaged record without SQLite, page by page: one bad page must not cost what stands in the others.

What is read here is described in https://www.sqlite.org/fileformat2.html: a table's rows stand in leaf pages, each
with a list of where they begin; whatever cannot be right is left out, row by row. Which table a row belongs to is told
by its columns, so that nothing depends on the pages that lead to the leaves.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tutor.learner.paths import SQLITE
from tutor.namedtuple import NamedTuple

Value = int | float | str | bytes | None

PAGE_SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)
LEAF = 0x0D
"""how a page begins that holds rows of a table"""
INTERIOR = 0x05
WAL_MAGICS = (0x377F0682, 0x377F0683)
MOST_PAGES = 1 << 20
"""of a chain: a damaged one may lead in a circle"""
LARGEST = 128 * 1024 * 1024
"""bytes that are looked at: more than any record, and no more than memory holds"""

Row = tuple[Value, ...]


class Image(NamedTuple):
    """What is known of a file's pages."""

    size: int
    """of a page, in bytes"""
    versions: dict[int, list[bytes]]
    """of each page by its number, from 1, what it may hold, the latest first"""
    free: frozenset[int]
    """the pages whose rows were deleted"""


def rows_in(file: bytes, journal: bytes = b"") -> list[Row]:
    """Return every row that can be read in the bytes of a record and of its write-ahead log.

    A row may be there twice, and may be damaged where that cannot be told. Text that is no UTF-8 comes with marks in
    place of what cannot be read.
    """
    file = file[:LARGEST]
    known = int.from_bytes(file[16:18], "big")
    known = 65536 if known == 1 else known
    # A damaged first page may say any size. The right one is the one with which most can be read.
    sizes = sorted(PAGE_SIZES, key=lambda size: size != known)
    best: list[Row] = []
    for size in sizes:
        found = list(_rows(_image(file, journal, size)))
        if len(found) > len(best):
            best = found
        if best and size == known and file.startswith(SQLITE):
            # The size that the file itself names is not doubted where it reads well in most of its leaves.
            leaves = sum(file[at] == LEAF for at in range(size, len(file), size))
            if len(best) >= leaves:
                break
    return best


def _image(file: bytes, journal: bytes, size: int) -> Image:
    versions: dict[int, list[bytes]] = {}
    for number, at in enumerate(range(0, len(file), size), start=1):
        versions[number] = [file[at : at + size].ljust(size, b"\0")]
    for number, page in _frames(journal, size):
        versions.setdefault(number, []).insert(0, page)
    return Image(size, versions, _free_pages(versions))


def _frames(journal: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages in a write-ahead log that belong to what it was last begun for, as they were written."""
    if len(journal) < 32 or struct.unpack_from(">I", journal)[0] not in WAL_MAGICS:
        return
    if struct.unpack_from(">I", journal, 8)[0] != size:
        return
    salts = journal[16:24]
    for at in range(32, len(journal) - 24 - size + 1, 24 + size):
        number = struct.unpack_from(">I", journal, at)[0]
        if journal[at + 8 : at + 16] == salts and 0 < number < MOST_PAGES:
            yield number, journal[at + 24 : at + 24 + size]


def _free_pages(versions: dict[int, list[bytes]]) -> frozenset[int]:
    """Return the pages on the list of those not in use, as far as it can be followed."""
    first = versions.get(1, [b""])[0]
    if not first.startswith(SQLITE):
        return frozenset()
    free: set[int] = set()
    trunk = struct.unpack_from(">I", first, 32)[0]
    while trunk in versions and trunk not in free and trunk > 1:
        page = versions[trunk][0]
        following, count = struct.unpack_from(">II", page)
        if count > len(page) // 4 - 2:
            break
        free.add(trunk)
        free.update(struct.unpack_from(f">{count}I", page, 8))
        trunk = following
    return frozenset(free)


def _rows(image: Image) -> Iterator[Row]:
    for number, versions in image.versions.items():
        if number in image.free:
            continue
        for page in versions:
            rows, whole = _rows_of_page(image, page, 100 if number == 1 else 0)
            yield from rows
            # An older version of a page is looked at only where the latest one is damaged.
            if whole:
                break


def _rows_of_page(image: Image, page: bytes, start: int) -> tuple[list[Row], bool]:
    """Return the rows of a leaf page, and whether nothing in the page looks damaged."""
    if page[start] != LEAF:
        return [], page[start] in (INTERIOR, 0x02, 0x0A)
    (count,) = struct.unpack_from(">H", page, start + 3)
    count_fits = start + 8 + 2 * count <= image.size
    found = []
    for number in range(min(count, (image.size - start - 8) // 2)):
        (at,) = struct.unpack_from(">H", page, start + 8 + 2 * number)
        row = _row_at(image, page, at) if at >= start + 8 else None
        if row is not None:
            found.append(row)
    return found, count_fits and len(found) == count


def _row_at(image: Image, page: bytes, at: int) -> Row | None:
    """Return the row whose cell begins at a place in a page; None where there can be none."""
    try:
        length, at = _varint(page, at)
        _, at = _varint(page, at)
        payload = _payload(image, page, at, length)
        return None if payload is None else _record(payload)
    except (IndexError, struct.error):
        return None


def _payload(image: Image, page: bytes, at: int, length: int) -> bytes | None:
    """Return the bytes of a row: where they are many, the rest stands in a chain of further pages."""
    usable = image.size
    largest = usable - 35
    if length <= largest:
        return page[at : at + length] if at + length <= usable else None
    if length > len(image.versions) * usable:
        return None
    smallest = (usable - 12) * 32 // 255 - 23
    here = smallest + (length - smallest) % (usable - 4)
    here = here if here <= largest else smallest
    if at + here + 4 > usable:
        return None
    parts, left = [page[at : at + here]], length - here
    (following,) = struct.unpack_from(">I", page, at + here)
    for _ in range(MOST_PAGES):
        if left <= 0:
            break
        versions = image.versions.get(following)
        if versions is None:
            return None
        (following,) = struct.unpack_from(">I", versions[0])
        parts.append(versions[0][4 : 4 + left])
        left -= usable - 4
    return b"".join(parts)


def _record(payload: bytes) -> Row | None:
    """Return the values of a row from its bytes."""
    header, at = _varint(payload, 0)
    if not at <= header <= len(payload):
        return None
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values, at = [], header
    for kind in kinds:
        size = _size_of(kind)
        if size is None or at + size > len(payload):
            return None
        values.append(_value(kind, payload[at : at + size]))
        at += size
    return tuple(values) if at == len(payload) else None


def _size_of(kind: int) -> int | None:
    if kind >= 12:
        return (kind - 12) // 2
    return {5: 6, 6: 8, 7: 8, 8: 0, 9: 0, 10: None, 11: None}.get(kind, kind)


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    if kind == 0:
        return None
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    return kind - 8 if kind in (8, 9) else int.from_bytes(data, "big", signed=True)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number of variable length that begins at a place, and where it ends."""
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + number + 1
    return value, at + 9
