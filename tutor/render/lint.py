"""How a course lies on a screen: the second half of `tutor check`.

Every step is laid out at 120x36, where it should fit, and at 80x24, where it scrolls.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from rich.cells import cell_len
from rich.segment import Segment

from tutor.chart.palette import DARK
from tutor.course.labs import Labs
from tutor.course.lint.lints import Lint, labs_of
from tutor.course.loader import Reading
from tutor.course.model import Course, LabUse, Lesson
from tutor.course.prose import Place
from tutor.course.questions import no_programs
from tutor.course.source import Findings
from tutor.course.validate import question_contexts, step_context
from tutor.lab import Choice, Values
from tutor.language import Localised, Text
from tutor.program import RunProgram
from tutor.render import header
from tutor.render.controls import Panel, control_lines
from tutor.render.lint_code import lint_code
from tutor.render.lint_mathematics import lint_mathematics
from tutor.render.look import Look
from tutor.render.page import Page, lab_lines, next_lines, next_words, page_lines
from tutor.render.question import asked_fill
from tutor.render.room import NARROW, WIDE, Room
from tutor.render.stage import LEAST_ROWS, LEAST_SHARE, stage_rows
from tutor.session.controls import Row, rows_of, to_end, value_words

SLOWEST = 0.25
"""The speed of a film that takes the most room beside it."""

SCREEN_KINDS: Mapping[str, Text] = {
    "mathematics": Text(en="TeX that cannot be laid out", ko="그릴 수 없는 TeX 수식"),
    "too-tall": Text(en="a step that does not fit a screen of 120x36", ko="120x36 화면 하나에 들어가지 않는 단계"),
    "lab-too-tall": Text(
        en="a lab that is cut at 120x36, or a part of it that is taller than a screen of 80x24",
        ko="120x36에서 잘리는 실험, 또는 80x24 화면보다 긴 그 일부",
    ),
    "stage": Text(
        en="a stage without a prediction, a task or a picture of 60% of the screen, at 120x36 or 80x24",
        ko="120x36이나 80x24에서 그림이 화면의 60%에 못 미치거나, 예측 또는 과제가 없는 무대",
    ),
    "cut-text": Text(en="a text that is cut at 120x36 or 80x24", ko="120x36이나 80x24에서 잘리는 글"),
    "code-differs": Text(
        en="code of a readout that fails, or gives something else than the readout",
        ko="실행되지 않거나, 측정값과 다른 값을 주는 측정값의 코드",
    ),
}
"""The kinds of finding of this half, and what they mean, for the authoring guide."""

_TITLE_IS_CUT = Text(
    en="At {screen} the title {title!r} is cut: beside the marks of {steps} steps there is room for {room} columns.",
    ko="{screen}에서 제목 {title!r}이(가) 잘립니다. 단계 표시 {steps}개 옆에는 {room}칸까지 들어갑니다.",
)
_NEXT_TITLE_IS_CUT = Text(
    en="At {screen} the title {title!r} is cut where the step before leads on to it. Make it shorter.",
    ko="{screen}에서 앞 단계가 다음 단계로 안내하는 줄의 제목 {title!r}이(가) 잘립니다. 제목을 줄여 주세요.",
)
_STEP_IS_LONG = Text(
    en="At {screen} this step is {height} lines long; the screen holds {most}. Shorten it, or split it.",
    ko="{screen}에서 이 단계는 {height}줄인데, 화면에는 {most}줄까지 들어갑니다. 줄이거나 나누어 주세요.",
)
_STAGE_ASKS = Text(
    en="A stage asks for a guess before it opens: give it a `predict` on this lab.",
    ko="무대는 열리기 전에 먼저 예측을 묻습니다. 이 실험에 `predict` 질문을 넣어 주세요.",
)
_STAGE_HAS_TASK = Text(
    en="A stage has something to reach: give it a `setting` on this lab.",
    ko="무대에는 이루어야 할 과제가 있습니다. 이 실험에 `setting` 질문을 넣어 주세요.",
)
_STAGE_HAS_NO_TABLE = Text(
    en="The table of {lab} is not shown on a stage.", ko="{lab} 실험의 표는 무대에 나오지 않습니다."
)
_PICTURE_IS_SMALL = Text(
    en="At {screen} the picture holds {share:.0%} of the screen, and should hold {least:.0%}: the text takes {text} "
    "rows, the task {task}, the controls {controls}, the readouts {readouts}.",
    ko="{screen}에서 그림이 화면의 {share:.0%}인데, {least:.0%}는 되어야 합니다. 글이 {text}줄, 과제가 {task}줄, "
    "조절기가 {controls}줄, 측정값이 {readouts}줄을 차지합니다.",
)
_PICTURE_IS_LOW = Text(
    en="At {screen} the picture has {rows} rows while a question is open, and should have {least}: with what is said "
    "to its longest answer, the question takes {asked}.",
    ko="{screen}에서 질문이 열려 있는 동안 그림이 {rows}줄인데, {least}줄은 되어야 합니다. 가장 긴 답에 하는 말까지 "
    "합하면 질문이 {asked}줄을 차지합니다.",
)
_READOUTS_ARE_TALL = Text(
    en="At {screen} the readouts of a stage take {rows} rows, not one.",
    ko="{screen}에서 무대의 측정값이 한 줄이 아니라 {rows}줄을 차지합니다.",
)
_LAB_IS_TALL = Text(
    en="At {screen} {lab} takes {rows} rows; {most} can be seen at once. Show fewer parameters (`show:`), fewer "
    "readouts, or a smaller table or drawing.",
    ko="{screen}에서 {lab} 실험이 {rows}줄인데, 한 번에 보이는 것은 {most}줄입니다. 매개변수(`show:`)나 "
    "측정값을 줄이거나, 표나 그림을 작게 해 주세요.",
)
_PART_IS_TALL = Text(
    en="At {screen} a part of {lab} takes {rows} rows; {most} can be seen at once. Show fewer parameters (`show:`), "
    "fewer readouts, or a smaller table or drawing.",
    ko="{screen}에서 {lab} 실험의 일부가 {rows}줄인데, 한 번에 보이는 것은 {most}줄입니다. 매개변수(`show:`)나 "
    "측정값을 줄이거나, 표나 그림을 작게 해 주세요.",
)
_IS_CUT = Text(
    en="At {screen} {what} of {lab} is cut: {text}.", ko="{screen}에서 {lab} 실험의 {what}이(가) 잘립니다: {text}."
)
_THE_TABLE = Text(en="the table", ko="표")
_THE_READOUT = Text(en="the readout", ko="측정값")
_THE_LABEL = Text(en="the label", ko="이름표")
_THE_VALUE = Text(en="the value", ko="값")


def lints_of_screens(reading: Reading, run_program: RunProgram = no_programs) -> Iterator[Lint]:
    """Yield what proves a course on screen.

    What could not be read is left out: the other half of `tutor check` says why. Where labs may not be run, only steps
    and questions without a lab are laid out.

    Args:
        run_program: runs the code that labs give for their readouts; without it none is proved.
    """
    course = reading.course
    if course is None:
        return
    yield Lint(frozenset(), partial(_lint_texts, course))
    labs = reading.labs
    for lesson in course.lessons:
        for number, step in enumerate(lesson.steps):
            find = partial(_lint_step, course.languages, lesson, number, labs, runs_labs=reading.runs_labs)
            yield Lint(labs_of(step, step.questions), find)
    if reading.runs_labs:
        uses: dict[str, list[LabUse]] = {}
        for use in (step.lab for lesson in course.lessons for step in lesson.steps):
            if use is not None:
                uses.setdefault(use.lab.name, []).append(use)
        for name, some in uses.items():
            yield Lint(frozenset([name]), partial(lint_code, some, labs, run_program))


def _lint_texts(course: Course, findings: Findings) -> None:
    """Note titles that are cut, and formulas of the glossary that cannot be laid out."""
    for lesson in course.lessons:
        for language in course.languages:
            _lint_title(lesson, _look(language), findings)
    for term in course.glossary:
        for language, means in term.means.variants.items():
            shown = [Localised({language: prose}) for prose in (means, term.formula) if prose is not None]
            lint_mathematics(shown, lambda *_: "", language, findings)


def _look(language: str) -> Look:
    return Look(DARK, language, motion="reduced")


def _lint_step(
    languages: Sequence[str], lesson: Lesson, number: int, labs: Labs, findings: Findings, *, runs_labs: bool
) -> None:
    """Lay a step out in every language, with every variant of its questions."""
    step = lesson.steps[number]
    if step.lab is not None and not runs_labs:
        return
    context = step_context(step, labs, Findings())
    questions = [question for question in step.questions if question.lab is None or runs_labs]
    every = [[asked for asked, _ in question_contexts(one, labs, Findings())] for one in questions]
    first = tuple(one[0] for one in every if one)
    for language in languages:
        # A step that names a lab which cannot be had has live values about which nothing is known.
        if context is None or (context.lab is None and any(step.prose.in_(language).lives())):
            continue
        page = Page(lesson, number, _look(language), context.values, context.result, first)
        lint_mathematics([step.prose], page.fill(), language, findings)
        _lint_page(page, findings)
        for asked in (asked for variants in every for asked in variants):
            lint_mathematics(asked.question.texts(), asked_fill(asked, language), language, findings)


def _lint_title(lesson: Lesson, look: Look, findings: Findings) -> None:
    marks = ("unseen",) * len(lesson.steps)
    first = Place(f"{lesson.folder}/lesson.{look.language}.md", 1)
    for step in (None, *(step for step in lesson.steps if step.is_stage)):
        # The title of a stage stands in the header, where that of its lesson makes room for it.
        title = (lesson if step is None else step).title.in_(look.language)
        heading = header.Heading(
            lesson.number, lesson.title.in_(look.language), marks, 0, "" if step is None else title
        )
        (line,) = map(_text, header.lesson_header(heading, NARROW.header_width, look).lines)
        if title in line:
            continue
        room = cell_len(line.partition("…")[0] + "…") - cell_len(f"{lesson.number} · ")
        findings.warn(
            first if step is None else step.place or first,
            "cut-text",
            _TITLE_IS_CUT,
            screen=NARROW,
            title=title,
            steps=len(lesson.steps),
            room=room,
        )


def _lint_page(page: Page, findings: Findings) -> None:
    step, language = page.step, page.look.language
    here = step.prose.in_(language).place or step.place or Place("", 1)
    # Where a question cannot be asked, the height is not known.
    height = len(page_lines(page, WIDE)) if len(page.asked) == len(step.questions) and not step.is_stage else 0
    if height > WIDE.height:
        findings.warn(
            Place(here.file, max(here.line - 1, 1)),
            "too-tall",
            _STEP_IS_LONG,
            screen=WIDE,
            height=height,
            most=WIDE.height,
        )
    for room in (WIDE, NARROW):
        if step.is_stage and step.lab is not None and page.result is not None:
            _lint_stage(page, step.lab, room, findings)
        following = page.following
        if following is not None and not any(next_words(page) in _text(line) for line in next_lines(page, room)):
            findings.warn(
                following.place or here,
                "cut-text",
                _NEXT_TITLE_IS_CUT,
                screen=room,
                title=following.title.in_(language),
            )
        if step.lab is not None and not step.is_stage:
            _lint_lab(page, step.lab, room, findings)


def _lint_stage(page: Page, use: LabUse, room: Room, findings: Findings) -> None:
    """Note what keeps a stage from being one: the rule of its layout, and what it asks of a learner."""
    place, rows = use.place or Place("", 1), stage_rows(page, room)
    about = [one for one in page.step.questions if one.lab is not None and one.lab.name == use.lab.name]
    if room is WIDE:
        if not any(question.single_try for question in about):
            findings.warn(place, "stage", _STAGE_ASKS)
        if not any(question.ON_SLIDERS for question in about):
            findings.warn(place, "stage", _STAGE_HAS_TASK)
        if page.result is not None and page.result.table is not None:
            findings.warn(place, "stage", _STAGE_HAS_NO_TABLE, lab=use.lab.name)
    if rows.share < LEAST_SHARE:
        findings.warn(
            place,
            "stage",
            _PICTURE_IS_SMALL,
            screen=room,
            share=rows.share,
            least=LEAST_SHARE,
            text=rows.text,
            task=rows.task,
            controls=rows.controls,
            readouts=rows.readouts,
        )
    if rows.picture_beside_words < LEAST_ROWS:
        findings.warn(
            place,
            "stage",
            _PICTURE_IS_LOW,
            screen=room,
            rows=rows.picture_beside_words,
            least=LEAST_ROWS,
            asked=rows.asked,
        )
    if rows.readouts > 1:
        findings.warn(place, "stage", _READOUTS_ARE_TALL, screen=room, rows=rows.readouts)
    for what, text in _cut_controls(use, page.values, room.stage_width, page.look):
        _note_cut(place, room, what, use.lab.name, text, findings)


def _lint_lab(page: Page, use: LabUse, room: Room, findings: Findings) -> None:
    lab = lab_lines(page, room)
    if lab is None:
        return
    place, name, width = use.place or Place("", 1), use.lab.name, room.lab_width
    if lab.height(room) > room.lab_height:
        findings.warn(
            place,
            "lab-too-tall",
            _LAB_IS_TALL if room.beside else _PART_IS_TALL,
            screen=room,
            lab=name,
            rows=lab.height(room),
            most=room.lab_height,
        )
    parts = ((_THE_TABLE, lab.table), (_THE_READOUT, lab.readouts))
    wide = [(what, text) for what, lines in parts for text in map(_text, lines) if cell_len(text) > width]
    for what, text in [*wide, *_cut_controls(use, page.values, width, page.look)]:
        _note_cut(place, room, what, name, text, findings)


def _note_cut(place: Place, room: Room, what: Text, lab: str, text: str, findings: Findings) -> None:
    findings.warn(place, "cut-text", _IS_CUT, screen=room, what=what, lab=lab, text=text.strip())


def _cut_controls(use: LabUse, values: Values, width: int, look: Look) -> Iterator[tuple[Text, str]]:
    """Yield each label and each value of a control that does not fit its place, at its widest, with what it is."""
    rows = rows_of(use.lab, use.show)
    for number, row in enumerate(rows):
        for at in _outermost(row, values):
            line = _text(control_lines(Panel(rows, at, speed=SLOWEST), width, look)[number])
            label, words = row.label(look.language), value_words(row, at, look.language, unit=False)
            if label not in line:
                yield _THE_LABEL, label
            if words not in line or cell_len(line) > width:
                yield _THE_VALUE, words


def _outermost(row: Row, values: Values) -> Iterator[Values]:
    """Yield the values with a row at both of its ends, or at each of its options."""
    if isinstance(row.parameter, Choice):
        yield from (row.put(values, option) for option in row.parameter.options)
    else:
        yield from (to_end(row, values, last=last) for last in (False, True))


def _text(line: Sequence[Segment]) -> str:
    """Return a drawn line as text, without the spaces at its end."""
    return "".join(segment.text for segment in line).rstrip()
