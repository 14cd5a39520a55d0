"""Labs that run elsewhere, in a visit: quick results at once, slow ones later, the newest first, and grades."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import tutor
from tests.ordeal.worker import GOOD, HEAD, code_of, module
from tutor.course.workshop import Workshop
from tutor.lab import Lab, LabFailedError, Result
from tutor.language import Text
from tutor.render.source import sources_of
from tutor.session.elsewhere import ElsewhereRunner
from tutor.session.runner import Failure
from tutor.worker.limits import Limits

FILM = (
    HEAD.replace("@lab(x=Slider(1.0, low=0, high=10, step=1))\ndef it(x):", "from tutor.lab import Timeline\n")
    + """
def prepare(frame):
    for done in range(40):
        time.sleep(0.01)
        yield done / 40

@lab(frame=Timeline(last=100), prepare=prepare)
def it(frame):
    return Result({"y": Readout(frame)})
"""
)


@dataclass
class Desk:
    """Where a runner's callbacks are called: in the test, one after the other."""

    calls: queue.SimpleQueue[Callable[[], None]] = field(default_factory=queue.SimpleQueue)
    now: float = 0.0
    is_over: bool = False

    def runner(self) -> ElsewhereRunner:
        return ElsewhereRunner(
            clock=lambda: self.now,
            later=self.calls.put,
            background=lambda work: threading.Thread(target=work).start(),
            call_soon=self.calls.put,
            programs=NotImplemented,
            is_over=lambda: self.is_over,
        )

    def until(self, found: list[object]) -> None:
        """Call back until something is found."""
        while not found:
            self.calls.get()()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    (tmp_path / "course").mkdir()
    code = code_of(
        tmp_path / "course",
        good=GOOD.encode(),
        slow=module("time.sleep(10 if x == 1 else 0.05)"),
        bad=module("raise ValueError('no')"),
        film=FILM.encode(),
    )
    made = Workshop(code, tmp_path / "home" / "labs.log", limits=Limits(seconds=30))
    yield made
    made.worker.close()


def lab_of(workshop: Workshop, name: str) -> Lab:
    found = workshop.labs_of(name)
    assert not isinstance(found, tuple)
    return found["it"]


def test_a_lab_elsewhere_is_a_description_without_a_function(workshop: Workshop) -> None:
    lab = lab_of(workshop, "good")
    assert lab.function is None
    assert "good:it" == lab.name
    assert {"x": 3.0} == lab.check({"x": 3})
    assert 6.0 == lab(x=3).readouts["y"].value
    assert not any(name.startswith("tutor_foreign_") for name in sys.modules if name.endswith(".good"))


def test_its_source_is_read_from_what_was_agreed_to(workshop: Workshop) -> None:
    (source,) = sources_of(lab_of(workshop, "good"))
    assert ("labs.good", "it") == (source.module, source.name)
    assert source.text.startswith("@lab(x=Slider(1.0")


def test_a_quick_result_comes_at_once_or_later_and_the_same_again_at_once(workshop: Workshop) -> None:
    desk, found = Desk(), []
    runner, lab = desk.runner(), lab_of(workshop, "good")
    runner.result(lab, {"x": 2.0}, found.append)
    desk.until(found)
    runner.result(lab, {"x": 2.0}, found.append)
    assert found[0] is found[1]
    assert isinstance(found[0], Result)


def test_what_fails_is_said_in_both_languages_and_the_log_has_the_story(workshop: Workshop) -> None:
    desk, found = Desk(), []
    desk.runner().result(lab_of(workshop, "bad"), {"x": 1.0}, found.append)
    desk.until(found)
    (failure,) = found
    assert isinstance(failure, Failure)
    assert isinstance(failure.reason, Text)
    assert "bad:it fails at x = 1.0: ValueError: no (labs/bad.py, line " in failure.reason("en")
    assert "x = 1.0에서 bad:it 실험이 실패했습니다" in failure.reason("ko")
    assert str(workshop.log) in failure.reason("en")
    assert workshop.log is not None
    assert "raise ValueError('no')" in workshop.log.read_text("utf-8")
    with pytest.raises(LabFailedError, match="ValueError: no"):
        lab_of(workshop, "bad")(x=1.0)


