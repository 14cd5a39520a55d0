"""What a sitting says around its questions: what it is, where a question comes from, how it went."""

from __future__ import annotations

from tutor.learner.skills import skills_of
from tutor.render import messages
from tutor.render.actions import Action
from tutor.render.causes import WORDS
from tutor.render.days import day_words
from tutor.render.header import Tally
from tutor.render.text_lines import TextLine
from tutor.role import Role
from tutor.session.answering import Answering
from tutor.session.sitting import Practice, Review, Sitting, TestOut

LOOK_AHEAD = 60
"""Days in which the next review is looked for."""
BLANK = TextLine("")


def tally(sitting: Sitting, language: str) -> Tally:
    """Return how a sitting goes."""
    results = sitting.results
    right = sum(results.values())
    return Tally(heading(sitting, language), right, len(results) - right, sitting.left)


def heading(sitting: Sitting, language: str) -> str:
    """Return what a sitting is."""
    match sitting:
        case TestOut():
            title = messages.ALONE_TITLE if sitting.only else messages.TEST_OUT_TITLE
            return title(language, title=sitting.lesson.title.in_(language))
        case Practice():
            return messages.PRACTICE_TITLE(language, cause=WORDS[sitting.cause](language))
    return messages.REVIEW_TITLE(language)


def above(sitting: Sitting, language: str) -> tuple[TextLine, ...]:
    """Return what stands above the present question: a welcome to the first one, and where it comes from."""
    if sitting.place is None:
        return ending(sitting, language)
    lesson, step = sitting.place
    where = f"{lesson.number} · {lesson.title.in_(language)} · {step.title.in_(language)}"
    if sitting.answering is not None and sitting.answering.question not in step.questions:
        # The title of the step where a word is taught often has the word in it.
        where = messages.A_WORD(language, number=lesson.number)
    welcome = (TextLine(words), BLANK) if (words := _welcome(sitting, language)) else ()
    return (*welcome, TextLine(where, Role.QUIET), BLANK)


def _welcome(sitting: Sitting, language: str) -> str:
    """Return what is said before the first question is answered: what this is, how long it takes."""
    match sitting:
        case TestOut() if not sitting.results and not sitting.only:
            return messages.TEST_OUT_WELCOME(language)
        case Practice() if not sitting.results:
            return messages.PRACTICE_WELCOME(language, count=sitting.left)
        case Review() if sitting.may_change_length:
            count, minutes, waiting = sitting.left, sitting.portion.minutes, sitting.portion.waiting
            if waiting:
                return messages.REVIEW_SIZE_WAITING(language, count=count, minutes=minutes, waiting=waiting)
            return messages.REVIEW_SIZE(language, count=count, minutes=minutes)
    return ""


def below(sitting: Sitting, language: str) -> tuple[TextLine, ...]:
    """Return what stands under the present question."""
    return (TextLine(messages.RETURNS(language), Role.QUIET), BLANK) if sitting.may_return else ()


def actions(sitting: Sitting) -> tuple[Action, ...]:
    """Return what can be done beside answering: go on, skip, put off; at the end, where to go."""
    answering = sitting.answering
    if answering is None:
        home = Action("home", messages.BACK_TO_HOME, message="KEY_HOME", leads_on=True)
        lesson = Action("open_lesson", messages.TO_THE_LESSON, message="KEY_OPEN", leads_on=True)
        match sitting:
            case TestOut():
                return home, lesson
            case Review():
                return home, *_more(sitting)
        return (home,)
    if answering.asking is not None and answering.asking.tries:
        onward = messages.NEXT_QUESTION if sitting.goes_on else messages.FINISH
        following = Action("next", onward, message="KEY_NEXT_QUESTION", leads_on=True)
        return (following, *_read(sitting, answering), *_snooze(sitting, answering))
    skip = Action("skip", messages.SKIP, _letter("k", answering), "KEY_SKIP")
    return (skip, *_snooze(sitting, answering), *_length(sitting, answering))


def _more(sitting: Review) -> tuple[Action, ...]:
    """Return what there is to do after a review: another portion, a practice from what went wrong most."""
    found = []
    if sitting.schedule.due():
        words = messages.REVIEW_ANOTHER.filled(minutes=sitting.schedule.length)
        found.append(Action("another", words, message="KEY_REVIEW", leads_on=True))
    for weak in sitting.schedule.weak_spots()[:1]:
        words = messages.PRACTISE.filled(cause=WORDS[weak.cause])
        found.append(Action("practise", words, message="KEY_PRACTISE", leads_on=True))
    return tuple(found)


