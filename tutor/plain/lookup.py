"""What can be looked up from anywhere: the words of the course, a search, notes, and how far one is."""

from __future__ import annotations

from tutor.chart.palette import MONOCHROME
from tutor.course.glossary import Term
from tutor.course.prose import Live
from tutor.learner.progress import StepPlace
from tutor.learner.survey import survey_of
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk
from tutor.plain.signs import parted
from tutor.render.look import Look
from tutor.render.messages import COUNT_LEARNT, COUNT_PREDICTED, COUNT_RIGHT, COUNT_SHAKY, COUNT_UNSEEN, NO_RECORD_YET
from tutor.render.progress import facts_line
from tutor.session.glossary import Definition, definitions_of, matching, terms_on
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
        for lesson in survey.lessons:
            if not (lesson.steps_done or lesson.seconds):
                continue
            standings = [skill.standing.value for skill in lesson.skills]
            told = [
                text(desk.language, count=count)
                for text, name in COUNTS
                if (count := standings.count(name))
            ]  # fmt: skip
            desk.say(
                messages.LESSON_LINE,
                f"{lesson.number}. ",
                title=lesson.title,
                done=lesson.steps_done,
                steps=lesson.steps,
            )
            desk.say("; ".join(told), "   ")


KINDS = {
    Kind.TERM: messages.KIND_TERM,
    Kind.STEP: messages.KIND_STEP,
    Kind.QUESTION: messages.KIND_QUESTION,
    Kind.NOTE: messages.KIND_NOTE,
    Kind.BOOKMARK: messages.KIND_BOOKMARK,
}
COUNTS = (
    (COUNT_LEARNT, "learnt"),
    (COUNT_RIGHT, "right"),
    (COUNT_SHAKY, "shaky"),
    (COUNT_PREDICTED, "predicted"),
    (COUNT_UNSEEN, "unseen"),
)


def _as_it_is(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001 - a fill is called with both
    """Return what a live value says where there is none: a term has no lab."""
    return live.name
