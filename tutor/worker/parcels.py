"""The forms of what a lab is and of what it gives: every field of every figure, table and parameter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from tutor import figure as drawn
from tutor import lab
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.worker import messages
from tutor.worker.arrays import VALUE, Numbers
from tutor.worker.forms import (
    FINITE,
    FLAG,
    FORMATTING,
    INDEX,
    NAME,
    NUMBER,
    SENTENCE,
    TEXT,
    WORDS,
    Form,
    Many,
    Maybe,
    Named,
    OneOf,
    Pair,
    Plain,
    Record,
    Union,
    is_text,
    wrong,
)
from tutor.worker.grid_forms import GRIDS
from tutor.worker.parameter_forms import PARAMETER
from tutor.worker.pieces import CELLS, LABELS, LAID, LIST, MARK, PARTED, POSITIVE, REVEALS, ROLE, TABLE
from tutor.worker.wire import MalformedError
from tutor.worker.workings import AnyWorking


def _as_long(*names: str) -> Callable[[Any], Text | None]:
    """Return a check that some arrays of a layer are of one length."""

    def check(layer: Any) -> Text | None:
        lengths = {len(getattr(layer, name)) for name in names}
        if len(lengths) == 1:
            return None
        return messages.NOT_AS_LONG.filled(names=", ".join(names), lengths=sorted(lengths))

    return check


def _bars(bars: drawn.Bars) -> Text | None:
    if len(bars.names) != len(bars.values):
        return messages.NAMES_FOR_BARS.filled(names=len(bars.names), count=len(bars.values))
    if len(bars.roles) not in (0, len(bars.values)):
        return messages.ROLES_FOR_BARS.filled(roles=len(bars.roles), count=len(bars.values))
    return None


def _heat(heat: drawn.Heat) -> Text | None:
    ranges = (heat.x_range, heat.y_range)
    if not all(low < high for low, high in ranges) or heat.z_range[0] > heat.z_range[1]:
        return messages.SURFACE_OVER.filled(x=heat.x_range, y=heat.y_range, z=heat.z_range)
    return None if heat.z.size else messages.NO_CELL


def _squares(squares: drawn.Squares) -> Text | None:
    if len(squares.names) not in (0, len(squares.x)):
        return messages.NAMES_FOR_SQUARES.filled(names=len(squares.names), count=len(squares.x))
    return _as_long("x", "low", "high")(squares)


def _axis(axis: drawn.Axis) -> Text | None:
    if axis.low is not None and axis.high is not None and not axis.low < axis.high:
        return messages.AXIS_FROM.filled(low=axis.low, high=axis.high)
    return None


def _network(network: drawn.Network) -> Text | None:
    sizes = [len(column) for column in network.columns]
    for edge in network.edges:
        for column, row in (edge.source, edge.target):
            if column >= len(sizes) or row >= sizes[column]:
                return messages.EDGE_AT.filled(column=column, row=row)
    if len(network.titles) not in (0, len(sizes)):
        return messages.TITLES_FOR.filled(titles=len(network.titles), count=len(sizes))
    return None


def _matrix(matrix: drawn.Matrix) -> Text | None:
    rows, columns = (1, *matrix.values.shape)[-2:]
    for row, column in (*matrix.lit, *matrix.unknown):
        if row >= rows or column >= columns:
            return messages.CELL_IN_ARRAY.filled(row=row, column=column, shape=matrix.values.shape)
    if len(matrix.row_names) not in (0, rows) or len(matrix.column_names) not in (0, columns):
        return messages.NAMES_FOR_ARRAY.filled(shape=matrix.values.shape)
    return None


def _panels(panels: drawn.Panels) -> Text | None:
    if len(panels.shares) not in (0, len(panels.parts)):
        return messages.SHARES_FOR.filled(shares=len(panels.shares), count=len(panels.parts))
    return None


def _table(table: lab.Table) -> Text | None:
    width = len(table.columns)
    if any(len(row) != width for row in table.rows) or len(table.footer) not in (0, width):
        return messages.CELLS_IN_ROW.filled(count=width)
    if len(table.roles) not in (0, width):
        return messages.ROLES_FOR_COLUMNS.filled(roles=len(table.roles), count=width)
    return None


LAYER = Union(
    Record(
        drawn.Line,
        {"x": LIST, "y": LIST, "role": ROLE, "label": WORDS, "dashed": FLAG, **LAID},
        _as_long("x", "y"),
    ),
    Record(
        drawn.Points,
        {"x": LIST, "y": LIST, "role": ROLE, "label": WORDS, "mark": MARK, **LAID},
        _as_long("x", "y"),
    ),
    Record(
        drawn.Segments,
        {"x0": LIST, "y0": LIST, "x1": LIST, "y1": LIST, "role": ROLE, "label": WORDS, **LAID},
        _as_long("x0", "y0", "x1", "y1"),
    ),
    Record(
        drawn.Bars,
        {"names": LABELS, "values": LIST, "role": ROLE, "roles": Many(ROLE, 500), "label": WORDS, **LAID},
        _bars,
    ),
    Record(
        drawn.Heat,
        {
            "z": TABLE,
            "x_range": Pair(FINITE),
            "y_range": Pair(FINITE),
            "z_range": Pair(FINITE),
            "boundary": Maybe(FINITE),
            "label": WORDS,
            **LAID,
            "levels": Many(FINITE, 50),
            "log": FLAG,
            "edge": TEXT,
        },
        _heat,
    ),
    Record(drawn.Guide, {"axis": OneOf(["x", "y"]), "at": NUMBER, "role": ROLE, "label": WORDS, **LAID}),
    Record(
        drawn.Side,
        {"x_weight": NUMBER, "y_weight": NUMBER, "level": NUMBER, "role": ROLE, "label": WORDS, **LAID},
    ),
    Record(drawn.Mark, {"x": NUMBER, "y": NUMBER, "role": ROLE, "label": WORDS, "mark": MARK, **LAID}),
    Record(
        drawn.Hops,
        {
            "x": LIST,
            "y": LIST,
            "role": ROLE,
            "label": WORDS,
            "name": TEXT,
            "mark": MARK,
            "shown": Maybe(INDEX),
            "lane": FLAG,
            "note": WORDS,
            **LAID,
        },
        _as_long("x", "y"),
    ),
    Record(
        drawn.Tangent,
        {
            "x": NUMBER,
            "y": NUMBER,
            "slope": NUMBER,
            "length": POSITIVE,
            "role": ROLE,
            "label": WORDS,
            **LAID,
        },
    ),
    Record(
        drawn.Squares,
        {"x": LIST, "low": LIST, "high": LIST, "role": ROLE, "label": WORDS, "names": LABELS, **LAID},
        _squares,
    ),
)

AXIS = Record(
    drawn.Axis,
    {"label": WORDS, "low": Maybe(FINITE), "high": Maybe(FINITE), "ticks": Maybe(Many(FINITE, 100))},
    _axis,
)
PLACE = Record(drawn.Place, {"axis": OneOf(["x", "y"]), "at": Maybe(FINITE)})
FIGURE = Record(
    drawn.Figure,
    {
        "layers": Many(LAYER, 200),
        "alt": SENTENCE,
        "x": AXIS,
        "y": AXIS,
        "title": WORDS,
        "places": Named(PLACE, 200),
        "equal": FLAG,
        "takes": TEXT,
        **PARTED,
    },
)
NODE = Record(
    drawn.Node,
    {
        "name": TEXT,
        "value": Maybe(NUMBER),
        "role": ROLE,
        "active": FLAG,
        **REVEALS,
        **dict.fromkeys(("bias", "sum", "delta"), Maybe(NUMBER)),
        "state": WORDS,
        "format": FORMATTING,
    },
)
EDGE = Record(
    drawn.Edge,
    {
        "source": Pair(INDEX),
        "target": Pair(INDEX),
        "weight": Maybe(NUMBER),
        "name": TEXT,
        "active": FLAG,
        "gradient": Maybe(NUMBER),
    },
)
NETWORK = Record(
    drawn.Network,
    {
        "columns": Many(Many(NODE, 50), 20),
        "edges": Many(EDGE, 2_000),
        "alt": SENTENCE,
        "titles": LABELS,
        "title": WORDS,
        "letters": Many(TEXT, 4),
        "backward": FLAG,
        "note": WORDS,
        **PARTED,
    },
    _network,
)
MATRIX = Record(
    drawn.Matrix,
    {
        "values": Numbers([0, 1, 2]),
        "name": TEXT,
        "role": ROLE,
        "format": FORMATTING,
        "lit": CELLS,
        "unknown": CELLS,
        "row_names": LABELS,
        "column_names": LABELS,
        **REVEALS,
    },
    _matrix,
)


class MatrixOrSign(Form):
    """A matrix, or the sign between two of them."""

    def pack(self, value: Any, at: str) -> Any:
        return TEXT.pack(value, at) if isinstance(value, str) else MATRIX.pack(value, at)

    def unpack(self, data: Any, at: str) -> Any:
        return TEXT.unpack(data, at) if isinstance(data, str) else MATRIX.unpack(data, at)


ONE = (
    FIGURE,
    NETWORK,
    Record(
        drawn.Matrices,
        {
            "parts": Many(MatrixOrSign(), 40),
            "alt": SENTENCE,
            "note": WORDS,
            "title": WORDS,
            "show_shapes": FLAG,
            **PARTED,
        },
    ),
    Record(drawn.Pixels, {"values": TABLE, "alt": SENTENCE, "title": WORDS, "role": ROLE, "marked": CELLS, **PARTED}),
    *GRIDS,
)


class Drawings(Union):
    """A drawing, and no layer of one."""

    def pack(self, value: Any, at: str) -> Any:
        if type(value) in LAYERS:
            raise wrong(at, value, messages.A_DRAWING_WITH.filled(type=type(value).__name__))
        return super().pack(value, at)


LAYERS = frozenset(get_args(drawn.Layer))
DRAWING = Drawings(
    *ONE,
    # Parts that have parts themselves are not passed on: a picture nested without end would be unpacked without end.
    Record(
        drawn.Panels, {"parts": Many(Union(*ONE), 6), "alt": SENTENCE, "shares": Many(POSITIVE, 6), **PARTED}, _panels
    ),
)

READOUT = Record(
    lab.Readout,
    {
        "value": VALUE,
        "label": WORDS,
        "format": FORMATTING,
        "working": Maybe(AnyWorking()),
        "role": ROLE,
        "code": TEXT,
    },
)
RESULT = Record(
    lab.Result,
    {
        "readouts": Named(READOUT, 500),
        "drawings": Many(DRAWING, 2),
        "table": Maybe(
            Record(
                lab.Table,
                {
                    "columns": LABELS,
                    "rows": Many(LABELS, 1_000),
                    "roles": Many(Maybe(ROLE), 500),
                    "lit_rows": Many(INDEX, 1_000, make=frozenset),
                    "footer": LABELS,
                },
                _table,
            )
        ),
        "shows": Many(NAME, 100),
        "note": WORDS,
    },
)

# -- what a lab is ----------------------------------------------------------------------------------------------------


class Described(NamedTuple):
    """What a lab is, in words and numbers: all of it but its functions."""

    parameters: dict[str, lab.AnyParameter]
    sources: tuple[lab.Source, ...]
    prepares: bool
    """whether it has long work to do, and says how far it is"""


SOURCE = Plain(
    lambda value: isinstance(value, list | tuple) and len(value) == 3 and all(map(is_text, value)),
    messages.A_SOURCE,
)


class DescribedForm(Form):
    """The form of what a lab is."""

    _parameters = Named(PARAMETER, 100)
    _sources = Many(SOURCE, 100)

    def pack(self, value: Any, at: str) -> Any:
        parameters, sources, prepares = value
        return [
            self._parameters.pack(parameters, at),
            self._sources.pack(sources, f"{at}.sources"),
            FLAG.pack(prepares, at),
        ]

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, list) or len(data) != 3:
            raise wrong(at, data, messages.WHAT_A_LAB_IS)
        parameters = self._parameters.unpack(data[0], at)
        if contradiction := lab.contradiction(parameters):
            raise MalformedError(messages.AT, at=at, what=contradiction)
        sources = tuple(lab.Source(*one) for one in self._sources.unpack(data[1], f"{at}.sources"))
        return Described(parameters, sources, FLAG.unpack(data[2], at))


LAB = DescribedForm()
