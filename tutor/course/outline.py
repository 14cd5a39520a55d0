"""A course's outline: its lessons, steps and questions by name, read in a moment.

`load_outline` reads course.yaml and the lessons' headings, but neither prose, nor questions, nor labs, so it imports
neither the Markdown parser nor NumPy: a home screen paints from it. `tutor.course.loader` then loads one lesson whole
(`load_lesson`) or all of them (`load_course`). An outline has the attributes of a `Course` as far as it knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any

from tutor.course.finding import CourseError, Place
from tutor.course.kept import Kept
from tutor.course.lessonfile import LessonFile, scan_lesson
from tutor.course.messages import lessons as messages
from tutor.course.messages.files import MISSING_TEXT
from tutor.course.owncode import OwnCode
from tutor.course.said import Said, StepName, said_in
from tutor.course.source import Files, Findings, is_folder, is_there, suggestion
from tutor.course.yaml import Fields, Items, Node, Scalar, describe, not_wanted, parse_yaml
from tutor.dataclass import dataclass
from tutor.language import Text
from tutor.namedtuple import NamedTuple

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

FORMAT = 1
"""The version of the course format that this program reads."""

GLOSSARY = "glossary.yaml"
"""The file with a course's terms, where it has one; `tutor.course.glossary` reads it."""

COURSE_FIELDS: Mapping[str, str] = {
    "format": "the version of the course format",
    "id": "a name that stays: answers are kept by it",
    "title": "what the course is called",
    "description": "one or two sentences for its first screen",
    "languages": "its languages; the first stands in where another is missing",
    "lessons": "the lessons' folders, in order",
    "playground": "a step that the course map leads to once it was reached, as LESSON/STEP",
    "rests": "on which steps a step rests beside what its labs tell: LESSON/STEP: [LESSON/STEP, not LESSON/STEP]",
}
"""The fields of course.yaml and what each is for; all but the last three of them are required."""
OPTIONAL_COURSE_FIELDS = frozenset({"description", "playground", "rests"})


class QuestionOutline(NamedTuple):
    """A question by name."""

    id: str
    place: Place


class StepOutline(NamedTuple):
    """A step by name."""

    id: str
    title: Text
    questions: tuple[QuestionOutline, ...]


@dataclass(frozen=True, eq=False)
class LessonOutline:
    """A lesson by name."""

    id: str
    folder: str
    number: int
    title: Text
    goal: Text
    steps: tuple[StepOutline, ...]
    deck: str
    purpose: Text = Text(en="")
    """what it is for"""

    @cached_property
    def questions(self) -> tuple[QuestionOutline, ...]:
        """Every question, in the order in which the steps ask them."""
        return tuple(question for step in self.steps for question in step.questions)


@dataclass(frozen=True, eq=False)
class Outline:
    """A course by name."""

    id: str
    title: Text
    languages: tuple[str, ...]
    lessons: tuple[LessonOutline, ...]
    folder: Path
    description: Text
    own: OwnCode | None = None
    """the Python of its own that somebody agreed to run; None: nobody was asked, and none of it runs"""
    playground: tuple[str, str] | None = None
    """the lesson and the step that the course map leads to once it was reached; None for none"""
    said: Mapping[StepName, Said] = field(default_factory=dict)
    """what the author says of a step about those on which it rests"""
    kept: Kept | None = None
    """where lessons are that were read at an earlier start; None: each is read anew"""

    def lesson(self, lesson_id: str) -> LessonOutline | None:
        """Return the lesson with this id, or None."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

    def all_questions(self) -> Iterator[tuple[LessonOutline, StepOutline, QuestionOutline]]:
        """Yield every question with the lesson and the step that ask it."""
        for lesson in self.lessons:
            for step in lesson.steps:
                for question in step.questions:
                    yield lesson, step, question

    def language_for(self, wanted: str) -> str:
        """Return `wanted` where the course has it, or the course's first language."""
        return wanted if wanted in self.languages else self.languages[0]


class LessonFiles(NamedTuple):
    """A lesson's folder with its files taken apart."""

    folder: str
    number: int
    files: dict[str, LessonFile]
    """by language, the course's first language first"""

    @property
    def id(self) -> str:
        """The lesson's id: its folder's name without the number."""
        return lesson_id_of(self.folder)


Folder = tuple[str, Place]
"""A lesson's folder, and where course.yaml names it."""


class CourseFiles(NamedTuple):
    """What course.yaml says."""

    id: str
    title: Text
    description: Text
    languages: tuple[str, ...]
    folders: tuple[Folder, ...]
    files: Files
    playground: tuple[str, Place] | None = None
    """as LESSON/STEP"""
    rests: Node | None = None


