"""What the lesson on gradient descent says about rates, updates and 1/(2m)."""

from itertools import pairwise

import numpy as np
import pytest

from tutor.labs.descent import UPDATES, fog, forms, stride, walk
from tutor.written import substituted


def test_the_slope_is_written_out_as_the_deck_does():
    slope = fog(W=0).readouts["slope"]
    assert slope.value == pytest.approx(-14 / 3)
    assert substituted(slope.working) == "((0·1 - 1)·1 + (0·2 - 2)·2 + (0·3 - 3)·3) / 3 = -14/3 = -4.67"


def test_the_fog_hides_the_hillside_until_one_has_guessed():
    figure = fog(W=2.5).drawings[0]
    kept = figure.veiled().layers
    assert len(kept) == 2
    assert np.ptp(kept[0].x) < 1


def test_an_update_is_written_out():
    readouts = walk(W0=2, alpha=0.1, update=0).readouts
    assert readouts["new_W"].value == pytest.approx(2 - 0.1 * 14 / 3)
    assert substituted(readouts["new_W"].working) == "2 - 0.1·4.667 = 1.533"


@pytest.mark.parametrize(("W", "rate"), [(3, 0.1), (-1, 0.05), (0, 0.6), (1, 0.3)])
def test_one_step_shrinks_the_distance_to_the_minimum_by_the_factor_the_lesson_states(W, rate):
    readouts = stride(W=W, rate=rate).readouts
    assert readouts["new_W"].value - 1 == pytest.approx((1 - 14 / 3 * rate) * (W - 1))
    assert readouts["cost"].value == pytest.approx(7 / 3 * (W - 1) ** 2)
    assert [list(readouts[name].value) for name in ("X", "Y")] == [[1, 2, 3], [1, 2, 3]]


def test_a_walk_from_0_at_a_twentieth_arrives_after_18_updates():
    distance, updates = 1.0, 0
    while distance >= 0.01:
        distance *= 1 - 0.05 * 14 / 3
        updates += 1
    assert updates == 18
    assert walk(W0=0, alpha=0.05).readouts["arrival"].value == updates


def test_the_rates_that_land_at_once_and_that_diverge_are_3_14ths_and_3_sevenths():
    readouts = walk().readouts
    assert readouts["best_alpha"].value == pytest.approx(3 / 14)
    assert readouts["limit_alpha"].value == pytest.approx(3 / 7)
    assert substituted(readouts["best_alpha"].working) == "1 / 4.667 = 3/14 = 0.2143"
    assert substituted(readouts["limit_alpha"].working) == "2 / 4.66667 = 3/7 = 0.4286"


@pytest.mark.parametrize(
    ("alpha", "in_one", "hops", "diverges"),
    [
        (0.1, False, False, False),
        (0.215, True, True, False),
        (0.21, False, False, False),
        (0.3, False, True, False),
        (0.5, False, False, True),
    ],
)
def test_a_rate_is_called_what_it_is(alpha, in_one, hops, diverges):
    readouts = walk(W0=0, alpha=alpha).readouts
    assert (readouts["in_one"].value, readouts["hops"].value, readouts["diverges"].value) == (in_one, hops, diverges)


def test_strides_as_long_as_the_first_would_arrive_after_5_updates():
    first = 0.05 * 14 / 3
    assert 4 * first < 0.99 < 5 * first
    assert walk(W0=0, alpha=0.05).readouts["even_strides"].value == 5


def test_what_is_called_arrived_in_one_update_is_also_noted_as_arrived():
    for alpha in np.arange(0.01, 0.6, 0.005):
        assert walk(W0=0, alpha=alpha).readouts["in_one"].value == bool(
            walk(W0=0, alpha=alpha, update=1).note == walk(W0=0, alpha=0.215, update=1).note
        )


def test_a_diverging_walk_says_so_and_draws_nothing_without_a_value():
    result = walk(W0=-1, alpha=0.6, update=UPDATES)
    assert result.note
    assert all(np.isfinite(result.readouts[name].value) for name in ("W", "cost", "slope", "new_W"))
    assert len(result.table.rows) <= 6


def test_the_table_holds_the_last_updates_and_each_row_follows_from_the_one_above():
    rows = walk(W0=0, alpha=0.05, update=7).table.rows
    for above, below in pairwise(rows):
        assert above[3].endswith((f"= {float(below[1]):g}", f"≈ {float(below[1]):g}"))


def test_twice_the_rate_makes_the_walk_with_2m_the_same():
    assert forms(alpha_m=0.1, alpha_2m=0.2).readouts["same_path"].value
    assert not forms(alpha_m=0.1, alpha_2m=0.1).readouts["same_path"].value
    swapped = forms(alpha_m=0.2, alpha_2m=0.1).readouts
    assert swapped["swapped"].value
    assert not swapped["same_path"].value


def test_both_forms_have_their_minimum_at_the_same_place():
    readouts = forms(W0=1, alpha_m=0.05, alpha_2m=0.3).readouts
    assert (readouts["cost_m"].value, readouts["cost_2m"].value) == (0.0, 0.0)
    assert (readouts["W_m"].value, readouts["W_2m"].value) == (1.0, 1.0)


def test_no_lab_warns_at_the_ends_of_its_parameters():
    for W0 in (-1, 3):
        for alpha in (0.01, 0.6):
            for update in (0, UPDATES):
                walk(W0=W0, alpha=alpha, update=update)
        forms(W0=W0, alpha_m=0.3, alpha_2m=0.6, update=12)
        fog(W=W0)
