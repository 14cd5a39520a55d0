"""Workers of courses that are made up, and a zygote for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ordeal.worker import GOOD, code_of
from tutor.worker.limits import Guards, Limits
from tutor.worker.worker import Worker

MakeWorker = Callable[..., Worker]


@pytest.fixture
def worker_of(tmp_path: Path) -> Iterator[MakeWorker]:
    """Make a worker of a course that has these modules, and a good one."""
    made: list[Worker] = []

    def make(limits: Limits = Limits(), guards: Guards = Guards(), **modules: bytes) -> Worker:  # noqa: B008
        (tmp_path / "course").mkdir(exist_ok=True)
        code = code_of(tmp_path / "course", good=GOOD.encode(), **modules)
        made.append(Worker(code, limits=limits, guards=guards))
        return made[-1]

    yield make
    for worker in made:
        worker.close()
