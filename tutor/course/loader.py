"""Loads courses.

    load_outline(path)               titles, steps and question ids: quick, without Markdown and NumPy
    load_lesson(outline, lesson_id)  one lesson, whole
    load_glossary(outline)           the terms of a course
    load_course(path)                every lesson, whole, or every finding at once
    read_course(path)                all that its files give: what is good, what is wrong, and where it stands

A `Lesson` or a `Course` is whole from the start: labs found, questions built, prose parsed. What makes that slow are
the labs (they import NumPy), so a home screen paints from the outline, and a lesson is loaded when it is opened.
Importing this module does not import NumPy; loading a lesson does.

`run_labs=True` runs each lab once where a lesson sets it, so that an unknown readout or a wrong format is found now.
Without it, such a live value would show as `⟨name?⟩`: that is for a course which `tutor check` has proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tutor.course.fields import Reader
from tutor.course.glossary import Term, read_glossary
from tutor.course.labs import Labs
from tutor.course.lessonfile import StepFile
from tutor.course.markdown import parse_markdown
from tutor.course.messages import lessons as messages
from tutor.course.messages.files import TRUE_OR_FALSE
from tutor.course.model import Course, CourseError, Finding, LabUse, Lesson, Step
from tutor.course.outline import (
    CourseFiles,
    Folder,
    LessonFiles,
    LessonOutline,
    Outline,
    load_outline,
    outline_of,
    place_in,
    read_course_file,
    read_lesson_files,
    refuse_repeated_ids,
    step_titles,
)
from tutor.course.owncode import OwnCode
from tutor.course.prose import Place, Prose
from tutor.course.questions import Question
from tutor.course.quiz import read_quiz, read_values
from tutor.course.said import Said, StepName, said_in
from tutor.course.source import Files, Findings, is_there, suggestion
from tutor.course.validate import validate_lesson
from tutor.course.yaml import Fields, Items, Node, Scalar, describe, plain
from tutor.lab import Lab, Past
from tutor.language import Localised
from tutor.namedtuple import NamedTuple

__all__ = ["Reading", "load_course", "load_glossary", "load_lesson", "load_outline", "read_course"]

LAB_FIELDS: Mapping[str, str] = {
    "use": "the lab: its module and its function, as in `cost:mse`",
    "show": "the parameters that have a control, in order; all of them where it is not given, [] for none",
    "more": "the parameters with a control in a sheet of their own, a key away: where there are many",
    "hidden": "true: the lab gives the step its values without being shown",
    "trains": "the exercise whose program, a training, a key films on what the lab is set to",
    "layout": "`stage`: the picture takes the whole width, and nothing scrolls; `beside` where it is not given",
}
"""The fields of a lab block; every other one sets a parameter of the lab."""
LAYOUTS = ("beside", "stage")
"""How a lab can stand in its step."""


class Reading(NamedTuple):
    """A course whose files were read, once, for everything that looks at it."""

    course: Course | None
    """what is good of it; None where not one lesson can be shown"""
    findings: tuple[Finding, ...]
    """what is wrong with it, in the order of files and lines"""
    outline: CourseFiles | None
    """what course.yaml says; None where it cannot be read"""
    lessons: tuple[LessonFiles, ...]
    """the lessons' files, taken apart"""
    labs: Labs
    """its labs, and what they gave where the course sets them"""
    runs_labs: bool
    """whether labs were run, and may be"""


def load_course(path: Path, *, own: OwnCode | None = None, run_labs: bool = True) -> Course:
    """Return the course in the folder `path`.

    Args:
        own: the Python of its own that somebody agreed to run (`tutor.cli.consent`); without it, none of that runs.

    Raises:
        CourseError: something is wrong with it; holds every finding, warnings too.
    """
    reading = read_course(path, own=own, run_labs=run_labs)
    if reading.course is None or any(finding.severe for finding in reading.findings):
        raise CourseError(reading.findings)
    return reading.course


