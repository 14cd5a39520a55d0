"""A photo that came as one long line of numbers: it shows something only at the right width."""

from __future__ import annotations

import numpy as np

from tutor.figure import Matrices, Matrix, Pixels, Role
from tutor.lab import Readout, Result, Slider, lab
from tutor.labs.matrices import shape_words
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.working import given

ROWS = (
    "....5.....",
    "....57....",
    "....579...",
    "....5799..",
    "....5.....",
    "9999999999",
    ".88888888.",
    "..777777..",
)

FULL = 9
PHOTO: Array = np.array([[float(digit.replace(".", "0")) for digit in row] for row in ROWS])
"""A boat, shape (8, 10), from 0 (dark) to 9 (light)."""

LINE: Array = PHOTO.ravel()
"""The same numbers in reading order, as they are sent: (80,)"""


def read_in_rows(numbers: Array, width: int) -> Array:
    """Return the numbers of a line laid out in rows of `width`; what the last row lacks is 0."""
    rows = -(-len(numbers) // width)
    filled = np.zeros(rows * width)
    filled[: len(numbers)] = numbers
    return filled.reshape(rows, width)


@lab(
    width=Slider(
        8,
        low=4,
        high=12,
        step=1,
        label=Text(en="numbers a row", ko="한 줄의 수"),
        help=Text(en="After how many numbers a new row begins.", ko="수가 몇 개 지나면 다음 줄로 넘어가는지 정합니다."),
    ),
    reads=(read_in_rows,),
)
def photo(width: float) -> Result:
    """Read the line of numbers in rows of a width, and look at it."""
    columns = round(width)
    read = read_in_rows(LINE, columns)
    shape = shape_words(read.shape)
    seen = columns == PHOTO.shape[1]
    said = (
        Text(en="a boat with a sail", ko="돛을 단 배가 보입니다")
        if seen
        else Text(en="nothing that one could name", ko="무엇인지 알아볼 수 없습니다")
    )
    alt = Text(
        en=f"{LINE.size} numbers in rows of {columns}, shape {shape}: {said('en')}.",
        ko=f"수 {LINE.size}개를 한 줄에 {columns}개씩, 형상 {shape}: {said('ko')}.",
    )
    as_photo = Pixels(read / FULL, alt, Text(en="the same as a photo", ko="사진으로 보면"))
    drawings = (as_photo, Matrices((Matrix(read, shape, Role.GIVEN),), alt, show_shapes=False))
    rows, true_width = PHOTO.shape
    readouts = {
        "shape_text": Readout(shape, Text(en="shape", ko="형상")),
        "true_width": Readout.of(given(LINE.size) / rows, format="g"),
        "rows": Readout(rows, format="g"),
        "taken_away": Readout(LINE.size - rows, format="g"),
        "size": Readout(LINE.size, format="g"),
        "seen": Readout(seen),
        "exchanged": Readout(columns == rows),
        "leans": Readout(abs(columns - true_width) == 1),
    }
    return Result(readouts, drawings, shows=("shape_text",))
