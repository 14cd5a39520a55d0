"""The product of matrices against NumPy's own."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tutor.nn.matrices import product, product_or_error, shapes_along


def test_the_decks_product() -> None:
    assert [[5, 11, 17]] == product(np.array([[1, 2]]), np.array([[1, 3, 5], [2, 4, 6]])).tolist()


@given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5), st.integers(0, 99))
def test_row_by_column_equals_numpys_product(n: int, k: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    A, B = rng.normal(size=(n, k)), rng.normal(size=(k, m))
    np.testing.assert_allclose(product(A, B), A @ B)


def test_what_does_not_fit_is_numpys_own_sentence() -> None:
    said = product_or_error(np.ones((3, 2)), np.ones((3, 4)))
    assert isinstance(said, str)
    assert "size 3 is different from 2" in said


def test_the_batch_dimension_goes_through_every_layer() -> None:
    assert [(7, 3), (7, 2), (7, 2), (7, 1)] == shapes_along(7, [(3, 2), (2, 2), (2, 1)])
