"""What a question says at the moment: its prompt, its hints, and what is said to the last response."""

from __future__ import annotations

from collections.abc import Callable

from tutor.course.entry import Options
from tutor.course.live import fill, prose_text
from tutor.course.messages import NOT_YET, RIGHT
from tutor.course.prose import CodeBlock, Live, Prose, in_words
from tutor.course.questions import Asked, words_of
from tutor.course.questions import Words as Localised
from tutor.course.slips.unfolding import side_by_side
from tutor.figure import Role
from tutor.language import MINUS, Text
from tutor.language import say as in_language
from tutor.learner.messages import A_RIGHT_PROGRAM, ANSWER_IS
from tutor.render import messages
from tutor.render.gaps import gap_sayings, part_heard, part_sayings
from tutor.render.prose.layout import Fill
from tutor.render.prose.mathematics import readable
from tutor.render.said import Saying
from tutor.render.workings import Workings
from tutor.session.answering import Answering
from tutor.session.asking import Asking, Phase
from tutor.session.messages import LAB_FAILED
from tutor.written import substituted

BAR = 12
"""Cells of the bar that says how far a program is."""


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


def prompt(asked: Asked, language: str) -> tuple[Saying, ...]:
    """Return the prompt."""
    lead, role = ("◆", Role.GUESS) if asked.question.single_try else ("?", Role.MODEL)
    return (Saying(lead, role, asked.question.prompt.in_(language), asked_fill(asked, language)),)


def after(
    answering: Answering, language: str, formula: Callable[[str], str] = readable
) -> tuple[Saying | Workings, ...]:
    """Return what stands under the entry: hints, what is said to the last response, the answer, the explanation.

    `formula` writes a formula of an option that is the answer, given as TeX, as it is read.
    """
    asking = answering.asking
    if asking is None:
        return _instead(answering, language)
    question, asked = asking.question, asking.asked
    say = asked_fill(asked, language)
    found: list[Saying | Workings] = [*helped(answering, language)]
    if asking.said_of is not None:
        say = asked_fill(asking.said_of, language)
    part = answering.fading.part
    heard = part_heard(part, language) if part is not None else None
    if answering.is_waiting and question.RUNS_PROGRAMS:
        found.append(Saying("·", Role.QUIET, in_words(_running(answering.share, language)), say))
    elif heard is not None:
        found.append(heard)
    elif answering.refused:
        found.append(Saying("·", Role.QUIET, in_words(answering.refused), say))
    elif asking.feedback is not None and asking.tries and not answering.is_outdated:
        found += _graded(asking, language, say, formula)
    if answering.held is not None:
        found.append(Saying("◆", Role.GUESS, in_words(messages.HOW_SURE(language)), say))
    if asking.phase in (Phase.REVEALED, Phase.MISSED):
        found.append(Saying("=", Role.RIGHT, _told_answer(asked, language, formula), say))
    if asking.is_over and question.explain is not None:
        found.append(Saying(" ", Role.QUIET, question.explain.in_(language), say))
    working = question.working(asked) if answering.is_unfolded else None
    yours = asking.feedback.yours if working is not None and asking.feedback is not None else None
    if working is not None and yours is not None:
        found.append(Workings(side_by_side(yours, working), _answer_name(asked)))
    elif working is not None:
        found.append(Saying("=", Role.MODEL, in_words(substituted(working).replace("-", MINUS)), say))
    return tuple(found)


def helped(answering: Answering, language: str) -> tuple[Saying, ...]:
    """Return the help that is shown: a part by itself, hints, the working with a gap, in the order of their coming."""
    asking = answering.asking
    if asking is None:
        return ()
    say = asked_fill(asking.asked, language)
    hints = [Saying("→", Role.QUIET, hint.in_(language), say) for hint in asking.hints]
    gap = gap_sayings(messages.GAP, asking.gap_shown, language) if asking.gap_shown else []
    return (
        *part_sayings(answering, language),
        *(gap if asking.gap_first else ()),
        *hints,
        *(() if asking.gap_first else gap),
    )


def _answer_name(asked: Asked) -> Text | str:
    """Return what the right working works out, by a short name where the lab has one."""
    reference = next((one for one, _ in asked.question.references()), None)
    readouts = asked.result.readouts if asked.result is not None else {}
    label = readouts[reference.name].label if reference is not None and reference.name in readouts else ""
    return label or messages.RIGHT_WORKING


def _running(share: float | None, language: str) -> str:
    """Return how far a response is that is being run."""
    if share is None:
        return messages.RUNNING(language)
    if share >= 1:
        return messages.JUDGING(language)
    done = round(share * BAR)
    return messages.RUNNING_SHARE(language, bar="━" * done + "─" * (BAR - done), percent=int(share * 100))


def truth(answering: Answering, language: str) -> str:
    """Return what a prediction about a lab came to, for a line beside the lab; "" before it was made."""
    asking = answering.asking
    if asking is None or asking.phase is not Phase.PREDICTED:
        return ""
    question, asked = asking.question, asking.asked
    answer = _spelled_answer(asked, language)
    if question.guess(asked, asking.response) is None:
        return messages.IT_IS(language, answer=answer)
    return messages.GUESS_WAS(language, guess=question.spell(asked, asking.response, language), truth=answer)


def _instead(answering: Answering, language: str) -> tuple[Saying, ...]:
    """Return what is said where a question cannot be put, or not yet."""
    words = (
        LAB_FAILED(language, error=in_language(answering.failed, language))
        if answering.failed
        else messages.PUTTING(language)
    )
    return (Saying("·", Role.QUIET, in_words(words), _nothing),)


def _nothing(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001
    return ""


def _graded(asking: Asking, language: str, say: Fill, formula: Callable[[str], str]) -> list[Saying]:
    """Return what is said to the last response. A guess is not right or wrong so much as near or far."""
    feedback, question, asked = asking.feedback, asking.question, asking.asked
    if feedback is None:
        return []
    mark, role = ("✓", Role.RIGHT) if feedback.right else ("✗", Role.LOSS)
    found: list[Saying] = []
    if asking.phase is Phase.PREDICTED and (guess := question.guess(asked, asking.response)) is not None:
        truth = question.spell_answer(asked, language)
        told = question.guess(asked, truth)
        is_exact = told is not None and guess.value == told.value
        near = messages.GUESS_WAS_RIGHT if is_exact else messages.GUESS_WAS_NEAR
        said = _words(
            near if feedback.right else messages.GUESS_WAS,
            language,
            guess=question.spell(asked, asking.response, language),
            truth=truth,
        )
        found.append(Saying("◆", Role.GUESS, said, say))
        if feedback.say is not None and feedback.mistake:
            found.append(Saying(mark, role, feedback.say.in_(language), say))
        return found
    if feedback.say is not None:
        found.append(Saying(mark, role, feedback.say.in_(language), say))
    else:
        wrong = messages.NOT_THIS_TIME if asking.phase is Phase.MISSED else NOT_YET
        words = RIGHT if feedback.right else wrong
        found.append(Saying(mark, role, _words(words, language), say))
    if asking.phase is Phase.PREDICTED and not feedback.right:
        answer = _spelled_answer(asked, language, formula)
        found.append(Saying("=", Role.RIGHT, _words(messages.IT_IS, language, answer=answer), say))
    return found


def _told_answer(asked: Asked, language: str, formula: Callable[[str], str]) -> Prose:
    """Return the answer as it is revealed: a program in lines of its own, anything else in a sentence."""
    code = asked.question.answer_code(asked)
    if not code:
        return _words(ANSWER_IS, language, answer=_spelled_answer(asked, language, formula))
    return Prose((*_words(A_RIGHT_PROGRAM, language).blocks, CodeBlock("python", (code.rstrip(),))), code)


def _spelled_answer(asked: Asked, language: str, formula: Callable[[str], str] = readable) -> str:
    """Return the answer in words. Options are written as they are read: their formulas as `formula` writes them."""
    question = asked.question
    entry = question.entry(asked)
    if not isinstance(entry, Options):
        return question.spell_answer(asked, language)
    texts = [
        prose_text(
            entry.texts[int(number)].in_(language),
            asked.values,
            asked.result,
            language,
            lab=question.lab,
            formula=formula,
        )
        for number in question.right_response(asked).split(",")
    ]
    return (" → " if entry.mode == "order" else " · ").join(texts)


def marks_of(asking: Asking) -> dict[int, Role]:
    """Return which options to mark as right or wrong after the last response."""
    if asking.feedback is None:
        return {}
    marks = asking.question.marks(asking.asked, asking.response, over=asking.is_over)
    return {option: Role.RIGHT if right else Role.LOSS for option, right in marks.items()}


def _words(text: Text, language: str, **values: object) -> Prose:
    said: Localised = words_of(text, **values)
    return said.in_(language)
