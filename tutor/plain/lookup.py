"""What can be looked up from anywhere: the words of the course, a search, notes, and how far one is."""

from __future__ import annotations

from tutor.chart.palette import MONOCHROME
from tutor.course.glossary import Term
from tutor.course.prose import Live
from tutor.learner.progress import StepPlace
from tutor.learner.survey import LessonSurvey, Survey, survey_of
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk
from tutor.plain.signs import parted
from tutor.plain.sitting import offer_practice
from tutor.plain.voice import INDENT
from tutor.render import calibration
from tutor.render.causes import MOST, WORDS
from tutor.render.course_map import stands_words
from tutor.render.ends.closing import predictions_words
from tutor.render.look import Look
from tutor.render.messages import CAUSE_COUNT, CAUSES_TITLE, NEEDS_NOTHING, NO_RECORD_YET, PREDICTIONS_TITLE
from tutor.render.progress import facts_line, portion_words
from tutor.render.standing import known_words, lesson_words
from tutor.session.glossary import Definition, definitions_of, matching, terms_on
from tutor.session.map import overview_of
from tutor.session.search import Kind, kept_passages, passages_of, search, term_passages
from tutor.session.words import folded

MOST_FOUND = 8


class Lookup:
    """Looks things up for the learner."""

    def __init__(self, desk: Desk) -> None:
        """Make it."""
        self._desk = desk
        self.found: tuple[StepPlace, ...] = ()
        """where the last search led, by number"""

    # -- words --------------------------------------------------------------------------------------------------------

    def words(self, place: StepPlace | None) -> None:
        """Say the terms of a step, each with its sentence; away from one, the names of all terms."""
        desk, session = self._desk, self._desk.session
        if place is None:
            names = [one.name for one in self._definitions(session.glossary)]
            desk.say(", ".join(names) + ".")
            desk.say(messages.WORD_HOW, word=Command.WORD.word(desk.language))
            return
        step = next(one for one in session.lesson(place.lesson).steps if one.id == place.step)
        terms = terms_on(place, step, session.glossary, session.course, desk.language)
        for one in self._definitions(terms):
            self._define(one)
        if not terms:
            desk.say(messages.NOTHING)

    def word(self, query: str, place: StepPlace | None) -> None:
        """Say what a term means, looked for in any language; without a name, the terms of a step."""
        if not query:
            self.words(place)
            return
        desk = self._desk
        definitions = self._definitions(desk.session.glossary)
        found = [one for one in definitions if folded(query) in map(folded, (one.name, *one.others))]
        found = found or list(matching(definitions, query))[:3]
        for one in found:
            self._define(one, whole=True)
        if not found:
            desk.say(messages.NO_SUCH_WORD, given=query)

    def _definitions(self, terms: tuple[Term, ...]) -> tuple[Definition, ...]:
        session = self._desk.session
        return definitions_of(terms, session.course, self._desk.language)

    def _define(self, one: Definition, *, whole: bool = False) -> None:
        desk = self._desk
        desk.say(f"{one.name}: {desk.line(one.means, _as_it_is)}")
        if whole:
            if one.formula is not None:
                desk.read(one.formula, _as_it_is)
            if one.others:
                desk.say(messages.ALSO_CALLED, names=", ".join(one.others))
            desk.say(messages.TAUGHT_AT, place=f"{one.place.lesson}/{one.place.step}", title=parted(one.taught))

    # -- searching ----------------------------------------------------------------------------------------------------

    def find(self, query: str) -> None:
        """Search the course, and number where it is found."""
        desk, session = self._desk, self._desk.session
        if not query:
            desk.say(messages.FIND_HOW, word=Command.FIND.word(desk.language))
            return
        course = session.whole_course()
        store, language = session.store, desk.language
        definitions = self._definitions(session.glossary)
        passages = (
            *term_passages(definitions, language, desk.formula),
            *passages_of(course, language, desk.formula),
            *kept_passages(course, store.notes(course.id), store.bookmarks(course.id), language),
        )
        hits = search(passages, query)[:MOST_FOUND]
        self.found = tuple(StepPlace(hit.passage.lesson, hit.passage.step) for hit in hits)
        for number, hit in enumerate(hits, 1):
            kind = KINDS[hit.passage.kind](language)
            text = f"{hit.before}{hit.found}{hit.after}".strip()
            desk.say(f"{kind}, {parted(hit.passage.title)}. {text}", f"{number}. ")
        if hits:
            desk.say(messages.GO_TO_FOUND, word=Command.GO.word(language))
        else:
            desk.say(messages.NOT_FOUND, given=query)

    def notes(self) -> None:
        """Say every note and bookmark, and number them."""
        desk, session = self._desk, self._desk.session
        course = session.whole_course()
        store = session.store
        kept = kept_passages(course, store.notes(course.id), store.bookmarks(course.id), desk.language)
        kept = tuple(one for one in kept if one.kind is Kind.BOOKMARK or one.text)
        self.found = tuple(StepPlace(one.lesson, one.step) for one in kept)
        for number, one in enumerate(kept, 1):
            kind = KINDS[one.kind](desk.language)
            desk.say(f"{kind}, {parted(one.title)}. {one.text}".strip(), f"{number}. ")
        desk.say(messages.GO_TO_FOUND if kept else messages.NOTHING, word=Command.GO.word(desk.language))

    # -- progress -----------------------------------------------------------------------------------------------------

    def progress(self) -> None:
        """Say how far the learner is: in a sentence, and of each lesson that was begun."""
        desk, session = self._desk, self._desk.session
        schedule = session.make_schedule()
        survey = survey_of(schedule, session.store.visits(session.course_id))
        if not survey.days:
            desk.say(NO_RECORD_YET)
            return
        desk.say(parted(facts_line(survey, Look(MONOCHROME, desk.language))) + ".")
        portion = survey.portion
        if portion.questions and not portion.waiting:
            review = Command.REVIEW.word(desk.language)
            desk.say(messages.DUE, count=len(portion.questions), minutes=portion.minutes, word=review)
        else:
            desk.say(portion_words(portion, desk.language))
        for lesson in survey.lessons:
            if not (lesson.steps_done or lesson.seconds):
                continue
            desk.say(
                messages.LESSON_LINE,
                f"{lesson.number}. ",
                title=lesson.title,
                done=lesson.steps_done,
                steps=lesson.steps,
            )
            known = (skill.known for skill in lesson.skills)
            words = lesson_words(known, lesson.steps_done, lesson.steps, desk.language, marked=False)
            desk.say(parted(words), INDENT)
        self._predictions(survey)
        self._causes(survey)

    def _predictions(self, survey: Survey) -> None:
        """Say how predictions came out, and how sure the learner was of them."""
        desk, found = self._desk, survey.calibration
        if not survey.predictions.guesses:
            return
        desk.voice.part()
        desk.say(f"{desk.words(PREDICTIONS_TITLE)}.")
        desk.say(f"{parted(predictions_words(survey, desk.language))}.")
        for words in (*calibration.facts(found, desk.language), *calibration.missing(found, desk.language)):
            desk.say(words)

    def _causes(self, survey: Survey) -> None:
        """Say what wrong numbers came of, and offer a practice where one thing came up often."""
        desk = self._desk
        if not survey.causes:
            return
        desk.voice.part()
        desk.say(f"{desk.words(CAUSES_TITLE)}.")
        numbers = {lesson.lesson: lesson.number for lesson in survey.lessons}
        for one in survey.causes[:MOST]:
            where = ", ".join(str(numbers[lesson]) for lesson in one.lessons if lesson in numbers)
            cause = desk.words(WORDS[one.cause])
            desk.say(parted(CAUSE_COUNT(desk.language, cause=cause, count=one.times, lessons=where)), INDENT)
        offer_practice(desk, survey.weak)

    # -- a lesson -----------------------------------------------------------------------------------------------------

    def about(self, name: str) -> None:
        """Tell what a lesson is for, what it needs, how well it is known, and its skills one by one."""
        desk, session, language = self._desk, self._desk.session, self._desk.language
        schedule = session.make_schedule()
        now = overview_of(session, language)
        entry = next(one for one in now.entries if one.lesson == name)
        survey = survey_of(schedule, session.store.visits(session.course_id))
        desk.say(f"{messages.IN_LESSON(language, number=entry.number, what=entry.title)}. {entry.goal}")
        desk.say(messages.ABOUT_FOR, words=entry.purpose)
        needs = "; ".join(entry.needs or ()) or desk.words(NEEDS_NOTHING)
        desk.say(messages.ABOUT_NEEDS, words=needs)
        desk.say(messages.ABOUT_STANDS, words=parted(stands_words(entry, now.today, language, marked=False)))
        lesson = next(one for one in survey.lessons if one.lesson == name)
        for skill in lesson.skills:
            title, words = skill.title.in_(language), known_words(skill.known, survey.today, language)
            rests = self._rests(survey, lesson, skill.step)
            desk.say(f"{title}: {words}.{rests}", INDENT)

    def _rests(self, survey: Survey, lesson: LessonSurvey, step: str) -> str:
        """Return on what a skill rests, as a sentence of its own; "" for nothing."""
        language = self._desk.language
        names = []
        for other in survey.lessons:
            for skill in other.skills:
                if (other.lesson, skill.step) in survey.rests.get((lesson.lesson, step), ()):
                    title = skill.title.in_(language)
                    is_here = other is lesson
                    names.append(title if is_here else messages.IN_LESSON(language, number=other.number, what=title))
        return " " + messages.ABOUT_RESTS(language, names="; ".join(names)) if names else ""


KINDS = {
    Kind.TERM: messages.KIND_TERM,
    Kind.STEP: messages.KIND_STEP,
    Kind.QUESTION: messages.KIND_QUESTION,
    Kind.NOTE: messages.KIND_NOTE,
    Kind.BOOKMARK: messages.KIND_BOOKMARK,
}


def _as_it_is(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001 - a fill is called with both
    """Return what a live value says where there is none: a term has no lab."""
    return live.name
