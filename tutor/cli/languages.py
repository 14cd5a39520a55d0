"""In which language a course is opened."""

from __future__ import annotations

from collections.abc import Sequence

from tutor.cli import messages
from tutor.cli.world import World, locale_code
from tutor.course.outline import Outline
from tutor.language import INTERFACE_LANGUAGES, interface_language


def course_language(course: Outline, given: str | None, world: World, chosen: str = "") -> str | None:
    """Return the language in which a course is opened; None, said, where `given` is none that it could be opened in.

    It is the one asked for; else what the learner chose before, or that of the locale, where the course has it. Where
    it has neither, its first language is shown: under the learner's own interface, if that speaks another.

    Args:
        given: what `--lang` says, if anything.
        chosen: what the learner chose before, or "".
    """
    if given:
        return given if can_speak(given, course.languages, world) else None
    wished = [code for code in (chosen, locale_code(world.environ)) if code]
    for code in wished:
        if code in course.languages:
            return code
    first = course.languages[0]
    own = next((code for code in wished if code in INTERFACE_LANGUAGES), INTERFACE_LANGUAGES[0])
    return first if interface_language(first) == own else own


def can_speak(given: str | None, languages: Sequence[str], world: World) -> bool:
    """Return whether a course of these languages can be opened in the one that `--lang` says; where not, that is said.

    It can where nothing is said, and in a language of the interface's: what is not in it is in the course's first.
    """
    if not given or given in (*languages, *INTERFACE_LANGUAGES):
        return True
    world.complain(messages.NO_SUCH_LANGUAGE, given=given, known=", ".join(languages))
    return False
