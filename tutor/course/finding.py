"""Where something stands in a course's files, and what is wrong with it there."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from tutor.dataclass import dataclass


class Place(NamedTuple):
    """Where something stands in a course's files."""

    file: str
    """path relative to the course's folder, with forward slashes"""
    line: int
    """from 1"""
    column: int = 1
    """from 1"""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Finding:
    """Something wrong in a course's files: where, what was found, and what would be right."""

    place: Place = field(compare=False)
    message: str
    """what was found and what would be right, in one or two sentences, with the nearest valid name if there is one"""
    kind: str = "format"
    """a stable short name, listed in the authoring guide ("unknown-lab", "missing-translation")"""
    severe: bool = True
    """An error: the course cannot be opened as it is. False for a warning."""

    def __str__(self) -> str:
        return f"{self.place}: {'error' if self.severe else 'warning'}: {self.message} [{self.kind}]"


class CourseError(Exception):
    """A course that cannot be opened, with every finding at once."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings
