"""The last page of a course, as lines and as Markdown: what was built, what can be done, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.segment import Segment
from rich.style import Style

from tutor.chart.palette import MONOCHROME
from tutor.learner.closing import Closing
from tutor.learner.survey import Survey
from tutor.namedtuple import NamedTuple
from tutor.render import calibration
from tutor.render import messages as page_messages
from tutor.render.ends import messages
from tutor.render.look import Look
from tutor.render.progress import facts_line
from tutor.render.skill_map import skills_map
from tutor.render.standing import STANDING_MARKS, legend
from tutor.render.waiting import reading_lines
from tutor.render.wrap import wrapped

Lines = list[list[Segment]]

LONGEST_LINE = 100


class Part(NamedTuple):
    """One part of the page."""

    title: str
    texts: tuple[str, ...]
    items: tuple[str, ...] = ()


def _numbered(number: int, what: str) -> str:
    """Return something of a lesson with the number of the lesson before it."""
    return f"{number} {what}"


def parts(
    closing: Closing,
    language: str,
    formula: Callable[[str], str] = str,
    placed: Callable[[int, str], str] = _numbered,
) -> Iterator[Part]:
    """Yield what stands before the skills: the hours, what was built, the functions, the predictions.

    `formula` writes TeX as it is read, `placed` something of the lesson with a number.
    """
    yield Part(messages.CLOSING_HOURS(language), (facts_line(closing.survey, Look(MONOCHROME, language)),))
    built = closing.built
    if built is None:
        yield Part(messages.CLOSING_BUILT(language), (messages.CLOSING_NOT_BUILT(language),))
    else:
        step = placed(built.lesson.number, built.step.title.in_(language))
        where = messages.CLOSING_WHERE(language, step=step, setting=built.set_to(language))
        told = built.said(language, formula)
        yield Part(messages.CLOSING_BUILT(language), tuple(one for one in (where, told) if one))
    items = tuple(placed(one.lesson.number, f"{one.name}: {one.step.title.in_(language)}") for one in closing.functions)
    as_file = messages.CLOSING_FUNCTIONS_FILE if items else messages.CLOSING_NO_FUNCTIONS
    yield Part(messages.CLOSING_FUNCTIONS(language, count=len(items)), (as_file(language),), items)
    found = closing.survey.calibration
    sure = (*calibration.facts(found, language), *calibration.missing(found, language))
    yield Part(page_messages.PREDICTIONS_TITLE(language), (predictions_words(closing.survey, language), *sure))


def predictions_words(survey: Survey, language: str) -> str:
    """Return how close predictions came, in a sentence."""
    made = survey.predictions
    if not made.guesses:
        return page_messages.PREDICTIONS_NONE(language)
    if made.typical_miss is None:
        return page_messages.PREDICTIONS_RIGHT(language, right=made.right, guesses=made.guesses)
    percent = f"{100 * made.typical_miss:.0f}"
    return page_messages.PREDICTIONS_FACT(language, right=made.right, guesses=made.guesses, percent=percent)


def closing_lines(closing: Closing | None, width: int, look: Look) -> Lines:
    """Return the page as lines; None: that the record is still being read."""
    language, width = look.language, min(width, LONGEST_LINE)

    def rows(text: str, style: Style) -> Lines:
        return [[Segment(row, style)] for row in wrapped(text, width)]

    if closing is None:
        return reading_lines(width, look)
    course = closing.survey.course.title.in_(language)
    lines = rows(messages.CLOSING_TITLE(language, course=course), look.strong)
    for part in parts(closing, language):
        lines += [[], *rows(part.title, look.strong)]
        for item in part.items:
            for at, row in enumerate(wrapped(item, width - 2)):
                lines.append([Segment("  " if at else "✓ ", look.quiet), Segment(row, look.ink)])
        lines += [row for text in part.texts for row in rows(text, look.ink)]
    lines += [[], *rows(messages.CLOSING_SKILLS(language, count=closing.skills), look.strong)]
    lines += [*rows(page_messages.MAP_KEY(language), look.quiet), *rows(legend(language), look.quiet)]
    for number, lesson in enumerate(closing.survey.lessons):
        lines += [[], *rows(f"{lesson.number} · {lesson.title.in_(language)}", look.strong)]
        lines += skills_map(closing.survey, number, width, look)
    return [*lines, [], *rows(messages.CLOSING_AS_FILE(language), look.quiet)]


def closing_markdown(closing: Closing, language: str) -> str:
    """Return the page as Markdown."""
    course = closing.survey.course.title.in_(language)
    pieces = [f"# {messages.CLOSING_TITLE(language, course=course)}"]
    for part in parts(closing, language):
        items = "\n".join(f"- {item}" for item in part.items)
        pieces += [f"## {part.title}", *([items] if items else []), *part.texts]
    pieces += [
        f"## {messages.CLOSING_SKILLS(language, count=closing.skills)}",
        "\n".join(f"- {one}" for one in (legend(language), messages.CLOSING_KEY(language))),
    ]
    for lesson in closing.survey.lessons:
        pieces.append(f"### {lesson.number} · {lesson.title.in_(language)}")
        pieces.append("\n".join(_skill_items(closing, lesson.lesson, language)))
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _skill_items(closing: Closing, lesson_id: str, language: str) -> Iterator[str]:
    survey = closing.survey
    known = {(one.lesson, skill.step): (one, skill) for one in survey.lessons for skill in one.skills}
    for (lesson, step), (_, skill) in known.items():
        if lesson != lesson_id:
            continue
        below = [known[one] for one in survey.rests.get((lesson, step), ()) if one in known]
        names = " · ".join(f"{one.number} {other.title.in_(language)}" for one, other in below)
        mark, _ = STANDING_MARKS[skill.standing]
        yield f"- {mark} {skill.title.in_(language)}" + (f" ← {names}" if names else "")
