"""Drawing in a child process, by the batch: one that aborts, hangs or eats memory is told with its seed."""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple
from unittest import SkipTest

from rich.segment import Segment

from tutor.chart import plot
from tutor.chart.drawing import draw, natural_size
from tutor.chart.palette import Palette
from tutor.figure import Drawing

MOST = 100.0
"""Milliseconds of processor time that a drawing may take."""
BATCH = 50
MEMORY = 2 << 30
SECONDS = 20
"""Of processor time for one batch beyond what its drawings may take."""


class Task(NamedTuple):
    """What is to be drawn, and how."""

    drawing: Drawing
    size: tuple[int, int]
    palette: Palette
    language: str
    source: str = ""
    """what has made it"""

    def __str__(self) -> str:
        what = self.source or type(self.drawing).__name__
        return f"{what} at {self.size[0]}x{self.size[1]}"


class Drawn(NamedTuple):
    """What came of it."""

    seed: int
    what: str
    milliseconds: float
    """of processor time, the quickest of up to three"""
    fault: str = ""


def faults_in(lines: list[list[Segment]], size: tuple[int, int]) -> str:
    """Return what is wrong with a drawing's lines: they fill the size, and hold nothing that a terminal would obey."""
    if len(lines) != size[1]:
        return f"{len(lines)} lines"
    widths = {Segment.get_line_length(line) for line in lines} - {size[0]}
    if widths:
        return f"lines of {sorted(widths)} cells"
    text = "".join(segment.text for line in lines for segment in line)
    odd = sorted({character for character in text if not character.isprintable()})
    return f"control characters {odd}" if odd else ""


def forget() -> None:
    """Let nothing of an earlier drawing help."""
    plot._frame.cache_clear()
    plot._strokes.cache_clear()


def drawn(seed: int, task: Task) -> Drawn:
    """Draw one, at its size and where its size is open, and measure the slower of the two."""
    took = []
    fault = ""
    for _ in range(3):
        forget()
        begun = time.process_time()
        wide, high = natural_size(task.drawing, task.size[0], task.language)
        sized = time.process_time()
        lines = draw(task.drawing, *task.size, task.palette, task.language)
        ended = time.process_time()
        if not fault:
            fault = faults_in(lines, task.size) or ("" if wide > 0 and high > 0 else f"natural size {wide}x{high}")
        took.append(1000 * max(sized - begun, ended - sized))
        if took[-1] < MOST / 2 or fault:
            break
    if not fault and min(took) > MOST:
        fault = f"{min(took):.0f} ms"
    return Drawn(seed, str(task), min(took), fault)


def in_children(count: int, seed: int, tell: Callable[[int], None], task: Callable[[int], Task]) -> list[Drawn]:
    """Draw `task(seed)`, `task(seed + 1)`, … in children that are forked, a batch each.

    Raises:
        SkipTest: this machine forks nothing.
    """
    if not hasattr(os, "fork"):
        raise SkipTest("needs fork")
    plot._plotext()  # imported once for all
    found: list[Drawn] = []
    while len(found) < count:
        first = seed + len(found)
        found.extend(_batch(range(first, min(first + BATCH, seed + count)), task))
        tell(len(found))
    return found


def _batch(seeds: range, task: Callable[[int], Task]) -> Iterator[Drawn]:
    """Yield what came of each seed, up to the first that ended the child."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _in_child(seeds, task, writing)
        finally:
            os._exit(1)
    os.close(writing)
    at, what = seeds.start, "not made yet"
    with os.fdopen(reading, encoding="utf-8") as lines:
        for line in lines:
            seed, what, *measured = json.loads(line)
            if measured:
                yield Drawn(seed, what, *measured)
                at, what = seed + 1, "not made yet"
    _, status = os.waitpid(child, 0)
    if at < seeds.stop:
        ended = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"exit {status >> 8}"
        yield Drawn(at, what, 0.0, f"ended the process: {ended}")


def _in_child(seeds: range, task: Callable[[int], Task], writing: int) -> None:
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)
    faulthandler.disable()  # how it ended is told by the seed
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    spent = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(spent.ru_utime + spent.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    gc.disable()
    gc.freeze()  # what came along is not walked after each drawing, nor copied for it
    with os.fdopen(writing, "w", encoding="utf-8") as out:
        for seed in seeds:
            what = "not made yet"
            try:
                made = task(seed)
                what = str(made)
                print(json.dumps((seed, what)), file=out, flush=True)
                one = drawn(seed, made)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                one = Drawn(seed, what, 0.0, f"raised {type(error).__name__}: {error}")
            print(json.dumps(one), file=out, flush=True)
            gc.collect()
    os._exit(0)


def told(found: list[Drawn]) -> list[str]:
    """Print what was measured, and return the faults, a line each."""
    times = sorted((one.milliseconds for one in found), reverse=True)
    if times:
        middle, high = times[len(times) // 2], times[len(times) // 100]
        print(f"processor time to draw: half {middle:.1f} ms, 99 in 100 {high:.1f} ms, all {times[0]:.1f} ms")
        slowest = sorted(found, key=lambda one: -one.milliseconds)[:10]
        print(*(f"seed {one.seed}: {one.milliseconds:.1f} ms, {one.what}" for one in slowest), sep="\n")
    return [f"seed {one.seed}: {one.what}: {one.fault}" for one in found if one.fault]
