"""The authoring guide: what it shows is what is tested, what it lists is what the code has."""

from __future__ import annotations

import re
from pathlib import Path

from tutor.cli import COMMANDS
from tutor.course.loader import load_outline

from .conftest import TUNING, linted
from .reference import FIRST_PAGE, GUIDE, LAST_PAGE, ROOT, SECTIONS, pages, sections_in, with_reference

SHOWN = re.compile(r"<!-- file: (?P<file>\S+) -->\n\n(?P<fence>`{3,})[a-z]+\n(?P<text>.*?)\n(?P=fence)\n", re.DOTALL)
ASKED = re.compile(r"<!-- can be asked -->\n\n```yaml\n(?P<text>.*?)\n```\n", re.DOTALL)
TERM = re.compile(r"<!-- a term -->\n\n```yaml\n(?P<text>.*?\n)```\n", re.DOTALL)
IN_PART = "01-twelve-keys/lesson.ko.md"
"""The translation: the guide shows its first step only."""


def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def shown() -> dict[str, list[str]]:
    """Return what the guide shows of each file, in order."""
    found: dict[str, list[str]] = {}
    for match in SHOWN.finditer(guide()):
        found.setdefault(match["file"], []).append(match["text"])
    return found


def without_gaps(text: str) -> str:
    return re.sub(r"\n{2,}", "\n\n", text).strip()


def test_the_guide_shows_every_file_of_the_example_as_it_is() -> None:
    files = shown()
    there = {
        path.relative_to(TUNING).as_posix() for path in TUNING.rglob("*") if path.suffix in (".md", ".yaml", ".py")
    }
    assert there == set(files)
    for name, parts in files.items():
        text = (TUNING / name).read_text(encoding="utf-8")
        if name == IN_PART:
            assert all(part in text for part in parts)
        else:
            assert without_gaps(text) == without_gaps("\n\n".join(parts)), name


def test_the_example_course_has_nothing_to_mend() -> None:
    assert () == linted(TUNING)


def test_the_program_that_the_guide_asks_for_can_be_asked(tuning: Path) -> None:
    (match,) = ASKED.finditer(guide())
    quiz = tuning / "01-twelve-keys" / "quiz.yaml"
    quiz.write_text(f"{quiz.read_text(encoding='utf-8')}\n{match['text']}\n", encoding="utf-8")
    for language, title in (("en", "Write it"), ("ko", "적어 보기")):
        step = f"## {title} {{#write}}\n\n$f(n)$\n\n```quiz\n- write-frequency\n```\n\n"
        lesson = tuning / "01-twelve-keys" / f"lesson.{language}.md"
        head, mark, rest = lesson.read_text(encoding="utf-8").partition("## ")
        lesson.write_text(head + step + mark + rest, encoding="utf-8")
    assert () == linted(tuning)


def test_the_term_that_the_guide_shows_can_be_in_a_glossary(tuning: Path) -> None:
    (match,) = TERM.finditer(guide())
    (tuning / "glossary.yaml").write_text(match["text"], encoding="utf-8")
    assert () == linted(tuning)


def test_the_reference_is_what_the_code_has() -> None:
    assert set(SECTIONS) == sections_in(guide())
    assert with_reference(guide()) == guide(), "run python tests/course_tools/reference.py"


def test_every_page_of_the_deck_is_reached_by_one_lesson_and_no_other() -> None:
    reached = [page for lesson in load_outline(ROOT / "lessons").lessons for page in pages(lesson.deck)]
    assert list(range(FIRST_PAGE + 1, LAST_PAGE + 1)) == sorted(reached)


def test_every_command_of_the_guide_is_there() -> None:
    for command in re.findall(r"`tutor ([a-z]+)\b", guide()):
        assert command in COMMANDS, command


def test_every_link_of_the_guide_leads_somewhere() -> None:
    for target in re.findall(r"\]\(((?!https?:)[^)#]+)\)", guide()):
        assert (GUIDE.parent / target).exists(), target


def test_the_paths_that_the_guide_types_are_there() -> None:
    for path in set(re.findall(r"tests/[a-z_/]+", guide())):
        assert (Path(ROOT) / path).exists(), path
