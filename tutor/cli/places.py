"""Where in a course: "cost", "8/2", "cost/the-parabola", with what its lab is set to behind a question mark."""

from __future__ import annotations

from tutor.cli import messages
from tutor.cli.nearest import did_you_mean
from tutor.cli.world import World
from tutor.course.outline import LessonOutline, Outline


def place_of(given: str, course: Outline) -> tuple[str, str] | None:
    """Return the (lesson, step) that "cost/the-parabola", "8/2" or "cost" names, or None."""
    lesson_name, _, step_name = given.partition("?")[0].partition("/")
    lesson = _lesson_of(lesson_name, course)
    if lesson is None:
        return None
    ids = [step.id for step in lesson.steps]
    if not step_name:
        return lesson.id, ids[0]
    numbers = [str(number) for number in range(1, len(ids) + 1)]
    if step_name in numbers:
        return lesson.id, ids[numbers.index(step_name)]
    return (lesson.id, step_name) if step_name in ids else None


def state_in(given: str) -> str:
    """Return what a place says of the lab there: "units=3" of "xor-training/playground?units=3"; "" where nothing."""
    return given.partition("?")[2]


def complain_of_place(given: str, course: Outline, world: World) -> None:
    """Say what of a place that `place_of` does not find is missing, what there is, and what was probably meant."""
    lesson_name, _, step_name = given.partition("?")[0].partition("/")
    lesson = _lesson_of(lesson_name, course)
    if lesson is None:
        known = [one.id for one in course.lessons]
        world.complain(messages.NO_SUCH_LESSON, given=lesson_name, known=", ".join(known))
        missing = lesson_name
    else:
        known = [step.id for step in lesson.steps]
        listed = ", ".join(known)
        world.complain(messages.NO_SUCH_STEP, given=step_name, lesson=lesson.id, count=len(known), known=listed)
        missing = step_name
    if near := did_you_mean(missing, known, world.language):
        world.complain(near)


def _lesson_of(name: str, course: Outline) -> LessonOutline | None:
    return course.lesson(name) or next((one for one in course.lessons if name in (one.folder, str(one.number))), None)
