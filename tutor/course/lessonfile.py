"""A lesson's file taken apart: front matter, and steps with their prose, lab block and quiz block, still as text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import field

from tutor.course.finding import Place
from tutor.course.messages import lessons as messages
from tutor.course.messages.files import A_TEXT
from tutor.course.source import Findings, Source, suggestion
from tutor.course.yaml import Fields, Items, Node, Scalar, not_wanted, parse_yaml
from tutor.dataclass import dataclass
from tutor.language import Text
from tutor.namedtuple import NamedTuple

_FENCE = re.compile(r"(?P<indent> *)(?P<marks>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,2})[ \t]+(?P<title>.*?)[ \t]*(?:\{#(?P<id>[^}]*)\})?[ \t]*")
_MARKED = re.compile(r"^[^\S\n]*[`~#].*\n?", re.MULTILINE)
"""A line that may be a heading, or begin or end a fence."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_STEPS = 100
"""A good lesson has five to ten."""
FRONT_FIELDS = {
    "title": messages.TITLE_OF_LESSON,
    "goal": messages.GOAL_OF_LESSON,
    "purpose": messages.PURPOSE_OF_LESSON,
    "deck": messages.DECK_OF_LESSON,
    "translates": messages.TRANSLATED_FROM,
}


class StepFile(NamedTuple):
    """One step of a lesson's file."""

    id: str
    title: str
    source: Source
    at: int
    """offset of its heading"""
    start: int
    """offset of the line after that"""
    end: int
    prose: str
    """its text without the lab block and the quiz block"""
    lab: Node | None = None
    lab_at: int | None = None
    """offset of what is in the block"""
    quiz: Node | None = None
    quiz_at: int | None = None

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.source.place(self.at)

    @property
    def lab_place(self) -> Place | None:
        """Where its lab block stands."""
        return None if self.lab_at is None else self.source.place(self.lab_at)

    @property
    def quiz_place(self) -> Place | None:
        """Where its quiz block stands."""
        return None if self.quiz_at is None else self.source.place(self.quiz_at)

    def question_ids(self, findings: Findings) -> tuple[tuple[str, Place], ...]:
        """Return the ids in the quiz block, with their places."""
        if self.quiz is None:
            return ()
        if not isinstance(self.quiz, Items):
            findings.error(self.quiz.place, "wrong-value", messages.QUIZ_BLOCK_IS_LIST)
            return ()
        found = []
        for item in self.quiz.items:
            if isinstance(item, Scalar) and item.value is not None:
                found.append((item.text, item.place))
            else:
                not_wanted(findings, item, messages.QUESTION_ID)
        return tuple(found)


class LessonFile(NamedTuple):
    """One language of a lesson."""

    source: Source
    title: str
    goal: str
    deck: str
    steps: tuple[StepFile, ...]
    translates: str = ""
    """the state of the first language's file from which this translation was made, as `tutor check` gives it"""
    purpose: str = ""


@dataclass
class _Open:
    """A step being gathered."""

    id: str
    title: str
    at: int
    start: int
    prose: list[str] = field(default_factory=list)
    lab: tuple[int, int] | None = None
    quiz: tuple[int, int] | None = None


def scan_lesson(source: Source, findings: Findings, *, blocks: Collection[str] = ("lab", "quiz")) -> LessonFile:
    """Return a lesson's file taken apart; what is wrong with it goes to `findings`.

    Args:
        blocks: which blocks to read; the others are left out.
    """
    front, body = _front_matter(source, findings)
    steps: list[StepFile] = []
    for step, end in _open_steps(source, body, findings):
        if len(steps) == MOST_STEPS:
            findings.error(source.place(step.at), "too-large", messages.TOO_MANY_STEPS, most=MOST_STEPS)
            break
        lab = _block(source, step.lab, messages.LAB_BLOCK_WANTED, findings) if "lab" in blocks else None
        quiz = _block(source, step.quiz, messages.QUIZ_BLOCK_WANTED, findings) if "quiz" in blocks else None
        prose = "".join(step.prose)
        if not prose.strip() and step.lab is None and step.quiz is None:
            findings.error(source.place(step.at), "empty-step", messages.EMPTY_STEP, title=step.title)
        steps.append(
            StepFile(
                step.id,
                step.title,
                source,
                step.at,
                step.start,
                end,
                prose,
                lab,
                step.lab[0] if step.lab else None,
                quiz,
                step.quiz[0] if step.quiz else None,
            )
        )
    if not steps:
        findings.error(source.place(body), "no-steps", messages.NO_STEPS)
    seen: dict[str, StepFile] = {}
    for one in steps:
        if one.id in seen:
            line = seen[one.id].place.line
            findings.error(one.place, "repeated-id", messages.STEP_ID_TWICE, id=one.id, line=line)
        seen.setdefault(one.id, one)
    return LessonFile(
        source,
        front.get("title", ""),
        front.get("goal", ""),
        front.get("deck", ""),
        tuple(steps),
        front.get("translates", ""),
        front.get("purpose", ""),
    )


def _block(source: Source, span: tuple[int, int] | None, wanted: Text, findings: Findings) -> Node | None:
    """Return what is in a lab or quiz block; None where there is none, or none that can be read."""
    if span is None:
        return None
    before = len(findings.found)
    node = parse_yaml(source, findings, *span)
    if node is None and len(findings.found) == before:
        findings.error(source.place(span[0]), "wrong-value", messages.EMPTY_BLOCK, wanted=wanted)
    return node


