"""Why a command cannot be followed: from what is here to the sentence that says so and what can be done instead."""

from __future__ import annotations

from tutor.course.entry import Written
from tutor.language import Text
from tutor.learner.attempts import During
from tutor.namedtuple import NamedTuple
from tutor.plain.commands import Command
from tutor.plain.refusals import messages
from tutor.session.answering import Answering
from tutor.session.visit import Visit


class Here(NamedTuple):
    """What is here at the moment."""

    visit: Visit | None = None
    """None away from any step"""
    answering: Answering | None = None
    """the question that was put last; None where none is"""
    is_sitting: bool = False
    """whether this is a review, a practice or a test"""
    is_review: bool = False
    has_editor: bool = False


HELPS = frozenset((Command.HINT, Command.ANSWER, Command.AGAIN, Command.WORKING, Command.CHECK))
WRITES = frozenset(
    (Command.WRITE, Command.EDIT, Command.LINE, Command.RUN, Command.PROGRAM, Command.BLANKS, Command.START,
     Command.PICTURE)
)  # fmt: skip
FILMS = frozenset((Command.PLAY, Command.STEP))
LABS = frozenset(
    (Command.STATE, Command.SETTINGS, Command.TABLE, Command.UNDO, Command.RESET, Command.POINT, Command.CODE,
     Command.OWN, Command.SHARE)
) | FILMS  # fmt: skip
OF_A_STEP = frozenset(
    (Command.NEXT, Command.BACK, Command.READ, Command.QUESTION, Command.NOTE, Command.BOOKMARK)
)  # fmt: skip
OF_A_REVIEW = frozenset((Command.LATER, Command.MINUTES))
OF_A_SITTING = frozenset((Command.STOP, Command.TAUGHT))


def why_not(command: Command, here: Here) -> Text | None:
    """Return why a command that cannot be followed here cannot; None where there is no more to say of it."""
    if command is Command.TASK:
        return messages.TASK_AT_THE_END if here.visit is not None else messages.OPEN_A_LESSON
    if command is Command.CLOSING:
        return messages.CLOSING_AT_THE_END
    if command in OF_A_REVIEW:
        return messages.LENGTH_AT_FIRST if here.is_review else messages.ONLY_IN_A_REVIEW
    if command in OF_A_SITTING:
        return messages.ONLY_IN_A_SITTING
    if here.visit is None:
        return messages.OPEN_A_LESSON if command in HELPS | WRITES | LABS | OF_A_STEP else None
    if command in OF_A_STEP:
        return messages.ONLY_IN_A_LESSON if here.is_sitting else messages.NO_QUESTION
    if command in HELPS:
        return _why_no_help(command, here)
    if command in WRITES or (command in FILMS and here.answering is not None and _is_written(here.answering)):
        return _why_no_program(command, here)
    return _why_no_lab(command, here.visit) if command in LABS else None


def _why_no_help(command: Command, here: Here) -> Text:
    answering = here.answering
    asking = answering.asking if answering is not None else None
    if answering is None or asking is None:
        has_questions = here.visit is not None and bool(here.visit.answerings)
        return messages.NO_QUESTION_NOW if has_questions else messages.NO_QUESTION
    if answering.held is not None:
        return messages.SAY_HOW_SURE
    is_guess = asking.question.single_try and asking.during is During.LESSON
    if asking.is_over:
        if command is Command.WORKING:
            return messages.NO_WORKING
        if is_guess:
            return messages.ONE_GUESS
        return messages.IS_OVER_AGAIN if asking.can_try_again and command is not Command.AGAIN else messages.IS_OVER
    if command is Command.CHECK:
        return messages.NO_SLIDERS
    if command is Command.AGAIN:
        return messages.AGAIN_WHEN_OVER
    if asking.during is During.TEST_OUT:
        return messages.NO_HELP_IN_A_TEST
    if is_guess:
        has_had = command is Command.HINT and asking.hints_shown
        return messages.ALL_HINTS_GUESS if has_had else messages.NO_HELP_FOR_A_GUESS
    if command is Command.HINT:
        if asking.hints_shown or asking.parts:
            return messages.ALL_HINTS_REVEAL if asking.can_reveal else messages.ALL_HINTS
        return messages.NO_HINTS_REVEAL if asking.can_reveal else messages.NO_HINTS
    if command is Command.WORKING and asking.question.working(asking.asked) is None:
        return messages.NO_WORKING
    if asking.can_reveal:
        # The learner's own arithmetic is not known, so there is nothing yet to lay beside it.
        return messages.WORKING_AFTER_ANSWER
    return messages.ANSWER_OR_HINT_FIRST if answering.can("hint") else messages.ANSWER_FIRST


def _is_written(answering: Answering) -> bool:
    return isinstance(answering.entry, Written)


def _why_no_program(command: Command, here: Here) -> Text:
    answering = here.answering
    if answering is None or not _is_written(answering):
        has_questions = here.visit is not None and bool(here.visit.answerings)
        return messages.NO_PROGRAM if has_questions else messages.NO_QUESTION
    if command is Command.EDIT and not here.has_editor:
        return messages.NO_EDITOR_HERE
    return messages.NO_OWN_FILM if command in FILMS else messages.NO_BLANKS


def _why_no_lab(command: Command, visit: Visit) -> Text:
    if visit.use is None or visit.use.hidden:
        return messages.NO_LAB
    if visit.is_veiled:
        return messages.PREDICT_FIRST
    match command:
        case Command.UNDO:
            return messages.NOTHING_CHANGED
        case Command.RESET:
            return messages.AS_AT_FIRST
        case Command.POINT:
            return messages.NO_BOARD
        case Command.OWN:
            return messages.NO_TRAINING
        case Command.SETTINGS:
            return messages.NO_SETTINGS
    return messages.NO_FILM