def test_the_log_does_not_grow_without_end(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.worker.story.MOST_BYTES", 4000)
    lab = lab_of(workshop, "bad")
    for x in range(10):
        with pytest.raises(LabFailedError):
            lab(x=x)
    assert workshop.log is not None
    sizes = [path.stat().st_size for path in workshop.log.parent.iterdir()]
    assert 2 == len(sizes)
    assert 4000 >= max(sizes)


def test_newer_values_supersede_what_takes_long(workshop: Workshop) -> None:
    desk, found = Desk(), []
    runner, lab = desk.runner(), lab_of(workshop, "slow")
    old = runner.result(lab, {"x": 1.0}, lambda result: found.append(("old", result)))
    assert not found
    desk.now = 100.0
    old.supersede()
    runner.result(lab, {"x": 2.0}, lambda result: found.append(("new", result)))
    desk.until(found)
    assert ["new"] == [name for name, _ in found]


def test_a_result_of_a_moment_ago_is_still_told(workshop: Workshop) -> None:
    desk, found = Desk(), []
    runner, lab = desk.runner(), lab_of(workshop, "slow")
    jobs = [runner.result(lab, {"x": float(x)}, lambda _, x=x: found.append(x)) for x in (2, 3, 4)]
    for job in jobs[:-1]:
        job.supersede()
    while 4 not in found:
        desk.calls.get()()
    assert [2, 4] == found


def test_what_is_cancelled_is_never_heard_of(workshop: Workshop) -> None:
    desk, found = Desk(), []
    runner, lab = desk.runner(), lab_of(workshop, "slow")
    runner.result(lab, {"x": 1.0}, lambda _: found.append("old")).cancel()
    runner.result(lab, {"x": 2.0}, lambda _: found.append("new"))
    desk.until(found)
    assert ["new"] == found


def test_who_quits_waits_for_no_lab(workshop: Workshop) -> None:
    desk, found = Desk(), []
    runner, lab = desk.runner(), lab_of(workshop, "slow")
    runner.result(lab, {"x": 1.0}, found.append)
    desk.is_over = True
    # What is called back now comes from a thread that has ended its work: that would have taken ten seconds more.
    desk.calls.get()()
    assert not found


def test_long_work_says_how_far_it_is(workshop: Workshop) -> None:
    desk, found, shares = Desk(), [], []
    desk.runner().result(lab_of(workshop, "film"), {"frame": 7}, found.append, shares.append)
    desk.until(found)
    assert isinstance(found[0], Result)
    assert 7 == found[0].readouts["y"].value
    assert shares
    assert sorted(shares) == shares


def test_a_course_of_its_author_goes_on_with_the_same_zygote(workshop: Workshop) -> None:
    lab_of(workshop, "good")
    changed = code_of(Path(workshop.code.folder).parent, good=GOOD.replace("2 * x", "5 * x").encode())
    later = workshop.with_code(changed)
    assert later.worker.zygote is workshop.worker.zygote
    assert 15.0 == lab_of(later, "good")(x=3).readouts["y"].value
    assert later is later.with_code(changed)
    later.worker.close()


def test_the_built_in_course_pays_nothing() -> None:
    """A lesson is loaded, a lab run and its source read, and nothing of the worker is even imported."""
    code = (
        "import sys, tutor.ui.app, tutor.ui.screens.lesson\n"
        "from tutor.cli.world import course_folder\n"
        "from tutor.course.loader import load_lesson\n"
        "from tutor.course.outline import load_outline\n"
        "from tutor.course.owncode import OwnCode\n"
        "from tutor.render.source import sources_of\n"
        "from tutor.ui.running import runner_for\n"
        "outline = load_outline(course_folder(None), own=OwnCode())\n"
        "use = next(step.lab for step in load_lesson(outline, 'cost', run_labs=False).steps if step.lab)\n"
        "runner_for(None, lambda: 0, outline.own).result(use.lab, use.values, print)\n"
        "assert sources_of(use.lab)\n"
        "sys.exit(any(name.startswith(('tutor.worker', 'tutor.session.elsewhere')) for name in sys.modules))\n"
    )
    root = Path(tutor.__file__).parents[1]
    ended = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert (0, b"") == (ended.returncode, ended.stderr)