def lesson_id_of(folder: str) -> str:
    """Return a lesson's id: "08-cost" -> "cost"."""
    number, _, rest = folder.partition("-")
    return rest if number.isdigit() and rest else folder


def load_outline(path: Path, *, own: OwnCode | None = None) -> Outline:
    """Return the outline of the course in the folder `path`. Nothing runs; `own` is for the lessons that are loaded.

    Raises:
        CourseError: the files cannot be read this far, with every finding at once.
    """
    findings = Findings()
    course = read_course_file(Files(path), findings)
    lessons: list[LessonOutline] = []
    if course is not None:
        for number, (folder, place) in enumerate(course.folders, 1):
            files = read_lesson_files(course, folder, number, place, findings, outline=True)
            if files is not None:
                lessons.append(outline_of(files, findings))
        refuse_repeated_ids(lessons, findings)
    playground = place_in(course, lessons, findings) if course is not None else None
    steps = ((lesson.id, step.id) for lesson in lessons for step in lesson.steps)
    said = said_in(course.rests, steps, findings) if course is not None else {}
    if course is None or findings.severe:
        raise CourseError(findings.sorted())
    return Outline(
        course.id, course.title, course.languages, tuple(lessons), path, course.description, own, playground, said
    )


def outline_of(files: LessonFiles, findings: Findings) -> LessonOutline:
    """Return a lesson by name."""
    first = next(iter(files.files.values()))
    titles = step_titles(files)
    steps = tuple(
        StepOutline(
            step.id,
            titles[step.id],
            tuple(QuestionOutline(name, place) for name, place in step.question_ids(findings)),
        )
        for step in first.steps
    )
    return LessonOutline(
        files.id,
        files.folder,
        files.number,
        Text(**{language: file.title for language, file in files.files.items() if file.title} or {"en": files.id}),
        Text(**{language: file.goal for language, file in files.files.items() if file.goal} or {"en": ""}),
        steps,
        first.deck,
        Text(**{language: file.purpose for language, file in files.files.items() if file.purpose} or {"en": ""}),
    )


def step_titles(files: LessonFiles) -> dict[str, Text]:
    """Return the title of each step in each language that has the step."""
    titles: dict[str, dict[str, str]] = {}
    for language, file in files.files.items():
        for step in file.steps:
            titles.setdefault(step.id, {})[language] = step.title
    return {step: Text(**said) for step, said in titles.items()}


def refuse_repeated_ids(lessons: list[LessonOutline], findings: Findings) -> None:
    """Note lessons with one id, and questions that are asked twice: attempts are kept by these names."""
    seen: dict[str, str] = {}
    for lesson in lessons:
        if lesson.id in seen:
            one, other, place = seen[lesson.id], lesson.folder, Place("course.yaml", 1)
            findings.error(place, "repeated-id", messages.LESSONS_WITH_ONE_ID, one=one, other=other, id=lesson.id)
        seen.setdefault(lesson.id, lesson.folder)
    asked: dict[str, Place] = {}
    for lesson in lessons:
        for question in lesson.questions:
            if question.id in asked:
                before = asked[question.id]
                findings.error(question.place, "repeated-id", messages.ASKED_BEFORE, id=question.id, place=before)
            asked.setdefault(question.id, question.place)


def read_course_file(files: Files, findings: Findings) -> CourseFiles | None:
    """Return what course.yaml says, or None with findings."""
    if not is_folder(files.folder):
        findings.error(Place(str(files.folder), 1), "missing-file", messages.NO_COURSE_FOLDER)
        return None
    source = files.read("course.yaml", findings)
    node = parse_yaml(source, findings) if source is not None else None
    if not isinstance(node, Fields):
        if not findings.severe:
            findings.error(Place("course.yaml", 1), "wrong-value", messages.COURSE_NEEDS_FIELDS)
        return None
    known = tuple(COURSE_FIELDS)
    for name in node.entries:
        if name not in known:
            place, near = node.keys[name].place, suggestion(name, known)
            findings.error(place, "unknown-field", messages.NO_COURSE_FIELD, name=name, nearest=near)
    for name in known:
        if name not in node.entries and name not in OPTIONAL_COURSE_FIELDS:
            findings.error(node.place, "missing-field", messages.COURSE_NEEDS, name=name)
    form = node.entries.get("format")
    if form is not None and (not isinstance(form, Scalar) or form.value != FORMAT or form.value is True):
        findings.error(form.place, "wrong-value", messages.OTHER_FORMAT, found=describe(form), format=FORMAT)
    languages = tuple(text for text, _ in _names(node.entries.get("languages"), messages.LANGUAGE_CODES, findings))
    folders = _names(node.entries.get("lessons"), messages.LESSON_FOLDERS, findings)
    for language, place in _names(node.entries.get("languages"), messages.LANGUAGE_CODES, Findings()):
        if not LANGUAGE.fullmatch(language):
            findings.error(place, "wrong-value", messages.NO_LANGUAGE_CODE, language=language)
            return None
    seen: set[str] = set()
    for folder, place in folders:
        if folder in seen:
            findings.error(place, "repeated-id", messages.FOLDER_TWICE, folder=folder)
        seen.add(folder)
    title = _text(node.entries.get("title"), languages, findings)
    description = _text(node.entries.get("description"), languages, findings)
    name_node = node.entries.get("id")
    course_id = name_node.text.strip() if isinstance(name_node, Scalar) else ""
    if name_node is not None and not course_id:
        not_wanted(findings, name_node, messages.COURSE_ID)
    if not languages or title is None:
        return None
    node_of_it = node.entries.get("playground")
    playground = None
    if isinstance(node_of_it, Scalar) and "/" in node_of_it.text:
        playground = (node_of_it.text.strip(), node_of_it.place)
    elif node_of_it is not None:
        not_wanted(findings, node_of_it, messages.LESSON_AND_STEP)
    text, rests = description or Text(en=""), node.entries.get("rests")
    return CourseFiles(course_id or "course", title, text, languages, folders, files, playground, rests)


