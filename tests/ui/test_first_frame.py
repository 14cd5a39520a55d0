"""What is drawn first of a step, or of a question of a test, is what stands there: nothing comes a moment later."""

from __future__ import annotations

import pytest

from tests.trusted import outline_in
from tests.walks import some_now

from .conftest import LESSONS, OpenApp
from .test_gate import SlowDriver

PLACES = [
    ("cost", "one-sample"),
    ("xor-training", "chain"),
    ("perceptron", "bias-moves"),
    ("matrices", "order"),
    ("neural-networks", "desks"),
]


class SeenDriver(SlowDriver):
    """A terminal that reads at once, and knows what it has shown."""

    def start_application_mode(self) -> None:
        super().start_application_mode()
        self.screen.resize(self._app.size.height, self._app.size.width)
        self.seen: list[str] = []

    def write(self, data: str) -> None:
        self._stream.feed(self.gate.passing(data))

    def ask(self) -> None:
        screen = "\n".join(self.screen.display)
        if self.seen[-1:] != [screen]:
            self.seen.append(screen)
        self.gate.asked()
        self.gate.answered()


@pytest.fixture(autouse=True)
def frames() -> None:
    """Let every frame be drawn."""


@pytest.fixture(autouse=True)
def seen_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.drivers.headless_driver.HeadlessDriver", SeenDriver)


@some_now(("place", "size"), [(place, size) for place in PLACES for size in ((120, 36), (80, 24))], 3, ids=str)
async def test_of_a_step_there_is_one_frame(open_app: OpenApp, place: tuple[str, str], size: tuple[int, int]) -> None:
    async with open_app(at=place, course=outline_in(LESSONS), size=size) as walk:
        driver = walk.app._driver
        assert isinstance(driver, SeenDriver)
        await walk.settled()
        assert 1 == len(driver.seen), driver.seen
        for key in "nnppn":
            driver.seen.clear()
            await walk.press(key)
            assert 1 == len(driver.seen), driver.seen


async def test_of_a_question_of_a_test_there_is_one_frame(open_app: OpenApp) -> None:
    async with open_app(course=outline_in(LESSONS), size=(80, 24)) as walk:
        driver = walk.app._driver
        assert isinstance(driver, SeenDriver)
        await walk.settled()
        for key in "tkkk":
            driver.seen.clear()
            await walk.press(key)
            assert 1 == len(driver.seen), driver.seen
