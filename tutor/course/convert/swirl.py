"""A lesson of swirl (lesson.yaml of the R package) as a lesson of ours.

Its format: a list of units, each with a `Class`; `Output` is what a learner reads, `CorrectAnswer`, `AnswerChoices`
(parted by semicolons) and `Hint` belong to questions. See swirlstats.com/swirlify.
"""

from __future__ import annotations

from collections.abc import Callable

from tutor.course import messages
from tutor.course.convert.draft import LessonDraft, Option, QuestionDraft, as_prose
from tutor.course.source import Findings, Source
from tutor.course.typed import read_numbers
from tutor.course.yaml import Fields, Items, Scalar, parse_yaml
from tutor.language import INTERFACE_LANGUAGES, Text


class NotThisFormatError(ValueError):
    """The text is none of the formats that can be converted."""

    def __init__(self, why: Text) -> None:
        super().__init__(why("en"))
        self.why = why
        """where it stops being one; "" where nothing is known of that"""


def from_swirl(source: Source) -> LessonDraft:
    """Return a swirl lesson as a draft.

    Raises:
        NotThisFormatError: it is no list of units.
    """
    # What YAML does silently matters in our own files; here `1:10` and TRUE are R, and are kept as they were written.
    findings = Findings()
    root = parse_yaml(source, findings)
    if not isinstance(root, Items):
        why = ((language, [one.told(language) for one in findings.found][:1]) for language in INTERFACE_LANGUAGES)
        raise NotThisFormatError(Text(**{language: "".join(first) for language, first in why}))
    draft = LessonDraft()
    for node in root.items:
        line = node.place.line
        unit = (
            {name: value.text.strip() for name, value in node.entries.items() if isinstance(value, Scalar)}
            if isinstance(node, Fields)
            else {}
        )
        read = _UNITS.get(unit.get("Class", ""))
        if read is None:
            draft.remark(line, messages.NO_SUCH_UNIT, unit.get("Class", "?"))
            if unit.get("Output"):
                draft.open_step().paragraphs.append(as_prose(unit["Output"]))
        else:
            read(draft, unit, line)
    return draft


Unit = dict[str, str]


def _meta(draft: LessonDraft, unit: Unit, line: int) -> None:
    draft.title = unit.get("Lesson", "")
    kept = [f"{name}: {unit[name]}" for name in ("Author", "Organization") if unit.get(name)]
    if kept:
        draft.remark(line, messages.NAME_THE_AUTHOR, ", ".join(kept))


def _text(draft: LessonDraft, unit: Unit, line: int) -> None:
    if not unit.get("Output"):
        draft.remark(line, messages.NOTHING_IN_IT)
        return
    draft.open_step().paragraphs.append(as_prose(unit["Output"]))


def _choice(draft: LessonDraft, unit: Unit, line: int) -> None:
    right = unit.get("CorrectAnswer", "")
    texts = [text.strip() for text in unit.get("AnswerChoices", "").split(";") if text.strip()]
    if right not in texts or len(texts) < 2 or len(set(texts)) < len(texts):
        draft.remark(line, messages.NO_RIGHT_OPTION, right)
        _text(draft, unit, line)
        return
    draft.remark(line, messages.SAY_WHY)
    options = tuple(Option(as_prose(text), text == right) for text in texts)
    _ask(draft, unit, QuestionDraft("choice", as_prose(unit.get("Output", "")), options=options, shuffle=True))


def _number(draft: LessonDraft, unit: Unit, line: int) -> None:
    numbers = read_numbers(unit.get("CorrectAnswer", ""))
    if not numbers:
        _word(draft, unit, line)
        return
    draft.remark(line, messages.WORK_IT_OUT, unit["CorrectAnswer"])
    _ask(draft, unit, QuestionDraft("number", as_prose(unit.get("Output", "")), number=numbers[0]))


def _word(draft: LessonDraft, unit: Unit, line: int) -> None:
    right = unit.get("CorrectAnswer", "")
    if not right:
        draft.remark(line, messages.NO_ANSWER)
        _text(draft, unit, line)
        return
    prompt = as_prose(unit.get("Output", ""))
    _ask(draft, unit, QuestionDraft("blank", _with_blank(prompt), accept=(right,)))


def _command(draft: LessonDraft, unit: Unit, line: int) -> None:
    draft.remark(line, messages.COMMAND_AS_TEXT, unit.get("CorrectAnswer", ""))
    _word(draft, unit, line)


def _with_blank(prompt: str) -> str:
    return prompt if "___" in prompt else f"{prompt} ___"


def _ask(draft: LessonDraft, unit: Unit, question: QuestionDraft) -> None:
    hints = (as_prose(unit["Hint"]),) if unit.get("Hint") else ()
    draft.open_step().questions.append(
        QuestionDraft(
            question.kind,
            question.prompt,
            question.options,
            question.accept,
            question.number,
            hints,
            shuffle=question.shuffle,
        )
    )


def _figure(draft: LessonDraft, unit: Unit, line: int) -> None:
    draft.remark(line, messages.DRAW_IT, unit.get("Figure", ""))
    _text(draft, unit, line)


def _video(draft: LessonDraft, unit: Unit, line: int) -> None:
    draft.remark(line, messages.NO_VIDEO, unit.get("VideoLink", ""))
    link = unit.get("VideoLink", "")
    text = as_prose(unit.get("Output", ""))
    draft.open_step().paragraphs.append(f"{text} <{link}>" if link.startswith(("http://", "https://")) else text)


def _script(draft: LessonDraft, unit: Unit, line: int) -> None:
    draft.remark(line, messages.NO_SCRIPT, unit.get("Script", ""))
    _text(draft, unit, line)


_UNITS: dict[str, Callable[[LessonDraft, Unit, int], None]] = {
    "meta": _meta,
    "text": _text,
    "mult_question": _choice,
    "exact_question": _number,
    "num_question": _number,
    "range_question": _number,
    "text_question": _word,
    "cmd_question": _command,
    "figure": _figure,
    "video": _video,
    "script": _script,
}
"""From the `Class` of a unit to what reads it."""
