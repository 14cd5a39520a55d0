"""What a question says at the moment: its prompt, its hints, and what is said to the last response."""

from __future__ import annotations

import math

from tutor.course.kinds import ArrayQuestion, NumberQuestion, SettingQuestion
from tutor.course.kinds.number import written
from tutor.course.live import fill
from tutor.course.messages import NOT_YET, RIGHT
from tutor.course.prose import Live, Paragraph, Prose, Words
from tutor.course.questions import Asked, words_of
from tutor.course.questions import Words as Localised
from tutor.figure import Figure, Role
from tutor.language import MINUS, Text
from tutor.learner.messages import ANSWER_IS
from tutor.render import messages
from tutor.render.prose.layout import Fill
from tutor.render.said import Saying
from tutor.session.asking import Asking, Stage
from tutor.working import Working
from tutor.written import substituted

NUDGES = 40
"""How many presses of an arrow take a guess across its axis."""


def asked_fill(asked: Asked, language: str) -> Fill:
    """Return what a live value of a question says: the question's own numbers, not those of the sliders."""

    def say(live: Live, in_mathematics: bool) -> str:
        return fill(
            live,
            asked.values,
            asked.result,
            language,
            lab=asked.question.lab,
            setting="math" if in_mathematics else "prose",
        )

    return say


def entry_words(asked: Asked, language: str) -> str:
    """Return what an empty entry says: how near is near enough, or what can be typed."""
    question = asked.question
    match question:
        case NumberQuestion():
            whole = question.truth(asked).is_integer() and 0 < question.tolerance.abs < 0.5 and not question.percent
            exact = whole and question.tolerance.abs > 0.01
            return messages.ENTRY_WHOLE(language) if exact else question.tolerance_words(language)
        case ArrayQuestion(shape=True):
            return messages.ENTRY_SHAPE(language)
        case ArrayQuestion():
            is_row = not any(isinstance(entry, tuple) for entry in question.truth(asked))
            return (messages.ENTRY_ROW if is_row else messages.ENTRY_ARRAY)(language)
    return messages.ENTRY_WORD(language)


def prompt(asking: Asking, language: str) -> tuple[Saying, ...]:
    """Return the prompt."""
    lead, role = ("◆", Role.GUESS) if asking.question.single_try else ("?", Role.MODEL)
    return (Saying(lead, role, asking.question.prompt.in_(language), asked_fill(asking.asked, language)),)


def after(
    asking: Asking, language: str, *, refused: str = "", unfolded: bool = False, outdated: bool = False
) -> tuple[Saying, ...]:
    """Return what stands under the entry: hints, what is said to the last response, the answer, the explanation.

    `outdated` leaves out what was said: the sliders it was said to have been moved since.
    """
    question, asked = asking.question, asking.asked
    say = asked_fill(asked, language)
    found = [Saying("→", Role.QUIET, hint.in_(language), say) for hint in asking.hints]
    if isinstance(question, SettingQuestion) and asking.tries:
        # What is said to a setting speaks of the sliders as they were set.
        say = asked_fill(question.asked_at(asked, asking.response) or asked, language)
    if refused:
        found.append(Saying("·", Role.QUIET, _plain(refused), say))
    elif asking.feedback is not None and asking.tries and not outdated:
        found += _graded(asking, language, say)
    if asking.stage in (Stage.REVEALED, Stage.MISSED):
        answer = _truth_words(asking, language)
        found.append(Saying("=", Role.RIGHT, _words(ANSWER_IS, language, answer=answer), say))
    if asking.is_over and question.explain is not None:
        found.append(Saying(" ", Role.QUIET, question.explain.in_(language), say))
    working = working_of(asking) if unfolded else None
    if working is not None:
        found.append(Saying("=", Role.MODEL, _plain(substituted(working).replace("-", MINUS)), say))
    return tuple(found)


