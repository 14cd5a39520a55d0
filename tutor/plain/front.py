"""The dialogue itself: lines are typed, and each is an answer, a setting or a command."""

from __future__ import annotations

import re
from collections.abc import Callable

from tutor.course.finding import CourseError
from tutor.lab import Values
from tutor.language import Text, language_name
from tutor.learner.progress import StepPlace
from tutor.plain import messages
from tutor.plain.closing import ClosingTalk
from tutor.plain.commands import PREFIX, Command, command_in, nearest_to
from tutor.plain.desk import Desk, Doing, EndOfInputError, Progress
from tutor.plain.lesson import LessonTalk
from tutor.plain.lookup import Lookup
from tutor.plain.map import MapTalk
from tutor.plain.refusals.messages import NO_PLAYGROUND, PLAYGROUND_LATER
from tutor.plain.refusals.why import why_not
from tutor.plain.sitting import SittingTalk
from tutor.plain.talk import Silent, Talk
from tutor.session.session import FRONT_SETTING, SURE_SETTING
from tutor.session.sharing import values_in
from tutor.session.sitting import Practice, Review, TestOut

ANSWER = re.compile(r"[\s\d.,;/()\[\]+−-]*\d[\s\d.,;/()\[\]%+−-]*")
"""What is a number, or several, and can have been meant as an answer only."""
IDLE_AFTER = 120.0
"""Seconds without a line after which the learner counts as elsewhere."""

PlaceOf = Callable[[str], "tuple[str, str] | None"]
"""Gives the lesson and the step that "cost/2" names."""