def place_in(course: CourseFiles, lessons: Iterable[LessonOutline], findings: Findings) -> tuple[str, str] | None:
    """Return the lesson and the step of the playground; None without one, and with a finding where there is no such
    step."""
    if course.playground is None:
        return None
    given, place = course.playground
    known = [f"{lesson.id}/{step.id}" for lesson in lessons for step in lesson.steps]
    if given not in known:
        near = suggestion(given, known)
        findings.error(place, "unknown-name", messages.NO_SUCH_STEP, name=given, nearest=near)
        return None
    lesson, _, step = given.partition("/")
    return lesson, step


def _names(node: Node | None, what: Text, findings: Findings) -> tuple[tuple[str, Place], ...]:
    if node is None:
        return ()
    if not isinstance(node, Items) or not node.items:
        not_wanted(findings, node, messages.LIST_OF.filled(what=what))
        return ()
    found = []
    for item in node.items:
        if isinstance(item, Scalar) and isinstance(item.value, str) and item.text.strip():
            found.append((item.text.strip(), item.place))
        else:
            findings.error(item.place, "wrong-value", messages.AMONG, found=describe(item), what=what)
    return tuple(found)


def _text(node: Node | None, languages: tuple[str, ...], findings: Findings) -> Text | None:
    if node is None:
        return None
    found: dict[str, Any] = {}
    if isinstance(node, Scalar) and node.text.strip():
        return Text(**{languages[0] if languages else "en": node.text.strip()})
    if isinstance(node, Fields):
        for language, value in node.entries.items():
            if language not in languages:
                place, near = node.keys[language].place, suggestion(language, languages)
                findings.error(place, "unknown-field", messages.NO_COURSE_LANGUAGE, language=language, nearest=near)
            elif isinstance(value, Scalar) and value.text.strip():
                found[language] = value.text.strip()
        for language in languages:
            if language not in node.entries:
                findings.warn(node.place, "missing-translation", MISSING_TEXT, language=language)
    ordered = {language: found[language] for language in languages if language in found}
    if not ordered:
        not_wanted(findings, node, messages.TEXT_IN_EACH)
        return None
    return Text(**ordered)


def read_lesson_files(
    course: CourseFiles, folder: str, number: int, place: Place, findings: Findings, *, outline: bool = False
) -> LessonFiles | None:
    """Return a lesson's files taken apart, or None where the first language's cannot be read.

    Args:
        outline: of the blocks, only the quizzes of the first language are read.
    """
    home = course.files.folder
    if course.files.inside(folder) is None:
        findings.error(place, "outside", messages.LEADS_OUT_BY, folder=folder)
        return None
    if not is_folder(home / folder):
        there = [child.name for child in home.iterdir() if child.is_dir() and not child.name.startswith(".")]
        near = suggestion(folder, there)
        findings.error(place, "missing-lesson", messages.NO_LESSON_FOLDER, folder=folder, nearest=near)
        return None
    files: dict[str, LessonFile] = {}
    for language in course.languages:
        name = f"{folder}/lesson.{language}.md"
        if language != course.languages[0] and not is_there(home / name):
            first, at = course.languages[0], Place(name, 1)
            findings.warn(at, "missing-translation", messages.LESSON_UNTRANSLATED, language=language, first=first)
            continue
        source = course.files.read(name, findings)
        if source is not None:
            blocks = ("lab", "quiz") if not outline else ("quiz",) if not files else ()
            files[language] = scan_lesson(source, findings, blocks=blocks)
    return LessonFiles(folder, number, files) if course.languages[0] in files else None
