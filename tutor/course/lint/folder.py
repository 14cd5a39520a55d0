"""What lies in a course's folder: files that nothing reads, translations older than their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tutor.course.finding import Place
from tutor.course.lessonfile import LessonFile
from tutor.course.lint import messages
from tutor.course.outline import GLOSSARY, CourseFiles, LessonFiles
from tutor.course.source import Findings
from tutor.digest import sha256

_ANYWHERE = ("README", "LICENSE", "LICENCE", "NOTICE")


def lint_folder(course: CourseFiles, lessons: Iterable[LessonFiles], findings: Findings) -> None:
    """Note stray files, lessons that do not say what they are for, and translations whose source has changed since."""
    for relative in _stray(course):
        findings.warn(
            Place(relative, 1),
            "stray-file",
            messages.STRAY_FILE,
        )
    for lesson in lessons:
        for file in lesson.files.values():
            if not file.purpose:
                findings.warn(
                    Place(file.source.file, 1),
                    "no-purpose",
                    messages.NO_PURPOSE,
                )
        source, *translations = lesson.files.values()
        state = state_of(source)
        for translation in translations:
            if translation.translates and translation.translates != state:
                findings.warn(
                    Place(translation.source.file, 1),
                    "older-translation",
                    messages.OLDER_TRANSLATION,
                    file=source.source.file,
                    state=state,
                )


def state_of(file: LessonFile) -> str:
    """Return a digest of a lesson's words, whatever its line breaks and the order of its front matter."""
    body = "\n".join(f"{step.id} {step.title} {step.prose}" for step in file.steps)
    # What a lesson is for came later: without it the state is what it was.
    words = " ".join([file.title, file.goal, *filter(None, [file.purpose]), *body.split()])
    return sha256(words.encode("utf-8")).hexdigest()[:8]


def _stray(course: CourseFiles) -> Iterator[str]:
    """Yield the files and folders that belong to no lesson."""
    folders = {folder for folder, _ in course.folders}
    known = {"quiz.yaml", *(f"lesson.{language}.md" for language in course.languages)}
    for child in _children(course.files.folder):
        if child.is_dir():
            if child.name in folders:
                yield from (
                    f"{child.name}/{inner.name}"
                    for inner in _children(child)
                    if inner.name not in known or inner.is_dir()
                )
            elif child.name != "labs":
                yield child.name
        elif child.name not in ("course.yaml", GLOSSARY):
            yield child.name


def _children(folder: Path) -> list[Path]:
    """Return what is in a folder but for hidden files and those that may be anywhere."""
    return sorted(
        child
        for child in folder.iterdir()
        if not child.name.startswith((".", "__")) and child.name.split(".")[0] not in _ANYWHERE
    )