class Front:
    """Holds the dialogue from the first line to the last."""

    def __init__(self, desk: Desk, progress: Progress, place_of: PlaceOf) -> None:
        """Make it; `place_of` reads what is typed behind `go`."""
        self._desk = desk
        self._progress = progress
        self._place_of = place_of
        self._lookup = Lookup(desk)
        self._is_over = False
        self._is_interrupted = False
        """whether an interrupt was the last that came from the learner"""
        self._review: Review | None = None
        self._before: LessonTalk | None = None
        """the lesson that a sitting was begun from"""
        self._talk: Talk = MapTalk(desk, self._go)

    def run(self, place: StepPlace | None, values: Values | None = None) -> None:
        """Hold the dialogue, from a step on; from the map where that is None. It ends where nothing more is typed."""
        try:
            self._hold(place, values)
        except (EndOfInputError, KeyboardInterrupt):
            # Nobody has ended the line on which something could be typed.
            self._desk.voice.part()
        self._talk.keep(active=False)
        self._talk.leave()
        self._desk.say(messages.BYE)

    def _hold(self, place: StepPlace | None, values: Values | None) -> None:
        self._progress.begin()
        self._guarded(lambda: self._go(place, values))
        while not self._is_over:
            try:
                self._take_lines()
            except KeyboardInterrupt:
                if self._is_interrupted:
                    raise
                self._is_interrupted = True
                self._interrupt()

    def _take_lines(self) -> None:
        """Take what is typed, line by line, to the end."""
        while not self._is_over:
            asked = self._desk.seconds()
            line = self._desk.ear.line()
            self._is_interrupted = False
            self._progress.begin()
            self._guarded(lambda line=line: self._take(line))  # type: ignore[misc]
            self._talk.keep(active=self._desk.seconds() - asked < IDLE_AFTER)

    def _guarded(self, do: Callable[[], None]) -> None:
        """Do something; what is broken in the course's files is said, and the dialogue goes on."""
        try:
            do()
        except CourseError as error:
            self._desk.say(messages.COURSE_BROKEN)
            for finding in error.findings:
                self._desk.say(f"{finding.place}: {finding.words(self._desk.language)}")

    def _interrupt(self) -> None:
        """Leave what is open; pressed once more, the dialogue ends."""
        desk = self._desk
        desk.voice.part()
        left = self._talk.leave_question()
        desk.say(messages.LEFT_QUESTION if left else messages.ONCE_MORE, word=Command.QUESTION.word(desk.language))

    # -- a line -------------------------------------------------------------------------------------------------------

    def _take(self, line: str) -> None:
        doing = self._doing()
        # Where a sign can be the answer, a slash alone is no command.
        is_command = line.strip().startswith(PREFIX) and len(line.strip()) > len(PREFIX)
        if is_command or not self._talk.takes_all:
            given = command_in(line, doing)
            if given is not None:
                doing[given.command](given.rest)
                return
            known = command_in(line, Command)
            if known is not None:
                self._say_why_not(known.command, line)
                return
        meant = self._talk.takes_all and not is_command and command_in(line, doing) is not None
        # Where every line is an answer, a setting has the sign before it, too.
        take, said = (self._talk.set, line.strip().removeprefix(PREFIX)) if is_command else (self._talk.take, line)
        if not take(said):
            self._say_unknown(line, doing)
        if meant:
            # It was taken as an answer, and may have been meant as a command.
            self._talk.say_slash()

    def _say_why_not(self, command: Command, line: str) -> None:
        """Say why a command cannot be followed now, and what can be done instead."""
        desk = self._desk
        words: dict[str, object] = {one.name.lower(): self._talk.typed(one, desk.language) for one in Command}
        playground = desk.session.course.playground
        if command is Command.PLAYGROUND:
            why: Text | None = NO_PLAYGROUND
            if playground is not None:
                lesson = next(one for one in desk.session.course.lessons if one.id == playground[0])
                why, words = PLAYGROUND_LATER, words | {"number": lesson.number, "title": lesson.title}
        else:
            why = why_not(command, self._talk.here())
        if why is None:
            desk.say(messages.NOT_NOW, word=line.strip(), help=words["help"])
        else:
            desk.say(why, **words)

    def _say_unknown(self, line: str, doing: Doing) -> None:
        """Say that a line means nothing here, what it may have been meant as, and how the open question is answered."""
        desk = self._desk
        near = nearest_to(line, doing, desk.language)
        if near:
            desk.say(messages.DID_YOU_MEAN, given=line.strip(), word=near)
        elif self._talk.here().visit is not None and ANSWER.fullmatch(line):
            # An answer to nothing: the question is over, or was left.
            self._say_why_not(Command.CHECK, line)
            return
        else:
            desk.say(messages.UNKNOWN, given=line.strip(), help=self._talk.typed(Command.HELP, desk.language))
        self._talk.say_how()

    def _doing(self) -> Doing:
        """Return what can be done now: here, and anywhere."""
        found: dict[Command, Callable[[str], None]] = {
            Command.HELP: lambda _: self._help(),
            Command.QUIT: lambda _: self._quit(),
            Command.MAP: lambda _: self._go(None),
            Command.GO: self._go_where,
            Command.REVIEW: lambda _: self._begin_review(),
            Command.PRACTISE: lambda _: self._begin_practice(),
            Command.TEST: self._begin_test,
            Command.ABOUT: self._tell_about,
            Command.WORD: lambda rest: self._lookup.word(rest, self._place),
            Command.WORDS: lambda _: self._lookup.words(self._place),
            Command.FIND: self._lookup.find,
            Command.NOTES: lambda _: self._lookup.notes(),
            Command.PROGRESS: lambda _: self._lookup.progress(),
            Command.LANG: self._change_language,
            Command.SURE: lambda _: self._ask_how_sure(),
            Command.REMEMBER: lambda _: self._remember(),
        }
        end = self._talk.ending if isinstance(self._talk, LessonTalk) else None
        if end is not None and end.task is not None and not end.is_done:
            question = end.task[1].id
            found[Command.TASK] = lambda _: self._begin_task(question)
        playground = self._desk.session.playground
        if playground is not None:
            found[Command.PLAYGROUND] = lambda _: self._go(playground)
        if self._is_over_the_course:
            found[Command.CLOSING] = lambda _: self._close()
        return found | dict(self._talk.doing())

    @property
    def _is_over_the_course(self) -> bool:
        """Whether the last lesson is done."""
        session = self._desk.session
        return session.progress().lessons[session.course.lessons[-1].id].is_done

    @property
    def _place(self) -> StepPlace | None:
        return self._talk.place if isinstance(self._talk, LessonTalk) else None

    def _help(self) -> None:
        """Say what can be typed here, and then what can be typed everywhere."""
        desk = self._desk
        here = self._talk.doing()
        self._talk.say_slash()
        desk.say(messages.HELP_HERE)
        desk.say(messages.HELP_ENTER, "  ")
        everywhere = [command for command in self._doing() if command not in here]
        for command in sorted(here, key=list(Command).index):
            desk.say(f"{self._talk.typed(command, desk.language)}: {desk.words(command.does)}", "  ")
        desk.say(messages.HELP_EVERYWHERE)
        for command in sorted(everywhere, key=list(Command).index):
            desk.say(f"{self._talk.typed(command, desk.language)}: {desk.words(command.does)}", "  ")

    def _quit(self) -> None:
        self._is_over = True

    # -- going about --------------------------------------------------------------------------------------------------

    def _go(self, place: StepPlace | None, values: Values | None = None) -> None:
        """Go to a step, or to the map."""
        desk, session = self._desk, self._desk.session
        talk: Talk = MapTalk(desk, self._go)
        if place is not None:
            step = place.step or session.step_left(place.lesson)
            talk = LessonTalk(desk, session.lesson(place.lesson), step, self._go, self._close, values)
        self._show(talk)

    def _close(self) -> None:
        """Tell the end of the course."""
        self._show(ClosingTalk(self._desk, self._go))

    def _tell_about(self, rest: str) -> None:
        """Tell what a lesson is for and how well it is known: the open one, or the one that is named."""
        found = self._place_of(rest) if rest else self._place
        if found is None:
            self._desk.say(messages.ABOUT_WHICH, word=Command.ABOUT.word(self._desk.language))
            return
        self._lookup.about(found[0])

    def _show(self, talk: Talk) -> None:
        self._talk.keep(active=False)
        self._talk.leave()
        self._talk = talk
        talk.arrive()

    def _go_where(self, rest: str) -> None:
        """Go to a lesson and a step by name or number, or to one of what was found."""
        desk = self._desk
        if rest.isdecimal() and self._lookup.found:
            number = int(rest)
            if 1 <= number <= len(self._lookup.found):
                place, self._lookup.found = self._lookup.found[number - 1], ()
                self._go(place)
                return
        # A line that was shared may be typed as it was copied.
        rest = rest.removeprefix("tutor").replace("--plain", "").replace("--at", "").strip(" '\"")
        found = self._place_of(rest) if rest else None
        if found is None:
            lessons = desk.session.course.lessons
            known = ", ".join(lesson.id for lesson in lessons)
            desk.say(messages.GO_WHERE, count=len(lessons), known=known, word=Command.GO.word(desk.language))
            return
        self._go(StepPlace(*found), values_in(rest.partition("?")[2]))

    # -- sittings -----------------------------------------------------------------------------------------------------

    def _begin_review(self) -> None:
        """Begin a review, or go on with the one that was left to read where something is taught."""
        session = self._desk.session
        if session.schedule is None:
            self._desk.say(messages.LOADING)
        schedule = session.make_schedule()
        left, self._review = self._review, None
        self._sit(SittingTalk(self._desk, Review.begun(left, session, schedule, Silent()), self._leave_sitting))

    def _begin_practice(self) -> None:
        """Begin a practice from the slip that came up most."""
        desk, session = self._desk, self._desk.session
        schedule = session.make_schedule()
        weak = schedule.weak_spots()
        if not weak:
            desk.say(messages.NOTHING_TO_PRACTISE)
            return
        cause = weak[0].cause
        practice = Practice(session, schedule, cause, schedule.questions_to_practise(cause), Silent())
        self._sit(SittingTalk(desk, practice, self._leave_sitting))

    def _begin_test(self, rest: str) -> None:
        """Test out of a lesson: the open one, or the one that is named."""
        desk, session = self._desk, self._desk.session
        place = self._place_of(rest) if rest else None
        name = place[0] if place is not None else self._place.lesson if self._place is not None else ""
        if not name:
            desk.say(messages.TEST_WHICH, word=Command.TEST.word(desk.language))
            return
        self._sit(SittingTalk(desk, TestOut(session, session.lesson(name), Silent()), self._leave_sitting))

    def _begin_task(self, question: str) -> None:
        """Ask one question of the open lesson without help."""
        session, place = self._desk.session, self._place
        if place is not None:
            sitting = TestOut(session, session.lesson(place.lesson), Silent(), question)
            self._sit(SittingTalk(self._desk, sitting, self._leave_sitting))

    def _sit(self, talk: SittingTalk) -> None:
        self._before = self._talk if isinstance(self._talk, LessonTalk) else self._before
        self._show(talk)

    def _leave_sitting(self, place: StepPlace | None) -> None:
        """Leave a sitting: for a step to read there, or for where the learner was before."""
        if place is not None:
            if isinstance(self._talk, SittingTalk) and isinstance(self._talk.sitting, Review):
                self._review = self._talk.sitting
                self._desk.say(messages.REVIEW_WAITS, word=Command.REVIEW.word(self._desk.language))
            self._go(place)
            return
        before, self._before = self._before, None
        self._go(before.place if before is not None else None)

    # -- what is remembered -------------------------------------------------------------------------------------------

    def _change_language(self, rest: str) -> None:
        """Speak another of the course's languages: the one that is named, or the next."""
        desk, session = self._desk, self._desk.session
        languages = session.course.languages
        wanted = rest.casefold()
        if not wanted:
            at = languages.index(desk.language) if desk.language in languages else -1
            wanted = languages[(at + 1) % len(languages)]
        found = next((one for one in languages if wanted in (one, language_name(one).casefold())), None)
        if found is None:
            known = ", ".join(f"{one} ({language_name(one)})" for one in languages)
            desk.say(messages.NO_SUCH_LANGUAGE, given=rest, known=known)
            return
        session.language = found
        session.tell(session.store.save_setting("language", found))
        self._talk.arrive()

    def _ask_how_sure(self) -> None:
        """Ask how sure the learner is of a prediction from now on, or no more."""
        desk, session = self._desk, self._desk.session
        asks = not session.asks_how_sure()
        session.tell(session.store.save_setting(SURE_SETTING, "on" if asks else "off"))
        desk.say(messages.ASKS_HOW_SURE if asks else messages.ASKS_NO_MORE)

    def _remember(self) -> None:
        """Open this front by itself from now on, or the full screen again."""
        desk, session = self._desk, self._desk.session
        is_plain = session.store.settings().get(FRONT_SETTING) == "plain"
        session.tell(session.store.save_setting(FRONT_SETTING, "full" if is_plain else "plain"))
        desk.say(messages.OPENS_FULL if is_plain else messages.OPENS_PLAIN)
