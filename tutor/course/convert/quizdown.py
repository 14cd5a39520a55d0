"""A page of Markdown with quizzes in the manner of mkdocs-quiz, as a lesson of ours.

    <quiz>
    Which of these are even?
    - [x] 2
    > Yes: 2 · 1.
    - [ ] 3

    What is shown after the answer.
    </quiz>

A `[[word]]` in a question is a blank; there, what comes after a line `---` is shown after the answer.
"""

from __future__ import annotations

import re

from tutor.course import messages
from tutor.course.convert.draft import LessonDraft, Option, QuestionDraft, StepDraft, paragraphs_of
from tutor.course.convert.swirl import NotThisFormatError
from tutor.course.source import Source
from tutor.course.typed import read_numbers
from tutor.language import Text

_ANSWER = re.compile(r"[-*] \[(?P<mark>[xX ]?)\]\s*(?P<text>.*)")
_BLANK = re.compile(r"\[\[(?P<word>[^\[\]]+)\]\]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


def from_markdown(source: Source) -> LessonDraft:
    """Return a page as a draft: each heading of the second level a step, each quiz a question.

    Raises:
        NotThisFormatError: there is no quiz in it.
    """
    text = source.text
    front = _FRONT.match(text)
    first = text[: front.end()].count("\n") if front else 0
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text[front.end() :] if front else text)
    draft = LessonDraft()
    step = StepDraft()
    lines: list[str] = []
    quiz: list[str] | None = None
    fence = ""
    opened = 0

    def close_prose() -> None:
        step.paragraphs.extend(paragraphs_of("\n".join(lines)))
        lines.clear()

    for number, line in enumerate(text.splitlines(), first + 1):
        match = _FENCE.match(line)
        if match and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else match[1]
            if fence and line.strip(" `~") in ("lab", "quiz"):
                line = line.rstrip("labquiz ") + "text"
        if quiz is not None:
            if not fence and line.strip() == "</quiz>":
                _ask(draft, step, quiz, opened)
                quiz = None
            else:
                quiz.append(line)
        elif fence or match:
            lines.append(line)
        elif line.strip() == "<quiz>":
            close_prose()
            quiz, opened = [], number
        elif line.startswith("# ") and not draft.title:
            draft.title = _unmarked(line[2:])
        elif re.match(r"#{1,2} ", line):
            close_prose()
            if step.paragraphs or step.questions:
                draft.steps.append(step)
            step = StepDraft(_unmarked(line.lstrip("# ")))
        else:
            if re.match(r"\s*(!!!|\?\?\?|===) ", line):
                draft.remark(number, messages.NO_ADMONITION, line.strip())
            lines.append(_harmless(line, draft, number))
    if quiz is not None:
        draft.remark(opened, messages.QUIZ_NOT_CLOSED)
        _ask(draft, step, quiz, opened)
    close_prose()
    if step.paragraphs or step.questions:
        draft.steps.append(step)
    if not any(one.questions for one in draft.steps):
        raise NotThisFormatError(Text(en=""))
    return draft


def _unmarked(title: str) -> str:
    """Return a heading without an id or marks of its own."""
    return re.sub(r"\s*\{[^}]*\}\s*$", "", title).strip().strip("#*_ ")


def _harmless(line: str, draft: LessonDraft, number: int) -> str:
    """Return a line of prose in which nothing reads as ours: {{ … }} is a live value here."""
    if "{{" in line:
        draft.remark(number, messages.NO_MACRO, line.strip())
        line = line.replace("{{", "{ {").replace("}}", "} }")
    return line


def _ask(draft: LessonDraft, step: StepDraft, lines: list[str], opened: int) -> None:
    """Add the question in a quiz to a step."""
    lines = [_harmless(line, draft, opened + number) for number, line in enumerate(lines, 1)]
    answers = [number for number, line in enumerate(lines) if _ANSWER.fullmatch(line.strip())]
    question = _choice(lines, answers, draft, opened) if answers else _blank(lines, draft, opened)
    if question is not None:
        step.questions.append(question)
    else:
        step.paragraphs.extend(paragraphs_of("\n".join(lines)))


def _choice(lines: list[str], answers: list[int], draft: LessonDraft, opened: int) -> QuestionDraft | None:
    options: list[Option] = []
    end = answers[0]
    for at in answers:
        match = _ANSWER.fullmatch(lines[at].strip())
        assert match is not None
        end = at + 1
        said = []
        while end < len(lines) and lines[end].lstrip().startswith(">"):
            said.append(lines[end].lstrip()[1:].strip())
            end += 1
        options.append(Option(match["text"].strip(), match["mark"] in ("x", "X"), "\n".join(said)))
    right = sum(option.right for option in options)
    if not right or len(options) < 2:
        draft.remark(opened, messages.NO_RIGHT_OPTION, "")
        return None
    if not all(option.say for option in options):
        draft.remark(opened, messages.SAY_WHY)
    prompt = "\n".join(lines[: answers[0]]).strip()
    explain = "\n".join(lines[end:]).strip()
    return QuestionDraft("choice" if right == 1 else "choices", prompt, tuple(options), explain=explain)


def _blank(lines: list[str], draft: LessonDraft, opened: int) -> QuestionDraft | None:
    rule = next((number for number, line in enumerate(lines) if line.strip() == "---"), len(lines))
    text, explain = "\n".join(lines[:rule]).strip(), "\n".join(lines[rule + 1 :]).strip()
    words = [match["word"].strip() for match in _BLANK.finditer(text)]
    if not words:
        draft.remark(opened, messages.NO_ANSWER)
        return None
    if len(words) > 1:
        draft.remark(opened, messages.ONE_BLANK, ", ".join(words[1:]))
    prompt = _BLANK.sub("___", text, count=1)
    prompt = _BLANK.sub(lambda match: match["word"].strip(), prompt)
    numbers = read_numbers(words[0])
    if numbers:
        draft.remark(opened, messages.WORK_IT_OUT, words[0])
        return QuestionDraft("number", prompt.replace("___", "…"), number=numbers[0], explain=explain)
    return QuestionDraft("blank", prompt, accept=(words[0],), explain=explain)
