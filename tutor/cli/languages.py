"""In which language a course is opened."""

from __future__ import annotations

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
        if given in (*course.languages, *INTERFACE_LANGUAGES):
            return given
        world.complain(messages.NO_SUCH_LANGUAGE, given=given, known=", ".join(course.languages))
        return None
    wished = [code for code in (chosen, locale_code(world.environ)) if code]
    for code in wished:
        if code in course.languages:
            return code
    first = course.languages[0]
    own = next((code for code in wished if code in INTERFACE_LANGUAGES), INTERFACE_LANGUAGES[0])
    return first if interface_language(first) == own else own
