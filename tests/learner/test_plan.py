"""What a sitting takes of what is due, in which order, and how the rest is spread: against counts made here by hand."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tutor.learner.attempts import During
from tutor.learner.days import Calendar
from tutor.learner.plan import Item, by_need, fitting, mixed, seconds_reviewed, spread, usual_seconds
from tutor.learner.review import Memory, recall_chance

from .samples import DAY, START, attempt

CALENDAR = Calendar(UTC)
TODAY = date(2026, 2, 25)

ITEMS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(["number", "choice", "setting"]), st.floats(5, 200)), max_size=30
).map(lambda drawn: [Item(f"{lesson}-{n}", lesson, kind, took) for n, (lesson, kind, took) in enumerate(drawn)])


def memory(question: str, days_ago: int, stability: float) -> Memory:
    last = TODAY - timedelta(days=days_ago)
    return Memory(question, "cost", last + timedelta(days=round(stability)), last, stability, 5.0, 1, 0)


def test_a_question_takes_as_long_as_it_took_this_learner():
    seconds = usual_seconds(
        [
            attempt("a", False, seconds=20.0),
            attempt("a", True, seconds=40.0),
            attempt("a", True, variant=1, seconds=82.0),
            attempt("b", True, seconds=10.0),
        ]
    )
    # a: the median of 60 and 82; b: 10; one that was never seen: the median of 71 and 10.
    assert (71.0, 10.0, 40.5) == (seconds("a"), seconds("b"), seconds("never"))
    assert 40.0 == usual_seconds([])("never")


def test_the_most_overdue_and_the_weakest_come_first_and_cost_their_return():
    # By FSRS's law the chance is 90% after as many days as the stability says, whatever that is.
    just = memory("just", 10, 10.0)
    overdue = memory("overdue", 60, 10.0)
    firm = memory("firm", 60, 50.0)
    weak = memory("weak", 60, 2.0)
    items = by_need([just, firm, weak, overdue], TODAY, lambda _: 100.0, {"weak": "number"})
    assert ["weak", "overdue", "firm", "just"] == [item.question for item in items]
    assert ["number", "", "", ""] == [item.kind for item in items]
    assert 110.0 == round(items[-1].seconds, 6)  # wrong once in ten times


def test_what_waits_comes_to_the_front_before_what_goes_wrong_every_day():
    # Wrong again and again, and due since today: forgotten with a chance of about two in five.
    again = [memory(f"again{n}", 2, 0.05)._replace(due=TODAY) for n in range(20)]
    # Firm, and forgotten with a chance of one in ten; due since four days.
    waits = memory("waits", 44, 40.0)
    first = by_need([*again, waits], TODAY, lambda _: 60.0, {})
    assert 0.4 < recall_chance(again[0], TODAY) < 0.7 < 0.88 < recall_chance(waits, TODAY) < 0.9
    assert "waits" == first[0].question
    # A day after it came due it does not yet.
    young = memory("waits", 41, 40.0)
    assert "waits" == by_need([*again, young], TODAY, lambda _: 60.0, {})[-1].question


@given(ITEMS, st.floats(10, 900))
def test_a_portion_fits_its_time_and_leaves_no_room_for_the_next(items: list[Item], seconds: float):
    chosen = fitting(items, seconds)
    assert set(chosen) <= set(items)
    assert bool(items) == bool(chosen)
    plain = []
    for item in items:
        if plain and sum(one.seconds for one in plain) + item.seconds > seconds:
            break
        plain.append(item)
    assert len(plain) == len(chosen)
    kinds, waiting = Counter(item.kind for item in chosen), [item for item in items if item not in chosen]
    most, count = kinds.most_common(1)[0] if kinds else ("", 0)
    # Where a kind still prevails, nothing of another kind was left waiting.
    assert 2 * count <= len(chosen) + 1 or all(item.kind == most for item in waiting)


def test_what_prevails_gives_way_to_what_waits():
    items = [Item(f"n{n}", "cost", "number", 60) for n in range(4)] + [Item("w", "cost", "choice", 60)]
    assert ["n0", "n1", "n2", "w"] == [item.question for item in fitting(items, 240)]


@given(ITEMS, st.integers(0, 5))
def test_no_two_of_a_kind_follow_each_other_where_that_can_be(items: list[Item], seed: int):
    order = mixed(items, seed)
    assert sorted(order) == sorted(item.question for item in items)
    assert order == mixed(list(reversed(items)), seed)
    kinds = {item.question: item.kind for item in items}
    if 2 * max(Counter(kinds.values()).values(), default=0) <= len(items) + 1:
        assert all(kinds[one] != kinds[other] for one, other in pairwise(order))


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.integers(0, 5))
def test_nor_two_of_a_lesson_where_the_kinds_allow_it(lessons: list[str], seed: int):
    order = mixed([Item(f"{lesson}-{n}", lesson, str(n), 10) for n, lesson in enumerate(lessons)], seed)
    if 2 * max(Counter(lessons).values(), default=0) <= len(lessons) + 1:
        assert all(one[0] != other[0] for one, other in pairwise(order))


def test_another_seed_gives_another_order():
    items = [Item(f"{lesson}{n}", lesson, str(n), 10) for n, lesson in enumerate("abcabcabc")]
    assert len({mixed(items, seed) for seed in range(10)}) > 5


def test_the_time_of_today_s_reviews_counts_and_no_other():
    made = [
        attempt("a", seconds=30.0, during=During.REVIEW),
        attempt("b", seconds=40.0, during=During.REVIEW, at=START - DAY),
        attempt("c", seconds=50.0),
    ]
    assert 30.0 == seconds_reviewed(made, TODAY, CALENDAR)


def test_what_does_not_fit_today_waits_for_the_days_after():
    overdue = [memory(f"q{n}", 100, 1.0) for n in range(10)]
    later = [memory("later", 0, 2.0), memory("off", 100, 1.0)]
    each = by_need(overdue[:1], TODAY, lambda _: 60.0, {})[0].seconds
    coming = spread(
        [*overdue, *later],
        TODAY,
        6,
        seconds=lambda _: 60.0,
        each_day=3.5 * each,
        done_today=2 * each,
        snoozed={"off": TODAY + timedelta(days=4)},
    )
    # One today, for the time of two is over; then three a day; on the third day "later", on the fifth "off" comes due.
    assert [1, 3, 3, 3, 2, 0] == [count for _, count in coming]
    assert [TODAY + timedelta(days=n) for n in range(6)] == [day for day, _ in coming]


def test_a_day_whose_minutes_are_done_asks_nothing_more():
    coming = spread([memory("q", 100, 1.0)], TODAY, 2, seconds=lambda _: 60.0, each_day=600, done_today=600)
    assert [0, 1] == [count for _, count in coming]


def test_the_whole_comes_before_its_parts_and_sees_to_them():
    part, other, whole = (memory(name, 40, 10.0) for name in ("part", "other", "whole"))
    share = {"whole": {"part": 0.5, "elsewhere": 0.5}}
    items = by_need([part, other, whole], TODAY, lambda _: 60.0, {}, lambda name: share.get(name, {}))
    # Each is as likely forgotten. The whole stands for itself and half of the part, which then needs half as much.
    assert ["whole", "other", "part"] == [item.question for item in items]
