"""Every formula of the lessons as it is read aloud, written down for somebody who reads them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.plain.dialogue import LESSONS
from tests.trusted import standing_course
from tutor.course.prose import Block, Bullets, Formula, Inlines, Prose, ProseTable, Quote, Words
from tutor.language import INTERFACE_LANGUAGES
from tutor.plain.mathematics import spoken_before

LIST = Path(__file__).parent / "formulas.txt"
HEAD = """Every formula of the lessons, a number in place of each live value, and how it is read aloud,
with the letters that are written right behind it. Write it anew with: python -m tests.plain.test_formulas
"""


def test_every_formula_of_the_lessons_is_read_as_it_was_written_down() -> None:
    """Where this fails, write the list anew, and read what has changed aloud: a teacher would say it so."""
    assert LIST.read_text(encoding="utf-8").splitlines() == [*listed()]


def listed() -> Iterator[str]:
    """Yield the lines of the list."""
    yield from HEAD.splitlines()
    seen: set[tuple[str, ...]] = set()
    for lesson in standing_course(LESSONS).lessons:
        yield ""
        yield f"== {lesson.id}"
        texts = [step.prose for step in lesson.steps]
        texts += [text for question in lesson.questions for text in question.texts()]
        for text in texts:
            for language in INTERFACE_LANGUAGES:
                for tex, behind in formulas(text.in_(language)):
                    said, rest = spoken_before(tex, behind, language)
                    heard = said + rest.split(" ")[0].rstrip(".,:;?)")
                    if (language, tex, heard) not in seen:
                        seen.add((language, tex, heard))
                        yield f"{tex}"
                        yield f"    {language}: {heard}"


def formulas(prose: Prose) -> Iterator[tuple[str, str]]:
    """Yield the formulas of a text, each with the words that follow on it."""
    for run in runs(prose.blocks):
        for at, one in enumerate(run):
            if isinstance(one, Formula):
                following = run[at + 1] if at + 1 < len(run) else None
                written = "".join(part if isinstance(part, str) else "2" for part in one.parts)
                yield " ".join(written.split()), following.text if isinstance(following, Words) else ""


def runs(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield the runs of words of some blocks."""
    for block in blocks:
        match block:
            case Bullets(items):
                for item in items:
                    yield from runs(item)
            case Quote(inside):
                yield from runs(inside)
            case ProseTable(_, header, rows):
                for row in (header, *rows):
                    yield from row
            case _:
                yield getattr(block, "inlines", None) or tuple(filter(None, [getattr(block, "formula", None)]))


if __name__ == "__main__":
    LIST.write_text("".join(f"{line}\n" for line in listed()), encoding="utf-8")
