"""The pictures of the README: what each shows, and how it is made again (`python -m tests.pictures`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from tests.plain.dialogue import WIDTH, hold
from tutor.course.outline import load_outline
from tutor.lab import Values
from tutor.render.rung import Rung, rung_of
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
    terminal: Rung = Rung()  # noqa: RUF009 - it is a tuple, and nobody can change it

    async def draw(self) -> str:
        """Return it as SVG."""
        shot = await shoot(
            load_outline(LESSONS),
            (self.lesson, self.step) if self.lesson else None,
            size=self.size,
            language=self.language,
            theme=self.theme,
            values=self.values,
            press=self.press,
            terminal=self.terminal,
        )
        return shot.svg


@dataclass(frozen=True)
class Dialogue:
    """One picture of the plain mode: from a place on, with what is typed."""

    place: str
    typed: tuple[str, ...]

    async def draw(self) -> str:
        """Return it as SVG."""
        with TemporaryDirectory() as folder:
            said = hold(self.typed, Path(folder), "--at", self.place).said
        console = Console(width=WIDTH + 1, record=True, file=StringIO(), color_system=None)
        console.print(f"$ tutor --plain --at {self.place}\n{said.rstrip()}", markup=False, highlight=False)
        return console.export_svg(title="tutor --plain", clear=False)


PICTURES: dict[str, Picture | Dialogue] = {
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
    "console": Picture(
        "cost",
        "flat-line",
        size=(100, 36),
        press=("3", "enter", "enter"),
        terminal=rung_of({"TERM": "linux", "LANG": "en_US.UTF-8"}),
    ),
    "plain": Dialogue("cost/flat-line", ("3", "2", "W = 2", "quit")),
    "program": Picture("cost", "write", size=(116, 36), press=("tab", *"return ((W*X - Y)**2).sum()", "ctrl+r")),
}
"""From a file's name to what it shows."""