def front_matter_of(source: Source) -> tuple[int, int] | None:
    """Return where the front matter starts and ends, without the lines around it; None where there is none."""
    match = re.compile(r"^---[ \t]*$", re.MULTILINE).search(source.text, 4)
    return (4, match.start()) if match is not None and source.text.startswith("---\n") else None


def _front_matter(source: Source, findings: Findings) -> tuple[dict[str, str], int]:
    """Return the fields of the front matter and the offset after it."""
    span = front_matter_of(source)
    if not source.text.startswith("---\n"):
        findings.error(source.place(0), "front-matter", messages.NO_FRONT_MATTER)
        return {}, 0
    if span is None:
        findings.error(source.place(0), "front-matter", messages.FRONT_MATTER_IS_OPEN)
        return {}, len(source.text)
    node = parse_yaml(source, findings, *span)
    front: dict[str, str] = {}
    if isinstance(node, Fields):
        for name, value in node.entries.items():
            if name not in FRONT_FIELDS:
                place, near = node.keys[name].place, suggestion(name, FRONT_FIELDS)
                findings.error(place, "unknown-field", messages.NO_LESSON_FIELD, name=name, nearest=near)
            elif isinstance(value, Scalar) and value.text.strip():
                front[name] = " ".join(value.text.split())
            else:
                not_wanted(findings, value, A_TEXT)
        for name in ("title", "goal"):
            if name not in node.entries:
                place, purpose = source.place(0), FRONT_FIELDS[name]
                findings.error(place, "missing-field", messages.FRONT_MATTER_NEEDS, name=name, purpose=purpose)
    elif not findings.severe:
        findings.error(source.place(0), "front-matter", messages.FRONT_MATTER_FIELDS)
    end = source.text.find("\n", span[1])
    return front, end if end >= 0 else len(source.text)


def _open_steps(source: Source, start: int, findings: Findings) -> Iterator[tuple[_Open, int]]:
    """Yield each step with the offset of its end."""
    text = source.text
    step: _Open | None = None
    fence: tuple[str, str, int, int] | None = None
    """marks, language, offset of the fence's line, offset of what is inside"""
    at = start
    """how far it is told what belongs where"""
    for line in _MARKED.finditer(text, start):
        here, end = line.span()
        if fence is not None:
            marks, info, opened, inside = fence
            closing = line[0].strip()
            if closing.startswith(marks) and not closing.strip(marks[0]):
                fence, at = None, end
                if info in ("lab", "quiz") and step is not None:
                    _keep_block(source, step, info, (inside, here), opened, findings)
                elif step is not None:
                    step.prose.append(text[opened:end])
            continue
        written = line[0].rstrip("\n")
        match = _FENCE.fullmatch(written)
        heading = _HEADING.fullmatch(written) if match is None else None
        if match is None and heading is None:
            continue
        _keep_prose(source, step, (at, here), findings)
        at = end
        if match is not None:
            info = match["info"].strip()
            if info in ("lab", "quiz") and match["indent"]:
                findings.error(source.place(here), "indented-block", messages.INDENTED_BLOCK, block=info)
            fence = (match["marks"], info, here, end)
        elif heading is not None and heading["marks"] == "#":
            findings.error(source.place(here), "heading", messages.ONE_MARK)
        elif heading is not None:
            if step is not None:
                yield step, here
            title = heading["title"].strip()
            step = _Open(_step_id(source, here, heading, findings), title, here, end)
            if not title:
                findings.error(source.place(here), "heading", messages.NO_TITLE)
    if fence is not None:
        findings.error(source.place(fence[2]), "unclosed-block", messages.BLOCK_IS_OPEN, fence=fence[0])
    else:
        _keep_prose(source, step, (at, len(text)), findings)
    if step is not None:
        yield step, len(text)


def _keep_prose(source: Source, step: _Open | None, span: tuple[int, int], findings: Findings) -> None:
    """Keep what is neither a heading nor in a fence; before the first step it is out of place."""
    text = source.text[slice(*span)]
    if step is not None:
        step.prose.append(text)
    elif text.strip():
        last = findings.found[-1] if findings.found else None
        if last is None or (last.kind, last.place.file) != ("before-steps", source.file):
            blank = len(text) - len(text.lstrip())
            here = span[0] + text.rfind("\n", 0, blank) + 1
            findings.error(source.place(here), "before-steps", messages.BEFORE_STEPS)


def _step_id(source: Source, here: int, heading: re.Match[str], findings: Findings) -> str:
    given = heading["id"]
    if given is not None and _ID.fullmatch(given):
        return str(given)
    slug = "-".join(re.findall(r"[a-z0-9]+", heading["title"].lower())[:5]) or "step-id"
    if given is None:
        findings.error(source.place(here), "step-id", messages.NO_STEP_ID, slug=slug)
    else:
        place = source.place(here + heading.start("id"))
        findings.error(place, "step-id", messages.WRONG_STEP_ID, id=given, slug=slug)
    return given or slug


def _keep_block(
    source: Source, step: _Open, info: str, inside: tuple[int, int], opened: int, findings: Findings
) -> None:
    if getattr(step, info) is not None:
        findings.error(source.place(opened), "second-block", messages.SECOND_BLOCK, block=info)
        return
    if info == "lab":
        step.lab = inside
    else:
        step.quiz = inside
    # Keeps the paragraphs before and after it apart.
    step.prose.append("\n")