def read_course(
    path: Path,
    *,
    own: OwnCode | None = None,
    run_labs: bool = True,
    strict: bool = False,
    tracked: Callable[[Sequence[Folder]], Iterable[Folder]] = iter,
) -> Reading:
    """Return what is good of the course in the folder `path`, and everything that is not.

    A question, a lab or a lesson with an error is left out. Without `run_labs` none of the course's own Python is run,
    so whatever rests on its own labs is left out as well.

    Args:
        own: the Python of its own that somebody agreed to run. Without it, none of that runs; where it was to run,
            that is a finding.
        strict: a lab that warns has failed; see `Labs`.
        tracked: yields the lessons' folders as they are asked for, and may tell how far that has come.
    """
    findings = Findings()
    files = Files(path)
    labs = Labs(files, own if run_labs else None, strict=strict, only_reads=not run_labs)
    findings.found.extend(labs.found.findings)
    course = read_course_file(files, findings)
    taken_apart: list[LessonFiles] = []
    lessons: list[Lesson] = []
    outlines: list[LessonOutline] = []
    for number, (folder, place) in enumerate(tracked(course.folders) if course is not None else (), 1):
        assert course is not None
        lesson_files = read_lesson_files(course, folder, number, place, findings)
        if lesson_files is not None:
            taken_apart.append(lesson_files)
            outlines.append(outline_of(lesson_files, Findings()))
            lessons.append(_lesson(course, lesson_files, labs, findings, run_labs=run_labs))
    refuse_repeated_ids(outlines, findings)
    glossary: tuple[Term, ...] = ()
    said: Mapping[StepName, Said] = {}
    if course is not None:
        place_in(course, outlines, findings)
        glossary = read_glossary(files, course.languages, outlines, findings)
        steps = ((lesson.id, step.id) for lesson in outlines for step in lesson.steps)
        said = said_in(course.rests, steps, findings)
    found = tuple(lesson for lesson in lessons if lesson.steps)
    whole = (
        Course(course.id, course.title, course.languages, found, path, course.description, said, glossary)
        if course is not None and found
        else None
    )
    return Reading(whole, findings.sorted(), course, tuple(taken_apart), labs, run_labs)


def load_lesson(outline: Outline, lesson_id: str, *, run_labs: bool = True) -> Lesson:
    """Return one lesson of a course, from its files as they are now.

    Of the Python of its own, `outline.own` runs.

    Raises:
        CourseError: something is wrong with it.
        KeyError: the course has no such lesson.
    """
    found = outline.lesson(lesson_id)
    if found is None:
        raise KeyError(lesson_id)
    findings = Findings()
    files = Files(outline.folder)
    course = CourseFiles(
        outline.id,
        outline.title,
        outline.description,
        outline.languages,
        ((found.folder, Place("course.yaml", 1)),),
        files,
    )
    lesson_files = read_lesson_files(course, found.folder, found.number, Place("course.yaml", 1), findings)
    lesson = None
    labs = Labs(files, outline.own)
    findings.found.extend(labs.found.findings)
    if lesson_files is not None:
        lesson = _lesson(course, lesson_files, labs, findings, run_labs=run_labs)
    if lesson is None or findings.severe:
        raise CourseError(findings.sorted())
    return lesson


def load_glossary(outline: Outline) -> tuple[Term, ...]:
    """Return the terms of a course, from its file as it is now; none where it has no glossary.

    Raises:
        CourseError: something is wrong with it.
    """
    findings = Findings()
    glossary = read_glossary(Files(outline.folder), outline.languages, outline.lessons, findings)
    if findings.severe:
        raise CourseError(findings.sorted())
    return glossary


