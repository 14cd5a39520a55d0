from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learner.samples import START
from tests.learner.tour import LESSONS, TOUR, tour
from tests.trusted import course_in, standing_course
from tutor.lab import Lab
from tutor.learner.places import Bookmark, Note
from tutor.render.prose.mathematics import readable
from tutor.session.search import MOST_HITS, Hit, Kind, Passage, hit_of, kept_passages, passages_of, search


def found(hits: tuple[Hit, ...]) -> list[tuple[str, str]]:
    return [(hit.passage.kind, hit.passage.step) for hit in hits]


def test_words_are_found_in_prose_prompts_and_titles_with_their_live_values():
    passages = passages_of(tour(), "en")
    assert [("step", "choose")] == found(search(passages, "choose"))[:1]
    # "k = 1.0" and "2.0" are live values of the step's lab.
    assert ("step", "move") in found(search(passages, "k = 1.0 height 2.0"))
    assert ("question", "choose") in found(search(passages, "EVEN which"))
    assert () == search(passages, "even which nowhere")
    assert () == search(passages, "  ")


def test_korean_words_are_found_with_whatever_grows_at_their_ends():
    passages = passages_of(tour(), "ko")
    assert ("question", "write") in found(search(passages, "직선"))
    # As a Mac writes file names, and as some input methods type.
    assert found(search(passages, "직선")) == found(search(passages, unicodedata.normalize("NFD", "직선")))


@pytest.mark.parametrize("query", ["경사하강법", "경사 하강법", "경사 하강 법", "하강법으로비용을", "경사\u3000하강"])
def test_korean_is_found_however_it_is_spaced(query: str):
    for text in ("우리는 경사하강법으로 비용을 줄입니다.", "우리는 경사 하강법으로 비용을 줄입니다."):
        [hit] = search([Passage(Kind.STEP, "l", "s", "1 · 제목", text)], query)
        assert hit.found
        assert hit.found in text
    assert () == search([Passage(Kind.STEP, "l", "s", "1 · 제목", "경사를 내려갑니다.")], query)


def test_english_words_are_not_found_across_spaces():
    assert () == search([Passage(Kind.STEP, "l", "s", "1 · T", "the cat has a rest")], "hecat")


def test_to_search_again_runs_no_lab_of_the_course_again(monkeypatch: pytest.MonkeyPatch):
    course, run, ran = course_in(TOUR), Lab.__call__, []
    monkeypatch.setattr(Lab, "__call__", lambda lab, **values: ran.append(lab) or run(lab, **values))
    passages = {language: passages_of(course, language, readable) for language in ("en", "ko")}
    assert len({lab.name for lab in ran}) > 1
    ran.clear()
    assert passages == {language: passages_of(course, language, readable) for language in ("en", "ko")}
    assert [] == ran
    # Its author has changed it meanwhile.
    passages_of(course_in(TOUR), "en", readable)
    assert ran


def test_formulas_are_found_and_shown_as_they_are_read():
    read = passages_of(standing_course(LESSONS), "en", readable)
    assert [] == [one.text for one in read if re.search(r"\\[a-z]+|\^\{|_\{", one.text)]
    raw = passages_of(standing_course(LESSONS), "en")
    assert len(read) == len(raw)
    # "H(x) = Wx" stands in the lesson on the cost, as a learner sees it there.
    assert "cost" in {hit.passage.lesson for hit in search(read, "H(x) = Wx")}


def test_a_title_comes_first_then_one_s_own_notes_then_the_course_in_order():
    own = kept_passages(tour(), [Note("tour", "film", "end", START, "where the line ends", 5)], [], "en")
    hits = search((*own, *passages_of(tour(), "en")), "line")
    assert ("note", "end") == found(hits)[0]
    hits = search((*own, *passages_of(tour(), "en")), "end")
    assert [("step", "end"), ("note", "end")] == found(hits)[:2]


def test_notes_and_bookmarks_are_listed_the_latest_first_and_lead_somewhere():
    notes = [Note("tour", "line", "move", START, "two\nlines", 3), Note("tour", "line", "gone", START, "lost", 9)]
    marks = [Bookmark("tour", "film", "play", START, True, 4)]
    kept = kept_passages(tour(), notes, marks, "en")
    assert [(Kind.BOOKMARK, "2 · Play"), (Kind.NOTE, "1 · Move it")] == [(one.kind, one.title) for one in kept]
    assert "two lines" == kept[1].text


def test_a_snippet_shows_the_word_with_what_stands_around_it():
    passage = Passage(Kind.STEP, "l", "s", "1 · T", "many words go before, and then the Slope comes with " + "x" * 400)
    hit = hit_of(passage, ["slope"])
    assert "Slope" == hit.found
    assert hit.before.startswith("…")
    assert hit.before.endswith("the ")
    assert len(hit.before + hit.found + hit.after) < 200
    assert ("", "", passage.text[:160]) == tuple(
        getattr(hit_of(passage), name) for name in ("before", "found", "after")
    )


def test_a_long_course_lists_only_the_first_hits():
    passages = [Passage(Kind.STEP, "l", str(number), "t", "word") for number in range(200)]
    assert MOST_HITS == len(search(passages, "word"))


@given(st.text(), st.text())
def test_no_text_and_no_query_brings_it_down(text: str, query: str):
    passage = Passage(Kind.NOTE, "l", "s", "title", text)
    for hit in search([passage], query):
        assert hit.before.removeprefix("…") + hit.found + hit.after in text or not hit.found


@pytest.mark.parametrize("query", ["ß", "İ", "ﬁ", "[", "\\", "("])
def test_signs_that_fold_to_other_lengths_or_mean_something_to_a_pattern_are_found(query: str):
    passage = Passage(Kind.STEP, "l", "s", "t", f"before {query} after")
    (hit,) = search([passage], query)
    assert hit.passage is passage
