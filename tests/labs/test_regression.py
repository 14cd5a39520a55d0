"""What the lesson on linear regression shows: the derivation, both slopes, the valley, and Forbes' measurements."""

import numpy as np
import pytest

from tutor.labs.boiling import UPDATES, kettle, recipe, scales
from tutor.labs.forbes import measurements
from tutor.labs.regression import both, bowl, derivation, line
from tutor.written import substituted


@pytest.mark.parametrize("W", [-1, 0, 0.5, 1, 2, 3])
def test_every_line_of_the_derivation_gives_the_slope_14_thirds_of_the_distance(W):
    readouts = derivation(W=W, line=4).readouts
    for place in range(1, 6):
        assert readouts[f"line{place}"].value == pytest.approx(14 / 3 * (W - 1), abs=1e-8)
    assert readouts["apart"].value < 1e-8


def test_the_lines_appear_one_by_one_and_the_last_stands_out():
    for last in range(5):
        table = derivation(line=last).table
        assert len(table.rows) == last + 1
        assert table.lit_rows == {last}
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_the_terms_of_a_line_add_up_to_its_value():
    rows = derivation(W=0.5, line=4).table.rows
    for row, front in zip(rows[1:], (1 / 6, 1 / 6, 1 / 6, 1 / 3), strict=True):
        assert front * sum(map(float, row[2:5])) == pytest.approx(float(row[5]), abs=0.005)


def test_the_slopes_by_w_and_b_are_written_out():
    readouts = line(W=2, b=1).readouts
    assert substituted(readouts["dW"].working) == "(2·1 + 3·2 + 4·3) / 3 = 6.67"
    assert substituted(readouts["db"].working) == "(2 + 3 + 4) / 3 = 3.00"


def test_a_line_can_be_right_in_the_mean_and_still_tilted_wrongly():
    tilted, right = line(W=0, b=2).readouts, line(W=1, b=0).readouts
    assert (tilted["dW"].value, tilted["db"].value) == (pytest.approx(-2 / 3), 0)
    assert (right["dW"].value, right["db"].value) == (0, 0)


def test_moving_one_number_before_the_other_slope_is_taken_gives_another_b():
    readouts = both(W=2, b=1, alpha=0.1).readouts
    assert readouts["new"].value == pytest.approx([2 - 2 / 3, 0.7])
    assert readouts["new_in_turn"].value[0] == pytest.approx(readouts["new"].value[0])
    # With the new W = 4/3 the errors at b = 1 are 4/3, 5/3, 2: their mean is 5/3.
    assert readouts["new_in_turn"].value[1] == pytest.approx(1 - 0.1 * 5 / 3)


def test_an_update_lowers_the_cost_below_the_limit_and_is_noted_when_it_raises_it():
    small, large = both(W=1, b=2, alpha=0.1), both(W=1, b=2, alpha=0.4)
    # From errors of 2 at every point: W = 0.6 and b = 1.8 leave 1.4, 1.0 and 0.6.
    assert small.readouts["new_cost"].value == pytest.approx((1.4**2 + 1.0**2 + 0.6**2) / 6)
    assert not small.note
    assert large.readouts["new_cost"].value > large.readouts["cost"].value
    assert large.note


def test_the_valley_bends_46_times_as_much_across_as_along():
    readouts = bowl().readouts
    root = np.sqrt((17 / 3) ** 2 - 4 * 2 / 3)
    steepest, flattest = (17 / 3 + root) / 2, (17 / 3 - root) / 2
    assert readouts["ratio"].value == pytest.approx(steepest / flattest)
    assert round(readouts["ratio"].value) == 46
    assert readouts["limit_alpha"].value == pytest.approx(2 / steepest)


