"""A lesson that comes from another format, before it is written down, and what could not come along."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from tutor.course import messages
from tutor.dataclass import dataclass
from tutor.language import Text
from tutor.namedtuple import NamedTuple

STEP_WORDS = 120
"""Words after which a step is full: a screen beside a lab."""


class Remark(NamedTuple):
    """Something that has no counterpart here, or that its author should look at."""

    line: int
    text: Text
    about: str = ""

    def say(self, language: str) -> str:
        """Return the remark in a language."""
        return self.text(language, about=self.about)


class Option(NamedTuple):
    """One option of a choice."""

    text: str
    right: bool
    say: str = ""
    """what it is told; "" where the other format has no such thing"""


class QuestionDraft(NamedTuple):
    """A question in plain values."""

    kind: str
    prompt: str
    options: tuple[Option, ...] = ()
    accept: tuple[str, ...] = ()
    number: float | None = None
    hints: tuple[str, ...] = ()
    explain: str = ""
    shuffle: bool = False


@dataclass
class StepDraft:
    """A step in Markdown."""

    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    questions: list[QuestionDraft] = field(default_factory=list)

    @property
    def words(self) -> int:
        """How many words it has so far."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


@dataclass
class LessonDraft:
    """A lesson that is being read from another format."""

    title: str = ""
    steps: list[StepDraft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, line: int, text: Text, about: str = "") -> None:
        """Note something that has no counterpart."""
        self.remarks.append(Remark(line, text, about))

    def open_step(self) -> StepDraft:
        """Return the step to write on: a new one where the last is full or ends in a question."""
        if not self.steps or self.steps[-1].questions or self.steps[-1].words > STEP_WORDS:
            self.steps.append(StepDraft())
        return self.steps[-1]


def slug(text: str, otherwise: str) -> str:
    """Return an id made of a text's first words, or `otherwise` where it has no letters that an id can have."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:5]) or otherwise


def files_of(draft: LessonDraft, folder: str, lesson: str, language: str, module: str) -> dict[str, str]:
    """Return the files of a lesson, by their paths inside the course's folder.

    Args:
        module: the name of a module of labs that is still free, for the numbers.
    """
    steps, quiz, numbers = [], [], {}
    taken: set[str] = set()
    count = 0
    for at, step in enumerate(draft.steps, 1):
        title = step.title or messages.PART(language, number=at)
        step_id = _free(slug(step.title, f"part-{at}"), taken)
        ids = []
        for question in step.questions:
            count += 1
            ids.append(f"{lesson}-{count}")
            readout = f"answer_{count}"
            if question.number is not None:
                numbers[readout] = question.number
            quiz.append("\n".join(_question(question, ids[-1], f"{module}:answers", readout, language)))
        block = ["```quiz", *(f"- {name}" for name in ids), "```"] if ids else []
        body = "\n\n".join([*step.paragraphs, *(["\n".join(block)] if block else [])])
        steps.append(f"## {title} {{#{step_id}}}\n\n{body}\n")
    title = " ".join((draft.title or lesson).split())
    goal = messages.GOAL_TO_WRITE(language)
    purpose = messages.PURPOSE_TO_WRITE(language)
    fields = {"title": title, "goal": goal, "purpose": purpose}
    front = "".join(f"{name}: {json.dumps(text, ensure_ascii=False)}\n" for name, text in fields.items())
    front = f"---\n{front}---\n"
    files = {f"{folder}/lesson.{language}.md": front + "\n" + "\n".join(steps)}
    if quiz:
        files[f"{folder}/quiz.yaml"] = "\n\n".join(quiz) + "\n"
    if numbers:
        files[f"labs/{module}.py"] = _lab(numbers)
    return files


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def _question(question: QuestionDraft, name: str, lab: str, readout: str, language: str) -> Iterator[str]:
    """Yield the lines of a question in quiz.yaml."""
    yield f"- id: {name}"
    yield f"  kind: {question.kind}"
    yield from _text("  prompt", question.prompt)
    if question.kind in ("choice", "choices"):
        yield "  options:"
        for option in question.options:
            yield f"    - text: {_quoted(option.text)}"
            if option.right:
                yield "      right: true"
            otherwise = messages.RIGHT if option.right else messages.NOT_THIS_ONE
            yield from _text("      say", option.say or otherwise(language))
        if question.shuffle:
            yield "  shuffle: true"
    elif question.kind == "number":
        yield f"  lab: {lab}"
        yield f"  answer: {readout}"
    else:
        yield f"  accept: [{', '.join(map(_quoted, question.accept))}]"
        yield f"  otherwise: {_quoted(messages.NOT_YET(language))}"
    if question.hints:
        yield "  hints:"
        yield from (f"    - {_quoted(hint)}" for hint in question.hints)
    if question.explain:
        yield from _text("  explain", question.explain)


def _text(key: str, text: str) -> Iterable[str]:
    """Return a text as YAML: in quotes, or where it has several lines as a block of them."""
    if "\n" not in text:
        return [f"{key}: {_quoted(text)}"]
    indent = " " * (len(key) - len(key.lstrip()) + 2)
    return [f"{key}: |-", *(indent + line if line.strip() else "" for line in text.splitlines())]


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _lab(numbers: Mapping[str, float]) -> str:
    rows = "\n".join(f'            "{name}": Readout({number!r}, format="g"),' for name, number in numbers.items())
    return f'''"""The numbers of a lesson that came from elsewhere. Work them out instead, and they can vary."""

from __future__ import annotations

from tutor.lab import Readout, Result, lab


@lab()
def answers() -> Result:
    """Return the answers as they were given."""
    return Result(
        {{
{rows}
        }}
    )
'''


def as_prose(text: str) -> str:
    """Return plain text as Markdown that shows it as it is: words with marks in them become code."""
    lines = []
    for line in text.splitlines():
        words = [_as_word(word) for word in line.split()]
        if (words and words[0][0] in "#>+-=|~") or re.match(r"\d+[.)]", line.lstrip()):
            words[0] = re.sub(r"^(\d*)([#>+\-=|~.)])", r"\1\\\2", words[0])
        lines.append(" ".join(words))
    return "\n".join(lines).strip()


_MARKS = re.compile(r"[*_$`\[\]{}<>~|\\]")
_BLANK = re.compile(r"[^\w]*_{3,}[^\w]*")


def _as_word(word: str) -> str:
    if not _MARKS.search(word) or _BLANK.fullmatch(word):
        return word
    match = re.fullmatch(r"(?P<before>[(\"']*)(?P<code>.+?)(?P<after>[)\"'.,;:!?]*)", word)
    assert match is not None
    code = match["code"].replace("`", "'")
    return f"{match['before']}`{code}`{match['after']}"


def paragraphs_of(text: str) -> Sequence[str]:
    """Return the paragraphs of Markdown."""
    return [part.strip("\n") for part in re.split(r"\n\s*\n", text) if part.strip()]
