"""The forms of figures of numbers in cells: a product, two stretched arrays, shapes side by side."""

from __future__ import annotations

from tutor import grids as drawn
from tutor.language import Text
from tutor.worker import messages
from tutor.worker.arrays import Numbers
from tutor.worker.forms import FINITE, FLAG, INDEX, SENTENCE, TEXT, WORDS, Many, Maybe, Pair, Record
from tutor.worker.pieces import CELLS, LABELS, LAID, LIST, PARTED, POSITIVE, REVEALS, ROLE, TABLE


def _product(product: drawn.Product) -> Text | None:
    rows, columns = product.left.shape[0], product.right.shape[1]
    for row, column in (*product.known, *([product.meeting] if product.meeting is not None else [])):
        if row >= rows or column >= columns:
            return messages.CELL_IN_PRODUCT.filled(row=row, column=column, shape=(rows, columns))
    if len(product.row_names) not in (0, rows) or len(product.column_names) not in (0, columns):
        return messages.NAMES_FOR_PRODUCT.filled(shape=(rows, columns))
    if product.terms > min(product.left.shape[1], product.right.shape[0]) and product.fits:
        return messages.TERMS_OF_CELL.filled(terms=product.terms, count=product.left.shape[1])
    return None


def _polygon(polygon: drawn.Polygon) -> Text | None:
    sizes = len(polygon.x), len(polygon.y)
    return None if sizes[0] == sizes[1] else messages.SHAPE_OF.filled(x=sizes[0], y=sizes[1])


def _tiles(tiles: drawn.Tiles) -> Text | None:
    low, high = tiles.z_range
    return None if low < high else messages.SURFACES_OVER.filled(z=tiles.z_range)


def _chain(chain: drawn.Chain) -> Text | None:
    count = len(chain.factors)
    return None if 0 < count <= MOST_FACTORS else messages.CHAIN_OF.filled(count=count)


MOST_FACTORS = 200
TEXTS_OF = {count: Many(TEXT, count, least=count) for count in (2, 3)}
POLYGON = Record(
    drawn.Polygon,
    {"x": LIST, "y": LIST, "name": WORDS, "caption": WORDS, "role": ROLE, **LAID},
    _polygon,
)
TILE = Record(drawn.Tile, {"z": TABLE, "name": TEXT, "note": TEXT})
GRIDS = (
    Record(
        drawn.Product,
        {
            "left": TABLE,
            "right": TABLE,
            "alt": SENTENCE,
            "names": TEXTS_OF[3],
            "meeting": Maybe(Pair(INDEX)),
            "terms": INDEX,
            "known": CELLS,
            "note": WORDS,
            "row_names": LABELS,
            "column_names": LABELS,
            "room": Maybe(Many(INDEX, 3, least=3)),
            "told": FLAG,
            **REVEALS,
            **PARTED,
        },
        _product,
    ),
    Record(
        drawn.Stretch,
        {
            "left": Numbers([0, 1, 2]),
            "right": Numbers([0, 1, 2]),
            "alt": SENTENCE,
            "names": TEXTS_OF[2],
            "copies": INDEX,
            "added": FLAG,
            "note": WORDS,
            "room": Maybe(Pair(INDEX)),
            **REVEALS,
            **PARTED,
        },
    ),
    Record(
        drawn.Polygons,
        {"parts": Many(POLYGON, 6), "alt": SENTENCE, "reach": POSITIVE, "signs": Many(TEXT, 5), **PARTED},
    ),
    Record(
        drawn.Tiles,
        {"rows": Many(Many(TILE, 50), 20), "alt": SENTENCE, "z_range": Pair(FINITE), "title": WORDS, **PARTED},
        _tiles,
    ),
    Record(
        drawn.Chain,
        {
            "factors": LIST,
            "alt": SENTENCE,
            "name": WORDS,
            "title": WORDS,
            "goal": Maybe(POSITIVE),
            "note": WORDS,
            "least": POSITIVE,
            **REVEALS,
            "unknown": FLAG,
            **PARTED,
        },
        _chain,
    ),
)
