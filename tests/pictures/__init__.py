"""The pictures of the README: what each shows, and how it is made again (`python -m tests.pictures`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tutor.course.outline import load_outline
from tutor.lab import Values
from tutor.ui.show import shoot

HERE = Path(__file__).parent
LESSONS = HERE.parent.parent / "lessons"


@dataclass(frozen=True)
class Picture:
    """One picture."""

    lesson: str = ""
    step: str = ""
    size: tuple[int, int] = (110, 34)
    language: str = "en"
    theme: str = "dark"
    values: Values = field(default_factory=dict)
    press: tuple[str, ...] = ()


PICTURES = {
    "home": Picture(size=(92, 36)),
    "guess": Picture("cost", "flat-line", press=("3", "enter", "enter")),
    "xor": Picture("xor-training", "watch-it-learn", values={"frame": 75}),
    "korean": Picture("binary-cross-entropy", "drag-one", size=(110, 40), language="ko", theme="light"),
    "network": Picture(
        "layers",
        "forward",
        size=(120, 36),
        press=("0", "enter", "enter", "enter", "down", "down", *("right",) * 5),
    ),
    "playground": Picture(
        "xor-training",
        "playground",
        size=(120, 36),
        values={"units": 3, "frame": 40},
        press=("2", "enter", "enter", "enter"),
    ),
    "futures": Picture(
        "sick-runs",
        "loud",
        size=(120, 36),
        values={"repair": "weights", "fork": 2, "frame": 60},
        press=("1", "enter", "enter", "enter"),
    ),
    "program": Picture("cost", "write", size=(116, 36), press=("tab", *"return ((W*X - Y)**2).sum()", "ctrl+r")),
}
"""From a file's name to what it shows."""


async def draw(picture: Picture) -> str:
    """Return a picture as SVG."""
    place = (picture.lesson, picture.step) if picture.lesson else None
    shot = await shoot(
        load_outline(LESSONS),
        place,
        size=picture.size,
        language=picture.language,
        theme=picture.theme,
        values=picture.values,
        press=picture.press,
    )
    return shot.svg
