"""How fast the tutor is, as ratios to a minimal Textual app measured in the same run:  python tests/bench.py [NAME …]

What has a limit in milliseconds of processor time, or as a share of a core, is held against it at the speed of the
machine on which the limit was set: the figure in brackets (`Bench.pace`).

A name is that of a measure (`keys`, `stages`, …), or of stages that `stages` and `frames` are to keep to: a step
(`xor/folded`) or a lesson (`xor`).

Nothing here is a test: the figures belong to the machine and to what else it does. Linux, in a pseudo-terminal.
All is compiled first: where Python may write no bytecode, each start would compile the tutor again.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import fcntl
import gc
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pyte

REPOSITORY = Path(__file__).parent.parent
COLUMNS, ROWS = 120, 36
STARTS, PRESSES, PAUSES = 15, 120, 15
QUICK, MINIMAL_STARTS = 0.173, 5
"""The seconds to the minimal app's first paint where the limits in milliseconds and shares of a core were set."""
STAGE, STAGE_PLACES = (118, 32), 25
"""The size at which the pictures of stages are drawn, and how many places of each of their controls are tried."""
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;1$y", b"\x1b[5n": b"\x1b[0n"}
"""What a terminal is asked, and says: whether it holds frames back; how it is, once it has drawn what came before."""
PATIENCE = 60.0
QUIET = 0.05
"""Seconds without a byte after which a frame is complete."""
DOTS = re.compile("[\u2801-\u28ff]")
KEY_QUIET = 0.12
"""The same after a key that may change nothing."""
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""A terminal that says it can show a frame at once is sent these before every frame and after it."""

MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    BINDINGS = [("right", "move(1)", "more"), ("left", "move(-1)", "less")]
    count = 0

    def compose(self):
        yield Static("ready")

    def action_move(self, steps):
        self.count += steps
        self.query_one(Static).update(f"count {self.count}")

Minimal().run()
"""


class Program:
    """A program in a pseudo-terminal, of which only the bytes and their times are looked at."""

    def __init__(self, arguments: list[str], home: Path, *, colours: str = "truecolor") -> None:
        self._master, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environ = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": colours,
            "LANG": "C.UTF-8",
            "TUTOR_HOME": str(home),
            "PYTHONPATH": str(REPOSITORY),
        }
        environ.pop("NO_COLOR", None)
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=follower, stdout=follower, stderr=follower, env=environ, start_new_session=True,
        )  # fmt: skip
        os.close(follower)
        self.written = b""
        self.last_byte = self.began
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0

    def close(self) -> None:
        """End the program."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._master)

    def read(self, seconds: float) -> bytes:
        """Return what comes next, waiting at most so long for it."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return b""
        data = os.read(self._master, 1 << 16)
        self.last_byte = time.perf_counter()
        self.written += data
        for question, answer in ANSWERS.items():
            # One that comes in two pieces is whole with the second.
            new = self.written[max(0, len(self.written) - len(data) - len(question) + 1) :]
            os.write(self._master, answer * new.count(question))
        return data

    def press(self, key: str) -> float:
        """Send a key and return when."""
        at = time.perf_counter()
        os.write(self._master, key.encode())
        return at

    def until(self, wanted: str | Callable[[str], bool], since: int = 0) -> float:
        """Return when the program had written `wanted`, from the byte `since` on, or the screen shows it.

        Of a row that stands only what changes is written, and that may be no whole word.
        """
        there = wanted if callable(wanted) else lambda text: wanted in text
        until = time.perf_counter() + PATIENCE
        while time.perf_counter() < until:
            if self.read(0.02) and (there(self.words(since)) or there(self.screen())):
                return self.last_byte
        raise SystemExit(f"waited for {wanted!r}; the last that came was {self.words()[-2000:]}")

    def screen(self) -> str:
        """Return what stands on the screen now."""
        self._stream.feed(self.written[self._fed :])
        self._fed = len(self.written)
        return "\n".join(self._screen.display)

    def words(self, since: int = 0) -> str:
        """Return what was written, without colours and other commands to the terminal."""
        return re.sub(r"\x1b\[[0-9;?<>=$]*[a-zA-Z]", "", self.written[since:].decode(errors="replace"))

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing comes for a while."""
        while self.read(quiet):
            pass

    def frame(self, key: str) -> tuple[float, int]:
        """Press a key and return the seconds to the last byte of what it changes, and how many bytes that was."""
        before = len(self.written)
        at = self.press(key)
        if not self.read(2.0):
            raise SystemExit(f"{key!r} changes nothing")
        while self.read(QUIET):
            pass
        return self.last_byte - at, len(self.written) - before

    def focus(self, sign: str) -> None:
        """Press tab until `sign` is written."""
        for _ in range(12):
            since = len(self.written)
            self.press("\t")
            self.settle()
            if sign in self.words(since) or sign in self.screen():
                return
        raise SystemExit(f"no tab leads to {sign!r}")

    @property
    def used(self) -> float:
        """Processor time in seconds."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def resident(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024