def _graded(asking: Asking, language: str, say: Fill) -> list[Saying]:
    """Return what is said to the last response. A guess is not right or wrong so much as near or far."""
    feedback, question = asking.feedback, asking.question
    if feedback is None:
        return []
    mark, role = ("✓", Role.RIGHT) if feedback.right else ("✗", Role.LOSS)
    found: list[Saying] = []
    if asking.stage is Stage.PREDICTED and isinstance(question, NumberQuestion):
        guess = question.spell(asking.asked, asking.response, language)
        truth = _truth_words(asking, language)
        text = messages.GUESS_WAS_NEAR if feedback.right else messages.GUESS_WAS
        found.append(Saying("◆", Role.GUESS, _words(text, language, guess=guess, truth=truth), say))
        if feedback.say is not None and feedback.mistake:
            found.append(Saying(mark, role, feedback.say.in_(language), say))
        return found
    if feedback.say is not None:
        found.append(Saying(mark, role, feedback.say.in_(language), say))
    else:
        wrong = messages.NOT_THIS_TIME if asking.stage is Stage.MISSED else NOT_YET
        words = RIGHT if feedback.right else wrong
        found.append(Saying(mark, role, _words(words, language), say))
    if asking.stage is Stage.PREDICTED and not feedback.right:
        truth = _truth_words(asking, language)
        found.append(Saying("=", Role.RIGHT, _words(messages.IT_IS, language, answer=truth), say))
    return found


def _truth_words(asking: Asking, language: str) -> str:
    """Return the answer as it reads in the lesson, or as a learner would give it where it is asked in percent."""
    question, asked = asking.question, asking.asked
    if isinstance(question, NumberQuestion) and not question.percent:
        return asked_fill(asked, language)(Live(question.answer.name, question.answer.index), False)
    return question.spell(asked, question.right_response(asked), language)


def working_of(asking: Asking) -> Working | None:
    """Return how the answer is worked out, or None where that is not known."""
    question, result = asking.question, asking.asked.result
    if not isinstance(question, NumberQuestion) or result is None or question.answer.index:
        return None
    readout = result.readouts.get(question.answer.name)
    return readout.working if readout is not None else None


def marks_of(asking: Asking) -> dict[int, Role]:
    """Return which options to mark as right or wrong after the last response."""
    if asking.feedback is None or asking.question.input not in ("options", "many_options"):
        return {}
    numbers = [int(part) for part in asking.response.split(",") if part.strip().isdigit()]
    if asking.question.input == "many_options" and not asking.feedback.right:
        return {}
    marks = dict.fromkeys(numbers, Role.RIGHT if asking.feedback.right else Role.LOSS)
    if asking.is_over:
        right = asking.question.right_response(asking.asked)
        marks |= dict.fromkeys(map(int, right.split(",")), Role.RIGHT)
    return marks


def nudged(asking: Asking, typed: str, steps: int) -> str:
    """Return the guess typed so far, moved up or down by `steps` on the axis that it will stand on.

    The first press begins in the middle of the axis.
    """
    question = asking.question
    if not isinstance(question, NumberQuestion):
        return typed
    low, high = _range_of_guess(asking)
    step = 10.0 ** math.floor(math.log10((high - low) / NUDGES * 2))
    scale = 100 if question.percent else 1
    numbers = question.read(typed)
    value = numbers[0] if numbers else (low + high) / 2
    value = round((round(value / step) + (steps if numbers else 0)) * step, 10)
    return written(value * scale, step * scale / 10)


def _range_of_guess(asking: Asking) -> tuple[float, float]:
    result, question = asking.asked.result, asking.question
    for drawing in result.drawings if result is not None else ():
        if isinstance(drawing, Figure) and isinstance(question, NumberQuestion):
            place = drawing.places.get(str(question.answer))
            axis = None if place is None else drawing.y if place.axis == "y" else drawing.x
            if axis is not None and axis.low is not None and axis.high is not None and axis.high > axis.low:
                return axis.low, axis.high
    return 0.0, 1.0 if isinstance(question, NumberQuestion) and question.percent else 10.0


def _words(text: Text, language: str, **values: object) -> Prose:
    said: Localised = words_of(text, **values)
    return said.in_(language)


def _plain(text: str) -> Prose:
    return Prose((Paragraph((Words(text),)),), text)
