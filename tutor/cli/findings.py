"""A finding about a course as a line of text, as compilers write theirs: editors find the place in it."""

from __future__ import annotations

from tutor.course.finding import Finding
from tutor.visible import visible


def finding_line(finding: Finding, place: str, language: str) -> str:
    """Return a finding on one line, at the place as it is to be named here."""
    return visible(finding.told(language, place))
