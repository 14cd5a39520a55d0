"""Where something stands in a course's files, and what is wrong with it there."""

from __future__ import annotations

from dataclasses import field

from tutor.course.messages import files as messages
from tutor.dataclass import dataclass
from tutor.language import Text
from tutor.namedtuple import NamedTuple


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
    words: Text
    """what was found and what would be right, in one or two sentences, with the nearest valid name if there is one"""
    kind: str = "format"
    """a stable short name, listed in the authoring guide ("unknown-lab", "missing-translation")"""
    severe: bool = True
    """An error: the course cannot be opened as it is. False for a warning."""

    @property
    def message(self) -> str:
        """The words in English: what findings are sorted by, and told apart, in whatever language they are read."""
        return self.words("en")

    def told(self, language: str, at: str = "") -> str:
        """Return the whole of it on one line, as compilers write theirs; `at` is its place, if not as it is here."""
        name = messages.ERROR if self.severe else messages.WARNING
        return f"{at or self.place}: {name(language)}: {self.words(language)} [{self.kind}]"

    def __str__(self) -> str:
        return self.told("en")


class CourseError(Exception):
    """A course that cannot be opened, with every finding at once."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings

    def told(self, language: str) -> str:
        """Return every finding, a line each."""
        return "\n".join(finding.told(language) for finding in self.findings)