def _lesson(course: CourseFiles, files: LessonFiles, labs: Labs, findings: Findings, *, run_labs: bool) -> Lesson:
    """Return a lesson with all of it that is good."""
    reader = Reader(findings, course.languages)
    first = files.files[course.languages[0]]
    questions, known = _questions(course, files, reader, labs)
    _compare_languages(course, files, findings)
    titles = step_titles(files)
    steps: list[Step] = []
    asked: set[str] = set()
    for step in first.steps:
        lab = _lab_use(step, reader, labs)
        mine: list[Question] = []
        for name, place in step.question_ids(findings):
            asked.add(name)
            if name in questions:
                mine.append(questions[name])
            elif known is not None and name not in known:
                near = suggestion(name, known)
                findings.error(place, "unknown-question", messages.NO_SUCH_QUESTION_IN, name=name, nearest=near)
        _compare_labs(mine, lab, findings)
        steps.append(Step(step.id, titles[step.id], _prose(files, step.id, findings), lab, tuple(mine), step.place))
    for name, place in (known or {}).items():
        if name not in asked:
            findings.warn(place, "unused-question", messages.UNUSED_QUESTION, name=name)
    outline = outline_of(files, Findings())
    lesson = Lesson(files.id, files.folder, files.number, outline.title, outline.goal, tuple(steps), outline.deck)
    if run_labs:
        broken = {step.id for step, read in zip(first.steps, steps, strict=True) if step.lab_place and not read.lab}
        lesson = validate_lesson(lesson, labs, findings, without=broken)
    return lesson


def _questions(
    course: CourseFiles, files: LessonFiles, reader: Reader, labs: Labs
) -> tuple[dict[str, Question], dict[str, Place] | None]:
    """Return the good questions of a lesson, and the ids of all of them; None where they cannot be known."""
    first = files.files[course.languages[0]]
    name = f"{files.folder}/quiz.yaml"
    if not is_there(course.files.folder / name) and not any(step.quiz_place for step in first.steps):
        return {}, {}
    source = course.files.read(name, reader.findings)
    return read_quiz(source, reader, labs) if source is not None else ({}, None)


def _prose(files: LessonFiles, step_id: str, findings: Findings) -> Localised[Prose]:
    """Return a step's prose in each language that has the step."""
    return Localised(
        {
            language: parse_markdown(step.prose, file.source, findings, start=step.start, end=step.end)
            for language, file in files.files.items()
            for step in file.steps
            if step.id == step_id
        }
    )


def _lab_use(step: StepFile, reader: Reader, labs: Labs) -> LabUse | None:
    """Return a step's lab, or None where it has none or not a good one."""
    findings = reader.findings
    if step.lab is None:
        return None
    if not isinstance(step.lab, Fields):
        findings.error(step.lab.place, "wrong-value", messages.LAB_BLOCK_WANTED)
        return None
    use = step.lab.entries.get("use")
    if not isinstance(use, Scalar) or ":" not in use.text:
        place = use.place if use is not None else step.lab.place
        findings.error(place, "missing-field", messages.LAB_BLOCK_WANTED)
        return None
    lab = labs.find(use.text.strip(), use.place, findings)
    if lab is None:
        return None
    hidden = step.lab.entries.get("hidden")
    is_hidden = isinstance(hidden, Scalar) and hidden.value is True
    words = tuple(LAB_FIELDS)
    layout = step.lab.entries.get("layout")
    if layout is not None and not (isinstance(layout, Scalar) and layout.value in LAYOUTS):
        one, other = map(repr, LAYOUTS)
        reader.wrong(layout, messages.ONE_OR_OTHER.filled(one=one, other=other))
    if hidden is not None and not (isinstance(hidden, Scalar) and isinstance(hidden.value, bool)):
        # A network has hidden units: `hidden: 2` is a parameter where the lab has one of that name.
        if "hidden" in lab.parameters:
            words = tuple(name for name in LAB_FIELDS if name != "hidden")
        else:
            reader.wrong(hidden, TRUE_OR_FALSE)
    trains = step.lab.entries.get("trains")
    if trains is not None and not isinstance(trains, Scalar):
        reader.wrong(trains, messages.EXERCISE_ID)
    values = read_values(step.lab, lab, reader, but=words)
    show = _show(step.lab.entries.get("show"), lab, reader)
    more = _show(step.lab.entries.get("more"), lab, reader) if "more" in step.lab.entries else ()
    if values is None or show is None or more is None:
        return None
    is_stage = isinstance(layout, Scalar) and layout.value == "stage" and not is_hidden
    trained = trains.text.strip() if isinstance(trains, Scalar) else ""
    return LabUse(lab, lab.check(values), is_hidden, () if is_hidden else show, use.place, is_stage, more, trained)


