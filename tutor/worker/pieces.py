"""The forms of what drawings and tables are made of."""

from __future__ import annotations

from tutor.role import Role
from tutor.worker import messages
from tutor.worker.arrays import Numbers
from tutor.worker.forms import FLAG, INDEX, TEXT, WORDS, Many, OneOf, Pair, Plain, is_finite

ROLE = OneOf(list(Role), Role)
LIST, TABLE = Numbers([1]), Numbers([2])
CELLS = Many(Pair(INDEX), 2_000, make=frozenset)
LABELS = Many(WORDS, 500)
MARK = Plain(lambda value: isinstance(value, str) and 0 < len(value) <= 4, messages.A_MARK)
REVEALS = {"reveals": FLAG}
LAID = {**REVEALS, "part": TEXT}
"""of a layer, and of a shape"""
PARTED = {"part": TEXT, "pointed": TEXT}
POSITIVE = Plain(lambda value: is_finite(value) and value > 0, messages.ABOVE_0)
