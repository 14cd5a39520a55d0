"""Words that point at a part of a picture: is there such a part?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint import messages
from tutor.course.lint.places import at_the_ends
from tutor.course.model import LabUse, Step
from tutor.course.prose import Pointer, Prose
from tutor.course.source import Findings, suggestion
from tutor.lab import Result
from tutor.language import Localised, Text
from tutor.pointing import parts_of

_KIND = "points-at-nothing"


def lint_pointers(step: Step, labs: Labs | None, findings: Findings) -> None:
    """Note each word of a step that points at nothing. Without labs nothing is known about pictures."""
    if any(_pointers(step.prose)):
        _compare_languages(step.prose, findings)
        if labs is not None:
            _lint_step(step, labs, findings)
    for question in step.questions:
        for text in question.texts():
            _note(_pointers(text), messages.ONLY_STEPS_POINT, findings)


def _lint_step(step: Step, labs: Labs, findings: Findings) -> None:
    use = step.lab
    if use is None or use.hidden:
        _note(_pointers(step.prose), messages.NO_PICTURE_TO_POINT_AT, findings)
        return
    wanted = {pointer.part for pointer in _pointers(step.prose)}
    parts = _parts(use, labs, wanted)
    for pointer in _pointers(step.prose):
        if pointer.part not in parts:
            near = suggestion(pointer.part, parts)
            words = messages.NO_SUCH_PART.filled(lab=use.lab.name, part=pointer.part, nearest=near)
            _note([pointer], words, findings)


def _parts(use: LabUse, labs: Labs, wanted: Collection[str]) -> tuple[str, ...]:
    """Return the names of all parts that the picture has, as the step opens or at an end of what can be set.

    Where the step opens with all that is wanted, nothing else is looked at: to run a lab at its ends can take long.
    """
    parts: dict[str, None] = {}
    for settings in ((use.values,), tuple(at_the_ends(use.lab, use.values, use.show))):
        for _, result in labs.run_all(use.lab, settings):
            drawings = result.drawings if isinstance(result, Result) else ()
            parts.update(dict.fromkeys(part for drawing in drawings for part in parts_of(drawing)))
        if parts.keys() >= set(wanted):
            break
    return tuple(parts)


def _compare_languages(text: Localised[Prose], findings: Findings) -> None:
    """Note a translation that points at other parts than its source."""
    (first_language, first), *others = text.variants.items()
    parts = {pointer.part for pointer in first.pointers()}
    for language, prose in others:
        differ = sorted(parts ^ {pointer.part for pointer in prose.pointers()})
        if differ and prose.place is not None:
            findings.warn(
                prose.place,
                "languages-drift",
                messages.POINT_AT_OTHERS,
                language=language,
                first=first_language,
                parts=", ".join(differ),
            )


def _pointers(text: Localised[Prose]) -> Iterator[Pointer]:
    for prose in text.variants.values():
        yield from prose.pointers()


def _note(pointers: Iterable[Pointer], words: Text, findings: Findings) -> None:
    for pointer in pointers:
        findings.error(pointer.place or Place("", 1), _KIND, words)