def _show(node: Node | None, lab: Lab, reader: Reader) -> tuple[str, ...] | None:
    """Return the parameters that get a control; None with findings."""
    if node is None:
        return tuple(name for name, parameter in lab.parameters.items() if not isinstance(parameter, Past))
    if not isinstance(node, Items):
        reader.wrong(node, messages.LIST_OF_PARAMETERS)
        return None
    shown: list[str] = []
    for item in node.items:
        name = item.text if isinstance(item, Scalar) else ""
        if isinstance(lab.parameters.get(name), Past):
            reader.findings.error(item.place, "wrong-value", messages.NO_CONTROL, name=name)
            return None
        if name not in lab.parameters or not isinstance(item, Scalar):
            found, near = describe(item), suggestion(name, lab.parameters)
            reader.findings.error(
                item.place, "unknown-name", messages.NO_PARAMETER, found=found, lab=lab.name, nearest=near
            )
            return None
        if name not in shown:
            shown.append(name)
    return tuple(shown)


def _compare_labs(questions: Iterable[Question], use: LabUse | None, findings: Findings) -> None:
    """Note a prediction or a setting whose lab is not the step's: it is answered with what stands beside it."""
    for question in questions:
        if question.lab is None or (not question.ON_SLIDERS and not (question.single_try and use is not None)):
            continue
        if use is None or use.lab.name != question.lab.name:
            is_it = messages.STEP_LAB_IS.filled(lab=use.lab.name) if use is not None else messages.STEP_HAS_NO_LAB
            place = question.place or Place("", 1)
            findings.error(place, "other-lab", messages.OTHER_LAB, id=question.id, lab=question.lab.name, there=is_it)


def _compare_languages(course: CourseFiles, files: LessonFiles, findings: Findings) -> None:
    """Note where a translation lacks a step, has another one, or changes a lab or quiz block."""
    first_language = course.languages[0]
    first = files.files[first_language]
    wanted = [step.id for step in first.steps]
    for language, file in files.files.items():
        if language == first_language:
            continue
        there = {step.id: step for step in file.steps}
        for step in first.steps:
            other = there.get(step.id)
            if other is None:
                findings.warn(
                    Place(file.source.file, 1),
                    "missing-translation",
                    messages.STEP_UNTRANSLATED,
                    id=step.id,
                    language=language,
                    first=first_language,
                )
                continue
            for what, mine, theirs, mine_place, their_place in (
                ("lab", step.lab, other.lab, step.lab_place, other.lab_place),
                ("quiz", step.quiz, other.quiz, step.quiz_place, other.quiz_place),
            ):
                at = (mine_place or step.place).line
                same_place = (mine_place is None) == (their_place is None)
                if not same_place or (mine and plain(mine)) != (theirs and plain(theirs)):
                    findings.error(
                        their_place or other.place,
                        "languages-differ",
                        messages.BLOCKS_DIFFER,
                        block=what,
                        file=first.source.file,
                        line=at,
                    )
        for step_id, step in there.items():
            if step_id not in wanted:
                near, of_it = suggestion(step_id, wanted), first.source.file
                findings.error(step.place, "unknown-step", messages.UNKNOWN_STEP, file=of_it, id=step_id, nearest=near)
        order = [step_id for step_id in there if step_id in wanted]
        if order != [step_id for step_id in wanted if step_id in there]:
            findings.warn(Place(file.source.file, 1), "step-order", messages.OTHER_ORDER)