@dataclass
class Figure:
    """One line of the result."""

    what: str
    value: str
    budget: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        mark = {True: "✓", False: "✗", None: " "}[self.met]
        return f"{mark} {self.what:<58} {self.value:>30}   {self.budget}"


def at_most(what: str, value: float, limit: float, unit: str, *, more: str = "") -> Figure:
    """Return a figure that should not be more than `limit`."""
    return Figure(what, f"{value:.2f}{unit}{more}", f"at most {limit:g}{unit}", value <= limit)


def at_pace(what: str, value: float, limit: float, unit: str, pace: float) -> Figure:
    """Return a figure that takes `pace` times as long here as where its limit was set."""
    return Figure(what, f"{value:.1f}{unit} ({value / pace:.1f})", f"at most ({limit:g}{unit})", value / pace <= limit)


def at_least(what: str, value: float, limit: float, unit: str, *, more: str = "") -> Figure:
    """Return a figure that should not be less than `limit`."""
    return Figure(what, f"{value:.1f}{unit}{more}", f"at least {limit:g}{unit}", value >= limit)


class Played(NamedTuple):
    """How a film played for a while."""

    seconds: float
    rate: float
    """frames a second"""
    size: float
    """KiB a frame"""
    share: float
    """of a core"""
    wait: float
    """milliseconds to what the key shows that stopped it"""


def p95(values: list[float]) -> float:
    """Return the value that 95% stay below."""
    return statistics.quantiles(values, n=20)[-1]