def test_the_path_zigzags_below_the_limit_and_diverges_above():
    for alpha, zigzags, diverges in ((0.1, False, False), (0.34, True, False), (0.38, False, True)):
        readouts = bowl(alpha=alpha, update=60).readouts
        assert (readouts["zigzags"].value, readouts["diverges"].value) == (zigzags, diverges)
    path = bowl(alpha=0.34, update=20).drawings[0].layers[1]
    # Across the valley, along the steepest direction, the side changes with every update.
    steep = np.linalg.eigh(np.array([[14 / 3, 2], [2, 1]]))[1][:, 1]
    side = np.sign((path.x0 - 1) * steep[0] + path.y0 * steep[1])
    assert (side[1:] == -side[:-1]).all()


def test_forbes_measurements_are_the_ones_that_textbooks_fit():
    x, y = measurements()
    assert len(x) == 17
    # Weisberg, Applied Linear Regression: pressure = -81.064 + 0.52289 · boiling point, R² = 0.994.
    fahrenheit, inches = x * 1.8 + 32, y / 33.863886
    W, b = np.polyfit(fahrenheit, inches, 1)
    assert (round(W, 4), round(b, 3)) == (0.5229, -81.064)
    assert round(float(np.corrcoef(x, y)[0, 1] ** 2), 3) == 0.994


def test_the_kettles_line_is_the_least_squares_line():
    x, y = measurements()
    W, b = np.polyfit(x, y, 1)
    for at in (90, 93, 95, 100):
        assert kettle(x=at).readouts["predicted"].value == pytest.approx(W * at + b)
    assert "predicted" in kettle().drawings[0].places
    assert kettle().drawings[0].veiled().alt.in_("en").count("849") == 0


def test_as_measured_the_descent_needs_tens_of_millions_of_updates_and_standardised_one():
    raw, standard = (scales(standardised=on, share=0.5, update=50).readouts for on in (False, True))
    assert 1e7 < raw["needed"].value < 1e8
    assert standard["needed"].value == 1
    assert standard["cost"].value < raw["cost"].value / 50
    # Along the flattest direction a distance shrinks by 1 - flattest/steepest in each update.
    assert (1 - 1 / raw["ratio"].value) ** raw["needed"].value == pytest.approx(0.01, rel=1e-3)


def test_the_recipe_ends_at_the_closed_form():
    for x in (91.5, 98, 99.5):
        readouts = recipe(x=x, share=0.25, update=50).readouts
        assert readouts["predicted"].value == pytest.approx(readouts["least_predicted"].value, abs=0.01)
        assert readouts["per_degree"].value == pytest.approx(readouts["least_W"].value, abs=0.01)


def test_a_question_is_standardised_as_the_data_were():
    x, _ = measurements()
    readouts = recipe(x=98).readouts
    assert readouts["x_standard"].value == pytest.approx((98 - np.mean(x)) / np.std(x))
    assert substituted(readouts["x_standard"].working) == "(98 - 94.9739) / 3.1043 = 0.97"


def test_no_lab_warns_at_the_ends_of_its_parameters():
    for share in (0.05, 1.05):
        for update in (0, UPDATES):
            recipe(share=share, update=update)
            for on in (False, True):
                scales(standardised=on, share=share, update=update)
    for alpha in (0.02, 0.4):
        bowl(alpha=alpha, update=60)
        for W in (-1, 3):
            for b in (-2, 4):
                both(W=W, b=b, alpha=alpha)
                line(W=W, b=b)


def test_the_samples_that_the_lab_names_give_its_slopes_by_finite_differences():
    def half_mean(W, b):
        return sum((W * x + b - y) ** 2 for x, y in zip(readouts["X"].value, readouts["Y"].value, strict=True)) / 6

    readouts = line(W=2, b=1).readouts
    for name, (w, c) in {"dW": (1e-5, 0), "db": (0, 1e-5)}.items():
        measured = (half_mean(2 + w, 1 + c) - half_mean(2 - w, 1 - c)) / 2e-5
        assert readouts[name].value == pytest.approx(measured)
