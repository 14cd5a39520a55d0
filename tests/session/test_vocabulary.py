"""Words in a review: made from the glossary, asked one way and then the other, and never more than now and then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.learner.samples import DAY, START, attempt
from tests.learner.test_review import CALENDAR
from tests.learner.tour import LESSONS
from tests.session.host import Told
from tests.trusted import outline_in, standing_course
from tutor.course.kinds.choice import ChoiceQuestion
from tutor.course.live import prose_text
from tutor.course.questions import Feedback, Words
from tutor.course.vocabulary import OPTIONS, WordQuestion, word_questions
from tutor.language import Localised
from tutor.learner.places import Visit
from tutor.learner.store import Store
from tutor.render.sitting import above
from tutor.session.runner import DirectRunner
from tutor.session.session import Session
from tutor.session.sitting import Review
from tutor.session.vocabulary import WORD_AFTER

COURSE = standing_course(LESSONS)
EVERY = word_questions(COURSE)
LONG_AGO = START - 400 * DAY
FIRST = ("perceptron", "structure")


def text(words: Words, language: str) -> str:
    return prose_text(words.in_(language), {}, None, language)


def found(name: str) -> WordQuestion:
    return next(one for one in EVERY if one.question.id == name)


# -- the questions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_has_four_options_of_which_one_is_right_and_every_wrong_one_says_what_it_is(language: str) -> None:
    assert len(EVERY) >= 160
    for one in EVERY:
        question = one.question
        texts = [text(option.text, language) for option in question.options]
        assert OPTIONS == len(set(texts)) == len(texts), question.id
        assert [True, False, False, False] == [option.right for option in question.options]
        for number in range(OPTIONS):
            feedback = question.grade(question.ask(0), str(number), language)
            assert isinstance(feedback, Feedback)
            assert (number == 0) is feedback.right
            assert feedback.say is question.options[number].say


def test_no_question_has_its_answer_in_it() -> None:
    for one in EVERY:
        for language in COURSE.languages if one.question.id.startswith("word-") else ():
            prompt, right = (text(words, language) for words in (one.question.prompt, one.question.options[0].text))
            assert right.casefold() not in prompt.casefold(), one.question.id


def test_a_word_of_which_the_right_one_is_a_kind_is_not_beside_it() -> None:
    # A sigmoid is an activation function, a NAND is a gate, and softmax gives what scores become.
    for name, other in (("sigmoid", "activation function"), ("nand", "gate"), ("weighted-sum", "dot product")):
        options = [text(option.text, "en") for option in found(f"word-{name}").question.options]
        assert other not in options, name


def test_a_wrong_word_hears_what_it_means_and_a_wrong_meaning_which_word_has_it() -> None:
    loss = next(term for term in COURSE.glossary if term.name.in_("en") == "error")
    which, what = found("word-loss").question, found("meaning-loss").question
    number = [text(option.text, "en") for option in which.options].index("error")
    assert text(loss.means, "en") in text(which.options[number].say, "en")
    assert "오차" in text(which.options[number].say, "ko")
    assert text(what.options[number].say, "en").endswith("error")
    assert "loss = (H(x) - y)^2" in text(which.options[0].say, "en")


def test_ids_are_their_own_and_the_order_changes_from_time_to_time() -> None:
    ids = [one.question.id for one in EVERY]
    assert len(set(ids)) == len(ids)
    assert set(ids).isdisjoint(question.id for _, _, question in COURSE.all_questions())
    question = found("word-loss").question
    assert 1 < len({question.entry(question.ask(number)).shown for number in range(6)})


# -- in a review ------------------------------------------------------------------------------------------------------


class Learner:
    """Someone who has begun with the built-in course."""

    def __init__(self, store: Store) -> None:
        self.now = START
        self.store = store
        self.session = Session(
            outline_in(LESSONS),
            store,
            clock=lambda: self.now + len(store.attempts()),
            language="en",
            runner=DirectRunner,
            tell=lambda notice: pytest.fail(str(notice)),
            calendar=CALENDAR,
            loaded=COURSE,
        )

    def answer(self, count: int) -> None:
        """Answer so many questions of the course, long ago."""
        asked = [one for one in COURSE.all_questions() if one[2].kind in ("number", "choice") and not one[2].single_try]
        for lesson, _, question in asked[:count]:
            self.session.record(
                attempt(
                    question.id,
                    True,
                    at=LONG_AGO,
                    course=COURSE.id,
                    lesson=lesson.id,
                    kind=question.kind,
                    revision=question.revision,
                )
            )

    def visit(self, lesson: str, step: str) -> None:
        self.session.save_visit(Visit(f"{lesson}-{step}", COURSE.id, lesson, step, LONG_AGO, 1.0))

    def review(self) -> Review:
        return Review(self.session, self.session.make_schedule(), Told())

    def asked(self) -> list[str]:
        """Return what a review asks, without answering."""
        sitting, names = self.review(), []
        while sitting.answering is not None:
            names.append(sitting.answering.question.id)
            sitting.go_on()
        return names

    def words(self) -> list[str]:
        return [name for name in self.asked() if name.startswith(("word-", "meaning-"))]

    def answer_words(self, *, right: bool = True) -> None:
        """Go through a review and answer its words."""
        sitting, done = self.review(), set()
        while sitting.answering is not None:
            name = sitting.answering.question.id
            if name.startswith(("word-", "meaning-")) and name not in done:
                done.add(name)
                assert sitting.visit is not None
                sitting.visit.respond(sitting.answering, "0" if right else "1")
            sitting.go_on()


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START) as store:
        yield Learner(store)


def test_words_never_make_a_review_by_themselves(learner: Learner) -> None:
    learner.visit(*FIRST)
    assert [] == learner.asked()
    learner.answer(WORD_AFTER - 1)
    assert [] == learner.words()


def test_a_word_of_a_step_that_was_seen_comes_after_every_few_questions(learner: Learner) -> None:
    learner.answer(2 * WORD_AFTER)
    assert [] == learner.words()
    learner.visit(*FIRST)
    asked = learner.asked()
    assert [WORD_AFTER, 2 * WORD_AFTER + 1] == [at for at, name in enumerate(asked) if name.startswith("word-")]
    taught = {one.question.id for one in EVERY if (one.lesson.id, one.step.id) == FIRST}
    assert set(learner.words()) <= taught
    assert asked == learner.asked()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_stands_above_a_word_does_not_tell_it(learner: Learner, language: str) -> None:
    learner.answer(40 * WORD_AFTER)
    for lesson in COURSE.lessons:
        for step in lesson.steps:
            learner.visit(lesson.id, step.id)
    sitting, seen = learner.review(), 0
    while sitting.answering is not None:
        question = sitting.answering.question
        if isinstance(question, ChoiceQuestion) and question.id.startswith("word-"):
            seen += 1
            told = " ".join(line.text for line in above(sitting, language))
            assert not [one for one in question.options if text(one.text, language) in told]
        sitting.go_on()
    assert seen


def test_the_other_way_round_comes_once_the_word_was_known(learner: Learner) -> None:
    learner.answer(40 * WORD_AFTER)
    learner.visit(*FIRST)
    assert {"word"} == {name.partition("-")[0] for name in learner.words()}
    learner.answer_words()
    assert {"meaning"} == {name.partition("-")[0] for name in learner.words()}


def test_a_word_that_was_wrong_comes_again_before_it_comes_the_other_way_round(learner: Learner) -> None:
    learner.answer(40 * WORD_AFTER)
    learner.visit(*FIRST)
    first = learner.words()
    learner.answer_words(right=False)
    assert not {name for name in learner.words() if name.startswith("meaning-")}
    learner.now += 30 * DAY
    assert set(first) == set(learner.words())


def test_words_change_neither_what_is_due_nor_what_is_learnt(learner: Learner) -> None:
    learner.answer(2 * WORD_AFTER)
    learner.visit(*FIRST)
    schedule = learner.session.make_schedule()
    due, progress = schedule.due(), learner.session.progress()
    learner.answer_words()
    schedule.refresh()
    assert due == schedule.due()
    assert progress == learner.session.progress()


def test_a_word_can_be_put_off(learner: Learner) -> None:
    learner.answer(WORD_AFTER)
    learner.visit(*FIRST)
    (word,) = learner.words()
    sitting = learner.review()
    while sitting.answering is not None and sitting.answering.question.id != word:
        sitting.go_on()
    sitting.snooze()
    assert word not in learner.words()


def test_a_course_without_latin_letters_tells_its_words_apart_as_well() -> None:
    korean = tuple(replace(term, name=Localised({"ko": term.name.in_("ko")})) for term in COURSE.glossary)
    made = word_questions(replace(COURSE, glossary=korean))
    ids = [found.question.id for found in made]
    assert len(ids) == len(set(ids)) > 100