class Bench:
    """Measures one thing after the other in a folder of its own."""

    def __init__(self, folder: Path, places: Sequence[str] = ()) -> None:
        self._folder = folder
        self._places = places
        self._minimal = folder / "minimal.py"
        self._minimal.write_text(MINIMAL, encoding="utf-8")
        self._homes = 0

    def minimal(self) -> Program:
        """Start the minimal app."""
        return Program([str(self._minimal)], self._folder)

    def tutor(self, *arguments: str, home: Path | None = None, colours: str = "truecolor") -> Program:
        """Start the tutor, with a fresh record unless told otherwise."""
        self._homes += 1
        arguments = ("-m", "tutor", "--lang", "en", *arguments)
        return Program([*arguments], home or self._folder / f"home{self._homes}", colours=colours)

    def pace(self) -> float:
        """Return how many times as long this machine now takes as the one on which limits in milliseconds were set.

        What it takes is the processor time of the minimal app up to its first paint: less than the time that passes, so
        that what is measured by it has rather too little time than too much. A quicker machine gains nothing by it.
        """
        used = []
        for _ in range(MINIMAL_STARTS):
            program = self.minimal()
            program.until("ready")
            used.append(program.used)
            program.close()
        return max(statistics.median(used) / QUICK, 1.0)

    def paints(self) -> list[Figure]:
        """Measure the time to the first paint: the course map, and the complete screen of a lesson that is resumed.

        The map is what a learner sees who has never started the tutor, and one who left it there: then the outline of
        the course is kept.
        """
        home, again = self._folder / "resumed", self._folder / "again"
        for program in (self.tutor("--at", "cost/one-sample", home=home), self.tutor(home=again)):
            program.until(lambda text: "One sample" in text or "Start here" in text)
            # What is read is kept once the first screen stands.
            program.settle(2.0)
            program.settle(2.0)
            program.close()
        times: dict[str, list[float]] = {"minimal": [], "map": [], "again": [], "lesson": []}
        for _ in range(STARTS):
            for name, start, signs in (
                ("minimal", self.minimal, ("ready",)),
                ("map", self.tutor, ("Start here",)),
                ("again", lambda: self.tutor(home=again), ("Start here",)),
                # Its prose, its chart, its readouts and its question.
                ("lesson", lambda: self.tutor(home=home), ("One sample", "┤", "· loss", "What is the loss")),
            ):
                program = start()
                there = program.until(lambda text, signs=signs: all(sign in text for sign in signs))
                times[name].append(there - program.began)
                program.close()
        base = statistics.median(times["minimal"])
        ratios = {name: statistics.median(found) / base for name, found in times.items()}
        return [
            Figure("first paint of a minimal Textual app", f"{base * 1000:.0f} ms"),
            at_most("first paint of the course map at the very first start, to its", ratios["map"], 1.5, "x"),
            at_most("    at a later start", ratios["again"], 1.5, "x"),
            at_most("complete screen of a resumed lesson, to a minimal app's", ratios["lesson"], 2.5, "x"),
        ]

    def keys(self) -> list[Figure]:
        """Measure the time from a key to the last byte of its frame, and the bytes of the frame."""
        program = self.minimal()
        program.until("ready")
        program.settle()
        base = statistics.median(program.frame(key)[0] for key in ["\x1b[C", "\x1b[D"] * (PRESSES // 2))
        program.close()
        found = [Figure("key to frame in a minimal Textual app", f"{base * 1000:.1f} ms")]
        for place, sign, what, milliseconds, kilobytes in (
            ("cost/one-sample", "▸ W", "the cost slider (line chart, live values)", 12, 9),
            ("xor-training/watch-it-learn", "▸ training", "the XOR film (heat map, loss, table)", 20, 4),
        ):
            program = self.tutor("--at", place)
            program.until("┤")
            program.settle(1.0)
            program.focus(sign)
            program.frame("\x1b[C")
            frames = [program.frame(key) for key in (["\x1b[C"] * 30 + ["\x1b[D"] * 30) * (PRESSES // 60)]
            program.close()
            times = [seconds * 1000 for seconds, _ in frames]
            ratio = statistics.median(times) / 1000 / base
            more = f" ({ratio:.1f}x minimal)"
            found.append(Figure(f"key to frame, {what}, median", f"{statistics.median(times):.1f} ms{more}"))
            found.append(at_most("    95% of them within", p95(times), milliseconds, " ms"))
            size = statistics.median(size for _, size in frames) / 1024
            found.append(at_most("    bytes a frame", size, kilobytes, " KB"))
        return found

    def foreign(self) -> list[Figure]:
        """Measure a slider whose lab runs elsewhere, to the same slider of the built-in course, key by key in turn."""
        course = self._folder / "foreign"
        shutil.copytree(REPOSITORY / "lessons" / "08-cost", course / "08-cost")
        lines = (REPOSITORY / "lessons" / "course.yaml").read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.lstrip().startswith("- ") or "08-cost" in line]
        kept = [line for line in kept if not line.startswith("playground:")]
        (course / "course.yaml").write_text("\n".join(kept) + "\n", encoding="utf-8")
        (course / "labs").mkdir()
        shutil.copy(REPOSITORY / "tutor" / "labs" / "cost.py", course / "labs" / "cost.py")
        times: dict[str, list[float]] = {}
        programs = {"here": self.tutor("--at", "cost/one-sample")}
        programs["elsewhere"] = self.tutor(str(course), "--trust", "--at", "cost/one-sample")
        for program in programs.values():
            program.until("┤")
            program.settle(1.0)
            program.focus("▸ W")
            program.frame("\x1b[C")
        for key in (["\x1b[C"] * 30 + ["\x1b[D"] * 30) * (PRESSES // 60) * 2:
            for name, program in programs.items():
                times.setdefault(name, []).append(program.frame(key)[0] * 1000)
        for program in programs.values():
            program.close()
        here, elsewhere = (statistics.median(times[name]) for name in ("here", "elsewhere"))
        found = f"{elsewhere:.1f} ms, here {here:.1f} ms"
        more = f" ({p95(times['elsewhere']):.1f} ms, here {p95(times['here']):.1f} ms)"
        ratio = p95(times["elsewhere"]) / p95(times["here"])
        return [
            Figure("key to frame, a slider whose lab runs elsewhere, median", found),
            at_most("    95% of them within, to a built-in one's", ratio, 1.5, "x", more=more),
        ]

    def writing(self) -> list[Figure]:
        """Measure how long a letter takes that is typed into a program: until it stands there, and until its curve."""
        program = self.tutor(str(REPOSITORY / "tests" / "courses" / "falling"), "--trust", "--at", "free-fall/fall")
        program.until("metres fallen")
        program.settle(1.0)
        program.focus("stop writing")
        for key in "return g*1":
            program.frame(key)
        program.settle(1.5)
        echoes, curves = [], []
        for key in ["1", "\x7f"] * (PRESSES // 2):
            since, at = len(program.written), program.press(key)
            program.until(lambda text: bool(text), since)
            while program.read(0.002):
                pass
            echoes.append((program.last_byte - at) * 1000)
            # The letter may come in the frame of its curve, which is drawn in dots of braille.
            if not DOTS.search(program.words(since)):
                program.until(lambda text: DOTS.search(text) is not None, since)
            while program.read(QUIET):
                pass
            curves.append((program.last_byte - at) * 1000)
        program.close()
        echo, curve = statistics.median(echoes), statistics.median(curves)
        return [
            Figure("a letter typed into a program, until it stands there", f"{echo:.1f} ms"),
            at_most("    95% of them within", p95(echoes), 35, " ms"),
            Figure("    until its curve", f"{curve:.1f} ms ({curve / echo:.1f}x the letter)"),
            at_most("    95% of them within", p95(curves), 60, " ms", more=f" ({p95(curves) / echo:.1f}x the letter)"),
        ]

    def film(self) -> list[Figure]:
        """Measure frames a second while a film plays, the share of a core, and how long a key takes meanwhile."""
        pace = self.pace()
        program = self.tutor("--at", "xor-training/watch-it-learn")
        program.until("┤")
        program.settle(1.0)
        program.focus("▸ training")
        program.frame("]")
        played = self._played(program, 4.0)
        program.press("\x1b[H")
        program.settle()
        since = len(program.written)
        program.press(" ")
        program.until("pause", since)
        waits = []
        for _ in range(PAUSES):
            until = time.perf_counter() + 0.13
            while time.perf_counter() < until:
                program.read(0.005)
            since = len(program.written)
            at = program.press(" ")
            waits.append((program.until(" play", since) - at) * 1000)
            since = len(program.written)
            program.press(" ")
            program.until("pause", since)
        program.close()
        return [
            Figure(
                "frames a second while training plays", f"{played.rate:.1f}", "at least 28", round(played.rate) >= 28
            ),
            at_pace("    of a core", played.share * 100, 40, " %", pace),
            Figure("a key meanwhile, median", f"{statistics.median(waits):.1f} ms"),
            at_most("    the slowest of them", max(waits), 50, " ms"),
        ]

    def stages(self) -> list[Figure]:
        """Measure how long the picture of each stage takes to draw, wherever its controls stand."""
        from tutor.chart.drawing import draw
        from tutor.chart.palette import DARK
        from tutor.cli.open import LOOKS_AFTER
        from tutor.course.loader import load_course
        from tutor.session.controls import at_share, rows_of

        pace = self.pace()
        medians, latest = {}, {}
        course = load_course(REPOSITORY / "lessons")
        # As the program does: what is loaded stays, and is not searched for garbage.
        gc.freeze()
        gc.set_threshold(*LOOKS_AFTER)
        for name, step in self._stages(course):
            lab, times = step.lab.lab, []
            for row in rows_of(lab, step.lab.show):
                for place in range(STAGE_PLACES):
                    values = at_share(row, step.lab.values, place / (STAGE_PLACES - 1))
                    for drawing in lab(**values).drawings:
                        began = time.process_time()
                        draw(drawing, *STAGE, DARK, "en")
                        times.append((time.process_time() - began) * 1000)
            medians[name], latest[name] = statistics.median(times), p95(times)
        slow, late = (max(found, key=found.__getitem__) for found in (medians, latest))
        return [
            at_pace(f"drawing a stage, the slowest of {len(medians)}: {slow}", medians[slow], 4, " ms", pace),
            at_pace(f"    95% of its pictures: {late}", latest[late], 8, " ms", pace),
            Figure("    drawing a stage, the middle of all", f"{statistics.median(medians.values()):.1f} ms"),
        ]

    def _stages(self, course: Any) -> Iterator[tuple[str, Any]]:
        """Yield the stages that are asked for, each with its name."""
        for lesson in course.lessons:
            for step in lesson.steps:
                name = f"{lesson.id}/{step.id}"
                wanted = not self._places or name in self._places or lesson.id in self._places
                if step.is_stage and step.lab is not None and wanted:
                    yield name, step

    def frames(self) -> Iterator[Figure]:
        """Measure the bytes of a frame on each stage while each of its controls moves, a film's one frame a time, in
        all the colours there are: fewer take fewer bytes.

        What a quick terminal is sent, and in brackets what a slow line is: the same with fewer bytes, to a terminal
        that can be told how often a character comes again.
        """
        from tutor.course.loader import load_course
        from tutor.figure import Heat, Tiles, figures_in
        from tutor.session.controls import rows_of
        from tutor.ui.terminal.tight import tightened

        course = load_course(REPOSITORY / "lessons")
        record = self._folder / "stages.sqlite3"
        answer_stages(course, record)
        for name, step in self._stages(course):
            rows = rows_of(step.lab.lab, step.lab.show)
            drawings = step.lab.lab(**step.lab.values).drawings
            charts = [chart for drawing in drawings for chart in figures_in(drawing)]
            layers = [layer for chart in charts for layer in chart.layers]
            has_surface = any(isinstance(one, Heat | Tiles) for one in (*layers, *drawings))
            copy = self._folder / f"frames{self._homes}.sqlite3"
            shutil.copy(record, copy)
            program = self.tutor("--store", str(copy), "--at", name)
            program.until(step.title.in_("en"))
            program.settle()
            program.focus(f"▸ {rows[0].label('en')}")
            # Nothing that belongs to the opening is still to come.
            program.settle(1.0)
            sizes: list[tuple[float, str]] = []
            least: list[float] = []
            for row in rows:
                for key in ["\x1b[C"] * 6 + ["\x1b[D"] * 3:
                    since = len(program.written)
                    program.press(key)
                    # At the end of a scale nothing changes.
                    program.settle(KEY_QUIET)
                    for frame in program.written[since:].split(FRAME_BEGINS):
                        if len(frame) > 100:
                            sizes.append((len(frame) / 1024, row.name))
                            drawn, end, after = frame.partition(FRAME_ENDS)
                            small = tightened(drawn.decode(errors="replace"), erases=True, repeats=True)
                            least.append(len(small.encode() + end + after) / 1024)
                if row is not rows[-1]:
                    program.press("\x1b[B")
                    program.settle(KEY_QUIET)
            program.close()
            limit = 30 if has_surface else 2
            middle, (most, by) = statistics.median(size for size, _ in sizes), max(sizes)
            yield Figure(
                f"bytes a frame, {name}",
                f"{middle:.1f}, most {most:.1f} ({statistics.median(least):.1f}, {max(least):.1f}) KiB",
                f"at most {limit} KiB; most by {by}",
                max(least) <= limit,
            )

    def playing(self) -> list[Figure]:
        """Measure the playground while it trains: frames and epochs a second, the share of a core, and a key."""
        pace = self.pace()
        from tutor.course.loader import load_course

        record = self._folder / "playing.sqlite3"
        answer_stages(load_course(REPOSITORY / "lessons"), record)
        program = self.tutor("--store", str(record), "--at", "xor-training/by-heart")
        program.until("┤")
        program.settle(1.0)
        program.focus("▸ L2")
        program.press("\x1b[B")
        program.until("▸ training")
        for key in ("\x1b[H", "]"):
            program.press(key)
            program.settle(0.5)
        usual = self._played(program, 4.0)
        for key in ("\x1b[H", "]", "]"):
            program.press(key)
            program.settle(0.5)
        # At eight times its speed it is over in less than two seconds.
        quick = self._played(program, 1.2)
        program.settle()
        (step,) = re.findall(r"(\d+) / 200 × 20 epochs ×8", program.screen())
        program.close()
        return [
            Figure("the playground, frames a second while it trains", f"{usual.rate:.1f}", "at least 28",
                   round(usual.rate) >= 28),
            at_pace("    of a core", usual.share * 100, 40, " %", pace),
            at_most("    bytes a frame", usual.size, 30, " KiB"),
            at_most("    a key meanwhile", usual.wait, 50, " ms"),
            at_least("    epochs a second of 2-8-8-1 at its quickest", int(step) * 20 / quick.seconds, 2000, ""),
            Figure("    frames a second meanwhile", f"{quick.rate:.1f}"),
            at_most("    a key meanwhile", quick.wait, 50, " ms"),
        ]  # fmt: skip

    def _played(self, program: Program, seconds: float) -> Played:
        """Let what is focused play, and stop it."""
        since = len(program.written)
        program.press(" ")
        program.until("pause", since)
        since, began, used = len(program.written), time.perf_counter(), program.used
        while time.perf_counter() - began < seconds:
            program.read(0.02)
        took, used = program.last_byte - began, program.used - used
        frames, size = program.written[since:].count(FRAME_BEGINS), len(program.written) - since
        # To put seconds of frames on the screen takes time, in which whoever waits for a key would not see it come.
        program.screen()
        since = len(program.written)
        at = program.press(" ")
        wait = (program.until(" play", since) - at) * 1000
        return Played(took, frames / took, size / 1024 / max(frames, 1), used / took, wait)

    def memory(self) -> list[Figure]:
        """Measure resident memory after every step of every lesson was opened."""
        from tutor.course.outline import load_outline

        program = self.minimal()
        program.until("ready")
        program.settle()
        base = program.resident
        program.close()
        lessons = load_outline(REPOSITORY / "lessons").lessons
        program = self.tutor("--at", f"{lessons[0].id}/{lessons[0].steps[0].id}")
        program.until(lessons[0].steps[0].title.in_("en"))
        program.settle(1.5)
        start = program.resident
        for title in [step.title.in_("en") for lesson in lessons for step in lesson.steps][1:]:
            # First away from where letters are typed.
            program.press("\x1b" if "stop writing" in program.screen() else "\x1b[Z")
            program.settle(0.1)
            program.press("n")
            program.until(title)
            program.settle(0.25)
        end = program.resident
        program.close()
        return [
            at_most("resident memory on the first step", start, 70, " MB", more=f" ({start / base:.1f}x minimal)"),
            at_most("resident memory after every step", end, 85, " MB", more=f" ({end / base:.1f}x minimal)"),
        ]

    def steps(self) -> list[Figure]:
        """Measure the processor time in which a step opens, and a frame of a film with a heat map, in this process."""
        sys.path.insert(0, str(REPOSITORY))
        pace = self.pace()
        opening, frames = asyncio.run(opened_and_played(self._folder / "steps.sqlite3"))
        return [
            at_pace("processor time in which a step opens, median", statistics.median(opening), 40, " ms", pace),
            Figure("    95% of them within (labs that compute long included)", f"{p95(opening):.1f} ms"),
            Figure("processor time of a film frame with heat, median", f"{statistics.median(frames):.1f} ms"),
            at_pace("    95% of them within", p95(frames), 14, " ms", pace),
        ]

    def training(self) -> list[Figure]:
        """Measure epochs a second of XOR, full batch, beside scikit-learn's."""
        import warnings

        import numpy as np
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.neural_network import MLPClassifier

        from tutor.nn.mlp import HIDDEN_ACTIVATIONS, start, train

        X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
        y = np.array([0.0, 1.0, 1.0, 0.0])
        epochs = 4000
        ours, theirs = [], []
        for _ in range(5):
            network = train(start(9, 2), X, y[:, None], HIDDEN_ACTIVATIONS["tanh"], 0.5)
            began = time.perf_counter()
            for _ in range(epochs):
                next(network)
            ours.append(epochs / (time.perf_counter() - began))
            model = MLPClassifier(
                (2,), activation="tanh", solver="sgd", batch_size=4, learning_rate_init=0.5, momentum=0, alpha=0,
                max_iter=epochs, tol=0, n_iter_no_change=epochs, shuffle=False, random_state=1,
            )  # fmt: skip
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ConvergenceWarning)
                began = time.perf_counter()
                model.fit(X, y)
            theirs.append(model.n_iter_ / (time.perf_counter() - began))
        ratio = statistics.median(ours) / statistics.median(theirs)
        more = f" ({statistics.median(ours) / 1000:.0f},000 a second)"
        return [at_least("epochs of XOR a second, to scikit-learn's", ratio, 3, "x", more=more)]


class Nobody:
    """Watches a visit and shows nothing."""

    def lab_changed(self, *_: object) -> None:
        """Show nothing."""

    question_changed = sketch_changed = lab_changed


def answer_stages(course: Any, record: Path) -> None:
    """Answer what the stages ask before they let their controls be moved."""
    from tutor.course.outline import load_outline
    from tutor.learner.store import Store
    from tutor.session.lesson import OpenLesson
    from tutor.session.runner import DirectRunner
    from tutor.session.session import Session

    with Store.open(record, clock=lambda: 0) as store:
        session = Session(
            load_outline(REPOSITORY / "lessons"), store, clock=lambda: 0, language="en", runner=DirectRunner,
            tell=print, loaded=course,
        )  # fmt: skip
        for lesson in course.lessons:
            for step in lesson.steps:
                if step.is_stage:
                    visit = OpenLesson(session, lesson, step.id, Nobody()).visit
                    for one in visit.answerings:
                        if one.asking is not None and not one.question.ON_SLIDERS:
                            visit.respond(one, one.question.right_response(one.asking.asked))
                            one.say_how_sure(None)


async def opened_and_played(record: Path) -> tuple[list[float], list[float]]:
    """Return the milliseconds of processor time in which each step of each lesson opens, and for frames of a film."""
    from tutor.course.outline import load_outline
    from tutor.learner.store import Store
    from tutor.ui.app import TutorApp
    from tutor.ui.screens.lesson import LessonScreen

    course = load_outline(REPOSITORY / "lessons")
    opening: list[float] = []
    frames: list[float] = []
    # As the program does: what is loaded stays, and is not searched for garbage.
    gc.disable()
    with Store.open(record, clock=lambda: 0) as store:
        for lesson in course.lessons:
            app = TutorApp(course, store, clock=lambda: 0, language="en", start=(lesson.id, ""), resume=False)
            async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
                await pilot.pause(0.1)
                screen = app.screen
                assert isinstance(screen, LessonScreen)
                for number, step in enumerate(lesson.steps):
                    if number:
                        began = time.process_time()
                        screen.open_step(number)
                        await asyncio.sleep(0.08)
                        opening.append((time.process_time() - began) * 1000)
                    if step.id != "watch-it-learn":
                        continue
                    await asyncio.sleep(1.0)
                    visit = screen.open.visit
                    for frame in range(1, 100):
                        began = time.process_time()
                        visit.move({**visit.values, "frame": frame})
                        await asyncio.sleep(0.02)
                        frames.append((time.process_time() - began) * 1000)
    return opening, frames


def main() -> None:
    """Measure everything, or what is named, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", metavar="NAME", nargs="*", help="a measure, a step or a lesson")
    names = parser.parse_args().names
    sys.path.insert(0, str(REPOSITORY))
    compileall.compile_dir(REPOSITORY / "tutor", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), [name for name in names if not hasattr(Bench, name)])
        measures = (
            bench.paints,
            bench.steps,
            bench.stages,
            bench.frames,
            bench.keys,
            bench.foreign,
            bench.writing,
            bench.film,
            bench.playing,
            bench.memory,
            bench.training,
        )
        wanted = [measure for measure in measures if measure.__name__ in names]
        for measure in wanted or measures:
            assert measure.__doc__ is not None
            print(measure.__doc__.partition("\n")[0], flush=True)
            for figure in measure():
                print(figure, flush=True)


if __name__ == "__main__":
    main()
