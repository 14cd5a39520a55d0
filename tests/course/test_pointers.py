"""Words that point: how they are read, and what `tutor check` says where they point at nothing."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.linting import lint_course
from tests.trusted import reading_of
from tutor.course.finding import Finding
from tutor.course.labs import Labs
from tutor.course.lint import laboratories
from tutor.course.lint.pointers import lint_pointers
from tutor.course.live import prose_text
from tutor.course.markdown import parse_markdown
from tutor.course.prose import Place, Pointer, Prose, Words
from tutor.course.source import Findings, Source
from tutor.lab import Lab, Result, Values
from tutor.language import Text

FALLING = Path(__file__).parent.parent / "courses" / "falling"
EN, KO, QUIZ = (f"01-free-fall/{name}" for name in ("lesson.en.md", "lesson.ko.md", "quiz.yaml"))


def prose(text: str, findings: Findings | None = None) -> Prose:
    return parse_markdown(text, Source("lesson.md", text), findings if findings is not None else Findings())


def test_a_link_to_a_part_of_the_picture_points_and_one_to_a_page_does_not() -> None:
    text = prose("See [the *long* arrow](#w),\nthen [h2](#h2) and [a page](https://example.org).")
    assert (
        Pointer("w", 1, Place("lesson.md", 1, 22)),
        Pointer("h2", 2, Place("lesson.md", 2, 9)),
    ) == text.pointers()
    words = [inline for inline in text.inlines() if isinstance(inline, Words)]
    assert ["the ", "long", " arrow"] == [one.text for one in words if one.points and one.points.number == 1]
    assert ["a page"] == [one.text for one in words if one.link]


def test_a_part_may_have_any_name() -> None:
    assert ["δ"] == [pointer.part for pointer in prose("[the delta](#δ)").pointers()]


def test_in_plain_text_the_words_stand_alone() -> None:
    assert "See the arrow." == prose_text(prose("See [the arrow](#w)."), {}, None, "en")


@pytest.mark.parametrize("inside", ["$w$", "`w`", "{{ w }}"])
def test_only_plain_words_point(inside: str) -> None:
    findings = Findings()
    prose(f"See [{inside}](#w).", findings)
    assert ["points-at-nothing"] == [finding.kind for finding in findings.sorted()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FALLING, tmp_path / "falling"))


def found_with(folder: Path, file: str, old: str, new: str, *, run_labs: bool = True) -> tuple[Finding, ...]:
    """Return the findings about words that point, or about the languages, once a text was replaced."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    kinds = ("points-at-nothing", "languages-drift")
    return tuple(one for one in lint_course(reading_of(folder, run_labs=run_labs)) if one.kind in kinds)


def test_words_that_point_at_nothing_are_found_with_their_place_and_the_nearest_name(folder: Path) -> None:
    first, second = found_with(folder, EN, "(#bucket)", "(#buckets)")
    assert (EN, "points-at-nothing") == (first.place.file, first.kind)
    line = (folder / EN).read_text(encoding="utf-8").splitlines()[first.place.line - 1]
    assert line[first.place.column - 1 :].startswith("](#buckets")
    assert "The picture of motion:throw has no part 'buckets'. Did you mean 'bucket'?" == first.message
    assert ("languages-drift", KO) == (second.kind, second.place.file)
    assert "point at different parts: bucket, buckets" in second.message


def test_words_without_a_picture_point_at_nothing(folder: Path) -> None:
    (finding,) = found_with(folder, QUIZ, "Throw the ball over", "Throw [the ball](#ball) over")
    assert "Only the text of a step points at its picture." == finding.message


def test_without_its_labs_nothing_is_known_about_the_parts_of_a_picture(folder: Path) -> None:
    assert ["languages-drift"] == [
        one.kind for one in found_with(folder, EN, "(#bucket)", "(#buckets)", run_labs=False)
    ]


def test_a_part_that_comes_only_at_an_end_of_the_controls_is_there(folder: Path) -> None:
    """A part that is not there as the step opens can be pointed at, if a setting of its controls brings it."""
    lab = folder / "labs" / "motion.py"
    text = lab.read_text(encoding="utf-8")
    lab.write_text(text.replace('part="wall"', 'part="wall" if speed > 20 else ""'), encoding="utf-8")
    assert () == found_with(folder, EN, "(#wall)", "(#wall)")


def test_a_picture_that_opens_with_all_its_parts_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = reading_of(FALLING)
    assert reading.course is not None
    looked_at: list[Values] = []
    plain = Labs.run

    def run(self: Labs, lab: Lab, values: Values) -> Result | Text:
        looked_at.append(values)
        return plain(self, lab, values)

    monkeypatch.setattr(Labs, "run", run)
    steps = [step for lesson in reading.course.lessons for step in lesson.steps]
    for step in steps:
        lint_pointers(step, reading.labs, Findings())
    pointing = [step for step in steps if any(prose.pointers() for prose in step.prose.variants.values())]
    assert [step.lab.values for step in pointing if step.lab is not None] == looked_at != []


def test_a_lab_is_run_at_its_ends_for_the_words_of_steps_that_name_a_value_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading = reading_of(FALLING)
    assert reading.course is not None
    ends: list[Values] = []

    def at_the_ends(lab: Lab, start: Values, names: Sequence[str]) -> tuple[Values, ...]:  # noqa: ARG001
        ends.append(start)
        return ()

    monkeypatch.setattr(laboratories, "at_the_ends", at_the_ends)
    steps = [step for lesson in reading.course.lessons for step in lesson.steps if step.lab is not None]
    for step in steps:
        laboratories.lint_lives(step, reading.labs, Findings())
    naming = [step for step in steps if any([*prose.lives()] for prose in step.prose.variants.values())]
    assert [step.lab.values for step in naming if step.lab is not None] == ends
    assert len(naming) < len(steps)