def _read(sitting: Sitting, answering: Answering) -> tuple[Action, ...]:
    """Return the way to the step that teaches what went wrong, after a wrong response."""
    if not isinstance(sitting, Review) or answering.first_right is not False:
        return ()
    return (Action("read_step", messages.SEE_WHERE_TAUGHT, _letter("o", answering), "KEY_READ_STEP", leads_on=True),)


def _length(sitting: Sitting, answering: Answering) -> tuple[Action, ...]:
    if not isinstance(sitting, Review) or not sitting.may_change_length:
        return ()
    words = messages.CHANGE_LENGTH.filled(minutes=sitting.next_length)
    return (Action("length", words, _letter("m", answering), "KEY_LENGTH"),)


def _snooze(sitting: Sitting, answering: Answering) -> tuple[Action, ...]:
    is_review = isinstance(sitting, Review)
    return (Action("snooze", messages.SNOOZE, _letter("z", answering), "KEY_SNOOZE"),) if is_review else ()


def _letter(letter: str, answering: Answering) -> str:
    """Return the letter of something to do; "" where it would be typed."""
    return "" if answering.takes_letters else letter


def ending(sitting: Sitting, language: str) -> tuple[TextLine, ...]:
    """Return how a sitting went, and what comes next."""
    match sitting:
        case Review():
            return _after_review(sitting, language)
        case TestOut():
            return _after_testing_out(sitting, language)
        case Practice():
            return _after_practice(sitting, language)
    return ()


def _after_review(sitting: Review, language: str) -> tuple[TextLine, ...]:
    schedule, results = sitting.schedule, sitting.results
    schedule.refresh()
    lines: list[TextLine] = []
    if results:
        score = messages.REVIEW_DONE(language, right=sum(results.values()), asked=len(results))
        lines.append(TextLine(score, Role.RIGHT, strong=True, lead="✓"))
    if due := len(schedule.due()):
        if left := len(schedule.today_portion().questions):
            return (*lines, TextLine(messages.REVIEW_GOES_ON(language, count=left)), BLANK)
        return (*lines, TextLine(messages.REVIEW_ENOUGH_TODAY(language, count=due)), BLANK)
    lines.append(TextLine((messages.REVIEW_ALL_DONE if results else messages.REVIEW_NONE)(language)))
    for day, count in schedule.coming(LOOK_AHEAD):
        if count and day > schedule.today:
            words = day_words(day, schedule.today, language)
            lines.append(TextLine(messages.REVIEW_NEXT(language, day=words, count=count), Role.QUIET))
            break
    return (*lines, BLANK)


def _after_practice(sitting: Practice, language: str) -> tuple[TextLine, ...]:
    results = sitting.results
    if not results:
        # Those that were there were skipped: it is offered again.
        return () if sitting.count else (TextLine(messages.PRACTICE_NONE(language)), BLANK)
    score = messages.REVIEW_DONE(language, right=sum(results.values()), asked=len(results))
    slips = sitting.slips
    words = messages.PRACTICE_SLIPPED(language, count=slips) if slips else messages.PRACTICE_RESTED(language)
    return TextLine(score, Role.RIGHT, strong=True, lead="✓"), TextLine(words), BLANK


def _after_testing_out(sitting: TestOut, language: str) -> tuple[TextLine, ...]:
    results, skills = sitting.results, skills_of(sitting.lesson)
    if not results:
        return () if sitting.lesson.questions else (TextLine(messages.TEST_OUT_NONE(language)), BLANK)
    lines: list[TextLine] = []
    for wanted, words, mark, role in (
        (True, messages.TEST_OUT_KNOWN, "✓", Role.RIGHT),
        (False, messages.TEST_OUT_MISSED, "◐", Role.MODEL),
    ):
        found = [skill for skill in skills for name in skill.questions if results.get(name) is wanted]
        if found:
            lines.append(TextLine(words(language), strong=True))
            lines += [TextLine(skill.title.in_(language), role, lead=mark) for skill in found]
            lines.append(BLANK)
    return tuple(lines)
