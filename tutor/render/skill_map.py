"""The map of skills: of one lesson, what each skill rests on and what rests on it, with how well each is known."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

from tutor.course.said import StepName
from tutor.learner.survey import LessonSurvey, SkillSurvey, Survey
from tutor.render import messages
from tutor.render.look import Look
from tutor.render.standing import STANDING_MARKS, legend
from tutor.render.wrap import wrapped

Lines = list[list[Segment]]

TITLE_SHARE = 3
"""One part in so many of the width is for the skills' own names."""
MOST = 5
"""How many skills are named beside one; of more, the number."""
BELOW, ABOVE = "←", "→"


def map_page(survey: Survey, chosen: int, width: int, look: Look) -> Lines:
    """Return the map of the chosen lesson's skills."""
    if not survey.lessons:
        return []
    language, lesson = look.language, survey.lessons[chosen]
    title = messages.MAP_TITLE(language, number=lesson.number, title=lesson.title.in_(language))
    lines: Lines = [[Segment(row, look.strong)] for row in wrapped(title, width)]
    lines += [[Segment(row, look.quiet)] for row in wrapped(messages.MAP_KEY(language), width)]
    lines += [[Segment(row, look.quiet)] for row in wrapped(legend(language), width)]
    return [*lines, *skills_map(survey, chosen, width, look)]


def skills_map(survey: Survey, number: int, width: int, look: Look) -> Lines:
    """Return the skills of a lesson, each with what it rests on and what rests on it."""
    language, lesson = look.language, survey.lessons[number]
    lines: Lines = []
    known = {(one.lesson, skill.step): (one, skill) for one in survey.lessons for skill in one.skills}
    above: dict[StepName, list[StepName]] = {}
    for step, others in survey.rests.items():
        for other in others:
            above.setdefault(other, []).append(step)
    longest = max((cell_len(skill.title.in_(language)) for skill in lesson.skills), default=0)
    room = max(min(longest, width // TITLE_SHARE), 8)
    for skill in lesson.skills:
        step = (lesson.lesson, skill.step)
        mark, role = STANDING_MARKS[skill.standing]
        names = wrapped(skill.title.in_(language), room) or [""]
        beside = [
            (sign, row)
            for sign, steps in ((BELOW, survey.rests.get(step, ())), (ABOVE, above.get(step, ())))
            if (words := _names((known[one] for one in steps if one in known), lesson, language))
            for sign, row in _led(sign, wrapped(words, max(width - room - 7, 8)))
        ]
        lines.append([])
        for number in range(max(len(names), len(beside))):
            name = names[number] if number < len(names) else ""
            sign, row = beside[number] if number < len(beside) else (" ", "")
            lines.append(
                [
                    Segment(f"{mark} " if number == 0 else "  ", look.role(role)),
                    Segment(set_cell_size(name, room), look.ink),
                    Segment(f"   {sign} ", look.quiet),
                    Segment(row, look.ink if sign != ABOVE else look.quiet),
                ]
            )
    return lines


def _led(sign: str, rows: list[str]) -> list[tuple[str, str]]:
    return [(sign if number == 0 else " ", row) for number, row in enumerate(rows)]


def _names(found: Iterable[tuple[LessonSurvey, SkillSurvey]], here: LessonSurvey, language: str) -> str:
    """Return skills by name, each with its mark; those of another lesson with that one's number."""
    names = []
    for lesson, skill in found:
        number = "" if lesson is here else f"{lesson.number} "
        names.append(f"{number}{skill.title.in_(language)} {STANDING_MARKS[skill.standing][0]}")
    shown = (
        names if len(names) <= MOST else [*names[: MOST - 1], messages.MAP_MORE(language, count=len(names) - MOST + 1)]
    )
    return " · ".join(shown)
